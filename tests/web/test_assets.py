"""What a page loads: the assets that were pinned, by their hash, and no script or style of its own."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

import dragoman.web

STATIC = Path(dragoman.web.__file__).parent / "static"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd",
        "/static/vendor/../../app.py", "/static/%2fetc%2fpasswd", "/static/..\\app.py", "/static/%00",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_assets(desk: TestClient[Litestar], path: str) -> None:
    """Assets are those of the folder and nothing beside it."""
    answer = desk.get(path)
    assert answer.status_code == 404
    assert "create_app" not in answer.text


def test_assets_are_those_that_were_pinned() -> None:
    """Each vendored file has the hash that assets.tsv gives, and none is without a row."""
    rows = [line.split("\t") for line in (STATIC / "vendor/assets.tsv").read_text("utf8").splitlines()[1:]]
    for name, *_, digest in rows:
        made = base64.b64encode(hashlib.sha384((STATIC / "vendor" / name).read_bytes()).digest()).decode()
        assert made == digest, name
    held = {path.name for path in (STATIC / "vendor").iterdir()} - {"assets.tsv", "LICENCES.txt"}
    assert held == {row[0] for row in rows}


def test_scripts_carry_their_hash(desk: TestClient[Litestar]) -> None:
    """A page says the hash of each script that it loads, and it is that of the file which is served."""
    for path in ("/", "/map", "/network", "/countries/NER"):
        scripts = re.findall(r'<script src="([^"]+)" integrity="sha384-([^"]+)"', desk.get(path).text)
        assert scripts
        assert len(scripts) == desk.get(path).text.count("<script")
        for address, digest in scripts:
            served = desk.get(address)
            assert base64.b64encode(hashlib.sha384(served.content).digest()).decode() == digest, address
            assert "max-age" in served.headers["cache-control"]


def test_templates_trust_nothing_but_the_form_token() -> None:
    """No template marks anything safe except the form's hidden token, and none has inline script or style."""
    for path in (STATIC.parent / "templates").glob("*.html"):
        text = path.read_text("utf8")
        assert not re.search(r"\|\s*safe\b", text.replace("csrf_input | safe", "")), path.name
        assert "autoescape" not in text
        assert "<style" not in text
        assert " style=" not in text
        assert " onclick=" not in text
        assert "hx-on" not in text
        for script in text.split("<script")[1:]:
            assert script.startswith(' src="{{ asset('), path.name
