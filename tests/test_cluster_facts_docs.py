"""docs/cluster-facts.md has every field that the cluster file's reader takes, and its examples are read."""

import re
from pathlib import Path

from preflight.cluster import ClusterFacts
from preflight.finding import UnreadableError
from preflight.reading.cluster_file import cluster_facts
from tests.projects import ROOT

import pytest

PAGE = (ROOT / "docs" / "cluster-facts.md").read_text(encoding="utf-8")
FIELDS, VALUES = (
    re.findall(r"^\| `([^`]+)` \|", PAGE.partition(heading)[2].partition("\n## ")[0], re.MULTILINE)
    for heading in ("\n## Fields\n", "\n## Helm values of Cilium\n")
)
ELSEWHERE = ("cilium.values", "argoCD.params")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def fields(file: Path, path: str) -> list[str]:
    """Return the fields of the mapping at a path, as the reader lists them where it is no mapping; none of others."""
    text = "wrong"
    for part in reversed(path.split(".") if path else []):
        text = f"{{{part.removesuffix('[]')}: {f'[{text}]' if part.endswith('[]') else text}}}"
    file.write_text(text, encoding="utf-8")
    try:
        cluster_facts(file)
    except UnreadableError as error:
        _, is_mapping, names = error.finding.reason.partition(" is not a mapping of ")
        return re.findall(r"'([^']+)'", names) if is_mapping else []
    return []


def below(file: Path, path: str) -> list[str]:
    """Return the paths of the fields below a path that have no fields themselves, or a table of their own."""
    found = []
    for name in fields(file, path):
        field = f"{path}.{name}" if path else name
        inner = next((each for each in (field, f"{field}[]") if fields(file, each)), None)
        found += [field] if inner is None or field in ELSEWHERE else below(file, inner)
    return found


def test_the_page_has_every_field(tmp_path: Path) -> None:
    assert below(tmp_path / "cluster.yaml", "") == FIELDS


def test_the_page_has_every_helm_value(tmp_path: Path) -> None:
    found = below(tmp_path / "cluster.yaml", "cilium.values")
    assert [path.removeprefix("cilium.values.") for path in found] == VALUES


@pytest.mark.parametrize("text", EXAMPLES)
def test_its_examples_are_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "cluster.yaml").write_text(text, encoding="utf-8")
    assert cluster_facts(tmp_path / "cluster.yaml") != ClusterFacts()


def test_it_has_examples_of_both_ways_to_write_the_file() -> None:
    assert len(EXAMPLES) == 2
