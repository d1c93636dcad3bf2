"""Listeners that are not accepted: the field at fault, and what to change."""

from collections.abc import Callable

from preflight.cluster import CiliumValues, ClusterFacts, GatewayApiValues
from preflight.gateway_api.semantics import SPEC
from tests.preflight.gateway_api.findings.judged import GATEWAY, listeners, said

import pytest

LISTENER_SET = """
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: more, namespace: web}
spec: {parentRef: {name: edge}, listeners: [{name: again, port: 80, protocol: HTTP}]}
"""
OPEN = GATEWAY.replace("  listeners", "  allowedListeners: {namespaces: {from: All}}\n  listeners")
PEM = "-----BEGIN KEY-----\\nAAAA\\n-----END KEY-----"
SECRET = f"""
apiVersion: v1
kind: Secret
metadata: {{name: shop, namespace: web}}
stringData: {{tls.crt: "{PEM}", tls.key: "{PEM}"}}
"""


HOST_NETWORK = ClusterFacts(cilium_values=CiliumValues(gateway_api=GatewayApiValues(host_network=True)))


def https(reference: str) -> str:
    return listeners(f"[{{name: https, port: 443, protocol: HTTPS, tls: {{certificateRefs: [{reference}]}}}}]")


TWO = """[{name: a, port: 443, protocol: HTTPS, hostname: a.example, tls: {certificateRefs: [{name: shop}]}},
  {name: b, port: 443, protocol: TLS, hostname: '*.example', tls: {mode: Passthrough}}]"""
ONE_SECRET = """[{name: a, port: 443, protocol: HTTPS, hostname: a.io, tls: {certificateRefs: [{name: shop}]}},
  {name: b, port: 443, protocol: HTTPS, hostname: b.io, tls: {certificateRefs: [{name: shop}]}}]"""
KINDS = """[{name: a, port: 81, protocol: HTTP, allowedRoutes: {kinds: [{kind: TCPRoute}]}},
  {name: b, port: 82, protocol: HTTP, allowedRoutes: {kinds: [{kind: TLSRoute}, {kind: HTTPRoute}]}}]"""


@pytest.mark.parametrize(
    ("judge", "expected"),
    [
        (
            lambda: said(GATEWAY),
            "",
        ),
        (
            lambda: said(https("{name: shop}"), SECRET),
            "",
        ),
        (
            lambda: said(https("{name: shop}"), facts=ClusterFacts(secrets=(("web", "shop"),))),
            "",
        ),
        (
            lambda: said(https("{name: shop}"), SECRET.replace("BEGIN", "START")),
            (
                "error GH204: spec.listeners[0].tls.certificateRefs[0].name: Secret web/shop has no PEM block in "
                "tls.crt and tls.key.\n"
                "  fix: Put the certificate in PEM under tls.crt, and its key in PEM under tls.key of the Secret."
            ),
        ),
        (
            lambda: said(https("{kind: ConfigMap, name: shop}"), SECRET),
            (
                "error GH204: spec.listeners[0].tls.certificateRefs[0].kind: ConfigMap web/shop, which it names "
                "for its certificate, is no Secret.\n"
                "  fix: Refer to a Secret."
            ),
        ),
        (
            lambda: said(https("{namespace: tls, name: shop}"), SECRET),
            (
                "error GH201: spec.listeners[0].tls.certificateRefs[0].namespace: Secret tls/shop is in another "
                "namespace, and no ReferenceGrant there lets the Gateways of web use it.\n"
                "  fix: Write a ReferenceGrant in namespace 'tls', or name the file that has it, with the spec "
                "{from: [{group: gateway.networking.k8s.io, kind: Gateway, namespace: web}], to: [{group: '', "
                "kind: Secret, name: shop}]}."
            ),
        ),
        (
            lambda: said(listeners(ONE_SECRET)),
            (
                "error GH204: spec.listeners[0].tls.certificateRefs[0].name: Secret web/shop is neither among the"
                " manifests nor declared, so it is taken not to be there.\n"
                "  fix: Add it, or declare it in cluster.yaml if it is defined elsewhere: secrets: [{namespace: "
                "web, name: shop}]."
            ),
        ),
        (
            lambda: said(listeners("[{name: a, port: 80, protocol: HTPP}]")),
            (
                "error GH301: spec.listeners[0].protocol: Protocol 'HTPP' is none of 'HTTP', 'HTTPS', 'TLS', "
                "'TCP' and 'UDP'.\n"
                "  fix: Write 'HTTP'."
            ),
        ),
        (
            lambda: said(listeners("[{name: a, port: 80, protocol: example.com/PROXY}]")),
            (
                "error GH301: spec.listeners[0].protocol: Protocol 'example.com/PROXY' is none of 'HTTP', "
                "'HTTPS', 'TLS', 'TCP' and 'UDP'.\n"
                "  fix: Write 'HTTP', 'HTTPS', 'TLS', 'TCP' or 'UDP'."
            ),
        ),
        (
            lambda: said(listeners(KINDS)),
            (
                "error GH301: spec.listeners[0].allowedRoutes.kinds: A listener with protocol 'HTTP' takes "
                "'HTTPRoute' and 'GRPCRoute', not 'TCPRoute'.\n"
                "  fix: List 'HTTPRoute' or 'GRPCRoute', or leave the kinds out.\n"
                "error GH301: spec.listeners[1].allowedRoutes.kinds: A listener with protocol 'HTTP' takes "
                "'HTTPRoute' and 'GRPCRoute', not 'TLSRoute'.\n"
                "  fix: List 'HTTPRoute' or 'GRPCRoute', or leave the kinds out."
            ),
        ),
        (
            lambda: said(listeners(TWO), SECRET),
            (
                "error GH301: spec.listeners[0].port: It wants port 443 with protocol HTTPS, listener 'b' of "
                "Gateway web/edge with TLS.\n"
                "  fix: Write another port."
            ),
        ),
        (
            lambda: said(listeners(TWO), SECRET, semantics=SPEC),
            "",
        ),
        (
            lambda: said(OPEN, LISTENER_SET),
            (
                "error GH301: spec.listeners[0].hostname: It wants any hostname on port 80, as listener 'http' of"
                " Gateway web/edge does.\n"
                "  fix: Give the listeners different hostnames or ports."
            ),
        ),
        (
            lambda: said(listeners("[{name: dns, port: 53, protocol: UDP}]"), facts=HOST_NETWORK),
            (
                "error GH301: spec.listeners[0].protocol: With host networking, Cilium 1.20 serves no listener with "
                "protocol UDP.\n"
                "  fix: Use HTTP, HTTPS or TLS, or switch host networking off."
            ),
        ),
        (
            lambda: said(listeners("[{name: dns, port: 53, protocol: UDP}]"), facts=ClusterFacts(cilium="1.19")),
            (
                "error GH309: spec.listeners[0].protocol: Cilium 1.19 does not serve protocol UDP, and does not "
                "say so: it gets no requests.\n"
                "  fix: Use a version of Cilium that does, such as 1.20."
            ),
        ),
    ],
)
def test_a_listener_is_found_once_for_its_cause(judge: Callable[[], str], expected: str) -> None:
    assert judge() == expected
