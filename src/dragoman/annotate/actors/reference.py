"""What refers to an actor without naming it: surnames, "the minister", "his Russian counterpart", "she".

Each reference becomes a mention of the actor it refers to, so that `ActorIndex.at` finds it. Precision
goes first: where two actors would fit, the reference stays apart. "Both leaders" and "the presidents of
Chad and Mali" become mentions of each one meant.
"""

from itertools import pairwise

from dragoman.annotate.actors.cluster import Cluster
from dragoman.annotate.actors.lexical import Lexical
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.people import flat
from dragoman.annotate.actors.titles import Title
from dragoman.annotate.actors.wordlists import words_of
from dragoman.authority.holders import holders_named

PRONOUNS = {"en": {"he": "m", "she": "f"}, "fr": {"il": "m", "elle": "f"}}
BOTH = {
    "en": ("both", "two", "pair"),
    "fr": ("deux", "ces derniers"),
}
_TWO_PEOPLE = words_of("two_people")
_TWO_STATES = words_of("two_states")
_FEMALE = words_of("female")
_MALE = words_of("male")
NEAR = 120
LEAD = 60
HIGHEST = 2
UNIQUE_RANK = 3
LEADING = 4
NO_RANK = 9


def later_surnames(lex: Lexical, found: list[Mention], covered: set[int]) -> list[Mention]:
    """Return mentions of people by surname alone, of people named more fully in the text."""
    surnames: dict[str, Mention] = {}
    for mention in found:
        if mention.kind == "person":
            last = flat(mention.name).split()
            if last and len(last[-1]) > 2 and last[-1] not in ("jr", "iii"):
                surnames.setdefault(last[-1], mention)
    again = []
    for at, token in enumerate(lex.tokens.all):
        if at in covered or not token.capital or at in lex.offices:
            continue
        low = token.low.replace("-", " ").split()
        if len(low) == 2 and all(part in surnames for part in low) and "-" in token.text:
            covered.add(at)
            again += [Mention(at, at + 1, "person", part, at, at + 1) for part in token.text.split("-")]
            continue
        known = surnames.get(low[-1]) if low else None
        if known is None or at in lex.bodies or (at in lex.states and lex.states[at][0] > at):
            continue
        following = lex.tokens[at + 1] if at + 1 < len(lex.tokens) else None
        if following is not None and following.capital and following.gap == " " and at + 1 not in covered:
            continue
        covered.add(at)
        again.append(Mention(at, at + 1, "person", token.text, at, at + 1))
    return again


def tie_principals(lex: Lexical, found: list[Mention]) -> None:
    """Tie "a spokesman for President X" and "X's envoy" to X."""
    for one, other in pairwise(
        sorted((m for m in found if m.kind != "group" or m.titles), key=lambda m: m.start)
    ):
        if other.start != one.end + 1:
            continue
        between = lex.tokens.low(one.end)
        if one.kind != "person" and between in ("for", "of", "to", "de", "du"):
            one.principal = other
        elif other.titles and between in ("'s", "’s", "'", "’"):
            other.principal = one


class References:
    """Attaches references to the clusters of one document."""

    def __init__(self, lex: Lexical, clusters: list[Cluster]) -> None:
        self.lex = lex
        self.tokens = lex.tokens
        self.clusters = clusters
        self.people = [c for c in clusters if c.kind == "person"]
        self.dropped: set[int] = set()

    def attach(self) -> list[Cluster]:
        """Return the clusters with their references attached, those that were only references gone."""
        self._named_counterparts()
        for cluster in self.clusters:
            if cluster.kind == "office":
                self._office(cluster)
        for cluster in self.clusters:
            if cluster.kind == "group":
                self._group(cluster)
        self._pronouns()
        kept = [c for c in self.clusters if c.mentions]
        for cluster in kept:
            cluster.mentions.sort(key=lambda m: m.start)
        return sorted(kept, key=lambda c: c.mentions[0].start)

    # offices

    def _office(self, cluster: Cluster) -> None:
        rest = []
        for mention in cluster.mentions:
            title = mention.titles[-1]
            if "same" in title.office.flags:
                target = self._counterpart(mention, title)
            elif title.country or title.body:
                target = self._holder(mention, title)
            elif mention.definite or (mention.principal is None and self._leads(mention)):
                target = self._the_office(mention, title)
            else:
                target = None
            if target is None:
                rest.append(mention)
            else:
                target.mentions.append(Mention(mention.start, mention.end, "person"))
        cluster.mentions = rest

    def _leads(self, mention: Mention) -> bool:
        """Whether a title without an article stands for one holder, as in headlines ("Minister meets ...")."""
        return self.tokens[mention.start].capital

    def _the_office(self, mention: Mention, title: Title) -> Cluster | None:
        """Find who "the minister" is: the one person so titled, or the last where one only is near."""
        fits = [c for c in self.people if _titled(c, title) and c.mentions[0].start < mention.start]
        if not fits and mention.start < LEAD:
            later = [c for c in self.people if _titled(c, title, exact=True)]
            fits = later if len(later) == 1 else []
        if len(fits) > 1:
            near = [
                c for c in fits if any(mention.start - NEAR < m.start < mention.start for m in c.mentions)
            ]
            same = [c for c in near if not _stated_country(c)]
            fits = near if len(near) == 1 else same if len(same) == 1 else []
        return fits[0] if len(fits) == 1 else None

    def _holder(self, mention: Mention, title: Title) -> Cluster | None:
        """Find the one person named in the text with the same office of the same country.

        A person so titled of whom no words tell the country is meant where there is only one: the
        reference then tells it ("Türkiye's top diplomat" ... "Foreign Minister Çavuşoğlu").
        """
        if title.country is None or title.former or title.plural:
            return None
        titled = [c for c in self.people if _titled(c, title, exact=True)]
        fits = [c for c in titled if _stated_country(c) == title.country]
        if not fits:
            fits = [c for c in titled if _stated_country(c) is None and not self._elsewhere(c, title.country)]
            if len(fits) == 1 and title.office.rank <= UNIQUE_RANK:
                fits[0].mentions[0].country = title.country
                fits[0].mentions[0].basis.append(f"country: {self._text(mention)!r}, inferred")
                return fits[0]
            return None
        return fits[0] if len(fits) == 1 else None

    def _elsewhere(self, cluster: Cluster, country: str) -> bool:
        """Whether the authority knows one so named in an office of another country, and none of `country`."""
        name = max((m.name for m in cluster.mentions), key=len)
        known = {t.country for t in holders_named(name)}
        return bool(known) and country not in known

    def _named_counterparts(self) -> None:
        """Give "his Russian counterpart Vladimir Putin" the office of the one he is the counterpart of."""
        for cluster in self.people:
            for mention in cluster.mentions:
                for title in mention.titles:
                    if "same" not in title.office.flags:
                        continue
                    if title.start >= mention.name_end:
                        continue
                    owner = self._owner(mention)
                    roles = (
                        [t for m in owner.mentions for t in m.roles if "same" not in t.office.flags]
                        if owner
                        else []
                    )
                    if roles:
                        title.offices = list(roles[0].offices)
                        title.role = (
                            roles[0].office.title.title()
                            if roles[0].role.istitle()
                            else roles[0].office.title
                        )

    def _counterpart(self, mention: Mention, title: Title) -> Cluster | None:
        """Find "his Russian counterpart": take over the office, and the name if the text has it."""
        owner = self._owner(mention)
        if owner is None:
            return None
        roles = [t for m in owner.mentions for t in m.roles if "same" not in t.office.flags]
        if roles:
            title.offices = list(roles[0].offices)
            title.role = roles[0].role
        if title.country is None:
            return None
        owner.foreign.add(title.country)
        named = [c for c in self.people if c is not owner and self._of_country(c, title.country)]
        alike = [
            c for c in named if not roles or _titled(c, roles[0]) or not any(m.roles for m in c.mentions)
        ]
        alike = alike or [c for c in named if _near(c, mention) and _rank(c) <= UNIQUE_RANK]
        if len(alike) == 1:
            return alike[0]
        if alike:
            return None
        unknown = [
            c
            for c in self.people
            if c is not owner
            and _stated_country(c) is None
            and not any(m.roles for m in c.mentions)
            and any(mention.start < m.start < mention.start + NEAR for m in c.mentions)
            and not holders_named(c.mentions[0].name)
        ]
        if len(unknown) == 1:
            unknown[0].mentions[0].country = title.country
            unknown[0].mentions[0].basis.append(f"country: {self._text(mention)!r}, inferred")
            return unknown[0]
        return None

    def _owner(self, mention: Mention) -> Cluster | None:
        """Return whose counterpart a mention is: the first person of its sentence, else the last before it."""
        start = self._sentence(mention.start)
        here = [
            (m.start, c)
            for c in self.clusters
            if c.kind in ("person", "office")
            for m in c.mentions
            if start <= m.start < mention.start
        ]
        return min(here, key=lambda pair: pair[0])[1] if here else self._before(mention)

    def _of_country(self, cluster: Cluster, country: str) -> bool:
        stated = _stated_country(cluster)
        if stated is not None:
            return stated == country
        name = max((m.name for m in cluster.mentions), key=len)
        return any(t.country == country for t in holders_named(name))

    def _before(self, mention: Mention) -> Cluster | None:
        """Return the person or office named last before `mention`, within its sentence and the one before."""
        best: tuple[int, Cluster] | None = None
        for cluster in self.clusters:
            if cluster.kind not in ("person", "office"):
                continue
            for m in cluster.mentions:
                if (
                    m.start < mention.start
                    and mention.start - m.end < NEAR
                    and m is not mention
                    and (best is None or m.start > best[0])
                ):
                    best = (m.start, cluster)
        return best[1] if best else None

    # groups

    def _group(self, cluster: Cluster) -> None:
        rest = []
        for mention in cluster.mentions:
            targets = self._members(mention)
            for target in targets:
                target.mentions.append(Mention(mention.start, mention.end, target.mentions[0].kind))
            if not targets:
                rest.append(mention)
        cluster.mentions = rest

    def _members(self, mention: Mention) -> list[Cluster]:
        words = [self.tokens.low(k) for k in range(max(0, mention.start - 1), mention.end)]
        countries = mention.titles[-1].countries if mention.titles else []
        if len(countries) > 1:
            named = [self._highest(code) for code in countries]
            return [c for c in named if c is not None] if all(named) else []
        if not any(w in words for w in BOTH.get(self.lex.language, ())) or mention.country:
            return []
        if _TWO_PEOPLE & set(words):
            return self._last_two(mention, ("person", "office"))
        if _TWO_STATES & set(words):
            return self._last_two(mention, ("state",))
        return []

    def _highest(self, country: str) -> Cluster | None:
        fits = [
            c
            for c in self.people
            if _stated_country(c) == country
            and any(t.office.rank <= HIGHEST for m in c.mentions for t in m.roles)
        ]
        return fits[0] if len(fits) == 1 else None

    def _last_two(self, mention: Mention, kinds: tuple[str, ...]) -> list[Cluster]:
        seen: dict[int, Cluster] = {}
        for cluster in self.clusters:
            if cluster.kind in kinds:
                if cluster.kind != "state" and LEADING < _rank(cluster) < NO_RANK:
                    continue
                for m in cluster.mentions:
                    owning = self.tokens.low(m.end) in ("'s", "’s") and not m.titles
                    if m.start < mention.start and mention.start - m.start < 2 * NEAR and not owning:
                        seen[m.start] = cluster
        found: list[tuple[int, int, Cluster]] = []
        for start in sorted(seen):
            cluster = seen[start]
            found = [row for row in found if row[2] is not cluster]
            found.append((sum(m.start < mention.start for m in cluster.mentions), start, cluster))
        best = sorted(found, key=lambda row: row[:2], reverse=True)[:2]
        return (
            [row[2] for row in sorted(best, key=lambda row: row[2].mentions[0].start)]
            if len(best) == 2
            else []
        )

    # pronouns

    def _pronouns(self) -> None:
        pronouns = PRONOUNS.get(self.lex.language, {})
        places = (
            sorted(
                ((m.start, m.end, c) for c in self.people for m in c.mentions if m.name), key=lambda p: p[:2]
            )
            if self.people
            else []
        )
        for at, token in enumerate(self.tokens.all):
            gender = pronouns.get(token.low)
            if gender is None or (token.upper and len(token.text) > 1):
                continue
            start = self._sentence(at)
            here = _distinct([c for s, _, c in places if start <= s < at])
            earlier = self._sentence(start - 1) if start else 0
            before = _distinct([c for s, _, c in places if earlier <= s < start])
            fits = [c for c in (here or before) if _gender(c) in (gender, "")]
            if len(fits) == 1 or (fits and not here and self._subject(places, earlier, start) is fits[0]):
                fits[0].mentions.append(Mention(at, at + 1, "person"))

    def _subject(self, places: list[tuple[int, int, Cluster]], start: int, end: int) -> Cluster | None:
        first = next(((s, c) for s, _, c in places if start <= s < end), None)
        return first[1] if first is not None and first[0] - start <= 4 else None

    def _sentence(self, at: int) -> int:
        """Return the token that begins the sentence of token `at`."""
        while at > 0:
            before = self.tokens[at - 1].text
            if (
                before in (".", "!", "?")
                or self.tokens.text.count("\n", self.tokens[at - 1].end, self.tokens[at].start) > 1
            ):
                return at
            at -= 1
        return 0

    def _text(self, mention: Mention) -> str:
        return self.tokens.span(mention.start, mention.end)


def _distinct(clusters: list[Cluster]) -> list[Cluster]:
    found: list[Cluster] = []
    for cluster in clusters:
        if not any(cluster is c for c in found):
            found.append(cluster)
    return found


def _titled(cluster: Cluster, title: Title, *, exact: bool = False) -> bool:
    """Whether a person bears the title (or, unless `exact`, one that ends with its word)."""
    office, word = title.office.office, title.office.title.casefold()
    for mention in cluster.mentions:
        for other in mention.roles:
            if other.former != title.former:
                continue
            if any(o.office == office for o in other.offices) and not title.office.general:
                return True
            if not exact and (
                word in other.role.casefold().split()
                or any(o.title.casefold() == word for o in other.offices)
            ):
                return True
    return False


def _stated_country(cluster: Cluster) -> str | None:
    for mention in cluster.mentions:
        if mention.country:
            return mention.country
        for title in mention.titles:
            if title.country:
                return title.country
    return None


def _near(cluster: Cluster, mention: Mention) -> bool:
    return any(abs(m.start - mention.start) < NEAR for m in cluster.mentions)


def _rank(cluster: Cluster) -> int:
    """Return the rank of the highest role of a cluster, NO_RANK where it has none."""
    return min((o.rank for m in cluster.mentions for t in m.roles for o in t.offices), default=NO_RANK)


def _gender(cluster: Cluster) -> str:
    """Return "m" or "f" where a title tells, "" where none does."""
    for mention in cluster.mentions:
        for title in mention.titles:
            words = title.role.casefold().split()
            if _FEMALE & set(words) and "ministre" not in words:
                return "f"
            if _MALE & set(words):
                return "m"
    return ""
