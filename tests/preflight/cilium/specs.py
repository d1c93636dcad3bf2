"""Pools and Services of small worlds: as tests write them, as hypothesis makes them, and as manifests."""

from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any

from preflight.cilium.facts import AllocatorFacts
from preflight.cilium.objects import LoadBalancer, Pool
from preflight.cilium.pools import pool_of
from preflight.cilium.services import load_balancer
from preflight.snapshot import Manifest

from hypothesis import strategies as st

DUAL = AllocatorFacts(ipv4=True, ipv6=True, l2=True, bgp=True)
BASES = {4: int(ip_address("10.0.0.0")), 6: int(ip_address("fd00::"))}


def text(version: int, number: int) -> str:
    """The address with this number of the small world."""
    whole = BASES[version] + number
    return str(ip_address(whole.to_bytes(4 if version == 4 else 16, "big")))


@dataclass(frozen=True)
class BlockSpec:
    first: int
    last: int
    version: int = 4
    cidr: bool = False
    """Whether it is written as one; then its size is a power of two, and it starts at a multiple of it."""

    def written(self) -> dict[str, str]:
        if self.cidr:
            bits = (32 if self.version == 4 else 128) - (self.last - self.first).bit_length()
            return {"cidr": f"{text(self.version, self.first)}/{bits}"}
        return {"start": text(self.version, self.first), "stop": text(self.version, self.last)}


@dataclass(frozen=True)
class PoolSpec:
    name: str
    blocks: tuple[BlockSpec, ...]
    team: str = ""
    """The label that it selects; empty for all Services."""
    disabled: bool = False
    ends: bool = True
    created: str = "2026-01-01T00:00:00Z"

    def manifest(self) -> dict[str, Any]:
        spec: dict[str, Any] = {
            "blocks": [block.written() for block in self.blocks],
            "disabled": self.disabled,
            "allowFirstLastIPs": "Yes" if self.ends else "No",
        }
        if self.team:
            spec["serviceSelector"] = {"matchLabels": {"team": self.team}}
        return {
            "apiVersion": "cilium.io/v2",
            "kind": "CiliumLoadBalancerIPPool",
            "metadata": {"name": self.name, "creationTimestamp": self.created},
            "spec": spec,
        }

    def pool(self) -> Pool:
        return pool_of(Manifest(data=self.manifest()))


@dataclass(frozen=True)
class ServiceSpec:
    name: str
    team: str = "a"
    versions: tuple[int, ...] = (4,)
    asks: tuple[tuple[int, int], ...] = ()
    """IP version and number of each address."""
    key: str = ""
    namespace: str = "web"
    permits: tuple[str, ...] = ()
    port: int = 80
    protocol: str = "TCP"
    policy: str = "Cluster"
    pods: str = ""
    has: tuple[tuple[int, int], ...] = field(default=())
    """What its status says."""

    def manifest(self) -> dict[str, Any]:
        annotations = {}
        if self.asks:
            annotations["lbipam.cilium.io/ips"] = ",".join(text(*each) for each in self.asks)
        if self.key:
            annotations["lbipam.cilium.io/sharing-key"] = self.key
        if self.permits:
            annotations["lbipam.cilium.io/sharing-cross-namespace"] = ",".join(self.permits)
        dual = {"ipFamilyPolicy": "RequireDualStack"} if len(self.versions) > 1 else {}
        return {
            "apiVersion": "v1",
            "kind": "Service",
            "metadata": {
                "name": self.name,
                "namespace": self.namespace,
                "labels": {"team": self.team},
                "annotations": annotations,
            },
            "spec": {
                "type": "LoadBalancer",
                "ports": [{"port": self.port, "protocol": self.protocol}],
                "ipFamilies": [f"IPv{version}" for version in self.versions],
                "externalTrafficPolicy": self.policy,
                "selector": {"app": self.pods} if self.pods else {},
                **dual,
            },
            "status": {"loadBalancer": {"ingress": [{"ip": text(*each)} for each in self.has]}},
        }

    def service(self) -> LoadBalancer:
        found = load_balancer(Manifest(data=self.manifest()), DUAL)
        assert found is not None
        return found


def blocks(version: int, most: int) -> st.SearchStrategy[BlockSpec]:
    """Blocks below a number: ranges, and CIDRs of 1, 2 and 4 addresses."""
    ranges = st.builds(
        lambda first, size: BlockSpec(first, min(first + size, most - 1), version),
        st.integers(0, most - 1),
        st.integers(0, 3),
    )
    cidrs = st.sampled_from([1, 2, 4]).flatmap(
        lambda size: st.integers(0, most // size - 1).map(
            lambda at: BlockSpec(at * size, at * size + size - 1, version, cidr=True)
        )
    )
    return ranges | cidrs


def pools(
    *, most: int = 8, versions: tuple[int, ...] = (4,), overlaps: bool = False
) -> st.SearchStrategy[tuple[PoolSpec, ...]]:
    """Pools without overlaps, or with some, of which each loses in some order."""
    block = st.sampled_from(versions).flatmap(lambda version: blocks(version, most))
    pool = st.builds(
        PoolSpec,
        name=st.just(""),
        blocks=st.lists(block, min_size=0 if overlaps else 1, max_size=2).map(tuple),
        team=st.sampled_from(["", "a", "b"]),
        disabled=st.sampled_from([False, False, False, True]),
        ends=st.booleans(),
        created=st.sampled_from(["2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", ""])
        if overlaps
        else st.just("2026-01-01T00:00:00Z"),
    )

    def named(found: list[PoolSpec]) -> tuple[PoolSpec, ...]:
        taken: set[tuple[int, int]] = set()
        kept = []
        for at, spec in enumerate(found):
            mine = []
            for each in spec.blocks:
                numbers = {(each.version, number) for number in range(each.first, each.last + 1)}
                if overlaps or not numbers & taken:
                    mine.append(each)
                    taken |= numbers
            kept.append(PoolSpec(f"pool-{at}", tuple(mine), spec.team, spec.disabled, spec.ends, spec.created))
        return tuple(kept)

    return st.lists(pool, min_size=1, max_size=3).map(named)


def services(
    *, most: int = 8, versions: tuple[int, ...] = (4,), asks: bool, keys: bool, has: bool, count: int = 4
) -> st.SearchStrategy[tuple[ServiceSpec, ...]]:
    """Services that ask for addresses, share them or have some, as is said."""
    address = st.tuples(st.sampled_from(versions), st.integers(0, most - 1))
    wanted = st.sampled_from([(version,) for version in versions] + ([versions] if len(versions) > 1 else []))
    some = st.lists(address, max_size=2, unique=True).map(tuple)
    service = st.builds(
        ServiceSpec,
        name=st.just(""),
        team=st.sampled_from(["a", "b", "c"]),
        versions=wanted,
        asks=some if asks else st.just(()),
        key=st.sampled_from(["", "k", "k", "other"]) if keys else st.just(""),
        namespace=st.sampled_from(["web", "web", "api"]) if keys else st.just("web"),
        permits=st.sampled_from([(), ("*",), ("web", "api"), ("web", " api")]) if keys else st.just(()),
        port=st.sampled_from([80, 81, 82]) if keys else st.just(80),
        protocol=st.sampled_from(["TCP", "TCP", "UDP"]) if keys else st.just("TCP"),
        policy=st.sampled_from(["Cluster", "Cluster", "Local"]) if keys else st.just("Cluster"),
        pods=st.sampled_from(["", "x", "y"]) if keys else st.just(""),
        has=st.lists(address, max_size=1, unique=True).map(tuple) if has else st.just(()),
    )

    def named(found: list[ServiceSpec]) -> tuple[ServiceSpec, ...]:
        return tuple(
            ServiceSpec(**{**{name: getattr(each, name) for name in each.__dataclass_fields__}, "name": f"svc-{at}"})
            for at, each in enumerate(found)
        )

    return st.lists(service, min_size=1, max_size=count).map(named)
