"""Where a rule sends requests: Services, of the route's namespace or of another one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from constructs_lib.checks import instance, integer, keep, refused
from constructs_lib.references import ObjectReference, Reference, ServicePort, port_of, reference_to
from constructs_lib.routes.http_route_filter import HttpRouteFilter, checked_filters

MAX_WEIGHT = 1_000_000
MAX_BACKEND_REFS = 16


@dataclass(frozen=True)
class BackendRef:
    """A Service that answers requests or connections.

    `service` is a Service of cdk8s-plus, an ExistingService or the name of one in the namespace of the route; for a
    Service in another namespace, Platform.synth writes the ReferenceGrant. `port` is the port of the Service, not of
    its Pods: the only one that the Service has when left out. Of the requests of a rule, the backend gets the share of
    `weight` in the sum of all weights; 0 gets nothing.
    """

    service: ObjectReference
    port: int | None = None
    weight: int = 1

    protocol: ClassVar[str] = "TCP"

    def __post_init__(self) -> None:
        own = type(self).__name__
        reference = reference_to(f"{own}.service", self.service, "Service")
        where = f"{own} {reference.name}"
        keep(self, port=port_of(f"{where}: port", self.service, self.port, self.protocol, f"{own}({reference.name!r}"))
        integer(f"{where}: weight", self.weight, 0, MAX_WEIGHT)

    def reference(self) -> Reference:
        """Return the reference to the Service."""
        reference = reference_to(f"{type(self).__name__}.service", self.service, "Service")
        return reference._replace(ports=() if self.port is None else (ServicePort(self.port, self.protocol),))

    def object_reference(self) -> dict[str, Any]:
        """Return the reference to the Service and its port in the API's form, without the weight."""
        return {**self.reference().spec(), "port": self.port}

    def spec(self) -> dict[str, Any]:
        """Return the backendRef in the API's form."""
        return {**self.object_reference(), "weight": self.weight}


@dataclass(frozen=True)
class UdpBackendRef(BackendRef):
    """A Service that answers datagrams; as BackendRef, and its port is one for UDP."""

    protocol: ClassVar[str] = "UDP"


@dataclass(frozen=True)
class HttpBackendRef(BackendRef):
    """A Service that answers HTTP requests; as BackendRef.

    `filters` change the requests that this backend gets, and its answers: a RequestHeaderModifier, a
    ResponseHeaderModifier, or both. Cilium drops any other filter of a backend without a word, so it is refused.
    """

    filters: Sequence[HttpRouteFilter] = field(default=(), kw_only=True)

    def __post_init__(self) -> None:
        super().__post_init__()
        where = f"HttpBackendRef {self.reference().name}: filters"
        keep(self, filters=checked_filters(where, self.filters))
        for index, entry in enumerate(self.filters):
            if not entry.is_for_backends:
                raise refused(
                    f"{where}[{index}]",
                    type(entry).__name__,
                    "is dropped by Cilium without a word",
                    allowed="RequestHeaderModifier and ResponseHeaderModifier for a single backend",
                    fix="move it to the filters of the rule, for all its backends",
                )

    def spec(self) -> dict[str, Any]:
        """Return the backendRef in the API's form."""
        return {**super().spec(), "filters": [entry.spec() for entry in self.filters] or None}


def backend_of_filter(where: str, value: object) -> BackendRef:
    """Return `value` if it is a backend that a filter can send requests to; such a reference has no filters."""
    backend = instance(where, value, BackendRef)
    if isinstance(backend, UdpBackendRef):
        raise refused(
            where, type(backend).__name__, "is for UDP", allowed="a backend for TCP", fix="write BackendRef(...)"
        )
    if isinstance(backend, HttpBackendRef) and backend.filters:
        raise refused(
            where,
            [type(entry).__name__ for entry in backend.filters],
            "are filters that nothing applies here",
            allowed="a backend without filters",
            fix="leave them out",
        )
    return backend


def refuse_repeated_backends(where: str, namespace: str | None, backend_refs: Sequence[BackendRef]) -> None:
    """Raise ValueError for a port of a Service that is in a rule twice; `namespace` is the route's."""
    seen = set()
    for index, backend in enumerate(backend_refs):
        reference = backend.reference()
        target = (reference.namespace or namespace, reference.name, backend.port)
        if target in seen:
            raise refused(
                f"{where}[{index}]",
                f"{reference.name}:{backend.port}",
                "is there twice",
                allowed="each port of a Service once",
                fix="join the two: one weight says it",
            )
        seen.add(target)
