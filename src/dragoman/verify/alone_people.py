"""Without any source: titles that their holders did not have then, and names spelled two ways."""

from collections.abc import Iterator
from datetime import date

from rapidfuzz import fuzz

from dragoman.authority.holders import Holder, holder_of, holders_named
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import toml
from dragoman.verify.finding import Finding
from dragoman.verify.names import offices_in, parts, same_person
from dragoman.verify.people import Person, people
from dragoman.verify.prepared import Prepared
from dragoman.verify.report import doubt

TWICE = 84.0  # ratio of two names from which they are one name spelled two ways


def check_holders(brief: Prepared) -> Iterator[Finding]:
    """Doubt a title that its holder did not have on the day of the brief."""
    published = brief.document.published
    if published is None:
        return
    past = set(toml(f"{brief.document.language}/former")["words"])
    for person in brief.once(people):
        role = person.actor.role or ""
        if not role or len(parts(person.actor.name)) < 2 or any(w in fold(role) for w in past):
            continue
        before = brief.document.text[max(0, person.fact.span.start - 60) : person.fact.span.start]
        if any(word in fold(before).split() for word in past):
            continue
        for office in offices_in(role):
            finding = _holder(brief, person, office.office, role, published)
            if finding is not None:
                yield finding
                break


def _holder(brief: Prepared, person: Person, office: str, role: str, on: date) -> Finding | None:
    country = person.actor.organisation or person.actor.country or ""
    terms = [t for t in holders_named(person.actor.name) if same_person(t.person, person.actor.name)]
    held = [t for t in terms if t.office == office and t.country in {country, person.actor.country}]
    if not terms or any(t.held(on.isoformat()) for t in held):
        return None
    now = holder_of(office, country, on)
    if not held and (now is None or same_person(now.person, person.actor.name)):
        return None
    start = brief.document.text.rfind(role, 0, person.fact.span.end + len(role) + 40)
    span = (start, start + len(role)) if start >= 0 else (person.fact.span.start, person.fact.span.end)
    fact = brief.fact(*span, role)
    return doubt("role", fact, f"{person.actor.name} was not {role} on {on}: {_when(held)}{_who(now)}.")


def _when(held: list[Holder]) -> str:
    if not held:
        return "no such term is known"
    return " and ".join(f"in office {t.start} to {t.end or 'now'}" for t in held[:2])


def _who(now: Holder | None) -> str:
    return f"; {now.person} was" if now else ""


def check_spellings(brief: Prepared) -> Iterator[Finding]:
    """Find a name that the brief itself spells two ways; the rarer one is doubted."""
    found = brief.once(people)
    for number, one in enumerate(found):
        for other in found[number + 1 :]:
            a, b = one.actor.name, other.actor.name
            if same_person(a, b) or not _twice(a, b):
                continue
            rare, usual = sorted((one, other), key=lambda p: (len(p.actor.mentions), -p.fact.span.start))
            message = f"The name is also spelled “{usual.actor.name}” in this text; which is right?"
            yield doubt("name", rare.fact, message, correction=usual.actor.name)


def _twice(a: str, b: str) -> bool:
    one, other = parts(a), parts(b)
    if len(one) == 1 or len(other) == 1:
        return len(one[-1]) > 4 and fuzz.ratio(one[-1], other[-1]) >= TWICE
    return one[0][0] == other[0][0] and fuzz.ratio(" ".join(one), " ".join(other)) >= TWICE
