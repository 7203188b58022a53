"""Conditions on what looks like a date: a year, a month's name, the 14th, a season, a half of a year."""

from __future__ import annotations

from typing import Any

from dragoman.times.around import Around
from dragoman.times.numeric import numbers_of

CLOCKED = ("second", "minute", "hour")


def spoken_year(around: Around, _slots: dict[str, Any]) -> bool:
    """ "nineteen ninety-one" as a year: nothing follows that it counts."""
    return around.after() != "-" and "UNITS" not in around.scan.grammar.classes.get(around.after(), ())


def possessive_year(around: Around, _slots: dict[str, Any]) -> bool:
    """ "1988's harvest" is of a year, "the 1980's" and "mid-1980's" are decades."""
    text = around.scan.tokens[around.first].text
    return (
        text[:4].isdigit() and text[4] in "'’" and around.before() not in {"the", "early", "mid", "late", "-"}
    )


def half_of_year(around: Around, _slots: dict[str, Any]) -> bool:
    """ "the second half" of a year, not of a game: nothing follows that it is of, but a year."""
    if around.after() != "of":
        return around.after() != "-"
    return around.after(2) in around.words("year_after") or around.after(2).isdigit()


def day_of_year(_around: Around, slots: dict[str, Any]) -> bool:
    """ "Oct. 23 of last year": a day that has no year yet, and a year that is counted."""
    part, item = slots["part"], slots["item"]
    return part.make == "calendar" and "year" not in part.slots and item.slots.get("unit") == "year"


def ago_day(_around: Around, slots: dict[str, Any]) -> bool:
    """ "two weeks ago today", "a week ago Friday", but not "two minutes ago Thu 3 October 2019"."""
    return slots["day"].make in ("weekday", "shift") and slots["item"].slots.get("unit") not in CLOCKED


def bare_year(around: Around, slots: dict[str, Any]) -> bool:
    """1998 alone: no number of things, no part of a code, an address, or a resolution's number."""
    value = slots.get("year", slots.get("year1", 0))
    before, after = around.before(), around.after()
    if before in around.words("number_before") or (around.tight(-1) and before in "/.:_#$€£-+=&@"):
        joined = around.before(2)
        if not (
            before in "-/"
            and (joined in around.words("year_prefixes") or (joined.isdigit() and len(joined) == 4))
        ):
            return False
    if around.tight(1) and after in {"%", "°", "_", "=", "@", ":"}:
        return False
    if after in around.words("number_after") or (
        before == "." and around.before(2) in around.words("number_before")
    ):
        return False
    if around.tight(1) and after in "-/" and after:
        joined = around.after(2)
        later = int(joined) if joined.isdigit() and len(joined) == 4 else 0
        code = joined.isdigit() and len(joined) != 2 and not value < later < value + 100
        if code or joined in around.words("number_after"):
            return False
    if 1900 <= value <= 2060:
        return True
    return before in around.words("year_before") and 1400 <= value <= 2100


def bare_month(around: Around, _slots: dict[str, Any]) -> bool:
    """May, March, April, June, August alone: not a verb and not a name."""
    text = around.raw(-1)
    name = around.scan.lower[around.first]
    if around.first == around.last and "MONTHABBR" in around.scan.grammar.classes[name]:
        return False
    before = around.before()
    if before in around.words("name_before"):
        return False
    if name not in around.words("risky_months"):
        return True
    if before == "to" and name in around.words("riskiest_months"):  # "spoke to May", "April to May"
        earlier = around.before(2)
        return earlier[:1].isdigit() or "MONTH" in around.scan.grammar.classes.get(earlier, ())
    if before in around.words("month_before"):
        return True
    if around.after() == "'" and name not in around.words("riskiest_months"):
        return True
    if before in {"", ".", "!", "?", "\n\n"} or text[:1].isupper() or before in around.words("verbs_before"):
        return False
    following = around.raw(1)
    return not following[:1].isupper() and name not in around.words("riskiest_months")


def bare_ordinal(around: Around, _slots: dict[str, Any]) -> bool:
    """ "the 14th" alone: a day only where no noun follows that it counts."""
    after = around.after()
    return not after.isalpha() or after in around.words("ordinal_after")


def season(around: Around, _slots: dict[str, Any]) -> bool:
    """Spring, fall alone: only behind a preposition or a determiner, and no "fall of the wall"."""
    if around.after() == "of" and around.after(2) in around.words("year_after"):
        return True  # "the summer of that year"
    return around.after() not in around.words("season_not_after") and around.before() in around.words(
        "season_before"
    )


def far(around: Around, _slots: dict[str, Any]) -> bool:
    """ "20 March" and "5 May": the number is no street number, and no number of things."""
    numeric = around.scan.lower[around.first][0].isdigit()
    return not numeric or around.before() not in around.words("number_before")


def numeric(around: Around, slots: dict[str, Any]) -> bool:
    """12/03/2024 with a month in it, and no version, score or price."""
    return (numbers_of(slots["numeric"], "dmy") is not None and not around.tight(1)) or (
        numbers_of(slots["numeric"], "dmy") is not None and not around.after()[:1].isdigit()
    )


def not_moved(around: Around, _slots: dict[str, Any]) -> bool:
    """A range, not the old and the new day of what was moved ("moved from April 3 to April 10")."""
    return not any(around.before(n) in around.words("moved") for n in range(1, 5))


def spoken_of(around: Around, slots: dict[str, Any]) -> bool:
    """ "the quarter", "the year" as the one spoken of: nothing follows that it is of, or that it counts."""
    return (
        around.after() != "of"
        and not (around.after() == "-" and around.tight(1))
        and bare_ordinal(around, slots)
    )
