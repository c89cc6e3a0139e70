"""Who sends, for the push service: a signed token for each key and origin (RFC 8292). What keys there are is keys.py's affair."""

import base64
import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

LIFE = timedelta(hours=12)  # RFC 8292, 2 allows 24; a clock may be wrong


def encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "==")  # too much padding does no harm


@dataclass(frozen=True)
class Key:
    """One application server key. A subscription can only be written to with the key it was made with, so its id is kept there."""

    private: ec.EllipticCurvePrivateKey = field(repr=False)
    public: str  # base64url, as a browser wants its applicationServerKey
    id: str

    @classmethod
    def of(cls, private: ec.EllipticCurvePrivateKey) -> "Key":
        raw = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return cls(private, encode(raw), hashlib.sha256(raw).hexdigest()[:16])

    @classmethod
    def read(cls, text: str) -> "Key":
        """From the private number in base64url; ValueError when it is none."""
        raw = decode(text)
        if len(raw) != 32:
            raise ValueError("a private key is 32 octets in base64url: 43 characters")
        return cls.of(ec.derive_private_key(int.from_bytes(raw, "big"), ec.SECP256R1()))

    def secret(self) -> str:
        return encode(self.private.private_numbers().private_value.to_bytes(32, "big"))


def token(key: Key, origin: str, subject: str, now: datetime) -> str:
    """The Authorization header for one origin."""
    claims = {"aud": origin, "exp": int((now + LIFE).timestamp()), "sub": subject}
    parts = ({"typ": "JWT", "alg": "ES256"}, claims)
    signed = ".".join(encode(json.dumps(part, separators=(",", ":")).encode()) for part in parts)
    r, s = decode_dss_signature(key.private.sign(signed.encode(), ec.ECDSA(hashes.SHA256())))
    return f"vapid t={signed}.{encode(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))},k={key.public}"


class Tokens:
    """Keeps a token for each key and origin until half its life is over."""

    def __init__(self, subject: str) -> None:
        self.subject = subject
        self._kept: dict[tuple[str, str], tuple[str, datetime]] = {}

    def of(self, key: Key, origin: str, now: datetime) -> str:
        kept = self._kept.get((key.id, origin))
        if kept is None or kept[1] <= now:
            kept = self._kept[key.id, origin] = (token(key, origin, self.subject, now), now + LIFE / 2)
        return kept[0]
