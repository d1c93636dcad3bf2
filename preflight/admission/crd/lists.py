"""The lists of a structural schema: x-kubernetes-list-type and x-kubernetes-list-map-keys.

Rules: apiextensions-apiserver, pkg/apis/apiextensions/validation/validation.go.
"""

from collections.abc import Iterator

from preflight.admission.crd.nodes import Facts, Node, says
from preflight.admission.crd.refusals import refusal
from preflight.admission.structure.types import once
from preflight.field_path import FieldPath, Key
from preflight.finding import Finding
from preflight.values import listed, shown

LIST_TYPE = "x-kubernetes-list-type"
MAP_KEYS = "x-kubernetes-list-map-keys"
MAP_TYPE = "x-kubernetes-map-type"
LIST_TYPES = ("atomic", "set", "map")


def check_list(node: Node) -> Iterator[Finding]:
    """Say what is wrong with the list type of a node and the keys of its items."""
    facts, path = node.facts, node.path
    list_type = facts.get(LIST_TYPE)
    if list_type is not None and list_type not in LIST_TYPES:
        yield refusal(
            (*path, LIST_TYPE), f"{shown(list_type)} is not {listed(LIST_TYPES, 'or')}.", "Write one of these."
        )
    elif list_type is not None and facts.get("type") != "array":
        yield refusal((*path, LIST_TYPE), "It is for values of type array only.", "Remove it.")
    elif says(facts, MAP_KEYS) and list_type != "map":
        fix = f"Write {LIST_TYPE}: map, or remove the keys."
        yield refusal((*path, MAP_KEYS), f"Keys are for a list with {LIST_TYPE}: map only.", fix)
    elif list_type in ("set", "map"):
        items, place = facts.get("items", {}), (*path, "items")
        if says(items, "nullable"):
            reason = f"The items of a list of type {list_type} must not be null."
            yield refusal((*place, "nullable"), reason, "Remove it.")
        yield from _check_set(items, place) if list_type == "set" else _check_map(facts, path)


def _check_set(items: Facts, path: FieldPath) -> Iterator[Finding]:
    """The items of a set are replaced as a whole."""
    reason = "The items of a list of type set are atomic."
    if items.get("type") == "array" and items.get(LIST_TYPE) not in (None, "atomic"):
        yield refusal((*path, LIST_TYPE), reason, f"Write {LIST_TYPE}: atomic.")
    if items.get("type") == "object" and items.get(MAP_TYPE) != "atomic":
        yield refusal((*path, MAP_TYPE), reason, f"Write {MAP_TYPE}: atomic.")


def _check_map(facts: Facts, path: FieldPath) -> Iterator[Finding]:
    keys, items = facts.get(MAP_KEYS, []), facts.get("items")
    if not keys:
        reason = "They are missing: the items of a list of type map are told apart by them."
        yield refusal((*path, MAP_KEYS), reason, "Add the names of the fields that tell the items apart.")
    if items is None:
        return  # that an array has items is said already
    kind = items.get("type")
    if kind not in (None, "object"):
        reason = f"{shown(kind)} is wrong: the items of a list of type map are objects."
        yield refusal((*path, "items", "type"), reason, "Write object.")
    if kind == "object":
        for first, second in once(keys):
            reason = f"The keys {first} and {second} are the same: {shown(keys[second])}."
            yield refusal((*path, MAP_KEYS, second), reason, "Remove one of the two.")
        for index, key in enumerate(keys):
            if key not in keys[:index]:
                yield from _check_key(key, items, (*path, MAP_KEYS, index), (*path, "items"))


def _check_key(key: str, items: Facts, place: FieldPath, path: FieldPath) -> Iterator[Finding]:
    """A key is a scalar that each item has."""
    properties = items.get("properties", {})
    if key not in properties:
        known = f"they have {listed(list(properties))}" if properties else "they have none"
        reason = f"The items have no property {shown(key)}: {known}."
        yield refusal(place, reason, "Name a property of the items.")
        return
    field, way = properties[key], (*path, "properties", Key(key))
    kind = field.get("type")
    if kind in ("array", "object"):
        reason = f"{shown(kind)} is wrong: a key of a list of type map is a string, a number or a boolean."
        yield refusal((*way, "type"), reason, f"Write another type, or take {shown(key)} from {MAP_KEYS}.")
    if key not in items.get("required", []) and "default" not in field:
        reason = f"The key {shown(key)} of a list of type map may be missing."
        yield refusal(way, reason, f"Add {shown(key)} to the required fields of the items, or give it a default.")
    if says(field, "nullable"):
        yield refusal((*way, "nullable"), f"The key {shown(key)} of a list of type map must not be null.", "Remove it.")
