from preflight.admission.cel.plan import plan
from preflight.admission.schema import Rule, Schema

RULE, OTHER = Rule(rule="self != ''"), Rule(rule="self != 'x'")
STRING = Schema(type="string", rules=(RULE,))
PLAIN = Schema(type="string")


def test_only_the_way_to_rules_is_planned() -> None:
    schema = Schema(
        type="object",
        properties={
            "plain": Schema(type="object", properties={"a": PLAIN}),
            "list": Schema(type="array", items=STRING),
            "map": Schema(type="object", additional=STRING),
        },
    )
    root = plan(schema)
    assert root is not None
    assert root.rules == ()
    assert list(root.properties) == ["list", "map"]
    assert root.properties["list"].items is not None
    assert root.properties["list"].items.rules == (RULE,)
    assert root.properties["map"].additional is not None


def test_a_schema_without_rules_has_no_plan() -> None:
    assert plan(Schema(type="object", properties={"a": PLAIN})) is None


def test_a_schema_is_planned_once() -> None:
    schema = Schema(type="object", properties={"a": STRING, "b": STRING})
    root = plan(schema)
    assert root is not None
    assert plan(schema) is root
    assert root.properties["a"] is root.properties["b"]


def test_rules_within_all_of_count_from_kubernetes_1_31_on() -> None:
    schema = Schema(
        type="object",
        properties={"a": STRING, "list": Schema(type="array", items=PLAIN), "map": Schema(additional=PLAIN)},
        all_of=(
            Schema(
                properties={
                    "a": Schema(all_of=(Schema(rules=(OTHER,)),)),
                    "list": Schema(items=Schema(rules=(OTHER,))),
                    "map": Schema(additional=Schema(rules=(OTHER,))),
                    "elsewhere": Schema(rules=(OTHER,)),
                }
            ),
        ),
    )
    root = plan(schema)
    assert root is not None
    assert list(root.properties) == ["a", "list", "map"]
    assert root.properties["a"].rules == (RULE, OTHER)
    assert root.properties["list"].items is not None
    assert root.properties["list"].items.rules == (OTHER,)
    assert root.properties["map"].additional is not None
    assert root.properties["map"].additional.rules == (OTHER,)


def test_rules_are_compiled_once() -> None:
    root = plan(STRING)
    assert root is not None
    assert root.on_create is root.on_create
    assert root.on_update is root.on_update
