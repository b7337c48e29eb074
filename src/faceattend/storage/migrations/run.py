"""Runs the migrations from within the program; apart, since Alembic is only loaded when there is one to run."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def knows(migrations: Path, revision: str) -> bool:
    """Whether the folder holds that migration."""
    return any(script.revision == revision for script in _scripts(migrations).walk_revisions())


def upgrade(connection: Connection, migrations: Path, to: str) -> None:
    """Run the migrations up to a revision, within the connection's transaction."""
    config = _config(migrations)
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _scripts(migrations: Path) -> ScriptDirectory:
    return ScriptDirectory.from_config(_config(migrations))


def _config(migrations: Path) -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    return config
