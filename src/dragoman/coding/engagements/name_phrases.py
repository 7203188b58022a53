"""Phrases that open with a name: a person, an office, a state with its officials, a group of states."""

from dragoman.coding.engagements.groups import after_group
from dragoman.coding.engagements.naming import Namer, Phrase
from dragoman.coding.engagements.party import Party, party
from dragoman.coding.engagements.units import Sentence, Unit
from dragoman.lexicon.phrases import fold


class NameReader(Namer):
    """Reads the phrases of one document that open with a name."""

    def _named(self, sentence: Sentence, i: int) -> Phrase | None:
        units = sentence.units
        unit = units[i]
        actors = unit.actors
        state = next((a for a in actors if a.kind == "state"), None)
        if state is not None:
            ahead = self._group_word(units, i + 1)
            if ahead is not None:
                return after_group(self, sentence, ahead, state.country)
        last, flat = unit.low.split()[-1], fold(unit.low).replace("-", "")
        if (
            self.lexicon.has("plural_anaphors", last)
            and len(self.cast.pair) > 1
            and not ({"of", "de", "des", "du"} & set(unit.low.split()))
            and not any(a.organisation and fold(a.organisation) in flat for a in actors)  # "G-7 Leaders"
        ):
            return Phrase(tuple(self.cast.they(last)), i + 1)
        found = []
        for actor in [a for a in actors if a.kind != "state"] or list(actors):
            one = party(actor, self.span(unit))
            if actor.kind == "office":
                held = self.cast.in_office(one)
                other = one.code is not None and held.code != one.code
                same = self.lexicon.has("counterpart", unit.low.split()[0]) and other
                one = one if same else held  # nobody is his own counterpart
            self.cast.seen(one)
            found.append(one)
        if i + 2 < len(units) and units[i + 1].low in ("'s", "'") and self._aide(units[i + 2]):
            return self._named(sentence, i + 2)  # "X's foreign minister, Y"
        return Phrase(tuple(found), i + 1)

    @staticmethod
    def _aide(unit: Unit) -> bool:
        """Say whether a unit names a person by a title with a name: the one whom another's name tells of."""
        one = unit.actors[0] if unit.actors else None
        return one is not None and one.kind == "person" and bool(one.role)

    def _group_word(self, units: list[Unit], i: int) -> int | None:
        """Return the index of a group word that follows a state's name, adjective or possessive at once."""
        owned = i < len(units) and units[i].low in ("'s", "'")
        for j in range(i + owned, min(i + 4 + owned, len(units))):
            low = units[j].low
            if units[j].tag == "VBG" and owned:
                continue  # "Mali's ruling junta"
            if self.lexicon.has("groups", low) or self.lexicon.has("counterpart", low):
                return j
            if units[j].named or units[j].pos not in ("ADJ", "NOUN", "PROPN", "CCONJ", "ADP"):
                return None
        return None

    def _format(self, units: list[Unit], i: int) -> Phrase:
        """Read a group of states by its name, with who acts for them: "the C5+1 foreign ministers"."""
        has = self.lexicon.has
        end = i + 1
        for k in range(i + 1, min(i + 5, len(units))):
            if has("groups", units[k].low) or has("chiefs", units[k].low) or has("counterpart", units[k].low):
                end = k + 1
            elif units[k].named or units[k].pos not in ("ADJ", "NOUN", "PROPN"):
                break
        if end < len(units) and units[end].low == "(":  # the states, one by one
            end = next((k + 1 for k in range(end, min(end + 24, len(units))) if units[k].low == ")"), end)
        span = self.span(units[i])
        return Phrase(tuple(Party(code, span=span) for code in units[i].states), end)

    def own_subject(self, sentence: Sentence, end: int) -> Phrase | None:
        """Return the person who opens the sentence before unit `end`, as its subject, None if nobody does."""
        units = sentence.units
        for k, unit in enumerate(units[:end]):
            if unit.actors and unit.actors[0].kind in ("person", "office"):
                before = units[k - 1].low if k else ""
                if self.lexicon.has("ruled", before) or units[k + 1].low in ("'s", "'"):
                    return None
                phrase = self._named(sentence, k)
                return phrase if phrase is not None and len(phrase.parties) == 1 else None
            if unit.pos in ("VERB", "AUX") and not unit.named:
                return None
        return None
