"""GatewayClasses, and the Gateways that are of one."""

from typing import Any

from constructs_lib import Domain, Gateway
from constructs_lib.gateway.gateway_class import GatewayClass
from constructs_lib.gateway.gateway_class_config import GatewayClassConfig
from constructs_lib.gateway.gateway_service import GatewayService
from tests.conftest import Crds, Manifests, defaulted, refusal, schema_of

import pytest
from cdk8s import Chart

WAVE = {"argocd.argoproj.io/sync-wave": "-1"}


def test_a_class_is_run_by_cilium(chart: Chart, manifests: Manifests) -> None:
    assert GatewayClass(chart, "edge").service is None
    assert manifests() == [
        {
            "apiVersion": "gateway.networking.k8s.io/v1",
            "kind": "GatewayClass",
            "metadata": {"name": "edge", "annotations": WAVE},
            "spec": {"controllerName": "io.cilium/gateway-controller"},
        }
    ]


def test_a_class_writes_what_is_said(chart: Chart, manifests: Manifests, crds: Crds) -> None:
    service = GatewayService(type="NodePort")
    config = GatewayClassConfig(chart, "config", namespace="common", service=service)
    gateway_class = GatewayClass(
        chart,
        "id",
        parameters_ref=config,
        description="for the office",
        name="edge.example",
        labels={"a": "b"},
        annotations={"example.com/note": "text"},
    )
    assert gateway_class.service is service
    manifest = next(entry for entry in manifests() if entry["kind"] == "GatewayClass")
    assert manifest["metadata"] == {
        "name": "edge.example",
        "labels": {"a": "b"},
        "annotations": {**WAVE, "example.com/note": "text"},
    }
    assert manifest["spec"] == {
        "controllerName": "io.cilium/gateway-controller",
        "description": "for the office",
        "parametersRef": {
            "group": "cilium.io",
            "kind": "CiliumGatewayClassConfig",
            "namespace": "common",
            "name": "config",
        },
    }
    schema = schema_of(crds["GatewayClass"], "v1")["properties"]["spec"]
    assert defaulted(manifest["spec"], schema) == manifest["spec"]


def test_a_gateway_takes_a_class_or_its_name(chart: Chart, manifests: Manifests) -> None:
    domains = [Domain("example.com", name="com")]
    Gateway(chart, "a", namespace="common", domains=domains, gateway_class_name=GatewayClass(chart, "edge.example"))
    Gateway(chart, "b", namespace="common", domains=domains, gateway_class_name="edge.example")
    gateways = [manifest for manifest in manifests() if manifest["kind"] == "Gateway"]
    assert [gateway["spec"]["gatewayClassName"] for gateway in gateways] == ["edge.example", "edge.example"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"parameters_ref": "config"},
            (
                "GatewayClass edge: parameters_ref: 'config' is of type str. Allowed: GatewayClassConfig. Fix: write "
                "GatewayClassConfig(...)."
            ),
        ),
        (
            {"description": ""},
            (
                "GatewayClass edge: description: '' has the wrong length. Allowed: 1 to 64 characters. Fix: shorten or "
                "fill it."
            ),
        ),
        (
            {"description": "a" * 65},
            (
                f"GatewayClass edge: description: {'a' * 65!r} has the wrong length. Allowed: 1 to 64 characters. Fix: "
                "shorten or fill it."
            ),
        ),
        (
            {"name": "Edge"},
            (
                "GatewayClass.metadata.name: 'Edge' is not a name that Kubernetes accepts. Allowed: 1 to 253 of a-z, "
                "0-9, '-' and '.', with a letter or digit at both ends and around each '.'. Fix: write 'edge'."
            ),
        ),
    ],
)
def test_arguments_that_make_no_class_are_refused(chart: Chart, arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: GatewayClass(chart, "edge", **arguments)) == expected
