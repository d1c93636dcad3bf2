"""Label selectors that Cilium reads: which it refuses, and whether two of them can take one object.

Source: cilium/cilium, pkg/k8s/slim/k8s/apis/meta/v1 (LabelSelectorAsSelector). The CRDs check the values of matchLabels
and the operators only.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from preflight.names import is_label_value, why_no_qualified_name
from preflight.selectors import Selector, selector_of
from preflight.values import shown

Written = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A selector as Cilium reads it."""

    selector: Selector | None
    """None where none is written, or where it is refused."""
    problem: str
    """Why it is refused; empty where it is not."""


def read(written: Written | None) -> Reading:
    """Read a selector in the API's form."""
    problem = "" if written is None else next(_problems(written), "")
    return Reading(selector=None if problem else selector_of(written), problem=problem)


def both_can_take(first: Selector | None, second: Selector | None) -> bool:
    """Say whether there are labels that both selectors take; without a selector any labels are taken."""
    terms: dict[str, list[tuple[str, Sequence[str]]]] = {}
    for selector in (first, second):
        if selector is None:
            continue
        for key, value in selector.match_labels.items():
            terms.setdefault(key, []).append(("In", (value,)))
        for expression in selector.match_expressions:
            term = (expression["operator"], expression.get("values") or ())
            terms.setdefault(expression["key"], []).append(term)
    return all(_can_hold(of_key) for of_key in terms.values())


def _can_hold(terms: Sequence[tuple[str, Sequence[str]]]) -> bool:
    """Say whether one key can keep all its terms."""
    wanted = [set(values) for operator, values in terms if operator == "In"]
    needed = wanted or any(operator == "Exists" for operator, _ in terms)
    if any(operator == "DoesNotExist" for operator, _ in terms):
        return not needed
    if not wanted:
        return True
    refused = {value for operator, values in terms if operator == "NotIn" for value in values}
    return bool(set.intersection(*wanted) - refused)


def _problems(written: Written) -> Iterator[str]:
    for key in written.get("matchLabels") or {}:
        yield from _problems_of_key(key)
    for expression in written.get("matchExpressions") or ():
        yield from _problems_of_key(expression["key"])
        operator, values = expression["operator"], expression.get("values") or ()
        if operator in ("In", "NotIn") and not values:
            yield f"{operator} has no values."
        if operator in ("Exists", "DoesNotExist") and values:
            yield f"{operator} has values."
        for value in values:
            if not is_label_value(value):
                yield f"{shown(value)} is not the value of a label."


def _problems_of_key(key: str) -> Iterator[str]:
    if why := why_no_qualified_name(key):
        yield f"The key {shown(key)} {why}."
