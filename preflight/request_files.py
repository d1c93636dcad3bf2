"""Files of requests, and of requests with the answers that are expected: a list, in YAML or JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from preflight.field_path import Key
from preflight.finding import Source
from preflight.gateway_api.expectations import (
    Expectation,
    answers,
    backend_name,
    forwards,
    not_exposed,
    reaches,
    redirects,
    rejected,
    response,
)
from preflight.gateway_api.request_parsing import request_to
from preflight.gateway_api.requests import Request
from preflight.gateway_api.urls import RequestError
from preflight.reading.fields import Field, Reader, Value, each, mapping, text
from preflight.reading.files import documents_of
from preflight.reading.positions import Place
from preflight.reading.unreadable import unreadable_path
from preflight.snapshot import Manifest
from preflight.values import listed, shown

REQUEST_EXAMPLE = "{url: 'https://sso.example.link/admin'}"
EXPECTED_EXAMPLE = "{url: 'https://sso.example.link/admin', expect: {status: 404}}"
EXPECT_EXAMPLE = "{backend: 'keycloak/keycloak:80'}"
STATUSES = range(100, 600)

OUTCOMES = ("backend", "redirect", "status", "rejected", "exposed")
"""Fields of `expect`, of which there is one."""
FURTHER: Mapping[str, tuple[str, ...]] = {
    "share": ("backend",),
    "request": ("backend",),
    "response_headers": ("backend", "status"),
}
"""The other fields of `expect`, each with the outcomes that it says more of; `status` does so of a redirect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request, with what its answer is expected to be."""

    request: Request
    expectations: tuple[Expectation, ...] = ()
    """None in a file of requests alone."""
    value: Value | None = None
    """Where it was read; None for one that is in no file."""

    @property
    def source(self) -> Source | None:
        """Where it is in its file."""
        origin = self.value.written.origin if self.value else None
        return origin.source(self.value.path) if self.value and origin else None


def requests_in(file: str | Path) -> tuple[Asked, ...]:
    """Read a list of requests; raises UnreadableError, with the line, for what cannot be read or sent."""
    return each(_asked, "requests", identity=id, least=1)(_written(file))


def expectations_in(file: str | Path) -> tuple[Asked, ...]:
    """Read a list of requests, each with `expect`; raises UnreadableError, with the line, as requests_in does."""
    return each(_expected, "requests", identity=id, least=1)(_written(file))


def _written(file: str | Path) -> Value:
    """Return what is in a file, as one value."""
    if Path(file).is_dir():
        raise unreadable_path(str(file), "It is a folder.", "Name the file in it.")
    found = documents_of(file)
    if not found:
        raise unreadable_path(str(file), "The file is empty.", f"Write '- {REQUEST_EXAMPLE}', for example.")
    values = [Value(Manifest(data={}, origin=Place(document.text)), (), document.data) for document in found]
    for value in values[1:]:
        value.refuse("The file has more than one document.", "Write them as one.")
    for path in found[0].duplicates:
        Value(values[0].written, path, None).refuse(f"The key {shown(path[-1])} is there twice.", "Keep one of them.")
    return values[0]


def _asked(value: Value) -> Asked:
    return Asked(request=_request(value, _request_fields(value)), value=value)


def _expected(value: Value) -> Asked:
    arguments = _expected_fields(value)
    expectations = arguments.pop("expect")
    return Asked(request=_request(value, arguments), expectations=expectations, value=value)


def _request(value: Value, arguments: Mapping[str, Any]) -> Request:
    try:
        return request_to(**arguments)
    except RequestError as error:
        refuse_at(value, error)


def refuse_at(value: Value, error: RequestError) -> NoReturn:
    """Raise UnreadableError for a request of a file that cannot be sent."""
    place = value.at(error.argument) if error.argument in value.data else value
    place.refuse(f"{error.problem}. Allowed: {error.allowed}.", _sentence(error.fix))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _headers(value: Value) -> Mapping[str, str]:
    """Read headers by name."""
    return {name: text for name, text in _header_changes(value, removed=False).items() if text is not None}


def _some_headers(value: Value) -> Mapping[str, str | None]:
    """Read headers by name, None for one that is not there."""
    return _header_changes(value, removed=True)


def _header_changes(value: Value, *, removed: bool) -> Mapping[str, str | None]:
    if not isinstance(value.data, Mapping):
        value.refuse(f"{shown(value.data)} is not a mapping of headers.", "Write '{X-Team: web}', for example.")
    for name, header in value.data.items():
        if not isinstance(header, str) and not (removed and header is None):
            reason = f"{shown(header)} is not a string, which the value of a header is."
            value.at(Key(name)).refuse(reason, "Put it in quotes.")
    return dict(value.data)


def _backend(value: Value) -> Any:
    try:
        return backend_name("backend", text(value))
    except ValueError:
        reason = f"{shown(value.data)} is not a Service and its port."
        value.refuse(reason, "Write namespace, name and port as in 'keycloak/keycloak:80'.")


def _gateway(value: Value) -> str:
    """Read which Gateway: as the command takes it, or as answers in JSON have it."""
    if not isinstance(value.data, Mapping):
        return text(value)
    return _named_gateway(value)


def _share(value: Value) -> float:
    if isinstance(value.data, bool) or not isinstance(value.data, int | float) or not 0 <= value.data <= 1:
        reason = f"{shown(value.data)} is not a share of the requests, from 0 to 1."
        value.refuse(reason, "Write 0.9 for nine of ten requests, for example.")
    return float(value.data)


def _status(value: Value) -> int:
    status = value.data
    if isinstance(status, bool) or not isinstance(status, int) or status not in STATUSES:
        value.refuse(f"{shown(status)} is not a status of HTTP.", "Write 404, for example.")
    return status


def _only(expected: bool, fix: str) -> Reader[bool]:
    """Return a reader of one of the booleans."""

    def read(value: Value) -> bool:
        found: object = value.data
        if found is not expected:
            value.refuse(f"{shown(found)} is not {shown(expected)}, which is all that it may be.", fix)
        return expected

    return read


_named_gateway: Reader[str] = mapping(
    "{namespace}/{name}".format,
    {"namespace": Field("namespace", text, required=True), "name": Field("name", text, required=True)},
    "{namespace: infra, name: gateway}",
)
_forwarded: Reader[dict[str, Any]] = mapping(
    dict,
    {
        "host": Field("host", text),
        "path": Field("path", text),
        "headers": Field("headers", _some_headers),
    },
    "{path: /orders}",
)
EXPECT_FIELDS = {
    "backend": Field("backend", _backend),
    "share": Field("share", _share),
    "request": Field("request", _forwarded),
    "redirect": Field("redirect", text),
    "status": Field("status", _status),
    "rejected": Field("rejected", _only(True, "Leave it out, and say what the answer is.")),
    "exposed": Field("exposed", _only(False, "Leave it out, and say who answers.")),
    "response_headers": Field("response_headers", _some_headers),
}
"""What may be expected: the fields of an answer in JSON, the backend in short."""


def _expect(value: Value) -> tuple[Expectation, ...]:
    """Read what the answer is expected to be."""
    said: dict[str, Any] = mapping(dict, EXPECT_FIELDS, EXPECT_EXAMPLE)(value)
    outcomes = [name for name in OUTCOMES if name in said and not (name == "status" and "redirect" in said)]
    if len(outcomes) != 1:
        there = f"There are {listed(outcomes)}" if outcomes else "There is none"
        value.refuse(f"{there} of {listed(OUTCOMES)}, and an answer is one of them.", "Write one of them.")
    (outcome,) = outcomes
    for name, owners in FURTHER.items():
        if name in said and outcome not in owners:
            reason = f"It says more of {listed(owners, 'or')}, and here is {shown(outcome)}."
            value.at(name).refuse(reason, "Leave it out.")
    return tuple(_expectations(outcome, said))


def _expectations(outcome: str, said: Mapping[str, Any]) -> list[Expectation]:
    match outcome:
        case "backend":
            found = [reaches(said["backend"], said.get("share", 1.0))]
        case "redirect":
            found = [redirects(said["redirect"], said.get("status"))]
        case "status":
            found = [answers(said["status"])]
        case "rejected":
            found = [rejected]
        case _:
            found = [not_exposed]
    if "request" in said:
        found.append(forwards(**said["request"]))
    if "response_headers" in said:
        found.append(response(said["response_headers"]))
    return found


REQUEST_FIELDS = {
    "gateway": Field("gateway", _gateway),
    "url": Field("url", text, required=True),
    "method": Field("method", text),
    "headers": Field("headers", _headers),
    "sni": Field("sni", text),
    "grpc": Field("grpc", text),
}
"""The arguments of request_to."""
_request_fields: Reader[dict[str, Any]] = mapping(dict, REQUEST_FIELDS, REQUEST_EXAMPLE)
_expected_fields: Reader[dict[str, Any]] = mapping(
    dict, REQUEST_FIELDS | {"expect": Field("expect", _expect, required=True)}, EXPECTED_EXAMPLE
)
