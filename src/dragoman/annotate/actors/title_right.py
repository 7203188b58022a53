"""What stands after the head of a title: "of", "for", "to" and what they govern, and second heads."""

from functools import cache

from dragoman.annotate.actors.placing import place_country
from dragoman.annotate.actors.portfolio import PortfolioReader
from dragoman.annotate.actors.titles import (
    ACTING,
    AFTER,
    AND,
    ARTICLES,
    LOCAL,
    OWNING,
    POSTED,
    Title,
    choose_state,
    portfolio_word,
)
from dragoman.authority.organisations import organisation_index
from dragoman.lexicon.phrases import fold
from dragoman.lexicon.tables import table


@cache
def _body_adjectives() -> dict[str, str]:
    return {fold(row["adjective"]): row["organisation"] for row in table("fr/body_adjectives")}


HOLDERS = 3  # the rank down to which an office is not one that is sent "to" a state


class RightReader(PortfolioReader):
    """Reads outward from the head of a title to the right."""

    def read(self, title: Title) -> int:
        """Read what stands after the head, and set the title's end; return where the role ends."""
        lex, tokens = self.lex, self.tokens
        end = role_end = title.end
        while end < len(tokens) and tokens[end].gap != "\n":
            low = tokens[end].low
            if low in AFTER.get(lex.language, ()):
                end += 1
                role_end = end
            elif low == "(" and (tokens.low(end + 1) in ACTING and tokens.low(end + 2) == ")"):
                title.acting = True
                end += 3  # "Deputy Secretary of State (Acting) Jane Roe"
            elif lex.language == "fr" and low == "par" and tokens.low(end + 1) == "interim":
                end += 2  # "le chef du gouvernement thaïlandais par intérim"
            elif low in self.links and (not tokens[end].capital or tokens[end].upper):
                step = self._complement(title, end)
                if step is None:
                    break
                end, in_role = step
                role_end = end if in_role else role_end
            elif (low in ("/", ",") or (low in AND and role_end == end)) and end + 1 < len(tokens):
                second = self._second_head(title, end + 1) if low != "," else None
                second = second or self._second_portfolio(title, end)
                if second is None:
                    break
                end = role_end = second
            elif lex.language == "fr" and end in lex.states and self._adjective(title, end):
                end = lex.states[end][0]
            elif lex.language == "fr" and tokens[end].low in _body_adjectives() and self._of_body(title, end):
                end += 1
            elif lex.language == "fr" and end in lex.agents and lex.agents[end][1].kind == "mod":
                title.agent = title.agent or lex.agents[end][1]
                end = role_end = lex.agents[end][0]
            else:
                break
        title.end = end
        return role_end

    def _adjective(self, title: Title, at: int) -> bool:
        """Read the adjective after a French title ("le président français")."""
        end, readings = self.lex.states[at]
        demonyms = tuple(r for r in readings if r.form == "demonym")
        if not demonyms or self.tokens[at].capital:
            return False
        title.country = choose_state(demonyms)
        title.how = f"{self.tokens.span(at, end)!r} after the title"
        return True

    def _of_body(self, title: Title, at: int) -> bool:
        """Read the adjective of an organisation after a French title ("l'émissaire onusien")."""
        if title.body is not None or title.country is not None or title.plural or self.tokens[at].capital:
            return False
        name = _body_adjectives()[self.tokens[at].low]
        found = next((bodies for _, _, bodies in organisation_index("fr").find(name)), None)
        if not found:
            return False
        title.body, title.body_text = found[0], self.tokens.span(at, at + 1)
        return True

    def _second_head(self, title: Title, at: int) -> int | None:
        """Read a second head after "/" or "and" ("Prime Minister and Minister of Defence")."""
        start = at
        while start < len(self.tokens) and self.tokens[start].gap != "\n" and start - at < 4:
            hit = self.lex.offices.get(start)
            if hit is not None and not hit[1].honorific:
                break
            if not (portfolio_word(self.lex, start) or self.tokens[start].low in self.modifiers):
                return None
            start += 1
        hit = self.lex.offices.get(start)
        if (
            hit is None
            or hit[1].honorific
            or hit[1].plural
            or self.tokens[at].capital != self.tokens[title.head].capital
        ):
            return None
        other = Title(start, hit[0], start, [hit[1]], "")
        end = self.read(other)
        title.offices += other.offices
        title.country = title.country or other.country
        title.body = title.body or other.body
        title.body_text = title.body_text or other.body_text
        return max(end, other.end)

    def _complement(self, title: Title, at: int) -> tuple[int, bool] | None:
        """Read "of ...", "for ...", "to ...": return where it ends and whether it is part of the role."""
        lex, tokens = self.lex, self.tokens
        link = tokens[at].low
        start = at + 1
        while start < len(tokens) and (
            tokens[start].low in ARTICLES or tokens[start].low in ("de", "des", "du", "d'")
        ):
            start += 1
        if start >= len(tokens) or "\n" in tokens.text[tokens[at].start : tokens[start].start]:
            return None
        if start in lex.bodies and not (
            start in lex.offices and lex.offices[start][0] > lex.bodies[start][0]
        ):
            end, bodies = lex.bodies[start]
            posted = title.office.office in POSTED and link not in OWNING
            if not posted and title.body is None:
                title.body, title.body_text = bodies[0], tokens.span(start, end)
            return self._more(end), True
        if start in lex.states:
            end, readings = lex.states[start]
            code = choose_state(readings)
            if readings[0].form == "demonym":
                return self._of_nation(title, link, end, code) or self._words(title, start)
            of = title.office.office != "envoy" or link in ("of", "de", "du", "des", "d'")
            if link in OWNING and title.country is None and of:
                title.country, title.how = code, f"{tokens.span(at, end)!r} after the title"
                if title.plural and code:
                    title.countries = [code]
                    end = self._state_list(title, end)
                return end, readings[0].form in ("capital", "seat")
            town = readings[0].form in ("capital", "seat")
            if link in ("in", "en") and title.body is not None and code and not (town or title.plural):
                title.topic.append(code)  # "the ECOWAS Mediator in Mali", not "CNSP officials in Niamey"
                return self._more(end), True
            if link in ("in", "en", "at", "from", "with") or code is None:
                return None
            if (
                link in ("a", "au", "aux", "to", "on")
                and title.office.office not in POSTED
                and (
                    lex.language == "fr"
                    or readings[0].form in ("capital", "seat")
                    or title.office.rank <= HOLDERS  # "the visit of the Prime Minister to Bhutan"
                )
            ):
                return None
            title.topic.append(code)
            return self._more(end), True
        if (
            link in OWNING
            and title.office.office in LOCAL
            and tokens[start].capital
            and title.country is None
        ):
            code = place_country(tokens[start].text)
            if code is not None:
                title.country, title.how = code, f"{tokens.span(at, start + 1)!r} after the title"
                return start + 1, True
        if start in lex.offices and start > at + 1 and not lex.offices[start][1].honorific:
            return self._of_office(title, start)
        return self._words(title, start)

    def _of_nation(self, title: Title, link: str, at: int, code: str | None) -> tuple[int, bool] | None:
        """Read "of the Chinese government", "of the Hungarian Parliament", "of the Russian president"."""
        if link not in OWNING or title.country is not None:
            return None
        end = at
        if at in self.lex.bodies:
            end, bodies = self.lex.bodies[at]
            title.body_text = self.tokens.span(at, end)
            if bodies[0].code in ("", code):
                title.body = bodies[0]
        elif at in self.lex.offices and not self.lex.offices[at][1].plural:
            end = self.lex.offices[at][0]
            if end < len(self.tokens) and self.tokens[end].capital:
                return None
        elif at in self.lex.agents and self.lex.agents[at][1].kind != "general":
            end = self.lex.agents[at][0]
            if title.office.general:
                title.agent = self.lex.agents[at][1]
        if end == at:
            return None
        title.country, title.how = code, f"{self.tokens.span(at - 1, end)!r} after the title"
        return end, True

    def _of_office(self, title: Title, start: int) -> tuple[int, bool] | None:
        """Read "to the President on Information", the office served by an adviser or envoy."""
        end, office = self.lex.offices[start]
        if office.plural or (
            end < len(self.tokens) and self.tokens[end].capital and self.tokens[end].gap == " "
        ):
            return None
        served = Title(start, end, start, [office], "")
        self.read(served)
        title.country = title.country or served.country
        title.how = title.how or served.how
        return served.end, True

    def _state_list(self, title: Title, end: int) -> int:
        """Read the rest of "the presidents of Chad, Mali and Niger"."""
        while end + 1 < len(self.tokens) and self.tokens[end].low in AND | {","}:
            at = end + 1
            if self.tokens[at].low in AND:
                at += 1
            while self.tokens.low(at) in ARTICLES | {"of", "de", "du"}:
                at += 1
            if at not in self.lex.states:
                break
            end, readings = self.lex.states[at]
            code = choose_state(readings)
            if code:
                title.countries.append(code)
        return end
