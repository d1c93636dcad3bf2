"""TLS passthrough: connections reach the Pods unopened, by the server name that the client asks for.

The certificates are those of the Pods; neither the Gateway nor cert-manager has them. A database cluster with one name
for reading and writing and one for its replicas, and a Vault, share one address and port. In the network of the nodes
the Gateway's address is announced by the nodes with the label `edge=true` only.

Needs: Cilium with gatewayAPI.enabled and l2announcements.enabled; the Services with Pods that serve TLS with
certificates for these names; clients that send the server name (SNI) at once, as PostgreSQL 17 does with
`sslnegotiation=direct`. The Pods see the address of Cilium's proxy, not that of the client.
"""

from pathlib import Path

from constructs_lib import (
    AllowedRoutes,
    BackendRef,
    Gateway,
    IpBlock,
    L2AnnouncementPolicy,
    LabelSelector,
    Listener,
    LoadBalancerIpPool,
    Namespace,
    Platform,
    TlsRoute,
    services_of_gateway,
)

from cdk8s import Chart

app = Platform(root=Path(__file__).parent)

edge_chart = Chart(app, "edge")
edge = Namespace(edge_chart, "edge")
gateway = Gateway(
    edge_chart,
    "passthrough",
    namespace=edge,
    listeners=[Listener.tls_passthrough("tls", hostname="*.internal.example.com", allowed_routes=AllowedRoutes.all())],
)
LoadBalancerIpPool(
    edge_chart,
    "passthrough-pool",
    blocks=[IpBlock.address("192.0.2.20")],
    service_selector=services_of_gateway(gateway),
)
L2AnnouncementPolicy(
    edge_chart,
    "passthrough-l2",
    load_balancer_ips=True,
    service_selector=gateway,
    node_selector=LabelSelector(match_labels={"edge": "true"}),
    interfaces=["^eth0$"],
)

databases = Chart(app, "databases")
for name, hostname in [("orders-rw", "orders.internal.example.com"), ("orders-ro", "orders-ro.internal.example.com")]:
    TlsRoute(
        databases,
        name,
        namespace="databases",
        parent_refs=[gateway.listener("tls")],
        hostnames=[hostname],
        backend_refs=[BackendRef(name, port=5432)],
    )

TlsRoute(
    Chart(app, "vault"),
    "vault",
    namespace="vault",
    parent_refs=[gateway.listener("tls")],
    hostnames=["vault.internal.example.com"],
    backend_refs=[BackendRef("vault-active", port=8200)],
)

app.synth()
