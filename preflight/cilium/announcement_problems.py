"""What is wrong or likely not meant with the announcement of a Service.

Facts: rows 7, 12, 13, 16, 17 and 39 of what can be configured wrongly.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from preflight.address_requests import IPS
from preflight.cilium.announcing import Announcement, AnnouncerFacts, BgpPath, L2Announcer, Reason, What
from preflight.cilium.l2_announcements import local_effect
from preflight.cilium.objects import SHARING_KEY, SHARING_NAMESPACES, LoadBalancer
from preflight.cilium.problems import Problem, Seen
from preflight.cilium.services import BGP_CLASS, L2_CLASS, NODE_CLASS
from preflight.field_path import FieldPath, Key
from preflight.suggestions import nearest

PREFIXES = ("lbipam.cilium.io/", "io.cilium/lb-ipam-")
PERMIT_DIFFERENT_PODS = "lbipam.cilium.io/sharing-permit-different-pods"
"""Of a version that is not released yet (#45819)."""
KNOWN = (*IPS, *SHARING_KEY, *SHARING_NAMESPACES, PERMIT_DIFFERENT_PODS)
REMARKS = {What.SHARED_LEASE: Problem.SHARED_LEASE, What.SILENT_NODES: Problem.SILENT_NODES}


def announcement_problems(announcement: Announcement, facts: AnnouncerFacts) -> list[Seen]:
    """Return what is wrong with who announces a Service."""
    return [
        *_of_annotations(announcement.service),
        *_of_class(announcement, facts),
        *_of_addresses(announcement),
        *_of_traffic_policy(announcement, facts),
        *_of_bgp(announcement),
    ]


def _of_annotations(service: LoadBalancer) -> Iterator[Seen]:
    """Say which annotations the allocator does not know, and which addresses are none."""
    path: FieldPath = ("spec", "infrastructure") if service.gateway is not None else ("metadata",)
    holder: Mapping[str, Any] = service.manifest.data
    for part in path:
        holder = holder.get(str(part)) or {}
    annotations = holder.get("annotations") or {}
    for key in annotations:
        if key.startswith(PREFIXES) and key not in KNOWN:
            where: FieldPath = (*path, "annotations", Key(key))
            yield _seen(service, Problem.UNKNOWN_ANNOTATION, where, key, *_meant(key))
    used = next((key for key in IPS if key in annotations), None)
    where = () if used is None else (*path, "annotations", Key(used))
    for item in service.dropped:
        yield _seen(service, Problem.NO_ADDRESS_ASKED, where, item)


def _meant(key: str) -> Iterator[str]:
    """Say which annotation with the same prefix was likely meant: of very different ones, none."""
    prefix = next(prefix for prefix in PREFIXES if key.startswith(prefix))
    names = [known.removeprefix(prefix) for known in KNOWN if known.startswith(prefix)]
    if suggested := nearest(key.removeprefix(prefix), names):
        yield prefix + suggested


def _of_class(announcement: Announcement, facts: AnnouncerFacts) -> Iterator[Seen]:
    """Say whether the class of a Service shuts out its announcers."""
    service, name = announcement.service, announcement.service.load_balancer_class
    path: FieldPath = () if service.gateway is not None else ("spec", "loadBalancerClass")
    on = {L2_CLASS: facts.l2_announcements, BGP_CLASS: facts.bgp_control_plane}
    if name is None or name == NODE_CLASS:
        return
    if name not in on:
        yield _seen(service, Problem.UNKNOWN_CLASS, path, name)
        return
    if not on[name]:
        yield _seen(service, Problem.CLASS_FEATURE_OFF, path, name)
    shut_out = [refusal.by for refusal in announcement.refusals if refusal.reason == Reason.CLASS]
    if shut_out and not announcement.announcers:
        yield _seen(service, Problem.CLASS_OTHER_ANNOUNCER, path, name, *shut_out)


def _of_addresses(announcement: Announcement) -> Iterator[Seen]:
    """Say which addresses are for nothing, or may be."""
    if nobody := announcement.unannounced:
        yield _seen(announcement.service, Problem.UNANNOUNCED, (), *map(str, nobody))
    for remark in announcement.remarks:
        yield _seen(announcement.service, REMARKS[remark.what], (), remark.text)


def _of_traffic_policy(announcement: Announcement, facts: AnnouncerFacts) -> Iterator[Seen]:
    """Say what externalTrafficPolicy Local does on layer 2."""
    service = announcement.service
    on_l2 = any(isinstance(each, L2Announcer) for each in announcement.announcers)
    refused = any(refusal.reason == Reason.LOCAL_GATEWAY for refusal in announcement.refusals)
    if service.traffic_policy == "Local" and (on_l2 or refused):
        path: FieldPath = () if service.gateway is not None else ("spec", "externalTrafficPolicy")
        yield _seen(service, Problem.LOCAL_ON_L2, path, local_effect(service, facts))


def _of_bgp(announcement: Announcement) -> Iterator[Seen]:
    """Say which peers are not told of all, and where aggregation is set aside."""
    service = announcement.service
    for refusal in announcement.refusals:
        if refusal.reason == Reason.FAMILY:
            yield _seen(service, Problem.NO_FAMILY, (), refusal.by, refusal.text)
    ignored = {
        each.advertisement: None
        for each in announcement.announcers
        if isinstance(each, BgpPath) and any(remark.what == What.AGGREGATION_IGNORED for remark in each.remarks)
    }
    for name in ignored:
        yield _seen(service, Problem.AGGREGATION_IGNORED, (), name)


def _seen(service: LoadBalancer, problem: Problem, path: FieldPath, *seen: str) -> Seen:
    return Seen(problem=problem, manifest=service.manifest, path=path, seen=seen)
