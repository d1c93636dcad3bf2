"""Which session a request belongs to."""

from typing import Any

from constructs_lib.routes.session_persistence import SessionPersistence
from tests.conftest import refusal

import pytest

DURATION = "1 to 4 whole numbers of at most 5 digits, each with its unit h, m, s or ms, such as '1m30s'"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            SessionPersistence.cookie(),
            {
                "type": "Cookie",
                "sessionName": None,
                "absoluteTimeout": None,
                "idleTimeout": None,
                "cookieConfig": {"lifetimeType": "Session"},
            },
        ),
        (
            SessionPersistence.cookie(
                session_name="session", absolute_timeout="24h", idle_timeout="1h", lifetime_type="Permanent"
            ),
            {
                "type": "Cookie",
                "sessionName": "session",
                "absoluteTimeout": "24h",
                "idleTimeout": "1h",
                "cookieConfig": {"lifetimeType": "Permanent"},
            },
        ),
        (
            SessionPersistence.header(session_name="X-Session", absolute_timeout="24h", idle_timeout="1h"),
            {
                "type": "Header",
                "sessionName": "X-Session",
                "absoluteTimeout": "24h",
                "idleTimeout": "1h",
                "cookieConfig": None,
            },
        ),
    ],
)
def test_session_persistence_is_written_with_every_default(value: SessionPersistence, expected: dict[str, Any]) -> None:
    assert value.spec() == expected


def test_a_session_name_has_up_to_128_characters() -> None:
    assert SessionPersistence.header(session_name="a" * 128).spec()["sessionName"] == "a" * 128


NAME = (
    "is not the name of a cookie or header. Allowed: 1 to 128 letters, digits and !#$%&'*+-.^_`|~. Fix: write a name "
    "such as 'session'."
)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"type": "Ip"},
            "type: 'Ip' is not a value of this field. Allowed: 'Cookie', 'Header'. Fix: write one of them.",
        ),
        ({"session_name": ""}, f"session_name: '' {NAME}"),
        ({"session_name": "a b"}, f"session_name: 'a b' {NAME}"),
        ({"session_name": "a" * 129}, f"session_name: {'a' * 129!r} {NAME}"),
        ({"session_name": 5}, f"session_name: 5 {NAME}"),
        (
            {"absolute_timeout": "1d"},
            (
                f"absolute_timeout: '1d' is not a duration of the Gateway API. Allowed: {DURATION}. Fix: write '10s' "
                "or '500ms', with the time that is meant."
            ),
        ),
        (
            {"idle_timeout": 60},
            f"idle_timeout: 60 is not a duration of the Gateway API. Allowed: {DURATION}. Fix: write '60s'.",
        ),
        (
            {"lifetime_type": "Forever"},
            (
                "lifetime_type: 'Forever' is not a value of this field. Allowed: 'Session', 'Permanent'. Fix: write "
                "one of them."
            ),
        ),
        (
            {"type": "Header"},
            (
                "lifetime_type: 'Session' goes with a cookie only. Allowed: lifetime_type with type Cookie. Fix: leave "
                "it out, or write SessionPersistence.cookie(...)."
            ),
        ),
        (
            {"lifetime_type": "Permanent"},
            (
                "absolute_timeout: None does not say when the cookie expires. Allowed: a duration such as '24h' with "
                "lifetime_type='Permanent'. Fix: write absolute_timeout='24h', or leave lifetime_type out."
            ),
        ),
    ],
)
def test_what_makes_no_session_persistence_is_refused(arguments: dict[str, Any], expected: str) -> None:
    given: dict[str, Any] = {"type": "Cookie", "lifetime_type": "Session"} | arguments
    assert refusal(lambda: SessionPersistence(**given)) == f"SessionPersistence.{expected}"
