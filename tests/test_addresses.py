"""Which addresses the app's objects can ask for, and which of them can share one."""

import inspect
from collections.abc import Callable
from typing import Any

from constructs_lib import LabelSelector, LoadBalancerIpPool, Namespace
from constructs_lib.addresses import AddressSharing, Ports, record_request, refuse_unassignable, sharing_address
from constructs_lib.ip_block import IpBlock
from constructs_lib.registry import Identity, NamedObject
from tests.conftest import refusal

import cdk8s
import pytest
from cdk8s import Chart
from hypothesis import given
from hypothesis import strategies as st

WEB = {"app": "web"}
GATEWAY = Identity("gateway.networking.k8s.io", "Gateway", "common", "web")
OTHER = Identity("gateway.networking.k8s.io", "Gateway", "common", "other")
ASKED = "Gateway common/web: addresses: "


def unassignable(chart: Chart, address: str = "192.0.2.5", labels: dict[str, str] = WEB) -> str:
    """Return why an address is not given to a Service with these labels."""
    app = cdk8s.App.of(chart)
    record_request(chart, GATEWAY, address, labels)
    return refusal(lambda: refuse_unassignable(app))


def record_sharing(chart: Chart, identity: Identity, sharing: AddressSharing, ports: Ports) -> None:
    with sharing_address(chart, identity, sharing, ports):
        pass


def pool(chart: Chart, name: str, *blocks: IpBlock, **arguments: Any) -> LoadBalancerIpPool:
    return LoadBalancerIpPool(chart, name, blocks=blocks or [IpBlock.cidr("192.0.2.0/28")], **arguments)


def test_an_address_of_a_pool_that_selects_the_service_is_given(chart: Chart) -> None:
    pool(chart, "other", IpBlock.cidr("198.51.100.0/28"), disabled=True)
    record_request(chart, GATEWAY, "192.0.2.5", WEB)
    pool(chart, "web", service_selector=LabelSelector(match_labels=WEB), allow_first_last_ips=False)
    record_request(chart, GATEWAY, "2001:db8::1", WEB)
    pool(chart, "six", IpBlock.address("2001:db8::1"))
    refuse_unassignable(cdk8s.App.of(chart))
    assert unassignable(chart, "192.0.2.0").startswith(f"{ASKED}'192.0.2.0' is the first or last address ")


def test_an_app_without_pools_has_them_elsewhere(app: cdk8s.App, chart: Chart) -> None:
    record_request(chart, GATEWAY, "192.0.2.5", WEB)
    refuse_unassignable(app)
    pool(chart, "web", IpBlock.address("192.0.2.6"))
    assert refusal(lambda: refuse_unassignable(app)).startswith(f"{ASKED}'192.0.2.5' is in no pool ")


def test_an_address_in_no_pool_is_refused(chart: Chart) -> None:
    pool(chart, "a", IpBlock.cidr("192.0.2.0/30"), IpBlock.range("192.0.2.8", "192.0.2.9"))
    pool(chart, "off", IpBlock.cidr("198.51.100.0/28"), disabled=True)
    pool(chart, "b", IpBlock.address("192.0.2.20"), service_selector=LabelSelector(match_labels={"app": "db"}))
    assert unassignable(chart) == (
        f"{ASKED}'192.0.2.5' is in no pool of the app (no_pool). Allowed: 192.0.2.0/30 of CiliumLoadBalancerIPPool a, "
        "192.0.2.8 to 192.0.2.9 of CiliumLoadBalancerIPPool a. Fix: write one of these, or add "
        "IpBlock.address('192.0.2.5') to a pool."
    )


def test_an_address_of_a_pool_for_other_services_is_refused(chart: Chart) -> None:
    pool(chart, "a", service_selector=LabelSelector(match_labels={"app": "db"}))
    assert unassignable(chart, labels={"app": "web", "team": "a"}) == (
        f"{ASKED}'192.0.2.5' is in CiliumLoadBalancerIPPool a, whose service_selector does not select a Service with "
        "the labels app=web, team=a (pool_selector_mismatch). Allowed: an address of a pool. Fix: add a pool for the "
        "Service, or change the service_selector."
    )


def test_an_address_of_a_disabled_pool_is_refused(chart: Chart) -> None:
    pool(chart, "a", disabled=True)
    pool(chart, "b", IpBlock.address("192.0.2.20"))
    assert unassignable(chart) == (
        f"{ASKED}'192.0.2.5' is in CiliumLoadBalancerIPPool a, which is disabled. Allowed: 192.0.2.20 of "
        "CiliumLoadBalancerIPPool b. Fix: write one of these, or leave disabled=True out."
    )


@pytest.mark.parametrize("address", ["192.0.2.0", "192.0.2.15"])
def test_the_ends_of_a_network_that_are_kept_back_are_refused(chart: Chart, address: str) -> None:
    pool(chart, "a", allow_first_last_ips=False)
    assert unassignable(chart, address) == (
        f"{ASKED}{address!r} is the first or last address of 192.0.2.0/28, which CiliumLoadBalancerIPPool a keeps "
        "back. Allowed: 192.0.2.0/28 of CiliumLoadBalancerIPPool a, but for what is kept back. Fix: write one of "
        "these, or leave allow_first_last_ips=False out."
    )


@pytest.mark.parametrize("block", [IpBlock.cidr("192.0.2.4/31"), IpBlock.range("192.0.2.5", "192.0.2.9")])
def test_nothing_is_kept_back_of_small_networks_and_ranges(chart: Chart, block: IpBlock) -> None:
    pool(chart, "a", block, allow_first_last_ips=False)
    record_request(chart, GATEWAY, "192.0.2.5", WEB)
    refuse_unassignable(cdk8s.App.of(chart))
    assert unassignable(chart, "192.0.2.1").startswith(f"{ASKED}'192.0.2.1' is in no pool ")


def test_an_address_that_is_asked_for_twice_is_refused(app: cdk8s.App, chart: Chart) -> None:
    record_request(chart, OTHER, "192.0.2.5", WEB)
    assert unassignable(chart) == (
        f"{ASKED}'192.0.2.5' is asked for by Gateway common/other already (already_allocated). Allowed: an address for "
        "each of them, or one that they share. Fix: write AddressSharing(...) with one key for both of them, or "
        "another address."
    )
    record_sharing(chart, GATEWAY, AddressSharing("a"), {(80, "TCP")})
    assert refusal(lambda: refuse_unassignable(app)).startswith(f"{ASKED}'192.0.2.5' is asked for by ")
    record_sharing(chart, OTHER, AddressSharing("b"), {(81, "TCP")})
    assert refusal(lambda: refuse_unassignable(app)).startswith(f"{ASKED}'192.0.2.5' is asked for by ")
    record_sharing(chart, OTHER, AddressSharing("a"), {(81, "TCP")})
    refuse_unassignable(app)


def test_a_refusal_names_the_line_where_the_address_is_asked_for(app: cdk8s.App, chart: Chart) -> None:
    pool(chart, "a")
    line = inspect.stack()[0].lineno + 1
    record_request(chart, GATEWAY, "198.51.100.1", WEB)
    with pytest.raises(ValueError, match="no_pool") as caught:
        refuse_unassignable(app)
    assert caught.value.__notes__ == [f"Written at {__file__}:{line}"]


def test_text_that_is_no_address_is_refused_at_once(chart: Chart) -> None:
    assert refusal(lambda: record_request(chart, GATEWAY, "192.0.2.0/28", WEB)) == (
        f"{ASKED}'192.0.2.0/28' is not an IP address. Allowed: one IPv4 or IPv6 address such as '192.0.2.10' or "
        "'2001:db8::10'. Fix: write IpBlock.cidr(...) for a network."
    )


def test_the_annotations_of_sharing_have_no_space(chart: Chart) -> None:
    namespaces: list[NamedObject] = ["a", Namespace(chart, "b")]
    assert AddressSharing("k").annotations() == {"lbipam.cilium.io/sharing-key": "k"}
    assert AddressSharing("k", namespaces).annotations() == {
        "lbipam.cilium.io/sharing-key": "k",
        "lbipam.cilium.io/sharing-cross-namespace": "a,b",
    }
    assert AddressSharing("k", ["*"]).annotations()["lbipam.cilium.io/sharing-cross-namespace"] == "*"


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (
            lambda: AddressSharing(""),
            "AddressSharing.key: '' has the wrong length. Allowed: 1 to 262144 characters. Fix: shorten or fill it.",
        ),
        (
            lambda: AddressSharing(5),  # type: ignore[arg-type]  # it is the case
            "AddressSharing.key: 5 is of type int. Allowed: str. Fix: write it as text, in quotes.",
        ),
        (
            lambda: AddressSharing("k", "a,b"),
            (
                "AddressSharing k: namespaces: 'a,b' is of type str. Allowed: a list of Namespaces. "
                "Fix: put it in a list: [...]."
            ),
        ),
        (
            lambda: AddressSharing("k", ["a", "a, b"]),
            (
                "AddressSharing k: namespaces[1]: 'a, b' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', "
                "with a letter or digit at both ends. Fix: write 'a-b'."
            ),
        ),
        (
            lambda: AddressSharing("k", ["a"] * 1001),
            (
                "AddressSharing k: namespaces: '1001 items' are too many. Allowed: at most 1000. "
                "Fix: split it into several objects."
            ),
        ),
    ],
)
def test_sharing_that_cilium_would_not_read_is_refused(make: Callable[[], object], expected: str) -> None:
    assert refusal(make) == expected


def test_two_services_with_a_port_in_common_do_not_share(chart: Chart) -> None:
    record_sharing(chart, OTHER, AddressSharing("k"), {(80, "TCP"), (443, "TCP"), (53, "UDP")})
    ports = {(443, "TCP"), (53, "TCP"), (80, "TCP")}
    assert refusal(lambda: record_sharing(chart, GATEWAY, AddressSharing("k"), ports)) == (
        "Gateway common/web: address_sharing: 'k' is the key of Gateway common/other too, which has 80 (TCP), 443 "
        "(TCP) as well. Allowed: Services without a port and protocol in common. Fix: take another key, or change the "
        "port of one of them."
    )


APPS = GATEWAY._replace(namespace="apps")


@pytest.mark.parametrize(
    ("of_other", "of_own", "owner", "missing"),
    [
        (["apps"], [], "Gateway apps/web", "common"),
        ([], ["common"], "Gateway common/other", "apps"),
        (["*"], ["elsewhere"], "Gateway apps/web", "common"),
        (["elsewhere"], ["*"], "Gateway common/other", "apps"),
    ],
)
def test_two_services_share_across_namespaces_only_if_both_list_the_other(
    chart: Chart, of_other: list[str], of_own: list[str], owner: str, missing: str
) -> None:
    record_sharing(chart, OTHER, AddressSharing("k", of_other), {(80, "TCP")})
    assert refusal(lambda: record_sharing(chart, APPS, AddressSharing("k", of_own), {(81, "TCP")})) == (
        f"Gateway apps/web: address_sharing: 'k' is the key of Gateway common/other too, and {owner} does not list the "
        f"namespace {missing!r}. Allowed: one namespace, or on each side the namespace of the other. "
        f"Fix: write AddressSharing('k', namespaces=[{missing!r}]) for {owner}, or take another key."
    )


def test_what_an_object_shares_replaces_what_it_shared_before(chart: Chart) -> None:
    record_sharing(chart, GATEWAY, AddressSharing("k"), {(80, "TCP")})
    record_sharing(chart, GATEWAY, AddressSharing("k"), {(80, "TCP"), (443, "TCP")})
    assert "has 443 (TCP) as well" in refusal(
        lambda: record_sharing(chart, OTHER, AddressSharing("k"), {(443, "TCP"), (81, "TCP")})
    )


NAMESPACES = ["a", "b"]
ports = st.frozensets(st.tuples(st.sampled_from([80, 81]), st.sampled_from(["TCP", "UDP"])), min_size=1, max_size=2)
sharers = st.tuples(
    st.sampled_from(NAMESPACES),
    st.builds(
        AddressSharing,
        st.sampled_from(["k", "l"]),
        st.lists(st.sampled_from([*NAMESPACES, "*"]), max_size=2, unique=True),
    ),
    ports,
)
Sharer = tuple[str, AddressSharing, frozenset[tuple[int, str]]]


def may_share(one: Sharer, other: Sharer) -> bool:
    """Tell whether Cilium would let two Services share, from their annotations as it reads them."""
    listed = [
        sharer[1].annotations().get("lbipam.cilium.io/sharing-cross-namespace", "").split(",")
        for sharer in (one, other)
    ]
    permitted = all(
        "*" in names or namespace in names for names, namespace in zip(listed, (other[0], one[0]), strict=True)
    )
    return (one[0] == other[0] or permitted) and not one[2] & other[2]


def accepts(first: Sharer, second: Sharer) -> bool:
    """Tell whether an app takes the second one after the first."""
    chart = Chart(cdk8s.App(), "chart")
    record_sharing(chart, Identity("", "Service", first[0], "first"), first[1], first[2])
    try:
        record_sharing(chart, Identity("", "Service", second[0], "second"), second[1], second[2])
    except ValueError:
        return False
    return True


@given(sharers, sharers)
def test_two_services_of_one_key_are_those_that_cilium_lets_share(one: Sharer, other: Sharer) -> None:
    """Oracle: the definition, in both orders of definition; different keys have nothing to do with each other."""
    expected = one[1].key != other[1].key or may_share(one, other)
    assert accepts(one, other) == expected
    assert accepts(other, one) == expected


blocks = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 4)).map(
        lambda ends: IpBlock.range(f"192.0.2.{ends[0]}", f"192.0.2.{ends[0] + ends[1]}")
    ),
    min_size=1,
    max_size=3,
)


@given(blocks, blocks)
def test_two_pools_are_taken_in_either_order_if_no_address_is_in_two_blocks(
    one: list[IpBlock], other: list[IpBlock]
) -> None:
    """Oracle: the addresses, one by one."""
    members = [int(block.first) + offset for block in [*one, *other] for offset in range(block.size)]
    for first, second in ((one, other), (other, one)):
        chart = Chart(cdk8s.App(), "chart")
        try:
            LoadBalancerIpPool(chart, "first", blocks=first)
            LoadBalancerIpPool(chart, "second", blocks=second)
        except ValueError:
            taken = False
        else:
            taken = True
        assert taken == (len(members) == len(set(members)))
