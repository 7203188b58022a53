"""The parties that own a noun: "Xi's visit", "his talks", "the visit that the King was to pay"."""

from dataclasses import replace

from dragoman.coding.engagements.enumerations import read_span
from dragoman.coding.engagements.party import Party, unique
from dragoman.coding.engagements.phrases import Reader
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence


def possessors(reader: Reader, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return the parties named before a noun: "Xi's visit", "his talks", "U.S.-China summit"."""
    units = sentence.units
    lexicon = reader.lexicon
    out: list[Party] = []
    k = trigger.first - 1
    floor = max(-1, trigger.first - 9)
    while k > floor:
        unit = units[k]
        sort = next((w for w in lexicon.words["classifying"] if unit.low.endswith(w)), None)
        if sort is not None:
            nation = next((a.country for a in unit.actors if a.country), None)
            if nation is not None and unit.low != sort:  # "India-Oman Foreign Office Consultations"
                span = reader.span(unit)
                out = [Party(nation, span=span, label=span.text[: -len(sort)].strip()), *out]
            k -= 1
            continue
        if unit.states:  # "the C5+1 Leaders' Summit"
            phrase = reader.read(sentence, k)
            return unique([*(phrase.parties if phrase else ()), *out])
        if unit.actors or (
            unit.place is not None
            and k
            and (
                units[k - 1].low in ("-", "–", "—")
                or (k + 1 < len(units) and units[k + 1].low in ("-", "–", "—", "'s"))
            )
        ):
            joined = units[k - 1].low in ("-", "–", "—", "/") if k else False
            owner = units[k + 1].low in ("'s", "'") or unit.low.endswith(("'s", "s'"))
            if owner or joined or k + 1 == trigger.first or units[k + 1].low in ("-", "–", "—", "/"):
                phrase = reader.read(sentence, k, group_place=True)
                if phrase is not None:
                    out = [*phrase.parties, *out]
                if owner and not joined:
                    return unique([*_more_owners(reader, sentence, k), *out])
                k -= 1
                continue
            return unique(out)
        plural = unit.low in ("'s", "'") and k > 1 and lexicon.has("plural_anaphors", units[k - 1].low)
        if plural and not out and (lexicon.has("two", units[k - 2].low) or units[k - 2].low == "the"):
            return unique(reader.cast.they(units[k - 1].low))  # "the two officials' talks"
        if k + 1 == trigger.first and _apart(reader, sentence, k):
            return unique(out)
        if unit.low in ("-", "–", "—", "/", "'s", "'"):
            k -= 1
            continue
        if lexicon.has("possessive", unit.low):
            many = lexicon.has("they", unit.low) or unit.low in ("leur", "leurs")
            own = _several(reader, sentence, k) if many else []
            if own:
                return unique([*own, *out])
            if lexicon.has("its", unit.low):
                return unique([*_it(reader, sentence, k), *out])
            him = [] if many else _him(reader, sentence, k, guest=trigger.trip)
            return unique([*(reader.cast.they() if many else him), *out])
        nation = reader.country(unit) if not unit.named else None
        if (
            nation is not None
            and k + 1 < len(units)
            and (units[k + 1].low in ("-", "–") or (k and units[k - 1].low in ("-", "–")))
        ):
            span = reader.span(unit)
            out = [Party(nation, span=span, label=span.text), *out]
        elif (
            unit.pos not in ("ADJ", "NOUN", "NUM", "PROPN", "ADV")
            and unit.time is None
            and unit.tag not in ("VBN", "VBG")
        ):
            return unique(out)
        k -= 1
    return unique(out)


def _apart(reader: Reader, sentence: Sentence, k: int) -> bool:
    """Say whether a dash at unit `k` sets the place of an entry apart: "Berlin – Meeting with X"."""
    dash = sentence.units[k]
    around = reader.text[dash.start - 1 : dash.end + 1]
    return dash.low in ("-", "–", "—") and around.strip() == dash.low and len(around) == len(dash.low) + 2


def _more_owners(reader: Reader, sentence: Sentence, k: int) -> list[Party]:
    """Read "A and B's": the owners joined to the one at unit `k`."""
    units = sentence.units
    out: list[Party] = []
    while k > 1 and units[k - 1].low in ("and", "et", "&", ",") and units[k - 2].actors:
        phrase = reader.read(sentence, k - 2)
        out = [*(phrase.parties if phrase else ()), *out]
        k -= 2
    return out


def objects(reader: Reader, sentence: Sentence, verb: int, end: int) -> list[Party]:
    """Return the persons that are the object of a verb: "told Wang Yi in a call"."""
    units = sentence.units
    k = verb + 1
    while k < min(verb + 4, end):
        if units[k].actors and units[k].actors[0].kind in ("person", "office"):
            phrase = reader.read(sentence, k)
            return list(phrase.parties) if phrase else []
        if units[k].pos == "ADP" and units[k].low not in ("à", "to"):
            return []
        k += 1
    return []


def _several(reader: Reader, sentence: Sentence, k: int) -> list[Party]:
    """Return the persons who are the subject before "their": "A, B and C have ended their own meeting"."""
    units = sentence.units
    verb = next((j for j in range(k) if units[j].pos in ("VERB", "AUX") and not units[j].named), 0)
    if not any(reader.lexicon.has("and", u.low) for u in units[:verb]) or units[0].pos in ("ADP", "SCONJ"):
        return []
    found = [p for p in read_span(reader, sentence, 0, verb) if p.person]
    return found if len({p.code for p in found}) > 1 else []


def _it(reader: Reader, sentence: Sentence, k: int) -> list[Party]:
    """Resolve "its": the state or organisation named before it in its sentence."""
    for j in range(k - 1, -1, -1):
        if any(a.kind in ("state", "organisation", "group") for a in sentence.units[j].actors):
            phrase = reader.read(sentence, j)
            return list(phrase.parties[:1]) if phrase else []
    return []


def _him(reader: Reader, sentence: Sentence, k: int, *, guest: bool) -> list[Party]:
    """Resolve "his": the sentence's own subject before it, else the last subject.

    The visit of a `guest` is his who was named last: "Biden received Modi on his first visit", if it
    is not what the subject does: "Maduro, who was to have met Lula, called off his trip".
    """
    own = reader.own_subject(sentence, k) if not guest or _done(sentence, k) else None
    if own is not None:
        return list(own.parties[:1])
    for j in range(k - 1, -1, -1):
        unit = sentence.units[j]
        persons = [a for a in unit.actors if a.kind in ("person", "office")]
        if persons:
            phrase = reader.read(sentence, j)
            return list(phrase.parties[:1]) if phrase else []
    return reader.cast.he()


def mark(parties: list[Party], side: str) -> list[Party]:
    """Return `parties` as of one side."""
    return [replace(p, side=side) for p in parties]


def _done(sentence: Sentence, k: int) -> bool:
    """Say whether the noun of a possessive is the object of the verb right before it: "called off his"."""
    before = [u for u in sentence.units[max(0, k - 2) : k] if not u.named]
    if not before:
        return False
    particle = before[-1].tag == "RP" and len(before) > 1
    return before[-2 if particle else -1].pos == "VERB"
