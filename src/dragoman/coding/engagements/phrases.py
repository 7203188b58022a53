"""Phrases that name parties: names, pronouns and noun phrases, with whoever is named right behind them."""

from dataclasses import replace

from dragoman.authority.states import states
from dragoman.coding.engagements.adjectives import qualifies
from dragoman.coding.engagements.groups import two_before
from dragoman.coding.engagements.lexicon import small
from dragoman.coding.engagements.naming import Phrase
from dragoman.coding.engagements.noun_phrases import NounReader
from dragoman.coding.engagements.party import Party, party
from dragoman.coding.engagements.units import Sentence, Unit


class Reader(NounReader):
    """Reads party phrases of one document."""

    def read(self, sentence: Sentence, i: int, *, group_place: bool = False) -> Phrase | None:
        """Return the party phrase that starts at unit `i`, None where none does."""
        ahead = sentence.units[i + 1].low if i + 1 < len(sentence.units) else ""
        if self.lexicon.has("classifying", sentence.units[i].low) and ahead in self.lexicon.nouns:
            return None  # "Foreign Office Consultations"
        phrase = self._read(sentence, i, group_place)
        return phrase if phrase is None else self._led(sentence, self._named_behind(sentence, phrase))

    def _named_behind(self, sentence: Sentence, phrase: Phrase) -> Phrase:
        """Take the two who are named behind a plural for those meant: "the two ministers, A and B, met"."""
        units, k = sentence.units, phrase.end
        several = len(phrase.parties) > 1 and all(p.inferred for p in phrase.parties)
        if not several or k + 3 >= len(units) or units[k].low != ",":
            return phrase
        first, link, second = units[k + 1 : k + 4]
        if not self.lexicon.has("and", link.low) or link.low == ",":
            return phrase
        people = [u.actors[0] for u in (first, second) if u.actors and u.actors[0].kind == "person"]
        if len(people) != 2:
            return phrase
        named = (party(a, self.span(u)) for a, u in zip(people, (first, second), strict=True))
        return Phrase(tuple(named), k + 4)

    def _led(self, sentence: Sentence, phrase: Phrase) -> Phrase:
        """Add who leads a delegation: "a Russian delegation led by Deputy Minister X"."""
        units = sentence.units
        k = phrase.end
        while k < len(units) and self.lexicon.language == "fr" and qualifies(self, units[k]):
            k += 1  # "une délégation militaire russe conduite par"
        if k + 1 < len(units) and units[k].low == "," and self.lexicon.has("led", units[k + 1].low):
            k += 1
        if len(phrase.parties) > 1 or k + 2 >= len(units) or not self.lexicon.has("led", units[k].low):
            return phrase
        if not self.lexicon.has("by", units[k + 1].low):
            return phrase
        at = next((j for j in range(k + 2, min(k + 5, len(units))) if units[j].actors), None)
        if at is None or units[at].actors[0].kind != "person":
            return phrase
        leader = party(units[at].actors[0], self.span(units[at]))
        body = phrase.parties[0].code if phrase.parties else None
        if leader.loose or leader.code is None or (body is not None and body not in states()):
            leader = replace(leader, code=body or leader.code)
        self.cast.seen(leader)
        return Phrase((*phrase.parties, leader), at + 1)

    def _read(self, sentence: Sentence, i: int, group_place: bool) -> Phrase | None:
        units = sentence.units
        unit = units[i]
        if unit.actors:
            return self._named(sentence, i)
        if unit.states:
            return self._format(units, i)
        has = self.lexicon.has
        if has("he", unit.low) or has("she", unit.low):
            if has("possessive", unit.low) and not self._alone(sentence, i):
                return self._noun_phrase(sentence, i)
            before = units[i - 1].low if i else ""
            object_ = has("by", before) or has("with", before)  # "is to be received by her"
            object_ = object_ or (before == "et" and unit.low == "lui")  # "A et lui ont signé"
            own = self.own_subject(sentence, i)
            near = self._before(sentence, i) if has("object", unit.low) else []
            if near and (own is None or own.parties[0].key == near[-1].key):  # "A will receive him"
                return Phrase(tuple(self.cast.other_than(near[-1], near)), i + 1)
            if object_ and own is not None and not near:
                return Phrase(tuple(self.cast.other_than(own.parties[0])), i + 1)
            return Phrase(own.parties if own is not None else tuple(self.cast.he()), i + 1)
        if has("we", unit.low):
            named = self._noun_phrase(sentence, i + 2) if self._apposed(units, i) else None
            if named is not None and len(named.parties) > 1:
                return named  # "We, the leaders of A and B, met"
            if len(self.cast.speakers) > 1:
                return Phrase(tuple(self.cast.speakers), i + 1)
        latter = self._latter(units, i)
        if latter is not None:
            return latter
        if has("i", unit.low) and self.cast.speaker is not None:
            return Phrase((replace(self.cast.speaker, span=self.span(unit)),), i + 1)
        if has("they", unit.low) and not has("possessive", unit.low):
            return Phrase(tuple(two_before(self, units, i) or self.cast.they()), i + 1)
        adjective = unit.place is not None and unit.place.use == "modifier"
        if unit.place is not None and unit.place.country and group_place and not adjective:
            code = unit.place.country
            span = self.span(unit)
            return Phrase((Party(code, span=span, label=span.text),), i + 1)
        if unit.time is not None:
            return None
        return self._unnamed(sentence, i)

    def _before(self, sentence: Sentence, i: int) -> list[Party]:
        """Return the persons whom the sentence names before unit `i`."""
        units = [u for u in sentence.units[:i] if u.actors and u.actors[0].kind == "person"]
        return [party(u.actors[0], self.span(u)) for u in units]

    def _apposed(self, units: list[Unit], i: int) -> bool:
        """Say whether who "we" are follows at once: "We, the ministers of A and B,"."""
        ahead = units[i + 1 : i + 3]
        return len(ahead) == 2 and ahead[0].low == "," and small(self.lexicon, ahead[1].low)

    def _alone(self, sentence: Sentence, i: int) -> bool:
        """Say whether "her" is a pronoun of its own: "received by her in Rome"."""
        units = sentence.units
        ahead = units[i + 1] if i + 1 < len(units) else None
        behind = i > 0 and (
            self.lexicon.has("by", units[i - 1].low)
            or self.lexicon.has("with", units[i - 1].low)
            or units[i - 1].pos == "VERB"
        )
        return behind and (ahead is None or ahead.time is not None or ahead.pos in ("ADP", "PUNCT", "ADV"))
