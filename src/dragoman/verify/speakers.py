"""Who is said to have said what: the speakers of a brief against those of its sources.

A speech is a verb of saying with its subject, or "according to" with a name, and the words said. A
speech of the brief is laid beside the speech of a source that shares most of its words; another
speaker there is a slip, unless the one named said something as like. What a statement says in its own
voice is its author's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from dragoman.authority.organisations import lookup_organisation
from dragoman.authority.states import state_index
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import toml
from dragoman.model import Actor
from dragoman.verify.clauses import SUBJECTS
from dragoman.verify.entities import BODY, PERSON, STATE, actor_keys, named, people_in
from dragoman.verify.finding import Finding
from dragoman.verify.names import parts
from dragoman.verify.prepared import Fact, Prepared, bag
from dragoman.verify.report import contradiction
from dragoman.verify.slots import Match, Weights

SAME_WORDS = 0.3  # likeness of what is said from which two speeches are one; see slots.py
CLAUSES = {"relcl", "acl:relcl", "acl", "advcl"}
EDGE = 300  # characters at the head and the foot of a text where its author signs
AS_LIKE = 0.75  # share of the best likeness at which another speech may be meant as well
_ACCORDING = re.compile(r"(?i)\b(?:according to|selon|d['’]après)\s+")


@dataclass(frozen=True)
class Speech:
    """Who says it, as keys (see entities.py); none where the text speaks in its own voice."""

    speaker: frozenset[str]


@cache
def _saying(language: str) -> frozenset[str]:
    return frozenset(map(fold, toml(f"{language}/clauses")["sets"]["saying"]))


def speeches(text: Prepared) -> Iterator[Fact]:
    """Yield the speeches of a text, each at the words that name the speaker."""
    saying = _saying(text.document.language)
    for token in text.doc:
        if token.pos_ == "VERB" and fold(token.lemma_) in saying:
            subject = next((c for c in token.children if c.dep_ in SUBJECTS), None)
            if subject is not None and subject.lower_ in {"who", "qui", "which"}:
                subject = token.head
            if subject is not None:
                yield from _speech(text, subject, _said(text, token, subject))
    for match in _ACCORDING.finditer(text.document.text):
        name = text.doc.char_span(match.end(), match.end() + 1, alignment_mode="expand")
        if name is not None:
            head = name[0]
            while head.head.i > head.i and head.head.pos_ in {"NOUN", "PROPN"} and head.head.i - head.i < 8:
                head = head.head
            sentence = text.sentences[text.sentence_at(match.start())]
            own = {t.i for t in head.subtree}
            yield from _speech(text, head, [t for t in sentence if t.i not in own])


def _said(text: Prepared, verb: Token, subject: Token) -> list[Token]:
    """The words said: what hangs on the verb, or the whole sentence that it is set beside."""
    own = {t.i for t in subject.subtree} | {verb.i}
    if verb.dep_ in {"relcl", "acl:relcl"} and subject is not verb.head:
        return [verb.head, *(t for t in verb.subtree if t.i not in own)]
    words = [t for t in verb.subtree if t.i not in own and t.pos_ not in {"PUNCT", "SPACE"}]
    if verb.dep_ == "parataxis" or len(bag(words)) < 3:
        number = text.sentence_at(verb.idx)
        words = [t for t in text.sentences[number] if t.i not in own]
        if len(bag(words)) < 2 and number:
            words = [*text.sentences[number - 1], *words]
    return words


def _speech(text: Prepared, subject: Token, words: Sequence[Token]) -> Iterator[Fact]:
    number = text.sentence_at(subject.idx)
    if (
        subject.pos_ == "PRON"
        or not words
        or (number == 0 and not text.sentences[0].text.rstrip().endswith("."))
    ):
        return  # whom a pronoun means is not sure enough to accuse a writer; a headline says who as it likes
    aside = {t.i for c in subject.subtree if c.dep_ in CLAUSES for t in c.subtree}
    line = text.sentences[number]
    own = [t for t in subject.subtree if t.i not in aside and line.start <= t.i < line.end]
    start, end = min(t.idx for t in own), max(t.idx + len(t) for t in own)
    mentions = (m.keys for m in text.once(named) if m.start < end and start < m.end)
    keys = frozenset[str]().union(*mentions)
    if not keys:
        return
    start, end = _trimmed(text.document.text, start, end)
    fact = text.fact(start, end, Speech(keys))
    yield Fact(fact.span, fact.value, fact.sentence, bag(words))


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    while end > start and content[end - 1] in " ,;\n":
        end -= 1
    return start, end


def own_voice(text: Prepared) -> Iterator[Fact]:
    """Yield the sentences in which a text speaks for itself."""
    spoken = {fact.sentence for fact in text.once(speeches)}
    for number, sentence in enumerate(text.sentences):
        if number not in spoken and len(text.words[number]) > 2:
            fact = text.fact(sentence.start_char, sentence.end_char, Speech(frozenset()))
            yield Fact(fact.span, fact.value, number, text.words[number])


def issuers(text: Prepared) -> tuple[frozenset[str], ...]:
    """The keys of those in whose name a text speaks: its author, its publisher."""
    document = text.document
    bodies = [document.publisher or "", document.source.name if document.source else ""]
    keys = {BODY + body.id for name in bodies for body in lookup_organisation(name)}
    for name in bodies:
        keys |= {STATE + row.country for _, _, rows in state_index(None).find(name) for row in rows}
    keys |= {PERSON + part for part in parts(document.author or "")}
    for actor in text.found.actors:
        if actor.kind == "person" and (
            fold(actor.name) == fold(document.author or "") or _signs(text, actor)
        ):
            keys |= actor_keys(actor)  # with the country, which is the statement's
    return (frozenset(keys),)


def _signs(text: Prepared, actor: Actor) -> bool:
    """Whether a person's name and title are a line of their own at the head or foot of a text."""
    content = text.document.text
    for mention in actor.mentions:
        start = content.rfind("\n", 0, mention.start) + 1
        stop = content.find("\n", mention.end)
        line = content[start : stop if stop >= 0 else len(content)].strip()
        at_edge = start < EDGE or len(content) - mention.end < EDGE
        if at_edge and len(line) < len(mention.text) + 12 and not line.endswith("."):
            return True
    return False


def may_be_one(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two speakers can be one: a person named in both decides, else any key shared."""
    if people_in(a) and people_in(b):
        return bool(people_in(a) & people_in(b))
    return bool(a & b)


def check_attribution(brief: Prepared, sources: Sequence[Prepared], weights: Weights) -> Iterator[Finding]:
    """Compare who is said to have said what."""
    same = [s for s in sources if s.document.language == brief.document.language]
    spoken = [(s, f) for s in same for f in s.once(speeches)]
    voiced = [(s, f) for s in same for f in s.once(own_voice)]
    for fact in brief.once(speeches):
        speaker = fact.value.speaker
        theirs = _best(fact, [(s, f) for s, f in spoken if not may_be_one(speaker, f.value.speaker)], weights)
        mine = _best(fact, [(s, f) for s, f in spoken if may_be_one(speaker, f.value.speaker)], weights)
        voice = _best(fact, voiced, weights)
        enough = max(SAME_WORDS, (mine.likeness if mine else 0.0) / AS_LIKE)
        if theirs and theirs.likeness >= enough and not (voice and voice.likeness > theirs.likeness):
            if not any(may_be_one(speaker, keys) for keys in theirs.source.once(issuers)):
                yield contradiction("attribution", fact, theirs, "The source gives it to another speaker")
        elif voice and voice.likeness >= enough and _not_theirs(speaker, voice.source):
            what = "The source says it in its own voice"
            yield contradiction("attribution", fact, voice, what, correction="")


def _not_theirs(speaker: frozenset[str], source: Prepared) -> bool:
    """Whether someone cannot be the one in whose name a source speaks."""
    keys = source.once(issuers)[0]
    if people_in(speaker) and people_in(keys):
        return not people_in(speaker) & people_in(keys)
    states = {key for key in keys if key.startswith(STATE)}
    return bool(states) and not speaker & keys


def _best(fact: Fact, rivals: Sequence[tuple[Prepared, Fact]], weights: Weights) -> Match | None:
    ranked = [Match(s, f, weights.cosine(fact.context, f.context)) for s, f in rivals]
    return max(ranked, key=lambda match: match.likeness, default=None)
