"""From facts to a Kind: facts are what imports/schemas/, or a CustomResourceDefinition, says of a kind."""

from collections.abc import Mapping
from typing import Any

from preflight.admission.schema import Kind, Rule, Schema, Version

FIELDS: Mapping[str, str] = {
    "additionalProperties": "additional",
    "allOf": "all_of",
    "anyOf": "any_of",
    "default": "default",
    "enum": "enum",
    "exclusiveMaximum": "exclusive_maximum",
    "exclusiveMinimum": "exclusive_minimum",
    "format": "format",
    "items": "items",
    "maxItems": "max_items",
    "maxLength": "max_length",
    "maxProperties": "max_properties",
    "maximum": "maximum",
    "minItems": "min_items",
    "minLength": "min_length",
    "minProperties": "min_properties",
    "minimum": "minimum",
    "multipleOf": "multiple_of",
    "not": "none_of",
    "nullable": "nullable",
    "oneOf": "one_of",
    "pattern": "pattern",
    "properties": "properties",
    "required": "required",
    "type": "type",
    "uniqueItems": "unique_items",
    "x-kubernetes-embedded-resource": "embedded_resource",
    "x-kubernetes-int-or-string": "int_or_string",
    "x-kubernetes-list-map-keys": "list_map_keys",
    "x-kubernetes-list-type": "list_type",
    "x-kubernetes-preserve-unknown-fields": "preserve_unknown_fields",
    "x-kubernetes-validations": "rules",
}
"""Keyword -> field of Schema. `x-kubernetes-map-type` has none: it says who owns a field, not what is valid."""

RULE_FIELDS: Mapping[str, str] = {
    "fieldPath": "field_path",
    "message": "message",
    "messageExpression": "message_expression",
    "optionalOldSelf": "optional_old_self",
    "reason": "reason",
    "rule": "rule",
}


class FactsReader:
    """Makes Kinds of facts that share definitions; a definition is one Schema, however many refer to it."""

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self._definitions = definitions
        self._defined: dict[str, Schema] = {}

    def kind(self, facts: Mapping[str, Any]) -> Kind:
        """Return a kind with all its versions."""
        return Kind(
            group=facts["group"],
            kind=facts["kind"],
            namespaced=facts["scope"] == "Namespaced",
            versions={version["name"]: self._version(version) for version in facts["versions"]},
            built_in=facts.get("builtIn", False),
        )

    def _version(self, facts: Mapping[str, Any]) -> Version:
        return Version(
            name=facts["name"],
            schema=self.schema(facts["schema"]),
            served=facts["served"],
            deprecated=facts.get("deprecated", False),
            deprecation_warning=facts.get("deprecationWarning", ""),
            status=facts.get("status", False),
        )

    def schema(self, facts: Mapping[str, Any]) -> Schema:
        """Return a schema with all that are in it."""
        name = facts.get("$ref")
        if name is None:
            return self._read(facts)
        if name not in self._defined:
            self._defined[name] = self._read(self._definitions[name])
        return self._defined[name]

    def _read(self, facts: Mapping[str, Any]) -> Schema:
        fields = {FIELDS[keyword]: self._fact(keyword, fact) for keyword, fact in facts.items() if keyword in FIELDS}
        return Schema(**fields, has_default="default" in facts)

    def _fact(self, keyword: str, fact: Any) -> Any:
        match keyword:
            case "properties":
                return {name: self.schema(schema) for name, schema in fact.items()}
            case "additionalProperties" | "items" | "not":
                return self.schema(fact)
            case "allOf" | "anyOf" | "oneOf":
                return tuple(self.schema(schema) for schema in fact)
            case "enum" | "required" | "x-kubernetes-list-map-keys":
                return tuple(fact)
            case "x-kubernetes-validations":
                return tuple(Rule(**{RULE_FIELDS[name]: value for name, value in rule.items()}) for rule in fact)
            case _:
                return fact
