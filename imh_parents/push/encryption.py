"""A push message as only one browser can read it: RFC 8291 with the content coding aes128gcm of RFC 8188, in one record."""

import hmac
import os

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

LARGEST = 3993  # octets of text: 4,096 that every push service takes, less 86 of header, 1 of padding, 16 of tag (RFC 8291, 4)
CURVE, ECDH = ec.SECP256R1(), ec.ECDH()
RECORD = (4096).to_bytes(4, "big") + b"\x41"  # record size, and the length of the public key that follows


def encrypt(text: bytes, p256dh: bytes, auth: bytes, key: ec.EllipticCurvePrivateKey | None = None, salt: bytes | None = None) -> bytes:
    """`key` and `salt` are new for each message; only a test gives them."""
    key, salt = key or ec.generate_private_key(CURVE), salt or os.urandom(16)
    public = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    shared = key.exchange(ECDH, ec.EllipticCurvePublicKey.from_encoded_point(CURVE, p256dh))
    secret = _hkdf(auth, shared, b"WebPush: info\0" + p256dh + public)
    content = hmac.digest(salt, secret, "sha256")
    cipher = AESGCM(_expand(content, b"Content-Encoding: aes128gcm\0")[:16])
    nonce = _expand(content, b"Content-Encoding: nonce\0")[:12]
    return b"".join((salt, RECORD, public, cipher.encrypt(nonce, text + b"\2", None)))


# HKDF (RFC 5869) for at most 32 octets is two HMACs; `cryptography`'s class for it costs more than the two.
def _hkdf(salt: bytes, secret: bytes, info: bytes) -> bytes:
    return _expand(hmac.digest(salt, secret, "sha256"), info)


def _expand(key: bytes, info: bytes) -> bytes:
    return hmac.digest(key, info + b"\1", "sha256")
