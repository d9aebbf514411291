"""Opening the reporting database: read only for whoever serves, in one writing hand for loads.

SQLite and PostgreSQL are known. A reader's transaction sees one moment of the database from its
first question to its last, also while a load is going on.
"""

from __future__ import annotations

import sqlite3
import time
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.exc import ArgumentError, DBAPIError

from data import schema
from data.errors import DatabaseEmpty, DatabaseUnavailable, SchemaOutdated, WrongDatabaseAddress

SchemaState = Literal["current", "empty", "behind", "unknown"]

SECONDS_FOR_A_QUESTION = 2.0
_SECONDS_TO_CONNECT = 3
_SECONDS_TO_WAIT_FOR_A_LOAD = 10
_STEPS_BETWEEN_LOOKS = 10_000

_POSTGRES = "postgresql+psycopg"
_READING = (
    f"-c statement_timeout={int(SECONDS_FOR_A_QUESTION * 1000)} -c lock_timeout=1000"
    " -c default_transaction_read_only=on"
    # Questions are short: compiling them costs more than it saves, sorting on disk as well.
    " -c jit=off -c work_mem=32MB"
)
_LOADING = f"-c lock_timeout={_SECONDS_TO_WAIT_FOR_A_LOAD * 1000}"


def open_for_reading(url: str) -> sa.Engine:
    """Make the engine of a reader; nothing is opened before the first question.

    WrongDatabaseAddress when the URL names no database of the two kinds.
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        engine = _sqlite_engine(lambda: _open_file(_file(address)), begin="BEGIN")
        sa.event.listen(engine, "before_cursor_execute", _start_clock)
        return engine
    return sa.create_engine(
        address,
        isolation_level="REPEATABLE READ",
        pool_pre_ping=True,
        pool_recycle=300,
        pool_size=4,
        max_overflow=0,
        pool_timeout=3,
        connect_args={"connect_timeout": _SECONDS_TO_CONNECT, "options": _READING},
    )


def open_for_loading(url: str) -> sa.Engine:
    """Make the engine of a load; it may create an SQLite file and its folder."""
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite_engine(lambda: _create_file(_file(address)), begin="BEGIN IMMEDIATE")
    return sa.create_engine(
        address,
        poolclass=sa.NullPool,
        connect_args={"connect_timeout": _SECONDS_TO_CONNECT, "options": _LOADING},
    )


def migrate(engine: sa.Engine) -> None:
    """Bring the tables to this version, in one transaction; contents stay."""
    with engine.begin() as connection:
        migrate_connection(connection)


def migrate_connection(connection: sa.Connection) -> None:
    """Bring the tables to this version within a transaction that is already open."""
    state = _state(connection)
    if state == "unknown":
        raise SchemaOutdated(
            "The database holds tables of another program or of a newer version of the dashboard."
        )
    if state != "current":
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def schema_state(engine: sa.Engine) -> SchemaState:
    """Tell how the database's tables stand to this version; DatabaseUnavailable without answer."""
    try:
        with engine.connect() as connection:
            return _state(connection)
    except DBAPIError as error:
        raise _unavailable(error) from error


def require_current(connection: sa.Connection) -> None:
    """Go on only when the tables are those of this version; costs one small question."""
    try:
        revision = connection.scalar(_REVISION)
    except DBAPIError as error:
        if _is_missing_table(error):
            raise DatabaseEmpty(
                "The reporting database is empty: no workbook has been loaded."
            ) from error
        raise _unavailable(error) from error
    if revision != head_revision():
        raise SchemaOutdated("The reporting database was made by another version of the dashboard.")


def alembic_config() -> Config:
    """Tell Alembic where the migrations are; the caller adds the connection."""
    config = Config()
    folder = str(files("data") / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))
    return config


@cache
def head_revision() -> str:
    """Return the newest revision of the schema."""
    head = ScriptDirectory.from_config(alembic_config()).get_current_head()
    assert head is not None
    return head


_REVISION = sa.text("SELECT version_num FROM alembic_version")


def _state(connection: sa.Connection) -> SchemaState:
    names = set(sa.inspect(connection).get_table_names())
    revision = connection.scalar(_REVISION) if "alembic_version" in names else None
    if revision is None:
        return "unknown" if names & set(schema.metadata.tables) else "empty"
    if revision == head_revision():
        return "current"
    known = ScriptDirectory.from_config(alembic_config()).walk_revisions()
    return "behind" if revision in {script.revision for script in known} else "unknown"


def _address(url: str) -> sa.URL:
    try:
        address = sa.make_url(url)
    except ArgumentError as error:
        raise WrongDatabaseAddress(
            "The database's address cannot be read; it looks like sqlite:///var/reporting.sqlite"
            " or postgresql://user:password@host/database."
        ) from error
    if address.drivername in ("postgresql", "postgres"):
        address = address.set(drivername=_POSTGRES)
    if address.drivername not in (_POSTGRES, "sqlite", "sqlite+pysqlite"):
        raise WrongDatabaseAddress(
            f"The database's address names {address.drivername!r}; known are sqlite and postgresql."
        )
    if address.get_backend_name() == "sqlite":
        _file(address)
    return address


def _file(address: sa.URL) -> Path:
    name = address.database or ""
    if name in ("", ":memory:") or name.startswith("file:") or address.query:
        raise WrongDatabaseAddress(
            "The SQLite database's address names no plain file, as in"
            " sqlite:///var/reporting.sqlite."
        )
    return Path(name)


def _sqlite_engine(opener: Any, *, begin: str) -> sa.Engine:
    """Make an engine without a pool, as a pooled connection would read a replaced file for ever."""
    engine = sa.create_engine("sqlite://", creator=opener, poolclass=sa.NullPool)

    @sa.event.listens_for(engine, "begin")
    def start(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _open_file(path: Path) -> sqlite3.Connection:
    """Open a file that must be there; the connection cannot write, and gives up slow questions."""
    if not path.exists():
        raise DatabaseUnavailable("The reporting database's file is not there.")
    connection = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode=ro",
        uri=True,
        timeout=1,
        isolation_level=None,
        check_same_thread=False,
        factory=_Impatient,
    )
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _start_clock(connection: sa.Connection, *_: object) -> None:
    driver = connection.connection.driver_connection
    assert isinstance(driver, _Impatient)
    driver.start_clock()


class _Impatient(sqlite3.Connection):
    """A connection whose every statement ends in an error when it has run for too long."""

    _deadline = float("inf")

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.set_progress_handler(self._is_late, _STEPS_BETWEEN_LOOKS)

    def start_clock(self) -> None:
        self._deadline = time.monotonic() + SECONDS_FOR_A_QUESTION

    def _is_late(self) -> bool:
        return time.monotonic() > self._deadline


def _create_file(path: Path) -> sqlite3.Connection:
    """Open a file for a load, made when it is missing.

    The write-ahead log lets readers go on with the old contents, and leaves them whole after a
    kill: a reader, who may not write, could not undo a rollback journal.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(
        path, timeout=_SECONDS_TO_WAIT_FOR_A_LOAD, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _is_missing_table(error: DBAPIError) -> bool:
    said = str(error.orig)
    return "no such table" in said or getattr(error.orig, "sqlstate", None) == "42P01"


def _unavailable(error: DBAPIError) -> DatabaseUnavailable:
    if "not a database" in str(error.orig):
        return DatabaseUnavailable("The reporting database's file is no SQLite database.")
    return DatabaseUnavailable("The reporting database does not answer.")
