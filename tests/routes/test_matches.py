"""Which requests a rule is for."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from constructs_lib import HttpHeaderMatch, HttpPathMatch, HttpQueryParamMatch, HttpRouteMatch
from tests.conftest import Crds, refusal, schema_of

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PATH = "'/' and at most 1023 of A-Z a-z 0-9 / - . _ ~ ! $ & ' ( ) * + , ; = : @ %XX, without // /./ /../ %2F"
AS_REQUESTED = "write the path as the request has it"
NO_QUERY = "write '/a'"


@pytest.mark.parametrize(
    ("match", "expected"),
    [
        (HttpPathMatch.exact("/robots.txt"), {"type": "Exact", "value": "/robots.txt"}),
        (HttpPathMatch.prefix("/.well-known"), {"type": "PathPrefix", "value": "/.well-known"}),
        (HttpPathMatch.prefix("/"), {"type": "PathPrefix", "value": "/"}),
        (HttpPathMatch.exact("/a%20b/~c!$&'()*+,;=:@"), {"type": "Exact", "value": "/a%20b/~c!$&'()*+,;=:@"}),
        (HttpPathMatch.exact("/..."), {"type": "Exact", "value": "/..."}),
        (HttpPathMatch.exact("/" + "a" * 1023), {"type": "Exact", "value": "/" + "a" * 1023}),
        (HttpPathMatch.regular_expression("/v[0-9]+/.*"), {"type": "RegularExpression", "value": "/v[0-9]+/.*"}),
        (HttpHeaderMatch("a", "("), {"type": "Exact", "name": "a", "value": "("}),
        (HttpHeaderMatch("a", "b" * 4096), {"type": "Exact", "name": "a", "value": "b" * 4096}),
        (HttpHeaderMatch("a" * 256, "b"), {"type": "Exact", "name": "a" * 256, "value": "b"}),
        (HttpHeaderMatch("X-Version", "2"), {"type": "Exact", "name": "X-Version", "value": "2"}),
        (
            HttpHeaderMatch("X-Version", "[0-9]+", type="RegularExpression"),
            {"type": "RegularExpression", "name": "X-Version", "value": "[0-9]+"},
        ),
        (HttpQueryParamMatch("page", "2"), {"type": "Exact", "name": "page", "value": "2"}),
        (
            HttpQueryParamMatch("page", "[0-9]+", type="RegularExpression"),
            {"type": "RegularExpression", "name": "page", "value": "[0-9]+"},
        ),
        (
            HttpRouteMatch(),
            {"path": {"type": "PathPrefix", "value": "/"}, "headers": None, "queryParams": None, "method": None},
        ),
        (
            HttpRouteMatch(
                path=HttpPathMatch.exact("/a"),
                headers=(HttpHeaderMatch("a", "b"),),
                query_params=[HttpQueryParamMatch("c", "d"), HttpQueryParamMatch("C", "d")],
                method="GET",
            ),
            {
                "path": {"type": "Exact", "value": "/a"},
                "headers": [{"type": "Exact", "name": "a", "value": "b"}],
                "queryParams": [
                    {"type": "Exact", "name": "c", "value": "d"},
                    {"type": "Exact", "name": "C", "value": "d"},
                ],
                "method": "GET",
            },
        ),
    ],
)
def test_a_condition_is_written_with_every_default(match: Any, expected: dict[str, Any]) -> None:
    assert match.spec() == expected


@pytest.mark.parametrize("make", [HttpPathMatch.exact, HttpPathMatch.prefix])
@pytest.mark.parametrize(
    ("path", "problem", "fix"),
    [
        ("api", "is not an absolute path", "write '/api'"),
        ("", "is not an absolute path", "write '/'"),
        ("./api", "is not an absolute path", "write '/api'"),
        ("//api", "is not a path that the Gateway API accepts", "write '/api'"),
        ("/a//b", "is not a path that the Gateway API accepts", AS_REQUESTED),
        ("/a/./b", "is not a path that the Gateway API accepts", AS_REQUESTED),
        ("/a/../b", "is not a path that the Gateway API accepts", AS_REQUESTED),
        ("/a/..", "is not a path that the Gateway API accepts", AS_REQUESTED),
        ("/a/.", "is not a path that the Gateway API accepts", AS_REQUESTED),
        ("/a%2Fb", "is not a path that the Gateway API accepts", AS_REQUESTED),
        ("/a%2fb", "is not a path that the Gateway API accepts", AS_REQUESTED),
        ("/a#b", "is not a path that the Gateway API accepts", AS_REQUESTED),
        ("/a b", "is not a path that the Gateway API accepts", AS_REQUESTED),
        ("/a\n", "is not a path that the Gateway API accepts", AS_REQUESTED),
        ("/ä", "is not a path that the Gateway API accepts", AS_REQUESTED),
        ("/a%zz", "is not a path that the Gateway API accepts", AS_REQUESTED),
        ("/a?b=c", "is not a path that the Gateway API accepts", NO_QUERY),
        ("/" + "a" * 1024, "is not a path that the Gateway API accepts", AS_REQUESTED),
    ],
)
def test_a_path_that_is_not_absolute_and_plain_is_refused(
    make: Callable[[str], HttpPathMatch], path: str, problem: str, fix: str
) -> None:
    assert refusal(lambda: make(path)) == f"HttpPathMatch.value: {path!r} {problem}. Allowed: {PATH}. Fix: {fix}."


ASKED: dict[str, Callable[[str, str], bool]] = {
    "startsWith": str.startswith,
    "endsWith": str.endswith,
    "contains": str.__contains__,
    "matches": lambda value, pattern: re.search(pattern, value) is not None and not value.endswith("\n"),
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.text(alphabet="/.a%2fF#?~ \n", max_size=9).map("/{}".format) | st.text(max_size=5))
def test_a_path_prefix_is_what_the_rules_of_the_crd_let_through(crds: Crds, path: str) -> None:
    """Oracle: each rule of the CRD for the value of a path, asked by itself."""
    rule = schema_of(crds["HTTPRoute"], "v1")["properties"]["spec"]["properties"]["rules"]["items"]["properties"]
    schema = rule["matches"]["items"]["properties"]["path"]
    rules = [entry["rule"] for entry in schema["x-kubernetes-validations"] if "self.value." in entry["rule"]]
    asked = [re.search(r"(!?)self\.value\.(\w+)\((?:r\"\"\"(.+)\"\"\"|'(.+)')\)", entry) for entry in rules]
    found = [match.groups() for match in asked if match is not None]
    assert len(found) == len(rules) == 10
    if all(ASKED[function](path, pattern or text) is not bool(no) for no, function, pattern, text in found):
        assert HttpPathMatch.prefix(path).spec() == {"type": "PathPrefix", "value": path}
    else:
        assert "path" in refusal(lambda: HttpPathMatch.prefix(path))


@pytest.mark.parametrize("path", [None, 5, {"type": "Exact", "value": "/"}])
def test_a_path_that_is_not_text_is_refused(path: Any) -> None:
    assert refusal(lambda: HttpPathMatch.prefix(path)) == (
        f"HttpPathMatch.value: {path!r} is of type {type(path).__name__}. Allowed: str. Fix: write it as text, in "
        "quotes."
    )


def test_a_path_match_of_another_type_is_refused() -> None:
    assert refusal(lambda: HttpPathMatch("Prefix", "/")) == (
        "HttpPathMatch.type: 'Prefix' is not a value of this field. Allowed: 'Exact', 'PathPrefix', "
        "'RegularExpression'. Fix: write one of them."
    )


NOT_RE2 = (
    "Allowed: RE2 syntax: no look-ahead, look-behind or back-references. Fix: rewrite it without them, or escape a "
    "character that is meant literally with '\\'."
)


@pytest.mark.parametrize(
    ("where", "make"),
    [
        ("HttpPathMatch.value", HttpPathMatch.regular_expression),
        ("HttpHeaderMatch.value", lambda value: HttpHeaderMatch("a", value, type="RegularExpression")),
        ("HttpQueryParamMatch.value", lambda value: HttpQueryParamMatch("a", value, type="RegularExpression")),
    ],
)
def test_a_regular_expression_that_is_not_re2_is_refused(where: str, make: Callable[[Any], object]) -> None:
    for pattern, detail in {"/(?!a)": "invalid perl operator: (?!", "/(a": "missing ): /(a"}.items():
        problem = f"{pattern!r} is not a regular expression of RE2 ({detail})"
        assert refusal(partial(make, pattern)) == f"{where}: {problem}. {NOT_RE2}"
    most = 4096 if "Header" in where else 1024
    length = f"has the wrong length. Allowed: 1 to {most} characters. Fix: shorten or fill it."
    assert refusal(lambda: make("")) == f"{where}: '' {length}"
    assert refusal(lambda: make("a" * (most + 1))) == f"{where}: {'a' * (most + 1)!r} {length}"
    assert refusal(lambda: make(5)) == f"{where}: 5 is of type int. Allowed: str. Fix: write it as text, in quotes."


TOKEN = "1 to 256 letters, digits and !#$%&'*+-.^_`|~. Fix: write the name alone, without ':' and spaces"


@pytest.mark.parametrize(("kind", "most"), [(HttpHeaderMatch, 4096), (HttpQueryParamMatch, 1024)])
def test_a_condition_on_a_header_or_parameter_that_the_gateway_api_refuses_is_refused(
    kind: Callable[..., object], most: int
) -> None:
    where = getattr(kind, "__name__", "")
    for name in ("", "a b", "a:", "ä", "a\n", "a" * 257):
        expected = f"{where}.name: {name!r} is not the name of a header or query parameter. Allowed: {TOKEN}."
        assert refusal(partial(kind, name, "b")) == expected
    assert refusal(lambda: kind(5, "b")) == (
        f"{where}.name: 5 is of type int. Allowed: str. Fix: write it as text, in quotes."
    )
    for value in ("", "a" * (most + 1)):
        assert refusal(partial(kind, "a", value)) == (
            f"{where}.value: {value!r} has the wrong length. Allowed: 1 to {most} characters. Fix: shorten or fill it."
        )
    assert refusal(lambda: kind("a", 2)) == (
        f"{where}.value: 2 is of type int. Allowed: str. Fix: write it as text, in quotes."
    )
    assert refusal(lambda: kind("a", "b", type="Prefix")) == (
        f"{where}.type: 'Prefix' is not a value of this field. Allowed: 'Exact', 'RegularExpression'. Fix: write one "
        "of them."
    )


A = HttpHeaderMatch("a", "b")
C = HttpQueryParamMatch("c", "d")
TWICE = "is there twice. Allowed: each once. Fix: leave one out."
MANY = "'17 items' are too many. Allowed: at most 16. Fix: split it into several objects."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"path": "/api"},
            "path: '/api' is of type str. Allowed: HttpPathMatch. Fix: write HttpPathMatch.prefix(...).",
        ),
        (
            {"path": {"type": "Exact", "value": "/"}},
            (
                "path: {'type': 'Exact', 'value': '/'} is of type dict. Allowed: HttpPathMatch. Fix: write "
                "HttpPathMatch.prefix(...)."
            ),
        ),
        (
            {"path": None},
            "path: None is of type NoneType. Allowed: HttpPathMatch. Fix: write HttpPathMatch.prefix(...).",
        ),
        (
            {"headers": [{"name": "a", "value": "b"}]},
            (
                "headers[0]: {'name': 'a', 'value': 'b'} is of type dict. Allowed: HttpHeaderMatch. Fix: write "
                "HttpHeaderMatch(...)."
            ),
        ),
        (
            {"headers": {"a": "b"}},
            "headers: {'a': 'b'} is of type dict. Allowed: a list of HttpHeaderMatch. Fix: put it in a list: [...].",
        ),
        (
            {"query_params": [{"name": "a", "value": "b"}]},
            (
                "query_params[0]: {'name': 'a', 'value': 'b'} is of type dict. Allowed: HttpQueryParamMatch. Fix: "
                "write HttpQueryParamMatch(...)."
            ),
        ),
        ({"headers": [A, HttpHeaderMatch("A", "c")]}, f"headers: 'a' {TWICE}"),
        ({"query_params": [C, C]}, f"query_params: 'c' {TWICE}"),
        ({"headers": [HttpHeaderMatch(f"a{number}", "b") for number in range(17)]}, f"headers: {MANY}"),
        ({"query_params": [HttpQueryParamMatch(f"a{number}", "b") for number in range(17)]}, f"query_params: {MANY}"),
        (
            {"method": "get"},
            (
                "method: 'get' is not a value of this field. Allowed: 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', "
                "'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'. Fix: write one of them."
            ),
        ),
    ],
)
def test_what_makes_no_match_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: HttpRouteMatch(**arguments)) == f"HttpRouteMatch.{expected}"
