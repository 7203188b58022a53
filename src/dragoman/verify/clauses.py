"""The clauses of a text: a verb with its subject, its object, its negation and its time."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import toml
from dragoman.verify.entities import keys_of
from dragoman.verify.prepared import Fact, Prepared, bag
from dragoman.verify.quotations import quotations

SUBJECTS = {"nsubj", "csubj", "nsubj:pass", "nsubjpass", "expl:subj"}
OBJECTS = {"dobj", "obj", "pobj", "obl:arg", "obl", "iobj", "dative"}
AGENTS = {"agent", "obl:agent"}
TOWARDS = {"to", "with", "from", "against", "on"}


@dataclass(frozen=True)
class Clause:
    """A verb in its clause. `time` is "future", "past" or "" where the verb does not tell.

    `whole` is where the clause starts and ends: who acts on whom stands in all of it.
    """

    verb: str
    negated: bool
    time: str
    subjects: frozenset[str]
    objects: frozenset[str]
    words: Counter[str]
    themes: frozenset[str]
    whole: tuple[int, int]


@cache
def lexicon(language: str) -> dict[str, frozenset[str]]:
    """The sets of words of a language that clauses are read by, by name, folded."""
    return {name: frozenset(map(fold, words)) for name, words in toml(f"{language}/clauses")["sets"].items()}


def clauses(text: Prepared) -> Iterator[Fact]:
    """Yield the clauses of a text; the words of each are its verb with auxiliaries and negation."""
    quoted = [(f.span.start, f.span.end) for f in quotations(text)]
    for sentence in text.sentences:
        for token in sentence:
            if any(start <= token.idx < end for start, end in quoted):
                continue
            if token.pos_ == "VERB" or _says_what_is(token):
                yield _clause(text, token)


def _says_what_is(token: Token) -> bool:
    """Whether a copula, or what stands for one, heads a clause ("will be complete")."""
    if token.pos_ == "AUX":
        return token.dep_ == "ROOT" or any(c.dep_ in {"acomp", "attr"} for c in token.children)
    return token.pos_ in {"ADJ", "NOUN"} and token.dep_ == "ROOT"


def _clause(text: Prepared, verb: Token) -> Fact:
    sets = lexicon(text.document.language)
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass", "aux:tense", "aux:pass", "cop"}]
    negations = [c for c in verb.children if c.dep_ == "neg" or fold(c.text) in sets["negations"]]
    governor = verb.head if verb.dep_ in {"xcomp", "ccomp", "advcl"} else None
    refused = governor is not None and fold(governor.lemma_) in sets["refusals"]
    negated = bool(negations) or refused or _no_argument(verb, sets) or _yet_to(verb)
    if verb.dep_ == "xcomp" and governor is not None and _governor_negated(governor):
        negated = not negated
    pieces = [verb, *helpers, *negations]
    if verb.dep_ == "xcomp" and governor is not None and negated:
        pieces += [c for t in (governor, governor.head) for c in t.children if c.dep_ in {"aux", "neg"}]
        pieces = [t for t in pieces if t.sent == verb.sent]
    start, end = min(t.idx for t in pieces), max(t.idx + len(t) for t in pieces)
    passive = any(c.dep_ in {"nsubjpass", "nsubj:pass", "auxpass", "aux:pass"} for c in verb.children)
    subjects = _keys(text, verb, SUBJECTS) or _inherited(text, verb)
    objects = _keys(text, verb, OBJECTS)
    if passive:
        subjects, objects = _keys(text, verb, AGENTS), subjects
    subtree = [t for t in verb.subtree if t.sent == verb.sent]
    if verb.dep_ in {"relcl", "acl:relcl"}:  # "a decision that she regretted" is of the decision
        subtree.append(verb.head)
    words = bag(subtree)
    time = _time(verb, helpers, governor, sets)
    themes = frozenset(
        fold(t.lemma_)
        for t in verb.children
        if t.dep_ in {"dobj", "obj", "nsubjpass", "nsubj:pass", "obl:arg"}
    )
    states = [c for c in verb.children if c.dep_ == "acomp"] if verb.pos_ == "AUX" else []
    lemma = fold(states[0].lemma_ if states else verb.lemma_)  # "will be complete" is of completing
    whole = subtree[0].idx, max(t.idx + len(t) for t in subtree)
    clause = Clause(lemma, negated, time, subjects, objects, words, themes, whole)
    fact = text.fact(start, end, clause)
    return Fact(fact.span, fact.value, fact.sentence, words)


def _yet_to(verb: Token) -> bool:
    """ "Has yet to be signed" is not signed."""
    before = verb.doc[max(0, verb.i - 4) : verb.i]
    return any(a.lower_ == "yet" and b.lower_ == "to" for a, b in pairwise(before))


def _governor_negated(governor: Token) -> bool:
    """Whether the negation of what governs an infinitive reaches it ("will not be able to visit")."""
    chain = [governor, governor.head] if governor.dep_ in {"acomp", "xcomp"} else [governor]
    return any(c.dep_ == "neg" for token in chain for c in token.children)


def _no_argument(verb: Token, sets: dict[str, frozenset[str]]) -> bool:
    """ "No agreement was reached", "reached no agreement", "without agreement"."""
    return any(
        fold(grandchild.text) in sets["no"]
        for child in verb.children
        if child.dep_ in SUBJECTS | {"dobj", "obj", "attr"}
        for grandchild in child.children
    )


def _keys(text: Prepared, verb: Token, relations: set[str]) -> frozenset[str]:
    """What the arguments of `verb` name that stand in one of `relations`; a place is no argument."""
    found: set[str] = set()
    for child in verb.children:
        if child.dep_ in {"agent", "prep"}:
            if child.dep_ in relations or (relations is OBJECTS and child.lower_ in TOWARDS):
                for noun in child.children:
                    if noun.dep_ == "pobj":
                        found |= keys_of(text, noun)
        elif child.dep_ in relations and not (child.dep_ == "obl" and _located(child)):
            found |= keys_of(text, child)
    return frozenset(found)


def _located(noun: Token) -> bool:
    """Whether a French oblique says where or when ("à Paris"), not to whom."""
    return any(
        c.dep_ == "case" and fold(c.text) in {"a", "en", "dans", "le", "au", "sur"} for c in noun.children
    )


def _inherited(text: Prepared, verb: Token) -> frozenset[str]:
    """The subject of what governs an infinitive or a joined verb ("agreed to import", "met and signed")."""
    governor = verb
    for _ in range(3):
        if governor.dep_ not in {"xcomp", "conj"} or governor.head.pos_ not in {"VERB", "AUX", "ADJ"}:
            break
        governor = governor.head
        found = _keys(text, governor, SUBJECTS)
        if found:
            return found
    return frozenset()


def _time(verb: Token, helpers: list[Token], governor: Token | None, sets: dict[str, frozenset[str]]) -> str:
    if (
        verb.dep_ == "conj"
        and not helpers
        and verb.tag_ in {"VB", "VBN"}
        and verb.head.pos_ in {"VERB", "AUX"}
    ):
        helpers = [c for c in verb.head.children if c.dep_ in {"aux", "auxpass"}]
        governor = verb.head.head if verb.head.dep_ == "xcomp" else governor
    words = {fold(h.text) for h in helpers}
    finite_past = "Fin" in verb.morph.get("VerbForm", []) and "Past" in verb.morph.get("Tense", [])
    own_subject = any(c.dep_ in SUBJECTS for c in verb.children)
    if not helpers and (finite_past or (own_subject and verb.tag_ == "VBN")):
        return "past"  # "and Rao accepted": a past of its own, whatever governs it
    tenses = {tense for token in (verb, *helpers) for tense in token.morph.get("Tense", [])}
    if words & sets["future"] or "Fut" in tenses:
        return "future"
    if governor is not None and fold(governor.lemma_) in sets["planning"]:
        return "future"
    before = verb.doc[verb.i - 1] if verb.i else None
    if before is not None and fold(before.text) == "to" and verb.i > 1:
        chain = {fold(t.lemma_) for t in verb.doc[max(0, verb.i - 3) : verb.i - 1]}
        if chain & (sets["planning"] | {"be"}):
            return "future"
    if "Past" in verb.morph.get("Tense", []) and not words & sets["modal"]:
        return "past"
    return ""
