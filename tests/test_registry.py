"""One object of a kind, namespace and name in an app, whoever defines it."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

from constructs_lib import (
    Gateway,
    HttpBackendRef,
    HttpRoute,
    HttpRouteRule,
    IpBlock,
    L2AnnouncementPolicy,
    Listener,
    LoadBalancerIpPool,
    Namespace,
    Platform,
)
from constructs_lib.registry import Identity, name_of
from imports.io.cilium import CiliumLoadBalancerIpPool
from tests.conftest import Manifests, refusal

import cdk8s
import cdk8s_plus_27
import pytest
from cdk8s import Chart
from constructs import Construct

ONE_OF = "Allowed: one object of a kind, namespace and name in an app. Fix: give one of them another name"


def gateway(chart: Chart, id: str, **arguments: Any) -> Gateway:
    return Gateway(chart, id, **({"namespace": "common", "listeners": [Listener.http("web")]} | arguments))


def route(chart: Chart, id: str, **arguments: Any) -> HttpRoute:
    listener = Gateway.from_existing(name="a", namespace="common", listeners=[Listener.http("web")]).listener("web")
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80)])]
    return HttpRoute(chart, id, **({"namespace": "common", "parent_refs": [listener], "rules": rules} | arguments))


def pool(chart: Chart, id: str, **arguments: Any) -> LoadBalancerIpPool:
    return LoadBalancerIpPool(chart, id, **({"blocks": [IpBlock.address("192.0.2.1")]} | arguments))


def policy(chart: Chart, id: str, **arguments: Any) -> L2AnnouncementPolicy:
    return L2AnnouncementPolicy(chart, id, **({"load_balancer_ips": True} | arguments))


def namespace(chart: Chart, id: str, **arguments: Any) -> Namespace:
    return Namespace(chart, id, **arguments)


other_block = {"blocks": [IpBlock.address("192.0.2.2")]}


@pytest.mark.parametrize(
    ("define", "arguments", "identity"),
    [
        (gateway, {}, "Gateway common/a"),
        (route, {}, "HTTPRoute common/a"),
        (pool, other_block, "CiliumLoadBalancerIPPool a"),
        (policy, {}, "CiliumL2AnnouncementPolicy a"),
        (namespace, {}, "Namespace a"),
    ],
)
def test_a_second_object_of_the_name_is_refused_in_whatever_chart(
    app: Platform, chart: Chart, define: Callable[..., Any], arguments: dict[str, Any], identity: str
) -> None:
    define(chart, "a")
    expected = (
        f"{identity}: 'b' would define this object again: 'a' has defined it. {ONE_OF}=... or namespace=..., "
        "or leave one out."
    )
    assert refusal(lambda: define(chart, "b", name="a", **arguments)) == expected
    assert refusal(lambda: define(Chart(app, "other"), "b", name="a", **arguments)) == expected


def test_the_name_may_be_there_again_in_another_namespace_and_for_another_kind(
    chart: Chart, manifests: Manifests
) -> None:
    gateway(chart, "gateway", name="a")
    gateway(chart, "gateway-of-web", name="a", namespace="web")
    route(chart, "route", name="a")
    pool(chart, "pool", name="a", blocks=[IpBlock.range("192.0.2.1", "192.0.2.2")])
    policy(chart, "policy", name="a")
    namespace(chart, "namespace", name="a")
    assert [(entry["kind"], entry["metadata"]["name"]) for entry in manifests()] == [
        ("Gateway", "a"),
        ("Gateway", "a"),
        ("HTTPRoute", "a"),
        ("CiliumLoadBalancerIPPool", "a"),
        ("CiliumL2AnnouncementPolicy", "a"),
        ("Namespace", "a"),
    ]


def test_another_app_has_names_and_addresses_of_its_own(chart: Chart, tmp_path: Path) -> None:
    pool(chart, "a")
    other = Chart(Platform(root=tmp_path / "other"), "chart")
    assert pool(other, "a").identity == Identity("cilium.io", "CiliumLoadBalancerIPPool", None, "a")


def test_an_id_is_unique_in_its_chart(app: Platform, chart: Chart) -> None:
    gateway(chart, "a")
    assert refusal(lambda: route(chart, "a", name="b")) == (
        "HTTPRoute common/b: id: 'a' is the id of Gateway common/a already. Allowed: an id that is unique in its "
        "chart. Fix: write another id, and name='b' to keep the name."
    )
    assert route(Chart(app, "other"), "a", name="b").identity.name == "b"


def test_an_object_that_is_there_twice_is_left_out_or_renamed(chart: Chart) -> None:
    route(chart, "a")
    assert refusal(lambda: route(chart, "a")) == (
        "HTTPRoute common/a: id: 'a' is the id of HTTPRoute common/a already. Allowed: an id that is unique in its "
        "chart. Fix: leave one of the two out, or give it another id or name=...."
    )


@pytest.mark.parametrize(
    ("id", "problem"),
    [
        ("", "'' has the wrong length. Allowed: 1 to 255 characters. Fix: shorten or fill it."),
        ("a" * 256, f"{'a' * 256!r} has the wrong length. Allowed: 1 to 255 characters. Fix: shorten or fill it."),
        (5, "5 is of type int. Allowed: str. Fix: write it as text, in quotes."),
    ],
)
def test_what_cannot_be_an_id_is_refused(chart: Chart, id: Any, problem: str) -> None:
    assert refusal(lambda: pool(chart, id, name="a")) == f"CiliumLoadBalancerIPPool a: id: {problem}"


def test_the_app_is_no_scope_of_objects(app: Platform) -> None:
    no_chart: Any = app
    assert refusal(lambda: pool(no_chart, "a")) == (
        "scope: Platform is of type Platform. Allowed: a Chart, or a construct in one. Fix: write Chart(app, 'name') "
        "and pass it."
    )


def test_an_id_may_be_there_again_in_another_chart(app: Platform, chart: Chart) -> None:
    gateway(chart, "a")
    assert gateway(Chart(app, "other"), "a", namespace="web").identity.namespace == "web"


def test_a_refused_construct_leaves_its_name_its_id_and_its_addresses_free(chart: Chart, manifests: Manifests) -> None:
    blocks = [IpBlock.cidr("192.0.2.0/28")]
    assert "has no field 'block'" in refusal(
        lambda: pool(chart, "a", blocks=blocks, merge_patch={"spec": {"block": 1}})
    )
    assert "is not a label value" in refusal(lambda: pool(chart, "a", blocks=blocks, labels={"a": "b c"}))
    assert "overlaps" in refusal(lambda: pool(chart, "a", blocks=[*blocks, *blocks]))
    pool(chart, "a", blocks=blocks)
    assert [entry["metadata"]["name"] for entry in manifests()] == ["a"]


@pytest.mark.parametrize("define", [gateway, namespace])
def test_an_object_that_node_refuses_leaves_its_name_free(chart: Chart, define: Callable[..., Any]) -> None:
    Construct(chart, "taken")
    said = refusal(lambda: define(chart, "taken", name="a"))
    assert said.endswith(
        ": id: 'taken' is the id of another construct already. Allowed: an id that is unique in its chart. Fix: write "
        "another id, and name='a' to keep the name."
    )
    assert define(chart, "free", name="a").identity.name == "a"


def test_a_duplicate_is_found_after_an_object_that_node_refused(app: Platform, chart: Chart) -> None:
    Construct(chart, "taken")
    assert "'taken' is the id of another construct already" in refusal(lambda: gateway(chart, "taken"))
    pool(chart, "a")
    CiliumLoadBalancerIpPool(chart, "l1", metadata={"name": "a"}, spec={"blocks": []})
    assert "error GH106: CiliumLoadBalancerIPPool a: It is there already, " in said_at_synth(app)


def said_at_synth(app: Platform) -> str:
    """Return what ends the program."""
    with pytest.raises(SystemExit) as caught:
        app.synth()
    return str(caught.value.code)


def lines_of(function: Callable[..., None], *offsets: int) -> str:
    """Return lines of a function as a report names them; 0 is that of its `def`."""
    start = inspect.getsourcelines(function)[1]
    return " and ".join(f"{__file__}:{start + offset}" for offset in offsets)


def test_a_namespace_of_ours_and_one_of_cdk8s_plus_are_refused_at_synth(
    app: Platform, chart: Chart, tmp_path: Path
) -> None:
    Namespace(chart, "common")
    cdk8s_plus_27.Namespace(Chart(app, "other"), "plus", metadata=cdk8s.ApiObjectMetadata(name="common"))
    lines = lines_of(test_a_namespace_of_ours_and_one_of_cdk8s_plus_are_refused_at_synth, 3, 4)
    folder = tmp_path / ".synth" / "manifests"
    assert said_at_synth(app) == (
        f"{folder}/other.k8s.yaml:1:1: error GH106: Namespace common: It is there already, "
        f"at {folder}/chart.k8s.yaml:1:1: the one that is applied last would stay.\n"
        "  fix: Remove one of them, or give it another name.\n"
        f"  written at {lines}, construct chart/common/Resource and other/plus/Resource"
    )


def test_a_pool_of_ours_and_one_of_the_l1_class_are_refused_at_synth(
    app: Platform, chart: Chart, tmp_path: Path
) -> None:
    pool(chart, "a")
    CiliumLoadBalancerIpPool(chart, "l1", metadata={"name": "a"}, spec={"blocks": []})
    assert "error GH106: CiliumLoadBalancerIPPool a: It is there already, " in said_at_synth(app)
    assert not (tmp_path / "dist").exists()


def test_objects_that_differ_are_published_whoever_defines_them(
    app: Platform, chart: Chart, manifests: Manifests
) -> None:
    pool(chart, "a")
    CiliumLoadBalancerIpPool(chart, "l1", metadata={"name": "b"}, spec={"blocks": []})
    cdk8s_plus_27.Namespace(Chart(app, "other"), "plus", metadata=cdk8s.ApiObjectMetadata(name="a"))
    assert [(entry["kind"], entry["metadata"]["name"]) for entry in manifests()] == [
        ("CiliumLoadBalancerIPPool", "a"),
        ("CiliumLoadBalancerIPPool", "b"),
        ("Namespace", "a"),
    ]


def test_a_kind_of_another_api_group_is_another_kind(app: Platform, chart: Chart, manifests: Manifests) -> None:
    metadata = cdk8s.ApiObjectMetadata(name="a", namespace="common")
    gateway(chart, "a")
    for group in ("example.com", "example.org"):
        cdk8s.ApiObject(chart, group, api_version=f"{group}/v1", kind="Gateway", metadata=metadata)
    assert len(manifests()) == 3
    cdk8s.ApiObject(chart, "again", api_version="example.com/v2", kind="Gateway", metadata=metadata)
    found = said_at_synth(app)
    assert found.count("error GH106: Gateway common/a: It is there already, ") == 1
    assert "construct chart/example.com and chart/again" in found


def test_duplicates_are_refused_where_another_output_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CDK8S_OUTDIR", str(tmp_path / "elsewhere"))
    app = Platform(root=tmp_path)
    chart = Chart(app, "chart")
    pool(chart, "a")
    CiliumLoadBalancerIpPool(chart, "l1", metadata={"name": "a"}, spec={"blocks": []})
    assert "error GH106: CiliumLoadBalancerIPPool a: It is there already, " in said_at_synth(app)
    assert not (tmp_path / "elsewhere").exists()


def test_the_name_of_an_object_is_its_construct_s_or_the_text(chart: Chart) -> None:
    ours = Namespace(chart, "ours", name="a")
    plus = cdk8s_plus_27.Namespace(chart, "plus", metadata=cdk8s.ApiObjectMetadata(name="b"))
    assert [name_of("w", value, "Namespace") for value in (ours, plus, plus, "c")] == ["a", "b", "b", "c"]


@pytest.mark.parametrize("value", [None, 5, {"name": "a"}, cdk8s.ApiObjectMetadata(name="a")])
def test_what_has_no_name_is_refused(value: Any) -> None:
    assert refusal(lambda: name_of("w", value, "Namespace")) == (
        f"w: {value!r} is of type {type(value).__name__}. Allowed: a Namespace of cdk8s-plus, "
        "or its name as text. Fix: write the name of the Namespace."
    )


def test_an_object_of_another_kind_is_refused(chart: Chart) -> None:
    service = cdk8s_plus_27.Service(chart, "service", ports=[cdk8s_plus_27.ServicePort(port=80)])
    said = refusal(lambda: name_of("w", gateway(chart, "gateway"), "Namespace"))
    assert said.startswith("w: Gateway common/gateway is of type Gateway. ")
    assert refusal(lambda: name_of("w", service, "Namespace")).startswith("w: Service is of type Service. ")
