"""Findings as JSON and as SARIF 2.1.0, which editors and code-review tools show."""

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from dragoman import __version__
from dragoman.model import Document
from dragoman.verify import Finding

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RULES = {
    "date": "A date differs from the source, or cannot be.",
    "place": "A place differs from the source, or lies elsewhere.",
    "number": "A number differs from the source.",
    "name": "A name is spelled otherwise, or is another's.",
    "role": "An office differs from the source, or was not held then.",
    "demonym": "A demonym is that of another country.",
    "organisation": "An organisation is named wrongly.",
    "polarity": "The source says the opposite.",
    "direction": "Who did it to whom is reversed.",
    "status": "What is planned is told as done, or the other way round.",
    "attribution": "The words are another's.",
    "quotation": "A quotation is not what was said.",
    "unsupported": "No source says so.",
    "loaded": "A judgement that no source makes.",
    "omitted": "What the source stresses is left out.",
}


def to_json(findings: Sequence[Finding]) -> str:
    """The findings as one JSON array."""
    return msgspec.json.format(msgspec.json.encode(findings), indent=2).decode()


def to_sarif(findings: Sequence[Finding], brief: Document) -> str:
    """The findings as a SARIF log of one run; offsets are those of the cleaned text.

    Regions name lines and columns as well, which are right where the brief is a plain text.
    """
    run = {
        "tool": {
            "driver": {
                "name": "Dragoman",
                "version": __version__,
                "informationUri": "https://dragoman.readthedocs.io",
                "rules": [{"id": kind, "shortDescription": {"text": text}} for kind, text in RULES.items()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, brief) for finding in findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(log), indent=2).decode()


def _result(finding: Finding, brief: Document) -> dict[str, Any]:
    region = _region(brief.text, finding.start, finding.end)
    result: dict[str, Any] = {
        "ruleId": finding.kind,
        "level": finding.severity,
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(brief)}, "region": region}}],
    }
    if finding.source is not None and finding.source_start is not None:
        place = {
            "charOffset": finding.source_start,
            "charLength": (finding.source_end or finding.source_start) - finding.source_start,
            "snippet": {"text": finding.source_text or ""},
        }
        location = {"artifactLocation": {"uri": Path(finding.source).as_posix()}, "region": place}
        result["relatedLocations"] = [{"id": 1, "physicalLocation": location}]
    if finding.correction:
        replacement = {"deletedRegion": region, "insertedContent": {"text": finding.correction}}
        change = {"artifactLocation": {"uri": _uri(brief)}, "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": "As the source has it"}, "artifactChanges": [change]}]
    return result


def _uri(brief: Document) -> str:
    return brief.url or Path(brief.location or "brief.txt").as_posix()


def _region(text: str, start: int, end: int) -> dict[str, Any]:
    breaks = [i for i, c in enumerate(text[:end]) if c == "\n"]

    def place(offset: int) -> tuple[int, int]:
        line = bisect_right(breaks, offset - 1)
        return line + 1, offset - (breaks[line - 1] if line else -1)

    (first, column), (last, after) = place(start), place(end)
    return {
        "charOffset": start,
        "charLength": end - start,
        "startLine": first,
        "startColumn": column,
        "endLine": last,
        "endColumn": after,
        "snippet": {"text": text[start:end]},
    }
