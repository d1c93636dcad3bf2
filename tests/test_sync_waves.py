"""The waves of the constructs: each object comes with what it needs, or after it."""

from typing import Any

from constructs_lib import (
    BackendTlsPolicy,
    BackendTlsPolicyTargetRef,
    Gateway,
    GatewayClass,
    Http01Solver,
    HttpBackendRef,
    HttpRoute,
    HttpRouteRule,
    HttpsRedirect,
    IpBlock,
    L2AnnouncementPolicy,
    LetsEncryptClusterIssuer,
    Listener,
    LoadBalancerIpPool,
    Namespace,
    Platform,
)
from constructs_lib.delivery.application import ArgoApplication
from constructs_lib.delivery.destination import Destination
from constructs_lib.delivery.project import ArgoProject
from constructs_lib.delivery.repository import HelmChart
from constructs_lib.delivery.wave_order import refuse_deadlocks
from constructs_lib.sync_waves import (
    ADDRESSES,
    GATEWAYS,
    ISSUERS,
    NAMESPACES,
    POLICIES,
    REDIRECTS,
    ROUTES,
    SYNC_WAVE_ANNOTATION,
    WORKLOADS,
    is_overridden,
    record_override,
)
from tests.conftest import Manifests, refusal

import cdk8s
import pytest
from cdk8s import Chart


def everything(chart: Chart) -> None:
    """Define objects that need each other, the needing ones first where that can be."""
    web = Namespace(chart, "web")
    gateway_class = GatewayClass(chart, "edge")
    gateway = Gateway(
        chart,
        "gateway",
        namespace=web,
        listeners=[Listener.http("http"), Listener.https("https", hostname="example.com")],
        cluster_issuer="letsencrypt",
        gateway_class_name=gateway_class.identity.name,
    )
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("web", port=443)])]
    HttpRoute(chart, "route", namespace=web, parent_refs=[gateway.listener("https")], rules=rules)
    HttpsRedirect(chart, "redirect", parent_refs=[gateway.listener("http")], hostnames=["example.com"])
    LetsEncryptClusterIssuer(
        chart, "letsencrypt", solvers=[Http01Solver(parent_refs=[gateway.listener("http")])], email="a@example.com"
    )
    target = BackendTlsPolicyTargetRef("web")
    BackendTlsPolicy(
        chart, "tls", namespace=web, target_refs=[target], hostname="web", well_known_ca_certificates="System"
    )
    LoadBalancerIpPool(chart, "pool", blocks=[IpBlock.range("192.0.2.1", "192.0.2.2")])
    L2AnnouncementPolicy(chart, "announcement", load_balancer_ips=True)
    for name, kind, content in (
        ("web", "Service", {"type": "LoadBalancer", "ports": [{"port": 443}]}),
        ("settings", "ConfigMap", {}),
    ):
        metadata: Any = {"name": name, "namespace": "web"}
        found = cdk8s.ApiObject(chart, f"{kind}-{name}", api_version="v1", kind=kind, metadata=metadata)
        found.add_json_patch(cdk8s.JsonPatch.add("/spec" if kind == "Service" else "/data", content))


def test_no_construct_waits_for_another(chart: Chart, manifests: Manifests) -> None:
    """The staged manifests are judged, since not all of the objects are of our constructs."""
    everything(chart)
    found = manifests()
    waves = {
        manifest["kind"]: int(manifest["metadata"].get("annotations", {}).get(SYNC_WAVE_ANNOTATION, 0))
        for manifest in found
    }
    assert waves.pop("HTTPRoute") in (REDIRECTS, ROUTES)
    assert waves == {
        "Namespace": NAMESPACES,
        "ClusterIssuer": ISSUERS,
        "CiliumLoadBalancerIPPool": ADDRESSES,
        "CiliumL2AnnouncementPolicy": ADDRESSES,
        "GatewayClass": POLICIES,
        "Service": WORKLOADS,
        "ConfigMap": WORKLOADS,
        "Gateway": GATEWAYS,
        "BackendTLSPolicy": ROUTES,
    }
    refuse_deadlocks(found, "web")


def test_the_waves_are_in_the_order_of_what_is_needed() -> None:
    waves = [NAMESPACES, ISSUERS, ADDRESSES, POLICIES, WORKLOADS, GATEWAYS, REDIRECTS, ROUTES]
    assert waves == sorted(set(waves))
    assert WORKLOADS == 0  # where Argo CD puts what has no wave


def test_projects_come_before_applications() -> None:
    assert ArgoProject.sync_wave < ArgoApplication.sync_wave


def test_an_annotation_that_brings_a_construct_out_of_order_is_refused(app: Platform, chart: Chart) -> None:
    late = {SYNC_WAVE_ANNOTATION: "5"}
    gateway = Gateway(chart, "gateway", namespace="web", listeners=[Listener.http("http")], annotations=late)
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80)])]
    HttpRoute(chart, "route", namespace="web", parent_refs=[gateway.listener("http")], rules=rules)
    assert refusal(app.synth) == (
        "HTTPRoute web/route: 'sync wave 3' is before sync wave 5 of Gateway web/gateway, without which it does not "
        "become healthy: Argo CD would never get there. Allowed: each object in the wave of what it needs, or in a "
        "later one. Fix: give HTTPRoute web/route the annotation argocd.argoproj.io/sync-wave: '5', or Gateway "
        "web/gateway the annotation argocd.argoproj.io/sync-wave: '3'."
    )


def test_an_object_of_another_library_that_is_out_of_order_is_refused(app: Platform, chart: Chart) -> None:
    """A Namespace of cdk8s-plus is in wave 0, and a pool of ours is not in it; a network policy would be."""
    metadata: Any = {"name": "web"}
    cdk8s.ApiObject(chart, "web", api_version="v1", kind="Namespace", metadata=metadata)
    early = {SYNC_WAVE_ANNOTATION: "-1"}
    Gateway(chart, "gateway", namespace="web", listeners=[Listener.http("http")], annotations=early)
    assert refusal(app.synth).startswith(
        "Gateway web/gateway: 'sync wave -1' is before sync wave 0 of Namespace web, without which it does not become "
    )


@pytest.mark.parametrize("recorded", [False, True])
def test_an_override_is_kept_for_its_app_alone(app: Platform, chart: Chart, recorded: bool) -> None:
    if recorded:
        record_override(app)
    assert is_overridden(app) == recorded
    assert not is_overridden(object())


def test_applications_are_without_a_wait(chart: Chart, manifests: Manifests) -> None:
    helm = HelmChart("https://charts.example.com", "redis", "1.2.3")
    ArgoApplication(chart, "redis", source=helm, destination=Destination("db"))
    (manifest,) = manifests()
    assert manifest["metadata"]["annotations"] == {SYNC_WAVE_ANNOTATION: str(WORKLOADS)}
