"""People and unnamed office holders: titles put together with the names beside them.

A title takes the name that follows it; a name takes the title that stands in apposition after it. A
name without a title needs other evidence: a given name, an office known to be held by one so named, or
the statistical model's word where nothing speaks against it.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from dragoman.annotate.actors.lexical import Lexical
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.names import NameReader, given_name, not_name, particle
from dragoman.annotate.actors.title_reader import TitleReader
from dragoman.annotate.actors.titles import ARTICLES, OWNING, Title, choose_state
from dragoman.annotate.actors.wordlists import words_of
from dragoman.authority.holders import holders_named
from dragoman.lexicon.phrases import fold

_APPOSITION_START = ARTICLES | {
    "who",
    "then",
    "alors",
    "actuel",
    "actuelle",
    "actuellement",
    "currently",
    "now",
}
_ADDRESSES = frozenset(("military_officer", "ambassador", "professor", "legislator", "cleric"))
_NAME_ENDS = words_of("name_ends")
_OWN_VERBS = words_of("own_verbs")


def show_name(text: str) -> str:
    """Return a name as it is shown: single-spaced, capitals turned to ordinary case."""
    name = " ".join(text.split()).strip(" ,")
    words = name.split(" ")
    if any(len(w) > 3 and w.isupper() for w in words) and not any(
        c.islower() for c in words[0][1:] if len(words) == 1
    ):
        words = [_ordinary(w) for w in words]
    return " ".join(words)


def _ordinary(word: str) -> str:
    if not word.isupper() or word.endswith(".") or word in ("II", "III", "IV", "JR", "VI"):
        return word
    if len(word) == 1:
        return word
    parts = []
    for part in word.replace("’", "'").split("-"):
        pieces = [p.capitalize() for p in part.split("'")]
        part = "'".join(pieces)
        if part.startswith("Mc") and len(part) > 3:
            part = "Mc" + part[2:].capitalize()
        parts.append(part)
    shown = "-".join(parts)
    return shown.replace("'", "’") if "’" in word else shown


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
        self.model_people = {first: last for first, last in model_people}

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
            named = self._untitled(at)
            if named is not None:
                found.append(named)
                at = named.end
                continue
            at += 1
        return self._appositions([m for m in found if m.kind == "person" or self._acts(m)])

    # a title and what follows it

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
                end = self.names.read(following.end)
                if end > following.end:
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
            if comma > at + 1 and (comma - at > 2 or self._known(at + 1, comma)):
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
                and self.tokens.low(comma) in (",", ".", "")
                and given_name(self.tokens[at + 1].low)
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
        """Read the names after a plural title: "Presidents Biden and Xi", "Foreign Ministers of A and B, X and Y"."""
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
            self._after_name(mention)
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
        if not token.capital or token.upper or token.gap != " " or at in lex.offices or lex.inside_body(at):
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
        self._after_name(mention)
        return mention

    def _definite(self, start: int) -> bool:
        return self.tokens.low(start - 1) in ("the", "le", "la", "l'", "l’", "du", "au")

    # a name and what follows it

    def _after_name(self, mention: Mention) -> None:
        """Read "of Montenegro", "(Niger)", "from the EU" after a name."""
        at = mention.name_end
        tokens = self.tokens
        if at >= len(tokens) or tokens[at].gap == "\n":
            return
        if tokens[at].low in OWNING or tokens[at].text == "(":
            ahead = at + 1
            while tokens.low(ahead) in ARTICLES:
                ahead += 1
            if ahead in self.lex.states:
                end, readings = self.lex.states[ahead]
                if readings[0].form != "demonym" and (tokens[at].text != "(" or tokens.low(end) == ")"):
                    mention.country = choose_state(readings)
                    mention.basis.append(f"country: {tokens.span(at, end)!r} after the name")
                    mention.end = end + (1 if tokens[at].text == "(" else 0)
            elif ahead in self.lex.bodies and (tokens[at].text == "(" or mention.titles):
                end, bodies = self.lex.bodies[ahead]
                mention.body, mention.body_text = bodies[0], tokens.span(ahead, end)
                mention.end = end + (1 if tokens[at].text == "(" else 0)

    def _untitled(self, at: int) -> Mention | None:
        token = self.tokens[at]
        if not (token.capital or particle(token.low)) or at in self.lex.offices:
            return None
        end = self.names.read(at)
        if end == at:
            return None
        if not token.capital and not self._known(at, end):
            return None
        if not self._is_person(at, end):
            return None
        mention = Mention(at, end, "person", show_name(self.tokens.span(at, end)), at, end)
        before = at - 1
        if before > 0 and self.tokens[before].text in ("'s", "’s") and before in self.lex.state_ends:
            start = self.lex.state_ends[before]
            mention.country = choose_state(self.lex.states[start][1])
            mention.basis.append(f"country: {self.tokens.span(start, at)!r} before the name")
        elif at in self.lex.state_ends:
            start = self.lex.state_ends[at]
            readings = self.lex.states[start][1]
            if any(r.form == "demonym" for r in readings):
                mention.country = choose_state(readings)
                mention.basis.append(f"country: {self.tokens.span(start, at)!r} before the name")
        self._after_name(mention)
        return mention

    def _known(self, start: int, end: int) -> bool:
        return bool(holders_named(self.tokens.span(start, end), self.on))

    def _is_person(self, start: int, end: int) -> bool:
        tokens = self.tokens
        words = [k for k in range(start, end) if tokens[k].word and not tokens[k].initial]
        if self._known(start, end):
            return True
        lows = [tokens[k].low for k in words]
        if not words:
            return False
        if words[0] in self.lex.states and not self._model_says(start, end):
            return False
        if len(words) == 1:
            return self._model_says(start, end) and self._speaks(end) and not self._sentence_start(start)
        if given_name(lows[0]):
            return True
        if self._apposed(end):
            return True
        if self._model_says(start, end):
            return True
        return any(tokens[k].initial for k in range(start + 1, end))

    def _sentence_start(self, at: int) -> bool:
        return at == 0 or self.tokens[at - 1].text in (".", "!", "?", ":") or self.tokens[at].gap == "\n"

    def _model_says(self, start: int, end: int) -> bool:
        last = self.model_people.get(start)
        return last is not None and last >= end - 1

    def _speaks(self, end: int) -> bool:
        return self.tokens.low(end) in (
            "said",
            "says",
            "told",
            "added",
            "noted",
            "stressed",
            "a",
            "declare",
            "affirme",
        )

    def _apposed(self, end: int) -> bool:
        """Whether a comma and a title stand after token `end`."""
        if self.tokens.low(end) != ",":
            return False
        at = end + 1
        while self.tokens.low(at) in _APPOSITION_START:
            at += 1
        return at in self.by_start or (at in self.by_head and self.by_head[at].head >= at)

    # appositions

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

    def _appositions(self, found: list[Mention]) -> list[Mention]:
        """Give each name the unnamed title that follows it after a comma or in brackets."""
        kept: list[Mention] = []
        for mention in found:
            last = kept[-1] if kept else None
            if (
                mention.kind == "office"
                and last is not None
                and last.kind == "person"
                and self._follows(last, mention)
            ):
                last.titles += [t for t in mention.titles if not t.honorific]
                last.end = mention.end
                continue
            kept.append(mention)
        return kept

    def _follows(self, person: Mention, office: Mention) -> bool:
        at = person.end
        tokens = self.tokens
        sign = tokens.low(at)
        if sign not in (",", "(", "-", "–", "—") or office.plural:
            return False
        if tokens[at].gap == "\n":
            return False
        ahead = at + 1
        while ahead < office.start and (
            tokens.low(ahead) in _APPOSITION_START or tokens.low(ahead) in ("who", "is", "currently", "now")
        ):
            ahead += 1
        if ahead != office.start:
            return False
        after = tokens.low(office.end)
        if sign == "," and after not in (
            ",",
            ".",
            ";",
            ")",
            "and",
            "et",
            "",
            ":",
            "on",
            "at",
            "in",
            "to",
            "who",
            "qui",
            "(",
            "–",
            "—",
            "for",
            "said",
            "during",
            "with",
            "as",
        ):
            return bool(tokens[office.start].text[0].isupper()) or tokens.low(at + 1) in _APPOSITION_START
        return True


def flat(name: str) -> str:
    """Return `name` folded, without hyphens, for comparison."""
    return fold(name).replace("-", " ").replace(".", "")
