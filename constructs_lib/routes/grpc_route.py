"""GRPCRoute: which gRPC calls of a listener go to which Services."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, get_args

from constructs_lib.api_groups import GATEWAY_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.checks import dns_subdomain, instances, keep, refused
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.references import Reference
from constructs_lib.registry import Identity, NamedObject, name_of
from constructs_lib.routes.attachment import attachment
from constructs_lib.routes.backends import BackendRef
from constructs_lib.routes.conflicts import claim_listeners
from constructs_lib.routes.extension_ref import ExtensionRef
from constructs_lib.routes.filters import RequestHeaderModifier, RequestMirror, ResponseHeaderModifier
from constructs_lib.routes.grpc_matches import GrpcRouteMatch
from constructs_lib.routes.http_route_filter import MAX_FILTERS, checked_filters
from constructs_lib.routes.rule_backends import backends_of_class
from constructs_lib.routes.rules import MAX_MATCHES, checked_rules
from constructs_lib.sync_waves import ROUTES
from imports.io.k8s.networking.gateway import GrpcRoute as L1GrpcRoute

from constructs import Construct

GrpcRouteFilter = RequestHeaderModifier | ResponseHeaderModifier | RequestMirror | ExtensionRef


@dataclass(frozen=True, kw_only=True)
class GrpcRouteRule:
    """What happens to the calls that meet one of `matches`: all calls when left out.

    A rule has backends, 1 to 16; of each kind of filter it has one, except RequestMirror and ExtensionRef. `name` is
    unique in the route. The API has no timeouts and retries here, and Cilium ignores filters of a single backend.
    """

    backend_refs: Sequence[BackendRef]
    name: str | None = None
    matches: Sequence[GrpcRouteMatch] = ()
    filters: Sequence[GrpcRouteFilter] = ()

    def __post_init__(self) -> None:
        where = "GrpcRouteRule"
        if self.name is not None:
            dns_subdomain(f"{where}.name", self.name)
        for index, entry in enumerate(instances(f"{where}.filters", self.filters, object, at_most=MAX_FILTERS)):
            if not isinstance(entry, GrpcRouteFilter):
                raise refused(
                    f"{where}.filters[{index}]",
                    entry,
                    "is not a filter of a GRPCRoute",
                    allowed=", ".join(kind.__name__ for kind in get_args(GrpcRouteFilter)),
                    fix="write one of these",
                )
        keep(
            self,
            matches=instances(f"{where}.matches", self.matches, GrpcRouteMatch, at_most=MAX_MATCHES),
            filters=checked_filters(f"{where}.filters", self.filters),
            backend_refs=backends_of_class(f"{where}.backend_refs", self.backend_refs, BackendRef),
        )

    def references(self) -> list[Reference]:
        """Return the references to the Services of the rule and of its filters."""
        backends = [backend.reference() for backend in self.backend_refs]
        return [*backends, *(reference for entry in self.filters for reference in entry.references())]

    def spec(self) -> dict[str, Any]:
        """Return the rule in the API's form, with every default written out."""
        return {
            "name": self.name,
            "matches": [match.spec() for match in self.matches] or None,
            "filters": [entry.spec() for entry in self.filters] or None,
            "backendRefs": [backend.spec() for backend in self.backend_refs],
        }


class GrpcRoute(Defined, L1GrpcRoute):
    """A GRPCRoute, attached to listeners.

    Over an HTTPS listener, clients get HTTP/2, which gRPC needs, only if Cilium is installed with the Helm value
    `gatewayAPI.enableAlpn`; backends get it from a GRPCRoute in any case.
    """

    sync_wave: ClassVar[int] = ROUTES

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        namespace: NamedObject,
        parent_refs: Sequence[GatewayListener],
        rules: Sequence[GrpcRouteRule],
        hostnames: Sequence[str] = (),
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the route.

        :param scope: the chart.
        :param id: unique in the chart.
        :param namespace: a Namespace of constructs_lib or cdk8s-plus, or a name: where Services are that don't say
            their namespace. For one elsewhere, Platform.synth writes the ReferenceGrant.
        :param parent_refs: the listeners, such as `gateway.https("link")`; 1 to 32.
        :param rules: 1 to 16, with 128 matches in all. The most specific match of all routes decides, not the order.
        :param hostnames: the hosts, at most 16; every host of the listeners when left out.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for a hostname that no listener can serve, a listener that serves none of the hostnames or
            takes no routes from this namespace, and a host of a listener that an HTTPRoute of the app has: of the two
            routes, the Gateway would accept the older only.

        Source: Gateway API v1.6.1, GRPCRoute.
        """
        namespace_name = name_of("GRPCRoute.namespace", namespace, "Namespace")
        identity = Identity(GATEWAY_GROUP, "GRPCRoute", namespace_name, id if name is None else name)
        attached = attachment(scope, identity, parent_refs, hostnames)
        checked = checked_rules(identity, rules, GrpcRouteRule, default_matches=0)
        with claim_listeners(scope, identity, parent_refs, hostnames):
            define(
                self,
                scope,
                id,
                identity,
                spec={**attached, "rules": [rule.spec() for rule in checked]},
                references=[reference for rule in checked for reference in rule.references()],
                labels=labels,
                annotations=annotations,
                merge_patch=merge_patch,
            )
