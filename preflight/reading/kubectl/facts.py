"""A cluster file from what `kubectl get ... -o yaml` has saved, so that nobody types it by hand."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from preflight.finding import Finding, UnreadableError
from preflight.reading.files import read
from preflight.reading.kubectl import components, owned
from preflight.reading.kubectl.commands import COMMANDS
from preflight.reading.kubectl.looking import text_at
from preflight.reading.kubectl.sections import Section
from preflight.reading.kubectl.writing import cluster_file
from preflight.snapshot import Manifest

HEADING = """\
Written by `python -m preflight facts --from-kubectl` from what kubectl has saved of a cluster.
docs/cluster-facts.md has the fields. Change what is not so, and add what kubectl does not know."""
DEPLOYMENT = ("apps", "Deployment")
CILIUM_VERSION = "cilium.version"
NETWORKS = "networks: no kubectl command says them; write the LAN, and what DHCP gives out, if there is one"


def saved(paths: Iterable[str | Path]) -> tuple[Manifest, ...]:
    """Read what kubectl has saved, without where it was read; of Secrets, only type, namespace and name are kept.

    Raises UnreadableError for the first thing that cannot be read.
    """
    reading = read(paths)
    for finding in reading.findings:
        raise UnreadableError(finding)
    return tuple(_kept(manifest) for manifest in reading.manifests)


def facts_text(manifests: Iterable[Manifest]) -> str:
    """Return the cluster file that objects of a cluster say.

    It is the same in whatever order they are. Raises UnreadableError where they say nothing about the cluster.
    """
    by_kind = _by_kind(manifests)
    sections = _sections(by_kind)
    unknown = components.unknown_cilium(by_kind.get(DEPLOYMENT, ()))
    if not sections:
        reason = "None of the objects says something about the cluster."
        if unknown is not None:
            reason = f"The objects say nothing about the cluster but the version of Cilium, and {unknown}."
        fix = "Save some with the commands that `python -m preflight facts --help` lists."
        raise UnreadableError(Finding(code="GH002", reason=reason, fix=fix))
    known = {*sections, *(f"{name}.{field}" for name, section in sections.items() for field in section.data)}
    missing = [
        f"{field}: {unknown if field == CILIUM_VERSION and unknown else command.text}"
        for command in COMMANDS
        for field in command.fields
        if field not in known
    ]
    ending = "\n".join(["Not known from what was saved:", *(f"  {line}" for line in (*missing, NETWORKS))])
    return cluster_file(sections, HEADING, ending)


def _by_kind(manifests: Iterable[Manifest]) -> Mapping[tuple[str, str], Sequence[Manifest]]:
    by_kind: dict[tuple[str, str], list[Manifest]] = {}
    for manifest in manifests:
        by_kind.setdefault((manifest.group, manifest.key.kind), []).append(manifest)
    return by_kind


def _sections(by_kind: Mapping[tuple[str, str], Sequence[Manifest]]) -> Mapping[str, Section]:
    """Return the fields of the cluster file that something is known of, in their order."""

    def of(group: str, kind: str) -> Sequence[Manifest]:
        return by_kind.get((group, kind), ())

    deployments, config_maps = of(*DEPLOYMENT), of("", "ConfigMap")
    crds = of("apiextensions.k8s.io", "CustomResourceDefinition")
    listed = {
        "gatewayClasses": (owned.gateway_classes, of("gateway.networking.k8s.io", "GatewayClass")),
        "gateways": (owned.gateways, of("gateway.networking.k8s.io", "Gateway")),
        "namespaces": (owned.namespaces, of("", "Namespace")),
        "services": (owned.services, of("", "Service")),
        "secrets": (owned.secrets, of("", "Secret")),
        "configMaps": (owned.config_maps, config_maps),
        "issuers": (owned.issuers, of("cert-manager.io", "Issuer")),
        "clusterIssuers": (owned.cluster_issuers, of("cert-manager.io", "ClusterIssuer")),
    }
    sections = {
        "cilium": components.cilium(deployments, config_maps),
        "gatewayAPI": components.gateway_api(crds),
        "certManager": components.cert_manager(deployments, config_maps),
        "argoCD": components.argo_cd(deployments, config_maps),
        "nodes": owned.nodes(of("", "Node"), of("cilium.io", "CiliumNode")),
        **{field: make(objects) if objects else None for field, (make, objects) in listed.items()},
    }
    return {field: section for field, section in sections.items() if section is not None}


def _kept(manifest: Manifest) -> Manifest:
    """Return an object without its text, and a Secret without its data, which its annotations may have as well."""
    if (manifest.group, manifest.key.kind) != ("", "Secret"):
        return Manifest(data=manifest.data)
    metadata = {field: text_at(manifest.data, "metadata", field) for field in ("namespace", "name")}
    type_ = text_at(manifest.data, "type")
    return Manifest(data={"apiVersion": "v1", "kind": "Secret", "type": type_, "metadata": metadata})
