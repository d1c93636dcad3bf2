"""preflight.testing: what can be asked, what each assertion says, and what is refused."""

from pathlib import Path
from typing import Any

from preflight.cluster import ClusterFacts, DeclaredService
from preflight.testing import RouteAnswer, Routes, routes
from tests.conftest import refusal

import pytest

GATEWAY: dict[str, Any] = {
    "apiVersion": "gateway.networking.k8s.io/v1",
    "kind": "Gateway",
    "metadata": {"name": "gateway", "namespace": "web"},
    "spec": {
        "gatewayClassName": "cilium",
        "listeners": [
            {"name": "http", "port": 80, "protocol": "HTTP"},
            {"name": "tls", "port": 443, "protocol": "TLS", "tls": {"mode": "Passthrough"}},
            {"name": "tcp", "port": 5432, "protocol": "TCP"},
            {"name": "udp", "port": 53, "protocol": "UDP"},
        ],
    },
}


def of_any(**arguments: Any) -> Routes:
    """Return what the manifests expose, whatever the arguments are."""
    return routes(MANIFESTS, **arguments)


def route(kind: str, name: str, *rules: dict[str, Any], **spec: Any) -> dict[str, Any]:
    """Return a route on the Gateway."""
    return {
        "apiVersion": "gateway.networking.k8s.io/v1",
        "kind": kind,
        "metadata": {"name": name, "namespace": "web"},
        "spec": {"parentRefs": [{"name": "gateway"}], "rules": list(rules), **spec},
    }


def to(*names: str, **rule: Any) -> dict[str, Any]:
    """Return a rule with backends of port 80, the first of which has a weight of 3."""
    backends = [{"name": name, "port": 80, "weight": 1 if index else 3} for index, name in enumerate(names)]
    return {"backendRefs": backends, **rule}


MANIFESTS: list[dict[str, Any]] = [
    GATEWAY,
    route(
        "HTTPRoute",
        "shop",
        to(
            *("v1", "v2"),
            matches=[{"path": {"type": "PathPrefix", "value": "/shop"}, "method": "GET"}],
            filters=[
                {"type": "URLRewrite", "urlRewrite": {"hostname": "shop.web"}},
                {
                    "type": "RequestHeaderModifier",
                    "requestHeaderModifier": {"set": [{"name": "X-Team", "value": "web"}], "remove": ["Cookie"]},
                },
                {"type": "ResponseHeaderModifier", "responseHeaderModifier": {"remove": ["Server"]}},
            ],
        ),
        to("v1", matches=[{"method": "POST"}]),
        {
            "matches": [{"headers": [{"name": "X-Old", "value": "1"}]}],
            "filters": [{"type": "RequestRedirect", "requestRedirect": {"hostname": "old.example.link"}}],
        },
        to("missing", matches=[{"path": {"type": "Exact", "value": "/broken"}}]),
        hostnames=["shop.example.link"],
    ),
    route(
        "GRPCRoute",
        "orders",
        to("v1", matches=[{"method": {"service": "shop.v1.Orders", "method": "List"}}]),
        hostnames=["api.example.link"],
    ),
    route("TLSRoute", "vault", to("v1"), hostnames=["vault.example.link"]),
    route("TCPRoute", "database", to("v1")),
    route("UDPRoute", "dns", {"backendRefs": [{"name": "dns", "port": 53}]}),
]
CLUSTER = ClusterFacts(
    services=(
        *(DeclaredService(namespace="web", name=name, ports=((80, "TCP"),)) for name in ("v1", "v2")),
        DeclaredService(namespace="web", name="dns", ports=((53, "UDP"),)),
    )
)
SHOP = "http://shop.example.link"


@pytest.fixture(scope="module")
def shop() -> Routes:
    """What the manifests expose."""
    return routes(MANIFESTS, cluster=CLUSTER)


def failure(answer: RouteAnswer, assertion: str, *arguments: Any, **named: Any) -> list[str]:
    """Return the lines of the AssertionError of an assertion."""
    with pytest.raises(AssertionError) as caught:
        getattr(answer, assertion)(*arguments, **named)
    return str(caught.value).splitlines()


def test_backends_and_what_they_get(shop: Routes) -> None:
    cart = shop.get(f"{SHOP}/shop/cart?item=7", headers={"Cookie": "a"})
    assert cart.reaches("web/v1:80", share=0.75).reaches("web/v2:80", share=0.25) is cart
    cart.forwards(host="shop.web", path="/shop/cart?item=7", headers={"X-Team": "web", "Cookie": None})
    cart.sends({"Server": None})
    shop.post(f"{SHOP}/any").reaches("web/v1:80").forwards(headers={"X-Team": None})


def test_redirects_and_answers_of_the_gateway(shop: Routes) -> None:
    shop.get(SHOP, headers={"X-Old": "1"}).redirects_to("http://old.example.link/").redirects_to(
        "http://old.example.link/", status=302
    )
    shop.request("DELETE", SHOP).is_not_exposed().answers(404)
    shop.get(f"{SHOP}:81").is_not_exposed().is_rejected()
    shop.get(f"{SHOP}/shop", gateway="web/gateway").reaches("web/v2:80", share=0.25)


def test_other_protocols(shop: Routes) -> None:
    shop.grpc("http://api.example.link", "shop.v1.Orders/List").reaches("web/v1:80")
    shop.grpc("http://api.example.link", "shop.v1.Orders/Delete").is_not_exposed()
    shop.tls("vault.example.link").reaches("web/v1:80")
    shop.tls("vault.example.link", port=444).is_rejected()
    shop.tls("other.example.link").is_rejected()
    shop.tcp("192.0.2.1", 5432).reaches("web/v1:80")
    shop.udp("192.0.2.1", 53).reaches("web/dns:53")
    shop.udp("192.0.2.1", 54).is_not_exposed()


def test_a_route_whose_backends_do_not_work_today_is_exposed(shop: Routes) -> None:
    lines = failure(shop.get(f"{SHOP}/broken").answers(500), "is_not_exposed")
    assert lines[:2] == [
        "Expected: it is not exposed, so that the Gateway answers 404 or there is no connection.",
        "GET http://shop.example.link/broken is answered with 500 by Gateway web/gateway: no backend works.",
    ]
    assert any("GH202" in line for line in lines)


@pytest.mark.parametrize(
    ("assertion", "arguments", "named", "said"),
    [
        ("reaches", ("web/v1:80",), {}, "Expected: it goes to Service web/v1 port 80 only."),
        (
            "reaches",
            ("web/v1:80",),
            {"share": 0.5},
            "Expected: Service web/v1 port 80 gets 50 % of the requests, and it gets 75 %.",
        ),
        ("redirects_to", ("http://a.b/",), {"status": 301}, "Expected: it is redirected with 301 to http://a.b/."),
        ("answers", (404,), {}, "Expected: the Gateway itself answers, with 404."),
        ("is_rejected", (), {}, "Expected: the connection is rejected."),
        (
            "is_not_exposed",
            (),
            {},
            "Expected: it is not exposed, so that the Gateway answers 404 or there is no connection.",
        ),
        ("forwards", (), {"path": "/"}, "Expected: the backend gets the path '/', and it gets '/shop'."),
        (
            "sends",
            ({"Server": "a"},),
            {},
            "Expected: the answer has the header Server with 'a', and it has no header Server.",
        ),
    ],
)
def test_a_failure_has_what_was_expected_and_the_explanation(
    shop: Routes, assertion: str, arguments: tuple[Any, ...], named: dict[str, Any], said: str
) -> None:
    answer = shop.get(f"{SHOP}/shop")
    assert failure(answer, assertion, *arguments, **named) == [said, *answer.explanation.splitlines()]
    assert answer.explanation.startswith(f"GET {SHOP}/shop goes to Service web/v1 port 80 (75 %) and")


def test_what_manifests_do_not_tell_passes_no_assertion() -> None:
    other = route("HTTPRoute", "other", to("v2", matches=[{"method": "POST"}]), hostnames=["shop.example.link"])
    answer = routes([*MANIFESTS, other], cluster=CLUSTER).post(SHOP)
    for assertion, arguments in (("reaches", ("web/v1:80",)), ("is_not_exposed", ()), ("answers", (404,))):
        assert failure(answer, assertion, *arguments)[0].startswith("Manifests do not tell what the answer is: ")


def test_files_and_folders_and_a_cluster_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dist").mkdir()
    text = """\
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: gateway, namespace: web}
spec: {gatewayClassName: cilium, listeners: [{name: http, protocol: HTTP, port: 80}]}
"""
    Path("dist/gateway.yaml").write_text(text, encoding="utf-8")
    Path("route.yaml").write_text(
        "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: a, namespace: web}\n"
        "spec: {parentRefs: [{name: gateway}], rules: [{backendRefs: [{name: v1, port: 80}]}]}\n",
        encoding="utf-8",
    )
    Path("facts.yaml").write_text("services: [{namespace: web, name: v1, ports: [80]}]\n", encoding="utf-8")
    routes("dist").get("http://a.b").answers(404)
    routes(["dist", Path("route.yaml")], cluster="facts.yaml").get("http://a.b").reaches("web/v1:80")
    routes(["dist", "route.yaml"], cluster=Path("facts.yaml"), semantics="spec").get("http://a.b").reaches("web/v1:80")


def test_the_semantics_count() -> None:
    wildcard = route("HTTPRoute", "any", to("v2"), hostnames=["*.example.link"])
    manifests = [*MANIFESTS, wildcard]
    url = "http://shop.example.link/other"
    routes(manifests, cluster=CLUSTER).get(url).is_not_exposed()
    routes(manifests, cluster=CLUSTER, semantics="spec").get(url).reaches("web/v2:80")


@pytest.mark.parametrize(
    ("manifests", "said"),
    [
        (
            GATEWAY,
            (
                "routes: manifests: it is of type dict. Allowed: a path, a list of paths, or a list of objects. "
                "Fix: write the folder, or [object]."
            ),
        ),
        (
            [1],
            (
                "routes: manifests: an item is of type int. Allowed: a path, a list of paths, or a list of objects. "
                "Fix: write the folder, or [object]."
            ),
        ),
        (
            [],
            (
                "routes: manifests: there is no object. Allowed: at least one, or nothing is tested. "
                "Fix: write the folder of the manifests."
            ),
        ),
        ("nowhere", "nowhere:1:1: error GH002: There is no such file or folder.\n  fix: Mend the path."),
    ],
)
def test_what_are_no_manifests_is_refused(manifests: Any, said: str) -> None:
    assert refusal(lambda: routes(manifests)) == said


def test_manifests_that_the_api_server_would_reject_are_refused() -> None:
    misspelt = {**GATEWAY, "spec": {**GATEWAY["spec"], "gatewayClasName": "cilium"}}
    lines = refusal(lambda: routes([misspelt])).splitlines()
    assert lines[0] == "The API server would reject these manifests."
    assert lines[1].startswith("error GH120: Gateway web/gateway: spec.gatewayClasName: ")
    routes([{**GATEWAY, "metadata": {"name": "gateway"}}]).get(SHOP).answers(404)  # no namespace is a warning


def test_a_cluster_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "cluster.yaml"
    file.write_text("service: []\n", encoding="utf-8")
    assert refusal(lambda: routes(MANIFESTS, cluster=file)).startswith(f"{file}:1:1: error GH002: service: ")


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (
            lambda shop: of_any(semantics="envoy"),
            (
                "routes: semantics: 'envoy' is no known implementation. Allowed: 'cilium' or 'spec'. "
                "Fix: write one of these."
            ),
        ),
        (
            lambda shop: shop.get(SHOP, gateway="web/gatway"),
            "gateway: 'web/gatway' is no Gateway of the manifests. Allowed: 'web/gateway'. Fix: write 'web/gateway'.",
        ),
        (
            lambda shop: shop.request("get", SHOP),
            (
                "method: 'get' is not a method. Allowed: upper-case letters: methods are case-sensitive. "
                "Fix: write 'GET'."
            ),
        ),
        (
            lambda shop: shop.post(SHOP).reaches("web/v1"),
            (
                "reaches: backend: 'web/v1' is not a Service and its port. Allowed: a namespace, '/', a name, ':' and "
                "the number of the port. Fix: write it as in 'keycloak/keycloak:80'."
            ),
        ),
        (
            lambda shop: shop.post(SHOP).reaches("web/v1:80", share=90),
            (
                "reaches: share: 90 is not a share of the requests. Allowed: 0 to 1. "
                "Fix: write 0.9 for nine of ten, for example."
            ),
        ),
    ],
)
def test_wrong_arguments_are_refused(shop: Routes, ask: Any, said: str) -> None:
    assert refusal(lambda: ask(shop)) == said
