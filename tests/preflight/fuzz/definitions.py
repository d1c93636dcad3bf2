"""CustomResourceDefinitions that are changed at random, so that the objects of their kind meet odd schemas."""

import copy
import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from preflight.admission.crd import COUNTS, FLAGS, NAMES, NUMBERS, SCHEMA_LISTS, STRINGS, TYPES
from tests.preflight.fuzz import odd

SCHEMAS = ("items", "additionalProperties", "not")
PATTERNS = (
    "(",
    "a{1001}",
    "(a{1000}){1000}",
    "(?=a)",
    "\\\\C",
    "\\0",
    "[^\\ud800]",
    "(x+x+)+y",
    "^$",
    ".*" * 500,
    "(?i)é",
)
FORMATS = ("date-time", "duration", "byte", "date", "ipv4", "cidr", "int32", "float", "uuid", "-", "no such format")
EXPRESSIONS = (
    "self",
    "self == oldSelf",
    "oldSelf.hasValue() && oldSelf.value() == self",
    "has(self.a) && self.a.b.c",
    "self.all(x, x == x)",
    "self.exists_one(k, self[k] == self)",
    "self.map(x, self.map(y, self.map(z, [x, y, z]))).size() < 0",
    "self.matches('(')",
    "self.matches(self)",
    "string(self).split('').join(string(self)).size() == 0",
    "self.replace('', self).replace('', self).size() == 0",
    "self.find('a') == '' || self.findAll('.').size() == 0",
    "quantity(self).isGreaterThan(quantity('1Ki'))",
    "quantity(string(self)).asInteger() == 0",
    "ip(self).family() == 4 || cidr(self).containsIP('::1')",
    "url(self).getHost() == '' && isURL(self)",
    "duration(self) > duration('1h') && timestamp(self).getFullYear() > 0",
    "'%d %s %x'.format([self, self, self]) == ''",
    "self.sum() > 0 || self.isSorted() || self.min() == self.max()",
    "self.indexOf(1) == self.lastIndexOf(2)",
    "format.dns1123Label().validate(self).hasValue()",
    "semver(self).major() == 1",
    "self.__namespace__ == '' && self.__dash__.x",
    "1 / 0 == 1 || self % 0 == 0",
    "9223372036854775807 + 1 == self",
    "dyn(self).foo[self] == b'\\\\377'",
    "[1, 'a', null, self].filter(x, type(x) == string).size() > 0",
    "{'a': self, 1: self}[self]",
    "true ? self : oldSelf",
    "self // a comment",
    "'\\\\U0010ffff' + self.substring(-1, 99)",
    "self.charAt(5).lowerAscii().upperAscii() == self.trim()",
    "sets.contains(self, [self]) && sets.intersects([], self)",
    "",
    "(((((((((((((((((((((((((((((((((((((((((((((((((self",
    "\\0",
    "\\ud800",
)
Value = Callable[[random.Random], Any]
Schemas = list[dict[str, Any]]
Fact = Callable[[random.Random, Schemas], Any]


def redefined(generator: random.Random, definition: dict[str, Any], value: Value) -> dict[str, Any]:
    """Return a copy of a CRD with other keywords in some of its schemas."""
    whole = copy.deepcopy(definition)
    roots = [version["schema"]["openAPIV3Schema"] for version in whole["spec"]["versions"]]
    for _ in range(generator.choice((1, 1, 2, 5))):
        schemas = [schema for root in roots for schema in _schemas(root)]
        schema = generator.choice(schemas)
        keyword = generator.choice((*FACTS, *FACTS, "default", "enum", "x-kubernetes-validations"))
        schema[keyword] = _fact(generator, keyword, schemas, value)
    return whole


def _schemas(root: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the schemas of a CRD that are well-formed, each once."""
    waiting: list[Any] = [root]
    seen: set[int] = set()
    while waiting:
        schema = waiting.pop()
        if not isinstance(schema, dict) or id(schema) in seen:
            continue
        seen.add(id(schema))
        yield schema
        properties = schema.get("properties")
        waiting += properties.values() if isinstance(properties, dict) else ()
        waiting += [schema.get(keyword) for keyword in SCHEMAS]
        for keyword in SCHEMA_LISTS:
            branches = schema.get(keyword)
            waiting += branches if isinstance(branches, list) else ()


def _fact(generator: random.Random, keyword: str, schemas: Schemas, value: Value) -> Any:
    """Return what may stand behind a keyword: mostly something of its type."""
    if keyword == "enum":
        return [value(generator) for _ in range(generator.randrange(4))]
    make = FACTS.get(keyword)
    return value(generator) if make is None or generator.random() < 0.15 else make(generator, schemas)


def _properties(generator: random.Random, schemas: Schemas) -> dict[str, Any]:
    return {generator.choice(("a", "namespace", "b.c", "", "status")): generator.choice(schemas)}


def _branches(generator: random.Random, schemas: Schemas) -> Schemas:
    return [generator.choice(schemas) for _ in range(generator.randrange(1, 4))]


def _rules(generator: random.Random, _: Schemas) -> list[dict[str, Any]]:
    return [_rule(generator) for _ in range(generator.choice((1, 1, 2, 20)))]


def _names(generator: random.Random, _: Schemas) -> list[str]:
    return [generator.choice(("a", "name", "b", "apiVersion", "metadata", odd.text(generator)))] * 2


def _one_of(*values: Any) -> Fact:
    return lambda generator, _: generator.choice(values)


def _rule(generator: random.Random) -> dict[str, Any]:
    rule: dict[str, Any] = {"rule": _expression(generator)}
    if generator.random() < 0.3:
        rule["messageExpression"] = _expression(generator)
    if generator.random() < 0.3:
        rule["message"] = odd.text(generator)
    if generator.random() < 0.3:
        rule["fieldPath"] = generator.choice((".a", ".a.b", "['a']", ".a['\\\\'", "a", ".", ".spec.a[0]", "['']"))
    if generator.random() < 0.2:
        rule["optionalOldSelf"] = True
    return rule


def _expression(generator: random.Random) -> str:
    expression = generator.choice(EXPRESSIONS)
    if generator.random() < 0.4:
        expression = f"{expression} {generator.choice(('&&', '||', '==', '+', 'in'))} {generator.choice(EXPRESSIONS)}"
    if generator.random() < 0.2:
        place = generator.randrange(len(expression) + 1)
        expression = (
            expression[:place] + generator.choice(("(", ")", ".", "'", "\\n", "self", "!", "x")) + expression[place:]
        )
    return expression


FACTS: Mapping[str, Fact] = {
    **dict.fromkeys(STRINGS, lambda generator, _: odd.text(generator)),
    **dict.fromkeys(NUMBERS, _one_of(0, 1, -1, 0.1, 2**63, -(2**63), 10**308, 1e308, 5e-324, -0.0)),
    **dict.fromkeys(COUNTS, _one_of(0, 1, -1, 2, 2**31, 2**63, -(2**63), 10**308)),
    **dict.fromkeys(FLAGS, _one_of(True, True, True, False)),
    **dict.fromkeys(NAMES, _names),
    **dict.fromkeys(SCHEMAS, lambda generator, schemas: generator.choice(schemas)),
    **dict.fromkeys(SCHEMA_LISTS, _branches),
    "format": _one_of(*FORMATS),
    "pattern": lambda generator, _: generator.choice((*PATTERNS, odd.text(generator))),
    "properties": _properties,
    "type": _one_of(*TYPES),
    "x-kubernetes-list-type": _one_of("set", "map", "atomic", "other"),
    "x-kubernetes-validations": _rules,
}
"""What makes a fact, by keyword."""
