"""Engagements between camps of one state: a government or an army and those who fight or oppose it."""

from datetime import date

import pytest

from dragoman.annotate import annotate
from dragoman.coding.engagements import find_engagements
from dragoman.model import Document, Engagement

PUBLISHED = date(2024, 5, 15)  # a Wednesday


def read(text: str, language: str = "en") -> list[Engagement]:
    """The engagements of a text published on 15 May 2024."""
    return find_engagements(annotate(Document(text=text, published=PUBLISHED, language=language)))


@pytest.mark.parametrize(
    ("text", "language", "kind", "status", "country", "names"),
    [
        ("Negotiations between Sudan's army and the Rapid Support Forces have resumed in Jeddah.",
         "en", "talks", "underway", "SDN", ["army", "Forces"]),
        ("The Colombian government and the ELN rebels held talks in Havana in April.",
         "en", "talks", "held", "COL", ["government", "ELN"]),
        ("Thailand's government and Muslim insurgents held talks in Kuala Lumpur on Friday.",
         "en", "talks", "held", "THA", ["government", "insurgents"]),
        ("The government in Kinshasa and the M23 met in Doha on Tuesday.",
         "en", "meeting", "held", "COD", ["government", "M23"]),
        ("Venezuela's government and the opposition signed an agreement in Barbados on May 10.",
         "en", "signing", "held", "VEN", ["government", "opposition"]),
        ("Le gouvernement colombien et la guérilla de l'ELN ont repris les négociations à Mexico le 13 mai.",
         "fr", "talks", "underway", "COL", ["colombien", "ELN"]),
        ("Le gouvernement congolais et le M23 se sont rencontrés à Doha lundi.",
         "fr", "meeting", "held", "COD", ["congolais", "M23"]),
    ],
)  # fmt: skip
def test_camps_of_one_state_are_sides(
    text: str, language: str, kind: str, status: str, country: str, names: list[str]
) -> None:
    """A government is a side of its own where it faces rebels or the opposition of its state."""
    (found,) = read(text, language)
    assert (found.kind, found.status, found.countries) == (kind, status, (country,))
    assert [p.name.split()[-1] for p in found.participants] == names


def test_a_government_is_its_state_where_no_camp_faces_it() -> None:
    """Rebels elsewhere in the text make no side of the government that meets another state."""
    found = read(
        "Colombia's government held talks with Venezuela in Caracas on Monday. The ELN rebels did not comment."
    )
    assert [set(e.countries) for e in found] == [{"COL", "VEN"}]
    assert not any("government" in p.name for e in found for p in e.participants)
