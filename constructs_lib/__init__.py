"""Typed constructs that expose services through the Gateway API on Cilium.

Everything a platform is written with is imported from here.
"""

from typing import TYPE_CHECKING, Any

from constructs_lib.start_up import collect_garbage_seldom, use_packaged_node

collect_garbage_seldom()
use_packaged_node()

from constructs_lib.app import Platform
from constructs_lib.gateway.domain import Domain
from constructs_lib.gateway.gateway import ExistingGateway, Gateway
from constructs_lib.gateway.listener import AllowedRoutes, GatewayListener, Listener
from constructs_lib.load_balancing.ip_pool import IpBlock, LoadBalancerIpPool
from constructs_lib.load_balancing.l2_announcement import L2AnnouncementPolicy
from constructs_lib.routes.backends import HttpBackendRef
from constructs_lib.routes.filters import (
    HttpPathModifier,
    RequestHeaderModifier,
    RequestMirror,
    RequestRedirect,
    ResponseHeaderModifier,
    UrlRewrite,
)
from constructs_lib.routes.http_route import HttpRoute, HttpRouteRule
from constructs_lib.routes.matches import HttpHeaderMatch, HttpPathMatch, HttpQueryParamMatch, HttpRouteMatch
from constructs_lib.routes.redirect import HttpsRedirect
from constructs_lib.selectors import (
    LabelSelector,
    LabelSelectorRequirement,
    services_of_gateway,
    services_of_namespace,
)

if TYPE_CHECKING:
    from constructs_lib.namespace import Namespace

__all__ = [
    "AllowedRoutes",
    "Domain",
    "ExistingGateway",
    "Gateway",
    "GatewayListener",
    "HttpBackendRef",
    "HttpHeaderMatch",
    "HttpPathMatch",
    "HttpPathModifier",
    "HttpQueryParamMatch",
    "HttpRoute",
    "HttpRouteMatch",
    "HttpRouteRule",
    "HttpsRedirect",
    "IpBlock",
    "L2AnnouncementPolicy",
    "LabelSelector",
    "LabelSelectorRequirement",
    "Listener",
    "LoadBalancerIpPool",
    "Namespace",
    "Platform",
    "RequestHeaderModifier",
    "RequestMirror",
    "RequestRedirect",
    "ResponseHeaderModifier",
    "UrlRewrite",
    "services_of_gateway",
    "services_of_namespace",
]


def __getattr__(name: str) -> Any:
    """Import Namespace at its first use: cdk8s-plus alone takes longer to import than all else together."""
    if name != "Namespace":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from constructs_lib.namespace import Namespace

    return Namespace
