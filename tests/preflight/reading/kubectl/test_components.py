"""What runs in the cluster: versions and settings, and what leaves them open."""

from typing import Any

from tests.preflight.reading.kubectl.saved import config_map, data, deployment

import pytest

NODE = "apiVersion: v1\nkind: Node\nmetadata: {name: node-1}\n"


def documents(*texts: str) -> Any:
    """Return what the cluster file of these documents says; a Node is there, so that something is said."""
    return data("---\n".join((NODE, *texts)))


@pytest.mark.parametrize(
    ("image", "version"),
    [
        ("quay.io/cilium/operator-generic:v1.20.1", "1.20.1"),
        ("quay.io/cilium/operator-generic:v1.20.1@sha256:0123", "1.20.1"),
        ("mirror.example.com:5000/cilium/operator:1.19.6", "1.19.6"),
        ("quay.io/isovalent/operator:v1.19.3-cee.1", "1.19.3"),
    ],
)
def test_the_version_of_cilium_is_the_tag_of_its_operator(image: str, version: str) -> None:
    assert documents(deployment("cilium-operator", image))["cilium"] == {"version": version}


@pytest.mark.parametrize(
    "image",
    [
        "quay.io/cilium/operator-generic:latest",
        "quay.io/cilium/operator-generic@sha256:0123",
        "mirror.example.com:5000/cilium/operator",
        "quay.io/cilium/operator-generic:v1.18.2",
        "quay.io/cilium/operator-generic:v1.20.1/b",
        "",
    ],
)
def test_a_version_that_is_not_known_is_left_out(image: str) -> None:
    assert "cilium" not in documents(deployment("cilium-operator", image))


def test_the_values_of_cilium_are_those_of_its_config_map() -> None:
    found = documents(config_map("cilium-config", enable_ipv4="true", enable_l2_announcements="true"))["cilium"]
    assert found["values"]["l2announcements"] == {"enabled": True}
    assert found["values"]["gatewayAPI"] == {"enabled": False}


def crd(name: str, version: str, group: str = "gateway.networking.k8s.io") -> str:
    return (
        "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n"
        f"metadata: {{name: {name}, annotations: {{gateway.networking.k8s.io/bundle-version: {version}}}}}\n"
        f"spec: {{group: {group}}}\n"
    )


def test_the_version_of_the_gateway_api_is_the_lowest_of_its_crds() -> None:
    found = documents(
        crd("gateways", "v1.6.1"), crd("httproutes", "v1.10.0"), crd("a", "main"), crd("b", "v1.0.0", "example.com")
    )
    assert found["gatewayAPI"] == {"version": "1.6.1"}


IMAGE = "quay.io/jetstack/cert-manager-controller:v1.19.1"


@pytest.mark.parametrize(
    ("texts", "enabled"),
    [
        ((deployment("cert-manager", IMAGE, "--v=2", "--enable-gateway-api"),), True),
        ((deployment("cert-manager", IMAGE, "--enable-gateway-api=true"),), True),
        ((deployment("cert-manager", IMAGE, "--v=2"),), False),
        ((deployment("cert-manager", IMAGE, "--config=/a.yaml"),), None),
        ((deployment("cert-manager", IMAGE),), None),
        (
            (
                deployment("cert-manager", IMAGE, "--config=/a.yaml"),
                config_map("cert-manager", **{"config.yaml": "enableGatewayAPI: true\n"}),
            ),
            True,
        ),
        ((config_map("cert-manager", **{"config.yaml": "logging: {}\n"}),), False),
        ((config_map("cert-manager", **{"config.yaml": "enableGatewayAPI: 'yes'\n"}),), None),
        ((config_map("cert-manager", **{"config.yaml": "- a\n"}),), None),
        ((config_map("cert-manager", **{"config.yaml": "a: [\n"}),), None),
        ((config_map("cert-manager", other="a"),), None),
    ],
)
def test_cert_manager_makes_certificates_for_gateways_where_it_is_told_to(
    texts: tuple[str, ...], enabled: bool | None
) -> None:
    assert documents(*texts).get("certManager", {}).get("enableGatewayAPI") is enabled


def test_the_name_that_helm_gives_a_deployment_does_not_matter() -> None:
    labels = {"app.kubernetes.io/name": "cert-manager"}
    found = documents(deployment("my-release-cert-manager", IMAGE, "--v=2", labels=labels))
    assert found["certManager"] == {"version": "1.19.1", "enableGatewayAPI": False}


SERVER = "quay.io/argoproj/argocd:v3.2.0"


@pytest.mark.parametrize(
    ("texts", "insecure"),
    [
        ((deployment("argocd-server", SERVER, "--insecure"),), True),
        ((config_map("argocd-cmd-params-cm", **{"server.insecure": "true"}),), True),
        ((deployment("argocd-server", SERVER), config_map("argocd-cmd-params-cm", other="a")), False),
        ((deployment("argocd-server", SERVER, "--insecure"), config_map("argocd-cmd-params-cm", other="a")), True),
        ((deployment("argocd-server", SERVER),), None),
        ((config_map("argocd-cmd-params-cm", other="a"),), None),
    ],
)
def test_the_server_of_argo_cd_is_not_insecure_where_neither_place_says_so(
    texts: tuple[str, ...], insecure: bool | None
) -> None:
    found = documents(*texts).get("argoCD", {}).get("params", {})
    assert found.get("server.insecure") is insecure
