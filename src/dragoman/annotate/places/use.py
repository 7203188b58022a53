"""How a name that is a place is used: as one, for a government or a people, or as the head of a line."""

import re
from typing import Literal

from dragoman.annotate.places.candidates import Candidate
from dragoman.annotate.places.context import Context
from dragoman.annotate.places.names import capitals

_AFTER_DATELINE = re.compile(r"(?:, [^\n(—–]{1,30})?[ )]{0,2}(?:\([^)\n]{2,30}\)|—|–|--| - )")
_DATED = re.compile(r",? [^\n:;.]{0,24}\d{4}[ )]{0,2}(?:[:\n]|$)")  # "Windhoek, 14 May 2024: The minister"
_CLOCK = re.compile(r"[-•*–\s]*\d{1,2}\s?[h:]\s?(?:\d{2})?\s*")  # an entry's hour: "18h30 Berlin – "
Use = Literal["location", "modifier", "actor"]


def dateline(candidate: Candidate, context: Context) -> bool:
    """Return whether the name opens a line and a dash or an agency in brackets follows ("HANOI (AP) —")."""
    line = max(context.text.rfind("\n", max(0, candidate.start - 200), candidate.start) + 1, 0)
    if not line and candidate.start > 4:
        return False
    lead = context.text[line : candidate.start].strip(" ([")
    if lead and not _CLOCK.fullmatch(lead):
        return False
    if _DATED.match(context.text, candidate.end) and candidate.big:
        return True
    return bool(_AFTER_DATELINE.match(context.text, candidate.end))


def located(candidate: Candidate, context: Context) -> bool:
    """Return whether a preposition of place stands before the name, an article between or not."""
    for back in (1, 2):
        word = context.before(candidate.first, back)
        if word is None:
            return False
        if word.folded in context.lists.locative:
            return True
        if word.folded not in ("the", "le", "la", "l"):
            return False
    return False


def is_government(candidate: Candidate, context: Context) -> bool:
    """Return whether a name stands for a government here ("Washington said", "talks with Beijing")."""
    if located(candidate, context) or dateline(candidate, context):
        return False
    before = context.before(candidate.first)
    if before is not None and before.folded in context.lists.actor_before:
        return True
    token = context.token(candidate.last)
    if token is None:
        return False
    if (
        token.dep_ in ("nsubj", "nsubjpass", "nsubj:pass")
        and token.head.lemma_.lower() in context.lists.speaks
    ):
        return True
    if token.dep_ in ("dobj", "obj") and token.head.lemma_.lower() in context.lists.speaks:
        return True
    if token.dep_ == "conj" and token.head.head.lower_ in context.lists.actor_before:
        return True
    if token.dep_ == "conj" and token.head.dep_ in ("nsubj", "nsubjpass"):
        return token.head.head.lemma_.lower() in context.lists.speaks
    return False


def use_of(candidate: Candidate, context: Context, kind: str) -> Use | None:
    """Return how the name is used; None where it is no place but a government or a people."""
    if kind == "demonym":
        return "modifier" if _modifies(candidate, context) else None
    government = is_government(candidate, context)
    if kind == "city" and government and candidate.key(context) in capitals():
        return None
    if government and kind == "state":
        return "actor"
    after = context.after(candidate.last)
    if not located(candidate, context) and after is not None and not dateline(candidate, context):
        token = context.token(candidate.last)
        if token is not None and token.dep_ in ("compound", "amod", "nmod"):
            return "modifier"
    return "location"


def _modifies(candidate: Candidate, context: Context) -> bool:
    """Return whether an adjective of nationality stands with a noun, before it or (French) after."""
    token = context.token(candidate.last)
    after = context.after(candidate.last)
    if token is None:
        return after is not None and candidate.end + 1 == after.start
    if token.pos_ == "ADJ" or token.dep_ in ("amod", "compound", "nmod"):
        return token.head.i != token.i
    return token.pos_ == "PROPN" and after is not None and after.start == candidate.end + 1
