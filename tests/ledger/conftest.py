"""A ledger on each store: a file of SQLite, and a database of a PostgreSQL started for the tests."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from dragoman.ledger import Ledger


def _binaries() -> Path | None:
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return versions[-1].parent if versions else None


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a temporary PostgreSQL, without the database's name."""
    binaries = _binaries()
    if binaries is None:
        pytest.skip("PostgreSQL's initdb is not installed (Debian: apt install postgresql)")
    # PostgreSQL refuses to run as root.
    user = None
    if os.getuid() == 0:
        names = {entry.pw_name for entry in pwd.getpwall()}
        user = "postgres" if "postgres" in names else "nobody"
    home = Path(tempfile.mkdtemp(prefix="dragoman-pg-"))
    home.chmod(0o755)
    if user:
        shutil.chown(home, user)
    data, log = home / "data", home / "log"

    def run(name: str, *arguments: str) -> None:
        # The server inherits what it is started with: it must not hold pytest's pipes open.
        subprocess.run(
            [binaries / name, *arguments],
            user=user,
            cwd=home,
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=120,
        )

    run("initdb", "-D", str(data), "-U", "dragoman", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    options = f"-k {home} -c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=60"
    run("pg_ctl", "-D", str(data), "-l", str(log), "-w", "-o", options, "start")
    try:
        yield f"postgresql+psycopg://dragoman@/{{name}}?host={home}"
    finally:
        run("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(home, ignore_errors=True)


def new_database(address: str) -> str:
    """Make a database and return its URL."""
    from sqlalchemy import create_engine, text

    name = f"t{uuid4().hex[:12]}"
    engine = create_engine(address.format(name="postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return address.format(name=name)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty ledger, on each store in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'ledger.db'}"
    return new_database(request.getfixturevalue("postgresql"))


@pytest.fixture
def ledger(url: str) -> Iterator[Ledger]:
    """An empty ledger, on each store in turn."""
    with Ledger(url) as opened:
        yield opened
