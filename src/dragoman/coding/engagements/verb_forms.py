"""Whether a word of the lexicon stands as a verb: small parsers mistake "visits", "hosts" and "meeting"."""

from dragoman.coding.engagements.lexicon import Lexicon, Verb
from dragoman.coding.engagements.units import Unit


def is_verb(lexicon: Lexicon, units: list[Unit], i: int, verb: Verb, form: str) -> bool:
    """Tell a verb from a noun or adjective of the same form, by the word before and the tag."""
    unit = units[i]
    before = units[i - 1] if i else None
    noun = unit.low in lexicon.nouns or (lexicon.language == "fr" and unit.pos == "NOUN")
    noun = noun and not verb.tenses <= {"fut", "cond"}
    if _after_auxiliary(lexicon, units, i, verb):
        return True
    if not noun:
        if unit.pos == "NOUN" and lexicon.language == "en":
            if before is not None and any(a.kind in ("person", "office") for a in before.actors):
                following = units[i + 1].low if i + 1 < len(units) else ""
                ahead = units[i + 1] if i + 1 < len(units) else None
                person = ahead is not None and any(a.kind == "person" for a in ahead.actors)
                person = person or (ahead is not None and ahead.time is not None and verb.frame == "go")
                return form in ("title", "header") or (
                    unit.low.endswith("s") and (following in verb.needs or person)
                )  # "Paris: Macron hosts Pashinyan"
            return before is not None and before.named and form in ("title", "header")
        return not (before is not None and before.pos == "DET" and unit.pos in ("ADJ", "NOUN"))
    if before is None:
        return (form == "entry" and unit.pos == "VERB") or _opens(lexicon, units, verb)
    if before.pos in ("DET", "ADJ", "NUM") or lexicon.has("possessive", before.low):
        return False
    if before.low in ("'s", "'", "of", "de", "d'", "for", "after", "before", "phone", "telephone", "-"):
        return (
            unit.low.endswith("ing")
            and before.low in ("after", "before", "for")
            and len(units) > i + 1
            and (bool(units[i + 1].actors) or units[i + 1].low in ("with", "his", "her"))
        )
    if unit.low == "meeting" and unit.tag == "VBG" and before.low == "," and i + 1 < len(units):
        return units[i + 1].low in ("in", "at", "with", "on", "for") or units[i + 1].named
    if verb.lemma == "meet" and unit.low == "meeting":
        return lexicon.has("be", before.low) or lexicon.has("to", before.low)
    if lexicon.has("to", before.low) or lexicon.has("future", before.low) or before.low in ("se", "s'", "y"):
        return True
    if lexicon.has("modal", before.low) or lexicon.has("would", before.low):
        return True
    if unit.pos in ("VERB", "AUX"):
        return True
    # "Xi visits Moscow": a name before, a name or a preposition of the verb behind.
    ahead = units[i + 1] if i + 1 < len(units) else None
    tail = ahead is not None and (ahead.named or ahead.low in verb.needs)
    closed = before.low == "," and i > 1 and any(a.kind == "person" for a in units[i - 2].actors)
    if closed and lexicon.language == "fr" and ahead is not None and (tail or ahead.pos in ("DET", "ADP")):
        return True  # "l'ambassadrice au Niger, X, rencontre des responsables"
    if verb.lemma == "meet" and before.actors and ahead is not None and _several(lexicon, units, i):
        return ahead.time is not None or lexicon.has("locating", ahead.low)  # "A and B meet in Luanda"
    return (before.named and tail and not noun) or bool(before.actors and tail and unit.low.endswith("s"))


def _several(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether two who are joined stand right before unit `i`: "A and B", "A, B"."""
    link = next((k for k in range(i - 2, max(-1, i - 6), -1) if lexicon.has("and", units[k].low)), 0)
    return link > 0 and units[link - 1].named


def _after_auxiliary(lexicon: Lexicon, units: list[Unit], i: int, verb: Verb) -> bool:
    """Say whether only a time stands between an auxiliary and a form: "will on Wednesday exchange views"."""
    k = i - 1
    while k > 0 and (units[k].time is not None or units[k].low in ("on", "in", "at", ",")):
        k -= 1
    apart = 0 <= k < i - 1 and any(u.time is not None for u in units[k + 1 : i])
    return (
        apart
        and "inf" in verb.tenses
        and any(lexicon.has(w, units[k].low) for w in ("future", "to", "modal"))
    )


def _opens(lexicon: Lexicon, units: list[Unit], verb: Verb) -> bool:
    """Say whether a participle opens a sentence: "Meeting in Doha, A and B agreed to"."""
    if verb.lemma != "meet" or len(units) < 6 or not units[0].low.endswith("ing"):
        return False
    person = any(a.kind in ("person", "office") for a in units[1].actors)
    if not (person or lexicon.has("locating", units[1].low) or units[1].time is not None):
        return False
    comma = next((k for k, u in enumerate(units[:12]) if u.low == ","), None)
    return comma is not None and not any(u.pos in ("VERB", "AUX") and not u.named for u in units[1:comma])
