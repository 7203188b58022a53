"""Who takes part: the one a text is about, those told by their number, fellow travellers, and who only helps."""

from datetime import date
from functools import partial

import pytest
from tests.coding import telling

from dragoman.model import Engagement

PUBLISHED = date(2024, 5, 15)  # a Wednesday


read = partial(telling.read, published=PUBLISHED)


def names(found: Engagement) -> set[str]:
    """The last words of the names of those who take part."""
    return {p.name.split()[-1] for p in found.participants}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        # whom the text is about, not whom he meets
        ("Vladimir Putin will be in Almaty on 20 May. The President of Russia will meet President of Kazakhstan "
         "Kassym-Jomart Tokayev. The same day the head of state goes on to Dushanbe, where he will have talks "
         "with President of Tajikistan Emomali Rahmon.", "en", {"Putin", "Rahmon"}),
        ("Le Premier ministre luxembourgeois, Luc Frieden, a vu lundi le chancelier Olaf Scholz à Berlin. "
         "Mercredi, le chef du gouvernement recevra le Premier ministre belge, Alexander De Croo.", "fr",
         {"Frieden", "Croo"}),
        ("Le chef de la diplomatie turque, Hakan Fidan, est arrivé lundi à Addis-Abeba. Le ministre s'est "
         "entretenu mardi avec le Premier ministre, Abiy Ahmed. Mercredi, il sera reçu par le président "
         "Taye Atske Selassie.", "fr", {"Fidan", "Selassie"}),
        ("President Al-Sisi of Egypt, Prime Minister Mustafa Al-Kadhimi of Iraq and King Abdullah II of Jordan "
         "met in Baghdad on Sunday. President Barham Salih of Iraq received the King on Monday.", "en",
         {"Salih", "II"}),
        # told by their number
        ("Les présidents Paul Kagame, Félix Tshisekedi et Évariste Ndayishimiye se sont vus à Luanda en avril. "
         "Tous trois se retrouveront à Nairobi le 3 juin.", "fr", {"Kagame", "Tshisekedi", "Ndayishimiye"}),
        # fellow travellers
        ("Slovak Foreign Minister Juraj Blanar travelled to Skopje on Monday accompanied by Defence Minister "
         "Robert Kalinak.", "en", {"Blanar", "Kalinak"}),
        ("Le Premier ministre albanais Edi Rama, accompagné de ses homologues du Kosovo, Albin Kurti, et du "
         "Monténégro, Milojko Spajic, se rendra vendredi à Bruxelles.", "fr", {"Rama", "Kurti", "Spajic"}),
        ("Polish Foreign Minister Radoslaw Sikorski and his colleague Annalena Baerbock were in Chisinau on "
         "Monday. The delegation travels on to Kyiv on Thursday.", "en", {"Sikorski", "Baerbock"}),
    ],
)  # fmt: skip
def test_last_engagement_has_those_meant(text: str, language: str, expected: set[str]) -> None:
    """The last engagement told has the people that its words point to."""
    assert names(read(text, language)[-1]) == expected


@pytest.mark.parametrize(
    ("text", "language", "countries"),
    [
        ("The foreign ministers of the three countries will meet in Tashkent on 23 May, officials from "
         "Uzbekistan, Azerbaijan and Kazakhstan said.", "en", {"UZB", "AZE", "KAZ"}),
        ("Azerbaijan, Georgia and Turkey agreed on a cable in 2022. The defence ministers of the three countries "
         "will meet in Batumi on 22 May.", "en", {"AZE", "GEO", "TUR"}),
        ("Les ministres des Affaires étrangères des trois pays se réuniront à Niamey le 21 mai, ont annoncé le "
         "Mali, le Burkina Faso et le Niger.", "fr", {"MLI", "BFA", "NER"}),
        ("Both presidents will meet in Brasilia on 3 June, Argentina and Brazil announced.", "en",
         {"ARG", "BRA"}),
        # hosts, mediators and guarantors are no side
        ("Switzerland will host talks between Ukrainian and Hungarian officials in Geneva on 20 May.", "en",
         {"UKR", "HUN"}),
        ("Colombian and Venezuelan delegates opened talks in Caracas on Monday, with Brazil, Cuba and Norway as "
         "guarantors.", "en", {"COL", "VEN"}),
        ("The Israeli and Palestinian negotiators met in Cairo on Monday, with U.S. and Egyptian mediators "
         "shuttling between the delegations.", "en", {"ISR", "PSE"}),
        # nor is what is talked about
        ("EU foreign policy chief Josep Borrell and Turkish Foreign Minister Hakan Fidan exchanged views on "
         "Syria, Libya and Afghanistan in Brussels on Tuesday.", "en", {"EU", "TUR"}),
        # stops told with their countries
        ("U.S. envoy Sung Kim will travel to Seoul, Republic of Korea, and Beijing, China, from May 20 to 24.",
         "en", {"USA", "KOR", "CHN"}),
    ],
)  # fmt: skip
def test_countries_are_those_of_the_sides(text: str, language: str, countries: set[str]) -> None:
    """The one engagement has the countries of those who take part or of where they go."""
    assert {frozenset(e.countries) for e in read(text, language)} == {frozenset(countries)}


def test_who_travels_at_home_is_not_the_mission_that_is_told_of_later() -> None:
    """Only of a journey abroad are "the mission", "the delegation" or "the team" those who made it."""
    text = (
        "Spanish Health Minister Ana Ruiz travelled to Seville on Monday. The mission spoke with the World Health"
        " Organization on Wednesday in Madrid."
    )
    assert read(text, "en") == []
