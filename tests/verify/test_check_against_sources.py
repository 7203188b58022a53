"""A brief against its source: each kind of slip is found, and the same in other words is none."""

import pytest

from dragoman.sources.load import from_bytes
from dragoman.verify import Finding, check

SOURCE = """Consultations between Sweden and Kenya

Nairobi, 14 March 2023

The Minister for Foreign Affairs of Sweden, Elsa Lindgren, met the President of Kenya, Daniel Kiprono,
at State House in Nairobi today. They agreed that Sweden will provide 40 million kronor for water
projects in Turkana. About 1,200 families will benefit.

Major General Peter Otieno, Chief of Operations of the Kenya Defence Forces, will visit Stockholm in the
week of April 17. "Sweden is a reliable friend of our people," President Kiprono said. The two sides did
not sign the agreement on taxes.
"""


def findings(brief: str, source: str = SOURCE, *, omitted: bool = False) -> list[Finding]:
    sources = [from_bytes(source.encode(), name="source.txt")] if source else []
    return check(from_bytes(brief.encode(), name="brief.txt"), sources, omitted=omitted)


SLIPS = [
    ("date", "Elsa Lindgren met President Daniel Kiprono in Nairobi on 16 March 2023.", "16 March 2023"),
    ("place", "Elsa Lindgren met President Daniel Kiprono in Mombasa on 14 March 2023.", "Mombasa"),
    ("number", "Sweden will provide 70 million kronor for water projects in Turkana.", "70 million"),
    ("number", "Sweden pays for water in Turkana; about 2,400 families will benefit.", "2,400"),
    ("name", "Elsa Lindgrem met President Daniel Kiprono in Nairobi.", "Lindgrem"),
    (
        "role",
        "Lieutenant General Peter Otieno will visit Stockholm in the week of April 17.",
        "Lieutenant General",
    ),
    (
        "role",
        "Sweden's Minister for Defence, Elsa Lindgren, met President Daniel Kiprono.",
        "Minister for Defence",
    ),
    ("polarity", "The two sides signed the agreement on taxes in Nairobi.", "signed"),
    ("status", "Major General Peter Otieno visited Stockholm in the week of April 17.", "visited"),
    ("quotation", '"Sweden is a doubtful friend of our people," President Kiprono said.', "doubtful"),
    (
        "unsupported",
        "Elsa Lindgren met President Kiprono. Strikers closed the port of Mombasa for nine days.",
        "Strikers",
    ),
    ("loaded", "In a historic breakthrough, Elsa Lindgren met President Daniel Kiprono.", "historic"),
]


@pytest.mark.parametrize(("kind", "brief", "words"), SLIPS, ids=[f"{s[0]}: {s[2]}" for s in SLIPS])
def test_check_finds_the_slip(kind: str, brief: str, words: str) -> None:
    """A slip is found with its kind, at its place."""
    start = brief.index(words)
    hits = [f for f in findings(brief) if f.kind == kind and f.start < start + len(words) and start < f.end]
    assert hits, findings(brief)


FAITHFUL = [
    "Maj. Gen. Peter Otieno will visit Stockholm in the week of April 17.",
    "General Otieno is to travel to Stockholm next month.",
    "Sweden will give SEK 40 million for water projects in Turkana; some 1,200 families benefit.",
    "Elsa Lindgren, the Swedish foreign minister, met Kenya's President Kiprono in Nairobi on Tuesday, 14 March.",
    "The agreement on taxes was not signed.",
    '"Sweden is a reliable friend of our people," said Daniel Kiprono.',
]


@pytest.mark.parametrize("brief", FAITHFUL)
def test_check_leaves_the_same_in_other_words_alone(brief: str) -> None:
    """What says the same in other words gives no error."""
    assert [f for f in findings(brief) if f.severity == "error"] == []


def test_check_spans_lie_in_both_texts() -> None:
    """Every finding's words stand at its offsets, in the brief and in the source."""
    brief = "Elsa Lindgrem met President Kiprono in Mombasa on 16 March 2023."
    found = findings(brief)
    assert found
    for finding in found:
        assert brief[finding.start : finding.end] == finding.text
        if finding.source_text is not None:
            assert SOURCE[finding.source_start : finding.source_end] == finding.source_text


def test_check_notes_omissions_only_on_request() -> None:
    """What the source says and the brief leaves out is noted where it is asked for."""
    brief = "Elsa Lindgren met President Daniel Kiprono in Nairobi."
    assert not [f for f in findings(brief) if f.kind == "omitted"]
    assert [f for f in findings(brief, omitted=True) if f.kind == "omitted"]


def test_check_a_place_of_a_dateline_is_corrected_in_small_letters() -> None:
    """What to write instead is written as a sentence has it, not as a dateline shouts it."""
    source = (
        "MARSEILLE, June 3, 2025 - The Foreign Minister of Norway, Espen Barth Eide, met Jean-Noël Barrot."
    )
    (finding,) = [
        one
        for one in check("Espen Barth Eide met Jean-Noël Barrot in Toulon on June 3, 2025.", [source])
        if one.kind == "place"
    ]
    assert finding.correction == "Marseille"
