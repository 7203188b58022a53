"""The state that a text is written from or about, for officials whose state it takes for granted.

"Foreign Minister X" in a Turkish paper, "the Prime Minister" in a British readout: the dateline's
country, or the state that the text names most, where one stands out. States that are only places there
("in Argentina") do not count. What rests on it says that it is inferred.
"""

import re
from collections import Counter

from dragoman.annotate.actors.lexical import Lexical
from dragoman.annotate.actors.wordlists import words_of
from dragoman.authority.holders import holders
from dragoman.authority.states import lookup_state, states

LOCATIVE = words_of("locative")
_DATELINE = re.compile(r"^\s*([A-ZÀ-Þ][A-ZÀ-Þ' .-]{2,30}?)(?:\s*[,(/–—:-]|\s*$)", re.MULTILINE)
_SEATS_OF_BODIES = frozenset(("BEL", "CHE", "AUT"))
_FIRST = 1500
LEAST = 2
DATELINE = 2
_AGENCY = re.compile(r"\((?:AP|Reuters|REUTERS|AFP|UPI|dpa|EFE|VOA|CNN|BBC)\)")
NEAR = 45


def mentioned(lex: Lexical) -> list[tuple[int, str]]:
    """Return the states that the text names as more than a place, as (token, country), in order."""
    found = []
    for at, (_, readings) in lex.states.items():
        before = at - 1
        while (
            lex.tokens.low(before) in ("the", "la", "le", "les", "l'", "republic", "of") and before > at - 4
        ):
            before -= 1
        if lex.tokens.low(before) in LOCATIVE and not any(r.form == "demonym" for r in readings):
            continue
        found.append((at, readings[0].country))
    for at, (_, bodies) in lex.bodies.items():
        if bodies[0].code in states():
            found.append((at, bodies[0].code))
    return sorted(found)


def lacking(office: str) -> frozenset[str]:
    """Return the countries whose holders are known, but none of `office`: the U.S. has no premier."""
    known = {t.country for t in holders()}
    return frozenset(known - {t.country for t in holders() if t.office == office})


def dateline_country(text: str) -> str | None:
    """Return the country of the capital in a dateline of `text`, None where there is none.

    The dateline of an agency of the whole world tells where its correspondent sits, and does not count.
    """
    if _AGENCY.search(text[:_FIRST]):
        return None
    for match in _DATELINE.finditer(text[:_FIRST]):
        readings = [r for r in lookup_state(match.group(1).title()) if r.form == "capital"]
        if readings and readings[0].country not in _SEATS_OF_BODIES:
            return readings[0].country
    return None


def home_country(
    lex: Lexical, without: frozenset[str] = frozenset(), people: Counter[str] | None = None
) -> str | None:
    """Return the country that a text is from or about: named most often, its dateline counting twice.

    `without` are countries that cannot be meant, since the text gives them another holder. `people`
    counts the mentions of officials of each country. None where no state stands out.
    """
    counts = Counter(code for _, code in mentioned(lex) if code not in without)
    for code, number in (people or Counter()).items():
        if code not in without:
            counts[code] += number
    dateline = dateline_country(lex.tokens.text)
    if dateline is not None and dateline not in without:
        counts[dateline] += DATELINE
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    if ranked[0][1] < LEAST and len(counts) > 1:
        return None
    return ranked[0][0]


def nearest_country(lex: Lexical, at: int, without: frozenset[str] = frozenset()) -> str | None:
    """Return the state named last before token `at`, not far away; None where there is none."""
    before = [code for place, code in mentioned(lex) if at - NEAR < place < at and code not in without]
    return before[-1] if before else None
