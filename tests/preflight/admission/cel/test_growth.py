import subprocess
import sys

from preflight.admission.cel.growth import grows, may_grow

import pytest


@pytest.mark.parametrize(
    ("expression", "size", "much"),
    [
        ("self.replace('a', 'b') != ''", 253, False),
        ("self.replace('', self) != ''", 1_000_000, True),
        ("self.replace('', self).replace('', self) != ''", 10_000, True),
        ("self.replace('-', '').replace('_', '') == 'x'", 100_000, False),
        ("self.replace('', 'ab').replace('a', 'bcd') == 'x'", 1_000_000, False),
        ("self.replace('a', 'b' + self) == 'x'", 1_000_000, True),
        ("self.replace('a', 'aaaaaaaaaa')" + ".replace('a', 'aaaaaaaaaa')" * 7 + " == 'x'", 1_000, True),
        ("['x', self]" + ".map(a, a+a+a+a+a+a+a+a)" * 7 + ".size() > 0", 1_000, True),
        ("self.map(a, a + 'x').size() > 0", 10_000, False),
        ("self.join(',') != ''", 100_000, True),
        ("self.map(x, x.name).size() > 0", 10_000, False),
        ("self.map(x, x.split('')).size() > 0", 1_000_000, True),
        ("self.replace('-', '.').replace(\"_\", \".\") == 'x'", 1_000, False),
        ("self.name.replace('-', self.separator) == 'x'", 10_000, False),
        ("self.map(x, x.name).map(x, x.size()).size() > 0", 10_000, False),
        ("self.map(x, self).map(b, self.map(x, b)).size() > 0", 100, False),
        ("self.map(x, self).map(b, self.map(x, b)).size() > 0", 10_000, True),
        ("[self].map(a, [a, a, a, a])" + ".map(a, [a, a, a, a])" * 7 + " == []", 1_000, True),
        ("[self].map(a, {1: a, 2: a})" + ".map(a, {1: a, 2: a})" * 9 + " == []", 1_000, True),
        ("[self+self].all(a, [a+a].all(b, [b+b+b+b+b+b].all(c, [c+c+c].exists(d, d+d != ''))))", 100_000, True),
        ("[self, self].all(a, a != '')", 100_000, False),
        ("optional.of(self)" + ".optMap(a, a+a+a+a)" * 5 + ".hasValue()", 100_000, True),
        ("self.transformList(i, x, x + x).size() > 0", 1_000_000, True),
        ("self.format([self]) == ''", 100_000, True),
        ("strings.quote(self) == ''", 100_000, False),
        ("strings.quote(" * 20 + "self" + ")" * 20 + " == ''", 100_000, True),
        ("self.replace('', self) // ''\n . // ''\n replace ('', self) != ''", 10_000, True),
        ("self.all(x, x in ip('1.2.3.4'))", 1_000_000, True),
        ("self.all(x, sets.contains(self, [x]))", 10_000, False),
        ("self.all(x, sets . contains(self, [x]))", 30_000, True),
        ("self.all(x, isIP(x))", 10_000, False),
        ("self.all(x, isIP(x))", 1_000_000, True),
    ],
)
def test_texts_that_may_take_too_much_memory(expression: str, size: int, much: bool) -> None:
    assert may_grow(expression)
    assert grows(expression, size) is much


@pytest.mark.parametrize(
    "expression",
    ["self.all(x, x.size() > 0)", "isIP(self)", "self.replaced == self.joint", "'%s %s'.format([self, self]) == ''"],
)
def test_texts_that_take_no_more_memory_than_the_value(expression: str) -> None:
    assert not may_grow(expression)
    assert not grows(expression, 1_000_000)


@pytest.mark.parametrize(
    ("expression", "largest"),
    [
        ("strings.quote(self) == ''", 2**29 - 25),
        ("self.replace('', self) != ''", 23_170 - 28),
        ("self.replace('a', 'bcd') != ''", 178_956_940),
        ("self.replace('abc', 'abcd') != ''", 2**28 - 33),
        ("self.replace('', 'ab') != ''", 178_956_942),
        ("self.replace('ab', '') != ''", 2**29 - 28),
        ("self.all(x, isIP(x))", 107_374 - 20),
        ("self.all(x, self.sum() > 0)", 26_843 - 27),
        ("[self].map(a, a + a).size() > 0", 26_843 - 31),
        ("self.map(x, x).map(y, y).map(z, z).size() > 0", 1_009),
        ("self.map(i, i).all(i, i != '')", 107_374 - 30),
        ("self.transformList(i, x, x).size() > 0", 107_374 - 38),
        ("optional.of(self).optMap(x, x).hasValue()", 107_374 - 41),
        ("[self].all(a, a != '')", 2**30 - 22),
    ],
)
def test_the_largest_value_that_is_not_refused(expression: str, largest: int) -> None:
    """What is taken off is the length of the expression."""
    assert may_grow(expression)
    assert not grows(expression, largest)
    assert grows(expression, largest + 1)


BOUNDED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from preflight.admission.cel.growth import grows
from preflight.admission.cel.programs import activation, answer, compiled
expression, item = sys.argv[1:]
sizes = [3**power for power in range(1, 14)]
value = None
for size in sizes:
    value_of_size = item * size if item == "a" else [item] * (size // 5 + 1)
    if not grows(expression, len(repr(value_of_size))):
        value = value_of_size
found = None if value is None else answer(compiled(expression), activation(value))
sys.exit("out of memory" if "memory" in str(found) or "alloc" in str(found) else 0)
"""
"""Evaluates an expression with the largest value that is not refused, in a process with little memory and time."""
GROUPS = {
    "a": [
        "self.replace('', self) == ''",
        "self.replace('', self).replace('', self) == ''",
        "self.replace('a', 'aaaaaaaaaa').replace('a', 'aaaaaaaaaa').replace('a', 'aaaaaaaaaa') == ''",
        "['x', self].map(a, a+a+a+a).map(a, a+a+a+a).map(a, a+a+a+a).size() > 0",
        "[self+self].all(a, [a+a].all(b, [b+b].all(c, [c+c].all(d, d+d+d+d != ''))))",
        "optional.of(self+self).optMap(a, a+a+a).optMap(a, a+a+a).value() != ''",
        "[self].map(a, [a, a, a, a]).map(a, [a, a, a, a]).map(a, [a, a, a, a]) == []",
        "self.format([self]) == ''",
        "strings.quote(strings.quote(strings.quote(strings.quote(self)))) == ''",
    ],
    "bb": [
        "self.join(self.join('')) == ''",
        "self.map(x, self).map(b, self.map(x, b)) == self.map(x, self).map(b, self.map(x, b))",
        "[self.map(x, self)].map(b, self.map(x, b)).map(c, self.map(x, c)) == []",
        "self.map(x, self.join(',')).size() > 0",
        "self.all(x, sets.contains(self, [x]))",
    ],
}


@pytest.mark.parametrize(("item", "expression"), [(item, each) for item, group in GROUPS.items() for each in group])
def test_what_is_not_refused_takes_little_memory(item: str, expression: str) -> None:
    subprocess.run([sys.executable, "-c", BOUNDED, expression, item], check=True, timeout=120)  # our own
