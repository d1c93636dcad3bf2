"""What is in the cluster: what of each kind is declared, and what is left out."""

from tests.preflight.reading.kubectl.saved import data

import pytest

NODE = """\
apiVersion: v1
kind: Node
metadata: {name: node-1, labels: {zone: a, arch: arm64}}
status:
  addresses:
  - {type: ExternalIP, address: 198.51.100.1}
  - {type: Hostname, address: node-1}
  - {type: InternalIP, address: "2001:DB8::1"}
  - {type: InternalIP, address: 192.0.2.1}
"""
CILIUM_NODE = """\
apiVersion: cilium.io/v2
kind: CiliumNode
metadata: {name: node-1, labels: {zone: b}}
spec: {addresses: [{type: InternalIP, ip: 192.0.2.9}, {type: CiliumInternalIP, ip: 10.0.0.1}]}
"""


def test_the_internal_addresses_of_a_node_come_first() -> None:
    assert data(NODE)["nodes"] == [
        {
            "name": "node-1",
            "addresses": ["2001:db8::1", "192.0.2.1", "198.51.100.1"],
            "labels": {"arch": "arm64", "zone": "a"},
        }
    ]


@pytest.mark.parametrize("texts", [(NODE, CILIUM_NODE), (CILIUM_NODE, NODE)])
def test_a_node_counts_before_its_cilium_node(texts: tuple[str, str]) -> None:
    assert data("---\n".join(texts))["nodes"] == data(NODE)["nodes"]


def test_a_cilium_node_alone_is_a_node() -> None:
    assert data(CILIUM_NODE)["nodes"] == [{"name": "node-1", "addresses": ["192.0.2.9"], "labels": {"zone": "b"}}]


def test_the_label_that_each_namespace_has_is_left_out() -> None:
    text = """\
apiVersion: v1
kind: Namespace
metadata: {name: web, labels: {kubernetes.io/metadata.name: web, team: shop}}
---
apiVersion: v1
kind: Namespace
metadata: {name: apps, labels: {kubernetes.io/metadata.name: apps}}
"""
    assert data(text)["namespaces"] == [{"name": "apps"}, {"name": "web", "labels": {"team": "shop"}}]


def test_services_are_declared_with_their_ports() -> None:
    text = """\
apiVersion: v1
kind: Service
metadata: {name: kube-dns, namespace: kube-system}
spec: {ports: [{port: 53, protocol: UDP, targetPort: dns}, {port: 53, protocol: TCP}, {port: 9153}]}
---
apiVersion: v1
kind: Service
metadata: {name: external, namespace: web}
spec: {type: ExternalName, externalName: example.com}
---
apiVersion: v1
kind: Service
metadata: {name: cilium-gateway-a, namespace: web, ownerReferences: [{kind: Gateway, name: a}]}
spec: {ports: [{port: 80}]}
"""
    assert data(text)["services"] == [
        {"namespace": "kube-system", "name": "kube-dns", "ports": [{"port": 53, "protocol": "UDP"}, 53, 9153]}
    ]


def test_secrets_with_a_certificate_are_declared_by_name() -> None:
    text = """\
apiVersion: v1
kind: Secret
type: kubernetes.io/tls
metadata: {name: tls, namespace: web}
data: {tls.key: c2VjcmV0}
---
apiVersion: v1
kind: Secret
type: Opaque
metadata: {name: password, namespace: web}
"""
    assert data(text)["secrets"] == [{"namespace": "web", "name": "tls"}]


def test_config_maps_with_certificates_are_declared_by_name() -> None:
    text = """\
apiVersion: v1
kind: ConfigMap
metadata: {name: ca, namespace: web}
data: {ca.crt: "-----BEGIN CERTIFICATE-----\\n"}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: other, namespace: web}
data: {ca.crt: "", other: "-----BEGIN CERTIFICATE-----\\n"}
"""
    assert data(text)["configMaps"] == [{"namespace": "web", "name": "ca"}]


def gateway_class(name: str, controller: str) -> str:
    return (
        f"apiVersion: gateway.networking.k8s.io/v1\nkind: GatewayClass\nmetadata: {{name: {name}}}\n"
        f"spec: {{controllerName: {controller}}}\n"
    )


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        ([("cilium", "io.cilium/gateway-controller"), ("istio", "istio.io/gateway-controller")], ["cilium"]),
        ([("istio", "istio.io/gateway-controller")], []),
    ],
)
def test_gateway_classes_are_those_of_cilium(texts: list[tuple[str, str]], names: list[str]) -> None:
    assert data("---\n".join(gateway_class(*each) for each in texts))["gatewayClasses"] == names


@pytest.mark.parametrize(
    ("spec", "issuer"),
    [
        ("{ca: {secretName: a}}", {"type": "ca"}),
        ("{selfSigned: {}}", {"type": "selfSigned"}),
        (
            "{acme: {solvers: [{dns01: {}}, {http01: {}, selector: {}}]}}",
            {"type": "acme", "solvers": ["http01", "dns01"]},
        ),
        ("{acme: {}}", {"type": "acme"}),
        ("{external: {}}", {}),
        ("[]", {}),
    ],
)
def test_issuers_are_declared_with_their_type(spec: str, issuer: dict[str, object]) -> None:
    text = """\
apiVersion: cert-manager.io/v1
kind: Issuer
metadata: {{name: a, namespace: web}}
spec: {spec}
---
apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: {{name: b}}
spec: {spec}
"""
    found = data(text.format(spec=spec))
    assert found["issuers"] == [{"namespace": "web", "name": "a", **issuer}]
    assert found["clusterIssuers"] == [{"name": "b", **issuer}]
