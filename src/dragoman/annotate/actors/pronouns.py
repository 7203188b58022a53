""" "He" and "she", "both leaders": references to those named just before."""

from dragoman.annotate.actors.cluster import Cluster
from dragoman.annotate.actors.lexical import Lexical
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.traits import distinct, gender, rank, stated_country
from dragoman.annotate.actors.wordlists import words_of

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


class Backward:
    """Attaches pronouns and pairs of one document to the clusters named before them."""

    def __init__(self, lex: Lexical, clusters: list[Cluster]) -> None:
        self.lex = lex
        self.tokens = lex.tokens
        self.clusters = clusters
        self.people = [c for c in clusters if c.kind == "person"]

    def group(self, cluster: Cluster) -> None:
        """Give "both leaders" and "the presidents of A and B" to those meant; the rest stays."""
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
            if stated_country(c) == country
            and any(t.office.rank <= HIGHEST for m in c.mentions for t in m.roles)
        ]
        return fits[0] if len(fits) == 1 else None

    def _last_two(self, mention: Mention, kinds: tuple[str, ...]) -> list[Cluster]:
        seen: dict[int, Cluster] = {}
        for cluster in self.clusters:
            if cluster.kind in kinds:
                if cluster.kind != "state" and LEADING < rank(cluster) < NO_RANK:
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

    def pronouns(self) -> None:
        """Attach "he" and "she" to the one person of the sentence, or of the one before, that fits."""
        pronouns = PRONOUNS.get(self.lex.language, {})
        places = (
            sorted(
                ((m.start, m.end, c) for c in self.people for m in c.mentions if m.name), key=lambda p: p[:2]
            )
            if self.people
            else []
        )
        for at, token in enumerate(self.tokens.all):
            wanted = pronouns.get(token.low)
            if wanted is None or (token.upper and len(token.text) > 1):
                continue
            start = self.sentence(at)
            here = distinct([c for s, _, c in places if start <= s < at])
            earlier = self.sentence(start - 1) if start else 0
            before = distinct([c for s, _, c in places if earlier <= s < start])
            fits = [c for c in (here or before) if gender(c) in (wanted, "")]
            if len(fits) == 1 or (fits and not here and self._subject(places, earlier, start) is fits[0]):
                fits[0].mentions.append(Mention(at, at + 1, "person"))

    def _subject(self, places: list[tuple[int, int, Cluster]], start: int, end: int) -> Cluster | None:
        first = next(((s, c) for s, _, c in places if start <= s < end), None)
        return first[1] if first is not None and first[0] - start <= 4 else None

    def sentence(self, at: int) -> int:
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
