"""What all tests share: the optional folder of gold data, and small ways to make documents."""

import os
from collections.abc import Generator, Iterator
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


# Tiers that have to run here (".ci/run" names those that can): a skipped test of them is a failure.
TIERS = set(os.environ.get("DRAGOMAN_TIERS", "").split())


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip in a tier that has to run into a failure."""
    report = yield
    tier = next((name for name in TIERS if item.get_closest_marker(name)), None)
    if report.skipped and tier and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, though the tier {tier!r} has to run here: {report.longrepr}"
    return report
