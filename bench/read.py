"""Measures `read_many`: documents a second, time by stage, beside spaCy's own pipeline; memory.

    python -m bench.read [--gold FOLDER] [--documents N] [--processes N] [--repeat N]

The corpus is composed from the news of FOLDER (timeml-aquaint, geowebnews, engagements), repeated
until there are N documents. The stages are timed in processor time, in one process; then `read_many`
reads the same documents from files with `--processes` of them, by the clock; `--repeat` reads the
corpus that many times over to show whether memory grows. Where FOLDER is absent the documents of
bench/gold/engagements/dev are used.
"""

import argparse
import re
import resource
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from dragoman.annotate import annotate
from dragoman.annotate.parse import memory_zone, parse_many
from dragoman.coding.engagements.scene import afresh, open_scene
from dragoman.coding.events import find_events
from dragoman.coding.many import read_many
from dragoman.coding.reading import read_documents
from dragoman.coding.second import engagements_of
from dragoman.coding.statements.find import statements_of
from dragoman.model import Document

HERE = Path(__file__).resolve().parent
GOLD = HERE.parent.parent / "shared" / "gold"
_TAG = re.compile(r"<[^>]+>")


def texts(gold: Path) -> list[tuple[str, str]]:
    """Return (language, text) of the news in the gold folder, or of the development documents."""
    found = []
    for path in sorted((gold / "timeml-aquaint").glob("*.tml")):
        found.append(("en", _TAG.sub("", path.read_text(encoding="utf8"))))
    news = gold / "geowebnews-dev.xml"
    if news.is_file():
        for body in re.findall(r"<text>(.*?)</text>", news.read_text(encoding="utf8"), flags=re.DOTALL):
            found.append(("en", body))
    folders = [gold / "engagements" / "docs", HERE / "gold" / "engagements" / "dev"]
    for path in sorted(p for folder in folders for p in folder.glob("*.txt")):
        found.append(("fr" if path.name.startswith("fr") else "en", path.read_text(encoding="utf8")))
    return found


def corpus(gold: Path, size: int) -> list[Document]:
    """Return `size` documents, the texts repeated as often as it takes."""
    known = texts(gold)
    rows = [known[i % len(known)] for i in range(size)]
    return [Document(text=text, language=language, published=date(2024, 5, 15)) for language, text in rows]


def batches(documents: list[Document], size: int = 32) -> Iterator[list[Document]]:
    """Yield the documents of each language in batches."""
    for language in ("en", "fr"):
        chosen = [d for d in documents if d.language == language]
        for i in range(0, len(chosen), size):
            yield chosen[i : i + size]


def stages(documents: list[Document]) -> dict[str, float]:
    """Return the seconds of processor time that each stage takes over the corpus."""
    spent = dict.fromkeys(("parse", "annotate", "layout", "events", "engagements", "statements"), 0.0)

    def lap(name: str, since: float) -> float:
        now = time.process_time()
        spent[name] += now - since
        return now

    for batch in batches(documents):
        language = batch[0].language
        with memory_zone(language):
            at = time.process_time()
            parsed = list(parse_many([d.text for d in batch], language))
            at = lap("parse", at)
            for document, doc in zip(batch, parsed, strict=True):
                found = annotate(document, doc)
                at = lap("annotate", at)
                scene = open_scene(found)
                at = lap("layout", at)
                find_events(found)
                at = lap("events", at)
                engagements_of(scene)
                at = lap("engagements", at)
                statements_of(afresh(scene))
                at = lap("statements", at)
    return spent


def from_files(documents: list[Document], processes: int) -> float:
    """Return the seconds that `read_many` takes for the documents, each a file, start included."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{i:05}.txt" for i in range(len(documents))]
        for path, document in zip(paths, documents, strict=True):
            path.write_text(document.text, encoding="utf8")
        since = time.perf_counter()
        read = sum(1 for _ in read_many(paths, published="2024-05-15", processes=processes))
        assert read == len(documents)
        return time.perf_counter() - since


def memory() -> float:
    """Return the memory that the process holds now, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--repeat", type=int, default=1)
    options = parser.parse_args()
    documents = corpus(options.gold, options.documents)
    stages(documents[:40])
    spent = stages(documents)
    whole = sum(spent.values())
    characters = sum(len(d.text) for d in documents)
    print(f"{len(documents)} documents, {characters} characters")
    print(
        f"one process: {whole:.1f} s, "
        f"{len(documents) / whole:.1f} documents/s, {whole / spent['parse']:.2f} times spaCy"
    )
    print("by stage: " + ", ".join(f"{name} {seconds:.1f} s" for name, seconds in spent.items()))
    if options.processes:
        seconds = from_files(documents, options.processes)
        rate = len(documents) / seconds
        print(f"read_many, {options.processes} processes: {seconds:.1f} s, {rate:.1f} documents/s")
    for turn in range(options.repeat):
        for _ in read_documents(documents):
            pass
        print(f"memory after {(turn + 1) * len(documents)} documents read: {memory():.0f} MB")


if __name__ == "__main__":
    main()
