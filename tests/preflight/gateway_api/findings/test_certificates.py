"""What a Gateway shows to its backends and needs of its clients, where it cannot be used."""

from collections.abc import Callable

from preflight.gateway_api.semantics import SPEC
from tests.preflight.gateway_api.findings.judged import GATEWAY, said

import pytest

PEM = "-----BEGIN KEY-----\\nAAAA\\n-----END KEY-----"
SECRET = f"""
apiVersion: v1
kind: Secret
metadata: {{name: shop, namespace: web}}
stringData: {{tls.crt: "{PEM}", tls.key: "{PEM}"}}
"""
CA = """
apiVersion: v1
kind: ConfigMap
metadata: {name: ca, namespace: web}
data: {ca.crt: "the certificates"}
"""
HTTPS = "{name: %s, port: %d, protocol: HTTPS, tls: {certificateRefs: [{name: shop}]}}"
SHOWS = GATEWAY + "  tls: {backend: {clientCertificateRef: {name: client}}}\n"
PATH = "spec.tls.backend.clientCertificateRef"
FRONTEND = "spec.tls.frontend.default.validation.caCertificateRefs[0]"


def asking(frontend: str, listeners: str = HTTPS % ("https", 443)) -> str:
    """Return a Gateway that asks clients of its HTTPS listeners for certificates."""
    return f"{GATEWAY.replace('{name: http, port: 80, protocol: HTTP}', listeners)}  tls: {{frontend: {frontend}}}\n"


def of_all(kind: str, name: str, more: str = "") -> str:
    ref = f"{{group: '', kind: {kind}, name: {name}{more}}}"
    return f"{{default: {{validation: {{caCertificateRefs: [{ref}]}}}}}}"


TWO = (
    "{default: {validation: {caCertificateRefs: [{group: '', kind: ConfigMap, name: ca}]}}, perPort: [{port: 8443, "
    "tls: {validation: {caCertificateRefs: [{group: '', kind: ConfigMap, name: gone}]}}}]}"
)
BOTH = f"{HTTPS % ('https', 443)}, {HTTPS % ('other', 8443)}"
ABSENT = "is neither among the manifests nor declared, so it is taken not to be there.\n"
DECLARE = "  fix: Add it, or declare it in cluster.yaml if it is defined elsewhere: "
GONE = f"ConfigMap web/gone {ABSENT}{DECLARE}configMaps: [{{namespace: web, name: gone}}]."
NO_GRANT = "is in another namespace, and no ReferenceGrant there lets the Gateways of web use it.\n"


@pytest.mark.parametrize(
    ("judge", "expected"),
    [
        (
            lambda: said(SHOWS, SECRET.replace("shop", "client"), semantics=SPEC),
            "",
        ),
        (
            lambda: said(SHOWS),
            "",
        ),
        (
            lambda: said(SHOWS, semantics=SPEC),
            (
                f"error GH204: {PATH}.name: Secret web/client {ABSENT}"
                f"{DECLARE}secrets: [{{namespace: web, name: client}}]."
            ),
        ),
        (
            lambda: said(SHOWS, SECRET.replace("shop", "client").replace("BEGIN", "START"), semantics=SPEC),
            (
                f"error GH204: {PATH}.name: Secret web/client has no PEM block in tls.crt and tls.key.\n"
                "  fix: Put the certificate in PEM under tls.crt, and its key in PEM under tls.key of the Secret."
            ),
        ),
        (
            lambda: said(SHOWS.replace("{name: client}", "{name: client, namespace: tls}"), semantics=SPEC),
            (
                f"error GH201: {PATH}.namespace: Secret tls/client {NO_GRANT}"
                "  fix: Write a ReferenceGrant in namespace 'tls', or name the file that has it, with the spec {from: "
                "[{group: gateway.networking.k8s.io, kind: Gateway, namespace: web}], to: [{group: '', kind: Secret, "
                "name: client}]}."
            ),
        ),
        (
            lambda: said(asking(of_all("ConfigMap", "ca")), SECRET, CA, semantics=SPEC),
            "",
        ),
        (
            lambda: said(asking(of_all("ConfigMap", "gone")), SECRET),
            "",
        ),
        (
            lambda: said(asking(of_all("ConfigMap", "gone"), BOTH), SECRET, semantics=SPEC),
            f"error GH204: {FRONTEND}.name: {GONE}",
        ),
        (
            lambda: said(asking(TWO, BOTH), SECRET, CA, semantics=SPEC),
            f"error GH204: spec.tls.frontend.perPort[0].tls.validation.caCertificateRefs[0].name: {GONE}",
        ),
        (
            lambda: said(asking(of_all("ConfigMap", "ca")), SECRET, CA.replace("ca.crt", "crt"), semantics=SPEC),
            (
                f"error GH204: {FRONTEND}.name: ConfigMap web/ca has no ca.crt.\n"
                "  fix: Put the certificates in PEM under ca.crt of the ConfigMap."
            ),
        ),
        (
            lambda: said(asking(of_all("Secret", "shop")), SECRET, semantics=SPEC),
            (
                f"error GH204: {FRONTEND}.kind: Secret web/shop, which it names for its CA certificate, is no "
                "ConfigMap.\n"
                "  fix: Refer to a ConfigMap."
            ),
        ),
        (
            lambda: said(asking(of_all("ConfigMap", "ca", ", namespace: tls")), SECRET, semantics=SPEC),
            (
                f"error GH201: {FRONTEND}.namespace: ConfigMap tls/ca {NO_GRANT}"
                "  fix: Write a ReferenceGrant in namespace 'tls', or name the file that has it, with the spec {from: "
                "[{group: gateway.networking.k8s.io, kind: Gateway, namespace: web}], to: [{group: '', "
                "kind: ConfigMap, name: ca}]}."
            ),
        ),
    ],
)
def test_a_certificate_is_found_where_the_gateway_names_it(judge: Callable[[], str], expected: str) -> None:
    assert judge() == expected


def test_kinds_and_certificates_of_one_listener_are_two_faults() -> None:
    listener = HTTPS.replace("}}", "}, allowedRoutes: {kinds: [{kind: TLSRoute}]}}") % ("https", 443)
    found = said(asking(of_all("ConfigMap", "gone"), listener), SECRET, semantics=SPEC)
    assert found == (
        "error GH301: spec.listeners[0].allowedRoutes.kinds: A listener with protocol 'HTTPS' takes 'HTTPRoute' and "
        "'GRPCRoute', not 'TLSRoute'.\n"
        "  fix: List 'HTTPRoute' or 'GRPCRoute', or leave the kinds out.\n"
        f"error GH204: {FRONTEND}.name: {GONE}"
    )
