"""The one database of this process, for the pages of the desk and the door before them."""

from functools import cache

from imh_parents.db.database import Database
from imh_parents.db.engine import open_engine
from imh_parents.settings import settings


@cache
def database() -> Database:
    return Database(lambda: open_engine(settings()))
