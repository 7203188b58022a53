"""Sides that a name joins: "the China-Arab States Summit", "the Joint Commission of Brazil and Argentina"."""

import re
from collections.abc import Sequence
from functools import cache

from dragoman.authority.organisations import organisation_index
from dragoman.authority.states import lookup_state, states
from dragoman.coding.engagements.party import Party, country_of
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import table
from dragoman.model import Span

LEAD = 60  # characters before a noun in which the names of its sides stand
LONGEST = 3  # words that a side has at most
BODIES = {"UNO": "UN", "EUR": "EU"}

_PAIR = re.compile(r"([\w.&’']+)[-–—/]([\w.&’']+(?: [\w.&’']+){0,7})\s*$", re.UNICODE)
_JOINED = re.compile(r"[\w.]+(?: [\w.]+)?[-–—/][\w.]+")
_WORDS = re.compile(r"[^\W\d_][\w.]*")


@cache
def _regions(language: str) -> dict[str, str]:
    return {fold(r["name"]): r["code"] or "" for r in table("groupings") if r["language"] == language}


def _side(words: str, language: str) -> tuple[bool, str | None]:
    """Say whether words name a side, and the state or organisation that it is."""
    code = country_of(words, language)
    if code is not None:
        return True, code
    region = _regions(language).get(fold(words))
    if region is not None:
        return True, region or None
    if words[:1].isupper():
        for start, end, found in organisation_index(language).find(words):
            if start == 0 and end == len(words):
                one = found[0]
                return True, BODIES.get(one.code) or one.acronym or one.name
    return False, None


def paired(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the two sides that stand joined before a noun: "the first China-Arab States Summit"."""
    first = sentence.units[trigger.first].start
    start = max(sentence.start, first - LEAD)
    match = _PAIR.search(scene.text[start:first])
    if match is None:
        return []
    between = [u for u in sentence.units[: trigger.first] if u.start >= start + match.start()]
    if any((u.pos in ("VERB", "AUX") and not u.named) or u.time is not None for u in between):
        return []
    if any(a.kind in ("person", "office") for u in between for a in u.actors):
        return []
    language = scene.lexicon.language
    left, right = match[1].removesuffix("'s"), match[2].split()
    one, code = _side(left, language)
    for size in range(min(LONGEST, len(right)), 0, -1):
        words = " ".join(right[:size])
        other, second = _side(words, language)
        if one and other and second != code:
            at = start + match.start(1)
            end = start + match.start(2) + len(words)
            return [
                _party(code, Span(at, at + len(left), left)),
                _party(second, Span(end - len(words), end, words)),
            ]
    return []


def _party(code: str | None, span: Span) -> Party:
    return Party(code, span=span, label=None if code in states() else span.text)


def split_bodies(parties: Sequence[Party], scene: Scene) -> list[Party]:
    """Return `parties` with a body of two states as the two: "the India-Oman Joint Commission"."""
    out: list[Party] = []
    for one in parties:
        if out and one.code is None and not one.person and _inside(out[-1], one):
            continue  # "the IGAD Assembly of Heads of State" is IGAD
        sides = _states_in(scene, one)
        out += [Party(c, inferred=one.inferred, side=one.side, span=one.span) for c in sides] or [one]
    return out


def _inside(body: Party, part: Party) -> bool:
    """Say whether a body's name is directly followed by that of a part of it."""
    if body.span is None or part.span is None or body.code is None or body.person:
        return False
    return 0 <= part.span.start - body.span.end <= 1


def _states_in(scene: Scene, one: Party) -> list[str]:
    if one.actor is None or one.actor.kind not in ("organisation", "group") or one.span is None:
        return []
    start, end = one.span.start, one.span.end
    while start and (scene.text[start - 1].isalnum() or scene.text[start - 1] in "-–."):
        start -= 1
    text = scene.text[start:end]
    joined = _JOINED.search(text)
    if joined is not None:
        sides = [_side(half, scene.lexicon.language) for half in re.split("[-–—/]", joined[0], maxsplit=1)]
        if all(known and code for known, code in sides):
            return list(dict.fromkeys(code for _, code in sides if code))
    if re.search(r"\b(?:of|between|entre|de)\b.*\b(?:and|et)\b", text) is None:
        return []
    words = _WORDS.findall(text)
    found = [
        row.country
        for size in (2, 1)
        for k in range(len(words) - size + 1)
        for row in lookup_state(" ".join(words[k : k + size]), scene.lexicon.language)
        if row.form != "capital"
    ]
    both = list(dict.fromkeys(found))
    return both if len(both) == 2 else []
