"""An answer as JSON has it."""

from collections.abc import Sequence
from typing import Any

from preflight.gateway_api.answers import Answer, Forwarded, Share
from preflight.gateway_api.prediction import ListenerKey

SHARE_DIGITS = 6


def answer_json(answer: Answer) -> dict[str, Any]:
    """Return an answer as JSON has it: what does not apply is left out."""
    listener, route = answer.listener, answer.route
    found: dict[str, Any] = {
        "outcome": str(answer.outcome),
        "status": answer.status,
        "grpc_status": answer.grpc_status,
        "location": answer.location,
        "gateway": None if answer.gateway is None else answer.gateway._asdict(),
        "listener": None if listener is None else _listener_json(listener),
        "route": None if route is None else {"kind": route.kind, **route.key._asdict()},
        "rule": answer.rule,
        "match": answer.match,
        "backends": [_share_json(share) for share in answer.backends],
        "request": None if answer.request is None else _forwarded_json(answer.request, answer.backends),
        "response_headers": dict(answer.response_headers),
        "mirrors": [_share_json(share) for share in answer.mirrors],
        "timeouts": dict(answer.timeouts),
        "ambiguous": list(answer.ambiguous),
        "why": list(answer.why),
    }
    return {name: value for name, value in found.items() if value not in (None, [], {})}


def _listener_json(listener: ListenerKey) -> dict[str, str]:
    return {
        "kind": listener.kind,
        "namespace": listener.parent.namespace,
        "parent": listener.parent.name,
        "name": listener.name,
    }


def _share_json(each: Share) -> dict[str, Any]:
    target = each.backend.target
    found: dict[str, Any] = {
        "kind": target.kind,
        "namespace": target.namespace,
        "name": target.name,
        "port": each.backend.port,
        "weight": each.backend.weight,
        "share": round(each.share, SHARE_DIGITS),
    }
    own = {"request_headers": dict(each.request_headers), "response_headers": dict(each.response_headers)}
    return found | {name: headers for name, headers in own.items() if headers}


def _forwarded_json(request: Forwarded, shares: Sequence[Share]) -> dict[str, Any]:
    """Return the request as its backend gets it: where there is only one, with what the filters of the backend do."""
    headers: dict[str, str | None] = dict(request.headers)
    for share in shares:
        headers |= share.request_headers if share.share == 1 else {}
    left = {name: value for name, value in headers.items() if value is not None}
    return {"host": request.host, "path": request.path, "method": request.method, "headers": left}
