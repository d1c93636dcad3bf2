"""Paths: what rewrites and redirects make of the path and the URL of a request.

Source: Gateway API v1.6.1, the doc comments of HTTPPathModifier and HTTPRequestRedirectFilter.
"""

from collections.abc import Mapping
from typing import Any

from preflight.gateway_api.matches import PREFIX, Match
from preflight.gateway_api.requests import Request
from preflight.gateway_api.urls import PORTS


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


def location(redirect: Mapping[str, Any], request: Request, path: str, listener_port: int) -> str:
    """Return the URL that a RequestRedirect sends a client to; `path` is that of the URL, with its query.

    The port is left out where the scheme implies it.
    """
    scheme = redirect.get("scheme") or request.scheme
    implied = PORTS.get(scheme) if redirect.get("scheme") else None
    port = redirect.get("port") or implied or listener_port
    host = redirect.get("hostname") or request.host
    where = "" if port == PORTS.get(scheme) else f":{port}"
    return f"{scheme}://{host}{where}{path}"


def with_query(path: str, request: Request) -> str:
    """Return a path with the query of a request."""
    return f"{path}?{request.query}" if request.query else path
