"""Engagements in official registers: who the parties are, formats of states, journeys piece by piece."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.model import Document, Engagement

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def read(text: str, language: str = "en") -> list[Engagement]:
    """The engagements of a text published on 15 May 2024; "|" stands for a line break."""
    return find_engagements(
        annotate(Document(text=text.replace("|", "\n"), published=PUBLISHED, language=language))
    )


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The C5+1 foreign ministers met in Tashkent on Monday.", {"USA", "KAZ", "KGZ", "TJK", "TKM", "UZB"}),
        ("E3 political directors met Iranian Deputy Foreign Minister Majid Takht-Ravanchi in Geneva on Monday.",
         {"FRA", "DEU", "GBR", "IRN"}),
        ("The E3/EU+3 and Iran will resume talks in Vienna on 20 May.",
         {"CHN", "FRA", "DEU", "RUS", "GBR", "USA", "IRN"}),
        ("The Visegrad Group prime ministers met in Prague on Tuesday.", {"CZE", "HUN", "POL", "SVK"}),
        ("Secretary Blinken met his Baltic counterparts in Riga.", {"USA", "EST", "LVA", "LTU"}),
        ("The fourth meeting of the EU-Moldova Association Council will take place in Brussels on 21 May.",
         {"EU", "MDA"}),
        ("The fourth Sweden-Rwanda Joint Commission was held in Kigali on Monday.", {"SWE", "RWA"}),
        ("EU and Pakistan held their 14th Joint Commission in Islamabad on 13 May 2024.", {"EU", "PAK"}),
    ],
)  # fmt: skip
def test_groups_of_states_by_name_are_their_states(text: str, countries: set[str]) -> None:
    """Formats that are no organisations stand for the states that meet in them."""
    (found,) = read(text)
    assert set(found.countries) == countries


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The President of Ukraine and the Prime Minister of the United Kingdom signed an agreement in Kyiv. "
         "Volodymyr Zelenskyy thanked Keir Starmer.", {"Volodymyr Zelenskyy", "Keir Starmer"}),
        ("The High Representative of the Union for Foreign Affairs and Security Policy, Josep Borrell, met "
         "Armenian Foreign Minister Ararat Mirzoyan in Brussels.", {"Josep Borrell", "Ararat Mirzoyan"}),
        ("UN envoy Geir Pedersen met Bashar al-Assad's foreign minister, Faisal Mekdad, in Damascus.",
         {"Geir Pedersen", "Faisal Mekdad"}),
        ("Joint statement by Foreign Minister Espen Barth Eide of Norway and Foreign Minister Jean Rufin of Benin"
         "||We have had three useful days of talks here in Oslo, from 8 to 10 May.",
         {"Espen Barth Eide", "Jean Rufin"}),
        ("Mr. TSUJI Kiyoto, State Minister for Foreign Affairs, received a courtesy call from H.E. Mr. Mohamed "
         "Nasheed, Speaker of the People's Majlis of the Republic of Maldives.",
         {"Tsuji Kiyoto", "Mohamed Nasheed"}),
        ("Secretary Lloyd Austin hosts a dinner at the Pentagon for Gen. Riho Terras, Estonia's chief of defense.",
         {"Lloyd Austin", "Riho Terras"}),
        ("Thai Defence Minister Natthaphon Narkphanit met Cambodian Gen Tea Seiha in Kuala Lumpur.",
         {"Natthaphon Narkphanit", "Tea Seiha"}),
        ("Assistant Secretary Molly Phee will meet in Niamey with the authorities led by Prime Minister Ali "
         "Lamine Zeine.", {"Molly Phee", "Ali Lamine Zeine"}),
        ("Sweden and Mongolia held their Political Dialogue in Ulaanbaatar on 14 May, co-chaired by Director Eva "
         "Lind and State Secretary Lkhanaajav Munkhtushig.", {"Eva Lind", "Lkhanaajav Munkhtushig"}),
        ("President Charles Michel and President Sisi met in Cairo on Monday.", {"Charles Michel", "Sisi"}),
    ],
)  # fmt: skip
def test_parties_are_those_whom_the_page_names(text: str, names: set[str]) -> None:
    """Offices are their holders, "we" those of a joint statement, guests whom something is given for."""
    found = [e for e in read(text) if e.kind != "visit"]
    assert [{p.name for p in e.participants} for e in found] == [names]


@pytest.mark.parametrize(
    ("text", "countries", "start", "end"),
    [
        ("Secretary Austin departs tomorrow on a trip that runs through May 22 and will take him to Singapore, "
         "Cambodia and France.", {"USA", "SGP", "KHM", "FRA"}, "2024-05-16", "2024-05-22"),
        ("Foreign Secretary David Cameron arrived in Seoul today and will travel on to Hanoi, returning to London "
         "on Saturday.", {"GBR", "KOR", "VNM"}, "2024-05-15", "2024-05-18"),
    ],
)  # fmt: skip
def test_a_journey_told_piece_by_piece_is_one(text: str, countries: set[str], start: str, end: str) -> None:
    """Until when it runs, where it goes on to and the day of return belong to the journey told."""
    (found,) = read(text)
    assert (found.kind, set(found.countries)) == ("visit", countries)
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "The Prime Minister will chair a Cabinet meeting on Thursday and then travel to Leeds to open a factory.",
        "The Speaker of the House will meet the Majority Leader to discuss the bill.",
        "The General Border Committee is a mechanism set up by Thailand and Cambodia.",
        "The wreath-laying ceremony was held in Kigali on Monday.",
    ],
)
def test_offices_at_home_and_ceremonies_are_none(text: str) -> None:
    """Unnamed offices of one state, bodies and ceremonies tell of no engagement."""
    assert read(text) == []
