"""Codes the predicates of a language without a trained coder by the lexicon's phrases.

The shipped model reads English. For French the table `fr/events.tsv` names verbs and nouns with
their type: a predicate, or the noun that carries a light verb ("imposer des sanctions"), is looked
up by its lemma. What the table does not name is no event. A negated predicate gets `negation`; a
future or conditional one `future` or `hypothetical`, and the type that PLOVER gives to a promise.
"""

import re
from functools import cache

from spacy.tokens import Token

from dragoman.lexicon.tables import table
from dragoman.model import Code

CONFIDENCE = 0.8
"""Given to every code of the table. Of 24 fresh sentences written to measure it (22 with an event),
14 were given an event and 12 of these rightly; the table was widened after that. A rate over the
table, not a probability of the single code."""

PROMISED = {
    "CONSULT": "AGREE",
    "AID": "AGREE",
    "COOPERATE": "AGREE",
    "SUPPORT": "AGREE",
    "RETREAT": "CONCEDE",
}
"""PLOVER's type of what is still in the future, by the type of the deed."""

NEGATING = {"ne", "pas", "jamais"}
PUT_OFF = {"reporter", "annuler", "ajourner", "échouer"}
"""Lemmas that turn the deed that they stand with into none, or into a refused one."""


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
    leads = [predicate]
    leads += [child for child in predicate.children if child.dep_ in ("xcomp", "ccomp", "fixed")]
    for verb in leads:
        nouns = [
            noun for noun in verb.children if noun.dep_.startswith(("obj", "obl", "nsubj:pass", "xcomp"))
        ]
        for lemma in _lemmas(verb):
            named = [
                codes[lemma, noun.lemma_.lower()] for noun in nouns if (lemma, noun.lemma_.lower()) in codes
            ]
            found = named[0] if named else codes.get((lemma, ""))
            if found:
                return _with_modes(*found, predicate)
    return Code(None, confidence=CONFIDENCE)


def _lemmas(verb: Token) -> tuple[str, ...]:
    """The lemma, and the infinitive that the form itself suggests, since the lemmatiser errs."""
    stem = re.sub(r"(?:é|ée|és|ées|e|ent)$", "", verb.lower_)
    return (verb.lemma_.lower(), verb.lower_, f"{stem}er") if stem != verb.lower_ else (verb.lemma_.lower(),)


def _with_modes(event: str, mode: str | None, predicate: Token) -> Code:
    around = [predicate, *predicate.children]
    if predicate.pos_ == "NOUN" and predicate.dep_.startswith("nsubj"):
        around += [predicate.head, *predicate.head.children]
    lemmas = {token.lemma_.lower() for token in around}
    moods = {
        value for token in around for value in token.morph.get("Tense", []) + token.morph.get("Mood", [])
    }
    if lemmas & PUT_OFF:
        return Code("REJECT", "meet" if event == "CONSULT" else None, (), CONFIDENCE)
    if lemmas & NEGATING:
        return Code(event, mode, ("negation",), CONFIDENCE)
    if "Fut" in moods or predicate.lemma_.lower() == "aller":
        return Code(PROMISED.get(event, event), None if event in PROMISED else mode, ("future",), CONFIDENCE)
    return Code(event, mode, ("hypothetical",) if "Cnd" in moods else (), CONFIDENCE)
