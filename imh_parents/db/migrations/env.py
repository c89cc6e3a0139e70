"""Run by Alembic for every command; the connection comes from db/migrate.py."""

from alembic import context

from imh_parents.db.engine import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
