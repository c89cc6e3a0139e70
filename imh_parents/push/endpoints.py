"""Which subscriptions are accepted. The server later writes to these addresses, so only real push services are let in, and keys one can encrypt to.

Hosts are names from a table: nothing is looked up here, and no IP address is in it.
"""

import base64
import binascii
import re

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey

from imh_parents.push.services import SERVICES, Service, service_of

LONGEST = 2048
LABEL = "(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"  # a service needs no letters that xn-- stands for, and not all of it can be read
HOST = 247  # signs: with https:// before it, what the column of a lane holds
# What such an address may be made of: no user, port, fragment, way upwards, or letter that looks like another; escapes in the query only.
SHAPE = re.compile(rf"(https://(?=[^/]{{1,{HOST}}}/){LABEL}(?:\.{LABEL})+)/([A-Za-z0-9._~:=,@!$&'()*+;/-]+)(?:\?([A-Za-z0-9._~:=,%&+/-]+))?")
POINT, SECRET = 65, 16  # bytes: an uncompressed point on P-256, and the authentication secret (RFC 8291, 3.1 and 3.2)


class Refused(ValueError):
    """What is wrong with a subscription; `kind` is `endpoint` or `keys`."""

    def __init__(self, kind: str, words: str) -> None:
        super().__init__(words)
        self.kind = kind


def origin(endpoint: str, services: tuple[Service, ...] = SERVICES) -> str:
    """Scheme and host of an address of a push service that we write to; Refused when it is anything else."""
    match = SHAPE.fullmatch(endpoint)
    if not match or len(endpoint) > LONGEST or ".." in match[2]:
        raise Refused("endpoint", "The endpoint is not a plain https address.")
    service = service_of(match[1], services)
    if service is None:
        raise Refused("endpoint", "The endpoint is not on a host of a push service that this app writes to.")
    if not f"/{match[2]}".startswith(service.paths):
        raise Refused("endpoint", "The endpoint is on a push service, but not where subscriptions are.")
    return match[1]


def bare_keys(p256dh: str, auth: str) -> tuple[str, str]:
    """The keys without padding; Refused unless messages can be encrypted to them."""
    try:
        EllipticCurvePublicKey.from_encoded_point(SECP256R1(), _bytes(p256dh, POINT))
    except ValueError:
        raise Refused("keys", f"keys.p256dh is not an uncompressed point on P-256 ({POINT} bytes, base64url).") from None
    try:
        _bytes(auth, SECRET)
    except ValueError:
        raise Refused("keys", f"keys.auth is not {SECRET} bytes in base64url.") from None
    return p256dh.rstrip("="), auth.rstrip("=")


def _bytes(text: str, size: int) -> bytes:
    """base64url as browsers write it, with or without padding."""
    bare = text.rstrip("=")
    if not re.fullmatch(r"[A-Za-z0-9_-]+", bare) or len(text) > len(bare) + 2:
        raise ValueError("not base64url")
    try:
        found = base64.urlsafe_b64decode(bare + "=" * (-len(bare) % 4))
    except binascii.Error:
        raise ValueError("not base64url") from None
    if len(found) != size or (size == POINT and found[0] != 4):
        raise ValueError("another size")
    return found
