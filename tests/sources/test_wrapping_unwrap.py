"""Texts that were wrapped at a column are read as the paragraphs that they were."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dragoman
from dragoman.sources.wrapping import unwrap

PAGE = """Minister's visit to Paris

The Foreign Minister of Norway, Espen Barth Eide, will visit Paris on Thursday to meet Jean-Noël Barrot, the \
French Minister for Europe and Foreign Affairs. The two ministers will discuss support for Ukraine.

Programme:
- 09:30 Meeting with the President of the Senate of the French Republic, Mr Gérard Larcher, and others
- 11:00 Press conference"""


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_a_wrapped_text_is_read_as_the_same_paragraphs(width: int) -> None:
    """Sentences that a column broke are whole again; the list keeps its items apart."""
    wrapped = "\n".join(textwrap.fill(line, width) if line else "" for line in PAGE.split("\n"))
    assert [line.split() for line in unwrap(wrapped).split("\n")] == [
        line.split() for line in PAGE.split("\n")
    ]


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "MONDAY, JUNE 3\n\nSecretary of State Antony Blinken\n10:00 a.m. The Secretary meets with his counterpart\n"
        "12:30 p.m. The Secretary hosts a working lunch for the ministers of the region\n(CLOSED PRESS)",
        "Joint statement\nOf 3 June 2024\n\nThey met.",
        "",
    ],
)
def test_a_text_that_is_not_wrapped_keeps_its_lines(text: str) -> None:
    """Headings, entries and whole paragraphs are left as they are."""
    assert unwrap(text) == text


@given(st.text(alphabet=st.sampled_from("ab C.,-\n\r\u2028é"), max_size=400), st.sampled_from([0, 14]))
def test_only_line_breaks_change(text: str, slack: int) -> None:
    """Whatever the text, each character but a line break stays where it was."""
    joined = unwrap(text, slack=slack)
    assert len(joined) == len(text)
    assert all(a == b or (a == "\n" and b == " ") for a, b in zip(text, joined, strict=True))


def test_people_across_a_line_break_meet() -> None:
    """A wrapped announcement tells of the visit and of the meeting in it."""
    wrapped = "\n".join(textwrap.fill(line, 72) if line else "" for line in PAGE.split("\n"))
    kinds = {found.kind for found in dragoman.read(wrapped, published="2025-06-03").engagements}
    assert kinds >= {"visit", "meeting"}
