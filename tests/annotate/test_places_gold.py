"""How well places are found and resolved, on articles of GeoWebNews."""

import hashlib
import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.annotate.places import find_places

# The file that the floors were measured on; another one needs floors of its own.
CORPUS = "4c12760b976f706989bbcc805d5b2727f9fa06bb3e8d50687159f5bcbe62da08"
PRECISION, RECALL, NEAR = 0.92, 0.83, 0.90


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("places_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.gold
@pytest.mark.slow
def test_places_on_geowebnews(shared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Precision, recall and the share within 161 km stay above the floors (measured less 3 points)."""
    gold, scorer = shared / "gold" / "geowebnews-dev.xml", shared / "score" / "places.py"
    if not gold.is_file() or not scorer.is_file():
        pytest.skip("needs ../shared/gold/geowebnews-dev.xml and ../shared/score/places.py")
    assert hashlib.sha256(gold.read_bytes()).hexdigest() == CORPUS
    module = _scorer(scorer)
    lines = []
    for name, text, _ in module.articles(gold):
        places = [
            {"start": p.start, "end": p.end, "latitude": p.latitude, "longitude": p.longitude}
            for p in find_places(text)
        ]
        lines.append(json.dumps({"id": name, "places": places}))
    predicted = tmp_path / "places.jsonl"
    predicted.write_text("\n".join(lines), encoding="utf8")
    module.main("score", gold, predicted)
    words = capsys.readouterr().out.split()
    precision, recall = float(words[words.index("P") + 1]), float(words[words.index("R") + 1])
    near = float(words[words.index("found") + 1])
    assert precision >= PRECISION
    assert recall >= RECALL
    assert near >= NEAR
