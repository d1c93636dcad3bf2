"""The facts of Kubernetes' own kinds: those of the JSON schemas, in the words of a CRD."""

import importlib.metadata
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.crd_files import failure
from tests.schema_files import kinds_in, subschemas
from tools import kubernetes_schemas
from tools.kubernetes_schemas import (
    CLUSTER_SCOPED,
    DEFAULTS,
    GROUPS,
    NOT_APPLIED,
    NOT_REQUIRED,
    QUANTITY,
    TYPES,
    VERSION,
    built_in_kinds,
    installed_types,
    schema_facts,
)

import pytest

KINDS = kinds_in(f"kubernetes-{VERSION}")
TYPES_OF_KUBERNETES = installed_types()
MADE_BY_CDK8S_PLUS = re.compile(r"new k8s\.Kube([A-Za-z]+?)(?:V\d)?\(")


def properties(kind: str, *path: str) -> Any:
    """Return the properties of an object in the schema of a kind; `items` leads into a list."""
    place = KINDS[kind]["versions"][0]["schema"]
    for part in path:
        place = place["items"] if part == "items" else place["properties"][part]
    return place["properties"]


def test_each_kind_that_cdk8s_plus_makes_is_there() -> None:
    """Oracle: its JavaScript."""
    distribution = importlib.metadata.distribution("cdk8s-plus-27")
    (archive,) = [file for file in distribution.files or [] if file.name.endswith(".jsii.tgz")]
    made = set()
    with tarfile.open(Path(str(archive.locate()))) as files:
        for member in files:
            content = files.extractfile(member) if re.fullmatch(r"package/lib/[\w-]+\.js", member.name) else None
            if content is not None:
                made |= set(MADE_BY_CDK8S_PLUS.findall(content.read().decode()))
    assert len(made) == 20
    assert made <= KINDS.keys()


def test_the_groups_and_lists_name_what_is_there() -> None:
    assert {facts["group"] for facts in KINDS.values()} == GROUPS
    assert KINDS.keys() >= CLUSTER_SCOPED
    names = {name.rpartition(".")[2] for name in TYPES_OF_KUBERNETES}
    assert names >= {*NOT_APPLIED, *NOT_REQUIRED, *DEFAULTS, *TYPES}
    assert all(facts["builtIn"] for facts in KINDS.values())


def test_the_scope_is_that_of_kubernetes() -> None:
    scopes = {kind: KINDS[kind]["scope"] for kind in ("Namespace", "ClusterRole", "PersistentVolume", "Pod", "Role")}
    assert scopes == {
        "Namespace": "Cluster",
        "ClusterRole": "Cluster",
        "PersistentVolume": "Cluster",
        "Pod": "Namespaced",
        "Role": "Namespaced",
    }


def test_status_is_a_subresource_where_there_is_one() -> None:
    kinds = ("Service", "Deployment", "ConfigMap", "NetworkPolicy")
    assert [KINDS[kind]["versions"][0].get("status", False) for kind in kinds] == [True, True, False, False]


def test_the_newest_version_comes_first() -> None:
    assert [version["name"] for version in KINDS["HorizontalPodAutoscaler"]["versions"]] == ["v2", "v1"]


def resolved(schema: Any) -> Any:
    """Return the JSON schema that a reference leads to; None for a type that has facts of its own."""
    if "$ref" not in schema:
        return schema
    name = schema["$ref"].rpartition("/")[2]
    short = name.rpartition(".")[2]
    if short in TYPES:
        return None
    found = TYPES_OF_KUBERNETES[name]
    left = NOT_REQUIRED.get(short, frozenset())
    required = [field for field in found.get("required", []) if field not in left] or None
    return {**found, "required": required}


def own(schema: Any) -> Any:
    """Return what a schema says of its own value, without null."""
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    keywords = ("required", "format", "x-kubernetes-list-type", "x-kubernetes-list-map-keys")
    return [name for name in types if name != "null"], [schema.get(keyword) for keyword in keywords]


def differences(facts: Any, schema: Any, path: str) -> Iterator[str]:
    """Yield the paths at which facts are not those of a JSON schema."""
    schema = resolved(schema)
    if schema is None:
        return
    fields = facts.get("properties", {})
    if own(facts) != own(schema) or fields.keys() != schema.get("properties", {}).keys():
        yield path
    for name, field in fields.items():
        if (path, name) != ("", "metadata"):
            yield from differences(field, schema["properties"][name], f"{path}.{name}")
    for keyword in ("items", "additionalProperties"):
        if keyword in facts or keyword in schema:
            yield from differences(facts[keyword], schema[keyword], f"{path}[]")


@pytest.mark.parametrize("kind", KINDS)
def test_the_facts_are_those_of_the_json_schema(kind: str) -> None:
    """Oracle: the JSON schemas."""
    for version in KINDS[kind]["versions"]:
        group_version_kind = {"group": KINDS[kind]["group"], "version": version["name"], "kind": kind}
        (schema,) = [
            schema
            for schema in TYPES_OF_KUBERNETES.values()
            if group_version_kind in schema.get("x-kubernetes-group-version-kind", [])
        ]
        assert list(differences(version["schema"], schema, "")) == []
        assert version["schema"]["properties"]["metadata"] == {"type": "object"}


def test_only_api_version_and_kind_have_enumerations() -> None:
    """They are dropped: nothing else may be lost with them."""
    found = {
        name
        for schema in TYPES_OF_KUBERNETES.values()
        for name, field in schema.get("properties", {}).items()
        if isinstance(field.get("enum"), list)
    }
    assert found == {"apiVersion", "kind"}


def test_a_template_keeps_the_fields_of_its_metadata() -> None:
    metadata = properties("Deployment", "spec", "template", "metadata")
    assert metadata["labels"] == {"additionalProperties": {"type": "string"}, "type": "object"}


def test_ports_have_the_protocol_that_their_list_is_keyed_by() -> None:
    ports = properties("Service", "spec")["ports"]
    assert ports["x-kubernetes-list-map-keys"] == ["port", "protocol"]
    assert ports["items"]["properties"]["protocol"] == {"default": "TCP", "type": "string"}
    assert ports["items"]["properties"]["targetPort"] == {"x-kubernetes-int-or-string": True}


def test_the_secrets_of_a_pod_are_keyed_by_a_name_that_may_be_empty() -> None:
    """A template of Helm writes `- name:` where the value is empty, and the API server takes it."""
    secrets = properties("Pod", "spec")["imagePullSecrets"]
    assert secrets["x-kubernetes-list-map-keys"] == ["name"]
    assert secrets["items"]["properties"]["name"] == {"default": "", "type": "string"}


def test_quantities_are_numbers_or_text() -> None:
    resources = properties("Pod", "spec", "containers", "items", "resources")
    assert resources["limits"] == {"additionalProperties": QUANTITY, "type": "object"}


@pytest.mark.parametrize(
    "text", ["1", "0.5", ".5", "5.", "-1", "+100m", "64Mi", "1e3", "1E-3", "12E", "3k", "1n", "1u", " 2 "]
)
def test_a_quantity_is_taken(text: str) -> None:
    assert re.search(QUANTITY["anyOf"][1]["pattern"], text)


@pytest.mark.parametrize("text", ["", ".", "m", "1 Gi", "1GB", "1mi", "1e", "1e1.5", "1K", "0x10", "1Mi\n"])
def test_what_is_no_quantity_is_refused(text: str) -> None:
    assert not re.search(QUANTITY["anyOf"][1]["pattern"].replace("$", r"\Z"), text)


def test_no_facts_refer_to_anything() -> None:
    def keywords(schema: Any) -> Iterator[str]:
        yield from schema
        for _, below in subschemas(schema):
            yield from keywords(below)

    found = {word for facts in built_in_kinds(TYPES_OF_KUBERNETES) for word in keywords(facts["versions"][0]["schema"])}
    assert found == {
        "additionalProperties",
        "anyOf",
        "default",
        "format",
        "items",
        "pattern",
        "properties",
        "required",
        "type",
        "x-kubernetes-int-or-string",
        "x-kubernetes-list-map-keys",
        "x-kubernetes-list-type",
        "x-kubernetes-map-type",
        "x-kubernetes-preserve-unknown-fields",
    }


def test_a_new_keyword_is_refused() -> None:
    assert failure(lambda: schema_facts({"type": "string", "maxLength": 3}, {})) == (
        "kubernetes-validate: the keyword maxLength is new; see tools/kubernetes_schemas.py"
    )


def test_a_version_that_the_package_lacks_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kubernetes_schemas, "VERSION", "v0.1.0")
    assert failure(installed_types).endswith(
        "v0.1.0-local/_definitions.json: no such file; change VERSION in tools/kubernetes_schemas.py"
    )


def test_a_missing_package_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kubernetes_schemas, "PACKAGE", "no_such_package")
    assert failure(installed_types) == (
        "the package kubernetes-validate is not installed; run make imports, which installs it"
    )
