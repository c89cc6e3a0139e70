"""A message on one's own phone before anybody else gets it: one push, at once, that counts nowhere."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from imh_parents.push.body import body
from imh_parents.push.encryption import encrypt
from imh_parents.push.keys import Keys
from imh_parents.push.lanes import Pace
from imh_parents.push.messages import Stored
from imh_parents.push.post import Post, open_post
from imh_parents.push.services import origin_of
from imh_parents.push.tables import SUBSCRIPTIONS
from imh_parents.push.vapid import Tokens, decode

TAG = "proef"
LIFE = timedelta(minutes=10)  # a phone that is off now should not ring tonight


async def send_trial(
    conn: AsyncConnection, endpoint: str, message: Stored, keys: Keys, subject: str, public_url: str, now: datetime, post: Post | None = None
) -> str:
    """`sent`, `failed`, or `unknown` when nobody subscribed with this address: only what is in our table is ever written to."""
    row = (await conn.execute(select(SUBSCRIPTIONS).where(SUBSCRIPTIONS.c.endpoint == endpoint))).one_or_none()
    if row is None:
        return "unknown"
    key = keys.by_id(row.key_id)
    if key is None:
        return "failed"
    texts = {code: text.model_dump() for code, text in message.draft.texts.items()}
    # Another id each time, or the phone takes the second try for a repeat of the first.
    content = body(f"{message.id}-{int(now.timestamp())}", texts, row.language, TAG, public_url)
    head = {"authorization": Tokens(subject).of(key, origin_of(endpoint), now), "ttl": str(int(LIFE.total_seconds())), "urgency": "high", "topic": TAG}
    request = encrypt(content, decode(row.p256dh), decode(row.auth))
    if post:
        answer = await post(endpoint, head, request)
    else:
        async with open_post(Pace()) as opened:
            answer = await opened(endpoint, head, request)
    return "sent" if answer.status and 200 <= answer.status < 300 else "failed"
