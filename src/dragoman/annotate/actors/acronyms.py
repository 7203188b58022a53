"""Bodies by the acronym in brackets that introduces them: "National Council for Democracy (CND)".

The words of the name begin with the letters of the acronym, or hold a key word of bodies.tsv; the
acronym then stands for the body wherever else it is written.
"""

from dragoman.annotate.actors.bodies import MOST, body_words, made, put
from dragoman.annotate.actors.lexical import Lexical
from dragoman.annotate.actors.tokens import Tokens
from dragoman.annotate.actors.wordlists import words_of

_SMALL = words_of("small")


def acronym_of(words: list[str], acronym: str, *, every: bool = False) -> bool:
    """Whether the letters of `acronym` are, in order, those that the words begin with (small words may skip).

    One letter may lack a word, unless `every` is set.
    """
    letters = [c for c in acronym.upper() if c.isalpha()]
    firsts = [part[0].upper() for word in words for part in word.split("-") if part[:1].isalpha()]
    at = 0
    for first in firsts:
        if at < len(letters) and first == letters[at]:
            at += 1
    least = len(letters) if every else max(len(letters) - 1, 2)
    return at >= least and bool(firsts) and firsts[0] == letters[0]


def _introduced(lex: Lexical, bracket: int) -> int | None:
    """Return where the name begins that the acronym in brackets at `bracket` stands for."""
    tokens: Tokens = lex.tokens
    acronym = tokens[bracket + 1].text
    start = None
    words: list[str] = []
    at = bracket - 1
    while at >= 0 and bracket - at <= MOST:
        token = tokens[at]
        if tokens[at + 1].gap == "\n" or not (token.capital or token.low in _SMALL):
            break
        words.insert(0, token.text)
        if token.capital and acronym_of(words, acronym):
            start = at
            if acronym_of(words, acronym, every=True):
                break
        at -= 1
    return start


def _run_before(lex: Lexical, bracket: int) -> int | None:
    """Return where the run of capitalised words before `bracket` begins, if a key word of bodies is in it."""
    tokens = lex.tokens
    words = body_words(lex.language)
    at = bracket
    found = False
    while at > 0 and bracket - at < MOST and tokens[at].gap != "\n":
        token = tokens[at - 1]
        if not (token.capital or token.low in _SMALL) or (token.capital and at - 1 in lex.offices):
            break
        at -= 1
        found = found or (token.capital and token.low in words)
    while at < bracket and not tokens[at].capital:
        at += 1
    return at if found else None


def bind_acronyms(lex: Lexical) -> dict[str, str]:
    """Add the bodies that an acronym in brackets introduces; return {acronym: name}."""
    tokens = lex.tokens
    bound: dict[str, str] = {}
    places: dict[str, list[int]] = {}
    for at, token in enumerate(tokens.all):
        if token.capital:
            places.setdefault(token.text, []).append(at)
    for at in range(1, len(tokens) - 2):
        if tokens[at].text != "(" or tokens[at + 2].text != ")" or tokens[at + 1].gap:
            continue
        acronym = tokens[at + 1].text
        if acronym in bound or not (2 <= len(acronym) <= 12 and sum(c.isupper() for c in acronym) >= 2):
            continue
        known = next(
            (s for s in range(max(0, at - MOST), at) if s in lex.bodies and lex.bodies[s][0] == at), None
        )
        start = known if known is not None else _introduced(lex, at)
        if start is None:
            start = _run_before(lex, at)
        if start is None:
            continue
        name = " ".join(tokens.span(start, at).split())
        bound[acronym] = name
        if known is not None:
            body = lex.bodies[known][1][0]
        elif at + 1 in lex.bodies:
            body = lex.bodies[at + 1][1][0]
        else:
            body = made(lex.language, name, acronym)
        put(lex, start, at + 3, body)
        for k in places.get(acronym, ()):
            if k != at + 1 and k not in lex.bodies:
                put(lex, k, k + 1, body)
    return bound
