"""What stands before the first words of a story takes no part in it: bylines, datelines."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.model import Document

BODY = (
    "Chad's foreign minister, Abderaman Koulamallah, received his Sudanese counterpart Ali Youssef in"
    " N'Djamena on Tuesday, the first meeting at that level since the two neighbours closed their border."
)


@pytest.mark.parametrize(
    "dateline",
    ["N'DJAMENA, March 4, 2025 - ", "N'DJAMENA (AFP) – ", "CAIRO — ", "N'DJAMENA, Chad (Sahel Wire) -- ", ""],
)
def test_a_dateline_is_no_part_of_the_sentence(dateline: str) -> None:
    """Whatever dateline stands before it, the sentence is read the same."""
    text = f"Ministers hold first talks since border closure\n\nBy Amina Saleh\n\n{dateline}{BODY}\n"
    document = Document(text=text, published=date(2025, 3, 4), language="en", author="Amina Saleh")
    (found,) = find_engagements(annotate(document))
    assert [(one.name, one.side) for one in found.participants] == [
        ("Abderaman Koulamallah", "host"), ("Ali Youssef", "visitor"),
    ]  # fmt: skip


def test_him_is_who_the_sentence_is_about() -> None:
    """A surname that opens a sentence is whom "him" means in its later clause."""
    text = (
        f"{BODY}\n\nYoussef is to travel on to Abuja, where Nigerian President Bola Tinubu will receive him."
    )
    found = find_engagements(annotate(Document(text=text, published=date(2025, 3, 4), language="en")))
    assert [one.name for one in found[-1].participants] == ["Bola Tinubu", "Ali Youssef"]
