"""Patterns over token classes, as the lexicon's rule files write them, compiled to regular expressions.

A pattern is a line of classes (`MONTH`), words (`"of"`), groups with alternatives (`(A | B)`) and
options (`A?`); `CLASS:name` keeps what matched under a name, `[ ]` marks the part that is the
expression where the rest is only its surroundings, `@name` inserts a macro. Nothing repeats, so a
pattern matches a bounded number of tokens and a text is matched in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

LEXEME = re.compile(r'\s*(@\w+|"[^"]+"(?::\w+)?|[A-Z_]+(?::\w+)?|[()|?\[\]])')
Slots = dict[str, tuple[str, str]]


class PatternError(ValueError):
    """A rule file holds a pattern that cannot be read."""


@dataclass(frozen=True)
class Pattern:
    """A compiled pattern: `slots` maps a group to its slot and class, `first` are its first characters."""

    regex: re.Pattern[str]
    slots: Slots
    first: frozenset[str]
    bracketed: bool


def expand(pattern: str, macros: dict[str, str]) -> str:
    """The pattern with its macros inserted, also those inside macros."""
    for _ in range(8):
        if "@" not in pattern:
            return pattern
        pattern = re.sub(r"@(\w+)", lambda m: f"({macros[m[1]]})", pattern)
    raise PatternError(f"macros too deep: {pattern}")


def words_of(pattern: str) -> Iterator[str]:
    """The words that a pattern names literally."""
    for match in re.finditer(r'"([^"]+)"', pattern):
        yield match[1]


def lexemes(pattern: str) -> list[str]:
    """The pattern's parts, in order."""
    found, at = [], 0
    pattern = pattern.rstrip()
    while at < len(pattern):
        match = LEXEME.match(pattern, at)
        if not match:
            raise PatternError(f"cannot read {pattern[at:]!r} in the pattern {pattern!r}")
        found.append(match[1])
        at = match.end()
    return found


class Compiler:
    """Turns one pattern into a regular expression over class characters."""

    def __init__(self, pattern: str, chars: Callable[[str], str]) -> None:
        """`chars` gives the characters of all tokens that have a class."""
        self.source = pattern
        self.parts = lexemes(pattern)
        self.chars = chars
        self.at = 0
        self.slots: Slots = {}
        self.bracketed = "[" in self.parts

    def compile(self) -> Pattern:
        """The compiled pattern."""
        body, first, nullable = self.choice()
        if self.at != len(self.parts) or nullable:
            raise PatternError(f"unbalanced or empty pattern: {self.source!r}")
        return Pattern(re.compile(body), self.slots, frozenset(first), self.bracketed)

    def choice(self) -> tuple[str, set[str], bool]:
        """Alternatives: their expression, first characters, and whether they may be empty."""
        bodies, first, nullable = [], set(), False
        while True:
            body, chars, empty = self.sequence()
            bodies.append(body)
            first |= chars
            nullable |= empty
            if self.at >= len(self.parts) or self.parts[self.at] != "|":
                break
            self.at += 1
        return (bodies[0] if len(bodies) == 1 else f"(?:{'|'.join(bodies)})"), first, nullable

    def sequence(self) -> tuple[str, set[str], bool]:
        """Elements one after the other."""
        body, first, nullable = "", set[str](), True
        while self.at < len(self.parts) and self.parts[self.at] not in (")", "|", "]"):
            part, chars, empty = self.element()
            body += part
            if nullable:
                first |= chars
            nullable &= empty
        return body, first, nullable

    def element(self) -> tuple[str, set[str], bool]:
        """One class, word or group, with its question mark if it has one."""
        part = self.parts[self.at]
        self.at += 1
        if part in ("(", "["):
            body, first, nullable = self.choice()
            closing = {"(": ")", "[": "]"}[part]
            if self.at >= len(self.parts) or self.parts[self.at] != closing:
                raise PatternError(f"unbalanced pattern: {self.source!r}")
            self.at += 1
            body = f"(?P<span>{body})" if part == "[" else f"(?:{body})"
        else:
            body, first = self.leaf(part)
            nullable = False
        if self.at < len(self.parts) and self.parts[self.at] == "?":
            self.at += 1
            body, nullable = f"(?:{body})?", True
        return body, first, nullable

    def leaf(self, part: str) -> tuple[str, set[str]]:
        """A class or a word."""
        quoted = re.fullmatch(r'"([^"]+)"(?::(\w+))?', part)
        name, slot = (
            ("=" + quoted[1], quoted[2]) if quoted else (part.partition(":")[0], part.partition(":")[2])
        )
        chars = self.chars(name)
        if not chars:
            raise PatternError(f"nothing has the class {name} in the pattern {self.source!r}")
        body = f"[{re.escape(chars)}]"
        if slot:
            group = f"g{len(self.slots)}"
            self.slots[group] = (slot, name)
            body = f"(?P<{group}>{body})"
        return body, set(chars)
