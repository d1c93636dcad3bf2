"""Small states of a cluster: objects with defaults that fit each other, and what is predicted of them."""

import base64
from collections.abc import Iterable, Sequence
from typing import Any

from preflight.gateway_api.conditions import Condition
from preflight.gateway_api.objects import Gateway, NamespacedName, Objects, Route
from preflight.gateway_api.prediction import GatewayStatus, ListenerStatus, Prediction
from preflight.gateway_api.semantics import CILIUM_1_20, Semantics
from preflight.gateway_api.status import predict
from tests.preflight.gateway_api.cases import POOL, loaded

Json = dict[str, Any]

API = "gateway.networking.k8s.io/v1"
PEM = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
WEB = NamespacedName("infra", "web")


def an_object(api_version: str, kind: str, name: str, namespace: str | None, **fields: Any) -> Json:
    """An object; `created` is when, and `annotations` are those of its metadata."""
    metadata: Json = {"name": name}
    if namespace:
        metadata["namespace"] = namespace
    for field, key in (("created", "creationTimestamp"), ("annotations", "annotations"), ("labels", "labels")):
        if field in fields:
            metadata[key] = fields.pop(field)
    return {"apiVersion": api_version, "kind": kind, "metadata": metadata} | fields


def listener(name: str = "http", protocol: str = "HTTP", port: int = 80, **fields: Any) -> Json:
    return {"name": name, "protocol": protocol, "port": port} | fields


def https(name: str = "https", secret: str = "cert", port: int = 443, **fields: Any) -> Json:
    """A listener with a certificate."""
    tls = {"mode": "Terminate", "certificateRefs": [{"name": secret}]}
    return listener(name, "HTTPS", port, **({"tls": tls} | fields))


def passthrough(name: str = "tls", port: int = 443, **fields: Any) -> Json:
    return listener(name, "TLS", port, tls={"mode": "Passthrough"}, **fields)


def gateway(*listeners: Json, name: str = "web", namespace: str = "infra", **spec: Any) -> Json:
    """A Gateway; with an HTTP listener on port 80 where none is given."""
    return an_object(
        API,
        "Gateway",
        name,
        namespace,
        spec={"gatewayClassName": "cilium", "listeners": list(listeners) or [listener()]} | spec,
    )


def listener_set(*listeners: Json, name: str = "more", namespace: str = "infra", **fields: Any) -> Json:
    spec = {"parentRef": {"name": "web", "namespace": "infra"}, "listeners": list(listeners)}
    return an_object(API, "ListenerSet", name, namespace, spec=spec, **fields)


def route(
    name: str = "shop",
    *,
    kind: str = "HTTPRoute",
    namespace: str = "infra",
    parents: Sequence[Json] = ({"name": "web"},),
    backends: Sequence[Json] = ({"name": "app", "port": 80},),
    **fields: Any,
) -> Json:
    """A route to the Service app; further fields are those of its spec, `created` is when."""
    metadata = {key: fields.pop(key) for key in ("created",) if key in fields}
    namespaced = [{"namespace": "infra"} | parent for parent in parents]
    spec = {"parentRefs": namespaced, "rules": [{"backendRefs": list(backends)}]} | fields
    return an_object(API, kind, name, namespace, spec=spec, **metadata)


def service(name: str = "app", namespace: str = "infra", ports: Iterable[int] = (80,), **fields: Any) -> Json:
    spec = {"ports": [{"name": f"port-{port}", "port": port} for port in ports]}
    return an_object("v1", "Service", name, namespace, **({"spec": spec} | fields))


def secret(name: str = "cert", namespace: str = "infra", certificate: str = PEM, key: str = PEM) -> Json:
    data = {"tls.crt": encoded(certificate), "tls.key": encoded(key)}
    return an_object("v1", "Secret", name, namespace, type="kubernetes.io/tls", data=data)


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def config_map(name: str = "ca", namespace: str = "infra", **data: str) -> Json:
    return an_object("v1", "ConfigMap", name, namespace, data=data)


def namespace_object(name: str, **labels: str) -> Json:
    return an_object("v1", "Namespace", name, None, labels=labels)


def grant(kind: str, namespace: str, to: str, *, in_: str, name: str | None = None) -> Json:
    """A ReferenceGrant in `in_`: objects of the kind in a namespace may refer to Secrets, Services or ConfigMaps."""
    target = {"group": "", "kind": to} | ({"name": name} if name else {})
    spec = {"from": [{"group": "gateway.networking.k8s.io", "kind": kind, "namespace": namespace}], "to": [target]}
    return an_object(API, "ReferenceGrant", "grant", in_, spec=spec)


def state(*documents: Json) -> Objects:
    """The objects, admitted."""
    return loaded(documents)


def the_gateway(*documents: Json) -> tuple[Gateway, Objects]:
    """The Gateway infra/web, with all objects."""
    objects = state(*documents)
    return objects.gateways[WEB], objects


def the_route(*documents: Json) -> tuple[Route, Objects]:
    """The only route, with all objects."""
    objects = state(*documents)
    (route,) = objects.routes
    return route, objects


def predicted(*documents: Json, semantics: Semantics = CILIUM_1_20, pool: bool = True) -> Prediction:
    """What is predicted of objects, and of a pool unless there is to be none."""
    return predict(state(*documents, *([POOL] if pool else [])), semantics)


def said(conditions: Iterable[Condition]) -> list[str]:
    """Conditions as lines: type, status, reason and message."""
    return [f"{each.type}={each.status} {each.reason}: {each.message}" for each in conditions]


def reasons(conditions: Iterable[Condition]) -> dict[str, str]:
    """Status and reason of each condition, by type."""
    return {each.type: f"{each.status} {each.reason}" for each in conditions}


def web(prediction: Prediction) -> GatewayStatus:
    """The status of the Gateway infra/web."""
    return next(each for each in prediction.gateways if each.key == WEB)


def listeners_of(status: GatewayStatus) -> dict[str, ListenerStatus]:
    return {each.listener.name: each for each in status.listeners}


def parent_conditions(prediction: Prediction, name: str = "shop") -> list[tuple[Condition, ...]]:
    """The conditions of each parent of a route."""
    return [parent.conditions for each in prediction.routes if each.route.key.name == name for parent in each.parents]
