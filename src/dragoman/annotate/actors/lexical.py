"""What the lexicon and the authority say of each token of a text: looked up once, kept by token.

Of all phrases of a kind the longest at each place counts. Which kind wins where several meet is
decided by the readers, who know what stands around.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from dragoman.annotate.actors.tokens import Tokens
from dragoman.annotate.actors.wordlists import words_of
from dragoman.authority.offices import Office, english_plural, french_plural, office_index
from dragoman.authority.organisations import Organisation, organisation_index
from dragoman.authority.states import StateName, state_index
from dragoman.lexicon.phrases import PhraseIndex
from dragoman.lexicon.tables import table

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Agent:
    """A noun for those who act: its PLOVER sector and kind (people, body, mod, general)."""

    term: str
    sector: str
    secondary: tuple[str, ...]
    kind: str
    plural: bool = False


@cache
def agent_index(language: str) -> PhraseIndex[Agent]:
    """Return an index of the agents of `language`, with their plurals."""
    found: dict[str, Agent] = {}
    many = french_plural if language == "fr" else english_plural
    rows = [
        Agent(row["term"], row["sector"], tuple(row["secondary"].split()), row["kind"])
        for row in table(f"{language}/agents")
    ]
    for agent in rows:
        if agent.kind != "mod":
            found.setdefault(agent.term, agent)
    for agent in rows:
        if agent.kind != "mod":
            plural = Agent(agent.term, agent.sector, agent.secondary, agent.kind, plural=True)
            found.setdefault(many(agent.term), plural)
    for agent in rows:
        found.setdefault(agent.term, agent)
    return PhraseIndex(found)


@cache
def people_index() -> PhraseIndex[tuple[StateName, ...]]:
    """Return an index of peoples and inhabitants of parts of states, read as adjectives of nationality."""
    found: dict[str, tuple[StateName, ...]] = {}
    for row in table("peoples"):
        for form in row["forms"].split("; "):
            reading = (StateName(row["country"], "demonym", "*", form, "lexicon/peoples"),)
            found[form] = reading
            found.setdefault(form if form.endswith("s") else form + "s", reading)
    return PhraseIndex(found)


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the words of the one-column table `name` ("en/portfolios"), folded."""
    return frozenset(row["word"] for row in table(name))


_AMERICAS = words_of("americas")


@dataclass(slots=True)
class Lexical:
    """The tokens of a text and the phrases known in it, by the token each begins with."""

    tokens: Tokens
    states: dict[int, tuple[int, tuple[StateName, ...]]] = field(default_factory=dict)
    bodies: dict[int, tuple[int, tuple[Organisation, ...]]] = field(default_factory=dict)
    offices: dict[int, tuple[int, Office]] = field(default_factory=dict)
    agents: dict[int, tuple[int, Agent]] = field(default_factory=dict)
    state_ends: dict[int, int] = field(default_factory=dict)
    body_ends: dict[int, int] = field(default_factory=dict)
    office_ends: dict[int, int] = field(default_factory=dict)

    def inside_body(self, at: int) -> bool:
        """Whether token `at` stands inside the name of a body, after its first word."""
        return any(
            start in self.bodies and self.bodies[start][0] > at for start in range(max(0, at - 11), at)
        )

    @property
    def language(self) -> str:
        """The language of the text."""
        return self.tokens.language


def _better_as_agent(tokens: Tokens, at: int, end: int, start: int, last: int, office: Office) -> bool:
    """Whether a title inside the agent's words `at` to `end` is to be read as that agent, not as a title."""
    if start == at and last < end:
        return True
    if not office.plural or tokens[start].capital:
        return False
    return start > at or office.rank >= 6 or office.office == "rebel_leader" or office.title == "official"


def _place(tokens: Tokens, index: PhraseIndex[T]) -> dict[int, tuple[int, T]]:
    """Return the phrases of `index` in the text, as {first token: (end token, value)}."""
    found: dict[int, tuple[int, T]] = {}
    for start, end, value in index.find(tokens.text):
        first, last = tokens.at(start), tokens.at(end - 1)
        if tokens[first].start == start and tokens[last].end >= end:
            if tokens[last].end > end and tokens[last].text[end - tokens[last].start :] != ".":
                continue
            found[first] = (last + 1, value)
    return found


def _cut_at_states(found: Lexical) -> None:
    """Cut a title that runs into a state's name ("président de la | République démocratique du Congo")."""
    index = office_index(found.language)
    for at, (end, _) in list(found.offices.items()):
        inner = next((k for k in range(at + 1, end) if k in found.states and found.states[k][0] > end), None)
        if inner is None:
            continue
        del found.offices[at]
        for last in range(inner, at, -1):
            office = index.get(found.tokens.span(at, last))
            if office is not None:
                found.offices[at] = (last, office)
                break


def look_up(text: str, language: str) -> Lexical:
    """Look up all that is known of the words of `text`."""
    tokens = Tokens(text, language)
    known = language if language in ("en", "fr") else "en"
    found = Lexical(
        tokens,
        _place(tokens, state_index(known)),
        _place(tokens, organisation_index(known)),
        _place(tokens, office_index(known)),
        _place(tokens, agent_index(known)),
    )
    for at, hit in _place(tokens, people_index()).items():
        if hit[0] > found.states.get(at, (0, ()))[0] and at not in found.bodies:
            found.states[at] = hit
    _cut_at_states(found)
    for at, (end, agent) in found.agents.items():
        if agent.kind == "mod":
            continue
        for k in range(at, end):
            last, office = found.offices.get(k, (0, None))
            if office is not None and last <= end and _better_as_agent(tokens, at, end, k, last, office):
                del found.offices[k]
    for at, (end, _) in found.states.items():
        if end > at + 1:
            for k in range(at, end):
                found.offices.pop(k, None)
    for at in list(found.states):
        if tokens.low(at) in ("american", "americans") and tokens.low(at - 1) in _AMERICAS:
            del found.states[at]
    found.state_ends = {end: start for start, (end, _) in found.states.items()}
    found.body_ends = {end: start for start, (end, _) in found.bodies.items()}
    found.office_ends = {end: start for start, (end, _) in found.offices.items()}
    return found
