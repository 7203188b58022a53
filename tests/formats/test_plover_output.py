"""PLOVER JSON: what it says of an event, and that it keeps to its schema."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding.ontology import auxiliaries, events, modes, quad, score
from dragoman.errors import UsageError
from dragoman.formats.plover import PUBLISHED, to_plover
from dragoman.lexicon.tables import toml
from dragoman.model import Actor, Basis, Document, Event, Location, Reading, Span

TEXT = "On May 3 Chad expelled two French diplomats from N'Djamena."
ACTORS = (
    Actor("a1", "state", "Chad", country="TCD", sector="GOV", mentions=(Span(9, 13, "Chad"),)),
    Actor("a2", "group", "two French diplomats", role="diplomats", country="FRA", sector="GOV"),
)


def _event(**changes: Any) -> Event:
    base = Event(
        "e1", "SANCTION", "expel", ("a1",), ("a2",), 0.9, (Span(9, 43, TEXT[9:43]),), date=date(2031, 5, 3)
    )
    return msgspec.structs.replace(base, **changes)


def _reading(*found: Event, published: date | None = date(2031, 5, 4)) -> Reading:
    return Reading(Document(TEXT, published=published), actors=ACTORS, events=found)


@pytest.fixture(scope="module")
def schema(root: Path) -> dict[str, Any]:
    """The published schema."""
    loaded: dict[str, Any] = json.loads((root / "docs/reference/plover.schema.json").read_text("utf8"))
    return loaded


def test_plover_says_who_did_what_to_whom_and_when(schema: dict[str, Any]) -> None:
    """Actors, recipients, type, mode, class, score, words and their place are given."""
    place = Location("N'Djamena", "TCD", 12.1, 15.0, 2427123)
    basis = {"place": Basis("place in the clause", spans=(Span(49, 58, "N'Djamena"),))}
    (found,) = to_plover(_reading(_event(place=place, basis=basis)))
    jsonschema.validate(found, schema)
    assert found["date"] == "2031-05-03"
    assert [entity["code"] for entity in found["actor"] + found["recipient"]] == ["TCD", "FRA"]
    assert (found["event"], found["mode"], found["quad_code"], found["event_scale"]) == (
        "SANCTION",
        "expel",
        4,
        -5.5,
    )
    assert TEXT[found["text_info"]["start"] : found["text_info"]["end"]] == found["event_text"]
    assert found["event_loc"]["extracted_place"] == "N'Djamena"
    assert "comment" not in found


def test_plover_says_where_the_date_is_that_of_publication() -> None:
    """An event without a day gets the day of publication, and a comment that says so."""
    (found,) = to_plover(_reading(_event(date=None)))
    assert (found["date"], found["comment"]) == ("2031-05-04", PUBLISHED)


def test_plover_asks_for_a_date_where_there_is_none() -> None:
    """Without any date the user is told to give --published."""
    with pytest.raises(UsageError, match="--published"):
        list(to_plover(_reading(_event(date=None), published=None)))


def test_plover_ids_differ_and_are_the_same_again() -> None:
    """Each event of a document has its own id, which does not change from run to run."""
    reading = _reading(_event(), _event(id="e2"))
    first, again = ([row["id"] for row in to_plover(reading)] for _ in range(2))
    assert first == again
    assert len(set(first)) == 2


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_plover_keeps_to_its_schema_for_any_event(data: st.DataObject, root: Path) -> None:
    """Whatever type, mode, auxiliary modes, contexts and place: the object is valid."""
    schema = json.loads((root / "docs/reference/plover.schema.json").read_text("utf8"))
    kind = data.draw(st.sampled_from(events()[:-1]))
    own = [mode for name, mode in modes() if name == kind] or [None]
    event = _event(
        type=kind,
        mode=data.draw(st.sampled_from(own)),
        recipients=data.draw(st.sampled_from([(), ("a2",)])),
        auxiliary=tuple(data.draw(st.sets(st.sampled_from(auxiliaries())))),
        context=tuple(data.draw(st.sets(st.sampled_from(toml("plover")["contexts"]), max_size=3))),
        place=data.draw(st.sampled_from([None, Location("Somewhere"), Location("Equator", "STP", 0.0, 0.0)])),
        evidence=data.draw(st.sampled_from([(), (Span(0, 2, "On"),)])),
    )
    (found,) = to_plover(_reading(event))
    jsonschema.validate(msgspec.json.decode(msgspec.json.encode(found)), schema)


def test_ontology_has_the_16_types_with_class_and_score() -> None:
    """PLOVER's 16 types stand in four classes, and modes have their own scores."""
    assert len(events()) == 17
    assert {quad(name) for name in events()[:-1]} == {1, 2, 3, 4}
    assert score("REQUEST") == 0.0
    assert score("RETREAT", "disarm") == 10.0
    assert score("COERCE", "seize") == score("COERCE") == -7.0
