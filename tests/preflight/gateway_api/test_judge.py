"""The judge of predictions: what is found, and that a bug of ours is found as well."""

from preflight.admission.judge import admission
from preflight.cluster import CiliumValues, ClusterFacts, GatewayApiValues
from preflight.gateway_api import judge as judging
from preflight.gateway_api.semantics import SPEC
from preflight.snapshot import Manifest, Snapshot
from tests.preflight.gateway_api.findings.judged import GATEWAY, POOL

import pytest
import yaml

OBJECTS = admission(Snapshot(tuple(Manifest(data=yaml.safe_load(text)) for text in (POOL, GATEWAY)))).snapshot


def test_the_version_of_the_facts_is_predicted() -> None:
    prediction, found = judging.predicted(OBJECTS, ClusterFacts(cilium="1.19"))
    assert prediction is not None
    assert (prediction.semantics.name, found) == ("cilium 1.19", ())


def test_other_semantics_can_be_given() -> None:
    prediction, _ = judging.predicted(OBJECTS, ClusterFacts(cilium="1.19"), SPEC)
    assert prediction is not None
    assert prediction.semantics is SPEC


def test_a_mistake_of_ours_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("listener")

    monkeypatch.setattr(judging, "predict", fail)
    prediction, (finding,) = judging.predicted(OBJECTS, ClusterFacts())
    assert prediction is None
    assert finding.code == "GH001"
    assert finding.reason.startswith("The prediction of the Gateway controller failed with KeyError at ")


@pytest.mark.parametrize("on", [True, False, None])
def test_host_networking_is_a_fact_of_the_cluster(*, on: bool | None) -> None:
    values = CiliumValues(gateway_api=GatewayApiValues(host_network=on))
    prediction, _ = judging.predicted(OBJECTS, ClusterFacts(cilium_values=values))
    assert prediction is not None
    assert prediction.semantics.host_network is (on is True)
