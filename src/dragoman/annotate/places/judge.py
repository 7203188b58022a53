"""Whether a name that may be a place is one here.

Each piece of evidence has a weight; a name is taken for a place where the sum is above 0. The
weights were set by hand on half of the articles of GeoWebNews' development set (the even ones);
rerun tests/annotate/test_places_gold.py after a change.
"""

from math import log10

from dragoman.annotate.places.candidates import CITY, Candidate
from dragoman.annotate.places.context import PLACE_LABELS, Context, given_names
from dragoman.annotate.places.use import dateline, located

KNOWN = {
    "state": 3.0,
    "region": 2.5,
    "water": 2.0,
    "mountain": 2.0,
    "unit": 2.5,
    "county": 2.5,
    "venue": 1.0,
    "demonym": 2.5,
}


def _evidence_of_parse(candidate: Candidate, context: Context) -> float:
    """Return what the entities and tags of the parse say for a place."""
    score = 0.0
    label = context.label(candidate.first)
    span = context.entity(candidate.first)
    whole = span is not None and span[0] >= candidate.start - 4 and span[1] <= candidate.end + 2
    if label in PLACE_LABELS:
        score += 2.5 if whole else 1.5
    elif label == "PERSON":
        score -= 2.5 if not whole else 1.0
    elif label == "ORG":
        score -= 0.5
    elif label in ("NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "LANGUAGE"):
        score -= 1.0
    token = context.token(candidate.first)
    if (
        token is not None
        and token.pos_ not in ("PROPN", "NOUN", "ADJ", "X")
        and candidate.first == candidate.last
    ):
        score -= 2.0
    return score


def _evidence_of_words(candidate: Candidate, context: Context) -> float:
    """Return what the words around say for a place."""
    lists, tokens = context.lists, context.words
    before, after = context.before(candidate.first), context.after(candidate.last)
    score = 0.0
    if before is not None:
        if before.folded in lists.locative:
            score += 1.5
        elif before.folded in lists.partitive:
            score += 0.5
        elif before.folded in lists.titles or (before.text[0].isupper() and before.folded in given_names()):
            score -= 3.0
        elif before.folded == "the" and context.before(candidate.first, 2) is not None:
            score -= 0.3
        kind = context.before(candidate.first, 2)
        if before.folded in ("of", "de", "d") and kind is not None and kind.folded in lists.kinds:
            score += 2.0
    if after is not None and after.text[0].isupper():
        if after.folded in lists.bodies or after.folded in lists.ends:
            score += 0.5
        elif context.label(candidate.last) not in PLACE_LABELS:
            score -= 1.5
            if tokens[candidate.first].folded in given_names():
                score -= 1.5
    if after is not None and after.folded in lists.kinds:
        score += 1.0
    return score


def _person(candidate: Candidate, context: Context) -> bool:
    """Return whether the name is part of a person's ("Jordan Peele", "Michael Jordan")."""
    before, after = context.before(candidate.first), context.after(candidate.last)
    if candidate.first != candidate.last:
        return False
    led = before is not None and before.folded in context.lists.locative
    if led and after is not None and after.start in context.names:
        return False  # "il a reçu à Alger Emmanuel Macron"
    name = context.words[candidate.first].folded
    own = name in given_names() or name in context.lists.both
    if context.label(candidate.first) in PLACE_LABELS and not (own and _surname_follows(candidate, context)):
        return False
    if before is not None and before.text[0].isupper() and before.folded in given_names():
        return before.folded not in context.lists.locative
    follows = after is not None and after.text[0].isupper() and after.folded not in context.lists.bodies
    return bool(own and follows and after and after.folded not in context.lists.ends and after.gap == " ")


def _surname_follows(candidate: Candidate, context: Context) -> bool:
    """Return whether a capitalised word follows that the parse puts into no place's or body's name."""
    after = context.after(candidate.last)
    if after is None or not after.text[0].isupper() or after.text.isupper():
        return False
    return context.label(candidate.last + 1) in ("", "PERSON") or (
        context.entity(candidate.last + 1) == context.entity(candidate.first)
    )


def _led_city(candidate: Candidate, context: Context) -> bool:
    """Return whether "in" or "à" leads to a big town of several words, or to one before a person's name.

    "À Kuala Lumpur", "a reçu à Alger Emmanuel Macron": the small model takes both for persons.
    """
    before, after = context.before(candidate.first), context.after(candidate.last)
    if before is None or before.folded not in context.lists.locative or candidate.population < CITY:
        return False
    return candidate.first != candidate.last or (after is not None and after.start in context.names)


def judge(candidate: Candidate, context: Context, explicit: bool, seen: bool) -> float:
    """Return the evidence that `candidate` is a place; above 0 it is taken for one.

    `explicit`: a country or unit that it lies in follows it after a comma; `seen`: the same name was
    taken for a place elsewhere in the document.
    """
    kinds = {reading.kind for reading in candidate.readings}
    if not candidate.readings:
        return _unknown(candidate, context)
    if context.words[candidate.first].folded in context.lists.with_article and not _articled(
        candidate, context
    ):
        return -1.0
    if explicit or dateline(candidate, context):
        return 3.0
    score = max((KNOWN.get(kind, 0.0) for kind in kinds), default=0.0)
    if _person(candidate, context):
        score -= 4.0
    if kinds == {"city"} and context.words[candidate.last].folded in context.persons:
        score -= 3.0
    score += _evidence_of_parse(candidate, context)
    if kinds != {"demonym"}:
        score += _evidence_of_words(candidate, context)
    if seen:
        score += 1.5
    if context.alone(candidate.start, candidate.end) and candidate.big:
        score += 3.0
    if _led_city(candidate, context):
        score = score + 3.0 if candidate.first != candidate.last else 2.0
    population = candidate.population
    if population and len(kinds) == 1:
        plain = candidate.first != candidate.last or not context.starts_sentence(candidate.first)
        score += 0.7 if plain and context.words[candidate.first].folded not in given_names() else 0.0
        score += max(-1.5, min(1.5, log10(population + 1) - 5.0)) + (
            0.5 if candidate.first != candidate.last else 0.0
        )
    if candidate.first == candidate.last and context.words[candidate.first].text.lower() in context.small:
        score -= 1.5
    if kinds <= {"venue"} and not located(candidate, context):
        score -= 3.0
    return score


def _articled(candidate: Candidate, context: Context) -> bool:
    """Return whether the article stands before the name: "La Réunion", not "Réunion avec le ministre"."""
    before = context.before(candidate.first)
    return before is not None and before.folded == "la"


def _unknown(candidate: Candidate, context: Context) -> float:
    """Return the evidence for a name that no table knows."""
    tokens, lists = context.words, context.lists
    last, before = tokens[candidate.last].folded, context.before(candidate.first)
    if last in lists.ends and candidate.last > candidate.first:
        return -1.0 if context.label(candidate.first) == "PERSON" and last in lists.not_places else 1.0
    if tokens[candidate.first].folded in lists.starts:
        return 1.0
    if last in lists.not_places or len(last) < 3 or tokens[candidate.last].folded in context.persons:
        return -1.0
    if candidate.first == candidate.last and tokens[candidate.first].text.isupper():
        return -1.0
    if before is not None and before.folded in lists.locative:
        return 1.0
    return -0.2
