"""Where a schema has rules: what is not on the way to one is never looked at."""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from preflight.admission.schema import Rule, Schema

if TYPE_CHECKING:
    from preflight.admission.cel.evaluation import NodeRules


@dataclass(frozen=True, eq=False)
class Node:
    """A value with rules, or on the way to one."""

    schema: Schema
    rules: tuple[Rule, ...]
    properties: dict[str, "Node"] = field(default_factory=dict)
    additional: "Node | None" = None
    items: "Node | None" = None

    @cached_property
    def on_create(self) -> "NodeRules":
        """The rules for a new value, compiled at the first use."""
        return _compiled(self, updating=False)

    @cached_property
    def on_update(self) -> "NodeRules":
        """The rules for a value that replaces another one, compiled at the first use."""
        return _compiled(self, updating=True)


def _compiled(node: Node, *, updating: bool) -> "NodeRules":
    from preflight.admission.cel.evaluation import compiled_rules  # the CEL library costs start-up time

    return compiled_rules(node.schema, node.rules, updating=updating)


@lru_cache(maxsize=512)
def plan(schema: Schema) -> Node | None:
    """Return the root of a schema's rules; None where it has none."""
    return _Planner().node((schema,))


class _Planner:
    """Plans one schema, which may refer to the same part in many places, but never to itself."""

    def __init__(self) -> None:
        self._planned: dict[tuple[int, ...], Node | None] = {}

    def node(self, schemas: tuple[Schema, ...]) -> Node | None:
        """Plan a value: the first schema says what it is, and the ones in its `allOf` may only add rules."""
        parts = tuple(part for schema in schemas for part in _with_all_of(schema))
        key = tuple(map(id, parts))
        if key not in self._planned:
            self._planned[key] = self._node(parts)
        return self._planned[key]

    def _node(self, parts: tuple[Schema, ...]) -> Node | None:
        schema = parts[0]
        properties = {
            name: node
            for name, below in schema.properties.items()
            if (node := self.node((below, *(part.properties[name] for part in parts[1:] if name in part.properties))))
        }
        additional = [part.additional for part in parts if part.additional is not None]
        items = [part.items for part in parts if part.items is not None]
        node = Node(
            schema,
            tuple(rule for part in parts for rule in part.rules),
            properties,
            self.node(tuple(additional)) if schema.additional else None,
            self.node(tuple(items)) if schema.items else None,
        )
        return node if node.rules or node.properties or node.additional or node.items else None


def _with_all_of(schema: Schema) -> list[Schema]:
    return [schema, *(part for nested in schema.all_of for part in _with_all_of(nested))]
