"""The ConfigMap cilium-config: which Helm values it was made from.

Source: cilium/cilium, install/kubernetes/cilium/templates/cilium-configmap.yaml; Go, strconv.ParseBool.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from preflight.reading.cluster_components import cilium_values
from preflight.reading.kubectl.sections import takes

BOOLEANS = {"1": True, "t": True, "true": True, "0": False, "f": False, "false": False}


def _boolean(text: str) -> bool | None:
    return BOOLEANS.get(text.lower())


def _list(text: str) -> list[str]:
    return text.replace(",", " ").split()


@dataclass(frozen=True, slots=True)
class Setting:
    """A key of the ConfigMap, and the Helm value that it has."""

    key: str
    value: tuple[str, ...]
    read: Callable[[str], Any] = _boolean
    absent: str = ""
    """What counts where the key is not there; empty where that says nothing."""


SETTINGS = (
    Setting("enable-l2-announcements", ("l2announcements", "enabled"), absent="false"),
    Setting("enable-bgp-control-plane", ("bgpControlPlane", "enabled"), absent="false"),
    Setting("bgp-secrets-namespace", ("bgpControlPlane", "secretsNamespace", "name"), str),
    Setting("enable-gateway-api", ("gatewayAPI", "enabled"), absent="false"),
    Setting("gateway-api-service-externaltrafficpolicy", ("gatewayAPI", "externalTrafficPolicy"), str),
    Setting("gateway-api-hostnetwork-enabled", ("gatewayAPI", "hostNetwork", "enabled")),
    Setting("enable-gateway-api-alpn", ("gatewayAPI", "enableAlpn")),
    Setting("enable-gateway-api-app-protocol", ("gatewayAPI", "enableAppProtocol")),
    Setting("enable-ipv4", ("ipv4", "enabled")),
    Setting("enable-ipv6", ("ipv6", "enabled")),
    Setting("default-lb-service-ipam", ("defaultLBServiceIPAM",), str),
    Setting("enable-lb-ipam", ("enableLBIPAM",)),
    Setting("kube-proxy-replacement", ("kubeProxyReplacement",)),
    Setting("enable-l7-proxy", ("l7Proxy",)),
    Setting("devices", ("devices",), _list),
)
"""In the order in which the cluster file has them."""


def helm_values(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that the data of the ConfigMap has; without what Cilium would not take either."""
    values: dict[str, Any] = {}
    for setting in SETTINGS:
        text = data.get(setting.key, setting.absent)
        value = setting.read(text) if isinstance(text, str) and text else None
        if value in (None, []) or not takes(cilium_values, _nested(setting.value, value)):
            continue
        inner = values
        for name in setting.value[:-1]:
            inner = inner.setdefault(name, {})
        inner[setting.value[-1]] = value
    return values


def _nested(path: tuple[str, ...], value: Any) -> Any:
    for name in reversed(path):
        value = {name: value}
    return value
