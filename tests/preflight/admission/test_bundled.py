"""The schemas that come with Gatehouse."""

from preflight.admission.bundled import crd_groups, files
from preflight.cluster import TARGETS

import pytest


def test_the_groups_of_crds_are_those_that_are_not_built_in() -> None:
    assert crd_groups() == {"argoproj.io", "cert-manager.io", "cilium.io", "gateway.networking.k8s.io"}


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_has_the_crds_of_these_groups(target: str) -> None:
    assert crd_groups() < {group for group, _ in files(target)}
    assert all(file.is_file() for file in files(target).values())
