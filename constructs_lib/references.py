"""What objects refer to, defined in the app or elsewhere: Services with their ports, Secrets, ConfigMaps, Gateways."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple
from weakref import WeakKeyDictionary

from constructs_lib.checks import (
    MAX_PORT,
    dns_label,
    dns_subdomain,
    instance,
    instances,
    keep,
    port,
    refused,
    users_line,
)
from constructs_lib.registry import Identity, NamedObject, app_of, kind_of, name_of

import cdk8s
from constructs import Construct, IConstruct
from jsii._reference_map import InterfaceDynamicProxy

MAX_PORTS = 1000


@dataclass(frozen=True)
class _Existing:
    """An object of the core API group that this app does not own."""

    name: str
    namespace: NamedObject | None = None
    granted: bool = False

    kind: ClassVar[str]

    def __post_init__(self) -> None:
        where = type(self).__name__
        (dns_label if self.kind == "Service" else dns_subdomain)(f"{where}.name", self.name)
        if self.namespace is not None:
            keep(self, namespace=name_of(f"{where} {self.name}: namespace", self.namespace, "Namespace"))
        instance(f"{where} {self.name}: granted", self.granted, bool)

    @property
    def identity(self) -> Identity:
        """Which object this is; without a namespace, the one of this name beside whatever refers to it."""
        return Identity("", self.kind, None if self.namespace is None else str(self.namespace), self.name)


@dataclass(frozen=True)
class ExistingService(_Existing):
    """A Service that this app does not define.

    `namespace` is a Namespace or a name; the namespace of whatever refers to the Service when left out. `ports` are its
    TCP ports, `udp_ports` its UDP ports; with neither, its ports are taken as unknown, and whoever refers to it says
    which. `granted` says that the owners of its namespace have a ReferenceGrant there already: none is written.
    """

    ports: Sequence[int] = ()
    udp_ports: Sequence[int] = ()

    kind: ClassVar[str] = "Service"

    def __post_init__(self) -> None:
        super().__post_init__()
        for argument in ("ports", "udp_ports"):
            where = f"ExistingService {self.name}: {argument}"
            numbers = instances(where, getattr(self, argument), int, at_most=MAX_PORTS)
            keep(self, **{argument: tuple(port(f"{where}[{index}]", number) for index, number in enumerate(numbers))})


@dataclass(frozen=True)
class ExistingSecret(_Existing):
    """A Secret that this app does not define; `namespace` and `granted` as in ExistingService."""

    kind: ClassVar[str] = "Secret"


@dataclass(frozen=True)
class ExistingConfigMap(_Existing):
    """A ConfigMap that this app does not define; `namespace` and `granted` as in ExistingService."""

    kind: ClassVar[str] = "ConfigMap"


ObjectReference = str | IConstruct | _Existing
"""An object that is referred to: a construct of cdk8s-plus, an Existing... value, or a name."""


class Reference(NamedTuple):
    """A reference to an object of the core API group; `namespace` is None beside whatever refers to it."""

    kind: str
    name: str
    namespace: str | None = None
    defined: bool = False
    """The app itself defines the object."""
    granted: bool = False
    """A ReferenceGrant for it exists already."""
    ports: tuple["ServicePort", ...] = ()
    """The ports of a Service that are meant."""

    def spec(self) -> dict[str, Any]:
        """Return the reference in the API's form."""
        return {"group": "", "kind": self.kind, "namespace": self.namespace, "name": self.name}


class RecordedReference(NamedTuple):
    """A reference to another namespace, who makes it, where that is defined, and where the user wrote it."""

    referrer: Identity
    reference: Reference
    scope: Construct
    written_at: str | None


class ServicePort(NamedTuple):
    """A port of a Service."""

    number: int
    protocol: str


_manifests: WeakKeyDictionary[Construct, dict[str, Any]] = WeakKeyDictionary()
_named: WeakKeyDictionary[cdk8s.App, dict[Identity, dict[ServicePort, None]]] = WeakKeyDictionary()
_recorded: WeakKeyDictionary[cdk8s.App, list[RecordedReference]] = WeakKeyDictionary()


def manifest_of(value: Construct) -> dict[str, Any]:
    """Return the manifest of an object of cdk8s-plus as it is at the first question: two calls to Node, once.

    Raises ValueError for an object that cannot be written yet, such as a Service without ports.
    """
    if value not in _manifests:
        try:
            _manifests[value] = value._api_object.to_json()  # type: ignore[attr-defined]  # protected there
        except RuntimeError as error:
            raise refused(
                kind_of(value),
                value.node.path,
                f"cannot be written yet ({str(error).rpartition('Error: ')[2]})",
                allowed="an object of cdk8s-plus that is complete, such as a Service with ports",
                fix="give it what it lacks before it is referred to",
            ) from None
    return _manifests[value]


def reference_to(where: str, value: ObjectReference, kind: str) -> Reference:
    """Return the reference to an object of this kind; raises ValueError for anything else."""
    if isinstance(value, _Existing) and value.kind == kind:
        return Reference(kind, value.name, value.identity.namespace, granted=value.granted)
    if isinstance(value, str):
        return Reference(kind, (dns_label if kind == "Service" else dns_subdomain)(where, value))
    if isinstance(value, Construct) and kind_of(value) == kind:
        metadata = manifest_of(value)["metadata"]
        return Reference(kind, metadata["name"], metadata.get("namespace"), defined=True)
    if isinstance(value, InterfaceDynamicProxy) and getattr(value, "kind", None) == kind:
        return Reference(kind, value.name)  # such as Secret.from_secret_name of cdk8s-plus: a name, and nothing else
    raise refused(
        where,
        value,
        f"is of type {type(value).__name__}",
        allowed=f"a {kind} of cdk8s-plus, Existing{kind}(...), or its name as text",
        fix=f"write the name of the {kind}",
    )


def ports_of(value: ObjectReference) -> tuple[ServicePort, ...] | None:
    """Return the ports that a Service is known to have; None if nothing is known of them."""
    if isinstance(value, ExistingService):
        ports = [ServicePort(number, "TCP") for number in value.ports]
        return (*ports, *(ServicePort(number, "UDP") for number in value.udp_ports)) or None
    if isinstance(value, Construct):
        entries = manifest_of(value).get("spec", {}).get("ports", [])
        return tuple(ServicePort(int(entry["port"]), entry.get("protocol", "TCP")) for entry in entries)
    return None


def port_of(where: str, value: ObjectReference, number: int | None, protocol: str, example: str) -> int:
    """Return the port of a Service that is meant: the one given, or else the only one that it has.

    `example` is the start of the call that a fix shows, such as `HttpBackendRef('web'`. Raises ValueError for a port
    that the Service does not have, and for none where the Service has none or several.
    """
    known = ports_of(value)
    if known is None:
        if number is None:
            raise refused(
                where,
                None,
                "is missing",
                allowed=f"a port of the Service, 1 to {MAX_PORT}",
                fix=f"write {example}, port=80) with the port that the Service has",
            )
        return port(where, number)
    numbers = [entry.number for entry in known if entry.protocol == protocol]
    listed = " or ".join(str(entry) for entry in numbers)
    if number is None and len(numbers) == 1:
        return numbers[0]
    if not numbers:
        others = ", ".join(f"{entry.number} ({entry.protocol})" for entry in known) or "no port at all"
        raise refused(
            where,
            number,
            f"cannot be a {protocol} port of the Service, which has {others}",
            allowed=f"a Service with a {protocol} port",
            fix=f"give the Service a {protocol} port before it is referred to",
        )
    if number is None:
        raise refused(
            where,
            None,
            f"does not say which of the Service's {len(numbers)} {protocol} ports is meant",
            allowed=listed,
            fix=f"write {example}, port={numbers[0]}) or another of them",
        )
    if port(where, number) not in numbers:
        raise refused(
            where, number, f"is not a {protocol} port of the Service", allowed=listed, fix=f"write port={numbers[0]}"
        )
    return number


def record(scope: Construct, referrer: Identity, references: Sequence[Reference]) -> None:
    """Keep what an object refers to, and what of it is in other namespaces, for the grants that synth defines."""
    named = _named.setdefault(app_of(scope), {}) if references else {}
    for entry in references:
        target = Identity("", entry.kind, entry.namespace or referrer.namespace, entry.name)
        named.setdefault(target, {}).update(dict.fromkeys(entry.ports))
    elsewhere = [entry for entry in references if entry.namespace not in (None, referrer.namespace)]
    if elsewhere:
        place = users_line()
        recorded = _recorded.setdefault(app_of(scope), [])
        recorded += [RecordedReference(referrer, reference, scope, place) for reference in elsewhere]


def record_gateway(scope: Construct, gateway: Identity) -> None:
    """Keep that an object attaches to a Gateway, which whoever describes it says is there."""
    _named.setdefault(app_of(scope), {}).setdefault(gateway, {})


def recorded_in(app: cdk8s.App) -> tuple[RecordedReference, ...]:
    """Return every reference of the app's objects to another namespace, in the order of definition."""
    return tuple(_recorded.get(app, ()))


def named_in(app: cdk8s.App) -> Mapping[Identity, Collection[ServicePort]]:
    """Return what the app's objects refer to, with the ports that they mean: whoever names it says that it is there."""
    return _named.get(app, {})
