"""Whether one who sees another meets him: "is to see the King", "saw President X", "to see each other"."""

from dragoman.coding.engagements.lexicon import Lexicon, Verb
from dragoman.coding.engagements.units import Unit


def planned_person(lexicon: Lexicon, units: list[Unit], i: int, verb: Verb) -> bool:
    """Say whether a verb as wide as "see" is about to have a person for its object."""
    if lexicon.language == "fr" and "part" in verb.tenses and _saw(lexicon, units, i):
        return True
    if lexicon.language == "en" and verb.lemma == "see" and verb.tenses & {"past", "part"}:
        return _saw_official(units, i)
    if not verb.tenses & {"inf", "fut", "ing"}:
        return False
    lead = [u.low for u in units[max(0, i - 3) : i]]
    ahead = next(
        (u for u in units[i + 1 : i + 5] if u.time is None and u.pos not in ("DET", "ADJ", "PRON", "NOUN")),
        None,
    )
    planned = "fut" in verb.tenses or any(lexicon.has("future", w) or lexicon.has("to", w) for w in lead)
    planned = planned or any(lexicon.has("links", w) for w in lead)
    if "ing" in verb.tenses and lead:  # "a day before seeing his counterpart X"
        planned = planned or any(lexicon.has(w, lead[-1]) for w in ("sooner_than", "later_than"))
    if units[i].tag == "VB" and lead[-1:] == ["and"]:  # "is to visit Oslo and see the King"
        planned = planned or any(u.tag == "VB" for u in units[max(0, i - 12) : i])
    if planned and one_another(units, i):
        return True
    return planned and ahead is not None and any(a.kind in ("person", "office") for a in ahead.actors)


def _saw(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether someone has seen a counterpart: "a vu mardi à Damas son homologue syrien"."""
    if not any(lexicon.has("have", u.low) for u in units[max(0, i - 3) : i]):
        return False
    for k in range(i + 1, min(i + 7, len(units))):
        if lexicon.has("counterpart", units[k].low) or lexicon.has("counterpart", units[k].low.split()[0]):
            return True
        if not units[k].named and units[k].pos not in ("DET", "ADP", "ADJ", "ADV", "PRON"):
            return False
    return False


def _saw_official(units: list[Unit], i: int) -> bool:
    """Say whether someone saw somebody in office, or two each other: "saw Prime Minister X in Islamabad"."""
    if one_another(units, i):
        return True
    ahead = units[i + 1] if i + 1 < len(units) else None
    titled = ahead is not None and any(
        a.kind == "person" and a.role and not ahead.low.startswith(a.name.lower().split()[0])
        for a in ahead.actors
    )
    behind = units[i + 2] if i + 2 < len(units) else None
    aside = behind is not None and (behind.low in ("as", "'s", "'") or behind.pos in ("VERB", "AUX", "ADJ"))
    where = any(u.place is not None or u.time is not None for u in units)
    return titled and where and not aside


def one_another(units: list[Unit], i: int) -> bool:
    """Say whether a verb's object are its subjects: "to see one another"."""
    return [u.low for u in units[i + 1 : i + 3]] in (["one", "another"], ["each", "other"])
