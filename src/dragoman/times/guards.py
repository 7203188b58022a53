"""Conditions on a rule that words around it decide: what only looks like a time is none.

A guard is named by a rule of the lexicon and decides on the tokens near the match, never farther
than a few, so that reading stays linear. The words it knows are the lexicon's settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.times.around import Around
from dragoman.times.numeric import numbers_of

if TYPE_CHECKING:
    from dragoman.times.scan import Scan


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


def bare_ordinal(around: Around, _slots: dict[str, Any]) -> bool:
    """ "the 14th" alone: a day only where no noun follows that it counts."""
    after = around.after()
    return not after.isalpha() or after in around.words("ordinal_after")


def season(around: Around, _slots: dict[str, Any]) -> bool:
    """Spring, fall alone: only behind a preposition or a determiner, and no "fall of the wall"."""
    return around.after() not in around.words("season_not_after") and around.before() in around.words(
        "season_before"
    )


def rate(around: Around, _slots: dict[str, Any]) -> bool:
    """ "a day" is a rate where an amount stands before it ("$2 a day", "twice a day")."""
    before = around.before()
    return before[-1:].isdigit() or before in around.words("rate_before")


def not_moved(around: Around, _slots: dict[str, Any]) -> bool:
    """A range, not the old and the new day of what was moved ("moved from April 3 to April 10")."""
    return not any(around.before(n) in around.words("moved") for n in range(1, 5))


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


def spoken_of(around: Around, slots: dict[str, Any]) -> bool:
    """ "the quarter", "the year" as the one spoken of: nothing follows that it is of, or that it counts."""
    return (
        around.after() != "of"
        and not (around.after() == "-" and around.tight(1))
        and bare_ordinal(around, slots)
    )


def day_of_year(_around: Around, slots: dict[str, Any]) -> bool:
    """ "Oct. 23 of last year": a day that has no year yet, and a year that is counted."""
    part, item = slots["part"], slots["item"]
    return part.make == "calendar" and "year" not in part.slots and item.slots.get("unit") == "year"


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
    return around.before() not in around.words("now_before")


def far(around: Around, _slots: dict[str, Any]) -> bool:
    """ "20 March" and "5 May": the number is no street number, and no number of things."""
    numeric = around.scan.lower[around.first][0].isdigit()
    return not numeric or around.before() not in around.words("number_before")


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


def numeric(around: Around, slots: dict[str, Any]) -> bool:
    """12/03/2024 with a month in it, and no version, score or price."""
    return (numbers_of(slots["numeric"], "dmy") is not None and not around.tight(1)) or (
        numbers_of(slots["numeric"], "dmy") is not None and not around.after()[:1].isdigit()
    )


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
        day_of_year,
    )
}


def passes(name: str, scan: Scan, span: tuple[int, int], slots: dict[str, Any]) -> bool:
    """Whether the guard of that name lets the match through."""
    return GUARDS[name](Around(scan, span), slots)
