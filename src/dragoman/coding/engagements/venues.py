"""Buildings and estates where an engagement takes place: those known, and those called so.

"At State House", "au palais de la Marina", "at the AU headquarters", "at his Rambagh residence": a
word for a building closes (English) or opens (French) a run of capitals that a preposition of place
leads to.
"""

from dataclasses import dataclass
from functools import cache

from dragoman.coding.engagements.lexicon import Lexicon, straight
from dragoman.coding.engagements.units import Sentence, Unit
from dragoman.lexicon.phrases import PhraseIndex
from dragoman.lexicon.tables import table
from dragoman.model import Span

LONGEST = 7  # units that the name of a building has at most


@dataclass(frozen=True)
class Venue:
    """A building: its words, its units `first` to `last`, its country where known."""

    span: Span
    first: int
    last: int
    country: str | None
    plain: bool  # a common noun alone ("the presidential palace"), less telling than a town


@cache
def _known() -> PhraseIndex[tuple[str, str]]:
    return PhraseIndex({r["venue"]: (r["venue"], r["country"] or "") for r in table("venues")})


def find_venues(lexicon: Lexicon, sentence: Sentence, text: str) -> list[Venue]:
    """Return the buildings that a preposition of place leads to, in order; found once a sentence."""
    held = sentence.defaults.get("venues")
    if not isinstance(held, list):
        held = sentence.defaults["venues"] = _find(lexicon, sentence, text)
    return list(held)


def _find(lexicon: Lexicon, sentence: Sentence, text: str) -> list[Venue]:
    found = _listed(lexicon, sentence, text)
    taken = {i for v in found for i in range(v.first, v.last + 1)}
    read = _french if lexicon.language == "fr" else _english
    for i, unit in enumerate(sentence.units):
        if i not in taken and ((lexicon.has("venue_lead", unit.low) and not unit.named) or unit.low == "("):
            venue = read(lexicon, sentence, i + 1, text)
            if venue is not None and not taken & set(range(venue.first, venue.last + 1)):
                found.append(venue)
                taken |= set(range(venue.first, venue.last + 1))
    return sorted(found, key=lambda v: v.first)


def _listed(lexicon: Lexicon, sentence: Sentence, text: str) -> list[Venue]:
    units = sentence.units
    out = []
    for start, end, (_, country) in _known().find(text[sentence.start : sentence.end]):
        a, b = sentence.start + start, sentence.start + end
        held = [j for j, u in enumerate(units) if u.end > a and u.start < b]
        if not held:
            continue
        k = held[0]
        lead = units[k - 1].low if k else ""
        if lexicon.has("definite", lead) and k > 1:
            lead = units[k - 2].low
        if lexicon.has("venue_lead", lead) or lead in ("–", "-", "—", "("):
            out.append(Venue(Span(a, b, text[a:b]), k, held[-1], country or None, False))
    return out


def common(lexicon: Lexicon, venue: str) -> bool:
    """Say whether a building is called by common nouns, which many towns have: "the Presidential Palace"."""
    words = straight(venue).replace("l'", "").split()
    kinds = ("venue_nouns", "venue_kinds", "venue_alone", "determiners", "of", "possessive")
    return all(any(lexicon.has(kind, word) for kind in kinds) for word in words)


def _capital(unit: Unit, text: str) -> bool:
    return text[unit.start].isupper() or (unit.named and unit.time is None)


def _country(units: list[Unit]) -> str | None:
    places = [u.place.country for u in units if u.place is not None and u.place.country]
    return places[-1] if places else None


def _english(lexicon: Lexicon, sentence: Sentence, k: int, text: str) -> Venue | None:
    units = sentence.units
    while (
        k < len(units)
        and not units[k].named
        and (lexicon.has("determiners", units[k].low) or lexicon.has("possessive", units[k].low))
    ):
        k += 1
    opens = units[k] if k < len(units) else None
    if (
        opens is not None
        and any(a.kind in ("organisation", "group") for a in opens.actors)
        and {"ministry", "department"} & set(opens.low.split())
    ):
        span = Span(opens.start, opens.end, text[opens.start : opens.end])
        return Venue(span, k, k, opens.actors[0].country, True)
    last = None
    capitals = 0
    for j in range(k, min(k + LONGEST, len(units))):
        unit = units[j]
        low = unit.low.split()[-1] if unit.low else ""
        if unit.time is not None:
            break
        town = j + 1 < len(units) and units[j + 1].low == "of" and lexicon.has("settlements", low)
        if town:  # "the Black Sea resort of Sochi"
            return None
        if lexicon.has("venue_nouns", low) and (j > k or unit.named or text[unit.start].isupper()):
            last = j
            continue
        if _capital(unit, text):
            capitals += 1
        elif not (
            unit.low in ("of", "the", "'s", "&", "-", "de", "el", "al", "la")
            or lexicon.has("venue_kinds", unit.low)
        ):
            break
    if last is None:
        return None
    own = units[k : last + 1]
    persons = any(a.kind in ("person", "office") for u in own for a in u.actors)
    if persons and not text[own[-1].start].isupper():
        return None
    plain = not any(_capital(u, text) for u in own)
    if plain and not any(lexicon.has("venue_kinds", u.low) for u in own):
        return None
    if last == k and not units[k].named and not lexicon.has("venue_alone", units[k].low):
        return None
    start, end = own[0].start, own[-1].end
    return Venue(Span(start, end, text[start:end]), k, last, _country(own[:-1]), plain)


def _french(lexicon: Lexicon, sentence: Sentence, k: int, text: str) -> Venue | None:
    units = sentence.units
    while k < len(units) and not units[k].named and lexicon.has("determiners", units[k].low):
        k += 1
    if k >= len(units) or not lexicon.has("venue_nouns", units[k].low.split()[0]):
        return None
    last = k
    for j in range(k + 1, min(k + LONGEST, len(units))):
        unit = units[j]
        if unit.time is not None or any(a.kind in ("person", "office") for a in unit.actors):
            break
        if _capital(unit, text) or lexicon.has("venue_kinds", unit.low):
            last = j
        elif not (lexicon.has("of", unit.low) or unit.low in ("la", "le", "les", "l'", "-")):
            break
    own = units[k : last + 1]
    plain = not any(_capital(u, text) for u in own[1:]) and not text[own[0].start].isupper()
    if plain and last == k and not lexicon.has("venue_alone", units[k].low):
        return None
    start, end = own[0].start, own[-1].end
    return Venue(Span(start, end, text[start:end]), k, last, _country(own[1:]), plain)
