"""What is in the cluster: nodes, namespaces, and what others own, by name; nothing of a Secret but its name."""

from collections.abc import Iterable, Mapping
from typing import Any

from preflight.cluster.owned import ACME, ISSUER_TYPES, SOLVERS
from preflight.ip_ranges import address
from preflight.reading import cluster_objects as readers
from preflight.reading.fields import Reader
from preflight.reading.kubectl.looking import items_at, mapping_at, text_at
from preflight.reading.kubectl.sections import Section, takes
from preflight.snapshot import Manifest

CONTROLLER = "io.cilium/gateway-controller"
METADATA_NAME = "kubernetes.io/metadata.name"
TLS = "kubernetes.io/tls"
CERTIFICATE = "-----BEGIN CERTIFICATE-----"
NODE_ADDRESSES = ("InternalIP", "ExternalIP")

Item = dict[str, Any]


def nodes(manifests: Iterable[Manifest], cilium_nodes: Iterable[Manifest]) -> Section | None:
    """Return the field `nodes`; a CiliumNode says what its Node does not."""
    found = {
        manifest.key.name: _node(manifest, items_at(manifest.data, "spec", "addresses"), "ip")
        for manifest in cilium_nodes
    }
    for manifest in manifests:
        node = _node(manifest, items_at(manifest.data, "status", "addresses"), "address")
        found[manifest.key.name] = found.get(manifest.key.name, {}) | node
    comment = "kubectl get nodes; it does not say the interfaces: add them to each node, as in 'interfaces: [eth0]'"
    return _section(readers.nodes, found.values(), comment) if found else None


def namespaces(manifests: Iterable[Manifest]) -> Section:
    """Return the field `namespaces`, without the label that each Namespace has."""
    found = []
    for manifest in manifests:
        labels = {key: value for key, value in _labels(manifest).items() if key != METADATA_NAME}
        found.append({"name": manifest.key.name, **({"labels": labels} if labels else {})})
    return _section(readers.namespaces, found, "kubectl get namespaces")


def services(manifests: Iterable[Manifest]) -> Section:
    """Return the field `services`, without those of Gateways, which Cilium makes, and those without ports."""
    found = []
    for manifest in manifests:
        owners = items_at(manifest.data, "metadata", "ownerReferences")
        ports = [_port(port) for port in items_at(manifest.data, "spec", "ports")]
        if ports and not any(text_at(owner, "kind") == "Gateway" for owner in owners):
            found.append({**_names(manifest), "ports": ports})
    return _section(readers.services, found, "kubectl get services; without those of Gateways, and those without ports")


def secrets(manifests: Iterable[Manifest]) -> Section:
    """Return the field `secrets`: those with a certificate and its key."""
    found = [_names(manifest) for manifest in manifests if text_at(manifest.data, "type") == TLS]
    return _section(readers.secrets, found, f"kubectl get secrets; those of type {TLS}, and nothing but their names")


def config_maps(manifests: Iterable[Manifest]) -> Section | None:
    """Return the field `configMaps`: those with certificates under ca.crt."""
    found = [_names(manifest) for manifest in manifests if CERTIFICATE in text_at(manifest.data, "data", "ca.crt")]
    comment = "kubectl get configmaps; those with certificates under ca.crt"
    return _section(readers.config_maps, found, comment) if found else None


def gateway_classes(manifests: Iterable[Manifest]) -> Section:
    """Return the field `gatewayClasses`: those of Cilium."""
    found = [each.key.name for each in manifests if text_at(each.data, "spec", "controllerName") == CONTROLLER]
    return _section(readers.gateway_classes, found, f"kubectl get gatewayclasses; those of {CONTROLLER}")


def gateways(manifests: Iterable[Manifest]) -> Section:
    """Return the field `gateways`."""
    return _section(readers.gateways, [_names(each) for each in manifests], "kubectl get gateways")


def issuers(manifests: Iterable[Manifest]) -> Section:
    """Return the field `issuers`."""
    found = [{**_names(manifest), **_type(manifest)} for manifest in manifests]
    return _section(readers.issuers, found, "kubectl get issuers")


def cluster_issuers(manifests: Iterable[Manifest]) -> Section:
    """Return the field `clusterIssuers`."""
    found = [{"name": manifest.key.name, **_type(manifest)} for manifest in manifests]
    return _section(readers.cluster_issuers, found, "kubectl get clusterissuers")


def _section(reader: Reader[Any], items: Iterable[Any], comment: str) -> Section:
    """Return those items that the cluster file takes, by name, each once."""
    given = list(items)
    kept: dict[tuple[str, str], Any] = {}
    for item in sorted((item for item in given if takes(reader, [item])), key=repr):
        kept.setdefault(_identity(item), item)
    if len(kept) < len(given):
        comment += f"; without {len(given) - len(kept)} that cluster.yaml does not take, or that are there twice"
    return Section([kept[name] for name in sorted(kept)], comment)


def _identity(item: Any) -> tuple[str, str]:
    return (item.get("namespace", ""), item["name"]) if isinstance(item, dict) else ("", item)


def _node(manifest: Manifest, addresses: Iterable[Mapping[str, Any]], field: str) -> Item:
    """Return a node with those addresses of a list of which `field` is one, the internal ones first."""
    listed = list(addresses)
    found = [
        address(text_at(item, field)) for type_ in NODE_ADDRESSES for item in listed if text_at(item, "type") == type_
    ]
    texts = list(dict.fromkeys(str(each) for each in found if each is not None))
    parts = {"addresses": texts, "labels": _labels(manifest)}
    return {"name": manifest.key.name, **{name: part for name, part in parts.items() if part}}


def _labels(manifest: Manifest) -> dict[str, Any]:
    return dict(sorted(mapping_at(manifest.data, "metadata", "labels").items()))


def _names(manifest: Manifest) -> Item:
    return {"namespace": manifest.key.namespace or "default", "name": manifest.key.name}


def _port(port: Mapping[str, Any]) -> Any:
    """Return a port as the cluster file has it: its number alone for TCP."""
    number, protocol = port.get("port"), port.get("protocol") or "TCP"
    return number if protocol == "TCP" else {"port": number, "protocol": protocol}


def _type(manifest: Manifest) -> Item:
    """Return the type of an issuer, and the solvers of an ACME one."""
    spec = mapping_at(manifest.data, "spec")
    type_ = next((each for each in ISSUER_TYPES if each in spec), None)
    if type_ is None:
        return {}
    given = list(items_at(spec, ACME, "solvers")) if type_ == ACME else []
    solvers = [solver for solver in SOLVERS if any(solver in each for each in given)]
    return {"type": type_, **({"solvers": solvers} if solvers else {})}
