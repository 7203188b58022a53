"""A mention: one place of the text that names, titles or describes an actor."""

from dataclasses import dataclass, field

from dragoman.annotate.actors.titles import Title
from dragoman.authority.organisations import Organisation
from dragoman.model import ActorKind


@dataclass(slots=True)
class Mention:
    """Tokens `start` to `end` and what they say of the actor.

    `name` is the name as it is to be shown ("" for an unnamed office or group), from token
    `name_start` to `name_end`. `titles` are those that stand before and after it. `principal` is the
    person whose spokesman, envoy or aide the mention titles. `key` is what mentions of one body or
    group have in common.
    """

    start: int
    end: int
    kind: ActorKind
    name: str = ""
    name_start: int = 0
    name_end: int = 0
    titles: list[Title] = field(default_factory=list)
    country: str | None = None
    body: Organisation | None = None
    body_text: str | None = None
    sector: str | None = None
    secondary: tuple[str, ...] = ()
    plural: bool = False
    definite: bool = False
    basis: list[str] = field(default_factory=list)
    key: str = ""
    principal: "Mention | None" = None

    @property
    def roles(self) -> list[Title]:
        """The titles that are roles and no forms of address."""
        return [t for t in self.titles if not t.honorific and t.role and not t.unresolved]
