"""How the checks make one verdict: their order, what stops what, and a check that fails."""

from typing import Any

import preflight
from preflight import ClusterFacts, Severity
from preflight.field_path import text

import pytest


def route(**spec: Any) -> dict[str, Any]:
    return {
        "apiVersion": "gateway.networking.k8s.io/v1",
        "kind": "HTTPRoute",
        "metadata": {"name": "web", "namespace": "web"},
        "spec": spec,
    }


def config_map(name: str) -> dict[str, Any]:
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name, "namespace": "web"}}


def found(*objects: dict[str, Any], **arguments: Any) -> list[tuple[str, str]]:
    return [(finding.code, text(finding.path)) for finding in preflight.admit(objects, **arguments).findings]


def test_an_object_is_admitted_with_its_defaults_and_stays_as_it_is() -> None:
    written = route(parentRefs=[{"name": "public"}], rules=[{}])
    verdict = preflight.admit([written]).verdicts[0]
    assert verdict.admitted
    assert verdict.findings == ()
    assert verdict.object["spec"] == {
        "parentRefs": [{"group": "gateway.networking.k8s.io", "kind": "Gateway", "name": "public"}],
        "rules": [{"matches": [{"path": {"type": "PathPrefix", "value": "/"}}]}],
    }
    assert written == route(parentRefs=[{"name": "public"}], rules=[{}])


def test_each_object_has_its_own_verdict_in_the_order_of_the_input() -> None:
    admission = preflight.admit([route(parentRef=[]), route(), config_map("a")])
    assert [verdict.admitted for verdict in admission.verdicts] == [False, False, True]
    assert not admission.admitted
    assert [str(verdict.manifest.key) for verdict in admission.verdicts] == [
        "HTTPRoute web/web",
        "HTTPRoute web/web",
        "ConfigMap web/a",
    ]
    assert [(finding.code, text(finding.path)) for finding in admission.findings] == [
        ("GH120", "spec.parentRef"),
        ("GH106", ""),
    ]


def test_a_warning_is_no_reason_to_reject() -> None:
    pool = {
        "apiVersion": "cilium.io/v2alpha1",
        "kind": "CiliumLoadBalancerIPPool",
        "metadata": {"name": "public"},
        "spec": {"blocks": [{"cidr": "192.0.2.0/28"}]},
    }
    verdict = preflight.admit([pool]).verdicts[0]
    assert [finding.severity for finding in verdict.findings] == [Severity.WARNING]
    assert verdict.admitted


def test_the_rules_are_not_checked_after_an_error_that_stops_the_api_server() -> None:
    bad_path = [{"matches": [{"path": {"value": "/a//b"}}]}]
    assert found(route(rules=bad_path)) == [("GH140", "spec.rules[0].matches[0].path")]
    assert found(route(rules=bad_path, hostnames=[1])) == [("GH121", "spec.hostnames[0]"), ("GH143", "")]
    assert found(route(rules=bad_path, hostnames=["A"])) == [
        ("GH124", "spec.hostnames[0]"),
        ("GH140", "spec.rules[0].matches[0].path"),
    ]


def test_without_rules_nothing_is_said_of_them() -> None:
    assert found({**config_map("a"), "data": "text"}) == [("GH121", "data")]


def test_the_target_decides_which_kinds_there_are() -> None:
    listeners = {
        "apiVersion": "gateway.networking.k8s.io/v1",
        "kind": "ListenerSet",
        "metadata": {"name": "web", "namespace": "web"},
        "spec": {"parentRef": {"name": "public"}, "listeners": [{"name": "http", "port": 80, "protocol": "HTTP"}]},
    }
    assert found(listeners) == []
    assert found(listeners, cluster=ClusterFacts(cilium="1.19")) == [("GH103", "apiVersion")]


def test_the_metadata_of_an_unknown_kind_is_judged_all_the_same() -> None:
    widget = {"apiVersion": "example.com/v1", "kind": "Widget", "metadata": {"name": "w", "labels": {"a": "b c"}}}
    assert found(widget) == [("GH103", "apiVersion"), ("GH114", "metadata.labels[a]")]


def test_a_check_that_fails_is_a_finding_and_the_others_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object, **others: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("preflight.admission.judge.check_metadata", broken)
    findings = preflight.admit([route(hostnames=["A"]), config_map("a")]).findings
    assert [(finding.code, str(finding.resource), text(finding.path)) for finding in findings] == [
        ("GH001", "HTTPRoute web/web", ""),
        ("GH124", "HTTPRoute web/web", "spec.hostnames[0]"),
        ("GH001", "ConfigMap web/a", ""),
    ]
    assert findings[0].reason == "The check of the metadata failed with ZeroDivisionError: 'by zero'."
    assert findings[0].fix == "Report it, with the object."


def test_what_is_no_object_is_rejected() -> None:
    assert found({}) == [("GH102", "")]
    assert found({"apiVersion": 1, "kind": None}) == [("GH102", "apiVersion"), ("GH102", "kind")]
    assert found({"kind": "HTTPRoute", "metadata": {"name": "web"}}) == [("GH102", "apiVersion")]


def test_nothing_is_judged_without_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*arguments: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("preflight.admission.judge.defaulted", broken)
    listeners = {"name": "web", "port": 443, "protocol": "HTTPS", "tls": {}}
    gateway = {
        "apiVersion": "gateway.networking.k8s.io/v1",
        "kind": "Gateway",
        "metadata": {"name": "web", "namespace": "web"},
        "spec": {"gatewayClassName": "cilium", "listeners": [listeners]},
    }
    (verdict,) = preflight.admit([gateway]).verdicts
    assert [finding.reason for finding in verdict.findings] == [
        "The check of the defaults failed with ZeroDivisionError: 'by zero'."
    ]
    assert verdict.object == gateway


@pytest.mark.parametrize("labels", [{1: "a"}, {"a": {1, 2}}])
def test_what_json_does_not_have_is_said_once(labels: dict[Any, Any]) -> None:
    metadata = {"name": "a", "namespace": "web", "labels": labels}
    assert [code for code, _ in found({**config_map("a"), "metadata": metadata})] == ["GH121"]


def test_progress_is_told_after_each_object() -> None:
    from preflight.admission.judge import admission
    from preflight.snapshot import Manifest, Snapshot

    counts: list[int] = []
    admission(Snapshot((Manifest(data=config_map("a")), Manifest(data=config_map("b")))), progress=counts.append)
    assert counts == [1, 2]
