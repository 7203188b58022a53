"""How things are told: the state of engagements, and who is said to have said what."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.coding.engagements import find_engagements
from dragoman.coding.statements import find_statements
from dragoman.lexicon.phrases import fold
from dragoman.model import Engagement, Participant, Span, Statement
from dragoman.verify.finding import Finding
from dragoman.verify.names import offices_in, same_person
from dragoman.verify.prepared import Fact, Prepared
from dragoman.verify.report import contradiction
from dragoman.verify.slots import CLEARLY, Match, Weights

SAME_ENGAGEMENT = 0.5  # share of participants, countries, place and days that two accounts have in common
# states that one account may give where another gives the key
AGREEING = {
    "announced": {"announced"},
    "underway": {"underway", "held", "announced"},
    "held": {"held", "underway"},
    "postponed": {"postponed"},
    "cancelled": {"cancelled"},
    "failed": {"failed", "held"},
}


@dataclass(frozen=True)
class _Told:
    source: Prepared
    engagement: Engagement


def engagements(text: Prepared) -> list[Engagement]:
    """The engagements of a text."""
    return find_engagements(text.found)


def statements(text: Prepared) -> list[Statement]:
    """The statements of a text."""
    return find_statements(text.found)


def check_status(brief: Prepared, sources: Sequence[Prepared]) -> Iterator[Finding]:
    """Compare the state in which the brief and its sources tell of one engagement."""
    known = [_Told(s, e) for s in sources for e in s.once(engagements)]
    for mine in brief.once(engagements):
        ranked = sorted(known, key=lambda told: -likeness(mine, told.engagement))
        if not ranked or likeness(mine, ranked[0].engagement) < SAME_ENGAGEMENT:
            continue
        same = [t for t in ranked if likeness(mine, t.engagement) >= SAME_ENGAGEMENT]
        if any(t.engagement.status in AGREEING[mine.status] for t in same) or not mine.evidence:
            continue
        theirs = ranked[0].engagement
        if not theirs.evidence:
            continue
        fact = _status_fact(brief, mine)
        rival = _status_fact(ranked[0].source, theirs)
        what = f"The brief tells it as {mine.status}, the source as {theirs.status}"
        yield contradiction("status", fact, Match(ranked[0].source, rival, 1.0), what, correction="")


def _status_fact(text: Prepared, engagement: Engagement) -> Fact:
    basis = engagement.basis.get("status")
    span: Span = basis.spans[0] if basis and basis.spans else engagement.evidence[0]
    return text.fact(span.start, span.end, engagement.status)


def likeness(a: Engagement, b: Engagement) -> float:
    """How far two accounts can tell of one engagement, 0 to 1."""
    people = _overlap({_last(p.name) for p in a.participants}, {_last(p.name) for p in b.participants})
    countries = _overlap(set(a.countries), set(b.countries))
    days = 0.5
    if a.start and b.start:
        days = 1.0 if a.start <= (b.end or b.start) and b.start <= (a.end or a.start) else 0.0
    place = 0.5
    if a.place and b.place:
        place = (
            1.0
            if fold(a.place.name) == fold(b.place.name)
            else 0.3
            if a.place.country == b.place.country
            else 0
        )
    return 0.4 * people + 0.2 * countries + 0.25 * days + 0.15 * place


def _last(name: str) -> str:
    return fold(name).split()[-1] if name.split() else ""


def _overlap(a: set[str], b: set[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.5


def check_attribution(brief: Prepared, sources: Sequence[Prepared], weights: Weights) -> Iterator[Finding]:
    """Compare who is said to have said what."""
    known = [(s, t) for s in sources for t in s.once(statements) if t.speaker]
    issuers = _issuers(sources)
    for mine in brief.once(statements):
        if mine.speaker is None or not mine.speaker.spans:
            continue
        fact = brief.fact(mine.speaker.spans[0].start, mine.speaker.spans[0].end, mine)
        content = brief.fact(mine.content.start, mine.content.end, mine)
        ranked = sorted(
            (
                Match(
                    s, s.fact(t.content.start, t.content.end, t), weights.cosine(_bag(content), _bag_of(s, t))
                )
                for s, t in known
            ),
            key=lambda match: -match.likeness,
        )
        if not ranked or ranked[0].likeness < CLEARLY or _may_speak(mine.speaker, issuers):
            continue
        near = [m for m in ranked if m.likeness >= CLEARLY]
        if any(_same_speaker(mine.speaker, m.fact.value.speaker) for m in near):
            continue
        theirs: Statement = ranked[0].fact.value
        if theirs.speaker is None or not theirs.speaker.spans:
            continue
        span = theirs.speaker.spans[0]
        rival = ranked[0].source.fact(span.start, span.end, theirs)
        yield contradiction(
            "attribution",
            fact,
            Match(ranked[0].source, rival, ranked[0].likeness),
            "The source gives it to another speaker",
        )


def _bag(fact: Fact) -> Counter[str]:
    return fact.context


def _bag_of(source: Prepared, statement: Statement) -> Counter[str]:
    return source.fact(statement.content.start, statement.content.end, None).context


def _issuers(sources: Sequence[Prepared]) -> list[str]:
    names = [s.document.publisher or "" for s in sources] + [s.document.author or "" for s in sources]
    names += [s.document.source.name for s in sources if s.document.source]
    return [fold(name) for name in names if name]


def _may_speak(speaker: Participant, issuers: Sequence[str]) -> bool:
    """The one who issued the source may be named as its speaker."""
    return any(fold(speaker.name) in issuer or issuer in fold(speaker.name) for issuer in issuers)


def _same_speaker(mine: Participant, theirs: Participant | None) -> bool:
    if theirs is None:
        return True
    if same_person(mine.name, theirs.name) or (mine.actor is not None and mine.name == theirs.name):
        return True
    titles = ({o.office for o in offices_in(one.role or one.name)} for one in (mine, theirs))
    if mine.country == theirs.country and set.intersection(*titles):
        return True
    both_bodies = mine.role is None and theirs.role is None
    return (
        mine.country is not None
        and mine.country == theirs.country
        and (both_bodies or (theirs.role is not None and mine.role is None))
    )
