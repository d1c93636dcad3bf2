"""The Service that Cilium makes of a Gateway.

Source: cilium/cilium, operator/pkg/model/translation/gateway-api/translator.go (desiredService), operator/pkg/model/
ingestion (toServiceModel) and operator/pkg/gateway-api/gateway_reconcile.go (ensureService).
"""

from collections.abc import Iterable, Mapping
from typing import Any

from preflight.address_requests import with_static_addresses
from preflight.cilium.facts import AllocatorFacts
from preflight.cilium.services import LOAD_BALANCER
from preflight.gateway_service_names import GATEWAY_NAME, OWNING_GATEWAY, service_name, shortened_name
from preflight.snapshot import Manifest

SOURCE_RANGES_POLICY = "service.cilium.io/src-ranges-policy"
UDP_SERVED = (1, 20)
"""The first version of Cilium whose Services have ports of UDP."""
LOAD_BALANCER_ONLY = ("loadBalancerClass", "loadBalancerSourceRanges", "allocateLoadBalancerNodePorts")
"""Fields of a CiliumGatewayClassConfig's service that count for that type only."""


def gateway_service(
    gateway: Manifest,
    ports: Iterable[tuple[int, str]],
    facts: AllocatorFacts,
    *,
    config: Mapping[str, Any] | None = None,
    existing: Manifest | None = None,
) -> Manifest:
    """Return the Service of a Gateway whose listeners are served on these ports, each with `TCP` or `UDP`.

    `config` is the spec of the CiliumGatewayClassConfig of its class. `existing` is a Service of that name: its labels
    and annotations stay where the new ones don't replace them, its loadBalancerClass and its status stay.
    """
    spec: Mapping[str, Any] = gateway.data.get("spec") or {}
    infrastructure: Mapping[str, Any] = spec.get("infrastructure") or {}
    service: Mapping[str, Any] | None = (config or {}).get("service")
    short = shortened_name(gateway.key.name)
    labels = {OWNING_GATEWAY: short, GATEWAY_NAME: short, **(infrastructure.get("labels") or {})}
    values = [each["value"] for each in spec.get("addresses") or () if each.get("value")]
    annotations = with_static_addresses(values, infrastructure.get("annotations") or {})
    if service is not None:
        annotations[SOURCE_RANGES_POLICY] = service.get("loadBalancerSourceRangesPolicy") or "Allow"
    made = {
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": {
            "name": service_name(gateway.key.name),
            "namespace": gateway.key.namespace,
            "labels": labels,
            "annotations": annotations,
        },
        "spec": {"ports": _ports(ports, facts), **_spec(service, facts)},
    }
    return Manifest(data=made if existing is None else _onto(existing.data, made))


def _ports(ports: Iterable[tuple[int, str]], facts: AllocatorFacts) -> list[dict[str, Any]]:
    """Return the ports, each once: TCP before UDP."""
    served = {(port, protocol if facts.version >= UDP_SERVED else "TCP") for port, protocol in ports}
    return [
        {"name": f"port-{port}{'-udp' if protocol == 'UDP' else ''}", "port": port, "protocol": protocol}
        for port, protocol in sorted(served)
    ]


def _spec(service: Mapping[str, Any] | None, facts: AllocatorFacts) -> dict[str, Any]:
    """Return what the class's config says, or else Cilium's Helm values.

    Where there is a config, its ipFamilies count as they are: none where it has none.
    """
    given = service or {}
    type_ = "NodePort" if facts.host_network else given.get("type") or LOAD_BALANCER
    policy = (given.get("externalTrafficPolicy") or "Cluster") if service is not None else facts.gateway_traffic_policy
    families = facts.families if service is None else tuple(given.get("ipFamilies") or ())
    dual = "PreferDualStack" if len(facts.families) > 1 else None
    fields = {
        "type": type_,
        "externalTrafficPolicy": None if facts.host_network else policy,
        "ipFamilies": list(families),
        "ipFamilyPolicy": given.get("ipFamilyPolicy") or dual,
        "trafficDistribution": given.get("trafficDistribution"),
        **{field: given.get(field) for field in LOAD_BALANCER_ONLY if type_ == LOAD_BALANCER},
    }
    return {field: value for field, value in fields.items() if value not in (None, [])}


def _onto(existing: Mapping[str, Any], made: dict[str, Any]) -> dict[str, Any]:
    """Return a Service that was there, with what the controller writes into it."""
    metadata: Mapping[str, Any] = existing.get("metadata") or {}
    merged = {field: {**(metadata.get(field) or {}), **made["metadata"][field]} for field in ("labels", "annotations")}
    spec = {field: value for field, value in made["spec"].items() if field != "loadBalancerClass"}
    class_ = (existing.get("spec") or {}).get("loadBalancerClass")
    kept = {} if class_ is None else {"loadBalancerClass": class_}
    return {
        **made,
        "metadata": {**made["metadata"], **merged},
        "spec": {**spec, **kept},
        "status": existing.get("status") or {},
    }
