"""Without any source: demonyms of the wrong country, and capitals of another one."""

import re
from collections import Counter
from collections.abc import Iterator

from dragoman.authority.organisations import lookup_organisation
from dragoman.authority.states import lookup_state, state, state_index, state_names
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import toml
from dragoman.verify.countries import NAMED, lookalike, mentions, same_form
from dragoman.verify.finding import Finding
from dragoman.verify.prepared import Fact, Prepared
from dragoman.verify.report import doubt


def _named_otherwise(text: Prepared) -> Counter[str]:
    """How often each country is named by anything but a demonym: name, capital, seat, body."""
    found: Counter[str] = Counter()
    for _, _, rows in state_index(text.document.language).find(text.document.text):
        plain = {row.country for row in rows if row.form != "demonym"}
        if len(plain) == 1:
            found.update(plain)
    for actor in text.found.actors:
        known = actor.kind == "organisation" and lookup_organisation(actor.name)
        if known and actor.country and len(actor.country) == 3:
            found[actor.country] += len(actor.mentions)
    return found


def check_demonyms(brief: Prepared) -> Iterator[Finding]:
    """Doubt a demonym whose country the brief does not name, where it names one that looks like it."""
    named = _named_otherwise(brief)
    language = brief.document.language
    for fact in brief.once(mentions):
        if fact.value.form != "demonym":
            continue
        countries: frozenset[str] = fact.value.countries
        if len(countries) > 1:
            if not any(named[c] for c in countries):
                yield _ambiguous(fact)
            continue
        if any(named[c] for c in countries):
            continue
        near = [c for c, n in named.most_common() if n and _resembles(fact.span.text, c)]
        if near:
            mine = state(next(iter(countries))).name
            right = same_form(fact.span.text, "demonym", near[0], language)
            message = (
                f"“{fact.span.text}” means of {mine}, which the text does not name; "
                f"it speaks of {state(near[0]).name}: “{right}”?"
            )
            yield doubt("demonym", fact, message, severity="error", correction=right)


def _resembles(text: str, country: str) -> bool:
    rows = [row for row in state_names() if row.country == country and row.form in NAMED]
    return any(lookalike(row.text, text) for row in rows)


def _ambiguous(fact: Fact) -> Finding:
    names = " or ".join(sorted(state(code).name for code in fact.value.countries))
    message = f"“{fact.span.text}” can mean {names}; the text names neither. Say which."
    return doubt("demonym", fact, message)


def check_capitals(brief: Prepared) -> Iterator[Finding]:
    """Find the capital of one country given to another ("the Malian capital, Niamey")."""
    text = brief.document.text
    for pattern in toml(f"{brief.document.language}/capitals")["patterns"]:
        for match in re.finditer(pattern, text):
            yield from _capital(brief, match)
    yield from _in_country(brief)


def _capital(brief: Prepared, match: re.Match[str]) -> Iterator[Finding]:
    owners = {r.country for r in lookup_state(match["country"]) if r.form in NAMED}
    cities = {r.country for r in lookup_state(match["city"]) if r.form == "capital"}
    if not owners or not cities or owners & cities:
        return
    owner = sorted(owners)[0]
    right = state(owner).capital
    fact = brief.fact(match.start("city"), match.end("city"), None)
    other = state(sorted(cities)[0]).name
    message = f"{match['city']} is the capital of {other}; that of {state(owner).name} is {right}."
    yield doubt("place", fact, message, severity="error", correction=right or None)


def _in_country(brief: Prepared) -> Iterator[Finding]:
    """ "Bamako, Niger": a capital followed by another country that has no such place."""
    text = brief.document.text
    for match in re.finditer(
        r"(?P<city>[^\W\d_][\w'’-]+), (?P<country>[^\W\d_][\w'’ -]+?)(?=[,.;:\n)]|$)", text
    ):
        owners = {r.country for r in lookup_state(match["country"]) if r.form in {"name", "alias"}}
        cities = {r.country for r in lookup_state(match["city"]) if r.form == "capital"}
        listed = re.search(r"[^\W\d_][\w'’-]+,\s*$", text[: match.start()])  # "Paris, London, Niger": a list
        if owners and cities and not owners & cities and not listed and _one_place(brief, match):
            yield from _capital(brief, match)


def _one_place(brief: Prepared, match: re.Match[str]) -> bool:
    """Whether the gazetteer, asked with the country beside it, still finds the city elsewhere."""
    owners = {r.country for r in lookup_state(match["country"])}
    start = match.start("city")
    return not any(p.start == start and p.country in owners for p in brief.found.places) and fold(
        match["city"]
    ) != fold(match["country"])
