"""Answers that are made by hand, of a route that is read as any other."""

from typing import Any

from preflight.cluster import ClusterFacts
from preflight.gateway_api.answers import Answer, Forwarded, Outcome, Share
from preflight.gateway_api.loading import objects_in
from preflight.gateway_api.objects import NamespacedName, Route
from preflight.gateway_api.prediction import ListenerKey
from preflight.snapshot import Manifest, Snapshot

GATEWAY = NamespacedName("infra", "gateway")
LISTENER = ListenerKey("Gateway", GATEWAY, "https")
ROUTE: dict[str, Any] = {
    "apiVersion": "gateway.networking.k8s.io/v1",
    "kind": "HTTPRoute",
    "metadata": {"name": "shop", "namespace": "web"},
    "spec": {
        "rules": [
            {
                "name": "api",
                "matches": [
                    {"path": {"type": "Exact", "value": "/"}},
                    {
                        "path": {"type": "PathPrefix", "value": "/api"},
                        "method": "POST",
                        "headers": [{"type": "Exact", "name": "X-Team", "value": "web"}],
                        "queryParams": [{"type": "RegularExpression", "name": "page", "value": "[0-9]+"}],
                    },
                ],
                "filters": [{"type": "URLRewrite"}, {"type": "RequestHeaderModifier"}],
                "backendRefs": [
                    {"name": "v1", "port": 80, "weight": 9},
                    {"name": "v2", "port": 80, "weight": 1},
                    {"name": "v3", "port": 80, "weight": 0},
                ],
            },
            {"backendRefs": [{"name": "v1", "port": 80}]},
        ]
    },
}


def route(data: dict[str, Any] | None = None) -> Route:
    """Return a route."""
    (found,) = objects_in(Snapshot((Manifest(data=data or ROUTE),)), ClusterFacts()).routes
    return found


def to_backends(*shares: float, rule: int = 0, match: int | None = 1, **fields: Any) -> Answer:
    """Return an answer that comes from the backends of a rule, with these shares."""
    found = route()
    fields.setdefault("request", Forwarded(host="shop.example.link", path="/api/a?page=1", method="POST", headers={}))
    return Answer(
        outcome=Outcome.BACKEND,
        gateway=GATEWAY,
        listener=LISTENER,
        route=found,
        rule=rule,
        match=match,
        backends=tuple(
            Share(backend=backend, share=share)
            for backend, share in zip(found.rules[rule].backends, shares, strict=True)
        ),
        **fields,
    )


def redirect(location: str, status: int = 301) -> Answer:
    """Return a redirect."""
    return Answer(outcome=Outcome.REDIRECT, status=status, location=location, gateway=GATEWAY, listener=LISTENER)


def direct(status: int, **fields: Any) -> Answer:
    """Return an answer of the Gateway itself."""
    return Answer(outcome=Outcome.DIRECT, status=status, gateway=GATEWAY, listener=LISTENER, **fields)


REJECTED = Answer(outcome=Outcome.REJECTED)
