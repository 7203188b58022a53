"""Engagements in the phrasings of readouts, schedules, advisories and communiqués."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.model import Document, Engagement

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def read(text: str) -> list[Engagement]:
    """The engagements of an English text published on 15 May 2024; "|" stands for a line break."""
    return find_engagements(
        annotate(Document(text=text.replace("|", "\n"), published=PUBLISHED, language="en"))
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
        ("Minister Sato of Japan held a telephone talk with H.E. Mr. Othman Trabelsi, Minister of Foreign Affairs "
         "of Tunisia, on May 14.", ["call held - 2024-05-14..2024-05-14 JPN,TUN"]),
        ("Foreign Minister Ann Lee of New Zealand rang her Fijian colleague, Manoa Rabici, this morning.",
         ["call held - 2024-05-15..2024-05-15 FJI,NZL"]),
        ("U.S. Under Secretary Jay Brown linked up with Zambian Finance Minister Joseph Banda on Monday.",
         ["meeting held - 2024-05-13..2024-05-13 USA,ZMB"]),
        ("U.S. Secretary of State Ann Lee participates in a signing ceremony with Philippine Secretary of Foreign "
         "Affairs Emilio Navarro at the Department of State on May 20.",
         ["signing announced Department of State 2024-05-20..2024-05-20 PHL,USA"]),
        ("U.S. Under Secretary Jay Brown is scheduled to engage Ghanaian Minister of Economy Ama Boateng on "
         "investment on May 17.", ["meeting announced - 2024-05-17..2024-05-17 GHA,USA"]),
        ("Will Chinese Foreign Minister Wang Yi travel to Paris next month?", []),
        ("Did U.S. Secretary of State Ann Lee meet Foreign Minister Ivan Petrov of Russia on Monday?", []),
        ("The Secretary-General met with H.E. Mr. Luis Peralta, President of the Dominican Republic, on 14 May. "
         "They exchanged views on the situation in Haiti.",
         ["meeting held - 2024-05-14..2024-05-14 DOM,UN"]),
    ],
)  # fmt: skip
def test_words_of_official_pages(text: str, wanted: list[str]) -> None:
    """The verbs and nouns of readouts tell of engagements, questions do not."""
    assert told(read(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The 11th round of Foreign Office Consultations between India and Oman took place in Muscat on May 14. "
         "The Indian side was led by Shri Arvind Rao, Secretary, and the Omani side by H.E. Sheikh Khalifa "
         "Al Harthy, Undersecretary for Diplomatic Affairs.", ["Arvind Rao IND", "Khalifa Al Harthy OMN"]),
        ("Political consultations between Pakistan and the Netherlands were held on Tuesday at The Hague. Foreign "
         "Secretary Shafqat Mirza led the Pakistan side, while the Dutch side was headed by Director General for "
         "Political Affairs Marcel van Rijn.", ["Marcel van Rijn NLD", "Shafqat Mirza PAK"]),
        ("The Cooperation Council between the European Union and Uzbekistan held its seventeenth meeting in "
         "Brussels on 13 May 2024. The meeting was chaired by H.E. Mr Sardor Umarov, Deputy Prime Minister of "
         "Uzbekistan. The EU delegation was headed by Ann Lee, Commissioner for Trade.",
         ["Ann Lee EU", "Sardor Umarov UZB"]),
    ],
)  # fmt: skip
def test_heads_of_delegations(text: str, wanted: list[str]) -> None:
    """Who leads a side or chairs a meeting takes part in it, and stands for the state."""
    (one,) = read(text)
    assert sorted(f"{p.name} {p.country}" for p in one.participants) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Deputy Secretary of State Ann Lee will travel to Abidjan, Accra, and Praia May 17-27.|In Abidjan, May 17-19, "
         "the Deputy Secretary will give a speech.|While in Accra May 20-23, she will meet Ghanaian Finance Minister "
         "Kwesi Amoah.",
         ["visit announced - 2024-05-17..2024-05-27 CIV,CPV,GHA,USA",
          "visit announced Abidjan 2024-05-17..2024-05-19 CIV,USA",
          "visit announced Accra 2024-05-20..2024-05-23 GHA,USA",
          "meeting announced Accra 2024-05-20..2024-05-23 GHA,USA"]),
        ("Foreign Minister Ann Lee of Canada arrived in Brazzaville today, where she will on Friday exchange views "
         "with President Denis Sassou Nguesso on the climate.",
         ["visit underway Brazzaville 2024-05-15.. CAN,COG",
          "meeting announced Brazzaville 2024-05-17..2024-05-17 CAN,COG"]),
        ("On May 13, U.S. Deputy Secretary of State Ann Lee, Japanese Vice Foreign Minister Mori Takeo and South "
         "Korean Vice Foreign Minister Chang Min-ho met in Seoul. On the margins, Deputy Secretary Lee and Vice "
         "Minister Mori also had a bilateral meeting.",
         ["meeting held Seoul 2024-05-13..2024-05-13 JPN,KOR,USA",
          "meeting held Seoul 2024-05-13..2024-05-13 JPN,USA"]),
        ("U.S. National Security Advisor Jay Brown sat down with Chinese Foreign Minister Wang Yi on May 11-12 in "
         "Malta. It built on the two officials' April talks in Vienna.",
         ["meeting held Malta 2024-05-11..2024-05-12 CHN,USA",
          "talks held Vienna 2024-04-01..2024-04-30 CHN,USA"]),
        ("No. 241, 14 May 2024, Regarding the Visit of the Minister of Foreign Affairs of Hungary||Minister of Foreign "
         "Affairs of Hungary, H.E. Mr. Péter Kovács, will pay an official visit to Türkiye on 16-17 May 2024.",
         ["visit announced Türkiye 2024-05-16..2024-05-17 HUN,TUR"]),
    ],
)  # fmt: skip
def test_legs_and_meetings_beside(text: str, wanted: list[str]) -> None:
    """Legs that open a sentence, meetings of two beside one of three, days between auxiliary and verb."""
    assert told(read(text)) == wanted
