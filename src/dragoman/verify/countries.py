"""Countries and places: the demonyms and place names of a brief against those of its sources.

The slip looked for first is the demonym of a neighbour in name: Nigerian for Nigerien.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from dragoman.authority.states import StateName, state, state_index, state_names
from dragoman.lexicon.phrases import fold
from dragoman.model import Place
from dragoman.verify.entities import STATE
from dragoman.verify.finding import Finding, Kind
from dragoman.verify.names import offices_in
from dragoman.verify.prepared import Fact, Prepared
from dragoman.verify.report import contradiction, missing
from dragoman.verify.slots import Match, Weights, judge
from dragoman.verify.speakers import issuers

LOOKALIKE = 75.0  # ratio of two demonyms or names from which one is easily written for the other
NAMED = {"name", "alias", "demonym"}
SEATS = {"capital", "seat"}


@dataclass(frozen=True)
class Named:
    """The countries that a mention can mean, and its form (name, alias, demonym)."""

    countries: frozenset[str]
    form: str


def mentions(text: Prepared) -> Iterator[Fact]:
    """Yield the names and demonyms of states in a text; a name of a person or body is none."""
    inside = [
        (m.start, m.end)
        for actor in text.found.actors
        if actor.kind in {"person", "organisation"}
        for m in actor.mentions
    ]
    for start, end, rows in state_index(text.document.language).find(text.document.text):
        named = [row for row in rows if row.form in NAMED]
        if not named or any(
            s < start and end < e for s, e in inside if text.document.text[s:e][:1].isupper()
        ):
            continue
        countries = frozenset(row.country for row in named)
        yield text.fact(start, end, Named(countries, named[0].form))


def countries_of(text: Prepared) -> frozenset[str]:
    """Every country that a text names in any way: by name, demonym, capital, seat, place or actor."""
    found = {row.country for _, _, rows in state_index(None).find(text.document.text) for row in rows}
    found |= {p.country for p in text.found.places if p.country}
    found |= {a.country for a in text.found.actors if a.country}
    return frozenset(found)


def compatible(brief: Named, source: Named) -> bool:
    """Whether two mentions can mean one country."""
    return bool(brief.countries & source.countries)


def check_countries(brief: Prepared, sources: Sequence[Prepared], weights: Weights) -> Iterator[Finding]:
    """Compare the countries that the brief names with those of its sources."""
    known: frozenset[str] = frozenset().union(*(s.once(countries_of) for s in sources))
    rivals = [(source, fact) for source in sources for fact in source.once(mentions)]
    for fact in brief.once(mentions):
        named: Named = fact.value
        kind: Kind = "demonym" if named.form == "demonym" else "place"
        if named.countries & known:
            verdict = judge(fact, rivals, weights, compatible)
            rival = verdict.rival
            if rival is None or not lookalike(fact.span.text, rival.fact.span.text):
                rival = _described(brief, fact, rivals)
            if rival is not None:
                yield _wrong(kind, fact, rival, brief.document.language)
            continue
        near = _lookalike(fact, rivals)
        if near is None and _may_be_home(brief, fact, sources):
            yield missing(kind, fact, "No source names this country, unless it is its own", severity="note")
            continue
        if near is None:
            verdict = judge(fact, rivals, weights, compatible)
            near = verdict.rival
        if near is not None:
            yield _wrong(kind, fact, near, brief.document.language)
        else:
            yield missing(kind, fact, "No source names this country")


def _may_be_home(brief: Prepared, fact: Fact, sources: Sequence[Prepared]) -> bool:
    """Whether it may be the country of a source, which a statement at home need not name.

    That is where no source says whose it is, and the brief has the country in its title or with an
    office ("the British Prime Minister").
    """
    homes = {key for s in sources for key in s.once(issuers)[0] if key.startswith(STATE)}
    if homes:
        return False
    content = brief.document.text
    headline = content.find("\n\n")
    after = content[fact.span.end : fact.span.end + 30].removeprefix("’s").removeprefix("'s").lstrip()
    return fact.span.end <= headline or bool(offices_in(" ".join(after.split()[:2])))


def _described(brief: Prepared, fact: Fact, rivals: Sequence[tuple[Prepared, Fact]]) -> Match | None:
    """What a source calls otherwise: "Russian soldiers" where it has French soldiers and no Russian ones."""
    noun = _noun(brief, fact)
    if fact.value.form != "demonym" or not noun:
        return None
    same = [(s, f) for s, f in rivals if f.value.form == "demonym" and _noun(s, f) == noun]
    if not same or any(compatible(fact.value, f.value) for _, f in same):
        return None
    source, other = same[0]
    named = next(iter(fact.value.countries))
    if re.search(rf"\b{re.escape(noun)}", source.folded) and _possessed(source, noun, named):
        return None
    return Match(source, other, 1.0)


def _noun(text: Prepared, fact: Fact) -> str:
    """The noun that a demonym describes, by its lemma; "" for one that many states have."""
    span = text.doc.char_span(fact.span.start, fact.span.end, alignment_mode="expand")
    if span is None or span.root.pos_ not in {"ADJ", "PROPN", "NOUN"} or span.root.head is span.root:
        return ""
    head = span.root.head
    describes = head.pos_ == "NOUN" and span.root.dep_ in {"amod", "compound", "nmod"}
    return fold(head.lemma_) if describes and not offices_in(head.text) else ""


def _possessed(text: Prepared, noun: str, country: str) -> bool:
    """Whether a text gives the noun to a country by name ("soldiers of Russia", "Russia's soldiers")."""
    for fact in text.once(mentions):
        if country not in fact.value.countries or fact.value.form == "demonym":
            continue
        around = text.folded[max(0, fact.span.start - 40) : fact.span.end + 40]
        if noun in around:
            return True
    return False


def lookalike(a: str, b: str) -> bool:
    """Whether two names are so alike that one is easily written for the other, and yet not the same."""
    return fold(a) != fold(b) and fuzz.ratio(fold(a), fold(b)) >= LOOKALIKE


def _lookalike(fact: Fact, rivals: Sequence[tuple[Prepared, Fact]]) -> Match | None:
    """A country of the sources whose name or demonym looks like the one that the brief has."""
    best, score = None, LOOKALIKE
    for source, rival in rivals:
        for row in state_names():
            if row.country not in rival.value.countries or row.form not in NAMED:
                continue
            likeness = fuzz.ratio(fold(row.text), fold(fact.span.text))
            if likeness >= score and row.country not in fact.value.countries:
                best, score = Match(source, rival, likeness / 100), likeness
    return best


def _wrong(kind: Kind, fact: Fact, rival: Match, language: str) -> Finding:
    country = sorted(rival.fact.value.countries)[0]
    right = same_form(fact.span.text, fact.value.form, country, language)
    mine = sorted(state(code).name for code in fact.value.countries)
    what = f"“{fact.span.text}” is {' or '.join(mine)}’s; the source speaks of {state(country).name}"
    return contradiction(kind, fact, rival, what, correction=right)


def same_form(text: str, form: str, country: str, language: str) -> str:
    """The demonym or name of `country` that stands in the form of `text` (number, gender, language)."""
    rows: list[StateName] = [
        row
        for row in state_names()
        if row.country == country
        and row.language in (language, "*")
        and (row.form == form or form == "alias")
    ] or [row for row in state_names() if row.country == country and row.form == "name"]
    best = max(rows, key=lambda row: (_ending(row.text, text), fuzz.ratio(row.text, text))).text
    return best[:1].upper() + best[1:] if text[:1].isupper() else best


def _ending(a: str, b: str) -> int:
    """How many letters two words share at their ends: Nigerians with Nigeriens, -ne with -ne."""
    count = 0
    for x, y in zip(reversed(fold(a)), reversed(fold(b)), strict=False):
        if x != y:
            break
        count += 1
    return count


def places(text: Prepared) -> Iterator[Fact]:
    """Yield the places of a text below the level of a country."""
    countries = {(f.span.start, f.span.end) for f in text.once(mentions)}
    for place in text.found.places:
        if place.use != "location" or place.geonameid is None or _is_state(place):
            continue
        if not any(s < place.end and place.start < e for s, e in countries):
            yield text.fact(place.start, place.end, place)


def _is_state(place: Place) -> bool:
    return place.country is not None and fold(place.name) in {
        fold(state(place.country).name),
        fold(state(place.country).name_fr),
    }


def same_place(brief: Place, source: Place) -> bool:
    """Whether two places are one: the same entry, or the same name in the same country."""
    if brief.geonameid is not None and brief.geonameid == source.geonameid:
        return True
    return fold(brief.name) == fold(source.name) or fold(brief.text) == fold(source.text)


def _acts(text: Prepared, fact: Fact) -> bool:
    """Whether a capital is what acts ("Berne announced"): it stands for its government."""
    span = text.doc.char_span(fact.span.start, fact.span.end, alignment_mode="expand")
    return span is not None and span.root.dep_ in {"nsubj", "nsubj:pass", "nsubjpass"}


def check_places(brief: Prepared, sources: Sequence[Prepared], weights: Weights) -> Iterator[Finding]:
    """Compare the places of the brief with those of its sources."""
    rivals = [(source, fact) for source in sources for fact in source.once(places)]
    known: frozenset[str] = frozenset().union(*(s.once(countries_of) for s in sources))
    seats = {fold(row.text) for row in state_names() if row.form in SEATS and row.country in known}
    for fact in brief.once(places):
        words = fold(fact.span.text)
        if any(source.has(words) for source in sources):
            verdict = judge(fact, rivals, weights, same_place)
            if (
                verdict.rival is not None
                and not verdict.supported
                and not (words in seats and _acts(brief, fact))
            ):
                yield contradiction("place", fact, verdict.rival, "The source gives another place")
            continue
        verdict = judge(fact, rivals, weights, same_place)
        if verdict.supported:
            continue
        if verdict.rival is not None:
            yield contradiction("place", fact, verdict.rival, "The source gives another place")
        elif words not in seats:
            yield missing("place", fact, "No source names this place")
