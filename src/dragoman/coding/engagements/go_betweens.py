"""Those who bring others together and are no side themselves: hosts, mediators, guarantors, observers.

"Switzerland will host talks between A and B", "mediated by Qatar, A and B resumed", "with Cuba and Norway as
guarantors", "with Egyptian mediators shuttling between the rooms".
"""

from collections.abc import Sequence

from dragoman.coding.engagements.camps import sides_among
from dragoman.coding.engagements.lexicon import Lexicon, small
from dragoman.coding.engagements.party import Party
from dragoman.coding.engagements.units import Sentence, Unit
from dragoman.coding.engagements.verdict import Verdict

REACH = 14  # units behind "with" among which it is told what those named are
LEAD = 4  # units before a name in which a word of mediation stands


def apart_from(
    lexicon: Lexicon, sentence: Sentence, at: int, verdict: Verdict, head: list[Party], parties: list[Party]
) -> bool:
    """Say whether `head` only brings `parties` together, whose talks are the noun at unit `at`."""
    if "mediate" in verdict.cls:
        return True
    if "lead" not in verdict.cls or len(sides_among(parties)) < 2:
        return False
    ahead = sentence.units[at + 1 : at + 4]
    pairing = next((k for k, u in enumerate(ahead) if lexicon.has("between", u.low)), None)
    if pairing is None or any(u.named for u in ahead[:pairing]):
        return False
    return not {p.code for p in head} & {p.code for p in parties}


def mediates(lexicon: Lexicon, units: Sequence[Unit], k: int) -> bool:
    """Say whether unit `k` names who mediates: "mediated by Qatar", "under the auspices of Norway"."""
    if k < 2 or not any(lexicon.has(w, units[k - 1].low) for w in ("by", "of", "definite")):
        return False
    lead = units[max(0, k - LEAD) : k]
    return any(lexicon.has("mediation", u.low) for u in lead) and not any(u.named for u in lead)


def past_go_betweens(lexicon: Lexicon, units: Sequence[Unit], k: int) -> int | None:
    """Return the index behind "with A and B as guarantors" from "with" at unit `k` on, None where none is."""
    aside = k > 0 and units[k - 1].low == ","
    named = 0
    for j in range(k + 1, min(k + REACH, len(units))):
        unit = units[j]
        as_such = lexicon.has("acting_as", units[j - 1].low)
        if lexicon.has("go_betweens", unit.low.split()[-1]):
            return j + 1 if as_such or (aside and not _more(units, j + 1)) else None
        if unit.named or unit.states:
            named += 1
            continue
        if aside and named and lexicon.has("shuttling", unit.low):
            return j + 1
        linking = lexicon.has("and", unit.low) or small(lexicon, unit.low) or lexicon.has("of", unit.low)
        if not (linking or unit.pos in ("ADJ", "NOUN", "PROPN") or lexicon.has("acting_as", unit.low)):
            return None
    return None


def _more(units: Sequence[Unit], k: int) -> bool:
    """Say whether a name follows the word for go-betweens, so that it is a title: "mediator X"."""
    return k < len(units) and any(a.kind == "person" for a in units[k].actors)
