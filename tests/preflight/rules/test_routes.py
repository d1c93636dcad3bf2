"""Hostnames that another listener takes, and filters that are not applied."""

from preflight.cluster import ClusterFacts
from tests.preflight.rules.judged import GATEWAY, SERVICE, listeners, routes, said

BACKEND = "[{backendRefs: [{name: shop, port: 80}]}]"
WIDE = '{name: wide, port: 80, protocol: HTTP, hostname: "*.example.com"}'
NARROW = "{name: narrow, port: 80, protocol: HTTP, hostname: a.example.com}"
BOTH = listeners(f"[{WIDE}, {NARROW}]")


def on(section: str, hostnames: str) -> str:
    parent = f"{{name: edge, sectionName: {section}}}" if section else "{name: edge}"
    return routes(BACKEND, more=f"parentRefs: [{parent}]\n  hostnames: [{hostnames}]")


def test_the_more_specific_listener_takes_the_hostname() -> None:
    assert said("GH407", BOTH, SERVICE, on("wide", "a.example.com")) == (
        "warning GH407: spec.parentRefs[0]: Requests for its hostnames go to the more specific listener 'narrow', and "
        "never to 'wide', to which the route is attached.\n  fix: Write sectionName: narrow."
    )


def test_one_hostname_or_one_listener_is_enough() -> None:
    assert said("GH407", BOTH, SERVICE, on("wide", "a.example.com, b.example.com")) == ""
    assert said("GH407", BOTH, SERVICE, on("", "a.example.com")) == ""
    assert said("GH407", BOTH, SERVICE, on("narrow", "a.example.com")) == ""
    assert said("GH407", listeners(f"[{WIDE}]"), SERVICE, on("wide", "a.example.com")) == ""


def test_a_listener_that_is_not_served_takes_nothing() -> None:
    broken = NARROW.replace("HTTP,", "HTTPS, tls: {certificateRefs: [{name: none}]},").replace("port: 80", "port: 443")
    assert said("GH407", listeners(f"[{WIDE}, {broken}]"), SERVICE, on("", "a.example.com")) == ""


def test_filters_of_rules_and_of_backends() -> None:
    mirror = "{type: RequestMirror, requestMirror: {backendRef: {name: shop, port: 80}}}"
    header = "{type: RequestHeaderModifier, requestHeaderModifier: {add: [{name: a, value: b}]}}"
    rule = f"[{{filters: [{mirror}], backendRefs: [{{name: shop, port: 80, filters: [{header}, {mirror}]}}]}}]"
    assert said("GH408", GATEWAY, SERVICE, routes(rule)) == (
        "error GH408: spec.rules[0].backendRefs[0].filters[1]: Cilium 1.20 does not apply the filter RequestMirror of "
        "backend 'shop', and says nothing about it.\n"
        "  fix: Leave it out, and have the backend or a proxy before it do this."
    )
    grpc = routes(rule.replace(f", {mirror}]", "]")).replace("HTTPRoute", "GRPCRoute")
    assert "the filter RequestHeaderModifier of backend 'shop'" in said("GH408", GATEWAY, SERVICE, grpc)


def test_filters_of_a_version() -> None:
    filters = "filters: [{type: CORS, cors: {allowOrigins: ['https://example.com']}}]"
    cors = BACKEND.replace("[{", f"[{{{filters}, ", 1)
    assert said("GH408", GATEWAY, SERVICE, routes(cors)) == ""
    extension = "{type: ExtensionRef, extensionRef: {group: example.com, kind: Limit, name: ten}}"
    old = routes(f"[{{filters: [{extension}], backendRefs: [{{name: shop, port: 80}}]}}]")
    assert "Cilium 1.19 does not apply the filter ExtensionRef" in said(
        "GH408", GATEWAY, SERVICE, old, facts=ClusterFacts(cilium="1.19")
    )


def test_a_route_of_nobody_is_not_looked_at() -> None:
    extension = "{type: ExtensionRef, extensionRef: {group: example.com, kind: Limit, name: ten}}"
    assert said("GH408", routes(f"[{{filters: [{extension}]}}]")) == ""
