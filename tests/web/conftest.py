"""A small filled ledger for the pages' tests, and an empty one."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from tests.web.browser import chromium, serving_desk
from tests.web.desk import client, fill

from dragoman.ledger import Ledger


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger's file with the hand-made readings; copied by those that write."""
    path = tmp_path_factory.mktemp("desk") / "filled.db"
    fill(path)
    return path


@pytest.fixture(scope="session")
def ledger(filled: Path) -> Iterator[Ledger]:
    """The filled ledger, for tests that only look."""
    with Ledger(f"sqlite:///{filled}") as opened:
        yield opened


@pytest.fixture(scope="session")
def desk(ledger: Ledger) -> Iterator[TestClient[Litestar]]:
    """The desk over it, open, for tests that only look."""
    with client(ledger) as made:
        yield made


@pytest.fixture
def own_ledger(filled: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A filled ledger of the test's own."""
    for part in filled.parent.glob("filled.db*"):
        shutil.copy(part, tmp_path / part.name)
    with Ledger(f"sqlite:///{tmp_path / 'filled.db'}") as opened:
        yield opened


@pytest.fixture
def own_desk(own_ledger: Ledger) -> Iterator[TestClient[Litestar]]:
    """The desk over it, open."""
    with client(own_ledger) as made:
        yield made


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with nothing in it."""
    with Ledger(f"sqlite:///{tmp_path / 'empty.db'}") as opened:
        yield opened


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real browser, one for all tests."""
    with chromium() as made:
        yield made


@pytest.fixture(scope="session")
def address(ledger: Ledger) -> Iterator[str]:
    """Where the desk over the filled ledger is served, for tests that only look."""
    with serving_desk(ledger) as made:
        yield made


@pytest.fixture
def own_address(own_ledger: Ledger) -> Iterator[str]:
    """Where the desk over a ledger of the test's own is served."""
    with serving_desk(own_ledger) as made:
        yield made


@pytest.fixture
def empty_address(empty: Ledger) -> Iterator[str]:
    """Where the desk over an empty ledger is served."""
    with serving_desk(empty) as made:
        yield made
