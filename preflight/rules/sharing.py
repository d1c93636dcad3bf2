"""Services that are to share an address, and may not.

Source: cilium/cilium, operator/pkg/lbipam/service_store.go (isCompatible) and lbipam.go (getSVCSharingCrossNamespace).
"""

from collections.abc import Iterator

from preflight.cilium.objects import SHARING_KEY, SHARING_NAMESPACES, LoadBalancer
from preflight.cilium.sharing import ALL_NAMESPACES, why_not_shared
from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.ip_ranges import Address
from preflight.rules.input import Input
from preflight.rules.load_balancers import annotation_path, handled, named, request_path
from preflight.values import shown

MAX_SHARING = 100
"""Services that one address or key is looked at for: Cilium compares each with each."""


def contested_addresses(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Service that asks for an address of another one, and may not share it.

    One that has the address already, by its status, keeps it.
    """
    services = list(_services(given))
    asking: dict[Address, list[LoadBalancer]] = {}
    for service in services:
        for one in dict.fromkeys(service.requested):
            asking.setdefault(one, []).append(service)
    for service in services:
        for one in service.assigned if not service.requested else ():
            if one in asking:
                asking[one].append(service)
    for one in sorted(asking):
        for service, other, why in _shut_out(sorted(asking[one], key=lambda each: one not in each.assigned)):
            if one in service.requested:
                claim = f"has {one} already" if one in other.assigned else f"asks for {one} as well"
                reason = f"{named(other)} {claim}, and the two may not share it. {why}"
                yield found(service.manifest, "GH513", request_path(service), reason, _remedy(service, other))


def one_sided_permissions(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Service whose permission to share across namespaces does not hold.

    It has blanks in it, or the Service of the other namespace does not give its own.
    """
    keyed: dict[str, list[LoadBalancer]] = {}
    for service in _services(given):
        if service.sharing_key:
            keyed.setdefault(service.sharing_key, []).append(service)
        blank = next((name for name in service.sharing_namespaces if name != name.strip()), None)
        if blank is not None and service.sharing_key:
            reason = f"{shown(blank)} is the name of no namespace: Cilium does not cut off blanks."
            fix = "Write the namespaces with commas between, and no blanks."
            yield found(service.manifest, "GH514", annotation_path(service, SHARING_NAMESPACES), reason, fix)
    for key in sorted(keyed):
        yield from _one_sided(keyed[key][:MAX_SHARING])


def _one_sided(services: list[LoadBalancer]) -> Iterator[Finding]:
    """Yield a finding for each Service that does not permit what another of the key permits it, at that Service."""
    for service in services:
        other = next((each for each in services if _permits(each, service) and not _permits(service, each)), None)
        if other is not None and not _has_blanks(service) and not _asks_for_others(service, other):
            reason = (
                f"{named(other)} permits the namespace {service.namespace} to share its address, and this one does not "
                f"permit {other.namespace}: each has to permit the other, so that they do not share."
            )
            fix = f"Write {other.namespace} into {SHARING_NAMESPACES[0]} here, too."
            yield found(service.manifest, "GH514", annotation_path(service, SHARING_NAMESPACES), reason, fix)


def unshareable_keys(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Service that has the sharing key of another one, and cannot share with it.

    Where both ask for one address, or where it is a matter of namespaces, that is a finding of its own.
    """
    keyed: dict[str, list[LoadBalancer]] = {}
    for service in _services(given):
        if service.sharing_key and not service.requested:
            keyed.setdefault(service.sharing_key, []).append(service)
    for key in sorted(keyed):
        for service, other, why in _shut_out(keyed[key]):
            if _permits(service, other) and _permits(other, service):
                reason = f"{named(other)} has the sharing key {shown(key)} as well, and the two may not share. {why}"
                fix = f"{_remedy(service, other)} Or leave the key out."
                yield found(service.manifest, "GH515", annotation_path(service, SHARING_KEY), reason, fix)


def _shut_out(services: list[LoadBalancer]) -> Iterator[tuple[LoadBalancer, LoadBalancer, str]]:
    """Yield each Service that may not join those before it, one that is in its way, and why."""
    together: list[LoadBalancer] = []
    for service in services:
        reasons = ((other, why_not_shared(other, service)) for other in together[:MAX_SHARING])
        in_the_way = next(((other, why) for other, why in reasons if why is not None), None)
        if in_the_way is None:
            together.append(service)
        else:
            yield service, *in_the_way


def _remedy(service: LoadBalancer, other: LoadBalancer) -> str:
    """Say how two Services could share, or that they cannot."""
    same_key = bool(service.sharing_key) and service.sharing_key == other.sharing_key
    if set(service.ports) & set(other.ports):
        return f"Give one another address, or other ports{'' if same_key else ' and both the same sharing key'}."
    if service.traffic_policy != other.traffic_policy:
        return "Give both the same externalTrafficPolicy, or another address to one."
    if not same_key:
        return f"Give both the same {SHARING_KEY[0]}, or another address to one."
    if not (_permits(service, other) and _permits(other, service)):
        return f"Write the namespace of the other into {SHARING_NAMESPACES[0]} of both, or give one another address."
    return "Write externalTrafficPolicy: Cluster, or give one another address."


def _permits(permitting: LoadBalancer, asking: LoadBalancer) -> bool:
    permitted = {permitting.namespace, *permitting.sharing_namespaces}
    return bool(permitted & {asking.namespace, ALL_NAMESPACES})


def _has_blanks(service: LoadBalancer) -> bool:
    return any(name != name.strip() for name in service.sharing_namespaces)


def _asks_for_others(service: LoadBalancer, other: LoadBalancer) -> bool:
    """Say whether both ask for addresses: for one of both, GH513 says it, and with others they are not to share."""
    return bool(service.requested and other.requested)


def _services(given: Input) -> Iterator[LoadBalancer]:
    return (assignment.service for assignment in handled(given))
