"""The examples of docs/examples: each runs, its manifests are those beside it, and they fit each other."""

import ast
import ipaddress
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from preflight.admission.judge import admission
from preflight.catalogue import Severity
from preflight.reading import cluster_file
from preflight.reading.files import read
from preflight.report.text import findings_text
from preflight.rules.judge import check
from preflight.snapshot import Snapshot
from tests.conftest import Crds, defaulted, schema_of
from tests.projects import ROOT, run, tree

import pytest
import yaml

FOLDER = ROOT / "docs" / "examples"
EXAMPLES = sorted(path.parent for path in FOLDER.glob("*/main.py"))
FLEET = "fleet"
"""The example with several clusters, each in a folder of its dist/."""
MIN_EXAMPLES = 10
MAX_LINES = 90
"""An example is small: it fits on two screens."""
FOR_DOCUMENTATION = [
    ipaddress.ip_network(network)
    for network in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")  # RFC 5737, RFC 3849
]

by_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)


def manifests_of(example: Path) -> list[dict[str, Any]]:
    """Return the manifests beside an example."""
    files = sorted((example / "dist").rglob("*.yaml"))
    return [manifest for file in files for manifest in yaml.safe_load_all(file.read_text(encoding="utf-8"))]


def docstring_of(example: Path) -> str:
    """Return what an example says of itself."""
    return ast.get_docstring(ast.parse((example / "main.py").read_text(encoding="utf-8"))) or ""


@by_example
def test_an_example_gives_the_manifests_beside_it(example: Path, tmp_path: Path) -> None:
    copy = tmp_path / example.name
    shutil.copytree(example, copy, ignore=shutil.ignore_patterns("dist", ".synth", "__pycache__"))
    done = run([sys.executable, copy / "main.py"], tmp_path, PYTHONPATH=str(ROOT))
    assert done.returncode == 0, done.stderr
    assert tree(copy / "dist") == tree(example / "dist"), "run `make examples` and commit what it writes"


@by_example
def test_an_example_is_small_and_says_what_it_shows_and_needs(example: Path) -> None:
    text = (example / "main.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_LINES
    assert "app = Platform(root=Path(__file__).parent)" in text
    summary, *further = docstring_of(example).split("\n\n")
    assert summary.endswith(".")
    assert further[-1].startswith("Needs: ")


@by_example
def test_preflight_finds_nothing_wrong_with_an_example(example: Path) -> None:
    """With what its cluster.yaml and elsewhere.yaml say is there; infos say what nobody uses yet."""
    elsewhere = [example / "elsewhere.yaml"] if (example / "elsewhere.yaml").exists() else []
    for path in sorted((example / "dist").iterdir()) if example.name == FLEET else [example / "dist"]:
        assert warnings_in([path, *elsewhere], example) == ""


def test_preflight_finds_nothing_wrong_with_the_platform() -> None:
    assert warnings_in([ROOT / "dist"], ROOT) == ""


def warnings_in(paths: Sequence[Path], project: Path) -> str:
    """Return what fails `preflight check --strict`, as it says it."""
    facts = cluster_file.facts_in(project)
    reading = read(paths)
    found = check(admission(Snapshot(reading.manifests), facts), facts, reading.findings).findings
    return findings_text(finding for finding in found if finding.severity != Severity.INFO)


@by_example
def test_an_example_has_addresses_for_documentation_only(example: Path) -> None:
    text = (example / "main.py").read_text(encoding="utf-8")
    words = [word.rstrip(".") for word in re.findall(r"[0-9a-f.:]+", text)]
    addresses = [ipaddress.ip_address(word) for word in words if is_address(word)]
    assert [address for address in addresses if not any(address in network for network in FOR_DOCUMENTATION)] == []


def is_address(word: str) -> bool:
    """Tell whether a word is an IPv4 or IPv6 address."""
    try:
        ipaddress.ip_address(word)
    except ValueError:
        return False
    return True


@by_example
def test_every_default_of_the_crds_is_written_out(crds: Crds, example: Path) -> None:
    """Oracle: the defaults of the CRDs, which the API server would add and Argo CD would show as drift."""
    manifests = [manifest for manifest in manifests_of(example) if manifest["kind"] in crds]
    for manifest in manifests:
        schema = schema_of(crds[manifest["kind"]], manifest["apiVersion"].partition("/")[2])["properties"]["spec"]
        assert defaulted(manifest["spec"], schema) == manifest["spec"], manifest["metadata"]["name"]
    assert manifests


@by_example
def test_the_routes_attach_to_listeners_that_take_them(example: Path) -> None:
    """Oracle: allowedRoutes as the Gateway API has it, for the Gateways and ListenerSets that are in the example."""
    manifests = manifests_of(example)
    parents = {key(manifest): manifest for manifest in manifests if manifest["kind"] in ("Gateway", "ListenerSet")}
    labels = {
        manifest["metadata"]["name"]: manifest["metadata"].get("labels", {})
        for manifest in manifests
        if manifest["kind"] == "Namespace"
    }
    routes = [manifest for manifest in manifests if manifest["kind"].endswith("Route")]
    for route in routes:
        for reference in route["spec"]["parentRefs"]:
            parent = parents.get((reference["kind"], reference["namespace"], reference["name"]))
            if parent is not None:
                listeners = {listener["name"]: listener for listener in parent["spec"]["listeners"]}
                allowed = listeners[reference["sectionName"]]["allowedRoutes"]["namespaces"]
                namespace = route["metadata"]["namespace"]
                assert takes(allowed, namespace, reference["namespace"], labels.get(namespace, {})), key(route)
    assert routes


def takes(allowed: Mapping[str, Any], namespace: str, own: str, labels: Mapping[str, str]) -> bool:
    """Tell whether a listener takes a route of a namespace with these labels."""
    match allowed["from"]:
        case "All":
            return True
        case "Same":
            return namespace == own
        case _:
            return bool(allowed["selector"]["matchLabels"].items() <= labels.items())


@by_example
def test_the_address_of_a_gateway_is_in_a_pool_and_announced(example: Path) -> None:
    """Oracle: the labels that Cilium gives to a Gateway's Service, and the selectors that are in the example."""
    manifests = manifests_of(example)
    gateways = [manifest for manifest in manifests if manifest["kind"] == "Gateway"]
    for gateway in gateways:
        metadata = gateway["metadata"]
        labels = {
            "gateway.networking.k8s.io/gateway-name": metadata["name"],
            "io.kubernetes.service.namespace": metadata["namespace"],
        }
        pools = [select_of(manifest) for manifest in manifests if manifest["kind"] == "CiliumLoadBalancerIPPool"]
        given = [selected for selected in pools if selected.items() <= labels.items()]
        announced = [
            select_of(manifest)
            for manifest in manifests
            if manifest["kind"] in ("CiliumL2AnnouncementPolicy", "CiliumBGPAdvertisement")
            and select_of(manifest).items() <= labels.items()
        ]
        assert given, key(gateway)
        assert announced, key(gateway)
    assert gateways or "Gateway edge/public of another app" in " ".join(docstring_of(example).split())


def select_of(manifest: Mapping[str, Any]) -> dict[str, str]:
    """Return the labels by which a pool or an announcement selects Services."""
    spec = manifest["spec"]
    selector = spec["advertisements"][0]["selector"] if "advertisements" in spec else spec["serviceSelector"]
    assert list(selector) == ["matchLabels"]
    labels: dict[str, str] = selector["matchLabels"]
    return labels


def key(manifest: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return which object of a namespace a manifest is for."""
    return manifest["kind"], manifest["metadata"]["namespace"], manifest["metadata"]["name"]


def test_the_page_of_the_examples_lists_each_of_them_with_its_manifests() -> None:
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert len(EXAMPLES) >= MIN_EXAMPLES
    linked = re.findall(r"\]\(([a-z0-9-]+)/main\.py\)", page)
    assert sorted(linked) == [example.name for example in EXAMPLES]
    shown = [FOLDER / link for link in re.findall(r"\]\(([a-z0-9-]+/dist/[^)]+)\)", page)]
    files = [file for example in EXAMPLES for file in (example / "dist").rglob("*.yaml")]
    assert [str(file) for file in files if not {file, file.parent} & set(shown)] == []
