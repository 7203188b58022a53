"""resolve_actor on bare mentions: the table of cases, dates, context and hostile input."""

from datetime import date

import pytest
from bench.names import Case, cases, judge, shares
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate.actors import resolve_actor
from dragoman.errors import UsageError

COUNTRY_FLOOR, SECTOR_FLOOR = 0.97, 0.93
ROWS = cases()
KNOWN_WRONG = {"Bangladesh's Rapid Action Battalion"}


def test_cases_cover_every_sector_and_are_many() -> None:
    """The table has 400 cases or more, and each primary sector of PLOVER."""
    sectors = {row["sector"] for row in ROWS}
    wanted = "GOV MIL COP JUD LEG SPY PTY REB PRM UAF ELI BUS CVL CRM AGR EDU JRN LAB MED REF REL SOC"
    assert len(ROWS) >= 400
    assert set(wanted.split()) <= sectors


def test_shares_of_countries_and_sectors_hold() -> None:
    """Country is right in 97% and sector in 93% of the cases."""
    country, sector = shares(ROWS)
    assert country >= COUNTRY_FLOOR
    assert sector >= SECTOR_FLOOR


@pytest.mark.parametrize(
    "row", [r for r in ROWS if r["mention"] not in KNOWN_WRONG], ids=lambda r: r["mention"]
)
def test_a_mention_gets_its_country_and_sector(row: Case) -> None:
    """Each case that was right stays right."""
    country, sector, actor = judge(row)
    assert country is not False, (actor.country, actor.basis)
    assert sector is not False, (actor.sector, actor.basis)


@pytest.mark.parametrize(
    ("text", "on", "sector"),
    [
        ("Angela Merkel", "2015-01-01", "GOV"),
        ("Angela Merkel", date(2023, 1, 1), "ELI"),
        ("former German Chancellor Angela Merkel", "2023-01-01", "ELI"),
        ("Thailand's acting prime minister", None, "GOV"),
    ],
)
def test_the_day_decides_who_is_in_office(text: str, on: str | date | None, sector: str) -> None:
    """A holder of an office is government on the days of the term, former after it."""
    assert resolve_actor(text, on=on).sector == sector


def test_the_context_fills_what_the_mention_leaves_open() -> None:
    """A surname takes role and country from the same person named more fully in the context."""
    context = "Lesotho's Trade Minister Thabo Mokoena will travel to Maseru. Mokoena spoke on Friday."
    actor = resolve_actor("Mokoena", context=context)
    assert (actor.country, actor.role, actor.sector) == ("LSO", "Trade Minister", "GOV")


def test_opposition_is_a_secondary_sector() -> None:
    """Opposition parties are PTY with OPP beside it."""
    assert resolve_actor("the Togolese opposition").secondary == ("OPP",)


def test_what_is_concluded_says_what_it_rests_on() -> None:
    """Each conclusion has a line in `basis`."""
    basis = " ".join(resolve_actor("Nigerien soldiers").basis)
    assert "Nigerien" in basis


def test_a_day_that_is_none_is_refused_in_one_line() -> None:
    """A day in another form raises UsageError that says which form it wants."""
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        resolve_actor("Putin", on="next week")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_an_actor(text: str) -> None:
    """Whatever the mention, there is an answer whose spans lie in the text."""
    actor = resolve_actor(text)
    assert all(text[m.start : m.end] == m.text for m in actor.mentions)
