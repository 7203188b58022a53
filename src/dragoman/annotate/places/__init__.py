"""Places: names in a text that locate something, with their point on the map.

`find_places` takes names from the index of states, regions, waters and units, from the gazetteer of
cities and from the parse, judges by the words around whether each is a place here, and resolves it by
what the document says of it and names beside it. A place that no table knows has the point of the
city that the text names nearest to it, and says so in `within`.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from dragoman.annotate.parse import parse as parse_text
from dragoman.annotate.places.candidates import Candidate, find_candidates
from dragoman.annotate.places.context import Context
from dragoman.annotate.places.judge import judge
from dragoman.annotate.places.names import Reading
from dragoman.annotate.places.resolve import Resolver
from dragoman.annotate.places.use import use_of
from dragoman.authority.organisations import organisation_index
from dragoman.errors import DragomanError
from dragoman.model import Actor, Place

LONGEST_PARSED = 200_000
# spaCy's tokenizer takes quadratic time on a run of characters without a space.
_LONG_RUN = re.compile(r"\S{1000}")
NAMED_AFTER_PLACES = frozenset(
    {"company", "media", "ngo", "party", "university", "think-tank", "bank", "rebel"}
)


def _parsed(text: str, language: str) -> Doc | None:
    if len(text) > LONGEST_PARSED or _LONG_RUN.search(text):
        return None
    try:
        return parse_text(text, language)
    except DragomanError:
        return None


def _blocked(text: str, actors: Sequence[Actor] | None, language: str) -> list[tuple[int, int]]:
    """Return the spans of persons' and of bodies' names, which hold no places."""
    spans = [
        (start, end)
        for start, end, bodies in organisation_index(language).find(text)
        if any(body.kind in NAMED_AFTER_PLACES for body in bodies) and " " in text[start:end]
    ]
    for actor in actors or ():
        if actor.kind == "person":
            spans += [(m.start, m.end) for m in actor.mentions if m.text[:1].isupper()]
    return spans


def find_places(
    text: str, *, actors: Sequence[Actor] | None = None, parse: Doc | None = None, language: str = "en"
) -> list[Place]:
    """Find the places of `text` in order, each with its point and country as far as known.

    `actors`: names of persons among them are not looked at. `parse` saves parsing `text` again;
    texts above 200,000 characters, or with a word of a thousand, are read without a parse. A capital
    that stands for its government ("Washington said") is no place.
    """
    language = language if language in ("en", "fr") else "en"
    names = frozenset(
        m.start for a in actors or () if a.kind == "person" for m in a.mentions if " " in m.text
    )
    context = Context(text, parse if parse is not None else _parsed(text, language), language, names)
    blocked = _blocked(text, actors, language)
    candidates = [
        c
        for c in find_candidates(context, language)
        if not any(start <= c.start and c.end <= end for start, end in blocked)
    ]
    return _resolve(context, candidates)


def _resolve(context: Context, candidates: list[Candidate]) -> list[Place]:
    resolver = Resolver(context, candidates)
    inside: dict[int, Reading] = {}
    for at, candidate in enumerate(candidates):
        following = candidates[at + 1] if at + 1 < len(candidates) else None
        reading = resolver.container(candidate, following)
        if reading is not None:
            inside[at] = reading
            if not any(other.kind == "state" for other in candidate.readings):
                resolver.explicit.setdefault(candidate.key(context), reading)
    scores = [judge(c, context, at in inside, False) for at, c in enumerate(candidates)]
    sure = {c.key(context) for c, score in zip(candidates, scores, strict=True) if score >= 2.0}
    places: list[Place] = []
    unknown: list[int] = []
    for at, candidate in enumerate(candidates):
        score = scores[at]
        if score <= 0 and candidate.key(context) in sure:
            score = judge(candidate, context, False, True)
        if score <= 0:
            continue
        if not candidate.readings:
            unknown.append(len(places))
            text = context.text[candidate.start : candidate.end]
            places.append(Place(candidate.start, candidate.end, text, text))
            continue
        reading = inside.get(at) or resolver.choose(candidate, at - 1 in inside)
        place = _place(candidate, context, reading)
        if place is not None:
            places.append(place)
    for at in unknown:
        places[at] = _placed(places, at)
    return places


def _placed(places: list[Place], at: int) -> Place:
    """Give a place that no table knows the point of the city that the text names nearest to it."""
    here = places[at]
    cities = [p for p in places if p.geonameid is not None and p.use == "location"]
    before = [p for p in cities if p.end <= here.start]
    after = [p for p in cities if p.start >= here.end]
    near = (
        after[0]
        if after and (after[0].start - here.end < 8 or not before)
        else before[-1]
        if before
        else None
    )
    if near is None:
        return here
    point = near.latitude, near.longitude
    return Place(here.start, here.end, here.text, here.name, near.country, *point, within=near.name)


def _place(candidate: Candidate, context: Context, reading: Reading) -> Place | None:
    text = context.text[candidate.start : candidate.end]
    use = use_of(candidate, context, reading.kind)
    if use is None:
        return None
    return Place(
        candidate.start,
        candidate.end,
        text,
        reading.name,
        reading.country,
        reading.latitude,
        reading.longitude,
        reading.geonameid,
        use,
    )
