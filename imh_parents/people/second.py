"""The second step: six digits from an app that knows the same secret (RFC 6238). Pure; `now` is given."""

import hmac
from datetime import datetime

import pyotp

STEP = 30
WINDOW = 1  # a phone's clock may be half a minute off


def new_secret() -> str:
    return pyotp.random_base32()


def address(secret: str, email: str, issuer: str) -> str:
    """What the QR code says: authenticator apps know it as otpauth."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=issuer)


def step_of(secret: str, code: str, now: datetime, used: int | None) -> int | None:
    """Which half minute this code is of; None when it is wrong. A code that was used once is not good again (RFC 6238, 5.2)."""
    digits = "".join(code.split())
    totp, current = pyotp.TOTP(secret), int(now.timestamp()) // STEP
    found = None
    for step in range(current - WINDOW, current + WINDOW + 1):
        if hmac.compare_digest(totp.generate_otp(step).encode(), digits.encode()) and (used is None or step > used):
            found = step
    return found
