"""The example stories that the package ships, for a first look, and their filing behind the scenes."""

import logging
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from dragoman.errors import DragomanError, NotFound
from dragoman.ledger import Ledger

LOG = logging.getLogger("dragoman.web")
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


def file_examples(ledger: Ledger, paths: Iterable[Path]) -> str:
    """File example documents; return in a line which were left out and why, "" where none was.

    Those in a language whose model is not installed are left out.
    """
    reasons: Counter[str] = Counter()
    ledger.add_many(paths, failed=lambda _, error: reasons.update([str(error)]))
    return "; ".join(f"{count} of the examples left out: {why}" for why, count in reasons.items())


class Loading:
    """The example stories on their way into the ledger: a page shows how far they are.

    `total` is 0 before the first call of `start`; `failed` is what went wrong, in a line, and
    `left_out` what is missing of them.
    """

    def __init__(self) -> None:
        self.total = 0
        self.done = 0
        self.running = False
        self.failed = self.left_out = ""
        self._lock = threading.Lock()

    def start(self, ledger: Ledger, paths: list[Path], after: Callable[[], None]) -> None:
        """Begin, unless it is under way; `after` is called at the end."""
        with self._lock:
            if self.running:
                return
            self.total, self.done, self.running = len(paths), 0, True
            self.failed = self.left_out = ""
        threading.Thread(target=self._run, args=(ledger, paths, after), daemon=True).start()

    def _run(self, ledger: Ledger, paths: list[Path], after: Callable[[], None]) -> None:
        try:
            self.left_out = file_examples(ledger, self._counted(paths))
        except DragomanError as error:
            LOG.error("the example stories could not be filed", exc_info=True)
            self.failed = str(error)
        finally:
            after()
            self.running = False

    def _counted(self, paths: list[Path]) -> Iterator[Path]:
        for number, path in enumerate(paths):
            self.done = number
            yield path
        self.done = len(paths)
