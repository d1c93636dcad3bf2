from collections.abc import Iterable
from typing import Any

from preflight.admission.cel.evaluation import NodeRules
from preflight.admission.cel.outcomes import Broken
from preflight.admission.cel.rules import MAX_FOUND, check_rules
from preflight.admission.schema import Rule, Schema
from preflight.admission.structure.check import MAX_FINDINGS
from preflight.field_path import FieldPath, Key, text

import pytest

NOT_X = Schema(type="string", rules=(Rule(rule="self != 'x'", message="It is x."),))
UNCOMPILABLE = Schema(type="string", rules=(Rule(rule="self.foo()"),))


def found(schema: Schema, data: dict[str, Any], old: dict[str, Any] | None = None) -> list[tuple[str, FieldPath]]:
    return [(finding.code, finding.path) for finding in check_rules("Widget", schema, data, old)]


def test_rules_are_at_every_value() -> None:
    schema = Schema(
        type="object",
        rules=(Rule(rule="size(self.list) < 3"),),
        properties={
            "a": NOT_X,
            "list": Schema(type="array", items=NOT_X),
            "map": Schema(type="object", additional=NOT_X),
            "nested": Schema(type="object", properties={"a": NOT_X}),
        },
    )
    data = {
        "a": "x",
        "list": ["x", "y", "x"],
        "map": {"a.b": "x", "c": "y"},
        "nested": {"a": "x", "unknown": "x"},
        "unknown": "x",
    }
    findings = check_rules("Widget", schema, data)
    assert [(finding.code, text(finding.path), finding.reason) for finding in findings] == [
        ("GH140", "", "The rule is false: size(self.list) < 3."),
        ("GH140", "a", "It is x."),
        ("GH140", "list[0]", "It is x."),
        ("GH140", "list[2]", "It is x."),
        ("GH140", "map[a.b]", "It is x."),
        ("GH140", "nested.a", "It is x."),
    ]
    assert isinstance(findings[4].path[1], Key)
    assert check_rules("Widget", schema, {"a": "y", "list": [], "map": {}, "nested": {}}) == []


def test_a_null_is_not_checked_by_its_own_rules() -> None:
    nullable = Schema(type="string", nullable=True, rules=NOT_X.rules)
    schema = Schema(
        type="object",
        rules=(Rule(rule="!has(self.a) && self.list[0] == null"),),
        properties={
            "a": nullable,
            "list": Schema(type="array", items=nullable),
            "map": Schema(type="object", additional=nullable),
        },
    )
    assert found(schema, {"a": None, "list": [None], "map": {"a": None}}) == []


def test_a_schema_without_rules_has_no_findings() -> None:
    assert check_rules("Widget", Schema(type="object"), {"a": "\0"}) == []


@pytest.mark.parametrize("old", [None, {}])
def test_an_object_that_cannot_be_carried_has_one_finding(old: dict[str, Any] | None) -> None:
    schema = Schema(type="object", properties={"a": NOT_X, "b": NOT_X})
    assert found(schema, {"a": "x", "b": "\0"}, old) == [("GH142", ("b",))]


def test_an_old_object_that_cannot_be_carried_has_one_finding() -> None:
    assert found(Schema(type="object", properties={"a": NOT_X}), {"a": "x"}, {"a": "\0"}) == [("GH142", ("a",))]


def test_that_a_rule_does_not_compile_is_said_once() -> None:
    schema = Schema(type="object", properties={"list": Schema(type="array", items=UNCOMPILABLE), "a": UNCOMPILABLE})
    assert found(schema, {"list": ["a", "b"]}) == [("GH142", ("list", 0))]
    assert found(schema, {}) == []


def test_a_rule_that_fails_is_a_finding_for_each_value() -> None:
    schema = Schema(
        type="object",
        properties={"list": Schema(type="array", items=Schema(type="object", rules=(Rule(rule="self.a == 1"),)))},
    )
    assert found(schema, {"list": [{}, {"a": 1}, {"a": 2}]}) == [("GH141", ("list", 0)), ("GH140", ("list", 2))]


def test_there_is_an_end_to_findings() -> None:
    schema = Schema(type="object", properties={"list": Schema(type="array", items=NOT_X)})
    assert len(check_rules("Widget", schema, {"list": ["x"] * (MAX_FOUND + 10)})) == MAX_FINDINGS


@pytest.mark.parametrize(("items", "most"), [(NOT_X, MAX_FINDINGS), (UNCOMPILABLE, MAX_FOUND)])
def test_beyond_the_end_nothing_is_evaluated(monkeypatch: pytest.MonkeyPatch, items: Schema, most: int) -> None:
    evaluated = []
    broken = NodeRules.broken

    def counted(rules: NodeRules, value: Any, *old: Any) -> Iterable[Broken]:
        evaluated.append(value)
        return broken(rules, value, *old)

    monkeypatch.setattr(NodeRules, "broken", counted)
    schema = Schema(
        type="object",
        properties={
            "lists": Schema(type="array", items=Schema(type="array", items=items)),
            "map": Schema(type="object", additional=items),
        },
    )
    data = {"lists": [["x"] * MAX_FOUND, ["x"] * MAX_FOUND], "map": dict.fromkeys(map(str, range(MAX_FOUND)), "x")}
    check_rules("Widget", schema, data)
    assert len(evaluated) == most


STAYS = Rule(rule="self == oldSelf")


@pytest.mark.parametrize("list_type", ["atomic", "set"])
def test_the_items_of_other_lists_have_no_old_value(list_type: str) -> None:
    items = Schema(type="string", rules=(STAYS,))
    schema = Schema(type="object", properties={"list": Schema(type="array", list_type=list_type, items=items)})
    assert found(schema, {"list": ["b"]}, {"list": ["a"]}) == []


def test_changes_are_checked_where_there_is_an_old_value() -> None:
    value = Schema(type="string", rules=(STAYS,))
    port = Schema(type="object", properties={"port": Schema(type="integer", rules=(STAYS,))})
    schema = Schema(
        type="object",
        properties={
            "a": value,
            "map": Schema(type="object", additional=value),
            "list": Schema(type="array", list_type="map", list_map_keys=("name", "zone"), items=port),
        },
    )
    old = {"a": "1", "map": {"a": "1", "b": "1"}, "list": [{"name": "a", "port": 1}, {"name": "b", "port": 2}]}
    new = {"a": "2", "map": {"a": "2", "c": "1"}, "list": [{"name": "b", "port": 3}, {"name": "c", "port": 1}]}
    assert found(schema, new) == []
    assert found(schema, old, old) == []
    assert found(schema, new, {"a": None, "map": 1, "list": "x"}) == []
    assert found(schema, new, old) == [
        ("GH140", ("a",)),
        ("GH140", ("map", Key("a"))),
        ("GH140", ("list", 0, "port")),
    ]
