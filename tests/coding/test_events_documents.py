"""Events of a document: one for one happening, with parties, day, place, context and words."""

from datetime import date

import pytest
from tests.coding.sketch import sketch

from dragoman.coding.events import find_events
from dragoman.model import Event

ACTORS = {
    "NOR": ["Norway", "Norwegian", "Prime Minister Dahl"],
    "PER": ["Peru", "Peruvian", "President Quispe"],
    "FJI": ["Fiji", "Fijian"],
    "OMN": ["Oman", "Omani"],
}


def _events(text: str, **more: object) -> tuple[list[Event], dict[str, str]]:
    found = sketch(text, ACTORS, **more)  # type: ignore[arg-type]
    return find_events(found), {actor.id: actor.name for actor in found.actors}


def _parties(event: Event, names: dict[str, str]) -> tuple[list[str], list[str]]:
    return [names[key] for key in event.actors], [names[key] for key in event.recipients]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Norway expelled two Peruvian diplomats on Monday.", "SANCTION", ["NOR"], ["PER"]),
        ("Norway, Fiji and Oman condemned Peru for the shelling.", "ACCUSE", ["NOR", "FJI", "OMN"], ["PER"]),
        ("Two Peruvian sailors were arrested by Omani police.", "COERCE", ["OMN"], ["PER"]),
        ("Norway delivered tents and medicine to Fiji after the cyclone.", "AID", ["NOR"], ["FJI"]),
        ("Fiji threatened to sever ties with Oman.", "THREATEN", ["FJI"], ["OMN"]),
        ("Norway demanded that Oman release the sailors.", "REQUEST", ["NOR"], ["OMN"]),
    ],
)
def test_events_name_who_did_what_to_whom(
    text: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    """One event with actors and recipients as lists, however many there are."""
    (event,), names = _events(text)
    assert event.type == kind
    assert _parties(event, names) == (actors, recipients)


def test_events_of_a_meeting_list_all_where_no_host_is_clear() -> None:
    """A meeting on neutral ground has every participant as an actor."""
    (event,), names = _events("Norway and Peru held talks in Doha.", places=[("Doha", "QAT")])
    assert event.type == "CONSULT"
    assert _parties(event, names) == (["NOR", "PER"], [])
    assert event.place is not None
    assert (event.place.name, event.place.country) == ("Doha", "QAT")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Prime Minister Dahl met President Quispe in Cusco.", [("Cusco", "PER")]),
        ("President Quispe received Prime Minister Dahl on Friday.", []),
    ],
)
def test_events_have_the_visitor_act_and_the_host_receive(text: str, places: list[tuple[str, str]]) -> None:
    """The host is told by the meeting's place, or by the verb."""
    (event,), names = _events(text, places=places)
    assert event.type == "CONSULT"
    assert _parties(event, names) == (["NOR"], ["PER"])


def test_events_take_the_day_of_their_own_clause() -> None:
    """A day that belongs to the verb of saying dates no event; the event's own day does."""
    day = date(2031, 5, 6)
    (dated,), _ = _events("Norway expelled two Peruvian envoys on Tuesday.", times=[("Tuesday", day)])
    assert (dated.date, dated.enddate) == (day, None)
    assert dated.basis["date"].spans[0].text == "Tuesday"
    (undated,), _ = _events("Fiji said on Tuesday that Norway had condemned Peru.", times=[("Tuesday", day)])
    assert undated.date is None


def test_events_told_twice_are_one() -> None:
    """A happening told again adds its words to the evidence; another happening is another event."""
    text = "Norway condemned Peru on Monday. Oman thanked Fiji. Norway again condemned Peru."
    events, names = _events(text)
    assert [(event.type, *_parties(event, names)) for event in events] == [
        ("ACCUSE", ["NOR"], ["PER"]),
        ("SUPPORT", ["OMN"], ["FJI"]),
    ]
    assert len(events[0].evidence) == 2
    assert [event.id for event in events] == ["e1", "e2"]


def test_events_point_to_words_of_the_text() -> None:
    """Every evidence span is the text between its offsets and holds both parties."""
    text = "After a week of silence, Norway expelled two Peruvian diplomats, and Oman thanked Fiji."
    events, _ = _events(text)
    assert events
    for event in events:
        for span in event.evidence:
            assert text[span.start : span.end] == span.text
    assert events[0].evidence[0].text == "Norway expelled two Peruvian diplomats"


def test_events_tell_their_context() -> None:
    """Words of the sentence give PLOVER's contexts."""
    (event,), _ = _events("Norway condemned Peru over the nuclear test at the border.")
    assert {"cbrn", "territory"} <= set(event.context)


def test_events_of_cooperation_are_between_sides() -> None:
    """A government's offices that meet each other make no event; what one does to another does."""
    assert _events("Norway met the Norwegian delegation in Rome.")[0] == []


def test_events_need_actors() -> None:
    """A text without actors has no events, and neither has an empty one."""
    assert find_events(sketch("It rained all day.", {})) == []
    assert find_events(sketch("", {})) == []


FRENCH = {"NOR": ["Norvège", "norvégien", "norvégiens"], "PER": ["Pérou", "péruviens", "péruvien"]}


@pytest.mark.parametrize(
    ("text", "kind", "auxiliary"),
    [
        ("La Norvège a condamné le Pérou.", "ACCUSE", ()),
        ("La Norvège a expulsé deux diplomates péruviens.", "SANCTION", ()),
        ("La Norvège n'a pas accusé le Pérou.", "ACCUSE", ("negation",)),
        ("La Norvège rencontrera le Pérou.", "AGREE", ("future",)),
    ],
)
def test_events_of_french_come_from_the_lexicon(text: str, kind: str, auxiliary: tuple[str, ...]) -> None:
    """French predicates are coded by the lexicon's table, with negation and future."""
    (event,) = find_events(sketch(text, FRENCH, language="fr"))
    assert (event.type, event.auxiliary) == (kind, auxiliary)
