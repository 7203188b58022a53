"""The country of officials whose text takes it for granted: from those beside them, or the text's own.

In order: the one whose "his" or "her" the office is; the office holder beside whom one stands in a list
("Pakistan's Prime Minister X and Army Chief Y"); the state named just before; the state that the text
is from or about. Never a state that the text gives another holder of the office, or that has no such
office. What is concluded here says in `basis` that it is inferred.
"""

from collections import Counter

from dragoman.annotate.actors.cluster import Cluster
from dragoman.annotate.actors.home import home_country, lacking, nearest_country
from dragoman.annotate.actors.lexical import Lexical
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.sector import Standing
from dragoman.annotate.actors.titles import Title
from dragoman.annotate.actors.wordlists import words_of
from dragoman.authority.states import states

OF_STATE = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "SPY"))
UNIQUE_RANK = 3
NEAR = 60
_PERSONAL = frozenset(("personal", "personnel", "personnelle"))
_POSSESSIVES = words_of("possessives")
_BETWEEN = words_of("between")
_SAME = {"secretary_of_state": "foreign_minister", "secretary": "foreign_minister"}


def offices_of(cluster: Cluster) -> set[str]:
    """Return the offices of a cluster's titles; the Secretary of State is a foreign minister."""
    found = {o.office for m in cluster.mentions for t in m.titles for o in t.offices}
    return found | {_SAME[o] for o in found if o in _SAME}


def mandates(titles: list[Title]) -> set[str]:
    """Return the states that envoys are sent to deal with: "Special Envoy for Yemen" is not Yemen's."""
    return {code for t in titles if any(o.office == "envoy" for o in t.offices) for code in t.topic}


class Assumptions:
    """Gives the actors of one text the countries that it takes for granted."""

    def __init__(self, lex: Lexical, clusters: list[Cluster], found: list[Standing]) -> None:
        self.lex = lex
        self.pairs = list(zip(clusters, found, strict=True))
        self.stated: list[tuple[Mention, Cluster, str]] = sorted(
            (
                (m, c, s.country)
                for c, s in self.pairs
                if s.country and c.kind in ("person", "office")
                for m in c.mentions
            ),
            key=lambda row: row[0].start,
        )
        self.counts = Counter(
            code for m, c, code in self.stated if c.kind == "person" and code in states() and m.titles
        )

    def apply(self) -> None:
        """Fill the countries of officials and powers of state that have none."""
        for cluster, held in self.pairs:
            if (
                held.country
                or held.sector not in OF_STATE
                or (held.organisation and cluster.kind != "organisation")
            ):
                continue
            first = cluster.mentions[0]
            if cluster.kind in ("group", "organisation") and not (
                first.definite or self._low(first.start - 1) in ("the", "le", "la", "l'", "les", "its")
            ):
                continue
            if cluster.kind == "person" and not any(m.titles for m in cluster.mentions):
                continue
            if self._of_the_un(cluster):
                held.country, held.organisation = "UNO", "UN"
                held.basis.append("country: an envoy for a state, in a text about the UN, inferred")
                continue
            held.country = self._country(cluster)
            if held.country is not None:
                held.basis.append(
                    f"country: the one that the text takes for granted ({held.country}), inferred"
                )

    def _of_the_un(self, cluster: Cluster) -> bool:
        """Whether an envoy for a state is the UN's: a personal one, or one of a text about the UN first."""
        titles = [t for m in cluster.mentions for t in m.titles]
        if not mandates(titles) or any(m.principal is not None for m in cluster.mentions):
            return False
        if any(_PERSONAL & set(t.role.casefold().split()) for t in titles):
            return True
        bodies = [(at, found[0].code) for at, (_, found) in self.lex.bodies.items() if found[0].code]
        people = [(m.start, code) for m, _, code in self.stated]
        return min([*bodies, *people], default=(0, ""))[1] == "UNO"

    def _low(self, at: int) -> str:
        return self.lex.tokens.low(at)

    def _country(self, cluster: Cluster) -> str | None:
        taken = self._taken(cluster)
        for mention in cluster.mentions:
            beside = self._possessor(mention) or self._beside(mention, taken)
            if beside is not None and beside in states() and (beside not in taken):
                return beside
        first = cluster.mentions[0]
        if cluster.kind != "person" and not self.lex.tokens[first.start].capital:
            near = nearest_country(self.lex, first.start, taken)
            if near is not None:
                return near
        return home_country(self.lex, taken, self.counts)

    def _possessor(self, mention: Mention) -> str | None:
        """Return the country of the person whose envoy one is, or that "his" or "her" points back to."""
        if mention.principal is not None:
            for m, _, code in self.stated:
                if m is mention.principal:
                    return code
        if self._low(mention.start - 1) not in _POSSESSIVES:
            return None
        before = [code for m, _, code in self.stated if mention.start - NEAR < m.start < mention.start]
        return before[-1] if before else None

    def _beside(self, mention: Mention, taken: frozenset[str]) -> str | None:
        """Return the country of the official that stands just before in the same list."""
        for m, _, code in reversed(self.stated):
            if m.end <= mention.start and m.start < mention.start:
                between = [self._low(k) for k in range(m.end, mention.start)]
                joined = (
                    between[:2] != [",", "and"]
                    and bool(between)
                    and len(between) <= 4
                    and all(w in _BETWEEN for w in between)
                )
                return code if joined and code not in taken else None
        return None

    def _taken(self, cluster: Cluster) -> frozenset[str]:
        """Return the countries that cannot be that of a cluster's office."""
        titles = [t for m in cluster.mentions for t in m.titles]
        if not titles:
            return frozenset()
        best = min(titles, key=lambda t: t.office.rank)
        if best.office.rank > UNIQUE_RANK:
            return frozenset(cluster.foreign | mandates(titles))
        offices = offices_of(cluster)
        rivals = {
            held.country
            for rival, held in self.pairs
            if rival is not cluster
            and held.country
            and rival.kind == "person"
            and offices & offices_of(rival)
        }
        return frozenset(rivals | cluster.foreign) | lacking(best.office.office)
