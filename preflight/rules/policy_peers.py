"""Whether a rule of a network policy lets the Gateway's Envoy in, and to which ports, as far as manifests tell.

Source: Cilium's documentation of ingress, of policy entities and of CIDR rules: requests reach a backend with the
identity reserved:ingress, which has none of the labels of pods. Addresses do not select it, as 0.0.0.0/0 does not: its
prefix gets no CIDR labels (cilium/cilium, pkg/ipcache/metadata.go).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from preflight.rules.policy_selectors import RESERVED

ENTITIES = ("ingress", "cluster", "all")
"""Those that the identity of the Gateway's Envoy belongs to."""
ELSEWHERE = ("fromNodes", "fromGroups", "fromCIDR", "fromCIDRSet")
"""The peers that it never belongs to."""
TCP = ("TCP", "ANY", "")
"""Protocols with which a rule is about requests."""


def kubernetes_rule_admits(rule: Mapping[str, Any], port: int | None) -> bool:
    """Say whether a rule of a NetworkPolicy may let the Envoy of a Gateway in: pods and addresses surely do not.

    `port` is that of the pods; None where it is not known.
    """
    return not rule.get("from") and _has_port(rule.get("ports") or (), port)


def cilium_rule_admits(rule: Mapping[str, Any], port: int | None, *, clusterwide: bool) -> bool:
    """Say whether an ingress rule of Cilium's policies may let the Envoy of a Gateway in; `port` as above."""
    if rule.get("icmps"):
        return False  # which excludes toPorts
    sources = [field for field in rule if field.startswith("from") and rule[field] is not None]
    if not sources and not rule.get("toPorts"):
        return False
    if sources and not any(_source_admits(field, rule[field], clusterwide=clusterwide) for field in sources):
        return False
    written: Sequence[Mapping[str, Any]] = rule.get("toPorts") or ({},)
    return any(_has_port(each.get("ports") or (), port) for each in written)


def _has_port(entries: Sequence[Mapping[str, Any]], port: int | None) -> bool:
    """Say whether entries of a policy may be about a port; those of names may be about any, and none are about all."""
    return not entries or any(_is_port(entry, port) for entry in entries)


def _is_port(entry: Mapping[str, Any], port: int | None) -> bool:
    if (entry.get("protocol") or "TCP").upper() not in TCP:
        return False
    first = str(entry.get("port") or 0)
    if port is None or not first.isdecimal() or int(first) == 0:
        return True
    return int(first) <= port <= max(int(first), entry.get("endPort") or 0)


def _source_admits(field: str, value: Sequence[Any], *, clusterwide: bool) -> bool:
    if field == "fromEntities":
        return any(entity in ENTITIES for entity in value)
    if field == "fromEndpoints":
        return any(_may_be_envoy(selector or {}, clusterwide=clusterwide) for selector in value)
    return field not in ELSEWHERE


def _may_be_envoy(selector: Mapping[str, Any], *, clusterwide: bool) -> bool:
    """Say whether a selector of endpoints may take the identity: it names a reserved one, or asks for no label."""
    labels, expressions = selector.get("matchLabels") or {}, selector.get("matchExpressions") or ()
    keys = [*labels, *(expression["key"] for expression in expressions)]
    if any(RESERVED in key for key in keys):
        return True
    if any(expression["operator"] not in ("In", "Exists") for expression in expressions):
        return True
    return clusterwide and not keys
