"""The platform of main.py: dist/ is its snapshot, and does what the platform promises."""

import runpy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.conftest import Crds, defaulted, schema_of
from tests.projects import times, tree
from tools.imports import ROOT

import pytest
import re2
import yaml

DIST = {name: content.decode("utf-8") for name, content in sorted(tree(ROOT / "dist").items())}
MANIFESTS = [manifest for text in DIST.values() for manifest in yaml.safe_load_all(text)]
CILIUM_NAMESPACE_LABEL = "io.kubernetes.service.namespace"


def of_kind(kind: str) -> list[dict[str, Any]]:
    return [manifest for manifest in MANIFESTS if manifest["kind"] == kind]


def one_of_kind(kind: str) -> dict[str, Any]:
    (manifest,) = of_kind(kind)
    return manifest


def route(name: str) -> dict[str, Any]:
    (manifest,) = (entry for entry in of_kind("HTTPRoute") if entry["metadata"]["name"] == name)
    return manifest


LISTENERS = {listener["name"]: listener for listener in one_of_kind("Gateway")["spec"]["listeners"]}


def test_main_writes_what_dist_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """dist/ is the master snapshot of each chart, byte for byte."""
    before = times(ROOT / "dist")
    monkeypatch.setenv("CDK8S_OUTDIR", str(tmp_path / "out"))
    runpy.run_path(str(ROOT / "main.py"), run_name="__main__")
    assert {name: content.decode("utf-8") for name, content in tree(tmp_path / "out").items()} == DIST
    assert times(ROOT / "dist") == before


APPLICATIONS = {
    "argocd": ["argocd"],
    "bootstrap": ["delivery"],
    "keycloak": ["keycloak"],
    "platform": ["gateway", "load-balancing", "redirects"],
}
"""The Applications of Argo CD, and the charts of each."""


def test_dist_holds_one_file_a_chart_in_the_folder_of_its_application() -> None:
    assert list(DIST) == [f"{name}/{chart}.k8s.yaml" for name, charts in APPLICATIONS.items() for chart in charts]


def test_argo_cd_applies_each_folder_of_dist_from_what_is_applied_once() -> None:
    paths = {entry["metadata"]["name"]: entry["spec"]["source"]["path"] for entry in of_kind("Application")}
    assert paths == {name: f"dist/{name}" for name in APPLICATIONS}
    by_hand = list(yaml.safe_load_all(DIST["bootstrap/delivery.k8s.yaml"]))
    assert [entry["kind"] for entry in by_hand] == ["AppProject", *["Application"] * len(APPLICATIONS)]


def test_the_project_allows_what_the_platform_has_and_nothing_else() -> None:
    spec = one_of_kind("AppProject")["spec"]
    assert [entry["namespace"] for entry in spec["destinations"]] == ["argocd", "common", "keycloak"]
    assert [entry["kind"] for entry in spec["clusterResourceWhitelist"]] == [
        "Namespace",
        "CiliumL2AnnouncementPolicy",
        "CiliumLoadBalancerIPPool",
    ]
    assert [entry["kind"] for entry in spec["namespaceResourceWhitelist"]] == ["Gateway", "HTTPRoute"]


def test_no_two_objects_share_kind_namespace_and_name() -> None:
    identities = [(entry["kind"], entry["metadata"].get("namespace"), entry["metadata"]["name"]) for entry in MANIFESTS]
    assert len(identities) == len(set(identities)) == 13


def test_the_gateway_is_in_the_namespace_that_the_platform_makes() -> None:
    assert one_of_kind("Namespace")["metadata"]["name"] == "common"
    assert one_of_kind("Gateway")["metadata"]["namespace"] == "common"
    assert one_of_kind("Gateway")["spec"]["gatewayClassName"] == "cilium"


def test_the_pool_has_exactly_four_addresses() -> None:
    assert one_of_kind("CiliumLoadBalancerIPPool")["spec"]["blocks"] == [
        {"start": "192.0.2.240", "stop": "192.0.2.243"}
    ]


@pytest.mark.parametrize("kind", ["CiliumLoadBalancerIPPool", "CiliumL2AnnouncementPolicy"])
def test_addresses_are_given_to_and_announced_for_the_services_of_the_gateway_s_namespace(kind: str) -> None:
    manifest = one_of_kind(kind)
    assert manifest["spec"]["serviceSelector"] == {"matchLabels": {CILIUM_NAMESPACE_LABEL: "common"}}
    assert "namespace" not in manifest["metadata"]


def test_addresses_of_load_balancers_are_announced_on_interfaces_given_as_regular_expressions() -> None:
    spec = one_of_kind("CiliumL2AnnouncementPolicy")["spec"]
    assert spec["loadBalancerIPs"] is True
    (pattern,) = spec["interfaces"]
    assert [bool(re2.search(pattern, name)) for name in ("eth0", "eth10", "veth0", "eth", "eth0.1")] == [
        *(True, True),
        *(False, False, False),
    ]


def test_the_gateway_has_a_listener_for_http_and_one_for_https_for_each_domain() -> None:
    facts = {name: (entry["protocol"], entry["port"], entry["hostname"]) for name, entry in LISTENERS.items()}
    assert facts == {
        "http-link": ("HTTP", 80, "*.link"),
        "https-link": ("HTTPS", 443, "*.example.link"),
        "http-io": ("HTTP", 80, "*.io"),
        "https-io": ("HTTPS", 443, "*.example.io"),
    }


def test_the_listeners_take_routes_of_all_namespaces() -> None:
    allowed = [listener["allowedRoutes"] for listener in LISTENERS.values()]
    assert allowed == [{"namespaces": {"from": "All"}}] * 4


def test_each_https_listener_has_a_certificate_of_its_own_from_the_cluster_issuer() -> None:
    annotations = one_of_kind("Gateway")["metadata"]["annotations"]
    assert annotations == {"argocd.argoproj.io/sync-wave": "1", "cert-manager.io/cluster-issuer": "letsencrypt"}
    tls = [listener["tls"] for listener in LISTENERS.values() if listener["protocol"] == "HTTPS"]
    assert [entry["mode"] for entry in tls] == ["Terminate", "Terminate"]
    secrets = [reference["name"] for entry in tls for reference in entry["certificateRefs"]]
    assert secrets == ["gateway-https-link-tls", "gateway-https-io-tls"]


def names(pattern: str, host: str) -> bool:
    """Tell by the labels whether a hostname names a host."""
    first, *rest = pattern.split(".")
    labels = host.split(".")
    return host == pattern if first != "*" else len(labels) > len(rest) and labels[-len(rest) :] == rest


def http_listener_of(host: str) -> str:
    """Return the HTTP listener that a request reaches: exact before wildcard, a longer wildcard before a shorter."""
    matching = [entry for entry in LISTENERS.values() if entry["port"] == 80 and names(entry["hostname"], host)]
    best = max(matching, key=lambda entry: (entry["hostname"] == host, len(entry["hostname"])))
    return str(best["name"])


@pytest.mark.parametrize("name", ["link", "io"])
def test_plain_http_of_a_domain_is_redirected_for_good_and_nothing_else_is_served_there(name: str) -> None:
    redirect = route(f"https-redirect-{name}")
    assert redirect["metadata"]["namespace"] == "common"
    assert redirect["spec"]["hostnames"] == [f"example.{name}", f"*.example.{name}"]
    for host in (f"example.{name}", f"www.example.{name}", f"a.b.example.{name}"):
        assert http_listener_of(host) == f"http-{name}"
        assert any(names(hostname, host) for hostname in redirect["spec"]["hostnames"])
    assert redirect["spec"]["rules"] == [
        {
            "filters": [{"type": "RequestRedirect", "requestRedirect": {"scheme": "https", "statusCode": 301}}],
            "matches": [{"path": {"type": "PathPrefix", "value": "/"}}],
        }
    ]
    attached = [entry["metadata"]["name"] for entry in of_kind("HTTPRoute") if f"http-{name}" in sections(entry)]
    assert attached == [f"https-redirect-{name}"]


def sections(manifest: Mapping[str, Any]) -> list[str]:
    return [parent["sectionName"] for parent in manifest["spec"]["parentRefs"]]


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("https-redirect-link", "http-link"),
        ("https-redirect-io", "http-io"),
        ("argocd-server", "https-link"),
        ("keycloak", "https-link"),
    ],
)
def test_each_route_is_attached_to_one_listener_of_the_gateway_by_name_and_namespace(name: str, section: str) -> None:
    assert route(name)["spec"]["parentRefs"] == [
        {
            "group": "gateway.networking.k8s.io",
            "kind": "Gateway",
            "name": "gateway",
            "namespace": "common",
            "sectionName": section,
        }
    ]


@pytest.mark.parametrize(("name", "host"), [("argocd-server", "argocd.example.link"), ("keycloak", "sso.example.link")])
def test_each_service_is_exposed_under_a_host_that_its_listener_serves(name: str, host: str) -> None:
    assert route(name)["spec"]["hostnames"] == [host]
    assert all(names(LISTENERS[section]["hostname"], host) for section in sections(route(name)))


def test_argo_cd_is_exposed_whole_on_port_80_of_its_service() -> None:
    argo_cd = route("argocd-server")
    assert argo_cd["metadata"]["namespace"] == "argocd"
    assert argo_cd["spec"]["rules"] == [
        {
            "backendRefs": [{"group": "", "kind": "Service", "name": "argocd-server", "port": 80, "weight": 1}],
            "matches": [{"path": {"type": "PathPrefix", "value": "/"}}],
        }
    ]


def answers(match: Mapping[str, Any], path: str) -> bool:
    """Tell whether a request for this path meets a path match, by the definition of the Gateway API."""
    kind, value = match["path"]["type"], match["path"]["value"]
    if kind == "Exact":
        return bool(path == value)
    assert kind == "PathPrefix"
    elements = [element for element in value.split("/") if element]
    return path.strip("/").split("/")[: len(elements)] == elements


@pytest.mark.parametrize(
    ("path", "exposed"),
    [
        *(
            (path, True)
            for path in ("/realms", "/realms/master", "/resources/a.js", "/.well-known/openid", "/robots.txt")
        ),
        *((path, False) for path in ("/", "/admin", "/admin/", "/metrics", "/health", "/health/ready")),
        *((path, False) for path in ("/realmsx", "/robots.txt/", "/robots.txt/a")),
    ],
)
def test_keycloak_exposes_what_users_need_and_no_administration(path: str, exposed: bool) -> None:
    (rule,) = route("keycloak")["spec"]["rules"]
    assert any(answers(match, path) for match in rule["matches"]) == exposed


def test_keycloak_is_exposed_by_prefixes_and_one_exact_path() -> None:
    assert route("keycloak")["metadata"]["namespace"] == "keycloak"
    (rule,) = route("keycloak")["spec"]["rules"]
    assert [(match["path"]["type"], match["path"]["value"]) for match in rule["matches"]] == [
        ("PathPrefix", "/realms"),
        ("PathPrefix", "/resources"),
        ("PathPrefix", "/.well-known"),
        ("Exact", "/robots.txt"),
    ]
    (backend,) = rule["backendRefs"]
    assert backend == {"group": "", "kind": "Service", "name": "keycloak", "port": 80, "weight": 1}


CUSTOM_RESOURCES = [manifest for manifest in MANIFESTS if "/" in manifest["apiVersion"]]


@pytest.mark.parametrize("manifest", CUSTOM_RESOURCES, ids=lambda entry: f"{entry['kind']} {entry['metadata']['name']}")
def test_every_default_is_written_out_so_that_argo_cd_sees_no_difference(crds: Crds, manifest: dict[str, Any]) -> None:
    """Oracle: the defaults of the CRDs."""
    schema = schema_of(crds[manifest["kind"]], manifest["apiVersion"].partition("/")[2])["properties"]["spec"]
    assert defaulted(manifest["spec"], schema) == manifest["spec"]


def test_defaults_of_the_crds_are_found(crds: Crds) -> None:
    """The test above would find one that is missing."""
    schema = schema_of(crds["HTTPRoute"], "v1")["properties"]["spec"]
    bare = {"parentRefs": [{"name": "a"}], "rules": [{"backendRefs": [{"name": "b", "port": 80}]}]}
    assert defaulted(bare, schema) == {
        "parentRefs": [{"group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "a"}],
        "rules": [
            {
                "backendRefs": [{"group": "", "kind": "Service", "name": "b", "port": 80, "weight": 1}],
                "matches": [{"path": {"type": "PathPrefix", "value": "/"}}],
            }
        ],
    }
