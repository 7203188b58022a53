"""Whether there is an engagement at all, of which kind and in which state, in ways of telling that are rarer."""

from datetime import date
from functools import partial

import pytest
from tests.coding import telling

PUBLISHED = date(2024, 5, 3)  # a Friday


read = partial(telling.read, published=PUBLISHED)


@pytest.mark.parametrize(
    ("text", "kind", "status", "countries"),
    [
        ("Polish President Andrzej Duda will no longer travel to Budapest on Tuesday, his office said.",
         "visit", "cancelled", {"POL", "HUN"}),
        ("Foreign Secretary David Cameron was forced to abandon his visit to Kyrgyzstan on April 24.",
         "visit", "cancelled", {"GBR", "KGZ"}),
        ("Talks that Qatar had hoped to host on Wednesday between Congo and Rwanda never got off the ground.",
         "talks", "cancelled", {"COD", "RWA"}),
        ("Consultations for which the UN had invited Armenia and Azerbaijan to Geneva have not taken place.",
         "talks", "cancelled", {"ARM", "AZE"}),
        ("Finnish President Alexander Stubb paid a call on Swedish King Carl Gustaf in Stockholm on April 23.",
         "meeting", "held", {"FIN", "SWE"}),
        ("On Sunday Kenyan President William Ruto hosted a trilateral summit with Somali President Hassan"
         " Mohamud and Ethiopian Prime Minister Abiy Ahmed in Nairobi.", "summit", "held", {"KEN", "SOM", "ETH"}),
        ("At the invitation of the foreign ministers of Zambia, Tanzania and Nigeria, Foreign Minister Wang Yi"
         " will make official visits to the three countries from May 7 to 12.",
         "visit", "announced", {"CHN", "ZMB", "TZA", "NGA"}),
        ("British Foreign Secretary David Cameron prepared the ground in New Delhi in April, when he and External"
         " Affairs Minister Subrahmanyam Jaishankar discussed a roadmap.", "meeting", "held", {"GBR", "IND"}),
        ("India on Monday called off next week's foreign secretary-level talks with Pakistan.",
         "talks", "cancelled", {"IND", "PAK"}),
    ],
)  # fmt: skip
def test_states(text: str, kind: str, status: str, countries: set[str]) -> None:
    """One engagement is read, in the state that its words tell."""
    assert [(e.kind, e.status, set(e.countries)) for e in read(text)] == [(kind, status, countries)]


def test_none() -> None:
    """What proposals are met with, and what would be if, are no engagements."""
    assert not read(
        "Hungary's Viktor Orban and Poland's Andrzej Duda met with a cool response in Brussels on Monday."
    )
    assert not read(
        "Polish President Andrzej Duda said he would gladly receive Hungary's Viktor Orban if he paid."
    )


def test_meetings_apart() -> None:
    """Meetings with one and with another are two."""
    found = read(
        "Canadian Prime Minister Stephen Harper will have bilateral meetings in Warsaw on May 7 with Bronislaw"
        " Komorowski, President of Poland, and with Prime Minister Donald Tusk."
    )
    assert [len(e.participants) for e in found] == [2, 2]


def test_signed_by_one() -> None:
    """A paper that one side alone signs is no signing."""
    found = read(
        "Somalia's Hassan Mohamud signed the document, whereas Ethiopia's Abiy Ahmed asked for time."
    )
    assert not [e for e in found if e.kind == "signing"]


def test_timeline() -> None:
    """The present tells of what a timeline has behind it."""
    found = read(
        "Key dates||- July 6, 2022: Presidents Felix Tshisekedi of Congo and Paul Kagame of Rwanda meet in Luanda."
        "|- November 2, 2022: Tshisekedi and Kagame shake hands in Nairobi.|- May 10, 2024: Tshisekedi is due to"
        " visit Paris."
    )
    assert [(e.kind, e.status, e.start) for e in found] == [
        ("meeting", "held", date(2022, 7, 6)),
        ("meeting", "held", date(2022, 11, 2)),
        ("visit", "announced", date(2024, 5, 10)),
    ]


PLANNED = (
    "A rift||Armenian Foreign Minister Ararat Mirzoyan was due to meet his Azerbaijani counterpart Jeyhun Bayramov"
    " in Tbilisi on May 10. "
)
TALKS = "A rift||Negotiators from Ethiopia and Egypt met in Kinshasa on Wednesday and Thursday. "


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (PLANNED + "It was called off at the last minute.", "cancelled"),
        (PLANNED + "But Bayramov did not show up.", "cancelled"),
        (PLANNED + "Baku has cancelled it.", "cancelled"),
        (PLANNED + "Both sides have agreed to postpone it.", "postponed"),
        (PLANNED + "It has been put off until May 20.", "postponed"),
        (PLANNED + "It could be called off.", "announced"),
        (PLANNED + "A football match was called off.", "announced"),
        (TALKS + "It ended in failure.", "failed"),
        (TALKS + "No agreement was reached.", "failed"),
        (TALKS + "Both delegations left without a deal.", "failed"),
        (TALKS + "They went through the text.", "held"),
    ],
)
def test_what_became_of_it(text: str, status: str) -> None:
    """The next sentence tells what became of what the one before told."""
    assert [e.status for e in read(text)] == [status]


@pytest.mark.parametrize(
    ("text", "kind", "status", "countries"),
    [
        ("Canadian Foreign Minister Melanie Joly has been to Beijing.", "visit", "held", {"CAN", "CHN"}),
        ("Iranian President Ebrahim Raisi saw Prime Minister Shehbaz Sharif of Pakistan in Islamabad on Tuesday.",
         "meeting", "held", {"IRN", "PAK"}),
        ("Chilean Foreign Minister Alberto van Klaveren is to be received by Peru's President Dina Boluarte on"
         " Tuesday.", "meeting", "announced", {"CHL", "PER"}),
        ("Talks on oil will start on Monday in Baghdad, with Turkish Energy Minister Alparslan Bayraktar across"
         " the table from Iraqi Oil Minister Hayan Abdul-Ghani.", "talks", "announced", {"TUR", "IRQ"}),
    ],
)  # fmt: skip
def test_being_and_seeing(text: str, kind: str, status: str, countries: set[str]) -> None:
    """Being somewhere and seeing somebody tell of an engagement."""
    assert [(e.kind, e.status, set(e.countries)) for e in read(text)] == [(kind, status, countries)]
