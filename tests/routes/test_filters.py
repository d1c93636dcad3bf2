"""What happens to a request, or its answer, on the way."""

from collections.abc import Callable
from typing import Any

from constructs_lib import (
    HttpBackendRef,
    HttpPathModifier,
    RequestHeaderModifier,
    RequestMirror,
    RequestRedirect,
    ResponseHeaderModifier,
    UrlRewrite,
)
from tests.conftest import refusal

import pytest

WEB = HttpBackendRef("web", port=80, weight=5)
REDIRECT = {"scheme": None, "hostname": None, "port": None, "path": None, "statusCode": 302}
NO_CODE = "is not a value of this field. Allowed: 301, 302, 303, 307, 308. Fix: write one of them."
MODIFIER = "Allowed: HttpPathModifier. Fix: write HttpPathModifier.replace_prefix_match(...)."


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
        (
            RequestRedirect(scheme="https"),
            {"type": "RequestRedirect", "requestRedirect": REDIRECT | {"scheme": "https"}},
        ),
        (
            RequestRedirect(
                scheme="https",
                hostname="example.com",
                port=8443,
                path=HttpPathModifier.replace_full_path("/new"),
                status_code=308,
            ),
            {
                "type": "RequestRedirect",
                "requestRedirect": {
                    "scheme": "https",
                    "hostname": "example.com",
                    "port": 8443,
                    "path": {"type": "ReplaceFullPath", "replaceFullPath": "/new"},
                    "statusCode": 308,
                },
            },
        ),
        (
            UrlRewrite(path=HttpPathModifier.replace_prefix_match("/")),
            {
                "type": "URLRewrite",
                "urlRewrite": {"hostname": None, "path": {"type": "ReplacePrefixMatch", "replacePrefixMatch": "/"}},
            },
        ),
        (
            UrlRewrite(hostname="web.example"),
            {"type": "URLRewrite", "urlRewrite": {"hostname": "web.example", "path": None}},
        ),
        (
            RequestMirror(backend_ref=WEB, percent=0),
            {
                "type": "RequestMirror",
                "requestMirror": {
                    "backendRef": {"group": "", "kind": "Service", "name": "web", "port": 80},
                    "percent": 0,
                },
            },
        ),
    ],
)
def test_a_filter_is_written_in_the_form_of_the_api(entry: Any, expected: dict[str, Any]) -> None:
    assert entry.spec() == expected


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_has_one_of_the_codes_of_the_gateway_api(code: int) -> None:
    assert RequestRedirect(scheme="https", status_code=code).spec()["requestRedirect"]["statusCode"] == code


HOSTNAME = "a DNS name in lower case such as 'app.example.com', or '*.' and a DNS name"
PATH = "'/' and at most 1023 of A-Z a-z 0-9 / - . _ ~ ! $ & ' ( ) * + , ; = : @ %XX, without // /./ /../ %2F"
TOKEN = "1 to 256 letters, digits and !#$%&'*+-.^_`|~. Fix: write the name alone, without ':' and spaces"


def test_a_redirect_to_the_same_url_is_refused() -> None:
    assert refusal(lambda: RequestRedirect(status_code=301)) == (
        "RequestRedirect: 'status_code=301' redirects a request to itself. Allowed: scheme, hostname, port or path, "
        "one or more. Fix: write what changes, such as scheme='https'."
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"scheme": "HTTPS"},
            "scheme: 'HTTPS' is not a value of this field. Allowed: 'http', 'https'. Fix: write one of them.",
        ),
        (
            {"hostname": "*.example.com"},
            "hostname: '*.example.com' is a wildcard. Allowed: a DNS name without '*'. Fix: write 'example.com'.",
        ),
        (
            {"hostname": "example.com/a"},
            (
                f"hostname: 'example.com/a' is not a hostname. Allowed: {HOSTNAME}. Fix: leave out the path: it goes "
                "into the rule's matches."
            ),
        ),
        (
            {"port": 0},
            "port: 0 is not in range. Allowed: a whole number from 1 to 65535. Fix: write a number in that range.",
        ),
        (
            {"port": "80"},
            "port: '80' is not in range. Allowed: a whole number from 1 to 65535. Fix: write a number, not text.",
        ),
        (
            {"path": "/a"},
            f"path: '/a' is of type str. {MODIFIER}",
        ),
        (
            {"path": {"type": "ReplaceFullPath"}},
            (
                "path: {'type': 'ReplaceFullPath'} is of type dict. Allowed: HttpPathModifier. Fix: write "
                "HttpPathModifier.replace_prefix_match(...)."
            ),
        ),
        ({"status_code": 200}, f"status_code: 200 {NO_CODE}"),
        ({"status_code": "301"}, f"status_code: '301' {NO_CODE}"),
        ({"status_code": 301.0}, f"status_code: 301.0 {NO_CODE}"),
    ],
)
def test_what_makes_no_redirect_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: RequestRedirect(**arguments)) == f"RequestRedirect.{expected}"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, ": 'neither' changes nothing. Allowed: hostname, path or both. Fix: write hostname=... or path=...."),
        (
            {"hostname": "*.example.com"},
            ".hostname: '*.example.com' is a wildcard. Allowed: a DNS name without '*'. Fix: write 'example.com'.",
        ),
        (
            {"path": "/a"},
            f".path: '/a' is of type str. {MODIFIER}",
        ),
    ],
)
def test_what_makes_no_rewrite_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: UrlRewrite(**arguments)) == f"UrlRewrite{expected}"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"backend_ref": "web"},
            "backend_ref: 'web' is of type str. Allowed: HttpBackendRef. Fix: write HttpBackendRef(...).",
        ),
        (
            {"backend_ref": {"name": "web"}},
            "backend_ref: {'name': 'web'} is of type dict. Allowed: HttpBackendRef. Fix: write HttpBackendRef(...).",
        ),
        (
            {"backend_ref": WEB, "percent": 101},
            "percent: 101 is not in range. Allowed: a whole number from 0 to 100. Fix: write a number in that range.",
        ),
        (
            {"backend_ref": WEB, "percent": "5"},
            "percent: '5' is not in range. Allowed: a whole number from 0 to 100. Fix: write a number, not text.",
        ),
    ],
)
def test_what_makes_no_mirror_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: RequestMirror(**arguments)) == f"RequestMirror.{expected}"


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
        ({"set": {"A": "b"}, "add": {"a": "b"}}, ": 'a' is there twice. Allowed: each name once. Fix: leave one out."),
        ({"set": {"a": "b"}, "remove": ["A"]}, ": 'a' is there twice. Allowed: each name once. Fix: leave one out."),
        ({"set": {"a": "b", "A": "b"}}, ": 'a' is there twice. Allowed: each name once. Fix: leave one out."),
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


@pytest.mark.parametrize("name", ["Host", "host", "HOST"])
def test_the_host_header_of_the_request_is_not_to_be_set(name: str) -> None:
    assert refusal(lambda: RequestHeaderModifier(set={name: "example.com"})) == (
        f"RequestHeaderModifier.set: {name!r} cannot be set by this filter with Cilium. Allowed: every other header. "
        "Fix: write UrlRewrite(hostname=...)."
    )
    assert ResponseHeaderModifier(set={name: "example.com"}).spec()["responseHeaderModifier"]["set"]


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (
            lambda: HttpPathModifier.replace_full_path("new"),
            f"value: 'new' is not an absolute path. Allowed: {PATH}. Fix: write '/new'.",
        ),
        (
            lambda: HttpPathModifier.replace_prefix_match(""),
            f"value: '' is not an absolute path. Allowed: {PATH}. Fix: write '/'.",
        ),
        (
            lambda: HttpPathModifier.replace_full_path("/a?b"),
            f"value: '/a?b' is not a path that the Gateway API accepts. Allowed: {PATH}. Fix: write '/a'.",
        ),
        (
            lambda: HttpPathModifier("Replace", "/"),
            (
                "type: 'Replace' is not a value of this field. Allowed: 'ReplaceFullPath', 'ReplacePrefixMatch'. Fix: "
                "write one of them."
            ),
        ),
    ],
)
def test_what_makes_no_path_modifier_is_refused(make: Callable[[], object], expected: str) -> None:
    assert refusal(make) == f"HttpPathModifier.{expected}"
