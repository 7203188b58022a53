"""What stands before the head of a title: portfolios, bodies, adjectives of nationality, modifiers."""

from collections.abc import Set

from dragoman.annotate.actors.lexical import Agent, Lexical
from dragoman.annotate.actors.placing import place_country, unit_country
from dragoman.annotate.actors.titles import (
    ACTING,
    AND,
    FORMER,
    LOCAL,
    MODIFIERS,
    Title,
    choose_state,
    portfolio_word,
)


class LeftReader:
    """Reads outward from the head of a title to the left."""

    def __init__(self, lex: Lexical) -> None:
        self.lex = lex
        self.tokens = lex.tokens
        self.modifiers = MODIFIERS.get(lex.language, MODIFIERS["en"])

    def read(self, title: Title, free: int) -> int:
        """Read what stands before the head, from token `free` on; return where the role begins."""
        lex, tokens = self.lex, self.tokens
        at = title.head
        role_start = at
        owned = False
        while at > free and tokens[at].gap != "\n":
            before = tokens[at - 1]
            if not owned and at in lex.state_ends and lex.state_ends[at] >= free:
                forms = {r.form for r in lex.states[lex.state_ends[at]][1]}
                if self._stands_in(lex.state_ends[at], forms):
                    break
                if "seat" in forms or forms == {"capital"}:
                    at = role_start = self.owner_state(title, at)
                else:
                    at = self.owner_state(title, at)
                owned = True
                if at > free and tokens[at - 1].low in AND | {","}:
                    self._more_owners(title, at, free)
                continue
            if (
                title.body is not None
                and title.country is None
                and at == title.start
                and at in lex.state_ends
            ):
                readings = lex.states[lex.state_ends[at]][1]
                if any(r.form == "demonym" for r in readings):
                    self.owner_state(title, at)
                break
            if not owned and at in lex.body_ends and lex.body_ends[at] >= free:
                body = lex.bodies[lex.body_ends[at]][1][0]
                at = self._owner_body(title, at)
                if body.code != "UNO" and not tokens[title.start].text.startswith("'"):
                    role_start = at
                owned = True
                continue
            if not owned and before.text in ("'s", "’s", "'", "’") and at - 1 > free:
                if at - 1 in lex.state_ends:
                    at = self.owner_state(title, at - 1)
                    owned = True
                    continue
                if at - 1 in lex.body_ends:
                    at = self._owner_body(title, at - 1)
                    owned = True
                    continue
                break
            if before.low in self.modifiers or before.low.removesuffix("-") in ("ex", "vice", "co"):
                if before.low in FORMER or before.low.startswith("ex-"):
                    title.former = True
                if before.low in ACTING:
                    title.acting = True
                at -= 1
                title.start = at
                if not owned:
                    role_start = at
                continue
            if owned:
                break
            if self._list_of_portfolios(at, free):
                at -= 2
                title.start = role_start = at
                continue
            if portfolio_word(lex, at - 1) and (before.capital or not tokens[at].capital):
                at -= 1
                title.start = role_start = at
                continue
            if not owned and before.capital and self._place(title, at):
                owned = True
                at -= 1
                title.start = role_start = at
                continue
            agent = self._agent_ending(at)
            if agent is not None and agent[0] >= free:
                at = agent[0]
                title.agent = title.agent or agent[1]
                title.start = role_start = at
                continue
            break
        self._sector_words(title, role_start)
        return self._trim(role_start, title.head)

    def owner_state(self, title: Title, at: int) -> int:
        """Take the state whose name ends before token `at` for the title's; return where it begins."""
        start = self.lex.state_ends[at]
        _, readings = self.lex.states[start]
        title.country = choose_state(readings)
        name = self.tokens.span(start, at)
        if title.office.office in LOCAL and readings[0].form != "demonym":
            title.country = unit_country(name) or title.country
        title.how = f"{self.tokens.span(start, at)!r} before the title"
        title.start = start
        title.owner_end = at
        return start

    def _stands_in(self, start: int, forms: Set[str]) -> bool:
        """Whether a state's name before a title is a place ("in South Africa Minister Naledi said")."""
        if "demonym" in forms or self.tokens[start].upper or "." in self.tokens[start].text:
            return False
        while self.tokens.low(start - 1) in ("the", "republic"):
            start -= 1
        return self.tokens.low(start - 1) in ("in", "at", "of", "from", "to", "into", "across", "within")

    def _owner_body(self, title: Title, at: int) -> int:
        start = self.lex.body_ends[at]
        _, bodies = self.lex.bodies[start]
        title.body = bodies[0]
        title.body_text = self.tokens.span(start, at)
        title.start = start
        return start

    def _place(self, title: Title, at: int) -> bool:
        """Read a part of a state or a city before a local office ("Texas Governor", "Lagos police chief")."""
        if title.office.office not in LOCAL or at - 1 in self.lex.offices:
            return False
        code = place_country(self.tokens[at - 1].text)
        if code is None:
            return False
        title.country, title.how = code, f"{self.tokens[at - 1].text!r} before the title"
        return True

    def _trim(self, start: int, head: int) -> int:
        """Drop "new", "visiting" and their like from the head of a role; "former" and "acting" stay."""
        while start < head and self.tokens[start].low in (
            "new",
            "newly",
            "visiting",
            "current",
            "then",
            "elected",
            "appointed",
            "late",
            "longtime",
            "embattled",
            "top",
        ):
            start += 1
        return start

    def _more_owners(self, title: Title, at: int, free: int) -> None:
        """Read "the US and Russian presidents": all the states that own a plural title."""
        if not title.plural:
            return
        title.countries = [title.country] if title.country else []
        while at - 1 > free and self.tokens[at - 1].low in AND | {","}:
            back = at - 1
            if back in self.lex.state_ends:
                at = self.lex.state_ends[back]
                code = choose_state(self.lex.states[at][1])
                if code:
                    title.countries.insert(0, code)
                title.start = at
            else:
                break

    def _list_of_portfolios(self, at: int, free: int) -> bool:
        return (
            at - 2 > free
            and self.tokens[at - 1].low in AND | {","}
            and portfolio_word(self.lex, at)
            and portfolio_word(self.lex, at - 2)
            and self.tokens[at].capital == self.tokens[at - 2].capital
        )

    def _agent_ending(self, at: int) -> tuple[int, Agent] | None:
        for start in range(at - 1, max(at - 4, -1), -1):
            hit = self.lex.agents.get(start)
            if hit and hit[0] == at and hit[1].sector:
                return start, hit[1]
        return None

    def _sector_words(self, title: Title, start: int) -> None:
        """Remember which words before a general head say its sector ("army chief", "rebel leader")."""
        for at in range(start, title.head):
            hit = self.lex.agents.get(at)
            if (
                hit
                and hit[1].sector
                and hit[1].kind != "vague"
                and title.agent is None
                and title.body is None
            ):
                title.agent = hit[1]
