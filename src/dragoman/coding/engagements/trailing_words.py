"""What the words behind a trigger do: end its clause, only qualify it, explain a town, open its object."""

from dragoman.coding.engagements.lexicon import Lexicon, small
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence, Unit


def ends_clause(lexicon: Lexicon, units: list[Unit], k: int) -> bool:
    """Say whether the clause of a trigger ends before unit `k`."""
    unit = units[k]
    if unit.low in (";", ":", "—", "–") or lexicon.has("relative", unit.low):
        return True
    if unit.pos == "AUX" or unit.tag in ("VB", "VBD", "VBZ", "VBP", "MD"):
        return not (units[k - 1].low in ("of", "the") if k else False)
    if unit.pos == "VERB" and lexicon.language == "fr":
        return unit.low not in lexicon.words["other_preps"]
    if unit.tag in ("VBN", "VBG"):
        if k and units[k - 1].low == ",":
            return True
        nxt = units[k + 1] if k + 1 < len(units) else None
        return not (nxt is not None and (nxt.pos in ("NOUN", "PROPN", "ADJ") or nxt.actors))
    return False


def stands(words: tuple[str, ...], units: list[Unit], k: int) -> bool:
    """Say whether `words` stand at unit `k`."""
    return tuple(u.low for u in units[k : k + len(words)]) == words


def qualifies(lexicon: Lexicon, units: list[Unit], k: int) -> bool:
    """Say whether a participle only qualifies the noun before it: "the talks held in A between"."""
    states = [s for s in lexicon.states.get(units[k].low, ()) if "part" in s.tenses]
    qualifying = {"plan", "light", "begin", "wish", "postpone", "cancel"}
    if not any(s.cls in qualifying for s in states):
        return False
    before = next((u for u in reversed(units[:k]) if not lexicon.has("adverbs", u.low)), None)
    return before is not None and not (lexicon.has("be", before.low) or lexicon.has("have", before.low))


def explains(units: list[Unit], k: int) -> bool:
    """Say whether a state only tells where a town lies: "met in Bali, Indonesia,"."""
    state = units[k].actors and all(a.kind == "state" for a in units[k].actors)
    town = units[k - 2].place if k > 1 and units[k - 1].low in (",", "(") else None
    return bool(state) and town is not None and town.country == units[k].actors[0].country


def late_object(lexicon: Lexicon, units: list[Unit], k: int) -> bool:
    """Say whether the object stands behind the place: "a reçu au siège du ministère l'ambassadeur de A"."""
    if lexicon.language != "fr" or not any(a.kind != "state" for a in units[k].actors):
        return False
    before, lead = units[k - 1], units[k - 2]
    return lexicon.has("definite", before.low) and (lead.named or lead.pos in ("NOUN", "ADJ", "PROPN"))


def owned(lexicon: Lexicon, trigger: Trigger, units: list[Unit], k: int) -> bool:
    """Say whether "of" names the visitor behind the goal: "la visite à Berlin du Premier ministre"."""
    if not trigger.trip or lexicon.language != "fr":
        return False
    goal = units[k - 1].place is not None or any(a.kind == "state" for a in units[k - 1].actors)
    return goal and not any(u.pos in ("VERB", "AUX") and not u.named for u in units[trigger.at + 1 : k])


def past_name(lexicon: Lexicon, sentence: Sentence, k: int) -> int:
    """Return the index behind the name after "of" ("President of Mali", "of a detained X")."""
    units = sentence.units
    at = k
    while at < min(k + 5, len(units)) and not units[at].named:
        if not small(lexicon, units[at].low) and units[at].pos not in ("ADJ", "NOUN", "VERB", "DET"):
            return k
        at += 1
    return min(at + 1, len(units)) if at < len(units) and units[at].named else k
