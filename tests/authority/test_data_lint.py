"""The data files of the authority: codes exist, nothing twice, no stray spaces, a basis everywhere."""

import re
from collections import Counter
from pathlib import Path

import pytest

from dragoman.authority.organisations import organisations
from dragoman.authority.states import states

FOLDER = Path(__file__).parents[2] / "src" / "dragoman" / "authority"
MINE = sorted(
    path
    for pattern in ("demonyms", "state*", "organisations*", "holders*", "places", "us_*", "units", "region_*")
    for path in FOLDER.glob(f"{pattern}.tsv")
)
CODES = {"IGO", "UNO", "EUR", "NGO", "MNC", "IMG", ""}
SECTORS = set(
    "GOV MIL COP JUD LEG SPY PTY OPP REB PRM UAF ELI BUS CVL CRM AGR EDU JRN LAB MED REF REL SOC PRE".split()  # noqa: SIM905
)


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("path", MINE, ids=lambda path: path.name)
def test_tables_are_clean(path: Path) -> None:
    """Rows have as many cells as the header, no stray spaces, a basis, and none stands twice."""
    header, *rows = _rows(path)
    assert header[-1] == "basis"
    for row in rows:
        assert len(row) == len(header), row
        assert all(cell == cell.strip() and "  " not in cell for cell in row), row
        assert row[-1], row
    twice = [row for row, times in Counter(map(tuple, rows)).items() if times > 1]
    assert twice == []


@pytest.mark.parametrize("path", MINE, ids=lambda path: path.name)
def test_country_codes_exist(path: Path) -> None:
    """A code in a column of countries is that of a state; holders may name an organisation."""
    header, *rows = _rows(path)
    if "country" not in header or path.name.startswith("holders"):
        return
    at = header.index("country")
    unknown = {row[at] for row in rows} - set(states()) - {""}
    assert unknown == set()


def test_holders_name_known_bodies() -> None:
    """The country of a term is a state or an organisation on file; months are months, in order."""
    known = {name.text for body in organisations() for name in body.names} | set(states())
    for path in FOLDER.glob("holders_*.tsv"):
        header, *rows = _rows(path)
        for row in rows:
            term = dict(zip(header, row, strict=True))
            assert term["country"] in known, term
            assert re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", term["start"]), term
            assert not term["end"] or term["start"] <= term["end"], term


def test_organisations_have_codes_and_sectors() -> None:
    """Ids are unique; codes are PLOVER's or a state's; sectors are PLOVER's."""
    bodies = organisations()
    assert [key for key, times in Counter(body.id for body in bodies).items() if times > 1] == []
    for body in bodies:
        assert body.code in CODES or body.code in states(), body
        assert {body.sector, *body.secondary} <= SECTORS, body
