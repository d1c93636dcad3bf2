"""Listeners, whose routes they take, and which of them a Gateway cannot have at once."""

from typing import Any

from constructs_lib import AllowedRoutes, Gateway, LabelSelector, Listener
from tests.conftest import refusal

import pytest

SELECTOR = LabelSelector(match_labels={"exposed": "true"})
SAME = {"namespaces": {"from": "Same", "selector": None}}


def test_a_listener_for_http_has_its_defaults_written_out() -> None:
    assert Listener.http("web").spec("gateway") == {
        "name": "web",
        "protocol": "HTTP",
        "port": 80,
        "hostname": None,
        "tls": None,
        "allowedRoutes": SAME,
    }


def test_a_listener_for_https_has_a_secret_of_its_own() -> None:
    reference = {"group": "", "kind": "Secret", "name": "gateway-web-tls"}
    assert Listener.https("web", hostname="*.example.com").spec("gateway") == {
        "name": "web",
        "protocol": "HTTPS",
        "port": 443,
        "hostname": "*.example.com",
        "tls": {"mode": "Terminate", "certificateRefs": [reference]},
        "allowedRoutes": SAME,
    }


def test_a_listener_for_https_takes_the_secret_given() -> None:
    listener = Listener.https("web", port=8443, secret_name="certificate.example")
    assert listener.certificate_secret("gateway") == "certificate.example"
    assert listener.spec("gateway")["port"] == 8443


@pytest.mark.parametrize(
    ("routes", "expected"),
    [
        (AllowedRoutes.all(), {"from": "All", "selector": None}),
        (AllowedRoutes.same(), {"from": "Same", "selector": None}),
        (
            AllowedRoutes.selector(SELECTOR),
            {"from": "Selector", "selector": {"matchLabels": {"exposed": "true"}, "matchExpressions": None}},
        ),
    ],
)
def test_a_listener_says_whose_routes_it_takes(routes: AllowedRoutes, expected: object) -> None:
    assert Listener.http("web", allowed_routes=routes).spec("gateway")["allowedRoutes"] == {"namespaces": expected}
    assert Listener.https("web", allowed_routes=routes).spec("gateway")["allowedRoutes"] == {"namespaces": expected}


HOSTNAME = "a DNS name in lower case such as 'app.example.com', or '*.' and a DNS name"
SUBDOMAIN = "1 to 253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends and around each '.'"
PORT = "a whole number from 1 to 65535"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"name": "Web"},
            f"Listener.name: 'Web' is not a name that Kubernetes accepts. Allowed: {SUBDOMAIN}. Fix: write 'web'.",
        ),
        (
            {"name": None},
            (
                f"Listener.name: None is not a name that Kubernetes accepts. Allowed: {SUBDOMAIN}. Fix: write a name "
                "in that form."
            ),
        ),
        ({"port": 0}, f"Listener web: port: 0 is not in range. Allowed: {PORT}. Fix: write a number in that range."),
        (
            {"port": 65536},
            f"Listener web: port: 65536 is not in range. Allowed: {PORT}. Fix: write a number in that range.",
        ),
        ({"port": "80"}, f"Listener web: port: '80' is not in range. Allowed: {PORT}. Fix: write a number, not text."),
        (
            {"port": True},
            f"Listener web: port: True is not in range. Allowed: {PORT}. Fix: write a number in that range.",
        ),
        (
            {"hostname": "a.*.example.com"},
            (
                "Listener web: hostname: 'a.*.example.com' has a wildcard that is not its whole first label. Allowed: "
                f"{HOSTNAME}. Fix: a '*.' at the start stands for one or more labels; name any other host in full."
            ),
        ),
        (
            {"hostname": "example.com:80"},
            (
                f"Listener web: hostname: 'example.com:80' is not a hostname. Allowed: {HOSTNAME}. Fix: leave out the "
                "port: the listener has it."
            ),
        ),
        (
            {"hostname": ""},
            (
                f"Listener web: hostname: '' is not a hostname. Allowed: {HOSTNAME}. Fix: use labels of a-z, 0-9 and "
                "'-' joined by '.', each of at most 63 characters."
            ),
        ),
        (
            {"allowed_routes": {"from": "All"}},
            (
                "Listener web: allowed_routes: {'from': 'All'} is of type dict. Allowed: AllowedRoutes. Fix: write "
                "AllowedRoutes.all()."
            ),
        ),
        (
            {"allowed_routes": "All"},
            (
                "Listener web: allowed_routes: 'All' is of type str. Allowed: AllowedRoutes. Fix: write "
                "AllowedRoutes.all()."
            ),
        ),
    ],
)
def test_what_makes_no_listener_is_refused(arguments: dict[str, Any], expected: str) -> None:
    given: dict[str, Any] = {"name": "web"} | arguments
    assert refusal(lambda: Listener.http(**given)) == expected
    assert refusal(lambda: Listener.https(**given)) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"protocol": "TCP"},
            (
                "Listener web: protocol: 'TCP' is not a value of this field. Allowed: 'HTTP', 'HTTPS'. Fix: write one "
                "of them."
            ),
        ),
        (
            {"protocol": "http"},
            (
                "Listener web: protocol: 'http' is not a value of this field. Allowed: 'HTTP', 'HTTPS'. Fix: write "
                "one of them."
            ),
        ),
        (
            {"protocol": "HTTPS", "secret_name": "Certificate_1"},
            (
                "Listener web: secret_name: 'Certificate_1' is not a name that Kubernetes accepts. Allowed: "
                f"{SUBDOMAIN}. Fix: write 'certificate-1'."
            ),
        ),
        (
            {"protocol": "HTTP", "secret_name": "certificate"},
            (
                "Listener web: secret_name: 'certificate' goes with HTTPS only. Allowed: a Secret for a listener that "
                "terminates TLS. Fix: write Listener.https(...), or leave secret_name out."
            ),
        ),
    ],
)
def test_a_protocol_or_a_secret_that_a_listener_cannot_have_is_refused(
    arguments: dict[str, Any], expected: str
) -> None:
    given: dict[str, Any] = {"name": "web", "port": 80} | arguments
    assert refusal(lambda: Listener(**given)) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ("Any", None),
            (
                "AllowedRoutes.from_: 'Any' is not a value of this field. Allowed: 'All', 'Same', 'Selector'. Fix: "
                "write one of them."
            ),
        ),
        (
            ("Selector", None),
            (
                "AllowedRoutes.namespaces: None does not go with Selector. Allowed: a LabelSelector with Selector, "
                "and nothing otherwise. Fix: write AllowedRoutes.all(), AllowedRoutes.same() or "
                "AllowedRoutes.selector(LabelSelector(...))."
            ),
        ),
        (
            ("Selector", {"exposed": "true"}),
            (
                "AllowedRoutes.namespaces: {'exposed': 'true'} does not go with Selector. Allowed: a LabelSelector "
                "with Selector, and nothing otherwise. Fix: write AllowedRoutes.all(), AllowedRoutes.same() or "
                "AllowedRoutes.selector(LabelSelector(...))."
            ),
        ),
        (
            ("All", SELECTOR),
            (
                f"AllowedRoutes.namespaces: {SELECTOR!r} does not go with All. Allowed: a LabelSelector with "
                "Selector, and nothing otherwise. Fix: write AllowedRoutes.all(), AllowedRoutes.same() or "
                "AllowedRoutes.selector(LabelSelector(...))."
            ),
        ),
    ],
)
def test_allowed_routes_have_a_selector_exactly_where_it_counts(arguments: tuple[str, Any], expected: str) -> None:
    assert refusal(lambda: AllowedRoutes(from_=arguments[0], namespaces=arguments[1])) == expected


@pytest.mark.parametrize("namespaces", ["Selector", {"exposed": "true"}])
def test_allowed_routes_of_all_have_no_namespaces_of_any_type(namespaces: Any) -> None:
    assert "does not go with All" in refusal(lambda: AllowedRoutes(from_="All", namespaces=namespaces))


def gateway(*listeners: Listener) -> object:
    return Gateway.from_existing(name="a", namespace="common", listeners=listeners)


@pytest.mark.parametrize(
    ("listeners", "expected"),
    [
        (
            [Listener.http("web"), Listener.http("web", port=8080)],
            (
                "'web' is the name of two listeners. Allowed: a name for each listener. Fix: rename one of them, or "
                "give one domain another name=...."
            ),
        ),
        (
            [Listener.http("web", port=443), Listener.https("other")],
            (
                "'other' is for HTTPS on port 443, where 'web' is for HTTP. Allowed: one protocol on a port. Fix: use "
                "80 for HTTP and 443 for HTTPS, or another port for one of them."
            ),
        ),
        (
            [Listener.http("web"), Listener.http("other")],
            (
                "'other' has the port 80 and the hostname None of listener 'web'. Allowed: one listener for a port "
                "and hostname: of two, the Gateway serves neither. Fix: leave one out, or give it another hostname or "
                "port."
            ),
        ),
        (
            [Listener.https("web", hostname="*.example.com"), Listener.https("other", hostname="*.example.com")],
            (
                "'other' has the port 443 and the hostname '*.example.com' of listener 'web'. Allowed: one listener "
                "for a port and hostname: of two, the Gateway serves neither. Fix: leave one out, or give it another "
                "hostname or port."
            ),
        ),
    ],
)
def test_listeners_that_conflict_are_refused(listeners: list[Listener], expected: str) -> None:
    assert refusal(lambda: gateway(*listeners)) == f"Gateway common/a: listeners: {expected}"
    assert refusal(lambda: gateway(Listener.http("first", port=81), *listeners)).endswith(expected)


@pytest.mark.parametrize(
    "listeners",
    [
        [Listener.http("web"), Listener.http("other", port=8080)],
        [Listener.http("web"), Listener.http("other", hostname="example.com")],
        [Listener.http("web", hostname="*.example.com"), Listener.http("other", hostname="example.com")],
        [Listener.http("web", hostname="a.example"), Listener.https("other", hostname="a.example")],
    ],
)
def test_listeners_that_differ_are_listeners_of_one_gateway(listeners: list[Listener]) -> None:
    assert gateway(*listeners)
