"""The push services of the browsers: which hosts they answer on and how fast each may be written to. One table, for who subscribes and for who sends."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Service:
    name: str
    hosts: tuple[str, ...]  # a host, or "*." and what every host of it ends in
    rate: float  # messages a second, for one host
    together: int  # requests under way at once; one HTTP/2 connection carries 100 as a rule
    paths: tuple[str, ...] = ("/",)  # what the path of a subscription begins with, where we know


# Google may hold senders to 1,000 messages a minute (developer.chrome.com/blog/web-push-rate-limits).
# The others publish no figure; they say 429 when it is enough.
SERVICES = (
    Service("Google", ("fcm.googleapis.com", "android.googleapis.com"), rate=16, together=100, paths=("/fcm/send/", "/wp/", "/gcm/send/")),
    Service("Mozilla", ("updates.push.services.mozilla.com",), rate=200, together=100, paths=("/wpush/",)),
    Service("Apple", ("*.push.apple.com",), rate=200, together=100),
    Service("Microsoft", ("*.notify.windows.com",), rate=100, together=100),
)


def origin_of(endpoint: str) -> str:
    """Scheme, host and port of an endpoint, as a VAPID token names its audience (RFC 8292, 2) and as a lane is called."""
    parts = urlsplit(endpoint)
    return f"{parts.scheme}://{parts.netloc}".lower()


def service_of(origin: str, services: tuple[Service, ...] = SERVICES) -> Service | None:
    """The service behind an origin; None when it is none we write to. Plain https on its own port, nothing else."""
    scheme, _, host = origin.partition("://")
    if scheme != "https":
        return None
    return next((service for service in services if any(_is(host, pattern) for pattern in service.hosts)), None)


def _is(host: str, pattern: str) -> bool:
    return host.endswith(pattern[1:]) if pattern.startswith("*.") else host == pattern
