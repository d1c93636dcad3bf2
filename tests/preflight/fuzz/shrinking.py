"""From an input that fails to a smaller one that fails too, for whoever looks for the reason."""

import copy
from collections.abc import Callable, Sequence
from typing import Any

from tests.preflight.fuzz.mutations import places

MAX_TRIES = 3000


class _Tries:
    """How often it may still be tried whether an input fails."""

    def __init__(self, fails: Callable[[Any], bool]) -> None:
        self._fails = fails
        self._left = MAX_TRIES

    def fails(self, value: Any) -> bool:
        self._left -= 1
        return self._left > 0 and self._fails(value)


def shrunk_bytes(data: bytes, fails: Callable[[bytes], bool]) -> bytes:
    """Leave out what can be left out, first large parts and then single bytes."""
    tries = _Tries(fails)
    size = len(data)
    while size:
        start = 0
        while start < len(data):
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
    while place < len(places(objects)):
        fewer = copy.deepcopy(objects)
        collection, key = places(fewer)[place]
        del collection[key]
        if tries.fails(fewer):
            objects = fewer
        else:
            place += 1
    return objects
