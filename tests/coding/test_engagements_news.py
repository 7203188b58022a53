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
    ("In a call with Netanyahu on Thursday, Biden pressed for more aid.",
     ["call held ISR,USA 2024-05-09 2024-05-09 None"]),
    ("Putin told Modi by phone on Wednesday that Russia was ready for talks.",
     ["call held IND,RUS 2024-05-15 2024-05-15 None"]),
    ("Russian Security Council Secretary Nikolai Patrushev discussed Afghanistan with Tajik President Emomali"
     " Rahmon in Dushanbe on Friday.", ["meeting held RUS,TJK 2024-05-10 2024-05-10 Dushanbe"]),
    ("Zelenskiy sought more weapons during a whirlwind tour of Rome, Berlin and Paris last week.",
     ["visit held DEU,FRA,ITA,UKR 2024-05-06 2024-05-12 None"]),
    ("Nicaragua's foreign minister has been in Tehran since Sunday.",
     ["visit underway IRN,NIC 2024-05-12 None Tehran"]),
    ("Talks are to continue in Doha next week between Israel and Hamas, Qatar said.",
     ["talks announced ISR,PSE 2024-05-20 2024-05-26 Doha"]),
    ("The presidents of Azerbaijan and Armenia were expected to meet in Granada in October 2023, but Aliyev"
     " refused to attend.", ["meeting cancelled ARM,AZE 2023-10-01 2023-10-31 Granada"]),
    ("Libya's rival premiers failed to agree on a date for elections at UN-brokered talks in Geneva on"
     " Thursday.", ["talks failed LBY 2024-05-09 2024-05-09 Geneva"]),
    ("Turkey has cancelled a visit by Sweden's defence minister, Pal Jonson, that had been set for January"
     " 27.", ["visit cancelled SWE,TUR 2024-01-27 2024-01-27 None"]),
    ("World briefs||Aid to Gaza discussed by ministers|Qatar's Prime Minister Sheikh Mohammed Al Thani met Norwegian Foreign Minister"
     " Espen Barth Eide on Monday.||Talks on missing persons open|Delegations from Belgrade and Zagreb sat down in"
     " Sarajevo on Tuesday. The talks go on until Friday.||Heavy rain falls in north|Roads were closed.|The end.",
     ["meeting held NOR,QAT 2024-05-13 2024-05-13 None",
      "meeting underway HRV,SRB 2024-05-14 2024-05-17 Sarajevo"]),
    ("GENEVA - Russian and Ukrainian officials discussed prisoners.||PARIS - French President Emmanuel Macron"
     " met Armenian Prime Minister Nikol Pashinyan on Tuesday.||CAIRO - Two people died in a fire.",
     ["meeting held ARM,FRA 2024-05-14 2024-05-14 Paris"]),
    ("Headlines of the day||China's Xi to visit Hungary next week|Sudan peace talks stall in Jeddah again|"
     "Mexico's Lopez Obrador calls off Lima trip",
     ["visit announced CHN,HUN 2024-05-20 2024-05-26 Hungary", "talks failed SDN None None Jeddah",
      "visit cancelled MEX,PER None None Lima"]),
    ("Lula proposed that Russia and Ukraine meet in Brasilia.", []),
    ("Neither Emmanuel Macron nor Olaf Scholz will travel to Kyiv this week.", []),
    ("He said a visit by the Saudi crown prince to Tehran would be welcome.", []),
    ("Armenia pulled out of a CSTO meeting in Minsk.", []),
    ("Tesla chief Elon Musk flew to Beijing on Sunday.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_engagements_news(text: str, expected: list[str]) -> None:
    """Each piece of news gives its engagements, and only these."""
    assert told(text) == expected
