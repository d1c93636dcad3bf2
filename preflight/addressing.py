"""Addressing: which Service gets which address, those of Gateways included, and who announces it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from preflight.cilium.allocation import Allocation, Assignment, allocate
from preflight.cilium.announcements import Announcements, AnnouncerObjects, announcements, announcer_objects
from preflight.cilium.announcing import AnnouncerFacts, Given
from preflight.cilium.bgp_sessions import Secrets
from preflight.cilium.cluster_facts import allocator_facts, announcer_facts
from preflight.cilium.facts import AllocatorFacts
from preflight.cilium.gateway_services import gateway_service
from preflight.cilium.label_selectors import read
from preflight.cilium.objects import LoadBalancer
from preflight.cilium.pools import POOL, PoolState, pool_of
from preflight.cilium.services import is_served_elsewhere, load_balancer
from preflight.cilium.situation import Reason
from preflight.cilium.unaddressed import remedy, why_unaddressed
from preflight.cluster import ClusterFacts, Node
from preflight.failure import failure
from preflight.finding import Finding
from preflight.gateway_api import judge
from preflight.gateway_api.allocated import Allocated
from preflight.gateway_api.classes import class_config
from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.prediction import GatewayStatus, Prediction
from preflight.gateway_api.semantics import Semantics
from preflight.gateway_api.status import predict
from preflight.gateway_service_names import service_name
from preflight.ip_ranges import Address
from preflight.snapshot import Manifest, Snapshot
from preflight.values import listed

SERVICE = ("", "Service")
OF_NODES = "With gatewayAPI.hostNetwork.enabled, the addresses of a Gateway are those of nodes."


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressing:
    """What the allocator and the announcers make of the objects."""

    allocation: Allocation
    """Of every Service of type LoadBalancer, by namespace and name, and of every pool."""
    announcements: Announcements
    """Of the same Services, in the same order."""
    objects: AnnouncerObjects
    nodes: tuple[Node, ...]
    secrets: Secrets
    allocator: AllocatorFacts
    announcer: AnnouncerFacts
    notes: tuple[str, ...]
    """What nobody has said of the cluster, and what is taken to be so."""


class Judgement(NamedTuple):
    """A prediction and the findings on it, both with the addresses of Gateways."""

    prediction: Prediction | None
    """None where a bug of ours prevents it, which GH001 says."""
    findings: tuple[Finding, ...]
    allocation: Allocation | None = None
    """What each Service gets; None where nobody has asked, since there are no Gateways."""


def predicted(snapshot: Snapshot, facts: ClusterFacts, semantics: Semantics | None = None) -> Judgement:
    """Predict what the controller makes of admitted objects, with the addresses that pools give to Gateways.

    The other arguments and the failures are those of preflight.gateway_api.judge.predicted.
    """
    prediction = judge.prediction_of(snapshot, facts, semantics)
    if isinstance(prediction, Finding):
        return Judgement(None, (prediction,))
    if not prediction.gateways:
        return Judgement(*judge.judged(prediction))
    of_allocator = allocator_facts(facts)
    try:
        allocation = _allocation(snapshot, of_allocator, prediction)
        given_to = _allocated(allocation, prediction, of_allocator)
        again = predict(replace(prediction.objects, allocated=given_to), prediction.semantics)
        return Judgement(*judge.judged(again), allocation)
    except Exception as error:  # noqa: BLE001  # a bug of ours is one finding, and the rest of the prediction remains
        judged = judge.judged(prediction)
        return Judgement(judged.prediction, (*judged.findings, failure("The prediction of addresses", error)))


def _allocated(
    allocation: Allocation, prediction: Prediction, facts: AllocatorFacts
) -> Mapping[NamespacedName, Allocated]:
    """Return what the Services of Gateways get."""
    if facts.host_network:
        return {status.key: Allocated(elsewhere=OF_NODES) for status in prediction.gateways}
    states = [use.state for use in allocation.pools]
    return {
        NamespacedName(each.service.namespace, each.service.gateway): _given_to(each, states, facts)
        for each in allocation.services
        if each.service.gateway is not None
    }


def _given_to(assignment: Assignment, states: Sequence[PoolState], facts: AllocatorFacts) -> Allocated:
    if assignment.unhandled is not None:
        if is_served_elsewhere(assignment.service, facts):
            return Allocated(elsewhere=assignment.unhandled)
        return Allocated(why=assignment.unhandled)
    certain = assignment.addresses
    if certain:
        return Allocated(addresses=tuple(map(str, certain)))
    return Allocated(
        one_of=tuple(dict.fromkeys(str(each) for outcome in assignment.outcomes for each in outcome.ranges)),
        reasons=tuple(each for each in assignment.reasons if each != Reason.SATISFIED),
        why=why_unaddressed(assignment, states),
        remedy=remedy(assignment),
    )


def _allocation(snapshot: Snapshot, facts: AllocatorFacts, prediction: Prediction) -> Allocation:
    pools = [pool_of(each) for each in snapshot.manifests if (each.group, each.key.kind) == POOL]
    return allocate(_load_balancers(snapshot, facts, prediction), pools, facts)


def addressing(
    snapshot: Snapshot, facts: ClusterFacts, prediction: Prediction, allocation: Allocation | None = None
) -> Addressing:
    """Say which address each Service gets, and who announces it.

    The prediction and the allocation are those that `predicted` returns for the same objects.
    """
    of_allocator, of_announcer = allocator_facts(facts), announcer_facts(facts)
    if allocation is None:
        allocation = _allocation(snapshot, of_allocator, prediction)
    objects = announcer_objects(snapshot.manifests)
    secrets = _secrets(prediction)
    addressed = [(assignment.service, given(assignment)) for assignment in allocation.services]
    return Addressing(
        allocation=allocation,
        announcements=announcements(addressed, objects, facts.nodes, of_announcer, secrets),
        objects=objects,
        nodes=facts.nodes,
        secrets=secrets,
        allocator=of_allocator,
        announcer=of_announcer,
        notes=(
            *_notes(facts, objects),
            *_notes_of_rejected(snapshot),
            *_notes_of_pools(allocation),
            *_notes_of_gateways(allocation, prediction),
        ),
    )


def given(assignment: Assignment) -> tuple[Given, ...]:
    """Return the addresses of a Service, with a range where it gets one of several; those that others gave it, too."""
    if assignment.unhandled is not None:
        return assignment.service.assigned
    ranges = dict.fromkeys(range_ for outcome in assignment.outcomes for range_ in outcome.ranges)
    return tuple(Address(each.version, each.first) if each.size == 1 else each for each in ranges)


def _load_balancers(snapshot: Snapshot, facts: AllocatorFacts, prediction: Prediction) -> Iterator[LoadBalancer]:
    """Yield the Services of type LoadBalancer: those of the manifests, and those that are made for Gateways."""
    written = {_name(each): each for each in snapshot.manifests if (each.group, each.key.kind) == SERVICE}
    ports = _ports(prediction)
    for status in prediction.gateways:
        if status.key not in ports or "." in status.key.name:
            continue  # Kubernetes refuses a Service without ports, and one with dots in its name
        existing = written.pop(NamespacedName(status.key.namespace, service_name(status.key.name)), None)
        made = _of_gateway(status, ports[status.key], existing, facts, prediction)
        if made is not None:
            yield made
    for service in written.values():
        found = load_balancer(service, facts)
        if found is not None:
            yield found


def _of_gateway(
    status: GatewayStatus,
    ports: set[tuple[int, str]],
    existing: Manifest | None,
    facts: AllocatorFacts,
    prediction: Prediction,
) -> LoadBalancer | None:
    objects = prediction.objects
    gateway = objects.gateways[status.key]
    config = class_config(objects.gateway_classes[gateway.class_name], objects)
    service = gateway_service(gateway.manifest, ports, facts, config=config, existing=existing)
    return load_balancer(service, facts, gateway=status.key.name, written=gateway.manifest)


def _ports(prediction: Prediction) -> Mapping[NamespacedName, set[tuple[int, str]]]:
    """Return the ports on which each Gateway is served, those of its ListenerSets included, with their protocols."""
    found: dict[NamespacedName, set[tuple[int, str]]] = {}
    for status in (*prediction.gateways, *prediction.listener_sets):
        for each in status.listeners:
            if each.served:
                protocol = "UDP" if each.listener.protocol == "UDP" else "TCP"
                found.setdefault(each.gateway, set()).add((each.listener.port, protocol))
    return found


def _name(manifest: Manifest) -> NamespacedName:
    return NamespacedName(manifest.key.namespace or "default", manifest.key.name)


def _secrets(prediction: Prediction) -> Secrets:
    return {
        key: None if data is None else frozenset(name for name, value in data.items() if value)
        for key, data in prediction.objects.secrets.items()
    }


def _notes(facts: ClusterFacts, objects: AnnouncerObjects) -> Iterator[str]:
    values, bgp = facts.cilium_values, objects.bgp
    if values.l2_announcements is None and objects.policies:
        yield _note("L2 announcements are on", "l2announcements.enabled", "CiliumL2AnnouncementPolicies")
    if values.bgp_control_plane is None and (bgp.cluster_configs or bgp.peer_configs or bgp.advertisements):
        yield _note("the BGP control plane is on", "bgpControlPlane.enabled", "objects of it")


def _notes_of_rejected(snapshot: Snapshot) -> Iterator[str]:
    if snapshot.rejected.some(*POOL):
        yield "Not all CiliumLoadBalancerIPPools are admitted: what is said of addresses is what comes of the others."


def _notes_of_pools(allocation: Allocation) -> Iterator[str]:
    refused = [use.state.pool.name for use in allocation.pools if read(use.state.pool.selector).problem]
    if refused and allocation.services:
        yield (
            f"Cilium refuses the serviceSelector of {listed(refused)}, and may give out no addresses while it is "
            "there: what is said of addresses is what comes of the other pools."
        )


def _notes_of_gateways(allocation: Allocation, prediction: Prediction) -> Iterator[str]:
    """Say why a Gateway is not among the Services: nobody gives it an address."""
    addressed = {
        NamespacedName(each.service.namespace, each.service.gateway)
        for each in allocation.services
        if each.service.gateway is not None
    }
    ports = _ports(prediction)
    for status in prediction.gateways:
        if status.key not in ports:
            yield f"Gateway {status.key} has no Service, since no listener of it is served."
        elif "." in status.key.name:
            yield f"Gateway {status.key} has no Service, since Kubernetes refuses a dot in the name of one."
        elif status.key not in addressed:
            yield f"Gateway {status.key} has a Service of another type than LoadBalancer, which gets no address."


def _note(what: str, value: str, there: str) -> str:
    return f"The cluster file does not say whether {what} ({value}): it is taken to be so, as there are {there}."
