"""A language's lexicon and rules, read from its data files and compiled once a process.

`lexicon/<language>/times.tsv` gives words their classes and values, `times.toml` the rules. Each
set of classes that a token can have is one character; a text becomes a string of such characters,
and each level of rules rewrites that string: what a rule matches becomes one node of the rule's
own class, which the rules of the next levels can use. A third language is two more files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from dragoman.lexicon.tables import table, toml
from dragoman.times.numbers import number_classes
from dragoman.times.pattern import Compiler, Pattern, expand, words_of
from dragoman.times.tokens import tokenize

NOTHING = "\u0001"
NAMED_GROUP = re.compile(r"\(\?P<\w+>")


class Word(NamedTuple):
    """What the lexicon knows of a form: its character and the value that it has in each class."""

    char: str
    values: dict[str, Any]
    capitalised: bool


class Meaning(NamedTuple):
    """What a rule understood: the resolver's operation and what it works on."""

    make: str
    slots: dict[str, Any]


@dataclass(frozen=True)
class Rule:
    """A rule: its pattern, the class of what it finds, and what that means."""

    name: str
    pattern: Pattern
    found: str
    char: str
    make: str
    given: dict[str, Any]
    guard: str | None


@dataclass(frozen=True)
class Level:
    """The rules of one level by the character that they start with.

    `trigger` finds these characters; `gates` tell by one match whether any rule of a character does, and
    are compiled when they are first needed.
    """

    trigger: re.Pattern[str]
    gates: dict[str, re.Pattern[str]]
    rules: dict[str, tuple[Rule, ...]]

    def at(self, string: str, start: int) -> tuple[Rule, ...]:
        """The rules that may match at a place, none where none does."""
        char = string[start]
        rules = self.rules.get(char)
        if rules is None:
            return ()
        found = self.gates.get(char)
        if found is None:
            found = self.gates[char] = gate(rules)
        return rules if found.match(string, start) else ()


def plain(value: str) -> Any:
    """A table's cell as a number where it is one."""
    if re.fullmatch(r"-?\d+", value):
        return int(value)
    return float(value) if re.fullmatch(r"\d+\.\d+", value) else value


class Grammar:
    """All that is known of one language's time expressions."""

    def __init__(self, language: str) -> None:
        """Reads `lexicon/<language>/times.tsv` and `times.toml`."""
        data = toml(f"{language}/times")
        self.language = language
        self.settings: dict[str, Any] = data["settings"]
        self.october_fiscal = frozenset(self.settings["october_fiscal"])
        self.classes: dict[str, dict[str, Any]] = {}
        capitalised: set[str] = set()
        for row in table(f"{language}/times"):
            self.classes.setdefault(row["form"], {})[row["class"]] = plain(row["value"])
            if row.get("case") == "C":
                capitalised.add(row["form"])
        rules = [
            (rule, expand(pattern, data["macro"])) for rule in data["rule"] for pattern in rule["patterns"]
        ]
        for _, pattern in rules:
            for word in words_of(pattern):
                self.classes.setdefault(word, {})["=" + word] = word
        self.signs: dict[frozenset[str], str] = {}
        outputs = {rule["is"] for rule, _ in rules}
        for names in [*map(frozenset, self.classes.values()), *number_classes(), *({o} for o in outputs)]:
            self.sign(frozenset(names))
        self.words: dict[str, Word] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
        for form, values in self.classes.items():
            self.enter(form, Word(self.sign(frozenset(values)), values, form in capitalised))
        self.levels = tuple(
            self.level([r for r in rules if r[0]["level"] == n])
            for n in sorted({r["level"] for r, _ in rules})
        )

    def sign(self, names: frozenset[str]) -> str:
        """The character of a set of classes."""
        return self.signs.setdefault(names, chr(0xE000 + len(self.signs)))

    def chars(self, name: str) -> str:
        """The characters of all sets that hold a class."""
        return "".join(char for names, char in self.signs.items() if name in names)

    def enter(self, form: str, word: Word) -> None:
        """Puts a form into the table of words, or of phrases where it has several tokens."""
        parts = tuple(token.text for token in tokenize(form))
        if len(parts) == 1:
            self.words[form] = word
            return
        self.phrases.setdefault(parts[0], []).append((parts, word))
        self.phrases[parts[0]].sort(key=lambda entry: -len(entry[0]))

    def level(self, rules: list[tuple[dict[str, Any], str]]) -> Level:
        """Compiles the rules of a level."""
        by_char: dict[str, list[Rule]] = {}
        for rule, text in rules:
            pattern = Compiler(text, self.chars).compile()
            made = Rule(
                rule["name"],
                pattern,
                rule["is"],
                self.sign(frozenset({rule["is"]})),
                rule["make"],
                rule.get("with", {}),
                rule.get("guard"),
            )
            for char in pattern.first:
                by_char.setdefault(char, []).append(made)
        trigger = re.compile(f"[{re.escape(''.join(by_char))}]")
        return Level(trigger, {}, {char: tuple(found) for char, found in by_char.items()})


def gate(rules: tuple[Rule, ...]) -> re.Pattern[str]:
    """One expression that matches where any of the rules does."""
    bodies = dict.fromkeys(NAMED_GROUP.sub("(?:", rule.pattern.regex.pattern) for rule in rules)
    return re.compile("|".join(bodies))


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language (an ISO 639-1 code that has a folder in the lexicon)."""
    return Grammar(language)
