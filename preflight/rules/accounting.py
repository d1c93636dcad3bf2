"""Accounting: where each known misconfiguration is found, or why manifests cannot tell it.

The rows are those of the two lists that the project started from: misconfigurations that an analysis of manifests can
find, by the sources of Cilium, and mistakes that people make, by the issues of public projects.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One of the known misconfigurations or mistakes."""

    number: str
    what: str
    codes: tuple[str, ...] = ()
    """Where it is found."""
    note: str = ""
    """What of it is not found, and why."""


UNKNOWN_CRDS = (
    "Where neither the manifests nor the cluster file say so, the version in the cluster is not known; of one that the "
    "cluster file says, its channel is not."
)
NODES = "Where the cluster file declares no nodes, or no labels or interfaces of them, they are not known."
SOLVERS = "Whether the http01 solver of an issuer makes a route or an Ingress is known from its manifest only."
BGP = "Where cluster configs, peer configs or advertisements are not among the manifests at all, they are elsewhere."
HELM = "Where the cluster file does not say so, the Helm values of Cilium are not known."

MISCONFIGURATIONS: tuple[Row, ...] = (
    Row("1", "Blocks of pools overlap", ("GH500",)),
    Row("2", "A block is incomplete or the wrong way round", ("GH501",)),
    Row("3", "A block has a CIDR and a range, or host bits", ("GH502", "GH503")),
    Row(
        "4",
        "No pool matches a Service or Gateway",
        ("GH510", "GH306"),
        "Without a pool among the manifests, those of the cluster are not known.",
    ),
    Row(
        "5",
        "Several pools match",
        ("GH512",),
        "Pools with the same selector, or with none, are taken to be one in several objects: `addresses` says one of.",
    ),
    Row("6", "A requested address is in no pool that matches", ("GH511",)),
    Row("7", "An annotation for addresses is not known, or has no bare address", ("GH519", "GH550")),
    Row("8", "Services that may not share ask for one address", ("GH513",)),
    Row("9", "Sharing across namespaces is not mutual, or has blanks", ("GH514",)),
    Row("10", "There are more Services than addresses", ("GH516",)),
    Row("11", "Dual stack, and pools of one family", ("GH517",), HELM),
    Row(
        "12",
        "A load balancer class that nobody serves",
        ("GH518",),
        "A class that is none of Cilium's may be that of another controller.",
    ),
    Row(
        "13",
        "An address that nobody announces",
        ("GH520", "GH521", "GH530"),
        "Where neither manifests nor the cluster file say how addresses are announced, nobody knows.",
    ),
    Row("14", "A layer 2 policy that announces nothing", ("GH522",)),
    Row(
        "15",
        "Interfaces of a layer 2 policy that match none, or the wrong one",
        ("GH523", "GH524", "GH526", "GH527", "GH528"),
        "Where the cluster file declares neither the interfaces of nodes nor Cilium's value devices, they are not "
        "known.",
    ),
    Row(
        "16",
        "Traffic policy Local with layer 2",
        ("GH320", "GH531"),
        "Where the patch version is not declared, both outcomes are told.",
    ),
    Row("17", "Two Services share a lease", ("GH532",)),
    Row("18", "BGP that advertises nothing", ("GH540", "GH541", "GH542"), BGP),
    Row(
        "19",
        "Dangling references of BGP",
        ("GH537", "GH538", "GH539"),
        "Whether a Secret that is neither a manifest nor declared is in the cluster is not known. Where no peer config "
        "is among the manifests, none is missed.",
    ),
    Row("20", "BGP configurations that exclude each other", ("GH536", "GH543"), NODES),
    Row("21", "Static addresses and an annotation that differ", ("GH307",)),
    Row("22", "Static addresses of a type that is not supported, or that are ignored", ("GH307", "GH551"), HELM),
    Row("23", "Parameters of a GatewayClass or Gateway that cannot be used", ("GH207",)),
    Row("24", "A listener with no certificate, or with several", ("GH140", "GH141", "GH313")),
    Row("25", "A reference to another namespace without a ReferenceGrant", ("GH201",)),
    Row("26", "Protocols, TLS modes and kinds of routes that do not fit", ("GH301", "GH302", "GH309")),
    Row("27", "Listeners of one port that exclude each other", ("GH301", "GH312")),
    Row("28", "HTTP listeners on several ports, with routes for each", ("GH308",)),
    Row("29", "Two routes with the same match", ("GH405", "GH406", "GH413")),
    Row("30", "Filters and fields that are not applied", ("GH120", "GH408")),
    Row("31", "CRDs of the Gateway API that do not fit Cilium", ("GH318", "GH309", "GH324"), UNKNOWN_CRDS),
    Row("32", "Host networking with ports twice, or below 1024", ("GH321", "GH322"), HELM),
    Row("33", "gRPC and HTTP/2 that are not switched on", ("GH411", "GH412"), HELM),
    Row("34", "Names of Gateways and of their Services", ("GH306", "GH314", "GH315", "GH316")),
    Row(
        "35",
        "Only HTTPS listeners, and certificates by HTTP-01",
        ("GH601",),
        SOLVERS,
    ),
    Row("36", "Kinds and fields that were removed or are deprecated", ("GH104", "GH105", "GH120", "GH323")),
    Row("37", "A ListenerSet that its Gateway does not allow", ("GH305", "GH303")),
    Row("38", "Certificates of a BackendTLSPolicy", ("GH401",)),
    Row("39", "BGP families that do not fit the pools", ("GH544", "GH545")),
    Row("40", "The header Host, and patterns that are not RE2", ("GH403",)),
)

MISTAKES: tuple[Row, ...] = (
    Row("1", "Routes and redirects on all listeners", ("GH311", "GH404")),
    Row("2", "Defaults that are not written, and Argo CD", ("GH701",)),
    Row("3", "Traffic policy Local with layer 2", ("GH320", "GH531"), HELM),
    Row("4", "allowedRoutes takes the own namespace only", ("GH302",)),
    Row("5", "A missing ReferenceGrant", ("GH201",)),
    Row("6", "Labels on the Gateway instead of its infrastructure", ("GH510", "GH520")),
    Row(
        "7",
        "A layer 2 policy without loadBalancerIPs, or no policy at all",
        ("GH520", "GH521", "GH522"),
        "Where neither manifests nor the cluster file say how addresses are announced, nobody knows.",
    ),
    Row("8", "A requested address in no pool", ("GH511",)),
    Row("9", "Annotations that do not exist, or that win over addresses", ("GH550", "GH519", "GH307")),
    Row("10", "API versions of Cilium's kinds", ("GH104", "GH105", "GH120")),
    Row("11", "A version of the Gateway API that does not fit Cilium", ("GH318", "GH104"), UNKNOWN_CRDS),
    Row("12", "cert-manager passes over a listener", ("GH204", "GH606", "GH610")),
    Row(
        "13",
        "A certificate that waits for its own listener",
        ("GH204", "GH601"),
        SOLVERS,
    ),
    Row("14", "A wildcard with HTTP-01", ("GH602",)),
    Row("15", "One Secret for several certificates", ("GH603",)),
    Row(
        "16",
        "Overlapping pools",
        ("GH500",),
        "Where the manifests do not say which pool is the newer one, both outcomes are told.",
    ),
    Row("17", "Blocks that are wider or narrower than written", ("GH503", "GH504", "GH511")),
    Row("18", "Listeners that conflict", ("GH301", "GH312", "GH317")),
    Row("19", "A backend that is not there", ("GH202",)),
    Row("20", "A parent that is not there", ("GH302", "GH303")),
    Row(
        "21",
        "Sync waves that never end",
        ("GH703",),
        "What others than Gateways, routes and certificates wait for is not known, nor health checks of one's own.",
    ),
    Row("22", "A layer 2 policy that matches no node", ("GH525", "GH526", "GH527"), NODES),
    Row(
        "23",
        "A pool outside the network, or within DHCP's range",
        ("GH506", "GH507", "GH508"),
        "Of networks and DHCP ranges that the cluster file does not declare, nothing is known.",
    ),
    Row(
        "24",
        "Servers behind a Gateway that redirect to HTTPS themselves",
        ("GH410",),
        "Of other servers than that of Argo CD, the settings are not known.",
    ),
    Row(
        "25",
        "Connections that are reused for another host",
        ("GH605",),
        "Between Gateways it takes one address for both, which Cilium does not give to two of one port.",
    ),
    Row("next", "A wildcard matches any number of labels, and not the domain itself", ("GH302", "GH604")),
    Row(
        "next",
        "Network policies that keep Gateways out",
        ("GH409",),
        "What policies deny, what those of the identity reserved:ingress itself let through, and ports by name are not "
        "judged.",
    ),
    Row("next", "Host networking excludes load balancers", ("GH321", "GH551"), HELM),
    Row("next", "Long names of Gateways", ("GH315",)),
    Row("next", "64 listeners, ListenerSets and the routes of these", ("GH128", "GH303", "GH305")),
    Row(
        "next",
        "A Secret that is older than its ListenerSet",
        (),
        "A bug of early versions of 1.20 that depends on the order of events.",
    ),
    Row("next", "Rules for sharing an address", ("GH513", "GH514", "GH515")),
    Row("next", "Two Gateways of one name in two namespaces", (), "Mended in all versions of Cilium that are judged."),
    Row("next", "start and stop of a block as two blocks", ("GH501",)),
)
