"""The versions of a CustomResourceDefinition, but for their schemas.

Rules: apiextensions-apiserver, pkg/apis/apiextensions/validation/validation.go. What is missing or of the wrong type is
a matter of the structure.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from preflight.admission.crd.nodes import Facts
from preflight.admission.crd.refusals import refusal
from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.names import DNS_1035_LABEL, is_name, name_instead, why_no_name
from preflight.values import listed, shown

COLUMN_TYPES = ("boolean", "date", "integer", "number", "string")
COLUMN_FORMATS = ("byte", "date", "date-time", "double", "float", "int32", "int64", "password")
SELECTABLE_TYPES = ("boolean", "integer", "string")
MAX_SELECTABLE = 8
MAX_WARNING = 256
"""Bytes of a deprecation warning."""
REPLICAS = {"specReplicasPath": (".spec.",), "statusReplicasPath": (".status.",)}
SELECTOR = {"labelSelectorPath": (".spec.", ".status.")}


def check_storage(spec: Mapping[str, Any]) -> Iterator[Finding]:
    """Say whether the versions are not the ones of a cluster: exactly one of them is stored."""
    stored = [(index, version["name"]) for index, version in enumerate(spec["versions"]) if version.get("storage")]
    if not stored:
        yield refusal(("spec", "versions"), "No version has storage: true.", "Write it in exactly one version.")
    for index, name in stored[1:]:
        reason = f"{shown(name)} has storage: true, and so has {shown(stored[0][1])}."
        yield refusal(("spec", "versions", index, "storage"), reason, "Write it in exactly one version.")
    if spec.get("preserveUnknownFields") is True:
        reason = "true is not allowed in apiextensions.k8s.io/v1."
        fix = "Remove it, and write x-kubernetes-preserve-unknown-fields: true in the schema instead."
        yield refusal(("spec", "preserveUnknownFields"), reason, fix)


def check_version(version: Mapping[str, Any], schema: Facts, path: FieldPath) -> Iterator[Finding]:
    """Say what is wrong with a version; `schema` is the one that it has."""
    name = version["name"]
    if not is_name(name, DNS_1035_LABEL):
        yield refusal((*path, "name"), why_no_name(name, DNS_1035_LABEL), name_instead(name, DNS_1035_LABEL))
    yield from _check_warning(version, (*path, "deprecationWarning"))
    yield from _check_scale(version.get("subresources"), (*path, "subresources", "scale"))
    for index, column in enumerate(_list(version, "additionalPrinterColumns")):
        if isinstance(column, Mapping):
            yield from _check_column(column, (*path, "additionalPrinterColumns", index))
    yield from _check_selectable(_list(version, "selectableFields"), schema, (*path, "selectableFields"))


def _list(version: Mapping[str, Any], field: str) -> Sequence[Any]:
    value = version.get(field)
    return value if isinstance(value, list) else ()


def _check_warning(version: Mapping[str, Any], path: FieldPath) -> Iterator[Finding]:
    warning = version.get("deprecationWarning")
    if not isinstance(warning, str):
        return
    size = len(warning.encode(errors="surrogatepass"))
    if not version.get("deprecated"):
        reason = "It is for a deprecated version only."
        yield refusal(path, reason, "Remove it, or write deprecated: true.")
    elif not 0 < size <= MAX_WARNING:
        yield refusal(path, f"It has {size} bytes.", f"Write a string of 1 to {MAX_WARNING} bytes.")
    elif not all(character.isprintable() for character in warning):
        reason = "It has a character that cannot be printed, such as a line break."
        yield refusal(path, reason, "Write it in one line of printable characters.")


def _check_scale(subresources: object, path: FieldPath) -> Iterator[Finding]:
    scale = subresources.get("scale") if isinstance(subresources, Mapping) else None
    if not isinstance(scale, Mapping):
        return
    for field, starts in (REPLICAS | SELECTOR).items():
        value = scale.get(field)
        if isinstance(value, str) and not value.startswith(starts) and (value or field in REPLICAS):
            reason = f"{shown(value)} does not start with {listed(starts, 'or')}."
            yield refusal((*path, field), reason, "Write the path of the field from the object down.")


def _check_column(column: Mapping[str, Any], path: FieldPath) -> Iterator[Finding]:
    if column.get("name") == "":
        yield refusal((*path, "name"), "It is empty.", "Write the heading of the column.")
    for field, allowed in (("type", COLUMN_TYPES), ("format", COLUMN_FORMATS)):
        value = column.get(field)
        if isinstance(value, str) and value not in allowed and (value or field == "type"):
            yield refusal((*path, field), f"{shown(value)} is not one of {listed(allowed)}.", "Write one of these.")
    place = column.get("jsonPath")
    if isinstance(place, str) and not place.startswith("."):
        yield refusal(
            (*path, "jsonPath"), f"{shown(place)} does not start with '.'.", "Write '.' before the first field."
        )


def _check_selectable(entries: Sequence[Any], schema: Facts, path: FieldPath) -> Iterator[Finding]:
    found: dict[str, int] = {}
    for index, entry in enumerate(entries):
        text = entry.get("jsonPath") if isinstance(entry, Mapping) else None
        if not isinstance(text, str):
            continue
        place = (*path, index, "jsonPath")
        reason = _why_not_selectable(text, schema)
        if reason:
            yield refusal(place, reason, "Name such a field, as in '.spec.color'.")
        elif text in found:
            yield refusal(place, f"Items {found[text]} and {index} are the same.", "Remove one of the two.")
        found.setdefault(text, index)
    if len(found) > MAX_SELECTABLE:
        reason = f"There are {len(found)} fields, and {MAX_SELECTABLE} are allowed."
        yield refusal(path, reason, "Remove some of them.")


def _why_not_selectable(text: str, schema: Facts) -> str:
    """Say why objects cannot be selected by a field; empty where they can."""
    first, *names = text.split(".")
    below: Any = schema if not first and names else None
    for name in names:
        properties = below.get("properties") if isinstance(below, Mapping) else None
        below = properties.get(name) if properties else below.get("additionalProperties") if below else None
    if names[:1] == ["metadata"]:
        return f"{shown(text)} is in the metadata, which can be selected by already or not at all."
    if not isinstance(below, Mapping):
        return f"{shown(text)} is no field of the schema."
    kind = below.get("type")
    return "" if kind in SELECTABLE_TYPES else f"{shown(text)} is not of type {listed(SELECTABLE_TYPES, 'or')}."
