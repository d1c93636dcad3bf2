from tests.preflight.admission.cel.evaluated import evaluated, fails

import pytest


@pytest.mark.parametrize(
    "expression",
    [
        "[1, 2, 3].isSorted()",
        "['a', 'b', 'b', 'c'].isSorted()",
        "!([2.0, 1.0].isSorted())",
        "[1].isSorted()",
        "[].isSorted()",
        "[false, true].isSorted()",
        "[duration('1m'), duration('1h')].isSorted()",
        "[timestamp('2026-01-01T00:00:00Z'), timestamp('2026-01-02T00:00:00Z')].isSorted()",
        "[1, 3].sum() == 4",
        "[1.0, 3.0].sum() == 4.0",
        "[duration('1m'), duration('1s')].sum() == duration('1m1s')",
        "[].sum() == 0",
        "[1u, 2u].sum() == 3u",
        "[1, 3].min() == 1",
        "[1, 3].max() == 3",
        "[1].min() == 1",
        "([0] + []).min() == 0",
        "['b', 'a'].min() == 'a'",
        "[b'a', b'b'].max() == b'b'",
        "[duration('1h'), duration('1m')].max() == duration('1h')",
        "[timestamp('2026-01-01T00:00:00Z')].max() == timestamp('2026-01-01T00:00:00Z')",
        "[1, 2, 2, 3].indexOf(2) == 1",
        "['a', 'b', 'b', 'c'].lastIndexOf('b') == 2",
        "[1.0].indexOf(1.1) == -1",
        "[1].indexOf(1.0) == 0",
        "[1, true].indexOf(true) == 1",
        "[].indexOf('string') == -1",
        "[{'a': 1}, {'a': 2}].indexOf({'a': 2}) == 1",
        "[[1], [2]].lastIndexOf([2]) == 1",
        "[b'a'].indexOf(b'a') == 0",
        "'tea'.indexOf('a') == 2",
        "'teas at sea'.lastIndexOf('a') == 10",
    ],
)
def test_functions_of_lists(expression: str) -> None:
    assert evaluated(expression) is True


@pytest.mark.parametrize(
    ("expression", "error"),
    [
        ("[].min() == 0", "min called on empty list"),
        ("[].max() == 0", "max called on empty list"),
        ("[1, 'a'].min() == 1", "no such overload: the items of the list cannot be compared"),
        ("[[1]].isSorted()", "no such overload: the items of the list cannot be compared"),
        ("['a'].sum() == 1", "no such overload: the items of the list have no sum"),
        ("[true].sum() == 1", "no such overload: the items of the list have no sum"),
        ("[18446744073709551615u, 1u].sum() == 0u", "integer overflow"),
    ],
)
def test_lists_that_have_no_such_value(expression: str, error: str) -> None:
    assert fails(expression) == error


def test_lists_of_the_value() -> None:
    value = {"ports": [80, 443], "names": ["a", "b"]}
    assert evaluated("self.ports.sum() == 523 && self.ports.isSorted() && self.names.indexOf('b') == 1", value) is True
