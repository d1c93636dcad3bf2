"""What happens to a request, or its answer, on the way."""

from collections.abc import Callable
from typing import Any

from constructs_lib import (
    HttpBackendRef,
    HttpPathModifier,
    RequestMirror,
    RequestRedirect,
    UrlRewrite,
)
from constructs_lib.references import Reference, ServicePort
from constructs_lib.routes.backends import BackendRef
from constructs_lib.routes.filters import Fraction
from tests.conftest import refusal

import pytest

WEB = HttpBackendRef("web", port=80, weight=5)
TO_WEB = {"group": "", "kind": "Service", "namespace": None, "name": "web", "port": 80}
REDIRECT = {"scheme": None, "hostname": None, "port": None, "path": None, "statusCode": 302}
NO_CODE = "is not a value of this field. Allowed: 301, 302, 303, 307, 308. Fix: write one of them."
MODIFIER = "Allowed: HttpPathModifier. Fix: write HttpPathModifier.replace_prefix_match(...)."


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
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
                "requestMirror": {"backendRef": TO_WEB, "percent": 0, "fraction": None},
            },
        ),
        (
            RequestMirror(backend_ref=BackendRef("web", port=80), fraction=Fraction(5)),
            {
                "type": "RequestMirror",
                "requestMirror": {
                    "backendRef": TO_WEB,
                    "percent": None,
                    "fraction": {"numerator": 5, "denominator": 100},
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
            "backend_ref: 'web' is of type str. Allowed: BackendRef. Fix: write BackendRef(...).",
        ),
        (
            {"backend_ref": {"name": "web"}},
            "backend_ref: {'name': 'web'} is of type dict. Allowed: BackendRef. Fix: write BackendRef(...).",
        ),
        (
            {"backend_ref": WEB, "percent": 101},
            "percent: 101 is not in range. Allowed: a whole number from 0 to 100. Fix: write a number in that range.",
        ),
        (
            {"backend_ref": WEB, "percent": "5"},
            "percent: '5' is not in range. Allowed: a whole number from 0 to 100. Fix: write a number, not text.",
        ),
        (
            {"backend_ref": WEB, "fraction": 0.5},
            "fraction: 0.5 is of type float. Allowed: Fraction. Fix: write Fraction(...).",
        ),
        (
            {"backend_ref": WEB, "percent": 0, "fraction": Fraction(1, 3)},
            (
                "fraction: Fraction(numerator=1, denominator=3) says the share again: percent is 0. Allowed: percent "
                "or fraction. Fix: leave one out."
            ),
        ),
    ],
)
def test_what_makes_no_mirror_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: RequestMirror(**arguments)) == f"RequestMirror.{expected}"


def test_a_mirror_refers_to_the_service_that_gets_the_copies() -> None:
    assert RequestMirror(backend_ref=WEB).references() == (
        Reference("Service", "web", ports=(ServicePort(80, "TCP"),)),
    )


FROM_1 = "is not in range. Allowed: a whole number from 1 to 2147483647. Fix: write a number in that range."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            (1, 0),
            f"denominator: 0 {FROM_1}",
        ),
        (
            (1, 2**31),
            f"denominator: 2147483648 {FROM_1}",
        ),
        (
            (-1,),
            "numerator: -1 is not in range. Allowed: a whole number from 0 to 100. Fix: write a number in that range.",
        ),
        (
            (4, 3),
            "numerator: 4 is not in range. Allowed: a whole number from 0 to 3. Fix: write a number in that range.",
        ),
    ],
)
def test_what_makes_no_fraction_is_refused(arguments: tuple[int, ...], expected: str) -> None:
    assert refusal(lambda: Fraction(*arguments)) == f"Fraction.{expected}"


@pytest.mark.parametrize("arguments", [(0,), (100,), (3, 3), (1, 2**31 - 1)])
def test_a_fraction_is_from_nothing_to_everything(arguments: tuple[int, ...]) -> None:
    numerator, *denominator = arguments
    assert Fraction(*arguments).spec() == {"numerator": numerator, "denominator": (denominator or [100])[0]}


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
