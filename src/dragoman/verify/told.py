"""How engagements are told: announced, under way, held, called off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.coding.engagements import find_engagements
from dragoman.lexicon.phrases import fold
from dragoman.model import Engagement, Span
from dragoman.verify.clauses import clauses
from dragoman.verify.finding import Finding
from dragoman.verify.prepared import Fact, Prepared
from dragoman.verify.report import contradiction
from dragoman.verify.slots import Match

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
        if not theirs.evidence or not (_tells(brief, mine) and _tells(ranked[0].source, theirs)):
            continue
        fact = _status_fact(brief, mine)
        rival = _status_fact(ranked[0].source, theirs)
        what = f"The brief tells it as {mine.status}, the source as {theirs.status}"
        yield contradiction("status", fact, Match(ranked[0].source, rival, 1.0), what, correction="")


def _tells(text: Prepared, engagement: Engagement) -> bool:
    """Whether the tense of the verbs bears the state out: only then is a writer accused of changing it."""
    spans = engagement.evidence
    times = {
        f.value.time for f in text.once(clauses) if any(s.start <= f.span.start < s.end for s in spans)
    } - {""}
    wanted = {"announced": {"future"}, "held": {"past"}}.get(engagement.status)
    return wanted is None or times == wanted


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
