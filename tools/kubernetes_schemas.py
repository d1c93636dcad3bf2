"""The facts of Kubernetes' own kinds, from the JSON schemas that the package kubernetes-validate ships.

Only its data files are read: to import the package takes longer than everything here.
"""

import importlib.util
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tools.crd_sources import ImportsError

PACKAGE = "kubernetes_validate"

VERSION = "v1.37.0"
"""One version stands for every API server from 1.30 on: the newest of the package. It knows the fields of all of them,
and says best which are required: older ones ask for `serviceName` of a StatefulSet, which no API server does."""

GROUPS = frozenset(
    {
        "",
        "apiextensions.k8s.io",
        "apps",
        "autoscaling",
        "batch",
        "discovery.k8s.io",
        "networking.k8s.io",
        "policy",
        "rbac.authorization.k8s.io",
    }
)
"""What cdk8s-plus makes objects of; besides, EndpointSlices, which a Service without a selector needs, and CRDs."""

NOT_APPLIED = frozenset({"Binding", "ComponentStatus", "Eviction", "Scale"})
"""Kinds that are part of another object's API or only read."""

CLUSTER_SCOPED = frozenset(
    {
        "ClusterRole",
        "ClusterRoleBinding",
        "CustomResourceDefinition",
        "IPAddress",
        "IngressClass",
        "Namespace",
        "Node",
        "PersistentVolume",
        "ServiceCIDR",
    }
)
"""The schemas do not say it: these are the paths without a namespace in the reference of the Kubernetes API,
https://kubernetes.io/docs/reference/kubernetes-api/"""

NOT_REQUIRED: Mapping[str, frozenset[str]] = {
    "CustomResourceDefinitionVersion": frozenset({"served", "storage"}),
    "HTTPHeader": frozenset({"value"}),
    "ISCSIPersistentVolumeSource": frozenset({"lun"}),
    "ISCSIVolumeSource": frozenset({"lun"}),
    "LimitRangeSpec": frozenset({"limits"}),
    "Sysctl": frozenset({"value"}),
}
"""Type -> fields that its schema requires and the API server does not: it takes their absence for their zero value."""

DEFAULTS: Mapping[str, Mapping[str, Any]] = {
    "ContainerPort": {"protocol": "TCP"},
    "LocalObjectReference": {"name": ""},
    "ServicePort": {"protocol": "TCP"},
}
"""Type -> the defaults of its fields, which these schemas lack. Lists are keyed by them
(`+default` in https://github.com/kubernetes/api/blob/master/core/v1/types.go)."""

ANYTHING = {"x-kubernetes-preserve-unknown-fields": True}
INT_OR_STRING = {"x-kubernetes-int-or-string": True}
QUANTITY = {
    "anyOf": [
        {"type": "number"},
        {
            "pattern": r"^ *[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)? *$",
            "type": "string",
        },
    ]
}
"""The grammar of https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#Quantity; a bare number is taken as well,
and so are spaces at both ends (UnmarshalJSON there)."""

TYPES: Mapping[str, Mapping[str, Any]] = {
    "FieldsV1": {"type": "object", **ANYTHING},
    "IntOrString": INT_OR_STRING,
    "JSON": ANYTHING,
    # It refers to itself; preflight/admission/crd.py reads it.
    "JSONSchemaProps": {"type": "object", **ANYTHING},
    "Quantity": QUANTITY,
    "RawExtension": {"type": "object", **ANYTHING},
}
"""Types whose schemas do not say what the API server takes."""

KEPT = frozenset(
    {"format", "required", "x-kubernetes-list-map-keys", "x-kubernetes-list-type", "x-kubernetes-map-type"}
)
DROPPED = frozenset(
    {
        "description",
        "enum",  # of apiVersion and kind only
        "x-kubernetes-group-version-kind",
        "x-kubernetes-patch-merge-key",
        "x-kubernetes-patch-strategy",
        "x-kubernetes-unions",
    }
)


def installed_types() -> dict[str, Any]:
    """Return the JSON schemas of all types of Kubernetes VERSION, by name, from the installed package."""
    package = importlib.util.find_spec(PACKAGE)
    if package is None or not package.submodule_search_locations:
        raise ImportsError("the package kubernetes-validate is not installed; run make imports, which installs it")
    schemas = Path(package.submodule_search_locations[0]) / "kubernetes-json-schema"
    file = schemas / f"{VERSION}-local" / "_definitions.json"
    if not file.is_file():
        raise ImportsError(f"{file}: no such file; change VERSION in tools/kubernetes_schemas.py")
    types: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))["$defs"]
    return types


def built_in_kinds(types: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the facts of the kinds of GROUPS, by group and kind, from the schemas of all types.

    A kind is a type with a group, a version and ObjectMeta; where it has several versions, the newest comes first.
    """
    kinds: dict[tuple[str, str], dict[str, Any]] = {}
    for name in sorted(types, reverse=True):
        metadata = types[name].get("properties", {}).get("metadata", {})
        for entry in types[name].get("x-kubernetes-group-version-kind", ()):
            group, kind = entry["group"], entry["kind"]
            if group in GROUPS and kind not in NOT_APPLIED and short(metadata.get("$ref", "")) == "ObjectMeta":
                facts = kinds.setdefault((group, kind), kind_facts(group, kind))
                facts["versions"].append(version_facts(entry["version"], name, types))
    return [kinds[key] for key in sorted(kinds)]


def kind_facts(group: str, kind: str) -> dict[str, Any]:
    """Return the facts of a kind, with no version yet."""
    scope = "Cluster" if kind in CLUSTER_SCOPED else "Namespaced"
    return {"builtIn": True, "group": group, "kind": kind, "scope": scope, "versions": []}


def version_facts(version: str, name: str, types: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts of one version; every kind that has a status has it as a subresource."""
    schema = type_facts(name, types)
    schema["properties"]["metadata"] = {"type": "object"}
    facts = {"name": version, "served": True, "schema": schema}
    return {**facts, "status": True} if "status" in schema["properties"] else facts


def type_facts(name: str, types: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of a type, with those of all types that it refers to."""
    if short(name) in TYPES:
        return dict(TYPES[short(name)])
    facts = schema_facts(types[name], types)
    not_required = NOT_REQUIRED.get(short(name), frozenset())
    if required := [field for field in facts.pop("required", ()) if field not in not_required]:
        facts["required"] = required
    for field, default in DEFAULTS.get(short(name), {}).items():
        facts["properties"][field]["default"] = default
    return facts


def schema_facts(schema: Mapping[str, Any], types: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema in the keywords of a CRD, without null among its types: Kind.built_in says what null means."""
    if "$ref" in schema:
        return type_facts(schema["$ref"].rpartition("/")[2], types)
    facts: dict[str, Any] = {}
    for keyword, fact in schema.items():
        if keyword == "type":
            (facts[keyword],) = [fact] if isinstance(fact, str) else [name for name in fact if name != "null"]
        elif keyword == "properties":
            facts[keyword] = {name: schema_facts(field, types) for name, field in fact.items()}
        elif keyword in ("additionalProperties", "items"):
            facts[keyword] = schema_facts(fact, types)
        elif keyword in KEPT:
            facts[keyword] = fact
        elif keyword not in DROPPED:
            raise ImportsError(f"kubernetes-validate: the keyword {keyword} is new; see tools/kubernetes_schemas.py")
    return facts


def short(name: str) -> str:
    """Return the name of a type without its package."""
    return name.rpartition(".")[2]
