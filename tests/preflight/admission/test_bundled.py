"""The schemas that come with Gatehouse."""

from preflight.admission.bundled import crd_kinds, files
from preflight.cluster import TARGETS

import pytest


def test_the_kinds_with_crds_are_those_that_are_not_built_in() -> None:
    groups = {group for group, _ in crd_kinds()}
    assert groups == {"argoproj.io", "cert-manager.io", "cilium.io", "gateway.networking.k8s.io"}
    assert ("gateway.networking.k8s.io", "ListenerSet") in crd_kinds()
    assert ("argoproj.io", "Rollout") not in crd_kinds()


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_has_the_crds_of_these_groups(target: str) -> None:
    assert {group for group, _ in crd_kinds()} < {group for group, _ in files(target)}
    assert all(file.is_file() for file in files(target).values())
