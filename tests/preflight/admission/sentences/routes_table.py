"""Manifests that keep and break the CEL rules of routes, except those of their matches and filters."""

from collections.abc import Mapping, Sequence
from typing import Any

from tests.preflight.admission.sentences.row import Row, Unbroken

V1 = "gateway.networking.k8s.io/v1"
V1ALPHA2 = "gateway.networking.k8s.io/v1alpha2"
V1ALPHA3 = "gateway.networking.k8s.io/v1alpha3"
BACKEND = {"name": "web", "port": 443}
PARENT = {"name": "public"}
SAME_PARENT = (
    "p1.group == p2.group && p1.kind == p2.kind && p1.name == p2.name && "
    "(((!has(p1.__namespace__) || p1.__namespace__ == '') && (!has(p2.__namespace__) || p2.__namespace__ == '')) || "
    "(has(p1.__namespace__) && has(p2.__namespace__) && p1.__namespace__ == p2.__namespace__"
)
SAME_SECTION = "(((!has(p1.sectionName) || p1.sectionName == '') && (!has(p2.sectionName) || p2.sectionName == '')) || "
DISTINCT_NAMES = "self.all(l1, !has(l1.name) || self.exists_one(l2, has(l2.name) && l1.name == l2.name))"
HOSTNAME = r"'^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*)$'"


def spec(kind: str, **fields: Any) -> dict[str, Any]:
    """Return the spec of a valid route, with these fields instead of its own."""
    hostnames = {"hostnames": ["a.test"]} if kind == "TLSRoute" else {}
    return {"spec": {**hostnames, "rules": [{"backendRefs": [BACKEND]}], **fields}}


def _on_parents(rule: str, accepted: Sequence[Any], refused: Sequence[Any], *, reason: str, fix: str) -> list[Row]:
    return [
        Row(
            rule=rule,
            kind=kind,
            api_version=V1,
            accepted=spec(kind, parentRefs=accepted),
            refused=spec(kind, parentRefs=refused),
            path="spec.parentRefs",
            reason=reason,
            fix=fix,
        )
        for kind in ("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute")
    ]


PARENTS = [
    *_on_parents(
        f"self.all(p1, self.all(p2, {SAME_PARENT} )) ? ((!has(p1.sectionName) || p1.sectionName == '') == "
        "(!has(p2.sectionName) || p2.sectionName == '')) : true))",
        [{**PARENT, "sectionName": "web"}, {**PARENT, "sectionName": "api"}, {"name": "private"}],
        [{**PARENT, "sectionName": "web"}, {"name": "private"}, PARENT],
        reason="Either all parentRefs to one parent have a sectionName, for one listener each, or none of them has "
        "one, for all listeners, but items 0 and 2 differ.",
        fix="Give each of them a sectionName, or keep one parentRef without.",
    ),
    *_on_parents(
        f"self.all(p1, self.exists_one(p2, {SAME_PARENT} )) && {SAME_SECTION}"
        "(has(p1.sectionName) && has(p2.sectionName) && p1.sectionName == p2.sectionName))))",
        [PARENT, {**PARENT, "namespace": "other"}, {**PARENT, "kind": "ListenerSet"}],
        [PARENT, {**PARENT, "namespace": "other", "port": 80}, {**PARENT, "namespace": "other", "port": 443}],
        reason="No two parentRefs may name the same parent with the same sectionName or none, whatever their ports, "
        "but items 1 and 2 do.",
        fix="Remove one of them, or give each a sectionName of its own.",
    ),
    Row(
        rule=f"self.all(p1, self.all(p2, {SAME_PARENT})) ? ((!has(p1.sectionName) || p1.sectionName == '') == "
        "(!has(p2.sectionName) || p2.sectionName == '') && "
        "(!has(p1.port) || p1.port == 0) == (!has(p2.port) || p2.port == 0)): true))",
        kind="TLSRoute",
        api_version=V1ALPHA3,
        accepted=spec("TLSRoute", parentRefs=[{**PARENT, "port": 443}, {**PARENT, "port": 8443}]),
        refused=spec("TLSRoute", parentRefs=[{**PARENT, "port": 443}, {**PARENT, "sectionName": "web"}]),
        path="spec.parentRefs",
        reason="Either all parentRefs to one parent have a sectionName or none has, and so with a port, but items 0 "
        "and 1 differ.",
        fix="Give all of them a sectionName, or all a port, or all both.",
    ),
    Row(
        rule=f"self.all(p1, self.exists_one(p2, {SAME_PARENT} )) && {SAME_SECTION}"
        "( has(p1.sectionName) && has(p2.sectionName) && p1.sectionName == p2.sectionName)) && "
        "(((!has(p1.port) || p1.port == 0) && (!has(p2.port) || p2.port == 0)) || "
        "(has(p1.port) && has(p2.port) && p1.port == p2.port))))",
        kind="TLSRoute",
        api_version=V1ALPHA3,
        accepted=spec("TLSRoute", parentRefs=[{**PARENT, "port": 443}, {**PARENT, "port": 8443}]),
        refused=spec("TLSRoute", parentRefs=[{**PARENT, "port": 443}, {**PARENT, "port": 443}]),
        path="spec.parentRefs",
        reason="No two parentRefs may name the same parent with the same sectionName or none and the same port or "
        "none, but items 0 and 1 do.",
        fix="Remove one of them, or give each a sectionName or a port of its own.",
    ),
]


def _on_hostnames(
    rule: str, accepted: list[str], refused: list[str], *, reason: str, fix: str, also: tuple[str, ...] = ()
) -> Row:
    return Row(
        rule=rule,
        kind="TLSRoute",
        api_version=V1,
        accepted=spec("TLSRoute", hostnames=accepted),
        refused=spec("TLSRoute", hostnames=refused),
        path="spec.hostnames",
        reason=reason,
        fix=fix,
        also=also,
    )


HOSTNAMES = [
    _on_hostnames(
        "self.all(h, !isIP(h))",
        ["192.0.2.1.example.com", "*.0.2.1"],
        ["example.com", "192.0.2.1"],
        reason="Unlike '192.0.2.1', a hostname is not an IP address: a client that starts TLS sends a name.",
        fix="Write the name that clients connect to, or make a TCPRoute for those that know the address only.",
    ),
    _on_hostnames(
        f"self.all(h, !h.contains('*') ? h.matches({HOSTNAME}) : true)",
        ["a-1.example.com"],
        ["shop_1.example.com", "*.example.com", "Shop.example.com"],
        reason="Unlike 'shop_1.example.com' and 'Shop.example.com', a hostname has nothing but lower-case letters, "
        "digits, '-' and '.', and each part between the dots begins and ends with a letter or digit.",
        fix="Write it as in 'shop.example.com'.",
        also=("GH124", "GH124"),
    ),
    _on_hostnames(
        f"self.all(h, h.contains('*') ? (h.startsWith('*.') && h.substring(2).matches({HOSTNAME})) : true)",
        ["*.example.com"],
        ["shop.*.example.com"],
        reason="Unlike in 'shop.*.example.com', a '*' is the whole first part of a hostname, and a hostname follows "
        "it.",
        fix="Write it as in '*.example.com', or list the hostnames one by one.",
        also=("GH124",),
    ),
]


def _on_backends(kind: str, accepted: Mapping[str, Any], refused: Mapping[str, Any], path: str) -> Row:
    """Return the row of a Service without its port."""
    return Row(
        rule="(size(self.group) == 0 && self.kind == 'Service') ? has(self.port) : true",
        kind=kind,
        api_version=V1,
        accepted=spec(kind, rules=[accepted]),
        refused=spec(kind, rules=[refused]),
        path=f"spec.rules[0].{path}",
        reason="There is no port for the Service 'web', which may have several.",
        fix="Set port to a port of the Service, not to the targetPort of its pods.",
    )


WITHOUT_PORT = {"name": "web"}
IMPORTED = {"name": "web", "group": "multicluster.x-k8s.io", "kind": "ServiceImport"}


def _mirror(backend: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "RequestMirror", "requestMirror": {"backendRef": backend}}


def _mirrored_backend(backend: Mapping[str, Any]) -> dict[str, Any]:
    return {"backendRefs": [{**BACKEND, "filters": [_mirror(backend)]}]}


RULES = [
    *(
        _on_backends(
            kind,
            {"backendRefs": [BACKEND, IMPORTED]},
            {"backendRefs": [BACKEND, WITHOUT_PORT]},
            "backendRefs[1]",
        )
        for kind in ("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute")
    ),
    *(
        _on_backends(
            kind,
            {"filters": [_mirror(IMPORTED)]},
            {"filters": [_mirror(WITHOUT_PORT)]},
            "filters[0].requestMirror.backendRef",
        )
        for kind in ("HTTPRoute", "GRPCRoute")
    ),
    *(
        _on_backends(
            kind,
            _mirrored_backend(BACKEND),
            _mirrored_backend(WITHOUT_PORT),
            "backendRefs[0].filters[0].requestMirror.backendRef",
        )
        for kind in ("HTTPRoute", "GRPCRoute")
    ),
    Row(
        rule=DISTINCT_NAMES,
        kind="TLSRoute",
        api_version=V1ALPHA2,
        accepted=spec("TLSRoute", rules=[{"backendRefs": [BACKEND]} | name for name in ({}, {}, {"name": "web"})]),
        refused=spec("TLSRoute", rules=[{"backendRefs": [BACKEND], "name": "web"}] * 2),
        path="spec.rules",
        reason="No two rules may have the same name, since it would not say which of them is meant, but items 0 and 1 "
        "do.",
        fix="Give each rule a name of its own, or none.",
    ),
    Row(
        rule="!(has(self.request) && has(self.backendRequest) && duration(self.request) != duration('0s') && "
        "duration(self.backendRequest) > duration(self.request))",
        kind="HTTPRoute",
        api_version=V1,
        accepted=spec("HTTPRoute", rules=[{"timeouts": {"request": "0s", "backendRequest": "1h"}}]),
        refused=spec("HTTPRoute", rules=[{"timeouts": {"request": "10s", "backendRequest": "10s1ms"}}]),
        path="spec.rules[0].timeouts",
        reason="A backend has '10s1ms' to answer, which is longer than the '10s' after which the client gets an error.",
        fix="Lower backendRequest to '10s' or less, or raise request.",
    ),
]

ROWS = [*PARENTS, *HOSTNAMES, *RULES]

UNBROKEN = [
    Unbroken(
        rule=DISTINCT_NAMES,
        kind="TLSRoute",
        api_version=V1ALPHA3,
        accepted=spec("TLSRoute", rules=[{"backendRefs": [BACKEND], "name": "web"}]),
        why="A TLSRoute of this version has one rule.",
    ),
]
