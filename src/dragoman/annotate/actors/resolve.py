"""A bare mention, as event coders see it: who is it, of which country and sector?

The mention is read with the same readers as a document. What it does not say itself may come from the
context: the same person or body named there more fully, or the one state that the context is about.
"""

from datetime import date

from dragoman.annotate.actors.acronyms import bind_acronyms
from dragoman.annotate.actors.bodies import find_by_words
from dragoman.annotate.actors.cluster import Cluster, gather, name_words
from dragoman.annotate.actors.find import build, read_mentions
from dragoman.annotate.actors.home import home_country
from dragoman.annotate.actors.lexical import Lexical, look_up
from dragoman.annotate.actors.placing import place_country
from dragoman.annotate.actors.wordlists import words_of
from dragoman.authority.names import same_person
from dragoman.authority.organisations import lookup_organisation
from dragoman.authority.states import lookup_state
from dragoman.errors import UsageError
from dragoman.model import Actor, Span

_FRENCH = words_of("french")
_PREFERRED = ("person", "office", "organisation", "group", "state")


def resolve_actor(text: str, *, context: str = "", on: date | str | None = None) -> Actor:
    """Say who `text` names: kind, name, role, country and sector, as of the day `on`.

    `text` is a mention as it stands in the news ("former US president Barack Obama", "Nigerien
    soldiers", "the Kremlin"), in English or French. `context` is the text around it, if any. `on` is
    a day (a date or YYYY-MM-DD): who held an office then counts as government, who held it before as
    former; without it the day is today. `basis` of the result says what each conclusion rests on; what is not
    known is None. Raises UsageError for a day that is none.
    """
    day = _day(on)
    language = _language(text, context)
    lex = read_text(text, language)
    actor = _main(lex, day, text)
    if context and (actor.country is None or actor.sector is None):
        actor = _from_context(actor, read_text(context, language), day)
    return actor


def _day(on: date | str | None) -> date:
    if on is None:
        return date.today()
    if isinstance(on, date):
        return on
    try:
        return date.fromisoformat(on)
    except ValueError as error:
        raise UsageError(f"{on!r} is no day; give it as YYYY-MM-DD") from error


def _language(text: str, context: str) -> str:
    """Return "fr" where French function words prevail, else "en"."""
    words = (text + " " + context).replace("’", "' ").replace("'", "' ").split()
    words = [word for word in words if not (word.isupper() and len(word) > 1)]
    french = sum(word.casefold() in _FRENCH for word in words)
    english = sum(
        word.casefold() in ("the", "of", "a", "an", "and", "in", "for", "to", "by") for word in words
    )
    accents = sum(c in "éèêàçôîûœ" for word in words for c in word if word.islower())
    return "fr" if french + bool(accents) > english and (french or accents) else "en"


def read_text(text: str, language: str) -> Lexical:
    """Look up all that is known of the words of `text`, bodies that it introduces included."""
    lex = look_up(text, language)
    bind_acronyms(lex)
    find_by_words(lex)
    return lex


def _main(lex: Lexical, day: date, text: str) -> Actor:
    """Return the actor that the mention as a whole is."""
    mentions = read_mentions(lex, day, _capitalised(lex))
    bare = text.strip().strip(".,;:")
    whole = lookup_organisation(bare)
    if whole and not any(m.kind in ("person", "office") for m in mentions):
        body = whole[0]
        return Actor(
            "a1",
            "organisation",
            bare,
            None,
            body.code or None,
            body.sector or None,
            body.secondary,
            body.acronym or body.name,
            (Span(0, len(text), text),),
            (f"organisation: {body.name} ({body.basis})",),
        )
    states = lookup_state(bare, lex.language)
    if states and not any(t for m in mentions for t in m.roles):
        people = states[0].form == "demonym"
        return Actor(
            "a1",
            "group" if people else "state",
            bare,
            None,
            states[0].country,
            "CVL" if people else "GOV",
            mentions=(Span(0, len(text), text),),
            basis=tuple(f"{r.form} of {r.country}: {r.text!r} ({r.basis})" for r in states[:4]),
        )
    clusters = gather(mentions)
    if clusters:
        first = min(clusters, key=_order)
        return build(lex, [first], day)[0]
    return _vague(lex, text)


def _order(cluster: Cluster) -> tuple[int, int]:
    mention = cluster.mentions[0]
    return (mention.kind == "state") * 1000 + mention.start, _PREFERRED.index(mention.kind)


def _capitalised(lex: Lexical) -> list[tuple[int, int]]:
    """Take every run of capitals for a possible person: in a bare mention there is little else."""
    tokens = lex.tokens
    return [(at, len(tokens) - 1) for at in range(len(tokens)) if tokens[at].capital]


def _vague(lex: Lexical, text: str) -> Actor:
    """Read what is no actor on its own: "the country", "villages", a city for its people."""
    sector: str | None = None
    secondary: tuple[str, ...] = ()
    basis: list[str] = []
    for at in sorted(lex.agents):
        _, agent = lex.agents[at]
        if agent.sector:
            sector, secondary = agent.sector, agent.secondary
            basis = [f"sector: {agent.term!r}"]
    country = None
    for at in sorted(lex.states):
        country = lex.states[at][1][0].country
        basis.append(f"country: {lex.tokens.span(at, lex.states[at][0])!r}")
        break
    if country is None:
        country = place_country(text.strip())
        if country is not None:
            sector = sector or "GOV"
            basis.append(f"country: the place {text.strip()!r}")
    words = [t for t in lex.tokens.all if t.word]
    named = country is None and sector is None and 0 < len(words) < 4 and all(t.capital for t in words)
    return Actor(
        "a1",
        "person" if named else "group",
        text.strip(),
        None,
        country,
        sector,
        secondary,
        None,
        (Span(0, len(text), text),),
        tuple(basis),
    )


def _only_state(lex: Lexical) -> str | None:
    """Return the one state that a context names in any way, None where there are several or none."""
    codes = {readings[0].country for _, readings in lex.states.values()}
    return codes.pop() if len(codes) == 1 else None


def _from_context(actor: Actor, lex: Lexical, day: date) -> Actor:
    """Fill what the mention leaves open from the same actor in the context, or from its one state."""
    clusters = gather(read_mentions(lex, day, _capitalised(lex)))
    country, sector, role, secondary = actor.country, actor.sector, actor.role, actor.secondary
    organisation, basis = actor.organisation, list(actor.basis)
    if actor.kind == "person":
        words = name_words(actor.name)
        same = [c for c in clusters if c.kind == "person" and same_person(c.words, words)]
        if len(same) == 1:
            fuller = build(lex, same, day)[0]
            country, sector, role = country or fuller.country, sector or fuller.sector, role or fuller.role
            secondary, organisation = secondary or fuller.secondary, organisation or fuller.organisation
            basis += [f"context: {line}" for line in fuller.basis]
    if country is None and (organisation is None or actor.kind == "organisation"):
        country = home_country(lex) or _only_state(lex)
        if country is not None:
            basis.append(f"country: the state that the context is about ({country}), inferred")
    return Actor(
        actor.id,
        actor.kind,
        actor.name,
        role,
        country,
        sector,
        secondary,
        organisation,
        actor.mentions,
        tuple(basis),
    )
