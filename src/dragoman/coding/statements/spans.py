"""Where what was said begins and ends."""

from collections.abc import Sequence

from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.units import Sentence
from dragoman.model import Span

OPENERS = frozenset(
    [
        "that",
        "que",
        "qu'",
        "to",
        "of",
        "for",
        "de",
        "d'",
        "à",
        ":",
        ",",
        "on",
        "over",
        "about",
        '"',
        "“",
        "«",
        "''",
        "``",
        "also",
        "today",
    ]
)
TAILS = frozenset([".", ",", ";", ":", '"', "”", "»", "''", "!"])


def _span(scene: Scene, sentence: Sentence, first: int, last: int) -> Span | None:
    """Return the characters of units `first` to `last` (exclusive) without marks at the ends."""
    units = sentence.units
    while first < last and units[first].low in OPENERS:
        first += 1
    while last > first and units[last - 1].low in TAILS:
        last -= 1
    if last - first < 2 and not (last > first and units[first].named):
        return None
    start, end = units[first].start, units[last - 1].end
    return Span(start, end, scene.text[start:end])


def content_after(
    scene: Scene, sentence: Sentence, start: int, *, reach: int = 3, stops: Sequence[int] = ()
) -> Span | None:
    """Return what follows the verb, to the end of the sentence, a trailing attribution or the next act.

    A "that" within `reach` units begins what was said ("told reporters on Monday that ...").
    """
    units = sentence.units
    end = len(units)
    for k in range(start, min(start + reach, end)):
        if units[k].low in ("that", "que", "qu'"):
            start = k + 1
            break
    for stop in sorted(stops):
        if stop > start + 1 and units[stop - 1].low in ("and", "et", "but", "mais"):
            end = stop - 1
            break
    for k in range(start + 1, end):
        if (
            units[k].low == ","
            and k + 1 < end
            and units[k + 1].low in ("according", "selon", "adding", "ajoutant", "saying")
        ):
            end = k
            break
    return _span(scene, sentence, start, end)


def content_before(scene: Scene, sentence: Sentence, verb: int) -> Span | None:
    """Return what stands before the verb and its speaker."""
    return _span(scene, sentence, 0, verb)


def is_quoted(content: Span, quotes: Sequence[Span]) -> bool:
    """Say whether most of `content` stands between quotation marks."""
    inside = sum(max(0, min(content.end, q.end) - max(content.start, q.start)) for q in quotes)
    return inside >= 0.7 * (content.end - content.start)
