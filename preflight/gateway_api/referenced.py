"""What Gateways and routes refer to: Services, Secrets, ConfigMaps and Namespaces, of manifests and as declared."""

import base64
from collections.abc import Iterable, Mapping
from typing import Any

from preflight.cluster import ClusterFacts
from preflight.gateway_api.objects import Gateway, Listener, ListenerSet, NamespacedName, Reference, Service
from preflight.ip_ranges import address
from preflight.selectors import Labels
from preflight.snapshot import Manifest

NAME_LABEL = "kubernetes.io/metadata.name"
"""The label that the API server puts on every Namespace: its name."""
CERT_MANAGER = "cert-manager.io"
ISSUERS = (f"{CERT_MANAGER}/issuer", f"{CERT_MANAGER}/cluster-issuer")
"""Annotations with which cert-manager makes the Secrets of a Gateway's or ListenerSet's listeners."""
IGNORED_LISTENERS = f"{CERT_MANAGER}/ignore-tls-listeners"
"""The annotation that names those of whose Secrets it makes none, with commas between them."""
DERIVED_SERVICE = "multicluster.kubernetes.io/derived-service"
"""The annotation with which Cluster Mesh names the Service that stands for a ServiceImport."""

MAPPED = {4: 0xFFFF << 32, 6: 0}
"""What makes an address of a version a number of 128 bits, as ::ffff:0:0/96 does."""

ByKind = Mapping[tuple[str, str], tuple[Manifest, ...]]
"""Manifests by group and kind."""


def key_of(manifest: Manifest) -> NamespacedName:
    """Return which object of its kind a manifest is."""
    return NamespacedName(manifest.key.namespace or "", manifest.key.name)


def spec_of(manifest: Manifest) -> Mapping[str, Any]:
    """Return the spec of a manifest; empty where it has none."""
    return manifest.data.get("spec") or {}


def is_there(reference: Reference, by_kind: ByKind, cluster: ClusterFacts) -> bool:
    """Say whether an object of any kind is a manifest, or is declared by the cluster file."""
    declared = {"ConfigMap": cluster.config_maps, "Secret": cluster.secrets} if not reference.group else {}
    manifests = by_kind.get((reference.group, reference.kind), ())
    return reference.key in declared.get(reference.kind, ()) or any(key_of(each) == reference.key for each in manifests)


def services(manifests: Iterable[Manifest], cluster: ClusterFacts) -> Mapping[NamespacedName, Service]:
    """Return the Services; one that is a manifest counts before one that the cluster file declares."""
    found = {
        NamespacedName(each.namespace, each.name): Service(
            key=NamespacedName(each.namespace, each.name), type="ClusterIP", ports=each.ports, labels={}, ingress=()
        )
        for each in cluster.services
    }
    for manifest in manifests:
        spec, key, status = spec_of(manifest), key_of(manifest), manifest.data.get("status") or {}
        found[key] = Service(
            key=key,
            type=spec.get("type", "ClusterIP"),
            ports=tuple((port["port"], port.get("protocol", "TCP")) for port in spec.get("ports") or ()),
            named_ports={port["name"]: port["port"] for port in spec.get("ports") or () if port.get("name")},
            labels=_labels(manifest),
            ingress=tuple((status.get("loadBalancer") or {}).get("ingress") or ()),
        )
    return found


def service_imports(manifests: Iterable[Manifest]) -> Mapping[NamespacedName, str | None]:
    """Return the Service that stands for each ServiceImport; None where no annotation names one."""
    found: dict[NamespacedName, str | None] = {}
    for manifest in manifests:
        found[key_of(manifest)] = annotations_of(manifest).get(DERIVED_SERVICE)
    return found


def _labels(manifest: Manifest) -> Labels:
    return (manifest.data.get("metadata") or {}).get("labels") or {}


def secrets(
    manifests: Iterable[Manifest], made: Iterable[NamespacedName], cluster: ClusterFacts
) -> Mapping[NamespacedName, Mapping[str, bytes] | None]:
    """Return the data of each Secret; None for one that the cluster file declares, that is encrypted or that is made.

    `made` are those that a controller makes in the cluster.
    """
    declared: dict[NamespacedName, Mapping[str, bytes] | None] = {
        NamespacedName(*name): None for name in cluster.secrets
    }
    return (
        declared
        | dict.fromkeys(made)
        | {key_of(manifest): None if manifest.is_encrypted else _secret_data(manifest) for manifest in manifests}
    )


def issued(owner: Gateway | ListenerSet) -> tuple[Listener, ...]:
    """Return the listeners for which cert-manager makes certificates where an annotation names an issuer.

    They terminate TLS and have a hostname; an annotation can leave some out (cert-manager, its guide on Gateways).
    """
    ignored = {name.strip() for name in str(annotations_of(owner.manifest).get(IGNORED_LISTENERS, "")).split(",")}
    return tuple(
        listener
        for listener in owner.listeners
        if listener.hostname and listener.tls_mode == "Terminate" and listener.name not in ignored
    )


def annotations_of(manifest: Manifest) -> Mapping[str, str]:
    """Return the annotations of a manifest; empty where it has none."""
    return (manifest.data.get("metadata") or {}).get("annotations") or {}


def _secret_data(manifest: Manifest) -> Mapping[str, bytes]:
    """Return the data of a Secret; what is no base64 is empty."""
    data: dict[str, bytes] = {}
    for name, value in (manifest.data.get("data") or {}).items():
        try:
            data[name] = base64.b64decode(value or "")
        except ValueError:
            data[name] = b""
    return data | {name: value.encode() for name, value in (manifest.data.get("stringData") or {}).items()}


def config_maps(
    manifests: Iterable[Manifest], cluster: ClusterFacts
) -> Mapping[NamespacedName, Mapping[str, str] | None]:
    """Return the data of each ConfigMap; None for one that the cluster file declares."""
    declared: dict[NamespacedName, Mapping[str, str] | None] = {
        NamespacedName(*name): None for name in cluster.config_maps
    }
    return declared | {key_of(manifest): manifest.data.get("data") or {} for manifest in manifests}


def node_addresses(manifests: Iterable[Manifest], cluster: ClusterFacts) -> tuple[str, ...]:
    """Return the first address of each Node that has one, sorted by their bytes: IPv4 comes before most of IPv6.

    A Node that is a manifest counts before one that the cluster file declares.
    """
    texts = {each.name: each.addresses[0] for each in cluster.nodes if each.addresses}
    for manifest in manifests:
        addresses = (manifest.data.get("status") or {}).get("addresses") or ()
        if addresses:
            texts[manifest.key.name] = addresses[0].get("address") or ""
    found = [each for each in map(address, texts.values()) if each is not None]
    return tuple(str(each) for each in sorted(found, key=lambda each: each.number + MAPPED[each.version]))


def namespaces(manifests: Iterable[Manifest], cluster: ClusterFacts) -> Mapping[str, Labels]:
    """Return the labels of each Namespace, with the one that the API server adds."""
    written = dict(cluster.namespaces) | {key_of(manifest).name: _labels(manifest) for manifest in manifests}
    return {name: {**labels, NAME_LABEL: name} for name, labels in written.items()}
