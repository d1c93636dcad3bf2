"""CiliumLoadBalancerIPPool: addresses that Cilium gives to LoadBalancer Services."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from constructs_lib.addresses import Pool, record_pool, refuse_overlap
from constructs_lib.api_groups import CILIUM_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.checks import instance, instances, refused
from constructs_lib.gateway.listener_lookup import GatewayLookup
from constructs_lib.ip_block import IpBlock
from constructs_lib.registry import Identity
from constructs_lib.selectors import LabelSelector, services_of_gateway
from constructs_lib.sync_waves import ADDRESSES
from imports.io.cilium import CiliumLoadBalancerIpPool

from constructs import Construct

MAX_BLOCKS = 1000


class LoadBalancerIpPool(Defined, CiliumLoadBalancerIpPool):
    """A pool of addresses for LoadBalancer Services, cluster-scoped."""

    sync_wave: ClassVar[int] = ADDRESSES
    service_selector: LabelSelector
    """The Services that may get an address; one without conditions selects every Service."""
    gateway: GatewayLookup | None
    """The Gateway that the Service is of, where it is selected by that."""
    families: frozenset[str]
    """The families of its addresses: `ipv4`, `ipv6`."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        blocks: Sequence[IpBlock],
        service_selector: LabelSelector | GatewayLookup | None = None,
        allow_first_last_ips: bool = True,
        disabled: bool = False,
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the pool.

        :param scope: the chart.
        :param id: unique in the chart.
        :param blocks: the addresses; at least one block. No two blocks of the app's pools may overlap: of two pools
            that do, Cilium stops one, whatever their selectors and even if one is disabled.
        :param service_selector: the Services that may get an address, by their labels or that of a Gateway; every
            LoadBalancer Service when left out. Where several pools match a Service, Cilium takes any of them.
        :param allow_first_last_ips: False keeps the first and last address of each CIDR block of three or more
            addresses back. Blocks that are ranges or single addresses are not affected.
        :param disabled: True gives out no further address; Services keep what they have.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for what Kubernetes or Cilium would refuse, and for overlapping blocks.

        Source: Cilium, operator/pkg/lbipam.
        """
        identity = Identity(CILIUM_GROUP, "CiliumLoadBalancerIPPool", None, id if name is None else name)
        checked = instances(f"{identity}: blocks", blocks, IpBlock, at_most=MAX_BLOCKS)
        if not checked:
            raise refused(
                f"{identity}: blocks",
                [],
                "has no address to give",
                allowed="one block or more",
                fix="write [IpBlock.cidr(...)]",
            )
        self.gateway = service_selector if isinstance(service_selector, GatewayLookup) else None
        if isinstance(service_selector, GatewayLookup):
            service_selector = services_of_gateway(service_selector)
        elif service_selector is not None:
            instance(f"{identity}: service_selector", service_selector, LabelSelector)
        self.service_selector = service_selector or LabelSelector()
        self.families = frozenset(f"ipv{block.first.version}" for block in checked)
        instance(f"{identity}: allow_first_last_ips", allow_first_last_ips, bool)
        instance(f"{identity}: disabled", disabled, bool)
        refuse_overlap(scope, identity, checked)
        define(
            self,
            scope,
            id,
            identity,
            spec={
                "blocks": [block.spec() for block in checked],
                "serviceSelector": service_selector and service_selector.spec(),
                "allowFirstLastIPs": "Yes" if allow_first_last_ips else "No",
                "disabled": disabled,
            },
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )
        pool = Pool(
            identity=identity,
            blocks=checked,
            service_selector=self.service_selector,
            allow_first_last_ips=allow_first_last_ips,
            disabled=disabled,
        )
        record_pool(scope, pool)
