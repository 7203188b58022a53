"""Fetches the desk's JavaScript from the npm registry, at pinned versions, and records its hashes.

    python scripts/vendor_assets.py

Writes src/dragoman/web/static/vendor/, its assets.tsv (file, package, version, licence, sha384) and the
licences' texts, LICENCES.txt.
Needs npm; run it only to change a version. Nothing is fetched when the desk runs.
"""

import base64
import hashlib
import json
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

VENDOR = Path(__file__).parents[1] / "src/dragoman/web/static/vendor"
FILES = [
    ("htmx.org", "2.0.11", "dist/htmx.min.js", "htmx.js"),
    ("d3-array", "3.2.5", "dist/d3-array.min.js", "d3-array.js"),
    ("d3-geo", "3.1.2", "dist/d3-geo.min.js", "d3-geo.js"),
    ("d3-dispatch", "3.0.2", "dist/d3-dispatch.min.js", "d3-dispatch.js"),
    ("d3-timer", "3.0.2", "dist/d3-timer.min.js", "d3-timer.js"),
    ("d3-quadtree", "3.0.2", "dist/d3-quadtree.min.js", "d3-quadtree.js"),
    ("d3-force", "3.0.1", "dist/d3-force.min.js", "d3-force.js"),
    ("topojson-client", "3.1.0", "dist/topojson-client.min.js", "topojson-client.js"),
    ("world-atlas", "2.0.2", "countries-110m.json", "countries-110m.json"),
]


def main() -> None:
    """Fetch, unpack, write."""
    VENDOR.mkdir(parents=True, exist_ok=True)
    licences: dict[str, str] = {}
    rows = ["file\tpackage\tversion\tlicence\tsha384"]
    with tempfile.TemporaryDirectory() as folder:
        for package, version, inside, name in FILES:
            packed = subprocess.run(
                ["npm", "pack", "--silent", f"{package}@{version}"],
                cwd=folder, check=True, capture_output=True, text=True,
            ).stdout.split()[-1]  # fmt: skip
            with tarfile.open(Path(folder) / packed) as archive:
                body = _member(archive, f"package/{inside}")
                text = next(n for n in archive.getnames() if re.fullmatch(r"package/LICEN[CS]E(\.\w+)?", n))
                licences[package] = _member(archive, text).decode().strip()
                licence = json.loads(_member(archive, "package/package.json"))["license"]
            (VENDOR / name).write_bytes(body)
            digest = base64.b64encode(hashlib.sha384(body).digest()).decode()
            rows.append(f"{name}\t{package}\t{version}\t{licence}\t{digest}")
    told = "".join(f"{name}\n{'=' * len(name)}\n\n{text}\n\n\n" for name, text in sorted(licences.items()))
    (VENDOR / "LICENCES.txt").write_text(told.rstrip() + "\n", encoding="utf8")
    (VENDOR / "assets.tsv").write_text("\n".join(rows) + "\n", encoding="utf8")


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    member = archive.extractfile(name)
    if member is None:
        raise SystemExit(f"{name} is missing from the package")
    return member.read()


if __name__ == "__main__":
    main()
