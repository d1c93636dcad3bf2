"""Short ways to write what has addresses and what announces them, for the tests of rules."""

from dataclasses import replace
from typing import Any

from preflight.cluster import CiliumValues, ClusterFacts
from preflight.report.text import findings_text
from tests.preflight.rules.judged import findings

NO_FACTS = ClusterFacts()
LAN = "loadBalancerIPs: true"
FAMILY = "{afi: ipv4, safi: unicast, advertisements: {matchLabels: {advertise: services}}}"
PEER = "{name: router, peerAddress: 192.0.2.254, peerASN: 64513, peerConfigRef: {name: routers}}"
EVERY_SERVICE = "{matchExpressions: [{key: team, operator: NotIn, values: [none]}]}"


def said(code: str, *documents: str, facts: ClusterFacts = NO_FACTS) -> str:
    """Return what is said under a code, each finding with its object."""
    return findings_text(replace(each, source=None) for each in findings(*documents, facts=facts) if each.code == code)


def codes(*documents: str, facts: ClusterFacts = NO_FACTS) -> list[str]:
    """Return the codes of all findings."""
    return sorted(each.code for each in findings(*documents, facts=facts))


def with_values(**values: Any) -> ClusterFacts:
    """Return facts with Helm values of Cilium."""
    return ClusterFacts(cilium_values=CiliumValues(**values))


def pool(name: str = "common", blocks: str = "[{cidr: 192.0.2.0/24}]", more: str = "", created: str = "") -> str:
    """A CiliumLoadBalancerIPPool; `more` are further fields of its spec."""
    metadata = f"{{name: {name}, creationTimestamp: '{created}'}}" if created else f"{{name: {name}}}"
    return f"""
apiVersion: cilium.io/v2
kind: CiliumLoadBalancerIPPool
metadata: {metadata}
spec: {{blocks: {blocks}{more and ", "}{more}}}
"""


def selecting(label: str) -> str:
    """The serviceSelector for a label such as `pool: edge`."""
    return f"serviceSelector: {{matchLabels: {{{label}}}}}"


def service(
    name: str = "shop",
    namespace: str = "web",
    *,
    ports: str = "[{port: 80}]",
    labels: str = "",
    annotations: str = "",
    more: str = "",
    status: str = "",
) -> str:
    """A Service of type LoadBalancer."""
    return f"""
apiVersion: v1
kind: Service
metadata: {{name: {name}, namespace: {namespace}, labels: {{{labels}}}, annotations: {{{annotations}}}}}
spec: {{type: LoadBalancer, ports: {ports}{more and ", "}{more}}}
status: {{{status}}}
"""


def asking(*addresses: str) -> str:
    """The annotation that asks for addresses."""
    return f"lbipam.cilium.io/ips: '{','.join(addresses)}'"


def sharing(key: str, namespaces: str = "") -> str:
    """The annotations that share an address."""
    permitted = f", lbipam.cilium.io/sharing-cross-namespace: '{namespaces}'" if namespaces else ""
    return f"lbipam.cilium.io/sharing-key: {key}{permitted}"


def gateway(name: str = "edge", *, labels: str = "", infrastructure: str = "", addresses: str = "") -> str:
    """A Gateway with one HTTP listener."""
    static = f"addresses: [{{value: {addresses}}}]" if addresses else ""
    return f"""
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {{name: {name}, namespace: web, labels: {{{labels}}}}}
spec:
  gatewayClassName: cilium
  listeners: [{{name: http, port: 80, protocol: HTTP}}]
  infrastructure: {{{infrastructure}}}
  {static}
"""


def policy(name: str = "lan", spec: str = LAN) -> str:
    """A CiliumL2AnnouncementPolicy."""
    return f"""
apiVersion: cilium.io/v2alpha1
kind: CiliumL2AnnouncementPolicy
metadata: {{name: {name}}}
spec: {{{spec}}}
"""


def cluster_config(name: str = "rack", *, peers: str = PEER, instance: str = "localASN: 64512", more: str = "") -> str:
    """A CiliumBGPClusterConfig with one instance."""
    return f"""
apiVersion: cilium.io/v2
kind: CiliumBGPClusterConfig
metadata: {{name: {name}}}
spec: {{bgpInstances: [{{name: main, {instance}{instance and ", "}peers: [{peers}]}}]{more and ", "}{more}}}
"""


def peer_config(name: str = "routers", *, families: str = FAMILY, more: str = "") -> str:
    """A CiliumBGPPeerConfig."""
    return f"""
apiVersion: cilium.io/v2
kind: CiliumBGPPeerConfig
metadata: {{name: {name}}}
spec: {{families: [{families}]{more and ", "}{more}}}
"""


def advertisement(
    *, labels: str = "advertise: services", selector: str = EVERY_SERVICE, service: str = "addresses: [LoadBalancerIP]"
) -> str:
    """A CiliumBGPAdvertisement of Services; of none without a selector."""
    written = f", selector: {selector}" if selector else ""
    return f"""
apiVersion: cilium.io/v2
kind: CiliumBGPAdvertisement
metadata: {{name: services, labels: {{{labels}}}}}
spec: {{advertisements: [{{advertisementType: Service, service: {{{service}}}{written}}}]}}
"""


def override(name: str = "node-1", instance: str = "name: main") -> str:
    """A CiliumBGPNodeConfigOverride."""
    return f"""
apiVersion: cilium.io/v2
kind: CiliumBGPNodeConfigOverride
metadata: {{name: {name}}}
spec: {{bgpInstances: [{{{instance}}}]}}
"""
