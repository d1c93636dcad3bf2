"""The constructs with a spec, each defined as simply as it can be, for the tests of what all constructs do."""

from collections.abc import Callable
from typing import Any

from constructs_lib import (
    AllowedListeners,
    AllowedRoutes,
    ApplicationTemplate,
    ArgoApplication,
    ArgoApplicationSet,
    BackendRef,
    BackendTlsPolicy,
    BackendTlsPolicyTargetRef,
    CiliumClusterwideNetworkPolicy,
    CiliumNetworkPolicy,
    Clusters,
    Destination,
    Gateway,
    GatewayClass,
    GatewayClassConfig,
    GatewayService,
    GrpcRoute,
    GrpcRouteRule,
    HelmChart,
    HostnameRedirect,
    HttpBackendRef,
    HttpRoute,
    HttpRouteRule,
    HttpsRedirect,
    IngressRule,
    IpBlock,
    L2AnnouncementPolicy,
    LabelSelector,
    Listener,
    ListenerSet,
    LoadBalancerIpPool,
    ReferenceGrant,
    ReferenceGrantFrom,
    ReferenceGrantTo,
    ReservedIdentity,
    TcpRoute,
    TlsRoute,
    UdpBackendRef,
    UdpRoute,
    allow_from_gateway,
)

from cdk8s import Chart

Define = Callable[..., Any]

EXISTING = Gateway.from_existing(
    name="existing",
    namespace="web",
    listeners=[
        Listener.http("http", allowed_routes=AllowedRoutes.all()),
        Listener.https("https", hostname="*.example.com"),
        Listener.tls_passthrough("tls", hostname="*.example.org"),
        Listener.tcp("tcp", port=5432),
        Listener.udp("udp", port=53),
    ],
    allowed_listeners=AllowedListeners.all(),
)
HTTP, HTTPS, TLS, TCP, UDP = EXISTING.listeners


def gateway(chart: Chart, **arguments: Any) -> Gateway:
    return Gateway(chart, "a", namespace="common", listeners=[Listener.http("web")], **arguments)


def http_route(chart: Chart, **arguments: Any) -> HttpRoute:
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80)])]
    return HttpRoute(chart, "a", namespace="web", parent_refs=[HTTP], rules=rules, **arguments)


def https_redirect(chart: Chart, **arguments: Any) -> HttpsRedirect:
    return HttpsRedirect(chart, "a", parent_refs=[HTTP], **arguments)


def hostname_redirect(chart: Chart, **arguments: Any) -> HostnameRedirect:
    return HostnameRedirect(
        chart, "a", parent_refs=[HTTPS], hostnames=["www.example.com"], to="example.com", **arguments
    )


def reference_grant(chart: Chart, **arguments: Any) -> ReferenceGrant:
    from_, to = [ReferenceGrantFrom("HTTPRoute", "apps")], [ReferenceGrantTo("Service")]
    return ReferenceGrant(chart, "a", namespace="web", from_=from_, to=to, **arguments)


def pool(chart: Chart, **arguments: Any) -> LoadBalancerIpPool:
    return LoadBalancerIpPool(chart, "a", blocks=[IpBlock.address("192.0.2.1")], **arguments)


def l2_announcement_policy(chart: Chart, **arguments: Any) -> L2AnnouncementPolicy:
    return L2AnnouncementPolicy(chart, "a", load_balancer_ips=True, **arguments)


def grpc_route(chart: Chart, **arguments: Any) -> GrpcRoute:
    rules = [GrpcRouteRule(backend_refs=[BackendRef("web", port=80)])]
    return GrpcRoute(chart, "a", namespace="web", parent_refs=[HTTPS], rules=rules, **arguments)


def tls_route(chart: Chart, **arguments: Any) -> TlsRoute:
    given: dict[str, Any] = {
        "parent_refs": [TLS],
        "hostnames": ["db.example.org"],
        "backend_refs": [BackendRef("db", port=5432)],
    }
    return TlsRoute(chart, "a", namespace="web", **given, **arguments)


def tcp_route(chart: Chart, **arguments: Any) -> TcpRoute:
    backends = [BackendRef("db", port=5432)]
    return TcpRoute(chart, "a", namespace="web", parent_refs=[TCP], backend_refs=backends, **arguments)


def udp_route(chart: Chart, **arguments: Any) -> UdpRoute:
    backends = [UdpBackendRef("dns", port=53)]
    return UdpRoute(chart, "a", namespace="web", parent_refs=[UDP], backend_refs=backends, **arguments)


def backend_tls_policy(chart: Chart, **arguments: Any) -> BackendTlsPolicy:
    given: dict[str, Any] = {"hostname": "web.internal", "well_known_ca_certificates": "System"}
    targets = [BackendTlsPolicyTargetRef("web")]
    return BackendTlsPolicy(chart, "a", namespace="web", target_refs=targets, **given, **arguments)


def gateway_class(chart: Chart, **arguments: Any) -> GatewayClass:
    return GatewayClass(chart, "a", **arguments)


def gateway_class_config(chart: Chart, **arguments: Any) -> GatewayClassConfig:
    return GatewayClassConfig(chart, "a", namespace="common", service=GatewayService(), **arguments)


def listener_set(chart: Chart, **arguments: Any) -> ListenerSet:
    return ListenerSet(
        chart, "a", namespace="team", parent_ref=EXISTING, listeners=[Listener.http("b", port=8080)], **arguments
    )


def network_policy(chart: Chart, **arguments: Any) -> CiliumNetworkPolicy:
    ingress = [allow_from_gateway(ports=[8080])]
    return CiliumNetworkPolicy(
        chart, "a", namespace="web", endpoint_selector=LabelSelector(), ingress=ingress, **arguments
    )


def clusterwide_network_policy(chart: Chart, **arguments: Any) -> CiliumClusterwideNetworkPolicy:
    ingress = [IngressRule(from_entities=["world"])]
    selected = ReservedIdentity("ingress")
    return CiliumClusterwideNetworkPolicy(chart, "a", endpoint_selector=selected, ingress=ingress, **arguments)


def argo_application(chart: Chart, **arguments: Any) -> ArgoApplication:
    source = HelmChart("https://charts.example.com", "redis", "1.2.3")
    return ArgoApplication(chart, "a", source=source, destination=Destination("db"), **arguments)


def argo_application_set(chart: Chart, **arguments: Any) -> ArgoApplicationSet:
    source = HelmChart("https://charts.example.com", "redis", "1.2.3")
    template = ApplicationTemplate(name="{{.name}}", source=source, destination=Destination("db"))
    return ArgoApplicationSet(chart, "a", generators=[Clusters()], template=template, **arguments)


CONSTRUCTS: list[tuple[Define, str]] = [
    (gateway, "Gateway common/a"),
    (http_route, "HTTPRoute web/a"),
    (https_redirect, "HTTPRoute web/a"),
    (hostname_redirect, "HTTPRoute web/a"),
    (reference_grant, "ReferenceGrant web/a"),
    (grpc_route, "GRPCRoute web/a"),
    (tls_route, "TLSRoute web/a"),
    (tcp_route, "TCPRoute web/a"),
    (udp_route, "UDPRoute web/a"),
    (backend_tls_policy, "BackendTLSPolicy web/a"),
    (gateway_class, "GatewayClass a"),
    (gateway_class_config, "CiliumGatewayClassConfig common/a"),
    (listener_set, "ListenerSet team/a"),
    (network_policy, "CiliumNetworkPolicy web/a"),
    (clusterwide_network_policy, "CiliumClusterwideNetworkPolicy a"),
    (pool, "CiliumLoadBalancerIPPool a"),
    (l2_announcement_policy, "CiliumL2AnnouncementPolicy a"),
    (argo_application, "Application argocd/a"),
    (argo_application_set, "ApplicationSet argocd/a"),
]
"""How to define each construct, and how its refusals begin."""
