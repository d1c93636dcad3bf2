"""Label selectors.

Source: Kubernetes, apimachinery pkg/apis/meta/v1 LabelSelector.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Labels = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selector:
    """A label selector; without terms it selects everything."""

    match_labels: Labels
    match_expressions: Sequence[Mapping[str, Any]]

    @property
    def keys(self) -> frozenset[str]:
        """The labels that it goes by."""
        return frozenset((*self.match_labels, *(expression["key"] for expression in self.match_expressions)))


def selector_of(written: Mapping[str, Any] | None) -> Selector | None:
    """Read a label selector in the API's form; None stays None."""
    if written is None:
        return None
    return Selector(
        match_labels=written.get("matchLabels") or {}, match_expressions=written.get("matchExpressions") or ()
    )


def selects(selector: Selector, labels: Labels) -> bool:
    """Say whether a selector takes an object with these labels: all its terms hold."""
    return all(labels.get(key) == value for key, value in selector.match_labels.items()) and all(
        _holds(expression, labels) for expression in selector.match_expressions
    )


def _holds(expression: Mapping[str, Any], labels: Labels) -> bool:
    """Say whether one term holds; what is not there is in no list of values, and so NotIn holds for it."""
    key, values = expression["key"], expression.get("values") or ()
    match expression["operator"]:
        case "In":
            return key in labels and labels[key] in values
        case "NotIn":
            return labels.get(key) not in values
        case "Exists":
            return key in labels
        case "DoesNotExist":
            return key not in labels
        case _:
            return False
