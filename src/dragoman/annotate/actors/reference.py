"""What refers to an actor without naming it: surnames, "the minister", "his Russian counterpart", "she".

Each reference becomes a mention of the actor it refers to, so that `ActorIndex.at` finds it. Precision
goes first: where two actors would fit, the reference stays apart. "Both leaders" and "the presidents of
Chad and Mali" become mentions of each one meant.
"""

from dragoman.annotate.actors.cluster import Cluster
from dragoman.annotate.actors.counterparts import Counterparts
from dragoman.annotate.actors.leading import Leading
from dragoman.annotate.actors.lexical import Lexical
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.pronouns import Backward
from dragoman.annotate.actors.titles import Title
from dragoman.annotate.actors.traits import NEAR, UNIQUE_RANK, roles_of, stated_country, titled
from dragoman.authority.holders import holders_named

LEAD = 60  # tokens at a text's head in which an office may come before its holder's name
INDEFINITE = frozenset(("a", "an", "un", "une"))


class References:
    """Attaches references to the clusters of one document."""

    def __init__(self, lex: Lexical, clusters: list[Cluster]) -> None:
        self.lex = lex
        self.tokens = lex.tokens
        self.clusters = clusters
        self.people = [c for c in clusters if c.kind == "person"]
        self.backward = Backward(lex, clusters)
        self.counterparts = Counterparts(lex, clusters, self.backward)
        self.called: dict[int, list[Title]] = {}  # titles by which alone clusters are referred to
        self.leading = Leading(lex, self.people, self.backward.sentence)

    def attach(self) -> list[Cluster]:
        """Return the clusters with their references attached, those that were only references gone."""
        self.counterparts.name_offices()
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
                target = self.counterparts.find(mention, title)
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
            own = [c for c in later if not stated_country(c)]
            own = [c for c in own if self._same_role(c, title)] if len(own) > 1 else own
            later = own if len(own) == 1 else later
            fits = later if len(later) == 1 and not self._met(mention, later[0]) else []
        same_role = [c for c in fits if self._same_role(c, title)]
        same_role = same_role or [c for c in fits if self._worded(c, title)]
        fits = same_role if len(same_role) == 1 else fits
        if len(fits) > 1:
            lead = self.leading.of(fits, mention.start)
            fits = [lead] if lead is not None else fits
        if len(fits) > 1:  # an office without a country is rather that of one who has none stated
            fits = [c for c in fits if id(c) not in self.counterparts.foreign] or fits
            fits = [c for c in fits if not stated_country(c)] or fits
        same_role = [c for c in fits if c in same_role]
        fits = same_role if len(same_role) == 1 else fits
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

    def _same_role(self, cluster: Cluster, title: Title) -> bool:
        return any(t.role.casefold() == title.role.casefold() for t in roles_of(cluster))

    def _worded(self, cluster: Cluster, title: Title) -> bool:
        """Whether a person's title has the word itself: "the King" is rather a king than a president."""
        word = title.office.title.casefold()
        return any(word in t.role.casefold().split() for t in roles_of(cluster))

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

    def _text(self, mention: Mention) -> str:
        return self.tokens.span(mention.start, mention.end)
