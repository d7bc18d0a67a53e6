"""How much one visitor of a public server may ask for: turns at once, and requests a minute."""

from __future__ import annotations

import math
import time
from collections import Counter, OrderedDict, deque
from collections.abc import Callable

from imaginario.errors import TooMany, TooOften

MINUTE = 60.0
CALLERS_KEPT = 10_000


class Turns:
    """Turns going on by visitor; a limit of 0 is none."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._going: Counter[str] = Counter()

    def take(self, visitor: str) -> TooMany | None:
        """Begin a turn, to be ended with `leave`; or why that can't be now."""
        if self.limit and self._going[visitor] >= self.limit:
            return TooMany(limit=self.limit)
        self._going[visitor] += 1
        return None

    def leave(self, visitor: str) -> None:
        """End a turn."""
        self._going[visitor] -= 1
        if self._going[visitor] <= 0:
            del self._going[visitor]


class Rate:
    """Requests of the last minute by caller; a limit of 0 is none."""

    def __init__(self, limit: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.limit = limit
        self._clock = clock
        self._heard: OrderedDict[str, deque[float]] = OrderedDict()

    def refusal(self, caller: str) -> TooOften | None:
        """Count a request; or why it is one too many."""
        if not self.limit:
            return None
        now = self._clock()
        heard = self._heard.setdefault(caller, deque())
        self._heard.move_to_end(caller)
        while len(self._heard) > CALLERS_KEPT:
            self._heard.popitem(last=False)
        while heard and heard[0] <= now - MINUTE:
            heard.popleft()
        if len(heard) >= self.limit:
            return TooOften(limit=self.limit, seconds=max(1, math.ceil(heard[0] + MINUTE - now)))
        heard.append(now)
        return None
