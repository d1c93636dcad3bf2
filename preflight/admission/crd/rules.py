"""The rules of a CustomResourceDefinition: that the API server compiles them.

Rules: apiextensions-apiserver, pkg/apis/apiextensions/validation/validation.go and pkg/apiserver/schema/cel. The cost
that the API server estimates of a rule is not judged.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from preflight.admission.cel.field_paths import parsed_field_path
from preflight.admission.crd.nodes import Node, as_schema
from preflight.admission.crd.references import unknown_reference, uses_old_self
from preflight.admission.crd.refusals import refusal
from preflight.admission.facts import FactsReader
from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.values import listed, shown

REASONS = ("FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired")
LINE_BREAK = re.compile(r"[\n\r]")
CERTAIN = re.compile(r"Syntax error: |reserved identifier: ")
"""What is wrong with an expression whatever is declared."""
UNDECLARED = re.compile(r"undeclared reference to '([^']+)'")
ANY_TYPE = "DYN"
RESULTS = {"BOOL": "true or false", "STRING": "a string"}
FIX = "Mend the rule."
FIX_UNKNOWN = "Try the CustomResourceDefinition with `kubectl apply --dry-run=server`."


def check_texts(node: Node) -> Iterator[Finding]:
    """Say what is wrong with the fields of the rules of a node, apart from their expressions."""
    rules = node.facts.get("x-kubernetes-validations", [])
    for index, rule in enumerate(rules):
        yield from _check_texts(rule, (*node.path, "x-kubernetes-validations", index))
    if any(rule.get("fieldPath", "").strip() for rule in rules):
        schema = FactsReader({}).schema(as_schema(node.facts))
        for index, rule in enumerate(rules):
            text = rule.get("fieldPath", "")
            if text.strip() and not parsed_field_path(text, schema):
                path = (*node.path, "x-kubernetes-validations", index, "fieldPath")
                fix = "Write the path of a field from the value down, as in '.spec.name'."
                yield refusal(path, f"{shown(text)} is no path of a field that the schema has.", fix)


def check_expressions(node: Node) -> Iterator[Finding]:
    """Say which rules of a node do not compile: GH142 where the API server may compile what our library does not."""
    for index, rule in enumerate(node.facts.get("x-kubernetes-validations", [])):
        path = (*node.path, "x-kubernetes-validations", index)
        yield from _check_old_self(node, rule, path)
        # as in the API server, the expression of the message counts once that of the rule compiles
        finding = _check_expression(node, rule, (*path, "rule"), "BOOL")
        if finding is None and rule.get("messageExpression"):
            finding = _check_expression(node, rule, (*path, "messageExpression"), "STRING")
        if finding is not None:
            yield finding


def _check_texts(rule: Mapping[str, Any], path: FieldPath) -> Iterator[Finding]:
    message = rule.get("message", "")
    if not rule["rule"].strip():
        yield refusal((*path, "rule"), "It is empty.", "Write an expression of CEL.")
    elif LINE_BREAK.search(message.strip()):
        yield refusal((*path, "message"), "It has a line break.", "Write it in one line.")
    elif LINE_BREAK.search(rule["rule"].strip()) and not message.strip():
        reason = "It is missing, and the rule has a line break."
        yield refusal((*path, "message"), reason, "Add a message, or write the rule in one line.")
    for field in ("message", "messageExpression", "fieldPath"):
        if rule.get(field) and not rule[field].strip():
            yield refusal((*path, field), "It is blank.", "Write a string, or remove it.")
    if rule.get("reason", REASONS[0]) not in REASONS:
        reason = f"{shown(rule['reason'])} is not one of {listed(REASONS)}."
        yield refusal((*path, "reason"), reason, "Write one of these.")


def _check_old_self(node: Node, rule: Mapping[str, Any], path: FieldPath) -> Iterator[Finding]:
    if uses_old_self(rule["rule"]):
        if not node.follows_old:
            reason = "oldSelf is not known here: within a list, only the items of one of type map are followed."
            yield refusal((*path, "rule"), reason, "Write the rule without oldSelf, or on the whole list or map.")
    elif "optionalOldSelf" in rule:
        reason = "It is for a rule with oldSelf only."
        yield refusal((*path, "optionalOldSelf"), reason, "Remove it.")


def _check_expression(node: Node, rule: Mapping[str, Any], path: FieldPath, wanted: str) -> Finding | None:
    """Say what is wrong with the expression at a path; `wanted` is the type of what it comes to."""
    from preflight.admission.cel.outcomes import Uncompilable
    from preflight.admission.cel.programs import compiled  # the CEL library costs start-up time

    expression: str = rule[str(path[-1])]
    program = compiled(expression, uses_old_self(expression))
    text = program.text.rstrip(".") if isinstance(program, Uncompilable) else ""
    unknown = unknown_reference(expression, node, optional=rule.get("optionalOldSelf", False))
    if CERTAIN.match(text) or (_is_undeclared(text, expression) and not unknown):
        return refusal(path, f"The expression does not compile: {text}.", FIX)
    if unknown:
        return refusal(path, f"The expression does not compile: {unknown}.", FIX)
    if isinstance(program, Uncompilable):
        reason = f"Whether the expression compiles is not known here: {text}."
        return Finding(code="GH142", path=path, reason=reason, fix=FIX_UNKNOWN, rule=expression)
    if program.return_type().name() not in (wanted, ANY_TYPE):
        return refusal(path, f"The expression does not come to {RESULTS[wanted]}.", FIX)
    return None


def _is_undeclared(text: str, expression: str) -> bool:
    """Whether an error is about a variable that no server declares.

    A name may also be that of a function that the library does not have, or of a variable of a macro.
    """
    found = UNDECLARED.match(text)
    if found is None:
        return False
    name = re.escape(found[1]).replace(r"\.", r"\s*\.\s*")
    variable = re.escape(found[1].partition(".")[0])
    return not re.search(rf"\b{name}\s*[.(]|[(,]\s*{variable}\s*,", expression)
