"""What an object needs of the others to become healthy, as Argo CD and the controllers judge it.

Source: Argo CD v3.5, resource_customizations; Cilium 1.20, operator/pkg/gateway-api and operator/pkg/lbipam;
cert-manager v1.21.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from constructs_lib.api_groups import ARGO_CD_GROUP, CERT_MANAGER_GROUP, CILIUM_GROUP, GATEWAY_GROUP
from constructs_lib.delivery.records import Manifest
from constructs_lib.gateway.allowed_routes import ROUTE_KINDS
from constructs_lib.gateway.gateway_service import CLASS_PREFIX_OF_CILIUM
from constructs_lib.registry import Identity

ISSUER_ANNOTATIONS = {f"{CERT_MANAGER_GROUP}/cluster-issuer": "ClusterIssuer", f"{CERT_MANAGER_GROUP}/issuer": "Issuer"}
POOL = (CILIUM_GROUP, "CiliumLoadBalancerIPPool")
ANNOUNCEMENTS = ((CILIUM_GROUP, "CiliumL2AnnouncementPolicy"), (CILIUM_GROUP, "CiliumBGPAdvertisement"))

Need = Sequence[Identity]
"""Objects of which one is enough."""


class Objects(dict[Identity, Manifest]):
    """The objects of an Application."""

    @cached_property
    def by_kind(self) -> dict[tuple[str, str], list[Identity]]:
        """Every object by its group and kind."""
        found: dict[tuple[str, str], list[Identity]] = {}
        for identity in self:
            found.setdefault((identity.group, identity.kind), []).append(identity)
        return found

    @cached_property
    def routes(self) -> dict[Identity, list[Identity]]:
        """The routes that lead to each Service."""
        found: dict[Identity, list[Identity]] = {}
        for route in _of_kinds(self, *((GATEWAY_GROUP, kind) for kind in ROUTE_KINDS)):
            for entry in entries(self[route]["spec"], "backendRefs", "backendRef"):
                found.setdefault(_target(entry, "", "Service", route.namespace), []).append(route)
        return found


def needs(identity: Identity, manifest: Manifest, objects: Objects) -> Iterator[Need]:
    """Yield what an object needs among these objects; what is not among them is somebody else's."""
    if identity.namespace is not None:
        yield _present(objects, Identity("", "Namespace", None, identity.namespace))
    find = NEEDS.get((identity.group, identity.kind))
    if find is not None:
        yield from find(identity, manifest, objects)


def _present(objects: Objects, *identities: Identity) -> list[Identity]:
    """Return those of some objects that are there."""
    return [identity for identity in identities if identity in objects]


def _of_kinds(objects: Objects, *kinds: tuple[str, str]) -> list[Identity]:
    """Return every object of these kinds."""
    return [identity for kind in kinds for identity in objects.by_kind.get(kind, ())]


def entries(value: Any, *keys: str) -> Iterator[Mapping[str, Any]]:
    """Yield the objects below any of these keys, however deep in a value, whether one or in a list."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            if key in keys:
                yield from (part for part in (item if isinstance(item, list) else [item]) if isinstance(part, Mapping))
            yield from entries(item, *keys)
    elif isinstance(value, list):
        for item in value:
            yield from entries(item, *keys)


def _target(entry: Mapping[str, Any], group: str, kind: str, namespace: str | None) -> Identity:
    """Return what a reference refers to, with the defaults of its field."""
    named = (entry.get("group", group), entry.get("kind", kind), entry.get("namespace", namespace))
    return Identity(*named, str(entry.get("name")))


def _granted(referrer: Identity, target: Identity, objects: Objects) -> list[Identity]:
    """Return the ReferenceGrants that allow a reference to another namespace."""
    if target.namespace == referrer.namespace:
        return []
    return [
        identity
        for identity in _of_kinds(objects, (GATEWAY_GROUP, "ReferenceGrant"))
        if identity.namespace == target.namespace
        and any(
            (entry.get("kind"), entry.get("namespace")) == (referrer.kind, referrer.namespace)
            for entry in entries(objects[identity]["spec"], "from")
        )
        and any(
            entry.get("kind") == target.kind and entry.get("name") in (None, target.name)
            for entry in entries(objects[identity]["spec"], "to")
        )
    ]


def _referred(identity: Identity, value: Any, objects: Objects, group: str, kind: str, *keys: str) -> Iterator[Need]:
    """Yield the objects that references below these keys refer to, and the grants for them."""
    for entry in entries(value, *keys):
        target = _target(entry, group, kind, identity.namespace)
        yield _written(target, objects) if target.kind == "Secret" else _present(objects, target)
        yield _granted(identity, target, objects)


def _written(secret: Identity, objects: Objects) -> list[Identity]:
    """Return the Secret if it is there, and the Certificates that are issued into it."""
    certificates = [
        identity
        for identity in _of_kinds(objects, (CERT_MANAGER_GROUP, "Certificate"))
        if identity.namespace == secret.namespace and objects[identity]["spec"].get("secretName") == secret.name
    ]
    return [*_present(objects, secret), *certificates]


def _route(identity: Identity, manifest: Manifest, objects: Objects) -> Iterator[Need]:
    """A route is accepted by its parents, and its references are resolved once its Services are there."""
    for entry in entries(manifest["spec"], "parentRefs"):
        yield _present(objects, _target(entry, GATEWAY_GROUP, "Gateway", identity.namespace))
    yield from _referred(identity, manifest["spec"], objects, "", "Service", "backendRefs", "backendRef")


def _gateway(identity: Identity, manifest: Manifest, objects: Objects) -> Iterator[Need]:
    """A Gateway has its class, the certificates of its listeners, and an address."""
    yield _present(objects, Identity(GATEWAY_GROUP, "GatewayClass", None, manifest["spec"].get("gatewayClassName", "")))
    yield from _listeners(identity, manifest, objects)
    yield _of_kinds(objects, POOL)


def _listeners(identity: Identity, manifest: Manifest, objects: Objects) -> Iterator[Need]:
    """Listeners of a Gateway or ListenerSet have their certificates, and who issues those."""
    yield from _referred(identity, manifest["spec"], objects, "", "Secret", "certificateRefs")
    yield from _referred(identity, manifest["spec"], objects, "", "ConfigMap", "caCertificateRefs")
    for annotation, kind in ISSUER_ANNOTATIONS.items():
        name = (manifest["metadata"].get("annotations") or {}).get(annotation)
        if name is not None:
            namespace = identity.namespace if kind == "Issuer" else None
            yield _present(objects, Identity(CERT_MANAGER_GROUP, kind, namespace, name))


def _listener_set(identity: Identity, manifest: Manifest, objects: Objects) -> Iterator[Need]:
    """A ListenerSet is accepted by its Gateway."""
    for entry in entries(manifest["spec"], "parentRef"):
        yield _present(objects, _target(entry, GATEWAY_GROUP, "Gateway", identity.namespace))
    yield from _listeners(identity, manifest, objects)


def _gateway_class(identity: Identity, manifest: Manifest, objects: Objects) -> Iterator[Need]:  # noqa: ARG001  # one form for all
    """A class is accepted once its parameters are there."""
    for entry in entries(manifest["spec"], "parametersRef"):
        yield _present(objects, _target(entry, "", "", None))


def _backend_tls_policy(identity: Identity, manifest: Manifest, objects: Objects) -> Iterator[Need]:
    """Cilium judges a policy once its Service is there and a route of a Gateway leads to it."""
    yield from _referred(identity, manifest["spec"], objects, "", "ConfigMap", "caCertificateRefs")
    services = [_target(entry, "", "Service", identity.namespace) for entry in entries(manifest["spec"], "targetRefs")]
    for service in services:
        yield _present(objects, service)
    yield [route for service in services for route in objects.routes.get(service, ())]


def _service(identity: Identity, manifest: Manifest, objects: Objects) -> Iterator[Need]:  # noqa: ARG001  # one form for all
    """A Service of type LoadBalancer has its address from a pool."""
    spec = manifest.get("spec") or {}
    load_balancer_class = spec.get("loadBalancerClass", CLASS_PREFIX_OF_CILIUM)
    if spec.get("type") == "LoadBalancer" and load_balancer_class.startswith(CLASS_PREFIX_OF_CILIUM):
        yield _of_kinds(objects, POOL)


def _issuer(identity: Identity, manifest: Manifest, objects: Objects) -> Iterator[Need]:
    """An issuer is ready once its own certificate, or its key for an ACME account, is there."""
    name = (manifest["spec"].get("ca") or {}).get("secretName")
    names = [] if name is None else [str(name)]
    names += [str(entry.get("name")) for entry in entries(_binding(manifest), "keySecretRef")]
    for secret in names:
        yield from _secret(secret, identity.namespace, objects)


def _binding(issuer: Manifest) -> Any:
    """Return how an ACME issuer shows that it belongs to an account elsewhere."""
    return (issuer["spec"].get("acme") or {}).get("externalAccountBinding")


def _secret(name: str, namespace: str | None, objects: Objects) -> Iterator[Need]:
    """Yield a Secret; those of a ClusterIssuer are in the namespace that cert-manager has for them."""
    yield [
        identity
        for identity in _of_kinds(objects, ("", "Secret"), (CERT_MANAGER_GROUP, "Certificate"))
        if name == (identity.name if identity.kind == "Secret" else objects[identity]["spec"].get("secretName"))
        and namespace in (None, identity.namespace)
    ]


def _certificate(identity: Identity, manifest: Manifest, objects: Objects) -> Iterator[Need]:
    """A certificate is issued once its issuer is ready and what the challenge is solved with is there."""
    issuer = _target(manifest["spec"].get("issuerRef") or {}, CERT_MANAGER_GROUP, "Issuer", identity.namespace)
    if issuer.kind == "ClusterIssuer":
        issuer = issuer._replace(namespace=None)
    yield _present(objects, issuer)
    solvers = (((objects.get(issuer) or {}).get("spec") or {}).get("acme") or {}).get("solvers") or []
    for name in sorted({str(entry.get("name")) for solver in solvers for entry in _secret_refs(solver)}):
        yield from _secret(name, issuer.namespace, objects)
    # Where there is a DNS-01 solver too, the names that it is for decide.
    if solvers and all("http01" in solver for solver in solvers):
        for entry in entries(solvers, "parentRefs"):
            yield _present(objects, _target(entry, GATEWAY_GROUP, "Gateway", identity.namespace))
        yield _of_kinds(objects, *ANNOUNCEMENTS)


def _secret_refs(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the references to Secrets in a solver, whose names end alike."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            if key.endswith(("SecretRef", "SecretKeyRef")) and isinstance(item, Mapping):
                yield item
            else:
                yield from _secret_refs(item)


def _application(identity: Identity, manifest: Manifest, objects: Objects) -> Iterator[Need]:
    """An Application and an ApplicationSet are valid once their Project is there."""
    for spec in (manifest["spec"], (manifest["spec"].get("template") or {}).get("spec") or {}):
        yield _present(objects, Identity(ARGO_CD_GROUP, "AppProject", identity.namespace, spec.get("project", "")))


NEEDS: Mapping[tuple[str, str], Callable[[Identity, Manifest, Objects], Iterator[Need]]] = {
    **{(GATEWAY_GROUP, kind): _route for kind in ROUTE_KINDS},
    (GATEWAY_GROUP, "Gateway"): _gateway,
    (GATEWAY_GROUP, "ListenerSet"): _listener_set,
    (GATEWAY_GROUP, "GatewayClass"): _gateway_class,
    (GATEWAY_GROUP, "BackendTLSPolicy"): _backend_tls_policy,
    ("", "Service"): _service,
    (CERT_MANAGER_GROUP, "Issuer"): _issuer,
    (CERT_MANAGER_GROUP, "ClusterIssuer"): _issuer,
    (CERT_MANAGER_GROUP, "Certificate"): _certificate,
    (ARGO_CD_GROUP, "Application"): _application,
    (ARGO_CD_GROUP, "ApplicationSet"): _application,
}
