"""Candidate pairs: who acts on whom by the parse, and pairs that are not put."""

import pytest
from tests.coding.sketch import sketch

from dragoman.coding.pairs import candidates

ACTORS = {
    "NOR": ["Norway", "Norwegian", "Oslo"],
    "PER": ["Peru", "Peruvian", "Lima"],
    "FJI": ["Fiji"],
    "OMN": ["Oman", "Omani"],
}


def _pairs(sentence: str) -> list[tuple[set[str], set[str]]]:
    found = sketch(sentence, ACTORS)
    names = {actor.id: actor.name for actor in found.actors}
    return [
        ({names[key] for key in pair.source.actors}, {names[key] for key in pair.target.actors})
        for pair in candidates(found)
    ]


@pytest.mark.parametrize(
    ("sentence", "source", "target"),
    [
        ("Norway condemned Peru.", {"NOR"}, {"PER"}),
        ("Peru was condemned by Norway.", {"NOR"}, {"PER"}),
        ("Ten envoys were expelled by Norway from Peru.", {"NOR"}, {"PER"}),
        ("Norway held talks with Peru in Rome.", {"NOR"}, {"PER"}),
        ("Norway imposed sanctions on three Peruvian ministers.", {"NOR"}, {"PER"}),
        ("Talks between Norway and Peru broke down.", {"NOR"}, {"PER"}),
        ("Norway and Peru met in Rome.", {"NOR"}, {"PER"}),
        ("Norway, Fiji and Oman urged Peru to stop.", {"NOR", "FJI", "OMN"}, {"PER"}),
        ("Norway demanded that Peru withdraw its troops.", {"NOR"}, {"PER"}),
        ("Norway agreed to withdraw its soldiers from Peru.", {"NOR"}, {"PER"}),
        ("Norway said it would send money to Peru.", {"NOR"}, {"PER"}),
        ("Fiji drew criticism from Peru.", {"PER"}, {"FJI"}),
        ("Oman rejected Fiji's offer.", {"OMN"}, {"FJI"}),
    ],
)
def test_pairs_are_who_acts_on_whom(sentence: str, source: set[str], target: set[str]) -> None:
    """Subject and object, passive and agent, "with", "between" and compounds make one pair."""
    assert (source, target) in _pairs(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Norway is cold.", "The ministers discussed trade.", "Rain fell in Lima and snow in Oslo."],
)  # fmt: skip
def test_pairs_are_not_made_of_mere_company(sentence: str) -> None:
    """Actors between whom no predicate stands make no pair."""
    assert _pairs(sentence) == []


def test_pairs_leave_out_other_happenings_of_the_sentence() -> None:
    """The words given to the coder are the predicate's own clause, with the actors marked in it."""
    found = sketch("Norway thanked Peru and accused Fiji of theft, Oman said.", ACTORS)
    texts = {}
    for pair in candidates(found):
        text, source, target = pair.focus()
        texts[text[slice(*source)], text[slice(*target)]] = text
    assert "accused" not in texts["Norway", "Peru"]
    assert "thanked" not in texts["Norway", "Fiji"]
    assert all("Oman" not in text for text in texts.values())
