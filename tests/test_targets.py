"""The sources of each target: the versions differ, and each URL is said once."""

from preflight import cluster
from tools.crd_sources import Source, pinned_sources
from tools.imports import ROOT
from tools.targets import TARGETS, Target

CRDS = "https://raw.githubusercontent.com/cilium/cilium/{}/pkg/k8s/apis/cilium.io/client/crds/v2"


def test_the_targets_are_those_that_preflight_knows() -> None:
    assert tuple(TARGETS) == cluster.TARGETS


def test_a_target_has_its_versions_and_the_crds_without_a_class() -> None:
    pinned = [
        Source.parse(f"{CRDS.format('v1.20.0')}/a.yaml"),
        Source.parse("https://github.com/argoproj/argo-cd/releases/download/v3.5.1/b.yaml"),
    ]
    further = "https://raw.githubusercontent.com/argoproj/argo-cd/v3.0.0/c.yaml"
    found = Target(versions={"cilium": "v1.18.0"}, further=(further,)).sources(pinned)
    assert [source.url for source in found] == [
        f"{CRDS.format('v1.18.0')}/a.yaml",
        "https://github.com/argoproj/argo-cd/releases/download/v3.5.1/b.yaml",
        f"{CRDS.format('v1.18.0')}/ciliumcidrgroups.yaml",
        f"{CRDS.format('v1.18.0')}/ciliumclusterwideenvoyconfigs.yaml",
        f"{CRDS.format('v1.18.0')}/ciliumenvoyconfigs.yaml",
        further,
    ]


def test_the_default_target_has_the_sources_of_cdk8s_yaml() -> None:
    pinned = pinned_sources(ROOT / "cdk8s.yaml")
    assert TARGETS[cluster.ClusterFacts().cilium].sources(pinned)[: len(pinned)] == pinned


def test_the_other_target_differs_in_cilium_and_the_gateway_api() -> None:
    pinned = pinned_sources(ROOT / "cdk8s.yaml")
    folders = [{source.folder for source in target.sources(pinned)} for target in TARGETS.values()]
    assert folders == [
        {"argo-cd-v3.5.1", "cert-manager-v1.21.1", "cilium-v1.20.0", "gateway-api-v1.6.1"},
        {"argo-cd-v3.5.1", "cert-manager-v1.21.1", "cilium-v1.19.6", "gateway-api-v1.4.1"},
    ]
