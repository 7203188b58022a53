"""Engagements told without a noun or verb of the lexicon: "agreed by telephone with X", "In Lima, A told B".

Also those of a row called by their number alone: "The first took place in Rome, the second is due in May".
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.engagements.lexicon import Lexicon, Noun, Verb
from dragoman.coding.engagements.units import Unit


def _person(unit: Unit) -> bool:
    return any(a.kind in ("person", "office") for a in unit.actors)


def by_phone(lexicon: Lexicon, units: Sequence[Unit], i: int) -> Noun | None:
    """Return the telephone as a call where its sentence has none: "agreed by telephone with X"."""
    lead = {u.low for u in units[max(0, i - 2) : i]}
    if not lexicon.has("telephone", units[i].low) or not any(lexicon.has("by_means", w) for w in lead):
        return None
    ahead = units[i + 1 : i + 6]
    joined = bool(ahead) and (lexicon.has("with", ahead[0].low) or lexicon.has("to", ahead[0].low))
    beyond = joined and any(_person(u) for u in ahead)
    before = sum(_person(u) or lexicon.has("he", u.low) or lexicon.has("she", u.low) for u in units[:i])
    before += 2 * any(lexicon.has("they", u.low) for u in units[:i])  # "they were on the phone on Friday"
    return Noun((units[i].low,), "call", "speech", False) if beyond or before > 1 else None


def guest_of(lexicon: Lexicon, units: Sequence[Unit], i: int) -> Noun | None:
    """Return being somebody's guest as a meeting: "he was President X's guest at the White House"."""
    if not lexicon.has("visitor", units[i].low) or not i or i + 1 >= len(units):
        return None
    if not any(lexicon.has("be", u.low) for u in units[max(0, i - 6) : i]):
        return None
    owner = units[i - 2] if i > 1 and units[i - 1].low in ("'s", "'") else None
    if owner is None and lexicon.has("of", units[i + 1].low):
        owner = next((u for u in units[i + 2 : i + 4] if u.named), None)
    return Noun((units[i].low,), "meeting", "event", False) if owner is not None and _person(owner) else None


def paid_on(lexicon: Lexicon, units: Sequence[Unit], i: int, noun: Noun) -> Noun:
    """Return a call that one pays on somebody as the meeting that it is: "paid a call on the king"."""
    ahead = [u.low for u in units[i + len(noun.words) : i + len(noun.words) + 1]]
    if noun.frame != "speech" or ahead != ["on"] or lexicon.language != "en":
        return noun
    if not i or units[i - 1].time is not None:  # "10:00 Call on the Speaker"
        return replace(noun, kind="meeting", frame="event")
    lead = (s.word for u in units[max(0, i - 5) : i] for s in lexicon.states.get(u.low, ()))
    return replace(noun, kind="meeting", frame="event") if "pay" in lead else noun


def discussed_there(lexicon: Lexicon, units: Sequence[Unit], i: int) -> Verb | None:
    """Return "discuss" as a meeting where someone discusses a matter with a person at a place."""
    if not lexicon.has("discussing", units[i].low) or units[i].pos not in ("VERB", "AUX"):
        return None
    tenses = {t for s in lexicon.states.get(units[i].low, ()) for t in s.tenses}
    verb = Verb("discuss", "meeting", "mutual", frozenset(), frozenset(tenses or {"past"}))
    if _two_persons(lexicon, units, i) and any(_place_at(lexicon, units, k) for k in range(len(units))):
        return verb
    with_ = next(
        (k for k in range(i + 1, min(i + 14, len(units))) if lexicon.has("with", units[k].low)), None
    )
    if with_ is None and _both_there(lexicon, units, i):
        return verb
    if with_ is None or any(u.pos in ("VERB", "AUX") and not u.named for u in units[i + 1 : with_]):
        return None
    if not any(_person(u) or lexicon.has("counterpart", u.low) for u in units[with_ + 1 : with_ + 6]):
        return None
    aside = [k for k in range(i + 1, with_) if units[k - 1].low == ","]  # "évoqué ce sujet, à Paris, avec"
    spots = [0, *aside, *range(with_ + 2, min(with_ + 12, len(units)))]
    return verb if any(_place_at(lexicon, units, k) for k in spots) else None


def _both_there(lexicon: Lexicon, units: Sequence[Unit], i: int) -> bool:
    """Say whether several discuss a matter at a place: "À A, mardi, les ministres B et C ont évoqué"."""
    if not any(lexicon.has("plural_auxiliaries", u.low) for u in units[max(0, i - 4) : i]):
        return False
    k = i + 1
    while k < len(units) and units[k].time is not None:
        k += 1
    return _place_at(lexicon, units, 0) or _place_at(lexicon, units, k)


def _two_persons(lexicon: Lexicon, units: Sequence[Unit], i: int) -> bool:
    """Say whether the subject right before a verb are two persons: "he and Foreign Minister B discussed"."""
    if i < 3 or not (_person(units[i - 1]) and lexicon.has("and", units[i - 2].low)):
        return False
    first = units[i - 3]
    return _person(first) or lexicon.has("he", first.low) or lexicon.has("she", first.low)


def body_held(lexicon: Lexicon, units: Sequence[Unit], i: int) -> Noun | None:
    """Return a joint body as its session: "held their 14th Joint Commission"."""
    last = units[i].low.split()[-1] if units[i].low else ""
    if not lexicon.has("joint_bodies", last) or not units[i].low.split()[0:-1]:
        return None
    if any(a.kind == "person" for a in units[i].actors):
        return None
    lead = [u.low for u in units[max(0, i - 4) : i]]
    numbered = any(lexicon.has("ordinal", w) or lexicon.has("their", w) or w[:1].isdigit() for w in lead)
    held = any(lexicon.has("giving", w) for w in lead)
    ahead = [u.low for u in units[i + 1 : i + 5]]
    takes_place = "held" in ahead or ("place" in ahead and bool({"take", "took", "takes"} & set(ahead)))
    return Noun((last,), "meeting", "event", False) if numbered and (held or takes_place) else None


def told_there(lexicon: Lexicon, units: Sequence[Unit], i: int) -> Verb | None:
    """Return a verb of telling as a meeting where the sentence says at which place one told another."""
    if not lexicon.has("addresses", units[i].low):
        return None
    k = i + 1
    while k < len(units) and k < i + 4 and not units[k].named:
        k += 1
    if k >= len(units) or not _person(units[k]) or any(u.pos in ("VERB", "AUX") for u in units[i + 1 : k]):
        return None
    j = i - 1
    while j >= 0 and (units[j].time is not None or units[j].pos in ("ADV", "AUX", "PUNCT")):
        j -= 1
    pronoun = j >= 0 and (lexicon.has("he", units[j].low) or lexicon.has("she", units[j].low))
    if j < 0 or not (_person(units[j]) or pronoun):
        return None
    opening = _place_at(lexicon, units, 0)
    behind = _place_at(lexicon, units, k + 1)
    return Verb("tell", "meeting", "mutual", frozenset(), frozenset({"past"})) if opening or behind else None


def _place_at(lexicon: Lexicon, units: Sequence[Unit], k: int) -> bool:
    """Say whether "in" and a place stand at unit `k`."""
    if k + 1 >= len(units) or not lexicon.has("into_place", units[k].low) or units[k].named:
        return False
    for unit in units[k + 1 : k + 4]:
        if unit.place is not None or any(a.kind == "state" for a in unit.actors):
            return True
        if unit.pos not in ("DET", "ADJ", "NOUN"):
            return False
    return False


def by_number(lexicon: Lexicon, units: Sequence[Unit], i: int) -> Noun | None:
    """Return a number as one of a row of talks: "The first was held in Rome", "the next is due in May"."""
    if not lexicon.has("ordinal", units[i].low) or not i or i + 1 >= len(units):
        return None
    before, ahead = units[i - 1], units[i + 1]
    if not lexicon.has("determiners", before.low) or i - 1 > 1:
        return None
    if ahead.low == "," and i + 2 < len(units):
        ahead = units[i + 2]
    verbal = ahead.pos in ("AUX", "VERB") and not ahead.named
    return Noun((units[i].low,), "talks", "event", False) if verbal else None


def him_before(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether a French pronoun is the object of a verb: "l'avait reçu", "le recevra"."""
    if lexicon.language != "fr" or i == 0:
        return False
    k = i - 1
    while k > 0 and (lexicon.has("have", units[k].low) or units[k].pos == "ADV"):
        k -= 1
    return units[k].low in ("l'", "le", "la", "les") and (k < i - 1 or units[k].pos == "PRON")
