"""The ConfigMap cilium-config: the Helm values that it was made from."""

from preflight.reading.kubectl.cilium_config import helm_values

import pytest

FULL = {
    "bgp-secrets-namespace": "bgp",
    "default-lb-service-ipam": "lbipam",
    "devices": "eth0 eno+",
    "enable-bgp-control-plane": "true",
    "enable-gateway-api": "true",
    "enable-gateway-api-alpn": "true",
    "enable-gateway-api-app-protocol": "true",
    "enable-gateway-api-proxy-protocol": "false",
    "enable-hubble": "true",
    "enable-ipv4": "true",
    "enable-ipv6": "false",
    "enable-l2-announcements": "true",
    "enable-l7-proxy": "true",
    "enable-lb-ipam": "true",
    "gateway-api-hostnetwork-enabled": "false",
    "gateway-api-secrets-namespace": "cilium-secrets",
    "gateway-api-service-externaltrafficpolicy": "Local",
    "kube-proxy-replacement": "true",
}
OFF = {"l2announcements": {"enabled": False}, "bgpControlPlane": {"enabled": False}, "gatewayAPI": {"enabled": False}}


def test_each_key_is_a_value() -> None:
    assert helm_values(FULL) == {
        "l2announcements": {"enabled": True},
        "bgpControlPlane": {"enabled": True, "secretsNamespace": {"name": "bgp"}},
        "gatewayAPI": {
            "enabled": True,
            "externalTrafficPolicy": "Local",
            "hostNetwork": {"enabled": False},
            "enableAlpn": True,
            "enableAppProtocol": True,
        },
        "ipv4": {"enabled": True},
        "ipv6": {"enabled": False},
        "defaultLBServiceIPAM": "lbipam",
        "enableLBIPAM": True,
        "kubeProxyReplacement": True,
        "l7Proxy": True,
        "devices": ["eth0", "eno+"],
    }


def test_a_feature_without_its_key_is_off() -> None:
    assert helm_values({}) == OFF


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("enable-ipv4", "maybe"),
        ("enable-ipv4", ""),
        ("enable-ipv4", True),
        ("enable-ipv4", ["true"]),
        ("default-lb-service-ipam", "metallb"),
        ("gateway-api-service-externaltrafficpolicy", "local\nenabled: true"),
        ("devices", "eth0/1"),
        ("devices", " , "),
        ("kube-proxy-replacement", "partial"),
    ],
)
def test_what_cilium_would_not_take_is_left_out(key: str, value: object) -> None:
    assert helm_values({key: value}) == OFF


@pytest.mark.parametrize(("written", "value"), [("1", True), ("T", True), ("False", False), ("f", False)])
def test_booleans_are_those_of_go(written: str, value: bool) -> None:
    assert helm_values({"enable-ipv4": written})["ipv4"] == {"enabled": value}
