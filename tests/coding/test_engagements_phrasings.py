"""Engagements in many phrasings: how one is put off, fails, is under way, or is none at all."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.coding.statements import find_statements
from dragoman.model import Document, Engagement

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def read(text: str, language: str = "en") -> list[Engagement]:
    """The engagements of a text published on 15 May 2024; "|" stands for a line break."""
    return find_engagements(
        annotate(Document(text=text.replace("|", "\n"), published=PUBLISHED, language=language))
    )


def states(found: list[Engagement]) -> list[tuple[str, str, set[str]]]:
    """Kind, status and countries of each."""
    return [(e.kind, e.status, set(e.countries)) for e in found]


@pytest.mark.parametrize(
    ("text", "kind", "status", "countries"),
    [
        ("Talks in Moscow aimed at ending the fighting between Armenia and Azerbaijan broke down on Monday.",
         "talks", "failed", {"ARM", "AZE"}),
        ("Negotiations in Geneva between the Yemeni government and the Houthis proved inconclusive.",
         "talks", "failed", {"YEM"}),
        ("Three days of talks between Egypt, Sudan and Ethiopia in Kinshasa adjourned without an agreement.",
         "talks", "failed", {"EGY", "SDN", "ETH"}),
        ("The Azerbaijani delegation walked out of talks with Armenia in Tbilisi on Monday.",
         "talks", "failed", {"AZE", "ARM"}),
        ("Russian and Ukrainian delegations met in Istanbul on Friday but failed to agree on a ceasefire.",
         "meeting", "failed", {"RUS", "UKR"}),
        ("A visit to Warsaw by French President Emmanuel Macron scheduled for May 21 will not go ahead.",
         "visit", "cancelled", {"FRA", "POL"}),
        ("The leaders' meeting between Kyrgyzstan and Tajikistan, planned for Wednesday, did not go ahead.",
         "meeting", "cancelled", {"KGZ", "TJK"}),
        ("Canadian Prime Minister Justin Trudeau has put on hold a visit to India planned for next week.",
         "visit", "postponed", {"CAN", "IND"}),
        ("The meeting between Ethiopian Prime Minister Abiy Ahmed and Somali leaders was shelved.",
         "meeting", "postponed", {"ETH", "SOM"}),
        ("Windhoek said President Nangolo Mbumba would not make next week's visit to Vietnam.",
         "visit", "cancelled", {"NAM", "VNM"}),
        ("Secretary of State Antony Blinken is due to see President Abdel Fattah el-Sisi in Cairo on Friday.",
         "meeting", "announced", {"USA", "EGY"}),
        ("Kenya's President William Ruto is on a four-day state visit to the United States.",
         "visit", "underway", {"KEN", "USA"}),
        ("President Cyril Ramaphosa of South Africa is in Kyiv for talks on grain exports.",
         "visit", "underway", {"ZAF", "UKR"}),
        ("Received by President Paul Biya on Thursday, Chadian Prime Minister Allamaye Halina gave thanks.",
         "meeting", "held", {"CMR", "TCD"}),
        ("The agreement was signed in Lusaka by Zambian Foreign Minister Mulambo Haimbe and his Malawian"
         " counterpart Nancy Tembo.", "signing", "held", {"ZMB", "MWI"}),
        ("A summit in Berlin will bring together Recep Tayyip Erdogan of Turkey and Kyriakos Mitsotakis of"
         " Greece on May 28.", "summit", "announced", {"TUR", "GRC"}),
    ],
)  # fmt: skip
def test_states_in_many_english_phrasings(text: str, kind: str, status: str, countries: set[str]) -> None:
    """What becomes of an engagement is read from the verb, the noun's qualities and set phrases."""
    assert (kind, status, countries) in states(read(text))


@pytest.mark.parametrize(
    ("text", "kind", "status", "countries"),
    [
        ("La rencontre prévue mardi à Berne entre la ministre allemande Annalena Baerbock et le conseiller"
         " suisse Ignazio Cassis est annulée.", "meeting", "cancelled", {"DEU", "CHE"}),
        ("Les pourparlers entre le Kenya et la Somalie à Nairobi ont tourné court.",
         "talks", "failed", {"KEN", "SOM"}),
        ("Les négociations entre l'Égypte et l'Éthiopie se sont achevées dimanche à Luanda sans accord.",
         "talks", "failed", {"EGY", "ETH"}),
        ("Le sommet entre l'Angola et le Rwanda n'aura pas lieu.", "summit", "cancelled", {"AGO", "RWA"}),
        ("Le chancelier allemand Olaf Scholz a renoncé à se rendre en Hongrie.",
         "visit", "cancelled", {"DEU", "HUN"}),
        ("La visite du président tunisien Kaïs Saïed en France a été renvoyée à une date ultérieure.",
         "visit", "postponed", {"TUN", "FRA"}),
        ("Le Premier ministre indien Narendra Modi est en visite au Japon jusqu'à vendredi.",
         "visit", "underway", {"IND", "JPN"}),
        ("Le président kényan William Ruto a quitté Nairobi mercredi pour Kigali.",
         "visit", "underway", {"KEN", "RWA"}),
    ],
)  # fmt: skip
def test_states_in_many_french_phrasings(text: str, kind: str, status: str, countries: set[str]) -> None:
    """French has its own phrases for the same turns of events."""
    assert (kind, status, countries) in states(read(text, "fr"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("No date has been set for a meeting between Narendra Modi and Xi Jinping.", "en"),
        ("A meeting between Emmanuel Macron and Vladimir Putin remains unlikely.", "en"),
        ("A summit between Joe Biden and Vladimir Putin cannot be ruled out.", "en"),
        ("A summit between Donald Trump and Kim Jong Un would be a gift.", "en"),
        ("In 1972, Richard Nixon travelled to China, a journey that changed the world.", "en"),
        ("France beat Morocco in Doha on Wednesday and will meet Argentina in the final on Sunday.", "en"),
        ("Both signed nothing when Serbia's Aleksandar Vucic came with Kosovo's Albin Kurti.", "en"),
        ("Une rencontre entre Volodymyr Zelensky et Vladimir Poutine semble improbable.", "fr"),
        ("Le Maroc rencontrera la France à Doha mercredi en demi-finale.", "fr"),
    ],
)
def test_what_is_none_in_many_phrasings(text: str, language: str) -> None:
    """Doubts, musings, history and sport are no engagements."""
    assert read(text, language) == []


def test_the_one_who_stays_away_takes_no_part() -> None:
    """A meeting that somebody will not attend stands, without him."""
    (found,) = read(
        "President Ilham Aliyev of Azerbaijan will not attend Thursday's meeting between Armenian Prime"
        " Minister Nikol Pashinyan and French President Emmanuel Macron."
    )
    assert set(found.countries) == {"ARM", "FRA"}


def test_a_background_meeting_is_one_of_its_own() -> None:
    """A meeting of another day is not merged with the one that the story is about."""
    found = read(
        "Foreign Minister Robert Dussey of Togo met Ghanaian Foreign Minister Shirley Ayorkor Botchwey in"
        " Lomé on Monday. The two had met in Accra on March 21."
    )
    assert sorted(str(e.start) for e in found) == ["2024-03-21", "2024-05-13"]


def test_partners_in_a_list_are_a_meeting_each() -> None:
    """A line with a partner below "meetings with:" is an engagement."""
    found = read(
        "Prime Minister Narendra Modi of India will hold bilateral meetings today with:|"
        "- Sheikh Hasina, Prime Minister of Bangladesh|- Joe Biden, President of the United States"
    )
    assert sorted(c for e in found for c in e.countries) == ["BGD", "IND", "IND", "USA"]


def test_an_entry_marked_as_cancelled_is_so() -> None:
    """A word behind an entry of a list of days gives it its state."""
    found = read(
        "Engagements of the Minister|1. Monday, 20 May, 09:00. Courtesy call by the Ambassador of India.|"
        "2. Tuesday, 21 May. The Minister opens a school.|"
        "3. Wednesday, 22 May. Visit to Windhoek of the Prime Minister of Jamaica, Andrew Holness. CANCELLED."
    )
    assert [(e.status, str(e.start)) for e in found if "JAM" in e.countries] == [("cancelled", "2024-05-22")]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Polish Foreign Minister Radoslaw Sikorski will travel to Tbilisi on Thursday, the Polish foreign"
         " ministry said on Monday.", "en", "the Polish foreign ministry"),
        ("U.S. Secretary of State Antony Blinken will meet Wang Yi in Beijing on Friday, State Department"
         " spokesman Matthew Miller said.", "en", "Matthew Miller"),
        ("Le président Emmanuel Macron se rendra à Rabat le 20 mai, a annoncé mardi l'Élysée.", "fr", "l'Élysée"),
        ("Emmanuel Macron met Olaf Scholz in Berlin on Tuesday.", "en", None),
    ],
)  # fmt: skip
def test_who_announced_it(text: str, language: str, name: str | None) -> None:
    """The speaker of the clause that reports an engagement has announced it."""
    (found,) = read(text, language)
    assert found.announced_by == name


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("The foreign minister, Hakan Fidan, said on Thursday that Turkey would not leave.", "en", "2024-05-09"),
        ("Antony Blinken told reporters in Paris on Monday that talks would resume on Friday.", "en", "2024-05-13"),
        ("Le président Emmanuel Macron a déclaré lundi que la France restera.", "fr", "2024-05-13"),
        ("Iran rejected the proposal.", "en", "None"),
    ],
)  # fmt: skip
def test_the_day_of_a_statement(text: str, language: str, day: str) -> None:
    """A statement has the day of its saying, not one of what was said."""
    document = Document(text=text, published=PUBLISHED, language=language)
    assert str(find_statements(annotate(document))[0].date) == day


@pytest.mark.parametrize(
    ("text", "kind", "countries"),
    [
        ("The UN envoy for Yemen, Hans Grundberg, was in Tehran on Monday for talks.", "visit", {"UN", "IRN"}),
        ("The UN envoy exchanged views with the Iranian Foreign Minister, Hossein Amir-Abdollahian, on Monday.",
         "meeting", {"UN", "IRN"}),
        ("The French foreign minister, Anne Morel, was received at the Kremlin on Monday.",
         "meeting", {"FRA", "RUS"}),
        ("In a phone call on Monday, Prime Minister Rishi Sunak told Ukrainian President Volodymyr Zelenskyy "
         "that aid would go on.", "call", {"GBR", "UKR"}),
    ],
)  # fmt: skip
def test_what_stands_apart_from_its_party_still_has_it(text: str, kind: str, countries: set[str]) -> None:
    """An apposition, a call that opens the sentence or a house that tells the host hide nobody."""
    assert (kind, "held", countries) in states(read(text))
