"""Makes findings: the words and their places, and sentences that a person understands."""

from dragoman.verify.finding import Finding, Kind, Severity
from dragoman.verify.prepared import Fact
from dragoman.verify.slots import Match


def contradiction(
    kind: Kind,
    fact: Fact,
    rival: Match,
    what: str,
    *,
    severity: Severity = "error",
    correction: str | None = None,
) -> Finding:
    """The source says otherwise: `what` it is, with both wordings."""
    theirs = rival.fact.span
    return Finding(
        kind=kind,
        severity=severity,
        start=fact.span.start,
        end=fact.span.end,
        text=fact.span.text,
        message=f"{what}: “{short(theirs.text)}”, not “{short(fact.span.text)}”.",
        source=rival.source.name,
        source_start=theirs.start,
        source_end=theirs.end,
        source_text=theirs.text,
        correction=correction if correction is not None else _as_written(theirs.text, fact.span.text),
    )


def _as_written(theirs: str, ours: str) -> str:
    """Return the source's words in the brief's letters: a dateline's "PARIS" is "Paris" in a sentence."""
    shouted = theirs.isupper() and not ours.isupper() and len(theirs) > 4  # shorter ones are acronyms
    return theirs.title() if shouted else theirs


def missing(kind: Kind, fact: Fact, what: str, *, severity: Severity = "warning") -> Finding:
    """No source says so."""
    span = fact.span
    message = f"{what}: “{short(span.text)}”."
    return Finding(
        kind=kind, severity=severity, start=span.start, end=span.end, text=span.text, message=message
    )


def doubt(
    kind: Kind,
    fact: Fact,
    message: str,
    *,
    severity: Severity = "warning",
    correction: str | None = None,
) -> Finding:
    """What the brief itself, or what is known beforehand, shows to be wrong or doubtful."""
    span = fact.span
    return Finding(
        kind=kind,
        severity=severity,
        start=span.start,
        end=span.end,
        text=span.text,
        message=message,
        correction=correction,
    )


def short(text: str, limit: int = 90) -> str:
    """`text` on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
