"""Joins the lines of a text that was wrapped at a column, as mails, terminals and editors do.

A line break becomes a space, so that every other character stays where it was. A text counts as
wrapped where a line breaks off inside a sentence; the width is then that of its longest such
paragraph, and a break is the wrapping's where the next word would not have fitted. Headings, entries
and lists keep their lines.
"""

import re

WIDEST = 130  # characters; a paragraph with a longer line is not wrapped at a column
NARROWEST = 45  # a shorter line is an entry, a heading or verse
# How many characters a line may fall short of the width, for text set in proportional type (PDF).
PROPORTIONAL = 14
_ENDS = (".", "!", "?", ":", ";", "…", ".”", '."', ".»", ". »")
_ITEM = re.compile(r"\s*(?:[-–—•*·▪●]|\d{1,2}[.):]\s|\(?[a-z][.)]\s|\d{1,2}[:h.]\d\d|[A-Z]\w{2,20}: )")


def _mid_sentence(line: str, following: str) -> bool:
    """Say whether a sentence certainly goes on in the next line."""
    if len(line.strip()) < NARROWEST or line.endswith(_ENDS):
        return False
    first = following.lstrip()[:1]
    return first.islower() or line.endswith(",")


def _starts_anew(line: str, following: str) -> bool:
    """Say whether the next line is an item of a list, a labelled line or a heading in capitals."""
    return bool(_ITEM.match(following)) or line.isupper() != following.isupper()


def _blocks(lines: list[str]) -> list[range]:
    """Return the runs of lines without a blank one or an over-long one between them."""
    blocks: list[range] = []
    start = 0
    for i, line in enumerate([*lines, ""]):
        if not line.strip() or len(line) > WIDEST:
            if i - start > 1:
                blocks.append(range(start, i))
            start = i + 1
    return blocks


def unwrap(text: str, *, slack: int = 0) -> str:
    """Return `text` with the line breaks of a fixed width as spaces.

    `slack`: by how many characters a full line may fall short of the longest.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    blocks = _blocks(lines)
    certain = {
        i
        for block in blocks
        for i in block[:-1]
        if not _starts_anew(lines[i], lines[i + 1]) and _mid_sentence(lines[i], lines[i + 1])
    }
    if not certain:
        return text
    width = max(len(lines[i]) for block in blocks if certain & set(block) for i in block)
    joined = set()
    for block in blocks:
        for i in block[:-1]:
            line, following = lines[i], lines[i + 1]
            word = following.split(maxsplit=1)[0]
            full = len(line) + 1 + len(word) > width - slack and len(line) >= NARROWEST
            if i in certain or (full and not line.endswith(":") and not _starts_anew(line, following)):
                joined.add(i)
    parts = text.split("\n")
    return "".join(part + (" " if i in joined else "\n") for i, part in enumerate(parts))[:-1]
