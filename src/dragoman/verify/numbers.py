"""Quantities: found in both texts, compared as values and not as words.

"1,100", "about 1,100" and "1 100" are one value; "more than 1,000" is true of 1,100. Numbers that
belong to dates, names, resolutions and headings are left to those who read them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import toml
from dragoman.verify.finding import Finding
from dragoman.verify.prepared import Fact, Prepared
from dragoman.verify.report import contradiction, missing
from dragoman.verify.slots import ENOUGH, Match, Verdict, Weights, judge

_DIGITS = re.compile(
    r"(?<![\w.,/-])\d{1,3}(?:[,.\u00a0\u202f ]\d{3})+(?:[.,]\d+)?(?![\w/])|(?<![\w.,/-])\d+(?:[.,]\d+)?"
)
ROUNDING = 0.06  # "about 1,100" is true of 1,050 to 1,160: what writers round by


@dataclass(frozen=True)
class Quantity:
    """A number as stated: its value, how it relates to the true one, and what it counts.

    `length` marks a length of time, which a brief may work out for itself ("after five days").
    """

    value: float
    relation: str
    unit: str
    in_words: bool
    length: bool = False


@cache
def _words(language: str) -> dict[str, float]:
    known = toml(f"{language}/quantities")
    return {fold(word): float(value) for word, value in known["words"].items()}


@cache
def _multipliers(language: str) -> dict[str, float]:
    return {fold(word): float(v) for word, v in toml(f"{language}/quantities")["multipliers"].items()}


@cache
def _units(language: str) -> dict[str, str]:
    return {fold(w): unit for unit, ws in toml(f"{language}/quantities")["units"].items() for w in ws}


@cache
def _relations(language: str) -> tuple[tuple[str, str], ...]:
    table = toml(f"{language}/quantities")["relations"]
    return tuple((fold(w), relation) for relation, words in table.items() for w in words)


def _value(digits: str, language: str) -> float:
    mark = toml(f"{language}/quantities")["decimal"]
    groups = re.split(r"[,.\u00a0\u202f ]", digits)
    if len(groups) > 1 and all(len(g) == 3 for g in groups[1:]) and len(groups[0]) <= 3 and groups[0] != "0":
        last = re.findall(r"[,.\u00a0\u202f ]", digits)[-1]
        if len(groups) > 2 or last != mark:
            return float("".join(groups))
    bare = re.sub(r"[\u00a0\u202f ]", "", digits)
    other = "," if mark == "." else "."
    whole = bare.replace(other, "") if mark in bare else bare.replace(other, ".")
    return float(whole.replace(mark, ".")) if whole.count(mark) <= 1 else float("".join(groups))


def _blocked(text: Prepared) -> list[tuple[int, int]]:
    """Spans whose numbers belong to something else: dates, times, names of people and bodies."""
    spans = [(_first_day(text.document.text, t.start), t.end) for t in text.found.times]
    spans += [(m.start, m.end) for a in text.found.actors if a.kind != "group" for m in a.mentions]
    return sorted(spans)


def _first_day(content: str, start: int) -> int:
    """Where a date begins whose first days stand before it: "on 7 and 8 February"."""
    days = re.search(
        r"\d{1,2}(?:, \d{1,2})* (?:and|et|or|ou|to|au|-|–) $", content[max(0, start - 24) : start]
    )
    return start - len(days.group()) if days else start


def quantities(text: Prepared) -> Iterator[Fact]:
    """Yield the quantities of a text, each with the words from the number to its unit."""
    yield from _durations(text)
    language = text.document.language
    blocked = _blocked(text)
    content = text.document.text
    words, multipliers = _words(language), _multipliers(language)
    tokens = [t for t in text.doc if t.text.strip()]
    at = 0
    while at < len(tokens):
        token = tokens[at]
        start, end = token.idx, token.idx + len(token)
        digits = _DIGITS.match(content, start)
        spelt = fold(token.text)
        first = at
        if digits and digits.end() > start:
            value, in_words = _value(digits.group(), language), False
            end = digits.end()
            at += 1
            while at < len(tokens) and tokens[at].idx < end:
                at += 1
        elif spelt in words:
            value, in_words, at = words[spelt], True, at + 1
            if at + 1 < len(tokens) and tokens[at].text == "-" and fold(tokens[at + 1].text) in words:
                value += words[fold(tokens[at + 1].text)]
                end = tokens[at + 1].idx + len(tokens[at + 1])
                at += 2
        else:
            at += 1
            continue
        while at < len(tokens) and fold(tokens[at].text) in multipliers:
            if fold(tokens[at].text) in {"m", "k"} and tokens[at].idx != end:
                break
            value *= multipliers[fold(tokens[at].text)]
            end = tokens[at].idx + len(tokens[at])
            at += 1
        if any(s < end and start < e for s, e in blocked) or _is_label(content, start, end):
            continue
        relation = _relation(content, start, language)
        unit = _unit(tokens, first, at, language)
        yield text.fact(start, end, Quantity(value, relation, unit, in_words))


def _durations(text: Prepared) -> Iterator[Fact]:
    """The lengths of time, by their TIMEX3 value: "48 hours" and "two days" are one."""
    for expression in text.found.times:
        match = re.fullmatch(r"P(T?)(\d+(?:\.\d+)?)([YMWDH])", expression.value or "")
        if expression.type == "DURATION" and match:
            unit = match.group(1) + match.group(3)
            hours = {"TH": 1, "D": 24, "W": 168}.get(unit)
            value = float(match.group(2)) * (hours or 1)
            stated = Quantity(value, "exact", "hours" if hours else unit, False, length=True)
            yield text.fact(expression.start, expression.end, stated)


def _is_label(content: str, start: int, end: int) -> bool:
    """A number that names rather than counts: "resolution 2690 (2023)", "1.", "Article 5", "No. 3"."""
    line = content.rfind("\n", 0, start) + 1
    before, after = content[line:start], content[end : end + 2]
    if not before.strip() and after[:1] in ".)":
        return True
    word = re.search(r"([^\W\d_]+)\.?\s*$", before)
    stated = [words for language in ("en", "fr") for words, _ in _relations(language)]
    if word and fold(word.group(1)) in stated:
        return False
    if word and word.group(1)[:1].isupper() and before[: word.start()].strip() and len(word.group(1)) > 2:
        return True
    return bool(
        re.search(r"(?i)\b(?:resolution|résolution|article|no|n°|annex|chapter|page)\.?\s*$|\($", before)
    )


def _relation(content: str, start: int, language: str) -> str:
    before = fold(content[max(0, start - 24) : start]).rstrip("$€£¥ ")
    for words, relation in _relations(language):
        if before.endswith(words) and before[: -len(words)][-1:] in ("", " ", "(", "-"):
            return relation
    return "exact"


def _unit(tokens: Sequence[object], first: int, after: int, language: str) -> str:
    """The noun that is counted, or the currency sign, by its lemma."""
    units = _units(language)
    before = getattr(tokens[first - 1], "text", "") if first else ""
    if fold(before) in units or before in units:
        return units.get(fold(before)) or units[before]
    for token in tokens[after : after + 4]:
        text = fold(getattr(token, "text", ""))
        raw = getattr(token, "text", "")
        if raw in units or text in units:
            return units.get(text) or units[raw]
        if getattr(token, "pos_", "") in {"NOUN", "PROPN"}:
            return fold(getattr(token, "lemma_", ""))
        if getattr(token, "pos_", "") not in {"ADJ", "ADP", "DET", "PUNCT", "VERB"}:
            break
    return ""


def _clash(a: str, b: str) -> bool:
    """Whether two units measure one thing differently (euros and dollars, megawatts and gigawatts)."""
    scales = toml("en/quantities")["scales"].values()
    return a != b and any(a in scale and b in scale for scale in scales)


def compatible(brief: Quantity, source: Quantity) -> bool:
    """Whether what the brief states of a number is true if the source is."""
    if _clash(brief.unit, source.unit):
        return False
    if brief.value == source.value:
        return True
    if brief.relation == "above":
        return brief.value <= source.value <= brief.value * 1.5
    if brief.relation == "below":
        return brief.value * 0.6 <= source.value <= brief.value
    if brief.relation == "about" or source.relation == "about":
        return abs(brief.value - source.value) <= ROUNDING * max(brief.value, source.value)
    return False


def check_numbers(brief: Prepared, sources: Sequence[Prepared], weights: Weights) -> Iterator[Finding]:
    """Compare the quantities of the brief with those of its sources."""
    rivals = [(source, fact) for source in sources for fact in source.once(quantities)]
    for fact in brief.once(quantities):
        stated: Quantity = fact.value
        like = [
            (s, f)
            for s, f in rivals
            if not stated.unit
            or not f.value.unit
            or f.value.unit == stated.unit
            or _clash(stated.unit, f.value.unit)
        ]
        verdict = judge(fact, like, weights, compatible, brief.once(quantities))
        if stated.length and not verdict.supported and len(like) == 1:
            verdict = Verdict(False, Match(*like[0], ENOUGH))
        anywhere = any(compatible(stated, f.value) for _, f in rivals)
        if verdict.supported or (anywhere and verdict.rival is None):
            continue
        if verdict.rival is not None:
            yield contradiction("number", fact, verdict.rival, "The source gives another number")
        elif not (stated.in_words and stated.value <= 3) and not stated.length:
            yield missing("number", fact, "No source gives this number")
