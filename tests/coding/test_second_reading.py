"""The second reading: what is told in words or over sentences that the rules do not see."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding.reading import read_document
from dragoman.model import Document, Engagement

PIECES = (
    "Sergei Lavrov",
    "gave",
    "the Turkish minister",
    "two hours",
    "in Doha",
    "on Friday.",
    "She",
    "\n",
    "—",
    "2:",
)


def read(text: str, language: str = "en", *, published: date | None = date(2024, 5, 15)) -> list[Engagement]:
    """The engagements of a text published on a Wednesday."""
    return list(read_document(Document(text=text, published=published, language=language)).engagements)


@pytest.mark.parametrize(
    ("text", "kind", "status", "names", "place", "start"),
    [
        ("President William Ruto gave Ethiopian Prime Minister Abiy Ahmed almost two hours at State House in"
         " Nairobi on Monday.", "meeting", "held", {"William Ruto", "Abiy Ahmed"}, "Nairobi", "2024-05-13"),
        ("Omani Foreign Minister Sayyid Badr Albusaidi was in Tehran on Tuesday. Over lunch Iran's Hossein"
         " Amir-Abdollahian walked him through the plan.", "meeting", "held",
         {"Badr Albusaidi", "Hossein Amir-Abdollahian"}, "Tehran", "2024-05-14"),
        ("Kenyan President William Ruto flew home from Addis Ababa on Sunday night. In the Ethiopian capital he"
         " had spent the afternoon with Prime Minister Abiy Ahmed.", "meeting", "held",
         {"William Ruto", "Abiy Ahmed"}, "Addis Ababa", "2024-05-12"),
        ("A feud\n\nTalks on the border ended in failure in Geneva on Thursday, the UN said. Armenian Foreign"
         " Minister Ararat Mirzoyan and his Azerbaijani counterpart Jeyhun Bayramov had been negotiating there"
         " since Monday.", "talks", "failed", {"Ararat Mirzoyan", "Jeyhun Bayramov"}, "Geneva", "2024-05-09"),
    ],
)  # fmt: skip
def test_what_no_word_of_the_lexicon_tells(
    text: str, kind: str, status: str, names: set[str], place: str, start: str
) -> None:
    """Who, where and when are found over the sentences, and the judgement is marked as learned."""
    found = next(e for e in read(text) if (e.kind, e.status) == (kind, status))
    assert {p.name for p in found.participants} == names
    assert found.place is not None
    assert (found.place.name, str(found.start)) == (place, start)
    assert (found.basis["status"].how, found.basis["status"].inferred) == ("learned", True)


def test_a_participant_from_another_sentence_is_inferred() -> None:
    """ "Walked him through the plan": the one who is meant stands in the sentence before."""
    found = next(
        e
        for e in read(
            "Omani Foreign Minister Sayyid Badr Albusaidi was in Tehran on Tuesday. Over lunch Iran's Hossein"
            " Amir-Abdollahian walked him through the plan."
        )
        if e.kind == "meeting"
    )
    assert {p.name: p.inferred for p in found.participants} == {
        "Badr Albusaidi": True,
        "Hossein Amir-Abdollahian": False,
    }


def test_what_the_rules_read_stands() -> None:
    """An engagement that the rules know is told once, with their basis."""
    (found,) = read(
        "Foreign Minister Hakan Fidan met his Iraqi counterpart Fuad Hussein in Ankara on Monday."
    )
    assert (found.status, found.basis["status"].how) == ("held", "tense")


@pytest.mark.parametrize(
    "text",
    [
        "Wheat prices fell again in Algiers on Monday, traders said.",
        "Polish President Andrzej Duda told reporters that no date had been set for a visit.",
        "",
    ],
)
def test_nothing_is_read_where_nothing_is_told(text: str) -> None:
    """Prices have no parties, and a visit without a date is none yet."""
    assert not read(text)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from(("en", "fr")), st.booleans())
def test_any_text_is_read_with_words_of_its_own(pieces: list[str], language: str, dated: bool) -> None:
    """Whatever the text, with a day of publication or without: each name and each evidence stands in it."""
    text = " ".join(pieces)
    for found in read(text, language, published=date(2024, 5, 15) if dated else None):
        assert found.evidence
        for span in (*found.evidence, *(s for p in found.participants for s in p.spans)):
            assert text[span.start : span.end] == span.text
        assert found.start is None or found.end is None or found.start <= found.end
