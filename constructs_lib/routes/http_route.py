"""HTTPRoute: which HTTP requests of a listener go to which Services."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from constructs_lib.api_groups import GATEWAY_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.registry import Identity, NamedObject, name_of
from constructs_lib.routes.attachment import attachment
from constructs_lib.routes.conflicts import claim_listeners
from constructs_lib.routes.http_route_rule import HttpRouteRule
from constructs_lib.routes.rules import checked_rules
from constructs_lib.sync_waves import ROUTES
from imports.io.k8s.networking.gateway import HttpRoute as L1HttpRoute

from constructs import Construct


class HttpRoute(Defined, L1HttpRoute):
    """An HTTPRoute, attached to listeners."""

    sync_wave: ClassVar[int] = ROUTES

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        namespace: NamedObject,
        parent_refs: Sequence[GatewayListener],
        rules: Sequence[HttpRouteRule],
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
        :param parent_refs: the listeners, such as `gateway.https("link")`; 1 to 32. Only these: a route is never
            attached to a whole Gateway, whose HTTP listeners would then serve it unencrypted.
        :param rules: 1 to 16. The most specific match of all routes decides, not the order.
        :param hostnames: the hosts, at most 16; every host of the listeners when left out.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for a hostname that no listener can serve, a listener that serves none of the hostnames or
            takes no routes from this namespace, and a host of a listener that a GRPCRoute of the app has: of the two
            routes, the Gateway would accept the older only.

        Source: Gateway API v1.6.1, HTTPRoute; attachment as in Gateway.spec.listeners.allowedRoutes and hostname.
        """
        namespace_name = name_of("HTTPRoute.namespace", namespace, "Namespace")
        identity = Identity(GATEWAY_GROUP, "HTTPRoute", namespace_name, id if name is None else name)
        attached = attachment(scope, identity, parent_refs, hostnames)
        checked = checked_rules(identity, rules, HttpRouteRule, default_matches=1)
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
