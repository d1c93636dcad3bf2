from tests.preflight.admission.cel.evaluated import evaluated, fails

import pytest


@pytest.mark.parametrize(
    "expression",
    [
        "'abc 123'.find('[0-9]+') == '123'",
        "'abc 123'.find('xyz') == ''",
        "'123 abc 456'.findAll('[0-9]+') == ['123', '456']",
        "'123 abc 456'.findAll('[0-9]+', 1) == ['123']",
        "'123 abc 456'.findAll('[0-9]+', 0) == []",
        "'123 abc 456'.findAll('[0-9]+', -1) == ['123', '456']",
        "'123 abc 456'.findAll('xyz') == []",
        # An empty match does not count right after another match.
        "'12 a'.findAll('[0-9]*') == ['12', '', '']",
        "'aaa'.findAll('^a') == ['a']",
        "'é1é22'.findAll('[0-9]+') == ['1', '22']",
        "'aab'.findAll('a*') == ['aa', ''] && 'baac'.findAll('a*') == ['', 'aa', '']",
        "'üaü'.findAll('') == ['', '', '', ''] && ''.findAll('') == [''] && 'ab'.findAll('$') == ['']",
        # The dialect is RE2's: digits are those of ASCII, and flags may stand within.
        r"'\u0663'.find(r'\d') == ''",
        "'ABC'.find('(?i)b') == 'B'",
    ],
)
def test_find(expression: str) -> None:
    assert evaluated(expression) is True


@pytest.mark.parametrize("expression", ["'a'.find('(') == ''", "'a'.findAll('a(?=b)') == []"])
def test_a_pattern_that_go_does_not_take_is_an_error(expression: str) -> None:
    assert "(" in fails(expression)
