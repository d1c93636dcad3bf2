"""Where the CEL rules of the bundled CRDs are: in which field of which version of which kind, for which target."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from preflight.admission.schema import Rule, Schema
from preflight.admission.schemas import SchemaStore
from preflight.cluster import TARGETS, ClusterFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One rule at one schema."""

    target: str
    """Of preflight.cluster.TARGETS."""
    kind: str
    api_version: str
    served: bool
    field: tuple[str, ...]
    """Of the value that the rule is on, without the indexes of items."""
    schema: Schema
    rule: Rule


@cache
def places() -> tuple[Place, ...]:
    """Return every place under imports/schemas/."""
    return tuple(place for target in TARGETS for place in _of_target(target))


def _of_target(target: str) -> Iterator[Place]:
    store = SchemaStore(ClusterFacts(cilium=target))
    for group, name in store.kinds():
        kind = store.kind(group, name)
        assert kind is not None
        for version in kind.versions.values():
            for field, schema in _schemas(version.schema, ()):
                for rule in schema.rules:
                    yield Place(
                        target=target,
                        kind=name,
                        api_version=f"{group}/{version.name}",
                        served=version.served,
                        field=field,
                        schema=schema,
                        rule=rule,
                    )


def _schemas(schema: Schema, field: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Schema]]:
    """Yield a schema and those below it, each with its field."""
    yield field, schema
    for name, below in schema.properties.items():
        yield from _schemas(below, (*field, name))
    for entries in (schema.items, schema.additional):
        if entries is not None:
            yield from _schemas(entries, field)
