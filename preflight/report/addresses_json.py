"""Addresses for scripts, in the shape that docs/addresses.md documents."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from preflight.addressing import Addressing, given
from preflight.cilium.allocation import Assignment, PoolUse
from preflight.cilium.allocator_conditions import AllocatorCondition, pool_conditions, service_conditions
from preflight.cilium.announcing import Announcement, Announcer, L2Announcer
from preflight.cilium.matching import Refusal, refusal
from preflight.cilium.situation import Outcome
from preflight.ip_ranges import Address
from preflight.report.address_texts import count

VERSION = 1
"""Of the shape; a field that is added does not change it."""

Entry = dict[str, Any]


def write_addresses_json(addressing: Addressing | None, stream: TextIO) -> None:
    """Write what becomes of Services and pools, in ASCII only; empty lists where nothing could be predicted."""
    document: Entry = {"version": VERSION, "services": [], "pools": [], "notes": []}
    if addressing is not None:
        pools = addressing.allocation.pools
        pairs = zip(addressing.allocation.services, addressing.announcements.services, strict=True)
        document["services"] = [_service(assignment, announcement, pools) for assignment, announcement in pairs]
        document["pools"] = [_pool(use) for use in pools]
        document["notes"] = list(addressing.notes)
    json.dump(document, stream, indent=2)
    stream.write("\n")


def _service(assignment: Assignment, announcement: Announcement, pools: Sequence[PoolUse]) -> Entry:
    service, partners = assignment.service, assignment.shares_with
    return _entry(
        namespace=service.namespace,
        name=service.name,
        gateway=service.gateway,
        loadBalancerClass=service.load_balancer_class,
        labels=dict(service.labels),
        ports=[{"port": port, "protocol": protocol} for port, protocol in service.ports],
        externalTrafficPolicy=service.traffic_policy,
        requested=_texts(service.requested),
        notAddresses=list(service.dropped) or None,
        unhandled=assignment.unhandled,
        addresses=_certain(assignment),
        outcomes=[_outcome(each) for each in assignment.outcomes],
        conditions=_conditions(service_conditions(assignment)),
        isExact=assignment.exact,
        **_pools(assignment, pools),
        sharesWith=None
        if partners is None
        else [{"namespace": each.namespace, "name": each.name} for each in partners],
        announcers=[_announcer(each) for each in announcement.announcers],
        unannounced=_texts(announcement.unannounced),
        notAnnouncedBy=[
            {"name": each.by, "reason": each.reason.value, "message": each.text} for each in announcement.refusals
        ],
        remarks=[{"reason": each.what.value, "message": each.text} for each in announcement.remarks],
    )


def _certain(assignment: Assignment) -> list[str] | None:
    """Return the addresses that it certainly gets; None where an order decides."""
    if assignment.unhandled is not None:
        return _texts(given(assignment))
    return None if assignment.addresses is None else _texts(assignment.addresses)


def _outcome(outcome: Outcome) -> Entry:
    """Say of one thing that is wanted what it can become."""
    wanted = str(outcome.wanted) if isinstance(outcome.wanted, Address) else f"IPv{outcome.wanted}"
    return {
        "wanted": wanted,
        "oneOf": _texts(outcome.ranges),
        "count": count(outcome.ranges),
        "orNone": sorted(reason.value for reason in outcome.reasons),
    }


def _pools(assignment: Assignment, pools: Sequence[PoolUse]) -> Entry:
    """Say of each pool whether it gives the Service an address, and why not; those that do not select it are many."""
    if assignment.unhandled is not None:
        return {}
    entries, others = [], []
    for use in pools:
        name, why = use.state.pool.name, refusal(assignment.service, use.state)
        if why is not None and why[0] == Refusal.SELECTOR:
            others.append(name)
            continue
        said = {} if why is None else {"reason": why[0].value, "message": why[1]}
        entries.append({"name": name, "selects": name in assignment.pools, "gives": why is None, **said})
    return {"pools": entries, "poolsWithoutMatch": others}


def _announcer(announcer: Announcer) -> Entry:
    remarks = [{"reason": each.what.value, "message": each.text} for each in announcer.remarks]
    if isinstance(announcer, L2Announcer):
        nodes = announcer.nodes
        return _entry(
            kind="CiliumL2AnnouncementPolicy",
            name=announcer.policy,
            addresses=_texts(announcer.addresses),
            nodes=None if nodes is None else [_node(each.name, each.interfaces) for each in nodes],
            interfaces=list(announcer.patterns),
            lease=announcer.lease,
            remarks=remarks,
        )
    return _entry(
        kind="CiliumBGPClusterConfig",
        name=announcer.cluster_config,
        instance=announcer.instance,
        peer=announcer.peer,
        peerAddress=announcer.peer_address or None,
        family=announcer.family,
        advertisement=announcer.advertisement,
        item=announcer.item,
        addresses=_texts(prefix.given for prefix in announcer.prefixes),
        prefixes=_texts(announcer.prefixes),
        nodes=None if announcer.nodes is None else [{"name": name} for name in announcer.nodes],
        remarks=remarks,
    )


def _node(name: str, interfaces: Sequence[str] | None) -> Entry:
    return _entry(name=name, interfaces=None if interfaces is None else list(interfaces))


def _pool(use: PoolUse) -> Entry:
    state, (least, most) = use.state, use.used
    problem = None if state.registered or state.pool.problem is None else state.pool.problem
    return _entry(
        name=state.pool.name,
        disabled=state.pool.disabled,
        blocks=_texts(block.range for block in state.pool.blocks),
        gives=state.usable.value,
        ignored=None if problem is None else {"block": problem[0], "message": problem[1]},
        overlaps=[{"range": str(own), "pool": name, "other": str(other)} for name, own, other in state.overlaps],
        total=use.total,
        used={"least": least, "most": most},
        available={"least": use.total - most, "most": use.total - least},
        conditions=_conditions(pool_conditions(use)),
    )


def _conditions(conditions: Iterable[AllocatorCondition]) -> list[Entry]:
    return [
        {"type": each.type, "status": each.status, "reason": each.reason, "message": each.message}
        for each in conditions
    ]


def _texts(values: Iterable[object]) -> list[str]:
    return [str(each) for each in values]


def _entry(**fields: Any) -> Entry:
    """Return the fields that have a value."""
    return {name: value for name, value in fields.items() if value is not None}
