"""Services as the allocator sees them: facts 1.1, 1.2, 1.6, 1.7 and 1.8."""

from typing import Any

from preflight.cilium.facts import AllocatorFacts
from preflight.cilium.objects import LoadBalancer
from preflight.cilium.services import load_balancer, why_unhandled
from preflight.snapshot import Manifest

import pytest

V4, V6, BOTH = AllocatorFacts(), AllocatorFacts(ipv4=False, ipv6=True), AllocatorFacts(ipv6=True)
FEATURES = AllocatorFacts(l2=True, bgp=True)


def manifest(
    spec: dict[str, Any] | None = None,
    annotations: dict[str, str] | None = None,
    labels: dict[str, str] | None = None,
    ingress: list[dict[str, str]] | None = None,
) -> Manifest:
    metadata = {"name": "shop", "namespace": "web", "labels": labels or {}, "annotations": annotations or {}}
    return Manifest(
        data={
            "apiVersion": "v1",
            "kind": "Service",
            "metadata": metadata,
            "spec": {"type": "LoadBalancer", "ports": [{"port": 80}], **(spec or {})},
            "status": {"loadBalancer": {"ingress": ingress or []}},
        }
    )


def service(facts: AllocatorFacts = V4, **written: Any) -> LoadBalancer:
    found = load_balancer(manifest(**written), facts)
    assert found is not None
    return found


@pytest.mark.parametrize("type_", ["ClusterIP", "NodePort", "ExternalName", None])
def test_only_services_of_type_load_balancer_get_addresses(type_: str | None) -> None:
    assert load_balancer(manifest(spec={"type": type_}), V4) is None


@pytest.mark.parametrize(
    ("class_", "facts", "why"),
    [
        (None, V4, None),
        (
            None,
            AllocatorFacts(default_service_ipam="nodeipam"),
            "Service web/shop has no loadBalancerClass, and defaultLBServiceIPAM is 'nodeipam', not 'lbipam'.",
        ),
        (
            None,
            AllocatorFacts(default_service_ipam="none"),
            "Service web/shop has no loadBalancerClass, and defaultLBServiceIPAM is 'none', not 'lbipam'.",
        ),
        (None, AllocatorFacts(lb_ipam=False), "Cilium's address allocator is off: enableLBIPAM is false."),
        (
            "io.cilium/l2-announcer",
            AllocatorFacts(lb_ipam=False, l2=True),
            "Cilium's address allocator is off: enableLBIPAM is false.",
        ),
        (
            "io.cilium/node",
            V4,
            "By its loadBalancerClass 'io.cilium/node', Node IPAM gives Service web/shop addresses of nodes.",
        ),
        ("io.cilium/l2-announcer", FEATURES, None),
        ("io.cilium/bgp-control-plane", FEATURES, None),
        ("io.cilium/l2-announcer", AllocatorFacts(l2=True, default_service_ipam="none"), None),
        (
            "io.cilium/l2-announcer",
            V4,
            (
                "The loadBalancerClass 'io.cilium/l2-announcer' of Service web/shop needs L2 announcements, "
                "which Cilium has off."
            ),
        ),
        (
            "io.cilium/bgp-control-plane",
            V4,
            (
                "The loadBalancerClass 'io.cilium/bgp-control-plane' of Service web/shop needs the BGP control plane, "
                "which Cilium has off."
            ),
        ),
        (
            "metallb.io/metallb",
            FEATURES,
            "The loadBalancerClass 'metallb.io/metallb' of Service web/shop is none of Cilium's.",
        ),
    ],
)
def test_which_services_cilium_handles(class_: str | None, facts: AllocatorFacts, why: str | None) -> None:
    spec = {} if class_ is None else {"loadBalancerClass": class_}
    assert why_unhandled(service(spec=spec), facts) == why


def test_two_labels_are_what_selectors_see_whatever_is_written() -> None:
    assert service(labels={"team": "shop", "io.kubernetes.service.name": "other"}).labels == {
        "team": "shop",
        "io.kubernetes.service.name": "shop",
        "io.kubernetes.service.namespace": "web",
    }


@pytest.mark.parametrize(
    ("spec", "facts", "versions"),
    [
        ({}, V4, (4,)),
        ({}, V6, (6,)),
        ({}, BOTH, (4,)),
        ({"ipFamilies": ["IPv6"]}, BOTH, (6,)),
        ({"ipFamilies": ["IPv6"]}, V4, (6,)),
        ({"ipFamilies": ["IPv6", "IPv4"], "ipFamilyPolicy": "SingleStack"}, BOTH, (6,)),
        ({"ipFamilyPolicy": "PreferDualStack"}, BOTH, (4, 6)),
        ({"ipFamilyPolicy": "PreferDualStack"}, V4, (4,)),
        ({"ipFamilyPolicy": "PreferDualStack", "ipFamilies": ["IPv6"]}, BOTH, (6,)),
        ({"ipFamilyPolicy": "PreferDualStack", "ipFamilies": ["IPv6", "IPv4"]}, V4, (4,)),
        ({"ipFamilyPolicy": "RequireDualStack"}, BOTH, (4, 6)),
        ({"ipFamilyPolicy": "RequireDualStack"}, V4, (4,)),
        ({"ipFamilyPolicy": "RequireDualStack", "ipFamilies": ["IPv6"]}, BOTH, (4, 6)),
    ],
)
def test_ip_families(spec: dict[str, Any], facts: AllocatorFacts, versions: tuple[int, ...]) -> None:
    assert service(facts, spec=spec).versions == versions


@pytest.mark.parametrize(
    ("spec", "annotations", "requested", "dropped"),
    [
        ({}, {}, [], []),
        ({"loadBalancerIP": "10.0.0.1"}, {}, ["10.0.0.1"], []),
        ({"loadBalancerIP": "10.0.0.1"}, {"io.cilium/lb-ipam-ips": "10.0.0.2"}, ["10.0.0.1", "10.0.0.2"], []),
        ({"loadBalancerIP": "10.0.0.1"}, {"lbipam.cilium.io/ips": "10.0.0.1"}, ["10.0.0.1"], []),
        ({}, {"lbipam.cilium.io/ips": "10.0.0.1,10.0.0.2,10.0.0.1"}, ["10.0.0.1", "10.0.0.2", "10.0.0.1"], []),
        ({}, {"lbipam.cilium.io/ips": "10.0.0.2/32"}, [], ["10.0.0.2/32"]),
        ({"loadBalancerIP": "lb.example.com"}, {"lbipam.cilium.io/ips": "x"}, [], ["lb.example.com", "x"]),
    ],
)
def test_requested_addresses(
    spec: dict[str, Any], annotations: dict[str, str], requested: list[str], dropped: list[str]
) -> None:
    found = service(spec=spec, annotations=annotations)
    assert [str(each) for each in found.requested] == requested
    assert list(found.dropped) == dropped


@pytest.mark.parametrize(
    ("annotations", "key", "namespaces"),
    [
        ({}, "", ()),
        ({"io.cilium/lb-ipam-sharing-key": "k"}, "k", ()),
        ({"lbipam.cilium.io/sharing-key": "k", "io.cilium/lb-ipam-sharing-key": "other"}, "k", ()),
        ({"lbipam.cilium.io/sharing-cross-namespace": "a, b"}, "", ("a", " b")),
        ({"io.cilium/lb-ipam-sharing-cross-namespace": "*"}, "", ("*",)),
    ],
)
def test_sharing_annotations_are_taken_as_they_are_written(
    annotations: dict[str, str], key: str, namespaces: tuple[str, ...]
) -> None:
    found = service(annotations=annotations)
    assert (found.sharing_key, found.sharing_namespaces) == (key, namespaces)


def test_what_the_api_server_fills_in_is_there() -> None:
    found = service(spec={"ports": [{"port": 80}, {"port": 53, "protocol": "UDP"}]})
    assert (found.ports, found.traffic_policy) == (((80, "TCP"), (53, "UDP")), "Cluster")


def test_addresses_in_the_status_are_those_that_it_has() -> None:
    ingress = [{"ip": "10.0.0.1"}, {"hostname": "lb.example.com"}, {"ip": "10.0.0.1"}, {"ip": "fd00::1"}]
    assert [str(each) for each in service(ingress=ingress).assigned] == ["10.0.0.1", "fd00::1"]


def test_a_service_of_a_gateway_points_to_the_gateway() -> None:
    gateway = Manifest(data={"kind": "Gateway", "metadata": {"name": "edge", "namespace": "web"}})
    found = load_balancer(manifest(), V4, gateway="edge", written=gateway)
    assert found is not None
    assert (found.gateway, found.manifest) == ("edge", gateway)
