"""What a push service and a browser check of a push; an assertion names what is wrong."""

import json
import re
from datetime import datetime, timedelta
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec

from imh_parents.push.vapid import Key, decode
from tests.push.people import Person
from tests.push.service import Request


def accepted(request: Request, key: Key, origin: str, now: datetime) -> dict[str, Any]:
    """The notification in it, once every header, the token and the encryption are found right."""
    headers = request.headers
    assert headers["content-encoding"] == "aes128gcm"
    assert 0 <= int(headers["ttl"]) <= 13 * 3600  # from eight till nine in the evening
    assert headers["urgency"] in ("very-low", "low", "normal", "high")
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,32}", headers["topic"])
    assert len(request.content) <= 4096
    found = re.fullmatch(r"vapid t=([^,]+),k=(\S+)", headers["authorization"])
    assert found, headers["authorization"]
    assert found[2] == key.public
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), decode(found[2]))
    claims = jwt.decode(found[1], public, algorithms=["ES256"], audience=origin, options={"verify_exp": False})
    assert now < datetime.fromtimestamp(claims["exp"], now.tzinfo) <= now + timedelta(hours=24)
    assert claims["sub"].startswith("mailto:")
    body = json.loads(Person(int(request.path.rpartition("/")[2])).reads(request.content))
    assert body["web_push"] == 8030
    notification: dict[str, Any] = body["notification"]
    return notification
