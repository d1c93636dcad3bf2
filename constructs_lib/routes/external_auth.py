"""ExternalAuth: a Service that is asked whether a request may pass.

Source: Gateway API v1.6.1, HTTPExternalAuthFilter, of the experimental channel.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.checks import instances, integer, keep, one_of, refuse_repeated, refused
from constructs_lib.references import Reference
from constructs_lib.routes.backends import BackendRef, backend_of_filter
from constructs_lib.routes.http_route_filter import HttpRouteFilter
from constructs_lib.routes.matches import absolute_path, header_name

PROTOCOLS = ("HTTP", "GRPC")
MAX_HEADERS = 64
MAX_BODY = 65535


@dataclass(frozen=True, kw_only=True)
class ExternalAuth(HttpRouteFilter):
    """Ask a Service about each request first; make one with `http` or `grpc`.

    The Service gets the body of a request too with `forward_body_max_size`, the most bytes of it, 1 to 65535. The
    backend's weight is not used. The filter needs Cilium 1.20 or later, and the CRDs of the Gateway API's experimental
    channel. Where the Service does not exist, or a route may not refer to it, early releases of 1.20 let every request
    pass (cilium issues 47178 and 47877); for one in another namespace, Platform.synth writes the ReferenceGrant.
    """

    protocol: str
    backend_ref: BackendRef
    path: str | None = None
    allowed_headers: Sequence[str] = ()
    allowed_response_headers: Sequence[str] = ()
    forward_body_max_size: int | None = None

    type: ClassVar[str] = "ExternalAuth"
    field: ClassVar[str] = "externalAuth"
    how_to_write: ClassVar[str] = "ExternalAuth.http(...)"

    def __post_init__(self) -> None:
        one_of("ExternalAuth.protocol", self.protocol, PROTOCOLS)
        backend_of_filter("ExternalAuth.backend_ref", self.backend_ref)
        for argument in ("allowed_headers", "allowed_response_headers"):
            where = f"ExternalAuth.{argument}"
            headers = instances(where, getattr(self, argument), str, at_most=MAX_HEADERS)
            keep(self, **{argument: headers})
            refuse_repeated(where, [header_name(where, header).lower() for header in headers])
        if self.path is not None:
            absolute_path("ExternalAuth.path", self.path)
        if self.forward_body_max_size is not None:
            integer("ExternalAuth.forward_body_max_size", self.forward_body_max_size, 1, MAX_BODY)
        for argument in ("path", "allowed_response_headers"):
            if self.protocol == "GRPC" and getattr(self, argument):
                raise refused(
                    f"ExternalAuth.{argument}",
                    getattr(self, argument),
                    "does not go with GRPC",
                    allowed=f"{argument} with HTTP",
                    fix="leave it out, or write ExternalAuth.http(...)",
                )

    @classmethod
    def http(
        cls,
        backend_ref: BackendRef,
        *,
        path: str | None = None,
        allowed_headers: Sequence[str] = (),
        allowed_response_headers: Sequence[str] = (),
        forward_body_max_size: int | None = None,
    ) -> "ExternalAuth":
        """Ask over HTTP; status 200 lets the request pass.

        `path` is put before the request's path. The Service gets `allowed_headers` of the request besides Host, Method,
        Path, Content-Length and Authorization; of its answer, the backend gets `allowed_response_headers`, or all of
        them when left out.
        """
        return cls(
            protocol="HTTP",
            backend_ref=backend_ref,
            path=path,
            allowed_headers=allowed_headers,
            allowed_response_headers=allowed_response_headers,
            forward_body_max_size=forward_body_max_size,
        )

    @classmethod
    def grpc(
        cls,
        backend_ref: BackendRef,
        *,
        allowed_headers: Sequence[str] = (),
        forward_body_max_size: int | None = None,
    ) -> "ExternalAuth":
        """Ask with Envoy's ext_authz protocol; the Service gets `allowed_headers`, or all of them when left out."""
        return cls(
            protocol="GRPC",
            backend_ref=backend_ref,
            allowed_headers=allowed_headers,
            forward_body_max_size=forward_body_max_size,
        )

    def settings(self) -> dict[str, Any]:
        """Return the filter's settings in the API's form; those of the protocol are there even if they are empty."""
        asked = {
            "path": self.path,
            "allowedHeaders": list(self.allowed_headers) or None,
            "allowedResponseHeaders": list(self.allowed_response_headers) or None,
        }
        return {
            "protocol": self.protocol,
            "backendRef": self.backend_ref.object_reference(),
            "http": asked if self.protocol == "HTTP" else None,
            "grpc": {"allowedHeaders": asked["allowedHeaders"]} if self.protocol == "GRPC" else None,
            "forwardBody": self.forward_body_max_size and {"maxSize": self.forward_body_max_size},
        }

    def references(self) -> tuple[Reference, ...]:
        """Return the reference to the Service that is asked."""
        return (self.backend_ref.reference(),)
