"""The rules about who announces addresses."""

from preflight.rules import announcements, bgp, features, l2_policies, local_services
from preflight.rules.model import Rule

ANNOUNCEMENTS: tuple[Rule, ...] = (
    Rule(
        code="GH520",
        check=announcements.unannounced_addresses,
        why="The Service has its address, its conditions are True, and no client reaches it, since nobody answers for "
        "the address.",
        upstream=(
            "cilium#39023",
            "cilium#42994",
        ),
    ),
    Rule(
        code="GH521",
        check=announcements.missing_announcers,
        why="An address from a pool is only a number in the status of a Service until a policy or a BGP peer makes it "
        "known.",
        upstream=("cilium#39023",),
    ),
    Rule(
        code="GH522",
        check=l2_policies.policies_without_addresses,
        why="Both default to false, and a policy with neither does nothing, without a condition that says so.",
        upstream=("cilium#28756",),
    ),
    Rule(
        code="GH523",
        check=l2_policies.refused_policies,
        why="The policy is not applied, or the BGP instance stops with an error, and the addresses are not announced.",
    ),
    Rule(
        code="GH524",
        check=l2_policies.loose_patterns,
        why="Patterns are regular expressions that may be found anywhere in the name of a device: eth1 takes eth10 "
        "and veth1 as well, and the address is announced in the wrong network.",
    ),
    Rule(
        code="GH525",
        check=l2_policies.selectors_without_nodes,
        why="No node announces anything, and a layer 2 policy has no condition for that.",
        upstream=(
            "cilium#26996",
            "cilium#38123",
        ),
    ),
    Rule(
        code="GH526",
        check=l2_policies.interfaces_without_devices,
        why="A node takes the lease, and then announces nothing. Devices are called differently on other machines: a "
        "pattern for enp0s1 does not take eno1.",
        upstream=(
            "cilium#31691",
            "cilium#41641",
        ),
    ),
    Rule(
        code="GH527",
        check=l2_policies.nodes_without_devices,
        why="Each node that the policy selects takes part in the election, whether or not it has a device. The "
        "address is reached until such a node holds the lease.",
        upstream=("cilium#38123",),
    ),
    Rule(
        code="GH528",
        check=l2_policies.policies_for_all_devices,
        why="Two devices in one network answer for the address with two MAC addresses, between which it flaps.",
    ),
    Rule(
        code="GH529",
        check=announcements.unused_announcers,
        why="Often a selector was meant to take a Service and does not.",
        upstream=("cilium#42994",),
    ),
    Rule(
        code="GH530",
        check=features.switched_off_announcers,
        why="The CRDs are there, the API server takes the objects, and nothing reads them.",
    ),
    Rule(
        code="GH531",
        check=local_services.local_services_on_layer_2,
        why="Up to Cilium 1.20.1 a node without a Pod of the Service can hold its lease, and drops what it gets. From "
        "1.20.2 on only nodes with a Pod compete, of which a Gateway has none: nobody announces it.",
        upstream=(
            "cilium#48799",
            "cilium#27800",
            "cilium#26586",
        ),
    ),
    Rule(
        code="GH532",
        check=announcements.shared_leases,
        why="The name of a lease is made of namespace and name with a hyphen between, so that two Services can have "
        "the same: the holder for one is taken for the holder for the other.",
        upstream=(
            "cilium#48084",
            "cilium#48138",
        ),
    ),
    Rule(
        code="GH533",
        check=announcements.silent_holders,
        why="There is one lease a Service, not one a policy. Whoever holds it announces by its own policies only, so "
        "that the other addresses are not reached meanwhile.",
    ),
    Rule(
        code="GH536",
        check=bgp.conflicting_configs,
        why="The config that came first keeps the node; the other one does nothing there, and only its condition says "
        "so.",
    ),
    Rule(
        code="GH537",
        check=bgp.incomplete_peers,
        why="The schema takes it. The agent logs an error such as missing ASN, or skips the peer without one.",
    ),
    Rule(
        code="GH538",
        check=bgp.missing_peer_configs,
        why="The peer is left out, there is no session, and only the condition cilium.io/MissingPeerConfigs says so.",
    ),
    Rule(
        code="GH539",
        check=bgp.missing_passwords,
        why="Without the Secret the session is tried without a password, which the router refuses; without the key, "
        "no peer of the instance is configured.",
    ),
    Rule(
        code="GH540",
        check=bgp.silent_sessions,
        why="The session is established and looks well, and the router learns no route.",
        upstream=("cilium#33076",),
    ),
    Rule(
        code="GH541",
        check=bgp.advertisements_without_selector,
        why="Everywhere else in Cilium no selector means everything; here it means nothing. The session is up, and no "
        "Service is advertised.",
        upstream=("cilium#33076",),
    ),
    Rule(
        code="GH542",
        check=bgp.unchosen_advertisements,
        why="An advertisement is found by its own labels. If no family selects these, no peer is told of it.",
        upstream=("cilium#33076",),
    ),
    Rule(
        code="GH543",
        check=bgp.idle_overrides,
        why="Overrides are matched by the names of node, instance and peer. One that matches nothing is taken and "
        "ignored.",
    ),
    Rule(
        code="GH544",
        check=bgp.unadvertised_families,
        why="An address is advertised only where the peer config has its family with advertisements: a pool of IPv6 "
        "needs the family ipv6.",
    ),
    Rule(
        code="GH545",
        check=bgp.ignored_aggregations,
        why="The router gets a route for each address instead of one for all.",
    ),
)
