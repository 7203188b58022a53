"""The document as the engagement reader sees it: layout, lexicon, cast and home country."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from dragoman.annotate import Annotations
from dragoman.coding.engagements.aliases import unite_names
from dragoman.coding.engagements.camps import with_camps
from dragoman.coding.engagements.cast import Cast
from dragoman.coding.engagements.home import by_address, home_of
from dragoman.coding.engagements.idioms import about_sport
from dragoman.coding.engagements.layout import Layout, read_layout
from dragoman.coding.engagements.lexicon import Lexicon, lexicon
from dragoman.coding.engagements.mention import Mention
from dragoman.coding.engagements.party import code_of
from dragoman.coding.engagements.phrases import Reader
from dragoman.coding.engagements.speaker import joint_speakers, speaker_of
from dragoman.coding.engagements.spots import Spot


@dataclass
class Scene:
    """What the reading of one document shares."""

    found: Annotations
    lexicon: Lexicon
    layout: Layout
    cast: Cast
    reader: Reader
    published: date | None
    text: str
    spot: Spot | None = None  # the last place spoken of, which "y" stands for
    waiting: list[Mention] = field(
        default_factory=list
    )  # how talks came out whose parties are yet to be told

    @property
    def official(self) -> bool:
        """Whether the address of the document is a government's or an organisation's own."""
        return by_address(self.found.document.url) is not None

    @cached_property
    def sporting(self) -> bool:
        """Whether the document is about sport."""
        return about_sport(self.lexicon, self.layout.sentences)

    @cached_property
    def states(self) -> frozenset[str]:
        """The states and organisations that anybody named in the document acts for."""
        codes = {code_of(a) for a in self.found.actors}
        return frozenset(code for code in codes if code)

    @cached_property
    def officials(self) -> frozenset[str]:
        """The states and organisations for which somebody in office is named in the document."""
        people = [a for a in self.found.actors if a.kind in ("person", "office") and a.sector]
        return frozenset(code for code in map(code_of, people) if code)

    @property
    def schedule(self) -> bool:
        """Whether the document is a schedule."""
        return self.layout.schedule


def afresh(scene: Scene) -> Scene:
    """Return the scene with nobody spoken of yet, for a second reading of the document."""
    own = scene.cast
    cast = Cast(own.actors, own.language, own.home, speaker=own.speaker, speakers=own.speakers)
    return replace(scene, cast=cast, spot=None, waiting=[], reader=Reader(scene.lexicon, cast, scene.text))


def open_scene(found: Annotations) -> Scene:
    """Prepare the reading of `found`."""
    found = unite_names(found)
    found = replace(found, actors=with_camps(found.actors, found.document.language))
    words = lexicon(found.document.language)
    cast = Cast(found.actors, found.document.language, home_of(found))
    cast.speaker = speaker_of(found, words)
    cast.speakers = joint_speakers(found, words, cast.speaker)
    reader = Reader(words, cast, found.document.text)
    return Scene(
        found, words, read_layout(found), cast, reader, found.document.published, found.document.text
    )
