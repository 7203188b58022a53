"""From links to groups: which reports are one record.

The graph: every dated report keeps links to its best dated matches (BEST of them, by score) and to
those first published (HUBS, the same for all accounts of a happening, so that these hang together);
every vague one keeps a single link, to its best dated match or, without one, to its best vague
ones (VAGUE). So a vague report never ties two days' meetings together, and a happening that a
thousand outlets report costs each of them some fifteen links.

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

BEST, HUBS, VAGUE = 12, 3, 3


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
    dated = sorted(((score, other) for score, other in linked if other.dated), key=_preference)
    if owner.dated:
        hubs = sorted(dated, key=lambda candidate: candidate[1].rank)[:HUBS]
        return list({other.report: (score, other) for score, other in [*dated[:BEST], *hubs]}.values())
    return dated[:1] or sorted(linked, key=_preference)[:VAGUE]


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
    groups = {key: _Group(one) for key, one in reports.items()}
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
    settled = not any(one.moved for one in reports.values())  # then a clash is never lifted again
    order = sorted(best, key=lambda pair: (-best[pair], *sorted((ranks[pair[0]], ranks[pair[1]]))))
    for a, b in order:
        one, two = groups[a], groups[b]
        if one is two or two in one.hostile or _parted(one, two, apart):
            continue
        if not one.clashes(two):
            _join(groups, a, b)
        elif settled:
            one.hostile.add(two)
            two.hostile.add(one)
    made = {id(one): one.members for one in groups.values()}
    return sorted(
        (tuple(sorted(members, key=ranks.__getitem__)) for members in made.values()),
        key=lambda members: ranks[members[0]],
    )


class _Group:
    """Reports that are one record so far; those that say the same are compared once."""

    def __init__(self, first: Features) -> None:
        self.members = [first.report]
        self.distinct = {_key(first): first}
        self.documents = {first.document: [first]}
        self.moves = [first] if first.moved else []
        self.hostile: set[_Group] = set()

    def take(self, other: "_Group") -> None:
        """Take over all that another group holds."""
        self.members += other.members
        self.distinct |= other.distinct
        self.moves += other.moves
        self.hostile |= other.hostile
        for enemy in other.hostile:
            enemy.hostile.add(self)
        for document, held in other.documents.items():
            self.documents.setdefault(document, []).extend(held)

    def clashes(self, other: "_Group") -> bool:
        """Say whether anything excludes that the two are one record."""
        for document in self.documents.keys() & other.documents.keys():
            if any(exclude(a, b) for a in self.documents[document] for b in other.documents[document]):
                return True
        moves = self.moves + other.moves
        for a in self.distinct.values():
            for b in other.distinct.values():
                if a.document != b.document and exclude(a, b):
                    return True
                if dates(a, b) is None and not any(
                    dates(move, a) is not None and dates(move, b) is not None for move in moves
                ):
                    return True
        return False


def _join(groups: dict[str, _Group], a: str, b: str) -> None:
    one, two = groups[a], groups[b]
    if one is two:
        return
    if len(one.members) < len(two.members):
        one, two = two, one
    one.take(two)
    for key in two.members:
        groups[key] = one


def _parted(one: _Group, two: _Group, apart: set[frozenset[str]]) -> bool:
    return bool(apart) and any(frozenset((a, b)) in apart for a in one.members for b in two.members)


def _key(a: Features) -> tuple[object, ...]:
    # All that excludes: who, when, where, what kind.
    return (a.kind, a.status, a.windows, a.later, a.persons, a.countries, a.place, a.place_country,
            a.actors, a.recipients, a.dated)  # fmt: skip
