"""What the expressions read so far tell the next one: kept in the Context while a text is read."""

from __future__ import annotations

from dragoman.times.grammar import Meaning
from dragoman.times.resolve import Context, Value
from dragoman.times.scan import Node, Scan

# Tokens between a day and the time of day that belongs to it, within one paragraph; also between the
# year that opens a story ("In 1991, ...") and the days told of it.
NEAR = 40
# Tokens of a line that is a heading when it holds a day ("Public Schedule - March 12, 2024").
HEADING = 14
# Days from the published one beyond which a heading's day is furniture of the page.
SECTION = 60
# What is only compared with ("up from the previous month") is not spoken of from there on.
COUNTED = ("follow", "reported")


class Memory:
    """Keeps a Context's memory of the text: what was spoken of, and how long ago."""

    def __init__(self, scan: Scan, context: Context) -> None:
        """`scan` is the text that is read, `context` what resolving looks at."""
        self.scan, self.context = scan, context
        settings = scan.grammar.settings
        self.compare, self.story = frozenset(settings["compared"]), frozenset(settings["story_opens"])
        self.day_at = self.story_at = -NEAR - 1
        self.story_year: int | None = None

    def recall(self, node: Node) -> None:
        """What stands close enough before an expression to bear on it."""
        self.context.near_day = self.context.previous_day if self.close(self.day_at, node) else None
        self.context.fronted = node.first > 0 and self.scan.tokens[node.first - 1].text in self.story
        self.context.story_year = self.story_year if self.close(self.story_at, node) else None

    def close(self, at: int, node: Node) -> bool:
        """Whether a token stands near before an expression, in the same paragraph."""
        return node.first - at <= NEAR and not self.scan.breaks(at, node.first)

    def keep(self, node: Node, meaning: Meaning, value: Value) -> None:
        """Remembers an expression, unless others are only compared with it."""
        context, scan = self.context, self.scan
        counted = meaning.make in COUNTED
        before = scan.lower[node.first - 1] if node.first else ""
        aside = counted and (before in self.compare or "back" in meaning.slots)
        if value.type in ("DATE", "TIME") and value.earliest and value.unit not in ("ref", "") and not aside:
            context.previous = value
            if value.unit == "day" and value.earliest == value.latest:
                self.keep_day(node, value)
            if value.unit == "year" and meaning.make == "calendar":
                self.keep_story(node, value)
        if value.unit in ("quarter", "half") and not counted:
            context.part = value
        elif value.type == "DURATION" and value.unit in ("week", "month"):
            context.part = None  # "for the nine months": figures of another length follow

    def keep_day(self, node: Node, value: Value) -> None:
        """Remembers a single day, and that it stands in a heading."""
        context, published = self.context, self.context.published
        context.previous_day, self.day_at = value, node.last
        near = not published or not value.earliest or abs((value.earliest - published).days) <= SECTION
        if value.type == "DATE" and near and self.scan.heading(node, HEADING):
            context.section_day = value

    def keep_story(self, node: Node, value: Value) -> None:
        """ "In 1991, ..." opens a story: days and months told close behind it are that year's."""
        published = self.context.published
        opens = node.first > 0 and self.scan.tokens[node.first - 1].text in self.story
        if opens and published and value.latest and value.latest < published and value.earliest:
            self.story_year, self.story_at = value.earliest.year, node.last
