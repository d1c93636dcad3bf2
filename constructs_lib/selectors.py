"""Label selectors, and the Services and nodes that Cilium's policies pick with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from constructs_lib.checks import (
    MAX_LABEL,
    instances,
    keep,
    label_value,
    labels,
    mapping,
    one_of,
    qualified_name,
    refused,
)
from constructs_lib.registry import Identity, NamedObject, name_of

SERVICE_NAMESPACE_LABEL = "io.kubernetes.service.namespace"
SERVICE_NAME_LABEL = "io.kubernetes.service.name"
OWNING_GATEWAY_LABEL = "io.cilium.gateway/owning-gateway"
GATEWAY_NAME_LABEL = "gateway.networking.k8s.io/gateway-name"
MAX_REQUIREMENTS = 1000
DIGEST = 10
NO_WORDS = str.maketrans("013ae", "ghkmt")
"""What Cilium writes in a digest so that no word comes out."""
OPERATORS = ("In", "NotIn", "Exists", "DoesNotExist")


@dataclass(frozen=True, kw_only=True)
class LabelSelectorRequirement:
    """One condition on a label: `key` `operator` `values`.

    `In` and `NotIn` need values; `Exists` and `DoesNotExist` take none. Raises ValueError otherwise.
    """

    key: str
    operator: str
    values: Sequence[str] = ()

    def __post_init__(self) -> None:
        where = "LabelSelectorRequirement"
        qualified_name(f"{where}.key", self.key)
        one_of(f"{where}.operator", self.operator, OPERATORS)
        keep(self, values=instances(f"{where}.values", self.values, str, at_most=MAX_REQUIREMENTS))
        for value in self.values:
            label_value(f"{where}.values", value)
        if bool(self.values) != (self.operator in ("In", "NotIn")):
            raise refused(
                f"{where}.values",
                list(self.values),
                f"does not go with {self.operator}",
                allowed="values for In and NotIn, none for Exists and DoesNotExist",
                fix="add the values, or change the operator",
            )

    def matches(self, labels: Mapping[str, str]) -> bool:
        """Tell whether an object with these labels meets the requirement; without the label it meets NotIn."""
        if self.operator in ("Exists", "DoesNotExist"):
            return (self.key in labels) == (self.operator == "Exists")
        return (labels.get(self.key) in self.values) == (self.operator == "In")

    def spec(self) -> dict[str, Any]:
        """Return the requirement in the API's form."""
        return {"key": self.key, "operator": self.operator, "values": list(self.values) or None}


@dataclass(frozen=True, kw_only=True)
class LabelSelector:
    """Labels that an object must have; all conditions must hold, and without any it selects every object."""

    match_labels: Mapping[str, str] = field(default_factory=dict)
    match_expressions: Sequence[LabelSelectorRequirement] = ()

    def __post_init__(self) -> None:
        match_labels = mapping("LabelSelector.match_labels", self.match_labels)
        where = "LabelSelector.match_expressions"
        keep(
            self,
            match_labels=labels("LabelSelector.match_labels", match_labels),
            match_expressions=instances(
                where, self.match_expressions, LabelSelectorRequirement, at_most=MAX_REQUIREMENTS
            ),
        )

    def matches(self, labels: Mapping[str, str]) -> bool:
        """Tell whether the selector selects an object with these labels."""
        return all(labels.get(key) == value for key, value in self.match_labels.items()) and all(
            requirement.matches(labels) for requirement in self.match_expressions
        )

    def spec(self) -> dict[str, Any]:
        """Return the selector in the API's form."""
        return {
            "matchLabels": dict(self.match_labels) or None,
            "matchExpressions": [expression.spec() for expression in self.match_expressions] or None,
        }


class HasIdentity(Protocol):
    """A construct of ours, or what stands for an object that exists already."""

    identity: Identity


def services_of_namespace(namespace: NamedObject) -> LabelSelector:
    """Select the Services of one namespace, by the label that Cilium adds to each Service before it matches selectors.

    `namespace` is a Namespace of constructs_lib or cdk8s-plus, or a name. Source: Cilium, operator/pkg/lbipam.
    """
    name = name_of("services_of_namespace.namespace", namespace, "Namespace")
    return LabelSelector(match_labels={SERVICE_NAMESPACE_LABEL: name})


def services_of_gateway(gateway: HasIdentity) -> LabelSelector:
    """Select the one Service that Cilium makes for a Gateway.

    Labels of the Gateway itself are not copied to that Service; the label used here is one that Cilium sets. Source:
    Cilium, operator/pkg/model/translation/gateway-api.
    """
    identity = getattr(gateway, "identity", None)
    if not isinstance(identity, Identity) or identity.kind != "Gateway" or identity.namespace is None:
        raise refused(
            "services_of_gateway.gateway",
            gateway,
            f"is of type {type(gateway).__name__}",
            allowed="a Gateway of constructs_lib, or Gateway.from_existing(...)",
            fix="pass the Gateway itself",
        )
    name = _shortened(identity.name)
    return LabelSelector(match_labels={GATEWAY_NAME_LABEL: name, SERVICE_NAMESPACE_LABEL: identity.namespace})


def gateway_service_labels(gateway: Identity, labels: Mapping[str, str]) -> dict[str, str]:
    """Return the labels that selectors see on the Service that Cilium makes for a Gateway.

    `labels` are the Gateway's spec.infrastructure.labels, the only ones of its own that are copied. Source: Cilium,
    operator/pkg/model/translation/gateway-api, operator/pkg/lbipam.
    """
    return {
        OWNING_GATEWAY_LABEL: _shortened(gateway.name),
        GATEWAY_NAME_LABEL: _shortened(gateway.name),
        **labels,
        SERVICE_NAME_LABEL: gateway_service_name(gateway.name),
        SERVICE_NAMESPACE_LABEL: str(gateway.namespace),
    }


def gateway_service_name(gateway_name: str) -> str:
    """Return the name of the Service that Cilium makes for a Gateway: shortened where it would be no DNS label."""
    return _shortened(f"cilium-gateway-{gateway_name}")


def _shortened(name: str) -> str:
    """Return a name as Cilium writes it where at most 63 characters fit.

    Source: Cilium, pkg/shortener.
    """
    if len(name) <= MAX_LABEL:
        return name
    import hashlib  # only where it is needed: it costs start-up time

    digest = hashlib.sha256(name.encode()).hexdigest()[:DIGEST]
    return f"{name[: MAX_LABEL - DIGEST - 1]}-{digest.translate(NO_WORDS)}"
