"""A sentence as a row of units: names, places and times as one unit each, every other token one.

The triggers and arguments of an engagement are looked for in this row, beside the parse: names
are long ("Assistant Secretary of Defense for ..."), and once they are folded into one unit the
language of diplomacy is regular.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Token

from dragoman.annotate import Annotations
from dragoman.authority.states import lookup_state
from dragoman.coding.engagements.camps import camps_of
from dragoman.coding.engagements.formats import find_formats
from dragoman.coding.engagements.lexicon import straight
from dragoman.lexicon.tables import table, toml
from dragoman.model import Actor, Place, Span, TimeExpression

MAX_SENTENCE = 400  # tokens; what is longer is no sentence but a list or junk, and is cut there


@dataclass
class Unit:
    """One unit: characters, the word in small letters, its tokens, and what it names."""

    start: int
    end: int
    low: str
    first: int
    last: int
    pos: str
    tag: str
    actors: tuple[Actor, ...] = ()
    place: Place | None = None
    time: TimeExpression | None = None
    states: tuple[str, ...] = ()  # of a group that is called by a name of its own ("the C5+1")

    @property
    def named(self) -> bool:
        """Whether the unit names an actor, a place or a time."""
        return bool(self.actors or self.place or self.time)


@dataclass
class Sentence:
    """A sentence, or a line that is none: its units and where it stands in the document."""

    index: int
    start: int
    end: int
    units: list[Unit]
    line: int
    form: str  # title, header, entry, body
    defaults: dict[str, object] = field(default_factory=dict)


def _tokens_of(found: Annotations, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return first and last token of each span; (-1, -1) where it has none."""
    starts = {token.idx: token.i for token in found.parse}
    result = []
    for span in spans:
        first = starts.get(span.start)
        if first is None:
            piece = found.parse.char_span(span.start, span.end, alignment_mode="expand")
            result.append((piece.start, piece.end - 1) if piece is not None and len(piece) else (-1, -1))
            continue
        last = first
        limit = len(found.parse) - 1
        while last < limit and found.parse[last + 1].idx < span.end:
            last += 1
        result.append((first, last))
    return result


def _surnames(found: Annotations) -> list[tuple[Actor, Span]]:
    """Return where persons are called by their last name alone, where it is theirs only."""
    owners: dict[str, set[str]] = {}
    actors = {actor.id: actor for actor in found.actors}
    for actor in found.actors:
        words = actor.name.split()
        if actor.kind == "person" and len(words) > 1 and len(words[-1]) > 2:
            owners.setdefault(words[-1], set()).add(actor.id)
    alone = {word: actors[ids.pop()] for word, ids in owners.items() if len(ids) == 1 and word[:1].isupper()}
    out = []
    for token in found.parse:
        owner = alone.get(token.text)
        if owner is not None:
            end = token.idx + len(token)
            out.append((owner, Span(token.idx, end, found.document.text[token.idx : end])))
    return out


@cache
def agencies() -> frozenset[str]:
    """Return the names of news agencies, which report what others do."""
    return frozenset(row["agency"] for row in table("agencies"))


def _names(actor: Actor, mention: Span, camps: frozenset[str], language: str) -> bool:
    """Say whether a mention names its actor; common nouns ("officials", "the two sides") do not.

    Those of `camps` do: government and rebels of one state.
    """
    if actor.id in camps:
        return True
    if actor.kind == "organisation" and mention.text in agencies():
        return False
    if actor.kind == "group":
        return actor.organisation is not None and (mention.text[:1].isupper() or actor.country is not None)
    if actor.kind == "office":
        words = actor.name.split()
        said = mention.text.split()
        one = actor.country is not None and _singular(said, language)
        one = one or any(b.startswith("country: the title") for b in actor.basis)  # "le pape"
        return one or (bool(words) and words[-1][:1].isupper())
    return True


def _singular(words: list[str], language: str) -> bool:
    """Say whether a common noun is of one office: "le chef de l'État kényan", not "leaders of Serbia"."""
    if language == "fr":
        return len(words) > 1 and not words[0].endswith("s")
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return len(words) > 1 and not head.endswith("s")


def fold_names(found: Annotations) -> dict[int, Unit]:
    """Return a unit for each name, place and time of the document, by its first token.

    Of overlapping ones a person's name goes first, then the longer; a place that is also a
    state's name stays known as both.
    """
    rows: list[tuple[int, int, int, int, Actor | Place | TimeExpression, Span]] = []
    spans: list[Span] = []
    holders: list[Actor | Place | TimeExpression] = []
    author = found.document.author or ""
    camps = camps_of(found.actors, found.document.language)
    for actor in found.actors:
        if actor.kind == "person" and actor.country is None and actor.name in author:
            continue  # who writes takes no part
        for mention in actor.mentions:
            if _names(actor, mention, camps, found.document.language):
                spans.append(mention)
                holders.append(actor)
    for actor, mention in _surnames(found):
        spans.append(mention)
        holders.append(actor)
    named: list[Place | TimeExpression] = [*found.places, *found.times]
    spans += named
    holders += named
    for owner, span, (first, last) in zip(holders, spans, _tokens_of(found, spans), strict=True):
        if first >= 0:
            rank = 0 if isinstance(owner, Actor) and owner.kind != "state" else 1
            rank = 2 if isinstance(owner, TimeExpression) else rank
            rows.append((rank, first - last, first, last, owner, span))
    rows.sort(key=lambda row: (row[0], row[1], row[2], not isinstance(row[4], Actor)))
    units, taken = _format_units(found)
    for _, _, first, last, owner, span in rows:
        held = {id(taken[i]): taken[i] for i in range(first, last + 1) if i in taken}
        if held:
            for unit in held.values():
                if isinstance(owner, Place) and unit.place is None and unit.actors and not unit.states:
                    if all(a.kind in ("state", "organisation") for a in unit.actors):
                        unit.place = owner
                elif isinstance(owner, Actor) and (unit.first, unit.last) == (first, last):
                    unit.actors = (*unit.actors, *(() if owner in unit.actors else (owner,)))
            continue
        unit = Unit(span.start, span.end, straight(span.text), first, last, "PROPN", "NNP")
        if isinstance(owner, Actor):
            unit.actors = (owner,)
        elif isinstance(owner, Place):
            unit.place = owner
        else:
            unit.time = owner
        units[first] = unit
        for i in range(first, last + 1):
            taken[i] = unit
    return units


def _format_units(found: Annotations) -> tuple[dict[int, Unit], dict[int, Unit]]:
    """Return the units of groups of states that have a name, by their first token and by each of them."""
    named = find_formats(found.document.text, found.document.language)
    units: dict[int, Unit] = {}
    taken: dict[int, Unit] = {}
    for (span, states), (first, last) in zip(
        named, _tokens_of(found, [span for span, _ in named]), strict=True
    ):
        if first >= 0 and first not in taken:
            unit = Unit(span.start, span.end, straight(span.text), first, last, "PROPN", "NNP", states=states)
            units[first] = unit
            taken |= dict.fromkeys(range(first, last + 1), unit)
    return units, taken


@cache
def _adjective(word: str) -> bool:
    """Say whether a French word that the model takes for a verb is one of nationality or quality."""
    if word in toml("fr/engagement_words")["never_verbs"]:
        return True
    return any(found.form == "demonym" for found in lookup_state(word, "fr"))


_INFINITIVE = ("er", "ir", "re")


def _tagged(token: Token, low: str) -> str:
    """Return the part of speech of a French word that the model takes for a verb.

    "Recevoir à dîner" has a noun behind it, "visite d'amitié" has one where no infinitive follows "de".
    """
    if _adjective(low):
        return "ADJ"
    before = token.nbor(-1).lower_ if token.i else ""
    meal = before == "à" and low in toml("fr/engagement_words")["meals"]
    bare = before in ("d'", "d’", "de") and not low.endswith(_INFINITIVE)
    return "NOUN" if meal or bare else token.pos_


def row(found: Annotations, names: dict[int, Unit], first: int, last: int) -> list[Unit]:
    """Return the units of the tokens `first` to `last`, white space left out."""
    out: list[Unit] = []
    french = found.document.language == "fr"
    i = first
    while i <= last:
        unit = names.get(i)
        token: Token = found.parse[i]
        if unit is not None and unit.last <= last:
            out.append(unit)
            i = unit.last + 1
            continue
        if not token.is_space:
            low = straight(token.text)
            pos = _tagged(token, low) if french and token.pos_ == "VERB" else token.pos_
            out.append(Unit(token.idx, token.idx + len(token), low, i, i, pos, token.tag_))
        i += 1
    return out
