"""BgpPeering: everything that it takes to announce addresses over BGP.

Objects of four kinds that refer to each other by name and by label. A reference that fits nothing is no error to
Cilium: the session comes up, and nothing is advertised. So all of them are defined here, together.
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from weakref import WeakKeyDictionary

from constructs_lib.api_groups import CILIUM_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.checks import dns_label, instance, instances, refuse_repeated, refused
from constructs_lib.load_balancing.bgp_advertisement import BgpAdvertisement
from constructs_lib.load_balancing.bgp_instance import RENAME, BgpInstance, overridden_nodes
from constructs_lib.load_balancing.bgp_peer import MAX_ADVERTISEMENTS
from constructs_lib.load_balancing.bgp_peer_advertisements import peer_advertisements
from constructs_lib.registry import Identity, NamedObject, app_of, name_of
from constructs_lib.selectors import LabelSelector, LabelSelectorRequirement
from constructs_lib.sync_waves import ADDRESSES
from imports.io.cilium import (
    CiliumBgpAdvertisement,
    CiliumBgpClusterConfig,
    CiliumBgpNodeConfigOverride,
    CiliumBgpPeerConfig,
)

import cdk8s
from constructs import Construct

PEERING_LABEL = "bgp-peering"
ADVERTISEMENT_LABEL = "bgp-advertisement"
"""The labels of a CiliumBGPAdvertisement, by which the families of a CiliumBGPPeerConfig select it."""
MAX_INSTANCES = 16

_node_selectors: WeakKeyDictionary[cdk8s.App, dict[Identity, LabelSelector]] = WeakKeyDictionary()


class BgpPeering(Defined, CiliumBgpClusterConfig):
    """BGP sessions of nodes with routers, and what the routers are told; its objects are cluster-scoped.

    It is the CiliumBGPClusterConfig. Beside it, in the same scope, it defines a CiliumBGPPeerConfig
    `NAME.INSTANCE.PEER` for each peer, a CiliumBGPAdvertisement `NAME.ADVERTISEMENT` for each advertisement, and a
    CiliumBGPNodeConfigOverride for each node that an instance has an override for.
    """

    sync_wave: ClassVar[int] = ADDRESSES

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        bgp_instances: Sequence[BgpInstance],
        advertisements: Sequence[BgpAdvertisement] = (),
        node_selector: LabelSelector | None = None,
        secrets_namespace: NamedObject = "kube-system",
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the peering.

        :param scope: the chart.
        :param id: unique in the chart.
        :param bgp_instances: the routers that each node runs, 1 to 16; one, as a rule.
        :param advertisements: what every peer is told of that has no `advertisements` of its own.
        :param node_selector: the nodes that run them; every one when left out. A node runs one peering.
        :param secrets_namespace: where Cilium looks up the Secrets of peers: its Helm value
            bgpControlPlane.secretsNamespace. A Secret that is not there is an empty password to it.
        :param name: metadata.name, a DNS label; the id when left out.
        :param labels: metadata.labels of every object.
        :param annotations: metadata.annotations of every object.
        :param merge_patch: escape hatch of the CiliumBGPClusterConfig, see `constructs_lib.api_object.define`; peers,
            advertisements and overrides have their own.
        :raises ValueError: for what Kubernetes or Cilium would refuse, and for what Cilium would silently leave undone:
            above all a peer that is told of nothing.

        Source: Cilium, operator/pkg/bgp, pkg/bgp, Documentation/network/bgp-control-plane.
        """
        peering = dns_label("CiliumBGPClusterConfig.metadata.name", id if name is None else name)
        identity = Identity(CILIUM_GROUP, "CiliumBGPClusterConfig", None, peering)
        checked = instances(f"{identity}: bgp_instances", bgp_instances, BgpInstance, at_most=MAX_INSTANCES)
        if not checked:
            raise refused(
                f"{identity}: bgp_instances",
                [],
                "runs nothing",
                allowed=f"1 to {MAX_INSTANCES}",
                fix=f"write [{BgpInstance.how_to_write}]",
            )
        refuse_repeated(f"{identity}: bgp_instances", [entry.name for entry in checked], fix=RENAME)
        shared = instances(f"{identity}: advertisements", advertisements, BgpAdvertisement, at_most=MAX_ADVERTISEMENTS)
        if node_selector is not None:
            instance(f"{identity}: node_selector", node_selector, LabelSelector)
        nodes = node_selector or LabelSelector()
        announced = peer_advertisements(str(identity), checked, shared)
        _refuse_secrets_elsewhere(
            identity, checked, name_of(f"{identity}: secrets_namespace", secrets_namespace, "Namespace")
        )
        overridden = overridden_nodes(str(identity), checked)
        _refuse_second(scope, identity, nodes)
        define(
            self,
            scope,
            id,
            identity,
            spec={
                "nodeSelector": node_selector and node_selector.spec(),
                "bgpInstances": [entry.spec(peering) for entry in checked],
            },
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )
        _node_selectors.setdefault(app_of(scope), {})[identity] = nodes
        metadata = {"labels": labels, "annotations": annotations}
        for entry in checked:
            for peer in entry.peers:
                selector = _selector(peering, announced.names[entry.name, peer.name])
                part, spec = f"{entry.name}.{peer.name}", peer.config_spec(selector)
                _PeerConfig(scope, f"{id}.peer.{part}", f"{peering}.{part}", spec, peer.merge_patch, **metadata)
        for advertisement in announced.advertisements:
            own_labels = {PEERING_LABEL: peering, ADVERTISEMENT_LABEL: advertisement.name}
            _Advertisement(
                scope,
                f"{id}.advertisement.{advertisement.name}",
                f"{peering}.{advertisement.name}",
                {"advertisements": [advertisement.spec()]},
                advertisement.merge_patch,
                labels={**(labels or {}), **own_labels},
                annotations=annotations,
            )
        for node, (spec, patch) in overridden.items():
            _NodeConfigOverride(scope, f"{id}.node.{node}", node, spec, patch, **metadata)


class _Part(Defined):
    """An object of a peering besides its CiliumBGPClusterConfig."""

    sync_wave: ClassVar[int] = ADDRESSES
    kind_defined: ClassVar[str]

    def __init__(
        self,
        scope: Construct,
        id: str,
        name: str,
        spec: Mapping[str, Any],
        merge_patch: Mapping[str, Any] | None,
        *,
        labels: Mapping[str, str] | None,
        annotations: Mapping[str, str] | None,
    ) -> None:
        """Define the object."""
        define(
            self,
            scope,
            id,
            Identity(CILIUM_GROUP, self.kind_defined, None, name),
            spec=spec,
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )


class _PeerConfig(_Part, CiliumBgpPeerConfig):
    kind_defined: ClassVar[str] = "CiliumBGPPeerConfig"


class _Advertisement(_Part, CiliumBgpAdvertisement):
    kind_defined: ClassVar[str] = "CiliumBGPAdvertisement"


class _NodeConfigOverride(_Part, CiliumBgpNodeConfigOverride):
    kind_defined: ClassVar[str] = "CiliumBGPNodeConfigOverride"


def _selector(peering: str, advertisements: Sequence[str]) -> dict[str, Any]:
    """Return the selector of these advertisements of a peering, in the API's form."""
    names = LabelSelectorRequirement(key=ADVERTISEMENT_LABEL, operator="In", values=advertisements)
    return LabelSelector(match_labels={PEERING_LABEL: peering}, match_expressions=[names]).spec()


def _refuse_secrets_elsewhere(identity: Identity, bgp_instances: Sequence[BgpInstance], namespace: str) -> None:
    """Raise ValueError for a Secret of a peer that is known to be in another namespace."""
    for entry in bgp_instances:
        for peer in entry.peers:
            reference = peer.auth_secret_reference()
            if reference is not None and reference.namespace not in (None, namespace):
                raise refused(
                    f"{identity}: {entry.name}: {peer.name}: auth_secret",
                    f"{reference.namespace}/{reference.name}",
                    f"is a Secret that is not in {namespace!r}: Cilium looks up the Secrets of peers in "
                    "secrets_namespace",
                    allowed=f"Secrets of {namespace!r}",
                    fix="define the Secret there",
                )


def _refuse_second(scope: Construct, identity: Identity, nodes: LabelSelector) -> None:
    """Raise ValueError for nodes that run another peering of the app already, as far as the selectors can tell."""
    for other, selected in _node_selectors.get(app_of(scope), {}).items():
        if LabelSelector() in (nodes, selected) or nodes == selected:
            raise refused(
                f"{identity}: node_selector",
                nodes,
                f"selects nodes that {other} selects too, and Cilium runs one of them on a node",
                allowed="peerings for different nodes",
                fix="write node_selector=... for both, or put their bgp_instances in one",
            )
