"""The free addresses of a range, and which of them is given out next.

Source: cilium/cilium, pkg/ipalloc/ipalloc.go.
"""

from preflight.ip_ranges import Range

Free = tuple[tuple[int, int], ...]
"""Blocks of free addresses in order, each with its first and its last one."""


def free_in(range_: Range) -> Free:
    """Return a range of which nothing is taken."""
    return ((range_.first, range_.last),)


def without(free: Free, number: int) -> Free:
    """Take one address, where it is free."""
    found: list[tuple[int, int]] = []
    for first, last in free:
        if first <= number <= last:
            found.extend(block for block in ((first, number - 1), (number + 1, last)) if block[0] <= block[1])
        else:
            found.append((first, last))
    return tuple(found)


def holds(free: Free, number: int) -> bool:
    """Say whether an address is free."""
    return any(first <= number <= last for first, last in free)


def size(free: Free) -> int:
    """Return how many addresses are free."""
    return sum(last - first + 1 for first, last in free)


def next_given(free: Free) -> tuple[int, ...]:
    """Return the addresses of which one is given out next: the first one of each of the smallest blocks."""
    smallest = min((last - first for first, last in free), default=0)
    return tuple(first for first, last in free if last - first == smallest)
