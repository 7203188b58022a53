"""A bare mention, as event coders see it: who is it, of which country and sector?"""

from datetime import date

from dragoman.annotate.actors.bodies import bind_acronyms, find_by_words
from dragoman.annotate.actors.cluster import gather
from dragoman.annotate.actors.find import build, read_mentions
from dragoman.annotate.actors.lexical import look_up
from dragoman.model import Actor


def resolve_actor(text: str, *, context: str = "", on: date | str | None = None) -> Actor:
    """Say who `text` names: kind, name, role, country and sector, as of the day `on`."""
    day = date.fromisoformat(on) if isinstance(on, str) else on
    lex = look_up(text, "en")
    bind_acronyms(lex)
    find_by_words(lex)
    actors = build(lex, gather(read_mentions(lex, day, [])), day)
    return actors[0] if actors else Actor("a1", "group", text)
