"""Which pairs of actors to put to the event coder, from the dependency parse.

A candidate is a predicate (a verb, or a noun such as "talks" or "attack") with one group of actors
who act and one on whom: subject and object, passive subject and agent, the two of "between", the
phrases with "with", "against", "to", "from" and the like of the verb or of its object. A compound
is one group, so that one happening gives one candidate however many actors take part. Pairs that
only stand in one sentence are not put.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from dragoman.annotate import Annotations
from dragoman.coding.candidate import Candidate, Party
from dragoman.coding.grammar import OBJECT, PASSIVE, SUBJECT, conjuncts, deep_phrases, phrases
from dragoman.coding.parties import Parties, differ
from dragoman.lexicon.tables import toml


class Finder:
    """Finds the candidates of one document."""

    def __init__(self, found: Annotations) -> None:
        self.rules = toml(f"{found.document.language}/pairs")
        self.order: list[str] = self.rules["target_prepositions"]
        self.parse: Doc = found.parse
        self.actors = {actor.id: actor for actor in found.actors}
        self.parties = Parties(found, self.rules["people"])

    def candidates(self) -> list[Candidate]:
        """All candidates in the order of the text, each predicate and pair of parties once."""
        seen: set[tuple[int, tuple[str, ...], tuple[str, ...]]] = set()
        out = []
        for token in self.parse:
            if token.pos_ in ("VERB", "AUX"):
                made = self._of_verb(token)
            elif token.pos_ == "NOUN" and token.i not in self.parties.mentions:
                made = self._of_noun(token)
            else:
                continue
            for candidate in made:
                key = (token.sent.start, candidate.source.actors, candidate.target.actors)
                if self._one_side(candidate) or (token.i, *key[1:]) in seen:
                    continue
                seen.add((token.i, *key[1:]))
                out.append(candidate)
        return out

    def _one_side(self, candidate: Candidate) -> bool:
        """Whether both parties are one: the same actor, one body and its people, or colleagues.

        What a government does to its own citizens is an event; two of its ministers who together
        meet someone are one side.
        """
        sides = (candidate.source.actors, candidate.target.actors)
        if set(sides[0]) & set(sides[1]):
            return True
        first, second = self.actors[sides[0][0]], self.actors[sides[1][0]]
        if first.country is None or first.country != second.country:
            return False
        same_body = first.organisation is not None and first.organisation == second.organisation
        return same_body or candidate.symmetric

    def _of_verb(self, verb: Token) -> Iterator[Candidate]:
        if verb.dep_ in ("aux", "auxpass", "xcomp", "aux:tense", "aux:pass", "cop"):
            return
        if self._says_nothing(verb):
            return
        passive = [child for child in verb.children if child.dep_ in PASSIVE]
        if passive:
            yield from self._of_passive(verb, passive[0])
            return
        source = self._subject(verb)
        if source is None:
            return
        target = self._target(verb, source)
        both = self.parties.split(verb) if len(source.actors) > 1 else None
        if both and (target is None or self._is_between(source, target)):
            yield Candidate(both[0], both[1], verb, symmetric=True)
        elif target is not None:
            turned = verb.lemma_.lower() in self.rules["turned"] and self._from(verb, target)
            yield Candidate(target, source, verb) if turned else Candidate(source, target, verb)

    def _is_between(self, source: Party, target: Party) -> bool:
        """Whether the target is of one of the sides that the compound subject joins."""
        lands = {self.actors[actor].country for actor in source.actors}
        return len(lands) > 1 and self.actors[target.actors[0]].country in lands - {None}

    def _says_nothing(self, verb: Token) -> bool:
        """Whether the verb only reports what its clause tells, or only says where one is."""
        parts = {child.dep_ for child in verb.children}
        if verb.lemma_.lower() in self.rules["speech"] and "ccomp" in parts:
            return True
        return verb.lemma_ == "be" and not parts & {"xcomp", "acomp", "attr"}

    def _of_passive(self, verb: Token, subject: Token) -> Iterator[Candidate]:
        by = [noun for name, noun in phrases(verb) if name in self.rules["agent"]]
        agent = next(filter(None, map(self.parties.party, by)), None)
        patient = (
            self.parties.party(subject) or self._target(verb, agent) or self.parties.within(subject, agent)
        )
        if agent and patient:
            yield Candidate(agent, patient, verb)
        elif patient and not agent:
            target = self._target(verb, patient)
            if target:
                yield Candidate(patient, target, verb)

    def _of_noun(self, noun: Token) -> Iterator[Candidate]:
        """A noun with two actors of its own: "talks between A and B", "A's attack on B"."""
        around = list(phrases(noun))
        for name, inner in around:
            if name in self.rules["between"]:
                members = [party for party in map(self.parties.single, conjuncts(inner)) if party]
                if len(members) > 1:
                    rest = tuple(dict.fromkeys(a for member in members[1:] for a in member.actors))
                    yield Candidate(members[0], Party(rest, members[1].tokens), noun, symmetric=True)
                    return
        owners = [child for child in noun.children if child.dep_ in ("poss", "amod", "compound")]
        owners += [inner for name, inner in around if name in self.rules["noun_source"]]
        source = next(filter(None, map(self.parties.party, owners)), None)
        if source is None:
            return
        for wanted in self.order:
            for name, inner in around:
                target = self.parties.party(inner) if name == wanted else None
                if target and set(target.actors) - set(source.actors):
                    yield Candidate(source, target, noun)
                    return

    def _subject(self, verb: Token, depth: int = 0) -> Party | None:
        """Who does `verb`: its subject, or that of the verb on which it hangs."""
        given = [child for child in verb.children if child.dep_ in SUBJECT]
        if given:
            token = given[0]
            party = self.parties.party(token)
            if party or token.pos_ != "PRON":
                return party
            if token.tag_ in ("WDT", "WP") or token.lemma_.lower() in self.rules["relative"]:
                return self.parties.party(verb.head) if verb.dep_ in ("relcl", "acl:relcl") else None
            if token.lemma_.lower() in self.rules["pronouns"] and verb.dep_ in ("ccomp", "advcl", "conj"):
                return self._subject(verb.head, depth + 1) if depth < 3 else None
            return None
        if verb.dep_ in ("conj", "advcl", "ccomp") and verb.head.pos_ in ("VERB", "AUX") and depth < 3:
            return self._subject(verb.head, depth + 1)
        return None

    def _target(self, verb: Token, source: Party | None, depth: int = 0) -> Party | None:
        """On whom: the object, then phrases of the verb and its object, then what it leads to."""
        objects = [child for child in verb.children if child.dep_ in OBJECT and child.pos_ != "ADP"]
        owners = [child for token in objects for child in token.children if child.dep_ == "poss"]
        for token, strict in [(token, True) for token in objects] + [(token, False) for token in owners]:
            party = self.parties.party(token, strict=strict)
            if party and differ(party, source):
                return party
        around = [*phrases(verb), *(pair for token in objects for pair in deep_phrases(token))]
        around += [
            pair
            for child in verb.children
            if child.dep_ in ("prt", "acomp", "advmod", "attr")
            for pair in deep_phrases(child)
        ]
        for wanted in self.order:
            for name, inner in around:
                if name != wanted:
                    continue
                party = self.parties.party(inner)
                if party and differ(party, source):
                    return party
        for token in objects:
            party = self.parties.party(token) or self.parties.within(token, source)
            if party and differ(party, source):
                return party
        if depth < 3:
            for child in verb.children:
                if child.dep_ in ("xcomp", "pcomp") or (child.dep_ == "prep" and depth < 2):
                    party = self._target(child, source, depth + 1)
                    if party:
                        return party
                if child.dep_ == "ccomp" and verb.lemma_.lower() not in self.rules["speech"]:
                    party = self._clause_target(child, source, depth)
                    if party:
                        return party
        return None

    def _from(self, verb: Token, party: Party) -> bool:
        """Whether the party stands after "from" or "of" in an object: "drew criticism from B"."""
        own = {token.i for token in party.tokens}
        objects = [child for child in verb.children if child.dep_ in OBJECT]
        around = [*phrases(verb), *(pair for token in objects for pair in phrases(token))]
        return any(name in self.rules["noun_source"] and inner.i in own for name, inner in around)

    def _clause_target(self, clause: Token, source: Party | None, depth: int) -> Party | None:
        """The subject of what is demanded, feared or denied: "demanded that B withdraw"."""
        for child in clause.children:
            if child.dep_ in SUBJECT | PASSIVE:
                party = self.parties.party(child)
                if party and differ(party, source):
                    return party
        return self._target(clause, source, depth + 1)


def candidates(found: Annotations) -> Sequence[Candidate]:
    """The pairs of `found` that are worth coding."""
    return Finder(found).candidates()
