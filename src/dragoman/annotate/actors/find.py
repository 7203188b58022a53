"""Finds the actors of a parsed document: from mentions to actors.

The lexicon and the authority go first; of the statistical model only its word that something is a
person's name is used, where nothing speaks against it.
"""

from datetime import date

from spacy.tokens import Doc

from dragoman.annotate.actors.acronyms import bind_acronyms
from dragoman.annotate.actors.assume import Assumptions
from dragoman.annotate.actors.bodies import find_by_words
from dragoman.annotate.actors.cluster import Cluster, gather
from dragoman.annotate.actors.groups import GroupReader
from dragoman.annotate.actors.lexical import Lexical, look_up
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.names import not_name
from dragoman.annotate.actors.people import PeopleReader
from dragoman.annotate.actors.reference import References
from dragoman.annotate.actors.sector import Standing, standing
from dragoman.annotate.actors.surnames import describe, later_surnames, tie_principals
from dragoman.authority.states import states
from dragoman.model import Actor, Span


def find_actors(
    parse: Doc, *, language: str = "en", on: date | None = None, text: str | None = None
) -> list[Actor]:
    """Find the actors of a parsed document, each with all its mentions, in order of appearance.

    `text` is the document as it is written, where other apostrophes were parsed.
    `on` is the day as of which offices are judged (the day of publication). A person's `name` is
    the fullest form in the text; an unnamed office's is its title.
    """
    lex = look_up(parse.text if text is None else text, language)
    bind_acronyms(lex)
    find_by_words(lex)
    _drop_other_words(parse, lex)
    mentions = read_mentions(lex, on, model_people(parse, lex))
    return build(lex, References(lex, gather(mentions)).attach(), on)


_OTHER_WORDS = frozenset(("VERB", "AUX", "ADV", "ADP"))


def _drop_other_words(parse: Doc, lex: Lexical) -> None:
    """Forget titles and agents that the parse takes for verbs ("heads") or adjectives ("official")."""
    tags = {token.idx: token.pos_ for token in parse if not token.text[0].isupper()}
    for at, (end, office) in list(lex.offices.items()):
        if end != at + 1:
            continue
        tag = tags.get(lex.tokens[at].start)
        ahead = lex.tokens[end] if end < len(lex.tokens) else None
        single = office.general and not office.plural
        if single and ahead is not None and ahead.capital and ahead.gap == " ":
            tag = "ADJ" if not_name(lex, ahead.low) else tag  # "Official Visit of the Prime Minister"
        if tag in _OTHER_WORDS or (tag == "ADJ" and office.general):
            del lex.offices[at]
            lex.office_ends.pop(end, None)
    for at, (end, agent) in list(lex.agents.items()):
        if end == at + 1 and agent.kind != "mod":
            tag = tags.get(lex.tokens[at].start)
            if tag in _OTHER_WORDS or (tag == "ADJ" and not agent.plural):
                del lex.agents[at]


def model_people(parse: Doc, lex: Lexical) -> list[tuple[int, int]]:
    """Return what the statistical model takes for people, as first and last token."""
    label = {"PERSON", "PER"}
    return [
        (lex.tokens.at(entity.start_char), lex.tokens.at(entity.end_char - 1))
        for entity in parse.ents
        if entity.label_ in label
    ]


def read_mentions(lex: Lexical, on: date | None, people: list[tuple[int, int]]) -> list[Mention]:
    """Read all mentions of a text, in order."""
    found = PeopleReader(lex, on=on, model_people=people).read()
    for mention in found:
        for at in range(mention.name_start, mention.name_end):
            lex.states.pop(at, None)
    covered = {k for m in found for k in range(m.start, m.end)}
    found += later_surnames(lex, found, covered)
    tie_principals(lex, found)
    return describe(lex, found + GroupReader(lex, covered).read())


def build(lex: Lexical, clusters: list[Cluster], on: date | None) -> list[Actor]:
    """Make an actor of each cluster, numbered in order."""
    found = [standing(cluster, on) for cluster in clusters]
    Assumptions(lex, clusters, found).apply()
    return [
        _actor(f"a{number}", cluster, held, tuple(_span(lex, m) for m in cluster.mentions))
        for number, (cluster, held) in enumerate(zip(clusters, found, strict=True), 1)
    ]


def _span(lex: Lexical, mention: Mention) -> Span:
    start, end = lex.tokens[mention.start].start, lex.tokens[mention.end - 1].end
    return Span(start, end, lex.tokens.text[start:end])


def _actor(key: str, cluster: Cluster, found: Standing, spans: tuple[Span, ...]) -> Actor:
    named = [m for m in cluster.mentions if m.name] or cluster.mentions
    first = named[0]
    name = max((m.name for m in named), key=lambda n: len(n.split()))
    if cluster.kind == "state":
        name = states()[first.country].name if first.country in states() else first.name
    if cluster.kind == "organisation":
        name = next((m.name for m in named if "(" in m.name), first.name)
    return Actor(
        key,
        first.kind,
        name or found.role or "",
        found.role,
        found.country,
        found.sector,
        found.secondary,
        found.organisation,
        spans,
        tuple(found.basis),
    )
