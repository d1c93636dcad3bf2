"""Client certificates, which the specification has and Cilium has not."""

from preflight.gateway_api.client_certificates import client_certificate_condition
from preflight.gateway_api.semantics import CILIUM_1_20, SPEC
from tests.preflight.gateway_api.states import (
    PEM,
    Json,
    config_map,
    gateway,
    grant,
    https,
    listener,
    listeners_of,
    predicted,
    reasons,
    said,
    secret,
    the_gateway,
    web,
)

import pytest

CA = config_map(**{"ca.crt": PEM})
CA_REF = {"group": "", "kind": "ConfigMap", "name": "ca"}
MODES = ("AllowValidOnly", "AllowInsecureFallback")
INSECURE = "InsecureFrontendValidationMode"


def backend(*others: Json, **reference: str) -> list[str]:
    """What the specification says of a certificate that a Gateway shows to backends."""
    one, objects = the_gateway(
        gateway(tls={"backend": {"clientCertificateRef": {"name": "cert"} | reference}}), *others
    )
    assert client_certificate_condition(one, objects, CILIUM_1_20) is None
    found = client_certificate_condition(one, objects, SPEC)
    return said([found]) if found is not None else []


def test_a_gateway_without_a_client_certificate_has_no_such_condition() -> None:
    one, objects = the_gateway(gateway())
    assert client_certificate_condition(one, objects, SPEC) is None


def test_a_good_client_certificate() -> None:
    assert backend(secret()) == ["ResolvedRefs=True ResolvedRefs: Secret infra/cert has a certificate."]
    assert backend(secret(namespace="certs"), grant("Gateway", "infra", "Secret", in_="certs"), namespace="certs") == [
        "ResolvedRefs=True ResolvedRefs: Secret certs/cert has a certificate."
    ]


def test_a_bad_client_certificate() -> None:
    assert backend() == ["ResolvedRefs=False InvalidClientCertificateRef: Secret infra/cert does not exist."]
    (line,) = backend(secret(namespace="certs"), namespace="certs")
    assert line == (
        "ResolvedRefs=False RefNotPermitted: Secret certs/cert is in another namespace, and no ReferenceGrant there "
        "lets the Gateways of infra use it."
    )


def test_a_bad_client_certificate_leaves_the_gateway_accepted() -> None:
    written = gateway(tls={"backend": {"clientCertificateRef": {"name": "cert"}}})
    assert reasons(web(predicted(written, semantics=SPEC)).conditions) == {
        "Accepted": "True Accepted",
        "Programmed": "True Programmed",
        "ResolvedRefs": "False InvalidClientCertificateRef",
    }
    assert "ResolvedRefs" not in reasons(web(predicted(written)).conditions)


def frontend(*refs: Json, port: int | None = None, **others: Json) -> Json:
    """A Gateway that asks clients of its HTTPS listeners for certificates."""
    validation = {"validation": {"caCertificateRefs": list(refs)}}
    good = {"validation": {"caCertificateRefs": [{"group": "", "kind": "ConfigMap", "name": "ca"}]}}
    tls: Json = {"default": validation}
    if port is not None:
        tls = {"default": good, "perPort": [{"port": port, "tls": validation}]}
    return gateway(listener(), https(), https("other", port=8443), tls={"frontend": tls})


def ref(name: str, **fields: str) -> Json:
    return {"group": "", "kind": "ConfigMap", "name": name} | fields


@pytest.mark.parametrize(
    ("reference", "reason", "message"),
    [
        (ref("none"), "InvalidCACertificateRef", "ConfigMap infra/none does not exist."),
        (ref("empty"), "InvalidCACertificateRef", "ConfigMap infra/empty has no ca.crt."),
        (
            ref("ca", kind="Secret"),
            "InvalidCACertificateKind",
            "Secret infra/ca, which it names for its CA certificate, is no ConfigMap.",
        ),
        (
            ref("ca", namespace="certs"),
            "RefNotPermitted",
            (
                "ConfigMap certs/ca is in another namespace, and no ReferenceGrant there lets "
                "the Gateways of infra use it."
            ),
        ),
    ],
    ids=["missing", "empty", "kind", "grant"],
)
def test_without_a_good_ca_an_https_listener_is_not_accepted(reference: Json, reason: str, message: str) -> None:
    others = [secret(), CA, config_map("empty", other=""), config_map(namespace="certs", **{"ca.crt": PEM})]
    written = frontend(reference)
    found = listeners_of(web(predicted(written, *others, semantics=SPEC)))
    assert said(found["https"].conditions) == [
        f"ResolvedRefs=False {reason}: {message}",
        f"Accepted=False NoValidCACertificate: {message}",
        "Programmed=False Pending: It is not served until it is valid.",
    ]
    assert reasons(found["http"].conditions)["Accepted"] == "True Accepted"
    by_cilium = listeners_of(web(predicted(written, *others)))
    assert reasons(by_cilium["https"].conditions)["Accepted"] == "True Accepted"


def test_one_good_ca_is_enough_to_be_accepted() -> None:
    found = listeners_of(web(predicted(frontend(ref("none"), ref("ca")), secret(), CA, semantics=SPEC)))
    assert reasons(found["https"].conditions) == {
        "ResolvedRefs": "False InvalidCACertificateRef",
        "Accepted": "True Accepted",
        "Programmed": "True Programmed",
    }


def test_a_port_may_have_cas_of_its_own() -> None:
    found = listeners_of(web(predicted(frontend(ref("none"), port=8443), secret(), CA, semantics=SPEC)))
    assert reasons(found["https"].conditions)["Accepted"] == "True Accepted"
    assert reasons(found["other"].conditions)["Accepted"] == "False NoValidCACertificate"


@pytest.mark.parametrize("place", ["default", "port"])
def test_a_gateway_says_that_it_serves_clients_without_a_certificate(place: str) -> None:
    strict, lax = ({"validation": {"mode": mode, "caCertificateRefs": [CA_REF]}} for mode in MODES)
    frontends: dict[str, Json] = {
        "default": {"default": lax},
        "port": {"default": strict, "perPort": [{"port": 443, "tls": lax}]},
    }
    written = gateway(https(), tls={"frontend": frontends[place]})
    assert said(web(predicted(written, CA, secret(), semantics=SPEC)).conditions)[-1] == (
        "InsecureFrontendValidationMode=True ConfigurationChanged: "
        "Clients without a valid certificate are served all the same."
    )
    assert INSECURE not in reasons(web(predicted(written, CA, secret())).conditions)
    other = gateway(https(), tls={"frontend": {"default": strict}})
    assert INSECURE not in reasons(web(predicted(other, CA, secret(), semantics=SPEC)).conditions)
