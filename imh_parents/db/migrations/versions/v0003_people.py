"""People: users of the desk, their sessions and links, guesses, and the log that only grows."""

import sqlalchemy as sa
from alembic import op

from imh_parents.db.types import Moment

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "people_user",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("password", sa.Text(), nullable=True),
        sa.Column("totp", sa.String(length=64), nullable=True),
        sa.Column("totp_new", sa.String(length=64), nullable=True),
        sa.Column("totp_used", sa.Integer(), nullable=True),
        sa.Column("made", Moment(), nullable=False),
        sa.Column("revoked", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people_user")),
        sa.UniqueConstraint("email", name=op.f("uq_people_user_email")),
    )
    op.create_table(
        "people_session",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("second", sa.Boolean(), nullable=False),
        sa.Column("agent", sa.String(length=120), nullable=False),
        sa.Column("made", Moment(), nullable=False),
        sa.Column("seen", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["people_user.id"], name=op.f("fk_people_session_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people_session")),
    )
    op.create_index("ix_people_session_user_id", "people_session", ["user_id"])
    op.create_table(
        "people_link",
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("ends", Moment(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["people_user.id"], name=op.f("fk_people_link_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_people_link")),
        sa.UniqueConstraint("id", name=op.f("uq_people_link_id")),
    )
    op.create_table(
        "people_guess",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("last", Moment(), nullable=False),
        sa.Column("until", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people_guess")),
    )
    op.create_table(
        "people_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people_log")),
    )
    op.create_index("ix_people_log_at", "people_log", ["at"])
    _only_grows()


def _only_grows() -> None:
    """The log refuses UPDATE and DELETE, whoever asks."""
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(f"CREATE TRIGGER people_log_{verb.lower()} BEFORE {verb} ON people_log BEGIN SELECT RAISE(ABORT, 'people_log only grows'); END")
        return
    op.execute("CREATE FUNCTION people_log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'people_log only grows'; END $$")
    op.execute("CREATE TRIGGER people_log_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON people_log EXECUTE FUNCTION people_log_only_grows()")
