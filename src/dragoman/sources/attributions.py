"""Attribution lines: the source that a page says it has its words from.

"Source: U.S. Department Of State, April 24, 2024", "SOURCE: VOA", "Distributed by APO Group on
behalf of U.S. Department of State." The name is written as the body writes it itself: small words
in small letters, capitals only where they are the name's own.
"""

import re

from dragoman.model import Attribution, Span
from dragoman.sources.days import full_days
from dragoman.sources.words import words

LONGEST = 240
_SMALL = {
    "of",
    "the",
    "for",
    "and",
    "on",
    "in",
    "to",
    "at",
    "de",
    "du",
    "des",
    "la",
    "le",
    "les",
    "et",
    "l",
    "d",
}
_URL = re.compile(r"https?://\S+|www\.\S+")


def attribution_in(line: str, offset: int, language: str) -> Attribution | None:
    """Return the attribution that `line` (at `offset` of the text) consists of, or None."""
    if len(line) > LONGEST:
        return None
    opening = re.match(rf"[\[(*•–—-]*\s*{words(language, 'source')}(\s*[:–—-]\s*|\s+)", line, re.IGNORECASE)
    if opening is None:
        return None
    colon = bool(opening[1].strip())
    rest = line[opening.end() :]
    behalf = re.search(rf"\s{words(language, 'behalf')}\s+", rest, re.IGNORECASE)
    if behalf:
        rest = rest[behalf.end() :]
    elif not colon and not (line[: opening.end()].isupper() or " by" in opening[0] or " in" in opening[0]):
        return None  # "Sources said ..."
    days = full_days(line, language)
    name = rest
    day = None
    if days:
        time, day = days[-1]
        name = line[len(line) - len(rest) : time.start] if time.start >= len(line) - len(rest) else rest
    name = _URL.sub("", name).strip(' \t.,;:()[]–—-|*•“”"')
    if not name or len(name) > 120 or re.search(r"[^\W\d_]{3}[.!?]\s", name):
        return None
    return Attribution(normalise(name), day, Span(offset, offset + len(line), line))


def normalise(name: str) -> str:
    """Write a body's name as the body does: "U.S. DEPARTMENT OF STATE" and "... Of State" alike."""
    parts = name.split()
    shouting = len(parts) > 2 and name.isupper()
    out = []
    for number, word in enumerate(parts):
        if number and word.lower() in _SMALL:
            out.append(word.lower())
        elif shouting and len(word) > 3 and "." not in word:
            out.append(word.capitalize())
        else:
            out.append(word)
    return " ".join(out)
