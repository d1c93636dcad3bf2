"""Which pods a network policy selects, and whether it lets the Gateway's Envoy in, as far as manifests tell.

Source: Cilium's documentation of ingress and of policy entities: requests reach a backend with the identity
reserved:ingress, which has none of the labels of pods.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any

from preflight.selectors import Labels

NAMESPACE = "io.kubernetes.pod.namespace"
RESERVED = "reserved"
"""The source of labels that no pod has."""
SOURCES = ("k8s", "any")
ENTITIES = ("ingress", "cluster", "all")
"""Those that the identity of the Gateway's Envoy belongs to."""


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


def kubernetes_rule_admits(rule: Mapping[str, Any]) -> bool:
    """Say whether a rule of a NetworkPolicy may let the Envoy of a Gateway in: pods and namespaces surely do not."""
    peers = rule.get("from") or ()
    return not peers or any("ipBlock" in peer for peer in peers)


def cilium_rule_admits(rule: Mapping[str, Any], *, clusterwide: bool) -> bool:
    """Say whether an ingress rule of Cilium's policies may let the Envoy of a Gateway in."""
    sources = [field for field in rule if field.startswith("from") and rule[field] is not None]
    if not sources:
        return bool(rule.get("toPorts") or rule.get("icmps"))
    return any(_source_admits(field, rule[field], clusterwide=clusterwide) for field in sources)


def _source_admits(field: str, value: Sequence[Any], *, clusterwide: bool) -> bool:
    if field == "fromEntities":
        return any(entity in ENTITIES for entity in value)
    if field == "fromEndpoints":
        return any(_may_be_envoy(selector or {}, clusterwide=clusterwide) for selector in value)
    return field not in ("fromNodes", "fromGroups")


def _may_be_envoy(selector: Mapping[str, Any], *, clusterwide: bool) -> bool:
    """Say whether a selector of endpoints may take the identity: it names a reserved one, or asks for no label."""
    labels, expressions = selector.get("matchLabels") or {}, selector.get("matchExpressions") or ()
    keys = [*labels, *(expression["key"] for expression in expressions)]
    if any(RESERVED in key for key in keys):
        return True
    if any(expression["operator"] not in ("In", "Exists") for expression in expressions):
        return True
    return clusterwide and not keys
