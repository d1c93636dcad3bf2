"""The Service that Cilium makes for each Gateway of a class."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from constructs_lib.checks import instance, instances, keep, one_of, qualified_name, refuse_repeated, refused
from constructs_lib.networks import network

TYPES = ("LoadBalancer", "NodePort")
TRAFFIC_POLICIES = ("Cluster", "Local")
IP_FAMILIES = ("IPv4", "IPv6")
IP_FAMILY_POLICIES = ("SingleStack", "PreferDualStack", "RequireDualStack")
SOURCE_RANGES_POLICIES = ("Allow", "Deny")
TRAFFIC_DISTRIBUTIONS = ("PreferClose", "PreferSameZone", "PreferSameNode")
CLASS_PREFIX_OF_CILIUM = "io.cilium/"
BGP_CONTROL_PLANE = f"{CLASS_PREFIX_OF_CILIUM}bgp-control-plane"
L2_ANNOUNCER = f"{CLASS_PREFIX_OF_CILIUM}l2-announcer"
CLASSES_OF_CILIUM = (BGP_CONTROL_PLANE, L2_ANNOUNCER)
MAX_SOURCE_RANGES = 1000


@dataclass(frozen=True, kw_only=True)
class GatewayService:
    """The Service that Cilium makes for each Gateway of a class, in the fields of Kubernetes.

    As soon as a class says anything of the Service, what it leaves out is as here, and not as Cilium's Helm values say:
    `external_traffic_policy` is `Cluster`, and the families are those of Kubernetes, not all that Cilium has.

    `load_balancer_class` names who gives and announces the address. Cilium knows `io.cilium/bgp-control-plane` and
    `io.cilium/l2-announcer`, each only where that feature is on, and leaves the Services of any other class to another
    implementation. Cilium never changes it on a Service that is there already.

    With `external_traffic_policy` `Local`, a Gateway cannot share its address, and L2 announcements do not work.
    `load_balancer_source_ranges` are networks such as `192.0.2.0/24` that alone are let in, or, with the policy `Deny`,
    that alone are kept out.

    Raises ValueError for what Kubernetes would refuse, which the CRD does not check, and for fields of the type
    LoadBalancer with NodePort.
    """

    type: str = "LoadBalancer"
    external_traffic_policy: str = "Cluster"
    load_balancer_class: str | None = None
    ip_families: Sequence[str] = ()
    ip_family_policy: str | None = None
    allocate_load_balancer_node_ports: bool | None = None
    load_balancer_source_ranges: Sequence[str] = ()
    load_balancer_source_ranges_policy: str = "Allow"
    traffic_distribution: str | None = None

    def __post_init__(self) -> None:
        where = "GatewayService"
        one_of(f"{where}.type", self.type, TYPES)
        one_of(f"{where}.external_traffic_policy", self.external_traffic_policy, TRAFFIC_POLICIES)
        if self.traffic_distribution is not None:
            one_of(f"{where}.traffic_distribution", self.traffic_distribution, TRAFFIC_DISTRIBUTIONS)
        self._check_families(f"{where}.ip_families")
        self._check_load_balancer(where)

    def _check_families(self, where: str) -> None:
        """One or two families, and two only where the policy lets a Service have two."""
        families = instances(where, self.ip_families, str, at_most=len(IP_FAMILIES))
        keep(self, ip_families=families)
        for index, family in enumerate(families):
            one_of(f"{where}[{index}]", family, IP_FAMILIES)
        refuse_repeated(where, families)
        if self.ip_family_policy is None:
            return
        one_of("GatewayService.ip_family_policy", self.ip_family_policy, IP_FAMILY_POLICIES)
        if self.ip_family_policy == "SingleStack" and len(families) > 1:
            raise refused(
                where,
                list(families),
                "does not go with SingleStack",
                allowed="one family with SingleStack",
                fix="leave one out, or write ip_family_policy='PreferDualStack'",
            )

    def _check_load_balancer(self, where: str) -> None:
        """The fields of the type LoadBalancer."""
        if self.allocate_load_balancer_node_ports is not None:
            instance(f"{where}.allocate_load_balancer_node_ports", self.allocate_load_balancer_node_ports, bool)
        if self.load_balancer_class is not None:
            _check_class(f"{where}.load_balancer_class", self.load_balancer_class)
        ranges = f"{where}.load_balancer_source_ranges"
        given = instances(ranges, self.load_balancer_source_ranges, str, at_most=MAX_SOURCE_RANGES)
        keep(self, load_balancer_source_ranges=given)
        for index, cidr in enumerate(given):
            network(f"{ranges}[{index}]", cidr)
        one_of(
            f"{where}.load_balancer_source_ranges_policy",
            self.load_balancer_source_ranges_policy,
            SOURCE_RANGES_POLICIES,
        )
        if self.load_balancer_source_ranges_policy == "Deny" and not given:
            raise refused(
                f"{where}.load_balancer_source_ranges_policy",
                "Deny",
                "keeps nobody out without load_balancer_source_ranges",
                allowed="Deny with one range or more",
                fix="write load_balancer_source_ranges=[...], or leave it out",
            )
        if self.type != "LoadBalancer":
            self._refuse_load_balancer_fields(where)

    def _refuse_load_balancer_fields(self, where: str) -> None:
        """Raise ValueError for a field that a Service without load balancer does not have."""
        for name, value in (
            ("load_balancer_class", self.load_balancer_class),
            ("allocate_load_balancer_node_ports", self.allocate_load_balancer_node_ports),
            ("load_balancer_source_ranges", list(self.load_balancer_source_ranges) or None),
        ):
            if value is not None:
                raise refused(
                    f"{where}.{name}",
                    value,
                    f"does not go with {self.type}",
                    allowed=f"{name} with LoadBalancer",
                    fix="leave it out, or write type='LoadBalancer'",
                )

    @property
    def has_address_of_cilium(self) -> bool:
        """Tell whether Cilium's address allocator, LB IPAM, gives the Service its address."""
        return self.type == "LoadBalancer" and self.load_balancer_class in (None, *CLASSES_OF_CILIUM)

    def spec(self) -> dict[str, Any]:
        """Return service in the API's form, with every default written out."""
        return {
            "type": self.type,
            "externalTrafficPolicy": self.external_traffic_policy,
            "loadBalancerClass": self.load_balancer_class,
            "ipFamilies": list(self.ip_families) or None,
            "ipFamilyPolicy": self.ip_family_policy,
            "allocateLoadBalancerNodePorts": self.allocate_load_balancer_node_ports,
            "loadBalancerSourceRanges": list(self.load_balancer_source_ranges) or None,
            "loadBalancerSourceRangesPolicy": self.load_balancer_source_ranges_policy,
            "trafficDistribution": self.traffic_distribution,
        }


def _check_class(where: str, name: str) -> None:
    """Raise ValueError for a class that is no qualified name, or that looks like one of Cilium's and is none."""
    qualified_name(where, name)
    if name.startswith(CLASS_PREFIX_OF_CILIUM) and name not in CLASSES_OF_CILIUM:
        raise refused(
            where,
            name,
            "is no class of Cilium, so nothing would give the Service an address",
            allowed=f"{' or '.join(CLASSES_OF_CILIUM)}, or a class of another implementation",
            fix="write one of them, or leave it out",
        )
