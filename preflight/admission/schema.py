"""Schema: one node of a structural schema, as the files under imports/schemas/ hold it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One entry of `x-kubernetes-validations`."""

    rule: str
    message: str = ""
    """The CRD's own words; imports/schemas/ has none, a user's CRD may."""
    message_expression: str = ""
    reason: str = ""
    field_path: str = ""
    optional_old_self: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Schema:
    """What Kubernetes checks of one value; a node that is shared has one Schema.

    https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
    """

    type: str = ""
    """object, array, string, integer, number or boolean; empty where any value is allowed."""
    properties: Mapping[str, "Schema"] = field(default_factory=dict)
    additional: "Schema | None" = None
    """The schema of a map's values (additionalProperties); None where the object has only its properties."""
    items: "Schema | None" = None
    required: tuple[str, ...] = ()
    nullable: bool = False
    int_or_string: bool = False
    preserve_unknown_fields: bool = False
    embedded_resource: bool = False
    list_type: str = "atomic"
    """atomic, set or map."""
    list_map_keys: tuple[str, ...] = ()
    has_default: bool = False
    default: Any = None
    rules: tuple[Rule, ...] = ()
    enum: tuple[Any, ...] | None = None
    pattern: str = ""
    format: str = ""
    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: bool = False
    exclusive_maximum: bool = False
    multiple_of: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    min_properties: int | None = None
    max_properties: int | None = None
    unique_items: bool = False
    all_of: tuple["Schema", ...] = ()
    any_of: tuple["Schema", ...] = ()
    one_of: tuple["Schema", ...] = ()
    none_of: "Schema | None" = None
    """What the value must not match (`not`)."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Version:
    """One version of a kind."""

    name: str
    schema: Schema
    served: bool = True
    deprecated: bool = False
    deprecation_warning: str = ""
    """The CRD's own words; empty where it has none."""
    status: bool = False
    """Whether `status` is a subresource: then `kubectl apply` does not set it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kind:
    """A kind that the cluster knows."""

    group: str
    kind: str
    namespaced: bool
    versions: Mapping[str, Version]
    """By name, in the order of the CRD."""
    built_in: bool = False
    """Whether it is one of Kubernetes' own, not a CRD's: nulls then count as absent."""
