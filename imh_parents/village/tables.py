"""The village in the database: what sources say, what people confirmed, and what happened. Only names and types; SQL is in store.py.

A service is shown when it is neither deleted nor merged into another. Nothing is ever really deleted.
"""

from sqlalchemy import JSON, Column, Float, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from imh_parents.db.engine import metadata
from imh_parents.db.types import Moment

Id = String(36)

SOURCES = Table(
    "village_source",
    metadata,
    Column("name", String(80), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("url", Text),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("fetched", Moment),
)

RUNS = Table(
    "village_run",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", String(80), nullable=False),
    Column("started", Moment, nullable=False),
    Column("counts", JSON, nullable=False),
)

ORGANIZATIONS = Table(
    "village_organization",
    metadata,
    Column("id", Id, primary_key=True),
    Column("source", String(80), nullable=False),
    Column("source_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("body", JSON, nullable=False),  # HSDS, without services
    Column("digest", String(64), nullable=False),
    Column("fetched", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    UniqueConstraint("source", "source_id"),
)

SERVICES = Table(
    "village_service",
    metadata,
    Column("id", Id, primary_key=True),
    Column("organization_id", Id, ForeignKey("village_organization.id"), index=True),
    Column("source", String(80), nullable=False),
    Column("source_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("body", JSON, nullable=False),  # HSDS, without the organization
    Column("digest", String(64), nullable=False),
    Column("run", Integer, nullable=False),  # the last run that saw it
    Column("fetched", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("deleted", Moment),
    Column("deleted_reason", Text),
    Column("merged_into", Id, ForeignKey("village_service.id"), index=True),
    # What duplicates are looked up by:
    Column("folded", Text, nullable=False, index=True),
    Column("phone", String(20), index=True),
    Column("address", Text),
    Column("postcode", String(10), index=True),
    Column("latitude", Float),
    Column("longitude", Float),
    UniqueConstraint("source", "source_id"),
    Index(None, "source", "run"),
)

PLACES = Table(
    "village_service_at_location",
    metadata,
    Column("id", Id, primary_key=True),
    Column("service_id", Id, ForeignKey("village_service.id"), nullable=False, index=True),
    Column("location_id", Id),
    Column("postcode", String(10), index=True),
    Column("position", Integer, nullable=False),  # its place in the service's own list
)

AREAS = Table(
    "village_area",
    metadata,
    Column("service_id", Id, ForeignKey("village_service.id"), primary_key=True),
    Column("province", String(20), primary_key=True, index=True),
)

TAXONOMIES = Table("village_taxonomy", metadata, Column("id", Id, primary_key=True), Column("name", Text, nullable=False), Column("body", JSON, nullable=False))

TERMS = Table(
    "village_taxonomy_term",
    metadata,
    Column("id", Id, primary_key=True),
    Column("taxonomy_id", Id, index=True),
    Column("parent_id", Id),
    Column("name", Text, nullable=False),
    Column("body", JSON, nullable=False),
)

SERVICE_TERMS = Table(
    "village_service_term",
    metadata,
    Column("service_id", Id, ForeignKey("village_service.id"), primary_key=True),
    Column("term_id", Id, primary_key=True, index=True),
)

HISTORY = Table(
    "village_history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("service_id", Id, nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("action", String(20), nullable=False),  # added changed gone back merged parted handled no-answer
    Column("note", Text),
    Column("body", JSON),  # as it was before
)

CONFIRMATIONS = Table(
    "village_confirmation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("service_id", Id, nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("role", Text, nullable=False),
    Column("note", Text),
)

MERGES = Table(
    "village_merge",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kept_id", Id, nullable=False, index=True),
    Column("dropped_id", Id, nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("undone", Moment),
    Column("undone_by", String(20)),  # a person: never merged again; an import: may be
)

REPORTS = Table(
    "village_report",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("service_id", Id, nullable=False, index=True),
    Column("reason", String(40), nullable=False),
    Column("at", Moment, nullable=False),
)
