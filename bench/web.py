"""How fast the desk's pages are on a large ledger, while documents are being added to it.

    python -m bench.web --ledger URL [--seconds 20] [--rate 50]

The ledger is one filled by `python -m bench.ledger 100000 --keep FOLDER` (100,000 generated
engagements), to which `dragoman ledger import travels|visits FOLDER` adds the Office of the
Historian's 7,000. A server runs in a process of its own, a `ledger add` of generated readings in
another, on a copy of the ledger. Printed: for each page the median and 95th percentile of its time to
answer, one request at a time and nothing else running, and the processor's work of the server for one
(Linux); then, at RATE requests a second over a mix of pages for SECONDS, the same, the requests answered,
and those that failed. On a busy machine the rest of the time is waiting for a turn: compare the work.
"""

import argparse
import asyncio
import math
import multiprocessing
import os
import random
import shutil
import socket
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import httpx
import uvicorn

from bench.ledger_world import World
from dragoman.ledger import Ledger
from dragoman.ledger.query import Filters
from dragoman.web.app import create_app
from dragoman.web.serving import KEEP


def serve(url: str, port: int) -> None:
    """Run the desk."""
    with Ledger(url) as ledger:
        app = create_app(ledger, writes=100_000)
        uvicorn.run(app, port=port, log_level="error", access_log=False, timeout_keep_alive=KEEP)


def keep_adding(url: str, seed: int) -> None:
    """File generated documents in batches, as `ledger add` does, until ended."""
    os.nice(5)
    with Ledger(url) as ledger:
        batch = []
        for reading in World(seed).readings(10_000_000):
            batch.append(reading)
            if len(batch) == 100:
                ledger.file_many(batch)
                batch = []


def pages(url: str) -> dict[str, list[str]]:
    """Paths by page, over many subjects, as people ask for them."""
    chance = random.Random(4)
    with Ledger(url) as ledger:
        overview = ledger.overview()
        newest = overview.lines(Filters(), limit=2000, newest=True)
        some = chance.sample(newest, 60)
        busy = [name for name, _ in overview.partners(Filters(), limit=40)]
        pairs = [(one, other) for one, other, _ in overview.pairs(Filters(), limit=60)]
        documents = [one.id for one in overview.newest_documents(limit=60)]
        people = [p.name for one in some for p in ledger.record(one.id).participants if " " in p.name]
    words = [name.split()[-1] for name in people]
    return {
        "today": ["/"],
        "records": ["/records", *(f"/records?country={code}&status=held" for code in busy[:20]),
                    *(f"/records?page={n}" for n in range(2, 12))],
        "search": [f"/records?q={word}" for word in dict.fromkeys(words[:60])],
        "record": [f"/records/{one.id}" for one in some],
        "document": [f"/documents/{one}" for one in documents],
        "country": [f"/countries/{code}" for code in busy],
        "dyad": [f"/dyads/{one}/{other}" for one, other in pairs],
        "person": [f"/people/{name}" for name in people[:30]],
        "dossiers": ["/dossiers"],
        "map": ["/map", *(f"/map?since={year}-01-01&until={year}-12-31" for year in range(2012, 2024))],
        "network": ["/network", *(f"/network?since={y}-01-01&until={y}-12-31" for y in range(2012, 2024))],
        "api lines": [f"/api/v1/lines?country={code}&limit=50" for code in busy],
        "api records": [f"/api/v1/records?country={code}&limit=10" for code in busy[:20]],
        "calendar": [f"/records.ics?country={code}" for code in busy[20:26]],
    }  # fmt: skip


def work_of(pid: int) -> float:
    """The processor's time that a process has taken so far, in milliseconds; 0 where it is not told."""
    told = Path(f"/proc/{pid}/stat")
    if not told.is_file():
        return 0.0
    fields = told.read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def told(name: str, times: list[float], failed: int = 0, work: float = 0.0) -> None:
    """Print a page's line; `work` is the server's for all of its requests."""
    ranked = sorted(times)
    slow = ranked[math.ceil(len(ranked) * 0.95) - 1]
    line = (
        f"{name:12} {len(ranked):5} requests  median {statistics.median(ranked):7.1f} ms  p95 {slow:7.1f} ms"
    )
    line += f"  work {work / len(ranked):6.1f} ms" if work else ""
    print(line + (f"  {failed} failed" if failed else ""), flush=True)


def alone(base: str, asked: dict[str, list[str]], pid: int) -> None:
    """Each page by itself, one request at a time, each path twice and in no order."""
    chance = random.Random(5)
    with httpx.Client(base_url=base, timeout=60) as client:
        client.get("/dossiers")  # found when the server starts, which is over now
        for name, paths in asked.items():
            order = (paths if len(paths) > 20 else paths * -(-20 // len(paths)))[:40]
            chance.shuffle(order)
            times, before = [], work_of(pid)
            for path in order:
                started = time.perf_counter()
                client.get(path).raise_for_status()
                times.append((time.perf_counter() - started) * 1000)
            told(name, times, work=work_of(pid) - before)


async def loaded(base: str, asked: dict[str, list[str]], rate: int, seconds: int, pid: int) -> None:
    """A mix of pages at a steady rate, whatever the answers take."""
    chance = random.Random(6)
    weights = {"today": 6, "records": 6, "record": 8, "document": 4, "country": 4, "dyad": 3, "search": 3}
    names = [name for name in asked if name != "calendar"]
    times: dict[str, list[float]] = defaultdict(list)
    failed: dict[str, int] = defaultdict(int)

    async with httpx.AsyncClient(
        base_url=base, timeout=60, limits=httpx.Limits(max_connections=200)
    ) as client:

        async def one(name: str) -> None:
            started = time.perf_counter()
            try:
                answer = await client.get(chance.choice(asked[name]))
                answer.raise_for_status()
            except httpx.HTTPError as error:
                failed[name] += 1
                print(f"failed: {name}: {error!r}"[:200], flush=True)
                return
            times[name].append((time.perf_counter() - started) * 1000)

        started, before = time.perf_counter(), work_of(pid)
        running = []
        for number in range(rate * seconds):
            await asyncio.sleep(max(0.0, started + number / rate - time.perf_counter()))
            name = chance.choices(names, [weights.get(name, 1) for name in names])[0]
            running.append(asyncio.create_task(one(name)))
        await asyncio.gather(*running)
        took, work = time.perf_counter() - started, work_of(pid) - before
    for name in names:
        if times[name]:
            told(name, times[name], failed[name])
    every = [value for values in times.values() for value in values]
    told("all", every, sum(failed.values()), work)
    print(
        f"{len(every) / took:.1f} requests a second answered over {took:.1f} s, {sum(failed.values())} failed"
    )


def main() -> int:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--ledger", required=True, help="a filled ledger's file (it is copied)")
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--rate", type=int, default=50)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        path = Path(options.ledger.removeprefix("sqlite:///"))
        for part in path.parent.glob(path.name + "*"):
            shutil.copy(part, folder)
        url = f"sqlite:///{Path(folder) / path.name}"
        with Ledger(url) as ledger:
            print(", ".join(f"{count:,} {name}" for name, count in ledger.stats().items()))
        asked = pages(url)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        base = f"http://127.0.0.1:{port}"
        context = multiprocessing.get_context("spawn")
        server = context.Process(target=serve, args=(url, port), daemon=True)
        server.start()
        for _ in range(600):
            try:
                httpx.get(base + "/static/app.css")
                break
            except httpx.HTTPError:
                time.sleep(0.2)
        print("alone, one request at a time:")
        alone(base, asked, server.pid or 0)
        adder = context.Process(target=keep_adding, args=(url, int(time.time())), daemon=True)
        adder.start()
        time.sleep(8)
        print(f"{options.rate} requests a second while documents are added:")
        asyncio.run(loaded(base, asked, options.rate, options.seconds, server.pid or 0))
        print(f"the adding took {work_of(adder.pid or 0) / 1000:.1f} s of the processor meanwhile")
        adder.terminate()
        server.terminate()
        with Ledger(url) as ledger:
            print("after:", ", ".join(f"{count:,} {name}" for name, count in ledger.stats().items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
