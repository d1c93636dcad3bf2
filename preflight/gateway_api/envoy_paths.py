"""What Cilium's Envoy makes of paths, which is not always what the specification says.

Source: cilium/cilium v1.20.0 and v1.19.3, operator/pkg/model/ingestion/gateway.go and
operator/pkg/model/translation/envoy_virtual_host.go; envoyproxy/envoy, source/common/router/config_impl.cc.
"""

from collections.abc import Mapping
from typing import Any

from preflight.gateway_api.matches import PREFIX, Match
from preflight.gateway_api.paths import with_prefix, with_query
from preflight.gateway_api.requests import Request


def rewritten(modifier: Mapping[str, Any] | None, match: Match, path: str) -> str:
    """Return the path that a URLRewrite makes of one which `match` matches.

    Without a replacement, that of a full path as well, the prefix is cut off as it is written: one that ends in a
    slash stays where the path does not have it.
    """
    if modifier is None:
        return path
    if full := str(modifier.get("replaceFullPath") or ""):
        return full
    replacement = str(modifier.get("replacePrefixMatch") or "").removesuffix("/")
    if replacement:
        return with_prefix(match.path, replacement, path) if match.kind == PREFIX else path
    written = f"{match.path}/" if match.ends_in_slash or not match.path else match.path
    prefix = written if match.kind == PREFIX else ""
    return f"/{path.removeprefix(prefix).removeprefix('/')}" if path.startswith(prefix) else path


def redirected(modifier: Mapping[str, Any] | None, match: Match, request: Request) -> str:
    """Return the path and the query that a RequestRedirect makes of those of a request which `match` matches.

    A replacement comes before the rest of the path as it is written, and an empty one leaves the path as it is. A full
    path with a query of its own takes the place of that of the request.
    """
    full = str((modifier or {}).get("replaceFullPath") or "")
    replacement = str((modifier or {}).get("replacePrefixMatch") or "")
    if "?" in full:
        return full
    path = request.path
    if replacement and match.kind == PREFIX:
        path = replacement + path[len(match.path or "/") :]
    return with_query(full or path, request)
