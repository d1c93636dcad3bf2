"""Network policies that keep the requests of Gateways from their backends."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from preflight.finding import Finding
from preflight.gateway_api.conditions import holds
from preflight.gateway_api.findings.located import found
from preflight.gateway_api.objects import BackendRef, NamespacedName, Route
from preflight.rules.input import Input
from preflight.rules.policy_selectors import (
    NAMESPACE,
    Selected,
    cilium_rule_admits,
    kubernetes_rule_admits,
    selected,
)
from preflight.selectors import Labels
from preflight.snapshot import Manifest

THROUGH_ENVOY = ("HTTPRoute", "GRPCRoute", "TLSRoute")
"""The routes whose requests come from Envoy; those of TCPRoute and UDPRoute come from their clients."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Policy:
    """What one policy says of requests to pods."""

    manifest: Manifest
    namespace: str | None
    """None for a clusterwide one."""
    selector: Mapping[str, Any]
    denies: bool
    """Whether pods that it selects get only what policies admit."""
    admits: bool
    """Whether it may admit the Envoy of a Gateway."""


def closed_backends(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Service with pods that surely get no requests of a Gateway, at the first backendRef."""
    policies = [*_of_kubernetes(given), *_of_cilium(given)]
    if not any(policy.denies for policy in policies):
        return
    services: Mapping[NamespacedName, Any] = {
        NamespacedName(manifest.key.namespace or "", manifest.key.name): (manifest.data.get("spec") or {}).get(
            "selector"
        )
        for manifest in given.of("", "Service")
    }
    seen: set[NamespacedName] = set()
    for route, backend in _backends(given):
        key = backend.target.key
        if key in seen or not services.get(key):
            continue
        seen.add(key)
        labels = {**services[key], NAMESPACE: key.namespace}
        denying = _denying(policies, key.namespace, labels)
        if denying is not None:
            yield _closed(route, backend, denying.manifest)


def _backends(given: Input) -> Iterator[tuple[Route, BackendRef]]:
    """Yield the Services that routes send requests to through Envoy."""
    for status in given.prediction.routes:
        if status.route.kind in THROUGH_ENVOY and any(holds(each.conditions, "Accepted") for each in status.parents):
            for rule in status.route.rules:
                for backend in rule.backends:
                    if backend.target.kind == "Service":
                        yield status.route, backend


def _denying(policies: Sequence[_Policy], namespace: str, labels: Labels) -> _Policy | None:
    """Return the first policy that surely closes the pods, unless one may open them."""
    first = None
    for policy in policies:
        if policy.namespace not in (None, namespace):
            continue
        answer = selected(policy.selector, labels)
        if answer != Selected.NO and policy.admits:
            return None
        if answer == Selected.YES and policy.denies and first is None:
            first = policy
    return first


def _closed(route: Route, backend: BackendRef, policy: Manifest) -> Finding:
    reason = (
        f"{policy.key} selects the pods of {backend.target}, and no policy lets in the identity reserved:ingress, with "
        "which the requests of Gateways arrive: they are dropped."
    )
    fix = "Write a CiliumNetworkPolicy for these pods with ingress: [{fromEntities: [ingress]}]."
    return found(route.manifest, "GH409", backend.path, reason, fix)


def _of_kubernetes(given: Input) -> Iterator[_Policy]:
    for manifest in given.of("networking.k8s.io", "NetworkPolicy"):
        spec = manifest.data.get("spec") or {}
        types = spec.get("policyTypes") or ("Ingress",)
        rules = spec.get("ingress") or ()
        if "Ingress" in types:
            yield _Policy(
                manifest=manifest,
                namespace=manifest.key.namespace or "",
                selector=spec.get("podSelector") or {},
                denies=True,
                admits=any(kubernetes_rule_admits(rule) for rule in rules),
            )


def _of_cilium(given: Input) -> Iterator[_Policy]:
    for kind in ("CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy"):
        clusterwide = kind == "CiliumClusterwideNetworkPolicy"
        for manifest in given.of("cilium.io", kind):
            for spec in (manifest.data.get("spec"), *(manifest.data.get("specs") or ())):
                if spec and spec.get("endpointSelector") is not None:
                    yield _cilium_policy(manifest, spec, clusterwide=clusterwide)


def _cilium_policy(manifest: Manifest, spec: Mapping[str, Any], *, clusterwide: bool) -> _Policy:
    rules = spec.get("ingress") or ()
    by_default = (spec.get("enableDefaultDeny") or {}).get("ingress", True)
    return _Policy(
        manifest=manifest,
        namespace=None if clusterwide else manifest.key.namespace or "",
        selector=spec["endpointSelector"],
        denies=bool(rules or spec.get("ingressDeny")) and by_default,
        admits=any(cilium_rule_admits(rule or {}, clusterwide=clusterwide) for rule in rules),
    )
