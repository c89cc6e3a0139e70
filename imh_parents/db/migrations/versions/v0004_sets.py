"""Nurses: the named sets of a team and their weekly counts."""

import sqlalchemy as sa
from alembic import op

from imh_parents.db.types import Moment

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "nurse_set",
        sa.Column("id", sa.String(length=6), nullable=False),
        sa.Column("team", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("moment", sa.Integer(), nullable=False),
        sa.Column("made", Moment(), nullable=False),
        sa.Column("changed", Moment(), nullable=False),
        sa.Column("archived", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_nurse_set")),
    )
    with op.batch_alter_table("nurse_set", schema=None) as batch_op:
        batch_op.create_index("ix_nurse_set_team", ["team"], unique=False)
        batch_op.create_index("ix_nurse_set_moment", ["moment"], unique=False)

    op.create_table(
        "nurse_set_opens",
        sa.Column("set_id", sa.String(length=6), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["set_id"], ["nurse_set.id"], name=op.f("fk_nurse_set_opens_set_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("set_id", "week", name=op.f("pk_nurse_set_opens")),
    )
