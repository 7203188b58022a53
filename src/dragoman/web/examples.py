"""The example stories that the package ships, for a first look."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from dragoman.errors import NotFound

SUFFIXES = {".txt", ".md", ".html"}


def example_files() -> Iterator[Path]:
    """Yield the documents of the example stories, in order of their names.

    They lie in the package (`dragoman/examples`), or, in a checkout, in `examples/`.
    """
    for folder in (Path(str(files("dragoman"))) / "examples", Path(__file__).parents[3] / "examples"):
        if folder.is_dir():
            yield from sorted(p for p in folder.rglob("*") if p.suffix in SUFFIXES)
            return
    raise NotFound("the example stories are not installed; add documents with `dragoman ledger add`")
