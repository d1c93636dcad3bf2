"""From plain HTTP to HTTPS."""

from typing import Any

from constructs_lib import AllowedRoutes, Domain, Gateway, HttpsRedirect, Listener
from tests.conftest import Manifests, refusal

import pytest
from cdk8s import Chart

GATEWAY = Gateway.from_existing(
    name="gateway",
    namespace="common",
    domains=[Domain("example.com", name="com"), Domain("example.org", name="org", apex=False)],
    listeners=[Listener.http("web"), Listener.https("secure", port=8443)],
)


def test_a_redirect_sends_every_path_of_a_domain_to_https_for_good(chart: Chart, manifests: Manifests) -> None:
    HttpsRedirect(chart, "a", parent_refs=[GATEWAY.http("com")])
    assert manifests() == [
        {
            "apiVersion": "gateway.networking.k8s.io/v1",
            "kind": "HTTPRoute",
            "metadata": {
                "name": "a",
                "namespace": "common",
                "annotations": {"argocd.argoproj.io/sync-wave": "2"},
            },
            "spec": {
                "hostnames": ["example.com", "*.example.com"],
                "parentRefs": [
                    {
                        "group": "gateway.networking.k8s.io",
                        "kind": "Gateway",
                        "name": "gateway",
                        "namespace": "common",
                        "sectionName": "http-com",
                    }
                ],
                "rules": [
                    {
                        "filters": [
                            {"type": "RequestRedirect", "requestRedirect": {"scheme": "https", "statusCode": 301}}
                        ],
                        "matches": [{"path": {"type": "PathPrefix", "value": "/"}}],
                    }
                ],
            },
        }
    ]


@pytest.mark.parametrize(
    ("arguments", "hostnames"),
    [
        ({"parent_refs": [GATEWAY.http("org")]}, ["*.example.org"]),
        (
            {"parent_refs": [GATEWAY.http("com"), GATEWAY.http("org")]},
            ["example.com", "*.example.com", "*.example.org"],
        ),
        ({"parent_refs": [GATEWAY.listener("web")]}, None),
        ({"parent_refs": [GATEWAY.http("com"), GATEWAY.listener("web")]}, None),
        ({"parent_refs": [GATEWAY.http("com")], "hostnames": ["app.example.com"]}, ["app.example.com"]),
        ({"parent_refs": [GATEWAY.http("com")], "hostnames": []}, None),
    ],
)
def test_a_redirect_is_for_the_hosts_of_its_domains_unless_said(
    chart: Chart, manifests: Manifests, arguments: dict[str, Any], hostnames: list[str] | None
) -> None:
    HttpsRedirect(chart, "a", **arguments)
    (manifest,) = manifests()
    assert manifest["spec"].get("hostnames") == hostnames


def test_a_redirect_may_be_in_another_namespace(chart: Chart, manifests: Manifests) -> None:
    domains = [Domain("example.com", name="com")]
    routes = AllowedRoutes.all()
    gateway = Gateway.from_existing(name="gateway", namespace="common", domains=domains, allowed_routes=routes)
    HttpsRedirect(chart, "id", name="a", namespace="web", parent_refs=[gateway.http("com")])
    (manifest,) = manifests()
    assert (manifest["metadata"]["name"], manifest["metadata"]["namespace"]) == ("a", "web")


LISTENER = "listener https-com of Gateway common/gateway"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"parent_refs": [GATEWAY.https("com")]},
            (
                f"HttpsRedirect.parent_refs: '{LISTENER}' is for HTTPS: the redirect would lead to itself. Allowed: "
                "HTTP listeners. Fix: write gateway.http('NAME')."
            ),
        ),
        (
            {"parent_refs": [GATEWAY.http("com"), GATEWAY.https("com")]},
            (
                f"HttpsRedirect.parent_refs: '{LISTENER}' is for HTTPS: the redirect would lead to itself. Allowed: "
                "HTTP listeners. Fix: write gateway.http('NAME')."
            ),
        ),
        (
            {"parent_refs": []},
            (
                "HttpsRedirect.parent_refs: [] attaches the redirect to nothing. Allowed: one HTTP listener or more. "
                "Fix: write parent_refs=[gateway.http('NAME')]."
            ),
        ),
        (
            {"parent_refs": GATEWAY},
            (
                f"HttpsRedirect.parent_refs: {GATEWAY.identity} is of type ExistingGateway. Allowed: a list of "
                "GatewayListener. Fix: put it in a list: [...]."
            ),
        ),
        (
            {"parent_refs": [{"name": "gateway", "sectionName": "http-com"}]},
            (
                "HttpsRedirect.parent_refs[0]: {'name': 'gateway', 'sectionName': 'http-com'} is of type dict. "
                "Allowed: GatewayListener. Fix: write gateway.https('NAME')."
            ),
        ),
        (
            {"parent_refs": [GATEWAY.http("com")], "namespace": "web"},
            (
                "HTTPRoute web/a: namespace: 'web' is not the namespace of the routes that listener http-com of "
                "Gateway common/gateway takes. Allowed: 'common', since its allowed_routes is AllowedRoutes.same(). "
                "Fix: write allowed_routes=AllowedRoutes.all() or AllowedRoutes.selector(...) in the Gateway."
            ),
        ),
        (
            {"parent_refs": [GATEWAY.http("org")], "hostnames": ["example.org"]},
            (
                "HTTPRoute common/a: hostnames: 'example.org' can never be served. Allowed: hostnames that intersect "
                "with '*.example.org' (listener http-org of Gateway common/gateway). Fix: '*.example.org' does not "
                "match 'example.org' itself: give the Gateway a listener for that hostname."
            ),
        ),
        (
            {"parent_refs": [GATEWAY.http("com")], "hostnames": "example.com"},
            (
                "HTTPRoute common/a: hostnames: 'example.com' is of type str. Allowed: a list of str. Fix: put it in "
                "a list: [...]."
            ),
        ),
    ],
)
def test_arguments_that_make_no_redirect_are_refused(chart: Chart, arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: HttpsRedirect(chart, "a", **arguments)) == expected


def test_a_listener_without_a_domain_is_redirected_for_its_own_hostname(chart: Chart, manifests: Manifests) -> None:
    mixed = Gateway.from_existing(
        name="gateway",
        namespace="common",
        domains=[Domain("a.com", name="a"), Domain("b.com", name="b", apex=False)],
        listeners=[Listener.http("http-b-apex", hostname="b.com")],
    )
    HttpsRedirect(chart, "a", parent_refs=[mixed.http("a"), mixed.http("b"), mixed.listener("http-b-apex")])
    (manifest,) = manifests()
    assert manifest["spec"]["hostnames"] == ["a.com", "*.a.com", "*.b.com", "b.com"]


def test_a_hostname_of_two_gateways_is_redirected_once(chart: Chart, manifests: Manifests) -> None:
    domains = [Domain("example.com", name="com"), Domain("example.net", name="net")]
    routes = AllowedRoutes.all()
    second = Gateway.from_existing(name="second", namespace="second", domains=domains, allowed_routes=routes)
    HttpsRedirect(chart, "a", parent_refs=[GATEWAY.http("com"), second.http("com"), second.http("net")])
    (manifest,) = manifests()
    assert manifest["metadata"]["namespace"] == "common"
    hostnames = ["example.com", "*.example.com", "example.net", "*.example.net"]
    assert manifest["spec"]["hostnames"] == hostnames
