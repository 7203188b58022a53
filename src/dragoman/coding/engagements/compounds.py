"""French nouns that are part of a larger word of engagement: "la première session du dialogue"."""

from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.units import Unit

LATERAL = ("bilatéral", "trilatéral", "quadrilatéral")
ROUNDS = ("session", "round", "cycle", "tour")


def past_compound(lexicon: Lexicon, units: list[Unit], i: int, *, mutual: bool) -> int | None:
    """Return the unit to go on with where the noun at unit `i` tells of no engagement of its own.

    A session of a dialogue is one of the dialogue, "se retrouveront en sommet" is told by its verb
    (`mutual`: the last trigger is one of meeting), "la Conférence des chefs d'État" is who meets, and
    "libre-échange" is no exchange.
    """
    if lexicon.language != "fr":
        return None
    low, before = units[i].low, units[i - 1].low if i else ""
    ahead = units[i + 1].low if i + 1 < len(units) else ""
    if low in ("échange", "échanges") and before in ("libre", "libre-", "-"):
        return i + 1
    if low == "conférence" and ahead.startswith("des "):
        return i + 1
    if low.startswith(LATERAL) and i and units[i - 1].pos in ("NOUN", "ADJ") and not units[i - 1].named:
        return i + 1  # "une réunion trilatérale"
    if low in ("appel", "appels") and ahead in ("d'", "à", "au", "aux"):
        return i + 1  # "appel d'offres", "un appel à la retenue"
    if low == "entretien" and ahead in ("des", "du") and not any(u.actors for u in units[i + 2 : i + 4]):
        return i + 1  # "l'entretien des routes"
    if low in ("sommet", "session", "tête-à-tête") and before == "en" and mutual:
        return i + 1
    if low in ROUNDS and lexicon.has("of", ahead):
        k = i + 2 + (i + 2 < len(units) and units[i + 2].low in ("la", "l'"))
        if k < len(units) and any(n.frame == "event" for n in lexicon.nouns.get(units[k].low, ())):
            return k
    return None
