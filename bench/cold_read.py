"""Where the time of a cold `dragoman read` of one page goes: the best of several fresh processes.

    uv run python bench/cold_read.py [PAGE] [--runs 5]

Prints the wall time and the processor time of the whole command, and the processor time of its
steps: importing the code, reading the page, loading the language model, annotating and coding.
Processor time is what the command costs where other programs share the machine.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "examples" / "niger-talks.html"

STEPS = """
import json, sys, time
marks = [("start", time.process_time())]
mark = lambda name: marks.append((name, time.process_time()))
from dragoman.coding.reading import read_document
from dragoman.sources import load
import spacy, trafilatura
mark("import the code")
document = load(sys.argv[1])
mark("read the page")
from dragoman.annotate.parse import pipeline
pipeline(document.language)
mark("load the language model")
read_document(document)
mark("annotate and code, with the tables and the event model")
print(json.dumps([(name, at - before) for (_, before), (name, at) in zip(marks, marks[1:])]))
"""


def whole(page: str) -> tuple[float, float]:
    """Wall and processor seconds of one cold `dragoman read`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "dragoman", "read", page], capture_output=True, check=True)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def steps(page: str) -> list[tuple[str, float]]:
    """Processor seconds of each step, in a fresh process."""
    done = subprocess.run([sys.executable, "-c", STEPS, page], capture_output=True, text=True, check=True)
    return [(name, seconds) for name, seconds in json.loads(done.stdout)]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("page", nargs="?", default=str(PAGE))
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    runs = [whole(options.page) for _ in range(options.runs)]
    wall, processor = (min(run[part] for run in runs) for part in (0, 1))
    print(f"whole command: {wall:.1f} s wall, {processor:.1f} s processor")
    measured = [steps(options.page) for _ in range(options.runs)]
    for number, (name, _) in enumerate(measured[0]):
        print(f"  {name}: {min(run[number][1] for run in measured):.1f} s")


if __name__ == "__main__":
    main()
