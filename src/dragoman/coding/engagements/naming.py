"""What a unit of a sentence names: its words, and the country that it stands for."""

from dataclasses import dataclass

from dragoman.coding.engagements.cast import Cast
from dragoman.coding.engagements.lexicon import Lexicon
from dragoman.coding.engagements.party import Party, country_of
from dragoman.coding.engagements.units import Unit
from dragoman.model import Span


@dataclass(frozen=True)
class Phrase:
    """Parties named by the units up to `end` (exclusive)."""

    parties: tuple[Party, ...]
    end: int


@dataclass
class Namer:
    """Tells what the units of one document name."""

    lexicon: Lexicon
    cast: Cast
    text: str

    def span(self, unit: Unit) -> Span:
        """Return the words of a unit."""
        return Span(unit.start, unit.end, self.text[unit.start : unit.end])

    def country(self, unit: Unit) -> str | None:
        """Return the country that a unit is an adjective or a name of, None if none."""
        for actor in unit.actors:
            if actor.kind == "state":
                return actor.country
        if unit.actors:
            return None
        if unit.place is not None:
            return unit.place.country
        if (unit.pos in ("ADJ", "PROPN", "NOUN") and len(unit.low) > 1) or (
            unit.pos == "PRON" and "-" in unit.low
        ):
            return country_of(self.text[unit.start : unit.end], self.lexicon.language)
        return None
