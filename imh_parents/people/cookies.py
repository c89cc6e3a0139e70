"""The two cookies of the desk, and what a request says about who asks. No database.

Both are HttpOnly and SameSite=Strict: no script reads them and no other site can send them along. Over https they are
Secure and carry the __Host- prefix, so no other host or path can set them either.
"""

from dataclasses import dataclass

from starlette.requests import HTTPConnection
from starlette.responses import Response

BROWSERS = {"Edg/": "Edge", "OPR/": "Opera", "SamsungBrowser": "Samsung Internet", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = ("Android", "iPhone", "iPad", "Windows", "Macintosh", "CrOS", "Linux")


@dataclass(frozen=True)
class Cookies:
    """How cookies are named and set at `public_url`."""

    public_url: str
    proxies: int = 0  # servers of our own in front

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


def agent(asked: HTTPConnection) -> str:
    """The browser and the system, to tell one's own sessions apart: `Firefox, Android`."""
    text = asked.headers.get("user-agent", "")
    browser = next((name for mark, name in BROWSERS.items() if mark in text), "")
    system = next((name for name in SYSTEMS if name in text), "")
    return ", ".join(filter(None, (browser, system)))
