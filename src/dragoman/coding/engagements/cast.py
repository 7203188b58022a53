"""Who was spoken of last: the memory by which "he" or "the two leaders" finds its parties.

It follows the order of reading; it is a heuristic of recency, so what comes from it is marked as
inferred.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.coding.engagements.lexicon import lexicon
from dragoman.coding.engagements.party import Party, code_of, party
from dragoman.lexicon.phrases import fold
from dragoman.model import Actor

GENERAL = frozenset(
    {"", "leader", "side", "men", "women", "partie", "party", "countrie", "country", "pay", "dirigeant"}
    | {"homme", "femme", "chef", "delegation", "counterpart", "homologue", "official", "government"}
    | {"camp", "faction", "rival", "foe", "belligerent", "adversaire", "negotiator", "negociateur"}
    | {"delegate", "delegue", "representative", "representant"}
)


UNPEOPLED = frozenset({"equipe", "team", "club", "entreprise", "groupe", "etape", "texte"})
LEADER = frozenset({"leader", "dirigeant", "dirigeante", "head", "premier"})
VAGUE = frozenset(
    {"official", "responsable", "diplomat", "diplomate", "envoy", "emissaire", "visitor", "guest", "hote"}
)
LEADS = frozenset(
    {"president", "premier", "prime", "king", "chancellor", "emir", "sultan", "leader"}
    | {"presidente", "roi", "chancelier", "chanceliere", "taoiseach", "general", "chairman", "chair"}
)


@dataclass
class Cast:
    """The document's actors, and who was spoken of last."""

    actors: Sequence[Actor]
    language: str
    home: str | None = None
    subject: list[Party] = field(default_factory=list)
    pair: list[Party] = field(default_factory=list)
    people: list[Party] = field(default_factory=list)
    object: list[Party] = field(default_factory=list)
    abroad: dict[str, set[str]] = field(default_factory=dict)  # where each traveller is said to go
    rows: list[list[str]] = field(default_factory=list)  # states named side by side
    company: list[Party] = field(default_factory=list)  # who travels in the journey told last
    speaker: Party | None = None
    speakers: list[Party] = field(default_factory=list)

    def seen(self, one: Party) -> None:
        """Note that a party was mentioned."""
        if one.person:
            self.people = [*[p for p in self.people if p.key != one.key][-30:], one]

    def forget(self) -> None:
        """Start on another piece of news, in which nobody has been spoken of yet."""
        self.subject, self.pair, self.people, self.object, self.rows = [], [], [], [], []
        self.company = []

    def he(self) -> list[Party]:
        """Return whom "he" or "she" most likely means."""
        persons = [p for p in self.subject if p.person]
        found = persons[:1] or self.people[-1:]
        return [replace(p, inferred=False) for p in found]

    def other_than(self, one: Party, near: Sequence[Party] = ()) -> list[Party]:
        """Return whom "by her" means beside `one`: the last person spoken of who acts for another state.

        Who was spoken of so before goes first: "A will receive him on Friday. B hosted him on Tuesday."
        """
        found = [p for p in [*self.people, *self.object, *near] if p.key != one.key and p.code != one.code]
        self.object = [replace(p, inferred=False) for p in found[-1:]]
        return list(self.object)

    def they(self, noun: str = "") -> list[Party]:
        """Return whom "they", "the two leaders" or "the two presidents" most likely means."""
        title = fold(noun).rstrip("s")
        if title not in GENERAL:
            holders = [
                p for p in self.people if p.actor and p.actor.role and title in fold(p.actor.role).split()
            ]
            if len(holders) > 1 and not all(p in self.pair for p in holders[-2:]):
                return [replace(p, inferred=True) for p in holders[-2:]]
        found = self.pair if len(self.pair) > 1 else self.subject if len(self.subject) > 1 else []
        if not found and title not in UNPEOPLED:
            found = self.people[-2:] if len(self.people) > 1 else []
        return [replace(p, inferred=True) for p in found]

    def several(self, count: int) -> list[Party]:
        """Return whom "the three" or "the three leaders" means: the last three of as many states."""
        if len(self.pair) == count and all(p.person for p in self.pair):
            return [replace(p, inferred=True) for p in self.pair]
        found: list[Party] = []
        for one in reversed(self.people):
            if one.code and one.code not in {p.code for p in found}:
                found = [one, *found]
            if len(found) == count:
                return [replace(p, inferred=True) for p in found]
        rows = [row for row in self.rows if len(row) == count]
        return [Party(code, inferred=True) for code in rows[-1]] if rows else []

    def teams(self) -> list[Party]:
        """Return whom "their negotiators" or "the delegations" act for: the sides spoken of last."""
        return [Party(p.code, inferred=True) if p.person else replace(p, inferred=True) for p in self.pair]

    def in_office(self, one: Party) -> Party:
        """Return the person that "the President" means in this document, else the office itself."""
        assert one.actor is not None
        wanted = fold(one.actor.name).split()
        if one.opposed or lexicon(self.language).words["of_others"] & set(one.actor.name.lower().split()):
            return one
        candidates = [*self.subject, *[party(a) for a in self.actors if a.kind == "person"]]
        for p in candidates:
            role = fold(p.actor.role).split() if p.actor and p.actor.role else []
            fits = (
                p.person
                and p.actor is not None
                and p.actor.kind == "person"
                and role[: len(wanted)] == wanted
            )
            own = p.loose or p.code in (None, self.home)
            if fits and (one.code == p.code or p.code is None or (one.code is None and own)):
                return replace(p, span=one.span)
        alone = self._untitled(one)
        if alone is not None:
            return replace(alone, span=one.span)
        if one.code is None and self.home:
            return replace(one, code=self.home)
        if one.code is not None and one.actor.name[:1].islower():
            known = self.leader(one.actor.name.split()[-1], one.code) or self.of_country(one.code)
            return replace(known, span=one.span) if known is not None else one
        return one

    def _untitled(self, one: Party) -> Party | None:
        """Return the one person of an office's country of whom no office is told, None if there is none."""
        found = self.of_country(one.code) if one.code is not None else None
        title = one.span is not None and one.span.text[:1].isupper()
        bare = found is not None and found.actor is not None and found.actor.role is None
        return found if title and bare and found is not None and not found.loose else None

    def holder(self, noun: str) -> Party | None:
        """Return the last person whose role has the word `noun` ("the minister"), None if none."""
        flat = fold(noun)
        for one in reversed(self.people):
            role = one.actor.role if one.actor else None
            if role and flat in fold(role).split():
                return one
        for actor in self.actors:
            if actor.kind == "person" and actor.role and flat in fold(actor.role).split():
                return party(actor)
        return None

    def leader(self, noun: str, code: str) -> Party | None:
        """Return the person of `code` that "the Brazilian leader" or "the Syrian minister" means."""
        flat = fold(noun)
        own = [p for p in reversed(self.people) if p.code == code]
        own += [party(a) for a in self.actors if a.kind == "person" and code_of(a) == code]
        for one in own:
            role = fold(one.actor.role).split() if one.actor and one.actor.role else []
            if flat in role or (flat in LEADER and role and LEADS & set(role)):
                return one
        return own[0] if len({p.key for p in own}) == 1 and flat in LEADER | VAGUE | GENERAL else None

    def recent(self, code: str | None) -> Party | None:
        """Return the person of `code` that was spoken of last, None where there was none."""
        found = [
            p for p in self.people if p.code == code and p.actor is not None and p.actor.kind == "person"
        ]
        return found[-1] if found and code is not None else None

    def of_country(self, code: str) -> Party | None:
        """Return the person of `code` that the document names, None where not exactly one."""
        found = [a for a in self.actors if a.kind == "person" and code_of(a) == code]
        return party(found[0]) if len(found) == 1 else None
