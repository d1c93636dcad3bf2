"""Large pools, many pools and Services, and hostile ones: what is counted stays exact, or is bounded."""

from preflight.cilium.allocation import allocate
from preflight.cilium.facts import AllocatorFacts
from preflight.cilium.objects import LoadBalancer, Pool
from preflight.cilium.pools import pool_of
from preflight.snapshot import Manifest
from tests.preflight.cilium.specs import DUAL, BlockSpec, PoolSpec, ServiceSpec
from tests.preflight.cilium.test_allocation import allocated, said, words
from tests.preflight.cilium.test_pools import pool


def test_large_pools_cost_nothing() -> None:
    facts = AllocatorFacts(ipv6=True)
    pools = [pool("v4", "10.0.0.0/8"), pool("v6", "fd00::/48")]
    found = allocate([ServiceSpec("a", versions=(4, 6)).service()], pools, facts)
    assert words(found.services[0]) == "IPv4: 10.0.0.0; IPv6: fd00:: [satisfied]"
    assert [(use.total, use.used) for use in found.pools] == [(2**24, (1, 1)), (2**80, (1, 1))]


def test_many_services_and_pools_are_counted_exactly() -> None:
    pools: list[Pool] = [pool(f"pool-{at:03}", f"10.{at}.0.0/24") for at in range(20)]
    services: list[LoadBalancer] = [ServiceSpec(f"svc-{at:03}").service() for at in range(300)]
    found = allocate(services, pools, DUAL)
    assert all(assignment.exact for assignment in found.services)
    assert [str(range_) for range_ in found.services[0].outcomes[0].ranges][:2] == [
        "10.0.0.0-10.0.0.255",
        "10.1.0.0-10.1.0.255",
    ]
    assert found.services[0].reasons == ("satisfied",)
    assert found.pools[0].used == (0, 256)


def test_many_requests_are_bounded_where_they_cannot_be_tried_out() -> None:
    asks = [ServiceSpec(f"asks-{at:02}", asks=((4, at * 2),)) for at in range(40)]
    lan = PoolSpec("lan", (BlockSpec(0, 200),))
    found = allocated(lan, *asks, ServiceSpec("any"))
    assert not any(assignment.exact for assignment in found.services)
    assert found.services[0].reasons == ("satisfied",)
    assert said(lan, *asks)["asks-07"] == "10.0.0.14: 10.0.0.14 [satisfied]"


def test_the_whole_of_both_ip_versions_is_a_pool_as_any_other() -> None:
    pools = [pool("v4", "0.0.0.0/0"), pool("v6", "::/0")]
    service = ServiceSpec("a", versions=(4, 6), has=((6, 5),)).service()
    found = allocate([service], pools, DUAL)
    assert words(found.services[0]) == "IPv4: 0.0.0.0; IPv6: fd00::5 [satisfied]"
    assert [(use.total, use.used) for use in found.pools] == [(2**32, (1, 1)), (2**128, (1, 1))]


def written(blocks: list[dict[str, str]]) -> Pool:
    manifest = {"kind": "CiliumLoadBalancerIPPool", "metadata": {"name": "lan"}, "spec": {"blocks": blocks}}
    return pool_of(Manifest(data={"apiVersion": "cilium.io/v2", **manifest}))


def test_very_many_blocks_are_counted() -> None:
    single = [{"start": f"10.{at >> 16}.{at >> 8 & 255}.{at & 255}"} for at in range(0, 200_000, 2)]
    found = allocate([ServiceSpec("a").service()], [written(single)], DUAL)
    assert words(found.services[0]) == "IPv4: 10.0.0.0 [satisfied]"
    assert (found.pools[0].total, found.pools[0].used) == (100_000, (1, 1))


def test_very_many_blocks_that_are_the_same_are_in_conflict() -> None:
    found = allocate([ServiceSpec("a").service()], [written([{"cidr": "10.0.0.0/8"}] * 20_000)], DUAL)
    assert words(found.services[0]) == "IPv4: (no_pool) [no_pool]"
    assert found.pools[0].state.in_conflict
