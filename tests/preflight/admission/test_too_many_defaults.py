"""What defaults may add to one object: as many values as they stand for, however few parts are shared."""

from typing import Any

from preflight.admission.defaulting import MAX_VALUES, TooManyDefaultsError, defaulted
from preflight.admission.schema import Schema

import pytest

STRING = Schema(type="string")


def listing(default: list[Any], items: Schema) -> Schema:
    """Return an object with a list that has a default."""
    field = Schema(type="array", items=items, has_default=True, default=default)
    return Schema(type="object", properties={"a": field})


@pytest.mark.parametrize(("value", "size"), [("x", 1), ("x" * 500, 6), (["x"], 2)], ids=["short", "long", "list"])
def test_defaults_may_add_only_so_many_values(value: Any, size: int) -> None:
    enough = [value] * ((MAX_VALUES - 1) // size)
    assert defaulted(listing(enough, STRING), {}, False) == {"a": enough}
    with pytest.raises(TooManyDefaultsError):
        defaulted(listing([*enough, value, value], STRING), {}, False)


def test_the_defaults_of_all_items_count() -> None:
    schema = Schema(type="array", items=listing(["x"] * 999, STRING))
    whole = Schema(type="object", properties={"items": schema})
    assert len(defaulted(whole, {"items": [{}] * 100}, False)["items"]) == 100
    with pytest.raises(TooManyDefaultsError):
        defaulted(whole, {"items": [{}] * 101}, False)


def test_defaults_within_defaults_multiply() -> None:
    schema = STRING
    for _ in range(50):
        schema = listing([{}] * 50, schema)
    with pytest.raises(TooManyDefaultsError):
        defaulted(schema, {}, False)
