"""Who gets which address: facts 1.1 to 1.8, one by one."""

from preflight.cilium.allocation import Allocation, Assignment, allocate
from preflight.cilium.facts import AllocatorFacts
from preflight.cilium.pools import pool_of
from preflight.cilium.services import load_balancer
from preflight.snapshot import Manifest
from tests.preflight.cilium.specs import DUAL, BlockSpec, PoolSpec, ServiceSpec

import pytest

LAN = PoolSpec("lan", (BlockSpec(0, 7),))


def allocated(*objects: PoolSpec | ServiceSpec) -> Allocation:
    pools = [each.pool() for each in objects if isinstance(each, PoolSpec)]
    services = [each.service() for each in objects if isinstance(each, ServiceSpec)]
    return allocate(services, pools, DUAL)


def words(assignment: Assignment) -> str:
    """All that is said of a Service: what it wants, what it gets, and why it may not."""
    parts = []
    for outcome in assignment.outcomes:
        wanted = f"IPv{outcome.wanted}" if isinstance(outcome.wanted, int) else str(outcome.wanted)
        gets = [str(range_) for range_ in outcome.ranges] + sorted(f"({reason})" for reason in outcome.reasons)
        parts.append(f"{wanted}: {' or '.join(gets)}")
    return f"{'; '.join(parts)} [{', '.join(assignment.reasons)}]"


def said(*objects: PoolSpec | ServiceSpec) -> dict[str, str]:
    return {each.service.name: words(each) for each in allocated(*objects).services}


def test_one_service_gets_the_first_address() -> None:
    assert said(LAN, ServiceSpec("a")) == {"a": "IPv4: 10.0.0.0 [satisfied]"}
    (assignment,) = allocated(LAN, ServiceSpec("a")).services
    assert [str(each) for each in assignment.addresses or ()] == ["10.0.0.0"]
    assert (assignment.pools, assignment.exact, assignment.unhandled) == (("lan",), True, None)


def test_of_two_services_an_order_decides() -> None:
    assert said(LAN, ServiceSpec("a"), ServiceSpec("b")) == {
        "a": "IPv4: 10.0.0.0-10.0.0.1 [satisfied]",
        "b": "IPv4: 10.0.0.0-10.0.0.1 [satisfied]",
    }
    assert allocated(LAN, ServiceSpec("a"), ServiceSpec("b")).services[0].addresses is None


def test_of_two_pools_any_is_tried_first() -> None:
    far = PoolSpec("far", (BlockSpec(20, 29),))
    assert said(LAN, far, ServiceSpec("a")) == {"a": "IPv4: 10.0.0.0 or 10.0.0.20 [satisfied]"}


def test_blocks_of_a_pool_are_used_in_their_order() -> None:
    blocks = PoolSpec("lan", (BlockSpec(20, 20), BlockSpec(0, 7)))
    assert said(blocks, ServiceSpec("a"), ServiceSpec("b")) == {
        "a": "IPv4: 10.0.0.0 or 10.0.0.20 [satisfied]",
        "b": "IPv4: 10.0.0.0 or 10.0.0.20 [satisfied]",
    }
    assert said(blocks, ServiceSpec("a")) == {"a": "IPv4: 10.0.0.20 [satisfied]"}


def test_after_a_hole_the_smallest_free_block_is_used_first() -> None:
    assert said(LAN, ServiceSpec("has", has=((4, 5),)), ServiceSpec("new")) == {
        "has": "IPv4: 10.0.0.5 [satisfied]",
        "new": "IPv4: 10.0.0.6 [satisfied]",
    }


def test_reserved_ends_are_given_to_nobody() -> None:
    cidr = PoolSpec("lan", (BlockSpec(0, 3, cidr=True),), ends=False)
    assert said(cidr, ServiceSpec("a")) == {"a": "IPv4: 10.0.0.1 [satisfied]"}
    assert said(cidr, ServiceSpec("a", asks=((4, 0),))) == {"a": "10.0.0.0: (already_allocated) [already_allocated]"}
    assert said(cidr, ServiceSpec("a", asks=((4, 3),), key="k")) == {
        "a": "10.0.0.3: (already_allocated) [already_allocated]"
    }


@pytest.mark.parametrize(
    "spec",
    [
        PoolSpec("lan", (BlockSpec(0, 7),), team="b"),
        PoolSpec("lan", (BlockSpec(0, 7),), disabled=True),
        PoolSpec("lan", (BlockSpec(0, 7), BlockSpec(3, 3))),
        PoolSpec("lan", (BlockSpec(0, 7, 6),)),
        PoolSpec("lan", ()),
    ],
)
def test_no_pool(spec: PoolSpec) -> None:
    assert said(spec, ServiceSpec("a")) == {"a": "IPv4: (no_pool) [no_pool]"}


def test_out_of_ips_where_others_can_fill_every_pool() -> None:
    one = PoolSpec("lan", (BlockSpec(0, 0),))
    assert said(one, ServiceSpec("a"), ServiceSpec("b")) == {
        "a": "IPv4: 10.0.0.0 or (out_of_ips) [satisfied, out_of_ips]",
        "b": "IPv4: 10.0.0.0 or (out_of_ips) [satisfied, out_of_ips]",
    }
    assert said(one, ServiceSpec("has", has=((4, 0),)), ServiceSpec("new")) == {
        "has": "IPv4: 10.0.0.0 [satisfied]",
        "new": "IPv4: (out_of_ips) [out_of_ips]",
    }


@pytest.mark.parametrize(
    ("spec", "text"),
    [
        (LAN, "10.0.0.5: 10.0.0.5 [satisfied]"),
        (PoolSpec("lan", (BlockSpec(0, 4),)), "10.0.0.5: (no_pool) [no_pool]"),
        (PoolSpec("lan", (BlockSpec(0, 7),), disabled=True), "10.0.0.5: (no_pool) [no_pool]"),
        (
            PoolSpec("lan", (BlockSpec(0, 7),), team="b"),
            "10.0.0.5: (pool_selector_mismatch) [pool_selector_mismatch]",
        ),
    ],
)
def test_a_requested_address(spec: PoolSpec, text: str) -> None:
    assert said(spec, ServiceSpec("a", asks=((4, 5),))) == {"a": text}


def test_a_requested_address_that_another_service_has() -> None:
    has = ServiceSpec("has", has=((4, 5),))
    found = said(LAN, has, ServiceSpec("a", asks=((4, 5),)), ServiceSpec("b", asks=((4, 5),), key="k"))
    assert found["a"] == "10.0.0.5: (already_allocated) [already_allocated]"
    assert found["b"] == ("10.0.0.5: (already_allocated_incompatible_service) [already_allocated_incompatible_service]")


def test_a_requested_address_that_another_service_may_get_first() -> None:
    assert said(LAN, ServiceSpec("any"), ServiceSpec("asks", asks=((4, 0),))) == {
        "any": "IPv4: 10.0.0.0-10.0.0.1 [satisfied]",
        "asks": "10.0.0.0: 10.0.0.0 or (already_allocated) [satisfied, already_allocated]",
    }


def test_a_request_takes_no_notice_of_the_families() -> None:
    both = PoolSpec("lan", (BlockSpec(0, 7), BlockSpec(0, 7, 6)))
    assert said(both, ServiceSpec("a", asks=((6, 5),), versions=(4,))) == {"a": "fd00::5: fd00::5 [satisfied]"}
    assert said(both, ServiceSpec("a", asks=((4, 5),), versions=(4, 6))) == {"a": "10.0.0.5: 10.0.0.5 [satisfied]"}


def test_the_last_of_several_failures_is_the_reason() -> None:
    asks = ServiceSpec("a", asks=((4, 5), (4, 90), (4, 6)))
    other = PoolSpec("other", (BlockSpec(6, 6),), team="b")
    lan = PoolSpec("lan", (BlockSpec(0, 5),))
    assert said(lan, other, asks) == {
        "a": "10.0.0.5: 10.0.0.5; 10.0.0.90: (no_pool); 10.0.0.6: (pool_selector_mismatch) [pool_selector_mismatch]"
    }
    assert (
        allocated(lan, other, asks).services[0].addresses
        == allocated(lan, ServiceSpec("a", asks=((4, 5),))).services[0].addresses
    )


def test_two_ip_versions_of_which_the_pools_have_one() -> None:
    assert said(LAN, ServiceSpec("a", versions=(4, 6))) == {"a": "IPv4: 10.0.0.0; IPv6: (no_pool) [no_pool]"}


def test_services_share_an_address_by_their_key() -> None:
    one, other = ServiceSpec("a", key="k"), ServiceSpec("b", key="k", port=81)
    found = allocated(LAN, one, other)
    assert [words(each) for each in found.services] == ["IPv4: 10.0.0.0 [satisfied]"] * 2
    assert [each.name for each in found.services[0].shares_with or ()] == ["b"]


def test_of_two_ip_versions_only_the_address_of_one_may_be_shared() -> None:
    four, both = ServiceSpec("a", key="k"), ServiceSpec("b", key="k", port=81, versions=(4, 6))
    six = PoolSpec("six", (BlockSpec(0, 7, 6),))
    assert said(LAN, six, four, both)["b"] == "IPv4: 10.0.0.0; IPv6: fd00:: [satisfied]"
    other = ServiceSpec("b", key="k", port=81, versions=(6,))
    assert said(LAN, six, four, other)["b"] == "IPv6: fd00:: [satisfied]"


def test_who_joins_an_address_may_share_it_with_all_that_have_it() -> None:
    a, b, c = (ServiceSpec(name, key="k", port=port) for name, port in (("a", 80), ("b", 81), ("c", 81)))
    found = allocated(LAN, a, b, c)
    assert [[other.name for other in each.shares_with or ()] for each in found.services] == [["b", "c"], ["a"], ["a"]]
    assert found.pools[0].used == (2, 2)


def test_services_that_may_not_share_get_different_addresses() -> None:
    found = said(LAN, ServiceSpec("a", key="k"), ServiceSpec("b", key="k"))
    assert set(found.values()) == {"IPv4: 10.0.0.0-10.0.0.1 [satisfied]"}


def test_sharing_takes_no_notice_of_the_selector() -> None:
    team = PoolSpec("lan", (BlockSpec(0, 7),), team="a")
    found = said(team, ServiceSpec("a", key="k"), ServiceSpec("b", key="k", port=81, team="b"))
    assert found["b"] == "IPv4: 10.0.0.0 [satisfied]"


def test_services_with_a_request_share_it_if_they_may() -> None:
    one = ServiceSpec("a", asks=((4, 5),), key="k")
    assert set(said(LAN, one, ServiceSpec("b", asks=((4, 5),), key="k", port=81)).values()) == {
        "10.0.0.5: 10.0.0.5 [satisfied]"
    }
    assert set(said(LAN, one, ServiceSpec("b", asks=((4, 5),), key="k")).values()) == {
        (
            "10.0.0.5: 10.0.0.5 or (already_allocated_incompatible_service) "
            "[satisfied, already_allocated_incompatible_service]"
        )
    }


@pytest.mark.parametrize(
    ("spec", "kept"),
    [
        (LAN, True),
        (PoolSpec("lan", (BlockSpec(0, 7),), disabled=True), True),
        (PoolSpec("lan", (BlockSpec(0, 7), BlockSpec(0, 0))), True),
        (PoolSpec("lan", (BlockSpec(4, 7, cidr=True),), ends=False), True),
        (PoolSpec("lan", (BlockSpec(0, 3),)), False),
        (PoolSpec("lan", (BlockSpec(0, 7),), team="b"), False),
    ],
)
def test_a_service_keeps_an_address_of_a_pool_that_selects_it(spec: PoolSpec, kept: bool) -> None:
    found = said(spec, ServiceSpec("a", has=((4, 7),)))
    assert (found["a"] == "IPv4: 10.0.0.7 [satisfied]") == kept


def test_an_address_that_is_no_longer_wanted_is_not_kept() -> None:
    assert said(LAN, ServiceSpec("a", asks=((4, 5),), has=((4, 7),))) == {"a": "10.0.0.5: 10.0.0.5 [satisfied]"}


def test_pools_of_the_same_age_that_overlap_give_out_addresses_or_not() -> None:
    one, other = PoolSpec("a", (BlockSpec(0, 3),)), PoolSpec("b", (BlockSpec(3, 7),))
    assert said(one, other, ServiceSpec("a")) == {"a": "IPv4: 10.0.0.0 or 10.0.0.3 [satisfied]"}
    assert said(one, other, ServiceSpec("a", asks=((4, 7),))) == {
        "a": "10.0.0.7: 10.0.0.7 or (no_pool) [satisfied, no_pool]"
    }


def test_what_is_no_address_is_not_asked_for() -> None:
    manifest = ServiceSpec("a").manifest()
    for text in ("10.0.0.5/32", "10.0.0.4-10.0.0.5", "example.com"):
        manifest["metadata"]["annotations"] = {"lbipam.cilium.io/ips": text}
        service = load_balancer(Manifest(data=manifest), DUAL)
        assert service is not None
        (assignment,) = allocate([service], [LAN.pool()], DUAL).services
        assert words(assignment) == "IPv4: 10.0.0.0 [satisfied]"


def test_a_pool_with_a_selector_that_cilium_refuses_gives_nothing() -> None:
    manifest = LAN.manifest()
    manifest["spec"]["serviceSelector"] = {"matchExpressions": [{"key": "team", "operator": "NotIn", "values": []}]}
    found = allocate([ServiceSpec("a").service()], [pool_of(Manifest(data=manifest))], DUAL)
    assert words(found.services[0]) == "IPv4: (no_pool) [no_pool]"


def test_with_the_feature_off_nobody_gets_an_address() -> None:
    (assignment,) = allocate([ServiceSpec("a").service()], [LAN.pool()], AllocatorFacts(lb_ipam=False)).services
    assert assignment.unhandled == "Cilium's address allocator is off: enableLBIPAM is false."


def test_before_the_first_pool_nothing_happens() -> None:
    (assignment,) = allocated(ServiceSpec("a")).services
    assert (assignment.unhandled, assignment.outcomes, assignment.reasons) == (
        "There is no CiliumLoadBalancerIPPool, and Cilium's address allocator does nothing before the first one.",
        (),
        (),
    )


def test_a_service_of_another_class_is_left_alone() -> None:
    manifest = ServiceSpec("a").manifest()
    manifest["spec"]["loadBalancerClass"] = "other"
    service = load_balancer(Manifest(data=manifest), DUAL)
    assert service is not None
    (assignment,) = allocate([service], [LAN.pool()], DUAL).services
    assert assignment.unhandled == "The loadBalancerClass 'other' of Service web/a is none of Cilium's."
