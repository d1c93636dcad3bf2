"""Expectations: what a user says that the answer to a request is, and whether it is so."""

import re
from collections.abc import Callable, Iterable, Mapping
from math import isclose
from typing import NamedTuple

from preflight.gateway_api.answers import Answer, Outcome, Share
from preflight.gateway_api.header_changes import header_text
from preflight.gateway_api.shares import percent
from preflight.values import refused, shown

NOBODY = frozenset({404, 421})
"""What a Gateway answers where nothing is exposed."""
SHARE_TOLERANCE = 0.001
SERVICE = re.compile(r"(?P<namespace>[a-z0-9-]+)/(?P<name>[a-z0-9.-]+):(?P<port>[0-9]{1,5})")

Unmet = str | None
"""Why an expectation is not met, as a sentence; None where it is."""
Expectation = Callable[[Answer], Unmet]
"""One thing that the answer is said to be."""


class BackendName(NamedTuple):
    """A Service and its port, which is written as `namespace/name:port`."""

    namespace: str
    name: str
    port: int

    def __str__(self) -> str:
        return f"Service {self.namespace}/{self.name} port {self.port}"


def backend_name(where: str, text: object) -> BackendName:
    """Read a Service and its port; raises ValueError for anything else."""
    match = SERVICE.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise refused(
            where,
            f"{shown(text)} is not a Service and its port",
            allowed="a namespace, '/', a name, ':' and the number of the port",
            fix="write it as in 'keycloak/keycloak:80'",
        )
    return BackendName(match["namespace"], match["name"], int(match["port"]))


def unmet(expectations: Iterable[Expectation], answer: Answer) -> Unmet:
    """Say why an answer is not as expected; None where it is.

    An answer that manifests do not determine meets no expectation: it is only one of those that may be given.
    """
    if answer.ambiguous:
        return f"Manifests do not tell what the answer is: {answer.ambiguous[0]}"
    return next((found for expectation in expectations if (found := expectation(answer)) is not None), None)


def reaches(backend: BackendName, share: float = 1.0) -> Expectation:
    """Expect that a Service gets this part of the requests, from 0 to 1."""

    def check(answer: Answer) -> Unmet:
        got = sum(each.share for each in answer.backends if _is(each, backend))
        if answer.outcome == Outcome.BACKEND and isclose(got, share, abs_tol=SHARE_TOLERANCE):
            return None
        if share == 1:
            return f"Expected: it goes to {backend}{' only' if got else ''}."
        instead = f", and it gets {percent(got)}" if answer.outcome == Outcome.BACKEND else ""
        return f"Expected: {backend} gets {percent(share)} of the requests{instead}."

    return check


def redirects(location: str, status: int | None = None) -> Expectation:
    """Expect a redirect to a URL, with any status where none is named."""

    def check(answer: Answer) -> Unmet:
        same = answer.location == location and status in (None, answer.status)
        with_status = "" if status is None else f" with {status}"
        expected = f"Expected: it is redirected{with_status} to {location}."
        return None if answer.outcome == Outcome.REDIRECT and same else expected

    return check


def answers(status: int) -> Expectation:
    """Expect that the Gateway itself answers, with this status."""

    def check(answer: Answer) -> Unmet:
        met = answer.outcome == Outcome.DIRECT and answer.status == status
        return None if met else f"Expected: the Gateway itself answers, with {status}."

    return check


def rejected(answer: Answer) -> Unmet:
    """Expect that there is no connection: it is refused, or the TLS handshake fails."""
    return None if answer.outcome == Outcome.REJECTED else "Expected: the connection is rejected."


def not_exposed(answer: Answer) -> Unmet:
    """Expect that nobody answers: 404 or 421 of the Gateway, or no connection.

    A route whose backends do not work, which answers 500, is exposed: tomorrow they may work.
    """
    nobody = answer.outcome == Outcome.REJECTED or (answer.outcome == Outcome.DIRECT and answer.status in NOBODY)
    return None if nobody else "Expected: it is not exposed, so that the Gateway answers 404 or there is no connection."


def forwards(
    *, host: str | None = None, path: str | None = None, headers: Mapping[str, str | None] | None = None
) -> Expectation:
    """Expect what each backend gets: the path with its query, and headers, None for one that it does not get."""

    def check(answer: Answer) -> Unmet:
        got = answer.request
        if answer.outcome != Outcome.BACKEND or got is None:
            return "Expected: a backend gets the request."
        for part, expected, sent in (("host", host, got.host), ("path", path, got.path)):
            if expected is not None and expected != sent:
                return f"Expected: the backend gets the {part} {shown(expected)}, and it gets {shown(sent)}."
        for share in answer.backends:
            has = _lower(got.headers) | _lower(share.request_headers)
            for name, value in (headers or {}).items():
                actual = has.get(name.lower())
                if share.share > 0 and actual != value:
                    return f"Expected: the backend gets {_not(name, value, 'it gets', actual)}."
        return None

    return check


def response(headers: Mapping[str, str | None]) -> Expectation:
    """Expect what filters do to the headers of the answer: a value, or None for one that they remove."""

    def check(answer: Answer) -> Unmet:
        has = _lower(answer.response_headers)
        for name, value in headers.items():
            if name.lower() not in has:
                return f"Expected: the answer has {header_text(name, value)}, and no filter changes that header."
            if has[name.lower()] != value:
                return f"Expected: the answer has {_not(name, value, 'it has', has[name.lower()])}."
        return None

    return check


def _is(share: Share, backend: BackendName) -> bool:
    target = share.backend.target
    return (target.group, target.kind, *target.key, share.backend.port) == ("", "Service", *backend)


def _not(name: str, expected: str | None, verb: str, actual: str | None) -> str:
    return f"{header_text(name, expected)}, and {verb} {header_text(name, actual)}"


def _lower(headers: Mapping[str, str] | Mapping[str, str | None]) -> dict[str, str | None]:
    return {name.lower(): value for name, value in headers.items()}
