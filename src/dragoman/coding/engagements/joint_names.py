"""Two sides behind a French noun as one word: "sommet franco-allemand", "dialogue UE-Maroc"."""

import re
from functools import cache

from dragoman.authority.states import lookup_state
from dragoman.coding.engagements.party import Party, country_of, unique
from dragoman.coding.engagements.phrases import Reader
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence
from dragoman.lexicon.tables import table
from dragoman.model import Span

_NAMED = re.compile(
    r"\s(?:[a-zé]\S+ ){0,3}((?:Union|Ligue) \w+|[A-ZÉÎ][\w’']+)\s?[-–]\s?"
    r"((?:Union|Ligue) \w+|[A-ZÉÎ][\w’']+(?: d(?:u|e) \w+)?)"
)
_JOINT = re.compile(r"\b([a-zà-ÿ]{3,})[-–]([a-zà-ÿ]{3,}(?:-[a-zà-ÿ]+)?)")
_DASHES = ("-", "–", "—", "/")


@cache
def _prefixes() -> dict[str, str]:
    return {row["prefix"]: row["code"] for row in table("fr/joined_nations")}


def _named_pair(reader: Reader, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return two states or bodies by their names: "Sommet Union européenne-Ukraine"."""
    start = sentence.units[trigger.at].end
    match = _NAMED.match(reader.text[start : min(start + 80, sentence.end)])
    if match is None:
        return []
    out: list[Party] = []
    for n in (1, 2):
        name = match[n]
        code = _prefixes().get(name.lower())
        code = code or next(
            (r.country for r in lookup_state(name, "fr") if r.form in ("name", "alias")), None
        )
        if code is None:
            return []
        span = Span(start + match.start(n), start + match.end(n), name)
        out.append(Party(code, span=span))
    return out


def joint(reader: Reader, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the sides behind a French noun as one word: "sommet franco-allemand", "dialogue UE-Maroc"."""
    if reader.lexicon.language != "fr":
        return []
    units = sentence.units
    named = _named_pair(reader, sentence, trigger)
    if named:
        return named
    k = trigger.at + 1
    while (
        k < min(trigger.at + 5, len(units)) and not units[k].named and units[k].pos in ("ADJ", "NOUN", "ADP")
    ):
        k += 1
    text = reader.text[units[trigger.at].end : units[min(k + 2, len(units) - 1)].end]
    for match in _JOINT.finditer(text):
        first, second = _prefixes().get(match[1]), country_of(match[2], "fr")
        if first and second:
            start = units[trigger.at].end + match.start()
            span = Span(start, start + len(match[0]), match[0])
            return [Party(first, span=span), Party(second, span=span)]
    out: list[Party] = []
    while k + 2 < len(units) and units[k].named and units[k + 1].low in _DASHES and units[k + 2].named:
        for i in (k, k + 2):
            phrase = reader.read(sentence, i, group_place=True)
            body = _prefixes().get(units[i].low)
            if body is not None and not units[i].actors:
                out.append(Party(body, span=reader.span(units[i])))
            else:
                out += phrase.parties if phrase is not None else ()
        k += 2
    return unique(out) if len(out) > 1 else []
