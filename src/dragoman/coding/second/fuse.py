"""What the rules read and what only the second reading sees, as one list of engagements."""

from collections.abc import Sequence

from dragoman.coding.engagements.agreement import FAMILIES
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.second.compose import compose
from dragoman.coding.second.groups import Group

DOUBT = 0.2  # an engagement of the rules none of whose words is as likely to tell of one is left out
NEW = 0.8  # how likely one must be that only the second reading sees
ALONE = 0.95  # the same on a page on which the rules read nothing


def fuse(
    scene: Scene, clusters: Sequence[Cluster], told: Sequence[Group], likely: dict[tuple[int, int], float]
) -> list[Cluster]:
    """Return the engagements of the rules that hold, and those of groups of which the rules read nothing.

    `likely` has how likely each word, by sentence and unit, tells of an engagement.
    """
    own = {(m.sentence.index, m.trigger.at) for c in clusters for m in c.mentions}
    out = [c for c in clusters if _holds(c, likely)]
    least = NEW if clusters else ALONE
    for group in sorted(told, key=lambda g: -g.told):
        read = any((w.sentence.index, w.at) in own for w in group.words)
        if read or group.told < least:
            continue
        made = compose(scene, group)
        if _tells(made) and not any(_same(made, other) for other in out):
            out.append(made)
    return sorted(out, key=lambda c: c.at)


def _holds(cluster: Cluster, likely: dict[tuple[int, int], float]) -> bool:
    """Say whether a word by which the rules read an engagement may tell of one; what is not judged may."""
    return any(likely.get((m.sentence.index, m.trigger.at), 1.0) >= DOUBT for m in cluster.mentions)


def _same(a: Cluster, b: Cluster) -> bool:
    """Say whether the same people do the same on the same days at the same place."""
    people = [{p.key for p in c.parties if p.named} for c in (a, b)]
    days = [(c.when.start, c.when.end or c.when.start) for c in (a, b)]
    apart = a.place is not None and b.place is not None and a.place.name != b.place.name
    alike = a.status == b.status and FAMILIES[a.kind] == FAMILIES[b.kind]
    return alike and bool(people[0]) and people[0] == people[1] and days[0] == days[1] and not apart


def _tells(made: Cluster) -> bool:
    """Say whether two take part, as far as is known: names or states; a journey at home is none."""
    own = {p.code for p in made.parties if p.code}
    home = made.trip and made.place is not None and made.place.country in own and made.codes <= own
    return not (home and len(own) == 1) and len(made.codes) + sum(p.named for p in made.parties) > 1
