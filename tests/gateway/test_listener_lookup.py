"""What a Gateway is asked for: its listeners, its Service, and that Service's labels."""

import hashlib

from constructs_lib import Domain, ExistingGateway, ExistingSecret, Gateway
from constructs_lib.gateway.infrastructure import Infrastructure
from tests.conftest import Manifests, refusal

import pytest
from cdk8s import Chart
from hypothesis import example, given
from hypothesis import strategies as st

SECRET = Domain("example.com", name="com", secret="certificate")


def existing(name: str, infrastructure: Infrastructure | None = None) -> ExistingGateway:
    domains = [Domain("example.com", name="com")]
    return Gateway.from_existing(name=name, namespace="common", domains=domains, infrastructure=infrastructure)


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("edge", "cilium-gateway-edge"),
        ("a" * 48, f"cilium-gateway-{'a' * 48}"),
        # printf %s cilium-gateway-NAME | sha256sum | cut -c1-10 | sed 's/0/g/g;s/1/h/g;s/3/k/g;s/a/m/g;s/e/t/g'
        ("a" * 49, f"cilium-gateway-{'a' * 37}-c6h6b9477c"),
        ("b" * 63, f"cilium-gateway-{'b' * 37}-hfttm479f6"),
        (
            "internal-applications-of-the-department-of-finance-eu",
            "cilium-gateway-internal-applications-of-the-departme-477gf8d627",
        ),
    ],
)
def test_the_service_is_named_after_the_gateway(name: str, service: str) -> None:
    assert existing(name).service_name == service
    assert len(service) <= 63


def shortened(name: str) -> str:
    """Cilium's rule, letter by letter: 52 characters, a dash, and ten of the digest without those that make words."""
    if len(name) < 64:
        return name
    letters = {"0": "g", "1": "h", "3": "k", "a": "m", "e": "t"}
    digest = list(hashlib.sha256(bytes(name, "ascii")).hexdigest())
    return "".join([*list(name)[:52], "-", *(letters.get(letter, letter) for letter in digest[:10])])


@given(st.from_regex(r"[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?", fullmatch=True))
@example("a" * 48)
@example("a" * 49)
def test_the_name_of_the_service_is_a_dns_label(name: str) -> None:
    """Oracle: the rule, written a second time."""
    service = existing(name).service_name
    assert service == shortened(f"cilium-gateway-{name}")
    assert len(service) <= 63
    assert not service.endswith("-")


def test_the_labels_of_the_service_are_those_that_selectors_see(chart: Chart) -> None:
    infrastructure = Infrastructure(labels={"announce": "lan"})
    labels = {
        "io.cilium.gateway/owning-gateway": "edge",
        "gateway.networking.k8s.io/gateway-name": "edge",
        "announce": "lan",
        "io.kubernetes.service.name": "cilium-gateway-edge",
        "io.kubernetes.service.namespace": "common",
    }
    assert existing("edge", infrastructure).service_labels == labels
    domains = [Domain("example.com", name="com")]
    defined = Gateway(
        chart, "edge", namespace="common", domains=domains, infrastructure=infrastructure, labels={"not": "copied"}
    )
    assert defined.service_labels == labels
    assert defined.service_name == "cilium-gateway-edge"
    del labels["announce"]
    assert existing("edge").service_labels == labels


def test_a_domain_with_a_secret_is_served_at_its_main_domain_too(chart: Chart, manifests: Manifests) -> None:
    gateway = Gateway(chart, "a", namespace="common", domains=[SECRET])
    assert [entry.listener.name for entry in gateway.listeners] == ["http-com", "https-com", "https-com-apex"]
    assert gateway.https_apex("com") == gateway.listeners[2]
    assert {entry.domain for entry in gateway.listeners} == {SECRET}
    (manifest,) = manifests()
    listeners = manifest["spec"]["listeners"]
    assert [(listener["port"], listener["hostname"]) for listener in listeners] == [
        (80, "*.com"),
        (443, "*.example.com"),
        (443, "example.com"),
    ]
    certificate = {
        "mode": "Terminate",
        "certificateRefs": [{"group": "", "kind": "Secret", "name": "certificate"}],
    }
    assert [listener.get("tls") for listener in listeners] == [None, certificate, certificate]


def test_both_listeners_of_a_domain_take_its_secret_from_another_namespace(chart: Chart, manifests: Manifests) -> None:
    own = Domain("example.com", name="com", secret=ExistingSecret("certificate", namespace="web"))
    Gateway(chart, "a", namespace="common", domains=[own])
    Gateway(chart, "b", namespace="web", domains=[Domain("example.org", name="org")])
    gateway, _, grant = manifests()
    references = [listener["tls"]["certificateRefs"] for listener in gateway["spec"]["listeners"][1:]]
    assert references == [[{"group": "", "kind": "Secret", "namespace": "web", "name": "certificate"}]] * 2
    assert grant["metadata"]["namespace"] == "web"
    assert grant["spec"] == {
        "from": [{"group": "gateway.networking.k8s.io", "kind": "Gateway", "namespace": "common"}],
        "to": [{"group": "", "kind": "Secret", "name": "certificate"}],
    }


@pytest.mark.parametrize(
    "domain",
    [
        Domain("example.com", name="com"),
        Domain("example.com", name="com", apex=False),
        Domain("example.com", name="com", apex=False, secret="certificate"),
    ],
)
def test_a_domain_without_secret_or_apex_has_no_listener_for_its_main_domain(domain: Domain) -> None:
    gateway = Gateway.from_existing(name="a", namespace="common", domains=[domain])
    assert [entry.listener.name for entry in gateway.listeners] == ["http-com", "https-com"]
    assert refusal(lambda: gateway.https_apex("com")) == (
        "Gateway common/a: listener: 'https-com-apex' is not one of its listeners. Allowed: 'http-com', 'https-com'. "
        "Fix: write one of them."
    )
