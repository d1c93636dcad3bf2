"""Scalars: what kubectl makes of each text. The tables hold what sigs.k8s.io/yaml 1.6.0 and go-yaml 2.4.3 answered."""

from typing import Any

from preflight.reading.scalars import MERGE, key_name, plain, tagged
from preflight.reading.unreadable import RefusedError

import pytest

NO_NUMBER = "JSON has no infinite number, and none that is not a number."


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        ("true True TRUE yes Yes YES y Y on On ON", True),
        ("false False FALSE no No NO n N off Off OFF", False),
        ("~ null Null NULL", None),
        ("0 -0 +0 00 0x0 -0.0 0. .0 1e-400 0b0", 0),
        ("1 +1 1_ 1__ 01 0x1 0X1 0x_1 0b1 0B1 0o1 0O1 +0x1 1. 1.0 1e0 +_1", 1),
        ("-7 -07 -0x7 -0o7 -0b111 -7.0 -70e-1", -7),
        ("1000 1_000 1e3 1E3 1e+3 1_0_0_0.0 01750", 1000),
        ("8 08 8.0", 8),
        ("0.5 .5 +.5 5e-1 .5e0", 0.5),
        ("10.5 1_0.5", 10.5),
        (".11 .1_1", 0.11),
        ("1e5_0 1e50", 1e50),
        ("9223372036854775807 0x7fffffffffffffff", 2**63 - 1),
        ("-9223372036854775808 -0x8000000000000000", -(2**63)),
        ("9223372036854775808 0x8000000000000000 9223372036854775808.0", 2.0**63),
        ("18446744073709551615 0xffffffffffffffff", 2.0**64),
        ("123456789012345678901234567890 1.2345678901234568e29", 123456789012345678901234567890.0),
        ("9007199254740993.0", 9007199254740992),
        ("482065706556675140.0", 482065706556675140),
        ("1e20", 1e20),
        ("1e300", 1e300),
    ],
)
def test_a_plain_text_stands_for_a_value(texts: str, value: Any) -> None:
    assert [plain(text) for text in texts.split()] == [value] * len(texts.split())
    assert {type(plain(text)) for text in texts.split()} == {type(value)}


def test_nothing_is_null() -> None:
    assert plain("") is None


@pytest.mark.parametrize(
    "texts",
    [
        "tRUE yES oN nULL Off1 yes! nil none",
        "_1 -_ + . - .e3 ._1 .1_ .1__1 +_ 0x 0b 0o 0b2 0o8 0xg 1e 1e+ 1.5.1 1,000 50cent 0x1p4",
        "inf nan infinity -inf .Nan .infinity +.nan",
        "1e400 -1e400 .1e999 0x1ffffffffffffffff -0xffffffffffffffff +0xffffffffffffffff",
        "2015-01-01 2015-01-01T00:00:00Z 12:30:45 190:20:30 1:1 10.0.0.1 v1 1.2.3 10Mi 5m",
        "<< = a é {{value}} ~x",
    ],
)
def test_any_other_plain_text_stays_text(texts: str) -> None:
    assert [plain(text) for text in texts.split()] == texts.split()


@pytest.mark.parametrize("text", [".inf", ".Inf", ".INF", "+.inf", "-.inf", "-.INF", ".nan", ".NaN", ".NAN"])
def test_what_json_has_no_number_for_is_refused(text: str) -> None:
    with pytest.raises(RefusedError) as caught:
        plain(text)
    assert (caught.value.problem, caught.value.fix) == (
        NO_NUMBER,
        "Put it in quotes if a string is meant, or leave it out.",
    )


@pytest.mark.parametrize("length", [20, 21, 400, 5000, 1_000_000])
def test_numbers_of_any_length_are_read(length: int) -> None:
    digits = "1" * length
    expected = float(digits) if length < 309 else digits
    assert plain(digits) == expected
    assert plain(f"0.{digits}") == pytest.approx(0.1111111111)
    assert plain(f"1e-{digits}") == 0


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("str", "5", "5"),
        ("str", "~", "~"),
        ("int", "5", 5),
        ("int", "0x10", 16),
        ("float", "5", 5),
        ("float", "1.5", 1.5),
        ("bool", "yes", True),
        ("null", "", None),
        ("timestamp", "2015-01-01", "2015-01-01"),
        ("timestamp", "2015-1-1T1:2:3.4+01:00", "2015-1-1T1:2:3.4+01:00"),
        ("binary", "aGVsbG8=", "hello"),
        ("binary", "aGVs\nbG8=\n", "hello"),
        ("binary", "gIGC", "\ufffd\ufffd\ufffd"),
        ("set", "5", "5"),
    ],
)
def test_a_tag_says_what_a_text_stands_for(tag: str, text: str, value: Any) -> None:
    assert tagged(text, f"tag:yaml.org,2002:{tag}") == value
    assert type(tagged(text, f"tag:yaml.org,2002:{tag}")) is type(value)


@pytest.mark.parametrize("tag", ["!", "!int", "!foo", "tag:example.com,2000:int"])
def test_a_tag_of_another_kind_leaves_text(tag: str) -> None:
    assert tagged("5", tag) == "5"


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("int", "5.5"),
        ("int", "x"),
        ("int", ""),
        ("int", ".inf"),
        ("float", "2015-01-01"),
        ("bool", "x"),
        ("bool", ""),
        ("null", "x"),
        ("timestamp", "x"),
    ],
)
def test_a_text_that_does_not_fit_its_tag_is_refused(tag: str, text: str) -> None:
    with pytest.raises(RefusedError) as caught:
        tagged(text, f"tag:yaml.org,2002:{tag}")
    assert caught.value.problem == f"{text!r} is no value of the tag '!!{tag}'."
    assert caught.value.fix == "Write a value of that type, or no tag."


def test_an_infinite_float_is_refused_with_its_tag_too() -> None:
    with pytest.raises(RefusedError) as caught:
        tagged(".inf", "tag:yaml.org,2002:float")
    assert caught.value.problem == NO_NUMBER


@pytest.mark.parametrize("text", ["!", "aGVs bG8=", "aGVsbG8", "aGVs=", "é"])
def test_what_is_no_base64_is_refused(text: str) -> None:
    with pytest.raises(RefusedError) as caught:
        tagged(text, "tag:yaml.org,2002:binary")
    assert caught.value.problem == "The text is not Base64, as its tag '!!binary' says."
    assert caught.value.fix == "Write Base64, or no tag."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("name", "name"),
        ("true", "true"),
        ("on", "true"),
        ("y", "true"),
        ("NO", "false"),
        ("8080", "8080"),
        ("0x10", "16"),
        ("1_000", "1000"),
        ("1.5", "1.5"),
        ("0.1", "0.1"),
        ("3.0", "3"),
        ("1e3", "1000"),
        ("123456.0", "123456"),
        ("1000000.0", "1e+06"),
        ("0.0001", "0.0001"),
        ("0.00001", "1e-05"),
        ("16777217.0", "1.6777216e+07"),
        ("0.3333333333333333", "0.33333334"),
        ("-0.0", "-0"),
        ("1e39", ".inf"),
        ("-1e39", "-.inf"),
        (".inf", ".inf"),
        ("-.inf", "-.inf"),
        (".nan", ".nan"),
        ("18446744073709551616", "1.8446744e+19"),
        ("2015-01-01", "2015-01-01"),
    ],
)
def test_a_key_is_text_in_json(text: str, name: str) -> None:
    assert key_name(text) == name


def test_a_key_in_quotes_is_what_it_says() -> None:
    assert key_name("on", quoted=True) == "on"
    assert key_name("", quoted=True) == ""
    assert key_name("5", "tag:yaml.org,2002:int", quoted=True) == "5"
    assert key_name("on", "tag:yaml.org,2002:str") == "on"


def test_a_merge_is_told_from_the_same_text() -> None:
    assert key_name("<<") is MERGE
    assert key_name("<<", "tag:yaml.org,2002:merge", quoted=True) is MERGE
    assert key_name("<<", quoted=True) is not MERGE
    assert key_name("<<", "tag:yaml.org,2002:str") is not MERGE


@pytest.mark.parametrize(
    ("text", "what"), [("", "null"), ("~", "null"), ("9223372036854775808", "a number beyond 64 bits")]
)
def test_a_key_that_json_cannot_have_is_refused(text: str, what: str) -> None:
    with pytest.raises(RefusedError) as caught:
        key_name(text)
    assert caught.value.problem == f"A key of the mapping is {what}, and JSON has strings only."
    assert caught.value.fix == "Put the key in quotes."
