"""What refers to an actor without naming it: surnames, "the minister", "his Russian counterpart", "she".

Each reference becomes a mention of the actor it refers to, so that `ActorIndex.at` finds it. Precision
goes first: where two actors would fit, the reference stays apart. "Both leaders" and "the presidents of
Chad and Mali" become mentions of each one meant.
"""

from dragoman.annotate.actors.cluster import Cluster
from dragoman.annotate.actors.leading import Leading
from dragoman.annotate.actors.lexical import Lexical
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.pronouns import PRONOUNS, Backward
from dragoman.annotate.actors.titles import Title
from dragoman.annotate.actors.traits import NEAR, near, rank, roles_of, stated_country, titled
from dragoman.authority.holders import holders_named

LEAD = 60  # tokens at a text's head in which an office may come before its holder's name
INDEFINITE = frozenset(("a", "an", "un", "une"))
UNIQUE_RANK = 3  # offices up to this rank have one holder a country


class References:
    """Attaches references to the clusters of one document."""

    def __init__(self, lex: Lexical, clusters: list[Cluster]) -> None:
        self.lex = lex
        self.tokens = lex.tokens
        self.clusters = clusters
        self.people = [c for c in clusters if c.kind == "person"]
        self.backward = Backward(lex, clusters)
        self.foreign: set[int] = set()  # clusters that are somebody's counterpart
        self.called: dict[int, list[Title]] = {}  # titles by which alone clusters are referred to
        self.leading = Leading(lex, self.people, self.backward.sentence)

    def attach(self) -> list[Cluster]:
        """Return the clusters with their references attached, those that were only references gone."""
        self._named_counterparts()
        for cluster in self.clusters:
            if cluster.kind == "office":
                self._office(cluster)
        self.backward.index()
        for cluster in self.clusters:
            if cluster.kind == "group":
                self.backward.group(cluster)
        self.backward.pronouns()
        kept = [c for c in self.clusters if c.mentions]
        for cluster in kept:
            cluster.mentions.sort(key=lambda m: m.start)
        return sorted(kept, key=lambda c: c.mentions[0].start)

    def _office(self, cluster: Cluster) -> None:
        rest: list[Mention] = []
        for mention in cluster.mentions:
            title = mention.titles[-1]
            if "same" in title.office.flags:
                target = self._counterpart(mention, title)
            elif self.tokens.low(mention.start - 1) in INDEFINITE:
                target = None  # "the first visit of a French minister"
            elif title.country or title.body:
                target = self._holder(mention, title)
            elif mention.definite or (mention.principal is None and self._leads(mention)):
                apart = any(not m.titles[-1].country for m in rest)
                target = self._the_office(mention, title, apart)
            else:
                target = None
            if target is None:
                rest.append(mention)
            else:
                target.mentions.append(Mention(mention.start, mention.end, "person"))
                self.called.setdefault(id(target), []).append(title)
        cluster.mentions = rest

    def _leads(self, mention: Mention) -> bool:
        """Whether a title without an article stands for its holder, as headlines have it."""
        return self.tokens[mention.start].capital

    def _the_office(self, mention: Mention, title: Title, apart: bool) -> Cluster | None:
        """Find who "the minister" is: the one person so titled, or the last where one only is near.

        `apart`: the text has spoken of an office so called that is none of those it names, so that one
        whose country it states is not meant.
        """
        fits = [
            c
            for c in self.people
            if (titled(c, title) and c.mentions[0].start < mention.start) or self._called(c, title)
        ]
        if apart:
            fits = [c for c in fits if not stated_country(c)]
        if not fits and not apart and mention.start < LEAD:
            later = [c for c in self.people if titled(c, title, exact=True)]
            fits = later if len(later) == 1 and not self._met(mention, later[0]) else []
        same_role = [c for c in fits if any(t.role.casefold() == title.role.casefold() for t in roles_of(c))]
        fits = same_role if len(same_role) == 1 else fits
        if len(fits) > 1:  # an office without a country is rather that of one who has none stated
            fits = [c for c in fits if id(c) not in self.foreign] or fits
            fits = [c for c in fits if not stated_country(c)] or fits
        same_role = [c for c in fits if c in same_role]
        fits = same_role if len(same_role) == 1 else fits
        if len(fits) > 1:
            lead = self.leading.of(fits, mention.start)
            fits = [lead] if lead is not None else fits
        if not fits and not apart and title.office.rank <= UNIQUE_RANK:
            known = [c for c in self.people if not roles_of(c) and self._known(c, title)]
            fits = known if len(known) == 1 else []
        if len(fits) > 1:
            close = [
                c for c in fits if any(mention.start - NEAR < m.start < mention.start for m in c.mentions)
            ]
            same = [c for c in close if not stated_country(c)]
            fits = close if len(close) == 1 else same[:1]
        return fits[0] if len(fits) == 1 else None

    def _called(self, cluster: Cluster, title: Title) -> bool:
        """Whether one of whom no title tells was called so before ("Putin", "the President of Russia")."""
        return not roles_of(cluster) and any(
            t.office.office == title.office.office for t in self.called.get(id(cluster), ())
        )

    def _known(self, cluster: Cluster, title: Title) -> bool:
        """Whether the person is known to have held the office ("the Prime Minister ... Rishi Sunak MP")."""
        name = max((m.name for m in cluster.mentions), key=len)
        return " " in name and any(t.office == title.office.office for t in holders_named(name))

    def _met(self, mention: Mention, other: Cluster) -> bool:
        """Whether one whose country is told stands in the sentence: "the President met President X of Y"."""
        sentence = self.backward.sentence(mention.start)
        first = other.mentions[0]
        return stated_country(other) is not None and self.backward.sentence(first.start) == sentence

    def _holder(self, mention: Mention, title: Title) -> Cluster | None:
        """Find the one person named in the text with the same office of the same country.

        A person so titled of whom no words tell the country is meant where there is only one: the
        reference then tells it ("Türkiye's top diplomat" ... "Foreign Minister Çavuşoğlu").
        """
        if title.country is None or title.former or title.plural:
            return None
        bearers = [c for c in self.people if titled(c, title, exact=True)]
        fits = [c for c in bearers if stated_country(c) == title.country]
        if not fits:
            fits = [
                c
                for c in bearers
                if stated_country(c) is None
                and title.country not in c.foreign
                and not self._elsewhere(c, title.country)
            ]
            if len(fits) == 1 and title.office.rank <= UNIQUE_RANK:
                fits[0].mentions[0].country = title.country
                fits[0].mentions[0].basis.append(f"country: {self._text(mention)!r}, inferred")
                return fits[0]
            return None if fits else self._by_name_alone(title)
        return fits[0] if len(fits) == 1 else None

    def _by_name_alone(self, title: Title) -> Cluster | None:
        """Find who is known to hold the office and is named without it ("Macron" for the president)."""
        if title.office.rank > UNIQUE_RANK:
            return None
        fits = [
            c
            for c in self.people
            if not roles_of(c)
            and any(
                (t.office, t.country) == (title.office.office, title.country)
                for t in holders_named(max((m.name for m in c.mentions), key=len))
            )
        ]
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
            unknown[0].mentions[0].basis.append(f"country: {self._text(mention)!r}, inferred")
            return unknown[0]
        return None

    def _owner(self, mention: Mention) -> Cluster | None:
        """Return whose counterpart it is: the first person of its sentence, else the last before it.

        Where the sentence opens with a pronoun, it is whoever the sentence before is about.
        """
        start, end = self.backward.sentence(mention.start), mention.start
        if start and self.tokens.low(start) in PRONOUNS.get(self.lex.language, ()):
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

    def _text(self, mention: Mention) -> str:
        return self.tokens.span(mention.start, mention.end)
