"""Samples: a request that an entry of a route table takes, where no other entry comes first."""

from urllib.parse import urlsplit

from preflight.gateway_api.entries import Entry
from preflight.gateway_api.matches import REGEX
from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.requests import Request

LABEL = "gatehouse-sample"
"""What stands for the asterisk of a wildcard: a name that no route has."""
PORTS = {"http": 80, "https": 443}
SCHEMES = {"HTTP": "http", "HTTPS": "https"}
"""Of a request, by the protocol of the listener."""


def sample(entry: Entry, gateway: NamespacedName) -> Request | None:
    """Return a request to the listener of an entry; None where a pattern would have to be met, or no HTTP is spoken."""
    match, listener = entry.match, entry.listener.listener
    patterns = (match.kind == REGEX, *(each.is_regex for each in (*match.headers, *match.queries)))
    if any(patterns) or listener.protocol not in SCHEMES:
        return None
    return Request(
        scheme=SCHEMES[listener.protocol],
        host=host_of(entry.hostname),
        port=listener.port,
        path=match.path or "/",
        query="&".join(f"{each.name}={each.value}" for each in match.queries),
        method=match.method or "GET",
        headers={each.name: each.value for each in match.headers},
        gateway=gateway,
    )


def host_of(hostname: str) -> str:
    """Return a host that a hostname matches, and as few others as can be."""
    if not hostname:
        return f"{LABEL}.invalid"
    return f"{LABEL}{hostname[1:]}" if hostname.startswith("*.") else hostname


def redirected(request: Request, location: str) -> Request | None:
    """Return what a client sends after a redirect; None for a location that is no URL of HTTP."""
    try:
        url = urlsplit(location)
        port = url.port
    except ValueError:
        return None
    if url.scheme not in PORTS or not url.hostname:
        return None
    same = (url.hostname, port or PORTS[url.scheme]) == (request.host, request.port)
    return Request(
        scheme=url.scheme,
        host=url.hostname,
        port=port or PORTS[url.scheme],
        path=url.path or "/",
        query=request.query,
        method=request.method,
        headers=request.headers,
        gateway=request.gateway if same else None,
    )
