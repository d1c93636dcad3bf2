"""BackendTLSPolicies that are not accepted."""

from collections.abc import Callable

from preflight.cluster import ClusterFacts
from tests.preflight.gateway_api.findings.judged import GATEWAY, ROUTE, SERVICE, said

import pytest

POLICY = """
apiVersion: gateway.networking.k8s.io/v1
kind: BackendTLSPolicy
metadata: {name: shop, namespace: web}
spec:
  targetRefs: [{group: "", kind: Service, name: shop}]
  validation: {hostname: shop.example, caCertificateRefs: [{group: "", kind: ConfigMap, name: ca}]}
"""
CONFIG_MAP = """
apiVersion: v1
kind: ConfigMap
metadata: {name: ca, namespace: web}
data: {ca.crt: certificates}
"""
EXPOSED = "---".join([GATEWAY, ROUTE])


@pytest.mark.parametrize(
    ("judge", "expected"),
    [
        (
            lambda: said(EXPOSED, SERVICE, POLICY, facts=ClusterFacts(config_maps=(("web", "ca"),))),
            "",
        ),
        (
            lambda: said(EXPOSED, SERVICE, POLICY, CONFIG_MAP.replace("ca.crt", "tls.crt")),
            (
                "error GH401: spec.validation.caCertificateRefs: ConfigMap web/ca has no ca.crt.\n"
                "  fix: Put the certificates in PEM under ca.crt of the ConfigMap."
            ),
        ),
        (
            lambda: said(EXPOSED, SERVICE, POLICY.replace("ConfigMap", "Secret")),
            (
                "error GH401: spec.validation.caCertificateRefs: Secret web/ca, which it names for its CA "
                "certificate, is no ConfigMap.\n"
                "  fix: Refer to a ConfigMap."
            ),
        ),
        (
            lambda: said(
                EXPOSED, SERVICE, POLICY, POLICY.replace("name: shop, namespace", "name: more, namespace"), CONFIG_MAP
            ),
            (
                "error GH401: spec.targetRefs: BackendTLSPolicy web/more has Service web/shop already: it comes "
                "first by name. One of the two wins, the older one, and BackendTLSPolicy web/more and BackendTLSPolicy "
                "web/shop have no creation time.\n"
                "  fix: Leave the target to one policy."
            ),
        ),
        (
            lambda: said(EXPOSED, POLICY, CONFIG_MAP),
            (
                "error GH202: spec.rules[0].backendRefs[0].name: Service web/shop is neither among the manifests "
                "nor declared, so it is taken not to be there.\n"
                "  fix: Add it, or declare it in cluster.yaml if it is defined elsewhere: services: [{namespace: "
                "web, name: shop, ports: [80]}]."
            ),
        ),
        (
            lambda: said(POLICY, CONFIG_MAP),
            "",
        ),
    ],
)
def test_a_policy_is_found_once_for_its_cause(judge: Callable[[], str], expected: str) -> None:
    assert judge() == expected
