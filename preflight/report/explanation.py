"""Who answers a request and why, as one would tell a colleague: the answer first, then how, then what is not sure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from preflight.catalogue import Severity
from preflight.finding import Finding, ResourceKey
from preflight.gateway_api.answers import Answer, Outcome
from preflight.gateway_api.header_changes import differences, header_text
from preflight.gateway_api.objects import GATEWAY_GROUP
from preflight.gateway_api.request_parsing import url_of
from preflight.gateway_api.requests import Request
from preflight.gateway_api.shares import backend_text, by_backend, percent
from preflight.gateway_api.urls import HTTP
from preflight.report.colours import UNCOLOURED
from preflight.report.wording import plain, statement
from preflight.values import series

Words = Mapping[str, str]
Headers = Mapping[str, str | None]
Findings = Mapping[ResourceKey | None, Sequence[Finding]]
"""By the object that they are on."""

UNADDRESSED = "GH306"
"""The code of Gateways without an address: what says why a Gateway answers says this, too."""
NO_LISTENER, NO_ROUTE, NO_BACKEND = "no listener takes it", "no route matches", "no backend works"
REASONS: Mapping[int, str] = {
    200: "a CORS preflight goes no further",
    400: "it terminates TLS and expects HTTP",
    421: "its host is another listener's than that of the TLS connection",
    500: NO_BACKEND,
    503: NO_BACKEND,
}
"""Why a Gateway answers with a status itself; of 404, it depends on how far the request came."""


def by_resource(findings: Iterable[Finding]) -> Findings:
    """Return findings by the object that they are on."""
    found: dict[ResourceKey | None, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.resource, []).append(finding)
    return found


def explanation(request: Request, answer: Answer, findings: Findings) -> str:
    """Return the explanation of an answer, without colour: several lines."""
    return "\n".join(lines(request, answer, findings, UNCOLOURED))


def lines(request: Request, answer: Answer, findings: Findings, word: Words) -> Iterator[str]:
    """Return the lines of an explanation: the answer, and indented how it came to it.

    Of the findings, those are told that keep the rule, or where there is none the Gateway, from answering.
    """
    yield f"{plain(asked(request))} {'possibly ' if answer.ambiguous else ''}{said(answer, word)}"
    for sentence in (*answer.why, *_headers(request, answer), *_timeouts(answer)):
        yield f"  {plain(sentence)}"
    for sentence in answer.ambiguous:
        yield f"  {word['not sure']}: {plain(sentence)}"
    if answer.outcome in (Outcome.DIRECT, Outcome.REJECTED):
        for finding in _on(answer, findings):
            yield f"  {word[finding.severity]} {finding.code}: {statement(finding)}"
            yield f"    {word['fix']}: {plain(finding.fix)}"


def asked(request: Request) -> str:
    """Say what a request is, as in `GET https://sso.example.link/admin`."""
    name = "" if request.sni in (None, request.host) else f" (SNI {request.sni or 'none'})"
    url = f"{url_of(request)}{name}"
    if request.grpc is not None:
        return f"gRPC {url}"
    return f"{request.method} {url}" if request.scheme in HTTP else url


def said(answer: Answer, word: Words) -> str:
    """Say what becomes of a request, as in `is answered with 404 by Gateway infra/gateway: no route matches`."""
    gateway = "" if answer.gateway is None else f" by Gateway {answer.gateway}"
    match answer.outcome:
        case Outcome.BACKEND:
            used = by_backend((each.backend, each.share) for each in answer.backends)
            parts = [
                f"{backend} ({percent(share)})" for backend, share in sorted(used.items(), key=lambda each: -each[1])
            ]
            return f"{word['goes to']} {plain(series(parts))}."
        case Outcome.REDIRECT:
            return f"{word['is redirected']} with {answer.status} to {plain(str(answer.location))}."
        case Outcome.DIRECT:
            status = answer.status if answer.grpc_status is None else f"{answer.grpc_status} ({answer.status})"
            return f"{word['is answered']} with {status}{plain(gateway)}: {_reason(answer)}."
        case Outcome.REJECTED:
            return f"{word['is rejected']}{plain(gateway)}: there is no connection."


def _reason(answer: Answer) -> str:
    return REASONS.get(answer.status or 0, NO_LISTENER if answer.listener is None else NO_ROUTE)


def _headers(request: Request, answer: Answer) -> Iterator[str]:
    """Say which headers of the request and of the answer are changed."""
    if answer.request is not None:
        yield from _changed("The backend gets", differences(request.headers, answer.request.headers))
    for share in answer.backends:
        yield from _changed(f"{backend_text(share.backend)} gets", share.request_headers)
    yield from _changed("The answer has", answer.response_headers)
    for share in answer.backends:
        yield from _changed(f"The answer of {backend_text(share.backend)} has", share.response_headers)


def _changed(subject: str, headers: Headers) -> Iterator[str]:
    if headers:
        yield f"{subject} {series([header_text(*header) for header in sorted(headers.items())])}."


def _timeouts(answer: Answer) -> Iterator[str]:
    if answer.timeouts:
        yield f"Its timeouts: {series([f'{name} {value}' for name, value in sorted(answer.timeouts.items())])}."


def _on(answer: Answer, findings: Findings) -> Iterator[Finding]:
    """Return the errors and warnings on the rule that the answer comes from; without one, on the Gateway."""
    if answer.route is not None:
        key, others = answer.route.manifest.key, ("spec", "rules")
    elif answer.gateway is not None:
        key, others = ResourceKey(GATEWAY_GROUP, "Gateway", *answer.gateway), None
    else:
        return
    for finding in findings.get(key, ()):
        of_another_rule = finding.path[:2] == others and finding.path[2:3] != (answer.rule,)
        if finding.severity != Severity.INFO and not of_another_rule and finding.code != UNADDRESSED:
            yield finding
