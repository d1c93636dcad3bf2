"""The oracle of each is cel-go, as apiextensions-apiserver 0.36 evaluates it."""

from datetime import timedelta

from preflight.admission.cel.library.strings import last_index_from, milliseconds, text_of_number
from preflight.admission.cel.outcomes import Failure
from tests.preflight.admission.cel.evaluated import evaluated, fails

import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "expression",
    [
        "self.indexOf('l') == 2 && self.indexOf('l', 3) == 3 && self.indexOf('l', 4) == -1",
        "self.indexOf('l', 5) == -1 && self.indexOf('l', 30) == -1 && self.indexOf('', 30) == 30",
        "self.indexOf('') == 0 && ''.indexOf('a') == -1 && 'üx'.indexOf('x') == 1",
        "self.lastIndexOf('l') == 3 && self.lastIndexOf('l', 2) == 2 && self.lastIndexOf('l', 4) == 3",
        "self.lastIndexOf('l', 5) == -1 && self.lastIndexOf('l', 30) == -1 && self.lastIndexOf('', 30) == 30",
        "self.lastIndexOf('') == 5 && self.lastIndexOf('hello', 4) == 0 && 'a'.lastIndexOf('abc') == -1",
        "duration('1.5s').getMilliseconds() == 1500 && duration('-1.5s').getMilliseconds() == -1500",
        "timestamp('2026-01-31T12:00:00.123456789Z').getMilliseconds() == 123",
        "timestamp('2026-01-31T12:00:00.5Z').getMilliseconds('Europe/Berlin') == 500",
        "string(true) == 'true' && string(false) == 'false' && string(b'abc') == 'abc' && string(self) == 'hello'",
        "string(1) == '1' && string(-1) == '-1' && string(1u) == '1' && string(1.0) == '1'",
        "[self].indexOf('hello') == 0 && [self, self].lastIndexOf('hello') == 1",
        "type(string(1)) == string",
    ],
)
def test_as_cel_go_has_it(expression: str) -> None:
    assert evaluated(expression, "hello") is True


@pytest.mark.parametrize(
    ("expression", "error"),
    [
        ("self.indexOf('l', -1) == -1", "index out of range: -1"),
        ("self.lastIndexOf('l', -1) == -1", "index out of range: -1"),
        ("string(b'\\xff') == ''", "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
    ],
)
def test_errors(expression: str, error: str) -> None:
    assert fails(expression, "hello") == error


@pytest.mark.parametrize("value", ["duration('90m')", "timestamp('2026-01-31T12:00:00+02:00')"])
def test_times_are_never_written_in_another_way(value: str) -> None:
    why = "how the API server writes a time or a duration is not known"
    assert evaluated(f"string({value}) == ''") == Failure(why, ours=True)
    assert evaluated(f"'%s'.format([{value}]) == ''") == Failure(why, ours=True)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0.1, "0.1"),
        (-0.0, "-0"),
        (100000.0, "100000"),
        (999999.5, "999999.5"),
        (1000000.0, "1e+06"),
        (123456789.0, "1.23456789e+08"),
        (0.0001, "0.0001"),
        (0.00001, "1e-05"),
        (12345.678, "12345.678"),
        (1e21, "1e+21"),
        (1 / 3, "0.3333333333333333"),
        (float("inf"), "+Inf"),
        (float("-inf"), "-Inf"),
        (float("nan"), "NaN"),
    ],
)
def test_the_text_of_a_number(number: float, text: str) -> None:
    assert text_of_number(number) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_text_of_a_number_stands_for_it(number: float) -> None:
    """The oracle is Python, which reads it back."""
    assert float(text_of_number(number)) == number


@given(st.text("ab"), st.text("ab", min_size=1, max_size=2), st.integers(0, 20))
def test_the_last_place_up_to_an_offset(text: str, part: str, offset: int) -> None:
    """The oracle tries each place."""
    places = [place for place in range(min(offset, len(text)) + 1) if text[place:].startswith(part)]
    assert last_index_from(text, part, offset) == (max(places, default=-1) if offset < len(text) else -1)


@given(st.integers(-(10**12), 10**12))
def test_the_milliseconds_of_a_duration(microseconds: int) -> None:
    """The oracle is the division of decimal numbers, cut off."""
    assert milliseconds(timedelta(microseconds=microseconds)) == int(microseconds / 1000)
