"""Services of type LoadBalancer as the address allocator sees them.

Source: cilium/cilium, operator/pkg/lbipam/lbipam.go (isResponsibleForSVC, serviceIPFamilyRequest, getSVCRequestedIPs)
and service_store.go (svcLabels).
"""

from collections.abc import Mapping
from typing import Any

from preflight.address_requests import IPS, annotation, requested
from preflight.cilium.facts import AllocatorFacts
from preflight.cilium.objects import (
    NAME_KEY,
    NAMESPACE_KEY,
    SHARING_KEY,
    SHARING_NAMESPACES,
    LoadBalancer,
)
from preflight.ip_ranges import Address, address
from preflight.snapshot import Manifest
from preflight.values import shown

LOAD_BALANCER = "LoadBalancer"
CILIUM_CLASS = "io.cilium/"
"""What the classes of Cilium begin with."""
BGP_CLASS = "io.cilium/bgp-control-plane"
L2_CLASS = "io.cilium/l2-announcer"
NODE_CLASS = "io.cilium/node"
"""The class of Node IPAM. Source: cilium/cilium, operator/pkg/nodeipam."""
IP_VERSIONS = {"IPv4": 4, "IPv6": 6}
LB_IPAM = "lbipam"


def load_balancer(
    service: Manifest, facts: AllocatorFacts, *, gateway: str | None = None, written: Manifest | None = None
) -> LoadBalancer | None:
    """Read a Service; None for one of another type.

    `gateway` is the name of the Gateway that it is made for, and `written` that Gateway's manifest: where findings
    about it point to.
    """
    spec: Mapping[str, Any] = service.data.get("spec") or {}
    if spec.get("type") != LOAD_BALANCER:
        return None
    metadata: Mapping[str, Any] = service.data.get("metadata") or {}
    annotations: Mapping[str, str] = metadata.get("annotations") or {}
    namespace, name = service.key.namespace or "default", service.key.name
    addresses, dropped = _requests(spec, annotations)
    permitted = annotation(annotations, SHARING_NAMESPACES)
    return LoadBalancer(
        namespace=namespace,
        name=name,
        labels={**(metadata.get("labels") or {}), NAME_KEY: name, NAMESPACE_KEY: namespace},
        ports=tuple((port["port"], port.get("protocol") or "TCP") for port in spec.get("ports") or ()),
        requested=addresses,
        dropped=dropped,
        versions=_versions(spec, facts),
        sharing_key=annotation(annotations, SHARING_KEY),
        sharing_namespaces=tuple(permitted.split(",")) if permitted else (),
        traffic_policy=spec.get("externalTrafficPolicy") or "Cluster",
        pod_selector=spec.get("selector") or {},
        load_balancer_class=spec.get("loadBalancerClass"),
        assigned=_assigned(service),
        gateway=gateway,
        manifest=written or service,
    )


def why_unhandled(service: LoadBalancer, facts: AllocatorFacts) -> str | None:
    """Say why Cilium neither gives the Service an address nor writes a condition; None where it does."""
    class_ = service.load_balancer_class
    if not facts.lb_ipam:
        return "Cilium's address allocator is off: enableLBIPAM is false."
    if class_ is None:
        if facts.default_service_ipam == LB_IPAM:
            return None
        return (
            f"{service} has no loadBalancerClass, and defaultLBServiceIPAM is {shown(facts.default_service_ipam)}, "
            f"not {shown(LB_IPAM)}."
        )
    if class_ == NODE_CLASS:
        return f"By its loadBalancerClass {shown(class_)}, Node IPAM gives {service} addresses of nodes."
    features = {BGP_CLASS: ("the BGP control plane", facts.bgp), L2_CLASS: ("L2 announcements", facts.l2)}
    if class_ not in features:
        return f"The loadBalancerClass {shown(class_)} of {service} is none of Cilium's."
    feature, on = features[class_]
    return None if on else f"The loadBalancerClass {shown(class_)} of {service} needs {feature}, which Cilium has off."


def is_served_elsewhere(service: LoadBalancer, facts: AllocatorFacts) -> bool:
    """Say whether a Service is left to somebody else, such as another controller or the cloud's."""
    if service.load_balancer_class is None:
        return not facts.lb_ipam or facts.default_service_ipam != LB_IPAM
    return service.load_balancer_class == NODE_CLASS or not service.load_balancer_class.startswith(CILIUM_CLASS)


def _versions(spec: Mapping[str, Any], facts: AllocatorFacts) -> tuple[int, ...]:
    """Return of which IP versions a Service gets an address where it asks for none, IPv4 first."""
    listed, policy = spec.get("ipFamilies") or (), spec.get("ipFamilyPolicy")
    if policy == "RequireDualStack":
        families = facts.families
    elif policy == "PreferDualStack":
        families = tuple(family for family in facts.families if not listed or family in listed)
    else:
        families = tuple(listed[:1]) or facts.families[:1]
    return tuple(IP_VERSIONS[family] for family in families)


def _requests(spec: Mapping[str, Any], annotations: Mapping[str, str]) -> tuple[tuple[Address, ...], tuple[str, ...]]:
    """Return the addresses that a Service asks for, without repetitions next to each other, and what is no address."""
    found, dropped = requested(annotation(annotations, IPS))
    if field := spec.get("loadBalancerIP"):
        first = address(field)
        found, dropped = (found, (field, *dropped)) if first is None else ((first, *found), dropped)
    return tuple(each for at, each in enumerate(found) if at == 0 or each != found[at - 1]), dropped


def _assigned(service: Manifest) -> tuple[Address, ...]:
    """Return the addresses that the status says, each once."""
    ingress = ((service.data.get("status") or {}).get("loadBalancer") or {}).get("ingress") or ()
    read = [address(each.get("ip") or "") for each in ingress]
    return tuple(dict.fromkeys(each for each in read if each is not None))
