from typing import Any

from preflight.admission.cel.outcomes import Failure, Uncompilable
from preflight.admission.cel.programs import activation, booleans, compiled
from tests.preflight.admission.cel.evaluated import evaluated, fails

import pytest
from hypothesis import given
from hypothesis import strategies as st

MISSING = "No overload found in reference resolve step for"
VALUE = {"name": "grün", "ports": [80, 443], "type": "HTTP", "empty": None}


@pytest.mark.parametrize(
    "expression",
    [
        # Texts are counted in code points, and patterns are RE2's.
        "self.name.size() == 4 && self.name.substring(2) == 'ün' && self.name.indexOf('n') == 3",
        r"'7'.matches(r'^\d$') && !'\u0667'.matches(r'^\d$')",
        "'ABC'.matches('(?i)b')",
        # An error counts for nothing where the rest decides.
        "self.absent == 1 || true",
        "true || self.absent == 1",
        "!(self.absent == 1 && false)",
        "!(false && self.absent == 1)",
        "[1, 0].exists(x, 1 / x == 1)",
        "![1, 0].all(x, 1 / x == 0)",
        # Numbers of any type compare.
        "1 < 2.5 && 2.5 >= 1u && 2u <= 2 && self.ports[0] > 79.5 && 2u == dyn(2) && dyn(1.0) in [1]",
        # Loops with an index or a key.
        "self.ports.all(i, port, port == [80, 443][i]) && self.ports.exists(i, port, i == 1 && port == 443)",
        "self.ports.existsOne(i, port, i > 0) && {'a': 1}.all(key, value, key == 'a' && value == 1)",
        "self.ports.transformList(i, port, port + i) == [80, 444] && {'a': 1}.transformList(k, v, k) == ['a']",
        "self.ports.transformList(i, port, i > 0, port) == [443]",
        # The library of strings.
        "'a,b'.split(',') == ['a', 'b'] && ['a', 'b'].join('-') == 'a-b'",
        "'tacocat'.charAt(3) == 'o' && ' a '.trim() == 'a' && 'ABC'.lowerAscii() == 'abc'",
        "'hello'.replace('l', 'L', 1) == 'heLlo' && 'abc'.upperAscii() == 'ABC'",
        "'%s: %d, %.1f'.format(['a', 1, 2.5]) == 'a: 1, 2.5' && strings.quote('a') == '\"a\"'",
        # Optionals.
        "self.?name.hasValue() && !self.?absent.hasValue() && self.?absent.orValue('x') == 'x'",
        "self.?ports[?5].orValue(1) == 1 && optional.of(1).optMap(x, x + 1).value() == 2",
        "optional.ofNonZeroValue('').or(optional.of('b')).value() == 'b'",
        "has({'a': 1}.a) && [?optional.of(1), ?optional.none()] == [1]",
    ],
)
def test_expressions_that_are_true(expression: str) -> None:
    assert evaluated(expression, VALUE) is True


@pytest.mark.parametrize(
    ("expression", "error"),
    [
        ("self.absent == 1", 'Key not found in map : "absent"'),
        ("self.ports[2] == 1", "Index error: index=2 size=2"),
        ("1 / (self.ports[0] - 80) == 1", "divide by zero"),
        ("self.name + 1 == 2", "No matching overloads found : _+_(string, int64)"),
        ("9223372036854775807 + 1 == 0", "integer overflow"),
        ("self.name.matches('(')", "invalid regular expression: missing ): ("),
        ("has(self.name.first)", "Applying SELECT to non-message type"),
    ],
)
def test_errors_of_a_value(expression: str, error: str) -> None:
    assert fails(expression, VALUE) == error


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        ("self.a ==", "Syntax error: mismatched input '<EOF>' expecting"),
        ("undeclared", "undeclared reference to 'undeclared' (in container '')"),
        ("oldSelf == self", "undeclared reference to 'oldSelf' (in container '')"),
        ("authorizer.path('/').check('get').allowed()", "undeclared reference to 'authorizer' (in container '')"),
        ("self.exists_one(k, v, k == v)", "undeclared reference to 'k' (in container '')"),
        ("string(type(1)) == 'int'", "found no matching overload for 'string' applied to '(type(int))'"),
        ("'a' == 1", "found no matching overload for '_==_' applied to '(string, int)'"),
        ("self.?a.orValue([]).sum() == 1", "undeclared reference to 'sum' (in container '')"),
        ("(" * 200 + "true" + ")" * 200, "Expression recursion limit exceeded. limit: 32"),
        ("\ud800", "compile(): incompatible function arguments."),
    ],
)
def test_expressions_that_do_not_compile(expression: str, why: str) -> None:
    found = compiled(expression)
    assert isinstance(found, Uncompilable)
    assert found.text.startswith(why)


@pytest.mark.parametrize(
    ("expression", "value", "why"),
    [
        ("self.all(x, x >= 0)", list(range(20_000)), "Iteration budget exceeded [INTERNAL]"),
        ("self.all(x, self.all(y, x + y >= 0))", list(range(101)), "Iteration budget exceeded [INTERNAL]"),
        ("{'a': 1}.transformMap(k, v, v) == self", 1, f"{MISSING} cel.@mapInsert [INVALID_ARGUMENT]"),
        ("int(duration('1s')) == 1", 1, "No matching overloads found : int(duration)"),
        ("string(duration('1s')) == '1s'", 1, "how the API server writes a time or a duration is not known"),
        ("self", {1, 2}, "Non-CEL value type for 'self': set."),
        ("self.size()", "abc", "the result is of type int"),
        ("[self]", 1, "the result is of type list<dyn>"),
        ("self", None, "the result is of type null"),
    ],
)
def test_what_is_a_failure_of_our_own(expression: str, value: Any, why: str) -> None:
    assert evaluated(expression, value) == Failure(why, ours=True)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("self.map(x, x > 1)", [False, True]),
        ("[]", []),
        ("self.map(x, x)", None),
        ("[true, null]", None),
        ("true", None),
        ("self.map(x, x.a)", None),
        ("null", None),
    ],
)
def test_a_list_of_true_and_false(expression: str, expected: list[bool] | None) -> None:
    program = compiled(expression)
    assert not isinstance(program, Uncompilable)
    assert booleans(program, activation([1, 2])) == expected


def test_an_optional_is_no_answer() -> None:
    found = evaluated("optional.of(1)")
    assert isinstance(found, Failure)
    assert found.ours


@pytest.mark.parametrize(
    "expression",
    [
        "[optional.of(1)].sum() == 1",
        "[{'a': optional.of(1)}].indexOf({'a': 1}) == 0",
        "sets.contains([optional.none()], [1])",
    ],
)
def test_optionals_and_functions_of_lists_are_never_in_one_expression(expression: str) -> None:
    """The library would crash."""
    assert isinstance(compiled(expression), Uncompilable)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=50))
def test_the_size_of_a_text_is_its_code_points(text: str) -> None:
    """The oracle is Python, which counts code points."""
    assert evaluated(f"self.size() == {len(text)} && self == [self][0]", text) is True
