"""Opens a store and keeps it whole: connections, migrations, and errors in the ledger's words.

Writing is done in one transaction a batch, under one lock: SQLite's own (BEGIN IMMEDIATE, waited
for up to a minute), or an advisory lock of PostgreSQL. So a process killed at any moment leaves
whole batches behind, and two that write at once take turns.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from dragoman.errors import LedgerError, MissingExtra, UsageError
from dragoman.ledger.schema import VERSION

DEFAULT = "sqlite:///ledger.db"
_WAIT_MS = 60_000  # how long a writer waits for its turn
_LOCK = 0x44524147  # PostgreSQL's advisory lock: one writer a database

# What a store's own message contains -> what happened and what to do.
_CAUSES = (
    ("disk is full", "the disk is full: free space and run it again; nothing was half-written"),
    ("disk full", "the disk is full: free space and run it again; nothing was half-written"),
    ("no space left", "the disk is full: free space and run it again; nothing was half-written"),
    ("readonly", "it is read-only: change its permissions, or name another with --ledger"),
    ("read-only", "it is read-only: change its permissions, or name another with --ledger"),
    ("permission denied", "it is not yours to read: change its permissions, or name another with --ledger"),
    ("not a database", "it is no ledger, or a corrupted one: restore a copy, or name another with --ledger"),
    ("malformed", "it is corrupted: restore a copy, or start a new one and add the documents again"),
    ("disk i/o error", "the disk failed to read or write it: check the disk, then run it again"),
    ("locked", "another program keeps it locked: end that program or wait, then run it again"),
    ("unable to open", "it cannot be opened: check that its folder exists and is yours to write"),
    ("connection", "the server does not answer: check the address, and that it is running"),
    ("does not exist", "the server has no such database or role: create it, or correct the address"),
    ("authentication", "the server refuses the password: correct the address"),
    ("no such table", "it is a database, but no ledger: name another with --ledger"),
)


class Store:
    """A database with the ledger's schema, open for reading, and for writing unless `read_only`."""

    def __init__(self, url: str = DEFAULT) -> None:
        self.url = _parse(url)
        self.sqlite = self.url.get_backend_name() == "sqlite"
        self.path = _path(self.url) if self.sqlite else None
        self.name = str(self.path) if self.path else self.url.render_as_string(hide_password=True)
        self.read_only = self.path is not None and self.path.exists() and not os.access(self.path, os.W_OK)
        with self.errors():
            self.engine = self._engine()
            self._migrate()

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store."""
        with self.errors(), self.engine.connect() as connection:
            if self.sqlite:
                connection.exec_driver_sql("BEGIN")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The only writer's connection; all of the block is kept, or none of it."""
        if self.read_only:
            raise LedgerError(f"{self.name}: it is read-only: change its permissions, or use another ledger")
        with self.errors(), self.engine.connect() as connection:
            if self.sqlite:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            try:
                yield connection
                connection.commit()
            except BaseException:
                connection.rollback()
                raise

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turn the store's errors into LedgerError: one line that says what to do."""
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error, OSError) as error:
            raise LedgerError(f"{self.name}: {_explain(error)}") from error

    def _engine(self) -> Engine:
        if not self.sqlite:
            try:
                return create_engine(self.url, pool_pre_ping=True)
            except ModuleNotFoundError as error:
                raise MissingExtra(
                    f"{self.url.drivername} needs a driver: pip install 'dragoman[postgresql]'"
                ) from error
        path, read_only = self.path, self.read_only

        def connect() -> sqlite3.Connection:
            target = f"{path.resolve().as_uri()}?mode=ro&immutable=1" if read_only and path else str(path)
            return sqlite3.connect(
                target, timeout=_WAIT_MS / 1000, uri=read_only, isolation_level=None, check_same_thread=False
            )

        engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

        @event.listens_for(engine, "connect")
        def prepare(connection: Any, _: Any) -> None:
            cursor = connection.cursor()
            cursor.execute("PRAGMA foreign_keys=ON")
            cursor.execute("PRAGMA cache_size=-65536")
            cursor.execute("PRAGMA temp_store=MEMORY")
            if not read_only:
                cursor.execute("PRAGMA journal_mode=WAL")
                cursor.execute("PRAGMA synchronous=NORMAL")
                # A page that many batches write to is carried over from the log once for them all.
                cursor.execute("PRAGMA wal_autocheckpoint=8000")
            cursor.close()

        return engine

    def _version(self) -> str | None:
        with self.engine.connect() as connection:
            if not inspect(connection).has_table("alembic_version"):
                if inspect(connection).get_table_names():
                    raise LedgerError(
                        f"{self.name}: it is a database, but no ledger: name another with --ledger"
                    )
                return None
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            return str(found) if found else None

    def _migrate(self) -> None:
        version = self._version()
        if version == VERSION:
            return
        if version is not None and version > VERSION:
            raise LedgerError(
                f"{self.name}: a newer Dragoman wrote it (its version is {version}, this one knows "
                f"{VERSION}): upgrade with pip install -U dragoman"
            )
        from alembic import command  # slow to import, and needed once a ledger's life
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        with self.writing() as connection:
            config.attributes["connection"] = connection
            if self._found(connection) != VERSION:  # another process may have been faster
                command.upgrade(config, "head")

    def _found(self, connection: Connection) -> str | None:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _parse(url: str) -> URL:
    hint = "write sqlite:///ledger.db or postgresql+psycopg://user@host/database"
    try:
        parsed = make_url(url if "://" in url else f"sqlite:///{url}")
    except ArgumentError as error:
        raise UsageError(f"{url!r} names no ledger: {hint}") from error
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise UsageError(f"{parsed.get_backend_name()} is no store that Dragoman knows: {hint}")
    if parsed.get_backend_name() == "sqlite" and parsed.database in (None, "", ":memory:"):
        raise UsageError(f"a ledger is a file: {hint}")
    return parsed.set(drivername="postgresql+psycopg") if parsed.drivername == "postgresql" else parsed


def _path(url: URL) -> Path:
    path = Path(url.database or "").expanduser()
    if path.is_dir():
        raise LedgerError(f"{path}: it is a folder: name a file, such as {path / 'ledger.db'}")
    return path


def _explain(error: Exception) -> str:
    original = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    said = " ".join(str(original).split())
    for part, cause in _CAUSES:
        if part in said.lower():
            return cause
    return f"the store failed ({said[:200]}): check that it is whole and that there is space"
