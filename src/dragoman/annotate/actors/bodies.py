"""Bodies: organisations that no table has, by their words.

"Ministry of Mines", "Sudanese Armed Forces", "Nairobi University" are known by a key word of
bodies.tsv. A body so found stands in the lexical layer like one of the table.
"""

from functools import cache

from dragoman.annotate.actors.lexical import Lexical, agent_index
from dragoman.annotate.actors.titles import portfolio_word
from dragoman.annotate.actors.tokens import Tokens
from dragoman.annotate.actors.wordlists import words_of
from dragoman.authority.organisations import Organisation
from dragoman.lexicon.tables import table

_SMALL = words_of("small")
_ADJECTIVES = words_of("adjectives_of_bodies")
_EVENTS = words_of("events_before_bodies")
MOST = 12  # words in a name


@cache
def body_words(language: str) -> dict[str, tuple[str, tuple[str, ...], str]]:
    """Return {key word: (sector, secondary, kind)} of the words that make a body in `language`."""
    return {
        row["word"]: (row["sector"], tuple(row["secondary"].split()), row["kind"])
        for row in table(f"{language}/bodies")
    }


def made(language: str, name: str, acronym: str = "") -> Organisation:
    """Return an organisation known from the text alone; sector by its key words."""
    sector, kind = "", "body"
    secondary: tuple[str, ...] = ()
    words = body_words(language)
    for word in name.casefold().replace("-", " ").split():
        hit = words.get(word) or words.get(word.removesuffix("s"))
        if hit and (not sector or hit[2] == "strong"):
            sector, secondary, kind = hit
    if not sector:
        for _, last, agent in agent_index(language).find(name):
            if agent.sector and agent.kind == "body" and last == len(name):
                sector, secondary = agent.sector, agent.secondary
    return Organisation(
        f"text:{(acronym or name).casefold()}", name, acronym, (), kind, "", sector, tuple(secondary), "text"
    )


def put(lex: Lexical, start: int, end: int, body: Organisation) -> None:
    """Let `body` stand at the tokens from `start` up to `end`, in place of what stood there."""
    for k in range(start, end):
        old = lex.bodies.pop(k, None)
        if old:
            lex.body_ends.pop(old[0], None)
        if k > start:
            lex.offices.pop(k, None)
    lex.offices.pop(start, None)
    lex.bodies[start] = (end, (body,))
    lex.body_ends[end] = start


def find_by_words(lex: Lexical) -> None:
    """Add the bodies known by a key word: a run of capitalised words with one of them as its head."""
    tokens = lex.tokens
    words = body_words(lex.language)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        hit = words.get(token.low) if token.capital and not _in_brackets(tokens, at) else None
        if hit is not None and any(
            s in lex.offices and lex.offices[s][0] > at for s in range(max(0, at - 5), at + 1)
        ):
            hit = None
        if hit is not None and hit[2] == "weak" and not _weak_head(tokens, at):
            hit = None
        if hit is None or _covered(lex, at):
            at += 1
            continue
        start, end = _run(lex, at)
        titles = [k for k in range(start, end) if k != at and k in lex.offices and not _adjective(lex, k)]
        if end - start >= 2 and not titles:
            put(lex, start, end, made(lex.language, " ".join(tokens.span(start, end).split())))
        at = max(end, at + 1)


def _adjective(lex: Lexical, at: int) -> bool:
    """Whether a title at token `at` only says of which sort a body is: "the General Border Committee"."""
    end = lex.offices[at][0] if at in lex.offices else at
    return end == at + 1 and lex.tokens.low(at) in _ADJECTIVES


def _demonym_ends(lex: Lexical, at: int) -> bool:
    """Whether an adjective of nationality ends before token `at`: it owns the body and is no part of it."""
    start = lex.state_ends.get(at)
    return start is not None and any(r.form == "demonym" for r in lex.states[start][1])


def _in_brackets(tokens: Tokens, at: int) -> bool:
    """Whether a word in capitals stands in a schedule's remark ("(OPEN TO PRESS)")."""
    return tokens[at].upper and any(tokens.low(k) == "(" for k in range(max(0, at - 4), at))


def _weak_head(tokens: Tokens, at: int) -> bool:
    """Whether a general word ("Council", "Force") is the head of its run: last in it, or before "of"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is None or not following.capital or following.gap == "\n"


def _covered(lex: Lexical, at: int) -> bool:
    return any(
        start in lex.bodies and lex.bodies[start][0] > at for start in range(max(0, at - MOST), at + 1)
    )


def _run(lex: Lexical, at: int) -> tuple[int, int]:
    """Return the run of capitalised words around the key word `at`: "X Y Ministry", "Ministry of X and Y"."""
    tokens = lex.tokens
    words = body_words(lex.language)
    start = at
    while (
        start > 0
        and tokens[start].gap == " "
        and tokens[start - 1].capital
        and (_adjective(lex, start - 1) or (start - 1 not in lex.offices and start not in lex.office_ends))
        and not _demonym_ends(lex, start)
        and tokens[start - 1].low not in ("the", "a", "an", "le", "la", "les")
        and not _covered(lex, start - 1)
        and not (lex.language == "fr" and tokens[start - 1].low in _EVENTS)
    ):
        start -= 1
    end = at + 1
    while end < len(tokens) and tokens[end].gap != "\n" and end - at < MOST:
        token = tokens[end]
        if (
            token.capital
            and token.gap in (" ", "")
            and (token.low in words or portfolio_word(lex, end))
            and end not in lex.offices
            and not (end in lex.states and end == at + 1)
        ):
            end += 1
        elif token.low in _SMALL and end + 1 < len(tokens):
            ahead = end + 1
            while ahead < len(tokens) and tokens[ahead].low in _SMALL and ahead < end + 3:
                ahead += 1
            if (
                ahead < len(tokens)
                and tokens[ahead].capital
                and tokens[ahead].gap != "\n"
                and ahead not in lex.offices
                and ahead not in lex.bodies
                and (token.low not in ("and", "et", "&") or _of_before(tokens, at, end))
                and token.low not in ("in", "on", "to", "à", "a")
            ):
                end = ahead + 1
            else:
                break
        else:
            break
    return start, end


def _of_before(tokens: Tokens, at: int, end: int) -> bool:
    return any(tokens[k].low in ("of", "for", "de", "des", "du", "d'") for k in range(at, end))
