"""Where: the place or venue that belongs to a trigger."""

from collections.abc import Sequence
from itertools import pairwise

from dragoman.coding.engagements.agreement import wide
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.spots import Spot, spots
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence, Unit
from dragoman.model import Location, Span


def _opens_next(units: list[Unit], i: int, barriers: Sequence[int]) -> bool:
    """Say whether a place opens the next clause: "In A he will see B, and in C he will call on D"."""
    behind = units[i + 1 + (units[i + 1].low == ",") :] if i + 1 < len(units) else []
    subject = bool(behind) and (behind[0].pos == "PRON" or any(a.kind == "person" for a in behind[0].actors))
    if not subject or not any(i < b <= i + CLAUSE for b in barriers):
        return False
    lead = [u for u in units[max(0, i - 3) : i] if u.pos not in ("ADP", "DET")]
    joined = bool(lead) and (lead[-1].pos in ("CCONJ", "SCONJ", "PUNCT"))
    return joined and any(u.pos in ("VERB", "AUX") for u in behind[1:4])


def _near(units: list[Unit], trigger: Trigger, found: Sequence[Spot], barriers: Sequence[int]) -> list[Spot]:
    kept = []
    for spot in found:
        low, high = sorted((trigger.at, spot.unit))
        rivals = [b for b in barriers if low < b < high]
        if spot.unit > trigger.at and (rivals or _opens_next(units, spot.unit, barriers)):
            continue
        if len(rivals) > 0 and spot.unit < trigger.at and spot.unit > 4:
            continue
        kept.append(spot)
    return kept


def meeting_place(
    lexicon: Lexicon, sentence: Sentence, trigger: Trigger, text: str, barriers: Sequence[int]
) -> tuple[Location | None, str | None, tuple[Span, ...]]:
    """Return place, venue and their words for what happens at one place."""
    found = [
        s
        for s in _near(sentence.units, trigger, spots(lexicon, sentence, text), barriers)
        if (s.venue or not _matter(lexicon, sentence.units, s.unit, trigger))
        and not _told_behind(lexicon, sentence.units[trigger.at + 1 : s.unit])
        and not _speaks(lexicon, sentence.units, s.unit)
    ]
    found = [
        s
        for s in found
        if s.venue
        or lexicon.has("into_place", s.lead)
        or s.lead in ("–", "—")
        or _heads_entry(sentence.units, trigger, s)
        or (trigger.frame == "host" and lexicon.has("toward", s.lead) and s.unit > trigger.at)
    ]
    antecedent = _antecedent(lexicon, sentence, trigger, text)
    if antecedent is not None and not any(_beside(sentence, trigger, s) for s in found):
        return antecedent.location, None, (antecedent.span,)
    later = [s for s in found if s.unit > trigger.at]
    earlier = [s for s in found if s.unit < trigger.at]
    if later:  # "received him at the White House, a day after he had met X in Anchorage"
        earlier = [s for s in earlier if not _apart(lexicon, sentence.units[s.unit + 1 : trigger.first])]
    if later and earlier and _further(sentence.units[trigger.at + 1 : later[0].unit]):
        later = []  # "had in A two hours of talks, then read out a statement at the palace"
    ordered = later + earlier[::-1]
    if not ordered:
        named = _in_name(lexicon, sentence, trigger, text)
        return (named.location, None, (named.span,)) if named is not None else (None, None, ())
    towns = [s for s in later if not s.venue]
    if (
        len(towns) > 1
        and towns[1].unit - towns[0].unit <= 3
        and any(u.low in ("and", "et") for u in sentence.units[towns[0].unit : towns[1].unit])
    ):
        return None, None, tuple(s.span for s in towns[:2])
    city = next((s for s in ordered if not s.venue), None)
    venue = next((s for s in ordered if s.venue), None)
    if venue is not None and city is not None and city not in later[:3] and venue in later:
        verbal = any(
            u.pos in ("VERB", "AUX") and not u.named for u in sentence.units[city.unit : trigger.first]
        )
        city = None if verbal or city.unit > trigger.at else city  # "had in A two hours of talks"
    if city is not None and venue is not None:
        return city.location, venue.span.text, (venue.span, city.span)
    one = city or venue
    assert one is not None
    return one.location, one.span.text if one.venue else None, (one.span,)


def _heads_entry(units: list[Unit], trigger: Trigger, spot: Spot) -> bool:
    """Say whether a place stands before an entry: "Berlin – Meeting with X"."""
    behind = spot.unit + 1 < trigger.first and units[spot.unit + 1].low in ("-", "–", "—")
    return behind and spot.unit + 2 == trigger.first


def _matter(lexicon: Lexicon, units: list[Unit], i: int, trigger: Trigger) -> bool:
    """Say whether a place tells what is spoken of: "the latest developments in Gaza and Libya".

    It does not in "will host a summit on the conflict in Berlin on January 19".
    """
    if trigger.noun is not None and any(u.time is not None for u in units[i + 1 : i + 3]):
        return False
    k = i - 1
    while k > 0 and (lexicon.has("chain", units[k].low) or units[k].place is not None):
        k -= 1
    leads = k > 0 and lexicon.has("into_place", units[k].low)
    return leads and lexicon.has("matters", units[k - 1].low)


def _told_behind(lexicon: Lexicon, between: list[Unit]) -> bool:
    """Say whether a clause on the talks stands between: "talks in which he raised X"."""
    if any(u.low in ("that", "que", "qu'") and u.pos == "SCONJ" for u in between):
        return True
    if any(lexicon.has("since", u.low) and v.time is None for u, v in pairwise(between)):
        return True  # "leur premier tête-à-tête depuis l'entrée de A à Downing Street"
    for k, unit in enumerate(between[:-1]):
        if lexicon.has("held_in", unit.low) and lexicon.has("relative", between[k + 1].low):
            return any(u.pos in ("VERB", "AUX") and not u.named for u in between[k + 2 :])
    return False


def _speaks(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether a place is that of one who tells: "a source in Athens told reporters"."""
    return i + 1 < len(units) and lexicon.has("tells", units[i + 1].low)


def _further(between: list[Unit]) -> bool:
    """Say whether a further verb of the same subject begins in between: ", then read", "et ont lu"."""
    joined = ("and", "et", "puis", "then")
    return any(a.low in joined and b.pos in ("AUX", "VERB") and not b.named for a, b in pairwise(between))


def _apart(lexicon: Lexicon, between: list[Unit]) -> bool:
    """Say whether another clause begins in between."""
    return any(lexicon.has("other_clause", u.low) for u in between)


def _beside(sentence: Sentence, trigger: Trigger, spot: Spot) -> bool:
    """Say whether a place follows the trigger within its own clause."""
    between = sentence.units[trigger.at + 1 : spot.unit]
    return spot.unit > trigger.at and not any(u.low in (",", "and", "et") for u in between)


def _in_name(lexicon: Lexicon, sentence: Sentence, trigger: Trigger, text: str) -> Spot | None:
    """Return the town by which a gathering is called: "the Woodside summit", "le sommet de Bucarest"."""
    units, noun = sentence.units, trigger.noun
    if noun is None or trigger.kind not in ("summit", "talks", "meeting") or trigger.trip:
        return None
    at = trigger.first - 1
    if lexicon.language == "fr":
        of = trigger.at + 1 < len(units) and lexicon.has("of", units[trigger.at + 1].low)
        at = trigger.at + 2 if of else -1
    found = next((s for s in spots(lexicon, sentence, text) if s.unit == at and not s.venue), None)
    before = units[at - 1].low if at > 0 else ""
    if found is None or wide(found.location) or lexicon.has("and", before) or before in ("-", "–"):
        return None
    return found


def _antecedent(lexicon: Lexicon, sentence: Sentence, trigger: Trigger, text: str) -> Spot | None:
    """Return the place that "where" stands for: "travel to Kyiv, where he will meet ..."."""
    units = sentence.units
    where = next(
        (
            k
            for k in range(trigger.first - 1, max(-1, trigger.first - WHERE), -1)
            if lexicon.has("where", units[k].low)
            and (trigger.first - k < NEAR or _on(units, k, trigger.first))
        ),
        None,
    )
    if where is None or any(units[k].low in (";", ".") for k in range(where, trigger.first)):
        return None
    before = [s for s in spots(lexicon, sentence, text) if s.unit < where and _up_to(units, s.unit, where)]
    return before[-1] if before else None


CLAUSE = 8  # units from the place that opens a clause to what the clause tells
WHERE = 20  # units before a trigger in which "where" is looked for
NEAR = 9


def _up_to(units: list[Unit], i: int, where: int) -> bool:
    """Say whether "where" stands behind a place, with no more than a day between: "Kyiv, on May 3, where"."""
    between = units[i + 1 : where]
    return where - i <= 4 or all(u.time is not None or u.pos in ("PUNCT", "ADP", "DET") for u in between)


def _on(units: list[Unit], k: int, first: int) -> bool:
    """Say whether the clause of "where" goes on to a later verb: "where he will meet A and see B"."""
    between = units[k + 1 : first]
    joined = any(u.low in ("and", "et") for u in between[-4:])
    return joined and not any(u.place is not None and u.place.use == "location" for u in between)
