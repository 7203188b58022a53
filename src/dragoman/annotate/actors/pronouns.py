""" "He" and "she", "both leaders": references to those named just before."""

from bisect import bisect_left

from dragoman.annotate.actors.cluster import Cluster
from dragoman.annotate.actors.lexical import Lexical
from dragoman.annotate.actors.mention import Mention
from dragoman.annotate.actors.traits import NEAR, NO_RANK, distinct, gender, rank, stated_country
from dragoman.annotate.actors.wordlists import words_of

PRONOUNS = {"en": {"he": "m", "she": "f"}, "fr": {"il": "m", "elle": "f"}}
ARTICLES = {"le": "m", "un": "m", "du": "m", "au": "m", "la": "f", "une": "f"}
RELATIVES = frozenset(("lequel", "laquelle", "whom"))
BOTH = {
    "en": ("both", "two", "pair"),
    "fr": ("deux", "ces derniers"),
}
_TWO_PEOPLE = words_of("two_people")
_TWO_STATES = words_of("two_states")
HIGHEST = 2  # the rank down to which "both leaders" can mean people
LEADING = 4  # the rank down to which one of "both" may be meant, where a title ranks at all
OPENING = 4  # tokens at the head of a sentence among which its subject stands
LONGEST = 250  # tokens back that a sentence's beginning is looked for


class Backward:
    """Attaches pronouns and pairs of one document to the clusters named before them."""

    def __init__(self, lex: Lexical, clusters: list[Cluster]) -> None:
        self.lex = lex
        self.tokens = lex.tokens
        self.clusters = clusters
        self.people = [c for c in clusters if c.kind == "person"]
        self._places: list[tuple[int, int, Cluster]] = []
        self._starts: list[int] = []
        self._ranks: dict[int, int] = {}
        self._genders: dict[int, str] = {}
        self.index()

    def index(self) -> None:
        """Take stock of all mentions, so that `between` finds them; again after some have moved."""
        self._places = sorted(
            ((m.start, m.end, c) for c in self.clusters for m in c.mentions), key=lambda place: place[:2]
        )
        self._starts = [start for start, _, _ in self._places]
        self._ranks.clear()

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
        if not any(w in words for w in self._both()) or mention.country:
            return []
        if _TWO_PEOPLE & set(words) and _TWO_STATES & set(words[1:]) and words[1] not in self._both():
            return []  # "les ministres des deux pays" are those in office, not the two named last
        if _TWO_PEOPLE & set(words):
            return self._last_two(mention, ("person", "office"))
        if _TWO_STATES & set(words):
            return self._last_two(mention, ("state",))
        return []

    def _both(self) -> tuple[str, ...]:
        return BOTH.get(self.lex.language, ())

    def _highest(self, country: str) -> Cluster | None:
        fits = [
            c
            for c in self.people
            if stated_country(c) == country
            and any(t.office.rank <= HIGHEST for m in c.mentions for t in m.roles)
        ]
        return fits[0] if len(fits) == 1 else None

    def _last_two(self, mention: Mention, kinds: tuple[str, ...]) -> list[Cluster]:
        counts: dict[int, tuple[int, int, Cluster]] = {}
        for start, end, cluster in self.between(mention.start - 2 * NEAR, mention.start):
            owning = self.tokens.low(end) in ("'s", "’s") and end == start + 1
            if cluster.kind not in kinds or (owning and id(cluster) not in counts):
                continue
            if cluster.kind != "state" and LEADING < self._rank(cluster) < NO_RANK:
                continue
            number = counts.get(id(cluster), (0, 0, cluster))[0]
            counts[id(cluster)] = (number + 1, start, cluster)
        found = list(counts.values())
        best = sorted(found, key=lambda row: row[:2], reverse=True)[:2]
        return (
            [row[2] for row in sorted(best, key=lambda row: row[2].mentions[0].start)]
            if len(best) == 2
            else []
        )

    def pronouns(self) -> None:
        """Attach "he" and "she" to the one person of the sentence, or of the one before, that fits.

        A pronoun goes on from the same one earlier in its sentence, and at its beginning from the one that
        began the sentence before ("He was received by X. He then ..."); of several persons in a French
        sentence the subject is meant ("X a reçu Y, avec qui il ..."), since relative clauses pile up there.
        """
        pronouns = PRONOUNS.get(self.lex.language, {})
        told: dict[tuple[int, str], Cluster] = {}
        began: dict[tuple[int, str], Cluster] = {}
        for at, token in enumerate(self.tokens.all):
            wanted = pronouns.get(token.low)
            if wanted is None or (token.upper and len(token.text) > 1):
                continue
            start = self.sentence(at)
            here = self._people(start, at)
            if self.tokens.low(at - 1) in RELATIVES and here:
                here = here[:-1]  # "X, avec lequel il ...": the one just named is the other
            earlier = self.sentence(start - 1) if start else 0
            before = self._people(earlier, start)
            fits = [c for c in (here or before) if self._gender(c) in (wanted, "")]
            subject = self._subject(start, at) if here else self._subject(earlier, start)
            meant = told.get((start, token.low))
            opens = at - start <= OPENING and not here
            if meant is None and opens:
                meant = began.get((earlier, token.low))
            if meant is None and not here and not before:
                meant = told.get((earlier, token.low))
            if meant is None and len(fits) == 1:
                meant = fits[0]
            elif meant is None and fits and subject is not None and any(subject is c for c in fits):
                meant = subject if self.lex.language == "fr" or (not here and subject is fits[0]) else None
            if meant is not None:
                told[start, token.low] = meant
                if opens:
                    began.setdefault((start, token.low), meant)
                meant.mentions.append(Mention(at, at + 1, "person"))

    def _subject(self, start: int, end: int) -> Cluster | None:
        first = next(((s, c) for s, _, c in self.between(start, end) if c.kind == "person"), None)
        return first[1] if first is not None and first[0] - start <= OPENING else None

    def _people(self, start: int, end: int) -> list[Cluster]:
        return distinct([c for _, _, c in self.between(start, end) if c.kind == "person"])

    def between(self, start: int, end: int) -> list[tuple[int, int, Cluster]]:
        """Return the mentions, as last indexed, that begin between two tokens."""
        return self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _rank(self, cluster: Cluster) -> int:
        if id(cluster) not in self._ranks:
            self._ranks[id(cluster)] = rank(cluster)
        return self._ranks[id(cluster)]

    def _gender(self, cluster: Cluster) -> str:
        if id(cluster) not in self._genders:
            self._genders[id(cluster)] = gender(cluster) or self._by_article(cluster)
        return self._genders[id(cluster)]

    def _by_article(self, cluster: Cluster) -> str:
        """Return the gender that a French article shows before a title, "" where none does."""
        if self.lex.language != "fr":
            return ""
        for mention in cluster.mentions:
            if mention.titles and mention.titles[0].start == mention.start:
                found = ARTICLES.get(self.tokens.low(mention.start - 1), "")
                if found:
                    return found
        return ""

    def sentence(self, at: int) -> int:
        """Return the token that begins the sentence of token `at`."""
        first = max(0, at - LONGEST)
        while at > first:
            before = self.tokens[at - 1].text
            if (
                before in (".", "!", "?")
                or self.tokens.text.count("\n", self.tokens[at - 1].end, self.tokens[at].start) > 1
            ):
                return at
            at -= 1
        return at
