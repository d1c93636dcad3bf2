"""The facts of a CustomResourceDefinition: all that admission needs of it, in the form of imports/schemas/."""

from collections.abc import Mapping
from typing import Any

from preflight.admission.crd import fields
from preflight.admission.crd.fields import unreadable, wrong
from preflight.admission.crd.schema_facts import SchemaReader
from preflight.field_path import FieldPath
from preflight.values import shown

KIND = "CustomResourceDefinition"
API_VERSION = "apiextensions.k8s.io/v1"
SCOPES = ("Cluster", "Namespaced")


def is_crd(data: Mapping[str, Any]) -> bool:
    """Whether an object is a CustomResourceDefinition of any version."""
    api_version = data.get("apiVersion")
    return data.get("kind") == KIND and isinstance(api_version, str) and api_version.startswith("apiextensions.k8s.io/")


def crd_facts(crd: Mapping[str, Any], *, whole: bool = False) -> dict[str, Any]:
    """Return the facts of a CustomResourceDefinition of apiextensions.k8s.io/v1.

    Each version has its name, served, storage, whether it is deprecated, whether status is a subresource, and its
    schema without the prose; the messages of rules and the deprecation warning stay. A keyword that is null counts as
    absent. The schemas are `whole` with their prose, and with `additionalProperties: true` as it is written.

    Of what the API server asks of a CRD, that is checked without which the schema means nothing: raises UnreadableError
    (GH002) with the path of the field.
    """
    api_version = crd.get("apiVersion")
    if api_version != API_VERSION:
        raise unreadable(
            ("apiVersion",),
            f"{shown(api_version)} is not served by Kubernetes 1.22 and later.",
            f"Write the CustomResourceDefinition in {API_VERSION}.",
        )
    path: FieldPath = ("spec",)
    spec = fields.mapping(crd.get("spec"), path)
    names = fields.mapping(spec.get("names"), (*path, "names"))
    reader = SchemaReader(whole=whole)
    return {
        "group": fields.name(spec.get("group"), (*path, "group")),
        "kind": fields.name(names.get("kind"), (*path, "names", "kind")),
        "plural": fields.name(names.get("plural"), (*path, "names", "plural")),
        "scope": fields.one_of(spec.get("scope"), (*path, "scope"), SCOPES),
        "versions": _versions(fields.items(spec.get("versions"), (*path, "versions")), (*path, "versions"), reader),
    }


def _versions(entries: list[Any], path: FieldPath, reader: SchemaReader) -> list[dict[str, Any]]:
    versions: dict[str, dict[str, Any]] = {}
    for index, entry in enumerate(entries):
        version = _version(entry, (*path, index), reader)
        name = version["name"]
        if name in versions:
            place = (*path, index, "name")
            raise unreadable(place, f"The version {shown(name)} is there twice.", "Remove one of them.")
        versions[name] = version
    if not versions:
        raise unreadable(path, "It has no version.", "Add a version with its schema.")
    return list(versions.values())


def _version(entry: Any, path: FieldPath, reader: SchemaReader) -> dict[str, Any]:
    version = fields.mapping(entry, path)
    subresources = fields.optional(version, "subresources", path, fields.mapping) or {}
    facts: dict[str, Any] = {
        "name": fields.name(version.get("name"), (*path, "name")),
        "served": fields.optional(version, "served", path, fields.flag) or False,
        "storage": fields.optional(version, "storage", path, fields.flag) or False,
    }
    if fields.optional(version, "deprecated", path, fields.flag):
        facts["deprecated"] = True
    if warning := fields.optional(version, "deprecationWarning", path, fields.text):
        facts["deprecationWarning"] = warning
    if subresources.get("status") is not None:
        facts["status"] = True
    place = (*path, "schema", "openAPIV3Schema")
    schema = fields.mapping(version.get("schema"), (*path, "schema")).get("openAPIV3Schema")
    facts["schema"] = reader.read(schema, place)
    if facts["schema"].get("type") != "object":
        raise wrong(facts["schema"].get("type"), (*place, "type"), "object")
    return facts
