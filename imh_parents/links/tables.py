"""What became of every address the content leads to. Only names and types; SQL is in store.py."""

from sqlalchemy import Column, Integer, String, Table, Text

from imh_parents.db.engine import metadata
from imh_parents.db.types import Moment

LINKS = Table(
    "content_link",
    metadata,
    Column("url", Text, primary_key=True),
    Column("outcome", String(8), nullable=False),  # ok, gone, unsure: see checking.py
    Column("status", Integer),  # what the server answered; none when nobody answered
    Column("why", Text),  # what went wrong, in the words of the client
    Column("checked", Moment, nullable=False),
    Column("since", Moment),  # the first look at which it was not ok, without an ok after it
)
