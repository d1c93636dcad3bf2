"""Network policies that keep the requests of Gateways from their backends."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from preflight.finding import Finding
from preflight.gateway_api.conditions import holds
from preflight.gateway_api.findings.located import found
from preflight.gateway_api.objects import BackendRef, NamespacedName, Route
from preflight.gateway_api.referenced import key_of, spec_of
from preflight.rules.input import Input
from preflight.rules.policy_peers import cilium_rule_admits, kubernetes_rule_admits
from preflight.rules.policy_selectors import NAMESPACE, Selected, selected
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
    admits: Callable[[int | None], bool]
    """Whether it may admit the Envoy of a Gateway to a port of the pods; None for one that is not known."""


def closed_backends(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Service with pods that surely get no requests of a Gateway, at the first backendRef."""
    policies = [*_of_kubernetes(given), *_of_cilium(given)]
    if not any(policy.denies for policy in policies):
        return
    services = {key_of(manifest): spec_of(manifest) for manifest in given.of("", "Service")}
    seen: set[tuple[NamespacedName, int | None]] = set()
    closed: set[NamespacedName] = set()
    for route, backend in _backends(given):
        key, spec = backend.target.key, services.get(backend.target.key) or {}
        port = _pod_port(spec, backend.port)
        if (key, port) in seen or key in closed or not spec.get("selector"):
            continue
        seen.add((key, port))
        labels = {**spec["selector"], NAMESPACE: key.namespace}
        denying = _denying(policies, key.namespace, labels, port)
        if denying is not None:
            closed.add(key)
            elsewhere = _denying(policies, key.namespace, labels, None) is None
            yield _closed(route, backend, denying.manifest, port if elsewhere else None)


def _pod_port(spec: Mapping[str, Any], port: int | None) -> int | None:
    """Return the port of the pods behind one of a Service; None where a name stands for it."""
    written: Mapping[str, Any] = next((each for each in spec.get("ports") or () if each["port"] == port), {})
    target = written.get("targetPort") or port
    return target if isinstance(target, int) else None


def _backends(given: Input) -> Iterator[tuple[Route, BackendRef]]:
    """Yield the Services that routes send requests to through Envoy."""
    for status in given.prediction.routes:
        if status.route.kind in THROUGH_ENVOY and any(holds(each.conditions, "Accepted") for each in status.parents):
            for rule in status.route.rules:
                for backend in rule.backends:
                    if backend.target.kind == "Service":
                        yield status.route, backend


def _denying(policies: Sequence[_Policy], namespace: str, labels: Labels, port: int | None) -> _Policy | None:
    """Return the first policy that surely closes a port of the pods, unless one may open it; any port for None."""
    first = None
    for policy in policies:
        if policy.namespace not in (None, namespace):
            continue
        answer = selected(policy.selector, labels)
        if answer != Selected.NO and policy.admits(port):
            return None
        if answer == Selected.YES and policy.denies and first is None:
            first = policy
    return first


def _closed(route: Route, backend: BackendRef, policy: Manifest, port: int | None) -> Finding:
    """Return the finding on a backend; `port` is that of its pods where policies open others."""
    at, ports = ("", "") if port is None else (f", at port {port}", f', toPorts: [{{ports: [{{port: "{port}"}}]}}]')
    reason = (
        f"{policy.key} selects the pods of {backend.target}, and no policy lets in the identity reserved:ingress, with "
        f"which the requests of Gateways arrive{at}: they are dropped."
    )
    fix = f"Write a CiliumNetworkPolicy for these pods with ingress: [{{fromEntities: [ingress]{ports}}}]."
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
                admits=partial(_kubernetes_admits, rules),
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
        admits=partial(_cilium_admits, rules, clusterwide),
    )


def _kubernetes_admits(rules: Sequence[Mapping[str, Any]], port: int | None) -> bool:
    return any(kubernetes_rule_admits(rule, port) for rule in rules)


def _cilium_admits(rules: Sequence[Mapping[str, Any] | None], clusterwide: bool, port: int | None) -> bool:
    return any(cilium_rule_admits(rule or {}, port, clusterwide=clusterwide) for rule in rules)
