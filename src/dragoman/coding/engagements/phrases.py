"""Noun phrases that name parties: names, pronouns, "the two leaders", "officials of ..."."""

from dataclasses import replace

from dragoman.authority.states import lookup_state, states
from dragoman.coding.engagements.adjectives import adjective_after, qualifies, second_adjective
from dragoman.coding.engagements.cast import Party, party
from dragoman.coding.engagements.groups import after_group, of_both, peoples, two_before
from dragoman.coding.engagements.lexicon import small
from dragoman.coding.engagements.naming import Namer, Phrase
from dragoman.coding.engagements.units import Sentence, Unit


class Reader(Namer):
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
        if has("latter", unit.low) and i and units[i - 1].low in ("ce", "cette", "the") and self.cast.people:
            return Phrase((replace(self.cast.people[-1], inferred=False),), i + 1)
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
        phrase = self._noun_phrase(sentence, i)
        return phrase or (peoples(self, sentence, i) if self.lexicon.language == "fr" else None)

    def _before(self, sentence: Sentence, i: int) -> list[Party]:
        """Return the persons whom the sentence names before unit `i`."""
        units = [u for u in sentence.units[:i] if u.actors and u.actors[0].kind == "person"]
        return [party(u.actors[0], self.span(u)) for u in units]

    def _apposed(self, units: list[Unit], i: int) -> bool:
        """Say whether who "we" are follows at once: "We, the ministers of A and B,"."""
        ahead = units[i + 1 : i + 3]
        return len(ahead) == 2 and ahead[0].low == "," and small(self.lexicon, ahead[1].low)

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

    def _named(self, sentence: Sentence, i: int) -> Phrase | None:
        units = sentence.units
        unit = units[i]
        actors = unit.actors
        state = next((a for a in actors if a.kind == "state"), None)
        if state is not None:
            ahead = self._group_word(units, i + 1)
            if ahead is not None:
                return after_group(self, sentence, ahead, state.country)
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
                return self._read(sentence, j, group_place=False)
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
                    return Phrase(tuple(two_before(self, units, i) or self.cast.they(low)), j + 1)
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
