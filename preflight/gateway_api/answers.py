"""Answer: who answers a request, with what, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from preflight.gateway_api.objects import BackendRef, NamespacedName, Route
from preflight.gateway_api.prediction import ListenerKey


class Outcome(StrEnum):
    """What becomes of a request."""

    BACKEND = "backend"
    """A backend gets it."""
    REDIRECT = "redirect"
    DIRECT = "direct"
    """The Gateway itself answers: 404, 500, a CORS preflight."""
    REJECTED = "rejected"
    """The connection is refused or its TLS handshake fails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A backend, with the part of the requests that it gets: from 0 to 1."""

    backend: BackendRef
    share: float
    request_headers: Mapping[str, str | None] = field(default_factory=dict)
    """What its own filters do to the headers: a new value, or None where one is removed."""
    response_headers: Mapping[str, str | None] = field(default_factory=dict)
    """What its own filters do to the headers of the answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded:
    """The request as the backend gets it."""

    host: str
    path: str
    """With the query."""
    method: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Who answers a request; what does not apply is left out."""

    outcome: Outcome
    status: int | None = None
    grpc_status: str | None = None
    """What a gRPC client gets instead of the status, where the Gateway itself answers: UNIMPLEMENTED, for example."""
    location: str | None = None
    gateway: NamespacedName | None = None
    listener: ListenerKey | None = None
    route: Route | None = None
    rule: int | None = None
    """Its index in the route."""
    match: int | None = None
    """Its index in the rule."""
    backends: tuple[Share, ...] = ()
    request: Forwarded | None = None
    response_headers: Mapping[str, str | None] = field(default_factory=dict)
    """What filters do to the headers of the answer: a value, or None where one is removed."""
    response_headers_added: frozenset[str] = frozenset()
    """Those of response_headers that filters add: the value comes after what the backend sends, with a comma."""
    mirrors: tuple[Share, ...] = ()
    timeouts: Mapping[str, str] = field(default_factory=dict)
    ambiguous: tuple[str, ...] = ()
    """What manifests cannot tell: sentences that say who else may answer, and what would settle it."""
    why: tuple[str, ...] = ()
    """Sentences: how it came to this, then why each near miss lost."""
