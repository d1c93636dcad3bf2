"""The order in which Argo CD applies what the constructs define: sync waves, smallest first.

Argo CD applies a wave once the objects of the wave before it are healthy, so an object comes after everything that it
needs to become healthy, or with it. Objects without a wave, such as those of cdk8s-plus, are in wave 0. Waves order the
objects of one Application; Applications do not wait for each other.

constructs_lib/delivery/wave_order.py refuses what an annotation or an object of another library brings out of order.
Source: Argo CD v3.5, sync waves and the health checks in resource_customizations.
"""

from weakref import WeakSet

SYNC_WAVE_ANNOTATION = "argocd.argoproj.io/sync-wave"

NAMESPACES = -4
"""Namespaces, and the Projects of Argo CD."""
ISSUERS = -3
"""ACME issuers: they are ready once they have an account, before there is a Secret for their solvers."""
ADDRESSES = -2
"""Pools and announcements: a Service of type LoadBalancer in wave 0 is healthy only once it has its address."""
POLICIES = -1
"""Network policies and Gateway classes, before the Pods and Gateways that they are for."""
WORKLOADS = 0
"""Everything without a wave: Secrets that certificates are issued with, and Services that routes lead to; and the
Applications of Argo CD."""
GATEWAYS = 1
"""Gateways with their ListenerSets, certificates and ReferenceGrants: a Gateway waits for a certificate, and one that
is issued through the Gateway waits for it, so none of them can be in a later wave than the others."""
REDIRECTS = 2
ROUTES = 3
"""Routes with their BackendTLSPolicies: Cilium accepts such a policy once a route leads to its Service."""

_overridden: WeakSet[object] = WeakSet()


def record_override(app: object) -> None:
    """Keep that an object of the app has another wave than its class."""
    _overridden.add(app)


def is_overridden(app: object) -> bool:
    """Tell whether an object of the app has another wave than its class."""
    return app in _overridden
