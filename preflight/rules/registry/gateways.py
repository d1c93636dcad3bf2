"""The rules about Gateways, their listeners and their classes."""

from preflight.rules import (
    crds,
    features,
    gateway_names,
    gateway_services,
    host_network,
    listeners,
    redirects,
    traffic_policy,
)
from preflight.rules.model import Rule

GATEWAYS: tuple[Rule, ...] = (
    Rule(
        code="GH310",
        check=listeners.idle_listeners,
        why="A listener without routes opens a port, and for HTTPS needs a certificate, to answer with 404 only. Often "
        "a route was meant for it and names another section.",
        upstream=("kube-linter#555",),
    ),
    Rule(
        code="GH311",
        check=redirects.plain_answers,
        why="A route without sectionName attaches to all listeners. Where one of them only redirects to HTTPS, the "
        "route "
        "answers there as well, so that cookies and passwords travel in the clear.",
        upstream=(
            "cilium#28796",
            "cilium#34539",
            "cilium#42159",
            "cilium#46359",
            "gateway-api#1185",
            "gateway-api#3356",
        ),
    ),
    Rule(
        code="GH312",
        check=listeners.mixed_ports,
        why="The specification calls it a conflict; Cilium does not flag HTTP with HTTPS on one port, and Envoy cannot "
        "tell before the first byte which of them a connection is for.",
        upstream=("cilium#46917",),
    ),
    Rule(
        code="GH313",
        check=listeners.certificates_of_listeners,
        why="Each certificate becomes a filter chain of Envoy for the same names, which it refuses with all that comes "
        "with it. Since 1.20 an admission policy of Cilium's chart denies such a Gateway of class cilium.",
        upstream=("cilium#41228",),
    ),
    Rule(
        code="GH314",
        check=gateway_names.dotted_names,
        why="The operator fails to create the Service, again and again, and only its log says so: the Gateway never "
        "gets "
        "an address.",
    ),
    Rule(
        code="GH315",
        check=gateway_names.uncut_names,
        why="The Service of a Gateway with a name of more than 48 characters has a shortened name, so that a pool or "
        "policy "
        "that selects it by its whole name never matches.",
        upstream=("cilium#31285", "cilium#45368"),
    ),
    Rule(
        code="GH316",
        check=gateway_names.taken_names,
        why="The operator patches a Service of that name without asking whose it is: its ports become those of the "
        "Gateway, and its labels stay, so that other selectors match as well.",
        upstream=("cilium#31292",),
    ),
    Rule(
        code="GH317",
        check=listeners.dropped_listeners,
        why="No host of the Gateway answers any longer, while its status says that all is well.",
        upstream=("cilium#48269", "cilium#46917"),
    ),
    Rule(
        code="GH318",
        check=crds.unserved_versions,
        why="The operator looks for the kinds once, when it starts. If a required one is missing it logs an error and "
        "leaves the Gateway API off: no object gets a status. If TLSRoute is, old objects of it cannot be read any "
        "longer.",
        upstream=("cilium#44920", "cilium#38420", "cilium#32539", "cilium#36702", "cilium#27398"),
    ),
    Rule(
        code="GH319",
        check=gateway_services.class_values,
        why="The CRD does not limit the field, and its status is always Accepted. Kubernetes then refuses the "
        "Service, and "
        "no Gateway of the class gets an address.",
    ),
    Rule(
        code="GH320",
        check=traffic_policy.local_on_layer_2,
        why="The Gateway, its routes and its address all look healthy, and nobody answers for the address.",
        upstream=("cilium#48799", "cilium#27800", "cilium#26586"),
    ),
    Rule(
        code="GH321",
        check=host_network.unbound_listeners,
        why="The Envoy of a node can bind a port once: of two Gateways with one port, one does not answer.",
        upstream=("cilium#38227", "cilium#45003"),
    ),
    Rule(
        code="GH322",
        check=host_network.privileged_ports,
        why="Without the capability Envoy refuses the whole listener, and only its log says so.",
    ),
    Rule(
        code="GH323",
        check=crds.removed_kinds,
        why="The API server refuses the kind, or keeps it for as long as an old CustomResourceDefinition is there; no "
        "version of Cilium since 1.19 reads it.",
    ),
    Rule(
        code="GH324",
        check=features.switched_off_gateways,
        why="The CRDs may be there all the same, so that the API server takes the objects. The operator serves "
        "Gateways only with all of these values on; without kubeProxyReplacement, its log alone says so.",
    ),
)
