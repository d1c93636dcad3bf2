"""What is said of an answer that manifests do not determine."""

from typing import Any

from preflight.gateway_api.answers import Answer
from tests.preflight.gateway_api.asking import asked, header, path_match, rule, services
from tests.preflight.gateway_api.states import gateway, listener, listener_set, route, service

import pytest

OLD, NEW = "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"
SENT: dict[str, Any] = {"port": 8080, "headers": {"x-a": "1", "x-b": "1"}}
BACKENDS = {"a": "app", "b": "other"}


def in_two_sets(created: dict[str, str]) -> Answer:
    """Ask for what a route of ListenerSet a and another one of ListenerSet b match equally."""
    sets = [
        listener_set(
            listener(name, port=8080 + number),
            name=name,
            **({"created": created[name]} if name in created else {}),
        )
        for number, name in enumerate(BACKENDS)
    ]
    routes = [
        route(
            f"of-{name}",
            parents=[{"kind": "ListenerSet", "group": "gateway.networking.k8s.io", "name": name}],
            rules=[rule(path_match("/", headers=[header(f"x-{name}", "1")]), to=backend)],
        )
        for name, backend in BACKENDS.items()
    ]
    web = gateway(allowedListeners={"namespaces": {"from": "Same"}})
    return asked(web, service(), service("other"), *sets, *routes, **SENT)


@pytest.mark.parametrize(
    ("created", "without"),
    [({}, "ListenerSet infra/a and ListenerSet infra/b have"), ({"a": OLD}, "ListenerSet infra/b has")],
    ids=["neither", "one"],
)
def test_without_the_age_of_listener_sets_it_is_one_of_their_routes(created: dict[str, str], without: str) -> None:
    answer = in_two_sets(created)
    assert services(answer) == {"app": 1}
    assert "".join(answer.ambiguous) == (
        "One of HTTPRoute infra/of-a, rules[0] and HTTPRoute infra/of-b, rules[0]: both match, and the routes of the "
        f"older ListenerSet come first, but {without} no creation time. A hostname or a match of its own for each "
        "settles it, or metadata.creationTimestamp of both."
    )


def test_the_routes_of_the_older_listener_set_come_first() -> None:
    answer = in_two_sets({"a": NEW, "b": OLD})
    assert (services(answer), answer.ambiguous) == ({"other": 1}, ())
