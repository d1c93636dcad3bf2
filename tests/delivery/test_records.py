"""What an app has said about its delivery."""

from pathlib import Path

from constructs_lib import Platform
from constructs_lib.delivery.records import Delivery, delivery_of, file_name
from tests.conftest import refusal

from cdk8s import Chart


def test_each_app_has_a_record_of_its_own(app: Platform, tmp_path: Path) -> None:
    other = Platform(root=tmp_path / "other")
    delivery_of(app).folders["a"] = "something"
    assert delivery_of(app).folders == {"a": "something"}
    assert delivery_of(other).folders == {}


def test_a_record_is_unused_until_something_is_said() -> None:
    assert not Delivery().is_used
    assert not Delivery(folder="edge", folders={"a": "cluster 'a'"}).is_used


def test_a_path_is_below_the_folder_of_a_cluster() -> None:
    assert Delivery().path("dist", "web") == "dist/web"
    assert Delivery(folder="edge").path("a/dist", "web") == "a/dist/edge/web"


def test_a_name_that_is_taken_is_refused_with_whose_it_is() -> None:
    delivery = Delivery(folders={"edge": "cluster 'edge'"})
    assert refusal(lambda: delivery.refuse_taken("Application argocd/edge: name", "edge")) == (
        "Application argocd/edge: name: 'edge' is the name of a folder in dist/ already: that of cluster 'edge'. "
        "Allowed: one folder for each Application and each cluster. Fix: give one of them another name."
    )


def test_a_chart_is_in_the_file_that_cdk8s_writes(app: Platform, chart: Chart, tmp_path: Path) -> None:
    """Oracle: cdk8s itself."""
    charts = [chart, Chart(app, "b-1"), Chart(app, "With Space")]
    names = {file_name(entry) for entry in charts}
    app.synth()
    assert {file.name for file in (tmp_path / "dist").iterdir()} == names
