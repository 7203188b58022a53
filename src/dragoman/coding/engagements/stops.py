"""Stops of a journey told by nouns: "her first stop is Brussels", "in Bangkok, the last stop,"."""

from dragoman.authority.states import states
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.owners import mark
from dragoman.coding.engagements.party import Party
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.spots import Spot, spots
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence, Unit


def _stop(lexicon: Lexicon, trigger: Trigger) -> bool:
    return trigger.noun is not None and lexicon.has("stops", trigger.noun.words[-1])


def _aside(lexicon: Lexicon, unit: Unit) -> bool:
    """Say whether a unit may stand between a stop and its place: a verb of being, a time, a small word."""
    known = lexicon.has("be", unit.low) or lexicon.has("future", unit.low) or lexicon.has("would", unit.low)
    small = unit.low in (",", "(", "-", "–") or unit.pos in ("DET", "ADJ", "NUM", "ADV", "PRON", "ADP")
    return known or unit.time is not None or (small and not unit.named)


def stop_goals(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[Spot]:
    """Return the place that a noun says is a stop, behind a verb of being or before it in apposition."""
    lexicon, units = scene.lexicon, sentence.units
    if not _stop(lexicon, trigger):
        return []
    found = spots(lexicon, sentence, scene.text)
    for spot in found:
        between = units[trigger.at + 1 : spot.unit]
        being = any(lexicon.has("be", u.low) for u in between)
        apart = bool(between) and between[0].low in (",", "(", "-", "–")
        clause = any(lexicon.has("where", u.low) or lexicon.has("relative", u.low) for u in between)
        if spot.unit > trigger.at and (being or apart) and not clause:
            return [spot] if all(_of_trip(lexicon, u) for u in between) else []
    for spot in reversed([s for s in found if s.unit < trigger.first]):
        between = units[spot.unit + 1 : trigger.first]
        if between and between[0].low in (",", "(") and all(_aside(lexicon, u) for u in between):
            return [spot]
        break
    return []


def _of_trip(lexicon: Lexicon, unit: Unit) -> bool:
    """Say whether a unit between a stop and its place tells of the journey: "on his African tour is"."""
    return _aside(lexicon, unit) or unit.place is not None or unit.low in lexicon.nouns


def the_country(scene: Scene, sentence: Sentence, trigger: Trigger, parties: list[Party]) -> list[str]:
    """Return the state that "the country" is to its guest: the host's, else the one that the text is from."""
    lexicon, units = scene.lexicon, sentence.units
    ahead = units[trigger.at + 1 : trigger.at + 5]
    listed = next((k for k, u in enumerate(ahead) if lexicon.has("states", u.low)), None)
    if listed and ahead[listed - 1].pos == "NUM":
        own = {p.code for p in parties}
        return [code for code in _states_listed(scene, sentence, trigger) if code not in own]
    k = next((k for k, u in enumerate(ahead) if lexicon.has("lands", u.low)), None)
    if k is None or any(u.pos not in ("DET", "ADP", "ADJ") for u in ahead[:k]) or not parties:
        return []
    after = units[trigger.at + k + 2].low if trigger.at + k + 2 < len(units) else ""
    if lexicon.has("of", after):
        return []
    own = {p.code for p in parties}
    hosts = [a.country for u in units for a in u.actors if a.kind in ("person", "state")]
    hosts += [p.code for p in reversed(scene.cast.pair)]
    hosts.append(scene.cast.home)
    return next(([code] for code in hosts if code in states() and code not in own), [])


def _states_listed(scene: Scene, sentence: Sentence, trigger: Trigger) -> list[str]:
    """Return the states listed last: "of A, B and C", for "will visit the three countries"."""
    before = scene.layout.sentences[max(0, sentence.index - 1) : sentence.index]
    for units in (sentence.units[: trigger.first], *(s.units for s in before)):
        run: list[str] = []
        for unit in units:
            code = scene.reader.country(unit)
            if code is not None:
                run.append(code)
            elif not (scene.lexicon.has("and", unit.low) or scene.lexicon.has("determiners", unit.low)):
                if len(run) > 1:
                    break
                run = []
        if len(run) > 1:
            return list(dict.fromkeys(run))
    return []


def stop_visitors(scene: Scene, trigger: Trigger, parties: list[Party]) -> list[Party]:
    """Return who makes a stop that is told without naming him: whom the text speaks of."""
    if parties or not _stop(scene.lexicon, trigger):
        return parties
    return mark(scene.cast.he(), "visitor")


def not_at_home(
    scene: Scene, sentence: Sentence, trigger: Trigger, parties: list[Party], countries: list[str]
) -> list[Party]:
    """Return who travels: nobody visits the state that he acts for.

    "A met B of C during his visit to C" is of A, though B is named last; "at the invitation of B of C,
    A will visit C" is so, too.
    """
    strangers = [p for p in parties if p.code not in countries]
    if strangers or trigger.noun is None or not countries:
        return strangers or parties
    own = scene.reader.own_subject(sentence, trigger.first)
    if own is None or not own.parties or own.parties[0].code in countries:
        known = [p for p in [*scene.cast.subject, *reversed(scene.cast.people)] if p.person and p.code]
        abroad = [p for p in known if p.code not in countries]
        his = trigger.first and scene.lexicon.has("possessive", sentence.units[trigger.first - 1].low)
        return mark(abroad[:1], "visitor") if his and abroad and own is None else parties
    return mark(list(own.parties[:1]), "visitor")
