"""The answers that the conformance suite of the Gateway API expects to its requests."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from preflight.gateway_api.answer_json import answer_json
from preflight.gateway_api.answers import Answer, Outcome, Share
from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.prediction import ListenerKey
from preflight.gateway_api.requests import Request
from preflight.gateway_api.routing import Router
from preflight.gateway_api.semantics import SPEC, Semantics
from preflight.gateway_api.status import predict
from tests.preflight.gateway_api.cases import CONFORMANCE, Json, Phase, conformance_phases, loaded, needs_cases
from tests.preflight.gateway_api.conftest import Agreement

import pytest

ADDRESS = "192.0.2.10"
"""That of the Gateway, which a client uses that names no host."""
LEFT_OUT = {
    "client certificates": "Whether a client has the right certificate is decided at run time.",
    "answers of a slow or failing backend": "What a backend answers, and when, is decided at run time.",
}
"""Requests that no static engine can answer, with the reason; nothing else is left out."""
NOT_OF_CILIUM = {
    "HTTPRouteListenerPortMatching": "Cilium has one table for all HTTP listeners of a Gateway, and skips this test.",
}
"""Cases that Cilium's own runs of the suite skip: they run with the specification's semantics only."""


def requests_of(phase: Phase) -> list[Json]:
    """Return the requests of one phase of a case."""
    case = json.loads((CONFORMANCE / f"{phase.case}.json").read_text(encoding="utf-8"))
    return [request for request in case.get("requests", ()) if request["phase"] == phase.index]


def left_out(phase: Phase, entry: Json) -> str | None:
    """Say why a request is left out; None where it is not."""
    if entry["expect"]["outcome"] == "connection_failure":
        return "client certificates"
    if phase.case in {"HTTPRouteRetry", "HTTPRouteTimeoutRequest", "HTTPRouteTimeoutBackendRequest"}:
        return "answers of a slow or failing backend" if entry["expect"]["outcome"] == "status" else None
    return None


def runs() -> list[tuple[Phase, Semantics]]:
    """Return each phase that has requests, as Cilium answers them and as the specification has it."""
    found = []
    for phase in conformance_phases():
        if requests_of(phase):
            own = [] if phase.semantics.name == "spec" or phase.case in NOT_OF_CILIUM else [phase.semantics]
            spec = phase.semantics if phase.semantics.name == "spec" else SPEC
            found += [(phase, semantics) for semantics in (*own, spec)]
    return found


def test_the_cases_are_there() -> None:
    needs_cases()
    assert len(runs()) > 60


@pytest.mark.parametrize(("phase", "semantics"), runs(), ids=lambda each: str(getattr(each, "name", each)))
def test_answers_are_those_of_the_suite(phase: Phase, semantics: Semantics, agreement: Agreement) -> None:
    router = Router(predict(loaded(phase.objects), semantics))
    wrong = []
    for entry in requests_of(phase):
        if left_out(phase, entry) is None:
            answer = router.answer(_request(entry))
            for fact, expected, actual in _facts(phase, entry, answer):
                agrees = expected(actual) if callable(expected) else expected == actual
                agreement.count(f"requests, {semantics.name}: {fact}", agrees=agrees)
                if not agrees:
                    wrong.append((entry.get("subtest"), fact, entry["expect"], answer_json(answer)))
    assert wrong == []


def test_what_is_left_out_is_listed() -> None:
    needs_cases()
    reasons = {left_out(phase, entry) for phase, _ in runs() for entry in requests_of(phase)} - {None}
    assert reasons <= set(LEFT_OUT)
    assert reasons


def tls_mode(phase: Phase, listener: ListenerKey) -> str | None:
    """Return how a listener of the case takes TLS."""
    (owner,) = (
        each
        for each in phase.objects
        if each["kind"] == listener.kind
        and (each["metadata"]["namespace"], each["metadata"]["name"]) == listener.parent
    )
    modes = {each["name"]: (each.get("tls") or {}).get("mode") for each in owner["spec"]["listeners"]}
    return modes[listener.name]


def _request(entry: Json) -> Request:
    sent, port = entry.get("request") or {}, entry["port"]
    scheme = "http" if entry["scheme"] == "ws" else entry["scheme"]
    grpc = f"{sent['grpc_service']}/{sent['grpc_method']}" if entry["kind"] == "grpc" else None
    return Request(
        scheme=scheme,
        host=(sent.get("host") or ADDRESS).lower().partition(":")[0],
        port=port,
        path=sent.get("path") or "/",
        query="&".join(f"{name}={value}" for name, value in sent.get("query", ())),
        method=sent.get("method") or "GET",
        headers={name.lower(): value for name, value in (sent.get("headers") or {}).items()},
        sni=(entry.get("tls") or {}).get("server_name"),
        grpc=grpc,
        gateway=NamespacedName(entry["gateway"]["namespace"], entry["gateway"]["name"]),
    )


def _facts(phase: Phase, entry: Json, answer: Answer) -> Iterator[tuple[str, Any, Any]]:
    """Yield what is compared: a name, what is expected (or a function that says whether it is), and what is."""
    expect = entry["expect"]
    match expect["outcome"]:
        case "backend":
            yield "outcome", Outcome.BACKEND, answer.outcome
            yield from _backend_facts(phase, entry, answer)
        case "redirect":
            yield "outcome", Outcome.REDIRECT, answer.outcome
            yield "status", lambda status: status in expect["status_codes"], answer.status
            yield from _redirect_facts(entry, answer)
        case "status":
            yield "outcome", Outcome.DIRECT, answer.outcome
            if "grpc_code" in expect:
                yield "gRPC status", expect["grpc_code"].upper(), answer.grpc_status
            else:
                yield "status", lambda status: status in expect["status_codes"], answer.status
        case "gateway_response":
            yield "outcome", Outcome.DIRECT, answer.outcome
            yield "status", lambda status: status in expect["status_codes"], answer.status
            yield from _response_facts(expect.get("response") or {}, {}, answer, Share)
        case "failure":
            yield "outcome", Outcome.DIRECT, answer.outcome
            yield "status", lambda status: status not in expect["status_not"], answer.status
        case _:
            yield "outcome", Outcome.REJECTED, answer.outcome


def _backend_facts(phase: Phase, entry: Json, answer: Answer) -> Iterator[tuple[str, Any, Any]]:
    expect = entry["expect"]
    backend, shares = expect.get("backend") or {}, [each for each in answer.backends if each.share > 0]
    namespaces = {each.backend.target.namespace for each in shares}
    if backend.get("namespace"):
        yield "namespace", {backend["namespace"]}, namespaces
    if backend.get("name"):
        services = {*backend.get("services", ()), *backend.get("services_without_selector", ())}
        yield "backend", lambda names: names and names <= services, {each.backend.target.name for each in shares}
    for deployment, fraction in (expect.get("weights") or {}).items():
        got = sum(each.share for each in answer.backends if each.backend.target.name == deployment)
        yield "weight", lambda share, fraction=fraction: abs(share - fraction) < 1e-6, got
    if "backend_is_tls" in expect and answer.listener is not None:
        yield "TLS", expect["backend_is_tls"], tls_mode(phase, answer.listener) == "Passthrough"
    for mirror in expect.get("mirrored_to") or ():
        copies = {each.backend.target.key: each.share * 100 for each in answer.mirrors}
        wanted = mirror["percent"] if mirror["percent"] is not None else 100
        yield "mirror", wanted, copies.get(NamespacedName(mirror["namespace"], mirror["name"]))
    for share in shares:
        yield from _forwarded_facts(entry, answer, share)
        yield from _response_facts(
            expect.get("response") or {}, entry.get("backend_set_response_headers") or {}, answer, share
        )


def _forwarded_facts(entry: Json, answer: Answer, share: Share) -> Iterator[tuple[str, Any, Any]]:
    forwarded, got = entry["expect"].get("forwarded"), answer.request
    if not forwarded or got is None:
        return
    headers = {**got.headers, **share.request_headers}
    if forwarded.get("host") is not None:
        yield "forwarded host", forwarded["host"].partition(":")[0], got.host
    yield "forwarded path", forwarded["path"], got.path
    yield "forwarded method", forwarded["method"], got.method
    for name, value in (forwarded.get("headers") or {}).items():
        yield "forwarded header", value, headers.get(name.lower())
    for name in forwarded.get("absent_headers") or ():
        yield "forwarded header", None, headers.get(name.lower())


def _response_facts(response: Json, sent: Json, answer: Answer, share: Any) -> Iterator[tuple[str, Any, Any]]:
    headers: dict[str, str | None] = {name.lower(): value for name, value in sent.items()}
    for name, value in answer.response_headers.items():
        earlier = headers.get(name)
        joined = f"{earlier},{value}" if earlier is not None and name in answer.response_headers_added else value
        headers[name] = joined
    headers |= getattr(share, "response_headers", {}) if isinstance(share, Share) else {}
    for name, value in (response.get("headers") or {}).items():
        yield "answer header", value, headers.get(name.lower())
    for name, values in (response.get("valid_header_values") or {}).items():
        yield "answer header", lambda value, values=values: value in values, headers.get(name.lower())
    for name in response.get("absent_headers") or ():
        yield "answer header", None, headers.get(name.lower())


def _redirect_facts(entry: Json, answer: Answer) -> Iterator[tuple[str, Any, Any]]:
    wanted, parts = entry["expect"]["redirect"], urlsplit(answer.location or "")
    yield "location", wanted["scheme"], parts.scheme
    if wanted.get("host") is not None:
        yield "location", wanted["host"], parts.hostname
    ports = wanted.get("ports") or [""]
    yield "location", lambda port: port in ports, "" if parts.port is None else str(parts.port)
    yield "location", wanted["path"], parts.path
