"""Addresses as tables, whole texts pinned: problems first, then pools, announcers, and why the others do not."""
# ruff: noqa: E501  # tables are as wide as they are

from dataclasses import replace
from io import StringIO

from preflight.addressing import Addressing
from preflight.cluster import ClusterFacts, Node
from preflight.report.addresses import write_addresses
from tests.preflight.addressed import GATEWAY, OTHER_POOL, POLICY, POOL, SERVICE, addressed

BGP = """
apiVersion: cilium.io/v2
kind: CiliumBGPClusterConfig
metadata: {name: rack}
spec:
  nodeSelector: {matchLabels: {rack: a}}
  bgpInstances:
    - name: main
      localASN: 64512
      peers: [{name: router, peerAddress: 192.0.2.254, peerASN: 64513, peerConfigRef: {name: routers}}]
---
apiVersion: cilium.io/v2
kind: CiliumBGPPeerConfig
metadata: {name: routers}
spec: {families: [{afi: ipv4, safi: unicast, advertisements: {}}]}
---
apiVersion: cilium.io/v2
kind: CiliumBGPAdvertisement
metadata: {name: lab}
spec:
  advertisements:
    - advertisementType: Service
      service: {addresses: [LoadBalancerIP]}
      selector: {matchLabels: {team: lab}}
"""
LAB = SERVICE.replace("name: dns,", "name: lab, labels: {team: lab},").replace("53", "54")
PINNED = SERVICE.replace("name: dns,", "name: pinned, annotations: {lbipam.cilium.io/ips: 203.0.113.9},")
FOREIGN = SERVICE.replace("name: dns,", "name: foreign,").replace(
    "type: LoadBalancer,", "type: LoadBalancer, loadBalancerClass: example.com/other,"
)
BLOCKS = "{blocks: [{start: 192.0.2.1, stop: 192.0.2.4}]}"
DISABLED = POOL.replace("common", "old").replace(BLOCKS, "{disabled: true, blocks: [{cidr: 203.0.113.0/24}]}")
WRONG = POOL.replace("common", "wrong").replace("192.0.2.1,", "192.0.2.9,")
OF_GATEWAY = POLICY.replace(
    "spec: {", "spec: {serviceSelector: {matchLabels: {io.kubernetes.service.name: cilium-gateway-edge}}, "
)
NODES = (
    Node(name="one", labels={}, interfaces=("eth0", "lo")),
    Node(name="two", labels={}, interfaces=("eth0", "lo")),
    Node(name="three", labels={"rack": "a"}),
)
ALL = (POOL, OTHER_POOL, DISABLED, WRONG, GATEWAY, LAB, PINNED, FOREIGN, OF_GATEWAY, BGP)


def written(found: Addressing) -> str:
    stream = StringIO()
    write_addresses(found, stream)
    return stream.getvalue()


def test_the_tables() -> None:
    assert (
        written(addressed(*ALL, facts=ClusterFacts(nodes=NODES)))
        == """\
SERVICES
NAMESPACE   NAME                  GATEWAY   REQUESTED     POOLS        ADDRESS                                         SATISFIED         SHARES-WITH   ANNOUNCED-BY
web         foreign               <none>    <none>        <none>       <none>                                          <none>            <none>        <none>
web         pinned                <none>    203.0.113.9   <none>       <none>                                          False (no_pool)   <none>        <none>
web         cilium-gateway-edge   edge      <none>        common       one of 2: 192.0.2.1-192.0.2.2                   True              <none>        L2 lan
web         lab                   <none>    <none>        common,lab   one of 3: 192.0.2.1-192.0.2.2 or 198.51.100.0   True              <none>        BGP rack/main/router

POOLS
NAME     DISABLED   CONFLICTING   TOTAL    USED     AVAILABLE   PROBLEM
common   false      False         4        1 to 2   2 to 3      <none>
lab      false      False         4        0 to 1   3 to 4      <none>
old      true       False         256      0        256         <none>
wrong    false      <none>        <none>   <none>   <none>      Cilium ignores it, for its block 0: Its start 192.0.2.9 comes after its stop 192.0.2.4.

L2 ANNOUNCEMENTS
SERVICE                   POLICY   NODES     INTERFACES   LEASE
web/cilium-gateway-edge   lan      one,two   eth0         cilium-l2announce-web-cilium-gateway-edge
web/cilium-gateway-edge   lan      three     ^eth         cilium-l2announce-web-cilium-gateway-edge

BGP ADVERTISEMENTS
SERVICE   PREFIXES                                       PEER               ADDRESS       NODES   ADVERTISEMENT
web/lab   a /32 of 192.0.2.1-192.0.2.2,198.51.100.0/32   rack/main/router   192.0.2.254   three   lab

SERVICES THAT GET NO ADDRESS FROM CILIUM
SERVICES      WHY
web/foreign   The loadBalancerClass 'example.com/other' of Service web/foreign is none of Cilium's.

POOLS THAT GIVE NO ADDRESS
POOL     WHY-NOT                                                                                                            SERVICES
common   It does not have '203.0.113.9', which the Service asks for.                                                        web/pinned
lab      Its serviceSelector does not select the labels of the Service.                                                     web/cilium-gateway-edge
lab      It does not have '203.0.113.9', which the Service asks for.                                                        web/pinned
old      It is disabled.                                                                                                    web/cilium-gateway-edge,web/lab,web/pinned
wrong    Its block 0 cannot be used, so that Cilium ignores the pool: Its start 192.0.2.9 comes after its stop 192.0.2.4.   web/cilium-gateway-edge,web/lab,web/pinned

WHO DOES NOT ANNOUNCE
ANNOUNCER                                            WHY-NOT                                                        SERVICES
CiliumBGPAdvertisement lab, spec.advertisements[0]   Its selector does not take the labels of the Service.          web/cilium-gateway-edge
CiliumL2AnnouncementPolicy lan                       The serviceSelector does not take the labels of the Service.   web/lab
"""
    )


def test_without_nodes_the_selectors_say_which() -> None:
    text = written(addressed(*ALL))
    assert (
        "web/cilium-gateway-edge   lan      all nodes   ^eth         cilium-l2announce-web-cilium-gateway-edge\n"
        in text
    )
    assert "rack/main/router   192.0.2.254   by nodeSelector   lab\n" in text
    without_interfaces = written(addressed(POOL, GATEWAY, POLICY.replace(", interfaces: [^eth]", "")))
    assert "lan      all nodes   all devices   cilium-l2announce-web-cilium-gateway-edge\n" in without_interfaces


def test_what_nobody_announces_is_said() -> None:
    text = written(addressed(POOL, GATEWAY))
    assert "   192.0.2.1   True        <none>        nobody\n" in text


def test_pools_in_conflict_say_with_which_blocks() -> None:
    text = written(addressed(POOL, POOL.replace("name: common", "name: twin")))
    assert (
        text
        == """\
POOLS
NAME     DISABLED   CONFLICTING     TOTAL   USED   AVAILABLE   PROBLEM
common   false      True or False   4       0      4           its 192.0.2.1-192.0.2.4 overlaps 192.0.2.1-192.0.2.4 of twin
twin     false      True or False   4       0      4           its 192.0.2.1-192.0.2.4 overlaps 192.0.2.1-192.0.2.4 of common
"""
    )


def test_who_shares_is_named() -> None:
    shared = SERVICE.replace("name: dns,", "name: NAME, annotations: {lbipam.cilium.io/sharing-key: x},")
    text = written(addressed(POOL, shared.replace("NAME", "a"), shared.replace("NAME", "b").replace("53", "54")))
    lines = [line.split() for line in text.splitlines()[2:4]]
    assert [(line[1], line[-2]) for line in lines] == [("a", "web/b"), ("b", "web/a")]


def test_many_services_are_counted() -> None:
    services = [SERVICE.replace("dns", f"dns-{number}") for number in range(6)]
    text = written(addressed(POOL, DISABLED, *services))
    assert "old    It is disabled.   web/dns-0,web/dns-1,web/dns-2,web/dns-3 + 2 more\n" in text
    assert text.count("True or False (out_of_ips)") == 6


def test_a_remark_says_what_is_not_sure() -> None:
    found = addressed(POOL, SERVICE)
    inexact = replace(
        found,
        allocation=replace(
            found.allocation, services=tuple(replace(each, exact=False) for each in found.allocation.services)
        ),
    )
    text = "There are too many orders to try all of them: nothing else can happen, but perhaps not all of this."
    assert written(inexact).endswith(f"SERVICES\nallocator   {text}   web/dns\n")


def test_a_remark_says_what_local_does() -> None:
    local = SERVICE.replace("type: LoadBalancer,", "type: LoadBalancer, externalTrafficPolicy: Local,")
    text = written(addressed(POOL, local, POLICY, facts=ClusterFacts(cilium_patch=2)))
    assert "L2 lan   Its externalTrafficPolicy is Local: only nodes with a Pod of the Service announce it." in text


def test_where_there_is_nothing_that_is_said() -> None:
    assert written(addressed()) == "There is no Service of type LoadBalancer, and no CiliumLoadBalancerIPPool.\n"
