"""Who announces the addresses of Services: nobody, too many, or with a loss.

Source: cilium/cilium, pkg/l2announcer/l2announcer.go (upsertSvc, newLeaseLock) and pkg/bgp; #48550 for policy Local.
"""

from collections.abc import Iterator

from preflight.cilium.announcing import Reason
from preflight.cilium.bgp_sessions import BgpObjects
from preflight.cilium.l2_announcements import lease_name
from preflight.cilium.problems import Problem
from preflight.cilium.services import BGP_CLASS, CILIUM_CLASS, L2_CLASS
from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.rules.explained import (
    by_manifest,
    is_announcer_rejected,
    is_explained,
    is_in_part,
    policy_for_own_labels,
)
from preflight.rules.input import Input
from preflight.rules.load_balancers import all_named, is_service_rejected, named
from preflight.suggestions import nearest
from preflight.values import listed, series, shown

CLASSES = {
    L2_CLASS: "L2 announcements, and l2announcements.enabled is false",
    BGP_CLASS: "the BGP control plane, and bgpControlPlane.enabled is false",
}
NOT_SELECTED = (Reason.SERVICE_SELECTOR, Reason.NO_ADDRESS, Reason.NO_ADDRESS_TYPE, Reason.NOT_CHOSEN)
"""Why a Service is not announced that is no finding at another object."""


def unserved_classes(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Service with a class of Cilium's that nothing here serves.

    A class of somebody else is none of ours, unless it is much like one of Cilium's.
    """
    for seen in given.seen(Problem.UNKNOWN_CLASS):
        (name,) = seen.seen
        near = nearest(name, list(CLASSES))
        if near is not None or name.startswith(CILIUM_CLASS):
            reason = f"Cilium knows no loadBalancerClass {shown(name)}, so that it does nothing for the Service."
            yield found(seen.manifest, "GH518", seen.path, reason, f"Write {near or listed(list(CLASSES), 'or')}.")
    for seen in given.seen(Problem.CLASS_FEATURE_OFF):
        reason = f"The loadBalancerClass {shown(seen.seen[0])} needs {CLASSES[seen.seen[0]]}."
        yield found(seen.manifest, "GH518", seen.path, reason, "Switch it on, or leave the class out.")
    off = {id(seen.manifest) for seen in given.seen(Problem.CLASS_FEATURE_OFF)}
    for seen in given.seen(Problem.CLASS_OTHER_ANNOUNCER):
        if id(seen.manifest) in off:
            continue
        name, *others = seen.seen
        shut_out = series(list(dict.fromkeys(others)))
        reason = f"The loadBalancerClass {shown(name)} shuts out {shut_out}, and no other announces the Service."
        yield found(seen.manifest, "GH518", seen.path, reason, "Write the class of that announcer, or leave it out.")


def unannounced_addresses(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Service with addresses that nobody announces, where something is announced at all.

    Where an announcer takes the Service and is at fault itself, that is a finding of its own, as it is where admission
    has rejected one.
    """
    if not _has_announcers(given) or is_announcer_rejected(given):
        return
    elsewhere = {id(seen.manifest) for seen in given.seen(Problem.CLASS_OTHER_ANNOUNCER)}
    for each in given.addressing.announcements.services:
        if not each.unannounced or id(each.service.manifest) in elsewhere or is_explained(each, given):
            continue
        refusals = [refusal for refusal in each.refusals if refusal.reason in NOT_SELECTED]
        why = f" {refusals[0].by}: {refusals[0].text}" if len(refusals) == 1 else ""
        addresses = series([str(one) for one in each.unannounced])
        reason = f"Nobody announces the address of {named(each.service)} ({addresses}).{why}"
        fix = "Let a policy with loadBalancerIPs: true, or an advertisement, take the labels of the Service."
        policy = policy_for_own_labels(each.service, given)
        if policy is not None:
            reason += f" {policy} would take the labels of the Gateway itself, which Cilium does not copy."
            fix = "Move the labels to spec.infrastructure.labels."
        path: FieldPath = () if policy is None else ("metadata", "labels")
        yield found(each.service.manifest, "GH520", path, reason, fix)


def missing_announcers(given: Input) -> Iterator[Finding]:
    """Yield a finding where the cluster file says that addresses are announced, and no object says which.

    One for all Services, at the first.
    """
    values = given.facts.cilium_values
    on = [
        kind
        for value, kind in (
            (values.l2_announcements, "CiliumL2AnnouncementPolicy"),
            (values.bgp_control_plane, "CiliumBGPClusterConfig"),
        )
        if value
    ]
    if not on or _has_announcers(given) or is_announcer_rejected(given):
        return
    services = [each.service for each in given.addressing.announcements.services if each.addresses]
    if services:
        reason = f"There is no {series(on, 'or')} among the manifests, so that nobody announces {all_named(services)}."
        yield found(services[0].manifest, "GH521", (), reason, f"Add a {series(on, 'or')}.")


def unused_announcers(given: Input) -> Iterator[Finding]:
    """Yield a finding for each policy, advertisement and peer config that nothing comes of, though nothing is wrong.

    Where a Service is not announced, that is a finding of its own, and this may be what was meant to. So may one that
    admission has rejected, or one of the objects that refer to it.
    """
    if is_service_rejected(given) or is_announcer_rejected(given):
        return
    services = given.addressing.announcements.services
    if not any(each.addresses for each in services) or any(each.unannounced for each in services):
        return
    why = {Problem.L2_UNUSED: "The policy announces no Service among the manifests."}
    if not is_in_part(given.addressing.objects.bgp):
        why |= {
            Problem.BGP_ADVERTISES_NOTHING: "The advertisement advertises no Service among the manifests.",
            Problem.UNUSED_PEER_CONFIG: "No peer of a CiliumBGPClusterConfig among the manifests refers to it.",
        }
    for problem, reason in why.items():
        for seen in given.seen(problem):
            yield found(seen.manifest, "GH529", seen.path, reason, "Use it, or leave it out.")


def shared_leases(given: Input) -> Iterator[Finding]:
    """Yield a finding for each lease that several Services have, at the first of them."""
    known = by_manifest(given)
    leases = set()
    for seen in given.seen(Problem.SHARED_LEASE):
        lease = lease_name(known[id(seen.manifest)].service)
        if lease not in leases:
            leases.add(lease)
            fix = "Rename one, so that namespace and name do not read the same with a hyphen between."
            yield found(seen.manifest, "GH532", ("metadata", "name"), seen.seen[0], fix)


def silent_holders(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Service whose lease a node can hold that does not announce all of its addresses.

    Where that is for want of a device, GH527 says it.
    """
    if given.seen(Problem.L2_NODE_WITHOUT_INTERFACE) or given.seen(Problem.L2_NO_INTERFACE):
        return
    for seen in given.seen(Problem.SILENT_NODES):
        fix = "Give the policies of the Service the same nodes, or one policy all of its addresses."
        yield found(seen.manifest, "GH533", seen.path, seen.seen[0], fix)


def _has_announcers(given: Input) -> bool:
    """Say whether the manifests have something that announces, or is to."""
    objects = given.addressing.objects
    return bool(objects.policies) or objects.bgp != BgpObjects()
