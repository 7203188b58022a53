"""What a sentence can say of the state of an engagement, and what every judgement of it turns on."""

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.coding.engagements.clauses import Group
from dragoman.coding.engagements.governors import Governor
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.triggers import Trigger
from dragoman.coding.engagements.units import Sentence

CHANGES = {"postpone": "postponed", "cancel": "cancelled", "skip": "cancelled"}


BLOCKS = frozenset({"wish", "doubt", "deny", "refuse", "urge", "invite"})


@dataclass
class Verdict:
    """The status of one mention; None: no engagement. `open`: the words alone do not settle it.

    `verb` is the unit of the verb whose subject takes part, with the first unit of its group;
    `change` the unit of the word that postpones or cancels.
    """

    status: str | None
    open: bool = False
    verb: int | None = None
    first: int | None = None
    passive: bool = False
    subject: bool = False
    cls: frozenset[str] = frozenset()
    change: int | None = None
    why: str = ""
    blocked: bool = False
    purposed: bool = False  # what someone has gone for: a day beside it lies on the side of the journey
    present: bool = False  # told in the present tense: a day of the week is the one to come


def by_tense(group: Group) -> str | None:
    """Return the status that a finite group shows by its tense and its links."""
    if group.negated or "deny" in group.classes or "refuse" in group.classes:
        return None
    if (
        group.modal
        or "wish" in group.classes
        or "doubt" in group.classes
        or "urge" in group.classes
        or "invite" in group.classes
    ):
        return None
    if "fail" in group.classes:
        return None
    if "plan" in group.classes or group.tense == "future":
        return "announced"
    if "begin" in group.classes or "go_on" in group.classes:
        return "underway"
    if group.tense == "cond":
        return "announced"
    if group.tense in ("past", "perfect", "pluperfect"):
        return "held"
    if group.tense == "imperf":
        return "held"
    if group.tense == "progressive":
        return "underway"
    return "present"


def determiner_negated(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a noun stands under "no", "any" or "without"."""
    units = sentence.units
    for k in range(trigger.first - 1, max(-1, trigger.first - 5), -1):
        if units[k].low == "pas" and units[k + 1].low not in ("de", "d'"):
            continue
        if units[k].low in (
            "no",
            "aucun",
            "aucune",
            "nul",
            "nulle",
            "without",
            "sans",
            "any",
            "neither",
            "pas",
        ):
            return True
        if units[k].named or units[k].low in ("-", "–", "'s"):
            continue
        if units[k].pos in ("VERB", "AUX", "PUNCT"):
            return False
    return False


def head_negated(token: Token) -> bool:
    """Say whether a noun above the trigger is negated: "no plans for a meeting"."""
    current = token
    for _ in range(5):
        if current.head.i == current.i or current.head.pos_ in ("VERB", "AUX"):
            return False
        current = current.head
        if any(c.lower_ in ("no", "aucun", "aucune", "any", "nul", "nulle") for c in current.children):
            return True
    return False


def conditional(sentence: Sentence, i: int) -> bool:
    """Say whether the clause of unit `i` hangs on a condition ("if", "si")."""
    lows = [u.low for u in sentence.units]
    for k in range(i, max(-1, i - 12), -1):
        if lows[k] == "until" and k < i and sentence.units[k + 1].time is None:
            return any(lows[j] in ("would", "will", "not", "n't", "no", "nothing") for j in range(k))
        if lows[k] in ("if", "unless", "whether", "should") or (
            lows[k] in ("si", "s'")
            and k + 1 < len(lows)
            and lows[k + 1] in ("il", "ils", "elle", "le", "la", "les", "un", "une")
        ):
            return not (lows[k] == "should" and k > 0 and lows[k - 1] not in (",", "-"))
        if lows[k] in (";", ":"):
            break
    return False


def denied(above: list[Governor]) -> bool:
    """Say whether a word above denies, refuses, doubts, wishes or asks for it."""
    for g in above:
        if g.classes & {"deny", "refuse"} and not g.subject:
            return True
        if g.near and g.classes & {"doubt", "wish", "urge", "invite"} and not g.subject:
            return True
        if g.group is not None and g.near and (g.group.negated or g.void):
            return True
    if len(above) > 1 and above[1].classes & {"wish", "urge"} and not above[1].subject:
        return above[1].low.endswith(("ons", "ent", "e", "te")) and above[0].pos == "VERB"
    return False


def reported(lexicon: Lexicon, above: list[Governor], sentence: Sentence) -> bool:
    """Say whether the sentence reports what someone said, so that "would" is a future."""
    return any("say" in g.classes for g in above) or any(lexicon.has("told", u.low) for u in sentence.units)
