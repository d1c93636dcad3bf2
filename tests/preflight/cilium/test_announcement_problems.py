"""What rules have to say of the announcement of one Service: annotations, leases and externalTrafficPolicy."""

from preflight.cilium.announcement_problems import announcement_problems
from preflight.cilium.announcing import AnnouncerFacts
from preflight.cilium.objects import LoadBalancer
from preflight.field_path import FieldPath, Key
from tests.preflight.cilium.announcers import (
    FOUR,
    NODES,
    Written,
    advertisement,
    announced,
    announced_all,
    cluster_config,
    item,
    peer_config,
    policy,
    service,
)

import pytest

Told = list[tuple[str, FieldPath, tuple[str, ...]]]
KEYS = {
    "lbipam.cilium.io/ips": "192.0.2.1/32, 192.0.2.2",
    "io.cilium/lb-ipam-pool": "blue",
    "lbipam.cilium.io/sharing_key": "x",
    "lbipam.cilium.io/sharing-permit-different-pods": "true",
    "example.com/note": "x",
}


def problems(*objects: Written, to: LoadBalancer, facts: AnnouncerFacts | None = None) -> Told:
    """The problems of a Service."""
    facts = facts or AnnouncerFacts()
    found = announcement_problems(announced(*objects, to=to, nodes=NODES, facts=facts), facts)
    return [(str(each.problem), each.path, each.seen) for each in found]


@pytest.mark.parametrize(("gateway", "path"), [(None, ("metadata",)), ("edge", ("spec", "infrastructure"))])
def test_annotations_that_the_allocator_does_not_know_and_addresses_that_are_none(
    gateway: str | None, path: FieldPath
) -> None:
    data: Written = {"annotations": KEYS}
    for part in reversed(path):
        data = {str(part): data}
    written = service(gateway=gateway, dropped=("192.0.2.1/32",), data=data)
    assert problems(policy(), to=written) == [
        ("unknown_annotation", (*path, "annotations", Key("io.cilium/lb-ipam-pool")), ("io.cilium/lb-ipam-pool",)),
        (
            "unknown_annotation",
            (*path, "annotations", Key("lbipam.cilium.io/sharing_key")),
            ("lbipam.cilium.io/sharing_key", "lbipam.cilium.io/sharing-key"),
        ),
        ("no_address_asked", (*path, "annotations", Key("lbipam.cilium.io/ips")), ("192.0.2.1/32",)),
    ]


POLICY = ("spec", "externalTrafficPolicy")


@pytest.mark.parametrize(
    ("gateway", "version", "begins", "path"),
    [
        (None, (20, 1), "Its externalTrafficPolicy is Local, which L2 announcements do not look at", POLICY),
        (None, (20, 2), "Its externalTrafficPolicy is Local: only nodes with a Pod", POLICY),
        (None, (20, None), "Its externalTrafficPolicy is Local: up to Cilium 1.20.1", POLICY),
        ("edge", (20, None), "It is the Service of a Gateway", ()),
        ("edge", (20, 2), "The Service has no Pods of its own", ()),
    ],
)
def test_local_on_layer_2(gateway: str | None, version: tuple[int, int | None], begins: str, path: FieldPath) -> None:
    local = service(traffic_policy="Local", gateway=gateway)
    found = problems(policy(), to=local, facts=AnnouncerFacts(version=version))
    ((problem, where, (text,)),) = [each for each in found if each[0] != "unannounced"]
    assert (problem, where) == ("local_on_l2", path)
    assert text.startswith(begins)
    assert [each for each in found if each[0] == "unannounced"] == (
        [("unannounced", (), ("192.0.2.1",))] if (gateway, version) == ("edge", (20, 2)) else []
    )


def test_local_without_an_l2_policy_is_silent_but_for_aggregation() -> None:
    local = service(traffic_policy="Local")
    objects = [cluster_config(), peer_config()]
    assert problems(*objects, advertisement(), to=local) == []
    aggregated = advertisement("services", item(aggregationLengthIPv4=24))
    assert problems(*objects, aggregated, to=local) == [("aggregation_ignored", (), ("services",))]


def test_leases_and_silent_nodes_are_told_in_a_sentence() -> None:
    services = [(service("bar-baz", "foo"), FOUR), (service("baz", "foo-bar"), FOUR)]
    first, _ = announced_all(policy(interfaces=["^ens"]), services=services, nodes=NODES).services
    found = announcement_problems(first, AnnouncerFacts())
    assert [(str(each.problem), each.seen[0][:24]) for each in found] == [
        ("silent_nodes", "The lease of the Service"),
        ("shared_lease", "Its Lease cilium-l2annou"),
    ]
