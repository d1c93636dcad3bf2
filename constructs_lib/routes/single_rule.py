"""What TLSRoute, TCPRoute and UDPRoute have in common: exactly one rule, which says where everything goes."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Generic

from constructs_lib.api_groups import GATEWAY_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.checks import dns_subdomain
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.registry import Identity, NamedObject, name_of
from constructs_lib.routes.attachment import MAX_HOSTNAMES, attachment
from constructs_lib.routes.backends import refuse_repeated_backends
from constructs_lib.routes.conflicts import claim_listeners
from constructs_lib.routes.rule_backends import Backend, backends_of_class
from constructs_lib.sync_waves import ROUTES

from constructs import Construct


def define_single_rule(
    route: Defined,
    scope: Construct,
    construct_id: str,
    identity: Identity,
    *,
    parent_refs: Sequence[GatewayListener],
    backend_refs: Sequence[Backend],
    backend_class: type[Backend],
    rule_name: str | None,
    hostnames: Sequence[str] = (),
    most_hostnames: int = MAX_HOSTNAMES,
    labels: Mapping[str, str] | None,
    annotations: Mapping[str, str] | None,
    merge_patch: Mapping[str, Any] | None,
) -> None:
    """Define a route of a kind that has one rule, after every check that the kinds share."""
    attached = attachment(scope, identity, parent_refs, hostnames, most_hostnames=most_hostnames)
    backends = backends_of_class(f"{identity}: backend_refs", backend_refs, backend_class)
    refuse_repeated_backends(f"{identity}: backend_refs", identity.namespace, backends)
    rule = {
        "name": None if rule_name is None else dns_subdomain(f"{identity}: rule_name", rule_name),
        "backendRefs": [backend.spec() for backend in backends],
    }
    with claim_listeners(scope, identity, parent_refs, hostnames):
        define(
            route,
            scope,
            construct_id,
            identity,
            # TCPRoute and UDPRoute have no field for hostnames, not even an empty one.
            spec={**{name: value for name, value in attached.items() if value is not None}, "rules": [rule]},
            references=[backend.reference() for backend in backends],
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )


class TransportRoute(Defined, Generic[Backend]):
    """A TCPRoute or UDPRoute: everything that reaches a port goes to the backends."""

    sync_wave: ClassVar[int] = ROUTES
    route_kind: ClassVar[str]
    backend_class: ClassVar[type[Any]]

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        namespace: NamedObject,
        parent_refs: Sequence[GatewayListener],
        backend_refs: Sequence[Backend],
        rule_name: str | None = None,
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
        :param parent_refs: the listeners, such as `gateway.listener("postgres")`; 1 to 32.
        :param backend_refs: the Services, 1 to 16, one at least with a weight above 0.
        :param rule_name: the name of the one rule, for policies that refer to it.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for a listener of another protocol, or that takes no routes from this namespace, and for a
            listener that has a route of this kind already.
        """
        namespace_name = name_of(f"{self.route_kind}.namespace", namespace, "Namespace")
        define_single_rule(
            self,
            scope,
            id,
            Identity(GATEWAY_GROUP, self.route_kind, namespace_name, id if name is None else name),
            parent_refs=parent_refs,
            backend_refs=backend_refs,
            backend_class=self.backend_class,
            rule_name=rule_name,
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )
