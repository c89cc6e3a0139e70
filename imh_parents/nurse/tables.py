"""Named sets of a team, who keeps which at hand, and how often each was opened in a week. Only names and types; SQL is in store.py.

Of an opening nothing is kept but that it was: one more in the count of its week.
"""

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, Text

from imh_parents.db.engine import metadata
from imh_parents.db.types import Moment

SETS = Table(
    "nurse_set",
    metadata,
    Column("id", String(6), primary_key=True),  # the letters in the link: for counting, the set itself stands in `code`
    Column("team", String(80), nullable=False, index=True),
    Column("name", String(80), nullable=False),
    Column("code", Text, nullable=False),  # without the letters of the team
    Column("moment", Integer, nullable=False, index=True),  # as in the code: a number of content/nurse/numbers.yaml, 0 for none
    Column("made", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("archived", Moment),
)

OPENS = Table(
    "nurse_set_opens",
    metadata,
    Column("set_id", String(6), ForeignKey("nurse_set.id", ondelete="CASCADE"), primary_key=True),
    Column("week", Date, primary_key=True),  # its Monday
    Column("count", Integer, nullable=False),
)

FAVOURITES = Table(
    "nurse_favourite",
    metadata,
    Column("user_id", String(32), primary_key=True),  # who works here, never a family; no foreign key, as in the log
    Column("set_id", String(6), ForeignKey("nurse_set.id", ondelete="CASCADE"), primary_key=True),
)
