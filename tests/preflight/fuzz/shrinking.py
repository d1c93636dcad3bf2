"""From an input that fails to a smaller one that fails too, for whoever looks for the reason."""

import copy
import time
from collections.abc import Callable, Sequence
from typing import Any

from tests.preflight.fuzz.mutations import places

MAX_TRIES = 3000
MAX_SECONDS = 120
"""An input that takes long fails slowly: without an end, CI would be stopped before it says what failed."""


class _Tries:
    """How often, and how long, it may still be tried whether an input fails."""

    def __init__(self, fails: Callable[[Any], bool]) -> None:
        self._fails = fails
        self._left = MAX_TRIES
        self._end = time.monotonic() + MAX_SECONDS

    def over(self) -> bool:
        return self._left <= 0 or time.monotonic() > self._end

    def fails(self, value: Any) -> bool:
        self._left -= 1
        return self._fails(value)


def shrunk_bytes(data: bytes, fails: Callable[[bytes], bool]) -> bytes:
    """Leave out what can be left out, first large parts and then single bytes."""
    tries = _Tries(fails)
    size = len(data)
    while size:
        start = 0
        while start < len(data) and not tries.over():
            shorter = data[:start] + data[start + size :]
            if tries.fails(shorter):
                data = shorter
            else:
                start += size
        size //= 2
    return data


def shrunk_objects(objects: Sequence[Any], fails: Callable[[Sequence[Any]], bool]) -> Sequence[Any]:
    """Leave out fields and items, from the outside in."""
    tries = _Tries(fails)
    place = 0
    while place < len(places(objects)) and not tries.over():
        fewer = copy.deepcopy(objects)
        collection, key = places(fewer)[place]
        del collection[key]
        if tries.fails(fewer):
            objects = fewer
        else:
            place += 1
    return objects
