"""Where to: the places that a trip goes to, a country that only explains its city left out."""

from collections.abc import Sequence

from dragoman.coding.engagements.agreement import wide
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.presence import stops_at
from dragoman.coding.engagements.spots import Spot, spots
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence, Unit


def _carrying(lexicon: Lexicon, low: str) -> bool:
    """Say whether a verb may stand between a trip and its goal, as in a visit that he was to pay."""
    classes = {s.cls for s in lexicon.states.get(low, ())}
    carries = bool(classes & {"light", "plan", "lead", "begin", "end", "go_on"})
    return (
        carries
        or lexicon.has("stop_leads", low)
        or any(lexicon.has(k, low) for k in ("be", "future", "would", "modal"))
    )


def _same_country_pair(units: list[Unit], a: Spot, b: Spot) -> bool:
    """Say whether `b` only says where `a` lies ("Kyiv, Ukraine", "Rio de Janeiro (Brésil)")."""
    between = [u.low for u in units[a.unit + 1 : b.unit]]
    return between in ([","], ["("], [",", "the"], []) and a.location.country == b.location.country


def _described(units: list[Unit], trigger: Trigger, spot: Spot) -> bool:
    """Say whether only an article and an adjective lead to a place: "reached the Chadian capital"."""
    return all(
        u.pos == "DET" or (u.place is not None and u.place.use == "modifier")
        for u in units[trigger.at + 1 : spot.unit]
    )


def _chained(lexicon: Lexicon, units: list[Unit], last: Spot, spot: Spot) -> bool:
    """Say whether a stop follows the last in a list: "in Seoul, Republic of Korea, and Beijing, China"."""
    between = units[last.unit + 1 : spot.unit]
    country = last.location.country
    told = [
        u
        for u in between
        if country
        and (any(a.country == country for a in u.actors) or (u.place and u.place.country == country))
    ]
    small = all(lexicon.has("chain", u.low) for u in between if u not in told)
    return small and len(between) - 2 * len(told) <= 3


def destinations(
    lexicon: Lexicon, sentence: Sentence, trigger: Trigger, text: str, barriers: Sequence[int]
) -> list[Spot]:
    """Return the places that a trip goes to; a country that only explains its city is left out."""
    units = sentence.units
    found = spots(lexicon, sentence, text)
    out: list[Spot] = []
    wanted = lexicon.words["dest"] | {"to", "in"}
    stop = next((k for k in range(trigger.at + 1, len(units)) if stops_at(lexicon, units, k)), None)
    if stop is not None and not any(trigger.at < b < stop for b in barriers):
        found = [s for s in found if s.unit > stop]
    for spot in found:
        rivals = [b for b in barriers if trigger.at < b < spot.unit]
        if spot.unit < trigger.at or rivals:
            continue
        between = units[trigger.at + 1 : spot.unit]
        direct = not any(
            u.pos in ("VERB", "AUX") and not u.named and not _carrying(lexicon, u.low) for u in between
        )
        if not direct:
            continue
        chained = bool(out) and _chained(lexicon, units, out[-1], spot)
        if (
            trigger.verb is not None
            and lexicon.has("leaving", trigger.verb.lemma)
            and not lexicon.has("onward", spot.lead)
        ):
            continue
        close = spot.unit - trigger.at <= 2 or (trigger.noun is not None and spot.unit - trigger.at <= 3)
        if (
            spot.lead in wanted
            or chained
            or (bool(between) and lexicon.has("stop_leads", spot.lead))
            or (trigger.frame == "go" and spot.unit - trigger.at <= 4 and _described(units, trigger, spot))
            or (close and trigger.frame == "go" and not lexicon.has("moved_from", spot.lead))
            or (spot.lead in ("of", "de", "du", "d'") and not out)
        ):
            if out and _same_country_pair(units, out[-1], spot):
                if units[spot.unit - 1].low == "(" and wide(out[-1].location) and not wide(spot.location):
                    out[-1] = spot  # "Déplacement au Liban (Beyrouth, 18-19 mai)"
                continue
            if out and not chained and spot.lead not in ("to", "à", "au", "aux", "en"):
                continue
            out.append(spot)
    if not out and trigger.noun is not None:
        # "his Beijing trip", "the Denmark visit"
        before = trigger.first - 1
        for spot in found:
            if spot.unit == before or (spot.unit == before - 1 and units[before].pos == "ADJ"):
                out.append(spot)
    if not out and trigger.noun is not None:
        # "paid last week to Angola a visit": the goal between the verb and the noun
        for spot in found:
            between = units[spot.unit + 1 : trigger.first]
            small = all(u.time is not None or u.pos in ("DET", "ADJ", "NUM", "PUNCT") for u in between)
            if spot.unit < trigger.first and spot.lead in wanted and small:
                out.append(spot)
    return out
