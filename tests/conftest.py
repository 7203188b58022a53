"""What all tests share: the optional folder of gold data, and small ways to make documents."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.server import serving

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder `shared` beside the repository; the test is skipped where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder ../shared beside the repository (gold data and the seed page)")
    return folder


@pytest.fixture(scope="session")
def seed(shared: Path) -> Path:
    """The scraped page that the project started from."""
    path = shared / "seed" / "000_8408759f885e106c.txt"
    if not path.is_file():
        pytest.skip("needs ../shared/seed/000_8408759f885e106c.txt")
    return path


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a web server on loopback (tests/server.py says what it answers)."""
    with serving() as address:
        yield address
