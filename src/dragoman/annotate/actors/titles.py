"""Titles in a text, taken apart: modifiers, owner, head, portfolio, body, state.

A title is a head of offices.tsv with what stands around it: "former | Nigerien | Foreign Minister",
"US Africa Command | Director | of Strategy, Engagement and Programs", "President | of Kosovo". The
reading runs outward from the head, to the left over portfolios, bodies, adjectives of nationality and
modifiers, to the right over "of", "for", "to" and what they govern. What it finds of a state becomes
the title's country, save a post's ("Ambassador to Niger") or a subject's ("Envoy for Sudan").
"""

from dataclasses import dataclass, field

from dragoman.annotate.actors.lexical import Agent, Lexical, word_set
from dragoman.annotate.actors.placing import place_country, unit_country
from dragoman.authority.offices import Office
from dragoman.authority.organisations import Organisation
from dragoman.authority.states import StateName

MODIFIERS = {
    "en": frozenset(
        "former ex then late acting outgoing incoming interim caretaker visiting newly-elected newly elected appointed "
        "new current deputy vice assistant associate senior chief top principal special first second joint "
        "honorary lead head general executive high-ranking high-level ranking veteran longtime embattled "
        "ousted deposed retired exiled de facto designate co regional national provisional transitional influential "
        "powerful hardline moderate military-appointed self-proclaimed self-declared reinstalled re-elected".split()
    ),
    "fr": frozenset(
        "ancien ancienne ex nouveau nouvelle actuel actuelle futur vice adjoint premier première defunt feu".split()
    ),
}
FORMER = frozenset("former ex late ousted deposed retired exiled ancien ancienne feu defunt toppled".split())
ACTING = frozenset("acting interim caretaker".split())
LINKS = {
    "en": frozenset("of for to on in at with from".split()),
    "fr": frozenset("de du des d' d’ a au aux pour pres aupres en charge chargee".split()),
}
ARTICLES = frozenset("the la le les l' l’ a an un une its his her their our this that".split())
POSTED = frozenset({"ambassador", "envoy"})
OWNING = frozenset("of de du des d' d’ from".split())
KIN = frozenset(
    "son sons brother brothers sister sisters father mother daughter wife husband nephew cousin fils fille frere soeur pere".split()
)
_LOCAL = frozenset(("governor", "police_officer", "judge", "legislator", "speaker", "cleric"))
AND = frozenset({"and", "&", "et"})
AFTER = {
    "fr": frozenset("adjoint adjointe délégué déléguée sortant sortante".split()),
    "en": frozenset({"designate", "elect"}),
}


@dataclass(slots=True)
class Title:
    """A title in a text: tokens `start` to `end`, its head offices and what stands around them.

    `role` is the title as written, without nationality. `country` is the state that the office is
    of, `how` what says so. `body` and `body_text` are the organisation served. `named` is false for
    forms of address. `topic` holds a state that the office is about or posted to.
    """

    start: int
    end: int
    head: int
    offices: list[Office]
    role: str
    country: str | None = None
    how: str = ""
    body: Organisation | None = None
    body_text: str | None = None
    agent: Agent | None = None
    owner_end: int | None = None
    former: bool = False
    acting: bool = False
    plural: bool = False
    topic: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)

    @property
    def office(self) -> Office:
        """The head of the title that ranks highest."""
        return min(self.offices, key=lambda o: o.rank)

    @property
    def unresolved(self) -> bool:
        """Whether it is "counterpart" and it is not known whose."""
        return any("same" in o.flags for o in self.offices)

    @property
    def honorific(self) -> bool:
        """Whether it is nothing but a form of address."""
        return all(o.honorific for o in self.offices)


def portfolio_word(lex: Lexical, at: int) -> bool:
    """Whether token `at` is a word of which titles and ministries are made ("Affairs", "Low-Intensity")."""
    if not 0 <= at < len(lex.tokens):
        return False
    token = lex.tokens[at]
    if not token.word:
        return False
    words = word_set(f"{lex.language}/portfolios")
    low = token.low
    return low in words or ("-" in low and all(part in words for part in low.split("-") if part))


def choose_state(readings: tuple[StateName, ...]) -> str | None:
    """Return the country that the readings of a state's name agree on, the usual one where they do not."""
    codes = list(dict.fromkeys(r.country for r in readings))
    return codes[0] if codes else None


_SMALL = frozenset("of for and the to in on at de des du la le et à aux pour".split())


def show_role(text: str) -> str:
    """Return a title as it is shown: one in capitals is turned to ordinary case."""
    if not text.isupper() or len(text) < 6:
        return text
    words = text.split(" ")
    return " ".join(
        w.lower() if i and w.lower() in _SMALL else w if "." in w else _capitalised(w)
        for i, w in enumerate(words)
    )


def _capitalised(word: str) -> str:
    for sign in ("-", "/"):
        if sign in word:
            return sign.join(_capitalised(part) for part in word.split(sign))
    return word if word in ("US", "UN", "EU", "UK", "NATO", "II", "III") else word.capitalize()


class TitleReader:
    """Reads the titles of one text."""

    def __init__(self, lex: Lexical) -> None:
        self.lex = lex
        self.tokens = lex.tokens
        self.modifiers = MODIFIERS.get(lex.language, MODIFIERS["en"])
        self.links = LINKS.get(lex.language, LINKS["en"])

    def read(self) -> list[Title]:
        """Return the titles of the text in order; none overlaps another."""
        found: list[Title] = []
        free = 0
        for at in sorted(self.lex.offices):
            end, office = self.lex.offices[at]
            if at < free or self._within_body(at, end) or self._no_title(at, end, office):
                continue
            title = self._title(at, end, office, free)
            found.append(title)
            free = title.end
        return found

    def _no_title(self, at: int, end: int, office: Office) -> bool:
        """Whether the words of a title are something else here ("state of the economy", "M. " initials)."""
        token = self.tokens[at]
        if token.capital and token.low in KIN and end == at + 1:
            return True
        if office.office == "legislator" and token.low in ("deputy", "depute") and end in self.lex.offices:
            return True
        if token.text in ("M.", "PM") and (at == 0 or self.tokens[at - 1].text[-1].isdigit()):
            return True
        if (
            office.office == "military_officer"
            and end == at + 1
            and at in self.lex.office_ends
            and (end >= len(self.tokens) or not self.tokens[end].capital)
        ):
            return True
        if office.honorific and end < len(self.tokens) and not self.tokens[end].capital:
            following = self.tokens[end]
            return not (
                following.text in ("'", "’") or following.low.startswith(("al-", "el-", "van", "de", "l'"))
            )
        return False

    def _within_body(self, at: int, end: int) -> bool:
        for start in range(max(0, at - 7), at + 1):
            hit = self.lex.bodies.get(start)
            if hit and hit[0] >= end and (start < at or hit[0] > end):
                return True
        return False

    def _title(self, at: int, end: int, office: Office, free: int) -> Title:
        title = Title(at, end, at, [office], "", plural=office.plural, country=office.country or None)
        if title.country:
            title.how = f"the title {office.title!r}"
        if not office.honorific:
            role_start = self._left(title, free)
            role_end = self._right(title)
        else:
            role_start, role_end = at, end
            if at > free and self.lex.state_ends.get(at) is not None:
                self._owner_state(title, at)
        title.role = self._text(role_start, role_end)
        return title

    def _text(self, start: int, end: int) -> str:
        return show_role(" ".join(self.tokens.span(start, end).split()).rstrip(" ,"))

    # to the left of the head

    def _owner_state(self, title: Title, at: int) -> int:
        start = self.lex.state_ends[at]
        _, readings = self.lex.states[start]
        title.country = choose_state(readings)
        name = self.tokens.span(start, at)
        if title.office.office in _LOCAL and readings[0].form != "demonym":
            title.country = unit_country(name) or title.country
        title.how = f"{self.tokens.span(start, at)!r} before the title"
        title.start = start
        title.owner_end = at
        return start

    def _stands_in(self, start: int, forms: set[str]) -> bool:
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

    def _left(self, title: Title, free: int) -> int:
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
                    at = role_start = self._owner_state(title, at)
                else:
                    at = self._owner_state(title, at)
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
                    self._owner_state(title, at)
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
                    at = self._owner_state(title, at - 1)
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

    def _place(self, title: Title, at: int) -> bool:
        """Read a part of a state or a city before a local office ("Texas Governor", "Lagos police chief")."""
        if title.office.office not in _LOCAL or at - 1 in self.lex.offices:
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

    # to the right of the head

    def _right(self, title: Title) -> int:
        lex, tokens = self.lex, self.tokens
        end = role_end = title.end
        while end < len(tokens) and tokens[end].gap != "\n":
            low = tokens[end].low
            if low in AFTER.get(lex.language, ()):
                end += 1
                role_end = end
            elif low in self.links:
                step = self._complement(title, end)
                if step is None:
                    break
                end, in_role = step
                role_end = end if in_role else role_end
            elif (low == "/" or (low in AND and role_end == end)) and end + 1 < len(tokens):
                step = self._second_head(title, end + 1)
                if step is None:
                    break
                end = role_end = step
            elif lex.language == "fr" and end in lex.states and self._adjective(title, end):
                end = lex.states[end][0]
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
        end = self._right(other)
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
        if start in lex.bodies:
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
            if link in OWNING and title.country is None and title.office.office != "envoy":
                title.country, title.how = code, f"{tokens.span(at, end)!r} after the title"
                if title.plural and code:
                    title.countries = [code]
                    end = self._state_list(title, end)
                return end, readings[0].form in ("capital", "seat")
            if link in ("in", "en", "at", "from", "with") or code is None:
                return None
            if (
                link in ("a", "au", "aux", "to", "on")
                and title.office.office not in POSTED
                and (lex.language == "fr" or readings[0].form in ("capital", "seat"))
            ):
                return None
            title.topic.append(code)
            return self._more(end), True
        if (
            link in OWNING
            and title.office.office in _LOCAL
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
        """Read "of the Chinese government", "of the Hungarian National Assembly", "of the Russian president"."""
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
        self._right(served)
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
            elif (
                at > start and token.low in {",", "and", "&", "et", "-", "–"} and self._goes_on(at, capitals)
            ):
                at += 1
            elif (
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
        while self.tokens.low(after) in AND | {"the", "la", "l'", "de", "des", "du"}:
            after += 1
        if after >= len(self.tokens) or not portfolio_word(self.lex, after):
            return False
        if self.tokens[after].capital != capitals or after in self.lex.bodies:
            return False
        ahead = after
        while portfolio_word(self.lex, ahead) and ahead < after + 4:
            ahead += 1
        return not any(k in self.lex.offices for k in range(after, ahead + 1))
