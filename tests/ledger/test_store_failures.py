"""A ledger stays whole: killed, full, read-only, newer, corrupted, written by two at once."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import event, text
from tests.ledger.accounts import engagement, reading
from tests.ledger.fill import documents

from dragoman.errors import DragomanError, LedgerError
from dragoman.ledger import Ledger


def _start(url: str, count: int, root: Path, first: int = 0) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.ledger.fill", url, str(count), str(first)]
    return subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE)


def _filed(path: Path) -> int:
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])
    except sqlite3.OperationalError:  # not made yet
        return 0


@pytest.mark.slow
def test_store_killed_while_adding_two_thousand_documents(tmp_path: Path, root: Path) -> None:
    """Killed at several moments and run again: nothing lost, nothing twice, the same records."""
    count, path = 2000, tmp_path / "killed.db"
    for moment in (1, 400, 401, 1200):
        process = _start(f"sqlite:///{path}", count, root)
        deadline = time.monotonic() + 120
        while _filed(path) < moment and process.poll() is None:
            assert time.monotonic() < deadline
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert 0 < _filed(path) < count, "it was killed before the end"
    assert _start(f"sqlite:///{path}", count, root).wait(timeout=240) == 0
    with Ledger(str(path)) as killed, Ledger(str(tmp_path / "whole.db")) as whole:
        whole.file_many(documents(count))
        counted = ("documents", "reports", "records", "judgements")
        assert [killed.stats()[name] for name in counted] == [whole.stats()[name] for name in counted]
        assert killed.records() == whole.records()
        assert killed.search("trade").total == whole.search("trade").total


def test_store_two_processes_add_at_once(url: str, root: Path) -> None:
    """Two writers that share documents take turns: no lost update, no "database is locked"."""
    count = 240
    writers = [_start(url, count, root, first) for first in (0, 80)]
    for writer in writers:
        _, told = writer.communicate(timeout=200)
        assert writer.returncode == 0, told.decode()
    with Ledger(url) as ledger:
        assert ledger.stats()["documents"] == count
        before = ledger.records()
        ledger.rebuild()
        assert ledger.records() == before


def test_store_a_full_disk_is_told_and_nothing_is_half_written(tmp_path: Path) -> None:
    """Where the disk is full, what was filed before stays, and the error says what to do."""
    with Ledger(str(tmp_path / "full.db")) as ledger:
        ledger.file(reading(engagement("A Lavrov||RUS", "B Blinken||USA", start="2024-03-01")))
        before = ledger.stats()

        @event.listens_for(ledger._store.engine, "checkout")
        def limit(connection: sqlite3.Connection, *_: object) -> None:
            connection.execute("PRAGMA max_page_count = 1")  # as many pages as there are

        long = reading(engagement("C Wang||CHN", "D Abe||JPN", start="2024-03-02"), text="word " * 200_000)
        with pytest.raises(LedgerError, match="disk is full: free space"):
            ledger.file(long)
        event.remove(ledger._store.engine, "checkout", limit)
        assert ledger.stats() == before
    with Ledger(str(tmp_path / "full.db")) as ledger:
        assert ledger.file(long).new


def test_store_a_read_only_file_can_be_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be written is read, and writing to it is refused in words."""
    path = tmp_path / "readonly.db"
    account = reading(engagement("A Lavrov||RUS", "B Blinken||USA", start="2024-03-01"))
    with Ledger(str(path)) as ledger:
        ledger.file(account)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write to anything
    with Ledger(str(path)) as ledger:
        assert len(ledger.records()) == 1
        with pytest.raises(LedgerError, match="read-only: change its permissions"):
            ledger.file(reading(engagement("C Wang||CHN", "D Abe||JPN", start="2024-03-02")))
        with pytest.raises(LedgerError, match="read-only"), ledger._store.reading() as connection:
            connection.execute(text("DELETE FROM records"))


def test_store_a_newer_ledger_is_left_alone(url: str) -> None:
    """A ledger that a newer Dragoman wrote is not opened."""
    with Ledger(url) as ledger, ledger._store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(LedgerError, match=r"newer Dragoman wrote it.*pip install -U dragoman"):
        Ledger(url)


def test_store_a_corrupted_file_is_told(tmp_path: Path) -> None:
    """A file with foreign bytes in its middle, or none of a database's, gives one clear line."""
    path = tmp_path / "ledger.db"
    with Ledger(str(path)) as ledger:
        for day in range(1, 20):
            ledger.file(reading(engagement("A Lavrov||RUS", "B Blinken||USA", start=f"2024-03-{day:02}")))
    content = bytearray(path.read_bytes())
    content[4096 : len(content)] = b"\x5a" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=r"corrupted|no ledger"), Ledger(str(path)) as ledger:
        ledger.records()
    text_file = tmp_path / "notes.txt"
    text_file.write_text("These are notes, and no database. " * 40)
    with pytest.raises(LedgerError, match="no ledger"):
        Ledger(str(text_file))
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE cats (name TEXT)")
    with pytest.raises(LedgerError, match="a database, but no ledger"):
        Ledger(str(other))


@pytest.mark.parametrize(
    "url",
    ["mysql://x/y", "http://example.org", "sqlite://", "sqlite:///:memory:", "postgresql+nodriver://x/y",
     "sqlite:////nonexistent/folder/x.db", "postgresql+psycopg://nobody@127.0.0.1:1/none"],
)  # fmt: skip
def test_store_an_address_that_leads_nowhere(url: str) -> None:
    """What is no ledger's address is told in one line that says what to write or check."""
    with pytest.raises(DragomanError) as error:
        Ledger(url)
    assert "\n" not in str(error.value)
    assert ":" in str(error.value)


def test_store_a_folder_is_no_ledger(tmp_path: Path) -> None:
    """A folder's name is answered with a file's."""
    with pytest.raises(LedgerError, match="it is a folder"):
        Ledger(str(tmp_path))
