"""The state that a text is written from or about, for officials whose state it takes for granted.

"Foreign Minister X" in a Turkish paper, "the Prime Minister" in a British readout: the dateline's
country, or the state that the text names most, where one stands out. What rests on it says that it is
inferred.
"""

import re
from collections import Counter

from dragoman.annotate.actors.lexical import Lexical
from dragoman.authority.states import lookup_state

_DATELINE = re.compile(r"^\s*([A-ZÀ-Þ][A-ZÀ-Þ' .-]{2,30}?)(?:\s*[,(/–—:-]|\s*$)", re.MULTILINE)
LEAST = 2


def home_country(lex: Lexical, without: frozenset[str] = frozenset()) -> str | None:
    """Return the country of the dateline, or that named most often; None where none stands out.

    `without` are countries that cannot be meant, since the text gives them another holder.
    """
    counts = Counter(
        code
        for end, readings in lex.states.values()
        if (code := readings[0].country) not in without and end > 0
    )
    for body_end, bodies in lex.bodies.values():
        code = bodies[0].code
        if (
            len(code) == 3
            and code not in without
            and code not in ("IGO", "UNO", "EUR", "NGO", "MNC", "IMG", "ISM")
            and body_end
        ):
            counts[code] += 1
    for match in _DATELINE.finditer(lex.tokens.text[:1500]):
        readings = [r for r in lookup_state(match.group(1).title()) if r.form == "capital"]
        if readings and readings[0].country not in without:
            return readings[0].country
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < LEAST or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
