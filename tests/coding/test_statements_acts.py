"""Statements: speaker, act, addressee, content and attribution of single sentences."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.annotate.quotes import find_quotes
from dragoman.coding.statements import find_statements
from dragoman.model import Document, Statement


def read(text: str, language: str = "en") -> list[Statement]:
    """The statements of a text."""
    return find_statements(annotate(Document(text=text, published=date(2024, 5, 15), language=language)))


@pytest.mark.parametrize(
    ("text", "act", "speaker", "content"),
    [
        ("The United States reiterates its commitment to the people of Niger.", "reaffirm", "United States",
         "its commitment to the people of Niger"),
        ("France condemns the attack on the embassy.", "condemn", "France", "the attack on the embassy"),
        ("Russia denied that its envoy had been recalled.", "deny", "Russia", "its envoy had been recalled"),
        ("Turkey rejected the proposal of the mediators.", "reject", "Turkey", "the proposal of the mediators"),
    ],
)  # fmt: skip
def test_acts_in_english(text: str, act: str, speaker: str, content: str) -> None:
    """The verb gives the act, its subject the speaker, what follows the content."""
    first = read(text)[0]
    assert first.speaker is not None
    assert (first.act, first.speaker.name, first.content.text) == (act, speaker, content)


def test_an_accusation_has_an_addressee() -> None:
    """Whom an act is addressed to is kept apart from its content."""
    (found,) = read("Ukraine accused Russia of shelling the port.")
    assert found.act == "accuse"
    assert found.addressee is not None
    assert (found.addressee.name, found.content.text) == ("Russia", "shelling the port")


def test_quotations_end_with_their_mark_or_paragraph() -> None:
    """Quotation marks are paired by kind; an open one ends with the paragraph."""
    text = "He said “we agree” and « d'accord ».\nThen \"open\nend"
    assert [q.text for q in find_quotes(text)] == ["we agree", "d'accord", "open"]


def test_a_denied_meeting_is_a_statement() -> None:
    """What is said not to be planned becomes a statement that denies it."""
    text = "There are no plans for a meeting between Vladimir Putin and Volodymyr Zelensky, the Kremlin said."
    assert "deny" in {statement.act for statement in read(text)}
