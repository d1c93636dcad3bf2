"""Fields that only the experimental channel of the Gateway API has: refused, or written where they are imported."""

from inspect import Parameter, Signature
from types import GenericAlias
from typing import Any

from constructs_lib import HttpBackendRef, HttpRouteRule
from constructs_lib.routes import http_route_rule
from constructs_lib.routes.backends import BackendRef
from constructs_lib.routes.channel import refuse_missing_field
from constructs_lib.routes.external_auth import ExternalAuth
from constructs_lib.routes.session_persistence import SessionPersistence
from constructs_lib.routes.timeouts import HttpRouteRetry
from constructs_lib.typed import typed_props
from imports.io.k8s.networking import gateway as api
from tests.conftest import refusal

import pytest

WEB = HttpBackendRef("web", port=80)
AUTH = ExternalAuth.http(BackendRef("auth", port=80), path="/verify")
RETRY = HttpRouteRetry(codes=[503], attempts=2, backoff="100ms")
SESSION = SessionPersistence.cookie(session_name="session")

CHANNEL = (
    "which the HttpRoute of imports/ does not have. Allowed: what the imported channel of the Gateway API has; this is "
    "in the experimental channel. Fix: name experimental-install.yaml in the place of standard-install.yaml in "
    "cdk8s.yaml and run `make imports`, once the cluster has these CRDs too."
)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"retry": RETRY}, f"retry: {RETRY!r} needs the field spec.rules.retry, {CHANNEL}"),
        (
            {"session_persistence": SESSION},
            f"session_persistence: {SESSION!r} needs the field spec.rules.sessionPersistence, {CHANNEL}",
        ),
        ({"filters": [AUTH]}, f"filters[0]: {AUTH!r} needs the field spec.rules.filters.externalAuth, {CHANNEL}"),
    ],
)
def test_a_field_of_the_experimental_channel_is_refused_in_the_standard_one(
    arguments: dict[str, Any], expected: str
) -> None:
    assert refusal(lambda: HttpRouteRule(backend_refs=[WEB], **arguments)) == f"HttpRouteRule.{expected}"


def test_a_field_that_is_imported_is_no_reason_to_refuse() -> None:
    refuse_missing_field("here", "value", api.HttpRoute, "spec.rules.filters.cors")
    with pytest.raises(ValueError, match=r"spec\.rules\.filters\.cross"):
        refuse_missing_field("here", "value", api.HttpRoute, "spec.rules.filters.cross")


def struct(**hints: Any) -> Any:
    """Return a struct as `cdk8s import` generates them: the names of its fields, and arguments with type hints."""

    def init(self: object, **given: object) -> None: ...

    parameters = [Parameter(name, Parameter.KEYWORD_ONLY, default=None) for name in hints]
    init.__annotations__ = dict(hints)
    init.__signature__ = Signature(parameters)  # type: ignore[attr-defined]  # what inspect.signature answers
    return type("Struct", (), {"__jsii_name_mapping__": {name: name for name in hints}, "__init__": init})


def several(item: Any) -> GenericAlias:
    """Return the type hint of a list."""
    return GenericAlias(list, (item,))


def experimental_http_route() -> type:
    """Return what the generated HttpRoute is with the CRDs of the experimental channel, as far as this test goes."""
    backend = api.HttpRouteSpecRulesFiltersRequestMirrorBackendRef
    asked = struct(path=str, allowedHeaders=several(str), allowedResponseHeaders=several(str))
    auth = struct(
        protocol=str,
        backendRef=backend,
        http=asked,
        grpc=struct(allowedHeaders=several(str)),
        forwardBody=struct(maxSize=int),
    )
    session = struct(
        type=str, sessionName=str, absoluteTimeout=str, idleTimeout=str, cookieConfig=struct(lifetimeType=str)
    )
    rule = struct(
        name=str,
        matches=several(api.HttpRouteSpecRulesMatches),
        filters=several(struct(type=str, externalAuth=auth)),
        backendRefs=several(api.HttpRouteSpecRulesBackendRefs),
        timeouts=struct(),
        retry=struct(codes=several(int), attempts=int, backoff=str),
        sessionPersistence=session,
    )

    def init(self: object, **given: object) -> None: ...

    init.__annotations__ = {"metadata": struct(), "spec": struct(rules=several(rule))}
    return type("HttpRoute", (), {"__init__": init})


def test_a_field_of_the_experimental_channel_is_written_where_it_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    generated = experimental_http_route()
    monkeypatch.setattr(http_route_rule, "L1HttpRoute", generated)
    rule = HttpRouteRule(backend_refs=[WEB], filters=[AUTH], retry=RETRY, session_persistence=SESSION)
    (written,) = typed_props(generated, {"spec": {"rules": [rule.spec()]}})["spec"]["rules"]
    assert written["retry"] == {"codes": [503], "attempts": 2, "backoff": "100ms"}
    assert written["sessionPersistence"] == {
        "type": "Cookie",
        "sessionName": "session",
        "cookieConfig": {"lifetimeType": "Session"},
    }
    (entry,) = written["filters"]
    assert entry["externalAuth"] == {
        "protocol": "HTTP",
        "backendRef": {"group": "", "kind": "Service", "name": "auth", "port": 80},
        "http": {"path": "/verify"},
    }
