"""All rules are asked, whatever becomes of one of them."""

from collections.abc import Iterator
from dataclasses import replace

from preflight.addressing import Judgement
from preflight.admission.judge import admission
from preflight.cluster import ClusterFacts
from preflight.finding import Finding
from preflight.gateway_api.judge import predicted
from preflight.rules import judge as module
from preflight.rules.input import Input, input_of
from preflight.rules.judge import ask, check
from preflight.rules.model import Rule
from preflight.rules.registry import RULES
from preflight.snapshot import Manifest, Snapshot
from tests.preflight.rules.judged import GATEWAY, POOL, ROUTE, SERVICE

import pytest
import yaml

IDLE = "[{name: http, port: 80, protocol: HTTP}, {name: more, port: 80, protocol: HTTP, hostname: a.example.com}]"
GRANT = """
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata: {name: shop, namespace: far}
spec:
  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: web}]
  to: [{group: "", kind: Service}]
"""
FACTS = ClusterFacts()


def admitted(*documents: str):  # type: ignore[no-untyped-def]
    return admission(Snapshot(tuple(Manifest(data=yaml.safe_load(text)) for text in documents)), FACTS)


def broken(given: Input) -> Iterator[Finding]:
    yield Finding(code="GH405", reason="First.", fix="None.")
    raise LookupError("nothing there")


def test_a_rule_that_fails_is_one_finding_and_the_others_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    idle = ROUTE.replace("{name: edge}", "{name: edge, sectionName: http}")
    gateway = GATEWAY.replace("[{name: http, port: 80, protocol: HTTP}]", IDLE)
    monkeypatch.setattr(module, "RULES", (Rule(code="GH405", check=broken, why="Because."), *RULES))
    found = check(admitted(POOL, gateway, SERVICE, idle), FACTS).findings
    assert [finding.code for finding in found] == ["GH001", "GH310"]
    assert found[0].reason.startswith("Rule GH405 failed with LookupError at tests.preflight.rules.test_judge:")
    assert found[0].reason.endswith(": 'nothing there'.")


def test_without_a_prediction_no_rule_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    failure = Finding(code="GH001", reason="The prediction failed.", fix="Report it.")
    monkeypatch.setattr(module, "predicted", lambda *_: Judgement(None, (failure,)))
    monkeypatch.setattr(module, "RULES", (Rule(code="GH405", check=broken, why="Because."),))
    assert check(admitted(POOL), FACTS).findings == (failure,)


def test_what_others_have_counts_and_is_not_judged() -> None:
    wave = "annotations: {argocd.argoproj.io/sync-wave: '9'}"
    far = ROUTE.replace("{name: shop, port: 80}", "{name: shop, namespace: far, port: 80}")
    service = SERVICE.replace("namespace: web", "namespace: far")
    grant = yaml.safe_load(GRANT)
    later = GRANT.replace("name: shop", f"name: later, {wave}")
    judged = admitted(POOL, GATEWAY, far, service, later)
    assert [finding.code for finding in check(judged, FACTS).findings] == ["GH703"]
    assert check(judged, FACTS, elsewhere=[Manifest(data=grant)]).findings == ()
    assert [finding.code for finding in check(admitted(POOL, GATEWAY, far, service), FACTS).findings] == ["GH201"]
    assert check(admitted(POOL, GATEWAY, far, service), FACTS, elsewhere=[Manifest(data=grant)]).findings == ()


def test_what_cannot_be_read_and_what_admission_finds_comes_first() -> None:
    unreadable = Finding(code="GH002", reason="It is gone.", fix="Bring it back.")
    misspelt = admitted(POOL.replace("blocks", "blokcs"))
    found = check(misspelt, FACTS, (unreadable,)).findings
    assert [finding.code for finding in found] == ["GH002", "GH120"]


def test_a_rule_sees_admitted_objects_only_and_as_they_were_written_too() -> None:
    seen: list[Input] = []

    def look(given: Input) -> tuple[Finding, ...]:
        seen.append(given)
        return ()

    judged = admitted(POOL.replace("blocks", "blokcs"), ROUTE)
    prediction = predicted(judged.snapshot, FACTS).prediction
    assert prediction is not None
    assert ask([Rule(code="GH405", check=look, why="Because.")], input_of(judged, FACTS, prediction)) == ()
    (given,) = seen
    (stored,), (written,) = given.snapshot.manifests, given.written.manifests
    assert stored.data["spec"]["rules"][0]["backendRefs"][0]["weight"] == 1
    assert "weight" not in written.data["spec"]["rules"][0]["backendRefs"][0]
    assert given.is_namespaced("gateway.networking.k8s.io", "HTTPRoute") is True
    assert given.is_namespaced("cilium.io", "CiliumLoadBalancerIPPool") is False
    assert given.is_namespaced("example.com", "Widget") is None
    assert replace(given).of("", "Service") == ()


def test_of_a_removed_kind_it_is_not_said_that_its_schema_is_not_known() -> None:
    old = "apiVersion: cilium.io/v2alpha1\nkind: {}\nmetadata: {{name: rack}}\n"
    removed, unknown = admitted(old.format("CiliumBGPPeeringPolicy")), admitted(old.format("CiliumOther"))
    assert [finding.code for finding in check(removed, FACTS).findings] == ["GH323"]
    assert [finding.code for finding in check(unknown, FACTS).findings] == ["GH103"]
