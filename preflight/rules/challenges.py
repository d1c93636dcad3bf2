"""HTTP-01: whether the request of an ACME server reaches the route that cert-manager makes for it.

Source: cert-manager, its guides on HTTP-01 and on Gateways; the solver of an annotated Gateway attaches to that Gateway
(cert-manager#8518).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.gateway_api.objects import GATEWAY_GROUP, Gateway, NamespacedName
from preflight.gateway_api.referenced import CERT_MANAGER, key_of, spec_of
from preflight.rules.certificate_names import IssuerKey, Writer, writers
from preflight.rules.input import Input
from preflight.snapshot import Manifest
from preflight.values import shown

HTTP_PORT = 80
"""The one to which an ACME server sends its request."""
FIX = f"Add a listener with protocol HTTP and port {HTTP_PORT}, or use a dns01 solver."


def unreachable_challenges(given: Input) -> Iterator[Finding]:
    """Yield a finding for each HTTP-01 solver that attaches its route to a Gateway without an HTTP listener.

    Where a solver names no parents, that is each annotated Gateway.
    """
    for manifest in _issuers(given):
        for index, solver in enumerate(solvers(manifest)):
            for number, parent in enumerate(_parents(solver) or ()):
                path = ("spec", "acme", "solvers", index, "http01", "gatewayHTTPRoute", "parentRefs", number)
                finding = _without_http(manifest, path, parent, given)
                if finding is not None:
                    yield finding
    alone = {
        IssuerKey(manifest.key.kind, manifest.key.namespace or "", manifest.key.name)
        for manifest in _issuers(given)
        if solvers(manifest) and all(_parents(solver) == () for solver in solvers(manifest))
    }
    for writer in writers(given):
        gateway = given.prediction.objects.gateways.get(key_of(writer.manifest))
        if writer.issuer in alone and gateway is not None and writer.manifest is gateway.manifest:
            yield from _of_annotated(writer, gateway)


def _issuers(given: Input) -> Sequence[Manifest]:
    return (*given.of(CERT_MANAGER, "Issuer"), *given.of(CERT_MANAGER, "ClusterIssuer"))


def solvers(manifest: Manifest) -> Sequence[dict[str, Any]]:
    """Return the solvers of an issuer; none where it is not one of ACME."""
    return (spec_of(manifest).get("acme") or {}).get("solvers") or ()


def _parents(solver: Mapping[str, Any]) -> Sequence[dict[str, Any]] | None:
    """Return the parents of the routes that a solver makes; None where it makes none."""
    route = (solver.get("http01") or {}).get("gatewayHTTPRoute")
    return None if route is None else tuple(route.get("parentRefs") or ())


def _without_http(manifest: Manifest, path: FieldPath, parent: dict[str, Any], given: Input) -> Finding | None:
    """Return the finding on a Gateway that has no listener for the request of an ACME server."""
    namespace = parent.get("namespace") or manifest.key.namespace or ""
    gateway = given.prediction.objects.gateways.get(NamespacedName(namespace, parent["name"]))
    if gateway is None or (parent.get("group", GATEWAY_GROUP), parent.get("kind", "Gateway")) != (
        GATEWAY_GROUP,
        "Gateway",
    ):
        return None
    section = parent.get("sectionName")
    if all(section not in (None, each.name) for each in gateway.listeners) or _has_http(gateway, section):
        return None
    which = f"Listener {shown(section)} of Gateway" if section else "Gateway"
    reason = (
        f"{which} {gateway.key} has no HTTP on port {HTTP_PORT}, where an ACME server sends its request"
        f"{_waits(gateway)}."
    )
    return found(manifest, "GH601", path, reason, FIX)


def _of_annotated(writer: Writer, gateway: Gateway) -> Iterator[Finding]:
    names = [name for name, _ in writer.names if not name.startswith("*.")]
    if names and not _has_http(gateway, None):
        reason = (
            f"{writer.issuer} proves {shown(names[0])} with http01 through this Gateway, which has no HTTP on port "
            f"{HTTP_PORT}, where an ACME server sends its request{_waits(gateway)}."
        )
        yield found(writer.manifest, "GH601", writer.path, reason, FIX)


def _has_http(gateway: Gateway, section: str | None) -> bool:
    """Say whether a Gateway, or the listener of that name, has HTTP where an ACME server asks for it."""
    named = [each for each in gateway.listeners if section in (None, each.name)]
    return any(each.protocol == "HTTP" and each.port == HTTP_PORT for each in named)


def _waits(gateway: Gateway) -> str:
    if any(each.protocol == "HTTP" for each in gateway.listeners):
        return ""
    return ", and until there is a certificate, a Gateway with HTTPS listeners only gets neither Service nor address"
