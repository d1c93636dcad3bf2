"""From manifests to the objects that the controller looks at."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from preflight.cluster import ClusterFacts
from preflight.field_path import FieldPath
from preflight.gateway_api.grants import by_permission
from preflight.gateway_api.made_secrets import made_secrets
from preflight.gateway_api.objects import (
    GATEWAY_GROUP,
    MULTICLUSTER_GROUP,
    ROUTE_KINDS,
    AllowedNamespaces,
    BackendRef,
    BackendTlsPolicy,
    ClientValidation,
    Gateway,
    GatewayClass,
    GroupKind,
    Listener,
    ListenerSet,
    NamespacedName,
    Objects,
    ParentRef,
    Reference,
    ReferenceGrant,
    Route,
    Rule,
)
from preflight.gateway_api.referenced import (
    ByKind,
    config_maps,
    is_there,
    key_of,
    namespaces,
    node_addresses,
    secrets,
    service_imports,
    services,
    spec_of,
)
from preflight.gateway_api.semantics import CILIUM_CONTROLLER
from preflight.selectors import selector_of
from preflight.snapshot import Manifest, Snapshot

DEFAULT_PARENT = "Gateway"
DEFAULT_BACKEND = "Service"


def objects_in(snapshot: Snapshot, cluster: ClusterFacts) -> Objects:
    """Return the objects of admitted manifests with their defaults, and those that the cluster file declares.

    A Secret that a controller makes, such as cert-manager for a Certificate, is there with a good certificate.
    """
    kinds: dict[tuple[str, str], list[Manifest]] = {}
    for manifest in snapshot.manifests:
        key = manifest.key
        kinds.setdefault((key.group, key.kind), []).append(manifest)
    by_kind: ByKind = {kind: tuple(manifests) for kind, manifests in kinds.items()}

    def of(group: str, kind: str) -> tuple[Manifest, ...]:
        return by_kind.get((group, kind), ())

    gateways = [_gateway(manifest, by_kind, cluster) for manifest in of(GATEWAY_GROUP, "Gateway")]
    listener_sets = [_listener_set(manifest) for manifest in of(GATEWAY_GROUP, "ListenerSet")]
    return Objects(
        gateway_classes=_gateway_classes(of(GATEWAY_GROUP, "GatewayClass"), cluster),
        class_configs={key_of(config): spec_of(config) for config in of("cilium.io", "CiliumGatewayClassConfig")},
        gateways={gateway.key: gateway for gateway in gateways},
        declared_gateways=frozenset(NamespacedName(*name) for name in cluster.gateways),
        listener_sets={listener_set.key: listener_set for listener_set in listener_sets},
        routes=tuple(_routes(by_kind)),
        grants=by_permission(_grant(each) for each in of(GATEWAY_GROUP, "ReferenceGrant")),
        policies=tuple(
            sorted((_policy(each) for each in of(GATEWAY_GROUP, "BackendTLSPolicy")), key=lambda policy: policy.key)
        ),
        services=services(of("", "Service"), cluster),
        service_imports=service_imports(of(MULTICLUSTER_GROUP, "ServiceImport")),
        secrets=secrets(of("", "Secret"), made_secrets(by_kind, (*gateways, *listener_sets)), cluster),
        config_maps=config_maps(of("", "ConfigMap"), cluster),
        namespaces=namespaces(of("", "Namespace"), cluster),
        pools=tuple(
            spec_of(pool) for pool in of("cilium.io", "CiliumLoadBalancerIPPool") if not spec_of(pool).get("disabled")
        ),
        node_addresses=node_addresses(of("", "Node"), cluster),
        rejected=snapshot.rejected,
    )


def _created(manifest: Manifest) -> str:
    return str((manifest.data.get("metadata") or {}).get("creationTimestamp") or "")


def _gateway_classes(manifests: Iterable[Manifest], cluster: ClusterFacts) -> Mapping[str, GatewayClass]:
    declared = {
        name: GatewayClass(name=name, controller=CILIUM_CONTROLLER, parameters=None, manifest=None)
        for name in cluster.gateway_classes
    }
    return declared | {
        key_of(manifest).name: GatewayClass(
            name=key_of(manifest).name,
            controller=spec_of(manifest)["controllerName"],
            parameters=spec_of(manifest).get("parametersRef"),
            manifest=manifest,
        )
        for manifest in manifests
    }


def _gateway(manifest: Manifest, by_kind: ByKind, cluster: ClusterFacts) -> Gateway:
    spec, key = spec_of(manifest), key_of(manifest)
    tls, infrastructure = spec.get("tls") or {}, spec.get("infrastructure") or {}
    written = infrastructure.get("parametersRef")
    parameters = None if written is None else _reference(written, key.namespace, kind=written["kind"])
    certificate = (tls.get("backend") or {}).get("clientCertificateRef")
    return Gateway(
        key=key,
        class_name=spec["gatewayClassName"],
        listeners=_listeners(spec, key.namespace),
        addresses=tuple(spec.get("addresses") or ()),
        infrastructure=infrastructure,
        missing_parameters=None if parameters is None or is_there(parameters, by_kind, cluster) else parameters,
        client_certificate=None if certificate is None else _reference(certificate, key.namespace, kind="Secret"),
        client_validations=tuple(_client_validations(tls.get("frontend") or {}, key.namespace)),
        allowed_listeners=_allowed((spec.get("allowedListeners") or {}).get("namespaces") or {"from": "None"}),
        manifest=manifest,
    )


def _client_validations(frontend: Mapping[str, Any], namespace: str) -> Iterator[ClientValidation]:
    path: FieldPath = ("spec", "tls", "frontend")
    for index, each in enumerate(frontend.get("perPort") or ()):
        yield _client_validation(each["tls"], each["port"], namespace, (*path, "perPort", index, "tls"))
    yield _client_validation(frontend.get("default") or {}, None, namespace, (*path, "default"))


def _client_validation(tls: Mapping[str, Any], port: int | None, namespace: str, path: FieldPath) -> ClientValidation:
    validation = tls.get("validation") or {}
    refs = validation.get("caCertificateRefs") or ()
    return ClientValidation(
        port=port,
        certificates=tuple(_reference(ref, namespace, kind="ConfigMap") for ref in refs),
        allows_others=validation.get("mode") == "AllowInsecureFallback",
        path=(*path, "validation", "caCertificateRefs"),
    )


def _listener_set(manifest: Manifest) -> ListenerSet:
    spec, key = spec_of(manifest), key_of(manifest)
    parent = spec["parentRef"]
    return ListenerSet(
        key=key,
        created=_created(manifest),
        gateway=NamespacedName(parent.get("namespace") or key.namespace, parent["name"]),
        listeners=_listeners(spec, key.namespace),
        manifest=manifest,
    )


def _listeners(spec: Mapping[str, Any], namespace: str) -> tuple[Listener, ...]:
    return tuple(
        _listener(listener, namespace, ("spec", "listeners", index))
        for index, listener in enumerate(spec.get("listeners") or ())
    )


def _listener(listener: Mapping[str, Any], namespace: str, path: FieldPath) -> Listener:
    tls, allowed = listener.get("tls"), listener.get("allowedRoutes") or {}
    return Listener(
        name=listener["name"],
        port=listener["port"],
        protocol=listener["protocol"],
        hostname=(listener.get("hostname") or "").lower(),
        tls_mode=None if tls is None else tls.get("mode", "Terminate"),
        certificates=tuple(
            _reference(ref, namespace, kind="Secret") for ref in (tls or {}).get("certificateRefs") or ()
        ),
        kinds=tuple(GroupKind(kind.get("group", GATEWAY_GROUP), kind["kind"]) for kind in allowed.get("kinds") or ()),
        namespaces=_allowed(allowed.get("namespaces") or {}),
        path=path,
    )


def _allowed(namespaces: Mapping[str, Any]) -> AllowedNamespaces:
    written = namespaces.get("selector")
    return AllowedNamespaces(from_=namespaces.get("from", "Same"), selector=selector_of(written))


def _reference(ref: Mapping[str, Any], namespace: str, *, kind: str, group: str = "") -> Reference:
    """Read a reference; `group` and `kind` are the API's defaults."""
    return Reference(ref.get("group", group), ref.get("kind", kind), ref.get("namespace") or namespace, ref["name"])


def _routes(by_kind: ByKind) -> Iterator[Route]:
    for kind in ROUTE_KINDS:
        routes = {route.key: route for route in (_route(each) for each in by_kind.get((GATEWAY_GROUP, kind), ()))}
        for key in sorted(routes):
            yield routes[key]


def _route(manifest: Manifest) -> Route:
    spec, key = spec_of(manifest), key_of(manifest)
    return Route(
        kind=manifest.key.kind,
        key=key,
        created=_created(manifest),
        hostnames=tuple(hostname.lower() for hostname in spec.get("hostnames") or ()),
        parents=tuple(
            ParentRef(
                target=_reference(parent, key.namespace, kind=DEFAULT_PARENT, group=GATEWAY_GROUP),
                section_name=parent.get("sectionName"),
                port=parent.get("port"),
                written=parent,
                path=("spec", "parentRefs", index),
            )
            for index, parent in enumerate(spec.get("parentRefs") or ())
        ),
        rules=tuple(_rule(rule, index, key.namespace) for index, rule in enumerate(spec.get("rules") or ())),
        manifest=manifest,
    )


def _rule(rule: Mapping[str, Any], index: int, namespace: str) -> Rule:
    path: FieldPath = ("spec", "rules", index)
    filters = tuple(rule.get("filters") or ())
    return Rule(
        index=index,
        name=rule.get("name"),
        matches=tuple(rule.get("matches") or ()),
        filters=filters,
        backends=tuple(
            _backend(ref, namespace, (*path, "backendRefs", number))
            for number, ref in enumerate(rule.get("backendRefs") or ())
        ),
        filter_backends={
            number: _backend(each[field]["backendRef"], namespace, (*path, "filters", number, field, "backendRef"))
            for number, each in enumerate(filters)
            for field in ("requestMirror", "externalAuth")
            if field in each
        },
        timeouts=rule.get("timeouts") or {},
        has_session_persistence=rule.get("sessionPersistence") is not None,
    )


def _backend(ref: Mapping[str, Any], namespace: str, path: FieldPath) -> BackendRef:
    return BackendRef(
        target=_reference(ref, namespace, kind=DEFAULT_BACKEND),
        port=ref.get("port"),
        weight=ref.get("weight", 1),
        filters=tuple(ref.get("filters") or ()),
        path=path,
    )


def _grant(manifest: Manifest) -> ReferenceGrant:
    spec = spec_of(manifest)
    return ReferenceGrant(
        key=key_of(manifest),
        from_=tuple((each["group"], each["kind"], each["namespace"]) for each in spec["from"]),
        to=tuple((each["group"], each["kind"], each.get("name") or None) for each in spec["to"]),
    )


def _policy(manifest: Manifest) -> BackendTlsPolicy:
    spec, key = spec_of(manifest), key_of(manifest)
    return BackendTlsPolicy(
        key=key,
        created=_created(manifest),
        targets=tuple(
            (_reference(ref, key.namespace, kind=DEFAULT_BACKEND), ref.get("sectionName")) for ref in spec["targetRefs"]
        ),
        validation=spec["validation"],
        ca_certificates=tuple(
            _reference(ref, key.namespace, kind="ConfigMap")
            for ref in spec["validation"].get("caCertificateRefs") or ()
        ),
        manifest=manifest,
    )
