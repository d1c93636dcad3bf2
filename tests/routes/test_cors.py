"""Which pages of other origins may read the answers."""

import re
from typing import Any

from constructs_lib.routes.cors import Cors
from tests.conftest import Crds, refusal, schema_of

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

APP = "https://app.example.com"


def test_cors_is_written_with_every_default() -> None:
    assert Cors(allow_origins=[APP]).spec() == {
        "type": "CORS",
        "cors": {
            "allowOrigins": [APP],
            "allowMethods": None,
            "allowHeaders": None,
            "exposeHeaders": None,
            "allowCredentials": False,
            "maxAge": 5,
        },
    }


def test_cors_is_written_as_it_is_said() -> None:
    cors = Cors(
        allow_origins=("*",),
        allow_methods=["GET", "PUT"],
        allow_headers=["Content-Type", "X-Requested-With"],
        expose_headers=["ETag"],
        allow_credentials=True,
        max_age=600,
    )
    assert cors.spec()["cors"] == {
        "allowOrigins": ["*"],
        "allowMethods": ["GET", "PUT"],
        "allowHeaders": ["Content-Type", "X-Requested-With"],
        "exposeHeaders": ["ETag"],
        "allowCredentials": True,
        "maxAge": 600,
    }


@pytest.mark.parametrize(
    "origin",
    [
        "http://localhost:3000",
        "https://*.example.com",
        "https://*",
        "http://*:8080",
        "https://192.0.2.1",
        "http://a",
    ],
)
def test_an_origin_is_a_scheme_and_a_host(origin: str) -> None:
    assert Cors(allow_origins=[origin]).allow_origins == (origin,)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.from_regex(r"(https?|ftp)://(\*\.?|[a-z]{1,3}|\.){1,4}(:[0-9]{1,6})?", fullmatch=True)
    | st.text(alphabet="*htps:/a.-0", max_size=14)
)
def test_an_origin_is_what_the_crd_says_with_a_port_that_exists(crds: Crds, origin: str) -> None:
    """Oracle: the pattern of the CRD, and the numbers of ports."""
    rule = schema_of(crds["HTTPRoute"], "v1")["properties"]["spec"]["properties"]["rules"]["items"]["properties"]
    entry = rule["filters"]["items"]["properties"]["cors"]["properties"]["allowOrigins"]["items"]
    port = re.search(r":([0-9]+)$", origin)
    if re.fullmatch(entry["pattern"], origin) and (port is None or int(port[1]) in range(1, 65536)):
        assert Cors(allow_origins=[origin]).allow_origins == (origin,)
    else:
        assert "is not an origin" in refusal(lambda: Cors(allow_origins=[origin]))


ORIGIN = (
    "is not an origin. Allowed: '*', or scheme and host such as 'https://app.example.com', 'https://*.example.com' or "
    "'http://localhost:3000', at most 253 characters. Fix: write"
)
AS_SENT = "the origin as the browser sends it, without a path"
ALL = "has more than '*', which stands for all of them. Allowed: '*' alone, or each by its name. Fix: write ['*'], or"
TOKEN = "1 to 256 letters, digits and !#$%&'*+-.^_`|~. Fix: write the name alone, without ':' and spaces"
TWICE = "is there twice. Allowed: each once. Fix: leave one out."
MANY = "'65 items' are too many. Allowed: at most 64. Fix: split it into several objects."
SECONDS = "is not in range. Allowed: a whole number from 1 to 2147483647. Fix: write a number in that range."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"allow_origins": []},
            (
                "allow_origins: [] allows no origin. Allowed: one origin or more, or '*' alone. Fix: write "
                "allow_origins=['https://app.example.com']."
            ),
        ),
        (
            {"allow_origins": APP},
            f"allow_origins: {APP!r} is of type str. Allowed: a list of str. Fix: put it in a list: [...].",
        ),
        (
            {"allow_origins": [None]},
            "allow_origins[0]: None is of type NoneType. Allowed: str. Fix: write it as text, in quotes.",
        ),
        ({"allow_origins": ["app.example.com"]}, f"allow_origins[0]: 'app.example.com' {ORIGIN} {APP!r}."),
        ({"allow_origins": [f"{APP}/"]}, f"allow_origins[0]: '{APP}/' {ORIGIN} {APP!r}."),
        ({"allow_origins": [APP, f"{APP}/a?b"]}, f"allow_origins[1]: '{APP}/a?b' {ORIGIN} {APP!r}."),
        ({"allow_origins": [f"{APP}:0"]}, f"allow_origins[0]: '{APP}:0' {ORIGIN} {AS_SENT}."),
        ({"allow_origins": [f"{APP}:65536"]}, f"allow_origins[0]: '{APP}:65536' {ORIGIN} {AS_SENT}."),
        ({"allow_origins": ["null"]}, f"allow_origins[0]: 'null' {ORIGIN} 'https://null'."),
        ({"allow_origins": ["ftp://a"]}, f"allow_origins[0]: 'ftp://a' {ORIGIN} {AS_SENT}."),
        ({"allow_origins": ["https://a.*.b"]}, f"allow_origins[0]: 'https://a.*.b' {ORIGIN} {AS_SENT}."),
        (
            {"allow_origins": ["https://" + "a" * 246]},
            f"allow_origins[0]: 'https://{'a' * 246}' {ORIGIN} {AS_SENT}.",
        ),
        ({"allow_origins": [APP, "*"]}, f"allow_origins: ['{APP}', '*'] {ALL} leave '*' out."),
        ({"allow_origins": [APP, APP]}, f"allow_origins: {APP!r} {TWICE}"),
        ({"allow_origins": [f"https://a{number}" for number in range(65)]}, f"allow_origins: {MANY}"),
        (
            {"allow_methods": ["get"]},
            (
                "allow_methods[0]: 'get' is not a value of this field. Allowed: 'GET', 'HEAD', 'POST', 'PUT', "
                "'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH', '*'. Fix: write one of them."
            ),
        ),
        ({"allow_methods": ["*", "GET"]}, f"allow_methods: ['*', 'GET'] {ALL} leave '*' out."),
        ({"allow_methods": ["PUT", "PUT"]}, f"allow_methods: 'PUT' {TWICE}"),
        (
            {"allow_methods": ["GET"] * 10},
            "allow_methods: '10 items' are too many. Allowed: at most 9. Fix: split it into several objects.",
        ),
        (
            {"allow_headers": ["a:"]},
            f"allow_headers[0]: 'a:' is not the name of a header or query parameter. Allowed: {TOKEN}.",
        ),
        ({"allow_headers": ["A", "*"]}, f"allow_headers: ['A', '*'] {ALL} leave '*' out."),
        ({"allow_headers": ["A", "a"]}, f"allow_headers: 'a' {TWICE}"),
        ({"allow_headers": [f"a{number}" for number in range(65)]}, f"allow_headers: {MANY}"),
        (
            {"expose_headers": [""]},
            f"expose_headers[0]: '' is not the name of a header or query parameter. Allowed: {TOKEN}.",
        ),
        ({"expose_headers": ["*", "A"]}, f"expose_headers: ['*', 'A'] {ALL} leave '*' out."),
        (
            {"expose_headers": ["*"], "allow_credentials": True},
            (
                "expose_headers: '*' stands for no header where allow_credentials is True. Allowed: the headers by "
                "name. Fix: name them, or leave allow_credentials out."
            ),
        ),
        (
            {"allow_credentials": "true"},
            "allow_credentials: 'true' is of type str. Allowed: bool. Fix: write True or False.",
        ),
        ({"max_age": 0}, f"max_age: 0 {SECONDS}"),
        ({"max_age": 2**31}, f"max_age: 2147483648 {SECONDS}"),
    ],
)
def test_what_makes_no_cors_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: Cors(**({"allow_origins": [APP]} | arguments))) == f"Cors.{expected}"


def test_every_header_can_be_read_without_credentials() -> None:
    assert Cors(allow_origins=[APP], expose_headers=["*"]).spec()["cors"]["exposeHeaders"] == ["*"]
