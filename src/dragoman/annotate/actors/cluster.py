"""The same actor throughout a document: mentions gathered into actors.

People are the same where their names can be one person's (see authority/names); bodies by their id or
the acronym bound to the name; states by code. Where two people could be meant, a mention joins the one
named last before it. Unsure mentions stay apart.
"""

from dataclasses import dataclass, field

from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.naming import flat
from dragoman.authority.names import same_person

_SUFFIX = frozenset(("jr", "sr", "ii", "iii", "iv"))


def name_words(name: str) -> list[str]:
    """Return the words of a name for comparison: folded, without initials and suffixes."""
    words = [w for w in flat(name).replace("’", "'").split() if w not in _SUFFIX]
    long = [w for w in words if len(w.strip(".'")) > 1]
    return long or words


@dataclass(slots=True)
class Cluster:
    """The mentions of one actor; `foreign` are countries that it cannot be of ("his Kenyan counterpart")."""

    kind: str
    mentions: list[Mention] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    foreign: set[str] = field(default_factory=set)


def gather(mentions: list[Mention]) -> list[Cluster]:
    """Gather the mentions of a document, in order, into clusters."""
    clusters: list[Cluster] = []
    people: list[Cluster] = []
    for mention in _longest_first(mentions):
        words = name_words(mention.name)
        fits = [c for c in people if same_person(c.words, words) and _titles_agree(c, mention)]
        if len(fits) > 1:
            fits = _nearest(fits, mention, words)
        if len(fits) == 1:
            cluster = fits[0]
            cluster.mentions.append(mention)
            if len(words) > len(cluster.words):
                cluster.words = words
        else:
            cluster = Cluster("person", [mention], words)
            people.append(cluster)
            clusters.append(cluster)
    keyed: dict[tuple[str, str, str | None], Cluster] = {}
    for mention in mentions:
        if mention.kind == "person":
            continue
        key = (
            mention.kind,
            mention.key or f"{mention.start}",
            mention.country if mention.kind != "organisation" else None,
        )
        if mention.titles:
            title = mention.titles[-1]
            key = (
                mention.kind,
                title.office.office,
                title.country or title.body_text or title.role.casefold(),
            )
        found = keyed.get(key)
        if found is None:
            found = keyed[key] = Cluster(mention.kind)
            clusters.append(found)
        found.mentions.append(mention)
    for cluster in clusters:
        cluster.mentions.sort(key=lambda m: m.start)
    return sorted(clusters, key=lambda c: c.mentions[0].start)


def _longest_first(mentions: list[Mention]) -> list[Mention]:
    people = [m for m in mentions if m.kind == "person"]
    return sorted(people, key=lambda m: (-min(len(name_words(m.name)), 2), m.start))


def _titles_agree(cluster: Cluster, mention: Mention) -> bool:
    """Whether the countries that the titles state do not contradict each other."""
    here = {t.country for t in mention.titles if t.country} | ({mention.country} - {None})
    there = {t.country for m in cluster.mentions for t in m.titles if t.country} | {
        m.country for m in cluster.mentions if m.country
    }
    return not here or not there or bool(here & there) or len(name_words(mention.name)) > 1


def _nearest(fits: list[Cluster], mention: Mention, words: list[str]) -> list[Cluster]:
    """Of several people that a surname fits, the one whose surname it is and who was named last."""
    surnames = [c for c in fits if c.words[-len(words) :] == words]
    fits = surnames or fits
    if len(fits) == 1:
        return fits
    before = [(max((m.start for m in c.mentions if m.start < mention.start), default=-1), c) for c in fits]
    best = max(before, key=lambda pair: pair[0])
    return [best[1]] if best[0] >= 0 else []
