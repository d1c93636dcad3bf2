"""The features that GatewayClasses list."""

import json

from preflight.gateway_api import features
from tests.preflight.gateway_api.cases import CONFORMANCE, needs_cases


def test_the_lists_are_as_long_as_upstreams() -> None:
    assert len(features.GATEWAY_API_1_6) == 58
    assert len(features.GATEWAY_API_1_4) == 43
    assert len(features.CILIUM_1_20) == 51
    assert len(features.CILIUM_1_19) == 39


def test_what_cilium_exempts_of_the_version_that_it_is_built_with() -> None:
    assert {
        "BackendTLSPolicySANValidation",
        "GatewayBackendClientCertificate",
        "GatewayFrontendClientCertificateValidation",
        "GatewayHTTPSListenerDetectMisdirectedRequests",
        "HTTPRouteParentRefPort",
        "MeshConsumerRoute",
        "TLSRouteModeTerminate",
    } == features.GATEWAY_API_1_6 ^ features.CILIUM_1_20
    assert {
        "BackendTLSPolicy",
        "HTTPRouteCORS",
        "HTTPRouteParentRefPort",
        "MeshConsumerRoute",
    } == features.GATEWAY_API_1_4 ^ features.CILIUM_1_19


def test_what_the_newer_version_has_that_the_older_has_not() -> None:
    assert {
        "GatewayBackendClientCertificate",
        "GatewayFrontendClientCertificateValidation",
        "GatewayFrontendClientCertificateValidationInsecureFallback",
        "GatewayHTTPSListenerDetectMisdirectedRequests",
        "HTTPRoute303RedirectStatusCode",
        "HTTPRoute307RedirectStatusCode",
        "HTTPRoute308RedirectStatusCode",
        "HTTPRouteRetry",
        "HTTPRouteRetryBackendTimeout",
        "HTTPRouteRetryConnectionError",
        "ListenerSet",
        "TCPRoute",
        "TLSRouteModeMixed",
        "TLSRouteModeTerminate",
        "UDPRoute",
    } == features.GATEWAY_API_1_6 ^ features.GATEWAY_API_1_4


def test_every_feature_of_the_conformance_cases_is_known() -> None:
    needs_cases()
    cases = [json.loads(file.read_text(encoding="utf-8")) for file in CONFORMANCE.glob("*.json")]
    needed = {feature for case in cases for feature in case.get("features", ())}
    assert len(needed) > 20
    assert needed <= features.GATEWAY_API_1_6
