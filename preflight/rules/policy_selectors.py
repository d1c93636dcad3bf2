"""Which pods a network policy selects, as far as manifests tell."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from preflight.selectors import Labels

NAMESPACE = "io.kubernetes.pod.namespace"
RESERVED = "reserved"
"""The source of labels that no pod has."""
SOURCES = ("k8s", "any")


class Selected(Enum):
    """Whether a selector takes the pods behind a Service, of which only what the Service selects by is known."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


def selected(selector: Mapping[str, Any], labels: Labels) -> Selected:
    """Say whether a selector takes pods that have at least these labels."""
    answers = [*_by_labels(selector, labels), *_by_expressions(selector, labels)]
    if Selected.NO in answers:
        return Selected.NO
    return Selected.MAYBE if Selected.MAYBE in answers else Selected.YES


def _by_labels(selector: Mapping[str, Any], labels: Labels) -> Iterator[Selected]:
    for key, value in (selector.get("matchLabels") or {}).items():
        source, name = _split(key)
        if source == RESERVED:
            yield Selected.NO
        elif name in labels:
            yield Selected.YES if labels[name] == value else Selected.NO
        else:
            yield Selected.MAYBE


def _by_expressions(selector: Mapping[str, Any], labels: Labels) -> Iterator[Selected]:
    for expression in selector.get("matchExpressions") or ():
        source, name = _split(expression["key"])
        operator, values = expression["operator"], expression.get("values") or ()
        if source != RESERVED and name not in labels:
            yield Selected.MAYBE
            continue
        is_there = source != RESERVED
        holds = {
            "In": is_there and labels.get(name) in values,
            "NotIn": not is_there or labels.get(name) not in values,
            "Exists": is_there,
            "DoesNotExist": not is_there,
        }
        yield Selected.YES if holds.get(operator) else Selected.NO


def _split(key: str) -> tuple[str, str]:
    """Return the source of a label, as in k8s:app and reserved:ingress, and its key."""
    source, colon, name = key.partition(":")
    if colon:
        return source, name
    before, dot, rest = key.partition(".")
    return (before, rest) if dot and before in (*SOURCES, RESERVED) else ("any", key)
