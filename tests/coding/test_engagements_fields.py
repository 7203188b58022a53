"""The fields of engagements in one sentence each: parties and whom they act for, place, days."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.model import Document, Engagement

SUNDAY = date(2023, 8, 20)


def read(text: str, language: str = "en", published: date = SUNDAY) -> list[Engagement]:
    """The engagements of a text."""
    return find_engagements(annotate(Document(text=text, published=published, language=language)))


def parties(found: Engagement) -> dict[str, str | None]:
    """Name -> country of the participants."""
    return {p.name: p.country for p in found.participants}


@pytest.mark.parametrize(
    ("text", "language", "place", "country"),
    [
        ("President Sall held talks with President Warsame at State House, Nairobi, on Friday.",
         "en", "State House", "KEN"),
        ("Secretary Blinken met Israeli Foreign Minister Eli Cohen at the David Citadel Hotel in Jerusalem.",
         "en", "Jerusalem", "ISR"),
        ("President Aliyev received Turkish Foreign Minister Hakan Fidan at the presidential palace in Baku.",
         "en", "Baku", "AZE"),
        ("President Putin met President Lukashenko in the Black Sea resort of Sochi on Friday.",
         "en", "Sochi", "RUS"),
        ("President Tokayev received President Macron in the Kazakh capital on Friday.",
         "en", "Astana", "KAZ"),
        ("Secretary Halloran met Angolan Foreign Minister Rui Cassoma in New York City.",
         "en", "New York City", "USA"),
        ("President Biden welcomed Prime Minister Kishida to Washington on Friday.",
         "en", "Washington", "USA"),
        ("President Zelensky traveled to The Hague, where he met Prime Minister Rutte on Friday.",
         "en", "The Hague", "NLD"),
        ("Le président Talon a reçu vendredi au palais de la Marina à Cotonou le ministre ivoirien Adama Kané.",
         "fr", "Cotonou", "BEN"),
        ("Le président Macron a rencontré le président Tokaïev dans la capitale kazakhe vendredi.",
         "fr", "Astana", "KAZ"),
        ("Le président Déby a reçu le président Talon à N'Djaména vendredi.", "fr", "N'Djaména", "TCD"),
    ],
)  # fmt: skip
def test_a_meeting_has_the_place_that_the_words_lead_to(
    text: str, language: str, place: str, country: str
) -> None:
    """The town goes before its buildings, which are venues, and before what only describes it."""
    found = next(e for e in read(text, language) if e.kind in ("meeting", "talks"))
    assert found.place is not None
    assert (found.place.name, found.place.country) == (place, country)


@pytest.mark.parametrize(
    ("text", "language", "start", "end"),
    [
        ("President Sall will pay a two-day visit to Angola starting Monday.", "en", "2023-08-21", "2023-08-22"),
        ("President Sall arrived in Luanda on Saturday for a 48-hour visit.", "en", "2023-08-19", "2023-08-20"),
        ("Prime Minister Kishida will visit Samoa from September 7 (Thu) to September 8 (Fri).",
         "en", "2023-09-07", "2023-09-08"),
        ("Secretary Blinken will travel to Oslo on August 31, September 1, and September 2.",
         "en", "2023-08-31", "2023-09-02"),
        ("Talks between Sudan and Ethiopia in Jeddah, which opened on Tuesday, broke down on Friday.",
         "en", "2023-08-15", "2023-08-18"),
        ("Le président Macky Sall se rendra en Angola les 28, 29 et 30 août.", "fr", "2023-08-28", "2023-08-30"),
        ("Le président Macky Sall est attendu lundi à Luanda pour une visite de 72 heures.",
         "fr", "2023-08-21", "2023-08-23"),
    ],
)  # fmt: skip
def test_lengths_and_lists_of_days_give_a_range(text: str, language: str, start: str, end: str) -> None:
    """A length counts from the first day or back from the last; neighbours join to one range."""
    (found,) = read(text, language)
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("The German chancellor held talks with the Kenyan president in Nairobi on Friday.",
         "en", {"chancellor": "DEU", "president": "KEN"}),
        ("In Colombo he met President Ranil Wickremesinghe and Prime Minister Dinesh Gunawardena of Sri Lanka, "
         "Indian Foreign Minister S. Jaishankar said.",
         "en", {"Ranil Wickremesinghe": "LKA", "Dinesh Gunawardena": "LKA", "S. Jaishankar": "IND"}),
        ("Moussa Faki Mahamat, the African Union Commission chairperson, met President Talon in Cotonou.",
         "en", {"Moussa Faki Mahamat": "AU", "Talon": "BEN"}),
        ("Statement by Foreign Secretary James Cleverly\n\nToday I met Foreign Minister Dmytro Kuleba in Kyiv.",
         "en", {"James Cleverly": "GBR", "Dmytro Kuleba": "UKR"}),
        ("A Taliban delegation led by acting Foreign Minister Abdul Salam met Uzbek officials in Tashkent.",
         "en", {"Abdul Salam": "AFG"}),
        ("Qatar mediated talks between Israel and Hamas in Doha on Friday.", "en", {"Israel": "ISR", "Hamas": "PSE"}),
        ("Le général Tiani a reçu samedi à Niamey une délégation russe conduite par le vice-ministre de la "
         "Défense, Iounous-bek Evkourov.", "fr", {"Tiani": "NER", "Iounous-bek Evkourov": "RUS"}),
        ("Le Président de la République s'est entretenu par téléphone avec M. Armando Sanhá, Président de la "
         "République de Guinée-Bissau.", "fr", {"Président de la République": "FRA", "Armando Sanhá": "GNB"}),
    ],
)  # fmt: skip
def test_parties_act_for_the_country_that_the_text_gives_them(
    text: str, language: str, wanted: dict[str, str]
) -> None:
    """Offices, speakers, leaders of delegations and bodies are parties with whom they act for."""
    found = read(text, language)[0]
    assert wanted.items() <= parties(found).items()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NAIROBI - President William Ruto of Kenya held talks with his Somali counterpart Hassan Warsame on Friday.",
         "Nairobi"),
        ("NAIROBI - Turkish President Erdogan held talks with Russian President Putin on Friday.", None),
    ],
)  # fmt: skip
def test_the_dateline_is_the_place_of_those_at_home_there(text: str, place: str | None) -> None:
    """What was just held by one who is at home in the dateline's town was held there."""
    (found,) = read(text)
    assert (found.place.name if found.place else None) == place


@pytest.mark.parametrize("junk", ["at ", "President ", "(Sun) to May ", "A and ", "led by "])
def test_hostile_text_is_read(junk: str) -> None:
    """Long runs of the words that the reading turns on are read without a failure."""
    assert isinstance(read("Statement by " + junk * (4_000 // len(junk))), list)
