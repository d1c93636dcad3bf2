"""What the API server would refuse stops the synth, and is said with construct and line."""

import inspect
from pathlib import Path
from typing import Any

from constructs_lib import (
    AllowedRoutes,
    BackendTlsPolicy,
    BackendTlsPolicyTargetRef,
    ExistingService,
    Gateway,
    HttpBackendRef,
    HttpRoute,
    HttpRouteRule,
    Listener,
    Namespace,
    Platform,
)
from constructs_lib.clusters import Cluster
from tests.projects import tree

import cdk8s
import pytest
from cdk8s import ApiObjectMetadata, Chart


def config_map(chart: Chart, **metadata: Any) -> None:
    cdk8s.ApiObject(chart, "object", api_version="v1", kind="ConfigMap", metadata=ApiObjectMetadata(**metadata))


def refused(chart: Chart) -> None:
    config_map(chart, name="Settings", namespace="web")


def refused_cluster(cluster: Cluster) -> None:
    refused(Chart(cluster, "settings"))


def admitted_cluster(cluster: Cluster) -> None:
    Namespace(Chart(cluster, "edge"), "edge")


def line_in(function: Any) -> str:
    lines, start = inspect.getsourcelines(function)
    return f"{__file__}:{start + len(lines) - 1}"


LINE = f"{__file__}:{inspect.getsourcelines(config_map)[1] + 1}"


def failure(app: Platform, **arguments: Any) -> str:
    with pytest.raises(SystemExit) as caught:
        app.synth(**arguments)
    return str(caught.value.code)


def said(folder: Path, file: str, construct: str) -> str:
    return (
        f"{folder}/.synth/manifests/{file}:4:3: error GH110: ConfigMap web/Settings: metadata.name: 'Settings' is not "
        "a DNS subdomain: lower-case letters, digits, '-' and '.', with a letter or digit at both ends and around each "
        f"'.'.\n  fix: Write 'settings'.\n  written at {LINE}, construct {construct}"
    )


def test_an_inadmissible_object_stops_the_publish(app: Platform, chart: Chart, tmp_path: Path) -> None:
    Namespace(chart, "web")
    app.synth()
    before = tree(tmp_path / "dist")
    refused(Chart(app, "other"))
    assert failure(app) == said(tmp_path, "other.k8s.yaml", "other/object")
    assert tree(tmp_path / "dist") == before


@pytest.mark.parametrize("processes", [1, 2])
def test_an_inadmissible_object_of_a_cluster_stops_all(app: Platform, tmp_path: Path, processes: int) -> None:
    app.cluster("core", admitted_cluster)
    app.cluster("edge", refused_cluster)
    text = said(tmp_path, "edge/settings.k8s.yaml", "settings/object")
    assert failure(app, processes=processes) == f"{text}\nIn cluster 'edge'"
    assert not (tmp_path / "dist").exists()


@pytest.mark.parametrize("processes", [1, 2])
def test_the_inadmissible_objects_of_all_clusters_are_said(
    app: Platform, chart: Chart, tmp_path: Path, processes: int
) -> None:
    app.cluster("core", refused_cluster)
    app.cluster("edge", refused_cluster)
    refused(chart)
    texts = [said(tmp_path, f"{name}/settings.k8s.yaml", "settings/object") for name in ("core", "edge")]
    own = said(tmp_path, "chart.k8s.yaml", "chart/object")
    assert failure(app, processes=processes) == (f"{texts[0]}\nIn cluster 'core'\n{texts[1]}\nIn cluster 'edge'\n{own}")
    assert not (tmp_path / "dist").exists()


def test_the_same_object_in_two_clusters_is_no_duplicate(app: Platform, tmp_path: Path) -> None:
    app.cluster("core", admitted_cluster)
    app.cluster("edge", admitted_cluster)
    app.synth()
    assert set(tree(tmp_path / "dist")) == {"core/edge.k8s.yaml", "edge/edge.k8s.yaml"}


def test_a_warning_is_said_and_published(
    app: Platform, chart: Chart, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config_map(chart, name="settings")
    app.synth()
    assert capsys.readouterr().err == (
        f"{tmp_path}/.synth/manifests/chart.k8s.yaml:3:1: warning GH112: ConfigMap settings: metadata.namespace: "
        "ConfigMap is namespaced and this one names no namespace: it gets that of kubectl's context or of Argo CD's "
        f"destination.\n  fix: Write metadata.namespace.\n  written at {LINE}, construct chart/object\n"
        "dist/chart.k8s.yaml: added\n"
    )


def test_an_unknown_kind_is_said_and_published(
    app: Platform, chart: Chart, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    metadata = ApiObjectMetadata(name="wheel", namespace="web")
    cdk8s.ApiObject(chart, "object", api_version="example.com/v1", kind="Widget", metadata=metadata)
    app.synth()
    assert f"{tmp_path}/.synth/manifests/chart.k8s.yaml:1:1: info GH103: Widget web/wheel: " in capsys.readouterr().err
    assert set(tree(tmp_path / "dist")) == {"chart.k8s.yaml"}


def test_the_cluster_file_beside_the_app_counts(app: Platform, chart: Chart, tmp_path: Path) -> None:
    (tmp_path / "cluster.yaml").write_text('cilium:\n  version: "1.18"\n', encoding="utf-8")
    Namespace(chart, "web")
    assert failure(app).startswith(
        f"{tmp_path}/cluster.yaml:2:3: error GH002: cilium.version: '1.18' is no known version"
    )
    assert not (tmp_path / "dist").exists()


def test_crds_that_the_cluster_file_names_are_read(app: Platform, chart: Chart, tmp_path: Path) -> None:
    (tmp_path / "cluster.yaml").write_text("crds: [missing]\n", encoding="utf-8")
    Namespace(chart, "web")
    assert failure(app) == (
        f"{tmp_path}/cluster.yaml:1:8: error GH002: crds[0]: There is no file or folder 'missing'.\n"
        "  fix: Mend the path."
    )


def exposed(chart: Chart, *backends: HttpBackendRef, hostname: str = "shop.example.com") -> None:
    """Define a Gateway and a route on it, with what both need by name only."""
    listener = Listener.https("https", hostname="*.example.com", secret="shop-tls")
    gateway = Gateway(
        chart, "gateway", namespace="web", listeners=[listener], allowed_routes=AllowedRoutes.all(), addresses=[]
    )
    rules = [HttpRouteRule(backend_refs=backends or [HttpBackendRef("shop", port=80)])]
    HttpRoute(
        chart, "shop", namespace="web", parent_refs=[gateway.listener("https")], hostnames=[hostname], rules=rules
    )


def test_what_constructs_refer_to_is_taken_to_be_there(
    app: Platform, chart: Chart, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = ExistingService("search", namespace="search", ports=[8080], granted=True)
    exposed(chart, HttpBackendRef("shop", port=80), HttpBackendRef("shop", port=81), HttpBackendRef(elsewhere))
    BackendTlsPolicy(
        chart,
        "shop-tls",
        namespace="web",
        target_refs=[BackendTlsPolicyTargetRef("shop")],
        hostname="shop",
        ca_certificate_ref="ca",
    )
    app.synth()
    assert capsys.readouterr().err == (
        "EXPOSED\n"
        "URL                            ADDRESS   LISTENER            SERVICE\n"
        "https://shop.example.com/...   <none>    web/gateway/https   web/shop:80, web/shop:81 and search/search:8080\n"
        "\n"
        "dist/chart.k8s.yaml: added\n"
    )


def test_a_gateway_that_is_owned_elsewhere_is_not_asked_for(
    app: Platform, chart: Chart, capsys: pytest.CaptureFixture[str]
) -> None:
    gateway = Gateway.from_existing(name="edge", namespace="web", listeners=[Listener.http("http")])
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("shop", port=80)])]
    HttpRoute(chart, "shop", namespace="web", parent_refs=[gateway.listener("http")], rules=rules)
    app.synth()
    assert capsys.readouterr().err == "dist/chart.k8s.yaml: added\n"


def l1_route(chart: Chart, **spec: Any) -> None:
    wave = {"argocd.argoproj.io/sync-wave": "2"}
    metadata = ApiObjectMetadata(name="blog", namespace="web", annotations=wave)
    route = cdk8s.ApiObject(
        chart, "blog", api_version="gateway.networking.k8s.io/v1", kind="HTTPRoute", metadata=metadata
    )
    route.add_json_patch(cdk8s.JsonPatch.add("/spec", {"parentRefs": [{"name": "gateway"}], **spec}))


def test_a_route_that_is_not_accepted_stops_the_publish(app: Platform, chart: Chart, tmp_path: Path) -> None:
    exposed(chart)
    l1_route(chart, hostnames=["blog.example.org"])
    text = failure(app)
    assert "error GH302: HTTPRoute web/blog: spec.hostnames: The hostnames 'blog.example.org' do not match" in text
    assert "construct chart/blog" in text
    assert not (tmp_path / "dist").exists()


def test_a_service_that_nobody_has_named_stops_the_publish_until_it_is_declared(
    app: Platform, chart: Chart, tmp_path: Path
) -> None:
    exposed(chart)
    l1_route(chart, rules=[{"backendRefs": [{"name": "blog", "port": 80}]}])
    assert "error GH202: HTTPRoute web/blog: spec.rules[0].backendRefs[0].name: Service web/blog" in failure(app)
    declared = "services: [{namespace: web, name: blog, ports: [80]}]\n"
    (tmp_path / "cluster.yaml").write_text(declared, encoding="utf-8")
    app.synth()
    assert set(tree(tmp_path / "dist")) == {"chart.k8s.yaml"}


def test_a_gateway_that_nobody_has_described_is_said(
    app: Platform, chart: Chart, capsys: pytest.CaptureFixture[str]
) -> None:
    l1_route(chart)
    app.synth()
    written = capsys.readouterr().err
    assert "warning GH303: HTTPRoute web/blog: spec.parentRefs[0].name: Gateway web/gateway is not among" in written
    assert "construct chart/blog" in written
