"""A Service that is asked whether a request may pass."""

from typing import Any

from constructs_lib.references import ExistingService, Reference, ServicePort
from constructs_lib.routes.backends import BackendRef
from constructs_lib.routes.external_auth import ExternalAuth
from tests.conftest import refusal

import pytest

AUTH = BackendRef(ExistingService("auth", namespace="login", ports=[9000]), weight=5)
TO_AUTH = {"group": "", "kind": "Service", "namespace": "login", "name": "auth", "port": 9000}
NOTHING_SAID = {"http": None, "grpc": None, "forwardBody": None}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            ExternalAuth.http(AUTH),
            {
                "protocol": "HTTP",
                "http": {"path": None, "allowedHeaders": None, "allowedResponseHeaders": None},
            },
        ),
        (
            ExternalAuth.http(
                AUTH,
                path="/verify",
                allowed_headers=["Cookie"],
                allowed_response_headers=("X-User",),
                forward_body_max_size=1024,
            ),
            {
                "protocol": "HTTP",
                "http": {"path": "/verify", "allowedHeaders": ["Cookie"], "allowedResponseHeaders": ["X-User"]},
                "forwardBody": {"maxSize": 1024},
            },
        ),
        (ExternalAuth.grpc(AUTH), {"protocol": "GRPC", "grpc": {"allowedHeaders": None}}),
        (
            ExternalAuth.grpc(AUTH, allowed_headers=["Authorization"], forward_body_max_size=65535),
            {
                "protocol": "GRPC",
                "grpc": {"allowedHeaders": ["Authorization"]},
                "forwardBody": {"maxSize": 65535},
            },
        ),
    ],
)
def test_external_auth_is_written_in_the_form_of_the_api(value: ExternalAuth, expected: dict[str, Any]) -> None:
    assert value.spec() == {
        "type": "ExternalAuth",
        "externalAuth": NOTHING_SAID | {"backendRef": TO_AUTH} | expected,
    }


def test_external_auth_refers_to_the_service_that_is_asked() -> None:
    assert ExternalAuth.http(AUTH).references() == (
        Reference("Service", "auth", "login", ports=(ServicePort(9000, "TCP"),)),
    )


PATH = "'/' and at most 1023 of A-Z a-z 0-9 / - . _ ~ ! $ & ' ( ) * + , ; = : @ %XX, without // /./ /../ %2F"
TOKEN = "1 to 256 letters, digits and !#$%&'*+-.^_`|~. Fix: write the name alone, without ':' and spaces"
BYTES = "is not in range. Allowed: a whole number from 1 to 65535. Fix: write a number in that range."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"protocol": "http"},
            "protocol: 'http' is not a value of this field. Allowed: 'HTTP', 'GRPC'. Fix: write one of them.",
        ),
        (
            {"backend_ref": "auth"},
            "backend_ref: 'auth' is of type str. Allowed: BackendRef. Fix: write BackendRef(...).",
        ),
        ({"path": "verify"}, f"path: 'verify' is not an absolute path. Allowed: {PATH}. Fix: write '/verify'."),
        (
            {"allowed_headers": ["a b"]},
            f"allowed_headers: 'a b' is not the name of a header or query parameter. Allowed: {TOKEN}.",
        ),
        (
            {"allowed_headers": ["A", "a"]},
            "allowed_headers: 'a' is there twice. Allowed: each once. Fix: leave one out.",
        ),
        (
            {"allowed_response_headers": [f"a{number}" for number in range(65)]},
            (
                "allowed_response_headers: '65 items' are too many. Allowed: at most 64. Fix: split it into several "
                "objects."
            ),
        ),
        ({"forward_body_max_size": 0}, f"forward_body_max_size: 0 {BYTES}"),
        ({"forward_body_max_size": 65536}, f"forward_body_max_size: 65536 {BYTES}"),
        (
            {"protocol": "GRPC", "path": "/a"},
            (
                "path: '/a' does not go with GRPC. Allowed: path with HTTP. Fix: leave it out, or write "
                "ExternalAuth.http(...)."
            ),
        ),
        (
            {"protocol": "GRPC", "allowed_response_headers": ["a"]},
            (
                "allowed_response_headers: ('a',) does not go with GRPC. Allowed: allowed_response_headers with HTTP. "
                "Fix: leave it out, or write ExternalAuth.http(...)."
            ),
        ),
    ],
)
def test_what_makes_no_external_auth_is_refused(arguments: dict[str, Any], expected: str) -> None:
    given: dict[str, Any] = {"protocol": "HTTP", "backend_ref": AUTH} | arguments
    assert refusal(lambda: ExternalAuth(**given)) == f"ExternalAuth.{expected}"
