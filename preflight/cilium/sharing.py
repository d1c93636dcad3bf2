"""Two Services on one address: whether Cilium lets them.

Source: cilium/cilium, operator/pkg/lbipam/service_store.go (isCompatible).
"""

from preflight.cilium.objects import LoadBalancer

LOCAL = "Local"
ALL_NAMESPACES = "*"


def why_not_shared(one: LoadBalancer, other: LoadBalancer) -> str | None:
    """Say why two Services cannot have an address in common; None where they can."""
    return next((problem for check in CHECKS if (problem := check(one, other))), None)


def _key(one: LoadBalancer, other: LoadBalancer) -> str | None:
    if one.sharing_key and one.sharing_key == other.sharing_key:
        return None
    return "They do not have the same sharing key."


def _namespace(one: LoadBalancer, other: LoadBalancer) -> str | None:
    """Check that each permits the namespace of the other; a name with a blank before it permits nobody's."""
    for permitting, asking in ((one, other), (other, one)):
        permitted = {permitting.namespace, *permitting.sharing_namespaces}
        if not permitted & {asking.namespace, ALL_NAMESPACES}:
            return f"{permitting} does not permit the namespace {asking.namespace}."
    return None


def _ports(one: LoadBalancer, other: LoadBalancer) -> str | None:
    common = sorted(set(one.ports) & set(other.ports))
    return f"Both have the port {common[0][0]} of {common[0][1]}." if common else None


def _traffic_policy(one: LoadBalancer, other: LoadBalancer) -> str | None:
    if one.traffic_policy == other.traffic_policy:
        return None
    return f"Their externalTrafficPolicy is {one.traffic_policy} and {other.traffic_policy}."


def _pods(one: LoadBalancer, other: LoadBalancer) -> str | None:
    """Check that with the policy Local both forward to the same pods; the Service of a Gateway selects none."""
    if one.traffic_policy != LOCAL:
        return None
    for each in (one, other):
        if not each.pod_selector:
            return f"Their externalTrafficPolicy is {LOCAL}, and {each} has no selector."
    if one.pod_selector == other.pod_selector:
        return None
    return f"Their externalTrafficPolicy is {LOCAL}, and their selectors differ."


CHECKS = (_key, _namespace, _ports, _traffic_policy, _pods)
"""In Cilium's order."""
