"""Paths: what rewrites and redirects make of the path and the URL of a request.

Source: Gateway API v1.6.1, the doc comments of HTTPPathModifier and HTTPRequestRedirectFilter.
"""

from collections.abc import Mapping
from typing import Any

from preflight.gateway_api.matches import PREFIX, Match
from preflight.gateway_api.requests import Request

WELL_KNOWN_PORTS = {"http": 80, "https": 443}


def modified_path(modifier: Mapping[str, Any] | None, match: Match, path: str) -> str:
    """Return the path that a modifier makes of a path which `match` matches; None leaves it as it is."""
    if modifier is None:
        return path
    if modifier["type"] == "ReplaceFullPath":
        return str(modifier["replaceFullPath"]) or "/"
    if match.kind != PREFIX:
        return path
    return with_prefix(match.path, str(modifier["replacePrefixMatch"]), path)


def with_prefix(prefix: str, replacement: str, path: str) -> str:
    """Replace a prefix of a path; a trailing slash of prefix or replacement counts as none."""
    rest = path[len(prefix.removesuffix("/")) :]
    return (replacement.removesuffix("/") + rest) or "/"


def location(redirect: Mapping[str, Any], request: Request, match: Match, listener_port: int) -> str:
    """Return the URL that a RequestRedirect sends a client to, with the query of the request.

    The port is left out where the scheme implies it.
    """
    scheme = redirect.get("scheme") or request.scheme
    port = redirect.get("port") or (
        WELL_KNOWN_PORTS.get(scheme, listener_port) if redirect.get("scheme") else listener_port
    )
    host = redirect.get("hostname") or request.host
    where = "" if port == WELL_KNOWN_PORTS.get(scheme) else f":{port}"
    path = with_query(modified_path(redirect.get("path"), match, request.path), request)
    return f"{scheme}://{host}{where}{path}"


def with_query(path: str, request: Request) -> str:
    """Return a path with the query of a request."""
    query = "&".join(f"{name}={value}" if value else name for name, value in request.query)
    return f"{path}?{query}" if query else path
