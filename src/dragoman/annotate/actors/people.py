"""People and unnamed office holders: titles put together with the names beside them.

A title takes the name that follows it; a name takes the title that stands in apposition after it. A
name without a title needs other evidence: a given name, an office known to be held by one so named, or
the statistical model's word where nothing speaks against it.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dragoman.annotate.actors.apposition import Appositions
from dragoman.annotate.actors.lexical import Lexical
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.names import SURNAMES, NameReader, given_name, not_name
from dragoman.annotate.actors.naming import show_name
from dragoman.annotate.actors.title_reader import TitleReader
from dragoman.annotate.actors.titles import Title
from dragoman.annotate.actors.untitled import UntitledReader
from dragoman.annotate.actors.wordlists import words_of

_ADDRESSES = frozenset(("military_officer", "ambassador", "professor", "legislator", "cleric"))
_NAME_ENDS = words_of("name_ends")


class PeopleReader:
    """Reads the people and the unnamed office holders of one text."""

    def __init__(
        self, lex: Lexical, *, on: date | None = None, model_people: Iterable[tuple[int, int]] = ()
    ) -> None:
        self.lex = lex
        self.tokens = lex.tokens
        self.names = NameReader(lex)
        self.on = on
        self.titles = TitleReader(lex).read()
        self.by_start = {t.start: t for t in self.titles}
        self.by_head: dict[int, Title] = {}
        for title in self.titles:
            for at in range(title.start, title.end):
                self.by_head[at] = title
        self.untitled = UntitledReader(lex, self.by_head, on=on, model_people=model_people)

    def read(self) -> list[Mention]:
        """Return the mentions of people and offices, in order."""
        found: list[Mention] = []
        at = 0
        while at < len(self.tokens):
            title = self.by_start.get(at)
            if title is not None:
                several = self._several(title) if title.plural else []
                if several:
                    found += several
                    at = several[-1].end
                    continue
                mention = self._titled(title)
                found.append(mention)
                at = max(mention.end, title.end)
                continue
            if at in self.by_head:
                at += 1
                continue
            named = self.untitled.read(at)
            if named is not None:
                found.append(named)
                at = named.end
                continue
            at += 1
        return Appositions(self.tokens).join([m for m in found if m.kind == "person" or self._acts(m)])

    def _titled(self, title: Title) -> Mention:
        titles = [title]
        at = title.end
        while at in self.by_start and (self.tokens[at].gap == " " or at == titles[-1].end):
            following = self.by_start[at]
            if following.owner_end is not None and not titles[-1].honorific:
                break
            if self.tokens[at].gap == "\n":
                break
            titles.append(following)
            at = following.end
        if at + 1 < len(self.tokens) and self.tokens[at].text == "," and at + 1 in self.by_start:
            following = self.by_start[at + 1]
            address = following.office.office in _ADDRESSES and following.end == following.head + 1
            if following.honorific or (address and following.start == following.head):
                begin = following.end
                while begin in self.by_start and self.by_start[begin].honorific:  # "H.E. Mr."
                    begin = self.by_start[begin].end
                if self.names.read(begin) > begin:
                    titles.append(following)
                    at = begin
        if (
            self.tokens.low(at) == ","
            and at + 1 in self.by_start
            and self.tokens[title.head].capital
            and not (title.country or title.body or self._definite(title.start))
        ):  # "Deputy Prime Minister, Minister of Foreign Affairs of X Murat Nurtleu"
            following = self.by_start[at + 1]
            office = following.start == at + 1 and not following.honorific and not following.plural
            if office and self._name_at(following.end) > following.end:
                titles.append(following)
                at = following.end
        end = self._name_at(at) if not title.plural else at
        if (
            end == at
            and at < len(self.tokens)
            and self.tokens[at].text == ","
            and self.tokens[title.head].capital
        ):
            comma = self._name_at(at + 1)
            if comma > at + 1 and (comma - at > 2 or self.untitled.known(at + 1, comma)):
                at, end = at + 1, comma
        if (
            end == at
            and at < len(self.tokens)
            and self.tokens[at].text == ","
            and not self.tokens[title.head].capital
        ):
            comma = self._name_at(at + 1)
            if (
                comma > at + 2
                and (self.tokens.low(comma) in (",", ".", "") or self.tokens[comma].gap == "\n")
                and (
                    given_name(self.tokens[at + 1].low)
                    or self.untitled.model_says(at + 1, comma)
                    or title.country
                    or title.body
                    or title.end - title.head > 2
                )
            ):
                at, end = at + 1, comma
        if end > at:
            return self._person(titles, at, end)
        return Mention(
            title.start,
            titles[-1].end,
            "group" if title.plural else "office",
            titles=titles,
            plural=title.plural,
            definite=self._definite(title.start),
        )

    def _several(self, title: Title) -> list[Mention]:
        """Read the names after a plural title: "Presidents Biden and Xi", "ministers of A and B, X and Y"."""
        at = title.end
        if self.tokens.low(at) in (",", ":") and len(title.countries) > 1:
            at += 1
        elif not (at < len(self.tokens) and self.tokens[title.head].capital):
            return []
        spans: list[tuple[int, int]] = []
        while at < len(self.tokens):
            end = self._name_at(at)
            if end == at:
                break
            spans.append((at, end))
            at = end
            while self.tokens.low(at) in (",", "and", "et", "&"):
                at += 1
        if not spans or (len(title.countries) > 1 and len(spans) != len(title.countries)):
            return []
        mentions = []
        for number, (start, end) in enumerate(spans):
            country = title.countries[number] if len(title.countries) == len(spans) else title.country
            one = replace(title, plural=False, country=country, countries=[], role=title.office.title.title())
            first = title.start if number == 0 else start
            mention = Mention(
                first, end, "person", show_name(self.tokens.span(start, end)), start, end, [one]
            )
            self.untitled.after_name(mention)
            mentions.append(mention)
        return mentions

    def _name_at(self, at: int) -> int:
        if at >= len(self.tokens) or (self.tokens[at].gap == "\n" and not self.names._glued(at)):
            return at
        end = self.names.read(at)
        low = self.tokens[at].low
        if end == at + 1 and not_name(self.lex, low):
            end = at
        if end == at and self._odd_surname(at):
            return at + 1
        return end

    def _odd_surname(self, at: int) -> bool:
        """Whether a common word or place right after a title is a surname ("Prime Minister Begin,")."""
        token, lex = self.tokens[at], self.lex
        if (
            not token.capital
            or token.upper
            or token.gap != " "
            or (at in lex.offices and lex.offices[at][1].title not in SURNAMES)
            or lex.inside_body(at)
        ):
            return False
        if at in lex.bodies or self.tokens.low(at + 1) not in _NAME_ENDS:
            return False
        if at in lex.states and (
            lex.states[at][0] > at + 1 or any(r.form in ("name", "alias") for r in lex.states[at][1])
        ):
            return False
        return not (not_name(lex, token.low) and token.low.endswith(("s", "ed", "ing")))

    def _person(self, titles: list[Title], start: int, end: int) -> Mention:
        first = titles[0].start if titles else start
        name = show_name(self.tokens.span(start, end))
        mention = Mention(first, end, "person", name, start, end, titles)
        self.untitled.after_name(mention)
        return mention

    def _definite(self, start: int) -> bool:
        return self.tokens.low(start - 1) in ("the", "le", "la", "l'", "l’", "du", "au")

    def _acts(self, mention: Mention) -> bool:
        """Whether an unnamed title stands for its holder: not "a general", "M." or a form of address."""
        title = mention.titles[-1]
        if all(t.honorific for t in mention.titles):
            return False
        if (
            title.office.rank >= 6
            and not title.plural
            and not (title.country or title.body or mention.definite)
        ):
            return False
        if title.office.general and not (title.country or title.body or title.agent):
            return mention.definite or self.tokens[title.head].capital
        return not (title.office.office == "military_officer" and self.tokens[title.head].gap == "")
