"""Push in the database: who may be told, what is to be told, and what became of each telling. Only names and types.

Of a subscriber nothing is kept but what is here, and the privacy page is made from it.
A `delivery` row for each message and subscription is the truth of sending; a queue only wakes those who read it.
"""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text, text

from imh_parents.db.engine import metadata
from imh_parents.db.types import Moment

Id = String(32)  # uuid4, hex

SUBSCRIPTIONS = Table(
    "push_subscription",
    metadata,
    Column("id", Id, primary_key=True),
    Column("endpoint", Text, nullable=False, unique=True),
    Column("origin", String(255), nullable=False),  # scheme and host of the endpoint: the push service, and its lane
    Column("p256dh", String(100), nullable=False),  # base64url, as the browser gave it (RFC 8291, 3.1)
    Column("auth", String(30), nullable=False),
    Column("key_id", String(16), nullable=False),  # the VAPID key it was made with; keys rotate, subscriptions stay
    Column("language", String(8), nullable=False),
    Column("topics", JSON, nullable=False),  # list of topic names
    Column("band", String(20)),  # only when the parent chose to say
    Column("made", Moment, nullable=False),
    Column("seen", Moment, nullable=False),
    Index("ix_push_subscription_origin", "origin"),
)

MESSAGES = Table(
    "push_message",
    metadata,
    Column("id", Id, primary_key=True),
    Column("version", Integer, nullable=False),  # raised by every save: who saves on an older one is told
    Column("state", String(12), nullable=False),  # draft, scheduled, sending, paused, stopped, sent, failed
    Column("topic", String(20), nullable=False),  # week or age: what parents subscribe to
    Column("bands", JSON, nullable=False),  # empty: every age
    Column("texts", JSON, nullable=False),  # {language: {"title", "line", "page"}}
    Column("tag", String(32), nullable=False),  # RFC 8030 Topic, and the notification's tag: a newer one replaces an older
    Column("urgency", String(10), nullable=False),  # RFC 8030, 5.3
    Column("due", Moment),
    Column("until", Moment),  # after this nothing is sent; TTL counts down to it, or to nine in the evening when that is sooner
    Column("made", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("changed_by", String(32)),  # a user of the desk
    Column("trouble", Text),  # why it failed, or did for one push service, in plain words
    Column("source", Text, unique=True),  # campaign/<year>/<message id> when content planned it
)

DELIVERIES = Table(
    "push_delivery",
    metadata,
    Column("message_id", Id, ForeignKey("push_message.id", ondelete="CASCADE"), primary_key=True),
    Column("subscription_id", Id, primary_key=True),  # no foreign key: the outcome outlives the subscription
    Column("origin", String(255), nullable=False),
    Column("shard", Integer, nullable=False),
    Column("state", String(10), nullable=False),  # open, sent, gone, expired, failed, stopped
    Column("due", Moment, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("lease", Moment),  # claimed until
    Column("worker", String(64)),
    Column("status", Integer),  # the last HTTP status
    Column("closed", Moment),
    Index("ix_push_delivery_open", "shard", "origin", "due", sqlite_where=text("state = 'open'"), postgresql_where=text("state = 'open'")),
    Index("ix_push_delivery_subscription_id", "subscription_id", "closed"),
)

LANES = Table(
    "push_lane",
    metadata,
    Column("origin", String(255), primary_key=True),
    Column("paused_until", Moment),
    Column("free", Moment),  # the moment its rate allows the next message: one rate for all workers
    Column("stopped", Boolean, nullable=False),  # everybody got 401 or 403: somebody has to look
    Column("trouble", Text),
    Column("changed", Moment, nullable=False),  # made, stopped, or started again
)
