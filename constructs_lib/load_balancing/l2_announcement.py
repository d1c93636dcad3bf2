"""CiliumL2AnnouncementPolicy: which Services' addresses the nodes answer ARP and NDP requests for."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from constructs_lib.api_groups import CILIUM_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.checks import instance, instances, refused
from constructs_lib.gateway.gateway_service import L2_ANNOUNCER
from constructs_lib.load_balancing.service_selector import ServiceSelector, service_selector_of
from constructs_lib.registry import Identity
from constructs_lib.regular_expressions import regular_expression
from constructs_lib.selectors import LabelSelector
from constructs_lib.sync_waves import ADDRESSES
from imports.io.cilium import CiliumL2AnnouncementPolicy

from constructs import Construct

SHELL_GLOB = re.compile(r"(?:^|[A-Za-z0-9_-])[*?]|\[!|\{[^}]*[^0-9,}][^}]*\}")
NO_SHELL_GLOB = re.compile(r"[\^$()|\\+.]")
"""Characters that an expression has and a glob for interface names has not."""
MAX_INTERFACES = 1000


class L2AnnouncementPolicy(Defined, CiliumL2AnnouncementPolicy):
    """Announcement of Services' addresses on the layer 2 network, cluster-scoped."""

    sync_wave: ClassVar[int] = ADDRESSES

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        load_balancer_ips: bool = False,
        external_ips: bool = False,
        service_selector: ServiceSelector | None = None,
        node_selector: LabelSelector | None = None,
        interfaces: Sequence[str] = (),
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the policy.

        :param scope: the chart.
        :param id: unique in the chart.
        :param load_balancer_ips: announce the addresses in a Service's status.loadBalancer.
        :param external_ips: announce a Service's spec.externalIPs. One of the two must be True: with neither, Cilium
            accepts the policy and announces nothing.
        :param service_selector: the Services whose addresses are announced, by their labels, or those of a
            LoadBalancerIpPool or a Gateway; every one when left out. Write a policy for each of several pools or
            Gateways.
        :param node_selector: the nodes that may announce; every one when left out.
        :param interfaces: regular expressions (RE2) for the names of the host's network interfaces; an interface
            matches if one of them matches anywhere in its name, so `eth1` matches `eth10` too: write `^eth1$`. Every
            interface that Cilium manages when left out, which on nodes with several makes addresses flap between them.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for a policy that announces nothing, for a Gateway whose class keeps Cilium from announcing
            it, and for a pattern that is not RE2 or is a shell glob.

        Source: Cilium, pkg/l2announcer, Documentation/network/l2-announcements.rst.
        """
        identity = Identity(CILIUM_GROUP, "CiliumL2AnnouncementPolicy", None, id if name is None else name)
        instance(f"{identity}: load_balancer_ips", load_balancer_ips, bool)
        instance(f"{identity}: external_ips", external_ips, bool)
        if not load_balancer_ips and not external_ips:
            raise refused(
                str(identity),
                "load_balancer_ips=False, external_ips=False",
                "announces nothing",
                allowed="load_balancer_ips=True, external_ips=True, or both",
                fix="write load_balancer_ips=True to announce the addresses that LoadBalancer Services get",
            )
        services = None
        if service_selector is not None:
            services = service_selector_of(f"{identity}: service_selector", service_selector, L2_ANNOUNCER)
        if node_selector is not None:
            instance(f"{identity}: node_selector", node_selector, LabelSelector)
        patterns = [
            _interface_pattern(f"{identity}: interfaces[{index}]", pattern)
            for index, pattern in enumerate(
                instances(f"{identity}: interfaces", interfaces, str, at_most=MAX_INTERFACES)
            )
        ]
        define(
            self,
            scope,
            id,
            identity,
            spec={
                "serviceSelector": services and services.spec(),
                "nodeSelector": node_selector and node_selector.spec(),
                "interfaces": patterns or None,
                "loadBalancerIPs": load_balancer_ips,
                "externalIPs": external_ips,
            },
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )


def _interface_pattern(where: str, pattern: str) -> str:
    """Return a pattern that is RE2 and not a shell glob, which RE2 would read as something else or refuse."""
    if SHELL_GLOB.search(pattern) and not NO_SHELL_GLOB.search(pattern):
        stem = re.split(r"[*?\[{]", pattern)[0] or "eth"
        raise refused(
            where,
            pattern,
            "is a shell glob",
            allowed="a regular expression (RE2)",
            fix=f"write '^{stem}[0-9]+$' for a name and a number, or '^(eth0|eth1)$' for a list of names",
        )
    return regular_expression(where, pattern)
