"""What the server keeps for a while: readings that wait to be filed, and tallies that are dear.

Both live in memory, are bounded, and are lost with the server: a reading is read again, a tally
counted again.
"""

import logging
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Any, TypeVar

from dragoman.errors import DragomanError, UsageError
from dragoman.model import Reading

LOG = logging.getLogger("dragoman.web")
T = TypeVar("T")
STALE = 5  # times as old as asked, an answer is still given while it is renewed
_HALF_HOUR = 1800.0
_READINGS = 40
_CHARACTERS = 20_000_000  # of all texts that wait
_ANSWERS = 1000


class Waiting:
    """Readings that were shown and wait for "File it", under keys that nobody can guess."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: OrderedDict[str, tuple[float, Reading]] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, reading: Reading) -> str:
        """Keep a reading for half an hour; return its key."""
        key = secrets.token_urlsafe(24)
        with self._lock:
            self._held[key] = (self._clock(), reading)
            while len(self._held) > _READINGS or (self._size() > _CHARACTERS and len(self._held) > 1):
                self._held.popitem(last=False)
        return key

    def _size(self) -> int:
        return sum(len(reading.document.text) for _, reading in self._held.values())

    def take(self, key: str) -> Reading:
        """The reading under `key`; raises UsageError where it waits no more."""
        with self._lock:
            at, reading = self._held.get(key, (0.0, None))
        if reading is None or self._clock() - at > _HALF_HOUR:
            raise UsageError("this reading waits no more: read the document again, then file it")
        return reading

    def forget(self, key: str) -> None:
        """Let a reading go."""
        with self._lock:
            self._held.pop(key, None)


class Answers:
    """Answers that took long to find, given again for some seconds.

    One thread finds an answer while the others wait for it, so that ten visitors of one page do
    not count the same ledger ten times. An answer that is older, up to STALE times, is given once
    more while it is found anew behind the scenes. `forget` after a change whose author wants to
    see it.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._held: OrderedDict[object, tuple[float, Any]] = OrderedDict()
        self._locks: dict[object, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, key: object, seconds: float, find: Callable[[], T]) -> T:
        """The answer under `key`, not older than `seconds`, or a little older while it is renewed."""
        with self._lock:
            lock = self._locks.setdefault(key, threading.Lock())
            held = self._held.get(key)
            if held is not None:
                self._held.move_to_end(key)  # what is asked for stays
        if held is not None:
            answer: T = held[1]
            age = self._clock() - held[0]
            if age <= seconds:
                return answer
            if age <= STALE * seconds:
                if lock.acquire(blocking=False):
                    threading.Thread(target=self._renew, args=(key, find, lock), daemon=True).start()
                return answer
        with lock:
            again = self._held.get(key)
            if again is not None and again is not held:
                renewed: T = again[1]
                return renewed
            return self._find(key, find)

    def peek(self, key: object, seconds: float, find: Callable[[], T], default: T) -> T:
        """The answer under `key` without waiting: an old one, or `default`, while it is found anew."""
        with self._lock:
            lock = self._locks.setdefault(key, threading.Lock())
            held = self._held.get(key)
            if held is not None:
                self._held.move_to_end(key)  # what is asked for stays
        if (held is None or self._clock() - held[0] > seconds) and lock.acquire(blocking=False):
            threading.Thread(target=self._renew, args=(key, find, lock), daemon=True).start()
        answer: T = default if held is None else held[1]
        return answer

    def _renew(self, key: object, find: Callable[[], T], lock: threading.Lock) -> None:
        try:
            self._find(key, find)
        except DragomanError:  # told to whoever asks next, once the old answer is too old
            LOG.warning("an answer could not be renewed", exc_info=True)
        finally:
            lock.release()

    def _find(self, key: object, find: Callable[[], T]) -> T:
        made = find()
        with self._lock:
            self._held[key] = (self._clock(), made)
            self._held.move_to_end(key)
            while len(self._held) > _ANSWERS:
                old, _ = self._held.popitem(last=False)
                self._locks.pop(old, None)
        return made

    def forget(self) -> None:
        """Find everything anew."""
        with self._lock:
            self._held.clear()
