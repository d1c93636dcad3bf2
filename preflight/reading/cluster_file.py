"""The cluster file, cluster.yaml: what manifests cannot say about the cluster that they are for."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from preflight.cluster import PROTOCOLS, TARGETS, ClusterFacts, DeclaredService
from preflight.field_path import FieldPath
from preflight.finding import Source, UnreadableError
from preflight.names import DNS_LABEL, DNS_SUBDOMAIN, SERVICE_NAME
from preflight.reading.cluster_fields import (
    Field,
    Value,
    each,
    labels,
    mapping,
    name,
    one_of,
    port_number,
    refuse,
)
from preflight.reading.files import read
from preflight.reading.objects import NOTHING
from preflight.reading.unreadable import unreadable_path
from preflight.snapshot import Manifest
from preflight.values import listed, shown

CLUSTER_FILE = "cluster.yaml"
"""Its name in the folder of a project."""
VERSION = re.compile(r"(?P<minor>\d+\.\d+)(\.\d+)?")
"""A version of Cilium, with or without its patch version."""
CILIUM_EXAMPLE = f'cilium: {{version: "{TARGETS[0]}"}}'
OBJECT_EXAMPLE = "{namespace: web, name: shop}"
PORT_EXAMPLE = "{port: 53, protocol: UDP}"


def target_of(version: str) -> str | None:
    """Return which of TARGETS a version of Cilium belongs to, if to one."""
    match = VERSION.fullmatch(version)
    return match["minor"] if match is not None and match["minor"] in TARGETS else None


def _version(value: Value) -> str:
    """Read a version of Cilium as one of TARGETS."""
    if not isinstance(value.data, str):
        reason = f"{shown(value.data)} is not a string; as a number, a version loses its last zero."
        value.refuse(reason, f"Put it in quotes, as in '{TARGETS[0]}'.")
    target = target_of(value.data)
    if target is None:
        reason = f"{shown(value.data)} is no known version of Cilium, as {listed(TARGETS)} are."
        value.refuse(reason, f"Write one of these, with or without the patch version, as in '{TARGETS[0]}.1'.")
    return target


def _path(value: Value) -> Path:
    """Read a path, which is relative to the folder of the file."""
    if not isinstance(value.data, str) or not value.data:
        fix = "Write the path of a file or folder, relative to the folder of the cluster file."
        value.refuse(f"{shown(value.data)} is not a path.", fix)
    return Path(value.data)


def _port(value: Value) -> tuple[int, str]:
    """Read a port of a Service: its number, or a mapping with its protocol."""
    if not isinstance(value.data, Mapping):
        return port_number(value), "TCP"
    port, protocol = _port_fields(value)
    return port, protocol


_port_fields = mapping(
    lambda port, protocol="TCP": (port, protocol),
    {"port": Field("port", port_number, required=True), "protocol": Field("protocol", one_of(*PROTOCOLS))},
    PORT_EXAMPLE,
)
_object = mapping(
    lambda namespace, name: (namespace, name),
    {
        "namespace": Field("namespace", name(DNS_LABEL), required=True),
        "name": Field("name", name(DNS_SUBDOMAIN), required=True),
    },
    OBJECT_EXAMPLE,
)
_namespace = mapping(
    lambda name, labels=None: (name, labels or {}),
    {"name": Field("name", name(DNS_LABEL), required=True), "labels": Field("labels", labels)},
    "{name: web, labels: {team: web}}",
)
_service = mapping(
    DeclaredService,
    {
        "namespace": Field("namespace", name(DNS_LABEL), required=True),
        "name": Field("name", name(SERVICE_NAME), required=True),
        "ports": Field("ports", each(_port, "ports", least=1), required=True),
    },
    "{namespace: web, name: shop, ports: [80]}",
)
_cilium = mapping(lambda version=TARGETS[0]: version, {"version": Field("version", _version)}, CILIUM_EXAMPLE)


def _namespaces(value: Value) -> Mapping[str, Mapping[str, str]]:
    """Read Namespaces as the labels of each."""
    return dict(each(_namespace, "Namespaces", identity=lambda namespace: namespace[0])(value))


FIELDS = {
    "cilium": Field("cilium", _cilium),
    "crds": Field("crds", each(_path, "paths")),
    "gatewayClasses": Field("gateway_classes", each(name(DNS_SUBDOMAIN), "names of GatewayClasses")),
    "namespaces": Field("namespaces", _namespaces),
    "services": Field(
        "services", each(_service, "Services", identity=lambda service: (service.namespace, service.name))
    ),
    "secrets": Field("secrets", each(_object, "Secrets")),
    "configMaps": Field("config_maps", each(_object, "ConfigMaps")),
}
"""Each field of the file, with what it becomes in ClusterFacts."""


def cluster_facts(file: Path) -> ClusterFacts:
    """Read the facts of a cluster; the paths in it are relative to its folder, and what it does not say has a default.

    Raises UnreadableError, with the line, for a file that cannot be read, an unknown field, and a value that its field
    does not take, such as a path of CRDs where nothing is.
    """
    written = _written(file)
    if written is None:
        return ClusterFacts()
    root = Value(written, (), written.data)
    facts = mapping(ClusterFacts, FIELDS, CILIUM_EXAMPLE)(root)
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


def facts_in(folder: Path) -> ClusterFacts:
    """Read the facts in the cluster file of a project; the defaults where it has none.

    Raises UnreadableError as cluster_facts does.
    """
    file = folder / CLUSTER_FILE
    return cluster_facts(file) if file.exists() else ClusterFacts()


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
