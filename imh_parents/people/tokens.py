"""Secrets that a person carries and the database must not know: random, shown once, kept only as a hash."""

import hashlib
import secrets
from uuid import uuid4


def new_token() -> str:
    """43 characters, 256 random bits: no hash of it needs to be slow."""
    return secrets.token_urlsafe(32)


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def new_id() -> str:
    return uuid4().hex
