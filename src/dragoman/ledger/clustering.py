"""From links to groups: which reports are one record.

The graph: every dated report keeps links to its best dated matches (BEST of them, by score, then
by canonical rank); every vague one keeps a single link, to its best dated match or, without one,
to its best vague one. So a vague report never ties two days' meetings together, and a happening
that a thousand outlets report costs each of them a dozen links.

Groups are made within each connected part of that graph: links in order of score, joining two
groups where nothing excludes it. Links and groups are functions of the set of reports and
judgements alone, whatever the order in which they came; when a report comes, only the parts that it
touches are made anew.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from dragoman.ledger.features import Features
from dragoman.ledger.matching import LINK, Verdict, compare, dates

BEST = 12


class Link(NamedTuple):
    """`owner` keeps a link to `other`; `score` as compare gives it."""

    owner: str
    other: str
    score: float


class Decision(NamedTuple):
    """A judgement as clustering sees it: reports that are the same, or are not."""

    same: bool
    left: tuple[str, ...]
    right: tuple[str, ...]


def keep(owner: Features, found: Iterable[tuple[float, Features]]) -> list[tuple[float, Features]]:
    """Say which of the candidates `found` (scored) `owner` keeps links to."""
    linked = [(score, other) for score, other in found if score >= LINK]
    dated = [(score, other) for score, other in linked if other.dated]
    if owner.dated:
        return sorted(dated, key=_preference)[:BEST]
    return sorted(dated or linked, key=_preference)[:1]


def _preference(candidate: tuple[float, Features]) -> tuple[float, tuple[int, str]]:
    return (-candidate[0], candidate[1].rank)


@lru_cache(maxsize=20_000)
def verdict(a: Features, b: Features) -> Verdict:
    """Compare two reports, remembering the outcome."""
    return compare(a, b)


def exclude(a: Features, b: Features) -> bool:
    """Say whether two reports cannot be of one record, date aside (see `group`)."""
    if a.document == b.document:
        return _said(a) != _said(b)
    return verdict(a, b).excluded and dates(a, b) is not None


def _said(a: Features) -> tuple[object, ...]:
    return (a.kind, a.status, a.windows, a.persons, a.countries, a.actors, a.recipients)


def group(
    reports: Mapping[str, Features], links: Iterable[Link], decisions: Iterable[Decision] = ()
) -> list[tuple[str, ...]]:
    """Group connected reports into records; each group in canonical order, the groups too.

    `decisions` in order of time, those that hold: a later one prevails over an earlier one.
    """
    same: dict[frozenset[str], bool] = {}
    for decision in decisions:
        if decision.same:
            first, *others = (*decision.left, *decision.right)
            pairs = [(first, other) for other in others]
        else:
            pairs = [(a, b) for a in decision.left for b in decision.right]
        for a, b in pairs:
            if a != b and a in reports and b in reports:
                same[frozenset((a, b))] = decision.same
    groups = {key: [key] for key in reports}
    apart = {pair for pair, is_same in same.items() if not is_same}
    joined = sorted(sorted(pair) for pair, is_same in same.items() if is_same)
    for a, b in joined:
        if not _parted(groups[a], groups[b], apart):
            _join(groups, a, b)
    best: dict[tuple[str, str], float] = {}
    for link in links:
        if link.owner in reports and link.other in reports:
            pair = (min(link.owner, link.other), max(link.owner, link.other))
            best[pair] = max(best.get(pair, 0.0), link.score)
    ranks = {key: one.rank for key, one in reports.items()}
    order = sorted(best, key=lambda pair: (-best[pair], *sorted((ranks[pair[0]], ranks[pair[1]]))))
    for a, b in order:
        one, two = groups[a], groups[b]
        if one is two or _parted(one, two, apart) or _clash(one, two, reports):
            continue
        _join(groups, a, b)
    made = {id(members): members for members in groups.values()}
    return sorted(
        (tuple(sorted(members, key=ranks.__getitem__)) for members in made.values()),
        key=lambda members: ranks[members[0]],
    )


def _join(groups: dict[str, list[str]], a: str, b: str) -> None:
    one, two = groups[a], groups[b]
    if one is two:
        return
    one.extend(two)
    for key in two:
        groups[key] = one


def _parted(one: list[str], two: list[str], apart: set[frozenset[str]]) -> bool:
    return bool(apart) and any(frozenset((a, b)) in apart for a in one for b in two)


def _clash(one: list[str], two: list[str], reports: Mapping[str, Features]) -> bool:
    moves = [reports[key] for key in (*one, *two) if reports[key].moved]
    for a in {_key(reports[key]): reports[key] for key in one}.values():
        for b in {_key(reports[key]): reports[key] for key in two}.values():
            if exclude(a, b):
                return True
            if dates(a, b) is None and not any(
                dates(move, a) is not None and dates(move, b) is not None for move in moves
            ):
                return True
    return False


def _key(a: Features) -> tuple[object, ...]:
    # Reports that say the same of who, when and where need to be compared once; the document
    # matters only to reports of one document, which differ in this or are equal.
    return (a.document, a.kind, a.status, a.windows, a.persons, a.countries, a.place_country, a.bodies)
