"""People: their names as the sources spell them, and the offices and countries given to them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from dragoman.authority.states import state_index, state_names
from dragoman.lexicon.phrases import fold
from dragoman.model import Actor
from dragoman.verify.finding import Finding
from dragoman.verify.names import offices_in, parts, same_person
from dragoman.verify.prepared import Fact, Prepared
from dragoman.verify.report import contradiction, missing
from dragoman.verify.roles import modifiers, same_role
from dragoman.verify.slots import CLEARLY, Match, Weights

MISSPELT = 78.0  # ratio of two names from which one is a slip of the other


@dataclass(frozen=True)
class Person:
    """A person of one text: the actor, and the first place where the name stands."""

    actor: Actor
    fact: Fact


def people(text: Prepared) -> list[Person]:
    """The named people of a text, each where the longest form of the name stands first."""
    found = []
    for actor in text.found.actors:
        if actor.kind != "person" or len(parts(actor.name)) < 1:
            continue
        spans = [m for m in actor.mentions if fold(actor.name) in fold(m.text)] or list(actor.mentions[:1])
        if not spans:
            continue
        start = text.document.text.find(actor.name, spans[0].start, spans[0].end)
        start, end = (start, start + len(actor.name)) if start >= 0 else (spans[0].start, spans[0].end)
        found.append(Person(actor, text.fact(start, end, actor)))
    return found


def check_people(brief: Prepared, sources: Sequence[Prepared], weights: Weights) -> Iterator[Finding]:
    """Compare the people of the brief, their offices and countries, with those of its sources."""
    known = [(source, person) for source in sources for person in source.once(people)]
    for person in brief.once(people):
        same = [(s, p) for s, p in known if same_person(person.actor.name, p.actor.name)]
        if not same:
            yield from _unknown(person, known, sources, weights)
            continue
        finding = _role(brief, person, same) or _country(brief, person, same)
        if finding is not None:
            yield finding


def _unknown(
    person: Person,
    known: Sequence[tuple[Prepared, Person]],
    sources: Sequence[Prepared],
    weights: Weights,
) -> Iterator[Finding]:
    if any(source.has(person.actor.name) for source in sources):
        return
    best, score = None, MISSPELT
    for source, other in known:
        likeness = _spelling(person.actor.name, other.actor.name)
        if likeness >= score:
            best, score = (source, other), likeness
    if best is not None:
        match = Match(best[0], best[1].fact, score / 100)
        yield contradiction("name", person.fact, match, "The source spells the name otherwise")
        return
    for source, other in known:
        likeness = weights.cosine(person.fact.context, other.fact.context)
        if likeness >= CLEARLY and _same_office(person.actor, other.actor):
            match = Match(source, other.fact, likeness)
            yield contradiction("name", person.fact, match, "The source names another person in that office")
            return
    yield missing("name", person.fact, "No source names this person")


def _spelling(a: str, b: str) -> float:
    """How like two names are, 0 to 100; a surname alone is compared with the surname."""
    one, other = parts(a), parts(b)
    if len(one) == 1 or len(other) == 1:
        return fuzz.ratio(one[-1], other[-1])
    shared = sum(p in other for p in one)
    whole = fuzz.ratio(" ".join(one), " ".join(other))
    # one part equal and the other another name altogether is another person
    worst = min(max(fuzz.ratio(p, q) for q in other) for p in one)
    return whole if worst >= 50 or not shared else 0.0


def _keys(actor: Actor) -> set[str]:
    return {row.office for row in offices_in(actor.role or "")}


def _same_office(a: Actor, b: Actor) -> bool:
    return bool(_keys(a) & _keys(b)) and (a.country is None or b.country is None or a.country == b.country)


def _role(brief: Prepared, person: Person, same: Sequence[tuple[Prepared, Person]]) -> Finding | None:
    """The office given to a person, against the offices that the sources give."""
    role = person.actor.role
    stated = [(s, p) for s, p in same if p.actor.role]
    if (
        not role
        or not stated
        or any(
            same_role(role, p.actor.role or "", brief.document.language == s.document.language)
            for s, p in stated
        )
    ):
        return None
    if any(_beside(s, p.actor, role) for s, p in same):
        return None
    source, other = stated[0]
    fact, rival = _title(brief, person), _title(source, other)
    what = f"The source gives {other.actor.name} another office"
    return contradiction("role", fact, Match(source, rival, 1.0), what)


def _title(text: Prepared, person: Person) -> Fact:
    """Where the title of someone stands, as near the name as it does; the name itself where it is not."""
    role, content = person.actor.role or "", text.document.text
    for words in (role, role.split(", ")[0]):
        places = [m.start() for m in re.finditer(re.escape(words), content)] if words else []
        if places:
            start = min(places, key=lambda at: min(abs(at - m.start) for m in person.actor.mentions))
            return text.fact(start, start + len(words), words)
    return person.fact


def _beside(source: Prepared, actor: Actor, role: str) -> bool:
    """Whether a source has the title itself near the name, though it was not read as theirs."""
    text = source.document.text
    pattern = re.compile(rf"(?<!\w){re.escape(fold(role))}(?!\w)")
    near = [fold(text[max(0, m.start - 80) : m.end + 80]) for m in actor.mentions]
    others = (other for other in source.found.actors if other.id != actor.id)
    stated = any(not _changed(words, match) for words in near for match in pattern.finditer(words))
    return stated and not any(fold(o.role or "") == fold(role) for o in others)


def _changed(text: str, match: re.Match[str]) -> bool:
    """Whether the word before a title makes another office of it ("deputy secretary of state")."""
    before = text[: match.start()].split()
    return bool(before) and bool(modifiers(before[-1]))


def _country(brief: Prepared, person: Person, same: Sequence[tuple[Prepared, Person]]) -> Finding | None:
    """The country given to a person, against the one that the sources give."""
    mine = person.actor.country
    stated = [(s, p) for s, p in same if p.actor.country]
    if not mine or not stated or any(p.actor.country == mine for _, p in stated):
        return None
    stated = [
        (s, p) for s, p in stated if _said_of(s, p.actor, p.actor.country) and not _said_of(s, p.actor, mine)
    ]
    if not stated or not _said_of(brief, person.actor, mine):
        return None
    source, other = stated[0]
    demonyms = {r.text for r in state_names() if r.country == mine and r.form in {"demonym", "name", "alias"}}
    before = person.fact.span.start
    line = brief.document.text.rfind("\n", 0, before) + 1
    window = brief.document.text[line:before]
    for word in sorted(demonyms, key=len, reverse=True):
        at = window.rfind(word)
        if at >= 0:
            fact = brief.fact(line + at, line + at + len(word), mine)
            what = f"The source gives {other.actor.name} another country"
            return contradiction("demonym", fact, Match(source, other.fact, 1.0), what, correction="")
    return None


def _said_of(text: Prepared, actor: Actor, country: str | None) -> bool:
    """Whether the words right before or after a mention of someone name a country as theirs."""
    content = text.document.text
    for mention in actor.mentions:
        around = content[max(0, mention.start - 40) : min(len(content), mention.end + 40)]
        for _, _, rows in state_index(text.document.language).find(around):
            if any(row.country == country for row in rows):
                return True
    return False
