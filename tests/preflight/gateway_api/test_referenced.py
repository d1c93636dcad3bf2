"""Services, Secrets, ConfigMaps and Namespaces: of manifests, and as the cluster file declares them."""

from preflight.cluster import ClusterFacts, DeclaredService, Node
from preflight.gateway_api.loading import objects_in
from preflight.gateway_api.objects import NamespacedName, Objects
from preflight.snapshot import Manifest, Snapshot
from tests.preflight.gateway_api.states import (
    PEM,
    Json,
    an_object,
    config_map,
    encoded,
    gateway,
    https,
    namespace_object,
    secret,
    service,
)

import pytest

APP, CERT, CA = (NamespacedName("infra", name) for name in ("app", "cert", "ca"))
ISSUER = {"cert-manager.io/cluster-issuer": "letsencrypt"}


def read(*documents: Json, facts: ClusterFacts | None = None) -> Objects:
    """Objects that nobody has admitted: what is read here has no defaults that matter."""
    return objects_in(Snapshot(tuple(Manifest(data=each) for each in documents)), facts or ClusterFacts())


def test_a_service_has_its_ports_and_what_its_load_balancer_gives() -> None:
    status = {"loadBalancer": {"ingress": [{"ip": "192.0.2.1"}]}}
    spec = {"type": "LoadBalancer", "ports": [{"port": 80}, {"name": "dns", "port": 53, "protocol": "UDP"}]}
    found = read(service(spec=spec, status=status, labels={"team": "shop"})).services[APP]
    assert (found.type, found.ports, found.labels) == ("LoadBalancer", ((80, "TCP"), (53, "UDP")), {"team": "shop"})
    assert (found.named_ports, found.ingress) == ({"dns": 53}, ({"ip": "192.0.2.1"},))


def test_a_service_that_is_a_manifest_counts_before_one_that_is_declared() -> None:
    declared = (
        DeclaredService(namespace="infra", name="app", ports=((1, "TCP"),)),
        DeclaredService(namespace="shop", name="far", ports=((2, "UDP"),)),
    )
    found = read(service(), facts=ClusterFacts(services=declared)).services
    assert found[APP].ports == ((80, "TCP"),)
    far = found[NamespacedName("shop", "far")]
    assert (far.type, far.ports, far.ingress) == ("ClusterIP", ((2, "UDP"),), ())


def test_the_data_of_a_secret_is_decoded() -> None:
    found = read(secret()).secrets[CERT]
    assert found == {"tls.crt": PEM.encode(), "tls.key": PEM.encode()}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {}),
        ({"data": None}, {}),
        ({"data": {"tls.crt": None}}, {"tls.crt": b""}),
        ({"data": {"tls.crt": "no base64 é"}}, {"tls.crt": b""}),
        ({"data": {"tls.crt": encoded("a")}, "stringData": {"tls.crt": "b"}}, {"tls.crt": b"b"}),
    ],
    ids=str,
)
def test_what_a_secret_may_say_in_other_ways(fields: Json, expected: dict[str, bytes]) -> None:
    assert read(an_object("v1", "Secret", "cert", "infra", **fields)).secrets[CERT] == expected


def test_a_secret_that_is_declared_is_taken_for_a_good_one() -> None:
    assert read(facts=ClusterFacts(secrets=(("infra", "cert"),))).secrets == {CERT: None}


def test_cert_manager_makes_the_secret_of_a_certificate() -> None:
    spec = {"secretName": "cert", "dnsNames": ["a.example.com"], "issuerRef": {"name": "letsencrypt"}}
    certificate = an_object("cert-manager.io/v1", "Certificate", "any", "infra", spec=spec)
    assert read(certificate).secrets == {CERT: None}


def test_cert_manager_makes_the_secrets_of_an_annotated_gateway_for_listeners_with_a_hostname() -> None:
    other = {"mode": "Terminate", "certificateRefs": [{"name": "far", "namespace": "certs"}]}
    listeners = [
        https(hostname="a.example.com"),
        https("any", "other"),
        https("far", hostname="b.example.com", tls=other),
    ]
    annotated = gateway(*listeners)
    assert read(annotated).secrets == {}
    annotated["metadata"]["annotations"] = ISSUER
    assert read(annotated).secrets == {CERT: None}
    name = listeners[0]["name"]
    annotated["metadata"]["annotations"] = ISSUER | {"cert-manager.io/ignore-tls-listeners": f"x, {name}"}
    assert read(annotated).secrets == {}


def test_a_secret_that_is_a_manifest_counts_before_one_that_cert_manager_makes() -> None:
    annotated = gateway(https(hostname="a.example.com"))
    annotated["metadata"]["annotations"] = ISSUER
    assert read(annotated, secret(certificate="none")).secrets[CERT] == {"tls.crt": b"none", "tls.key": PEM.encode()}


def test_config_maps_have_their_data() -> None:
    declared = ClusterFacts(config_maps=(("infra", "ca"), ("infra", "far")))
    found = read(config_map(**{"ca.crt": PEM}), facts=declared).config_maps
    assert found == {CA: {"ca.crt": PEM}, NamespacedName("infra", "far"): None}


def test_namespaces_have_the_label_that_the_api_server_adds() -> None:
    declared = ClusterFacts(namespaces={"shop": {"team": "shop"}, "infra": {"team": "none"}})
    bare = an_object("v1", "Namespace", "bare", None)
    assert read(namespace_object("infra", team="infra"), bare, facts=declared).namespaces == {
        "infra": {"team": "infra", "kubernetes.io/metadata.name": "infra"},
        "shop": {"team": "shop", "kubernetes.io/metadata.name": "shop"},
        "bare": {"kubernetes.io/metadata.name": "bare"},
    }


@pytest.mark.parametrize("annotation", ["cert-manager.io/issuer", "cert-manager.io/cluster-issuer"])
def test_each_annotation_that_names_an_issuer_counts(annotation: str) -> None:
    annotated = gateway(https(hostname="a.example.com"))
    annotated["metadata"]["annotations"] = {annotation: "letsencrypt"}
    assert read(annotated).secrets == {CERT: None}


def a_node(name: str, *addresses: str) -> Json:
    return an_object("v1", "Node", name, None, status={"addresses": [{"address": each} for each in addresses]})


def test_of_nodes_the_first_address_counts_and_ipv4_comes_before_ipv6() -> None:
    found = read(a_node("a", "2001:DB8::2", "192.0.2.9"), a_node("b", "192.0.2.10"), a_node("c", "192.0.2.2"))
    assert found.node_addresses == ("192.0.2.2", "192.0.2.10", "2001:db8::2")


def test_a_node_whose_first_address_is_a_name_has_none_nor_has_one_without_status() -> None:
    assert read(a_node("a", "host.example", "192.0.2.1"), an_object("v1", "Node", "b", None)).node_addresses == ()


def test_a_node_that_is_a_manifest_counts_before_one_that_is_declared() -> None:
    declared = (Node(name="a", addresses=("192.0.2.1",)), Node(name="b", addresses=("192.0.2.3",)), Node(name="c"))
    found = read(a_node("a", "192.0.2.2"), facts=ClusterFacts(nodes=declared))
    assert found.node_addresses == ("192.0.2.2", "192.0.2.3")
