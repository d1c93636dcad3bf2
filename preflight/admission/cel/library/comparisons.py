"""Comparisons that quantities and semantic versions share: isLessThan, isGreaterThan and compareTo."""

from collections.abc import Callable, Mapping

from preflight.admission.cel.library import quantity, semver
from preflight.admission.cel.library.function import method
from preflight.admission.cel.library.opaque import TYPE, kind_of

ORDERS: Mapping[str, Callable[[bytes, bytes], int]] = {
    quantity.KIND: quantity.compare_quantities,
    semver.KIND: semver.compare_versions,
}


def compare(left: bytes, right: bytes) -> int:
    """Return 1 where the first is greater, -1 where it is less, and else 0; raises TypeError for other types."""
    order = ORDERS.get(kind_of(left))
    if order is None:
        raise TypeError("no such overload: the two have no order")
    return order(left, right)


def is_less(left: bytes, right: bytes) -> bool:
    """Whether the first is less."""
    return compare(left, right) < 0


def is_greater(left: bytes, right: bytes) -> bool:
    """Whether the first is greater."""
    return compare(left, right) > 0


COMPARISONS = (
    method("compareTo", (TYPE, TYPE), "int", compare),
    method("isLessThan", (TYPE, TYPE), "bool", is_less),
    method("isGreaterThan", (TYPE, TYPE), "bool", is_greater),
)
