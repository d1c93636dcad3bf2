"""What happens to the headers of a request, or of its answer, on the way."""

from collections.abc import Callable
from typing import Any

from constructs_lib import RequestHeaderModifier, ResponseHeaderModifier
from tests.conftest import refusal

import pytest


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            RequestHeaderModifier(set={"A": "b"}, add={"C": "d", "E": "f"}, remove=["G"]),
            {
                "type": "RequestHeaderModifier",
                "requestHeaderModifier": {
                    "set": [{"name": "A", "value": "b"}],
                    "add": [{"name": "C", "value": "d"}, {"name": "E", "value": "f"}],
                    "remove": ["G"],
                },
            },
        ),
        (
            ResponseHeaderModifier(remove=("Server",)),
            {
                "type": "ResponseHeaderModifier",
                "responseHeaderModifier": {"set": None, "add": None, "remove": ["Server"]},
            },
        ),
    ],
)
def test_a_header_modifier_is_written_in_the_form_of_the_api(entry: Any, expected: dict[str, Any]) -> None:
    assert entry.spec() == expected


TOKEN = "1 to 256 letters, digits and !#$%&'*+-.^_`|~. Fix: write the name alone, without ':' and spaces"
MANY = {f"a{number}": "b" for number in range(17)}


@pytest.mark.parametrize("kind", [RequestHeaderModifier, ResponseHeaderModifier])
@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, ": 'no header' changes nothing. Allowed: set, add or remove. Fix: write set={'name': 'value'}."),
        (
            {"set": ["a"]},
            ".set: ['a'] is of type list. Allowed: a mapping of text to text. Fix: write {'key': 'value'}.",
        ),
        ({"add": "a"}, ".add: 'a' is of type str. Allowed: a mapping of text to text. Fix: write {'key': 'value'}."),
        ({"set": {"a:": "b"}}, f".set: 'a:' is not the name of a header or query parameter. Allowed: {TOKEN}."),
        ({"add": {"a b": "c"}}, f".add: 'a b' is not the name of a header or query parameter. Allowed: {TOKEN}."),
        ({"set": {5: "b"}}, ".set: 5 is of type int. Allowed: str. Fix: write it as text, in quotes."),
        ({"add": {"a": 5}}, ".add['a']: 5 is of type int. Allowed: str. Fix: write it as text, in quotes."),
        ({"remove": ["a b"]}, f".remove: 'a b' is not the name of a header or query parameter. Allowed: {TOKEN}."),
        ({"remove": [5]}, ".remove[0]: 5 is of type int. Allowed: str. Fix: write it as text, in quotes."),
        ({"remove": "a"}, ".remove: 'a' is of type str. Allowed: a list of str. Fix: put it in a list: [...]."),
        (
            {"remove": list(MANY)},
            ".remove: '17 items' are too many. Allowed: at most 16. Fix: split it into several objects.",
        ),
        ({"set": {"A": "b"}, "add": {"a": "b"}}, ": 'a' is there twice. Allowed: each once. Fix: leave one out."),
        ({"set": {"a": "b"}, "remove": ["A"]}, ": 'a' is there twice. Allowed: each once. Fix: leave one out."),
        ({"set": {"a": "b", "A": "b"}}, ": 'a' is there twice. Allowed: each once. Fix: leave one out."),
    ],
)
def test_what_makes_no_header_modifier_is_refused(
    kind: Callable[..., object], arguments: dict[str, Any], expected: str
) -> None:
    assert refusal(lambda: kind(**arguments)) == f"{getattr(kind, '__name__', '')}{expected}"


LENGTH = "has the wrong length. Allowed: 1 to 4096 characters. Fix: shorten or fill it."
CONTROL = "has a control character. Allowed: text in one line. Fix: leave line breaks and tabs out."


@pytest.mark.parametrize("kind", [RequestHeaderModifier, ResponseHeaderModifier])
@pytest.mark.parametrize("argument", ["set", "add"])
@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (MANY, ": '17 items' are too many. Allowed: at most 16. Fix: split it into several objects."),
        ({"a": ""}, f"['a']: '' {LENGTH}"),
        ({"a": "b" * 4097}, f"['a']: {'b' * 4097!r} {LENGTH}"),
        ({"a": "b\nc: d"}, f"['a']: 'b\\nc: d' {CONTROL}"),
        ({"a": "\x7f"}, f"['a']: '\\x7f' {CONTROL}"),
    ],
)
def test_headers_that_the_crd_refuses_are_refused(
    kind: Callable[..., object], argument: str, headers: dict[str, str], expected: str
) -> None:
    where = f"{getattr(kind, '__name__', '')}.{argument}"
    assert refusal(lambda: kind(**{argument: headers})) == f"{where}{expected}"


@pytest.mark.parametrize("kind", [RequestHeaderModifier, ResponseHeaderModifier])
@pytest.mark.parametrize("name", ["Host", "host", "HOST"])
@pytest.mark.parametrize("argument", ["set", "add", "remove"])
def test_the_host_header_is_not_to_be_changed(kind: Callable[..., object], name: str, argument: str) -> None:
    where = getattr(kind, "__name__", "")
    assert refusal(lambda: kind(**{argument: [name] if argument == "remove" else {name: "example.com"}})) == (
        f"{where}: {name!r} cannot be changed by this filter with Cilium. Allowed: every other header. Fix: leave it "
        "out; UrlRewrite(hostname=...) changes the Host of requests."
    )
    assert kind(**{argument: ["X-Host"] if argument == "remove" else {"X-Host": "example.com"}})


@pytest.mark.parametrize(
    ("value", "fix"),
    [
        ("100%", "100%%"),
        ("/a%20b", "/a%%20b"),
        ("50%% and %REQ(X-ID)% and 5%", "50%% and %REQ(X-ID)% and 5%%"),
        ("%20%", "%%20%%"),
        ("%REQ(X-ID)", "%%REQ(X-ID)"),
    ],
)
def test_a_percent_sign_is_doubled_or_starts_a_command_of_envoy(value: str, fix: str) -> None:
    assert refusal(lambda: ResponseHeaderModifier(set={"A": value})) == (
        f"ResponseHeaderModifier.set['A']: {value!r} has a '%' that Envoy takes for the start of a command. Allowed: "
        f"'%%' for a percent sign, and commands of Envoy such as '%REQ(X-ID)%'. Fix: write {fix!r}."
    )
    assert ResponseHeaderModifier(set={"A": fix}).settings()["set"] == [{"name": "A", "value": fix}]


@pytest.mark.parametrize("value", ["%START_TIME(%Y/%m/%dT%H:%M:%S)%", "%REQ(X-ID?:PATH):10%", "%PROTOCOL%%%", "%%"])
def test_commands_of_envoy_are_values(value: str) -> None:
    assert RequestHeaderModifier(add={"A": value}).settings()["add"] == [{"name": "A", "value": value}]
