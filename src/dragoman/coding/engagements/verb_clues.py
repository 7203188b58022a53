"""What a clause says of its verb by its subject and what it hangs on: headlines, invitations, nobody."""

from dragoman.coding.engagements.clauses import Group
from dragoman.coding.engagements.governors import Governor
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.units import Sentence


def headed(lexicon: Lexicon, sentence: Sentence, group: Group) -> bool:
    """Say whether an infinitive is a headline's future: "Xi to visit Hungary next week"."""
    if lexicon.language != "en" or not group.first or group.negated or group.classes:
        return False
    units = sentence.units
    lead = units[: group.first]
    if not lexicon.has("to", units[group.first].low) or lead[-1].pos in ("ADJ", "ADP"):
        return False
    if sentence.form == "entry" or (sentence.form == "body" and units[-1].low == "."):
        return False
    named = any(u.named and u.time is None for u in lead)
    return named and not any((u.pos in ("VERB", "AUX") or u.low == "to") and not u.named for u in lead)


def accepted(lexicon: Lexicon, above: list[Governor]) -> bool:
    """Say whether an infinitive hangs on an invitation that is taken up: "accepted an invitation to meet"."""
    if len(above) < 2 or "invite" not in above[0].classes or above[0].pos not in ("NOUN", "PROPN"):
        return False
    group = above[1].group
    return lexicon.has("accepting", above[1].low) and group is not None and not group.negated


def nobody(lexicon: Lexicon, sentence: Sentence, first: int) -> bool:
    """Say whether the subject before unit `first` is none of those named: "Neither A nor B will go"."""
    for k in range(first - 1, max(-1, first - 12), -1):
        unit = sentence.units[k]
        if lexicon.has("nobody", unit.low):
            return True
        if unit.low == ";" or (unit.pos in ("VERB", "AUX") and not unit.named):
            return False
    return False
