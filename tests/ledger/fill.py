"""Adds generated documents to a ledger: `python -m tests.ledger.fill URL COUNT FIRST`."""

import sys

from bench.ledger_world import World

from dragoman.ledger import Ledger
from dragoman.model import Reading

REPORTS_A_DOCUMENT = 2  # more than there are, so that COUNT documents are always made


def documents(count: int) -> list[Reading]:
    """The first `count` generated documents: the same ones at every call."""
    made = []
    for reading in World(seed=11).readings(count * REPORTS_A_DOCUMENT):
        made.append(reading)
        if len(made) == count:
            break
    return made


if __name__ == "__main__":
    url, count, first = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with Ledger(url) as ledger:
        ledger.file_many(documents(count)[first:])
