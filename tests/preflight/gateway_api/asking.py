"""Requests to small clusters, and their answers."""

from typing import Any

from preflight.gateway_api.answers import Answer
from preflight.gateway_api.requests import Request
from preflight.gateway_api.routing import Router
from preflight.gateway_api.semantics import CILIUM_1_20, Semantics
from tests.preflight.gateway_api.states import Json, predicted


def path_match(value: str, type_: str = "PathPrefix", **fields: Any) -> Json:
    """A match by path; further fields are those of the match."""
    return {"path": {"type": type_, "value": value}} | fields


def rule(*matches: Json, to: str = "app", **fields: Any) -> Json:
    """A rule that sends requests to port 80 of a Service."""
    return ({"matches": list(matches)} if matches else {}) | {"backendRefs": [{"name": to, "port": 80}]} | fields


def header(name: str, value: str, type_: str = "Exact") -> Json:
    """A match of a header or query parameter."""
    return {"name": name, "value": value, "type": type_}


def asked(*documents: Json, semantics: Semantics = CILIUM_1_20, **fields: Any) -> Answer:
    """The answer to a request: GET http://shop.test/, unless its fields say otherwise."""
    sent: dict[str, Any] = {"scheme": "http", "host": "shop.test"} | fields
    sent.setdefault("port", 443 if sent["scheme"] in ("https", "tls") else 80)
    return Router(predicted(*documents, semantics=semantics)).answer(Request(**sent))


def services(answer: Answer) -> dict[str, float]:
    """The share of each Service that gets anything."""
    shares: dict[str, float] = {}
    for each in answer.backends:
        shares[each.backend.target.name] = shares.get(each.backend.target.name, 0) + each.share
    return {name: share for name, share in shares.items() if share}
