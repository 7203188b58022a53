"""What only looks like a time is none, in both languages."""

from __future__ import annotations

import pytest

from dragoman.times import find_times

NONE_EN = [
    "Theresa May arrived in Brussels.",
    "Mrs May told the Commons that talks may resume.",
    "He may visit Lagos.",
    "Protesters march on the palace.",
    "The second round of talks failed.",
    "A second visit is likely.",
    "According to the Sunday Times, talks failed.",
    "The Belfast (Good Friday) Agreement must be kept.",
    "The Good Friday Agreement holds.",
    "The council adopted resolution 1973.",
    "Security Council Resolution 2250 was cited.",
    "A Boeing 747 landed.",
    "Some 2,000 troops left.",
    "About 2000 troops left.",
    "The bill costs $2000.",
    "Article 2001 of the code applies.",
    "The 44-year-old envoy spoke.",
    "She is 52 years old.",
    "He is in his 30s.",
    "The bullet hit his back.",
    "They won 3-1 in the final.",
    "Version 1.2.3 was released.",
    "The F-16 flew over.",
    "The vote was 12 to 5.",
    "He read the 14th chapter.",
    "It was High Noon in the cinema.",
    "The host of 60 Minutes asked.",
    "Jan Kavan spoke.",
    "Roughly 1,998 people came.",
    "The fall of the wall mattered.",
    "They spring into action.",
    "The G7 and the G20 met.",
    "Call 0800 1111.",
    "Bread costs 2 a kilo.",
    "The sun sat low.",
    "He lives at 1600 Pennsylvania Avenue.",
    "She spoke to May after talks.",
    "The Daily Mail and the Weekly Standard wrote of it.",
    "At the last minute he left.",
    "It ran on Windows 2000.",
    "Bill no. 1999 passed.",
    "A 2000-strong force arrived.",
    "See A/RES/78/1 and case 2024/1234.",
    "Call 202-555-0123 or +1 202 555 0123.",
    "The address is 10.1.1.1 and the ratio 3:1.",
    "The now-defunct party protested.",
    "Red October was his film.",
    "The Future Technology Week is on.",
    "We face a future of want.",
    "She scored in the second half of the match.",
    "Mr. Day met the 2+2 group.",
]

NONE_FR = [
    "Il a été reçu à la cour.",
    "La résolution 1973 du Conseil",
    "Un Boeing 747 s'est posé.",
    "Quelque 2000 soldats sont partis.",
    "2000 soldats sont partis.",
    "Une seconde visite est probable.",
    "La sonde se pose sur Mars.",
    "Il a gagné par 3 à 1.",
    "L'article 2001 du code",
    "Le F-16 a survolé la ville.",
    "Le vote est de 12 contre 5.",
    "Âgé de 52 ans, il dirige le parti.",
    "Jean Dupont, 52 ans, dirige le parti.",
    "Il en reste neuf.",
    "Il a lu le 14e chapitre.",
]


@pytest.mark.parametrize("text", NONE_EN)
def test_english_text_without_times_gives_none(text: str) -> None:
    """Names, numbers, ages, scores and codes are no times."""
    assert [time.text for time in find_times(text, "2024-04-24")] == []


@pytest.mark.parametrize("text", NONE_FR)
def test_french_text_without_times_gives_none(text: str) -> None:
    """Names, numbers, ages and codes are no times in French either."""
    assert [time.text for time in find_times(text, "2024-04-24", language="fr")] == []


def test_summit_named_with_its_year_gives_only_the_year() -> None:
    """ "the G7 of 1997" holds only its year."""
    assert [time.text for time in find_times("They recalled the G7 of 1997.", "2024-04-24")] == ["1997"]
