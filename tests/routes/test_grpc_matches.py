"""Calls that a rule of a GRPCRoute is for."""

import re
from typing import Any

from constructs_lib.routes.grpc_matches import GrpcHeaderMatch, GrpcMethodMatch, GrpcRouteMatch
from tests.conftest import Crds, refusal, schema_of

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

HEADER = GrpcHeaderMatch("version", "one")
METHOD = GrpcMethodMatch.exact(service="helloworld.Greeter")


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        (
            GrpcMethodMatch.exact(service="helloworld.Greeter", method="SayHello"),
            {"type": "Exact", "service": "helloworld.Greeter", "method": "SayHello"},
        ),
        (GrpcMethodMatch.exact(service="_a1"), {"type": "Exact", "service": "_a1", "method": None}),
        (GrpcMethodMatch.exact(method="SayHello"), {"type": "Exact", "service": None, "method": "SayHello"}),
        (
            GrpcMethodMatch.regular_expression(service=r"helloworld\..+", method="Say(Hello|Bye)"),
            {"type": "RegularExpression", "service": r"helloworld\..+", "method": "Say(Hello|Bye)"},
        ),
        (GrpcHeaderMatch("version", "one"), {"type": "Exact", "name": "version", "value": "one"}),
        (
            GrpcHeaderMatch("version", "one|two", type="RegularExpression"),
            {"type": "RegularExpression", "name": "version", "value": "one|two"},
        ),
        (
            GrpcRouteMatch(method=METHOD, headers=(HEADER,)),
            {
                "method": {"type": "Exact", "service": "helloworld.Greeter", "method": None},
                "headers": [{"type": "Exact", "name": "version", "value": "one"}],
            },
        ),
        (GrpcRouteMatch(headers=[HEADER]), {"method": None, "headers": [HEADER.spec()]}),
    ],
)
def test_a_match_is_written_in_the_form_of_the_api(match: Any, expected: dict[str, Any]) -> None:
    assert match.spec() == expected


@given(name=st.text(alphabet="aZ_1.-/", min_size=1, max_size=6))
def test_names_are_those_of_the_crd_that_a_call_can_have(crds: Crds, name: str) -> None:
    """Oracle: the rules of the CRD, without its leading dot, which no call has."""
    rules = schema_of(crds["GRPCRoute"], "v1")["properties"]["spec"]["properties"]["rules"]["items"]["properties"]
    validations = rules["matches"]["items"]["properties"]["method"]["x-kubernetes-validations"]
    patterns = {
        field: pattern
        for rule in validations
        for field, pattern in re.findall(r'self\.(\w+)\.matches\(r"""(.+?)"""\)', rule["rule"])
    }
    assert set(patterns) == {"service", "method"}
    for field, pattern in patterns.items():
        text = ""
        try:
            GrpcMethodMatch.exact(**{field: name})
        except ValueError as error:
            text = str(error)
        taken = bool(re2.search(pattern, name)) and not name.startswith(".")
        assert taken == (text == "")


PARTS = ["a", r"\|", "[|]", "[^]|]", "(a|b)", "((a|b)c|d)", "(?:a|b)+", "."]


@given(st.lists(st.lists(st.sampled_from(PARTS), min_size=1, max_size=3).map("".join), min_size=1, max_size=3))
def test_alternatives_stand_in_parentheses(alternatives: list[str]) -> None:
    """Oracle: how the expression was put together."""
    pattern = "|".join(alternatives)
    if len(alternatives) > 1:
        assert f"Fix: write {f'({pattern})'!r}" in refusal(lambda: GrpcMethodMatch.regular_expression(method=pattern))
        pattern = f"({pattern})"
    assert GrpcMethodMatch.regular_expression(method=pattern).method == pattern


LENGTH = "has the wrong length. Allowed: 1 to 1024 characters. Fix: shorten or fill it."
ALONE = "with no digit at the start. Fix: write the name alone, without '/', and service and method apart."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {},
            (
                ": 'neither service nor method' matches every call. Allowed: service, method or both. Fix: write "
                "service='package.Service', or leave the match out for every call."
            ),
        ),
        ({"service": ""}, f".service: '' {LENGTH}"),
        ({"method": "a" * 1025}, f".method: {'a' * 1025!r} {LENGTH}"),
        (
            {"service": 5},
            ".service: 5 is of type int. Allowed: str. Fix: write it as text, in quotes.",
        ),
        (
            {"service": "/helloworld.Greeter/SayHello"},
            (
                ".service: '/helloworld.Greeter/SayHello' is not the name of a gRPC service. Allowed: letters, digits "
                f"and '_' as in 'helloworld.Greeter', {ALONE}"
            ),
        ),
        (
            {"service": ".helloworld.Greeter"},
            (
                ".service: '.helloworld.Greeter' is not the name of a gRPC service. Allowed: letters, digits and '_' "
                f"as in 'helloworld.Greeter', {ALONE}"
            ),
        ),
        (
            {"method": "Greeter.SayHello"},
            (
                ".method: 'Greeter.SayHello' is not the name of a gRPC method. Allowed: letters, digits and '_' as in "
                f"'SayHello', {ALONE}"
            ),
        ),
    ],
)
def test_what_makes_no_exact_method_match_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: GrpcMethodMatch.exact(**arguments)) == f"GrpcMethodMatch{expected}"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"method": ""}, f".method: '' {LENGTH}"),
        (
            {"service": "a(?=b)"},
            (
                ".service: 'a(?=b)' is not a regular expression of RE2 (invalid perl operator: (?=). Allowed: RE2 "
                "syntax: no look-ahead, look-behind or back-references. Fix: rewrite it without them, or escape a "
                "character that is meant literally with '\\'."
            ),
        ),
        (
            {"service": "a|b"},
            (
                ".service: 'a|b' has alternatives that Cilium does not keep apart from the rest of the path. Allowed: "
                "alternatives in parentheses. Fix: write '(a|b)'."
            ),
        ),
    ],
)
def test_what_makes_no_expression_for_a_method_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: GrpcMethodMatch.regular_expression(**arguments)) == f"GrpcMethodMatch{expected}"


def test_a_method_match_of_another_type_is_refused() -> None:
    assert refusal(lambda: GrpcMethodMatch(type="Prefix", service="a")) == (
        "GrpcMethodMatch.type: 'Prefix' is not a value of this field. Allowed: 'Exact', 'RegularExpression'. Fix: "
        "write one of them."
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"name": "a b", "value": "c"},
            (
                "name: 'a b' is not the name of a header or query parameter. Allowed: 1 to 256 letters, digits and "
                "!#$%&'*+-.^_`|~. Fix: write the name alone, without ':' and spaces."
            ),
        ),
        (
            {"name": "a", "value": ""},
            "value: '' has the wrong length. Allowed: 1 to 4096 characters. Fix: shorten or fill it.",
        ),
        (
            {"name": "a", "value": "b", "type": "exact"},
            (
                "type: 'exact' is not a value of this field. Allowed: 'Exact', 'RegularExpression'. Fix: write one of "
                "them."
            ),
        ),
        (
            {"name": "a", "value": "(", "type": "RegularExpression"},
            (
                "value: '(' is not a regular expression of RE2 (missing ): (). Allowed: RE2 syntax: no look-ahead, "
                "look-behind or back-references. Fix: rewrite it without them, or escape a character that is meant "
                "literally with '\\'."
            ),
        ),
    ],
)
def test_what_makes_no_header_match_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: GrpcHeaderMatch(**arguments)) == f"GrpcHeaderMatch.{expected}"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {},
            (": 'no condition' matches every call. Allowed: method, headers or both. Fix: leave the match out."),
        ),
        (
            {"method": "SayHello"},
            ".method: 'SayHello' is of type str. Allowed: GrpcMethodMatch. Fix: write GrpcMethodMatch.exact(...).",
        ),
        (
            {"headers": {"version": "one"}},
            (
                ".headers: {'version': 'one'} is of type dict. Allowed: a list of GrpcHeaderMatch. Fix: put it in a "
                "list: [...]."
            ),
        ),
        (
            {"headers": [HEADER, GrpcHeaderMatch("Version", "two")]},
            ".headers: 'version' is there twice. Allowed: each once. Fix: leave one out.",
        ),
        (
            {"headers": [HEADER] * 17},
            ".headers: '17 items' are too many. Allowed: at most 16. Fix: split it into several objects.",
        ),
    ],
)
def test_what_makes_no_match_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: GrpcRouteMatch(**arguments)) == f"GrpcRouteMatch{expected}"
