"""Gateway: where traffic enters the cluster."""

from collections.abc import Mapping, Sequence
from typing import Any
from weakref import WeakKeyDictionary

from constructs_lib.api_object import define
from constructs_lib.checks import annotations as checked_annotations
from constructs_lib.checks import dns_label, dns_subdomain, instance, instances, refused
from constructs_lib.gateway.domain import Domain, refuse_captures
from constructs_lib.gateway.listener import (
    GATEWAY_GROUP,
    MAX_LISTENERS,
    AllowedRoutes,
    GatewayListener,
    Listener,
    or_same,
    refuse_conflicts,
)
from constructs_lib.registry import Identity, NamedObject, app_of, name_of
from imports.io.k8s.networking.gateway import Gateway as L1Gateway

import cdk8s
from constructs import Construct

CLUSTER_ISSUER_ANNOTATION = "cert-manager.io/cluster-issuer"

_issued_of_app: WeakKeyDictionary[cdk8s.App, dict[tuple[str | None, str], str]] = WeakKeyDictionary()


class ListenerLookup:
    """The listeners of a Gateway, for routes to attach to."""

    identity: Identity
    listeners: tuple[GatewayListener, ...]
    """Every listener, in the order in which the Gateway has them."""

    def http(self, domain: str) -> GatewayListener:
        """Return the HTTP listener of the domain with this name."""
        return self.listener(f"http-{domain}")

    def https(self, domain: str) -> GatewayListener:
        """Return the HTTPS listener of the domain with this name."""
        return self.listener(f"https-{domain}")

    def listener(self, name: str) -> GatewayListener:
        """Return the listener with this name; raises ValueError if there is none."""
        for listener in self.listeners:
            if listener.listener.name == name:
                return listener
        known = ", ".join(repr(listener.listener.name) for listener in self.listeners)
        raise refused(
            f"{self.identity}: listener", name, "is not one of its listeners", allowed=known, fix="write one of them"
        )


class ExistingGateway(ListenerLookup):
    """A Gateway that this app does not own; see `Gateway.from_existing`."""

    def __init__(self, identity: Identity, listeners: tuple[GatewayListener, ...]) -> None:
        """Hold what routes need to know of the Gateway."""
        self.identity = identity
        self.listeners = listeners


class Gateway(ListenerLookup, L1Gateway):
    """A Gateway with HTTP and HTTPS listeners for each of its domains."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        namespace: NamedObject,
        domains: Sequence[Domain] = (),
        listeners: Sequence[Listener] = (),
        allowed_routes: AllowedRoutes | None = None,
        cluster_issuer: str | None = None,
        gateway_class_name: str = "cilium",
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the Gateway.

        :param scope: the chart.
        :param id: unique in the chart.
        :param namespace: a Namespace of constructs_lib or cdk8s-plus, or a name.
        :param domains: each gives the listeners `http-NAME` on port 80 and `https-NAME` on port 443, in this order.
        :param listeners: further listeners, after those of the domains. One listener of either kind is needed, and a
            Gateway has at most 64.
        :param allowed_routes: whose routes may attach to the domains' listeners; those of the Gateway's own namespace
            when left out. A further listener has its own.
        :param cluster_issuer: the cert-manager ClusterIssuer that issues the certificate of each HTTPS listener, for
            the listener's hostname and into the listener's own Secret; without it the Secrets must come from elsewhere.
            A wildcard hostname needs an issuer with a DNS-01 solver.
        :param gateway_class_name: the GatewayClass; Cilium's chart makes one called `cilium`.
        :param name: metadata.name, a DNS label: Cilium names the Service after it. The id when left out.
        :param labels: metadata.labels; Cilium does not copy them to the Gateway's Service.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for listeners that conflict, domains that take each other's requests, and, where
            cert-manager is to issue certificates, a Secret of two listeners or an HTTPS listener without hostname.
        """
        gateway_name = dns_label("Gateway.metadata.name", id if name is None else name)
        identity = Identity(
            GATEWAY_GROUP, "Gateway", name_of("Gateway.namespace", namespace, "Namespace"), gateway_name
        )
        self.identity = identity
        self.listeners = _listeners(identity, domains, listeners, allowed_routes)
        all_annotations = checked_annotations(f"{identity}: annotations", annotations)
        issued: dict[tuple[str | None, str], str] = {}
        if CLUSTER_ISSUER_ANNOTATION in all_annotations:
            raise refused(
                f"{identity}: annotations",
                CLUSTER_ISSUER_ANNOTATION,
                "says what the argument cluster_issuer is for",
                allowed="other annotations",
                fix=f"write cluster_issuer={all_annotations[CLUSTER_ISSUER_ANNOTATION]!r}",
            )
        if cluster_issuer is not None:
            all_annotations[CLUSTER_ISSUER_ANNOTATION] = dns_subdomain(f"{identity}: cluster_issuer", cluster_issuer)
            issued = _issued_secrets(scope, identity, [entry.listener for entry in self.listeners])
        define(
            self,
            scope,
            id,
            identity,
            spec={
                "gatewayClassName": dns_subdomain(f"{identity}: gateway_class_name", gateway_class_name),
                "listeners": [entry.listener.spec(gateway_name) for entry in self.listeners],
            },
            labels=labels,
            annotations=all_annotations,
            merge_patch=merge_patch,
        )
        _issued_of_app.setdefault(app_of(scope), {}).update(issued)

    @classmethod
    def from_existing(
        cls,
        *,
        name: str,
        namespace: NamedObject,
        domains: Sequence[Domain] = (),
        listeners: Sequence[Listener] = (),
        allowed_routes: AllowedRoutes | None = None,
    ) -> ExistingGateway:
        """Return a Gateway that is defined elsewhere, for routes to attach to; nothing is written for it.

        `domains`, `listeners` and `allowed_routes` say which listeners it has, as for a Gateway of this app.
        """
        namespace_name = name_of("Gateway.namespace", namespace, "Namespace")
        identity = Identity(GATEWAY_GROUP, "Gateway", namespace_name, dns_subdomain("Gateway.metadata.name", name))
        return ExistingGateway(identity, _listeners(identity, domains, listeners, allowed_routes))


def _listeners(
    identity: Identity, domains: Sequence[Domain], further: Sequence[Listener], allowed_routes: AllowedRoutes | None
) -> tuple[GatewayListener, ...]:
    """Return the listeners of the domains and the further ones, in the order of the spec."""
    domains = instances(f"{identity}: domains", domains, Domain, at_most=MAX_LISTENERS // 2)
    further = instances(f"{identity}: listeners", further, Listener, at_most=MAX_LISTENERS)
    routes = instance(f"{identity}: allowed_routes", or_same(allowed_routes), AllowedRoutes)
    refuse_captures(str(identity), domains)
    entries: list[tuple[Listener, Domain | None]] = []
    for domain in domains:
        http = Listener.http(f"http-{domain.name}", hostname=domain.http_hostname, allowed_routes=routes)
        https = Listener.https(f"https-{domain.name}", hostname=domain.subdomains, allowed_routes=routes)
        entries += [(http, domain), (https, domain)]
    entries += [(listener, None) for listener in further]
    if not 1 <= len(entries) <= MAX_LISTENERS:
        raise refused(
            f"{identity}: listeners",
            f"{len(entries)} listeners",
            "is not a number that a Gateway can have",
            allowed=f"1 to {MAX_LISTENERS}",
            fix="write domains=[Domain(...)] or listeners=[Listener.http(...)], and use a second Gateway for more",
        )
    every = [listener for listener, _ in entries]
    refuse_conflicts(str(identity), every)
    return tuple(
        GatewayListener(
            gateway_name=identity.name,
            gateway_namespace=str(identity.namespace),
            listener=listener,
            domain=domain,
            siblings=tuple(other for other in every if other is not listener and other.port == listener.port),
        )
        for listener, domain in entries
    )


def _issued_secrets(
    scope: Construct, identity: Identity, listeners: Sequence[Listener]
) -> dict[tuple[str | None, str], str]:
    """Return the Secrets that cert-manager is to write for a Gateway, by namespace and name, with their listener.

    Raises ValueError for an HTTPS listener without hostname, whose certificate's name cert-manager cannot know, and for
    a Secret that it would write for two listeners, of this Gateway or of others of the app.
    """
    elsewhere = _issued_of_app.get(app_of(scope), {})
    issued: dict[tuple[str | None, str], str] = {}
    for listener in listeners:
        if listener.protocol != "HTTPS":
            continue
        if listener.hostname is None:
            raise refused(
                f"{identity}: listeners",
                listener.name,
                "has no hostname, so cert-manager issues no certificate for it",
                allowed="HTTPS listeners with a hostname, where cluster_issuer is given",
                fix="write hostname=... in the listener",
            )
        secret = (identity.namespace, listener.certificate_secret(identity.name))
        owner = issued.get(secret) or elsewhere.get(secret)
        if owner is not None:
            raise refused(
                f"{identity}: listeners",
                secret[1],
                f"is the Secret of listener {listener.name} and of {owner}: cert-manager would write to it twice",
                allowed="a Secret for each HTTPS listener, where cluster_issuer is given",
                fix="give one of them another secret_name=...",
            )
        issued[secret] = f"listener {listener.name} of {identity}"
    return issued
