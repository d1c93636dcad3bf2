"""Which construct and which line a manifest comes from, whichever library its class is from."""

import inspect
from collections.abc import Callable
from typing import Any

from constructs_lib import IpBlock, LoadBalancerIpPool, Platform
from constructs_lib.provenance import Provenance, provenance_of
from imports.io import cilium
from preflight.finding import ResourceKey

import cdk8s
import cdk8s_plus_27 as kplus
import pytest
from cdk8s import ApiObjectMetadata, Chart
from constructs import Construct

POOL = cilium.CiliumLoadBalancerIpPoolSpec(blocks=[cilium.CiliumLoadBalancerIpPoolSpecBlocks(cidr="192.0.2.0/28")])
POOLS = "cilium.io", "CiliumLoadBalancerIPPool", None


def construct_of_ours(scope: Construct) -> None:
    LoadBalancerIpPool(scope, "pool", blocks=[IpBlock.address("192.0.2.1")])


def generated_class(scope: Construct) -> None:
    cilium.CiliumLoadBalancerIpPool(scope, "generated", metadata=ApiObjectMetadata(name="l1"), spec=POOL)


def object_of_cdk8s(scope: Construct) -> None:
    cdk8s.ApiObject(scope, "object", api_version="v1", kind="Namespace", metadata=ApiObjectMetadata(name="api"))


def resource_of_cdk8s_plus(scope: Construct) -> None:
    kplus.ServiceAccount(scope, "account", metadata=ApiObjectMetadata(name="bot", namespace="web"))


class Team(Construct):
    """A user's own construct, whose object is made by a line of its own."""

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)
        construct_of_ours(self)


CASES: list[tuple[Callable[[Construct], None], ResourceKey, str]] = [
    (construct_of_ours, ResourceKey(*POOLS, "pool"), "chart/pool"),
    (generated_class, ResourceKey(*POOLS, "l1"), "chart/generated"),
    (object_of_cdk8s, ResourceKey("", "Namespace", None, "api"), "chart/object"),
    (resource_of_cdk8s_plus, ResourceKey("", "ServiceAccount", "web", "bot"), "chart/account/Resource"),
]


def line_in(function: Callable[..., Any]) -> str:
    lines, start = inspect.getsourcelines(function)
    return f"{__file__}:{start + len(lines) - 1}"


@pytest.mark.parametrize(("define", "key", "path"), CASES)
def test_an_object_is_from_the_users_line(
    app: Platform, chart: Chart, define: Callable[[Construct], None], key: ResourceKey, path: str
) -> None:
    define(chart)
    assert provenance_of(app) == {key: Provenance(path, line_in(define))}


def test_an_object_in_a_construct_of_the_user_is_from_the_innermost_line(app: Platform, chart: Chart) -> None:
    Team(chart, "team")
    assert provenance_of(app) == {
        ResourceKey(*POOLS, "pool"): Provenance("chart/team/pool", line_in(construct_of_ours))
    }


def test_the_namespace_of_a_chart_is_part_of_the_key(app: Platform) -> None:
    chart = Chart(app, "chart", namespace="shop")
    cdk8s.ApiObject(chart, "object", api_version="apps/v1", kind="Deployment", metadata=ApiObjectMetadata(name="web"))
    assert list(provenance_of(app)) == [ResourceKey("apps", "Deployment", "shop", "web")]


def test_an_app_without_objects_has_no_provenance(app: Platform, chart: Chart) -> None:
    assert provenance_of(app) == {}


def test_a_patch_that_renames_an_object_is_part_of_the_key(app: Platform, chart: Chart) -> None:
    metadata = ApiObjectMetadata(name="web", namespace="shop")
    service = cdk8s.ApiObject(chart, "object", api_version="v1", kind="Service", metadata=metadata)
    service.add_json_patch(cdk8s.JsonPatch.replace("/metadata/name", "api"))
    assert list(provenance_of(app)) == [ResourceKey("", "Service", "shop", "api")]
