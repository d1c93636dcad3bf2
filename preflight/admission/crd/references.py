"""What an expression of CEL refers to: the fields of self and oldSelf, as its schema declares them.

Rules: apiserver, pkg/cel/common/schemas.go. The library that compiles expressions takes any field.
"""

import re
from collections.abc import Mapping
from typing import Any

from preflight.admission.cel.escaping import escaped
from preflight.admission.crd.nodes import Facts, Node
from preflight.values import listed, shown

RAW = r"""[rR][bB]?(?:\'{3}.*?\'{3}|"{3}.*?"{3}|'[^']*'|"[^"]*")"""
QUOTED = r"""[bB]?[rR]?(?:\'{3}.*?\'{3}|"{3}.*?"{3}|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
TEXT = re.compile(rf"\b{RAW}|{QUOTED}|//[^\n]*", re.DOTALL)
"""The literals and comments of an expression."""
SELECTION = re.compile(r"(?<![\w.`])(self|oldSelf)((?:\s*\.\s*[A-Za-z_]\w*)+)(?!\w)(\s*\()?")
"""A variable with the fields that are selected of it; where a parenthesis follows, the last name is a function's."""
NAMED = re.compile(r"[(,]\s*(?:self|oldSelf)\s*,")
"""Where a macro may give a variable one of the names."""
OLD_SELF = re.compile(r"(?<![\w.`])oldSelf\b")
STRING: Facts = {"type": "string"}
OF_RESOURCE: Mapping[str, Facts] = {
    "apiVersion": STRING,
    "kind": STRING,
    "metadata": {"type": "object", "properties": {"name": STRING, "generateName": STRING}},
}
"""The fields of each resource that rules can refer to."""


def uses_old_self(expression: str) -> bool:
    """Whether an expression refers to oldSelf."""
    return OLD_SELF.search(TEXT.sub("''", expression)) is not None


def unknown_reference(expression: str, node: Node, *, optional: bool) -> str:
    """Say which field an expression on the value of a node selects that its schema does not declare; else empty.

    `optional` is whether oldSelf is one that may have no value.
    """
    code = TEXT.sub("''", expression)
    if NAMED.search(code):
        return ""
    for variable, selected, call in SELECTION.findall(code):
        names = [name.strip() for name in selected.split(".")[1:]]
        if variable == "self" or not optional:
            unknown = _unknown(names[:-1] if call else names, node.facts, resource=node.resource)
            if unknown:
                return unknown
    return ""


def _unknown(names: list[str], facts: Facts, *, resource: bool) -> str:
    below: Any = facts
    for name in names:
        kind = below.get("type") if isinstance(below, Mapping) and not below.get("x-kubernetes-int-or-string") else None
        if kind is None:
            return ""  # it may be anything
        if kind != "object":
            return f"a value of type {kind} has no field {shown(name)}"
        if "additionalProperties" in below:
            below = below["additionalProperties"]
        else:
            fields = {**below.get("properties", {}), **(OF_RESOURCE if resource else {})}
            declared = {escaped(field): schema for field, schema in fields.items()}
            if name not in declared:
                only = f", only {listed(sorted(fields))}" if fields else ""
                return f"the schema declares no field {shown(name)}{only}"
            below = declared[name]
        resource = isinstance(below, Mapping) and below.get("x-kubernetes-embedded-resource") is True
    return ""
