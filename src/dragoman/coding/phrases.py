"""Codes the predicates of a language without a trained coder by the lexicon's phrases.

The shipped model reads English. For French the table `fr/events.tsv` names verbs and nouns with
their type: a predicate, or the noun that carries a light verb ("imposer des sanctions"), is looked
up by its lemma. What the table does not name is no event. A negated predicate gets `negation`; a
future or conditional one `future` or `hypothetical`, and the type that PLOVER gives to a promise.
"""

from functools import cache

from spacy.tokens import Token

from dragoman.lexicon.tables import table
from dragoman.model import Code

CONFIDENCE = 0.6
"""Given to every code of the table: on the language's own test sentences about three in five were
right with pairs from the parse. It is a rate over the table, not a probability of the single code."""

PROMISED = {
    "CONSULT": "AGREE",
    "AID": "AGREE",
    "COOPERATE": "AGREE",
    "SUPPORT": "AGREE",
    "RETREAT": "CONCEDE",
}
"""PLOVER's type of what is still in the future, by the type of the deed."""


@cache
def _codes(language: str) -> dict[tuple[str, str], tuple[str, str | None]]:
    """(lemma, lemma of the object or "") to type and mode."""
    return {
        (row["predicate"], row["object"] or ""): (row["event"], row["mode"] or None)
        for row in table(f"{language}/events")
    }


def code_by_phrase(predicate: Token, language: str) -> Code:
    """The code of a predicate by the language's table; no event where the table has none."""
    codes = _codes(language)
    verb = predicate
    lead = [predicate, *(child for child in predicate.children if child.dep_ in ("xcomp", "ccomp"))]
    for verb in lead:
        for noun in verb.children:
            found = codes.get((verb.lemma_.lower(), noun.lemma_.lower()))
            if found and noun.dep_ in ("obj", "obl:arg", "obl:mod", "nsubj:pass", "xcomp", "obl"):
                return _with_modes(*found, predicate)
        found = codes.get((verb.lemma_.lower(), ""))
        if found:
            return _with_modes(*found, predicate)
    return Code(None, confidence=CONFIDENCE)


def _with_modes(event: str, mode: str | None, predicate: Token) -> Code:
    around = [predicate, *predicate.children]
    shape = {value for token in around for value in token.morph.get("Tense") + token.morph.get("Mood")}
    words = {
        token.lemma_.lower() for token in predicate.children if token.dep_ in ("advmod", "advmod:neg", "neg")
    }
    auxiliary: tuple[str, ...] = ()
    if words & {"ne", "pas", "jamais", "plus"}:
        auxiliary = ("negation",)
    elif "Fut" in shape:
        auxiliary = ("future",)
    elif "Cnd" in shape:
        auxiliary = ("hypothetical",)
    if "future" in auxiliary and event in PROMISED:
        event, mode = PROMISED[event], None
    return Code(event, mode, auxiliary, CONFIDENCE)
