"""Noun phrases that name parties by a word for them: "the two leaders", "his counterpart", "officials of"."""

from dataclasses import replace

from dragoman.authority.states import lookup_state
from dragoman.coding.engagements.adjectives import adjective_after, second_adjective
from dragoman.coding.engagements.counted import announced_by_two, count_of
from dragoman.coding.engagements.groups import after_group, of_both, peoples, two_before, two_of
from dragoman.coding.engagements.lexicon import small
from dragoman.coding.engagements.name_phrases import NameReader
from dragoman.coding.engagements.naming import Phrase
from dragoman.coding.engagements.party import Party, party
from dragoman.coding.engagements.units import Sentence, Unit


class NounReader(NameReader):
    """Reads the noun phrases of one document."""

    def _unnamed(self, sentence: Sentence, i: int) -> Phrase | None:
        """Read a phrase that opens with neither a name nor a pronoun: "the two leaders", "les Maliens"."""
        phrase = self._noun_phrase(sentence, i)
        return phrase or (peoples(self, sentence, i) if self.lexicon.language == "fr" else None)

    def _latter(self, units: list[Unit], i: int) -> Phrase | None:
        """Read "the latter" at unit `i`: the person spoken of last."""
        pointed = i > 0 and units[i - 1].low in ("ce", "cette", "the")
        if not (pointed and self.lexicon.has("latter", units[i].low) and self.cast.people):
            return None
        return Phrase((replace(self.cast.people[-1], inferred=False),), i + 1)

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
            if unit.states:
                group = self._format(units, j)
                return Phrase((*earlier, *group.parties), group.end)
            if unit.actors and j > i:
                state = next((a for a in unit.actors if a.kind == "state"), None)
                if state is None or len(unit.actors) > 1:
                    rest = self._named(sentence, j)
                    return Phrase((*earlier, *rest.parties), rest.end) if rest is not None else None
                code = code or state.country
                continue
            if unit.time is not None:
                return None
            if has("counterpart", low) and low.endswith("s") and self.lexicon.language == "fr":
                several = after_group(self, sentence, j, None)
                if len(several.parties) > 1:
                    return several
            if has("counterpart", low):
                return self._counterpart(sentence, j, code or adjective_after(self, units, j))
            if has("visitor", low) and code is None and j > i:
                own = self.own_subject(sentence, i)
                guest = self.cast.other_than(own.parties[0]) if own is not None else self.cast.he()
                return Phrase(tuple(guest), j + 1)
            if has("latter", low) and code is None and j == i + 1:
                return self._latter(units, j) or self._unnamed(sentence, j)
            team = has("missions", low) and code is None and i < j <= i + 2 and not possessed
            if team and self.cast.company and not self._specified(units, j):
                return Phrase(tuple(replace(p, inferred=True) for p in self.cast.company), j + 1)
            if has("groups", low) or (plural and has("plural_anaphors", low)):
                following = units[j + 1].low if j + 1 < len(units) else ""
                after = adjective_after(self, units, j)
                both = of_both(self, units, j) if code is None else None
                if both is not None:
                    return both
                nowhere = code is None and after is None and not has("of", following)
                beyond = units[j + 2] if has("from", following) and j + 2 < len(units) else None
                if beyond is not None and self.country(beyond) is not None:
                    nowhere = False  # "negotiators from Moscow and Kyiv"
                if plural and nowhere:
                    two = two_before(self, units, i) or two_of(self.cast.they(low))
                    return Phrase(tuple(two or announced_by_two(self, sentence, j)), j + 1)
                theirs = possessed and has("their", lead) and low.endswith("s")
                if nowhere and (theirs or has("teams", low)) and len(self.cast.pair) > 1:
                    return Phrase(tuple(self.cast.teams()), j + 1)
                if code is None and after is None and not has("of", following):
                    holder = self.cast.holder(low)
                    if holder is not None:
                        return Phrase((replace(holder, inferred=False),), j + 1)
                if not has("groups", low):
                    return None
                known = self.cast.recent(code or after) if has("one_person", low) else None
                if known is not None and not has("of", following):
                    ahead = units[j + 1] if j + 1 < len(units) else None
                    if ahead is None or not any(a.kind in ("person", "office") for a in ahead.actors):
                        end = j + 2 if after is not None and code is None else j + 1
                        return Phrase((*earlier, replace(known, span=self.span(unit), inferred=True)), end)
                joint = second_adjective(self, units, j) if after is not None and code is None else None
                if after is not None and joint is not None:
                    span = self.span(unit)
                    return Phrase((*earlier, Party(after, span=span), Party(joint, span=span)), j + 4)
                rest = after_group(self, sentence, j, code or after)
                return Phrase((*earlier, *rest.parties), rest.end)
            count = count_of(self, low) if code is None and not has("two", low) else 0
            if count:
                ahead = units[j + 1] if j + 1 < len(units) else None
                noun = ahead is not None and has("plural_anaphors", ahead.low)
                if noun or (ahead is not None and ahead.pos in ("VERB", "AUX") and not ahead.named):
                    return Phrase(tuple(self.cast.several(count)), j + 1 + noun)
            if has("two", low):
                plural = True
                ahead = units[j + 1] if j + 1 < len(units) else None
                alone = ahead is not None and (
                    (ahead.pos in ("VERB", "AUX") and not ahead.named) or has("adverbs", ahead.low)
                )
                if alone or has("pair", low) or (low == "both" and units[j].pos == "PRON"):
                    return Phrase(tuple(two_before(self, units, i) or self.cast.they()), j + 1)
                continue
            if low in ("'s", "'") and code is not None:
                continue
            small_nation = self.lexicon.language == "fr" and not self.text[units[j - 1].start].isupper()
            if low in ("and", "et", ",") and code is not None and small_nation:
                return None  # "de passage dans la capitale turque, X a"
            if low in ("and", "et", ",") and code is not None:
                earlier.append(self._state(units[j - 1], code))
                code = None
                continue
            if code is not None and has("definite", low):
                return None  # "From Madrid the delegation travels on"
            if small(self.lexicon, low) or (possessed and j == i):
                if unit.pos in ("VERB", "AUX"):
                    return None
                code = code or self.country(unit)
                continue
            adjective = self.country(unit)
            if adjective is not None:
                code = adjective
                continue
            holder = self.cast.holder(low) if j == i + 1 and has("determiners", lead) else None
            if holder is not None and unit.pos in ("NOUN", "PROPN"):
                return Phrase((holder,), j + 1)
            ruling = unit.tag == "VBG" and units[j - 1].low in ("'s", "'")  # "Mali's ruling junta"
            if unit.pos not in ("ADJ", "NOUN", "PROPN") and not ruling:
                return None
        return None

    def _specified(self, units: list[Unit], j: int) -> bool:
        """Say whether the words tell which delegation is meant: one of a state, or one led by somebody."""
        ahead = units[j + 1] if j + 1 < len(units) else None
        own = self.lexicon.has("definite", units[j - 1].low) or units[j - 1].pos in ("ADJ", "DET")
        if ahead is None or not own or self.lexicon.has("indefinite", units[j - 1].low):
            return True
        said = ahead.pos == "ADJ" or ahead.tag in ("VBG", "VBN")  # "B and the delegation accompanying him"
        return said or self.lexicon.has("of", ahead.low) or self.lexicon.has("led", ahead.low)

    def _state(self, unit: Unit, code: str) -> Party:
        """Return the party that a unit stands for: a state by its name, a code by an adjective."""
        state = next((a for a in unit.actors if a.kind == "state"), None)
        span = self.span(unit)
        named = {row.form for row in lookup_state(span.text)} & {"name", "alias"}
        return Party(code, state if named else None, span=span)

    def _counterpart(self, sentence: Sentence, j: int, code: str | None) -> Phrase:
        """Read what follows "his counterpart": the name, else whoever the document offers."""
        units = sentence.units
        end = j + 1
        for k in range(j + 1, min(j + 5, len(units))):
            if units[k].actors and any(a.kind in ("person", "office") for a in units[k].actors):
                return Phrase((party(units[k].actors[0], self.span(units[k])),), k + 1)
            low = units[k].low
            nation = self.country(units[k])
            joined = low in (",", "from", "of", "de", "du") or small(self.lexicon, low)
            if nation is None and not joined:
                break
            code = code or nation
            end = k + 1 if nation else end
        if code is None:
            return Phrase((), end)
        known = self.cast.of_country(code)
        if known is not None:
            return Phrase((replace(known, inferred=True, span=self.span(units[j])),), end)
        return Phrase((Party(code, span=self.span(units[j])),), end)
