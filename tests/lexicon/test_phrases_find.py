"""The index of phrases: longest match, word boundaries, cases, accents, gaps."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.lexicon.phrases import PhraseIndex, fold, words

INDEX = PhraseIndex(
    {
        "Niger": 1,
        "Nigeria": 2,
        "Côte d'Ivoire": 3,
        "U.S.": 4,
        "US": 5,
        "St. Lucia": 6,
        "foreign minister": 7,
        "Guinea-Bissau": 8,
        "Guinea": 9,
        "Équateur": 10,
        "WHO": 11,
        "Equatorial Guinea": 12,
    }
)
CASES = [
    ("Niger and Nigeria", [("Niger", 1), ("Nigeria", 2)]),
    ("Nigerians and the Nigerland", []),
    ("Guinea-Bissau, Guinea", [("Guinea-Bissau", 8), ("Guinea", 9)]),
    ("Guinea Bissau", [("Guinea Bissau", 8)]),
    ("Equatorial Guinea", [("Equatorial Guinea", 12)]),
    ("EQUATORIAL GUINEA", [("EQUATORIAL GUINEA", 12)]),
    ("Guinea. Bissau said", [("Guinea", 9)]),
    ("Cote d’Ivoire", [("Cote d’Ivoire", 3)]),
    ("côte d'ivoire", []),
    ("the U.S. and US, not us", [("U.S.", 4), ("US", 5)]),
    ("WHO asks who", [("WHO", 11)]),
    ("St Lucia and St. Lucia", [("St Lucia", 6), ("St. Lucia", 6)]),
    ("the Foreign Minister, a foreign minister", [("Foreign Minister", 7), ("foreign minister", 7)]),
    ("foreign\nminister", [("foreign\nminister", 7)]),
    ("foreign\n\nminister", []),
    ("l’Équateur", [("Équateur", 10)]),
    ("Niger's", [("Niger", 1)]),
    ("niger", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_find_matches(text: str, expected: list[tuple[str, int]]) -> None:
    """Each text yields its phrases, longest first, and no others."""
    assert [(text[start:end], value) for start, end, value in INDEX.find(text)] == expected


def test_get_wants_the_whole_text() -> None:
    """Only a text that is a phrase as a whole has a value."""
    assert INDEX.get("guinea bissau") is None
    assert INDEX.get("Guinea Bissau") == 8
    assert INDEX.get("in Guinea") is None


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_find_spans_are_in_order(text: str) -> None:
    """For any text the spans lie in it, in order, and none overlaps another."""
    last = 0
    for start, end, _ in INDEX.find(text):
        assert last <= start < end <= len(text)
        last = end


@given(st.text(max_size=100))
@settings(max_examples=60, deadline=None)
def test_fold_is_stable(text: str) -> None:
    """Folding what is folded changes nothing."""
    assert fold(fold(text)) == fold(text)


def test_fold_is_stable_for_every_character() -> None:
    """No character is folded into one that would be folded on ("℠" is "sm", "ǿ" is "o")."""
    characters = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    assert not [one for one in characters if fold(fold(one)) != fold(one)]
    assert (fold("℠"), fold("ǿ")) == ("sm", "o")


def test_find_takes_linear_time() -> None:
    """A megabyte that starts a phrase at each word is read in a few seconds."""
    text = "Equatorial Guinea-" * 55_000
    began = time.perf_counter()
    assert sum(1 for _ in INDEX.find(text)) == 55_000
    assert time.perf_counter() - began < 10
    words.cache_clear()
