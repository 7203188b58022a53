"""Engagements in the phrasings of ministries, organisations and their spokespeople."""

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


def told(found: list[Engagement]) -> list[str]:
    """Each as "kind status PLACE start..end A,B"."""
    return [
        f"{e.kind} {e.status} {e.place.name if e.place else '-'} "
        f"{e.start or ''}..{e.end or ''} {','.join(sorted(e.countries))}"
        for e in found
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Deputy Secretary of State Ann Lee's first stop is Rabat, on May 26.",
         ["visit announced Rabat 2024-05-26..2024-05-26 MAR,USA"]),
        ("Deputy Secretary of State Ann Lee will travel to Asia. The first stop will be Jakarta, on May 30.",
         ["visit announced Jakarta 2024-05-30..2024-05-30 IDN,USA"]),
        ("Secretary of State Ann Lee leaves for Asia. In Bangkok, the last stop, on June 2, she will speak.",
         ["visit announced Bangkok 2024-06-02..2024-06-02 THA,USA"]),
        ("The ECOWAS Mediator in Mali, Kofi Mensah, led a mission to Bamako from 10 to 12 May 2024.",
         ["visit held Bamako 2024-05-10..2024-05-12 ECOWAS,MLI"]),
        ("Deputy Foreign Minister Ali Rahimi of Iran will lead a high-level delegation to Beijing next week.",
         ["visit announced Beijing 2024-05-20..2024-05-26 CHN,IRN"]),
        ("Prime Minister Rishi Sunak and President Aino Halla of Finland agreed to see each other on Sunday.",
         ["meeting announced - 2024-05-19..2024-05-19 FIN,GBR"]),
    ],
)  # fmt: skip
def test_journeys_and_meetings_in_other_words(text: str, wanted: list[str]) -> None:
    """Stops, missions and seeing one another are engagements as visits and meetings are."""
    assert told(read(text)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Sergey Lavrov of Russia met Chinese Foreign Minister Wang Yi and discussed the "
        "situation in Libya, Mali and Syria.",
        "Foreign Secretary James Cleverly had talks with Wang Yi of China, in which he raised Hong Kong.",
    ],
)
def test_what_is_spoken_of_is_no_place(text: str) -> None:
    """The place of a war or crisis is not where it is spoken of."""
    assert [e.place for e in read(text)] == [None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("President Xi Jinping will attend the first China-Arab States Summit in Riyadh on May 20.",
         ["summit announced Riyadh 2024-05-20..2024-05-20 Arab League,CHN"]),
        ("The second Russia-Africa summit took place in Sochi on 27 and 28 April.",
         ["summit held Sochi 2024-04-27..2024-04-28 AU,RUS"]),
        ("The Joint Commission of Brazil and Argentina met in Lima on May 10.",
         ["meeting held Lima 2024-05-10..2024-05-10 ARG,BRA"]),
        ("The EU-Ukraine Association Council met in Brussels on May 10.",
         ["meeting held Brussels 2024-05-10..2024-05-10 EU,UKR"]),
        ("The 12th session of the India-Oman Joint Commission was held in Muscat on 10 May 2024.",
         ["talks held Muscat 2024-05-10..2024-05-10 IND,OMN"]),
        ("The IGAD Assembly of Heads of State and Government held its 42nd Session on 10 May in Entebbe.",
         ["summit held Entebbe 2024-05-10..2024-05-10 IGAD"]),
        ("The Security Council met on Monday in New York.", []),
        ("The Council of Ministers met in Ouagadougou on Wednesday.", []),
    ],
)  # fmt: skip
def test_bodies_and_joined_names_have_their_sides(text: str, wanted: list[str]) -> None:
    """A name that joins two sides has both; a session of an international body is one where told apart."""
    assert told(read(text)) == wanted


@pytest.mark.parametrize(
    ("text", "language", "partners"),
    [
        ("High Representative Kaja Kallas held meetings with President Vjosa Osmani of Kosovo and, separately,"
         " with Prime Minister Albin Kurti.", "en", [{"Osmani"}, {"Kurti"}]),
        ("Secretary of State Ann Lee met separately with Prime Minister Benjamin Netanyahu and Defense Minister"
         " Yoav Gallant of Israel.", "en", [{"Netanyahu"}, {"Gallant"}]),
        ("Secretary of State Ann Lee met King Abdullah of Jordan and, later, Foreign Minister Ayman Safadi.",
         "en", [{"Abdullah"}, {"Safadi"}]),
        ("Secretary of State Ann Lee met King Abdullah of Jordan and Foreign Minister Ayman Safadi.",
         "en", [{"Abdullah", "Safadi"}]),
        ("Le ministre Jean-Yves Le Drian a rencontré le président Félix Tshisekedi puis le Premier ministre"
         " Sama Lukonde à Kinshasa.", "fr", [{"Tshisekedi"}, {"Lukonde"}]),
    ],
)  # fmt: skip
def test_what_is_held_apart_is_a_meeting_each(text: str, language: str, partners: list[set[str]]) -> None:
    """Partners met separately or one after the other have a meeting each, others share one."""
    found = [
        {p.name.split()[-1] for p in e.participants} - {"Lee", "Kallas", "Drian"}
        for e in read(text, language)
    ]
    assert found == partners


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Secretary of State Ann Lee will travel to Africa from May 25 to June 4, making stops in Kenya and Ghana.",
         ["visit announced - 2024-05-25..2024-06-04 GHA,KEN,USA"]),
        ("Under Secretary Ann Lee is on foreign travel in Tallinn, Estonia, through May 17.",
         ["visit underway Tallinn ..2024-05-17 EST,USA"]),
        ("The meeting of Presidents Ali Rahimi of Iran and Omar Diallo of Mali, planned for 10 May in Doha, did "
         "not take place and was put back.",
         ["meeting postponed Doha 2024-05-10..2024-05-10 IRN,MLI"]),
        ("Weekly schedule of President Charles Michel, 20-26 May 2024|Thursday 23 May 2024|Lisbon|"
         "Visit to Portugal|Meeting with Prime Minister Luis Montenegro|Friday 24 May 2024|Speech at a school",
         ["visit announced Lisbon 2024-05-23..2024-05-23 EU,PRT",
          "meeting announced Lisbon 2024-05-23..2024-05-23 EU,PRT"]),
        ("President Xi Jinping will attend the China-GCC Summit in Riyadh, and pay a state visit to Saudi Arabia "
         "from May 20 to 22.",
         ["summit announced Riyadh 2024-05-20..2024-05-22 CHN,GCC",
          "visit announced Saudi Arabia 2024-05-20..2024-05-22 CHN,SAU"]),
    ],
)  # fmt: skip
def test_programmes_of_journeys(text: str, wanted: list[str]) -> None:
    """Stops, ends of stays, places over the entries of a programme and joined clauses are read."""
    assert told(read(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Secretary-General António Guterres leaves New York tomorrow evening for Pakistan. He is due in "
         "Islamabad on Friday morning and will visit the worst affected districts on Saturday.",
         ["visit announced Islamabad 2024-05-17..2024-05-18 PAK,UN"]),
        ("Foreign Secretary James Cleverly is in Beijing today for a one-day visit. The visit had been due in "
         "April but was put back.",
         ["visit underway Beijing 2024-05-15..2024-05-15 CHN,GBR",
          "visit postponed Beijing 2024-04-01..2024-04-30 CHN,GBR"]),
        ("Prime Minister of Qatar Mohammed Al-Thani met on Monday Foreign Minister of Iran Hossein "
         "Amir-Abdollahian, who is currently visiting the country.",
         ["meeting held - 2024-05-13..2024-05-13 IRN,QAT", "visit underway - .. IRN,QAT"]),
        ("Foreign Minister Sergey Lavrov of Russia will visit Algeria on May 20. On May 10 the presidents of "
         "Russia and Algeria spoke by telephone. On May 11 Lavrov met Foreign Minister Ahmed Attaf of Algeria.",
         ["visit announced Algeria 2024-05-20..2024-05-20 DZA,RUS", "call held - 2024-05-10..2024-05-10 DZA,RUS",
          "meeting held - 2024-05-11..2024-05-11 DZA,RUS"]),
        ("The Japan-Ukraine Conference for Economic Growth was held in Tokyo on May 10.",
         ["other held Tokyo 2024-05-10..2024-05-10 JPN,UKR"]),
        ("Deputy Secretary of State Ann Lee's first stop is Brussels, on May 26, where she will consult with EU "
         "officials and see Foreign Minister Hadja Lahbib of Belgium.",
         ["visit announced Brussels 2024-05-26..2024-05-26 BEL,USA",
          "talks announced Brussels 2024-05-26..2024-05-26 EU,USA",
          "meeting announced Brussels 2024-05-26..2024-05-26 BEL,USA"]),
    ],
)  # fmt: skip
def test_what_the_text_implies_of_a_journey(text: str, wanted: list[str]) -> None:
    """Setting off and arriving are one journey; "the visit", "the country" and "where" point back."""
    assert told(read(text)) == wanted


def test_the_programme_of_a_visit_put_off_is_put_off() -> None:
    """What was part of a visit that is put off has its state; who meets as a body has no host's country."""
    text = (
        "Secretary of State Ann Lee has to put off the trip to Ukraine and Cyprus. Her programme in Kyiv on "
        "May 21 included a meeting with President Volodymyr Zelenskyy. "
    )
    assert told(read(text))[1:] == ["meeting postponed Kyiv 2024-05-21..2024-05-21 UKR,USA"]
    text = "An Extraordinary Summit of ECOWAS will be held in Accra on 25 May."
    assert told(read(text)) == ["summit announced Accra 2024-05-25..2024-05-25 ECOWAS"]
