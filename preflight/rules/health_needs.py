"""What an object needs of others to become healthy, as Argo CD judges it.

Kinds without a health check are healthy once they are applied: TCPRoute, UDPRoute, pools and grants, for example. A
Namespace is not needed: Argo CD applies it in the wave of the first object that is in it.

Source: Argo CD, the health checks in resource_customizations and gitops-engine/pkg/health, and the order of its tasks
in gitops-engine/pkg/sync/sync_tasks.go; Cilium, operator/pkg/gateway-api (what it writes no status for).
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from preflight.cilium.pools import POOL
from preflight.gateway_api.backends import backend_refs
from preflight.gateway_api.classes import CONFIG
from preflight.gateway_api.grants import permitting
from preflight.gateway_api.objects import (
    GATEWAY_GROUP,
    Gateway,
    GroupKind,
    ListenerSet,
    NamespacedName,
    Reference,
    Route,
)
from preflight.gateway_api.referenced import CERT_MANAGER, key_of, spec_of
from preflight.rules.certificate_names import IssuerKey, writers
from preflight.rules.input import Input
from preflight.snapshot import Manifest
from preflight.values import counted

CHECKED_ROUTES = ("HTTPRoute", "GRPCRoute", "TLSRoute")
"""Those whose health Argo CD looks at: until a parent has written a status, and where one has refused them, they are
not healthy."""

Manifests = Mapping[NamespacedName, Manifest]


class Need(NamedTuple):
    """An object that is not healthy without another one, or without any of several."""

    waiting: Manifest
    needed: Sequence[Manifest]
    why: str
    """Words between the two, as in `has as a backend`."""


def needs(given: Input) -> Iterator[Need]:
    """Yield what is needed of the manifests; what is not among them is taken to be there."""
    yield from _of_routes(given)
    yield from _of_policies(given)
    yield from _of_classes(given)
    yield from _of_gateways(given)
    yield from _of_listeners(given)
    yield from _of_grants(given)
    yield from _of_addresses(given)
    yield from _of_certificates(given)


def _of_routes(given: Input) -> Iterator[Need]:
    services = _by_name(given.of("", "Service"))
    parents = {kind: _by_name(given.of(GATEWAY_GROUP, kind)) for kind in ("Gateway", "ListenerSet")}
    for route in _routes(given):
        found = [parents.get(each.target.kind, {}).get(each.target.key) for each in route.parents]
        own = [each for each in found if each is not None]
        if len(own) == len(found):  # another one may be there already, and write the status
            yield Need(route.manifest, own, "gets its status from")
        for target in _backends(route):
            if target.kind == "Service" and target.key in services:
                yield Need(route.manifest, [services[target.key]], "has as a backend")


def _routes(given: Input) -> Iterator[Route]:
    """Yield the routes whose health Argo CD looks at, with a parent that is Cilium's."""
    for status in given.prediction.routes:
        if status.parents and status.route.kind in CHECKED_ROUTES:
            yield status.route


def _backends(route: Route) -> list[Reference]:
    return [backend.target for backend in backend_refs(route)]


def _of_policies(given: Input) -> Iterator[Need]:
    """Yield the routes of which one makes Cilium look at a BackendTLSPolicy."""
    policies = given.prediction.objects.policies
    leading: dict[NamespacedName, list[Manifest]] = {}
    for route in given.prediction.objects.routes if policies else ():
        for target in dict.fromkeys(_backends(route)):
            leading.setdefault(target.key, []).append(route.manifest)
    for policy in policies:
        routes = [route for target, _ in policy.targets for route in leading.get(target.key, ())]
        yield Need(policy.manifest, routes, "gets its status once there is")


def _of_classes(given: Input) -> Iterator[Need]:
    configs = _by_name(given.of(*CONFIG))
    for each in given.prediction.objects.gateway_classes.values():
        parameters = each.parameters or {}
        config = configs.get(NamespacedName(parameters.get("namespace") or "", parameters.get("name") or ""))
        if each.manifest is not None and config is not None:
            yield Need(each.manifest, [config], "has the parameters of")


def _of_listeners(given: Input) -> Iterator[Need]:
    """Yield the certificates of Gateways and ListenerSets, and the Gateways of ListenerSets."""
    objects = given.prediction.objects
    secrets, made = _by_name(given.of("", "Secret")), _certificates_by_secret(given)
    for owner in _owners(given):
        if isinstance(owner, ListenerSet) and owner.gateway in objects.gateways:
            yield Need(owner.manifest, [objects.gateways[owner.gateway].manifest], "gets its status from")
        for reference in _certificates(owner):
            source = secrets.get(reference.key) or made.get(reference.key)
            if source is not None:
                yield Need(owner.manifest, [source], "has the certificate of")


def _owners(given: Input) -> Iterator[Gateway | ListenerSet]:
    """Yield the Gateways of Cilium, and the ListenerSets."""
    objects = given.prediction.objects
    for status in given.prediction.gateways:
        yield objects.gateways[status.key]
    for status in given.prediction.listener_sets:
        yield objects.listener_sets[status.key]


def _certificates(owner: Gateway | ListenerSet) -> list[Reference]:
    return [reference for listener in owner.listeners for reference in listener.certificates]


def _of_grants(given: Input) -> Iterator[Need]:
    """Yield the ReferenceGrants of which one permits a backend or a certificate of another namespace."""
    grants = _by_name(given.of(GATEWAY_GROUP, "ReferenceGrant"))
    if not grants:
        return
    references: Iterator[tuple[Route | Gateway | ListenerSet, Sequence[Reference], str]] = chain(
        ((route, _backends(route), "is permitted its backend by") for route in _routes(given)),
        ((owner, _certificates(owner), "is permitted its certificate by") for owner in _owners(given)),
    )
    for referring, targets, why in references:
        referrer, namespace = GroupKind(GATEWAY_GROUP, referring.manifest.key.kind), referring.key.namespace
        for target in targets:
            if target.namespace != namespace:
                granting = permitting(referrer, namespace, target, given.prediction.objects.grants)
                own = [grants[each.key] for each in granting if each.key in grants]
                if len(own) == len(granting):  # one that others have is there already
                    yield Need(referring.manifest, own, why)


def _of_gateways(given: Input) -> Iterator[Need]:
    classes = given.prediction.objects.gateway_classes
    for status in given.prediction.gateways:
        gateway = given.prediction.objects.gateways[status.key]
        its_class = classes[gateway.class_name].manifest
        if its_class is not None:
            yield Need(gateway.manifest, [its_class], "is of the class")


def _of_addresses(given: Input) -> Iterator[Need]:
    """Yield the pools of which one gives a Gateway, or a Service of type LoadBalancer, its address."""
    pools = {each.key.name: each for each in given.of(*POOL) if not spec_of(each).get("disabled")}
    for assignment in given.addressing.allocation.services if pools else ():
        found = [pools[name] for name in assignment.pools if name in pools]
        several = "" if len(found) == 1 else f" {counted(len(found), 'pool')}, the first of them"
        if assignment.unhandled is None:
            yield Need(assignment.service.manifest, found, f"gets its address from{several}")


def _by_name(manifests: Sequence[Manifest]) -> Manifests:
    return {key_of(each): each for each in manifests}


def _certificates_by_secret(given: Input) -> Manifests:
    return {writer.secret: writer.manifest for writer in writers(given) if writer.manifest.key.kind == "Certificate"}


def _of_certificates(given: Input) -> Iterator[Need]:
    """Yield the issuers of Certificates, and of annotated Gateways."""
    issuers = {
        IssuerKey(kind, each.key.namespace or "", each.key.name): each
        for kind in ("Issuer", "ClusterIssuer")
        for each in given.of(CERT_MANAGER, kind)
    }
    for writer in writers(given):
        issuer = None if writer.issuer is None else issuers.get(writer.issuer)
        if issuer is not None:
            yield Need(writer.manifest, [issuer], "has a certificate from")
