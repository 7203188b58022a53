"""How fast a ledger takes reports and answers, as it grows: plausible reports, generated.

    python bench/ledger.py [SIZE ...] [--ledger URL] [--keep FOLDER] [--ask]     SIZE: reports, e.g. 10000

A generator makes documents of one to three reports each: engagements of 180 countries' named
office-holders over fifteen years, countries weighted as in the news (a tenth of them take part in
half of what happens), one to forty accounts of each happening with its days, names, places and words
varied as outlets vary them, one in five without a day. Printed for each size: milliseconds a report,
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
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from dragoman.authority.states import states
from dragoman.ledger import Ledger
from dragoman.model import Document, Engagement, EngagementKind, Location, Participant, Reading, Span, Status

SEED = 20240425
FIRST = date(2010, 1, 1)
DAYS = 15 * 365
GIVEN = ("Anna", "Bruno", "Carla", "Daoud", "Elena", "Farid", "Grace", "Hugo", "Ines", "Jonas", "Karim",
         "Lucia", "Marek", "Nadia", "Omar", "Paula", "Rosa", "Samir", "Tomas", "Vera")  # fmt: skip
SYLLABLES = ("ba", "ko", "mi", "ren", "sa", "tov", "lu", "gar", "ned", "vi", "zo", "shi", "mar", "el",
             "dan", "por", "qui", "ras", "ten", "ulm")  # fmt: skip
ROLES = ("President", "Prime Minister", "Foreign Minister", "Defence Minister", "Special Envoy", "Ambassador")
TOPICS = ("trade", "security", "migration", "energy", "a ceasefire", "sanctions", "aid", "borders", "debt",
          "fisheries", "nuclear arms", "climate", "visas", "extradition", "counterterrorism")  # fmt: skip
KINDS: tuple[EngagementKind, ...] = ("meeting", "meeting", "meeting", "visit", "call", "talks", "summit")


class World:
    """Countries with people in office, and happenings among them."""

    def __init__(self, seed: int = SEED) -> None:
        self.chance = random.Random(seed)
        known = [code for code, state in sorted(states().items()) if state.kind == "state"]
        self.chance.shuffle(known)
        self.countries = known[:180]
        self.weights = [1 / (rank + 3) for rank in range(len(self.countries))]
        self.vocabulary = ["".join(self.chance.choices(SYLLABLES, k=3)) for _ in range(5_000)]
        self.people = {country: [self._person(country, role) for role in ROLES * 2] for country in known}

    def _person(self, country: str, role: str) -> Participant:
        family = "".join(self.chance.choices(SYLLABLES, k=self.chance.choice((2, 3, 3)))).capitalize()
        return Participant(f"{self.chance.choice(GIVEN)} {family}", role, country)

    def readings(self, reports: int) -> Iterator[Reading]:
        """Documents with so many reports in all, in no order of time within some weeks."""
        made = 0
        waiting: list[list[Engagement]] = []
        while made < reports:
            accounts = self._happening()
            made += len(accounts)
            waiting.append(accounts)
            if len(waiting) >= 40:
                yield from self._documents(waiting)
                waiting = []
        yield from self._documents(waiting)

    def _happening(self) -> list[Engagement]:
        chance = self.chance
        pair = list(dict.fromkeys(chance.choices(self.countries, self.weights, k=4)))[:2]
        if len(pair) < 2:
            pair = chance.sample(self.countries, 2)
        people = [
            one for country in pair for one in chance.sample(self.people[country], chance.choice((1, 1, 2)))
        ]
        start = FIRST + timedelta(days=chance.randrange(DAYS))
        kind = chance.choice(KINDS)
        end = start + timedelta(days=chance.choice((1, 2, 3)) if kind == "visit" else 0)
        place = self.capital(chance.choice(pair))
        topics = chance.sample(TOPICS, 2)
        size = min(40, int(chance.paretovariate(1.1)) + chance.choice((0, 1, 2)))
        return [self._account(kind, people, pair, start, end, place, topics) for _ in range(size)]

    def capital(self, country: str) -> Location:
        """The place of a country's meetings."""
        state = states()[country]
        return Location(state.capital or state.name, country)

    def _account(
        self,
        kind: EngagementKind,
        people: list[Participant],
        pair: list[str],
        start: date,
        end: date,
        place: Location,
        topics: list[str],
    ) -> Engagement:
        chance = self.chance
        named = [self._told(one) for one in people if chance.random() < 0.85] or people[:1]
        dated = chance.random() < 0.8
        status: Status = chance.choice(("announced", "held", "held", "held"))
        who = " and ".join(one.name for one in named)
        about = f"{chance.choice(('discussed', 'spoke about', 'raised', 'agreed on'))} {' and '.join(topics)}"
        told = f"{who} {about} in {place.name}."
        return Engagement(
            id="e",
            kind=kind,
            status=status,
            participants=tuple(named),
            countries=tuple(pair),
            place=place if chance.random() < 0.8 else None,
            start=start if dated else None,
            end=end if dated else None,
            latest=start if status == "held" else None,
            earliest=start - timedelta(days=6) if status == "held" else None,
            topics=tuple(topics),
            evidence=(Span(0, len(told), told),),
        )

    def _told(self, one: Participant) -> Participant:
        name = one.name.split()[-1] if self.chance.random() < 0.3 else one.name
        return Participant(name, one.role if self.chance.random() < 0.7 else None, one.country)

    def _documents(self, waiting: list[list[Engagement]]) -> Iterator[Reading]:
        chance = self.chance
        accounts = [one for happening in waiting for one in happening]
        chance.shuffle(accounts)
        while accounts:
            told = [accounts.pop() for _ in range(min(len(accounts), chance.choice((1, 1, 2, 3))))]
            if len({one.start or one.latest for one in told}) > 1:
                told, rest = told[:1], told[1:]
                accounts = rest + accounts
            yield self._document(told)

    def _document(self, told: list[Engagement]) -> Reading:
        chance = self.chance
        day = told[0].start or told[0].latest or FIRST + timedelta(days=chance.randrange(DAYS))
        before = told[0].status == "announced"
        published = (
            day - timedelta(days=chance.randrange(1, 9))
            if before
            else day + timedelta(days=chance.randrange(3))
        )
        filler = " ".join(chance.choices(self.vocabulary, k=80))
        text = f"{' '.join(one.evidence[0].text for one in told)} {filler}"
        outlet = f"Outlet {chance.randrange(400)}"
        title = f"{told[0].participants[0].name} on {told[0].topics[0]}"
        return Reading(
            Document(text, title=title, publisher=outlet, published=published), engagements=tuple(told)
        )


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
