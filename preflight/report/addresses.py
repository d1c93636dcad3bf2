"""Addresses as tables: what each Service gets, what is left of the pools, who announces, and why the others do not."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TextIO

from preflight.addressing import Addressing
from preflight.cilium.allocation import Assignment, PoolUse
from preflight.cilium.allocator_conditions import IPS_AVAILABLE, IPS_TOTAL, IPS_USED, pool_conditions
from preflight.cilium.announcing import Announcement, Announcer, AnnouncingNode, BgpPath, L2Announcer
from preflight.cilium.matching import refusal
from preflight.cilium.objects import LoadBalancer
from preflight.cilium.situation import Reason
from preflight.report.address_texts import address_text
from preflight.report.tables import Table, write_tables
from preflight.values import series

Row = Sequence[str]

SERVICE = ("NAMESPACE", "NAME", "GATEWAY", "REQUESTED", "POOLS", "ADDRESS", "SATISFIED", "SHARES-WITH", "ANNOUNCED-BY")
POOL = ("NAME", "DISABLED", "CONFLICTING", "TOTAL", "USED", "AVAILABLE", "PROBLEM")
L2 = ("SERVICE", "POLICY", "NODES", "INTERFACES", "LEASE")
BGP = ("SERVICE", "PREFIXES", "PEER", "ADDRESS", "NODES", "ADVERTISEMENT")
OTHER_POOLS = ("POOL", "WHY-NOT", "SERVICES")
OTHER_ANNOUNCERS = ("ANNOUNCER", "WHY-NOT", "SERVICES")
REMARKS = ("ABOUT", "REMARK", "SERVICES")
UNHANDLED = ("SERVICES", "WHY")
MAX_NAMES = 4
"""Services, pools or nodes that a cell lists."""
ALLOCATOR = "allocator"
INEXACT = "There are too many orders to try all of them: nothing else can happen, but perhaps not all of this."
ALL_NODES, SOME_NODES, ALL_DEVICES = "all nodes", "by nodeSelector", "all devices"


def write_addresses(addressing: Addressing, stream: TextIO) -> None:
    """Write a table of the Services, those with a problem first, then of the pools, the announcers, and the others."""
    services = list(zip(addressing.allocation.services, addressing.announcements.services, strict=True))
    services.sort(key=lambda pair: not _is_problem(*pair))
    announcements = [announcement for _, announcement in services]
    pools = addressing.allocation.pools
    tables = (
        Table("SERVICES", SERVICE, [_service(*pair, pools) for pair in services]),
        Table("POOLS", POOL, [_pool(use) for use in pools]),
        Table("L2 ANNOUNCEMENTS", L2, [row for each in announcements for row in _on_l2(each, addressing)]),
        Table("BGP ADVERTISEMENTS", BGP, [row for each in announcements for row in _by_bgp(each, addressing)]),
        Table("SERVICES THAT GET NO ADDRESS FROM CILIUM", UNHANDLED, _unhandled(addressing)),
        Table("POOLS THAT GIVE NO ADDRESS", OTHER_POOLS, _other_pools(addressing)),
        Table("WHO DOES NOT ANNOUNCE", OTHER_ANNOUNCERS, _other_announcers(addressing)),
        Table("REMARKS", REMARKS, _remarks(addressing)),
    )
    if any(table.rows for table in tables):
        write_tables(tables, stream)
    else:
        stream.write("There is no Service of type LoadBalancer, and no CiliumLoadBalancerIPPool.\n")


def _is_problem(assignment: Assignment, announcement: Announcement) -> bool:
    """Whether a Service may lack an address, or has one that nobody announces."""
    return assignment.reasons != (Reason.SATISFIED,) or bool(announcement.unannounced)


def _service(assignment: Assignment, announcement: Announcement, pools: Sequence[PoolUse]) -> Row:
    service = assignment.service
    return (
        service.namespace,
        service.name,
        service.gateway or "",
        _several([str(each) for each in service.requested]),
        _several([use.state.pool.name for use in pools if _gives(assignment, use)]),
        address_text(assignment),
        _satisfied(assignment),
        _partners(assignment),
        _announced_by(announcement),
    )


def _satisfied(assignment: Assignment) -> str:
    """Write the condition cilium.io/IPAMRequestSatisfied, with the reasons that it can have where it is False."""
    failures = [reason.value for reason in assignment.reasons if reason != Reason.SATISFIED]
    statuses = ["True"] if Reason.SATISFIED in assignment.reasons else []
    statuses += [f"False ({series(failures, 'or')})"] if failures else []
    return " or ".join(statuses)


def _partners(assignment: Assignment) -> str:
    if assignment.shares_with is None:
        return "not compared"
    return _several(_names(assignment.shares_with))


def _announced_by(announcement: Announcement) -> str:
    names = list(dict.fromkeys(map(_short_name, announcement.announcers)))
    nobody = announcement.unannounced
    if nobody and not names:
        return "nobody"
    text = _several(names)
    return f"{text}; nobody {_several([str(each) for each in nobody])}" if nobody else text


def _short_name(announcer: Announcer) -> str:
    if isinstance(announcer, L2Announcer):
        return f"L2 {announcer.policy}"
    return f"BGP {_peer(announcer)}"


def _peer(path: BgpPath) -> str:
    return f"{path.cluster_config}/{path.instance}/{path.peer}"


def _pool(use: PoolUse) -> Row:
    conditions = {condition.type: condition for condition in pool_conditions(use)}
    state = use.state
    numbers = [conditions[type_].message if conditions else "" for type_ in (IPS_TOTAL, IPS_USED, IPS_AVAILABLE)]
    return (state.pool.name, str(state.pool.disabled).lower(), _conflicting(use), *numbers, _problem(use))


def _conflicting(use: PoolUse) -> str:
    if not use.state.registered:
        return ""
    return "True or False" if use.state.in_conflict is None else str(use.state.in_conflict)


def _problem(use: PoolUse) -> str:
    state = use.state
    if not state.registered and state.pool.problem is not None:
        index, text = state.pool.problem
        return f"Cilium ignores it, for its block {index}: {text}"
    if state.in_conflict is False:
        return ""
    texts = [f"its {own} overlaps {other} of {name}" for name, own, other in state.overlaps]
    return series(texts, most=MAX_NAMES)


def _on_l2(announcement: Announcement, addressing: Addressing) -> Iterator[Row]:
    """Yield a row for each policy, and for each set of interfaces of its nodes."""
    selectors = {
        state.policy.name: state.policy.node_selector for state in addressing.announcements.announcers.policies
    }
    for each in announcement.announcers:
        if not isinstance(each, L2Announcer):
            continue
        patterns = ",".join(each.patterns) or ALL_DEVICES
        if each.nodes is None:
            nodes = [(SOME_NODES if selectors[each.policy] else ALL_NODES, patterns)]
        else:
            nodes = [(_several(names), found or patterns) for found, names in _by_interfaces(each.nodes)]
        for names_, interfaces in nodes:
            yield (_name(announcement.service), each.policy, names_, interfaces, each.lease)


def _by_interfaces(nodes: Iterable[AnnouncingNode]) -> list[tuple[str, list[str]]]:
    """Return the nodes with the same interfaces together; no interfaces where they are not known."""
    found: dict[str, list[str]] = {}
    for node in nodes:
        found.setdefault(",".join(node.interfaces or ()), []).append(node.name)
    return list(found.items())


def _by_bgp(announcement: Announcement, addressing: Addressing) -> Iterator[Row]:
    selectors = {state.config.name: state.config.node_selector for state in addressing.announcements.announcers.configs}
    for each in announcement.announcers:
        if isinstance(each, BgpPath):
            everywhere = SOME_NODES if selectors[each.cluster_config] else ALL_NODES
            nodes = everywhere if each.nodes is None else _several(each.nodes)
            prefixes = _several([str(prefix) for prefix in each.prefixes])
            yield (_name(announcement.service), prefixes, _peer(each), each.peer_address, nodes, each.advertisement)


def _unhandled(addressing: Addressing) -> list[Row]:
    return [
        (_name(each.service), each.unhandled) for each in addressing.allocation.services if each.unhandled is not None
    ]


def _other_pools(addressing: Addressing) -> list[Row]:
    """Return the pools that give addresses to some Services not, with the reason."""
    return _grouped(
        (use.state.pool.name, why[1], each.service)
        for use in addressing.allocation.pools
        for each in addressing.allocation.services
        if each.unhandled is None and (why := refusal(each.service, use.state)) is not None
    )


def _other_announcers(addressing: Addressing) -> list[Row]:
    return _grouped(
        (refused.by, refused.text, each.service)
        for each in addressing.announcements.services
        if each.addresses
        for refused in each.refusals
    )


def _remarks(addressing: Addressing) -> list[Row]:
    """Return what is to be known of what is predicted; L2 is all L2 announcers of a Service together."""

    def of(announcement: Announcement) -> Iterator[tuple[str, str]]:
        for each in announcement.announcers:
            yield from ((_short_name(each), remark.text) for remark in each.remarks)
        yield from (("L2", remark.text) for remark in announcement.remarks)

    inexact = ((ALLOCATOR, INEXACT, each.service) for each in addressing.allocation.services if not each.exact)
    of_announcers = (
        (by, text, each.service) for each in addressing.announcements.services for by, text in dict.fromkeys(of(each))
    )
    return _grouped(chain(inexact, of_announcers))


def _grouped(told: Iterable[tuple[str, str, LoadBalancer]]) -> list[Row]:
    """Return who has what to say of which Services, those of which the same is said together."""
    found: dict[tuple[str, str], list[LoadBalancer]] = {}
    for by, text, service in told:
        found.setdefault((by, text), []).append(service)
    return [(by, text, _several(_names(services))) for (by, text), services in found.items()]


def _gives(assignment: Assignment, use: PoolUse) -> bool:
    """Whether a pool selects a Service and can have an address for it."""
    return use.state.pool.name in assignment.pools and refusal(assignment.service, use.state) is None


def _several(texts: Sequence[str]) -> str:
    """Write texts as kubectl does in a cell: with commas, and the last ones only counted where there are many."""
    more = len(texts) - MAX_NAMES
    return ",".join(texts[:MAX_NAMES]) + (f" + {more} more" if more > 0 else "")


def _names(services: Iterable[LoadBalancer]) -> list[str]:
    return [_name(service) for service in services]


def _name(service: LoadBalancer) -> str:
    return f"{service.namespace}/{service.name}"
