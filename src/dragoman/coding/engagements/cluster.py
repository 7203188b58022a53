"""One engagement so far, and the mentions it rests on."""

from dataclasses import dataclass, field

from dragoman.coding.engagements.days import When
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.party import Party
from dragoman.model import Location, Span


@dataclass
class Cluster:
    """One engagement so far, with the mentions it rests on."""

    kind: str
    status: str
    open: bool
    parties: list[Party]
    when: When
    mentions: list[Mention]
    mediators: list[Party] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    place: Location | None = None
    venue: str | None = None
    place_spans: tuple[Span, ...] = ()
    place_how: str = "words"
    learned: bool = False  # read by the second reading alone

    @property
    def trip(self) -> bool:
        """Whether it is a visit."""
        return self.kind == "visit"

    @property
    def codes(self) -> set[str]:
        """Return the countries and organisations that take part."""
        return {p.code for p in self.parties if p.code} | set(self.countries)

    @property
    def remote(self) -> bool:
        """Whether it is told as long past."""
        return any(m.remote for m in self.mentions)

    @property
    def at(self) -> int:
        """Return the sentence of its first mention."""
        return self.mentions[0].sentence.index


def start_cluster(m: Mention) -> Cluster:
    """Return the cluster of one mention."""
    return Cluster(
        m.kind,
        m.status,
        m.open,
        list(m.parties),
        m.when,
        [m],
        list(m.mediators),
        list(m.countries),
        m.place,
        m.venue,
        m.place_spans,
    )
