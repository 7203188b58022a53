"""Groups by the word for them: "officials of the CNSP", "leaders of A and B", "ministres de A et de B"."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.authority.states import lookup_state
from dragoman.coding.engagements.counted import of_counted
from dragoman.coding.engagements.naming import Namer, Phrase
from dragoman.coding.engagements.party import Party, code_of, country_of, party
from dragoman.coding.engagements.units import Sentence, Unit


def _states_ahead(namer: Namer, sentence: Sentence, k: int) -> Phrase | None:
    """Read the states of "ministres des Affaires étrangères de A et de B"."""
    units = sentence.units
    has = namer.lexicon.has
    found: list[Party] = []
    end = k
    for j in range(k, min(k + 14, len(units))):
        unit = units[j]
        state = next((a for a in unit.actors if a.kind == "state"), None)
        if state is not None or (unit.place is not None and not unit.actors and unit.place.country):
            if j and has("before_states", units[j - 1].low):
                code = code_of(state) if state is not None else unit.place.country if unit.place else None
                found.append(Party(code, span=namer.span(unit)))
                end = j + 1
                continue
            break
        linking = has("and", unit.low) or has("of", unit.low) or has("determiners", unit.low)
        if unit.actors or unit.pos in ("VERB", "AUX") or (found and not linking):
            break
    return Phrase(tuple(found), end) if found else None


def _of_names(namer: Namer, sentence: Sentence, k: int) -> Phrase | None:
    """Read the names joined by "and" from unit `k` on."""
    units = sentence.units
    parties: list[Party] = []
    floor = k
    while k < min(floor + 4, len(units)) and _counted(namer, units, k, floor):
        k += 1  # "delegations from the three guarantor powers A, B and C"
    floor = k
    while k < len(units):
        unit = units[k]
        if unit.actors:
            actor = unit.actors[0]
            state = actor.kind == "state"
            parties.append(
                Party(code_of(actor), span=namer.span(unit)) if state else party(actor, namer.span(unit))
            )
        elif namer.country(unit):
            parties.append(Party(namer.country(unit), span=namer.span(unit)))
        elif unit.states:
            parties += [Party(code, span=namer.span(unit)) for code in unit.states]
        elif not (namer.lexicon.has("and", unit.low) or namer.lexicon.has("determiners", unit.low)):
            break
        k += 1
    while k > floor and not (units[k - 1].named or units[k - 1].states or namer.country(units[k - 1])):
        k -= 1
    return Phrase(tuple(parties), k) if parties else None


def _counted(namer: Namer, units: Sequence[Unit], k: int, first: int) -> bool:
    """Say whether unit `k` only says how many or what those are who are named behind: "the three powers"."""
    unit = units[k]
    if unit.named or unit.place is not None or namer.country(unit) is not None or unit.time is not None:
        return False
    numbered = any(u.pos == "NUM" for u in units[first : k + 1])
    return unit.pos == "NUM" or unit.pos == "DET" or (numbered and unit.pos in ("NOUN", "ADJ"))


def of_both(namer: Namer, units: Sequence[Unit], j: int) -> Phrase | None:
    """Read "delegates of both camps": whom the word at unit `j` acts for, None else."""
    has = namer.lexicon.has
    if j + 3 > len(units) or not has("of", units[j + 1].low) or len(namer.cast.pair) < 2:
        return None
    for k in range(j + 2, min(j + 6, len(units))):
        if has("teams", units[k].low) and any(has("two", u.low) for u in units[j + 2 : k]):
            return Phrase(tuple(namer.cast.teams()), k + 1)
    return None


def two_before(namer: Namer, units: Sequence[Unit], i: int) -> list[Party]:
    """Return the two persons named earlier in the sentence: "A spoke beside B after the two met"."""
    people = {u.actors[0].id: u for u in units[:i] if u.actors and u.actors[0].kind == "person"}
    found = [party(u.actors[0], namer.span(u)) for u in people.values()]
    return found if len(found) == 2 and len({p.code for p in found}) == 2 else []


def two_of(parties: list[Party]) -> list[Party]:
    """Return the two persons among more parties, whom "the two sides" means: states only stood by."""
    persons = [p for p in parties if p.person]
    return persons if len(parties) > 2 and len(persons) == 2 else parties


def _nations(namer: Namer, sentence: Sentence, j: int) -> Phrase | None:
    """Read the sides of a French plural by their adjectives: "ses homologues turc et libyen"."""
    units = sentence.units
    found: list[Party] = []
    end = j + 1
    for k in range(j + 1, min(j + 14, len(units))):
        unit = units[k]
        plain = not unit.actors and unit.time is None
        code = namer.country(unit) if plain and (unit.place is None or unit.place.use == "modifier") else None
        if code is not None and country_of(unit.low, "fr") == code:
            found.append(Party(code, span=namer.span(unit)))
            end = k + 1
            continue
        linking = unit.low in (",", "et", "-")
        title = not found and not unit.named and unit.pos in ("NOUN", "ADP", "DET", "ADJ", "CCONJ")
        if not (linking and found) and not title:
            break
    return Phrase(tuple(found), end) if len(found) > 1 else None


def after_group(namer: Namer, sentence: Sentence, j: int, code: str | None) -> Phrase:
    """Read whom the group's word at unit `j` stands for; `code` is the country that stands before it."""
    units = sentence.units
    has = namer.lexicon.has
    k = j + 1
    if namer.lexicon.language == "fr" and units[j].low.endswith("s"):
        joined = _nations(namer, sentence, j)
        if joined is not None and not (joined.end < len(units) and units[joined.end].actors):
            return joined
    both = of_counted(namer, sentence, j, k) if code is None else None
    if both is not None:
        return both
    if code is None and k < len(units) and (has("of", units[k].low) or has("from", units[k].low)):
        named = _of_names(namer, sentence, k + 1)
        if named is not None:
            return named
    if code is None:
        states = _states_ahead(namer, sentence, j + 1)
        if states is not None:
            return states
    if code is not None and k + 1 < len(units) and not units[k].actors and namer.country(units[k]) == code:
        k += 1  # "les présidents congolais A et rwandais B"
    ahead = units[k] if k < len(units) else None
    if ahead is not None and ahead.actors and ahead.actors[0].kind in ("person", "office"):
        return Phrase((party(ahead.actors[0], namer.span(ahead)),), k + 1)
    if code is None:
        return Phrase((), j + 1)
    known = namer.cast.leader(units[j].low, code) if has("single", units[j].low) else None
    if known is not None:  # "the Brazilian leader"
        return Phrase((replace(known, span=namer.span(units[j])),), j + 1)
    return Phrase((Party(code, span=namer.span(units[j])),), j + 1)


def peoples(namer: Namer, sentence: Sentence, i: int) -> Phrase | None:
    """Read nations called by their people: "Russes et Ukrainiens ont repris", "avec les Iraniens".

    French adjectives have small letters, so that a capital tells the people.
    """
    units = sentence.units
    found: list[Party] = []
    end = i
    led = units[i].pos == "DET"
    for k in range(i + led, min(i + 8, len(units))):
        unit = units[k]
        word = namer.text[unit.start : unit.end]
        if word[:1].isupper() and word.endswith("s") and not unit.actors and " " not in word:
            code = country_of(word, "fr") if unit.place is None or unit.place.use == "modifier" else None
            if code is not None and word.lower() != word and _people(word):
                found.append(Party(code, span=namer.span(unit)))
                end = k + 1
                continue
            return None
        if not (namer.lexicon.has("and", unit.low) or unit.pos == "DET"):
            break
    return Phrase(tuple(found), end) if len(found) > (0 if led else 1) else None


def _people(word: str) -> bool:
    return {row.form for row in lookup_state(word, "fr")} == {"demonym"}
