"""The oracle of each is cel-go, as apiextensions-apiserver 0.36 evaluates it."""

from preflight.admission.cel.outcomes import Failure, Uncompilable
from tests.preflight.admission.cel.evaluated import evaluated, fails

import pytest


@pytest.mark.parametrize(
    ("format_", "value", "text"),
    [
        ("a%%b", "1", "a%b"),
        ("é%sé", "'ü'", "éüé"),
        ("%.3s", "'abcdef'", "abcdef"),
        ("%s", "[1, 'a', 1.5, true, null, b'a']", '[1, "a", 1.500000, true, null, b"a"]'),
        ("%s", "{'b': 1, 'a': [1.5, 'x']}", '{"a":[1.500000, "x"], "b":1}'),
        ("%s", "{2: 1, 10: 2}", "{10:2, 2:1}"),
        ("%s", "{true: {}}", "{true:{}}"),
        ("%s", "[]", "[]"),
        ("%s", "12345.678", "12345.678"),
        ("%s", "[1.0 / 0.0, 0.0 / 0.0]", '["+Inf", "NaN"]'),
        ("%s", "['\\x00\\u007f\\n\"\\\\é\\u200b\\U0001F600\\U000E0001']", r'["\x00\x7f\n\"\\é\u200b😀\U000e0001"]'),
        ("%s", "b'a'", "a"),
        ("%s", "null", "null"),
        ("%s", "true", "true"),
        ("%d", "-12", "-12"),
        ("%.2d", "1u", "1"),
        ("%f", "12345.678", "12,345.678000"),
        ("%.2f", "-1234567.891", "-1,234,567.89"),
        ("%.0f", "1e21", "1,000,000,000,000,000,000,000"),
        ("%.1f", "0.25", "0.2"),
        ("%f", "-0.0", "0.000000"),
        ("%f", "1.0 / 0.0", "∞"),
        ("%f", "'-Infinity'", "-∞"),
        ("%f", "'NaN'", "NaN"),
        ("%e", "12345.678", "1.234568\N{MULTIPLICATION SIGN}10⁰⁴"),
        ("%.1e", "-0.00001234", "-1.234000\N{MULTIPLICATION SIGN}10⁻⁰⁵"),
        ("%e", "-0.0", "0.000000\N{MULTIPLICATION SIGN}10⁰⁰"),
        ("%b", "-5", "-101"),
        ("%b", "true", "1"),
        ("%x", "-255", "-ff"),
        ("%X", "'é'", "C3A9"),
        ("%x", "b'\\xff'", "ff"),
        ("%o", "8u", "10"),
    ],
)
def test_as_cel_go_has_it(format_: str, value: str, text: str) -> None:
    assert evaluated(f"'{format_}'.format([{value}])") == text


def test_values_in_order() -> None:
    assert evaluated("'%s has %d of %s'.format(['web', 2, self])", "api") == "web has 2 of api"


@pytest.mark.parametrize(
    ("format_", "value", "error"),
    [
        ("%", "1", "could not parse formatting clause"),
        ("%z", "1", "could not parse formatting clause"),
        ("%5d", "1", "could not parse formatting clause"),
        ("%.f", "1.5", "could not parse formatting clause"),
        ("%s%s", "1", "index 1 out of range"),
        ("%d", "1.5", "no such overload: %d of float"),
        ("%d", "true", "no such overload: %d of bool"),
        ("%x", "true", "no such overload: %x of bool"),
        ("%b", "'a'", "no such overload: %b of str"),
        ("%f", "1", "no such overload: a decimal number of int"),
        ("%e", "'abc'", "no such overload: a decimal number of str"),
    ],
)
def test_errors(format_: str, value: str, error: str) -> None:
    assert fails(f"'{format_}'.format([{value}]) == ''") == error


@pytest.mark.parametrize(
    ("format_", "value", "why"),
    [
        ("%s", "type(1)", "a type is not written"),
        ("%.101f", "1.5", "more than 100 decimal places are not written"),
        ("%e", "1.0 / 0.0", "neither an infinite number nor NaN is written with an exponent"),
    ],
)
def test_what_is_not_known_here(format_: str, value: str, why: str) -> None:
    assert evaluated(f"'{format_}'.format([{value}]) == ''") == Failure(why, ours=True)


def test_a_hundred_decimal_places_are_written() -> None:
    assert evaluated("'%.100f'.format([1.5])") == "1.5" + "0" * 99


def test_optionals_and_format_are_never_in_one_expression() -> None:
    """The library would crash on an optional in the list."""
    assert isinstance(evaluated("'%s'.format([self.?a]) == ''", {}), Uncompilable)
