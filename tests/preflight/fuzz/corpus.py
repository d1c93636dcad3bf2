"""What is changed at random: the manifests of the repository, and objects of every kind that is bundled."""

import random
import re
from functools import cache
from pathlib import Path
from typing import Any

from preflight.admission.crd import crd_facts, is_crd
from preflight.admission.facts import FactsReader
from preflight.admission.schema import Kind
from preflight.admission.schemas import SchemaStore
from preflight.cluster import TARGETS, ClusterFacts
from preflight.finding import UnreadableError
from preflight.reading.files import read
from tests.preflight.admission.crds import crd
from tests.preflight.fuzz.samples import sample
from tests.preflight.reading.strategies import SEEDS

ROOT = Path(__file__).resolve().parents[3]
FOLDERS = ("tests/cases", "dist", "docs/examples")
MAX_TEXT = 5000
"""Characters of a text that is changed: a long one has room for no more mistakes, and takes longer."""
SEPARATOR = re.compile(r"^---\n", re.MULTILINE)
SAMPLES = 3
"""Objects of each version of a kind."""

EVERYTHING = crd(
    text={"type": "string", "pattern": "^[a-z]+$", "maxLength": 9, "format": "date-time", "enum": ["a", "b"]},
    number={"type": "number", "minimum": 0, "maximum": 9.5, "exclusiveMaximum": True, "multipleOf": 0.5},
    count={"type": "integer", "format": "int32", "default": 3},
    either={"x-kubernetes-int-or-string": True, "anyOf": [{"type": "integer"}, {"type": "string"}]},
    tags={"type": "array", "items": {"type": "string"}, "x-kubernetes-list-type": "set", "minItems": 1},
    ports={
        "type": "array",
        "maxItems": 4,
        "items": {
            "type": "object",
            "required": ["name"],
            "properties": {"name": {"type": "string"}, "port": {"type": "integer", "default": 80}},
        },
        "x-kubernetes-list-type": "map",
        "x-kubernetes-list-map-keys": ["name", "port"],
    },
    labels={"type": "object", "additionalProperties": {"type": "string", "nullable": True}, "maxProperties": 3},
    choice={
        "type": "object",
        "properties": {"a": {"type": "boolean"}, "b": {"type": "object", "x-kubernetes-preserve-unknown-fields": True}},
        "oneOf": [{"required": ["a"]}, {"required": ["b"]}],
        "not": {"required": ["a", "b"]},
        "default": {"a": True},
    },
    inner={"type": "object", "x-kubernetes-embedded-resource": True, "x-kubernetes-preserve-unknown-fields": True},
    ruled={
        "type": "object",
        "properties": {"when": {"type": "string", "format": "duration"}, "namespace": {"type": "string"}},
        "x-kubernetes-validations": [
            {"rule": "!has(self.when) || self.when > duration('1s')", "messageExpression": "string(self.when)"},
            {"rule": "self.__namespace__.matches('^[a-z]*$')", "message": "Words.", "fieldPath": ".namespace"},
            {"rule": "oldSelf == self", "reason": "FieldValueForbidden"},
            {"rule": "oldSelf.orValue(self) == self", "optionalOldSelf": True},
        ],
    },
)
"""A CRD with every keyword."""


@cache
def texts() -> tuple[str, ...]:
    """Return the documents of the repository, each as it is written."""
    files = [file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.yaml"))]
    parts = [part for file in files for part in SEPARATOR.split(file.read_text(encoding="utf-8"))]
    return tuple(dict.fromkeys(part for part in (*SEEDS, *parts) if part.strip() and len(part) <= MAX_TEXT))


@cache
def objects() -> tuple[dict[str, Any], ...]:
    """Return the objects of the repository, and SAMPLES of each version of each kind."""
    generator = random.Random("objects")  # it is to be the same each time
    written = [dict(manifest.data) for manifest in read([ROOT / folder for folder in FOLDERS]).manifests]
    kinds = [kind for target in TARGETS for kind in _kinds(ClusterFacts(cilium=target))]
    return (*written, *(made for kind in kinds for made in instances(generator, kind, SAMPLES)))


@cache
def definitions() -> tuple[tuple[dict[str, Any], tuple[dict[str, Any], ...]], ...]:
    """Return CRDs, each with objects of its kind."""
    generator = random.Random("definitions")  # it is to be the same each time
    read_ones = [dict(manifest.data) for manifest in read([ROOT / "tests/cases"]).manifests if is_crd(manifest.data)]
    found = []
    for definition in (*[EVERYTHING] * len(read_ones), *read_ones):
        try:
            kind = FactsReader({}).kind(crd_facts(definition))
        except UnreadableError:
            continue
        found.append((definition, tuple(instances(generator, kind, SAMPLES))))
    return tuple(found)


def instances(generator: random.Random, kind: Kind, count: int) -> list[dict[str, Any]]:
    """Return objects of each version of a kind; most of them break a rule of it."""
    group = f"{kind.group}/" if kind.group else ""
    return [
        sample(generator, version.schema)
        | {"apiVersion": f"{group}{version.name}", "kind": kind.kind, "metadata": {"name": "a", "namespace": "b"}}
        for version in kind.versions.values()
        for _ in range(count)
    ]


def _kinds(facts: ClusterFacts) -> list[Kind]:
    store = SchemaStore(facts)
    return [kind for key in store.kinds() if (kind := store.kind(*key))]
