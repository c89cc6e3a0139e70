"""The desk: teams, favourite sets, and what became of the links in the content."""

import sqlalchemy as sa
from alembic import op

from imh_parents.db.types import Moment

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    with op.batch_alter_table("people_user", schema=None) as batch_op:
        batch_op.add_column(sa.Column("team", sa.String(length=80), nullable=False, server_default=""))

    op.create_table(
        "nurse_favourite",
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("set_id", sa.String(length=6), nullable=False),
        sa.ForeignKeyConstraint(["set_id"], ["nurse_set.id"], name=op.f("fk_nurse_favourite_set_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("user_id", "set_id", name=op.f("pk_nurse_favourite")),
    )
    op.create_table(
        "content_link",
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=8), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("checked", Moment(), nullable=False),
        sa.Column("since", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("url", name=op.f("pk_content_link")),
    )
