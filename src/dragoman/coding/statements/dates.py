"""On which day something was said: "the minister said on Thursday", "a déclaré lundi"."""

from datetime import date, timedelta

from dragoman.coding.engagements.days import days_of
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.timing import verb_above
from dragoman.coding.engagements.units import Sentence
from dragoman.model import Span

REACH = 5  # units from the verb to its day where the parse does not join them
WEEK = timedelta(days=7)


def said_on(scene: Scene, sentence: Sentence, verb: int, content: Span) -> date | None:
    """Return the day of the saying at unit `verb`; None where the words give no single day.

    A day within what was said is not the day of the saying. Nothing is said after publication: a
    weekday that would be is taken for the one before.
    """
    units = sentence.units
    best: tuple[int, date] | None = None
    for i, unit in enumerate(units):
        if unit.time is None or (content.start <= unit.start < content.end):
            continue
        days = days_of(unit.time)
        if days is None or days[0] != days[1]:
            continue
        between = units[min(i, verb) + 1 : max(i, verb)]
        near = len(between) < REACH and not any(u.pos in ("VERB", "SCONJ") and not u.named for u in between)
        if not near and verb_above(scene.found.parse, sentence, i) != verb:
            continue
        if best is None or len(between) < best[0]:
            best = len(between), days[0]
    if best is None:
        return None
    day = best[1]
    if scene.published is not None and scene.published < day <= scene.published + WEEK:
        day -= WEEK
    return day
