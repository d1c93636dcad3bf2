"""Tests of routes: who answers a request to what manifests define, asserted in a line of Python.

    platform = routes("dist", cluster="cluster.yaml")
    platform.get("https://sso.example.link/admin").is_not_exposed()

An assertion that fails raises AssertionError with the explanation that `python -m preflight explain` gives.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from preflight.addressing import predicted
from preflight.admission.judge import admission
from preflight.admission.verdict import Admission
from preflight.catalogue import Severity
from preflight.cluster import ClusterFacts
from preflight.finding import Finding, UnreadableError
from preflight.gateway_api.answers import Answer
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
    unmet,
)
from preflight.gateway_api.prediction import Prediction
from preflight.gateway_api.request_parsing import refuse_unknown_gateway, request_to
from preflight.gateway_api.requests import Request
from preflight.gateway_api.routing import Router
from preflight.gateway_api.semantics import semantics_for
from preflight.reading.cluster_file import cluster_facts
from preflight.reading.files import read
from preflight.reading.objects import manifests as manifests_in
from preflight.report.explanation import Findings, by_resource, explanation
from preflight.report.text import findings_text
from preflight.snapshot import Manifest, Snapshot
from preflight.values import listed, refused, shown

IMPLEMENTATIONS = ("cilium", "spec")

Headers = Mapping[str, str]
FilePath = str | Path
STATUSES = range(100, 600)
HOST_EXAMPLE = "sso.example.link"


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteAnswer:
    """Who answers a request; each assertion returns this again, so that several can follow each other."""

    request: Request
    answer: Answer
    findings: Findings = field(repr=False)
    """What was found in the manifests."""

    @property
    def explanation(self) -> str:
        """What `python -m preflight explain` says of it."""
        return explanation(self.request, self.answer, self.findings)

    def is_not_exposed(self) -> "RouteAnswer":
        """Assert that nobody answers: the Gateway's 404 or 421, or no connection.

        A redirect fails, and so does a route whose backends do not work today: tomorrow they may.
        """
        __tracebackhide__ = True
        return self._is(not_exposed)

    def reaches(self, backend: str, *, share: float = 1.0) -> "RouteAnswer":
        """Assert that a Service gets the requests: `namespace/name:port`.

        :param share: the part of the requests, from 0 to 1; all of them when left out.
        :raises ValueError: for what is no Service with its port, or no share.
        """
        __tracebackhide__ = True
        if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 1:
            problem = f"{shown(share)} is not a share of the requests"
            raise refused("reaches: share", problem, allowed="0 to 1", fix="write 0.9 for nine of ten, for example")
        return self._is(reaches(backend_name("reaches: backend", backend), share))

    def redirects_to(self, location: str, *, status: int | None = None) -> "RouteAnswer":
        """Assert that the client is redirected to a URL.

        :param status: such as 301; any when left out.
        """
        __tracebackhide__ = True
        if status is not None:
            _check_status("redirects_to", status)
        return self._is(redirects(_text("redirects_to: location", location, "https://sso.example.link/"), status))

    def answers(self, status: int) -> "RouteAnswer":
        """Assert that the Gateway itself answers, with this status."""
        __tracebackhide__ = True
        _check_status("answers", status)
        return self._is(answers(status))

    def is_rejected(self) -> "RouteAnswer":
        """Assert that there is no connection: it is refused, or the TLS handshake fails."""
        __tracebackhide__ = True
        return self._is(rejected)

    def forwards(
        self, *, host: str | None = None, path: str | None = None, headers: Mapping[str, str | None] | None = None
    ) -> "RouteAnswer":
        """Assert what the backend gets; what is left out may be anything.

        :param path: with the query.
        :param headers: a value, or None for one that it does not get.
        """
        __tracebackhide__ = True
        if headers is not None:
            _check_headers("forwards", headers)
        return self._is(forwards(host=host, path=path, headers=headers))

    def sends(self, headers: Mapping[str, str | None]) -> "RouteAnswer":
        """Assert what filters do to the headers of the answer: a value, or None for one that they remove."""
        __tracebackhide__ = True
        _check_headers("sends", headers)
        return self._is(response(headers))

    def _is(self, expectation: Expectation) -> "RouteAnswer":
        __tracebackhide__ = True
        missed = unmet([expectation], self.answer)
        if missed is not None:
            raise AssertionError(f"{missed}\n{self.explanation}")
        return self


class Routes:
    """What manifests expose: asked by requests, each of which has an answer."""

    def __init__(self, prediction: Prediction, findings: Sequence[Finding]) -> None:
        """Take what the controller makes of the manifests, and what was found in them."""
        self._gateways = prediction.objects.gateways
        self._router = Router(prediction)
        self._findings = by_resource(findings)

    def get(
        self, url: str, *, headers: Headers | None = None, sni: str | None = None, gateway: str | None = None
    ) -> RouteAnswer:
        """Ask as `request` does, with GET."""
        return self.request("GET", url, headers=headers, sni=sni, gateway=gateway)

    def post(
        self, url: str, *, headers: Headers | None = None, sni: str | None = None, gateway: str | None = None
    ) -> RouteAnswer:
        """Ask as `request` does, with POST."""
        return self.request("POST", url, headers=headers, sni=sni, gateway=gateway)

    def request(
        self,
        method: str,
        url: str,
        *,
        headers: Headers | None = None,
        sni: str | None = None,
        gateway: str | None = None,
    ) -> RouteAnswer:
        """Ask for a URL of HTTP or HTTPS.

        :param headers: those of the request; Host replaces the URL's, as with curl.
        :param sni: the name in the TLS handshake; the URL's host when left out.
        :param gateway: `namespace/name` of the Gateway that is asked; whichever answers when left out.
        :raises ValueError: for what no client can send.
        """
        return self._ask(request_to(url, method=method, headers=headers, sni=sni, gateway=gateway))

    def grpc(
        self,
        url: str,
        method: str,
        *,
        headers: Headers | None = None,
        sni: str | None = None,
        gateway: str | None = None,
    ) -> RouteAnswer:
        """Call a method of gRPC: a URL without path, and `service/method`; otherwise as `request`."""
        named = _text("grpc: method", method, "shop.v1.Orders/List")
        return self._ask(request_to(url, grpc=named, headers=headers, sni=sni, gateway=gateway))

    def tls(self, sni: str, *, port: int = 443, gateway: str | None = None) -> RouteAnswer:
        """Open a TLS connection to a name, as for a TLSRoute."""
        return self._ask(request_to(f"tls://{_text('tls: sni', sni, HOST_EXAMPLE)}:{port}", gateway=gateway))

    def tcp(self, host: str, port: int, *, gateway: str | None = None) -> RouteAnswer:
        """Open a TCP connection."""
        return self._ask(request_to(f"tcp://{_text('tcp: host', host, HOST_EXAMPLE)}:{port}", gateway=gateway))

    def udp(self, host: str, port: int, *, gateway: str | None = None) -> RouteAnswer:
        """Send a datagram."""
        return self._ask(request_to(f"udp://{_text('udp: host', host, HOST_EXAMPLE)}:{port}", gateway=gateway))

    def _ask(self, request: Request) -> RouteAnswer:
        refuse_unknown_gateway(request, self._gateways)
        answer = self._router.answer(request)
        return RouteAnswer(request=request, answer=answer, findings=self._findings)


def routes(
    manifests: FilePath | Iterable[FilePath | Mapping[str, Any]],
    *,
    cluster: ClusterFacts | FilePath | None = None,
    semantics: Literal["cilium", "spec"] = "cilium",
) -> Routes:
    """Return what manifests expose.

    :param manifests: a file or folder, several of them, or objects in the API's form.
    :param cluster: what manifests cannot say about the cluster, or the file that says it, such as `cluster.yaml`;
        Cilium 1.20, and nothing that is owned elsewhere, when left out.
    :param semantics: Cilium, or an implementation that does what the specification says.
    :raises ValueError: for what cannot be read, and for a manifest that the API server would reject: the cluster would
        not have it, so that the answers would be those of another one.
    """
    if semantics not in IMPLEMENTATIONS:
        problem = f"{shown(semantics)} is no known implementation"
        raise refused("routes: semantics", problem, allowed=listed(IMPLEMENTATIONS, "or"), fix="write one of these")
    try:
        facts = cluster if isinstance(cluster, ClusterFacts) else _facts(cluster)
        admitted = admission(Snapshot(_manifests(manifests)), facts)
    except UnreadableError as error:
        raise ValueError(findings_text([error.finding])) from None
    _refuse_rejected(admitted)
    prediction, findings, _ = predicted(admitted.snapshot, facts, semantics_for(semantics, facts))
    if prediction is None:
        raise RuntimeError(findings_text(findings))
    return Routes(prediction, findings)


def _text(where: str, value: object, example: str) -> str:
    """Return a text; raises ValueError for anything else."""
    if not isinstance(value, str):
        raise refused(where, f"{shown(value)} is no string", allowed="a string", fix=f"write it as in '{example}'")
    return value


def _check_status(where: str, value: object) -> None:
    """Raise ValueError for what is no status of HTTP."""
    if isinstance(value, bool) or not isinstance(value, int) or value not in STATUSES:
        problem = f"{shown(value)} is not a status of HTTP"
        raise refused(f"{where}: status", problem, allowed="100 to 599", fix="write 404, for example")


def _check_headers(where: str, value: object) -> None:
    """Raise ValueError for what is no mapping of headers to values, or to None."""
    found = value.items() if isinstance(value, Mapping) else None
    if found is None or not all(isinstance(name, str) and isinstance(text, str | None) for name, text in found):
        problem = f"{shown(value)} is no mapping of headers"
        allowed = "names, each with a string or None"
        raise refused(f"{where}: headers", problem, allowed=allowed, fix="write {'x-team': 'web'}, for example")


def _facts(file: FilePath | None) -> ClusterFacts:
    return ClusterFacts() if file is None else cluster_facts(Path(file))


def _manifests(given: FilePath | Iterable[FilePath | Mapping[str, Any]]) -> tuple[Manifest, ...]:
    """Return what was given as manifests; raises UnreadableError for a file that cannot be read."""
    items = [given] if isinstance(given, str | Path | Mapping) else list(given)
    found: list[Manifest] = []
    for item in items:
        if isinstance(item, Mapping) and item is not given:
            found.extend(manifests_in(item))
        elif isinstance(item, str | Path):
            found.extend(_read(item))
        else:
            problem = f"{'it' if item is given else 'an item'} is of type {type(item).__name__}"
            allowed = "a path, a list of paths, or a list of objects"
            raise refused("routes: manifests", problem, allowed=allowed, fix="write the folder, or [object]")
    if not found:
        fix = "write the folder of the manifests"
        raise refused("routes: manifests", "there is no object", allowed="at least one, or nothing is tested", fix=fix)
    return tuple(found)


def _read(path: FilePath) -> tuple[Manifest, ...]:
    reading = read([path])
    for finding in reading.findings:
        raise UnreadableError(finding)
    return reading.manifests


def _refuse_rejected(judged: Admission) -> None:
    errors = [finding for finding in judged.findings if finding.severity == Severity.ERROR]
    if errors:
        raise ValueError(f"The API server would reject these manifests.\n{findings_text(errors)}")
