"""The cluster file, cluster.yaml: what manifests cannot say about the cluster that they are for."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from preflight.cluster import ClusterFacts, DeclaredIssuer
from preflight.field_path import FieldPath
from preflight.finding import Source, UnreadableError
from preflight.reading import cluster_components as components
from preflight.reading import cluster_objects as objects
from preflight.reading.cluster_components import CILIUM_EXAMPLE, Cilium
from preflight.reading.fields import Field, Value, each, mapping, refuse
from preflight.reading.files import read
from preflight.reading.objects import NOTHING
from preflight.reading.unreadable import unreadable_path
from preflight.snapshot import Manifest
from preflight.values import listed, shown

CLUSTER_FILE = "cluster.yaml"
"""Its name in the folder of a project."""
CLUSTER_FILE_OF = "cluster-{}.yaml"
"""Its name where it is the file of one of several clusters."""


def _path(value: Value) -> Path:
    """Read a path, which is relative to the folder of the file."""
    if not isinstance(value.data, str) or not value.data:
        fix = "Write the path of a file or folder, relative to the folder of the cluster file."
        value.refuse(f"{shown(value.data)} is not a path.", fix)
    return Path(value.data)


FIELDS = {
    "cilium": Field("cilium", components.cilium),
    "gatewayAPI": Field("gateway_api", components.gateway_api),
    "certManager": Field("cert_manager", components.cert_manager),
    "argoCD": Field("argo_cd", components.argo_cd),
    "crds": Field("crds", each(_path, "paths")),
    "nodes": Field("nodes", objects.nodes),
    "networks": Field("networks", objects.networks),
    "gatewayClasses": Field("gateway_classes", objects.gateway_classes),
    "gateways": Field("gateways", objects.gateways),
    "namespaces": Field("namespaces", objects.namespaces),
    "services": Field("services", objects.services),
    "secrets": Field("secrets", objects.secrets),
    "configMaps": Field("config_maps", objects.config_maps),
    "issuers": Field("issuers", objects.issuers),
    "clusterIssuers": Field("cluster_issuers", objects.cluster_issuers),
}
"""Each field of the file, with the argument of _facts that it becomes."""


def _facts(
    cilium: Cilium | None = None,
    issuers: tuple[DeclaredIssuer, ...] = (),
    cluster_issuers: tuple[DeclaredIssuer, ...] = (),
    **others: Any,
) -> ClusterFacts:
    """Return the facts that the fields say."""
    facts = ClusterFacts(issuers=(*issuers, *cluster_issuers), **others)
    if cilium is None:
        return facts
    version = cilium.version
    return replace(facts, cilium=version.target, cilium_patch=version.patch, cilium_values=cilium.values)


def cluster_facts(file: Path) -> ClusterFacts:
    """Read the facts of a cluster; the paths in it are relative to its folder, and what it does not say has a default.

    Raises UnreadableError, with the line, for a file that cannot be read, an unknown field, and a value that its field
    does not take, such as a path of CRDs where nothing is.
    """
    written = _written(file)
    if written is None:
        return ClusterFacts()
    root = Value(written, (), written.data)
    facts = mapping(_facts, FIELDS, CILIUM_EXAMPLE)(root)
    for index, path in enumerate(facts.crds):
        if not _is_there(file.parent / path):
            root.at("crds").at(index).refuse(f"There is no file or folder {shown(str(path))}.", "Mend the path.")
    return replace(facts, crds=tuple(file.parent / path for path in facts.crds))


def _is_there(path: Path) -> bool:
    """Whether there is a file or folder; also where this user may not see it, which its reading says."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


def facts_in(folder: Path, cluster: str | None = None) -> ClusterFacts:
    """Read the facts in the cluster file of a project; the defaults where it has none.

    Of one of several clusters, they are in the file of its name, and in that of the project where it has none.
    Raises UnreadableError as cluster_facts does.
    """
    names = [CLUSTER_FILE] if cluster is None else [CLUSTER_FILE_OF.format(cluster), CLUSTER_FILE]
    file = next((folder / name for name in names if (folder / name).exists()), None)
    return ClusterFacts() if file is None else cluster_facts(file)


def _written(file: Path) -> Manifest | None:
    """Return what is in a file, which is read as warily as any manifest; None where that is nothing."""
    if file.is_dir():
        raise unreadable_path(str(file), "It is a folder.", "Name the file in it.")
    reading = read([file])
    for finding in reading.findings:
        raise UnreadableError(finding)
    if not reading.manifests:
        return None
    written, *others = reading.manifests
    for other in others:
        refuse(_source(other), (), "The cluster file has more than one document.", "Write them as one.")
    if written.data is NOTHING:
        reason = f"The cluster file is not a mapping of {listed(list(FIELDS))}."
        refuse(_source(written), (), reason, f"Write '{CILIUM_EXAMPLE}', for example.")
    for finding in written.findings:
        if finding.code == "GH101":
            refuse(_source(written, finding.path), finding.path, finding.reason, "Keep one of them.")
    return written


def _source(written: Manifest, path: FieldPath = ()) -> Source | None:
    return written.origin.source(path) if written.origin else None
