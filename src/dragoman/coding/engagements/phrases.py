"""Noun phrases that name parties: names, pronouns, "the two leaders", "officials of ..."."""

from dataclasses import dataclass, replace

from dragoman.coding.engagements.cast import Cast, Party, code_of, country_of, party
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.units import Sentence, Unit
from dragoman.model import Span

DETERMINERS = frozenset(
    [
        "the",
        "le",
        "la",
        "les",
        "l'",
        "a",
        "an",
        "un",
        "une",
        "des",
        "this",
        "that",
        "these",
        "cette",
        "ce",
        "ces",
        "cet",
        "du",
        "au",
        "aux",
        "two",
        "both",
        "three",
        "four",
        "several",
        "top",
        "senior",
        "high-level",
        "deux",
        "trois",
        "leurs",
        "ses",
        "his",
        "her",
        "their",
        "its",
        "son",
        "sa",
        "leur",
    ]
)
SKIPPED = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "h.e.",
        "h.e",
        "m.",
        "mme",
        "mm.",
        "m",
        "he",
        "excellency",
        "honourable",
        "hon.",
        "hon",
        "s.e.",
        "s.e.m.",
        "president-elect",
    ]
)


@dataclass(frozen=True)
class Phrase:
    """Parties named by the units up to `end` (exclusive)."""

    parties: tuple[Party, ...]
    end: int


@dataclass
class Reader:
    """Reads party phrases of one document."""

    lexicon: Lexicon
    cast: Cast
    text: str

    def span(self, unit: Unit) -> Span:
        """Return the words of a unit."""
        return Span(unit.start, unit.end, self.text[unit.start : unit.end])

    def country(self, unit: Unit) -> str | None:
        """Return the country that a unit is an adjective or a name of, None if none."""
        for actor in unit.actors:
            if actor.kind == "state":
                return actor.country
        if unit.actors:
            return None
        if unit.place is not None:
            return unit.place.country
        if unit.pos in ("ADJ", "PROPN", "NOUN") and len(unit.low) > 1:
            return country_of(self.text[unit.start : unit.end], self.lexicon.language)
        return None

    def read(self, sentence: Sentence, i: int, *, group_place: bool = False) -> Phrase | None:
        """Return the party phrase that starts at unit `i`, None where none does."""
        units = sentence.units
        unit = units[i]
        if unit.actors:
            return self._named(sentence, i)
        has = self.lexicon.has
        if has("he", unit.low) or has("she", unit.low):
            if has("possessive", unit.low):
                return self._noun_phrase(sentence, i)
            return Phrase(tuple(self.cast.he()), i + 1)
        if has("they", unit.low) and not has("possessive", unit.low):
            return Phrase(tuple(self.cast.they()), i + 1)
        if unit.place is not None and unit.place.country and group_place:
            code = unit.place.country
            span = self.span(unit)
            return Phrase((Party(code, span=span, label=span.text),), i + 1)
        if unit.time is not None:
            return None
        return self._noun_phrase(sentence, i)

    def _named(self, sentence: Sentence, i: int) -> Phrase | None:
        units = sentence.units
        unit = units[i]
        actors = unit.actors
        state = next((a for a in actors if a.kind == "state"), None)
        if state is not None:
            ahead = self._group_word(units, i + 1)
            if ahead is not None:
                return self._complete(sentence, ahead, state.country)
        last = unit.low.split()[-1]
        if (
            self.lexicon.has("plural_anaphors", last)
            and len(self.cast.pair) > 1
            and not ({"of", "de", "des", "du"} & set(unit.low.split()))
        ):
            return Phrase(tuple(self.cast.they(last)), i + 1)
        found = []
        for actor in [a for a in actors if a.kind != "state"] or list(actors):
            one = party(actor, self.span(unit))
            if actor.kind == "office":
                one = self.cast.in_office(one)
            self.cast.seen(one)
            found.append(one)
        return Phrase(tuple(found), i + 1)

    def _group_word(self, units: list[Unit], i: int) -> int | None:
        """Return the index of a group word that follows an adjective of nationality at once."""
        for j in range(i, min(i + 4, len(units))):
            low = units[j].low
            if self.lexicon.has("groups", low) or self.lexicon.has("counterpart", low):
                return j
            if units[j].named or units[j].pos not in ("ADJ", "NOUN", "PROPN", "CCONJ", "ADP"):
                return None
        return None

    def _noun_phrase(self, sentence: Sentence, i: int) -> Phrase | None:
        units = sentence.units
        has = self.lexicon.has
        code = None
        earlier: list[Party] = []
        possessed = has("possessive", units[i].low)
        lead = units[i].low
        plural = False
        for j in range(i, min(i + 7, len(units))):
            unit = units[j]
            low = unit.low
            if unit.actors and j > i:
                state = next((a for a in unit.actors if a.kind == "state"), None)
                if state is None or len(unit.actors) > 1:
                    return self._named(sentence, j)
                code = code or state.country
                continue
            if unit.time is not None:
                return None
            if has("counterpart", low):
                return self._counterpart(sentence, j, code or self._adjective_after(units, j))
            if has("groups", low) or (plural and has("plural_anaphors", low)):
                following = units[j + 1].low if j + 1 < len(units) else ""
                after = self._adjective_after(units, j)
                if plural and not has("of", following) and code is None and after is None:
                    return Phrase(tuple(self.cast.they(low)), j + 1)
                if code is None and after is None and not has("of", following):
                    holder = self.cast.holder(low)
                    if holder is not None:
                        return Phrase((replace(holder, inferred=False),), j + 1)
                if not has("groups", low):
                    return None
                rest = self._complete(sentence, j, code or after)
                return Phrase((*earlier, *rest.parties), rest.end)
            if low in ("two", "both", "deux", "pair", "duo"):
                plural = True
                if low in ("pair", "duo") or (low == "both" and units[j].pos == "PRON"):
                    return Phrase(tuple(self.cast.they()), j + 1)
                continue
            if low in ("'s", "'") and code is not None:
                continue
            if low in ("and", "et", ",") and code is not None:
                earlier.append(Party(code, span=self.span(units[j - 1])))
                code = None
                continue
            if low in DETERMINERS or low in SKIPPED or (possessed and j == i):
                if unit.pos in ("VERB", "AUX"):
                    return None
                code = code or self.country(unit)
                continue
            adjective = self.country(unit)
            if adjective is not None:
                code = adjective
                continue
            holder = self.cast.holder(low) if j == i + 1 and lead in DETERMINERS else None
            if holder is not None and unit.pos in ("NOUN", "PROPN"):
                return Phrase((holder,), j + 1)
            if unit.pos not in ("ADJ", "NOUN", "PROPN"):
                return None
        return None

    def _adjective_after(self, units: list[Unit], j: int) -> str | None:
        """Return the country of an adjective after the noun ("homologue ivoirien")."""
        if self.lexicon.language != "fr" or j + 1 >= len(units):
            return None
        return self.country(units[j + 1])

    def _counterpart(self, sentence: Sentence, j: int, code: str | None) -> Phrase:
        """Read what follows "his counterpart": the name, else whoever the document offers."""
        units = sentence.units
        end = j + 1
        for k in range(j + 1, min(j + 5, len(units))):
            if units[k].actors and any(a.kind in ("person", "office") for a in units[k].actors):
                return Phrase((party(units[k].actors[0], self.span(units[k])),), k + 1)
            low = units[k].low
            nation = self.country(units[k])
            small = low in (",", "from", "of", "de", "du") or low in SKIPPED | DETERMINERS
            if nation is None and not small:
                break
            code = code or nation
            end = k + 1 if nation else end
        if code is None:
            return Phrase((), end)
        known = self.cast.of_country(code)
        if known is not None:
            return Phrase((replace(known, inferred=True, span=self.span(units[j])),), end)
        return Phrase((Party(code, span=self.span(units[j])),), end)

    def _states_ahead(self, sentence: Sentence, k: int) -> Phrase | None:
        """Read the states of "ministres des Affaires étrangères de A et de B"."""
        units = sentence.units
        found: list[Party] = []
        end = k
        for j in range(k, min(k + 14, len(units))):
            unit = units[j]
            state = next((a for a in unit.actors if a.kind == "state"), None)
            if state is not None or (unit.place is not None and not unit.actors and unit.place.country):
                if j and units[j - 1].low in (
                    "of",
                    "de",
                    "du",
                    "des",
                    "d'",
                    "l'",
                    "la",
                    "le",
                    "les",
                    "the",
                    "and",
                    "et",
                    ",",
                ):
                    code = code_of(state) if state is not None else unit.place.country if unit.place else None
                    found.append(Party(code, span=self.span(unit)))
                    end = j + 1
                    continue
                break
            if (
                unit.actors
                or unit.pos in ("VERB", "AUX")
                or (
                    found
                    and not self.lexicon.has("and", unit.low)
                    and not self.lexicon.has("of", unit.low)
                    and unit.low not in DETERMINERS
                )
            ):
                break
        return Phrase(tuple(found), end) if found else None

    def _complete(self, sentence: Sentence, j: int, code: str | None) -> Phrase:
        """Read a group's name after its word: "officials of the CNSP", "leaders of A and B"."""
        units = sentence.units
        parties: list[Party] = []
        k = j + 1
        if (
            code is None
            and k < len(units)
            and (self.lexicon.has("of", units[k].low) or units[k].low == "from")
        ):
            k += 1
            while k < len(units):
                unit = units[k]
                if unit.actors:
                    actor = unit.actors[0]
                    if actor.kind == "state":
                        parties.append(Party(code_of(actor), span=self.span(unit)))
                    else:
                        parties.append(party(actor, self.span(unit)))
                elif self.country(unit):
                    parties.append(Party(self.country(unit), span=self.span(unit)))
                elif not (self.lexicon.has("and", unit.low) or unit.low in DETERMINERS):
                    break
                k += 1
            while k > j + 2 and not units[k - 1].named and self.country(units[k - 1]) is None:
                k -= 1
            if parties:
                return Phrase(tuple(parties), k)
            k = j + 1
        if code is None:
            ahead_of = self._states_ahead(sentence, j + 1)
            if ahead_of is not None:
                return ahead_of
        ahead = units[k] if k < len(units) else None
        if ahead is not None and ahead.actors and ahead.actors[0].kind in ("person", "office"):
            return Phrase((party(ahead.actors[0], self.span(ahead)),), k + 1)
        if code is None:
            return Phrase((), j + 1)
        return Phrase((Party(code, span=self.span(units[j])),), j + 1)
