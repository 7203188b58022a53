"""Rows of talks: rounds, cycles and sessions whose parties are those of the row that the text speaks of.

"The next round will open in Cairo", "the first took place in Rome", "negotiations broke down in March",
"the talks had been due to resume": the words name no one, for the sides are known by then.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.engagements.camps import sides_among
from dragoman.coding.engagements.cast import Cast
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.lexicon import Lexicon, lexicon
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.party import Party, unique

ROWS = frozenset({"talks", "dialogue"})
LIKE = ROWS | {"meeting", "summit"}
NEAR = 3  # sentences after which "the second" no longer means a round


def pair_up(cast: Cast, parties: Sequence[Party]) -> None:
    """Note the sides spoken of last; persons stay the pair where only their states are named again."""
    same = {p.code for p in parties} == {p.code for p in cast.pair}
    if not (same and any(p.person for p in cast.pair) and not any(p.named for p in parties)):
        cast.pair = list(parties)


def state_of(cast: Cast, one: Party) -> Party:
    """Return the state that a person acts for, as a party."""
    state = next((a for a in cast.actors if a.kind == "state" and a.country == one.code), None)
    return Party(one.code, state, inferred=True)


def sides_of_row(cast: Cast, parties: Sequence[Party], *, inferred: bool = True) -> list[Party]:
    """Return the sides that others of the same row have: states where persons spoke for them."""
    persons = [p for p in parties if p.person]
    own = {p.code for p in persons}
    apart = len(persons) > 1 and len(own) == 1  # two of one state stay two sides, if no other faces them
    apart = apart and len({p.code for p in parties} - own) != 1
    sides = [state_of(cast, p) if p.person and not apart else p for p in parties]
    return unique(replace(p, inferred=True, side=None) if inferred else p for p in sides)


def _bare(lexicon: Lexicon, m: Mention) -> bool:
    """Say whether a noun stands for itself: "negotiations broke down in March", naming no one."""
    units = m.sentence.units
    named = any(a.kind != "state" for u in units for a in u.actors)
    described = any(u.actors and (u.place is None or u.place.use == "modifier") for u in units)
    ahead = units[m.trigger.at + 1].low if m.trigger.at + 1 < len(units) else ""
    told = any(lexicon.has(k, ahead) for k in ("with", "between", "of", "matter_leads"))
    return not (named or described or told or m.anaphoric)


def _dated(m: Mention) -> bool:
    return m.when.known or m.place is not None


def in_row(m: Mention, clusters: Sequence[Cluster], cast: Cast) -> Mention:
    """Give one of a row, or talks without a word of whose they are, the sides spoken of last."""
    if m.parties or m.trigger.noun is None or len(sides_among(cast.pair)) < 2:
        return m
    words = lexicon(cast.language)
    if words.has("ordinal", m.trigger.noun.words[0]):
        last = next(
            (c for c in reversed(clusters) if c.kind in LIKE and len(sides_among(c.parties)) > 1), None
        )
        if last is None or not _dated(m) or m.sentence.index - last.mentions[-1].sentence.index > NEAR:
            return m
        return replace(m, kind=last.kind, parties=sides_of_row(cast, last.parties), follow_up=True)
    if m.round and _dated(m):
        held = next((c for c in reversed(clusters) if m.kind in ROWS and c.kind in ROWS), None)
        sides = held.parties if held is not None and len(sides_among(held.parties)) > 1 else cast.pair
        return replace(m, parties=sides_of_row(cast, sides), follow_up=True)
    if m.kind in ROWS and _bare(words, m) and (m.status == "failed" or _dated(m)):
        return replace(m, parties=sides_of_row(cast, cast.pair))
    return m


def bodies_of_pair(m: Mention, cast: Cast) -> Mention:
    """Take a body of no known state for the two sides spoken of: "the Joint Commission met in A on B"."""
    bodies = [p for p in m.parties if p.actor is not None and p.actor.kind in ("organisation", "group")]
    words = lexicon(cast.language)
    joint = [p for p in bodies if p.code is None and p.span and words.has("joint_bodies", _last(p))]
    sides = sides_among(cast.pair)
    if len(joint) != 1 or not _dated(m) or len(sides) != 2 or m.kind not in LIKE:
        return m
    codes = [p.code for p in cast.pair if p.code]
    if any(p.person or (p.code and p.code not in codes) for p in m.parties):
        return m
    return replace(m, parties=unique([*m.parties, *(Party(code, inferred=True) for code in codes)]))


def _last(one: Party) -> str:
    return one.span.text.lower().split()[-1] if one.span is not None else ""


def signed_by_camps(m: Mention, clusters: Sequence[Cluster]) -> bool:
    """Say whether two of one state sign for its two camps, whose talks the text has told just before."""
    persons = [p for p in m.parties if p.person]
    codes = {p.code for p in m.parties}
    if m.kind != "signing" or m.internal or m.title or len(persons) < 2 or len(codes) != 1:
        return False
    for c in reversed(clusters):
        if c.kind in LIKE and {p.code for p in c.parties} == codes and len(sides_among(c.parties)) > 1:
            return m.sentence.index - c.mentions[-1].sentence.index <= NEAR
    return False


def opened_for(m: Mention, clusters: Sequence[Cluster]) -> Mention:
    """Take one of a third side who opens, chairs or closes known talks for their host, no party to them."""
    hosting = bool(m.cls & {"begin", "lead", "end"}) and m.anaphoric and m.trigger.noun is not None
    if not hosting or m.kind not in ROWS or len(m.parties) != 1 or not clusters:
        return m
    last, one = clusters[-1], m.parties[0]
    near = m.sentence.index - last.mentions[-1].sentence.index <= NEAR
    if not near or last.kind not in LIKE or len(sides_among(last.parties)) < 2 or one.code in last.codes:
        return m
    return replace(m, parties=[], mediators=[*m.mediators, one], open=True)


def resumed(m: Mention, clusters: Sequence[Cluster], cast: Cast) -> Mention:
    """Give talks that the text knows already ("the talks") the sides of the last ones.

    They are others than those told so far, for their days or their place contradict them.
    """
    soon = m.status == "announced" and m.when.text is not None  # "reprendront dans les prochaines semaines"
    if m.parties or m.title or m.internal or not (_dated(m) or soon):
        return m
    paper = m.kind == "signing" and m.trigger.verb is not None and _paper(m, lexicon(cast.language))
    talks = m.kind in ROWS and m.trigger.noun is not None and m.anaphoric
    if not (paper or talks):
        return m
    for c in reversed(clusters):
        if (c.kind in LIKE or c.kind == "signing") and len(sides_among(c.parties)) > 1:
            return replace(m, parties=sides_of_row(cast, c.parties), follow_up=True)
    return m


def _paper(m: Mention, words: Lexicon) -> bool:
    """Say whether what is signed is a paper spoken of already: "The text is to be signed in Bangui"."""
    units = m.sentence.units[: m.trigger.at]
    return any(
        words.has("papers", u.low) and k > 0 and words.has("definite", units[k - 1].low)
        for k, u in enumerate(units[:5])
    )
