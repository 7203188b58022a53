"""How fast a ledger takes reports and answers, as it grows: plausible reports, generated.

    python -m bench.ledger [SIZE ...] [--ledger URL] [--keep FOLDER] [--ask]     SIZE: reports, e.g. 10000

The reports are generated (see ledger_world.py). Printed for each size: milliseconds a report,
adding in batches of 100 documents without any reading of text; the median and the 95th percentile of
searches, timelines and counts; the file's size; and the memory held. "Work" is the processor's time
alone: on a busy machine the rest is waiting for a turn. --keep keeps the files, and --ask asks them again
without adding.
"""

import argparse
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.ledger_world import TOPICS, World
from dragoman.authority.states import states
from dragoman.ledger import Ledger
from dragoman.model import Reading

__all__ = ["World"]


def _times(calls: list[Callable[[], object]]) -> str:
    """Median and 95th percentile of the calls' times, and of their work, in words."""
    spent, busy = [], []
    for call in calls:
        started, worked = time.perf_counter(), time.process_time()
        call()
        spent.append((time.perf_counter() - started) * 1000)
        busy.append((time.process_time() - worked) * 1000)
    last = int(len(calls) * 0.95)
    return (
        f"{statistics.median(spent):.0f} ms median, {sorted(spent)[last]:.0f} ms p95 "
        f"(of work {statistics.median(busy):.0f} and {sorted(busy)[last]:.0f})"
    )


def queries(world: World, ledger: Ledger, count: int = 100) -> dict[str, list[Callable[[], object]]]:
    """Searches and timelines as people ask them: names, places, topics; countries, people."""
    chance = random.Random(1)
    countries = chance.choices(world.countries, world.weights, k=count)
    families = [chance.choice(world.people[country]).name.split()[-1] for country in countries]

    def search(number: int) -> Callable[[], object]:
        country, name = countries[number], families[number]
        asked = (
            lambda: ledger.search(name),
            lambda: ledger.search(f"{name} {chance.choice(TOPICS).split()[-1]}"),
            lambda: ledger.search(world.capital(country).name, since="2015-01-01"),
            lambda: ledger.search(chance.choice(TOPICS).split()[-1], country=country),
            lambda: ledger.search(chance.choice(TOPICS).split()[-1]),
            lambda: ledger.search(
                chance.choice(TOPICS).split()[-1], kind="visit", status="held", since="2018-01-01"
            ),
            lambda: ledger.search(name, what="documents"),
        )
        return asked[number % len(asked)]

    def timeline(number: int) -> Callable[[], object]:
        country, name = countries[number], families[number]
        asked = (
            lambda: ledger.timeline(states()[country].name, since="2020-01-01", limit=50),
            lambda: ledger.timeline(states()[country].name, limit=50),
            lambda: ledger.timeline(name, limit=50),
        )
        return asked[number % len(asked)]

    def tally(number: int) -> Callable[[], object]:
        country = countries[number]
        asked = (
            lambda: ledger.count(country=country),
            lambda: ledger.count(country=country, kind="meeting", status="announced"),
            lambda: ledger.count(since="2019-01-01", status="held"),
        )
        return asked[number % len(asked)]

    return {
        "search": [search(number) for number in range(count)],
        "timeline": [timeline(number) for number in range(count)],
        "count": [tally(number) for number in range(count)],
    }


def _held() -> float:
    """MiB of memory that the process holds now; the most it ever held where that is not told."""
    status = Path("/proc/self/statm")
    if status.is_file():
        return int(status.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(size: int, url: str) -> None:
    """Fill a new ledger with `size` reports and print how it did."""
    world = World()
    with Ledger(url) as ledger:
        spent, busy, done = 0.0, 0.0, 0
        batch: list[Reading] = []

        def file() -> None:
            nonlocal spent, busy, done, batch
            started, worked = time.perf_counter(), time.process_time()
            ledger.file_many(batch)
            spent += time.perf_counter() - started
            busy += time.process_time() - worked
            done += sum(len(reading.engagements) for reading in batch)
            batch = []

        shown = min(max(size // 10, 1), 50_000)
        mark, mark_busy, mark_done = 0.0, 0.0, 0
        for reading in world.readings(size):
            batch.append(reading)
            if len(batch) >= 1000:
                file()
                if done - mark_done >= shown:
                    each = 1000 / (done - mark_done)
                    told = f"{(spent - mark) * each:.2f} ms a report, {(busy - mark_busy) * each:.2f} of work"
                    print(f"  {done:>9,} reports: {told}, {_held():.0f} MiB", flush=True)
                    mark, mark_busy, mark_done = spent, busy, done
        if batch:
            file()
        added = f"{spent * 1000 / done:.2f} ms a report, {busy * 1000 / done:.2f} of work; "
        ask(ledger, world, url, added)


def ask(ledger: Ledger, world: World, url: str, added: str = "") -> None:
    """Ask a ledger the questions, and print how it did."""
    held = ledger.stats()
    line = f"{held['reports']:>9,} reports, {held['records']:,} records: {added}"
    line += "; ".join(f"{name} {_times(calls)}" for name, calls in queries(world, ledger).items())
    path = Path(url.removeprefix("sqlite:///"))
    disk = f"; {path.stat().st_size / 2**20:.0f} MiB on disk" if path.is_file() else ""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{line}{disk}; {memory:.0f} MiB of memory at most", flush=True)


def main() -> int:
    """Measure each size in a ledger of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    parser.add_argument("--ledger", help="an empty database, instead of a file of SQLite (one size)")
    parser.add_argument("--ask", action="store_true", help="only ask, of files kept before")
    parser.add_argument("--keep", type=Path, help="keep the files in this folder")
    options = parser.parse_args()
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    for size in options.sizes:
        if options.ledger:
            measure(size, options.ledger)
            continue
        with TemporaryDirectory() as temporary:
            folder = options.keep or Path(temporary)
            url = f"sqlite:///{folder / f'ledger-{size}.db'}"
            if not options.ask:
                measure(size, url)
                continue
            with Ledger(url) as ledger:
                ask(ledger, World(), url)
    return 0


if __name__ == "__main__":
    sys.exit(main())
