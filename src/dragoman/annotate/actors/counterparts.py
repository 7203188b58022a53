"""Counterparts: "his Russian counterpart", with or without a name, holds the office of whom "his" means."""

from dragoman.annotate.actors.cluster import Cluster
from dragoman.annotate.actors.lexical import Lexical
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.pronouns import PRONOUNS, Backward
from dragoman.annotate.actors.titles import Title
from dragoman.annotate.actors.traits import NEAR, UNIQUE_RANK, near, rank, stated_country, titled
from dragoman.authority.holders import holders_named


class Counterparts:
    """Finds the counterparts among the clusters of one document."""

    def __init__(self, lex: Lexical, clusters: list[Cluster], backward: Backward) -> None:
        self.lex = lex
        self.clusters = clusters
        self.people = [c for c in clusters if c.kind == "person"]
        self.backward = backward
        self.foreign: set[int] = set()  # clusters that are somebody's counterpart

    def name_offices(self) -> None:
        """Give "his Russian counterpart Vladimir Putin" the office of the one he is the counterpart of."""
        for cluster in self.people:
            for mention in cluster.mentions:
                for title in mention.titles:
                    if "same" not in title.office.flags:
                        continue
                    if title.start >= mention.name_end:
                        continue
                    owner = self._owner(mention)
                    self.foreign.add(id(cluster))
                    own = stated_country(owner) if owner is not None else None
                    cluster.foreign |= {own} if own and own != stated_country(cluster) else set()
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

    def find(self, mention: Mention, title: Title) -> Cluster | None:
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
        alike = [c for c in named if not roles or titled(c, roles[0]) or not any(m.roles for m in c.mentions)]
        alike = alike or [c for c in named if near(c, mention) and rank(c) <= UNIQUE_RANK]
        if len(alike) == 1:
            return alike[0]
        if alike:
            return None
        unknown = [
            c
            for c in self.people
            if c is not owner
            and stated_country(c) is None
            and not any(m.roles for m in c.mentions)
            and any(mention.start < m.start < mention.start + NEAR for m in c.mentions)
            and not holders_named(c.mentions[0].name)
        ]
        if len(unknown) == 1:
            unknown[0].mentions[0].country = title.country
            unknown[0].mentions[0].basis.append(
                f"country: {self.lex.tokens.span(mention.start, mention.end)!r}, inferred"
            )
            return unknown[0]
        return None

    def _owner(self, mention: Mention) -> Cluster | None:
        """Return whose counterpart it is: the first person of its sentence, else the last before it.

        Where the sentence opens with a pronoun, it is whoever the sentence before is about.
        """
        start, end = self.backward.sentence(mention.start), mention.start
        if start and self.lex.tokens.low(start) in PRONOUNS.get(self.lex.language, ()):
            start, end = self.backward.sentence(start - 1), start
        here = [
            (m.start, c)
            for c in self.clusters
            if c.kind in ("person", "office")
            for m in c.mentions
            if start <= m.start < end
        ]
        return min(here, key=lambda pair: pair[0])[1] if here else self._before(mention)

    def _of_country(self, cluster: Cluster, country: str) -> bool:
        stated = stated_country(cluster)
        if stated is not None:
            return stated == country
        name = max((m.name for m in cluster.mentions), key=len)
        return any(t.country == country for t in holders_named(name))

    def _before(self, mention: Mention) -> Cluster | None:
        """Return the person or office named last before `mention`, within its sentence and the one before."""
        before = [
            c
            for start, _, c in self.backward.between(mention.start - NEAR, mention.start)
            if c.kind in ("person", "office") and start != mention.start
        ]
        return before[-1] if before else None
