"""Makes slips: one at a time, in a brief that is faithful to its source.

A slip is made by rule from words that stand in the brief (and, for names, in its source), so that
the altered brief is wrong in one known place. Nothing here asks the code under test.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

KINDS = (
    "date", "place", "number", "name", "role", "demonym", "organisation", "polarity",
    "direction", "status", "attribution", "quotation", "unsupported", "loaded", "omitted",
)  # fmt: skip
EN_MONTHS = "January February March April May June July August September October November December"
FR_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
MONTHS = "|".join((EN_MONTHS + " " + FR_MONTHS).split())
DATE = re.compile(rf"\b(?:(?P<m>{MONTHS}) (?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}}) (?:{MONTHS}))\b")
NUMBER = re.compile(r"(?<![\w.,-])\d[\d,. ]*\d(?![\w-])|(?<![\w.,-])\d+(?![\w-])")
PERSON = re.compile(r"\b[A-ZÀ-Ý][\w'’-]+(?: (?:al|bin|de|van|der|El|Al))?(?: [A-ZÀ-Ý][\w'’-]+)\b")
NO_PERSON = (
    r"(?i)minist|secretar|council|gener|union|state|nation|joint|north|south|east|black|press|presid|saudi|"
    r"zealand|strip|declar|mansion|headqu|agree|commun|commiss|congo|islands|arabia|forum|affairs|haut|africa|"
    r"house|court|games|talks|access|support|partnership|protect|bank|initiative|treaty|palace|palais|"
    r"force|^la |^le |^les "
)
STATES = re.compile(
    r"\b(?:Ethiopia|Egypt|Thailand|Myanmar|Qatar|Germany|Namibia|China|Canada|Japan|Kenya|Iraq|Oman)\b"
)
QUOTED = re.compile(r"[\"“«][^\"”»\n]*[\"”»]")
CITY = re.compile(r"\b(?:in|at|à|to) (?P<city>[A-ZÀ-Ý][\w'’-]+)\b(?! [A-Z])")


@dataclass(frozen=True)
class Slip:
    """A brief made wrong: the altered text, the kind of the slip, and where it stands now."""

    kind: str
    text: str
    start: int
    end: int
    removed: str = ""


@cache
def lexicon() -> dict[str, Any]:
    """What is put in place of what."""
    return tomllib.loads(Path(__file__).with_name("check_slips.toml").read_text(encoding="utf8"))


def _put(kind: str, text: str, start: int, end: int, new: str, pad: int = 0) -> Slip:
    return Slip(kind, text[:start] + new + text[end:], start + pad, start + len(new) - pad)


def slips(brief: str, source: str, language: str) -> Iterator[Slip]:
    """Yield the slips that can be made in `brief`, at most two a kind."""
    for kind in KINDS:
        made = 0
        for slip in globals()[f"_{kind}"](brief, source, language):
            if slip.text != brief:
                yield slip
                made += 1
            if made == 2:
                break


def _body(brief: str) -> int:
    """Where the text begins after the title."""
    return brief.find("\n\n") + 2 if "\n\n" in brief[:160] else 0


def _date(brief: str, source: str, language: str) -> Iterator[Slip]:
    for match in DATE.finditer(brief):
        group = "d1" if match["d1"] else "d2"
        day = int(match[group])
        new = str(day + 4 if day < 24 else day - 7)
        start, end = match.span()
        text = brief[: match.start(group)] + new + brief[match.end(group) :]
        yield Slip("date", text, start, end + len(new) - len(match[group]))


def _place(brief: str, source: str, language: str) -> Iterator[Slip]:
    for number, match in enumerate(CITY.finditer(brief)):
        city = match["city"]
        quoted = any(q.start() < match.start() < q.end() for q in QUOTED.finditer(brief))
        if (
            not quoted
            and re.search(rf"\b(?:in|at|à|to|held in|Bujumbura|,) {city}\b|^{city}[,:]", source, re.M)
            and not re.match(MONTHS, city)
        ):
            new = lexicon()["cities"][(len(brief) + number) % 10]
            yield _put("place", brief, *match.span("city"), new)


def _number(brief: str, source: str, language: str) -> Iterator[Slip]:
    for match in NUMBER.finditer(brief, _body(brief)):
        around = brief[max(0, match.start() - 12) : match.end() + 18]
        value = re.sub(r"\D", "", match.group())
        if re.search(MONTHS, around) or (
            len(value) == 4 and value[:2] in {"19", "20"} and "," not in match.group()
        ):
            continue
        if re.search(r"(?i)resolution|résolution|\d{2}/\d{2}|h\d\d", around):
            continue
        first = str((int(value[0]) + 3) % 9 + 1)
        yield _put("number", brief, *match.span(), first + match.group()[1:])


def _people(brief: str, source: str) -> Iterator[re.Match[str]]:
    for match in PERSON.finditer(brief, _body(brief)):
        if match.group() in source and not re.search(NO_PERSON, match.group()):
            yield match


def _name(brief: str, source: str, language: str) -> Iterator[Slip]:
    for match in _people(brief, source):
        words = match.group().split()
        surname = words[-1]
        if len(surname) > 4:
            at = len(surname) // 2
            slipped = surname[:at] + ("k" if surname[at] != "k" else "t") + surname[at + 1 :]
            yield _put("name", brief, *match.span(), " ".join([*words[:-1], slipped]))


def _swap(kind: str, table: str) -> Any:
    def make(brief: str, source: str, language: str) -> Iterator[Slip]:
        for found, new in lexicon()[language][table].items():
            pad = len(found) - len(found.lstrip())
            edge = "" if pad else r"\b"
            match = re.search(edge + re.escape(found) + edge, brief[_body(brief) :])
            if match:
                start = _body(brief) + match.start()
                yield _put(kind, brief, start, start + len(found), new, pad)

    return make


_role = _swap("role", "roles")
_demonym = _swap("demonym", "demonyms")
_organisation = _swap("organisation", "bodies")
_polarity = _swap("polarity", "negate")
_status = _swap("status", "told")


def _direction(brief: str, source: str, language: str) -> Iterator[Slip]:
    verbs = "thanked|received|urged|invited|told|accused|a reçu|a remercié|a invité|has sanctioned"
    names = {m.group() for m in _people(brief, source)} | {m.group() for m in STATES.finditer(brief)}
    for sentence in re.finditer(r"[^.\n]+\.", brief[_body(brief) :]):
        words = sentence.group()
        verb = re.search(rf"\b(?:{verbs})\b", words)
        names = {n for n in names if not re.search(rf"(?i)\b(?:le|la|les|l') ?{re.escape(n)}", words)}
        before = [n for n in names if verb and n in words[: verb.start()]]
        after = [n for n in names if verb and n in words[verb.end() :]]
        if len(before) == len(after) == 1 and before != after:
            text = (
                words.replace(before[0], "\0", 1).replace(after[0], before[0], 1).replace("\0", after[0], 1)
            )
            start = _body(brief) + sentence.start()
            yield Slip(
                "direction", brief[:start] + text + brief[start + len(words) :], start, start + len(text)
            )


def _attribution(brief: str, source: str, language: str) -> Iterator[Slip]:
    names = [m.group() for m in _people(brief, source)]
    said = r" (?:said|told|announced|stated)\b|,? (?:a déclaré|a annoncé)\b"
    for match in re.finditer(rf"([A-ZÀ-Ý][\w'’-]+(?: [A-ZÀ-Ý][\w'’-]+)?)(?={said})", brief):
        others = [n for n in names if match.group(1).split()[-1] not in n]
        alone = not re.search(r"\b(?:and|et) [^.,]*$", brief[: match.start(1)])
        if alone and others and any(match.group(1).split()[-1] in n for n in names):
            yield _put("attribution", brief, *match.span(1), others[-1])


def _quotation(brief: str, source: str, language: str) -> Iterator[Slip]:
    for match in re.finditer(r"[\"“«] ?([^\"”»\n]{15,}?) ?[\"”»]", brief):
        words = match.group(1).split()
        at = max(range(len(words)), key=lambda i: len(words[i]))
        words[at] = "altogether" if language == "en" else "toujours"
        yield _put("quotation", brief, *match.span(1), " ".join(words))


def _unsupported(brief: str, source: str, language: str) -> Iterator[Slip]:
    asides = lexicon()[language]["asides"]
    for number in (len(brief) % len(asides), (len(brief) + 2) % len(asides)):
        end = brief.rstrip().rfind("\n\n")
        at = end if end > _body(brief) else len(brief.rstrip())
        yield Slip(
            "unsupported",
            brief[:at] + " " + asides[number] + brief[at:],
            at + 1,
            at + 1 + len(asides[number]),
        )


def _loaded(brief: str, source: str, language: str) -> Iterator[Slip]:
    praise = lexicon()[language]["praise"]
    new = praise[len(brief) % len(praise)]
    at = _body(brief)
    yield Slip("loaded", brief[:at] + new + brief[at:], at, at + len(new))


def _omitted(brief: str, source: str, language: str) -> Iterator[Slip]:
    sentences = [m for m in re.finditer(r"[^\n.]+[^\n]*?[.](?=\s|$)", brief) if m.start() >= _body(brief)]
    if len(sentences) > 2:
        last = sentences[-1]
        yield Slip("omitted", brief[: last.start()] + brief[last.end() :], 0, 0, last.group())
