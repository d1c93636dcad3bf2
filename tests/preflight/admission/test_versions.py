"""Versions: what is said of a kind that the cluster does not know, or not in this version."""

from preflight.admission.schemas import SchemaStore
from preflight.admission.versions import check_version, newest
from preflight.cluster import TARGETS, ClusterFacts
from tests.preflight.admission.findings import said
from tests.preflight.admission.kinds import Cluster, kind, version

import pytest
from hypothesis import given
from hypothesis import strategies as st

GATEWAY = "gateway.networking.k8s.io"
CLUSTER = Cluster(
    kind("", "Service", version("v1")),
    kind("apps", "Deployment", version("v1")),
    kind("autoscaling", "HorizontalPodAutoscaler", version("v1"), version("v2")),
    kind("networking.k8s.io", "Ingress", version("v1")),
    kind(GATEWAY, "Gateway", version("v1beta1"), version("v1")),
    kind(GATEWAY, "HTTPRoute", version("v1beta1"), version("v1")),
    kind(GATEWAY, "TLSRoute", version("v1alpha2", served=False), version("v1")),
    kind("cilium.io", "CiliumLoadBalancerIPPool", version("v2"), version("v2alpha1", deprecated=True)),
    kind("example.com", "Old", version("v1", deprecated=True, warning="use New instead")),
    kind("example.com", "Gone", version("v1", served=False)),
)
ADD = "the file or folder of its CustomResourceDefinition with --crds."


@pytest.mark.parametrize(
    ("api_version", "name"),
    [
        ("v1", "Service"),
        ("apps/v1", "Deployment"),
        ("autoscaling/v1", "HorizontalPodAutoscaler"),
        (f"{GATEWAY}/v1", "HTTPRoute"),
        (f"{GATEWAY}/v1beta1", "HTTPRoute"),
        ("cilium.io/v2", "CiliumLoadBalancerIPPool"),
        ("", "Service"),
        ("v1", ""),
    ],
)
def test_nothing_is_said_of_a_served_version(api_version: str, name: str) -> None:
    assert check_version(api_version, name, CLUSTER) == ()


@pytest.mark.parametrize(
    ("api_version", "name", "expected"),
    [
        (
            f"{GATEWAY}/v1beta9",
            "HTTPRoute",
            (
                "GH104 apiVersion Version 'v1beta9' of HTTPRoute does not exist; served are 'v1beta1' and 'v1'."
                f" Write apiVersion: {GATEWAY}/v1."
            ),
        ),
        (
            "v2",
            "Service",
            "GH104 apiVersion Version 'v2' of Service does not exist; served is 'v1'. Write apiVersion: v1.",
        ),
        (
            f"{GATEWAY}/v1alpha2",
            "TLSRoute",
            (
                "GH104 apiVersion Version 'v1alpha2' of TLSRoute is not served; served is 'v1'."
                f" Write apiVersion: {GATEWAY}/v1."
            ),
        ),
        (
            "example.com/v1",
            "Gone",
            (
                "GH104 apiVersion Version 'v1' of Gone is not served, and no other one is served."
                " Serve a version in its CustomResourceDefinition."
            ),
        ),
        (
            "cilium.io/v2alpha1",
            "CiliumLoadBalancerIPPool",
            (
                "GH105 apiVersion Version 'v2alpha1' of CiliumLoadBalancerIPPool is deprecated. Write apiVersion:"
                " cilium.io/v2."
            ),
        ),
        (
            "example.com/v1",
            "Old",
            (
                "GH105 apiVersion Version 'v1' of Old is deprecated. Its CRD says: 'use New instead'."
                " Look for another kind: all versions of this one are deprecated."
            ),
        ),
        (
            f"{GATEWAY}/v1",
            "HttpRoute",
            (
                f"GH104 apiVersion '{GATEWAY}/v1' has no kind 'HttpRoute': kinds are told by their case too."
                " Write kind: HTTPRoute."
            ),
        ),
        (
            f"{GATEWAY}/v1",
            "TCPRoute",
            f"GH103 apiVersion No schema is known for the kind 'TCPRoute' of '{GATEWAY}'. Name {ADD}",
        ),
        (
            f"{GATEWAY}/v1alpha2",
            "TLSRoutes",
            (
                f"GH103 apiVersion No schema is known for the kind 'TLSRoutes' of '{GATEWAY}'."
                f" Write apiVersion: {GATEWAY}/v1 and kind: TLSRoute, or name {ADD}"
            ),
        ),
        (
            "gateway.networking.k8s.oi/v1",
            "HTTPRoute",
            (
                "GH103 apiVersion No schema is known for the kind 'HTTPRoute' of 'gateway.networking.k8s.oi'."
                f" Write apiVersion: {GATEWAY}/v1, or name {ADD}"
            ),
        ),
        (
            "networking.k8s.io/v1",
            "httproute",
            (
                "GH103 apiVersion No schema is known for the kind 'httproute' of 'networking.k8s.io'."
                f" Write apiVersion: {GATEWAY}/v1 and kind: HTTPRoute, or name {ADD}"
            ),
        ),
        (
            "storage.k8s.io/v1",
            "StorageClass",
            (
                "GH103 apiVersion No schema is known for the kind 'StorageClass' of 'storage.k8s.io'."
                " Compare its fields with the reference of the Kubernetes API."
            ),
        ),
        (
            "events.k8s.io/v1",
            "Gateway",
            (
                "GH103 apiVersion No schema is known for the kind 'Gateway' of 'events.k8s.io'."
                f" Write apiVersion: {GATEWAY}/v1, or compare its fields with the reference of the Kubernetes API."
            ),
        ),
        (
            "networking.istio.io/v1",
            "Gateway",
            f"GH103 apiVersion No schema is known for the kind 'Gateway' of 'networking.istio.io'. Name {ADD}",
        ),
        (
            "serving.knative.dev/v1",
            "Service",
            f"GH103 apiVersion No schema is known for the kind 'Service' of 'serving.knative.dev'. Name {ADD}",
        ),
        (
            "example.co/v1",
            "Gone",
            f"GH103 apiVersion No schema is known for the kind 'Gone' of 'example.co'. Name {ADD}",
        ),
        (
            "v1",
            "Servcie",
            "GH104 apiVersion Kubernetes has no kind 'Servcie' in 'v1'. Write kind: Service.",
        ),
        (
            "apps",
            "Deployment",
            "GH104 apiVersion Kubernetes has no kind 'Deployment' in 'apps'. Write apiVersion: apps/v1.",
        ),
        (
            "extensions/v1beta1",
            "Ingress",
            (
                "GH104 apiVersion Kubernetes has no kind 'Ingress' in 'extensions/v1beta1'."
                " Write apiVersion: networking.k8s.io/v1."
            ),
        ),
        (
            "v1",
            "Deployment",
            "GH104 apiVersion Kubernetes has no kind 'Deployment' in 'v1'. Write apiVersion: apps/v1.",
        ),
        (
            "apps/v1",
            "service",
            "GH104 apiVersion Kubernetes has no kind 'service' in 'apps/v1'. Write apiVersion: v1 and kind: Service.",
        ),
        (
            "v1",
            "Nonsense",
            "GH104 apiVersion Kubernetes has no kind 'Nonsense' in 'v1'. Write a kind that it has.",
        ),
        (
            "a/b/v1",
            "Service",
            (
                "GH104 apiVersion 'a/b/v1' is not a version, nor a group and a version such as 'apps/v1'."
                " Write the apiVersion of the kind."
            ),
        ),
    ],
)
def test_what_is_said_of_a_version(api_version: str, name: str, expected: str) -> None:
    assert said(check_version(api_version, name, CLUSTER)) == [expected]


@pytest.mark.parametrize("target", TARGETS)
def test_every_kind_that_is_bundled_has_a_served_version_that_is_not_deprecated(target: str) -> None:
    store = SchemaStore(ClusterFacts(cilium=target))
    for group, name in store.kinds():
        kind = store.kind(group, name)
        assert kind is not None
        best = newest(version for version in kind.versions.values() if version.served)
        assert best is not None, (group, name)
        assert check_version(f"{group}/{best.name}" if group else best.name, name, store) == ()


def test_the_newest_version_is_the_one_that_kubernetes_lists_first() -> None:
    names = ["v10", "v2", "v1", "v11beta2", "v10beta3", "v3beta1", "v12alpha1", "v11alpha2", "foo1", "foo10"]
    left = {name: version(name) for name in reversed(names)}
    order = []
    while best := newest(left.values()):
        order.append(best.name)
        del left[best.name]
    # https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/
    assert order == names


@given(st.text(), st.text())
def test_any_unknown_kind_of_any_group_is_a_finding(api_version: str, name: str) -> None:
    codes = [finding.code for finding in check_version(api_version, name, Cluster())]
    if not api_version or not name:
        assert codes == []
    elif "." in api_version.rpartition("/")[0] and api_version.count("/") == 1:
        assert codes == ["GH103"]
    else:
        assert codes == ["GH104"]
