"""Users of the desk in the database: who they are, where they are logged in, how often was guessed, who did what. Only names and types.

No password, code, link or cookie stands here as it is used: passwords as Argon2, the rest as hashes of random tokens.
"""

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table, Text

from imh_parents.db.engine import metadata
from imh_parents.db.types import Moment

Id = String(32)  # uuid4, hex
Hash = String(64)  # SHA-256, hex

USERS = Table(
    "people_user",
    metadata,
    Column("id", Id, primary_key=True),
    Column("email", String(254), nullable=False, unique=True),  # folded
    Column("name", Text, nullable=False),
    Column("role", String(12), nullable=False),
    Column("team", String(80), nullable=False, server_default=""),  # whose sets are theirs; none: nobody's
    Column("password", Text),  # none until the link was used
    Column("totp", String(64)),  # the shared secret of the second step
    Column("totp_new", String(64)),  # shown, not yet proved
    Column("totp_used", Integer),  # the last half minute a code was taken for
    Column("made", Moment, nullable=False),
    Column("revoked", Moment),
)

SESSIONS = Table(
    "people_session",
    metadata,
    Column("id", Hash, primary_key=True),  # of the cookie
    Column("user_id", Id, ForeignKey("people_user.id", ondelete="CASCADE"), nullable=False),
    Column("second", Boolean, nullable=False),  # was the second step taken?
    Column("agent", String(120), nullable=False),  # what the browser calls itself, to tell one's own sessions apart
    Column("made", Moment, nullable=False),
    Column("seen", Moment, nullable=False),
    Index("ix_people_session_user_id", "user_id"),
)

LINKS = Table(
    "people_link",
    metadata,
    Column("user_id", Id, ForeignKey("people_user.id", ondelete="CASCADE"), primary_key=True),  # a new link replaces the one before
    Column("id", Hash, nullable=False, unique=True),  # of the secret in the link
    Column("ends", Moment, nullable=False),
)

GUESSES = Table(
    "people_guess",
    metadata,
    Column("id", Hash, primary_key=True),  # of an account or an address
    Column("tries", Integer, nullable=False),
    Column("last", Moment, nullable=False),
    Column("until", Moment, nullable=False),  # before this no attempt is even looked at
)

LOG = Table(  # the database refuses to change or delete a row: see the migration
    "people_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("user_id", Id),  # no foreign key: what was done stays
    Column("name", Text, nullable=False),  # as they were called then
    Column("action", String(40), nullable=False),
    Column("about", Text),
    Column("detail", JSON),
    Index("ix_people_log_at", "at"),
)
