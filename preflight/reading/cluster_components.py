"""The fields of the cluster file for what runs in it: Cilium and its Helm values, the Gateway API, and others."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from preflight.cluster import TARGETS, ArgoCd, CertManager, CiliumValues, GatewayApiValues, Version, version_of
from preflight.names import DNS_LABEL
from preflight.reading.cluster_scalars import INTERFACE, NUMBER, boolean, switch, version
from preflight.reading.fields import Field, Reader, Value, each, known_fields, mapping, name, one_of
from preflight.values import listed, shown

T = TypeVar("T")

CILIUM_EXAMPLE = f'cilium: {{version: "{TARGETS[0]}"}}'
TRAFFIC_POLICIES = ("Cluster", "Local")
SERVICE_IPAMS = ("lbipam", "nodeipam", "none")


class Cilium(NamedTuple):
    """The field `cilium`."""

    version: Version
    values: CiliumValues


def known_version(text: str) -> Version | None:
    """Read a version of Cilium that belongs to one of TARGETS; None for anything else."""
    found = version_of(text)
    return found if found is not None and found.target in TARGETS else None


def _cilium_version(value: Value) -> Version:
    if not isinstance(value.data, str):
        value.refuse(f"{shown(value.data)} {NUMBER}", f"Put it in quotes, as in '{TARGETS[0]}'.")
    found = known_version(value.data)
    if found is None:
        reason = f"{shown(value.data)} is no known version of Cilium, as {listed(TARGETS)} are."
        value.refuse(reason, f"Write one of these, with or without the patch version, as in '{TARGETS[0]}.1'.")
    return found


def _values(make: Callable[..., T], fields: Mapping[str, Field], example: str) -> Reader[T]:
    """Read Helm values, of which those that are not known here are left to Helm."""
    return known_fields(make, fields, example, "Helm")


def _only(value: Any = None) -> Any:
    """Return the one value that matters of a mapping."""
    return value


def _enabled(example: str) -> Reader[bool | None]:
    return _values(_only, {"enabled": Field("value", boolean)}, example)


def _secrets_namespace(example: str) -> Reader[str | None]:
    return _values(_only, {"name": Field("value", name(DNS_LABEL))}, example)


def _devices(value: Value) -> tuple[str, ...]:
    """Read the names of devices: a list, or one string."""
    if isinstance(value.data, str):
        value = value._replace(data=value.data.replace(",", " ").split())
        return tuple(name(INTERFACE)(value._replace(data=each)) for each in value.data)
    return each(name(INTERFACE), "names of devices")(value)


def _with_bgp(bgp: tuple[bool | None, str | None] = (None, None), **values: Any) -> CiliumValues:
    enabled, secrets_namespace = bgp
    return CiliumValues(bgp_control_plane=enabled, bgp_secrets_namespace=secrets_namespace, **values)


_bgp = _values(
    lambda enabled=None, secrets_namespace=None: (enabled, secrets_namespace),
    {
        "enabled": Field("enabled", boolean),
        "secretsNamespace": Field("secrets_namespace", _secrets_namespace("secretsNamespace: {name: kube-system}")),
    },
    "bgpControlPlane: {enabled: true}",
)
_gateway_api_values = _values(
    GatewayApiValues,
    {
        "enabled": Field("enabled", boolean),
        "externalTrafficPolicy": Field("external_traffic_policy", one_of(*TRAFFIC_POLICIES)),
        "hostNetwork": Field("host_network", _enabled("hostNetwork: {enabled: true}")),
        "enableAlpn": Field("enable_alpn", boolean),
        "enableAppProtocol": Field("enable_app_protocol", boolean),
    },
    "gatewayAPI: {enabled: true}",
)
cilium_values = _values(
    _with_bgp,
    {
        "l2announcements": Field("l2_announcements", _enabled("l2announcements: {enabled: true}")),
        "bgpControlPlane": Field("bgp", _bgp),
        "gatewayAPI": Field("gateway_api", _gateway_api_values),
        "ipv4": Field("ipv4", _enabled("ipv4: {enabled: true}")),
        "ipv6": Field("ipv6", _enabled("ipv6: {enabled: true}")),
        "defaultLBServiceIPAM": Field("default_lb_service_ipam", one_of(*SERVICE_IPAMS)),
        "enableLBIPAM": Field("enable_lb_ipam", boolean),
        "kubeProxyReplacement": Field("kube_proxy_replacement", switch),
        "l7Proxy": Field("l7_proxy", boolean),
        "devices": Field("devices", _devices),
    },
    "values: {l2announcements: {enabled: true}}",
)
cilium = mapping(
    lambda version=Version(1, 20), values=CiliumValues(): Cilium(version, values),  # noqa: B008  # frozen
    {"version": Field("version", _cilium_version), "values": Field("values", cilium_values)},
    CILIUM_EXAMPLE,
)
gateway_api = mapping(_only, {"version": Field("value", version("1.6.1"))}, 'gatewayAPI: {version: "1.6.1"}')
cert_manager = mapping(
    CertManager,
    {
        "version": Field("version", version("1.19.1")),
        "enableGatewayAPI": Field("enable_gateway_api", boolean),
    },
    "certManager: {enableGatewayAPI: true}",
)
argo_cd = mapping(
    lambda version=None, params=None: ArgoCd(version=version, server_insecure=params),
    {
        "version": Field("version", version("3.2.0")),
        "params": Field(
            "params",
            known_fields(
                _only, {"server.insecure": Field("value", switch)}, "params: {server.insecure: true}", "Argo CD"
            ),
        ),
    },
    "argoCD: {params: {server.insecure: true}}",
)
