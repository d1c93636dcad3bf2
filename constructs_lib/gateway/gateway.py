"""Gateway: where traffic enters the cluster."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from constructs_lib.addresses import AddressSharing, record_request, sharing_address
from constructs_lib.api_groups import GATEWAY_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.certificate_requests import requested
from constructs_lib.checks import dns_label, dns_subdomain, instance, refuse_too_many, refused
from constructs_lib.gateway.allowed_listeners import AllowedListeners, checked_allowed_listeners
from constructs_lib.gateway.allowed_routes import AllowedRoutes
from constructs_lib.gateway.certificates import ClusterIssuerReference, issued_certificates, record_waiting_gateway
from constructs_lib.gateway.domain import Domain
from constructs_lib.gateway.gateway_class import GatewayClass
from constructs_lib.gateway.gateway_listeners import gateway_listeners
from constructs_lib.gateway.gateway_tls import GatewayTls
from constructs_lib.gateway.infrastructure import (
    Infrastructure,
    checked_infrastructure,
    infrastructure_spec,
    refuse_allocator_annotations,
)
from constructs_lib.gateway.listener import Listener, OwnedListener
from constructs_lib.gateway.listener_lookup import GatewayLookup
from constructs_lib.gateway.static_addresses import (
    MAX_ADDRESSES,
    address_spec,
    refuse_unassigned,
    refuse_unshareable,
    service_ports,
    static_address,
    static_addresses,
)
from constructs_lib.registry import Identity, NamedObject, name_of
from constructs_lib.sync_waves import GATEWAYS
from imports.io.k8s.networking.gateway import Gateway as L1Gateway

import cdk8s
from constructs import Construct


class ExistingGateway(GatewayLookup):
    """A Gateway that this app does not own; see `Gateway.from_existing`."""

    def __init__(
        self,
        identity: Identity,
        listeners: list[OwnedListener],
        allowed_listeners: AllowedListeners,
        infrastructure: Infrastructure,
    ) -> None:
        """Hold what routes, ListenerSets, pools and announcements need to know of the Gateway."""
        self.identity = identity
        self.merged = listeners
        self.allowed_listeners = allowed_listeners
        self.infrastructure = infrastructure


class Gateway(GatewayLookup, Defined, L1Gateway):
    """A Gateway with HTTP and HTTPS listeners for each of its domains."""

    sync_wave: ClassVar[int] = GATEWAYS

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        namespace: NamedObject,
        domains: Sequence[Domain] = (),
        listeners: Sequence[Listener] = (),
        allowed_routes: AllowedRoutes | None = None,
        allowed_listeners: AllowedListeners | None = None,
        cluster_issuer: ClusterIssuerReference | None = None,
        addresses: Sequence[str] = (),
        address_sharing: AddressSharing | None = None,
        infrastructure: Infrastructure | None = None,
        tls: GatewayTls | None = None,
        gateway_class_name: str | GatewayClass = "cilium",
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the Gateway.

        :param scope: the chart.
        :param id: unique in the chart.
        :param namespace: a Namespace of constructs_lib or cdk8s-plus, or a name.
        :param domains: each gives the listeners `http-NAME` on port 80 and `https-NAME` on port 443, in this order, and
            with a `secret` and its apex `https-NAME-apex`.
        :param listeners: further listeners, after those of the domains. One listener of either kind is needed, and a
            Gateway has at most 64.
        :param allowed_routes: whose routes may attach to the domains' listeners; those of the Gateway's own namespace
            when left out. A further listener has its own.
        :param allowed_listeners: whose ListenerSets may add listeners; none when left out.
        :param cluster_issuer: the cert-manager ClusterIssuer that issues the certificates of the HTTPS listeners, or
            its name: one for each Secret, for the hostnames of all its listeners. Secrets that listeners have as
            objects, an ExistingSecret or one of cdk8s-plus, are left alone; without an issuer, all come from elsewhere.
            A wildcard hostname needs an issuer with a DNS-01 solver.
        :param addresses: static addresses that it asks for, at most 16 single IPv4 or IPv6 ones, from pools that
            select its Service; Cilium takes any free address when left out.
        :param address_sharing: the Services that it shares its address with; none when left out.
        :param infrastructure: the labels and annotations of its Service.
        :param tls: client certificates.
        :param gateway_class_name: the GatewayClass, or its name; Cilium's chart makes one called `cilium`.
        :param name: metadata.name, a DNS label: Cilium names the Service after it. The id when left out.
        :param labels: metadata.labels; Cilium does not copy them to the Gateway's Service, see `infrastructure`.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for listeners that conflict, domains that take each other's requests, addresses and sharing
            that Cilium would ignore, and, where cert-manager is to issue certificates, an HTTPS listener without
            hostname, a Secret that it writes for another Gateway or Certificate too, and what the issuer cannot issue.
        """
        gateway_name = dns_label("Gateway.metadata.name", id if name is None else name)
        identity = Identity(
            GATEWAY_GROUP, "Gateway", name_of("Gateway.namespace", namespace, "Namespace"), gateway_name
        )
        self.identity = identity
        self.merged = gateway_listeners(identity, domains, listeners, allowed_routes)
        own = [entry.listener for entry in self.merged]
        self.allowed_listeners = checked_allowed_listeners(str(identity), allowed_listeners)
        self.infrastructure = checked_infrastructure(str(identity), infrastructure)
        issued = issued_certificates(self, cluster_issuer, labels, annotations)
        refuse_allocator_annotations(f"{identity}: annotations", issued.annotations)
        if tls is not None:
            instance(f"{identity}: tls", tls, GatewayTls)
        asked = static_addresses(identity, addresses)
        if asked:
            refuse_unassigned(f"{identity}: addresses", asked, gateway_class_name)
        if address_sharing is not None:
            instance(f"{identity}: address_sharing", address_sharing, AddressSharing)
            refuse_unshareable(f"{identity}: address_sharing", address_sharing, gateway_class_name)
        with (
            requested(scope, issued.requests),
            sharing_address(scope, identity, address_sharing, service_ports(own)),
        ):
            define(
                self,
                scope,
                id,
                identity,
                spec={
                    "gatewayClassName": _class_name(identity, gateway_class_name),
                    "listeners": [listener.spec(gateway_name) for listener in own],
                    "allowedListeners": allowed_listeners and allowed_listeners.spec(),
                    "addresses": [address_spec(address) for address in asked] or None,
                    "infrastructure": infrastructure_spec(str(identity), self.infrastructure, address_sharing),
                    "tls": tls and tls.spec(),
                },
                labels=labels,
                annotations=issued.annotations,
                references=[
                    *(listener.certificate(gateway_name) for listener in own if listener.protocol == "HTTPS"),
                    *([] if tls is None else tls.references()),
                ],
                merge_patch=merge_patch,
            )
        record_waiting_gateway(scope, self)
        self.address_sharing = address_sharing
        self._scope, self.gateway_class_name = scope, gateway_class_name
        self._has_addresses = bool(asked) or "addresses" in (merge_patch or {}).get("spec", {})
        self._pinned: list[str] = []
        for address in asked:
            record_request(scope, identity, address, self.service_labels)

    def pin(self, address: str) -> None:
        """Ask for a static address, such as `192.0.2.10`, from a pool that selects the Gateway's Service.

        It is as if it were in `addresses`, for an address that is known after the Gateway only: a pool with it usually
        selects the Gateway, and so is defined after it. This is the one statement that adds to an object which is
        defined already. Called again, it asks for a further address.

        Raises ValueError for what is no single address, for the same address again, beside `addresses`, and if the
        class gives no address of Cilium. Whether a pool has the address for this Gateway is asked by Platform.synth.
        """
        where = f"{self.identity}: pin"
        checked = static_address(where, address, self._pinned)
        refuse_unassigned(where, checked, self.gateway_class_name)
        if self._has_addresses:
            raise refused(
                where,
                checked,
                "would replace the addresses that the Gateway was defined with",
                allowed="pin for a Gateway without addresses",
                fix="write it in addresses=[...], or pin the others too",
            )
        refuse_too_many(where, [*self._pinned, checked], MAX_ADDRESSES)
        entry = address_spec(checked)
        self.add_json_patch(
            cdk8s.JsonPatch.add("/spec/addresses/-", entry)
            if self._pinned
            else cdk8s.JsonPatch.add("/spec/addresses", [entry])
        )
        self._pinned.append(checked)
        record_request(self._scope, self.identity, checked, self.service_labels)

    @classmethod
    def from_existing(
        cls,
        *,
        name: str,
        namespace: NamedObject,
        domains: Sequence[Domain] = (),
        listeners: Sequence[Listener] = (),
        allowed_routes: AllowedRoutes | None = None,
        allowed_listeners: AllowedListeners | None = None,
        infrastructure: Infrastructure | None = None,
    ) -> ExistingGateway:
        """Return a Gateway that is defined elsewhere, for routes to attach to; nothing is written for it.

        `domains`, `listeners` and `allowed_routes` say which listeners it has, `allowed_listeners` whose ListenerSets
        it takes and `infrastructure` what its Service is labelled with, as for a Gateway of this app.
        """
        namespace_name = name_of("Gateway.namespace", namespace, "Namespace")
        identity = Identity(GATEWAY_GROUP, "Gateway", namespace_name, dns_subdomain("Gateway.metadata.name", name))
        return ExistingGateway(
            identity,
            gateway_listeners(identity, domains, listeners, allowed_routes),
            checked_allowed_listeners(str(identity), allowed_listeners),
            checked_infrastructure(str(identity), infrastructure),
        )


def _class_name(identity: Identity, gateway_class: str | GatewayClass) -> str:
    """Return the name of a GatewayClass."""
    if isinstance(gateway_class, GatewayClass):
        return gateway_class.identity.name
    return dns_subdomain(f"{identity}: gateway_class_name", gateway_class)
