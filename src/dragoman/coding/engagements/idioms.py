"""Words of an engagement in phrases that tell of none: "called on Algeria to", "sign off", "il revient à".

Also what makes a whole document one of something else: sport.
"""

from itertools import pairwise

from dragoman.coding.engagements.lexicon import Lexicon, Verb
from dragoman.coding.engagements.units import Sentence, Unit

REACH = 9  # units behind "called on" among which "to" and a verb make a demand of it
SPORTING = 3  # different words of sport by which a document is about it


def otherwise(lexicon: Lexicon, units: list[Unit], i: int, verb: Verb) -> bool:
    """Say whether the verb at unit `i` stands in a phrase that tells of no engagement."""
    ahead = [u.low for u in units[i + 1 : i + 3]]
    if verb.lemma == "call" and ahead[:1] == ["on"]:
        return _demands(units, i)
    if verb.lemma == "sign" and ahead[:1] == ["off"]:
        return True
    if verb.lemma == "speak" and ahead[:1] == ["for"] and i + 2 < len(units):
        return units[i + 2].named and units[i + 2].time is None  # "speaks for Kyiv"
    if lexicon.language == "fr" and verb.kind == "talks" and verb.tenses == {"part"}:
        return (
            i > 0 and units[i - 1].pos == "NOUN" and not units[i - 1].named
        )  # "le cessez-le-feu négocié avec"
    if lexicon.language == "fr" and verb.lemma in ("revenir", "appartenir"):
        return i > 0 and units[i - 1].low == "il" and _to_do(units, i)
    return False


def met_with(lexicon: Lexicon, units: list[Unit], i: int) -> bool:
    """Say whether a verb tells how something was taken: "their call met with a cool response"."""
    if lexicon.language != "en" or [u.low for u in units[i : i + 2]] != ["met", "with"]:
        return False
    behind = units[i + 2 : i + 7]
    end = next((k for k, u in enumerate(behind) if u.named or lexicon.has("groups", u.low)), len(behind))
    return any(lexicon.has("met_with", u.low) for u in behind[:end])


def _demands(units: list[Unit], i: int) -> bool:
    """Say whether one calls on another to do something, which is no courtesy call."""
    for k in range(i + 2, min(i + REACH, len(units) - 1)):
        if units[k].low == "to" and units[k + 1].tag in ("VB", "VBN") and not units[k + 1].named:
            return True
        if units[k].low in (",", ";", ".") or units[k].time is not None:
            return False
    return False


def _to_do(units: list[Unit], i: int) -> bool:
    """Say whether it falls to someone to do something: "il revient à la Russie de montrer"."""
    behind = units[i + 1 : i + REACH]
    return any(
        u.low in ("de", "d'") and v.pos in ("VERB", "AUX") and not v.named for u, v in pairwise(behind)
    )


def about_sport(lexicon: Lexicon, sentences: list[Sentence]) -> bool:
    """Say whether a document is about sport, where states that "meet" or "visit" are teams."""
    words = {u.low for s in sentences for u in s.units if not u.named}
    return len(words & (lexicon.words["sport"] | lexicon.words["finals"])) >= SPORTING
