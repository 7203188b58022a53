"""Where a sentence tells of an engagement: the verbs and nouns of the lexicon, in a fitting form."""

from dataclasses import dataclass, replace

from dragoman.coding.engagements.clauses import states_at
from dragoman.coding.engagements.compounds import past_compound
from dragoman.coding.engagements.idioms import otherwise
from dragoman.coding.engagements.implied import (
    body_held,
    by_number,
    by_phone,
    discussed_there,
    guest_of,
    him_before,
    paid_on,
    told_there,
)
from dragoman.coding.engagements.lexicon import Lexicon, Noun, Verb
from dragoman.coding.engagements.presence import (
    expected_at,
    gathered,
    headed_there,
    idiom,
    is_there,
    mission_at,
    passing,
    stops_at,
    there,
    together,
    whom_before,
)
from dragoman.coding.engagements.seeing import one_another, planned_person
from dragoman.coding.engagements.units import Sentence, Unit
from dragoman.coding.engagements.verb_forms import is_verb


@dataclass(frozen=True)
class Trigger:
    """A verb or noun that may tell of an engagement: units `first` to `at` (inclusive)."""

    first: int
    at: int
    kind: str
    frame: str
    verb: Verb | None = None
    noun: Noun | None = None

    @property
    def trip(self) -> bool:
        """Whether it tells of a journey."""
        return self.frame in ("go", "trip")


def _noun_at(lexicon: Lexicon, units: list[Unit], i: int) -> Noun | None:
    for noun in lexicon.nouns.get(units[i].low, ()):
        size = len(noun.words)
        if tuple(u.low for u in units[i : i + size]) == noun.words:
            return noun
    return None


def _needs(lexicon: Lexicon, verb: Verb, units: list[Unit], i: int) -> bool:
    """Say whether what the verb needs follows it within its clause."""
    if not verb.needs:
        return True
    if "reflexive" in verb.needs:
        if "together" in verb.needs and gathered(lexicon, units, i, verb):
            return True
        return any(u.low in ("s'", "se", "me", "m'", "nous") for u in units[max(0, i - 6) : i])
    if idiom(verb, units, i):
        return True
    if "passive" in verb.needs:  # "was sent to Moscow", not "sent an envoy to Moscow"
        behind = units[i + 1].low if i + 1 < len(units) else ""
        been = any(lexicon.has("be", u.low) for u in units[max(0, i - 3) : i])
        return been and "part" in verb.tenses and lexicon.has("toward", behind)
    ahead = units[i + 1 : i + 14]
    if "person" in verb.needs and one_another(units, i):
        return True
    if "person" in verb.needs:
        passive = any(lexicon.has("be", u.low) for u in units[max(0, i - 4) : i])
        if not passive and (whom_before(lexicon, units, i) or him_before(lexicon, units, i)):
            return True
        for k, u in enumerate(ahead):
            if not passive and lexicon.has("received_things", u.low):
                return False
            if any(a.kind in ("person", "office", "group") for a in u.actors):
                return True
            if k == 0 and any(a.kind in ("state", "organisation") for a in u.actors):
                continue
            if lexicon.language == "fr" and lexicon.has("received_at", u.low):
                continue  # "recevra à dîner le président"
            if lexicon.has("groups", u.low) or lexicon.has("counterpart", u.low) or lexicon.has("he", u.low):
                return True
            if passive and lexicon.has("by", u.low):
                return True
            if u.pos in ("VERB", "AUX", "SCONJ") and u.tag not in ("VBN", "VBG"):
                return False
        if "part" in verb.tenses and passive:
            return True
        return any(u.low in verb.needs for u in ahead[:5])
    if "hours" in verb.needs:
        times = [u.time for u in ahead[:4] if u.time is not None]
        spent = any(t.type == "DURATION" and (t.value or "").startswith("PT") for t in times)
        return spent and any(lexicon.has("with", u.low) for u in ahead)
    if "place" in verb.needs:
        for u in ahead[:6]:
            if u.place is not None or any(a.kind == "state" for a in u.actors):
                return True
            if u.pos in ("VERB", "AUX") or (u.pos == "NOUN" and not u.named and not _leads(lexicon, u)):
                return False  # "came to power in"
        return False
    if lexicon.language == "fr" and "avec" in verb.needs and together(units, i):
        return True
    for k, u in enumerate(ahead):
        if u.low in verb.needs:  # "brought X and Y together", not "would bring them together"
            return (
                verb.frame != "host" or not k or any(a.kind == "person" for v in ahead[:k] for a in v.actors)
            )
        if u.pos in ("VERB", "AUX") and u.low not in ("être",):
            return False
    return False


def _leads(lexicon: Lexicon, unit: Unit) -> bool:
    """Say whether a noun may stand before the place that one goes to: "the border town of"."""
    return any(lexicon.has(k, unit.low) for k in ("settlements", "capital", "venue_nouns", "sides_of_world"))


def _met_there(found: list[Trigger]) -> bool:
    """Say whether a meeting opens the sentence and is what is expected: "Une rencontre est attendue"."""
    return bool(found) and found[0].noun is not None and not found[0].trip and found[0].first <= 2


def _implied(lexicon: Lexicon, units: list[Unit], i: int) -> Trigger | None:
    """Return what tells of an engagement in a sentence that has no word of the lexicon so far."""
    noun = by_phone(lexicon, units, i) or by_number(lexicon, units, i) or guest_of(lexicon, units, i)
    if noun is not None:
        return Trigger(i, i, noun.kind, noun.frame, noun=noun)
    verb = told_there(lexicon, units, i) or discussed_there(lexicon, units, i)
    return Trigger(i, i, verb.kind, verb.frame, verb=verb) if verb is not None else None


def _goes_on(lexicon: Lexicon, sentence: Sentence, i: int, last: Trigger) -> bool:
    """Say whether a verb of going tells that talks go on: "Talks are to continue in Doha"."""
    if last.noun is None or last.trip or not any(s.cls == "go_on" for s in states_at(lexicon, sentence, i)):
        return False
    return not any(u.actors and u.actors[0].kind != "state" for u in sentence.units[last.at + 1 : i])


def _round_of(lexicon: Lexicon, units: list[Unit], one: Trigger, other: Trigger) -> bool:
    """Say whether two nouns are one: "a second round of indirect talks", "un cycle de négociations"."""
    if one.noun is None or other.noun is None or one.trip:
        return False
    if not lexicon.has("rounds", units[one.at].low) or not lexicon.has("of", units[one.at + 1].low):
        return False
    between = units[one.at + 2 : other.first]
    return len(between) < 4 and all(u.pos in ("ADJ", "PROPN", "NOUN") and u.time is None for u in between)


def find_triggers(lexicon: Lexicon, sentence: Sentence, *, schedule: bool) -> list[Trigger]:
    """Return the triggers of a sentence from left to right."""
    units = sentence.units
    found: list[Trigger] = []
    i = 0
    while i < len(units):
        unit = units[i]
        if unit.named:
            body = body_held(lexicon, units, i) if unit.actors and not found else None
            found += [Trigger(i, i, body.kind, body.frame, noun=body)] if body is not None else []
            i += 1
            continue
        hit = None
        meant = lexicon.verbs.get(unit.low, ())
        for verb in [v for v in meant if idiom(v, units, i)] or meant:
            soft = verb.frame == "soft" and not (schedule or sentence.form == "entry")
            if soft and not planned_person(lexicon, units, i, verb):
                continue
            onward = any(v.frame == "go" for v in meant) and [u.low for u in units[i + 1 : i + 3]] == [
                "on",
                "to",
            ]
            if otherwise(lexicon, units, i, verb):
                continue
            if verb.frame == "go" and found and _goes_on(lexicon, sentence, i, found[-1]):
                break
            fixed = onward or bool(idiom(verb, units, i))
            if not fixed and any(s.particles for s in states_at(lexicon, sentence, i)):
                break  # "called off"
            if is_verb(lexicon, units, i, verb, sentence.form) and _needs(lexicon, verb, units, i):
                if verb.lemma == "call" and i + 1 < len(units) and units[i + 1].low == "on":
                    hit = Trigger(i, i, "meeting", "mutual", verb=verb)
                else:
                    hit = Trigger(i, i, verb.kind, verb.frame, verb=verb)
                break
        if hit is None and not _met_there(found) and expected_at(lexicon, units, i):
            hit = Trigger(
                i, i, "visit", "go", verb=Verb("expect", "visit", "go", frozenset(), frozenset({"part"}))
            )
        if hit is None and lexicon.has("be", unit.low) and is_there(lexicon, units, i):
            hit = Trigger(i, i, "visit", "go", verb=there(lexicon, unit.low, units[i + 1].low))
        if hit is None and sentence.form in ("title", "header") and headed_there(lexicon, units, i):
            hit = Trigger(i, i, "visit", "go", verb=there(lexicon, "is"))
        if hit is None and not any(not t.trip for t in found):
            hit = _implied(lexicon, units, i)
        if hit is None and (mission_at(lexicon, units, i) or passing(units, i)):
            hit = Trigger(i, i, "visit", "trip", noun=Noun((unit.low,), "visit", "trip", False))
        if hit is None:
            mutual = bool(found) and found[-1].frame == "mutual"
            past = past_compound(lexicon, units, i, mutual=mutual)
            if past is not None:
                i = past
                continue
            noun = _noun_at(lexicon, units, i)
            state = any(s.pos == "noun" for s in lexicon.states.get(unit.low, ()))
            told = any(t.trip for t in found) and stops_at(lexicon, units, i)  # "a trip with stops in"
            if noun is not None and not (state and len(noun.words) == 1) and not told:
                last = i + len(noun.words) - 1
                nounish = unit.pos in ("NOUN", "PROPN", "ADJ", "X") or len(noun.words) > 1
                ahead = units[last + 1] if last + 1 < len(units) else None
                if (
                    noun.frame == "weak"
                    and ahead is not None
                    and (ahead.pos in ("NOUN", "ADJ") or ahead.low == "-")
                ):
                    i += 1
                    continue
                if (
                    nounish
                    or (noun.frame == "trip" and i and units[i - 1].low in ("en", "on"))
                    or (
                        i
                        and (
                            units[i - 1].pos in ("DET", "ADJ") or lexicon.has("possessive", units[i - 1].low)
                        )
                    )
                    or unit.low.endswith("ing")
                    or i == 0
                ):
                    noun = paid_on(lexicon, units, i, noun)
                    hit = Trigger(i, last, noun.kind, noun.frame, noun=noun)
        if hit is not None:
            last_one = found[-1] if found else None
            if last_one is not None and _round_of(lexicon, units, last_one, hit):
                hit = replace(hit, first=found.pop().first)
            found.append(hit)
            i = hit.at
        i += 1
    return found
