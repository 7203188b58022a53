"""In: a Scene and what the rules read of it; out: its engagements, read again with the whole page in view."""

from dragoman.coding.engagements.build import build
from dragoman.coding.engagements.cluster import Cluster
from dragoman.coding.engagements.find import read_by_rules
from dragoman.coding.engagements.scene import Scene
from dragoman.coding.second.candidates import find_candidates
from dragoman.coding.second.features import brief, densest
from dragoman.coding.second.fuse import fuse
from dragoman.coding.second.groups import Bounds, Group, groups
from dragoman.coding.second.network import score
from dragoman.model import Engagement

BOUNDS = Bounds()


def engagements_of(scene: Scene) -> list[Engagement]:
    """Return the engagements of a document, each with its state as of publication."""
    clusters = read_by_rules(scene)
    # Of pages on which the rules read nothing only short ones are asked about, where two states may meet.
    if clusters or (len(scene.officials) > 1 and brief(scene.text)):
        clusters = read_again(scene, clusters)
    return [build(c, i + 1, scene) for i, c in enumerate(clusters)]


def read_again(scene: Scene, clusters: list[Cluster]) -> list[Cluster]:
    """Return the engagements of a document, in order of the text, `clusters` being those of the rules."""
    told: list[Group] = []
    likely: dict[tuple[int, int], float] = {}
    for window in densest(find_candidates(scene, clusters), scene.text):
        found = score(window)
        told += groups(window, found, BOUNDS)
        for word, share in zip(window.told, found.every, strict=True):
            likely[word.sentence.index, word.at] = float(share)
    return fuse(scene, clusters, told, likely)
