"""What runs in the cluster: versions from the tags of images, settings from ConfigMaps and arguments."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from preflight.cluster import TARGETS, Version, version_of
from preflight.finding import UnreadableError
from preflight.reading.cluster_components import known_version
from preflight.reading.documents import documents
from preflight.reading.kubectl.cilium_config import helm_values
from preflight.reading.kubectl.looking import called, items_at, mapping_at, text_at, texts_at
from preflight.reading.kubectl.sections import Entry, Section
from preflight.snapshot import Manifest
from preflight.values import series

NAME_LABEL = "app.kubernetes.io/name"
TAG = re.compile(r"[^@]*:(v?[0-9]+\.[0-9]+\.[0-9]+)(?:[-+._][^@/]*)?(?:@.*)?")
"""An image with a tag that is a version, whatever stands behind it."""
BUNDLE_VERSION = "gateway.networking.k8s.io/bundle-version"
GATEWAY_GROUP = "gateway.networking.k8s.io"
OPERATOR = "cilium-operator"
CILIUM_CONFIG = "cilium-config"
ARGO_CD_PARAMS = "argocd-cmd-params-cm"
CERT_MANAGER = "cert-manager"
CERT_MANAGER_CONFIG = "config.yaml"
INSECURE = "server.insecure"
ENABLE_GATEWAY_API = "--enable-gateway-api"


def cilium(deployments: Iterable[Manifest], config_maps: Iterable[Manifest]) -> Section | None:
    """Return the field `cilium`: its version, if it is one that is known here, and its Helm values."""
    entries = {}
    for deployment in _named(deployments, OPERATOR):
        found = image_version(deployment)
        if found is not None and known_version(str(found)) is not None:
            entries["version"] = _version(found, deployment)
    for config_map in _named(config_maps, CILIUM_CONFIG):
        entries["values"] = Entry(helm_values(mapping_at(config_map.data, "data")), called(config_map))
    return Section(entries) if entries else None


def unknown_cilium(deployments: Iterable[Manifest]) -> str | None:
    """Say of the version of Cilium that it is none that is known here; None where it is one, or nobody says it."""
    for deployment in _named(deployments, OPERATOR):
        found = image_version(deployment)
        if found is not None and known_version(str(found)) is None:
            return f"{found} is none of {series(TARGETS)}; without it, manifests are judged as for {TARGETS[0]}"
    return None


def gateway_api(crds: Iterable[Manifest]) -> Section | None:
    """Return the field `gatewayAPI`: the lowest version that its CRDs have."""
    found = []
    for crd in crds:
        version = version_of(text_at(crd.data, "metadata", "annotations", BUNDLE_VERSION))
        if version is not None and version.patch is not None and text_at(crd.data, "spec", "group") == GATEWAY_GROUP:
            found.append(((version.major, version.minor, version.patch), called(crd), version))
    if not found:
        return None
    _, name, version = min(found, key=lambda each: each[:2])
    return Section({"version": Entry(str(version), f"the annotation {BUNDLE_VERSION} of {name}")})


def cert_manager(deployments: Iterable[Manifest], config_maps: Iterable[Manifest]) -> Section | None:
    """Return the field `certManager`."""
    entries = {}
    for deployment in _named(deployments, CERT_MANAGER):
        if (found := image_version(deployment)) is not None:
            entries["version"] = _version(found, deployment)
        arguments = list(_arguments(deployment))
        if any(each in (ENABLE_GATEWAY_API, f"{ENABLE_GATEWAY_API}=true") for each in arguments):
            entries["enableGatewayAPI"] = Entry(True, f"arguments of {called(deployment)}")
        elif arguments and not any(each.startswith("--config") for each in arguments):
            entries["enableGatewayAPI"] = Entry(False, f"arguments of {called(deployment)}")
    for config_map in _named(config_maps, CERT_MANAGER):
        config = _parsed(text_at(config_map.data, "data", CERT_MANAGER_CONFIG))
        enabled = None if config is None else config.get("enableGatewayAPI") or False
        if isinstance(enabled, bool) and "enableGatewayAPI" not in entries:
            entries["enableGatewayAPI"] = Entry(enabled, called(config_map))
    return Section(entries) if entries else None


def argo_cd(deployments: Iterable[Manifest], config_maps: Iterable[Manifest]) -> Section | None:
    """Return the field `argoCD`; that its server is not insecure is said where both of its places are known."""
    entries = {}
    servers = list(_named(deployments, "argocd-server"))
    for server in servers:
        if (found := image_version(server)) is not None:
            entries["version"] = _version(found, server)
        if any(each in ("--insecure", "--insecure=true") for each in _arguments(server)):
            entries["params"] = Entry({INSECURE: True}, f"arguments of {called(server)}")
    for config_map in _named(config_maps, ARGO_CD_PARAMS):
        insecure = text_at(config_map.data, "data", INSECURE).lower() == "true"
        if insecure or (servers and "params" not in entries):
            entries["params"] = Entry({INSECURE: insecure}, called(config_map))
    return Section(entries) if entries else None


def image_version(deployment: Manifest) -> Version | None:
    """Return the version in the tag of the first image that has one."""
    for container in _containers(deployment):
        if match := TAG.fullmatch(text_at(container, "image")):
            return version_of(match[1])
    return None


def _version(version: Version, deployment: Manifest) -> Entry:
    return Entry(str(version), f"image of {called(deployment)}")


def _named(manifests: Iterable[Manifest], name: str) -> Iterator[Manifest]:
    """Return the object of a name, or of the label that a Helm chart gives it; the first by namespace and name."""
    found = [
        each
        for each in manifests
        if each.key.name == name or text_at(each.data, "metadata", "labels", NAME_LABEL) == name
    ]
    yield from sorted(found, key=lambda each: (each.key.name != name, each.key.namespace or "", each.key.name))[:1]


def _containers(deployment: Manifest) -> Iterator[Mapping[str, Any]]:
    return items_at(deployment.data, "spec", "template", "spec", "containers")


def _arguments(deployment: Manifest) -> Iterator[str]:
    for container in _containers(deployment):
        yield from texts_at(container, "command")
        yield from texts_at(container, "args")


def _parsed(text: str) -> Mapping[str, Any] | None:
    """Return the mapping in a text of YAML; None for anything else."""
    try:
        read = [document.data for document in documents(text, CERT_MANAGER_CONFIG)]
    except UnreadableError:
        return None
    return read[0] if len(read) == 1 and isinstance(read[0], Mapping) else None
