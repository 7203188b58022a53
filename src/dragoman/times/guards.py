"""Conditions on a rule that words around it decide: what only looks like a time is none.

A guard is named by a rule of the lexicon and decides on the tokens near the match, never farther
than a few, so that reading stays linear. The words it knows are the lexicon's settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.times.around import Around
from dragoman.times.guards_dates import (
    ago_day,
    bare_month,
    bare_ordinal,
    bare_year,
    day_of_year,
    far,
    half_of_year,
    not_moved,
    numeric,
    possessive_year,
    season,
    spoken_of,
    spoken_year,
)

if TYPE_CHECKING:
    from dragoman.times.scan import Scan


def no_age(around: Around, _slots: dict[str, Any]) -> bool:
    """A length of time that is not somebody's age ("6-year-old", "52 years old")."""
    after = around.after()
    if after in around.words("age_after"):
        return False
    if titled(around):
        return False
    return not (after == "-" and around.after(2) in around.words("age_after"))


def not_aged(around: Around, slots: dict[str, Any]) -> bool:
    """ "52 ans" is an age behind a comma or "âgé de"; a length elsewhere."""
    if slots.get("unit") != "year" or around.scan.lower[around.last] != "ans":
        return True
    if around.before() == "," and around.after() in {",", ".", ")", ""}:
        return False
    return not any(
        word.startswith(("âgé", "age")) for word in (around.before(1), around.before(2), around.before(3))
    )


def no_age_group(around: Around, _slots: dict[str, Any]) -> bool:
    """ "the 30s" is a decade, "in his 30s" is an age."""
    if around.first == around.last and possessive_year(around, {}):
        return False
    step = 2 if around.before() in ("early", "mid", "late") else 1
    return around.before(step) not in around.words("age_group_before")


def titled(around: Around) -> bool:
    """Whether every word is capitalised inside a sentence of small letters: a name ("60 Minutes")."""
    tokens = around.scan.tokens[around.first : around.last + 1]
    letters = [token.text for token in tokens if token.shape == "WORD"]
    if around.first == around.last or not all(text.istitle() for text in letters):
        return False
    return around.raw(1).islower() or around.raw(-1).islower() or around.before() in ("'", "`", "‘", "“", '"')


def no_name(around: Around, _slots: dict[str, Any]) -> bool:
    """A weekday or holiday that is not part of a name ("the Sunday Times", "(Good Friday) Agreement")."""
    step = 2 if around.after() == ")" else 1
    if around.after(step) in around.words("name_after") and around.raw(step)[:1].isupper():
        return False
    return around.before() not in around.words("name_before")


def rate(around: Around, _slots: dict[str, Any]) -> bool:
    """ "a day" is a rate where an amount stands before it ("$2 a day", "twice a day")."""
    before = around.before()
    return before[-1:].isdigit() or before in around.words("rate_before")


def lasting(around: Around, _slots: dict[str, Any]) -> bool:
    """ "the last six weeks", not "will last six weeks", nor "the last two days of the talks"."""
    words = around.scan.lower[around.first : around.last + 1]
    if words[0] == "last" and around.before() in around.words("verb_marks"):
        return False
    return "last" not in words or around.after() != "of"


def full_hour(_around: Around, slots: dict[str, Any]) -> bool:
    """16h30, but not the 1H of "1H 2024"."""
    return str(slots["clock"])[-1:].isdigit()


def open_ended(around: Around, slots: dict[str, Any]) -> bool:
    """ "after Friday", not "after Friday's vote" nor "after the March summit": there the event counts."""
    after = around.after()
    if after == "'":
        return False
    return slots["side"] not in ("AFTER", "BEFORE") or bare_ordinal(around, slots)


def no_title(around: Around, slots: dict[str, Any]) -> bool:
    """ "now" and its like as adverbs, not as part of an adjective ("now-defunct", "the future king")."""
    if around.after() == "-" and around.tight(1):
        return False
    if (
        around.first != around.last
        and around.scan.lower[around.first] == "the"
        and not bare_ordinal(around, slots)
    ):
        return False
    if (
        around.raw(1).istitle()
        and around.scan.tokens[around.first].text.istitle()
        and around.before().isalpha()
    ):
        return False  # "the Future Technology Week"
    return around.before() not in around.words("now_before")


def no_paper(around: Around, _slots: dict[str, Any]) -> bool:
    """ "daily" as a word, not in a paper's name ("Daily Mail")."""
    return not (around.scan.tokens[around.first].text.istitle() and around.raw(1).istitle())


def whole_unit(around: Around, slots: dict[str, Any]) -> bool:
    """ "last week", but not "last minute" nor "this day"."""
    small = slots["unit"] in ("minute", "second") or (slots["unit"] == "day" and slots["dir"] == 0)
    return not small and no_name(around, slots)


def clause_end(around: Around, _slots: dict[str, Any]) -> bool:
    """ "the day before", where nothing follows that it is before."""
    return not around.after().isalnum()


GUARDS = {
    guard.__name__: guard
    for guard in (
        bare_year,
        bare_month,
        no_age,
        no_name,
        bare_ordinal,
        season,
        rate,
        no_title,
        open_ended,
        not_moved,
        full_hour,
        far,
        clause_end,
        no_paper,
        whole_unit,
        numeric,
        no_age_group,
        not_aged,
        spoken_year,
        possessive_year,
        half_of_year,
        spoken_of,
        lasting,
        ago_day,
        day_of_year,
    )
}


def passes(name: str, scan: Scan, span: tuple[int, int], slots: dict[str, Any]) -> bool:
    """Whether the guard of that name lets the match through."""
    return GUARDS[name](Around(scan, span), slots)
