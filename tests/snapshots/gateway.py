"""Gateways, their classes and ListenerSets, with every argument."""

from constructs_lib import (
    AccessLog,
    AddressSharing,
    AllowedListeners,
    AllowedRoutes,
    Domain,
    ExistingConfigMap,
    ExistingSecret,
    FrontendPort,
    FrontendValidation,
    Gateway,
    GatewayClass,
    GatewayClassConfig,
    GatewayService,
    GatewayTls,
    Infrastructure,
    LabelSelector,
    LabelSelectorRequirement,
    Listener,
    ListenerSet,
    Namespace,
)
from tests.snapshots.common import ANNOTATIONS, LABELS

from cdk8s import Chart

TEAMS = LabelSelector(
    match_labels={"exposed": "true"},
    match_expressions=[LabelSelectorRequirement(key="team", operator="In", values=["a", "b"])],
)
CERTIFICATE = ExistingSecret("certificate", namespace="certificates", granted=True)
CA = FrontendValidation(ca_certificate_refs=[ExistingConfigMap("ca", namespace="certificates", granted=True)])
EVERY_PROTOCOL = [
    Listener.http("any", port=8080, allowed_routes=AllowedRoutes.same()),
    Listener.https(
        "selected",
        hostname="*.example.net",
        port=8443,
        secret=CERTIFICATE,
        options={"example.com/minimum-version": "1.3"},
        allowed_routes=AllowedRoutes.selector(TEAMS, kinds=["HTTPRoute", "GRPCRoute"]),
    ),
    Listener.tls_passthrough("opaque", hostname="opaque.example.org", port=9443),
    Listener.tcp("db", port=5432),
    Listener.udp("dns", port=53),
]


def gateway(chart: Chart) -> None:
    common = Namespace(chart, "common", labels=LABELS, annotations=ANNOTATIONS)
    Gateway(chart, "every-default", namespace=common, domains=[Domain("example.com", name="com")])
    config = GatewayClassConfig(
        chart,
        "config",
        namespace=common,
        service=GatewayService(
            external_traffic_policy="Cluster",
            load_balancer_class="io.cilium/l2-announcer",
            ip_families=["IPv4", "IPv6"],
            ip_family_policy="PreferDualStack",
            allocate_load_balancer_node_ports=False,
            load_balancer_source_ranges=["192.0.2.0/24"],
            load_balancer_source_ranges_policy="Deny",
            traffic_distribution="PreferSameZone",
        ),
        access_logs=[
            AccessLog(format="JSON", json={"code": "%RESPONSE_CODE%"}),
            AccessLog(format="Text", text="%RESPONSE_CODE%", targets=["HTTP", "TCP"]),
        ],
        grpc_web_translation=False,
        description="for the office",
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    GatewayClassConfig(
        chart, "default-config", namespace=common, service=GatewayService(), access_logs=[AccessLog(format="JSON")]
    )
    edge = GatewayClass(
        chart, "edge", parameters_ref=config, description="for the office", labels=LABELS, annotations=ANNOTATIONS
    )
    GatewayClass(chart, "default-class")
    everything = Gateway(
        chart,
        "everything",
        namespace=common,
        name="gateway",
        domains=[
            Domain("example.com", name="com", secret="certificate"),
            Domain("a.example.org", name="org", apex=False),
        ],
        listeners=EVERY_PROTOCOL,
        allowed_routes=AllowedRoutes.all(),
        allowed_listeners=AllowedListeners.selector(TEAMS),
        cluster_issuer="letsencrypt",
        addresses=["192.0.2.10", "2001:db8::10"],
        address_sharing=AddressSharing("office", namespaces=["team"]),
        infrastructure=Infrastructure(labels=LABELS, annotations=ANNOTATIONS),
        tls=GatewayTls(
            frontend_default=CA, frontend_per_port=[FrontendPort(8443, CA)], backend_client_certificate_ref=CERTIFICATE
        ),
        gateway_class_name=edge,
        merge_patch={"spec": {"gatewayClassName": "other"}},
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    Gateway(chart, "pinned", namespace=common, domains=[Domain("example.com", name="com")]).pin("192.0.2.11")
    other_ports = [
        Listener.http("any", port=18080),
        Listener.https(
            "selected",
            hostname="*.example.net",
            port=18443,
            secret=CERTIFICATE,
            options={"example.com/minimum-version": "1.3"},
            allowed_routes=AllowedRoutes.selector(TEAMS, kinds=["HTTPRoute", "GRPCRoute"]),
        ),
    ]
    ListenerSet(
        chart,
        "set",
        namespace="team",
        parent_ref=everything,
        listeners=other_ports,
        labels=LABELS,
        annotations=ANNOTATIONS,
    )
    ListenerSet(
        chart,
        "default-set",
        namespace="team",
        parent_ref=everything,
        listeners=[Listener.http("web", hostname="web.example.com")],
    )
