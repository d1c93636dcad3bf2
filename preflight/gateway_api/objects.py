"""The objects that the Gateway controller looks at: admitted, with their defaults, and with namespaces filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from preflight.field_path import FieldPath
from preflight.gateway_api.allocated import Allocated
from preflight.selectors import Labels, Selector
from preflight.snapshot import Manifest, Rejected

GATEWAY_GROUP = "gateway.networking.k8s.io"
MULTICLUSTER_GROUP = "multicluster.x-k8s.io"
HTTP_KINDS = ("HTTPRoute", "GRPCRoute")
"""The kinds of routes for requests of HTTP."""
LAYER_4_KINDS = ("TCPRoute", "UDPRoute")
ROUTE_KINDS = (*HTTP_KINDS, "TLSRoute", *LAYER_4_KINDS)
LAYER_4_PROTOCOLS = ("TCP", "UDP")
"""Those of listeners, each for a kind of LAYER_4_KINDS."""


class NamespacedName(NamedTuple):
    """Which object of a kind; the namespace is empty for a cluster-scoped one."""

    namespace: str
    name: str

    def __str__(self) -> str:
        return f"{self.namespace}/{self.name}" if self.namespace else self.name


class GroupKind(NamedTuple):
    """A kind, with its API group; the group of Kubernetes' first kinds is empty."""

    group: str
    kind: str


class Reference(NamedTuple):
    """A reference to an object: the namespace is that of the object which refers, where none is written."""

    group: str
    kind: str
    namespace: str
    name: str

    @property
    def key(self) -> NamespacedName:
        """Which object of the kind."""
        return NamespacedName(self.namespace, self.name)

    def __str__(self) -> str:
        return f"{self.kind} {self.namespace}/{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowedNamespaces:
    """Which namespaces may attach: `from` is All, Same, Selector or None."""

    from_: str
    selector: Selector | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """A listener of a Gateway or of a ListenerSet."""

    name: str
    port: int
    protocol: str
    hostname: str
    """Empty where it takes any."""
    tls_mode: str | None
    """Terminate or Passthrough; None without `tls`."""
    certificates: tuple[Reference, ...]
    kinds: tuple[GroupKind, ...]
    """What `allowedRoutes.kinds` lists; empty where it takes all kinds of its protocol."""
    namespaces: AllowedNamespaces
    path: FieldPath
    """Where it is in its object."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GatewayClass:
    """A GatewayClass; `parameters` is its parametersRef as it is written."""

    name: str
    controller: str
    parameters: Mapping[str, Any] | None
    manifest: Manifest | None
    """None for one that the cluster file declares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientValidation:
    """The CA certificates of which clients of HTTPS listeners need to have one."""

    port: int | None
    """The port of the listeners; None for those on ports without a ClientValidation of their own."""
    certificates: tuple[Reference, ...]
    allows_others: bool
    """Whether clients without such a certificate are served all the same: mode AllowInsecureFallback."""
    path: FieldPath
    """Where they are in the Gateway."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gateway:
    """A Gateway."""

    key: NamespacedName
    class_name: str
    listeners: tuple[Listener, ...]
    addresses: tuple[Mapping[str, Any], ...]
    """Its static addresses: `type` and `value`."""
    infrastructure: Mapping[str, Any]
    missing_parameters: Reference | None = None
    """What infrastructure.parametersRef names, where that is not there."""
    client_certificate: Reference | None
    """The certificate that it shows to its backends."""
    client_validations: tuple[ClientValidation, ...]
    allowed_listeners: AllowedNamespaces
    """Which ListenerSets may attach."""
    manifest: Manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class ListenerSet:
    """A ListenerSet, and the Gateway that it wants to attach to."""

    key: NamespacedName
    created: str
    """When; empty where the manifest does not say."""
    gateway: NamespacedName
    listeners: tuple[Listener, ...]
    manifest: Manifest

    def __str__(self) -> str:
        return f"ListenerSet {self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentRef:
    """What a route wants to attach to."""

    target: Reference
    section_name: str | None
    port: int | None
    written: Mapping[str, Any]
    """As it is in the object, without the defaults: the status repeats it."""
    path: FieldPath

    def __str__(self) -> str:
        kind = "" if self.target.kind == "Gateway" else f"{self.target.kind} "
        section = f"/{self.section_name}" if self.section_name is not None else ""
        port = f":{self.port}" if self.port is not None else ""
        return f"{kind}{self.target.key}{section}{port}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackendRef:
    """Where a rule sends requests."""

    target: Reference
    port: int | None
    weight: int
    filters: tuple[Mapping[str, Any], ...]
    path: FieldPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule of a route; matches and filters are as the API has them, with their defaults."""

    index: int
    name: str | None
    matches: tuple[Mapping[str, Any], ...]
    filters: tuple[Mapping[str, Any], ...]
    backends: tuple[BackendRef, ...]
    filter_backends: Mapping[int, BackendRef]
    """The backends of RequestMirror and ExternalAuth filters, by the index of the filter: they need to exist too."""
    timeouts: Mapping[str, str]
    has_session_persistence: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A route of any kind."""

    kind: str
    key: NamespacedName
    created: str
    """When; empty where the manifest does not say."""
    hostnames: tuple[str, ...]
    """In lower case; none for TCPRoute and UDPRoute."""
    parents: tuple[ParentRef, ...]
    rules: tuple[Rule, ...]
    manifest: Manifest

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceGrant:
    """Who may refer to what in the namespace of the grant; a `to` without a name is all objects of the kind."""

    key: NamespacedName
    from_: tuple[tuple[str, str, str], ...]
    """Group, kind and namespace of those who refer."""
    to: tuple[tuple[str, str, str | None], ...]
    """Group, kind and name of what they may refer to."""


class Permission(NamedTuple):
    """What a ReferenceGrant permits to the objects of one kind in one namespace."""

    referrer: GroupKind
    namespace: str
    target_namespace: str
    target: tuple[str, str, str | None]
    """Group, kind and name of what they may refer to; None for all objects of the kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A Service: those of the manifests, and those that the cluster file declares."""

    key: NamespacedName
    type: str
    ports: tuple[tuple[int, str], ...]
    """Number and protocol of each port."""
    named_ports: Mapping[str, int] = field(default_factory=dict)
    """The ports that have a name."""
    labels: Labels
    ingress: tuple[Mapping[str, Any], ...]
    """`status.loadBalancer.ingress`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackendTlsPolicy:
    """A BackendTLSPolicy."""

    key: NamespacedName
    created: str
    targets: tuple[tuple[Reference, str | None], ...]
    """Each target, with its section name."""
    validation: Mapping[str, Any]
    ca_certificates: tuple[Reference, ...]
    manifest: Manifest

    def __str__(self) -> str:
        return f"BackendTLSPolicy {self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objects:
    """All that the controller looks at."""

    gateway_classes: Mapping[str, GatewayClass]
    class_configs: Mapping[NamespacedName, Mapping[str, Any]]
    """The spec of each CiliumGatewayClassConfig."""
    gateways: Mapping[NamespacedName, Gateway]
    declared_gateways: frozenset[NamespacedName] = frozenset()
    """Those that the cluster file declares: they are there, and nothing else is known of them."""
    listener_sets: Mapping[NamespacedName, ListenerSet]
    routes: tuple[Route, ...]
    """Sorted by kind, in the order of ROUTE_KINDS, then by namespace and name."""
    grants: Mapping[Permission, tuple[ReferenceGrant, ...]]
    """By what they permit."""
    policies: tuple[BackendTlsPolicy, ...]
    services: Mapping[NamespacedName, Service]
    service_imports: Mapping[NamespacedName, str | None] = field(default_factory=dict)
    """The Service that stands for each ServiceImport, in its namespace; None where none does."""
    secrets: Mapping[NamespacedName, Mapping[str, bytes] | None]
    """The data of each; None where the cluster file declares it, so that it is taken for a good one."""
    config_maps: Mapping[NamespacedName, Mapping[str, str] | None]
    namespaces: Mapping[str, Labels]
    """The labels of each, with the one that the API server adds."""
    pools: tuple[Mapping[str, Any], ...]
    """The spec of each CiliumLoadBalancerIPPool that is not disabled."""
    node_addresses: tuple[str, ...] = ()
    """The first address of each Node that is known, sorted."""
    rejected: Rejected = field(default_factory=Rejected)
    """What admission has rejected: a finding on it is there already, and none is needed on what refers to it."""
    allocated: Mapping[NamespacedName, Allocated] = field(default_factory=dict)
    """What the allocator gives the Service of each Gateway; of one that is not there, the pools alone decide."""
