"""Leases of L2 announcements: one a Service, for which the nodes of all its policies compete.

Source: cilium/cilium, pkg/l2announcer/l2announcer.go (newLeaseLock, addSelectedService, desiredEntries); #48084.
"""

from collections.abc import Iterable, Mapping, Sequence

from preflight.cilium.announcing import Given, Remark, What
from preflight.cilium.l2_announcements import announced_by, lease_name
from preflight.cilium.l2_policies import PolicyState
from preflight.cilium.objects import LoadBalancer
from preflight.values import listed


def shared_leases(announced: Iterable[LoadBalancer]) -> Mapping[str, tuple[LoadBalancer, ...]]:
    """Return the Services that share a lease, by its name, of all that are announced on layer 2."""
    found: dict[str, list[LoadBalancer]] = {}
    for service in announced:
        found.setdefault(lease_name(service), []).append(service)
    return {name: tuple(services) for name, services in found.items() if len(services) > 1}


def silent_nodes(states: Sequence[PolicyState], service: LoadBalancer, given: Sequence[Given]) -> tuple[str, ...]:
    """Return the nodes that can hold the lease of a Service, and then announce not all that other nodes would.

    All policies for a Service, which are given, share its lease, and whoever holds it announces by its own policies
    only; also a node without a device that its policy names takes part. Empty where it is not known of one
    of the policies which nodes it takes.
    """
    if any(state.nodes is None for state in states):
        return ()
    by_node: dict[str, set[Given]] = {}
    for state in states:
        for node in state.nodes or ():
            announced = () if node.interfaces == () else announced_by(service, given, state)
            by_node.setdefault(node.name, set()).update(announced)
    everything = set().union(*by_node.values())
    return tuple(sorted(name for name, announced in by_node.items() if announced != everything))


def silence(names: Sequence[str]) -> Remark:
    """Say of nodes that they can hold the lease in silence."""
    text = (
        f"The lease of the Service can be held by {listed(names)}, where no policy announces all of its addresses: "
        "while it is, they are not reached."
    )
    return Remark(what=What.SILENT_NODES, text=text)
