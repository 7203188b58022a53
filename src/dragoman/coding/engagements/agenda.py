"""Schedules: whose day it is and which day, for every entry below a heading.

"SECRETARY ANTONY J. BLINKEN" over an entry gives its official, "Tuesday 12 September" its day,
"Davos" its place, the title the first two where there are no headings.
"""

from datetime import timedelta

from msgspec.structs import replace as renew

from dragoman.coding.engagements.days import days_of
from dragoman.coding.engagements.layout import leading_day, within
from dragoman.coding.engagements.party import Party, office_of, party
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.spots import location_of
from dragoman.coding.engagements.units import Sentence
from dragoman.lexicon.phrases import fold
from dragoman.model import Location, TimeExpression

HEADED = timedelta(days=3)  # from the first to the last day of a heading: "Mardi 14 et mercredi 15 avril"


def _day(scene: Scene, sentence: Sentence) -> TimeExpression | None:
    """Return the day that a heading tells, or its few days as one time; a title tells one day only."""
    first: TimeExpression | None = None
    for time in within(scene.found.times, sentence.start, sentence.end):
        days = days_of(time) if time.type == "DATE" and time.end <= sentence.end else None
        if days is None:
            continue
        if first is None:
            longest = timedelta(0) if sentence.form == "title" else HEADED
            if days[1] - days[0] <= longest:
                first = time
        elif (
            sentence.form == "header" and first.earliest and timedelta(0) < days[1] - first.earliest <= HEADED
        ):
            text = scene.found.document.text[first.start : time.end]
            value = f"{first.earliest}/{days[1]}"
            first = renew(first, end=time.end, text=text, latest=days[1], value=value)
    return first


def _person(scene: Scene, start: int, end: int) -> Party | None:
    best: Party | None = None
    for actor in scene.found.actors:
        if actor.kind not in ("person", "office"):
            continue
        for span in actor.mentions:
            if start <= span.start and span.end <= end and (best is None or actor.kind == "person"):
                alone = actor.kind == "person" and actor.name.split()[-1] not in span.text
                title = scene.found.document.text[: span.start].count("\n") < 2
                said = actor.role is not None and fold(span.text) == fold(actor.role)
                if alone and title and not said and not span.text.isupper():
                    best = office_of(actor, span, None, scene.lexicon.language)
                else:
                    best = party(actor, span)
    return best


def set_defaults(scene: Scene) -> None:
    """Give each sentence of a schedule the official and the day that hold for it."""
    if scene.layout.dated and not scene.schedule:
        _day_headings(scene)
    if not scene.schedule:
        return
    led = {line.index: leading_day(scene.found, line) for line in scene.layout.lines}
    official: Party | None = None
    day: TimeExpression | None = None
    title_official: Party | None = None
    town: Location | None = None
    for sentence in scene.layout.sentences:
        if sentence.form in ("title", "header"):
            found_day = _day(scene, sentence)
            day = found_day or day
            town = _town(scene, sentence.start, sentence.end) or (None if found_day else town)
            person = _person(scene, sentence.start, sentence.end)
            if person is not None:
                if sentence.form == "title":
                    title_official = title_official or person
                if person.actor is not None and person.actor.kind == "person":
                    official = person
                else:
                    official = official or person
        whose = official or title_official
        if whose is not None and whose.actor is not None and whose.actor.kind == "office":
            whose = scene.cast.in_office(whose)  # "Agenda du président de la République"
        sentence.defaults["official"] = whose
        sentence.defaults["day"] = led.get(sentence.line) or day
        sentence.defaults.setdefault("place", town)


def _town(scene: Scene, start: int, end: int) -> Location | None:
    """Return the place that is all a heading says: "Davos" under a day."""
    text = scene.found.document.text[start:end].strip()
    for place in scene.found.places:
        if start <= place.start and place.end <= end and place.text == text:
            return location_of(place)
    return None


def _day_headings(scene: Scene) -> None:
    """Give what stands below the heading of a day that day, in a document that is no schedule."""
    day: TimeExpression | None = None
    for sentence in scene.layout.sentences[1:]:
        if sentence.form == "header":
            day = _day(scene, sentence) or day
        sentence.defaults["day"] = day
