"""The features that GatewayClasses list."""

import json

from preflight.gateway_api import features
from tests.preflight.gateway_api.cases import CONFORMANCE, needs_cases


def test_the_lists_are_as_long_as_upstreams() -> None:
    assert len(features.GATEWAY_API_1_6) == 58
    assert len(features.GATEWAY_API_1_4) == 43
    assert len(features.CILIUM_1_20) == 51
    assert len(features.CILIUM_1_19) == 39


def test_what_cilium_does_not_claim_is_not_listed() -> None:
    assert "TLSRouteModeTerminate" not in features.CILIUM_1_20
    assert "HTTPRouteParentRefPort" not in features.CILIUM_1_20 | features.CILIUM_1_19
    assert features.CILIUM_1_19.isdisjoint({"BackendTLSPolicy", "HTTPRouteCORS", "ListenerSet", "TCPRoute", "UDPRoute"})


def test_every_feature_of_the_conformance_cases_is_known() -> None:
    needs_cases()
    cases = [json.loads(file.read_text(encoding="utf-8")) for file in CONFORMANCE.glob("*.json")]
    needed = {feature for case in cases for feature in case.get("features", ())}
    assert len(needed) > 20
    assert needed <= features.GATEWAY_API_1_6
