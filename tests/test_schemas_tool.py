"""imports/schemas/: every fact of the CRDs and no prose, and the committed files are the current ones."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from preflight.cluster import TARGETS as CLUSTER_TARGETS
from tests.conftest import CRDS
from tests.crd_files import crd, failure
from tests.schema_files import FILES, LISTS, SCHEMA, SCHEMAS, kinds_in, own_keywords
from tools.crd_sources import Crd, Source, pinned_sources, read_crds
from tools.imports import ROOT, SCHEMA_KINDS
from tools.schemas import by_file, facts_of, write_schemas
from tools.sharing import text
from tools.targets import TARGETS, WITHOUT_CLASS

import pytest
import yaml

FOLDERS = sorted(folder.name for folder in SCHEMAS.iterdir() if folder.is_dir())
OF_CRDS = [folder for folder in FOLDERS if not folder.startswith("kubernetes-")]
PROSE = {"description", "example", "externalDocs", "title"}
SENTENCE = re.compile(r"\S\s+\S+\s+\S")
"""Three words: what a fact is not, except an expression."""
EXPRESSIONS = {"pattern", "rule"}


def target_sources() -> dict[str, list[Source]]:
    pinned = pinned_sources(ROOT / "cdk8s.yaml")
    return {name: target.sources(pinned) for name, target in TARGETS.items()}


@pytest.fixture(scope="module")
def upstream() -> dict[str, dict[str, dict[str, Any]]]:
    """The CRDs as clusters have them: folder -> kind -> spec."""
    if not CRDS.is_dir():
        pytest.skip(f"needs the CRDs in {CRDS}, and there is no such folder")
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for folder in OF_CRDS:
        for file in sorted((CRDS / folder).glob("*.yaml")):
            spec = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["spec"]
            found.setdefault(folder, {})[spec["names"]["kind"]] = spec
    return found


def lost(schema: dict[str, Any], facts: dict[str, Any], path: str) -> Iterator[str]:
    """Yield each keyword below a path that differs between the schema of a CRD and its facts."""
    expected, found = own_keywords(schema), own_keywords(facts)
    expected = {name: fact for name, fact in expected.items() if name not in PROSE}
    for rule in (rules := json.loads(json.dumps(expected.get("x-kubernetes-validations", [])))):
        del rule["message"]
    if rules:
        expected["x-kubernetes-validations"] = rules
    for keyword in expected.keys() | found.keys():
        if json.dumps(expected.get(keyword)) != json.dumps(found.get(keyword)):
            yield f"{path}: {keyword}"
    pairs = {f"{path} {keyword}": (schema.get(keyword), facts.get(keyword)) for keyword in SCHEMA}
    for keyword in LISTS:
        for number, below in enumerate(schema.get(keyword, [])):
            pairs[f"{path} {keyword}[{number}]"] = (below, facts[keyword][number])
    for name in schema.get("properties", {}).keys() | facts.get("properties", {}).keys():
        pairs[f"{path}.{name}"] = (schema["properties"].get(name), facts["properties"].get(name))
    for place, (one, other) in pairs.items():
        if one is None or other is None:
            assert one is other, place
        else:
            yield from lost(one, other, place)


@pytest.mark.parametrize("folder", OF_CRDS)
def test_every_fact_of_the_crds_is_kept(upstream: dict[str, dict[str, dict[str, Any]]], folder: str) -> None:
    """Oracle: the CRDs."""
    kinds = kinds_in(folder)
    assert kinds.keys() == upstream[folder].keys()
    for kind, spec in upstream[folder].items():
        facts = kinds[kind]
        assert (facts["group"], facts["plural"], facts["scope"]) == (
            spec["group"],
            spec["names"]["plural"],
            spec["scope"],
        )
        assert [version["name"] for version in facts["versions"]] == [version["name"] for version in spec["versions"]]
        for version, entry in zip(facts["versions"], spec["versions"], strict=True):
            assert (version["served"], version["storage"]) == (entry["served"], entry["storage"])
            assert version.get("deprecated", False) == entry.get("deprecated", False)
            assert version.get("status", False) == ("status" in entry.get("subresources", {}))
            assert version.keys() <= {"name", "served", "storage", "deprecated", "status", "schema"}
            assert list(lost(entry["schema"]["openAPIV3Schema"], version["schema"], f"{kind} {version['name']}")) == []


def phrases(value: Any, name: str = "") -> Iterator[str]:
    """Yield each text of three words that is no expression."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from phrases(part, key)
            yield from phrases(key)
    elif isinstance(value, list):
        for part in value:
            yield from phrases(part, name)
    elif isinstance(value, str) and name not in EXPRESSIONS and SENTENCE.search(value):
        yield value


def test_no_prose_is_left() -> None:
    """What is left are values: defaults of a condition's message and of Cilium's access log, and a usage of a key."""
    found = {phrase for file in FILES for phrase in phrases(json.loads(file.read_text(encoding="utf-8")))}
    (access_log,) = [phrase for phrase in found if phrase.startswith("[%START_TIME%]")]
    assert found == {access_log, "Waiting for controller", "ipsec end system"}


def test_the_committed_files_are_the_current_ones(tmp_path: Path) -> None:
    """Oracle: the CRDs, through the generator. Where this fails, run make imports."""
    if not CRDS.is_dir():
        pytest.skip(f"needs the CRDs in {CRDS}, and there is no such folder")
    targets = target_sources()
    sources = [source for found in targets.values() for source in found]
    write_schemas(read_crds(sources, CRDS), targets, SCHEMA_KINDS, tmp_path / "schemas")
    new = {file.relative_to(tmp_path / "schemas"): file.read_bytes() for file in tmp_path.rglob("*.json")}
    committed = {file.relative_to(SCHEMAS): file.read_bytes() for file in SCHEMAS.rglob("*") if file.is_file()}
    assert new == committed


@pytest.mark.parametrize("file", [*FILES, SCHEMAS / "index.json"], ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_file_is_written_in_one_way(file: Path) -> None:
    content = file.read_text(encoding="utf-8")
    assert f"{text(json.loads(content))}\n" == content


def test_the_files_are_small() -> None:
    """ApplicationSet is 1.4 MB of YAML, and a start reads the files of the kinds that it judges."""
    sizes = {file.name: file.stat().st_size for file in FILES}
    assert sizes.pop("kinds.json") < 120_000
    assert max(sizes.values()) < 30_000
    assert sum(file.stat().st_size for file in FILES) < 550_000


def test_the_index_says_which_folders_a_target_has_and_which_file_a_kind_has() -> None:
    index = json.loads((SCHEMAS / "index.json").read_text(encoding="utf-8"))
    assert sorted(index["folders"]) == FOLDERS
    listed = {
        (folder, group, kind): file
        for folder, groups in index["folders"].items()
        for group, kinds in groups.items()
        for kind, file in kinds.items()
    }
    assert listed == {
        (file.parent.name, facts["group"], facts["kind"]): file.name
        for file in FILES
        for facts in json.loads(file.read_text(encoding="utf-8"))["kinds"]
    }
    kubernetes = set(FOLDERS) - set(OF_CRDS)
    assert len(kubernetes) == 1
    assert set(index["targets"]) == set(CLUSTER_TARGETS)
    for name, sources in target_sources().items():
        assert set(index["targets"][name]) == {source.folder for source in sources} | kubernetes


def test_the_default_target_has_every_kind() -> None:
    index = json.loads((SCHEMAS / "index.json").read_text(encoding="utf-8"))
    groups = [index["folders"][folder] for folder in index["targets"]["1.20"] if folder in OF_CRDS]
    assert {(group, kind) for found in groups for group, kinds in found.items() for kind in kinds} == SCHEMA_KINDS
    assert {("cilium.io", kind) for kind in WITHOUT_CLASS} <= SCHEMA_KINDS


def test_messages_and_other_kinds_are_dropped() -> None:
    rules = [{"rule": "true", "message": "Words.", "reason": "FieldValueInvalid"}]
    wanted = crd("a.example", "A", "v1", type="object", **{"x-kubernetes-validations": rules})
    wanted["spec"]["versions"][0] |= {"deprecated": True, "deprecationWarning": "Words."}
    found = by_file([Crd("a.yaml", wanted), Crd("a.yaml", crd("a.example", "B", "v1"))], {("a.example", "A")})
    kept = {"type": "object", "x-kubernetes-validations": [{"rule": "true", "reason": "FieldValueInvalid"}]}
    version = {"name": "v1", "served": False, "storage": False, "deprecated": True, "schema": kept}
    assert found == {
        "a.example_as.json": [
            {"group": "a.example", "kind": "A", "plural": "as", "scope": "Cluster", "versions": [version]}
        ]
    }


def test_a_kind_that_is_there_twice_is_refused() -> None:
    one = crd("a.example", "A", "v1", type="object")
    assert failure(lambda: by_file([Crd("a.yaml", one), Crd("b.yaml", one)], {("a.example", "A")})) == (
        "b.yaml: A of a.example comes from two sources; leave one"
    )


def test_a_kind_that_no_source_has_is_refused(tmp_path: Path) -> None:
    crds = {"a-v1": [Crd("a.yaml", crd("a.example", "A", "v1", type="object"))]}
    kinds = [("a.example", "A"), ("b.example", "B")]
    assert failure(lambda: write_schemas(crds, {}, kinds, tmp_path)) == (
        "tools/targets.py: no source has B.b.example; add its URL there"
    )


def test_a_crd_that_the_api_server_would_refuse_is_refused() -> None:
    wrong = Crd("a.yaml", crd("a.example", "A", "v1", type="object", patern="^a$"))
    assert failure(lambda: facts_of(wrong)) == (
        "a.yaml: spec.versions[0].schema.openAPIV3Schema.patern: 'patern' is no keyword of a structural schema."
    )
