"""What a number can be, told by its shape: a day, an hour, a year, a count."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

# Years that a bare number of four digits may be.
YEARS = range(1400, 2101)


@lru_cache(maxsize=4096)
def integer(text: str) -> dict[str, Any]:
    """The classes and values of a run of digits."""
    if len(text) > 4:
        return {"DIGITS": text}
    value = int(text)
    classes: dict[str, Any] = {"NUM": value}
    if len(text) <= 2:
        classes["INT"] = value
        if 1 <= value <= 31:
            classes["DAY"] = value
        if value <= 24:
            classes["HOUR"] = value
        if len(text) == 2:
            classes["YY"] = value
    if len(text) == 4:
        if value in YEARS:
            classes["YEAR"] = value
        if value // 100 < 24 and value % 100 < 60:
            classes["MILITARY"] = text
    return classes


def glued(text: str) -> dict[str, Any]:
    """Digits that follow a letter at once: a day ("BRUSSELS12 March") or a fiscal year ("FY24")."""
    classes: dict[str, Any] = {}
    if len(text) <= 2 and 1 <= int(text) <= 31:
        classes["GLUED"] = int(text)
    if len(text) == 2:
        classes["GLUEDYY"] = int(text)
    if len(text) == 4 and int(text) in YEARS:
        classes["GLUEDYEAR"] = int(text)
    return classes


def ordinal(text: str) -> dict[str, Any]:
    """2nd, 21st, 1er."""
    value = int("".join(filter(str.isdigit, text)))
    return {"ORD": value, "ORDDAY": value} if 1 <= value <= 31 else {"ORD": value}


def big(text: str) -> dict[str, Any]:
    """1,200 and 2.5 (English), 2,5 (French): a count."""
    mark = text[-3] if len(text) > 3 and not text[-3].isdigit() else ""
    digits = text.replace("\u00a0", "").replace("\u202f", "")
    head, comma, tail = digits.replace(".", ",").rpartition(",")
    value: float | None
    if len(tail) == 3 or "," in head or len(head) > 6 or len(tail) > 6:
        value = None
    else:
        value = float(f"{head}.{tail}") if comma else float(tail or 0)
    classes: dict[str, Any] = {"DIGITS": text}
    if value is not None:
        classes["NUM"] = value
        if mark == "." and 0 <= int(head) < 24 and int(tail) < 60:
            classes["DOTTED"] = text
    return classes


def fraction(text: str) -> dict[str, Any]:
    """1/2, 3/4."""
    return {"FRACTION": int(text[0]) / int(text[2])}


def number_classes() -> Iterator[set[str]]:
    """Every set of classes that a number can have."""
    for sample in ("0", "1", "01", "13", "24", "25", "31", "32", "99", "199", "0700", "0760", "1300", "1360"):
        yield set(integer(sample))
    for sample in ("1998", "1930", "2000", "2030", "2099", "2460", "1430", "3000", "12345", "00", "1460"):
        yield set(integer(sample))
    for sample in ("1", "12", "60", "199", "1998", "3000"):
        yield set(glued(sample))
    yield from (
        {"ORD", "ORDDAY"},
        {"ORD"},
        {"DIGITS"},
        {"DIGITS", "NUM"},
        {"DIGITS", "NUM", "DOTTED"},
    )
    yield from ({"ISO"}, {"NUMDATE"}, {"CLOCK"}, {"HCLOCK"}, {"DECADE"}, {"AMPM"}, {"FRACTION"})
