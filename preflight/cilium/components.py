"""Which Services can get in each other's way: those of different components never do."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from preflight.cilium.claims import Claims, wants
from preflight.cilium.objects import LoadBalancer
from preflight.cilium.pools import Pools, PoolState, Usable
from preflight.ip_ranges import Address, RangeIndex

Holders = Callable[[Address], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """Services that can get in each other's way, by their indices, and the pools that they take addresses from."""

    services: tuple[int, ...]
    pools: tuple[str, ...]
    conflicts: tuple[int, ...]
    """The conflicts in which the pools are, by their indices."""


def components(
    services: Sequence[LoadBalancer], matching: Sequence[frozenset[str]], pools: Pools, claims: Claims
) -> tuple[Component, ...]:
    """Return the components of all Services that lack something, the smallest first.

    A Service that has all that it wants is there where another one may share an address with it.
    """
    lacking = _lacking(services, claims)
    keys = {services[index].sharing_key for index in lacking} - {""}
    nodes = _Nodes()
    for number, conflict in enumerate(pools.conflicts):
        for name in conflict.pools:
            nodes.link(("conflict", number), ("pool", name))
    _link_pools(nodes, {index: (services[index], matching[index]) for index in lacking}, pools)
    for index, service in enumerate(services):
        if service.sharing_key in keys:
            nodes.link(("service", index), ("key", service.sharing_key))
    for address, indices in claims.contested.items():
        for index in indices:
            nodes.link(("service", index), ("address", address))
    found = [_component(group) for group in nodes.groups()]
    return tuple(
        sorted((each for each in found if each.services), key=lambda each: (len(each.services), each.services))
    )


def _lacking(services: Sequence[LoadBalancer], claims: Claims) -> tuple[int, ...]:
    """Return the Services that have not all that they want, or may lose it to another one."""
    contested = {index for indices in claims.contested.values() for index in indices}
    return tuple(
        index
        for index, service in enumerate(services)
        if index in contested or wants(service, claims.kept.get(index, ()))
    )


def _link_pools(nodes: "_Nodes", lacking: Mapping[int, tuple[LoadBalancer, frozenset[str]]], pools: Pools) -> None:
    usable = {name: state for name, state in pools.states.items() if state.usable != Usable.NO}
    holders = _holders(usable)
    for index, (service, matching) in lacking.items():
        # Many Services have this in common, and many pools: each of them is linked to it once.
        course = ("course", (service.requested, service.versions, matching))
        if course not in nodes:
            for name in _reached(service, matching, usable, holders):
                nodes.link(course, ("pool", name))
        nodes.link(("service", index), course)


def _reached(
    service: LoadBalancer, matching: frozenset[str], usable: Mapping[str, PoolState], holders: Holders
) -> Iterator[str]:
    """Yield the pools that decide what a Service gets; one that has a requested address decides though it refuses."""
    if service.requested:
        yield from (name for address in service.requested for name in holders(address))
    else:
        yield from (name for name in sorted(matching & usable.keys()) if _gives(usable[name], service.versions))


def _holders(usable: Mapping[str, PoolState]) -> Holders:
    """Return what says which pools have an address."""
    blocks = [(name, block.range) for name, state in usable.items() for block in state.pool.blocks]
    index = RangeIndex([range_ for _, range_ in blocks])
    return lambda address: [blocks[at][0] for at in index.having(address)]


def _gives(state: PoolState, versions: tuple[int, ...]) -> bool:
    return any(block.range.version in versions for block in state.pool.blocks)


def _component(group: Sequence[tuple[str, Hashable]]) -> Component:
    named: dict[str, list[Hashable]] = {}
    for type_, value in group:
        named.setdefault(type_, []).append(value)
    return Component(
        services=tuple(sorted(value for value in named.get("service", ()) if isinstance(value, int))),
        pools=tuple(sorted(value for value in named.get("pool", ()) if isinstance(value, str))),
        conflicts=tuple(sorted(value for value in named.get("conflict", ()) if isinstance(value, int))),
    )


Node = tuple[str, Hashable]


class _Nodes:
    """Things that are linked, directly or by way of others."""

    def __init__(self) -> None:
        self._above: dict[Node, Node] = {}

    def __contains__(self, node: Node) -> bool:
        return node in self._above

    def link(self, one: Node, other: Node) -> None:
        self._above[self._top(one)] = self._top(other)

    def groups(self) -> list[list[Node]]:
        found: dict[Node, list[Node]] = {}
        for node in list(self._above):
            found.setdefault(self._top(node), []).append(node)
        return list(found.values())

    def _top(self, node: Node) -> Node:
        path = []
        while (above := self._above.setdefault(node, node)) != node:
            path.append(node)
            node = above
        for each in path:
            self._above[each] = node
        return node
