"""The second reading: what it may choose among, and how a page becomes its rows of numbers."""

from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotate import annotate
from dragoman.coding.engagements.find import read_by_rules
from dragoman.coding.engagements.scene import open_scene
from dragoman.coding.second.candidates import FIRST, SORTS, Candidates, find_candidates, last_word
from dragoman.coding.second.features import CLOSE, DISTANCES, LONGEST, brief, densest, windows
from dragoman.model import Document

TEXT = (
    "Foreign Minister Ana Brnabić flew to Vienna on Tuesday. Friday's visit by the Chancellor of Austria has been "
    "put off. The two will speak by telephone."
)
PIECES = (
    "Sergei Lavrov",
    "met",
    "the Turkish minister",
    "in Doha",
    "on Friday.",
    "She",
    "talks",
    "\n",
    "12 May.",
    "«",
)


def found_in(text: str, *, published: date | None = date(2024, 5, 15)) -> Candidates:
    """What a text gives to choose among."""
    scene = open_scene(annotate(Document(text=text, published=published, language="en")))
    return find_candidates(scene, read_by_rules(scene))


def test_actors_places_and_days_are_candidates() -> None:
    """Each with the words it stands in."""
    named = {(c.sort, c.span.text) for c in found_in(TEXT).named}
    assert any(text == "Vienna" for sort, text in named if sort in ("place", "state-place"))
    assert ("past", "Tuesday") in named
    assert any(sort == "official" and "Brnabić" in text for sort, text in named)


def test_a_bare_weekday_may_lie_on_either_side_of_publication() -> None:
    """What was put off on Wednesday may have been planned for the Friday to come or for the one before."""
    days = {str(c.day) for c in found_in(TEXT).named if c.channel == FIRST and c.span.text == "Friday"}
    assert days == {"2024-05-10", "2024-05-17"}


def test_words_that_may_tell_are_plain_words() -> None:
    """Names and little words are not among them; what the lexicon knows is marked."""
    words = {w.unit.low: w.known for w in found_in(TEXT).words}
    assert words["flew"]
    assert "vienna" not in words
    assert "to" not in words
    assert not words["telephone"]


def test_a_name_ends_in_its_last_word_without_accents() -> None:
    """So that a place is the same however much of its name is told."""
    assert last_word("la ville de Yaoundé") == last_word("Yaoundé") == "yaounde"
    assert last_word("—") == ""


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=400))
def test_each_word_is_in_exactly_one_window(pieces: list[str]) -> None:
    """However long the page: and every position, sort and distance is within its bounds."""
    text = " ".join(pieces)
    found = found_in(text)
    made = windows(found, text)
    told = [w for one in made for w in one.told]
    assert sorted(w.unit.start for w in told) == sorted(w.unit.start for w in found.words)
    for one in made:
        size, count = len(one.told), len(one.named)
        assert len(one.ids) <= LONGEST + 2
        assert one.far.shape == one.held.shape == (size, count)
        assert one.apart.shape == one.joint.shape == (size, size)
        assert np.all((one.words > 0) & (one.words < len(one.ids) - 1))
        assert np.all((one.spans > 0) & (one.spans < len(one.ids) - 1))
        assert np.all((one.far >= 0) & (one.far < DISTANCES))
        assert np.all((one.sorts >= 0) & (one.sorts < len(SORTS)))
        assert sorted(i for group in one.same for i in group) == list(range(count))


def test_of_a_long_page_the_part_is_read_in_which_the_rules_read_most() -> None:
    """A short one is read whole; of one on which they read nothing, nothing."""
    filler = "Prices rose again in the first quarter, said the bank. " * 60
    text = filler + TEXT + " " + filler
    assert brief(TEXT)
    assert not brief(text)
    (one,) = densest(found_in(text), text)
    assert len(one.ids) <= CLOSE + 2
    assert any(w.unit.low == "flew" for w in one.told)
    assert len(densest(found_in(TEXT), TEXT)) == 1
    assert densest(found_in(filler), filler) == []
