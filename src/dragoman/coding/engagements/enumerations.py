"""Parties named side by side: all those that a run of words names, and where the run around a name ends."""

from dataclasses import replace

from dragoman.coding.engagements.go_betweens import mediates
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.party import Party, unique
from dragoman.coding.engagements.phrases import Reader
from dragoman.coding.engagements.trailing_words import past_name
from dragoman.coding.engagements.units import Sentence, Unit


def around(reader: Reader, sentence: Sentence, head: int, first: int) -> list[Party]:
    """Read the subject that has unit `head` in it: to the left over "and", to the right to the verb."""
    units = sentence.units
    if head >= first:
        return []
    left = head
    if units[head].pos == "PRON" and not units[head].named:
        phrase = reader.read(sentence, head)
        beside = _companions(reader, sentence, phrase.end, first) if phrase else []
        return unique([*(phrase.parties if phrase else ()), *beside])
    while left > 0 and not _stops(reader.lexicon, units, left - 1):
        left -= 1
        if units[left].low == "," and _another_nation(reader, units, left):
            continue
        if units[left].low == "," and left + 1 == head and _headline(sentence) and units[left - 1].named:
            continue  # "Iran, Oman ministers meet"
        if units[left].low == "," and not any(reader.lexicon.has("joint", u.low) for u in units[left:first]):
            left += 1
            break
        if units[left].named and left and reader.lexicon.has("locating", units[left - 1].low):
            left += 1
            break
        if left == 1 and units[0].pos == "ADP" and units[1].named and units[2].named:
            left += 1  # "From Singapore Kallas went on to"
            break
        if (
            units[left].actors
            and left
            and reader.lexicon.has("governing", units[left - 1].low)
            and (units[left].actors[0].kind != "state" or mediates(reader.lexicon, units, left))
        ):
            left += 1
            break
    if (
        left
        and reader.lexicon.has("whom", units[left].low)
        and reader.lexicon.has("with", units[left - 1].low)
    ):
        left += 1  # "avec qui A s'est entretenu"
    return read_span(reader, sentence, left, first)


def _headline(sentence: Sentence) -> bool:
    """Say whether a sentence is a headline, where a comma stands for "and"."""
    return sentence.form in ("title", "header")


def _companions(reader: Reader, sentence: Sentence, k: int, right: int) -> list[Party]:
    """Return who is told beside a pronoun: "We, together with the ministers of A and B, have had talks"."""
    units = sentence.units
    beside = k + 2 < right and units[k].low == "," and reader.lexicon.has("alongside", units[k + 1].low)
    return read_span(reader, sentence, k + 2, right) if beside else []


def _another_nation(reader: Reader, units: list[Unit], comma: int) -> bool:
    """Say whether an adjective of nationality stands for an office: "et nigérien, B"."""
    if reader.lexicon.language != "fr" or comma < 2 or units[comma - 1].actors:
        return False
    link = units[comma - 2].low
    return reader.country(units[comma - 1]) is not None and (link == "," or reader.lexicon.has("joint", link))


def _stops(lexicon: Lexicon, units: list[Unit], k: int) -> bool:
    unit = units[k]
    if unit.actors or unit.place:
        return False
    if unit.time is not None:
        return True
    if unit.low in ("for", "to"):
        return not (k + 1 < len(units) and units[k + 1].named)
    if lexicon.has("inside", unit.low):
        return False
    return unit.pos not in ("NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "X")


def read_span(reader: Reader, sentence: Sentence, left: int, right: int) -> list[Party]:
    """Read the parties named by the units from `left` up to `right`."""
    units = sentence.units
    out: list[Party] = []
    k = left
    while k < right:
        unit = units[k]
        if reader.lexicon.has("of", unit.low) and out and reader.lexicon.has("joint", units[k - 1].low):
            k += 1  # "delegates of A and of B"
            continue
        if reader.lexicon.has("of", unit.low) and out:
            k = past_name(reader.lexicon, sentence, k + 1)
            continue
        if reader.lexicon.has("aside", unit.low) and not unit.named:
            k = past_name(reader.lexicon, sentence, k + 1)
            continue
        phrase = reader.read(sentence, k)
        if phrase is None or phrase.end > right:
            k += 1
            continue
        out += phrase.parties
        k = max(phrase.end, k + 1)
    out = _in_turn(out)
    persons = [p for p in out if p.named]
    if persons:
        out = [p for p in out if p.named or p.code not in {q.code for q in persons}]
    return unique(out)


def _in_turn(parties: list[Party]) -> list[Party]:
    """Give the persons behind a list of states each their own: "the envoys of A and B, X and Y"."""
    half = len(parties) // 2
    states, persons = parties[:half], parties[half:]
    if half < 2 or len(persons) != half or not all(p.person and p.code is None for p in persons):
        return parties
    if not all(p.code and not p.person for p in states):
        return parties
    return [replace(p, code=s.code, inferred=False) for p, s in zip(persons, states, strict=True)]


def respectively(parties: list[Party]) -> list[Party]:
    """Give persons the states of the offices told behind them: "A, B and C, ministers of X, Y and Z"."""
    persons = [p for p in parties if p.person]
    behind = parties[len(persons) :]
    states = [p.code for p in behind if p.code and p.actor is None]
    if len(persons) < 2 or not states or len(states) < len(behind) or any(not p.person for p in persons):
        return parties
    if any(p.person for p in behind):
        return parties
    free = [code for code in states if code not in {p.code for p in persons}]
    lost = [p for p in persons if p.code is None]
    if len(states) == len(persons):
        known = all(p.code in (None, code) for p, code in zip(persons, states, strict=True))
        return [replace(p, code=c) for p, c in zip(persons, states, strict=True)] if known else parties
    if len(free) == len(lost) == 1:
        return [replace(p, code=free[0]) if p is lost[0] else p for p in persons]
    return persons if not free else parties
