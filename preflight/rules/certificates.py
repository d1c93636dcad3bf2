"""Certificates: how they are issued, where they are written, and which hostnames they are served for."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from preflight.field_path import FieldPath, Key
from preflight.finding import Finding
from preflight.gateway_api.findings.located import found, manifest_of
from preflight.gateway_api.hostnames import intersection
from preflight.gateway_api.objects import GATEWAY_GROUP, Gateway, Listener, ListenerSet, NamespacedName
from preflight.gateway_api.prediction import ListenerStatus
from preflight.gateway_api.referenced import CERT_MANAGER, ISSUERS, annotations_of, issued
from preflight.rules.certificate_names import IssuerKey, is_covered, names_by_secret, writers
from preflight.rules.challenges import solvers
from preflight.rules.input import Input
from preflight.snapshot import Manifest
from preflight.values import listed, shown


def unprovable_wildcards(given: Input) -> Iterator[Finding]:
    """Yield a finding for each wildcard name for which an ACME issuer has no dns01 solver."""
    issuers = _acme_issuers(given)
    for writer in writers(given):
        known = None if writer.issuer is None else issuers.get(writer.issuer)
        if known is None:
            continue
        for name, path in writer.names:
            if name.startswith("*.") and not any(_proves_by_dns(each, name) for each in known):
                reason = (
                    f"{writer.issuer} has no dns01 solver for {shown(name)}, and a certificate for a wildcard is not "
                    "to "
                    "be had "
                    "with http01."
                )
                yield found(writer.manifest, "GH602", path, reason, "Add a dns01 solver, or write each name.")


def _acme_issuers(given: Input) -> Mapping[IssuerKey | None, Sequence[Mapping[str, Any]]]:
    """Return the solvers of each ACME issuer, of which at least one is known."""
    declared: dict[IssuerKey | None, Sequence[Mapping[str, Any]]] = {
        IssuerKey("Issuer" if each.namespace else "ClusterIssuer", each.namespace or "", each.name): [
            {solver: {}} for solver in each.solvers
        ]
        for each in given.facts.issuers
        if each.solvers
    }
    return declared | {
        IssuerKey(manifest.key.kind, manifest.key.namespace or "", manifest.key.name): solvers(manifest)
        for kind in ("Issuer", "ClusterIssuer")
        for manifest in given.of(CERT_MANAGER, kind)
        if solvers(manifest)
    }


def _proves_by_dns(solver: Mapping[str, Any], name: str) -> bool:
    """Say whether a solver proves a wildcard name; labels that it may ask for are taken to be there."""
    if "dns01" not in solver:
        return False
    selector = solver.get("selector") or {}
    names, zones = selector.get("dnsNames") or (), selector.get("dnsZones") or ()
    if not names and not zones:
        return True
    host = name.removeprefix("*.")
    return name in names or any(host == zone or host.endswith(f".{zone}") for zone in zones)


def shared_secrets(given: Input) -> Iterator[Finding]:
    """Yield a finding for each further object for which a certificate is written into one and the same Secret."""
    first: dict[NamespacedName, Manifest] = {}
    for writer in writers(given):
        other = first.setdefault(writer.secret, writer.manifest)
        if other is not writer.manifest:
            reason = (
                f"cert-manager writes the certificate of {other.key} into Secret {writer.secret} as well: each "
                "replaces the "
                "other, again and again."
            )
            yield found(writer.manifest, "GH603", writer.path, reason, "Write another name for the Secret.")


def uncovered_hostnames(given: Input) -> Iterator[Finding]:
    """Yield a finding for each hostname of a listener, or of a route on it, that its certificate is not for."""
    by_secret = names_by_secret(given)
    seen: set[tuple[int, int]] = set()
    for status in (*given.prediction.gateways, *given.prediction.listener_sets):
        for each in status.listeners:
            names = _names(each.listener, by_secret)
            if names is None:
                continue
            hostname = each.listener.hostname
            if hostname and not is_covered(hostname, names):
                path = (*each.listener.path, "hostname")
                yield _uncovered(manifest_of(status, given.prediction), path, hostname, each, names)
            else:
                yield from _of_routes(each, names, seen)


def _names(listener: Listener, by_secret: Any) -> Sequence[str] | None:
    if listener.protocol != "HTTPS" or len(listener.certificates) != 1:
        return None
    found_names: Sequence[str] | None = by_secret.get(listener.certificates[0].key)
    return found_names


def _of_routes(status: ListenerStatus, names: Sequence[str], seen: set[tuple[int, int]]) -> Iterator[Finding]:
    for route in status.attached:
        for index, hostname in enumerate(route.hostnames):
            common = intersection(status.listener.hostname, hostname)
            if common is not None and not is_covered(common, names) and (id(route), index) not in seen:
                seen.add((id(route), index))
                yield _uncovered(route.manifest, ("spec", "hostnames", index), common, status, names)


def _uncovered(
    manifest: Manifest, path: FieldPath, hostname: str, status: ListenerStatus, names: Sequence[str]
) -> Finding:
    covered = (
        f"is for {listed(names)}, and not for {shown(hostname)}."
        if names
        else f"has no DNS names, so that it is not for {shown(hostname)}: clients do not look at its common name."
    )
    reason = (
        f"The certificate in Secret {status.listener.certificates[0].key} of listener {shown(status.listener.name)} "
        f"{covered}"
    )
    if any(name.startswith("*.") and hostname.endswith(name[1:]) for name in names):
        reason += " In a certificate, an asterisk stands for one label only."
    return found(manifest, "GH604", path, reason, f"Add {shown(hostname)} to the names of the certificate.")


def reused_connections(given: Input) -> Iterator[Finding]:
    """Yield a finding for each hostname that is passed through and is in a certificate on the same port as well."""
    by_secret = names_by_secret(given)
    for status in given.prediction.gateways:
        for passed in status.listeners:
            if passed.listener.protocol != "TLS" or not passed.served:
                continue
            hostnames = sorted(
                {name for route in passed.attached for name in route.hostnames} or {passed.listener.hostname}
            )
            for other in status.listeners:
                names = _names(other.listener, by_secret) if other.listener.port == passed.listener.port else None
                covered = [name for name in hostnames if names is not None and name and is_covered(name, names)]
                if covered:
                    reason = (
                        f"The certificate of listener {shown(other.listener.name)} is for {listed(covered)} as well: "
                        "a client "
                        "with a connection to that listener sends requests for it there, where they are answered with "
                        "404."
                    )
                    fix = "Use a certificate without that name, or another Gateway for what is passed through."
                    path = (*passed.listener.path, "hostname")
                    yield found(manifest_of(status, given.prediction), "GH605", path, reason, fix)


def unserved_annotations(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Gateway annotated for cert-manager, where that does not look at Gateways."""
    if given.facts.cert_manager.enable_gateway_api is not False:
        return
    for writer in writers(given):
        if writer.manifest.key.group == GATEWAY_GROUP:
            reason = (
                f"cert-manager does not look at Gateways, since config.enableGatewayAPI is false: it makes no "
                "certificate "
                f"for Secret {writer.secret}."
            )
            fix = "Set config.enableGatewayAPI to true in the values of cert-manager, or write a Certificate."
            yield found(writer.manifest, "GH606", writer.path, reason, fix)


def idle_annotations(given: Input) -> Iterator[Finding]:
    """Yield a finding for each Gateway or ListenerSet annotated for cert-manager without a listener that it serves.

    Where a Secret is not there for want of a hostname, that is said already (GH204).
    """
    objects = given.prediction.objects
    owners: list[Gateway | ListenerSet] = [
        *(gateway for gateway in objects.gateways.values() if gateway.allowed_listeners.from_ == "None"),
        *objects.listener_sets.values(),
    ]
    for owner in owners:
        annotation = next((each for each in ISSUERS if annotations_of(owner.manifest).get(each)), None)
        certificates = [reference for listener in owner.listeners for reference in listener.certificates]
        asked = [reference for listener in issued(owner) for reference in listener.certificates]
        if annotation is None or any(reference.namespace == owner.key.namespace for reference in asked):
            continue
        if all(reference.key in objects.secrets for reference in certificates):
            reason = (
                "cert-manager makes no certificate for it: it does so for listeners that terminate TLS and have a "
                "hostname, and certificateRefs to their own namespace."
            )
            fix = "Remove the annotation, or write hostname and tls of the listeners that are to have a certificate."
            yield found(owner.manifest, "GH610", ("metadata", "annotations", Key(annotation)), reason, fix)
