"""Label selectors.

Source: Kubernetes, apimachinery pkg/apis/meta/v1 LabelSelector.
"""

from collections.abc import Mapping
from typing import Any

from preflight.gateway_api.objects import Labels, Selector


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
