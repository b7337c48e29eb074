"""Alembic's environment: it loads this file by path and finds the open connection in the configuration's attributes."""

from alembic import context

from faceattend.storage.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,  # SQLite alters most things by rebuilding the table
)
with context.begin_transaction():
    context.run_migrations()
