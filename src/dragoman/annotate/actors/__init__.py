"""In: a parsed document or a bare mention; out: actors with role, country, sector and mentions.

`find_actors` reads a document, `resolve_actor` one mention; `ActorIndex` says which actor stands at a
place of the text.
"""

from dragoman.annotate.actors.find import find_actors
from dragoman.annotate.actors.index import ActorIndex
from dragoman.annotate.actors.resolve import resolve_actor

__all__ = ["ActorIndex", "find_actors", "resolve_actor"]
