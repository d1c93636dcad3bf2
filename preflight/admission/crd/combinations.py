"""The combinations of a structural schema: what allOf, anyOf, oneOf and not may say.

Rules: apiextensions-apiserver, pkg/apiserver/schema/validation.go and complete.go.
"""

from collections.abc import Iterator, Mapping

from preflight.admission.crd.nodes import Facts, Node, says
from preflight.admission.crd.refusals import refusal
from preflight.admission.crd.structural import check_values
from preflight.field_path import FieldPath, Key
from preflight.finding import Finding
from preflight.values import shown

ONLY_OUTSIDE = (
    "type",
    "title",
    "description",
    "nullable",
    "x-kubernetes-embedded-resource",
    "x-kubernetes-int-or-string",
    "x-kubernetes-list-map-keys",
    "x-kubernetes-preserve-unknown-fields",
    "x-kubernetes-validations",
)
ONLY_OUTSIDE_THOUGH_EMPTY = ("default", "additionalProperties", "x-kubernetes-list-type", "x-kubernetes-map-type")
INT_OR_STRING = [{"type": "integer"}, {"type": "string"}]
"""The one combination that may name types."""


def check_combinations(node: Node) -> Iterator[Finding]:
    """Say what is wrong with the combinations of a node."""
    for branch, path in _branches(node.facts, node.path, inner=False):
        yield from _check_branch(branch, path)
        if node.root:
            yield from _check_known(branch, path, node.facts)


def _branches(facts: Facts, path: FieldPath, *, inner: bool) -> Iterator[tuple[Facts, FieldPath]]:
    """Yield each branch of the combinations of a schema with its path.

    That of a node may say that its value is an integer or a string, by anyOf or by an anyOf in the first of allOf.
    """
    for keyword in ("allOf", "anyOf", "oneOf"):
        branches = facts.get(keyword, [])
        if keyword == "anyOf" and not inner and _says_int_or_string(branches):
            continue
        for index, branch in enumerate(branches):
            first = keyword == "allOf" and index == 0 and not inner
            yield _without_types(branch) if first else branch, (*path, keyword, index)
    if "not" in facts:
        yield facts["not"], (*path, "not")


def _without_types(branch: Facts) -> Facts:
    """Return a branch without an anyOf that only says that the value is an integer or a string."""
    if not _says_int_or_string(branch.get("anyOf", [])):
        return branch
    return {keyword: fact for keyword, fact in branch.items() if keyword != "anyOf"}


def _says_int_or_string(branches: list[Facts]) -> bool:
    return [{name: fact for name, fact in branch.items() if says(branch, name)} for branch in branches] == INT_OR_STRING


def _check_branch(branch: Facts, path: FieldPath) -> Iterator[Finding]:
    """Say what is wrong with a branch of a combination, and with all within it."""
    for keyword in branch:
        if (keyword in ONLY_OUTSIDE and says(branch, keyword)) or keyword in ONLY_OUTSIDE_THOUGH_EMPTY:
            reason = f"{shown(keyword)} is not allowed within allOf, anyOf, oneOf and not."
            yield refusal((*path, keyword), reason, "Move it out of the combination.")
    yield from check_values(branch, path)
    for name, below in branch.get("properties", {}).items():
        place = (*path, "properties", Key(name))
        if name == "metadata":
            yield refusal(place, "'metadata' is not allowed within allOf, anyOf, oneOf and not.", "Remove it.")
        else:
            yield from _check_branch(below, place)
    if "items" in branch:
        yield from _check_branch(branch["items"], (*path, "items"))
    for inner, place in _branches(branch, path, inner=True):
        yield from _check_branch(inner, place)


def _check_known(branch: Facts, path: FieldPath, outside: Facts) -> Iterator[Finding]:
    """Say which fields and items only a combination has; `outside` is the schema that says what the value is.

    As in the API server, that is asked of the combinations at the root of a schema only.
    """
    for name, below in branch.get("properties", {}).items():
        place = (*path, "properties", Key(name))
        known: Mapping[str, Facts] = outside.get("properties", {})
        if name in known:
            yield from _check_known(below, place, known[name])
        elif name != "metadata":
            reason = f"The schema that this is part of has no property {shown(name)}."
            yield refusal(place, reason, f"Add {shown(name)} outside of the combination, with its type.")
    if "items" in branch and "items" in outside:
        yield from _check_known(branch["items"], (*path, "items"), outside["items"])
    elif "items" in branch:
        reason = "The schema that this is part of has no items."
        yield refusal((*path, "items"), reason, "Add them outside of the combination, with their type.")
    for inner, place in _branches(branch, path, inner=True):
        yield from _check_known(inner, place, outside)
