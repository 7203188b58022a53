"""Words of an engagement that tell of none: demands, claims denied, sport, those who are at home."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.model import Document


def kinds(text: str, language: str = "en") -> list[str]:
    """The kinds of engagement in a text published on 15 May 2024."""
    document = Document(text=text.replace("|", "\n\n"), published=date(2024, 5, 15), language=language)
    return [found.kind for found in find_engagements(annotate(document))]


@pytest.mark.parametrize(
    "text",
    [
        "King Felipe has called on Morocco's leadership to work towards normal ties.",
        "Ministers from France and Spain are expected to sign off the rail decision.",
        "The ministry rejected a claim that the Iranian foreign minister had telephoned his US counterpart.",
        "Spain earned a friendly win in the qualifiers.|The squad's striker is fit again.|"
        "Germany visit Sweden in Gothenburg, and Italy meet Romania in Klagenfurt.",
        "British mayor Mark Hall is on stage. Tom Reed spoke to the British prime minister this morning.",
    ],
)
def test_english_phrases_that_tell_of_no_engagement(text: str) -> None:
    """Demands, approvals, claims that are denied, fixtures and talks at home are no engagements."""
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Il revient à la Russie de montrer qu'elle veut négocier, a dit le président de la République.",
        "Agenda de la ministre du 3 au 8 juin 2024|Paris, Quai d'Orsay|JEUDI 6 JUIN|"
        "Déplacement à Nantes et à Saint-Nazaire",
    ],
)
def test_french_phrases_that_tell_of_no_engagement(text: str) -> None:
    """What falls to a state to do is no visit, nor is a minister's journey at home."""
    assert kinds(text, "fr") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Secretary Blinken called on President Emmanuel Macron in Paris on Tuesday.", ["meeting"]),
        ("Germany and Sweden met in Gothenburg on Monday for talks on trade.", ["meeting"]),
        (
            "Le général Rajiv Ghai et son homologue pakistanais Kashif Abdullah se sont entretenus par téléphone"
            " lundi.",
            ["call"],
        ),
    ],
)
def test_phrases_near_them_that_do(text: str, expected: list[str]) -> None:
    """A courtesy call, a meeting of states that is no match, and a counterpart of an unknown country are."""
    assert kinds(text, "fr" if text.startswith("Le ") else "en")[: len(expected)] == expected
