"""People and offices in a text: names, titles and countries, without the statistical model."""

import pytest

from dragoman.annotate.actors.find import read_mentions
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.resolve import read_text

Person = tuple[str, str, str | None]


def people(text: str, language: str = "en") -> list[Person]:
    """The people of a text: name, roles, and the country that the words state."""
    found = [m for m in read_mentions(read_text(text, language), None, []) if m.kind == "person"]
    return [(m.name, ", ".join(t.role for t in m.roles), country_of(m)) for m in found]


def country_of(mention: Mention) -> str | None:
    """The country that a mention's own words state."""
    return mention.country or next((t.country for t in mention.titles if t.country), None)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "U.S. Ambassador to Chad Alexander Laskaris met Major General Idris Baba.",
            [("Alexander Laskaris", "Ambassador to Chad", "USA"), ("Idris Baba", "Major General", None)],
        ),
        (
            "Maj. Gen. Paula Ortiz, US Africa Command Director of Logistics, Plans and Programs, spoke.",
            [("Paula Ortiz", "Maj. Gen., US Africa Command Director of Logistics, Plans and Programs", None)],
        ),
        (
            "Assistant Secretary of Defense for Special Operations and Low-Intensity Conflict Ann Lee left.",
            [
                (
                    "Ann Lee",
                    "Assistant Secretary of Defense for Special Operations and Low-Intensity Conflict",
                    "USA",
                )
            ],
        ),
        (
            "UNDER SECRETARY FOR ARMS CONTROL AND INTERNATIONAL SECURITY MARTA J. O’NEILL\n\nShe rests.",
            [("Marta J. O’Neill", "Under Secretary for Arms Control and International Security", "USA")],
        ),
        ("the President of Kosovo, Vjosa Osmani(link is external)", [("Vjosa Osmani", "President", "XKX")]),
        ("Lars Holm, Denmark’s Ambassador to Mali, left.", [("Lars Holm", "Ambassador to Mali", "DNK")]),
        ("Crown Prince of Bahrain Salman bin Hamad", [("Salman bin Hamad", "Crown Prince", "BHR")]),
        (
            "Ursula von der Leyen, European Commission President,",
            [("Ursula von der Leyen", "European Commission President", "EUR")],
        ),
        (
            "President Dilma of Brazil and Prime Minister Begin met.",
            [("Dilma", "President", "BRA"), ("Begin", "Prime Minister", None)],
        ),
        (
            "Prime Minister Major and Foreign Minister Park Jin",
            [("Major", "Prime Minister", None), ("Park Jin", "Foreign Minister", None)],
        ),
        (
            "Vietnamese President To Lam and Kim Hong-kyun, Vice Foreign Minister of South Korea",
            [("To Lam", "President", "VNM"), ("Kim Hong-kyun", "Vice Foreign Minister", "KOR")],
        ),
        (
            "Presidents Mahama and Ouattara signed.",
            [("Mahama", "President", None), ("Ouattara", "President", None)],
        ),
        (
            "the foreign ministers of Ghana and Togo, Ama Badu and Kofi Sena, met",
            [("Ama Badu", "Foreign Minister", "GHA"), ("Kofi Sena", "Foreign Minister", "TGO")],
        ),
        (
            "the Special Adviser to the President on Energy, Olu Verheijen, said",
            [("Olu Verheijen", "Special Adviser to the President on Energy", None)],
        ),
        (
            "Speaker of the Hungarian National Assembly László Kövér",
            [("László Kövér", "Speaker of the Hungarian National Assembly", "HUN")],
        ),
        (
            "Jordan's King Abdullah II met Michael Jordan.",
            [("Abdullah II", "King", "JOR"), ("Michael Jordan", "", None)],
        ),
        (
            "Theresa May and Nigerien Foreign Minister Hassoumi Meet",
            [("Theresa May", "", None), ("Hassoumi", "Foreign Minister", "NER")],
        ),
    ],
)
def test_titles_and_names_are_read_together(text: str, wanted: list[Person]) -> None:
    """A name gets the titles before and after it, whole, without the adjective of nationality."""
    assert people(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Le président malgache Andry Rajoelina", [("Andry Rajoelina", "président", "MDG")]),
        (
            "le ministre nigérien des Affaires étrangères, M. Bakary Yaou Sangaré,",
            [("Bakary Yaou Sangaré", "ministre nigérien des Affaires étrangères", "NER")],
        ),
        (
            "Mme Rose Raponda, Première ministre du Gabon, et Emmanuel MACRON",
            [("Rose Raponda", "Première ministre", "GAB"), ("Emmanuel Macron", "", None)],
        ),
        (
            "M. Félix Tshisekedi, Président de la République démocratique du Congo,",
            [("Félix Tshisekedi", "Président", "COD")],
        ),
    ],
)
def test_french_titles_and_names_are_read_together(text: str, wanted: list[Person]) -> None:
    """French titles take their adjective after them, and states in full."""
    assert people(text, "fr") == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Talks in South Africa Minister told reporters",
        "The meeting begins at 3:30 PM Tuesday at the Department of State.",
        "The Berlin Wall and the Velvet Revolution",
        "He read Foreign Affairs and the Golden Book at Addis Ababa University.",
    ],
)
def test_what_is_no_person_is_not_taken_for_one(text: str) -> None:
    """Times of day, places, bodies and events are no people."""
    assert people(text) == []
