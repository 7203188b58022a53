"""Where a sentence tells of an engagement: the verbs and nouns of the lexicon, in a fitting form."""

from dataclasses import dataclass

from dragoman.coding.engagements.clauses import states_at
from dragoman.coding.engagements.lexicon import Lexicon, Noun, Verb
from dragoman.coding.engagements.units import Sentence, Unit


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
        return any(u.low in ("s'", "se", "me", "m'", "nous") for u in units[max(0, i - 6) : i])
    ahead = units[i + 1 : i + 14]
    if "person" in verb.needs:
        passive = any(lexicon.has("be", u.low) for u in units[max(0, i - 4) : i])
        for k, u in enumerate(ahead):
            if not passive and lexicon.has("received_things", u.low):
                return False
            if any(a.kind in ("person", "office", "group") for a in u.actors):
                return True
            if k == 0 and any(a.kind in ("state", "organisation") for a in u.actors):
                continue
            if lexicon.has("groups", u.low) or lexicon.has("counterpart", u.low) or lexicon.has("he", u.low):
                return True
            if passive and lexicon.has("by", u.low):
                return True
            if u.pos in ("VERB", "AUX", "SCONJ") and u.tag not in ("VBN", "VBG"):
                return False
        if "part" in verb.tenses and passive:
            return True
        return any(u.low in verb.needs for u in ahead[:5])
    if "place" in verb.needs:
        for u in ahead[:6]:
            if u.place is not None or any(a.kind == "state" for a in u.actors):
                return True
            if u.pos in ("VERB", "AUX"):
                return False
        return False
    for u in ahead:
        if u.low in verb.needs:
            return True
        if u.pos in ("VERB", "AUX") and u.low not in ("être",):
            return False
    return False


def _is_verb(lexicon: Lexicon, units: list[Unit], i: int, verb: Verb, form: str) -> bool:
    """Tell a verb from a noun or adjective of the same form, by the word before and the tag."""
    unit = units[i]
    before = units[i - 1] if i else None
    noun = unit.low in lexicon.nouns or (lexicon.language == "fr" and unit.pos == "NOUN")
    noun = noun and not verb.tenses <= {"fut", "cond"}
    if not noun:
        if unit.pos == "NOUN" and lexicon.language == "en":
            return before is not None and before.named and form in ("title", "header")
        return not (before is not None and before.pos == "DET" and unit.pos in ("ADJ", "NOUN"))
    if before is None:
        return form == "entry" and unit.pos == "VERB"
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
    return (before.named and tail and not noun) or bool(before.actors and tail and unit.low.endswith("s"))


EXPECTED = frozenset(["expected", "due", "awaited", "attendu", "attendue", "attendus", "attendues"])


def _expected_at(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether one "is expected in" a place, which is a visit to come."""
    if i + 2 >= len(units) or not any(lexicon.has("be", u.low) for u in units[max(0, i - 3) : i]):
        return False
    for k in range(i + 1, min(i + 5, len(units) - 1)):
        if units[k].low in ("in", "à", "au", "en", "aux"):
            return units[k + 1].place is not None or any(a.kind == "state" for a in units[k + 1].actors)
        if units[k].time is None and units[k].pos != "ADV":
            return False
    return False


def _planned_person(lexicon: Lexicon, units: list[Unit], i: int, verb: Verb) -> bool:
    """Say whether a verb as wide as "see" is about to have a person for its object."""
    if not verb.tenses & {"inf", "fut"}:
        return False
    lead = [u.low for u in units[max(0, i - 3) : i]]
    ahead = next((u for u in units[i + 1 : i + 5] if u.pos not in ("DET", "ADJ", "PRON", "NOUN")), None)
    planned = "fut" in verb.tenses or any(lexicon.has("future", w) or lexicon.has("to", w) for w in lead)
    planned = planned or any(lexicon.has("links", w) for w in lead)
    return planned and ahead is not None and any(a.kind in ("person", "office") for a in ahead.actors)


def _there(lexicon: Lexicon, low: str) -> Verb:
    """Return "be" as a verb of travel in the tenses of its form: "is in Paris", "was in Paris"."""
    past = lexicon.has("be_past", low)
    base = "be" if lexicon.language == "en" else "être"
    tense = "past" if past else "inf" if low == base else "fut" if low.startswith("ser") else "present"
    return Verb("be", "visit", "go", frozenset(), frozenset({tense}))


def _before_apposition(units: list[Unit], comma: int) -> int:
    """Return the person before an apposition that ends with a comma: "A, the envoy for Yemen, was"."""
    for k in range(comma - 1, max(-1, comma - 16), -1):
        if units[k].pos in ("VERB", "AUX", "SCONJ") and not units[k].named:
            return -1
        if units[k].low == "," and k and any(a.kind == "person" for a in units[k - 1].actors):
            return k - 1
    return next((k for k in range(comma) if any(a.kind == "person" for a in units[k].actors)), -1)


def _is_there(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether someone is at a place for a while: "is in Paris for talks", "will be in Rome on"."""
    if units[i].low in ("been", "été", "être", "'s", "'re", "serait", "seraient", "soit"):
        return False
    k = i + 1
    while k < len(units) and (lexicon.has("adverbs", units[k].low) or units[k].time is not None):
        k += 1
    if k + 1 >= len(units) or units[k].low not in ("in", "à", "au", "en", "aux"):
        return False
    spot = units[k + 1 + (units[k + 1].low == "the")] if k + 2 < len(units) else units[k + 1]
    town = spot.place is not None and spot.place.use != "modifier"
    if not town and not any(a.kind == "state" for a in spot.actors):
        return False
    j = i - 1
    while j >= 0 and (lexicon.has("adverbs", units[j].low) or lexicon.has("future", units[j].low)):
        j -= 1
    if j > 0 and units[j].low == ",":
        j = _before_apposition(units, j)
    if j < 0:
        return False
    someone = any(a.kind in ("person", "office") for a in units[j].actors)
    someone = someone or lexicon.has("groups", units[j].low)
    if not (someone or lexicon.has("he", units[j].low) or lexicon.has("she", units[j].low)):
        return False
    after = next((u for u in units[units.index(spot) + 1 :] if u.low != ","), None)
    timed = any(u.time is not None for u in units[i + 1 : i + 9])
    purpose = after is not None and lexicon.has("purpose", after.low)
    return purpose or timed or (not lexicon.has("be_past", units[i].low) and units[i].low != "be")


def find_triggers(lexicon: Lexicon, sentence: Sentence, *, schedule: bool) -> list[Trigger]:
    """Return the triggers of a sentence from left to right."""
    units = sentence.units
    found: list[Trigger] = []
    i = 0
    while i < len(units):
        unit = units[i]
        if unit.named:
            i += 1
            continue
        hit = None
        for verb in lexicon.verbs.get(unit.low, ()):
            soft = verb.frame == "soft" and not (schedule or sentence.form == "entry")
            if soft and not _planned_person(lexicon, units, i, verb):
                continue
            onward = verb.frame == "go" and [u.low for u in units[i + 1 : i + 3]] == ["on", "to"]
            if not onward and any(s.particles for s in states_at(lexicon, sentence, i)):
                break  # "called off"
            if _is_verb(lexicon, units, i, verb, sentence.form) and _needs(lexicon, verb, units, i):
                if verb.lemma == "call" and i + 1 < len(units) and units[i + 1].low == "on":
                    hit = Trigger(i, i, "meeting", "mutual", verb=verb)
                else:
                    hit = Trigger(i, i, verb.kind, verb.frame, verb=verb)
                break
        if hit is None and unit.low in EXPECTED and _expected_at(lexicon, units, i):
            hit = Trigger(
                i, i, "visit", "go", verb=Verb("expect", "visit", "go", frozenset(), frozenset({"part"}))
            )
        if hit is None and lexicon.has("be", unit.low) and _is_there(lexicon, units, i):
            hit = Trigger(i, i, "visit", "go", verb=_there(lexicon, unit.low))
        if hit is None:
            noun = _noun_at(lexicon, units, i)
            state = any(s.pos == "noun" for s in lexicon.states.get(unit.low, ()))
            if noun is not None and not (state and len(noun.words) == 1):
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
                    or (i and units[i - 1].pos in ("DET", "ADJ"))
                    or unit.low.endswith("ing")
                    or i == 0
                ):
                    hit = Trigger(i, last, noun.kind, noun.frame, noun=noun)
        if hit is not None:
            found.append(hit)
            i = hit.at
        i += 1
    return found
