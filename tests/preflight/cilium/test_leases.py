"""Leases of L2 announcements, against an election that is played with every node as the holder."""

from itertools import permutations

from preflight.cilium.announcing import AnnouncingNode, What
from tests.preflight.cilium.announcers import (
    EDGE,
    FOUR,
    NODES,
    SIX,
    WORKER,
    Written,
    announced,
    announced_all,
    on_l2,
    policy,
    refused,
    service,
)

from hypothesis import given as each_of
from hypothesis import strategies as st

OTHER_TEAM = {"matchLabels": {"team": "other"}}
SHARED = (
    "Its Lease cilium-l2announce-foo-bar-baz is also that of 'Service {}': "
    "the holder of one is taken for the holder of the other."
)
SILENT = (
    "The lease of the Service can be held by 'edge', where no policy announces all of its addresses: "
    "while it is, they are not reached."
)


def test_services_whose_namespaces_and_names_join_to_the_same_share_a_lease() -> None:
    first, second = service("bar-baz", "foo"), service("baz", "foo-bar")
    found = announced_all(policy(), services=[(first, FOUR), (second, SIX), (service(), FOUR)])
    assert [[(remark.what, remark.text) for remark in each.remarks] for each in found.services] == [
        [
            (What.SHARED_LEASE, SHARED.format("foo-bar/baz")),
        ],
        [
            (What.SHARED_LEASE, SHARED.format("foo/bar-baz")),
        ],
        [],
    ]


def test_a_lease_is_shared_only_where_both_are_announced_on_layer_2() -> None:
    first, second = service("bar-baz", "foo"), service("baz", "foo-bar")
    only_foo = policy(serviceSelector={"matchLabels": {"io.kubernetes.service.namespace": "foo"}})
    found = announced_all(only_foo, services=[(first, FOUR), (second, SIX)])
    assert [each.remarks for each in found.services] == [(), ()]


def test_a_node_without_a_matching_device_can_hold_the_lease_in_silence() -> None:
    found = announced(policy(interfaces=["^eth"]), nodes=NODES)
    (announcer,) = on_l2(found)
    assert announcer.nodes == (AnnouncingNode(name="worker", interfaces=("eth0", "eth1")),)
    assert [remark.text for remark in found.remarks] == [SILENT]


def test_a_policy_for_other_devices_covers_the_nodes_that_the_first_has_none_on() -> None:
    assert announced(policy(interfaces=["^eth"]), policy("edge", interfaces=["^ens"]), nodes=NODES).remarks == ()


Choices = list[tuple[set[str], str, str]]
KINDS = ("loadBalancerIPs", "externalIPs")
NODE_SETS = {"edge": [EDGE], "worker": [WORKER], "both": [EDGE, WORKER]}
POLICIES = st.lists(
    st.tuples(
        st.sets(st.sampled_from(KINDS)),
        st.sampled_from(["edge", "worker", "both"]),
        st.sampled_from(["^eth", "^ens", "."]),
    ),
    max_size=3,
)


def written_policies(choices: Choices) -> list[Written]:
    selectors: dict[str, Written] = {
        "both": {},
        "edge": {"matchLabels": {"role": "edge"}},
        "worker": {"matchLabels": {"role": "worker"}},
    }
    return [
        policy(
            f"p{number}",
            nodeSelector=selectors[where],
            interfaces=[pattern],
            **{kind: kind in kinds for kind in KINDS},
        )
        for number, (kinds, where, pattern) in enumerate(choices)
    ]


@each_of(POLICIES)
def test_silent_nodes_are_those_that_as_holders_announce_less_than_another_holder(
    choices: Choices,
) -> None:
    """The oracle plays the election with each node that wants the lease as its holder."""
    with_external = service(data={"spec": {"externalIPs": ["198.51.100.7"]}})
    announced_by: dict[str, set[str]] = {}
    for kinds, where, pattern in choices:
        for node in NODE_SETS[where] if kinds else []:
            prefix = pattern.strip("^.")
            has_device = any(name.startswith(prefix) for name in node.interfaces)
            announced_by.setdefault(node.name, set()).update(kinds if has_device else set())
    everything = set().union(*announced_by.values())
    silent = sorted(name for name, kinds in announced_by.items() if kinds != everything) if everything else []
    found = announced(*written_policies(choices), to=with_external, nodes=NODES)
    assert [
        name for name in ("edge", "worker") if any(f"'{name}'" in remark.text for remark in found.remarks)
    ] == silent


@each_of(POLICIES)
def test_another_policy_never_takes_an_announcer_away(choices: Choices) -> None:
    objects = written_policies(choices)
    before = announced(*objects, nodes=NODES).announcers
    after = announced(*objects, policy("p9", serviceSelector=OTHER_TEAM), policy("p8"), nodes=NODES).announcers
    assert set(before) <= set(after)


@each_of(POLICIES)
def test_the_order_of_policies_and_nodes_does_not_matter(choices: Choices) -> None:
    objects = written_policies(choices)
    results = {
        (each.announcers, each.remarks, tuple(refused(each)))
        for order in permutations(objects)
        for nodes in (NODES, NODES[::-1])
        for each in [announced(*order, nodes=nodes)]
    }
    assert len(results) == 1
