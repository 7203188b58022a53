"""The learned sense of engagements, and the sentences that only it understands."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.coding.sense import KINDS, LONGEST, STATES, ids_of, sense
from dragoman.model import Document, Engagement


def read(text: str, language: str = "en") -> list[Engagement]:
    """The engagements of a text published on 15 May 2024, a Wednesday."""
    return find_engagements(annotate(Document(text=text, published=date(2024, 5, 15), language=language)))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("On Thursday the Foreign Secretary had his Omani opposite number across the table.", True),
        ("President Ruto gave the Ethiopian premier almost two hours at State House on Monday.", True),
        ("The minister told parliament on Monday that the budget would be revised.", False),
        ("No one at the palace in Nairobi expects the Ethiopian premier before the end of the month.", False),
        ("Les prix du blé ont encore reculé lundi à Alger.", False),
    ],
)
def test_sense_tells_what_is_an_engagement(sentence: str, told: bool) -> None:
    """Whatever the words, an encounter of two sides is told from what is none."""
    assert (sense(sentence).share >= 0.5) == told


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=3000))
def test_sense_answers_for_any_text(text: str) -> None:
    """No text makes it fail, and it reads no more than so many tokens."""
    found = sense(text)
    assert 0 <= found.share <= 1
    assert found.state in STATES
    assert found.kind in KINDS
    assert len(ids_of(text)) <= LONGEST


def test_a_sentence_without_a_word_of_the_lexicon_tells_of_a_meeting() -> None:
    """Who, when and where are read by the rules; that the state is the model's judgement is told."""
    (found,) = read(
        "President William Ruto gave Ethiopian Prime Minister Abiy Ahmed almost two hours at State House in "
        "Nairobi on Monday."
    )
    assert {p.name for p in found.participants} == {"William Ruto", "Abiy Ahmed"}
    assert (found.status, found.start, found.basis["status"].how) == ("held", date(2024, 5, 13), "sensed")
    assert found.basis["status"].inferred


def test_a_sentence_about_nobody_is_not_asked_about() -> None:
    """Prices and weather have no parties."""
    assert read("Wheat prices fell again in Algiers on Monday, traders said.") == []
