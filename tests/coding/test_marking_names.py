"""Marking source and target in a sentence: what is found, and what happens where nothing is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding.marking import (
    MAX_TOKENS,
    SOURCE_IN,
    SOURCE_OUT,
    TARGET_IN,
    TARGET_OUT,
    Row,
    locate,
    mark,
    tokenizer,
)


def _between(row: Row, opening: int, closing: int) -> str:
    inside = row.ids[row.ids.index(opening) + 1 : row.ids.index(closing)]
    return _words(inside)


def _words(ids: list[int]) -> str:
    tokens = [str(tokenizer().id_to_token(i)) for i in ids if i > TARGET_OUT]
    return " ".join(tokens).replace(" ##", "")


@pytest.mark.parametrize(
    ("sentence", "source", "target", "found"),
    [
        ("Chad expelled two French envoys.", "Chad", "two French envoys", ("chad", "two french envoys")),
        ("South Sudan thanked Sudan.", "Sudan", "South Sudan", ("sudan", "south sudan")),
        ("The U.S. and the us dollar.", "U.S.", "the us", ("u . s .", "the us")),
        ("CHAD  expelled\nGabon's envoy.", "Chad", "Gabon\u2019s envoy", ("chad", "gabon ' s envoy")),
        ("José Pérez met Ana.", "Jose Perez", "Ana", ("jose perez", "ana")),
        ("The Federal Foreign Office of Germny met Oman.", "Federal Foreign Office of Germany", "Oman",
         ("federal foreign office of germny", "oman")),
        ("Iran told Iran's envoy to leave.", "Iran", "Iran", ("iran", "iran")),
    ],
)  # fmt: skip
def test_marking_finds_names(sentence: str, source: str, target: str, found: tuple[str, str]) -> None:
    """Names are found as whole words, the longer first, and by likeness where not letter by letter."""
    row = mark(sentence, source, target)
    assert (_between(row, SOURCE_IN, SOURCE_OUT), _between(row, TARGET_IN, TARGET_OUT)) == found


def test_marking_puts_a_name_that_is_missing_in_front() -> None:
    """A name that does not stand in the sentence is read before it."""
    row = mark("It expelled two envoys.", "Chad", "two envoys")
    assert row.ids[row.source] == SOURCE_IN
    assert row.source == 1
    assert _between(row, SOURCE_IN, SOURCE_OUT) == "chad"


def test_marking_keeps_the_actors_of_a_long_sentence() -> None:
    """A long sentence is cut around its actors, so that both markers stay."""
    row = mark("word " * 900 + "Chad told Gabon to wait" + " and more" * 900, "Chad", "Gabon")
    assert len(row.ids) <= MAX_TOKENS
    assert "chad told gabon to wait" in _words(row.ids)


def test_marking_cannot_be_forged_by_text() -> None:
    """Words that look like markers or special tokens are words."""
    row = mark("[unused0] <s> Chad </s> [SEP] [CLS] met Gabon", "Chad", "Gabon")
    for marker in (SOURCE_IN, SOURCE_OUT, TARGET_IN, TARGET_OUT):
        assert row.ids.count(marker) == 1
    assert row.ids.count(102) == 1


def test_marking_prefers_places_apart() -> None:
    """Where a name stands several times, the two marked places do not overlap."""
    spans = locate("The Chad army left Chad.", "Chad", "The Chad army")
    assert spans == [(19, 23), (0, 13)]


@settings(max_examples=60, deadline=None)
@given(sentence=st.text(max_size=300), source=st.text(max_size=40), target=st.text(max_size=40))
def test_marking_holds_for_any_text(sentence: str, source: str, target: str) -> None:
    """Whatever is given, the row is within bounds and both positions are of their markers."""
    row = mark(sentence, source, target)
    assert len(row.ids) <= MAX_TOKENS
    assert row.ids[row.source] == SOURCE_IN
    assert row.ids[row.target] == TARGET_IN
