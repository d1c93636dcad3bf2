"""`explain`: who answers a request, and why."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, TextIO

from preflight.catalogue import Severity
from preflight.cli.options import (
    Cluster,
    Crds,
    Implementation,
    PlainFormat,
    PredictionFormat,
    SemanticsOption,
    Target,
    admitted,
    exit_code,
    facts_of,
    printed,
    read_and_admit,
    semantics_of,
)
from preflight.cluster import ClusterFacts
from preflight.exit_codes import CLEAN, ERRORS, UNREADABLE
from preflight.failure import failure
from preflight.finding import Finding, UnreadableError
from preflight.report.outcome import Outcome
from preflight.report.text import findings_text
from preflight.values import shown

import typer

if TYPE_CHECKING:  # it costs start-up time
    from preflight.gateway_api.prediction import Prediction
    from preflight.gateway_api.urls import RequestError
    from preflight.report.answered import Answered
    from preflight.request_files import Asked

EXAMPLES = """\b
Examples:
  python -m preflight explain dist https://sso.example.link/admin
  python -m preflight explain dist https://shop.example.link/api -X POST -H 'X-Team: web'
  python -m preflight explain dist https://api.example.link --grpc shop.v1.Orders/List
  python -m preflight explain dist --requests requests.yaml --format json
  python -m preflight explain dist --expect routes.yaml"""
EXIT_CODES = """\b
Exit codes (where several apply, the highest):
  0  answered, whatever the answer is; with --expect, each as expected
  1  an answer is not the expected one; or an object is rejected, so that the answer is that of a
     cluster without it
  2  an input that cannot be read, or no object: the answer is that of the others; an argument, a
     request, a cluster file or a CRD that cannot be read: there is no answer
  3  a mistake in preflight itself (GH001)"""

OPTIONS = {"method": "-X", "headers": "-H", "sni": "--sni", "grpc": "--grpc", "gateway": "--gateway", "url": "URL"}
"""By the argument of request_to that each of them is."""

Arguments = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH... URL",
        help="Files and folders of YAML or JSON, - is standard input; then what is asked, from http://, https://, "
        "tls://, tcp:// or udp:// on. No URL with --requests and --expect.",
        show_default=False,
    ),
]
Method = Annotated[str | None, typer.Option("-X", metavar="METHOD", show_default=False, help="Default: GET.")]
Headers = Annotated[
    list[str] | None,
    typer.Option(
        "-H",
        metavar="'NAME: VALUE'",
        show_default=False,
        help="A header of the request; may be given several times. Host replaces the URL's, as with curl.",
    ),
]
Sni = Annotated[
    str | None,
    typer.Option(metavar="NAME", show_default=False, help="The name in the TLS handshake. Default: the URL's host."),
]
GatewayName = Annotated[
    str | None,
    typer.Option(
        metavar="NAMESPACE/NAME",
        show_default=False,
        help="The Gateway that is asked. Default: whichever answers.",
    ),
]
Grpc = Annotated[
    str | None,
    typer.Option(
        metavar="SERVICE/METHOD", show_default=False, help="The method that is called; a slash in front is allowed."
    ),
]
RequestsFile = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        show_default=False,
        help="A list of requests, in YAML or JSON: {gateway?, url, method?, headers?, sni?, grpc?}.",
    ),
]
ExpectFile = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        show_default=False,
        help="The same list, each with the answer that is expected: docs/testing-routes.md.",
    ),
]


def explain(
    arguments: Arguments,
    *,
    method: Method = None,
    headers: Headers = None,
    sni: Sni = None,
    gateway: GatewayName = None,
    grpc: Grpc = None,
    requests: RequestsFile = None,
    expect: ExpectFile = None,
    semantics: SemanticsOption = Implementation.CILIUM,
    format: PredictionFormat = PlainFormat.TEXT,
    target: Target = None,
    crds: Crds = None,
    cluster: Cluster = None,
) -> None:
    """Say who answers a request, and why not the others.

    The first line is the answer: a backend, a redirect, a status, or no connection. How it came to it is below:
    listener, route, rule and match, what filters change, and why what comes close lost. What manifests cannot tell is
    said, and nothing is guessed.

    The manifests are admitted first. What the API server would reject is not there, nor what is of a kind that the
    target lacks, and standard error says so.
    """
    parts = {"method": method, "headers": headers, "sni": sni, "gateway": gateway, "grpc": grpc}
    try:
        paths, asked = _from_file(arguments, parts, requests, expect) or _from_url(arguments, parts)
        facts = facts_of(target, crds, cluster)
        outcome = read_and_admit(paths, facts)
        answers, failures = _answered(asked, outcome, facts, semantics) if outcome.verdicts else ((), ())
    except UnreadableError as error:
        typer.echo(findings_text([error.finding]), err=True)
        raise typer.Exit(UNREADABLE) from None
    errors = [*(finding for finding in outcome.findings if finding.severity == Severity.ERROR), *failures]
    lacking = [verdict for verdict in outcome.verdicts if verdict.admitted and verdict.is_lacking]
    said = [*errors, *(finding for verdict in lacking for finding in verdict.findings)]
    if said:
        typer.echo(findings_text(said), err=True)
    if answers:
        printed(lambda stream: _writer(format, requests, expect)(answers, stream))
    unmet = any(answer.unmet is not None for answer in answers)
    raise typer.Exit(max(exit_code(errors), ERRORS if unmet else CLEAN))


Parts = Mapping[str, Any]
"""What the options say of a request, as request_to takes it."""


def _from_file(
    arguments: Sequence[str], parts: Parts, requests: str | None, expect: str | None
) -> tuple[Sequence[str], Sequence["Asked"]] | None:
    """Return the paths, and the requests of a file; None where there is no file."""
    file = requests or expect
    if file is None:
        return None
    if requests and expect:
        raise typer.BadParameter("Name one of --requests and --expect.", param_hint="--expect")
    option = "--requests" if requests else "--expect"
    for argument, value in parts.items():
        if value:
            message = f"The requests of {option} say it themselves: leave it out."
            raise typer.BadParameter(message, param_hint=OPTIONS[argument])
    if "://" in arguments[-1]:
        message = f"{shown(arguments[-1])} is a URL, and the requests are those of {option}: leave one of them out."
        raise typer.BadParameter(message, param_hint="URL")
    from preflight.request_files import expectations_in, requests_in  # it costs start-up time

    return arguments, expectations_in(file) if expect else requests_in(file)


def _from_url(arguments: Sequence[str], parts: Parts) -> tuple[Sequence[str], Sequence["Asked"]]:
    """Return the paths, and the request for the URL that is the last argument."""
    from preflight.gateway_api.request_parsing import headers_of, request_to
    from preflight.gateway_api.urls import RequestError
    from preflight.request_files import Asked  # it costs start-up time

    *paths, url = arguments
    try:
        request = request_to(url, **{**parts, "headers": headers_of(parts["headers"] or ())})
    except RequestError as error:
        raise _usage(error) from None
    if not paths:
        message = "It is missing: name a file or folder before the URL; - is standard input."
        raise typer.BadParameter(message, param_hint="PATH")
    return paths, (Asked(request=request),)


def _usage(error: "RequestError") -> typer.BadParameter:
    message = f"{error.problem}. Allowed: {error.allowed}. Fix: {error.fix}."
    return typer.BadParameter(message, param_hint=OPTIONS[error.argument])


def _answered(
    asked: Sequence["Asked"], outcome: Outcome, facts: ClusterFacts, implementation: Implementation
) -> tuple[Sequence["Answered"], Sequence[Finding]]:
    """Return the answers; where a bug of ours prevents them, the finding that says so (GH001)."""
    # only where requests are answered: it costs start-up time
    from preflight.addressing import predicted
    from preflight.gateway_api.routing import Router
    from preflight.report.answered import answered
    from preflight.report.explanation import by_resource

    prediction, findings, _ = predicted(admitted(outcome), facts, semantics_of(implementation, facts))
    if prediction is None:
        return (), findings
    _refuse_unknown_gateways(asked, prediction)
    try:
        router, found = Router(prediction), by_resource(findings)
        return [answered(each, router.answer(each.request), found) for each in asked], ()
    except Exception as error:  # noqa: BLE001  # a bug of ours is one finding, and what admission says remains
        return (), (failure("The search for who answers", error),)


def _refuse_unknown_gateways(asked: Sequence["Asked"], prediction: "Prediction") -> None:
    from preflight.gateway_api.request_parsing import refuse_unknown_gateway
    from preflight.gateway_api.urls import RequestError
    from preflight.request_files import refuse_at

    for each in asked:
        try:
            refuse_unknown_gateway(each.request, prediction.objects.gateways)
        except RequestError as error:
            if each.value is None:
                raise _usage(error) from None
            refuse_at(each.value, error)


def _writer(
    format: PlainFormat, requests: str | None, expect: str | None
) -> Callable[[Sequence["Answered"], TextIO], None]:
    """Return what reports the answers."""
    from preflight.report import answered

    if format == PlainFormat.TEXT:
        return answered.write_comparison if expect else answered.write_answers
    if expect:
        return answered.write_comparison_json
    return answered.write_answers_json if requests else answered.write_answer_json
