"""Sides that are called by a group's word and a nation's: "met Malian officials", "Niger's generals"."""

import pytest
from tests.coding.test_engagements_phrasings import read


@pytest.mark.parametrize(
    ("text", "kind", "status", "countries"),
    [
        ("Ghana met Malian officials on Monday.", "meeting", "held", {"GHA", "MLI"}),
        ("France began talks with Mali's junta in Bamako.", "talks", "underway", {"FRA", "MLI"}),
        ("France began talks with Mali's military rulers on Monday.", "talks", "underway", {"FRA", "MLI"}),
        ("French officials began talks with Mali's ruling junta on Monday.", "talks", "underway",
         {"FRA", "MLI"}),
        ("U.S. envoy John Doe met Niger's generals in Niamey on Tuesday.", "meeting", "held", {"USA", "NER"}),
        ("Kenyan President William Ruto met with Somali and Ethiopian officials in Nairobi on Tuesday.",
         "meeting", "held", {"KEN", "SOM", "ETH"}),
        ("Turkish and Iraqi officials will meet Syrian negotiators in Doha on May 20.", "meeting", "announced",
         {"TUR", "IRQ", "SYR"}),
    ],
)  # fmt: skip
def test_a_group_stands_for_its_state(text: str, kind: str, status: str, countries: set[str]) -> None:
    """A nation's officials, leaders, rulers or junta stand for it as the object of a meeting."""
    assert [(e.kind, e.status, set(e.countries)) for e in read(text)] == [(kind, status, countries)]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("La France et la junte malienne ont entamé lundi des pourparlers.", {"FRA", "MLI"}),
        (
            "Une délégation de la Cédéao a rencontré mardi à Niamey les généraux au pouvoir.",
            {"ECOWAS", "NER"},
        ),
    ],
)
def test_a_french_group_stands_for_its_state(text: str, countries: set[str]) -> None:
    """So do a junta and generals in French."""
    assert [set(e.countries) for e in read(text, "fr")] == [countries]


@pytest.mark.parametrize(
    "text",
    [
        "The president met French students in Paris on Monday.",
        "PARIS - President Emmanuel Macron met French farmers at the Élysée on Monday.",
        "Chinese President Xi Jinping met Chinese troops on Monday.",
    ],
)
def test_other_groups_do_not(text: str) -> None:
    """Students, farmers and troops are no side."""
    assert read(text) == []
