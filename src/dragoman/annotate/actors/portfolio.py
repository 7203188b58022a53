"""The portfolios of a title: "of Foreign Affairs, Trade and Regional Integration", and what it may lead."""

from dragoman.annotate.actors.lexical import Lexical
from dragoman.annotate.actors.titles import AND, ARTICLES, LINKS, MODIFIERS, Title, portfolio_word


class PortfolioReader:
    """Reads the lists of portfolio words behind the heads of titles."""

    def __init__(self, lex: Lexical) -> None:
        self.lex = lex
        self.tokens = lex.tokens
        self.modifiers = MODIFIERS.get(lex.language, MODIFIERS["en"])
        self.links = LINKS.get(lex.language, LINKS["en"])
        # "au voisinage et à l'élargissement"
        self.to = frozenset({"a", "au", "aux"}) if lex.language == "fr" else frozenset()

    def _second_portfolio(self, title: Title, at: int) -> int | None:
        """Read the portfolio joined to that of a title known whole ("Foreign Minister and Trade")."""
        capitals = self.tokens[at - 1].capital
        if self.tokens.low(at) not in AND | {","} or not portfolio_word(self.lex, at - 1):
            return None
        if not self._goes_on(at, capitals):
            return None
        start = at + 1
        while self.tokens.low(start) in ARTICLES | AND | self.to | {"de", "des", "du", "d'"}:
            start += 1
        step = self._words(title, start)
        return step[0] if step is not None else None

    def _more(self, end: int) -> int:
        """Go on over portfolio words after a state or body ("Afghanistan Reconciliation")."""
        while (
            end < len(self.tokens)
            and self.tokens[end].capital
            and portfolio_word(self.lex, end)
            and (self.tokens[end].gap == " " and end not in self.lex.offices)
        ):
            end += 1
        return end

    def _words(self, title: Title, start: int) -> tuple[int, bool] | None:
        """Read a list of portfolio words, or for a general head the body that is led."""
        lex, tokens = self.lex, self.tokens
        at, end = start, start
        capitals = tokens[start].capital
        while at < len(tokens) and (at == start or tokens[at].gap != "\n"):
            token = tokens[at]
            if portfolio_word(lex, at) and (token.capital == capitals or at > start or lex.language == "fr"):
                if at in lex.offices and lex.offices[at][0] > at and not capitals:
                    break
                at += 1
                end = at
            elif at > start and token.text in ("'", "’") and token.gap == "" and portfolio_word(lex, at + 1):
                at += 1  # "Veterans' Affairs"
            elif at > start and token.low in ("'s", "’s") and at + 1 in lex.bodies:
                at = end = lex.bodies[at + 1][0]  # "Speaker of the People's Majlis"
            elif (
                at > start and token.low in {",", "and", "&", "et", "-", "–"} and self._goes_on(at, capitals)
            ) or (
                at > start
                and lex.language == "fr"
                and token.low in {"de", "des", "du", "la", "l'", "d'", "a", "aux", "les"}
            ):
                at += 1
            elif at == start and at in lex.states and lex.states[at][1][0].form == "demonym":
                at = lex.states[at][0]
                if not portfolio_word(lex, at):
                    return None
            else:
                break
        if end > start:
            return end, True
        skipped = 0
        while (
            skipped < 2
            and start not in lex.agents
            and tokens[start].word
            and not capitals
            and start + 1 < len(tokens)
        ):
            start, skipped = start + 1, skipped + 1
        hit = lex.agents.get(start)
        if start in lex.offices and tokens[start].capital:
            return None
        if hit and hit[1].sector and (title.office.general or title.office.office == "spokesperson"):
            title.agent = hit[1]
            return hit[0], True
        return None

    def _goes_on(self, at: int, capitals: bool) -> bool:
        """Whether a list of portfolios goes on after "," or "and" and does not begin a new title or name."""
        after = at + 1
        while self.tokens.low(after) in AND | self.to | {"the", "la", "l'", "de", "des", "du"}:
            after += 1
        if after >= len(self.tokens) or not portfolio_word(self.lex, after):
            return False
        french = self.lex.language == "fr"
        if french and self.tokens.low(at) == "," and after == at + 1 and not self.tokens[after].capital:
            return False  # "ministre des Affaires étrangères, est arrivé"
        cased = self.tokens[after].capital == capitals or french
        body = self.lex.bodies.get(after)
        if not cased or (body is not None and body[0] > after + 1):
            return False
        ahead = after
        while portfolio_word(self.lex, ahead) and ahead < after + 4:
            ahead += 1
        return not any(k in self.lex.offices for k in range(after, ahead + 1))
