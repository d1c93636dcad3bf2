"""What makes a schema structural, apart from its lists and combinations.

Rules: apiextensions-apiserver, pkg/apiserver/schema/validation.go and pkg/apis/apiextensions/validation/validation.go.
"""

from collections.abc import Iterable, Iterator

from preflight.admission.crd.nodes import METADATA, Facts, Node, says
from preflight.admission.crd.refusals import refusal
from preflight.field_path import FieldPath, Key
from preflight.finding import Finding
from preflight.re2_patterns import options
from preflight.values import listed, shown

EMBEDDED = "x-kubernetes-embedded-resource"
INT_OR_STRING = "x-kubernetes-int-or-string"
PRESERVE = "x-kubernetes-preserve-unknown-fields"
MAP_TYPE = "x-kubernetes-map-type"
MAP_TYPES = ("atomic", "granular")
OF_METADATA = ("name", "generateName")
"""What the schema of metadata may restrict."""
NOT_AT_STATUS_ROOT = (
    "allOf",
    "anyOf",
    "default",
    "enum",
    "maxProperties",
    "minProperties",
    "not",
    "oneOf",
    EMBEDDED,
    INT_OR_STRING,
    "x-kubernetes-list-map-keys",
    "x-kubernetes-list-type",
    MAP_TYPE,
)
"""Keywords that the root of a schema must not have where status is a subresource."""
TOO_LARGE = "too large"
"""What RE2 says of a pattern for which our memory does not suffice."""


def check_root(root: Node, *, status: bool) -> Iterator[Finding]:
    """Say what only the root of a schema must not have; `status` is whether that is a subresource."""
    forbidden = ["nullable", "additionalProperties", *(NOT_AT_STATUS_ROOT if status else ())]
    for keyword in forbidden:
        if root.says(keyword) or (keyword in ("additionalProperties", "default") and keyword in root.facts):
            reason = f"The root of a schema must not have {shown(keyword)}"
            where = " where status is a subresource" if keyword in NOT_AT_STATUS_ROOT else ""
            yield refusal((*root.path, keyword), f"{reason}{where}.", "Remove it.")


def check_node(node: Node) -> Iterator[Finding]:
    """Say what is wrong with one node."""
    yield from _check_type(node)
    yield from _check_exclusions(node)
    yield from _check_map_type(node)
    if node.resource:
        yield from _check_resource(node)
    yield from check_values(node.facts, node.path)
    if "default" in node.facts and not node.takes_default:
        reason = "A default is not allowed in apiVersion, kind and metadata."
        yield refusal((*node.path, "default"), reason, "Remove it.")


def check_values(facts: Facts, path: FieldPath) -> Iterator[Finding]:
    """Say what is wrong with the limits of a value, which a branch of a combination may have as well."""
    if says(facts, "uniqueItems"):
        reason = "uniqueItems must not be true."
        yield refusal((*path, "uniqueItems"), reason, "Write x-kubernetes-list-type: set instead.")
    pattern = facts.get("pattern")
    why = why_no_pattern(pattern) if pattern else None
    if why is not None:
        reason = f"RE2 does not take the pattern {shown(pattern)}: {why}."
        yield refusal((*path, "pattern"), reason, "Write it in the syntax of RE2, which has no look-around.")


def why_no_pattern(pattern: str) -> str | None:
    """Return why RE2 does not take a pattern; None where it does, or where it only is too large for us."""
    import re2  # it costs start-up time

    try:
        re2.compile(pattern, options())
    except (re2.error, UnicodeError) as error:
        why = error.args[0]
        words = why.decode("utf-8", errors="replace") if isinstance(why, bytes) else str(error)
        return None if TOO_LARGE in words else words
    return None


def _check_type(node: Node) -> Iterator[Finding]:
    """Each node has a type, unless its value is an integer or a string, or anything."""
    place, kind = (*node.path, "type"), node.facts.get("type")
    if node.says(EMBEDDED) and kind != "object":
        yield refusal(place, f"{_said(kind)} the type of an embedded resource is object.", "Write object.")
    elif kind is None and not node.says(INT_OR_STRING) and not node.says(PRESERVE):
        fix = f"Add the type, or {INT_OR_STRING}: true, or {PRESERVE}: true."
        yield refusal(place, "It is missing: a structural schema says what type each value has.", fix)
    if kind == "array" and "items" not in node.facts:
        yield refusal((*node.path, "items"), "It is missing: an array has a schema of its items.", "Add it.")


def _check_exclusions(node: Node) -> Iterator[Finding]:
    """Say which keywords exclude each other."""
    for other in (PRESERVE, EMBEDDED):
        if node.says(INT_OR_STRING) and node.says(other):
            reason = f"It must not be true beside {INT_OR_STRING}."
            yield refusal((*node.path, other), reason, "Remove one of them.")
    if node.facts.get(PRESERVE) is False:
        yield refusal((*node.path, PRESERVE), "It must be true or missing.", "Remove it.")
    additional = node.facts.get("additionalProperties")
    if additional not in (None, True) and node.says("properties"):
        reason = "It must not be there beside properties: a value is either an object or a map."
        yield refusal((*node.path, "additionalProperties"), reason, "Remove one of them.")
    if node.says(EMBEDDED) and additional is not None and not node.root:
        reason = f"It must not be there beside {EMBEDDED}."
        yield refusal((*node.path, "additionalProperties"), reason, "Remove it.")


def _check_map_type(node: Node) -> Iterator[Finding]:
    map_type = node.facts.get(MAP_TYPE)
    if map_type is None:
        return
    if map_type not in MAP_TYPES:
        reason = f"{shown(map_type)} is not {listed(MAP_TYPES, 'or')}."
        yield refusal((*node.path, MAP_TYPE), reason, "Write one of these.")
    elif node.facts.get("type") != "object":
        yield refusal((*node.path, MAP_TYPE), "It is for values of type object only.", "Remove it.")


def _check_resource(node: Node) -> Iterator[Finding]:
    """Say what is wrong with the fields that each resource has."""
    properties = node.facts.get("properties", {})
    if not node.root and node.of_metadata:
        yield refusal((*node.path, EMBEDDED), "A resource must not be in the metadata of another one.", "Remove it.")
    if not node.root and not properties and not node.says(PRESERVE):
        reason = f"They are missing: without {PRESERVE}, an embedded resource has properties."
        yield refusal((*node.path, "properties"), reason, f"Add them, or {PRESERVE}: true.")
    for name in sorted(METADATA & properties.keys()):
        wanted = "object" if name == "metadata" else "string"
        kind = properties[name].get("type")
        if kind not in (wanted, None) or (kind is None and _has_no_type(properties[name])):
            place = (*node.path, "properties", Key(name), "type")
            yield refusal(place, f"{_said(kind)} the type of {name} is {wanted}.", f"Write {wanted}.")
    if node.root and "metadata" in properties:
        yield from _check_metadata(properties["metadata"], (*node.path, "properties", Key("metadata")))


def _check_metadata(facts: Facts, path: FieldPath) -> Iterable[Finding]:
    """The schema of a resource's metadata restricts the name and generateName, and says nothing else."""
    properties = facts.get("properties", {})
    for keyword in facts:
        if keyword not in ("default", "properties", "type") and (says(facts, keyword) or facts[keyword] == {}):
            yield refusal((*path, keyword), "The schema of metadata must have nothing but properties.", "Remove it.")
    for name in properties:
        if name not in OF_METADATA:
            reason = f"The schema of metadata may restrict {listed(OF_METADATA)} only."
            yield refusal((*path, "properties", Key(name)), reason, "Remove it.")


def _has_no_type(facts: Facts) -> bool:
    """Whether the type of a node is missing and that is no finding yet."""
    return says(facts, INT_OR_STRING) or says(facts, PRESERVE)


def _said(kind: object) -> str:
    return "It is missing:" if kind is None else f"{shown(kind)} is wrong:"
