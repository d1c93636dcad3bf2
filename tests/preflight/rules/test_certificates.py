"""Certificates: how they are issued, where they are written, and what they are served for."""

from preflight.cluster import CertManager, ClusterFacts, DeclaredIssuer
from preflight.rules.certificate_names import is_covered
from tests.preflight.rules.judged import GATEWAY, HTTPS, SERVICE, listeners, routes, said

import pytest

BACKEND = "[{backendRefs: [{name: shop, port: 80}]}]"
ANNOTATED = "annotations: {cert-manager.io/cluster-issuer: letsencrypt}"


def certificate(names: str = "[shop.example.com]", *, name: str = "edge", secret: str = "edge-tls") -> str:
    return f"""
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {{name: {name}, namespace: web}}
spec: {{secretName: {secret}, dnsNames: {names}, issuerRef: {{name: letsencrypt, kind: ClusterIssuer}}}}
"""


def issuer(*solvers: str) -> str:
    return f"""
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: {{name: letsencrypt}}
spec:
  acme:
    server: https://acme.example.com/directory
    privateKeySecretRef: {{name: letsencrypt}}
    solvers: [{", ".join(solvers)}]
"""


def solver(parent: str) -> str:
    return f"{{http01: {{gatewayHTTPRoute: {{parentRefs: [{parent}]}}}}}}"


def gateway(hostname: str, *, annotated: bool = False, more: str = "") -> str:
    https = HTTPS.replace("protocol: HTTPS", f'protocol: HTTPS, hostname: "{hostname}"')
    text = listeners(f"[{https}{more}]")
    return text.replace("namespace: web}", f"namespace: web, {ANNOTATED}}}") if annotated else text


HTTP01 = solver("{name: edge, namespace: web, kind: Gateway}")
DNS01 = "{dns01: {route53: {region: eu-north-1}}}"


def test_a_solver_needs_the_http_listener_that_it_names() -> None:
    both = listeners(f"[{{name: http, port: 80, protocol: HTTP}}, {HTTPS}]")
    named = issuer(solver("{name: edge, namespace: web, kind: Gateway, sectionName: https}"))
    assert said("GH601", both, named).startswith(
        "error GH601: spec.acme.solvers[0].http01.gatewayHTTPRoute.parentRefs[0]: Listener 'https' of Gateway web/edge "
        "has no HTTP on port 80, where an ACME server sends its request.\n"
    )
    assert said("GH601", both, issuer(HTTP01)) == ""
    assert "sends its request, and until there is a certificate" in said(
        "GH601", listeners(f"[{HTTPS}]"), issuer(HTTP01)
    )
    assert said("GH601", issuer(HTTP01)) == ""


WAITS = (
    "error GH601: spec.listeners[0].tls.certificateRefs[0]: ClusterIssuer letsencrypt proves 'shop.example.com' with "
    "http01 through this Gateway, which has no HTTP on port 80, where an ACME server sends its request, and until "
    "there is a certificate, a Gateway with HTTPS listeners only gets neither Service nor address.\n"
    "  fix: Add a listener with protocol HTTP and port 80, or use a dns01 solver."
)
WITHOUT_PARENTS = "{http01: {gatewayHTTPRoute: {}}}"


def test_a_solver_without_parents_attaches_to_the_annotated_gateway() -> None:
    annotated = gateway("shop.example.com", annotated=True)
    assert said("GH601", annotated, issuer(WITHOUT_PARENTS)) == WAITS
    with_http = gateway("shop.example.com", annotated=True, more=", {name: http, port: 80, protocol: HTTP}")
    assert said("GH601", with_http, issuer(WITHOUT_PARENTS)) == ""
    assert said("GH601", annotated, issuer(WITHOUT_PARENTS, DNS01)) == ""
    assert said("GH601", annotated, issuer("{http01: {ingress: {}}}")) == ""
    assert said("GH601", gateway("shop.example.com"), certificate(), issuer(WITHOUT_PARENTS)) == ""
    assert said("GH601", gateway("*.example.com", annotated=True), issuer(WITHOUT_PARENTS)) == "", "GH602 says why"


def test_what_the_solver_of_a_declared_issuer_makes_is_not_known() -> None:
    facts = ClusterFacts(issuers=(DeclaredIssuer(name="letsencrypt", type="acme", solvers=("http01",)),))
    assert said("GH601", gateway("shop.example.com", annotated=True), facts=facts) == ""


@pytest.mark.parametrize(
    ("solvers", "fires"),
    [
        ((HTTP01,), True),
        ((HTTP01, DNS01), False),
        ((HTTP01, "{selector: {dnsZones: [example.com]}, dns01: {route53: {region: a}}}"), False),
        ((HTTP01, "{selector: {dnsZones: [example.org]}, dns01: {route53: {region: a}}}"), True),
        ((HTTP01, '{selector: {dnsNames: ["*.example.com"]}, dns01: {route53: {region: a}}}'), False),
        ((HTTP01, "{selector: {matchLabels: {a: b}}, dns01: {route53: {region: a}}}"), False),
    ],
)
def test_a_wildcard_needs_a_dns01_solver_for_it(solvers: tuple[str, ...], fires: bool) -> None:
    found = said("GH602", issuer(*solvers), certificate('["*.example.com", a.example.com]'))
    assert bool(found) is fires
    assert said("GH602", issuer(*solvers), certificate("[a.example.com]")) == ""


def test_the_wildcard_of_an_annotated_gateway_and_a_declared_issuer() -> None:
    wildcard = gateway("*.example.com", annotated=True)
    facts = ClusterFacts(issuers=(DeclaredIssuer(name="letsencrypt", type="acme", solvers=("http01",)),))
    assert said("GH602", wildcard, facts=facts) == (
        "error GH602: spec.listeners[0].hostname: ClusterIssuer letsencrypt has no dns01 solver for '*.example.com', "
        "and a "
        "certificate for a wildcard is not to be had with http01.\n  fix: Add a dns01 solver, or write each name."
    )
    facts = ClusterFacts(issuers=(DeclaredIssuer(name="letsencrypt", type="acme", solvers=("http01", "dns01")),))
    assert said("GH602", wildcard, facts=facts) == ""
    assert said("GH602", wildcard) == ""


def test_a_gateway_and_a_certificate_write_one_secret() -> None:
    assert said("GH603", certificate(), gateway("shop.example.com", annotated=True)) == (
        "error GH603: spec.listeners[0].tls.certificateRefs[0]: cert-manager writes the certificate of Certificate "
        "web/edge "
        "into Secret web/edge-tls as well: each replaces the other, again and again.\n"
        "  fix: Write another name for the Secret."
    )
    assert said("GH603", certificate(), gateway("shop.example.com")) == ""
    ignoring = gateway("shop.example.com", annotated=True).replace(
        "annotations: {", "annotations: {cert-manager.io/ignore-tls-listeners: https, "
    )
    assert said("GH603", certificate(), ignoring) == ""


def test_listeners_of_one_gateway_share_a_secret() -> None:
    other = ", " + HTTPS.replace("name: https", "name: other").replace("HTTPS,", "HTTPS, hostname: b.example.com,")
    assert said("GH603", gateway("a.example.com", annotated=True, more=other)) == ""
    assert said("GH604", gateway("a.example.com", annotated=True, more=other)) == ""


def test_a_certificate_for_other_names_than_the_listener() -> None:
    found = said("GH604", certificate(), gateway("www.example.com"))
    assert found == (
        "warning GH604: spec.listeners[0].hostname: The certificate in Secret web/edge-tls of listener 'https' is for "
        "'shop.example.com', and not for 'www.example.com'.\n"
        "  fix: Add 'www.example.com' to the names of the certificate."
    )


def test_a_route_below_a_wildcard_with_more_labels() -> None:
    hosts = "parentRefs: [{name: edge}]\n  hostnames: [a.b.example.com, a.example.com]"
    found = said("GH604", gateway("*.example.com", annotated=True), SERVICE, routes(BACKEND, more=hosts))
    assert "spec.hostnames[0]: The certificate in Secret web/edge-tls" in found
    assert "In a certificate, an asterisk stands for one label only." in found
    assert "hostnames[1]" not in found


def test_the_names_of_other_certificates_are_not_known() -> None:
    secret = """
apiVersion: v1
kind: Secret
metadata: {name: edge-tls, namespace: web}
type: kubernetes.io/tls
data: {tls.crt: LS0tLS1CRUdJTiBYLS0tLS0K, tls.key: LS0tLS1CRUdJTiBYLS0tLS0K}
"""
    assert said("GH604", secret, certificate(), gateway("www.example.com")) == ""
    assert said("GH604", gateway("www.example.com")) == ""


@pytest.mark.parametrize(
    ("hostname", "names", "covered"),
    [
        ("a.example.com", ["a.example.com"], True),
        ("a.example.com", ["*.example.com"], True),
        ("*.example.com", ["*.example.com"], True),
        ("example.com", ["*.example.com"], False),
        ("a.b.example.com", ["*.example.com"], False),
        ("*.a.example.com", ["*.example.com"], False),
        ("localhost", ["*."], False),
    ],
)
def test_which_names_a_certificate_covers(hostname: str, names: list[str], covered: bool) -> None:
    assert is_covered(hostname, names) is covered


def test_a_connection_is_reused_for_a_host_that_another_listener_passes_through() -> None:
    passed = ", {name: vault, port: 443, protocol: TLS, hostname: vault.example.com, tls: {mode: Passthrough}}"
    assert "'https' is for 'vault.example.com' as well" in said(
        "GH605", certificate('["*.example.com"]'), gateway("shop.example.com", more=passed)
    )
    assert said("GH605", certificate(), gateway("shop.example.com", more=passed)) == ""
    elsewhere = passed.replace("443", "8443")
    assert said("GH605", certificate('["*.example.com"]'), gateway("shop.example.com", more=elsewhere)) == ""


def test_cert_manager_does_not_look_at_gateways() -> None:
    annotated = gateway("shop.example.com", annotated=True)
    off = ClusterFacts(cert_manager=CertManager(enable_gateway_api=False))
    assert "spec.listeners[0].tls.certificateRefs[0]: cert-manager does not look at Gateways" in said(
        "GH606", annotated, facts=off
    )
    assert said("GH606", annotated) == ""
    assert said("GH606", certificate(), GATEWAY, facts=off) == ""


def test_cert_manager_passes_over_a_listener_without_a_hostname() -> None:
    annotated = listeners(f"[{HTTPS}]").replace("namespace: web}", f"namespace: web, {ANNOTATED}}}")
    assert said("GH204", annotated, facts=ClusterFacts()).endswith(
        "  fix: Write the hostname of the listener: cert-manager makes no certificate for one without."
    )
    assert "  fix: Add it, or declare it in cluster.yaml" in said(
        "GH204", listeners(f"[{HTTPS}]"), facts=ClusterFacts()
    )


IDLE = (
    "warning GH610: metadata.annotations[cert-manager.io/cluster-issuer]: cert-manager makes no certificate for it: it "
    "does so for listeners that terminate TLS and have a hostname, and certificateRefs to their own namespace.\n"
    "  fix: Remove the annotation, or write hostname and tls of the listeners that are to have a certificate."
)


@pytest.mark.parametrize(
    ("written", "idle"),
    [
        ("{name: http, port: 80, protocol: HTTP, hostname: a.example.com}", True),
        ("{name: tls, port: 443, protocol: TLS, hostname: a.example.com, tls: {mode: Passthrough}}", True),
        (HTTPS, True),
        (HTTPS.replace("{name: edge-tls}", "{name: edge-tls, namespace: certs}"), False),
        (HTTPS.replace("protocol", "hostname: a.example.com, protocol"), False),
    ],
)
def test_an_annotation_for_no_listener(written: str, idle: bool) -> None:
    annotated = listeners(f"[{written}]").replace("namespace: web}", f"namespace: web, {ANNOTATED}}}")
    assert said("GH610", annotated) == (IDLE if idle else "")
    assert said("GH610", listeners(f"[{written}]")) == ""


def test_a_secret_that_is_missing_for_want_of_a_hostname_is_said_once() -> None:
    annotated = listeners(f"[{HTTPS}]").replace("namespace: web}", f"namespace: web, {ANNOTATED}}}")
    assert said("GH610", annotated, facts=ClusterFacts()) == ""
    assert "GH204" in said("GH204", annotated, facts=ClusterFacts())


def test_the_listeners_of_others_may_be_what_the_annotation_is_for() -> None:
    open_to_others = GATEWAY.replace("spec:", "spec:\n  allowedListeners: {namespaces: {from: Same}}")
    assert said("GH610", open_to_others.replace("namespace: web}", f"namespace: web, {ANNOTATED}}}")) == ""
