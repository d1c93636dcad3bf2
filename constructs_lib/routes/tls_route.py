"""TLSRoute: which Services get TLS connections unopened, by the server name that the client asks for."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from constructs_lib.api_groups import GATEWAY_GROUP
from constructs_lib.api_object import Defined
from constructs_lib.checks import refused
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.registry import Identity, NamedObject, name_of
from constructs_lib.routes.backends import BackendRef
from constructs_lib.routes.single_rule import define_single_rule
from constructs_lib.sync_waves import ROUTES
from imports.io.k8s.networking.gateway import TlsRoute as L1TlsRoute

from constructs import Construct

MAX_SERVER_NAMES = 1024


class TlsRoute(Defined, L1TlsRoute):
    """A TLSRoute, attached to TLS passthrough listeners: the backends have the certificate, and see Envoy's address."""

    sync_wave: ClassVar[int] = ROUTES

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        namespace: NamedObject,
        parent_refs: Sequence[GatewayListener],
        hostnames: Sequence[str],
        backend_refs: Sequence[BackendRef],
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
        :param parent_refs: the listeners, made with `Listener.tls_passthrough`; 1 to 32.
        :param hostnames: the server names (SNI) that clients ask for, 1 to 1024; `*.` and a DNS name stands for every
            name below it. The most specific hostname of all TLSRoutes decides.
        :param backend_refs: the Services, 1 to 16, one at least with a weight above 0.
        :param rule_name: the name of the one rule, for policies that refer to it.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for a listener of another protocol, or that takes no routes from this namespace, for a
            hostname that no listener can serve or another TLSRoute has, and a listener that serves none of them.
        """
        namespace_name = name_of("TLSRoute.namespace", namespace, "Namespace")
        identity = Identity(GATEWAY_GROUP, "TLSRoute", namespace_name, id if name is None else name)
        if not hostnames:
            raise refused(
                f"{identity}: hostnames",
                hostnames,
                "names no server: a TLSRoute has no hostname by default",
                allowed=f"1 to {MAX_SERVER_NAMES} hostnames",
                fix="write hostnames=['NAME'] with the names that clients ask for",
            )
        define_single_rule(
            self,
            scope,
            id,
            identity,
            parent_refs=parent_refs,
            backend_refs=backend_refs,
            backend_class=BackendRef,
            rule_name=rule_name,
            hostnames=hostnames,
            most_hostnames=MAX_SERVER_NAMES,
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )
