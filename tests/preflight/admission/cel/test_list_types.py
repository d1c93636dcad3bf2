"""The oracle of each is apiextensions-apiserver 0.36, where it comes to something else than in the CEL library."""

from preflight.admission.cel.evaluation import UNORDERED, compiled_rules
from preflight.admission.cel.list_types import compares_unordered
from preflight.admission.cel.outcomes import Broken
from preflight.admission.schema import Rule, Schema

import pytest

TEXT = Schema(type="string")
ITEM = Schema(type="object", properties={"key": TEXT, "ports": Schema(type="array", items=TEXT, list_type="set")})
SCHEMA = Schema(
    type="object",
    properties={
        "set": Schema(type="array", items=TEXT, list_type="set"),
        "map": Schema(type="array", items=ITEM, list_type="map", list_map_keys=("key",)),
        "list": Schema(type="array", items=TEXT),
        "in": Schema(type="array", items=TEXT, list_type="set"),
        "named": Schema(type="object", additional=TEXT),
        "text": TEXT,
    },
)
VALUE = {"set": ["a", "b"], "list": ["b", "a"], "map": [{"key": "x"}, {"key": "y"}], "text": "a"}


@pytest.mark.parametrize(
    "expression",
    [
        "self.set == self.list",
        "self.set != ['b', 'a']",
        "self == self",
        "oldSelf == self",
        "(self.set + ['a']).size() == 2",
        "self.map == self.map",
        "[self.set] == [self.list]",
        "{'a': self.set} == {'a': self.list}",
        "dyn(self.set) == self.list",
        "self.?set.orValue([]) == self.list",
        "self.set in [self.list]",
        "(has(self.set) ? self.set : self.list) == self.list",
        "(self.set) == self.list",
        "self.map[0] == self.map[1]",
        "self.map[0].ports == self.map[1].ports",
        "self.map.all(x, x == self.map[0])",
        "self.map.all(x, x.ports == ['a'])",
        "self.map.all(i, x, x == self.map[i])",
        "self.map.exists(x, [x] == self.map)",
        "self.map.filter(x, true).all(y, y == self.map[0])",
        "self.map.map(x, x.ports).all(y, y == ['a'])",
        "self.map.map(x, has(x.key), x.key == 'a' ? x.ports : []).all(y, y == ['a'])",
        "self.map.map(x, x).filter(y, true).all(z, z == self.map[0])",
        "self.__in__ == self.list",
        "self.text == 'a' && self.set == self.list",
        "self . set // the ports\n == self.list",
    ],
)
def test_what_compares_or_adds_a_set_or_a_map(expression: str) -> None:
    assert compares_unordered(expression, SCHEMA)


@pytest.mark.parametrize(
    "expression",
    [
        "self.list == self.set",
        "(['a'] + self.set).size() == 2",
        "self.set.size() == 2",
        "size(self.set) == 2",
        "(self.set.size() + 1) == 3",
        "(has(self.set) ? self.set.size() : 0) == 2",
        "has(self.set) == true",
        "self.set[0] == 'a' || self.map[0].key == 'a'",
        "self.map.all(x, x.key == 'a')",
        "self.map.exists_one(x, x.key == self.text)",
        "self.map.map(x, x.key).exists(y, y == 'a')",
        "self.map.map(x, has(x.ports), x.key).all(y, y != 'a')",
        "self.map.filter(x, has(x.ports)).map(x, size(x.ports)).all(y, y == 1)",
        "self.map.transformList(i, x, [x.key, 'a'].join()).all(y, y == 'a')",
        "self.set.map(x, x) == self.set",
        "'a' in self.set",
        "self.text + 'set' == 'self.set'",
        "sets.equivalent(self.set, self.list)",
        "self.set.all(x, self.list.exists(y, y == self.text))",
        "== 1",
        ") == 1",
        "",
    ],
)
def test_what_compares_something_else(expression: str) -> None:
    assert not compares_unordered(expression, SCHEMA)


def test_lists_that_have_an_order() -> None:
    schema = Schema(type="object", properties={"list": Schema(type="array", items=TEXT)})
    assert not compares_unordered("self.list == oldSelf.list && self == oldSelf", schema)
    assert not compares_unordered("self.all(x, x == 'a')", Schema(type="array", items=TEXT, list_type="set"))


def test_items_of_lists_and_maps() -> None:
    sets = Schema(type="array", items=TEXT, list_type="set")
    for schema in (Schema(type="array", items=sets), Schema(type="object", additional=sets)):
        assert compares_unordered("self.all(x, x == ['a'])", schema)
        assert compares_unordered("self['a'] == ['a']", schema)
        assert compares_unordered("self.all(x, x.all(y, y == ['a']))", Schema(type="array", items=schema))
        assert not compares_unordered("self['a'].size() == 1", schema)


def broken(expression: str, value: object, *old: object) -> list[Broken]:
    rules = (Rule(rule=expression), Rule(rule="true"))
    return list(compiled_rules(SCHEMA, rules, updating=bool(old)).broken(value, *old))


def test_such_a_rule_is_not_evaluated() -> None:
    for expression in ("self.set == self.list", "self.set != self.list", "self.set == ['a', 'b'] && true"):
        assert broken(expression, VALUE) == [Broken(Rule(rule=expression), UNORDERED)]
    assert broken("self.list == self.set", VALUE) == [Broken(Rule(rule="self.list == self.set"), None)]


def test_what_is_the_same_in_its_order_is_the_same() -> None:
    for expression in ("self == oldSelf", "self.set == oldSelf.set", " oldSelf.map == self.map\n"):
        assert broken(expression, VALUE, VALUE) == []
    changed = {**VALUE, "set": ["b", "a"]}
    assert broken("self == oldSelf", changed, VALUE) == [Broken(Rule(rule="self == oldSelf"), UNORDERED)]
