"""GatewayClass: which controller runs the Gateways of a class, and with which parameters."""

from collections.abc import Mapping
from typing import Any, ClassVar

from constructs_lib.api_groups import GATEWAY_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.checks import instance, text_of
from constructs_lib.gateway.gateway_class_config import MAX_DESCRIPTION, GatewayClassConfig
from constructs_lib.gateway.gateway_service import GatewayService
from constructs_lib.registry import Identity
from constructs_lib.sync_waves import POLICIES
from imports.io.k8s.networking.gateway import GatewayClass as L1GatewayClass

from constructs import Construct

CONTROLLER_NAME = "io.cilium/gateway-controller"


class GatewayClass(Defined, L1GatewayClass):
    """A class of Gateways that Cilium runs, cluster-scoped."""

    sync_wave: ClassVar[int] = POLICIES
    service: GatewayService | None
    """The Service of each Gateway; None where Cilium's Helm values say what it is like."""

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        parameters_ref: GatewayClassConfig | None = None,
        description: str | None = None,
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the class.

        :param scope: the chart.
        :param id: unique in the chart.
        :param parameters_ref: what its Gateways have in common; Cilium's Helm values say it when left out.
        :param description: 1 to 64 characters.
        :param name: metadata.name; the id when left out. Cilium's chart makes a class called `cilium`, so take another
            name, or have the chart make none.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for what Kubernetes would refuse.
        """
        identity = Identity(GATEWAY_GROUP, "GatewayClass", None, id if name is None else name)
        parameters: dict[str, Any] | None = None
        if parameters_ref is not None:
            config = instance(f"{identity}: parameters_ref", parameters_ref, GatewayClassConfig).identity
            parameters = {
                "group": config.group,
                "kind": config.kind,
                "namespace": config.namespace,
                "name": config.name,
            }
        if description is not None:
            text_of(f"{identity}: description", description, MAX_DESCRIPTION)
        self.service = None if parameters_ref is None else parameters_ref.service
        define(
            self,
            scope,
            id,
            identity,
            spec={"controllerName": CONTROLLER_NAME, "description": description, "parametersRef": parameters},
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )
