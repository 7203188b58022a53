"""Those whom an apposition tells of: names behind words that only point to them, participles behind names."""

from dragoman.coding.engagements.party import Party
from dragoman.coding.engagements.phrases import Reader
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence


def named_first(parties: list[Party]) -> list[Party]:
    """Drop those whom words only point to where names follow: "entre les ministres des deux pays, A et B"."""
    named = [p for p in parties if p.person and not p.inferred]
    return named if len({p.code for p in named}) > 1 and any(p.inferred for p in parties) else parties


def apposed(reader: Reader, sentence: Sentence, trigger: Trigger) -> list[Party]:
    """Return whom a French participle behind a comma tells of: "a accueilli B, arrivé mardi à A"."""
    units = sentence.units
    part = trigger.verb is not None and "part" in trigger.verb.tenses and trigger.frame in ("go", "host")
    if reader.lexicon.language != "fr" or not part or trigger.at < 2 or units[trigger.at - 1].low != ",":
        return []
    if not any(a.kind == "person" for a in units[trigger.at - 2].actors):
        return []
    phrase = reader.read(sentence, trigger.at - 2)
    return list(phrase.parties[-1:]) if phrase is not None else []
