"""Addressing: all Services with those of Gateways, what they get, and who announces them."""

from preflight.addressing import Addressing, given
from preflight.cilium.announcing import Given, L2Announcer
from preflight.cluster import CiliumValues, ClusterFacts, GatewayApiValues, Node
from preflight.ip_ranges import Address, Range
from tests.preflight.addressed import GATEWAY, POLICY, POOL, SERVICE, addressed

LISTENER_SET = """
apiVersion: gateway.networking.k8s.io/v1
kind: ListenerSet
metadata: {name: more, namespace: web}
spec:
  parentRef: {name: edge}
  listeners: [{name: dns, port: 53, protocol: UDP}, {name: web, port: 8080, protocol: HTTP}]
"""
ALLOWING = GATEWAY.replace("listeners:", "allowedListeners: {namespaces: {from: All}}\n  listeners:")
EXISTING = """
apiVersion: v1
kind: Service
metadata: {name: cilium-gateway-edge, namespace: web, labels: {team: old}}
spec: {type: ClusterIP, ports: [{port: 9}]}
status: {loadBalancer: {ingress: [{ip: 192.0.2.3}]}}
"""
CLASS = """
apiVersion: gateway.networking.k8s.io/v1
kind: GatewayClass
metadata: {name: inside}
spec:
  controllerName: io.cilium/gateway-controller
  parametersRef: {group: cilium.io, kind: CiliumGatewayClassConfig, namespace: web, name: inside}
---
apiVersion: cilium.io/v2alpha1
kind: CiliumGatewayClassConfig
metadata: {name: inside, namespace: web}
spec: {service: {type: LoadBalancer, externalTrafficPolicy: Local, ipFamilies: [IPv6]}}
"""
FIRST = 3221225985
"""The number of 192.0.2.1."""


def names(found: Addressing) -> list[str]:
    return [f"{each.service.namespace}/{each.service.name}" for each in found.allocation.services]


def addresses(found: Addressing) -> list[tuple[Given, ...]]:
    return [given(each) for each in found.allocation.services]


def test_there_is_nothing_without_services() -> None:
    found = addressed(POOL)
    assert (found.allocation.services, found.announcements.services) == ((), ())
    assert [use.state.pool.name for use in found.allocation.pools] == ["common"]


def test_services_are_those_of_manifests_and_those_of_gateways() -> None:
    found = addressed(POOL, SERVICE, GATEWAY)
    assert names(found) == ["web/cilium-gateway-edge", "web/dns"]
    assert [each.service.gateway for each in found.allocation.services] == ["edge", None]
    assert [str(each.service) for each in found.announcements.services] == [
        "Service web/cilium-gateway-edge",
        "Service web/dns",
    ]
    assert addresses(found) == [(Range(4, FIRST, FIRST + 1),)] * 2


def test_the_ports_are_those_of_listeners_that_are_served_with_those_of_listener_sets() -> None:
    (service,) = addressed(POOL, ALLOWING, LISTENER_SET).allocation.services
    assert service.service.ports == ((53, "UDP"), (80, "TCP"), (8080, "TCP"))


def test_a_gateway_without_a_listener_that_is_served_has_no_service() -> None:
    assert names(addressed(POOL, GATEWAY.replace("protocol: HTTP", "protocol: example.com/other"))) == []


def test_a_gateway_with_a_dot_in_its_name_has_no_service() -> None:
    assert names(addressed(POOL, GATEWAY.replace("name: edge", "name: edge.v1"))) == []


def test_a_service_that_is_there_already_is_taken_over() -> None:
    (found,) = addressed(POOL, GATEWAY, EXISTING).allocation.services
    assert found.service.labels["team"] == "old"
    assert found.service.ports == ((80, "TCP"),)
    assert given(found) == (Address(4, FIRST + 2),)


def test_the_config_of_the_class_counts() -> None:
    dual = ClusterFacts(cilium_values=CiliumValues(ipv6=True))
    gateway = GATEWAY.replace("gatewayClassName: cilium", "gatewayClassName: inside")
    (found,) = addressed(POOL, CLASS, gateway, facts=dual).allocation.services
    assert (found.service.traffic_policy, found.service.versions) == ("Local", (6,))
    assert [reason.value for reason in found.reasons] == ["no_pool"]


def test_with_host_networking_a_gateway_has_no_load_balancer() -> None:
    facts = ClusterFacts(cilium_values=CiliumValues(gateway_api=GatewayApiValues(host_network=True)))
    assert names(addressed(POOL, GATEWAY, facts=facts)) == []


def test_addresses_that_others_gave_are_announced() -> None:
    text = SERVICE.replace("{type: LoadBalancer,", "{type: LoadBalancer, loadBalancerClass: example.com/other,")
    found = addressed(POOL, text + "status: {loadBalancer: {ingress: [{ip: 203.0.113.1}]}}\n", POLICY)
    assert addresses(found) == [(Address(4, 3405803777),)]
    (announcement,) = found.announcements.services
    assert [str(each) for each in announcement.addresses] == ["203.0.113.1"]


def test_without_a_pool_nobody_gets_an_address() -> None:
    found = addressed(SERVICE)
    assert addresses(found) == [()]
    assert found.allocation.services[0].unhandled == (
        "There is no CiliumLoadBalancerIPPool, and Cilium's address allocator does nothing before the first one."
    )


def test_who_announces_from_which_nodes() -> None:
    facts = ClusterFacts(nodes=(Node(name="one", interfaces=("eth0", "lo")),))
    found = addressed(POOL, GATEWAY, POLICY, facts=facts)
    ((announcer,),) = [each.announcers for each in found.announcements.services]
    assert isinstance(announcer, L2Announcer)
    assert announcer.nodes is not None
    assert str(announcer) == "CiliumL2AnnouncementPolicy lan"
    assert [str(each) for each in announcer.addresses] == ["192.0.2.1"]
    assert [(node.name, node.interfaces) for node in announcer.nodes] == [("one", ("eth0",))]


def test_the_secrets_are_those_with_a_value() -> None:
    secret = (
        "apiVersion: v1\nkind: Secret\nmetadata: {name: peers, namespace: kube-system}\n"
        "stringData: {password: x, empty: ''}\n"
    )
    found = addressed(secret, facts=ClusterFacts(secrets=(("web", "other"),)))
    assert found.secrets == {("kube-system", "peers"): frozenset({"password"}), ("web", "other"): None}


L2_NOTE = (
    "The cluster file does not say whether L2 announcements are on (l2announcements.enabled): it is taken to be so, as "
    "there are CiliumL2AnnouncementPolicies."
)
BGP_NOTE = (
    "The cluster file does not say whether the BGP control plane is on (bgpControlPlane.enabled): it is taken to be "
    "so, as there are objects of it."
)
BGP = "apiVersion: cilium.io/v2\nkind: CiliumBGPAdvertisement\nmetadata: {name: all}\nspec: {advertisements: []}\n"


def test_a_note_says_what_is_taken_to_be_on() -> None:
    assert addressed(POOL, GATEWAY).notes == ()
    assert addressed(POOL, GATEWAY, POLICY).notes == (L2_NOTE,)
    assert addressed(BGP).notes == (BGP_NOTE,)


def test_a_note_says_that_a_pool_may_hold_up_all_others() -> None:
    bad = POOL.replace("{blocks", "{serviceSelector: {matchExpressions: [{key: a, operator: In, values: []}]}, blocks")
    assert addressed(bad).notes == ()
    assert addressed(bad, SERVICE).notes == (
        (
            "Cilium refuses the serviceSelector of 'common', and may give out no addresses while it is there: what is "
            "said of addresses is what comes of the other pools."
        ),
    )


def test_a_note_says_why_a_gateway_is_not_among_the_services() -> None:
    unserved = GATEWAY.replace("protocol: HTTP", "protocol: HTTPS, tls: {certificateRefs: [{name: none}]}")
    assert addressed(POOL, unserved).notes == ("Gateway web/edge has no Service, since no listener of it is served.",)
    dotted = GATEWAY.replace("name: edge", "name: edge.a")
    assert addressed(POOL, dotted).notes == (
        "Gateway web/edge.a has no Service, since Kubernetes refuses a dot in the name of one.",
    )
    host_network = ClusterFacts(cilium_values=CiliumValues(gateway_api=GatewayApiValues(host_network=True)))
    assert addressed(POOL, GATEWAY, facts=host_network).notes == (
        "Gateway web/edge has a Service of another type than LoadBalancer, which gets no address.",
    )


def test_what_is_said_needs_no_note() -> None:
    for value in (True, False):
        facts = ClusterFacts(cilium_values=CiliumValues(l2_announcements=value))
        found = addressed(POOL, GATEWAY, POLICY, facts=facts)
        assert found.notes == ()
        assert bool(found.announcements.services[0].announcers) is value
