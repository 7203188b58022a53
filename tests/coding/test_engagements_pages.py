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
