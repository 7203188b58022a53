"""What became of a promise: the records of its parties that come after it."""

from datetime import date

from dragoman.ledger.overview import Line, Said
from dragoman.model import Participant, Source, Span, Statement
from dragoman.web.promises import pledged, promised

BOTH = ("NER", "USA")
EARLY = Line("r0", "meeting", "held", "Meeting", start=date(2024, 3, 12), countries=BOTH)
AGREED = Line("r1", "event", "held", "Agree", "AGREE", latest=date(2024, 4, 24), countries=BOTH)
VISIT = Line("r2", "visit", "announced", "Visit", start=date(2024, 5, 2), countries=BOTH)
LEFT = Line("r3", "event", "held", "Retreat", "RETREAT", start=date(2024, 5, 19), countries=BOTH)
OTHER = Line("r4", "meeting", "held", "Meeting", start=date(2024, 5, 20), countries=("FRA", "USA"))
UNTOLD = Line("r5", "visit", "held", "Visit", start=date(2024, 6, 1), countries=BOTH, unreported=True)
LINES = [EARLY, AGREED, VISIT, LEFT, OTHER, UNTOLD]


def said(country: str | None, act: str = "promise", published: date | None = date(2024, 4, 24)) -> Said:
    """A statement of a spokesman, of that country."""
    speaker = Participant("Spokesman", None, country)
    statement = Statement("s1", act, speaker, Span(0, 9, "to leave."))
    return Said(Source("d1", published=published), statement)


def test_an_agreement_is_followed_by_what_its_parties_did_after_it() -> None:
    """Later records of all its parties follow it; earlier ones, others' and mere announcements do not."""
    found = {one.line.id: [line.id for line in one.since] for one in promised(LINES) if one.line}
    assert found == {"r1": ["r3"], "r2": []}


def test_an_announced_visit_tells_itself_what_became_of_it() -> None:
    """An engagement has a state of its own, so that nothing is said besides."""
    assert [one.tells for one in promised(LINES)] == [True, False]


def test_a_pledge_is_followed_by_what_its_speakers_country_did() -> None:
    """A statement's promise is followed by records of the speaker's country; the same words count once."""
    (one,) = pledged([said("USA"), said("USA")], LINES)
    assert [line.id for line in one.since] == ["r3", "r4"]


def test_nothing_follows_what_has_no_day() -> None:
    """Where no day is known, nothing is said to come after; other acts are no promise."""
    (one,) = pledged([said("USA", published=None), said("NER", act="deny")], LINES)
    assert one.since == ()
