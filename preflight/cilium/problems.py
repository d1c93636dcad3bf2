"""What rules have to say of announcers, as data: which object, where, and the values that a message needs."""

from dataclasses import dataclass
from enum import StrEnum

from preflight.field_path import FieldPath
from preflight.snapshot import Manifest


class Problem(StrEnum):
    """What is wrong or likely not meant. What `seen` holds is in brackets."""

    FEATURE_OFF = "feature_off"
    """A policy or cluster config, and its feature is off in this cluster [Helm value]."""
    L2_NOT_APPLIED = "l2_not_applied"
    """Cilium sets a condition and does not apply the policy [condition type, message]."""
    L2_NO_IP_FLAG = "l2_no_ip_flag"
    """Neither loadBalancerIPs nor externalIPs: it announces nothing []."""
    L2_NO_NODE = "l2_no_node"
    """The node selector takes none of the declared nodes [nodes]."""
    L2_NO_INTERFACE = "l2_no_interface"
    """On no node a device matches [patterns]."""
    L2_NODE_WITHOUT_INTERFACE = "l2_node_without_interface"
    """On this node no device matches, and yet it can hold the lease [node]."""
    L2_GLOB = "l2_glob"
    """A pattern looks like one for a shell [pattern]."""
    L2_UNANCHORED = "l2_unanchored"
    """A pattern is found in longer names, too [pattern, then the declared devices that it matches]."""
    L2_ALL_INTERFACES = "l2_all_interfaces"
    """No interfaces are given, and this node has several devices [node, then devices]."""
    L2_UNUSED = "l2_unused"
    """It could announce, and no Service is announced by it []."""
    BGP_NO_MATCHING_NODE = "bgp_no_matching_node"
    """The node selector takes none of the declared nodes [nodes]."""
    BGP_BAD_SELECTOR = "bgp_bad_selector"
    """Cilium refuses a selector, and with it the config, or the instances that use it [message]."""
    BGP_CONFLICTING_CONFIG = "bgp_conflicting_config"
    """Another cluster config can take the same node: one of them gets the condition
    cilium.io/ConflictingClusterConfig [its name, then nodes where they are declared]."""
    BGP_MISSING_ASN = "bgp_missing_asn"
    """An instance has no localASN, and no override gives it one on all of its nodes [instance, then nodes with one]."""
    BGP_NO_PEERS = "bgp_no_peers"
    """An instance has no peers [instance]."""
    BGP_NO_PEER_ADDRESS = "bgp_no_peer_address"
    """A peer has neither an address nor discovery: it is skipped [peer]."""
    BGP_NO_PEER_CONFIG_REF = "bgp_no_peer_config_ref"
    """A peer refers to no peer config: a session, and nothing is advertised [peer]."""
    BGP_MISSING_PEER_CONFIG = "bgp_missing_peer_config"
    """A peer refers to a peer config that is not there: it is skipped [peer, peer config, the nearest or nothing]."""
    BGP_MISSING_SECRET = "bgp_missing_secret"  # noqa: S105  # a problem
    """The Secret is not in the namespace of BGP's Secrets: an empty password [Secret, namespace, then where it is]."""
    BGP_NO_PASSWORD = "bgp_no_password"  # noqa: S105  # a problem
    """The Secret has no key `password`: no peer of the instance is configured [Secret, namespace, then its keys]."""
    BGP_NO_FAMILIES = "bgp_no_families"
    """A peer config has no families: a session, and nothing is advertised []."""
    BGP_REPEATED_FAMILY = "bgp_repeated_family"
    """A family is there twice: the last one counts [family]."""
    BGP_NO_FAMILY_ADVERTISEMENTS = "bgp_no_family_advertisements"
    """A family has no advertisements selector [family]."""
    BGP_NO_ADVERTISEMENT = "bgp_no_advertisement"
    """The selector of a family takes no advertisement [family]."""
    BGP_NOT_CHOSEN = "bgp_not_chosen"
    """No family of any peer config selects an advertisement []."""
    BGP_NO_SERVICE_SELECTOR = "bgp_no_service_selector"
    """An advertisement of Services has no selector: it takes none []."""
    BGP_ADVERTISES_NOTHING = "bgp_advertises_nothing"
    """Peers are told of an advertisement, and it advertises no Service []."""
    BGP_UNKNOWN_NODE = "bgp_unknown_node"
    """An override has the name of no declared node [name, the nearest one or nothing]."""
    BGP_UNKNOWN_INSTANCE = "bgp_unknown_instance"
    """An override names an instance that no cluster config has [instance, the nearest one or nothing]."""
    BGP_UNKNOWN_PEER = "bgp_unknown_peer"
    """An override names a peer that the instance has not [peer, the nearest one or nothing]."""
    BGP_PEER_LOCAL_PORT = "bgp_peer_local_port"
    """An override sets localPort of a peer, which is never used [peer]."""
    UNUSED_PEER_CONFIG = "unused_peer_config"
    """No peer refers to a peer config []."""
    UNANNOUNCED = "unannounced"
    """A Service has addresses that nobody announces [addresses]."""
    UNKNOWN_CLASS = "unknown_class"
    """The loadBalancerClass of a Service is none of Cilium's [class]."""
    CLASS_FEATURE_OFF = "class_feature_off"
    """The loadBalancerClass is that of an announcer which is off [class]."""
    CLASS_OTHER_ANNOUNCER = "class_other_announcer"
    """Only announcers that its class shuts out select the Service [class, then who]."""
    LOCAL_ON_L2 = "local_on_l2"
    """externalTrafficPolicy Local on layer 2 [what it does, in a sentence]."""
    SHARED_LEASE = "shared_lease"
    """Two Services have one Lease [sentence]."""
    SILENT_NODES = "silent_nodes"
    """The lease can be held by a node that does not announce all addresses [sentence]."""
    NO_FAMILY = "no_family"
    """A peer is told of an advertisement, though not for the IP version of an address [who, sentence]."""
    AGGREGATION_IGNORED = "aggregation_ignored"
    """externalTrafficPolicy Local sets aggregation aside [advertisement]."""
    UNKNOWN_ANNOTATION = "unknown_annotation"
    """An annotation with a prefix of the allocator that it does not know [key, the nearest one or nothing]."""
    NO_ADDRESS_ASKED = "no_address_asked"
    """An item of the annotation with addresses is none, and it is dropped [item]."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A problem, where it was seen."""

    problem: Problem
    manifest: Manifest
    path: FieldPath = ()
    seen: tuple[str, ...] = ()
