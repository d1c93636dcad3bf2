"""What a network policy allows or denies: from and to whom, at which ports.

Source: Cilium, pkg/policy/api, Documentation/security/policy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.checks import instances, keep, one_of, refused
from constructs_lib.networks import network
from constructs_lib.policies.peers import CidrRule, FqdnSelector, PortProtocol
from constructs_lib.selectors import LabelSelector

ENTITIES = (
    "all",
    "world",
    "cluster",
    "host",
    "init",
    "ingress",
    "unmanaged",
    "remote-node",
    "health",
    "none",
    "kube-apiserver",
)
MAX_PEERS = 1000
MAX_PORTS = 40


@dataclass(frozen=True, kw_only=True)
class IngressRule:
    """Traffic that reaches an endpoint, such as a Pod: from whom, and at which of its ports.

    `from_endpoints` are Pods by their labels: those of the policy's own namespace, unless the selector names another
    with the label `io.kubernetes.pod.namespace`; those of every namespace in a clusterwide policy. `from_entities` are
    groups that Cilium knows, such as `world`, `cluster`, or `ingress` for what comes through a Gateway. `from_cidr` and
    `from_cidr_set` are networks outside the cluster. Cilium takes one of the four in a rule; without any of them, it is
    for everyone. `to_ports`, at most 40, are ports of the endpoint itself, not of its Service; every port when left
    out.

    `IngressRule()` allows nothing: a policy with it alone only turns default deny on.
    """

    from_endpoints: Sequence[LabelSelector] | None = None
    from_entities: Sequence[str] | None = None
    from_cidr: Sequence[str] | None = None
    from_cidr_set: Sequence[CidrRule] | None = None
    to_ports: Sequence[PortProtocol] | None = None

    peers: ClassVar[Mapping[str, type[Any]]] = {
        "from_endpoints": LabelSelector,
        "from_entities": str,
        "from_cidr": str,
        "from_cidr_set": CidrRule,
    }

    def __post_init__(self) -> None:
        _check(self)

    def spec(self) -> dict[str, Any]:
        """Return the rule in the API's form."""
        return {
            "fromEndpoints": _specs(self.from_endpoints),
            "fromEntities": _plain(self.from_entities),
            "fromCIDR": _plain(self.from_cidr),
            "fromCIDRSet": _specs(self.from_cidr_set),
            "toPorts": self.to_ports and [{"ports": _specs(self.to_ports)}],
        }


@dataclass(frozen=True, kw_only=True)
class EgressRule:
    """Traffic that an endpoint sends: to whom, and to which of their ports; the arguments as those of IngressRule.

    `to_fqdns` are peers outside the cluster by their DNS names, in the place of the other four. Cilium knows the
    addresses only of names that the endpoint asked for through a rule with `dns`. `dns` are the names that may be asked
    for at `to_ports`, those of the DNS servers.

    `EgressRule()` allows nothing: a policy with it alone only turns default deny on.
    """

    to_endpoints: Sequence[LabelSelector] | None = None
    to_entities: Sequence[str] | None = None
    to_cidr: Sequence[str] | None = None
    to_cidr_set: Sequence[CidrRule] | None = None
    to_fqdns: Sequence[FqdnSelector] | None = None
    to_ports: Sequence[PortProtocol] | None = None
    dns: Sequence[FqdnSelector] | None = None

    peers: ClassVar[Mapping[str, type[Any]]] = {
        "to_endpoints": LabelSelector,
        "to_entities": str,
        "to_cidr": str,
        "to_cidr_set": CidrRule,
        "to_fqdns": FqdnSelector,
    }

    def __post_init__(self) -> None:
        _check(self)
        if self.dns is None:
            return
        keep(self, dns=_listed("EgressRule.dns", self.dns, FqdnSelector, MAX_PEERS))
        if self.to_ports is None or any(
            entry.end_port is not None or entry.protocol == "SCTP" for entry in self.to_ports
        ):
            raise refused(
                "EgressRule.dns",
                list(self.dns),
                "does not go with these to_ports",
                allowed="single ports for UDP, TCP or ANY",
                fix="write to_ports=[PortProtocol(53, 'ANY')]",
            )

    def spec(self) -> dict[str, Any]:
        """Return the rule in the API's form."""
        # A rule that denies has no field for names.
        rules = {} if self.dns is None else {"rules": {"dns": _specs(self.dns)}}
        names = {} if self.to_fqdns is None else {"toFQDNs": _specs(self.to_fqdns)}
        return {
            "toEndpoints": _specs(self.to_endpoints),
            "toEntities": _plain(self.to_entities),
            "toCIDR": _plain(self.to_cidr),
            "toCIDRSet": _specs(self.to_cidr_set),
            **names,
            "toPorts": self.to_ports and [{"ports": _specs(self.to_ports), **rules}],
        }


def is_empty(rule: IngressRule | EgressRule) -> bool:
    """Tell whether a rule names neither peers nor ports, and so allows nothing."""
    return rule.to_ports is None and all(getattr(rule, argument) is None for argument in rule.peers)


def _check(rule: IngressRule | EgressRule) -> None:
    """Raise ValueError for what Cilium would refuse, and keep checked copies of the rule's lists."""
    where = type(rule).__name__
    given = [argument for argument in rule.peers if getattr(rule, argument) is not None]
    for argument in given:
        values = _listed(f"{where}.{argument}", getattr(rule, argument), rule.peers[argument], MAX_PEERS)
        keep(rule, **{argument: values})
        for index, value in enumerate(values):
            place = f"{where}.{argument}[{index}]"
            if argument.endswith("_entities"):
                one_of(place, value, ENTITIES)
            elif argument.endswith("_cidr"):
                network(place, value)
    if len(given) > 1:
        raise refused(
            where,
            ", ".join(given),
            "are together in one rule, which Cilium refuses",
            allowed="one of them in a rule",
            fix="write a rule for each",
        )
    if rule.to_ports is not None:
        keep(rule, to_ports=_listed(f"{where}.to_ports", rule.to_ports, PortProtocol, MAX_PORTS))


def _listed(where: str, values: object, wanted: type[Any], most: int) -> tuple[Any, ...]:
    """Return a list that is given; an empty one is refused, since leaving it out would mean everything."""
    checked = instances(where, values, wanted, at_most=most)
    if not checked:
        raise refused(
            where,
            [],
            "names nothing",
            allowed="one or more",
            fix="leave the rule out, or the argument to mean everything",
        )
    return checked


def _specs(values: Sequence[Any] | None) -> list[dict[str, Any]] | None:
    """Return values in the API's form."""
    return None if values is None else [value.spec() for value in values]


def _plain(values: Sequence[str] | None) -> list[str] | None:
    """Return text as a list of its own."""
    return None if values is None else list(values)
