"""Routes, and which listeners they attach to."""

from typing import Any

from constructs_lib import (
    AllowedRoutes,
    Domain,
    Gateway,
    HttpBackendRef,
    HttpRoute,
    HttpRouteMatch,
    HttpRouteRule,
    LabelSelector,
    Listener,
)
from constructs_lib.gateway.listener import GatewayListener
from tests.conftest import Manifests, refusal

import pytest
from cdk8s import Chart

GATEWAY = Gateway.from_existing(
    name="gateway",
    namespace="common",
    domains=[Domain("example.com", name="com")],
    listeners=[Listener.http("web", port=8080), Listener.https("exact", hostname="app.example.org")],
    allowed_routes=AllowedRoutes.all(),
)
ISOLATED = Gateway.from_existing(
    name="isolated",
    namespace="common",
    listeners=[
        Listener.https("wide", hostname="*.example.com"),
        Listener.https("narrow", hostname="app.example.com"),
    ],
)
COM, EXACT = GATEWAY.https("com"), GATEWAY.listener("exact")
WEB = HttpBackendRef("web", port=80)
RULE = HttpRouteRule(backend_refs=[WEB])
NAMED = HttpRouteRule(name="web", backend_refs=[WEB])
PARENT = {"group": "gateway.networking.k8s.io", "kind": "Gateway", "namespace": "common", "name": "gateway"}


def test_a_route_writes_every_default(chart: Chart, manifests: Manifests) -> None:
    HttpRoute(chart, "a", namespace="web", parent_refs=[COM], rules=[RULE])
    assert manifests() == [
        {
            "apiVersion": "gateway.networking.k8s.io/v1",
            "kind": "HTTPRoute",
            "metadata": {
                "name": "a",
                "namespace": "web",
                "annotations": {"argocd.argoproj.io/sync-wave": "3"},
            },
            "spec": {
                "parentRefs": [PARENT | {"sectionName": "https-com"}],
                "rules": [
                    {
                        "backendRefs": [{"group": "", "kind": "Service", "name": "web", "port": 80, "weight": 1}],
                        "matches": [{"path": {"type": "PathPrefix", "value": "/"}}],
                    }
                ],
            },
        }
    ]


def test_a_route_writes_what_is_said(chart: Chart, manifests: Manifests) -> None:
    domains = [Domain("example.com", name="com")]
    own = Gateway.from_existing(name="own", namespace="web", domains=domains).https("com")
    rules = (RULE, HttpRouteRule(matches=[HttpRouteMatch(method="GET")], backend_refs=(WEB,)))
    HttpRoute(chart, "id", name="a", namespace="web", parent_refs=(COM, own), hostnames=["a.example.com"], rules=rules)
    (manifest,) = manifests()
    assert (manifest["metadata"]["name"], manifest["metadata"]["namespace"]) == ("a", "web")
    assert manifest["spec"]["hostnames"] == ["a.example.com"]
    assert [(parent["name"], parent["sectionName"]) for parent in manifest["spec"]["parentRefs"]] == [
        ("gateway", "https-com"),
        ("own", "https-com"),
    ]
    assert [rule["matches"][0].get("method") for rule in manifest["spec"]["rules"]] == [None, "GET"]


@pytest.mark.parametrize(
    ("namespace", "parents", "hostnames"),
    [
        ("web", [COM], ["a.b.example.com", "*.example.com", "*.b.example.com"]),
        ("web", [COM], ["*.com"]),
        ("web", [GATEWAY.http("com")], ["example.com"]),
        ("common", [EXACT], ["app.example.org", "*.example.org"]),
        ("common", [COM, EXACT], ["a.example.com", "app.example.org"]),
        ("common", [GATEWAY.listener("web")], ["anything.example"]),
        ("common", [COM, EXACT, GATEWAY.listener("web")], []),
    ],
)
def test_a_route_attaches_where_each_listener_and_each_hostname_has_requests(
    chart: Chart, manifests: Manifests, namespace: str, parents: list[GatewayListener], hostnames: list[str]
) -> None:
    HttpRoute(chart, "a", namespace=namespace, parent_refs=parents, hostnames=hostnames, rules=[RULE])
    (manifest,) = manifests()
    assert len(manifest["spec"]["parentRefs"]) == len(parents)
    assert manifest["spec"].get("hostnames", []) == hostnames


def test_a_route_has_128_matches_at_most(chart: Chart, manifests: Manifests) -> None:
    rules = [HttpRouteRule(matches=[HttpRouteMatch()] * 64, backend_refs=[WEB])] * 2
    HttpRoute(chart, "a", namespace="web", parent_refs=[COM], rules=rules)
    (manifest,) = manifests()
    assert [len(rule["matches"]) for rule in manifest["spec"]["rules"]] == [64, 64]


def test_a_listener_with_a_selector_may_take_routes_of_any_namespace(chart: Chart, manifests: Manifests) -> None:
    routes = AllowedRoutes.selector(LabelSelector(match_labels={"exposed": "true"}))
    listeners = [Listener.http("web", allowed_routes=routes)]
    parents = Gateway.from_existing(name="gateway", namespace="common", listeners=listeners).listeners
    HttpRoute(chart, "a", namespace="web", parent_refs=parents, rules=[RULE])
    assert len(manifests()) == 1


ROUTE = "HTTPRoute web/a"
SERVED_BY_COM = "Allowed: hostnames that intersect with '*.example.com' (listener https-com of Gateway common/gateway)."
OTHERWISE = "Fix: attach the route to a listener of that domain, or correct the hostname."
RULES = (
    "is not a number that a route can have. Allowed: 1 to 16 rules with at most 128 matches together. Fix: write "
    "rules=[HttpRouteRule(backend_refs=[...])], and split a larger route in two."
)


def test_a_listener_known_in_two_ways_is_there_twice_all_the_same(chart: Chart) -> None:
    listeners = [Listener.https("https-com", hostname="*.example.com", allowed_routes=AllowedRoutes.all())]
    again = Gateway.from_existing(name="gateway", namespace="common", listeners=listeners).listener("https-com")
    assert again.parent_ref() == COM.parent_ref()
    assert "is there twice" in refusal(
        lambda: HttpRoute(chart, "a", namespace="web", parent_refs=[COM, again], rules=[RULE])
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"parent_refs": []},
            (
                f"{ROUTE}: parent_refs: [] attaches the route to nothing. Allowed: one listener or more. Fix: write "
                "parent_refs=[gateway.https('NAME')]."
            ),
        ),
        (
            {"parent_refs": COM},
            (
                f"{ROUTE}: parent_refs: {COM!r} is of type GatewayListener. Allowed: a list of GatewayListener. Fix: "
                "put it in a list: [...]."
            ),
        ),
        (
            {"parent_refs": [PARENT]},
            (
                f"{ROUTE}: parent_refs[0]: {PARENT!r} is of type dict. Allowed: GatewayListener. Fix: write "
                "gateway.https('NAME')."
            ),
        ),
        (
            {"parent_refs": [COM.listener]},
            (
                f"{ROUTE}: parent_refs[0]: {COM.listener!r} is of type Listener. Allowed: GatewayListener. Fix: write "
                "gateway.https('NAME')."
            ),
        ),
        (
            {"parent_refs": [COM] * 33},
            f"{ROUTE}: parent_refs: '33 items' are too many. Allowed: at most 32. Fix: split it into several objects.",
        ),
        (
            {"parent_refs": [COM, COM]},
            (
                f"{ROUTE}: parent_refs: 'listener https-com of Gateway common/gateway' is there twice. Allowed: each "
                "once. Fix: leave one out."
            ),
        ),
        (
            {"parent_refs": [EXACT]},
            (
                f"{ROUTE}: namespace: 'web' is not the namespace of the routes that listener exact of Gateway "
                "common/gateway takes. Allowed: 'common', since its allowed_routes is AllowedRoutes.same(). Fix: "
                "write allowed_routes=AllowedRoutes.all() or AllowedRoutes.selector(...) in the Listener."
            ),
        ),
        (
            {"hostnames": ["example.com"]},
            (
                f"{ROUTE}: hostnames: 'example.com' can never be served. {SERVED_BY_COM} Fix: '*.example.com' does "
                "not match 'example.com' itself: give the Gateway a listener for that hostname."
            ),
        ),
        (
            {"hostnames": ["a.example.com", "a.example.org"]},
            f"{ROUTE}: hostnames: 'a.example.org' can never be served. {SERVED_BY_COM} {OTHERWISE}",
        ),
        (
            {"hostnames": ["*.example.org"]},
            f"{ROUTE}: hostnames: '*.example.org' can never be served. {SERVED_BY_COM} {OTHERWISE}",
        ),
        (
            {"namespace": "common", "parent_refs": [COM, EXACT], "hostnames": ["a.example.com"]},
            (
                "HTTPRoute common/a: hostnames: 'a.example.com' can never be served. Allowed: hostnames that "
                f"intersect with 'app.example.org' (listener exact of Gateway common/gateway). {OTHERWISE}"
            ),
        ),
        (
            {
                "namespace": "common",
                "parent_refs": [COM, EXACT],
                "hostnames": ["a.example.com", "app.example.org", "x.y"],
            },
            (
                "HTTPRoute common/a: hostnames: 'x.y' can never be served. Allowed: hostnames that intersect with "
                "'*.example.com' (listener https-com of Gateway common/gateway) or 'app.example.org' (listener exact "
                f"of Gateway common/gateway). {OTHERWISE}"
            ),
        ),
        (
            {"namespace": "common", "parent_refs": [ISOLATED.listener("wide")], "hostnames": ["app.example.com"]},
            (
                "HTTPRoute common/a: hostnames: 'app.example.com' can never be served. Allowed: hostnames that "
                "intersect with '*.example.com' (listener wide of Gateway common/isolated). Fix: attach the route to "
                "listener narrow, whose hostname 'app.example.com' gets these requests."
            ),
        ),
        (
            {"hostnames": ["a.*.example.com"]},
            (
                f"{ROUTE}: hostnames[0]: 'a.*.example.com' has a wildcard that is not its whole first label. Allowed: "
                "a DNS name in lower case such as 'app.example.com', or '*.' and a DNS name. Fix: a '*.' at the start "
                "stands for one or more labels; name any other host in full."
            ),
        ),
        (
            {"hostnames": "a.example.com"},
            (
                f"{ROUTE}: hostnames: 'a.example.com' is of type str. Allowed: a list of str. Fix: put it in a list: "
                "[...]."
            ),
        ),
        (
            {"hostnames": [f"a{number}.example.com" for number in range(17)]},
            f"{ROUTE}: hostnames: '17 items' are too many. Allowed: at most 16. Fix: split it into several objects.",
        ),
        ({"rules": []}, f"{ROUTE}: rules: '0 rules with 0 matches' {RULES}"),
        (
            {"rules": RULE},
            (
                f"{ROUTE}: rules: {RULE!r} is of type HttpRouteRule. Allowed: a list of HttpRouteRule. Fix: put it in "
                "a list: [...]."
            ),
        ),
        (
            {"rules": [{"backendRefs": []}]},
            (
                f"{ROUTE}: rules[0]: {{'backendRefs': []}} is of type dict. Allowed: HttpRouteRule. Fix: write "
                "HttpRouteRule(...)."
            ),
        ),
        (
            {"rules": [RULE] * 17},
            f"{ROUTE}: rules: '17 items' are too many. Allowed: at most 16. Fix: split it into several objects.",
        ),
        (
            {"rules": [RULE, *[HttpRouteRule(matches=[HttpRouteMatch()] * 64, backend_refs=[WEB])] * 2]},
            f"{ROUTE}: rules: '3 rules with 129 matches' {RULES}",
        ),
        (
            {"rules": [NAMED, RULE, NAMED]},
            (
                f"{ROUTE}: rules[2].name: 'web' is the name of another rule. Allowed: a name for each rule, or none. "
                "Fix: rename one of them."
            ),
        ),
        (
            {"rules": [RULE, HttpRouteRule(backend_refs=[WEB, WEB])]},
            (
                f"{ROUTE}: rules[1].backend_refs[1]: 'web:80' is there twice. Allowed: each port of a Service once. "
                "Fix: join the two: one weight says it."
            ),
        ),
        (
            {"name": "A"},
            (
                "HTTPRoute.metadata.name: 'A' is not a name that Kubernetes accepts. Allowed: 1 to 253 of a-z, 0-9, "
                "'-' and '.', with a letter or digit at both ends and around each '.'. Fix: write 'a'."
            ),
        ),
    ],
)
def test_arguments_that_make_no_route_are_refused(chart: Chart, arguments: dict[str, Any], expected: str) -> None:
    given: dict[str, Any] = {"namespace": "web", "parent_refs": [COM], "rules": [RULE]} | arguments
    assert refusal(lambda: HttpRoute(chart, "a", **given)) == expected
