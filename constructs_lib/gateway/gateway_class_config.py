"""CiliumGatewayClassConfig: what the Gateways of a class have in common on Cilium."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from constructs_lib.api_groups import CILIUM_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.checks import instance, instances, text_of
from constructs_lib.gateway.access_log import AccessLog
from constructs_lib.gateway.gateway_service import GatewayService
from constructs_lib.registry import Identity, NamedObject, name_of
from constructs_lib.sync_waves import POLICIES
from imports.io.cilium import CiliumGatewayClassConfig

from constructs import Construct

MAX_DESCRIPTION = 64
MAX_ACCESS_LOGS = 8


class GatewayClassConfig(Defined, CiliumGatewayClassConfig):
    """The parameters of a GatewayClass of Cilium."""

    sync_wave: ClassVar[int] = POLICIES
    service: GatewayService | None

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        namespace: NamedObject,
        service: GatewayService | None = None,
        access_logs: Sequence[AccessLog] = (),
        grpc_web_translation: bool = True,
        description: str | None = None,
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the parameters; a GatewayClass refers to them.

        :param scope: the chart.
        :param id: unique in the chart.
        :param namespace: a Namespace of constructs_lib or cdk8s-plus, or a name.
        :param service: the Service of each Gateway; as Cilium's Helm values say when left out.
        :param access_logs: at most 8; none when left out.
        :param grpc_web_translation: False passes gRPC-Web requests on as they are, and not as gRPC.
        :param description: 1 to 64 characters.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for what Kubernetes would refuse: Cilium accepts every config, and fails later.

        Source: Cilium, operator/pkg/gateway-api, Documentation/network/servicemesh/gateway-api.
        """
        identity = Identity(
            CILIUM_GROUP,
            "CiliumGatewayClassConfig",
            name_of("CiliumGatewayClassConfig.namespace", namespace, "Namespace"),
            id if name is None else name,
        )
        if service is not None:
            instance(f"{identity}: service", service, GatewayService)
        logs = instances(f"{identity}: access_logs", access_logs, AccessLog, at_most=MAX_ACCESS_LOGS)
        translates = instance(f"{identity}: grpc_web_translation", grpc_web_translation, bool)
        if description is not None:
            text_of(f"{identity}: description", description, MAX_DESCRIPTION)
        self.service = service
        define(
            self,
            scope,
            id,
            identity,
            spec={
                "description": description,
                "service": service and service.spec(),
                "telemetry": {"accessLogs": [log.spec() for log in logs]} if logs else None,
                "httpOptions": None if translates else {"grpcWebTranslation": {"enabled": False}},
            },
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )
