"""The fields of the cluster file for what is in it: nodes, networks, and objects that are no manifests."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from preflight.cluster import (
    ISSUER_TYPES,
    PROTOCOLS,
    SOLVERS,
    DeclaredIssuer,
    DeclaredService,
    Network,
    Node,
)
from preflight.cluster.networks import lies_in
from preflight.cluster.owned import ACME
from preflight.ip_ranges import range_of
from preflight.names import DNS_LABEL, DNS_SUBDOMAIN, SERVICE_NAME
from preflight.reading.cluster_scalars import INTERFACE, address_range, ip_address, network
from preflight.reading.fields import Field, Value, each, labels, mapping, name, one_of, port_number
from preflight.values import shown

OBJECT_EXAMPLE = "{namespace: web, name: shop}"
PORT_EXAMPLE = "{port: 53, protocol: UDP}"
NETWORK_EXAMPLE = "{cidr: 192.0.2.0/24, dhcp: [192.0.2.100-192.0.2.199]}"

_NAMESPACE = Field("namespace", name(DNS_LABEL), required=True)


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
    {"namespace": _NAMESPACE, "name": Field("name", name(DNS_SUBDOMAIN), required=True)},
    OBJECT_EXAMPLE,
)
_namespace = mapping(
    lambda name, labels=None: (name, labels or {}),
    {"name": Field("name", name(DNS_LABEL), required=True), "labels": Field("labels", labels("Namespace"))},
    "{name: web, labels: {team: web}}",
)
_service = mapping(
    DeclaredService,
    {
        "namespace": _NAMESPACE,
        "name": Field("name", name(SERVICE_NAME), required=True),
        "ports": Field("ports", each(_port, "ports", least=1), required=True),
    },
    "{namespace: web, name: shop, ports: [80]}",
)
_node = mapping(
    Node,
    {
        "name": Field("name", name(DNS_SUBDOMAIN), required=True),
        "labels": Field("labels", labels("Node")),
        "interfaces": Field("interfaces", each(name(INTERFACE), "names of interfaces")),
        "addresses": Field("addresses", each(ip_address, "addresses")),
    },
    "{name: node-1, interfaces: [eth0]}",
)
_network_fields = mapping(
    lambda cidr, dhcp=(): (cidr, dhcp),
    {
        "cidr": Field("cidr", network, required=True),
        "dhcp": Field("dhcp", each(address_range, "ranges of addresses")),
    },
    NETWORK_EXAMPLE,
)
_ISSUER = {
    "name": Field("name", name(DNS_SUBDOMAIN), required=True),
    "type": Field("type", one_of(*ISSUER_TYPES)),
    "solvers": Field("solvers", each(one_of(*SOLVERS), "solvers")),
}


def _network(value: Value) -> Network:
    """Read a network, whose ranges are to be in it."""
    cidr, dhcp = _network_fields(value)
    whole = range_of({"cidr": cidr})
    for index, part in enumerate(dhcp):
        if not lies_in(part, whole):
            at = value.at("dhcp").at(index)
            at.refuse(f"{shown(at.data)} is not in the network {cidr}.", "Write a range of the network.")
    return Network(cidr=cidr, dhcp=dhcp)


def _issuer(value: Value, *, namespaced: bool) -> DeclaredIssuer:
    """Read an issuer; only one of type acme has solvers, which therefore say that it is."""
    fields = {"namespace": _NAMESPACE, **_ISSUER} if namespaced else _ISSUER
    example = "{namespace: web, name: ca, type: ca}" if namespaced else "{name: letsencrypt, solvers: [http01]}"
    found: dict[str, Any] = mapping(dict, fields, example)(value)
    if found.get("solvers") and found.setdefault("type", ACME) != ACME:
        reason = f"An issuer of type {shown(found['type'])} has no solvers."
        value.at("solvers").refuse(reason, f"Leave them out, or write 'type: {ACME}'.")
    return DeclaredIssuer(**found)


def namespaces(value: Value) -> Mapping[str, Mapping[str, str]]:
    """Read Namespaces as the labels of each."""
    return dict(each(_namespace, "Namespaces", identity=lambda namespace: namespace[0])(value))


services = each(_service, "Services", identity=lambda service: (service.namespace, service.name))
secrets = each(_object, "Secrets")
config_maps = each(_object, "ConfigMaps")
gateway_classes = each(name(DNS_SUBDOMAIN), "names of GatewayClasses")
gateways = each(_object, "Gateways")
nodes = each(_node, "nodes", identity=lambda node: node.name)
networks = each(_network, "networks", identity=lambda network: network.cidr)
issuers = each(partial(_issuer, namespaced=True), "Issuers", identity=lambda issuer: (issuer.namespace, issuer.name))
cluster_issuers = each(partial(_issuer, namespaced=False), "ClusterIssuers", identity=lambda issuer: issuer.name)
