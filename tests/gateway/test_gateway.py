"""Gateways: the listeners of domains, certificates, and what a Gateway refuses."""

from typing import Any

from constructs_lib import AllowedRoutes, Domain, ExistingGateway, Gateway, Listener
from constructs_lib.registry import Identity
from tests.conftest import Manifests, refusal

import pytest
from cdk8s import Chart

WAVE = {"argocd.argoproj.io/sync-wave": "1"}
COM = Domain("example.com", name="com")
ORG = Domain("example.org", name="org", apex=False)


def http(name: str, hostname: str, allowed: str = "Same") -> dict[str, Any]:
    """Return the listener for HTTP as it is in the manifest."""
    routes = {"namespaces": {"from": allowed}}
    return {"name": name, "protocol": "HTTP", "port": 80, "hostname": hostname, "allowedRoutes": routes}


def https(name: str, hostname: str, secret: str, allowed: str = "Same") -> dict[str, Any]:
    """Return the listener for HTTPS as it is in the manifest."""
    tls = {"mode": "Terminate", "certificateRefs": [{"group": "", "kind": "Secret", "name": secret}]}
    return http(name, hostname, allowed) | {"protocol": "HTTPS", "port": 443, "tls": tls}


def test_each_domain_has_a_listener_for_http_and_one_for_https(chart: Chart, manifests: Manifests) -> None:
    Gateway(chart, "a", namespace="common", domains=[COM, ORG])
    assert manifests() == [
        {
            "apiVersion": "gateway.networking.k8s.io/v1",
            "kind": "Gateway",
            "metadata": {"name": "a", "namespace": "common", "annotations": WAVE},
            "spec": {
                "gatewayClassName": "cilium",
                "listeners": [
                    http("http-com", "*.com"),
                    https("https-com", "*.example.com", "a-https-com-tls"),
                    http("http-org", "*.example.org"),
                    https("https-org", "*.example.org", "a-https-org-tls"),
                ],
            },
        }
    ]


def test_a_gateway_writes_what_is_said(chart: Chart, manifests: Manifests) -> None:
    Gateway(
        chart,
        "id",
        namespace="common",
        name="a",
        domains=[COM],
        listeners=[Listener.https("apex", hostname="example.com", secret="certificate")],
        allowed_routes=AllowedRoutes.all(),
        cluster_issuer="letsencrypt",
        gateway_class_name="other",
        annotations={"example.com/note": "text"},
    )
    (manifest,) = manifests()
    assert manifest["metadata"] == {
        "name": "a",
        "namespace": "common",
        "annotations": {**WAVE, "cert-manager.io/cluster-issuer": "letsencrypt", "example.com/note": "text"},
    }
    assert manifest["spec"] == {
        "gatewayClassName": "other",
        "listeners": [
            http("http-com", "*.com", "All"),
            https("https-com", "*.example.com", "a-https-com-tls", "All"),
            https("apex", "example.com", "certificate"),
        ],
    }


def test_the_listeners_of_a_gateway_are_found_by_domain_and_by_name(chart: Chart) -> None:
    gateway = Gateway(chart, "a", namespace="common", domains=[COM], listeners=[Listener.http("web", port=8080)])
    assert [entry.listener.name for entry in gateway.listeners] == ["http-com", "https-com", "web"]
    assert gateway.http("com") == gateway.listeners[0]
    assert gateway.https("com") == gateway.listeners[1]
    assert gateway.listener("web") == gateway.listeners[2]
    assert [entry.domain for entry in gateway.listeners] == [COM, COM, None]
    assert str(gateway.http("com")) == "listener http-com of Gateway common/a"
    assert gateway.http("com").parent_ref() == {
        "group": "gateway.networking.k8s.io",
        "kind": "Gateway",
        "namespace": "common",
        "name": "a",
        "sectionName": "http-com",
    }


def test_a_listener_that_a_gateway_does_not_have_is_refused(chart: Chart) -> None:
    gateway = Gateway(chart, "a", namespace="common", domains=[COM])
    known = "Allowed: 'http-com', 'https-com'. Fix: write one of them."
    for name, find in {
        "http-example.com": lambda: gateway.http("example.com"),
        "https-org": lambda: gateway.https("org"),
        "web": lambda: gateway.listener("web"),
    }.items():
        assert refusal(find) == f"Gateway common/a: listener: {name!r} is not one of its listeners. {known}"


def test_an_existing_gateway_has_the_listeners_of_one_defined_here_and_no_manifest(
    chart: Chart, manifests: Manifests
) -> None:
    routes = AllowedRoutes.all()
    further = [Listener.http("web", port=8080)]
    existing = Gateway.from_existing(
        name="a", namespace="common", domains=[COM], listeners=further, allowed_routes=routes
    )
    assert isinstance(existing, ExistingGateway)
    assert existing.identity == Identity("gateway.networking.k8s.io", "Gateway", "common", "a")
    assert manifests() == []
    defined = Gateway(chart, "a", namespace="common", domains=[COM], listeners=further, allowed_routes=routes)
    assert existing.listeners == defined.listeners


def test_a_gateway_has_64_listeners_at_most(chart: Chart, manifests: Manifests) -> None:
    Gateway(chart, "a", namespace="common", listeners=[Listener.http(f"l{port}", port=port) for port in range(1, 65)])
    (manifest,) = manifests()
    assert len(manifest["spec"]["listeners"]) == 64


A = "Gateway common/a"
NUMBER = (
    "is not a number that a Gateway can have. Allowed: 1 to 64. Fix: write domains=[Domain(...)] or "
    "listeners=[Listener.http(...)], and use a ListenerSet or a second Gateway for more."
)
NAME = (
    "is not a name that Kubernetes accepts. Allowed: 1 to 253 of a-z, 0-9, '-' and '.', with a letter or digit at both "
    "ends and around each '.'. Fix: write"
)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, f"{A}: listeners: '0 listeners' {NUMBER}"),
        (
            {"domains": [COM], "listeners": [Listener.http(f"l{port}", port=port) for port in range(1000, 1063)]},
            f"{A}: listeners: '65 listeners' {NUMBER}",
        ),
        (
            {"listeners": [Listener.http("web")] * 65},
            f"{A}: listeners: '65 items' are too many. Allowed: at most 64. Fix: split it into several objects.",
        ),
        (
            {"domains": [COM] * 33},
            f"{A}: domains: '33 items' are too many. Allowed: at most 32. Fix: split it into several objects.",
        ),
        (
            {"domains": COM},
            f"{A}: domains: {COM!r} is of type Domain. Allowed: a list of Domain. Fix: put it in a list: [...].",
        ),
        (
            {"domains": ["example.com"]},
            f"{A}: domains[0]: 'example.com' is of type str. Allowed: Domain. Fix: write Domain(...).",
        ),
        (
            {"domains": [{"hostname": "example.com"}]},
            f"{A}: domains[0]: {{'hostname': 'example.com'}} is of type dict. Allowed: Domain. Fix: write Domain(...).",
        ),
        (
            {"listeners": [{"name": "web"}]},
            f"{A}: listeners[0]: {{'name': 'web'}} is of type dict. Allowed: Listener. Fix: write Listener.https(...).",
        ),
        (
            {"domains": [COM], "allowed_routes": {"from": "All"}},
            (
                f"{A}: allowed_routes: {{'from': 'All'}} is of type dict. Allowed: AllowedRoutes. Fix: write "
                "AllowedRoutes.all()."
            ),
        ),
        (
            {"domains": [COM, Domain("example.org", name="com")]},
            (
                f"{A}: listeners: 'http-com' is the name of two listeners. Allowed: a name for each listener. Fix: "
                "rename one of them, or give one domain another name=...."
            ),
        ),
        (
            {"domains": [COM], "listeners": [Listener.http("http-com", port=8080)]},
            (
                f"{A}: listeners: 'http-com' is the name of two listeners. Allowed: a name for each listener. Fix: "
                "rename one of them, or give one domain another name=...."
            ),
        ),
        (
            {"domains": [COM], "listeners": [Listener.http("web", hostname="*.com")]},
            (
                f"{A}: listeners: 'web' has the port 80 and the hostname '*.com' of listener 'http-com'. Allowed: one "
                "listener for a port and hostname: of two, the Gateway serves neither. Fix: leave one out, or give it "
                "another hostname or port."
            ),
        ),
        (
            {"domains": [COM, Domain("example.com", name="again", apex=False)]},
            f"{A}: domains: 'example.com' is there twice. Allowed: each once. Fix: leave one out.",
        ),
        (
            {"listeners": [Listener.https("web")], "cluster_issuer": "letsencrypt"},
            (
                f"{A}: listeners: 'web' has no hostname, so cert-manager issues no certificate for it. Allowed: HTTPS "
                "listeners with a hostname, where cluster_issuer is given. Fix: write hostname=... in the listener."
            ),
        ),
        (
            {"domains": [COM], "cluster_issuer": "Let's Encrypt"},
            f"{A}: cluster_issuer: \"Let's Encrypt\" {NAME} 'let-s-encrypt'.",
        ),
        ({"domains": [COM], "cluster_issuer": ""}, f"{A}: cluster_issuer: '' {NAME} a name in that form."),
        (
            {"domains": [COM], "gateway_class_name": "Cilium"},
            f"{A}: gateway_class_name: 'Cilium' {NAME} 'cilium'.",
        ),
        (
            {"domains": [COM], "name": "a.b"},
            (
                "Gateway.metadata.name: 'a.b' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a letter "
                "or digit at both ends. Fix: write 'a-b'."
            ),
        ),
        (
            {"domains": [COM], "namespace": "Common"},
            (
                "Gateway.namespace: 'Common' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a letter "
                "or digit at both ends. Fix: write 'common'."
            ),
        ),
    ],
)
def test_arguments_that_make_no_gateway_are_refused(chart: Chart, arguments: dict[str, Any], expected: str) -> None:
    given: dict[str, Any] = {"namespace": "common"} | arguments
    assert refusal(lambda: Gateway(chart, "a", **given)) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"name": "A"}, f"Gateway.metadata.name: 'A' {NAME} 'a'."),
        ({}, f"{A}: listeners: '0 listeners' {NUMBER}"),
        ({"domains": ["a"]}, f"{A}: domains[0]: 'a' is of type str. Allowed: Domain. Fix: write Domain(...)."),
    ],
)
def test_arguments_that_make_no_existing_gateway_are_refused(arguments: dict[str, Any], expected: str) -> None:
    given: dict[str, Any] = {"name": "a", "namespace": "common"} | arguments
    assert refusal(lambda: Gateway.from_existing(**given)) == expected


def test_an_https_listener_without_hostname_takes_a_certificate_from_elsewhere(
    chart: Chart, manifests: Manifests
) -> None:
    Gateway(chart, "a", namespace="common", listeners=[Listener.https("web")])
    (manifest,) = manifests()
    assert "hostname" not in manifest["spec"]["listeners"][0]
    assert manifest["metadata"]["annotations"] == WAVE
