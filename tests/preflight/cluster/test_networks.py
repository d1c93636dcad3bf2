"""Nodes and networks."""

from collections.abc import Callable

from preflight.cluster import Network, Node
from preflight.ip_ranges import Range, range_of

import pytest


def test_a_node_has_the_labels_that_every_kubelet_sets() -> None:
    assert Node(name="a", labels={"team": "shop"}).all_labels == {
        "kubernetes.io/hostname": "a",
        "kubernetes.io/os": "linux",
        "team": "shop",
    }


def test_a_label_that_is_declared_counts() -> None:
    labels = {"kubernetes.io/hostname": "b", "kubernetes.io/os": "windows"}
    assert Node(name="a", labels=labels).all_labels == labels


def test_a_network_has_all_addresses_of_its_cidr() -> None:
    assert str(Network(cidr="192.0.2.0/24").range) == "192.0.2.0-192.0.2.255"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (
            lambda: Network(cidr="192.0.2.0"),
            "Network.cidr: '192.0.2.0' is not a CIDR. Allowed: a CIDR. Fix: write \"192.0.2.0/24\".",
        ),
        (
            lambda: Network(cidr="192.0.2.0/24", dhcp=(range_of({"cidr": "192.0.2.128/24"}), Range(4, 0, 1))),
            (
                "Network.dhcp: Range(version=4, first=0, last=1) is not in 192.0.2.0/24. Allowed: a tuple of ranges in "
                "the network. Fix: write a Range of the network."
            ),
        ),
        (
            lambda: Network(cidr="192.0.2.0/24", dhcp=("192.0.2.1",)),  # type: ignore[arg-type]
            (
                "Network.dhcp: '192.0.2.1' is not in 192.0.2.0/24. Allowed: a tuple of ranges in the network. "
                "Fix: write a Range of the network."
            ),
        ),
    ],
)
def test_a_mistake_is_refused(make: Callable[[], object], said: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the whole text is compared
        make()
    assert str(caught.value) == said
