"""What the rules of preflight find is said at synth, and its errors stop the publish."""

from pathlib import Path

from constructs_lib import (
    Gateway,
    HttpBackendRef,
    HttpRoute,
    HttpRouteRule,
    IpBlock,
    Listener,
    LoadBalancerIpPool,
    Namespace,
    Platform,
    services_of_namespace,
)
from preflight.rules import judge
from preflight.rules.model import Rule
from tests.projects import tree
from tests.test_admission import exposed, failure

import cdk8s
import pytest
from cdk8s import ApiObjectMetadata, Chart

RACK = ApiObjectMetadata(name="rack")
INSTANCE = {
    "name": "rack",
    "localASN": 64512,
    "peers": [{"name": "tor", "peerASN": 64513, "peerAddress": "192.0.2.1", "peerConfigRef": {"name": "tor"}}],
}


def test_what_rules_find_is_said_with_its_construct_unless_its_object_says_why(
    app: Platform, chart: Chart, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, annotations in (("blog", {}), ("shop", {"gatehouse.dev/ignore.GH702": "It is made up."})):
        secret = cdk8s.ApiObject(
            chart,
            name,
            api_version="v1",
            kind="Secret",
            metadata=ApiObjectMetadata(name=name, namespace="web", annotations=annotations),
        )
        secret.add_json_patch(cdk8s.JsonPatch.add("/stringData", {"password": "swordfish"}))
    app.synth()
    written = capsys.readouterr().err
    assert written.count("warning GH") == 1
    assert written.startswith(f"{tmp_path}/.synth/manifests/chart.k8s.yaml:6:1: warning GH702: Secret web/blog: ")
    assert written.endswith(", construct chart/blog\ndist/chart.k8s.yaml: added\n")


def test_an_error_of_a_rule_stops_the_publish(app: Platform, chart: Chart, tmp_path: Path) -> None:
    for kind, spec in (("CiliumBGPClusterConfig", {"bgpInstances": [INSTANCE]}), ("CiliumBGPPeerConfig", {})):
        found = cdk8s.ApiObject(chart, kind, api_version="cilium.io/v2", kind=kind, metadata=RACK)
        found.add_json_patch(cdk8s.JsonPatch.add("/spec", spec))
    assert "error GH538: CiliumBGPClusterConfig rack: " in failure(app)
    assert not (tmp_path / "dist").exists()


def test_a_listener_without_routes_is_left_to_preflight(
    app: Platform, chart: Chart, capsys: pytest.CaptureFixture[str]
) -> None:
    exposed(chart)
    Gateway(chart, "idle", namespace="web", listeners=[Listener.http("http")], addresses=[])
    app.synth()
    assert "GH310" not in capsys.readouterr().err


def test_a_rule_that_fails_is_said_and_keeps_nobody_from_publishing(
    app: Platform, chart: Chart, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> None:
        raise LookupError("nothing there")

    monkeypatch.setattr(judge, "RULES", (Rule(code="GH405", check=fail, why="Because."),))  # type: ignore[arg-type]
    Namespace(chart, "web")
    app.synth()
    assert "error GH001: Rule GH405 failed with LookupError at tests.test_rules_at_synth:" in capsys.readouterr().err
    assert set(tree(tmp_path / "dist")) == {"chart.k8s.yaml"}


def test_a_gateway_that_no_pool_of_the_app_takes_is_said_and_published(
    app: Platform, chart: Chart, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    LoadBalancerIpPool(
        chart, "pool", blocks=[IpBlock.address("192.0.2.1")], service_selector=services_of_namespace("other")
    )
    Gateway(chart, "gateway", namespace="web", listeners=[Listener.http("http")])
    app.synth()
    assert "error GH510: Gateway web/gateway: " in capsys.readouterr().err
    assert set(tree(tmp_path / "dist")) == {"chart.k8s.yaml"}


def test_an_annotation_for_what_only_preflight_finds_is_left_alone(
    app: Platform, chart: Chart, capsys: pytest.CaptureFixture[str]
) -> None:
    """Synth knows the Service by its name, and `preflight check` of dist/ does not."""
    gateway = Gateway.from_existing(name="edge", namespace="web", listeners=[Listener.http("http")])
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("shop", port=80)])]
    listener, why = gateway.listener("http"), {"gatehouse.dev/ignore.GH202": "The shop is of a Helm chart."}
    HttpRoute(chart, "shop", namespace="web", parent_refs=[listener], rules=rules, annotations=why)
    app.synth()
    assert capsys.readouterr().err == "dist/chart.k8s.yaml: added\n"


def test_an_annotation_ignores_what_the_api_server_is_said_to_refuse(
    app: Platform, chart: Chart, tmp_path: Path
) -> None:
    for name, annotations in (("Settings", {"gatehouse.dev/ignore.GH110": "A webhook mends it."}), ("Others", {})):
        metadata = ApiObjectMetadata(name=name, namespace="web", annotations=annotations)
        cdk8s.ApiObject(chart, name, api_version="v1", kind="ConfigMap", metadata=metadata)
    said = failure(app)
    assert said.count("error GH110: ") == said.count("ConfigMap web/Others: ") == 1
    chart.node.try_remove_child("Others")
    app.synth()
    assert set(tree(tmp_path / "dist")) == {"chart.k8s.yaml"}
