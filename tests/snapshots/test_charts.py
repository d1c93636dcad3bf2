"""The charts of all families, as text; `pytest --snapshot-update` writes them anew."""

from collections.abc import Callable

from tests.conftest import Crds, Manifests, defaulted, schema_of
from tests.snapshots.families import FAMILIES

import pytest
from cdk8s import Chart
from syrupy.assertion import SnapshotAssertion

families = pytest.mark.parametrize("define", FAMILIES.values(), ids=FAMILIES)


@families
def test_the_chart_of_a_family_is_as_it_was(
    chart: Chart, text: Callable[[], str], snapshot: SnapshotAssertion, define: Callable[[Chart], None]
) -> None:
    define(chart)
    assert text() == snapshot


@families
def test_every_default_of_the_crds_is_written_out(
    crds: Crds, chart: Chart, manifests: Manifests, define: Callable[[Chart], None]
) -> None:
    """Oracle: the defaults of the CRDs, of all fields that the constructs can write."""
    define(chart)
    resources = [manifest for manifest in manifests() if manifest["kind"] in crds]
    for manifest in resources:
        schema = schema_of(crds[manifest["kind"]], manifest["apiVersion"].partition("/")[2])["properties"]["spec"]
        assert defaulted(manifest["spec"], schema) == manifest["spec"], manifest["metadata"]["name"]
    assert len(resources) >= 2
