"""Nodes: the schemas of a structural schema that say what a value is, which those of combinations do not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from preflight.field_path import FieldPath, Key

Facts = Mapping[str, Any]

METADATA = frozenset({"apiVersion", "kind", "metadata"})
"""Fields of each resource."""
OF_OBJECTS = frozenset(
    {"default", "x-kubernetes-int-or-string", "x-kubernetes-list-map-keys", "x-kubernetes-list-type"}
)
"""Keywords that the API server heeds in objects, but not in the defaults of a schema."""


@dataclass(frozen=True, slots=True)
class Node:
    """One schema with its place."""

    facts: Facts
    path: FieldPath
    root: bool = False
    of_metadata: bool = False
    """Whether it is, or is within, a field that each resource has."""
    takes_default: bool = True
    follows_old: bool = True
    """Whether rules can know the former one of a value."""

    @property
    def resource(self) -> bool:
        """Whether its value is a whole resource."""
        return self.root or self.says("x-kubernetes-embedded-resource")

    def says(self, keyword: str) -> bool:
        """Whether a keyword is there and says anything: false, and what is empty, do not."""
        return says(self.facts, keyword)

    def below(self) -> Iterator["Node"]:
        """Yield the nodes of the fields, entries and items of its value."""
        for name, facts in self.facts.get("properties", {}).items():
            of_metadata = self.resource and name in METADATA
            yield replace(
                self._within(facts, ("properties", Key(name))),
                of_metadata=self.of_metadata or of_metadata,
                takes_default=self.takes_default and not (self.root and of_metadata),
                follows_old=self.follows_old and self.facts.get("x-kubernetes-map-type") != "atomic",
            )
        additional = self.facts.get("additionalProperties")
        if isinstance(additional, Mapping):
            node = self._within(additional, ("additionalProperties",))
            yield replace(node, takes_default=self.takes_default and not self.of_metadata)
        if "items" in self.facts:
            node = self._within(self.facts["items"], ("items",))
            yield replace(node, follows_old=self.follows_old and self.facts.get("x-kubernetes-list-type") == "map")

    def _within(self, facts: Facts, way: FieldPath) -> "Node":
        return replace(self, facts=facts, path=(*self.path, *way), root=False)


def nodes(root: Node) -> Iterator[Node]:
    """Yield a node and all within it, from the top down."""
    yield root
    for node in root.below():
        yield from nodes(node)


def says(facts: Facts, keyword: str) -> bool:
    """Whether a keyword of a schema is there and says anything: false, and what is empty, do not; zero does."""
    value = facts.get(keyword)
    if isinstance(value, str | list | Mapping):
        return bool(value)
    return value is not None and value is not False


def as_schema(facts: Facts) -> dict[str, Any]:
    """Return a schema as FactsReader takes it, as far as it counts for a default."""
    kept: dict[str, Any] = {}
    for keyword, fact in facts.items():
        if keyword == "properties":
            kept[keyword] = {name: as_schema(below) for name, below in fact.items()}
        elif keyword in ("items", "additionalProperties"):
            kept[keyword] = {} if fact is True else as_schema(fact)
        elif keyword not in OF_OBJECTS:
            kept[keyword] = fact
    return kept
