"""The page that the project started from, read as scraped: what it has to give, at the least."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import dragoman
from dragoman.cli.output import opened
from dragoman.formats.readings import from_json, to_json
from dragoman.model import Engagement, Participant, Reading, Span


@pytest.fixture(scope="module")
def reading(seed: Path) -> Reading:
    """The page's reading."""
    return dragoman.read(seed)


def names(engagement: Engagement) -> set[str]:
    """Family names of the participants who are persons."""
    return {participant.name.split()[-1] for participant in engagement.participants}


def having(reading: Reading, name: str) -> Engagement:
    """The one engagement in which `name` takes part."""
    found = [engagement for engagement in reading.engagements if name in names(engagement)]
    assert len(found) == 1, [engagement.id for engagement in found]
    return found[0]


def person(engagement: Engagement, name: str) -> Participant:
    """The participant with the family name `name`."""
    return next(
        participant for participant in engagement.participants if participant.name.split()[-1] == name
    )


def committee(engagement: Engagement) -> Participant:
    """The participant that is, or represents, the CNSP."""
    return next(
        participant
        for participant in engagement.participants
        if "CNSP" in participant.name or "National Committee" in participant.name
    )


def test_the_document(reading: Reading) -> None:
    """Title, author, source and day are known, and the day is marked as inferred."""
    document = reading.document
    assert (
        document.title == "U.S. Begins Talks on Withdrawal of Forces from Niger Amid Bilateral Negotiations"
    )
    assert document.author == "Olga Nesterova"
    assert document.source is not None
    assert document.source.name == "U.S. Department of State"
    assert document.source.date == date(2024, 4, 24)
    assert document.published == date(2024, 4, 24)
    assert document.basis["published"].inferred


@pytest.mark.parametrize("words", ["top of page", "Writer's picture", "Top Stories", "bottom of page"])
def test_the_furniture_is_gone(reading: Reading, words: str) -> None:
    """Nothing of the site builder's frame stands in the text."""
    assert words not in reading.document.text


def test_the_meeting_of_25_april(reading: Reading) -> None:
    """The ambassador and the general meet the CNSP's representatives in Niamey."""
    meeting = having(reading, "FitzGibbon")
    assert (meeting.status, meeting.start, meeting.end) == ("announced", date(2024, 4, 25), date(2024, 4, 25))
    assert meeting.place is not None
    assert (meeting.place.name, meeting.place.country) == ("Niamey", "NER")
    ambassador, general = person(meeting, "FitzGibbon"), person(meeting, "Ekman")
    assert (ambassador.name, ambassador.role) == ("Kathleen FitzGibbon", "Ambassador to Niger")
    assert ambassador.country == "USA"
    assert (general.name, general.country, general.sector) == ("Ken Ekman", "USA", "MIL")
    for words in ("Major General", "Director of Strategy, Engagement, and Programs", "U.S. Africa Command"):
        assert words in (general.role or "")
    assert committee(meeting).country == "NER"


def test_the_follow_up_sessions(reading: Reading) -> None:
    """Maier and Anderson in the week of 29 April; the counterpart is implied, and marked so."""
    sessions = having(reading, "Maier")
    assert sessions.status == "announced"
    assert (sessions.start, sessions.end) == (date(2024, 4, 29), date(2024, 5, 5))
    assert sessions.place is not None
    assert sessions.place.name == "Niamey"
    assert person(sessions, "Maier").name == "Christopher Maier"
    assert (person(sessions, "Maier").role or "").startswith("Assistant Secretary of Defense")
    assert person(sessions, "Anderson").name == "Dag Anderson"
    assert "Lieutenant General" in (person(sessions, "Anderson").role or "")
    assert committee(sessions).inferred
    assert committee(sessions).country == "NER"


def test_the_visit_without_a_day(reading: Reading) -> None:
    """The phrase "in the coming months" gives no day; what is known of its bounds is kept apart."""
    visit = having(reading, "Campbell")
    assert (visit.kind, visit.status) == ("visit", "announced")
    assert (visit.start, visit.end) == (None, None)
    assert visit.date_text is not None
    assert "coming months" in visit.date_text
    assert visit.earliest is not None
    assert visit.earliest >= date(2024, 4, 24)
    assert person(visit, "Campbell").name == "Kurt M. Campbell"
    assert visit.place is not None
    assert visit.place.name == "Niamey"


def test_the_talks_that_failed(reading: Reading) -> None:
    """The dialogue since July 2023 ended without agreement between the United States and the CNSP."""
    failed = [engagement for engagement in reading.engagements if engagement.status == "failed"]
    assert len(failed) == 1
    assert failed[0].kind in ("talks", "dialogue")
    assert {"USA", "NER"} <= set(failed[0].countries)
    known = (failed[0].start, failed[0].earliest)
    assert any(day is not None and (day.year, day.month) == (2023, 7) for day in known)


def test_the_talks_under_way_are_not_counted_twice(reading: Reading) -> None:
    """The talks on the withdrawal are one engagement, under way, beside the meeting of 25 April."""
    underway = [engagement for engagement in reading.engagements if engagement.status == "underway"]
    assert len(underway) == 1
    assert {"USA", "NER"} <= set(underway[0].countries)
    assert "withdrawal" in " ".join((*underway[0].topics, *(span.text for span in underway[0].evidence)))
    assert len(reading.engagements) == 5


@pytest.mark.parametrize(
    ("act", "words"),
    [("acknowledge", "interest in upholding a strong bilateral"), ("reiterate", "fight against terrorism")],
)
def test_what_the_united_states_said(reading: Reading, act: str, words: str) -> None:
    """The two statements of the United States are read with their content."""
    kin = {"reiterate": ("reiterate", "reaffirm")}.get(act, (act,))
    said = [item for item in reading.statements if item.act in kin and words in item.content.text]
    assert len(said) == 1
    assert said[0].speaker is not None
    assert said[0].speaker.country == "USA"
    assert said[0].evidence


def spans(value: object) -> Iterator[Span]:
    """All spans in a reading, wherever they stand."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from spans(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans(item)
    elif hasattr(value, "__struct_fields__"):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))


def test_every_span_is_a_piece_of_the_text(reading: Reading) -> None:
    """A span's text is the document's text at its offsets."""
    found = list(spans(reading))
    assert len(found) > 50
    for span in found:
        assert reading.document.text[span.start : span.end] == span.text


def test_every_engagement_and_statement_rests_on_words(reading: Reading) -> None:
    """Nothing is told without the words that tell it."""
    for engagement in reading.engagements:
        assert engagement.evidence
        for participant in engagement.participants:
            assert participant.spans or participant.inferred
    for statement in reading.statements:
        assert statement.evidence


def test_the_json_reads_back(reading: Reading, tmp_path: Path) -> None:
    """What is written to a file is the reading."""
    with opened(tmp_path / "seed.json") as out:
        out.write(to_json(reading))
    assert from_json((tmp_path / "seed.json").read_bytes()) == reading
