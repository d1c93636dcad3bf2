"""The table of what is exposed: from the URL by the address and the listener to the Service."""

from io import StringIO

from preflight.report.exposures import Exposure, exposures, write_exposures
from tests.preflight.addressed import GATEWAY, POOL, judged

import pytest

ROUTE = """
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: shop, namespace: web}
spec:
  parentRefs: [{name: edge}]
  hostnames: [shop.example.com]
  rules: [RULE]
"""
PLAIN = "{backendRefs: [{name: shop, port: 80}]}"
FURTHER = """
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: more, namespace: web}
spec:
  parentRef: {name: edge}
  listeners: [{name: db, port: 5432, protocol: TCP}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: TCPRoute
metadata: {name: db, namespace: web}
spec:
  parentRefs: [{kind: ListenerSet, name: more}]
  rules: [{backendRefs: [{name: db, port: 5432}]}]
"""
ALLOWING = GATEWAY.replace("listeners:", "allowedListeners: {namespaces: {from: All}}\n  listeners:")


def exposed(*documents: str) -> list[Exposure]:
    found = judged(*documents)
    return exposures(found.prediction, found.addressing)


def written(of_apps: dict[str, list[Exposure]]) -> str:
    stream = StringIO()
    write_exposures(of_apps, stream)
    return stream.getvalue()


def test_a_route_is_exposed_by_its_hostname() -> None:
    assert exposed(POOL, GATEWAY, ROUTE.replace("RULE", PLAIN)) == [
        Exposure("http://shop.example.com/...", "192.0.2.1", "web/edge/http", "web/shop:80")
    ]


def test_a_listener_without_routes_exposes_nothing() -> None:
    assert exposed(POOL, GATEWAY) == []


def test_a_gateway_without_an_address_has_an_empty_one() -> None:
    assert [each.address for each in exposed(GATEWAY, ROUTE.replace("RULE", PLAIN))] == [""]


def test_any_host_and_other_ports() -> None:
    route = ROUTE.replace("RULE", PLAIN).replace("  hostnames: [shop.example.com]\n", "")
    (found,) = exposed(POOL, GATEWAY.replace("port: 80,", "port: 8080,"), route)
    assert found.url == "http://*:8080/..."


def test_listeners_of_listener_sets_are_named_with_their_kind() -> None:
    assert exposed(POOL, ALLOWING, FURTHER) == [
        Exposure("tcp://*:5432", "192.0.2.1", "ListenerSet web/more/db", "web/db:5432")
    ]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("{type: PathPrefix, value: /api}", "/api/..."),
        ("{type: Exact, value: /api}", "/api"),
        ("{type: RegularExpression, value: '/v[0-9]'}", "/v[0-9] (pattern)"),
    ],
)
def test_each_path_is_a_url(path: str, text: str) -> None:
    (found,) = exposed(POOL, GATEWAY, ROUTE.replace("RULE", f"{{matches: [{{path: {path}}}], {PLAIN[1:]}"))
    assert found.url == f"http://shop.example.com{text}"


def test_a_url_with_several_matches_has_one_row_with_all_services() -> None:
    rules = "{matches: [{method: POST}], backendRefs: [{name: a, port: 80}, {name: b, port: 80, weight: 0}]}, "
    (found,) = exposed(POOL, GATEWAY, ROUTE.replace("RULE", rules + PLAIN))
    assert found.target == "web/a:80 and web/shop:80"


def test_a_rule_without_backends_goes_to_nobody() -> None:
    assert [each.target for each in exposed(POOL, GATEWAY, ROUTE.replace("RULE", "{name: empty}"))] == ["nobody"]


@pytest.mark.parametrize(
    ("redirect", "text"),
    [
        ("{scheme: https, statusCode: 301}", "301 to https"),
        ("{hostname: www.example.com}", "302 to www.example.com"),
        ("{scheme: https, hostname: www.example.com, port: 8443}", "302 to https://www.example.com:8443"),
        ("{path: {type: ReplaceFullPath, replaceFullPath: /new}}", "302 to */new"),
    ],
)
def test_a_redirect_says_where_to(redirect: str, text: str) -> None:
    rule = f"{{filters: [{{type: RequestRedirect, requestRedirect: {redirect}}}]}}"
    assert [each.target for each in exposed(POOL, GATEWAY, ROUTE.replace("RULE", rule))] == [text]


def test_the_table() -> None:
    assert (
        written({"": [Exposure("http://a", "192.0.2.1", "web/edge/http", "web/a:80")]})
        == """\
EXPOSED
URL        ADDRESS     LISTENER        SERVICE
http://a   192.0.2.1   web/edge/http   web/a:80
"""
    )


def test_with_clusters_it_says_which() -> None:
    row = Exposure("http://a", "", "web/edge/http", "web/a:80")
    assert (
        written({"": [], "lab": [row]})
        == """\
EXPOSED
CLUSTER   URL        ADDRESS   LISTENER        SERVICE
lab       http://a   <none>    web/edge/http   web/a:80
"""
    )


def test_of_many_the_rest_is_counted() -> None:
    rows = [Exposure(f"http://{number}", "", "", "") for number in range(43)]
    lines = written({"": rows}).splitlines()
    assert (len(lines), lines[-1]) == (43, "... and 3 more")
