"""For which hostnames a certificate is, and where it is written."""

from typing import Any

from constructs_lib import Domain, Gateway, Listener, Namespace
from constructs_lib.certificates.target import Target, target_of
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.references import ExistingSecret
from tests.conftest import refusal

import cdk8s_plus_27
import pytest
from cdk8s import ApiObjectMetadata, Chart


def listeners(*entries: Listener, **arguments: Any) -> tuple[GatewayListener, ...]:
    every = {"name": "gateway", "namespace": "common", "listeners": entries} | arguments
    return Gateway.from_existing(**every).listeners


def https(name: str, hostname: str | None, secret: Any = "s", port: int = 443) -> Listener:
    return Listener.https(name, hostname=hostname, secret=secret, port=port)


def of(*entries: GatewayListener) -> Target:
    return target_of("Certificate a", entries, (), None, None)


DOMAIN = Gateway.from_existing(
    name="gateway", namespace="common", domains=[Domain("example.com", name="com", secret="com-tls")]
)


def test_a_certificate_is_for_the_hostnames_of_listeners_with_one_secret() -> None:
    wildcard, apex = DOMAIN.https("com"), DOMAIN.https_apex("com")
    assert of(wildcard, apex) == Target("common", "com-tls", ("*.example.com", "example.com"))
    assert of(apex) == Target("common", "com-tls", ("example.com",))


def test_the_secret_may_be_named_by_the_gateway_or_be_in_another_namespace() -> None:
    (own,) = listeners(https("own", "a.com", None))
    assert of(own) == Target("common", "gateway-own-tls", ("a.com",))
    elsewhere = listeners(*(https(name, f"{name}.com", ExistingSecret("s", namespace="web")) for name in ("a", "b")))
    assert of(*elsewhere) == Target("web", "s", ("a.com", "b.com"))


def test_listeners_of_several_gateways_may_share_a_certificate() -> None:
    (one,) = listeners(https("a", "a.com"))
    (other,) = listeners(https("a", "b.com"), name="other")
    (far,) = listeners(https("a", "c.com", ExistingSecret("s", namespace="common")), namespace="web")
    assert of(one, other, far) == Target("common", "s", ("a.com", "b.com", "c.com"))


def test_a_hostname_on_two_ports_is_certified_once() -> None:
    assert of(*listeners(https("a", "a.com"), https("b", "a.com", port=8443))).dns_names == ("a.com",)


def test_a_certificate_is_for_hostnames_without_listeners(chart: Chart) -> None:
    names, namespace = ["a.com", "*.a.com"], Namespace(chart, "web")
    assert target_of("Certificate a", (), names, "s", namespace) == Target("web", "s", ("a.com", "*.a.com"))


ONE_SECRET = (
    "Allowed: listeners with one Secret. Fix: write secret=... in the listeners, or in their Domain, or a Certificate "
    "for each."
)


@pytest.mark.parametrize(
    ("second", "shown"),
    [
        (https("b", "b.com", "t"), "common/t"),
        (https("b", "b.com", None), "common/gateway-b-tls"),
        (https("b", "b.com", ExistingSecret("s", namespace="web")), "web/s"),
    ],
)
def test_listeners_with_several_secrets_are_refused(second: Listener, shown: str) -> None:
    entries = listeners(https("a", "a.com"), second)
    assert refusal(lambda: of(*entries)) == (
        f"Certificate a: listeners[1]: 'listener b of Gateway common/gateway' has the Secret {shown}, where listener a "
        f"of Gateway common/gateway has common/s. {ONE_SECRET}"
    )


def test_a_listener_without_hostname_is_refused() -> None:
    assert refusal(lambda: of(*listeners(https("any", None)))) == (
        "Certificate a: listeners[0]: 'listener any of Gateway common/gateway' has no hostname to certify. Allowed: "
        "listeners with a hostname. Fix: write hostname=... in the listener, or dns_names, secret_name and namespace "
        "instead of listeners."
    )


@pytest.mark.parametrize(
    ("listener", "protocol"),
    [(Listener.http("l", hostname="a.com"), "HTTP"), (Listener.tls_passthrough("l", hostname="a.com"), "TLS")],
)
def test_a_listener_for_another_protocol_is_refused(listener: Listener, protocol: str) -> None:
    assert refusal(lambda: of(*listeners(listener))) == (
        f"Certificate a: listeners[0]: 'listener l of Gateway common/gateway' is for {protocol} and has no "
        "certificate. Allowed: HTTPS listeners. Fix: write gateway.https('NAME')."
    )


def test_a_secret_that_the_app_defines_is_not_written_by_cert_manager(chart: Chart) -> None:
    secret = cdk8s_plus_27.Secret(chart, "own", metadata=ApiObjectMetadata(name="own", namespace="common"))
    assert refusal(lambda: of(*listeners(https("l", "a.com", secret)))) == (
        "Certificate a: listeners[0]: 'listener l of Gateway common/gateway' has the Secret own, which the app defines "
        "itself: cert-manager would write to it too. Allowed: listeners whose Secret is a name, an ExistingSecret or "
        "left to the Gateway to name. Fix: write the name of another Secret in the listener."
    )


TWO_FORMS = "Allowed: listeners, or dns_names, secret_name and namespace. Fix:"


@pytest.mark.parametrize(
    ("arguments", "shown", "given"),
    [
        ({"secret_name": "s"}, "secret_name: 's'", "secret_name"),
        ({"dns_names": ["a.com"], "namespace": "web"}, "dns_names: ('a.com',)", "dns_names and namespace"),
    ],
)
def test_only_one_of_the_two_forms_is_taken(arguments: dict[str, Any], shown: str, given: str) -> None:
    every = {"listeners": [DOMAIN.https("com")], "dns_names": (), "secret_name": None, "namespace": None} | arguments
    assert refusal(lambda: target_of("Certificate a", **every)) == (
        f"Certificate a: {shown} is what the listeners say already. {TWO_FORMS} leave listeners or {given} out."
    )


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        ((), "dns_names"),
        ((["a.com"],), "secret_name"),
        ((["a.com"], "s"), "namespace"),
        (([], "s", "web"), "dns_names"),
    ],
)
def test_a_form_is_taken_whole(arguments: Any, missing: str) -> None:
    every = (*arguments, *[(), None, None][len(arguments) :])
    assert refusal(lambda: target_of("Certificate a", (), *every)) == (
        f"Certificate a: {missing}: None is missing. {TWO_FORMS} write listeners=[gateway.https('NAME')], or add what "
        "is missing."
    )


def test_names_are_those_that_certificates_and_kubernetes_take() -> None:
    def refused_for(names: Any, secret: Any = "s", namespace: Any = "web") -> str:
        return refusal(lambda: target_of("Certificate a", (), names, secret, namespace))

    assert refused_for(["a b"]).startswith("Certificate a: dns_names[0]: 'a b' is not a hostname.")
    assert refused_for("a.com").startswith("Certificate a: dns_names: 'a.com' is of type str.")
    assert refused_for(["a.com"], "S").startswith("Certificate a: secret_name: 'S' is not a name that Kubernetes")
    assert refused_for(["a.com"], "s", 5).startswith("Certificate a: namespace: 5 is of type int.")
    assert refused_for(["a.com", "b.com", "a.com"]) == (
        "Certificate a: dns_names: 'a.com' is there twice. Allowed: each once. Fix: leave one out."
    )
