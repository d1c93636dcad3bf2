"""Sync waves: an object that cannot become healthy before one that is applied in a later wave.

Argo CD applies a wave once all objects of the one before are healthy. Source: its documentation of sync waves, and its
health checks for the kinds of the Gateway API and of cert-manager (resource_customizations).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from preflight.field_path import FieldPath, Key
from preflight.finding import Finding
from preflight.gateway_api.classes import service_type
from preflight.gateway_api.findings.located import found
from preflight.gateway_api.grants import permitting
from preflight.gateway_api.objects import GATEWAY_GROUP, GroupKind, NamespacedName
from preflight.gateway_api.referenced import CERT_MANAGER, key_of
from preflight.rules.applications import Coverage
from preflight.rules.certificate_names import IssuerKey, writers
from preflight.rules.input import Input
from preflight.snapshot import Manifest
from preflight.values import counted

WAVE = "argocd.argoproj.io/sync-wave"
HOOK = "argocd.argoproj.io/hook"
CHECKED_ROUTES = ("HTTPRoute", "GRPCRoute", "TLSRoute")
"""Those whose health Argo CD looks at."""


class _Need(NamedTuple):
    """An object that is not healthy without another one, or without any of several."""

    waiting: Manifest
    needed: Sequence[Manifest]
    why: str


def deadlocks(given: Input) -> Iterator[Finding]:
    """Yield a finding for each object that waits for one of a later wave of the same Application."""
    if not any(_annotation(each, WAVE) for each in given.snapshot.manifests):
        return
    coverage = Coverage(given)
    seen: set[tuple[int, int]] = set()
    for need in _needs(given):
        waiting = need.waiting
        together = [each for each in need.needed if _are_together(waiting, each, coverage)]
        if len(together) < len(need.needed) or not together or _annotation(waiting, HOOK):
            continue
        first = min(together, key=_wave)
        if _wave(first) > _wave(waiting) and (id(waiting), id(first)) not in seen:
            seen.add((id(waiting), id(first)))
            yield _deadlock(waiting, first, need.why)


def _deadlock(waiting: Manifest, needed: Manifest, why: str) -> Finding:
    path: FieldPath = ("metadata", "annotations", Key(WAVE)) if _annotation(waiting, WAVE) else ()
    reason = (
        f"It is in sync wave {_wave(waiting)} and {why} {needed.key}, which is in wave {_wave(needed)}: Argo CD waits "
        "for "
        "the one before it applies the other, for ever."
    )
    return found(waiting, "GH703", path, reason, f"Put {needed.key} into wave {_wave(waiting)} or an earlier one.")


def _are_together(first: Manifest, second: Manifest, coverage: Coverage) -> bool:
    """Say whether one Application applies both; where there is none, everything is taken to be one."""
    if not coverage.applications:
        return True
    return any(not application.is_template and application in coverage.of(second) for application in coverage.of(first))


def _wave(manifest: Manifest) -> int:
    text = _annotation(manifest, WAVE)
    try:
        return int(text or "0")
    except ValueError:
        return 0


def _annotation(manifest: Manifest, key: str) -> str | None:
    value = ((manifest.data.get("metadata") or {}).get("annotations") or {}).get(key)
    return None if value is None else str(value)


def _needs(given: Input) -> Iterator[_Need]:
    yield from _of_routes(given)
    yield from _of_gateways(given)
    yield from _of_certificates(given)


def _of_routes(given: Input) -> Iterator[_Need]:
    objects = given.prediction.objects
    services, grants = _by_name(given.of("", "Service")), _by_name(given.of(GATEWAY_GROUP, "ReferenceGrant"))
    for status in given.prediction.routes:
        route = status.route
        if not status.parents or route.kind not in CHECKED_ROUTES:
            continue
        referrer = GroupKind(GATEWAY_GROUP, route.kind)
        for backend in (each for rule in route.rules for each in rule.backends):
            target = backend.target
            service = services.get(target.key)
            if service is not None and target.kind == "Service":
                yield _Need(route.manifest, [service], "has as a backend")
            if target.namespace != route.key.namespace:
                granting = permitting(referrer, route.key.namespace, target, objects.grants)
                own = [grants[each.key] for each in granting if each.key in grants]
                if own and len(own) == len(granting):  # one that others have is there already
                    yield _Need(route.manifest, own, "is permitted its backend by")


def _of_gateways(given: Input) -> Iterator[_Need]:
    objects = given.prediction.objects
    secrets = _by_name(given.of("", "Secret"))
    made = _certificates_by_secret(given)
    pools = given.of("cilium.io", "CiliumLoadBalancerIPPool")
    for status in given.prediction.gateways:
        gateway = objects.gateways[status.key]
        its_class = objects.gateway_classes[gateway.class_name].manifest
        if its_class is not None:
            yield _Need(gateway.manifest, [its_class], "is of the class")
        for reference in (each for listener in gateway.listeners for each in listener.certificates):
            source = secrets.get(reference.key) or made.get(reference.key)
            if source is not None:
                yield _Need(gateway.manifest, [source], "has the certificate of")
        if pools and service_type(objects.gateway_classes[gateway.class_name], objects) == "LoadBalancer":
            yield _Need(
                gateway.manifest, pools, f"gets its address from {counted(len(pools), 'pool')}, the first of them"
            )


def _by_name(manifests: Sequence[Manifest]) -> Mapping[NamespacedName, Manifest]:
    return {key_of(each): each for each in manifests}


def _certificates_by_secret(given: Input) -> Mapping[NamespacedName, Manifest]:
    return {writer.secret: writer.manifest for writer in writers(given) if writer.manifest.key.kind == "Certificate"}


def _of_certificates(given: Input) -> Iterator[_Need]:
    """Yield the issuers of Certificates, and of annotated Gateways."""
    issuers = {
        IssuerKey(kind, each.key.namespace or "", each.key.name): each
        for kind in ("Issuer", "ClusterIssuer")
        for each in given.of(CERT_MANAGER, kind)
    }
    for writer in writers(given):
        issuer = None if writer.issuer is None else issuers.get(writer.issuer)
        if issuer is not None:
            yield _Need(writer.manifest, [issuer], "has a certificate from")
