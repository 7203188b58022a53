"""Applies a grammar to a text: tokens become nodes, and each level of rules joins nodes.

Every level is one pass. At a place where rules may start, the one that reaches farthest wins, and
the first in the file where several do. What no rule wants stays as it is for the next level.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from dragoman.times import guards
from dragoman.times.grammar import NOTHING, Grammar, Level, Meaning, Rule
from dragoman.times.numbers import big, fraction, glued, integer, ordinal
from dragoman.times.tokens import Token, tokenize

NUMBERS: dict[str, Callable[[str], dict[str, Any]]] = {
    "INT": integer,
    "GLUED": glued,
    "ORDINAL": ordinal,
    "BIG": big,
    "FRACTION": fraction,
}
SHAPES = frozenset({"ISO", "NUMDATE", "CLOCK", "HCLOCK", "DECADE", "AMPM"})


class Node(NamedTuple):
    """Tokens `first` to `last` (inclusive) as one: the values of its classes, or its meaning."""

    first: int
    last: int
    values: dict[str, Any]
    meaning: Meaning | None


class Match(NamedTuple):
    """A rule that matches nodes `first` up to, not including, `end`, with what it keeps."""

    first: int
    end: int
    rule: Rule
    slots: dict[str, Any]


class Scan:
    """A text on its way through the levels: `string` has one class character a node."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        """Cuts the text into tokens and looks each up."""
        self.text = text
        self.grammar = grammar
        self.tokens: list[Token] = tokenize(text)
        self.lower: list[str] = [token.text.lower().replace("’", "'") for token in self.tokens]
        self.nodes: list[Node] = []
        self.string = self.look_up()

    def look_up(self) -> str:
        """One node a token or phrase of the lexicon; the string of their characters."""
        grammar, nodes, lower = self.grammar, self.nodes, self.lower
        words, phrases = grammar.words, grammar.phrases
        chars: list[str] = []
        skip = 0
        for i, token in enumerate(self.tokens):
            if i < skip:
                continue
            form, last = lower[i], i
            char, values = NOTHING, {}
            shape = token.shape
            if shape == "WORD" or shape == "MARK":
                for parts, word in phrases.get(form, ()):
                    if tuple(lower[i : i + len(parts)]) == parts and self.fits(word.capitalised, i):
                        char, values, last = word.char, word.values, i + len(parts) - 1
                        skip = last + 1
                        break
                else:
                    found = words.get(form) or (self.inner(i) if shape == "WORD" else None)
                    if found and self.fits(found.capitalised, i):
                        char, values = found.char, found.values
            elif shape in NUMBERS:
                values = NUMBERS[shape](token.text)
                char = grammar.sign(frozenset(values)) if values else NOTHING
            elif shape in SHAPES:
                values = {shape: token.text}
                char = grammar.sign(frozenset(values))
            nodes.append(Node(i, last, values, None))
            chars.append(char)
        return "".join(chars)

    def fits(self, capitalised: bool, i: int) -> bool:
        """Whether the token is written as its entry wants."""
        return not capitalised or self.tokens[i].text[0].isupper()

    def inner(self, i: int) -> Any:
        """The entry of a month or weekday glued to the word before it ("ShareMarch 12, 2024")."""
        text = self.tokens[i].text
        if text.islower() or text[1:].islower() or text.isupper():
            return None
        at = max((k for k, char in enumerate(text) if char.isupper() and text[k - 1].islower()), default=0)
        word = self.grammar.words.get(text[at:].lower())
        if at and word and text[at + 1 :].islower() and ("MONTH" in word.values or "WEEKDAY" in word.values):
            token = self.tokens[i]
            self.tokens[i] = Token(token.start + at, token.end, token.shape, text[at:])
            self.lower[i] = text[at:].lower()
            return word
        return None

    def written_orders(self) -> dict[str, int]:
        """How many written dates put the day first, and how many the month."""
        votes = {"dmy": 0, "mdy": 0}
        for node in self.nodes:
            if (
                node.meaning
                and node.meaning.make == "calendar"
                and {"day", "month"} <= node.meaning.slots.keys()
            ):
                for form in self.lower[node.first : node.last + 1]:
                    if form[0].isdigit() or "MONTH" in self.grammar.classes.get(form, ()):
                        votes["dmy" if form[0].isdigit() else "mdy"] += 1
                        break
        return votes

    def breaks(self, first: int, last: int) -> bool:
        """Whether a paragraph ends between two tokens."""
        return any(token.shape == "PARA" for token in self.tokens[max(0, first) : last])

    def heading(self, node: Node, longest: int) -> bool:
        """Whether a node stands in a line of its own of at most that many tokens."""
        tokens = self.tokens
        first = node.first
        while first > 0 and node.first - first < longest and tokens[first - 1].shape != "PARA":
            first -= 1
        last = node.last
        while last + 1 < len(tokens) and last - first < longest and tokens[last + 1].shape != "PARA":
            last += 1
        ends = (first == 0 or tokens[first - 1].shape == "PARA") and (
            last + 1 == len(tokens) or tokens[last + 1].shape == "PARA"
        )
        return ends and last - first < longest and len(tokens) > last - first + 1

    def run(self) -> None:
        """Applies all levels."""
        for level in self.grammar.levels:
            self.apply(level)

    def apply(self, level: Level) -> None:
        """Applies one level: rewrites nodes and string."""
        found: list[tuple[int, int, str, Node]] = []
        at = 0
        while trigger := level.trigger.search(self.string, at):
            start = trigger.start()
            best = self.best(level, start, at)
            if best is None:
                at = start + 1
                continue
            if best.first > start:  # the expression stands behind words that only surround it
                for other in range(start + 1, best.end):
                    rival = self.best(level, other, at)
                    if rival and rival.end > best.end:
                        best = rival
            first, end, rule, slots = best
            node = Node(self.nodes[first].first, self.nodes[end - 1].last, *self.load(rule, slots))
            found.append((first, end, rule.char, node))
            at = end
        if found:
            self.rewrite(found)

    def best(self, level: Level, start: int, at: int) -> Match | None:
        """The match from `start` that reaches farthest, and of those the one that looks farthest.

        None where no rule matches, or only ones that reach back before `at`.
        """
        best: Match | None = None
        reach = (0, 0)
        for rule in level.at(self.string, start):
            match = rule.pattern.regex.match(self.string, start)
            if match:
                span = match.span("span") if rule.pattern.bracketed else match.span()
                if span[0] >= at and (span[1], match.end()) > reach:
                    slots = self.slots(rule, match)
                    if rule.guard is None or guards.passes(rule.guard, self, span, slots):
                        best, reach = Match(*span, rule, slots), (span[1], match.end())
        return best

    def slots(self, rule: Rule, match: Any) -> dict[str, Any]:
        """What the rule kept: values of the lexicon, or meanings of earlier levels."""
        slots = dict(rule.given)
        for group, (slot, name) in rule.pattern.slots.items():
            at = match.start(group)
            if at >= 0:
                node = self.nodes[at]
                slots[slot] = node.meaning if node.meaning is not None else node.values[name]
        return slots

    def load(self, rule: Rule, slots: dict[str, Any]) -> tuple[dict[str, Any], Meaning | None]:
        """What a new node carries: a number's value at once, else its meaning."""
        if rule.make == "number":
            total = slots.get("n", 1) * slots.get("times", 1) + slots.get("plus", 0) + slots.get("ones", 0)
            return {rule.found: total}, None
        return {}, Meaning(rule.make, slots)

    def rewrite(self, found: list[tuple[int, int, str, Node]]) -> None:
        """Puts the new nodes in place of those that they join."""
        nodes: list[Node] = []
        chars: list[str] = []
        at = 0
        for first, end, char, node in found:
            nodes += self.nodes[at:first]
            chars += (self.string[at:first], char)
            nodes.append(node)
            at = end
        nodes += self.nodes[at:]
        chars.append(self.string[at:])
        self.nodes, self.string = nodes, "".join(chars)
