"""What is said of whom: the clauses of a brief against those of its sources.

A clause is a verb with its subject, its object, its negation and its time. A clause of the brief
is laid beside the clause of a source that shares most of its words; then a difference of negation
(polarity), of subject against object (direction), or of future against past (status) is a slip.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.tokens import Token

from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import toml
from dragoman.verify.entities import PERSON, STATE, keys_of, people_in
from dragoman.verify.finding import Finding
from dragoman.verify.prepared import Fact, Prepared, bag
from dragoman.verify.quotations import quotations
from dragoman.verify.report import contradiction
from dragoman.verify.slots import CLEARLY, Match, Weights

SAME_CLAUSE = 0.38  # likeness from which two clauses are taken to tell of one thing; see slots.py
DENIED = 0.6  # share of the words of a negated clause that one sentence of a source has
SAME_THEME = 0.2  # the same, where verb and theme agree
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
def _lexicon(language: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(map(fold, words)) for name, words in toml(f"{language}/clauses")["sets"].items()}


@cache
def _opposites(language: str) -> dict[str, int]:
    """lemma -> signed number of its pair: two lemmas of one pair with opposite signs contradict."""
    out: dict[str, int] = {}
    for number, pair in enumerate(toml(f"{language}/clauses")["opposites"], start=1):
        for sign, words in zip((1, -1), pair, strict=True):
            for word in words:
                out[fold(word)] = sign * number
    return out


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
    sets = _lexicon(text.document.language)
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


def check_clauses(brief: Prepared, sources: Sequence[Prepared], weights: Weights) -> Iterator[Finding]:
    """Compare the clauses of the brief with those of the sources in its language."""
    language = brief.document.language
    rivals = [(s, f) for s in sources if s.document.language == language for f in s.once(clauses)]
    for fact in brief.once(clauses):
        ranked = sorted(
            (
                Match(s, f, weights.cosine(fact.context, f.context))
                for s, f in rivals
                if _related(fact, f, language)
            ),
            key=lambda m: -m.likeness,
        )
        if not ranked or ranked[0].likeness < _enough(fact, ranked[0]):
            if fact.value.negated:
                yield from _only_here(fact, [s for s in sources if s.document.language == language], weights)
            continue
        near = [m for m in ranked if m.likeness >= 0.85 * ranked[0].likeness]
        slips = [_slip(brief, fact, m, language) for m in near]
        if all(slips):
            finding = slips[0]
            if finding is not None:
                yield finding


def _only_here(fact: Fact, sources: Sequence[Prepared], weights: Weights) -> Iterator[Finding]:
    """A negation where the sentence of the source that shares most words denies nothing, in any words."""
    best: Match | None = None
    for source in sources:
        for number, words in enumerate(source.words):
            likeness = weights.coverage(fact.context, words)
            if best is None or likeness > best.likeness:
                sentence = source.sentences[number]
                rival = source.fact(sentence.start_char, sentence.end_char, None)
                best = Match(source, rival, likeness)
    if best is None or best.likeness < DENIED or len(fact.context) < 3:
        return
    if not _denies(best.fact.span.text, best.source.document.language):
        yield contradiction("polarity", fact, best, "The source denies nothing here", correction="")


def _denies(text: str, language: str) -> bool:
    sets, sides = _lexicon(language), _opposites(language)
    words = re.findall(r"[^\W\d_]+(?:['’]t\b|['’])?", fold(text))
    cues = sets["negations"] | sets["no"] | sets["refusals"] | {"cannot"}
    against = {word for word, side in sides.items() if side < 0}
    known = cues | against
    return any(
        w.replace("’", "'") in known
        or w.endswith(("n't", "n’t"))
        or (len(w) > 6 and w.startswith(("un", "im", "non")))
        or (w[:-1] in known or w[:-2] in known or w[:-1] + "e" in known)
        for w in words
    )


def _enough(fact: Fact, match: Match) -> float:
    """The likeness asked for: less where verb and theme are the same ("reopen embassies")."""
    mine, theirs = fact.value, match.fact.value
    if mine.themes & theirs.themes or (mine.verb == theirs.verb and _crossed(mine, theirs)):
        return SAME_THEME
    return SAME_CLAUSE


def _related(a: Fact, b: Fact, language: str) -> bool:
    pairs = _opposites(language)
    one, other = a.value.verb, b.value.verb
    return one == other or (one in pairs and other in pairs and abs(pairs[one]) == abs(pairs[other]))


def _whole(text: Prepared, fact: Fact) -> Fact:
    """The fact at its whole clause."""
    start, end = fact.value.whole
    return text.fact(start, end, fact.value)


def _crossed(mine: Clause, theirs: Clause) -> bool:
    """Whether the one who acts here is the one acted on there, and the reverse; people decide first."""
    for narrow in (people_in, frozenset):
        subjects, objects = narrow(mine.subjects), narrow(mine.objects)
        others, goals = narrow(theirs.subjects), narrow(theirs.objects)
        if subjects & others or objects & goals:
            return False
        if subjects & goals and objects & others:
            return True
    return False


def _other_subject(mine: Clause, theirs: Clause, sets: dict[str, frozenset[str]]) -> bool:
    """Whether one deed ("withdrew its observers") is given to another person or state than there."""
    same = mine.verb == theirs.verb and bool(mine.themes & theirs.themes)
    if not same or mine.verb in sets["mutual"] | sets["saying"]:
        return False
    named = (
        mine.subjects
        and theirs.subjects
        and all(key.startswith((PERSON, STATE)) for key in mine.subjects | theirs.subjects)
    )
    return bool(named) and not mine.subjects & theirs.subjects


def _slip(brief: Prepared, fact: Fact, match: Match, language: str) -> Finding | None:
    mine: Clause = fact.value
    theirs: Clause = match.fact.value
    pairs = _opposites(language)
    opposed = pairs.get(mine.verb, 0) * pairs.get(theirs.verb, 0) < 0
    if (mine.negated != theirs.negated) != opposed:
        return contradiction("polarity", fact, match, "The source says the opposite")
    sets = _lexicon(language)
    if mine.verb == theirs.verb and mine.verb not in sets["mutual"] and _crossed(mine, theirs):
        what = "The source has it the other way round"
        return contradiction("direction", _whole(brief, fact), match, what, correction="")
    if _other_subject(mine, theirs, sets) and match.likeness >= CLEARLY:
        what = "The source says that of another"
        return contradiction("direction", _whole(brief, fact), match, what, correction="")
    if {mine.time, theirs.time} == {"future", "past"}:
        what = "The source tells it as planned" if theirs.time == "future" else "The source tells it as done"
        return contradiction("status", fact, match, what)
    return None
