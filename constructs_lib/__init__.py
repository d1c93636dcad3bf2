"""Typed constructs that expose services through the Gateway API on Cilium.

Everything a platform is written with is imported from here.
"""

import importlib
from typing import TYPE_CHECKING, Any

from constructs_lib.start_up import collect_garbage_seldom, use_packaged_node

collect_garbage_seldom()
use_packaged_node()

from constructs_lib.app import Platform
from constructs_lib.modules import MODULES
from constructs_lib.provenance import record_lines

record_lines()

if TYPE_CHECKING:
    from constructs_lib.addresses import AddressSharing
    from constructs_lib.certificates.certificate import Certificate
    from constructs_lib.certificates.dns_providers import (
        Akamai,
        AzureDns,
        AzureManagedIdentity,
        CloudDns,
        Cloudflare,
        DigitalOcean,
        Route53,
    )
    from constructs_lib.certificates.dns_servers import AcmeDns, Rfc2136, Webhook
    from constructs_lib.certificates.issuer import (
        ExistingClusterIssuer,
        ExistingIssuer,
        LetsEncryptClusterIssuer,
        LetsEncryptIssuer,
    )
    from constructs_lib.certificates.private_key import PrivateKey
    from constructs_lib.certificates.secret_key import SecretKey
    from constructs_lib.certificates.secret_template import SecretTemplate
    from constructs_lib.certificates.solvers import Dns01Solver, Http01Solver, SolverSelector
    from constructs_lib.clusters import Cluster
    from constructs_lib.delivery.application import ArgoApplication
    from constructs_lib.delivery.application_set import ApplicationTemplate, ArgoApplicationSet
    from constructs_lib.delivery.destination import Destination
    from constructs_lib.delivery.generators import Clusters, GitDirectories, ListElements
    from constructs_lib.delivery.ignore_differences import IgnoreDifferences
    from constructs_lib.delivery.project import ArgoProject, ProjectPolicy, ProjectRole
    from constructs_lib.delivery.repository import GitFolder, GitRepository, HelmChart
    from constructs_lib.delivery.sync_policy import Automated, RetryStrategy, SyncPolicy
    from constructs_lib.gateway.access_log import AccessLog
    from constructs_lib.gateway.allowed_listeners import AllowedListeners
    from constructs_lib.gateway.allowed_routes import AllowedRoutes
    from constructs_lib.gateway.domain import Domain
    from constructs_lib.gateway.gateway import ExistingGateway, Gateway
    from constructs_lib.gateway.gateway_class import GatewayClass
    from constructs_lib.gateway.gateway_class_config import GatewayClassConfig
    from constructs_lib.gateway.gateway_service import GatewayService
    from constructs_lib.gateway.gateway_tls import FrontendPort, FrontendValidation, GatewayTls
    from constructs_lib.gateway.infrastructure import Infrastructure
    from constructs_lib.gateway.listener import GatewayListener, Listener
    from constructs_lib.gateway.listener_set import ListenerSet
    from constructs_lib.ip_block import IpBlock
    from constructs_lib.load_balancing.bgp_advertisement import (
        BgpInterfaceAdvertisement,
        BgpPodCidrAdvertisement,
        BgpPodIpPoolAdvertisement,
        BgpServiceAdvertisement,
    )
    from constructs_lib.load_balancing.bgp_communities import BgpCommunities
    from constructs_lib.load_balancing.bgp_instance import BgpInstance, BgpNodeOverride
    from constructs_lib.load_balancing.bgp_peer import BgpGracefulRestart, BgpPeer, BgpTimers
    from constructs_lib.load_balancing.bgp_peering import BgpPeering
    from constructs_lib.load_balancing.ip_pool import LoadBalancerIpPool
    from constructs_lib.load_balancing.l2_announcement import L2AnnouncementPolicy
    from constructs_lib.namespace import Namespace
    from constructs_lib.policies.gateway_path import allow_from_gateway, pods_of_service
    from constructs_lib.policies.network_policy import (
        CiliumClusterwideNetworkPolicy,
        CiliumNetworkPolicy,
        ReservedIdentity,
    )
    from constructs_lib.policies.peers import CidrRule, FqdnSelector, PortProtocol
    from constructs_lib.policies.rules import EgressRule, IngressRule
    from constructs_lib.references import ExistingConfigMap, ExistingSecret, ExistingService
    from constructs_lib.routes.backend_tls_policy import BackendTlsPolicy, BackendTlsPolicyTargetRef
    from constructs_lib.routes.backends import BackendRef, HttpBackendRef, UdpBackendRef
    from constructs_lib.routes.cors import Cors
    from constructs_lib.routes.expose import expose
    from constructs_lib.routes.extension_ref import ExtensionRef
    from constructs_lib.routes.external_auth import ExternalAuth
    from constructs_lib.routes.filters import (
        Fraction,
        HttpPathModifier,
        RequestHeaderModifier,
        RequestMirror,
        RequestRedirect,
        ResponseHeaderModifier,
        UrlRewrite,
    )
    from constructs_lib.routes.grpc_matches import GrpcHeaderMatch, GrpcMethodMatch, GrpcRouteMatch
    from constructs_lib.routes.grpc_route import GrpcRoute, GrpcRouteRule
    from constructs_lib.routes.hostname_redirect import HostnameRedirect
    from constructs_lib.routes.http_route import HttpRoute
    from constructs_lib.routes.http_route_rule import HttpRouteRule
    from constructs_lib.routes.matches import HttpHeaderMatch, HttpPathMatch, HttpQueryParamMatch, HttpRouteMatch
    from constructs_lib.routes.redirect import HttpsRedirect
    from constructs_lib.routes.reference_grant import ReferenceGrant, ReferenceGrantFrom, ReferenceGrantTo
    from constructs_lib.routes.session_persistence import SessionPersistence
    from constructs_lib.routes.tcp_route import TcpRoute
    from constructs_lib.routes.timeouts import HttpRouteRetry, HttpRouteTimeouts
    from constructs_lib.routes.tls_route import TlsRoute
    from constructs_lib.routes.udp_route import UdpRoute
    from constructs_lib.selectors import (
        LabelSelector,
        LabelSelectorRequirement,
        services_of_gateway,
        services_of_namespace,
    )

__all__ = [
    "AccessLog",
    "AcmeDns",
    "AddressSharing",
    "Akamai",
    "AllowedListeners",
    "AllowedRoutes",
    "ApplicationTemplate",
    "ArgoApplication",
    "ArgoApplicationSet",
    "ArgoProject",
    "Automated",
    "AzureDns",
    "AzureManagedIdentity",
    "BackendRef",
    "BackendTlsPolicy",
    "BackendTlsPolicyTargetRef",
    "BgpCommunities",
    "BgpGracefulRestart",
    "BgpInstance",
    "BgpInterfaceAdvertisement",
    "BgpNodeOverride",
    "BgpPeer",
    "BgpPeering",
    "BgpPodCidrAdvertisement",
    "BgpPodIpPoolAdvertisement",
    "BgpServiceAdvertisement",
    "BgpTimers",
    "Certificate",
    "CidrRule",
    "CiliumClusterwideNetworkPolicy",
    "CiliumNetworkPolicy",
    "CloudDns",
    "Cloudflare",
    "Cluster",
    "Clusters",
    "Cors",
    "Destination",
    "DigitalOcean",
    "Dns01Solver",
    "Domain",
    "EgressRule",
    "ExistingClusterIssuer",
    "ExistingConfigMap",
    "ExistingGateway",
    "ExistingIssuer",
    "ExistingSecret",
    "ExistingService",
    "ExtensionRef",
    "ExternalAuth",
    "FqdnSelector",
    "Fraction",
    "FrontendPort",
    "FrontendValidation",
    "Gateway",
    "GatewayClass",
    "GatewayClassConfig",
    "GatewayListener",
    "GatewayService",
    "GatewayTls",
    "GitDirectories",
    "GitFolder",
    "GitRepository",
    "GrpcHeaderMatch",
    "GrpcMethodMatch",
    "GrpcRoute",
    "GrpcRouteMatch",
    "GrpcRouteRule",
    "HelmChart",
    "HostnameRedirect",
    "Http01Solver",
    "HttpBackendRef",
    "HttpHeaderMatch",
    "HttpPathMatch",
    "HttpPathModifier",
    "HttpQueryParamMatch",
    "HttpRoute",
    "HttpRouteMatch",
    "HttpRouteRetry",
    "HttpRouteRule",
    "HttpRouteTimeouts",
    "HttpsRedirect",
    "IgnoreDifferences",
    "Infrastructure",
    "IngressRule",
    "IpBlock",
    "L2AnnouncementPolicy",
    "LabelSelector",
    "LabelSelectorRequirement",
    "LetsEncryptClusterIssuer",
    "LetsEncryptIssuer",
    "ListElements",
    "Listener",
    "ListenerSet",
    "LoadBalancerIpPool",
    "Namespace",
    "Platform",
    "PortProtocol",
    "PrivateKey",
    "ProjectPolicy",
    "ProjectRole",
    "ReferenceGrant",
    "ReferenceGrantFrom",
    "ReferenceGrantTo",
    "RequestHeaderModifier",
    "RequestMirror",
    "RequestRedirect",
    "ReservedIdentity",
    "ResponseHeaderModifier",
    "RetryStrategy",
    "Rfc2136",
    "Route53",
    "SecretKey",
    "SecretTemplate",
    "SessionPersistence",
    "SolverSelector",
    "SyncPolicy",
    "TcpRoute",
    "TlsRoute",
    "UdpBackendRef",
    "UdpRoute",
    "UrlRewrite",
    "Webhook",
    "allow_from_gateway",
    "expose",
    "pods_of_service",
    "services_of_gateway",
    "services_of_namespace",
]


def __getattr__(name: str) -> Any:
    """Import a name at its first use."""
    if name not in MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(importlib.import_module(f"constructs_lib.{MODULES[name]}"), name)
    return value
