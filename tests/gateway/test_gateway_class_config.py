"""CiliumGatewayClassConfigs: what the Gateways of a class have in common."""

from typing import Any

from constructs_lib.gateway.access_log import AccessLog
from constructs_lib.gateway.gateway_class_config import GatewayClassConfig
from constructs_lib.gateway.gateway_service import GatewayService
from tests.conftest import Crds, Manifests, defaulted, refusal, schema_of

import pytest
from cdk8s import Chart

WAVE = {"argocd.argoproj.io/sync-wave": "-1"}
LOG = AccessLog(format="Text", text="%PROTOCOL%")


def test_a_config_writes_what_is_said(chart: Chart, manifests: Manifests, crds: Crds) -> None:
    GatewayClassConfig(
        chart,
        "id",
        namespace="common",
        service=GatewayService(external_traffic_policy="Local", ip_families=["IPv4"]),
        access_logs=[LOG],
        grpc_web_translation=False,
        description="a" * 64,
        name="edge",
        labels={"a": "b"},
        annotations={"example.com/note": "text"},
        merge_patch={"spec": {"service": {"trafficDistribution": "PreferClose"}}},
    )
    (manifest,) = manifests()
    assert manifest == {
        "apiVersion": "cilium.io/v2alpha1",
        "kind": "CiliumGatewayClassConfig",
        "metadata": {
            "name": "edge",
            "namespace": "common",
            "labels": {"a": "b"},
            "annotations": {**WAVE, "example.com/note": "text"},
        },
        "spec": {
            "description": "a" * 64,
            "service": {
                "type": "LoadBalancer",
                "externalTrafficPolicy": "Local",
                "ipFamilies": ["IPv4"],
                "loadBalancerSourceRangesPolicy": "Allow",
                "trafficDistribution": "PreferClose",
            },
            "telemetry": {"accessLogs": [LOG.spec()]},
            "httpOptions": {"grpcWebTranslation": {"enabled": False}},
        },
    }
    schema = schema_of(crds["CiliumGatewayClassConfig"], "v2alpha1")["properties"]["spec"]
    assert defaulted(manifest["spec"], schema) == manifest["spec"]


def test_what_is_left_out_is_left_to_cilium(chart: Chart, manifests: Manifests) -> None:
    config = GatewayClassConfig(chart, "edge", namespace="common")
    assert config.service is None
    (manifest,) = manifests()
    assert manifest["metadata"] == {"name": "edge", "namespace": "common", "annotations": WAVE}
    assert manifest["spec"] == {}


def test_a_config_has_8_access_logs_at_most(chart: Chart, manifests: Manifests) -> None:
    GatewayClassConfig(chart, "edge", namespace="common", access_logs=[LOG] * 8)
    (manifest,) = manifests()
    assert len(manifest["spec"]["telemetry"]["accessLogs"]) == 8


EDGE = "CiliumGatewayClassConfig common/edge"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"service": {"type": "NodePort"}},
            (
                f"{EDGE}: service: {{'type': 'NodePort'}} is of type dict. Allowed: GatewayService. Fix: write "
                "GatewayService(...)."
            ),
        ),
        (
            {"access_logs": LOG},
            (
                f"{EDGE}: access_logs: {LOG!r} is of type AccessLog. Allowed: a list of AccessLog. Fix: put it in a "
                "list: [...]."
            ),
        ),
        (
            {"access_logs": [LOG] * 9},
            f"{EDGE}: access_logs: '9 items' are too many. Allowed: at most 8. Fix: split it into several objects.",
        ),
        (
            {"access_logs": ["JSON"]},
            f"{EDGE}: access_logs[0]: 'JSON' is of type str. Allowed: AccessLog. Fix: write AccessLog(...).",
        ),
        (
            {"grpc_web_translation": None},
            f"{EDGE}: grpc_web_translation: None is of type NoneType. Allowed: bool. Fix: write True or False.",
        ),
        (
            {"description": "a" * 65},
            (
                f"{EDGE}: description: {'a' * 65!r} has the wrong length. Allowed: 1 to 64 characters. Fix: shorten or "
                "fill it."
            ),
        ),
        (
            {"namespace": "Common"},
            (
                "CiliumGatewayClassConfig.namespace: 'Common' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and "
                "'-', with a letter or digit at both ends. Fix: write 'common'."
            ),
        ),
        (
            {"name": "Edge"},
            (
                "CiliumGatewayClassConfig.metadata.name: 'Edge' is not a name that Kubernetes accepts. Allowed: 1 to "
                "253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends and around each '.'. Fix: write "
                "'edge'."
            ),
        ),
    ],
)
def test_arguments_that_make_no_config_are_refused(chart: Chart, arguments: dict[str, Any], expected: str) -> None:
    given: dict[str, Any] = {"namespace": "common"} | arguments
    assert refusal(lambda: GatewayClassConfig(chart, "edge", **given)) == expected
