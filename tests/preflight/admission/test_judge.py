"""How the checks make one verdict: their order, what stops what, and a check that fails."""

import re
from typing import Any

import preflight
from preflight import ClusterFacts, Severity
from preflight.field_path import text
from tests.preflight.admission.crds import crd

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


IP_VERSIONS = [{"format": "ipv4"}, {"format": "ipv6"}]
STRING = {"type": "string"}
NAMES = {"type": "array", "items": STRING}


@pytest.mark.parametrize(
    ("schema", "value", "code", "blocks"),
    [
        ({**STRING, "minLength": 2}, "a", "GH127", False),
        ({**STRING, "maxLength": 2}, "abc", "GH127", True),
        ({**NAMES, "minItems": 2}, ["a"], "GH128", False),
        ({**NAMES, "maxItems": 2}, ["a", "b", "c"], "GH128", True),
        ({"type": "object", "additionalProperties": STRING, "minProperties": 1}, {}, "GH129", False),
        ({"type": "object", "additionalProperties": STRING, "maxProperties": 0}, {"a": "b"}, "GH129", True),
        (STRING, 1, "GH121", True),
        ({**STRING, "enum": ["a"]}, "b", "GH123", True),
        ({**STRING, "pattern": "^a"}, "b", "GH124", False),
        ({**STRING, "pattern": "^a", "enum": ["a"]}, "b", "GH124", True),
        ({**STRING, "format": "ipv4"}, "a", "GH125", True),
        ({"type": "integer", "format": "int32"}, 2**31, "GH125", False),
        ({"type": "integer", "minimum": 2}, 1, "GH126", False),
        ({"type": "array", "items": STRING, "x-kubernetes-list-type": "set"}, ["a", "a"], "GH130", False),
        ({**STRING, "anyOf": IP_VERSIONS}, "a", "GH131", True),
        ({**STRING, "anyOf": [{"pattern": "^a"}, {"minLength": 2}]}, "b", "GH131", False),
        ({**STRING, "anyOf": [{"enum": ["a"]}, {"pattern": "^a"}]}, "b", "GH131", True),
        ({**STRING, "anyOf": [{"pattern": "^a"}, {"enum": ["a"]}]}, "b", "GH131", False),
        ({**STRING, "oneOf": [{"minLength": 1}, {"pattern": "^b"}]}, "b", "GH131", False),
        ({**STRING, "not": {"enum": ["b"]}}, "b", "GH131", False),
    ],
)
def test_only_errors_of_some_types_stop_the_rules(schema: Any, value: Any, code: str, blocks: bool) -> None:
    """As the API server does it: measured with apiextensions-apiserver 0.36."""
    rule = {"type": "string", "maxLength": 9, "x-kubernetes-validations": [{"rule": "self == 'right'"}]}
    widget = {"apiVersion": "a.example/v1", "kind": "A", "metadata": {"name": "a", "namespace": "web"}}
    _, verdict = preflight.admit([crd(v=schema, ruled=rule), widget | {"v": value, "ruled": "wrong"}]).verdicts
    assert [finding.code for finding in verdict.findings] == [code, "GH143" if blocks else "GH140"]


def test_an_address_that_is_none_is_said_with_what_is_asked_of_it() -> None:
    gateway = {
        "apiVersion": "gateway.networking.k8s.io/v1",
        "kind": "Gateway",
        "metadata": {"name": "web", "namespace": "web"},
        "spec": {
            "gatewayClassName": "cilium",
            "listeners": [{"name": "http", "port": 80, "protocol": "HTTP"}],
            "addresses": [{"type": "IPAddress", "value": "x"}],
        },
    }
    finding, _ = preflight.admit([gateway]).findings
    assert (finding.code, text(finding.path)) == ("GH131", "spec.addresses[0]")
    assert finding.reason == (
        "'type' is 'IPAddress' and 'value' is 'x', but this is required: 'type' is 'IPAddress' and 'value' is an IPv4"
        " address or an IPv6 address; or 'type' is not 'IPAddress'."
    )
    assert finding.fix == "Change it so that exactly one of these is so."


def test_of_a_status_that_is_dropped_only_types_are_checked_as_they_are_written() -> None:
    route_status = {"parents": [{"parentRef": {"name": "a"}, "controllerName": "not a name", "conditions": None}]}
    assert found(route() | {"status": route_status}) == []
    assert found(route() | {"status": {"parents": {}}}) == [("GH121", "status.parents"), ("GH143", "")]


def test_what_the_defaults_make_too_large_is_not_judged_further() -> None:
    default = {"type": "array", "items": STRING, "default": ["a"] * 1000}
    definition = crd(a={"type": "array", "items": {"type": "object", "properties": {"b": default}}})
    widget = {"apiVersion": "a.example/v1", "kind": "A", "metadata": {"name": "a", "namespace": "web"}}
    small, large = ({**widget, "a": [{}] * number} for number in (99, 100))
    _, of_small = preflight.admit([definition, small]).verdicts
    assert of_small.findings == ()
    _, of_large = preflight.admit([definition, large]).verdicts
    (finding,) = of_large.findings
    assert (finding.code, finding.path, of_large.object) == ("GH121", (), large)
    assert (
        finding.reason == "The defaults of its schema add more than 100,000 values to it, so it was not judged further."
    )
    assert finding.fix == "Write fewer items, or shorten the defaults in the CustomResourceDefinition."


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
    assert re.fullmatch(
        r"The check of the metadata failed with ZeroDivisionError at tests\.preflight\.admission\.test_judge:\d+: "
        r"'by zero'\.",
        findings[0].reason,
    )


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
    (finding,) = verdict.findings
    assert finding.code == "GH001"
    assert finding.reason.startswith("The check of the defaults failed with ZeroDivisionError at ")
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
