"""Engagements in one sentence each: what state of affairs the words tell of."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.model import Document, Engagement

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def read(text: str, language: str = "en") -> list[Engagement]:
    """The engagements of a text published on 15 May 2024."""
    return find_engagements(annotate(Document(text=text, published=PUBLISHED, language=language)))


@pytest.mark.parametrize(
    ("text", "kind", "status", "countries", "start", "end"),
    [
        ("Foreign Secretary David Cameron held talks with Indian Foreign Minister S. Jaishankar in London on Monday.",
         "talks", "held", {"GBR", "IND"}, "2024-05-13", "2024-05-13"),
        ("Emmanuel Macron and Olaf Scholz will meet in Berlin on May 28.",
         "meeting", "announced", {"FRA", "DEU"}, "2024-05-28", "2024-05-28"),
        ("Talks between Armenia and Azerbaijan in Almaty ended on Saturday without a peace agreement.",
         "talks", "failed", {"ARM", "AZE"}, "2024-05-11", "2024-05-11"),
        ("Turkish President Recep Tayyip Erdogan's visit to the White House, scheduled for May 9, has been postponed.",
         "visit", "postponed", {"TUR", "USA"}, "2024-05-09", "2024-05-09"),
        ("U.S. President Joe Biden has called off a meeting with Chinese President Xi Jinping.",
         "meeting", "cancelled", {"USA", "CHN"}, None, None),
        ("Assistant Secretary Molly Phee traveled to Ethiopia and Kenya May 1-5.",
         "visit", "held", {"USA", "ETH", "KEN"}, "2024-05-01", "2024-05-05"),
    ],
)  # fmt: skip
def test_the_state_of_affairs_in_english(
    text: str, kind: str, status: str, countries: set[str], start: str | None, end: str | None
) -> None:
    """Kind, status, countries and days follow from the sentence and the day of publication."""
    (found,) = read(text)
    assert (found.kind, found.status, set(found.countries)) == (kind, status, countries)
    days = tuple(day.isoformat() if day else None for day in (found.start, found.end))
    assert days == (start, end)


@pytest.mark.parametrize(
    ("text", "kind", "status", "countries"),
    [
        ("Le président Emmanuel Macron a reçu lundi à l'Élysée le chancelier allemand Olaf Scholz.",
         "meeting", "held", {"FRA", "DEU"}),
        ("Le président ivoirien Alassane Ouattara effectuera une visite officielle en Chine du 4 au 6 septembre 2024.",
         "visit", "announced", {"CIV", "CHN"}),
        ("La visite du président russe Vladimir Poutine en Turquie, prévue le 12 février, a été reportée.",
         "visit", "postponed", {"RUS", "TUR"}),
        ("Le roi Mohammed VI a eu un entretien téléphonique avec le président Emmanuel Macron.",
         "call", "held", {"MAR", "FRA"}),
    ],
)  # fmt: skip
def test_the_state_of_affairs_in_french(text: str, kind: str, status: str, countries: set[str]) -> None:
    """French is read by the same rules with a lexicon of its own."""
    (found,) = read(text, "fr")
    assert (found.kind, found.status, set(found.countries)) == (kind, status, countries)


@pytest.mark.parametrize(
    "text",
    [
        "There are no plans for a meeting between Russian President Vladimir Putin and President Volodymyr Zelensky.",
        "Ukrainian President Volodymyr Zelensky could meet Vladimir Putin only if Russia withdrew its troops.",
        "Prime Minister Shehbaz Sharif presided over a meeting of the federal cabinet in Islamabad on Monday.",
        "The Foreign Secretary gave a speech at Chatham House on Wednesday.",
    ],
)
def test_what_is_no_engagement(text: str) -> None:
    """Denials, conditions, internal meetings and speeches are no engagements."""
    assert read(text) == []


def test_spans_are_words_of_the_text() -> None:
    """Evidence and every basis point at the words they claim."""
    text = "Russian Foreign Minister Sergey Lavrov will travel to Pyongyang on 20 May for talks with Choe Son Hui."
    for engagement in read(text):
        spans = [*engagement.evidence, *(s for b in engagement.basis.values() for s in b.spans)]
        assert spans
        assert all(text[s.start : s.end] == s.text for s in spans)


@pytest.mark.parametrize("junk", ["", "\n\n\n", "-" * 5000, "met with " * 400, "« " * 300, "Meeting"])
def test_junk_gives_nothing_and_no_error(junk: str) -> None:
    """Text without sense is read to nothing."""
    assert read(junk) == []
