"""The parties after a trigger: with it, by it, of it, up to where its clause ends."""

from dataclasses import dataclass, field

from dragoman.coding.engagements.apposed import named_first
from dragoman.coding.engagements.go_betweens import past_go_betweens
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.party import Party, unique
from dragoman.coding.engagements.phrases import Reader
from dragoman.coding.engagements.presence import idiom
from dragoman.coding.engagements.trailing_words import (
    ends_clause,
    explains,
    late_object,
    owned,
    past_name,
    qualifies,
    stands,
)
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence, Unit
from dragoman.coding.engagements.venues import find_venues


@dataclass
class After:
    """What follows a trigger: parties with it, by it, of it, and where the clause ends."""

    others: list[Party] = field(default_factory=list)
    by: list[Party] = field(default_factory=list)
    of: list[Party] = field(default_factory=list)
    groups: list[list[Party]] = field(default_factory=list)
    internal: bool = False
    vague: bool = False  # a counterpart is spoken of without a name or a country
    end: int = 0


def after(reader: Reader, sentence: Sentence, trigger: Trigger, *, direct: bool) -> After:
    """Collect the parties after a trigger; `direct`: a party right behind it is an object."""
    lexicon, units = reader.lexicon, sentence.units
    has = lexicon.has
    out = After(end=len(units))
    role: str | None = "object" if direct else None
    kept: str | None = role
    gap = False  # a place or a time stood since the last party
    aside = False  # a preposition has led away from the trigger: "of" belongs to what follows it
    halls = {v.first: v.last for v in find_venues(lexicon, sentence, reader.text)}
    k = trigger.at + 1 + (idiom(trigger.verb, units, trigger.at) if trigger.verb else 0)
    while k < len(units):
        unit = units[k]
        low = unit.low
        nation = (
            role == "between"
            and unit.place is not None
            and (unit.place.use == "modifier" or has("and", units[k - 1].low))
        ) or (role == "object" and _of_nation(reader, sentence, k))
        if (unit.named and not unit.actors and not nation) or k in halls or explains(units, k):
            gap = True
            again = kept == "between" or (direct and kept == "object")
            role = kept if again and not out.others else role
            k = halls.get(k, k) + 1
            continue
        if low == "(":
            k = next((j for j in range(k + 1, min(k + 12, len(units))) if units[j].low == ")"), k) + 1
            continue
        if not unit.named:
            named = next((n for n in lexicon.nouns.get(low, ()) if stands(n.words, units, k)), None)
            noun = named is not None and k > trigger.at + 1 and unit.pos in ("NOUN", "PROPN")
            manner = noun and units[k - 1].low == "en" and trigger.verb is not None
            if manner or (noun and any(has("sidelines", u.low) for u in units[max(trigger.at, k - 4) : k])):
                k += 1  # "a échangé en marge du sommet avec", "s'est entretenu en tête-à-tête avec"
                continue
            if (
                noun
                and (out.others or not has("and", units[k - 1].low))
                and named is not None
                and named.frame in ("event", "speech", "trip")
            ) and (role is None or out.others):
                out.end = k
                break
            if low == "whose" and k + 2 < len(units) and has("host_of", units[k + 1].low):
                role = kept = "by"
                k += 3
                continue
            modifier = trigger.noun is not None and (
                (unit.tag == "VBN" and k <= trigger.at + 3) or qualifies(lexicon, units, k)
            )
            pairs = has("between", low)
            if (
                not pairs
                and ends_clause(lexicon, units, k)
                and not (role and k == trigger.at + 1)
                and not modifier
            ):
                out.end = k
                break
            helped = any(has("helping", u.low) for u in units[k + 1 : k + 3]) and has("with", low)
            if helped:  # "négocié avec l'aide du Qatar"
                role = kept = None
                aside = True
                k = past_name(lexicon, sentence, k + 4)
                continue
            beyond = past_go_betweens(lexicon, units, k) if has("with", low) else None
            if beyond is not None:
                role = None
                k = beyond
                continue
            if direct and role == "object" and k + 1 < len(units) and has("formally", units[k + 1].low):
                k += 2  # "received in audience"
                continue
            if has("with", low) or (has("honour", units[k - 1].low) and has("of", low)):
                role = kept = "object"
                out.groups.append([])
                k += 1
                continue
            given = (
                trigger.noun is not None
                and trigger.noun.words[0] == "audience"
                and low in ("à", "au", "aux", "to")
            )
            spoken = trigger.frame in ("speak", "call", "speech") and has("spoken_to", low)
            if (spoken or given) and not out.others:
                role = kept = "object"
                k += 1
                continue
            called = trigger.verb is not None and trigger.verb.lemma == "call"
            called = called or (trigger.noun is not None and trigger.noun.words[-1] in ("call", "calls"))
            paid = low == "on" or has("spoken_to", low)  # "call on", "a courtesy call from"
            if paid and called and not out.others and trigger.frame in ("mutual", "event"):
                role = kept = "object"
                k += 1
                continue
            if has("in_favour", low) and not out.others and _given(lexicon, trigger, units):
                role = kept = "object"  # "hosted a dinner for the ministers"
                k += 1
                continue
            if has("between", low):
                role = kept = "between"
                k += 1
                continue
            if has("by", low):
                role = kept = "by"
                k += 1
                continue
            if direct and role == "object" and not out.others and has("partitive", low):
                k += 1  # "rencontrent des responsables": some officials, not of officials
                continue
            if has("of", low):
                if k == trigger.at + 1 or (
                    trigger.noun is not None
                    and not out.others
                    and role is None
                    and (not aside or owned(lexicon, trigger, units, k))
                    and (not gap or trigger.trip or units[k - 1].time is not None)
                ):
                    role = kept = "of"
                elif role == "of" and not out.of and trigger.trip:
                    pass  # "visite d'amitié de trois jours du président"
                else:
                    k = past_name(lexicon, sentence, k + 1)
                    continue
                k += 1
                continue
            if has("then", low) and direct and role == "object" and out.others:
                if not out.groups:
                    out.groups = [list(out.others)]
                out.groups.append([])
            if has("and", low) and not (
                low == "as" and "well" not in (units[k - 1].low, units[min(k + 1, len(units) - 1)].low)
            ):
                if role is None and gap and low != "," and not _same_list(units, k):
                    role = kept
                gap = gap and low == ","
                k += 1
                continue
            if has("other_preps", low) or (low == "to" and out.others):
                role = None
                aside = True
                k += 1
                continue
            if has("internal", low) and role:
                out.internal = True
        if role is None and direct and kept == "object" and not out.others and late_object(lexicon, units, k):
            role = "object"
        phrase = reader.read(sentence, k, group_place=role == "between") if role else None
        if phrase is None:
            if unit.actors:
                gap = True
            k += 1
            continue
        parties = list(phrase.parties)
        said = phrase.end < len(units) and has("saying", units[phrase.end].low)
        if said and (role == "object" or (role == "between" and len(out.others) > 1)):
            out.end = k
            break  # "..., the ministry said"
        if role in ("object", "between"):
            out.others += parties
            if out.groups:
                out.groups[-1] += parties
        elif role == "by":
            out.by += parties
        elif role == "of":
            out.of += parties
        out.vague = out.vague or (not parties and role in ("object", "between"))
        gap = False
        k = max(phrase.end, k + 1)
    out.others, out.by, out.of = unique(named_first(out.others)), unique(out.by), unique(out.of)
    return out


def _same_list(units: list[Unit], k: int) -> bool:
    """Say whether "and" at unit `k` joins two lands: "exchanged views on Syria, Libya and Afghanistan"."""
    beside = (units[k - 1], units[k + 1]) if 0 < k < len(units) - 1 else ()
    return bool(beside) and all(u.place is not None and not _officials(u) for u in beside)


def _officials(unit: Unit) -> bool:
    return unit.place is None or unit.place.use == "modifier" or any(a.kind != "state" for a in unit.actors)


def _of_nation(reader: Reader, sentence: Sentence, k: int) -> bool:
    """Say whether a nation begins a group: "met Malian officials", "met Mali's generals", "U.S. envoys"."""
    unit = sentence.units[k]
    if unit.place is None or unit.actors:
        return False
    ahead = sentence.units[k + 1] if k + 1 < len(sentence.units) else None
    owner = ahead is not None and ahead.low in ("'s", "'")
    group = ahead is not None and not ahead.named and ahead.pos in ("NOUN", "ADJ")
    if unit.place.use != "modifier" and not owner and not group:
        return False
    phrase = reader.read(sentence, k)
    return phrase is not None and bool(phrase.parties)


def _given(lexicon: Lexicon, trigger: Trigger, units: list[Unit]) -> bool:
    """Say whether a noun is what somebody gives for guests: "hosts a breakfast", "gave a dinner"."""
    if trigger.noun is None or trigger.kind not in ("meeting", "other"):
        return False
    return any(lexicon.has("giving", u.low) for u in units[max(0, trigger.first - 6) : trigger.first])
