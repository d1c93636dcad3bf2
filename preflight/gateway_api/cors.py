"""CORS: what the filter answers to a preflight request, and what it adds to other answers.

Source: Gateway API v1.6.1, the doc comments of HTTPCORSFilter; where these leave a choice, what Envoy does.
"""

import re
from collections.abc import Mapping
from typing import Any

DEFAULT_MAX_AGE = 5
"""Seconds."""
ORIGIN, REQUEST_METHOD, REQUEST_HEADERS = (
    "origin",
    "access-control-request-method",
    "access-control-request-headers",
)


def is_preflight(method: str, headers: Mapping[str, str]) -> bool:
    """Say whether a browser asks what it may send; headers are by name in lower case."""
    return method == "OPTIONS" and bool(headers.get(ORIGIN)) and bool(headers.get(REQUEST_METHOD))


def preflight_headers(cors: Mapping[str, Any], headers: Mapping[str, str]) -> dict[str, str]:
    """Return the headers of the answer to a preflight request: none where its origin is not allowed."""
    found = answer_headers(cors, headers)
    if not found:
        return {}
    for field, name, asked in (
        ("allowMethods", "access-control-allow-methods", headers.get(REQUEST_METHOD)),
        ("allowHeaders", "access-control-allow-headers", headers.get(REQUEST_HEADERS)),
    ):
        allowed = cors.get(field) or ()
        value = asked if "*" in allowed else ", ".join(allowed)
        if value:
            found[name] = value
    found["access-control-max-age"] = str(cors.get("maxAge", DEFAULT_MAX_AGE))
    return found


def answer_headers(cors: Mapping[str, Any], headers: Mapping[str, str]) -> dict[str, str]:
    """Return the headers that are added to an answer: none where the request has no origin that is allowed."""
    origin = headers.get(ORIGIN)
    if not origin or not any(_allows(pattern, origin) for pattern in cors.get("allowOrigins") or ()):
        return {}
    found = {"access-control-allow-origin": origin}
    if cors.get("allowCredentials"):
        found["access-control-allow-credentials"] = "true"
    if cors.get("exposeHeaders"):
        found["access-control-expose-headers"] = ", ".join(cors["exposeHeaders"])
    return found


def _allows(pattern: str, origin: str) -> bool:
    """Say whether an allowed origin, in which `*` stands for one or more labels, is the one of a request."""
    if pattern == "*":
        return True
    if "*" not in pattern:
        return pattern == origin
    return re.fullmatch(re.escape(pattern).replace(r"\*", "[A-Za-z0-9.-]+"), origin) is not None
