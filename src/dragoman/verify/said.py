"""What is said of whom: the clauses of a brief against those of its sources.

The clause of the brief is laid beside the clause of a source that shares most of its words; then a
difference of negation (polarity), of subject against object (direction), or of future against past
(status) is a slip.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import toml
from dragoman.verify.clauses import Clause, clauses, lexicon
from dragoman.verify.entities import PERSON, STATE, people_in
from dragoman.verify.finding import Finding
from dragoman.verify.prepared import Fact, Prepared
from dragoman.verify.report import contradiction
from dragoman.verify.slots import CLEARLY, Match, Weights

SAME_CLAUSE = 0.38  # likeness from which two clauses are taken to tell of one thing; see slots.py
DENIED = 0.6  # share of the words of a negated clause that one sentence of a source has
SAME_THEME = 0.2  # the same, where verb and theme agree


@cache
def _opposites(language: str) -> dict[str, int]:
    """lemma -> signed number of its pair: two lemmas of one pair with opposite signs contradict."""
    out: dict[str, int] = {}
    for number, pair in enumerate(toml(f"{language}/clauses")["opposites"], start=1):
        for sign, words in zip((1, -1), pair, strict=True):
            for word in words:
                out[fold(word)] = sign * number
    return out


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
    sets, sides = lexicon(language), _opposites(language)
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
    sets = lexicon(language)
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
