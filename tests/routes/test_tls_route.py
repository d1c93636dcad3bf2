"""TLSRoutes: the server names that they are for."""

from typing import Any

from constructs_lib import Gateway, Listener
from constructs_lib.routes.backends import BackendRef
from constructs_lib.routes.tls_route import TlsRoute
from tests.conftest import Manifests, refusal

import pytest
from cdk8s import Chart

LISTENERS = [
    Listener.tls_passthrough("com", hostname="*.example.com"),
    Listener.tls_passthrough("any", port=8443),
    Listener.https("https", hostname="*.example.org"),
]
GATEWAY = Gateway.from_existing(name="gateway", namespace="web", listeners=LISTENERS)
COM, ANY = GATEWAY.listener("com"), GATEWAY.listener("any")
DB = BackendRef("db", port=5432)


@pytest.mark.parametrize(
    "hostnames",
    [
        ["db.example.com"],
        ["*.example.com", "a.b.example.com", "*.b.example.com"],
        [f"db-{number}.example.com" for number in range(1024)],
    ],
)
def test_a_route_is_for_server_names(chart: Chart, manifests: Manifests, hostnames: list[str]) -> None:
    TlsRoute(chart, "a", namespace="web", parent_refs=[COM, ANY], hostnames=hostnames, backend_refs=[DB])
    (manifest,) = manifests()
    assert manifest["spec"]["hostnames"] == hostnames


def test_routes_share_a_listener_as_long_as_their_server_names_differ(chart: Chart, manifests: Manifests) -> None:
    for name, hostname, parent in (
        ("a", "*.example.com", COM),
        ("b", "db.example.com", COM),
        ("c", "db.example.com", ANY),
    ):
        TlsRoute(chart, name, namespace="web", parent_refs=[parent], hostnames=[hostname], backend_refs=[DB])
    assert refusal(
        lambda: TlsRoute(
            chart, "d", namespace="web", parent_refs=[ANY], hostnames=["x.y", "db.example.com"], backend_refs=[DB]
        )
    ) == (
        "TLSRoute web/d: parent_refs: 'listener any of Gateway web/gateway' serves 'db.example.com' for TLSRoute "
        "web/c: the Gateway would use the older of the two routes only. Allowed: a hostname of a listener in one "
        "TLSRoute. Fix: leave the hostname out of one route, or attach it to another listener."
    )
    assert len(manifests()) == 3


NONE = (
    "names no server: a TLSRoute has no hostname by default. Allowed: 1 to 1024 hostnames. Fix: write "
    "hostnames=['NAME'] with the names that clients ask for."
)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"hostnames": []}, f"hostnames: [] {NONE}"),
        ({"hostnames": None}, f"hostnames: None {NONE}"),
        (
            {"hostnames": "db.example.com"},
            "hostnames: 'db.example.com' is of type str. Allowed: a list of str. Fix: put it in a list: [...].",
        ),
        (
            {"hostnames": [f"db-{number}.example.com" for number in range(1025)]},
            "hostnames: '1025 items' are too many. Allowed: at most 1024. Fix: split it into several objects.",
        ),
        (
            {"hostnames": ["192.0.2.1"]},
            (
                "hostnames[0]: '192.0.2.1' is an IP address. Allowed: a DNS name in lower case such as "
                "'app.example.com', or '*.' and a DNS name. Fix: write a DNS name: a listener without one answers for "
                "every host."
            ),
        ),
        (
            {"hostnames": ["a.example.com", "b.example.com", "a.example.com"]},
            "hostnames: 'a.example.com' is there twice. Allowed: each once. Fix: leave one out.",
        ),
        (
            {"hostnames": ["db.example.net"]},
            (
                "hostnames: 'db.example.net' can never be served. Allowed: hostnames that intersect with "
                "'*.example.com' (listener com of Gateway web/gateway). Fix: attach the route to a listener of that "
                "domain, or correct the hostname."
            ),
        ),
        (
            {"parent_refs": [GATEWAY.listener("https")], "hostnames": ["db.example.org"]},
            (
                "parent_refs: 'listener https of Gateway web/gateway' is for HTTPS and takes no TLSRoute. Allowed: "
                "routes of kind HTTPRoute or GRPCRoute. Fix: attach the route to a listener for its protocol."
            ),
        ),
    ],
)
def test_arguments_that_make_no_route_are_refused(chart: Chart, arguments: dict[str, Any], expected: str) -> None:
    given: dict[str, Any] = {
        "namespace": "web",
        "parent_refs": [COM],
        "hostnames": ["db.example.com"],
        "backend_refs": [DB],
    }
    assert refusal(lambda: TlsRoute(chart, "a", **given | arguments)) == f"TLSRoute web/a: {expected}"
