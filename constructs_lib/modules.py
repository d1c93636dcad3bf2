"""Where each name of constructs_lib is from: it is imported at its first use."""

from collections.abc import Mapping

MODULES: Mapping[str, str] = {
    name: module
    for module, names in {
        "addresses": "AddressSharing",
        "certificates.certificate": "Certificate",
        "certificates.dns_providers": ("Akamai AzureDns AzureManagedIdentity CloudDns Cloudflare DigitalOcean Route53"),
        "certificates.dns_servers": "AcmeDns Rfc2136 Webhook",
        "certificates.issuer": "ExistingClusterIssuer ExistingIssuer LetsEncryptClusterIssuer LetsEncryptIssuer",
        "certificates.private_key": "PrivateKey",
        "certificates.secret_key": "SecretKey",
        "certificates.secret_template": "SecretTemplate",
        "certificates.solvers": "Dns01Solver Http01Solver SolverSelector",
        "clusters": "Cluster",
        "delivery.application": "ArgoApplication",
        "delivery.application_set": "ApplicationTemplate ArgoApplicationSet",
        "delivery.destination": "Destination",
        "delivery.generators": "Clusters GitDirectories ListElements",
        "delivery.ignore_differences": "IgnoreDifferences",
        "delivery.project": "ArgoProject ProjectPolicy ProjectRole",
        "delivery.repository": "GitFolder GitRepository HelmChart",
        "delivery.sync_policy": "Automated RetryStrategy SyncPolicy",
        "gateway.access_log": "AccessLog",
        "gateway.allowed_listeners": "AllowedListeners",
        "gateway.allowed_routes": "AllowedRoutes",
        "gateway.domain": "Domain",
        "gateway.gateway": "ExistingGateway Gateway",
        "gateway.gateway_class": "GatewayClass",
        "gateway.gateway_class_config": "GatewayClassConfig",
        "gateway.gateway_service": "GatewayService",
        "gateway.gateway_tls": "FrontendPort FrontendValidation GatewayTls",
        "gateway.infrastructure": "Infrastructure",
        "gateway.listener": "GatewayListener Listener",
        "gateway.listener_set": "ListenerSet",
        "ip_block": "IpBlock",
        "load_balancing.bgp_advertisement": (
            "BgpInterfaceAdvertisement BgpPodCidrAdvertisement BgpPodIpPoolAdvertisement BgpServiceAdvertisement"
        ),
        "load_balancing.bgp_communities": "BgpCommunities",
        "load_balancing.bgp_instance": "BgpInstance BgpNodeOverride",
        "load_balancing.bgp_peer": "BgpGracefulRestart BgpPeer BgpTimers",
        "load_balancing.bgp_peering": "BgpPeering",
        "load_balancing.ip_pool": "LoadBalancerIpPool",
        "load_balancing.l2_announcement": "L2AnnouncementPolicy",
        "namespace": "Namespace",
        "policies.gateway_path": "allow_from_gateway pods_of_service",
        "policies.network_policy": "CiliumClusterwideNetworkPolicy CiliumNetworkPolicy ReservedIdentity",
        "policies.peers": "CidrRule FqdnSelector PortProtocol",
        "policies.rules": "EgressRule IngressRule",
        "references": "ExistingConfigMap ExistingSecret ExistingService",
        "routes.backend_tls_policy": "BackendTlsPolicy BackendTlsPolicyTargetRef",
        "routes.backends": "BackendRef HttpBackendRef UdpBackendRef",
        "routes.cors": "Cors",
        "routes.expose": "expose",
        "routes.extension_ref": "ExtensionRef",
        "routes.external_auth": "ExternalAuth",
        "routes.filters": (
            "Fraction HttpPathModifier RequestHeaderModifier RequestMirror RequestRedirect "
            "ResponseHeaderModifier UrlRewrite"
        ),
        "routes.grpc_matches": "GrpcHeaderMatch GrpcMethodMatch GrpcRouteMatch",
        "routes.grpc_route": "GrpcRoute GrpcRouteRule",
        "routes.hostname_redirect": "HostnameRedirect",
        "routes.http_route": "HttpRoute",
        "routes.http_route_rule": "HttpRouteRule",
        "routes.matches": "HttpHeaderMatch HttpPathMatch HttpQueryParamMatch HttpRouteMatch",
        "routes.redirect": "HttpsRedirect",
        "routes.reference_grant": "ReferenceGrant ReferenceGrantFrom ReferenceGrantTo",
        "routes.session_persistence": "SessionPersistence",
        "routes.tcp_route": "TcpRoute",
        "routes.timeouts": "HttpRouteRetry HttpRouteTimeouts",
        "routes.tls_route": "TlsRoute",
        "routes.udp_route": "UdpRoute",
        "selectors": "LabelSelector LabelSelectorRequirement services_of_gateway services_of_namespace",
    }.items()
    for name in names.split()
}
"""An app loads what it uses and nothing else: the generated classes of cert-manager and Argo CD alone take 20 ms."""
