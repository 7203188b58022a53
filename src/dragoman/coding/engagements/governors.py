"""What governs a word of engagement: the verbs, nouns and prepositions above it in the parse."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.coding.engagements.clauses import (
    Group,
    finite,
    joined,
    read_group,
    states_at,
    unit_of,
    verb_tenses,
)
from dragoman.coding.engagements.lexicon import Lexicon, straight
from dragoman.coding.engagements.units import Sentence

LEVELS = 7  # of the parse tree that are climbed for governors


@dataclass(frozen=True)
class Governor:
    """A word above a trigger in the parse: its unit, what the lexicon says, and its group."""

    unit: int
    low: str
    classes: frozenset[str]
    group: Group | None
    subject: bool  # the trigger lies in its subject
    near: bool  # no finite verb between it and the trigger
    pos: str
    void: bool = False  # its own subject is negated: "no date was set for"


def void(verb: Token, first: int) -> bool:
    """Say whether the subject of a verb, at token `first` or later, is none: "no date has been set"."""
    none = ("no", "aucun", "aucune", "neither", "none", "nothing", "rien")
    subjects = [c for c in verb.children if c.dep_.startswith("nsubj") and c.i >= first]
    return any(s.lower_ in none or any(c.lower_ in none for c in s.children) for s in subjects)


def governors(lexicon: Lexicon, doc: Doc, sentence: Sentence, token: Token) -> list[Governor]:
    """Return the verbs and words of state above `token` in the parse, nearest first."""
    out: list[Governor] = []
    near = True
    subject = token.dep_.startswith("nsubj")
    units = sentence.units
    current = token
    for _ in range(LEVELS):
        head = current.head
        if head.i == current.i or not units[0].first <= head.i <= units[-1].last:
            break
        i = unit_of(sentence, head.i)
        if i is not None and not units[i].named:
            low = straight(head.text)
            if low in ("hold", "ice") and i > 1 and units[i - 1].low == "on":  # "put on hold a visit"
                i, head = i - 2, doc[units[i - 2].first]
                low = units[i].low
            states = states_at(lexicon, sentence, i)
            verbal = head.pos_ in ("VERB", "AUX") or any(s.pos == "verb" for s in states)
            if verbal or states:
                group = (
                    read_group(lexicon, sentence, i, verb_tenses(lexicon, sentence, i)) if verbal else None
                )
                group = joined(lexicon, doc, sentence, group) if group is not None else None
                if (
                    verbal
                    and head.pos_ not in ("VERB", "AUX")
                    and states
                    and not any(s.pos == "verb" for s in states)
                ):
                    group = None
                out.append(
                    Governor(
                        i,
                        low,
                        frozenset(s.cls for s in states),
                        group,
                        subject,
                        near,
                        head.pos_,
                        void(head, units[0].first),
                    )
                )
                if group is not None and (finite(group) or head.dep_ == "ROOT"):
                    near = False
            if head.pos_ in ("VERB", "AUX"):
                subject = False
        if head.dep_.startswith("nsubj"):
            subject = True
        elif head.pos_ in ("VERB", "AUX"):
            subject = False
        current = head
    return out
