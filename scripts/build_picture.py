"""Draws docs/picture.svg: what `dragoman read examples/niger-talks.html` prints in a terminal.

uv run python scripts/build_picture.py
"""

import io
import os
from pathlib import Path

from rich.console import Console

from dragoman import read
from dragoman.cli.show import show

ROOT = Path(__file__).resolve().parent.parent

if __name__ == "__main__":
    os.chdir(ROOT)
    page = "examples/niger-talks.html"
    console = Console(
        record=True, width=100, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    show(read(page), console)
    console.save_svg(str(ROOT / "docs" / "picture.svg"), title=f"dragoman read {page}", clear=True)
