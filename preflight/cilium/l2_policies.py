"""L2 announcement policies: where each of them announces, whatever the Service.

Source: cilium/cilium, pkg/l2announcer/l2announcer.go (upsertPolicy), v2alpha1 of CiliumL2AnnouncementPolicy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from preflight.cilium.announcing import AnnouncerFacts, AnnouncingNode, Reason
from preflight.cilium.interface_patterns import compiles, matching
from preflight.cilium.label_selectors import read
from preflight.cilium.nodes import judged, selected
from preflight.cluster import Node
from preflight.selectors import Selector
from preflight.snapshot import Manifest
from preflight.values import listed, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class L2Policy:
    """A CiliumL2AnnouncementPolicy."""

    name: str
    service_selector: Mapping[str, Any] | None
    """None for every Service."""
    node_selector: Mapping[str, Any] | None
    """None for every node."""
    interfaces: tuple[str, ...]
    """Regular expressions; empty for all devices that Cilium has selected."""
    external_ips: bool
    load_balancer_ips: bool
    manifest: Manifest

    def __str__(self) -> str:
        return f"CiliumL2AnnouncementPolicy {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A condition that Cilium sets on a policy: its status is True and its reason is `error`."""

    type: Reason
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyState:
    """Where a policy announces."""

    policy: L2Policy
    selector: Selector | None
    """Its service selector, as it was read."""
    nodes: tuple[AnnouncingNode, ...] | None
    """The nodes that want the leases of its Services; None where no nodes are declared."""
    condition: Condition | None
    """Why Cilium does not apply it; None where it does."""
    refusal: tuple[Reason, str] | None
    """Why it announces nothing at all; None where it can."""

    @property
    def is_without_interface(self) -> bool:
        """Whether no device of its nodes matches: they take part in elections, and then announce nothing."""
        return self.refusal is not None and self.refusal[0] == Reason.NO_INTERFACE


def l2_policy_of(manifest: Manifest) -> L2Policy:
    """Read a CiliumL2AnnouncementPolicy."""
    spec: Mapping[str, Any] = manifest.data.get("spec") or {}
    return L2Policy(
        name=manifest.key.name,
        service_selector=spec.get("serviceSelector"),
        node_selector=spec.get("nodeSelector"),
        interfaces=tuple(spec.get("interfaces") or ()),
        external_ips=bool(spec.get("externalIPs")),
        load_balancer_ips=bool(spec.get("loadBalancerIPs")),
        manifest=manifest,
    )


def policy_state(policy: L2Policy, nodes: Sequence[Node], facts: AnnouncerFacts) -> PolicyState:
    """Say where a policy announces; without nodes, none are declared.

    Nodes whose labels are not known count as not declared where the node selector goes by these. A node that a policy
    takes checks the interfaces before the service selector, and the first that is bad is told.
    """
    node_selector, service_selector = read(policy.node_selector), read(policy.service_selector)
    nodes = judged(node_selector.selector, nodes)
    chosen = selected(node_selector.selector, nodes)
    announcing = tuple(
        AnnouncingNode(
            name=node.name, interfaces=matching(policy.interfaces, node.interfaces) if node.interfaces else None
        )
        for node in chosen
    )
    condition = None
    bad = next((pattern for pattern in policy.interfaces if not compiles(pattern)), None)
    if node_selector.problem:
        condition = Condition(type=Reason.BAD_NODE_SELECTOR, message=node_selector.problem)
    elif nodes and not chosen:
        pass  # nobody reads the rest of it
    elif bad is not None:
        condition = Condition(type=Reason.BAD_INTERFACE_REGEX, message=f"{shown(bad)} is no regular expression of Go.")
    elif service_selector.problem:
        condition = Condition(type=Reason.BAD_SERVICE_SELECTOR, message=service_selector.problem)
    return PolicyState(
        policy=policy,
        selector=service_selector.selector,
        nodes=announcing if nodes else None,
        condition=condition if facts.l2_announcements else None,
        refusal=_refusal(policy, condition, announcing, nodes, facts),
    )


def _refusal(
    policy: L2Policy,
    condition: Condition | None,
    announcing: Sequence[AnnouncingNode],
    nodes: Sequence[Node],
    facts: AnnouncerFacts,
) -> tuple[Reason, str] | None:
    """Say why a policy announces nothing, whatever the Service."""
    if not facts.l2_announcements:
        return Reason.FEATURE_OFF, "L2 announcements are off in this cluster."
    if condition is not None:
        return condition.type, condition.message
    if not (policy.load_balancer_ips or policy.external_ips):
        return Reason.NO_IP_FLAG, "It has neither loadBalancerIPs nor externalIPs, and so it announces nothing."
    if nodes and not announcing:
        names = listed(sorted(node.name for node in nodes))
        return Reason.NO_NODE, f"Its nodeSelector takes none of the nodes {names}."
    if nodes and all(node.interfaces == () for node in announcing):
        names = listed([node.name for node in announcing])
        return Reason.NO_INTERFACE, f"No device of {names} matches its interfaces {listed(policy.interfaces)}."
    return None
