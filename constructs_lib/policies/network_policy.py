"""CiliumNetworkPolicy and CiliumClusterwideNetworkPolicy: which traffic endpoints may receive and send.

Source: Cilium, pkg/policy/api, Documentation/security/policy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.api_groups import CILIUM_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.checks import instance, one_of, refused
from constructs_lib.policies.policy_spec import policy_spec
from constructs_lib.policies.rules import EgressRule, IngressRule
from constructs_lib.registry import Identity, NamedObject, name_of
from constructs_lib.selectors import LabelSelector
from constructs_lib.sync_waves import POLICIES
from imports.io.cilium import CiliumClusterwideNetworkPolicy as L1CiliumClusterwideNetworkPolicy
from imports.io.cilium import CiliumNetworkPolicy as L1CiliumNetworkPolicy

from constructs import Construct

RESERVED_IDENTITIES = ("health", "ingress", "init")


@dataclass(frozen=True)
class ReservedIdentity:
    """Endpoints that are no Pods, by the identity that Cilium gives them: `ingress` is what Gateways' requests pass.

    They are in no namespace, so only a clusterwide policy selects them.
    """

    name: str

    def __post_init__(self) -> None:
        one_of("ReservedIdentity.name", self.name, RESERVED_IDENTITIES)

    def spec(self) -> dict[str, Any]:
        """Return the selector in the API's form."""
        return {"matchExpressions": [{"key": f"reserved:{self.name}", "operator": "Exists"}]}


class CiliumNetworkPolicy(Defined, L1CiliumNetworkPolicy):
    """What Pods of one namespace may receive and send."""

    sync_wave: ClassVar[int] = POLICIES

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        namespace: NamedObject,
        endpoint_selector: LabelSelector,
        ingress: Sequence[IngressRule] = (),
        egress: Sequence[EgressRule] = (),
        ingress_deny: Sequence[IngressRule] = (),
        egress_deny: Sequence[EgressRule] = (),
        default_deny_ingress: bool | None = None,
        default_deny_egress: bool | None = None,
        description: str | None = None,
        rule_labels: Mapping[str, str] | None = None,
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the policy.

        :param scope: the chart.
        :param id: unique in the chart.
        :param namespace: a Namespace of constructs_lib or cdk8s-plus, or a name.
        :param endpoint_selector: the Pods; every one of the namespace for `LabelSelector()`.
        :param ingress: what they may receive, `allow_from_gateway(...)` for one; as soon as a policy has a rule for
            this direction, everything else is denied.
        :param egress: what they may send; as for `ingress`.
        :param ingress_deny: what they may not receive, whatever else allows it.
        :param egress_deny: what they may not send, whatever else allows it.
        :param default_deny_ingress: whether what no policy allows is denied; True when left out, if there is an
            `ingress` rule. One of True and False is needed with `ingress_deny` and no `ingress`.
        :param default_deny_egress: as `default_deny_ingress`.
        :param description: free text.
        :param rule_labels: labels of the rule in Cilium, such as in `cilium policy get`.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for a policy without rules, and for what Kubernetes or Cilium would refuse.
        """
        namespace_name = name_of("CiliumNetworkPolicy.namespace", namespace, "Namespace")
        identity = Identity(CILIUM_GROUP, "CiliumNetworkPolicy", namespace_name, id if name is None else name)
        instance(f"{identity}: endpoint_selector", endpoint_selector, LabelSelector)
        spec = policy_spec(
            str(identity),
            ingress=ingress,
            egress=egress,
            ingress_deny=ingress_deny,
            egress_deny=egress_deny,
            default_deny_ingress=default_deny_ingress,
            default_deny_egress=default_deny_egress,
            description=description,
            rule_labels=rule_labels,
        )
        define(
            self,
            scope,
            id,
            identity,
            spec={"endpointSelector": endpoint_selector.spec(), **spec},
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )


class CiliumClusterwideNetworkPolicy(Defined, L1CiliumClusterwideNetworkPolicy):
    """What endpoints of the whole cluster may receive and send: Pods, nodes, or what Gateways' requests pass."""

    sync_wave: ClassVar[int] = POLICIES

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        endpoint_selector: LabelSelector | ReservedIdentity | None = None,
        node_selector: LabelSelector | None = None,
        ingress: Sequence[IngressRule] = (),
        egress: Sequence[EgressRule] = (),
        ingress_deny: Sequence[IngressRule] = (),
        egress_deny: Sequence[EgressRule] = (),
        default_deny_ingress: bool | None = None,
        default_deny_egress: bool | None = None,
        description: str | None = None,
        rule_labels: Mapping[str, str] | None = None,
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the policy; the arguments that are not explained are those of CiliumNetworkPolicy.

        :param scope: the chart.
        :param id: unique in the chart.
        :param endpoint_selector: Pods of every namespace by their labels, or a ReservedIdentity. `LabelSelector()` is
            every endpoint, also those that are no Pods.
        :param node_selector: nodes by their labels, in the place of `endpoint_selector`; with it no `dns` in a rule.
        :param ingress: as there. For Gateways in a cluster that denies by default, a policy with
            `endpoint_selector=ReservedIdentity("ingress")`, `ingress=[IngressRule(from_entities=["world"])]` and
            `egress=[EgressRule(to_entities=["cluster"])]` is the first step, and `allow_from_gateway(...)` the second.
        :param egress: as there.
        :param ingress_deny: as there.
        :param egress_deny: as there.
        :param default_deny_ingress: as there.
        :param default_deny_egress: as there.
        :param description: as there.
        :param rule_labels: as there.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: unless one of the two selectors is given, and as for a CiliumNetworkPolicy.

        Source: Cilium, Documentation/network/servicemesh/ingress-reference.rst, default-deny-ingress-policy.rst.
        """
        identity = Identity(CILIUM_GROUP, "CiliumClusterwideNetworkPolicy", None, id if name is None else name)
        if (endpoint_selector is None) == (node_selector is None):
            raise refused(
                str(identity),
                f"endpoint_selector={endpoint_selector!r}, node_selector={node_selector!r}",
                "does not say in one way what the policy is for",
                allowed="one of endpoint_selector and node_selector",
                fix="write endpoint_selector=LabelSelector() for everything but nodes",
            )
        if endpoint_selector is not None and not isinstance(endpoint_selector, ReservedIdentity):
            instance(f"{identity}: endpoint_selector", endpoint_selector, LabelSelector)
        if node_selector is not None:
            instance(f"{identity}: node_selector", node_selector, LabelSelector)
        spec = policy_spec(
            str(identity),
            ingress=ingress,
            egress=egress,
            ingress_deny=ingress_deny,
            egress_deny=egress_deny,
            default_deny_ingress=default_deny_ingress,
            default_deny_egress=default_deny_egress,
            description=description,
            rule_labels=rule_labels,
        )
        if node_selector is not None and any(rule.dns is not None for rule in egress):
            raise refused(
                f"{identity}: egress",
                "dns",
                "does not go with node_selector, since Cilium filters no names for nodes",
                allowed="dns in rules for endpoints",
                fix="leave dns out of the rules",
            )
        define(
            self,
            scope,
            id,
            identity,
            spec={
                "endpointSelector": endpoint_selector and endpoint_selector.spec(),
                "nodeSelector": node_selector and node_selector.spec(),
                **spec,
            },
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )
