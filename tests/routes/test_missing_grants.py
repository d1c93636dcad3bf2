"""The grants that follow by themselves from references to other namespaces."""

from typing import Any

from constructs_lib import Gateway, HttpBackendRef, HttpRoute, HttpRouteRule, Listener, Namespace
from constructs_lib.references import ExistingSecret, ExistingService, ObjectReference
from constructs_lib.routes.reference_grant import (
    ReferenceGrant,
    ReferenceGrantFrom,
    ReferenceGrantTo,
    define_missing_grants,
)
from tests.conftest import Manifests, refusal

import cdk8s_plus_27 as plus
import pytest
import yaml
from cdk8s import ApiObject, ApiObjectMetadata, App, Chart

SHOP = Gateway.from_existing(name="gateway", namespace="shop", listeners=[Listener.http("web")]).listeners
WEB = ReferenceGrantFrom("HTTPRoute", "shop")
SERVICE = ReferenceGrantTo("Service")
DATABASE = ExistingService("db", namespace="data", ports=[80])


def route(chart: Chart, name: str = "a", service: ObjectReference = DATABASE) -> HttpRoute:
    """Define a route of the namespace `shop` to a Service."""
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef(service, port=80)])]
    return HttpRoute(chart, name, namespace="shop", parent_refs=SHOP, rules=rules)


def grants(manifests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the ReferenceGrants."""
    return [manifest for manifest in manifests if manifest["kind"] == "ReferenceGrant"]


def of_our_construct(chart: Chart) -> None:
    Namespace(chart, "data")


def of_cdk8s_plus(chart: Chart) -> None:
    plus.Namespace(chart, "namespace", metadata=ApiObjectMetadata(name="data"))


def with_an_object_of_ours(chart: Chart) -> None:
    ReferenceGrant(chart, "own", namespace="data", from_=[ReferenceGrantFrom("TLSRoute", "x")], to=[SERVICE])


def with_an_object_of_cdk8s_plus(chart: Chart) -> None:
    plus.ConfigMap(chart, "settings", metadata=ApiObjectMetadata(name="settings", namespace="data"))


def with_an_object_of_another_chart(chart: Chart) -> None:
    other = Chart(App.of(chart), "other", namespace="data")
    ApiObject(other, "settings", api_version="v1", kind="ConfigMap")


@pytest.mark.parametrize(
    "make_ours",
    [
        of_our_construct,
        of_cdk8s_plus,
        with_an_object_of_ours,
        with_an_object_of_cdk8s_plus,
        with_an_object_of_another_chart,
    ],
)
def test_a_reference_to_a_namespace_of_the_app_gets_its_grant(
    chart: Chart, manifests: Manifests, make_ours: Any
) -> None:
    make_ours(chart)
    route(chart)
    (grant,) = [entry for entry in grants(manifests()) if entry["metadata"]["name"] != "own"]
    assert grant["metadata"] == {
        "name": "httproute.shop",
        "namespace": "data",
        "annotations": {"argocd.argoproj.io/sync-wave": "1"},
    }
    assert grant["spec"] == {
        "from": [{"group": "gateway.networking.k8s.io", "kind": "HTTPRoute", "namespace": "shop"}],
        "to": [{"group": "", "kind": "Service", "name": "db"}],
    }


def test_a_reference_to_a_service_of_the_app_gets_its_grant(chart: Chart, manifests: Manifests) -> None:
    metadata = ApiObjectMetadata(name="db", namespace="data")
    route(chart, service=plus.Service(chart, "db", metadata=metadata, ports=[plus.ServicePort(port=80)]))
    (grant,) = grants(manifests())
    assert grant["spec"]["to"] == [{"group": "", "kind": "Service", "name": "db"}]


def test_a_listener_s_certificate_of_another_namespace_gets_its_grant(chart: Chart, manifests: Manifests) -> None:
    Namespace(chart, "data")
    secret = ExistingSecret("tls", namespace="data")
    listeners = [Listener.http("web"), Listener.https("secure", hostname="a.example", secret=secret)]
    Gateway(chart, "gateway", namespace="common", listeners=listeners)
    (grant,) = grants(manifests())
    assert grant["metadata"]["name"] == "gateway.common"
    assert grant["spec"] == {
        "from": [{"group": "gateway.networking.k8s.io", "kind": "Gateway", "namespace": "common"}],
        "to": [{"group": "", "kind": "Secret", "name": "tls"}],
    }


def test_a_grant_is_beside_the_first_object_that_needs_it(app: App, chart: Chart) -> None:
    Namespace(chart, "data")
    first, second = Chart(app, "first"), Chart(app, "second")
    route(first, "a")
    route(second, "b")
    define_missing_grants(app)
    assert [len(grants(entry.to_json())) for entry in (chart, first, second)] == [0, 1, 0]


@pytest.mark.parametrize(
    ("from_", "to"),
    [
        ([WEB], [SERVICE]),
        ([ReferenceGrantFrom("Gateway", "shop"), WEB], [ReferenceGrantTo("Secret"), ReferenceGrantTo("Service", "db")]),
    ],
)
def test_a_reference_that_a_grant_of_the_app_covers_gets_no_other(
    chart: Chart, manifests: Manifests, from_: list[ReferenceGrantFrom], to: list[ReferenceGrantTo]
) -> None:
    ReferenceGrant(chart, "own", namespace="data", from_=from_, to=to)
    route(chart)
    assert [grant["metadata"]["name"] for grant in grants(manifests())] == ["own"]


@pytest.mark.parametrize(
    "arguments",
    [
        {"from_": [ReferenceGrantFrom("HTTPRoute", "other")]},
        {"from_": [ReferenceGrantFrom("GRPCRoute", "shop")]},
        {"to": [ReferenceGrantTo("Secret", "db")]},
        {"to": [ReferenceGrantTo("Service", "web")]},
        {"merge_patch": {"spec": {"to": [{"group": "", "kind": "Secret"}]}}},
    ],
)
def test_a_grant_of_the_app_for_something_else_does_not_count(
    chart: Chart, manifests: Manifests, arguments: dict[str, Any]
) -> None:
    ReferenceGrant(chart, "own", **{"namespace": "data", "from_": [WEB], "to": [SERVICE]} | arguments)
    route(chart)
    assert [grant["metadata"]["name"] for grant in grants(manifests())] == ["own", "httproute.shop"]


def test_a_reference_that_is_granted_elsewhere_needs_no_grant(chart: Chart, manifests: Manifests) -> None:
    route(chart, service=ExistingService("db", namespace="data", granted=True))
    assert grants(manifests()) == []


def test_a_second_synth_changes_nothing(chart: Chart, manifests: Manifests) -> None:
    Namespace(chart, "data")
    route(chart)
    first = manifests()
    assert len(grants(first)) == 1
    assert manifests() == first


ASKED = """\
apiVersion: gateway.networking.k8s.io/v1
kind: ReferenceGrant
metadata:
  name: httproute.shop
  namespace: data
spec:
  from:
  - group: gateway.networking.k8s.io
    kind: HTTPRoute
    namespace: shop
  to:
  - group: ''
    kind: Service
    name: cache
  - group: ''
    kind: Service
    name: db
"""


def test_a_namespace_that_is_not_the_app_s_is_refused_with_the_grant_to_ask_for(app: App, chart: Chart) -> None:
    route(chart)
    route(chart, "b", ExistingService("cache", namespace="data"))
    route(chart, "c", ExistingService("mail", namespace="post"))
    text = refusal(app.synth)
    assert text == (
        "HTTPRoute shop/a: refers to Service data/db, in a namespace that this app writes nothing to. Allowed: objects "
        "of 'shop' and of namespaces of this app, or of others with a ReferenceGrant. Fix: ask the owners of 'data' "
        "for the following, then write granted=True in ExistingService('db', ...) and ExistingService('cache', ...):\n"
        f"{ASKED}"
    )


def test_an_object_of_another_kind_with_the_namespace_s_name_makes_it_no_namespace_of_the_app(
    app: App, chart: Chart
) -> None:
    route(chart, "data")
    plus.ConfigMap(chart, "settings", metadata=ApiObjectMetadata(name="data", namespace="shop"))
    assert refusal(app.synth).startswith(
        "HTTPRoute shop/data: refers to Service data/db, in a namespace that this app writes nothing to."
    )


def test_the_grant_to_ask_for_is_the_one_that_is_missing(app: App, chart: Chart) -> None:
    """Oracle: with the printed YAML in an app that owns the namespace, nothing is missing."""
    route(chart)
    _, _, printed = refusal(app.synth).partition("...):\n")
    (manifest,) = yaml.safe_load_all(printed)
    ReferenceGrant(
        chart,
        manifest["metadata"]["name"],
        namespace=manifest["metadata"]["namespace"],
        from_=[ReferenceGrantFrom(entry["kind"], entry["namespace"]) for entry in manifest["spec"]["from"]],
        to=[ReferenceGrantTo(entry["kind"], entry["name"]) for entry in manifest["spec"]["to"]],
    )
    define_missing_grants(app)
    assert [{key: entry[key] for key in ("apiVersion", "kind", "spec")} for entry in grants(chart.to_json())] == [
        {key: manifest[key] for key in ("apiVersion", "kind", "spec")}
    ]


def test_the_refusal_says_where_the_reference_is_written(app: App, chart: Chart) -> None:
    route(chart)
    with pytest.raises(ValueError, match="writes nothing to") as caught:
        app.synth()
    (note,) = caught.value.__notes__
    assert note.startswith(f"Written at {__file__}:")
