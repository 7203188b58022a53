"""The chain of attribution: "according to ANP, quoting the Pentagon"."""

from dragoman.coding.engagements.scene import Scene
from dragoman.coding.engagements.units import Sentence

LEADS = {
    "en": (("according", "to"), ("quoting",), ("citing",), ("as", "reported", "by"), ("reported", "by")),
    "fr": (("selon",), ("d'", "après"), ("citant",), ("rapporté", "par"), ("rapportée", "par")),
}
REACH = 6  # units between the words of attribution and the name


def reporters(scene: Scene, sentence: Sentence) -> tuple[str, ...]:
    """Return those by whom the sentence is reported, the nearest first."""
    units = sentence.units
    found: list[str] = []
    for i in range(len(units)):
        for lead in LEADS[scene.lexicon.language]:
            if tuple(u.low for u in units[i : i + len(lead)]) != lead:
                continue
            for k in range(i + len(lead), min(i + len(lead) + REACH, len(units))):
                if units[k].actors:
                    found.append(units[k].actors[0].name)
                    break
                if units[k].pos in ("VERB", "PUNCT"):
                    break
    return tuple(dict.fromkeys(found))
