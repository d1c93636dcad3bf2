"""The names of certificates: those that cert-manager makes for Certificates and annotated Gateways, and inline ones.

A wildcard in a certificate stands for one label: RFC 6125, section 6.4.3.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from preflight.field_path import FieldPath
from preflight.gateway_api.objects import Gateway, ListenerSet, NamespacedName
from preflight.gateway_api.referenced import CERT_MANAGER, ISSUERS, issued, key_of, spec_of
from preflight.rules.input import Input
from preflight.snapshot import Manifest

ISSUER, CLUSTER_ISSUER = ISSUERS


class IssuerKey(NamedTuple):
    """Which issuer: the namespace is empty for a ClusterIssuer."""

    kind: str
    namespace: str
    name: str

    def __str__(self) -> str:
        return f"{self.kind} {self.namespace}/{self.name}" if self.namespace else f"{self.kind} {self.name}"


class Writer(NamedTuple):
    """Something for which cert-manager writes a certificate into a Secret."""

    manifest: Manifest
    secret: NamespacedName
    issuer: IssuerKey | None
    """None for an issuer of another API."""
    names: tuple[tuple[str, FieldPath], ...]
    """Each name of the certificate, and where it is written."""
    path: FieldPath
    """Where the Secret is named."""


def writers(given: Input) -> Iterator[Writer]:
    """Yield each Certificate, and each annotated Gateway or ListenerSet with each of its Secrets."""
    for manifest in given.of(CERT_MANAGER, "Certificate"):
        yield _certificate(manifest)
    objects = given.prediction.objects
    owners: list[Gateway | ListenerSet] = [*objects.gateways.values(), *objects.listener_sets.values()]
    for owner in owners:
        issuer = _annotated(owner.manifest, owner.key.namespace)
        if issuer is not None:
            yield from _of_listeners(owner, issuer)


def _certificate(manifest: Manifest) -> Writer:
    spec, namespace = spec_of(manifest), key_of(manifest).namespace
    reference = spec.get("issuerRef") or {}
    kind = reference.get("kind") or "Issuer"
    known = (reference.get("group") or CERT_MANAGER) == CERT_MANAGER and kind in ("Issuer", "ClusterIssuer")
    issuer = IssuerKey(kind, "" if kind == "ClusterIssuer" else namespace, reference.get("name", "")) if known else None
    names: list[tuple[str, FieldPath]] = [
        (name, ("spec", "dnsNames", index)) for index, name in enumerate(spec.get("dnsNames") or ())
    ]
    common = spec.get("commonName")
    if common and common not in [name for name, _ in names]:
        names.append((common, ("spec", "commonName")))
    secret = NamespacedName(namespace, spec["secretName"])
    return Writer(manifest, secret, issuer, tuple((n.lower(), p) for n, p in names), ("spec", "secretName"))


def _annotated(manifest: Manifest, namespace: str) -> IssuerKey | None:
    annotations = (manifest.data.get("metadata") or {}).get("annotations") or {}
    if annotations.get(ISSUER):
        return IssuerKey("Issuer", namespace, annotations[ISSUER])
    return IssuerKey("ClusterIssuer", "", annotations[CLUSTER_ISSUER]) if annotations.get(CLUSTER_ISSUER) else None


def _of_listeners(owner: Gateway | ListenerSet, issuer: IssuerKey) -> Iterator[Writer]:
    names: dict[NamespacedName, list[tuple[str, FieldPath]]] = {}
    paths: dict[NamespacedName, FieldPath] = {}
    for listener in issued(owner):
        for index, reference in enumerate(listener.certificates):
            if reference.namespace == owner.key.namespace and reference.kind == "Secret":
                paths.setdefault(reference.key, (*listener.path, "tls", "certificateRefs", index))
                names.setdefault(reference.key, []).append((listener.hostname, (*listener.path, "hostname")))
    for secret, found in names.items():
        yield Writer(owner.manifest, secret, issuer, tuple(found), paths[secret])


def names_by_secret(given: Input) -> Mapping[NamespacedName, Sequence[str]]:
    """Return the names of the certificate in each Secret that is known: one cert-manager writes, only once, or inline.

    Of a Secret of the manifests that cert-manager writes into as well, nobody knows which certificate it has.
    """
    gathered: dict[NamespacedName, list[tuple[str, ...]]] = {}
    for writer in writers(given):
        gathered.setdefault(writer.secret, []).append(tuple(name for name, _ in writer.names))
    own = {key_of(manifest) for manifest in given.of("", "Secret")}
    made = {
        secret: found[0] for secret, found in gathered.items() if len(found) == 1 and found[0] and secret not in own
    }
    inline = {
        secret: each.read[0].names
        for secret, each in given.certificates.items()
        if each.read and secret not in gathered
    }
    return made | {secret: names for secret, names in inline.items() if names is not None}


def is_covered(hostname: str, names: Iterable[str]) -> bool:
    """Say whether a certificate with these names is one for all hosts of a hostname."""
    if hostname in names:
        return True
    _, dot, parent = hostname.partition(".")
    return bool(dot) and not hostname.startswith("*.") and f"*.{parent}" in names
