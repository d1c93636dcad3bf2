"""Where a rule sends requests: Services of the route's namespace."""

from dataclasses import dataclass
from typing import Any

from constructs_lib.checks import integer, port, refused
from constructs_lib.registry import NamedObject, name_of

MAX_WEIGHT = 1_000_000


@dataclass(frozen=True)
class HttpBackendRef:
    """A Service that answers requests.

    `service` is a Service of cdk8s-plus or a name, in the namespace of the route. `port` is the port of the Service,
    not of its pods. Of the requests of a rule, the backend gets the share of `weight` in the sum of all weights; 0 gets
    nothing.
    """

    service: NamedObject
    port: int | None = None
    weight: int = 1

    def __post_init__(self) -> None:
        name = name_of("HttpBackendRef.service", self.service, "Service")
        if self.port is None:
            raise refused(
                f"HttpBackendRef {name}: port",
                None,
                "is missing",
                allowed="a port of the Service, 1 to 65535",
                fix=f"write HttpBackendRef({name!r}, port=80) with the port that the Service has",
            )
        port(f"HttpBackendRef {name}: port", self.port)
        integer(f"HttpBackendRef {name}: weight", self.weight, 0, MAX_WEIGHT)

    def reference(self) -> dict[str, Any]:
        """Return the reference to the Service in the API's form, without the weight."""
        name = name_of("HttpBackendRef.service", self.service, "Service")
        return {"group": "", "kind": "Service", "name": name, "port": self.port}

    def spec(self) -> dict[str, Any]:
        """Return the backendRef in the API's form."""
        return {**self.reference(), "weight": self.weight}
