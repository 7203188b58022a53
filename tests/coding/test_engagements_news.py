"""Engagements as news desks tell them: headlines, timelines, who was to have come, who walked away."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.model import Document

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def told(text: str) -> list[str]:
    """Kind, state, countries, days and place of each engagement that a text tells; "|" is a line break."""
    found = find_engagements(
        annotate(Document(text=text.replace("|", "\n"), published=PUBLISHED, language="en"))
    )
    return [
        f"{e.kind} {e.status} {','.join(sorted(e.countries))} {e.start} {e.end}"
        f" {e.place.name if e.place else None}"
        for e in found
    ]


CASES = [
    ("Speaking after talks with Estonian Prime Minister Kaja Kallas in Tallinn on Monday, Finnish Prime"
     " Minister Petteri Orpo said more was needed.",
     ["talks held EST,FIN 2024-05-13 2024-05-13 Tallinn"]),
    ("Over dinner in Santiago on Monday, Chile's Gabriel Boric and Uruguay's Luis Lacalle Pou discussed"
     " trade.",
     ["meeting held CHL,URY 2024-05-13 2024-05-13 Santiago"]),
    ("Pakistan and Afghanistan's second round of talks in Istanbul has fallen apart, Islamabad said.",
     ["talks failed AFG,PAK None None Istanbul"]),
    ("Afghan government negotiators and the Taliban failed to reach agreement in Doha on Sunday.",
     ["talks failed AFG 2024-05-12 2024-05-12 Doha"]),
    ("Venezuelan envoys met U.S. officials in Doha on Friday.",
     ["meeting held USA,VEN 2024-05-10 2024-05-10 Doha"]),
    ("Qatar brought together Congolese and Rwandan officials in Doha on Monday.",
     ["meeting held COD,RWA 2024-05-13 2024-05-13 Doha"]),
    ("Delegates from Ethiopia and Somalia will go back to the negotiating table in Ankara on June 3.",
     ["talks announced ETH,SOM 2024-06-03 2024-06-03 Ankara"]),
    ("The presidents of Rwanda and Congo have accepted an invitation to meet in Luanda on May 30.",
     ["meeting announced COD,RWA 2024-05-30 2024-05-30 Luanda"]),
    ("Joe Biden became the first US president to visit Angola on Monday.",
     ["visit held AGO,USA 2024-05-13 2024-05-13 Angola"]),
    ("Fiji's Prime Minister Sitiveni Rabuka has had to cancel his trip to China. In Chengdu the Prime"
     " Minister would have watched the games and, on Friday, met with President Xi Jinping.",
     ["visit cancelled CHN,FJI None None China",
      "meeting cancelled CHN,FJI 2024-05-17 2024-05-17 Chengdu"]),
    ("Ghana's president, who was to have flown to Lome on Friday, has called off the trip.",
     ["visit cancelled GHA,TGO 2024-05-17 2024-05-17 Lome"]),
    ("U.S. envoy Amos Hochstein flew to Beirut on Sunday. Prime Minister Benjamin Netanyahu of Israel will"
     " receive him in Jerusalem on Thursday.",
     ["visit underway LBN,USA 2024-05-12 None Beirut",
      "meeting announced ISR,USA 2024-05-16 2024-05-16 Jerusalem"]),
    ("Key dates||March 5|Iran's foreign minister travels to Baghdad.||April 3|Talks between Yemen's"
     " government and the Houthis break down in Muscat.|The end.",
     ["visit held IRN,IRQ 2024-03-05 2024-03-05 Baghdad",
      "talks failed YEM 2024-04-03 2024-04-03 Muscat"]),
    ("Lula proposed that Russia and Ukraine meet in Brasilia.", []),
    ("Neither Emmanuel Macron nor Olaf Scholz will travel to Kyiv this week.", []),
    ("He said a visit by the Saudi crown prince to Tehran would be welcome.", []),
    ("Tesla chief Elon Musk flew to Beijing on Sunday.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_engagements_news(text: str, expected: list[str]) -> None:
    """Each piece of news gives its engagements, and only these."""
    assert told(text) == expected
