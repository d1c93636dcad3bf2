"""What the tests of the constructs share: an app in a folder of its own, its manifests, and the text of a refusal."""

import copy
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from constructs_lib import Platform  # before cdk8s: it names the Node that jsii starts
from tools.crd_sources import pinned_sources
from tools.imports import ROOT

import cdk8s
import pytest
import yaml

if TYPE_CHECKING:  # only the tests that ask import it
    from preflight.testing import Routes

CRDS = ROOT.parent / "shared" / "crds"

Manifests = Callable[[], list[dict[str, Any]]]
Crds = dict[str, dict[str, Any]]


def refusal(define: Callable[[], object]) -> str:
    """Return the text of the ValueError that a call raises."""
    with pytest.raises(ValueError) as caught:  # noqa: PT011  # the caller compares the whole text
        define()
    return str(caught.value)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Platform:
    """An app that publishes below a folder of its own."""
    monkeypatch.delenv("CDK8S_OUTDIR", raising=False)
    return Platform(root=tmp_path)


@pytest.fixture
def chart(app: Platform) -> cdk8s.Chart:
    """A chart of that app."""
    return cdk8s.Chart(app, "chart")


@pytest.fixture
def text(app: Platform, chart: cdk8s.Chart, tmp_path: Path) -> Callable[[], str]:
    """Synthesise the app, and return what it published for the chart."""

    def synthesise() -> str:
        app.synth()
        (file,) = (tmp_path / "dist").rglob("chart.k8s.yaml")
        return file.read_text(encoding="utf-8")

    return synthesise


@pytest.fixture
def manifests(app: Platform, tmp_path: Path) -> Manifests:
    """Synthesise the app, and return the manifests of all its charts."""

    def synthesise() -> list[dict[str, Any]]:
        app.synth()
        files = sorted((tmp_path / "dist").rglob("*.yaml"))
        return [manifest for file in files for manifest in yaml.safe_load_all(file.read_text(encoding="utf-8"))]

    return synthesise


@pytest.fixture(scope="session")
def platform() -> "Routes":
    """What main.py exposes: who answers which request."""
    from constructs_lib.testing import routes_of  # only where it is asked for

    return routes_of(ROOT / "main.py")


@pytest.fixture(scope="session")
def crds() -> Crds:
    """The specs of the CRDs as clusters have them, by kind, in the versions that cdk8s.yaml pins: an oracle."""
    if not CRDS.is_dir():
        pytest.skip(f"needs the CRDs in {CRDS}, and there is no such folder")
    files = [
        file
        for folder in sorted({source.folder for source in pinned_sources(ROOT / "cdk8s.yaml")})
        for file in sorted((CRDS / folder).glob("*.yaml"))
    ]
    specs = [yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["spec"] for file in files]
    return {spec["names"]["kind"]: spec for spec in specs}


def schema_of(crd: dict[str, Any], version: str) -> dict[str, Any]:
    """Return the schema of one version of a CRD."""
    schemas = {entry["name"]: entry["schema"]["openAPIV3Schema"] for entry in crd["versions"]}
    schema: dict[str, Any] = schemas[version]
    return schema


def defaulted(value: Any, schema: Mapping[str, Any]) -> Any:
    """Return a value with the defaults of its schema, as the API server stores it."""
    if isinstance(value, dict):
        fields = schema.get("properties", {})
        missing = {name: copy.deepcopy(field["default"]) for name, field in fields.items() if "default" in field}
        further = schema.get("additionalProperties")
        rest = further if isinstance(further, dict) else {}
        return {name: defaulted(item, fields.get(name, rest)) for name, item in (missing | value).items()}
    if isinstance(value, list):
        return [defaulted(item, schema.get("items", {})) for item in value]
    return value
