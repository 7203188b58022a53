"""find_actors on a parsed document: the same actor throughout, and what refers to it."""

from datetime import date

import pytest
from spacy.tokens import Doc

from dragoman.annotate.actors import ActorIndex, find_actors
from dragoman.annotate.parse import parse
from dragoman.model import Actor

TEXT = """Kenya's Foreign Minister Musa Otieno hosted his Ghanaian counterpart in Nairobi on Monday.

Otieno said that the minister from Accra, Ama Badu, had a full day. President Kwame Asante of Ghana \
will follow in June. The president met Otieno last year. Both leaders spoke of the Economic Community \
of West African States (ECOWAS). ECOWAS troops were not discussed. He thanked Kenyan soldiers.
"""


@pytest.fixture(scope="module")
def parsed() -> Doc:
    """The text, parsed."""
    return parse(TEXT)


@pytest.fixture(scope="module")
def actors(parsed: Doc) -> list[Actor]:
    """The actors of the text."""
    return find_actors(parsed, on=date(2030, 5, 1))


def at(actors: list[Actor], words: str, *, after: str = "") -> Actor | None:
    """The actor at `words`, the first after `after`."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return ActorIndex(actors).at(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "after", "name", "country"),
    [
        ("Musa Otieno", "", "Musa Otieno", "KEN"),
        ("Otieno said", "", "Musa Otieno", "KEN"),
        ("Kwame Asante", "", "Kwame Asante", "GHA"),
        ("The president met", "", "Kwame Asante", "GHA"),
        ("ECOWAS troops", "", "ECOWAS troops", "IGO"),
        ("Kenyan soldiers", "", "Kenyan soldiers", "KEN"),
    ],
)
def test_references_lead_to_their_actor(
    actors: list[Actor], words: str, after: str, name: str, country: str
) -> None:
    """Surnames, offices, pairs and groups stand for the actor that they refer to."""
    found = at(actors, words, after=after)
    assert found is not None
    assert (found.name, found.country) == (name, country)


def test_both_leaders_are_the_two_named_most(actors: list[Actor]) -> None:
    """A pair is a mention of each one meant."""
    start = TEXT.index("Both leaders")
    names = [a.name for a in ActorIndex(actors).within(start, start + len("Both leaders"))]
    assert sorted(names) == ["Kwame Asante", "Musa Otieno"]


def test_a_counterpart_is_of_the_same_office(actors: list[Actor]) -> None:
    """ "His Ghanaian counterpart" is Ghana's foreign minister."""
    found = at(actors, "Ghanaian counterpart")
    assert found is not None
    assert found.country == "GHA"
    assert found.role is None or "Minister" in found.role or found.name == "Ama Badu"


def test_an_acronym_is_bound_to_its_name(actors: list[Actor]) -> None:
    """The name that introduces an acronym and the acronym are one organisation."""
    found = [a for a in actors if a.kind == "organisation" and a.organisation == "ECOWAS"]
    assert len(found) == 1


def test_spans_are_words_of_the_document(parsed: Doc, actors: list[Actor]) -> None:
    """Every mention's text stands at its offsets, and ids are unique."""
    assert all(parsed.text[m.start : m.end] == m.text for a in actors for m in a.mentions)
    assert len({a.id for a in actors}) == len(actors)


def test_an_index_of_nothing_answers_none() -> None:
    """Where no actor stands there is none."""
    assert ActorIndex([]).at(0, 5) is None
    assert ActorIndex([]).within(0, 5) == []


@pytest.mark.parametrize(
    "text", ["", "   \n\n", "((((" * 2000, "President " * 1500, "A-" * 3000, "of the " * 1500]
)
def test_junk_is_read_without_fuss(text: str) -> None:
    """Empty and pathological texts give actors or none, in little time."""
    assert isinstance(find_actors(parse(text)), list)
