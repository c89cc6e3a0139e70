"""The two cookies of the desk, and what a request says about who asks. No database.

Both are HttpOnly and SameSite=Strict: no script reads them and no other site can send them along. Over https they are
Secure and carry the __Host- prefix, so no other host or path can set them either.
"""

import ipaddress
from dataclasses import dataclass

from starlette.requests import HTTPConnection
from starlette.responses import Response

BROWSERS = {"Edg/": "Edge", "OPR/": "Opera", "SamsungBrowser": "Samsung Internet", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Macintosh", "CrOS", "Linux")


@dataclass(frozen=True)
class Cookies:
    """How cookies are named and set at `public_url`."""

    public_url: str
    proxies: int = 0  # how many servers of our own pass requests on, each adding whom it had it from

    @property
    def secure(self) -> bool:
        return self.public_url.startswith("https://")

    def name(self, what: str) -> str:
        return f"__Host-{what}" if self.secure else what

    def read(self, asked: HTTPConnection, what: str) -> str:
        return asked.cookies.get(self.name(what), "")

    def write(self, response: Response, what: str, value: str, seconds: int) -> None:
        """An empty value takes the cookie away."""
        life = seconds if value else 0
        response.set_cookie(self.name(what), value, max_age=life, path="/", secure=self.secure, httponly=True, samesite="strict")

    def address(self, asked: HTTPConnection) -> str:
        """The network address that guesses are counted for; of IPv6 the network, in which somebody has all addresses."""
        found = asked.client.host if asked.client else ""
        if self.proxies:
            passed = [part.strip() for part in asked.headers.get("x-forwarded-for", "").split(",")]
            found = passed[-self.proxies] if len(passed) >= self.proxies else found
        try:
            ip = ipaddress.ip_address(found)
        except ValueError:
            return found
        return str(ipaddress.ip_network((ip, 64), strict=False)) if ip.version == 6 else str(ip)


def agent(asked: HTTPConnection) -> str:
    """The browser and the system, to tell one's own sessions apart: `Firefox, Android`."""
    text = asked.headers.get("user-agent", "")
    browser = next((name for mark, name in BROWSERS.items() if mark in text), "")
    system = next((name for name in SYSTEMS if name in text), "")
    return ", ".join(filter(None, (browser, system)))
