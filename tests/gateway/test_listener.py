"""Listeners: their specs, their certificates, and what makes no listener."""

from typing import Any

from constructs_lib import AllowedRoutes, ExistingSecret, LabelSelector, Listener
from constructs_lib.references import Reference
from tests.conftest import refusal

import pytest

SELECTOR = LabelSelector(match_labels={"exposed": "true"})
SAME = {"namespaces": {"from": "Same", "selector": None}, "kinds": None}


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
    reference = {"group": "", "kind": "Secret", "namespace": None, "name": "gateway-web-tls"}
    assert Listener.https("web", hostname="*.example.com").spec("gateway") == {
        "name": "web",
        "protocol": "HTTPS",
        "port": 443,
        "hostname": "*.example.com",
        "tls": {"mode": "Terminate", "certificateRefs": [reference], "options": None},
        "allowedRoutes": SAME,
    }


def test_a_listener_for_https_takes_the_secret_given() -> None:
    listener = Listener.https("web", port=8443, secret="certificate.example")
    assert listener.certificate("gateway") == Reference("Secret", "certificate.example")
    assert listener.spec("gateway")["port"] == 8443


def test_a_listener_for_https_takes_a_secret_of_another_namespace() -> None:
    listener = Listener.https("web", secret=ExistingSecret("certificate", namespace="certificates"))
    assert listener.certificate("gateway") == Reference("Secret", "certificate", "certificates")
    assert listener.spec("gateway")["tls"]["certificateRefs"] == [
        {"group": "", "kind": "Secret", "namespace": "certificates", "name": "certificate"}
    ]


def test_a_listener_for_https_has_options_of_the_implementation() -> None:
    options = {"example.com/minimum-version": "1.3", "example.com/note": "a" * 4096}
    listener = Listener.https("web", options=options)
    assert listener.spec("gateway")["tls"]["options"] == options


PASSTHROUGH = {"mode": "Passthrough"}


@pytest.mark.parametrize(
    ("listener", "written", "kinds"),
    [
        (
            Listener.tls_passthrough("web", hostname="a.example"),
            {"protocol": "TLS", "port": 443, "hostname": "a.example", "tls": PASSTHROUGH},
            ("TLSRoute",),
        ),
        (
            Listener.tls_passthrough("web", port=8443),
            {"protocol": "TLS", "port": 8443, "hostname": None, "tls": PASSTHROUGH},
            ("TLSRoute",),
        ),
        (
            Listener.tcp("web", port=5432),
            {"protocol": "TCP", "port": 5432, "hostname": None, "tls": None},
            ("TCPRoute",),
        ),
        (Listener.udp("web", port=53), {"protocol": "UDP", "port": 53, "hostname": None, "tls": None}, ("UDPRoute",)),
    ],
)
def test_a_listener_for_other_protocols_takes_the_routes_of_the_protocol(
    listener: Listener, written: dict[str, object], kinds: tuple[str, ...]
) -> None:
    assert listener.spec("gateway") == {"name": "web", "allowedRoutes": SAME} | written
    assert listener.route_kinds == kinds


def test_a_listener_takes_fewer_kinds_of_route_than_its_protocol() -> None:
    assert Listener.http("web").route_kinds == ("HTTPRoute", "GRPCRoute")
    listener = Listener.http("web", allowed_routes=AllowedRoutes.same(kinds=["GRPCRoute"]))
    assert listener.route_kinds == ("GRPCRoute",)
    assert listener.spec("gateway")["allowedRoutes"]["kinds"] == [
        {"group": "gateway.networking.k8s.io", "kind": "GRPCRoute"}
    ]


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
    written = {"namespaces": expected, "kinds": None}
    assert Listener.http("web", allowed_routes=routes).spec("gateway")["allowedRoutes"] == written
    assert Listener.https("web", allowed_routes=routes).spec("gateway")["allowedRoutes"] == written
    assert Listener.tls_passthrough("web", allowed_routes=routes).spec("gateway")["allowedRoutes"] == written
    assert Listener.tcp("web", port=1, allowed_routes=routes).spec("gateway")["allowedRoutes"] == written
    assert Listener.udp("web", port=1, allowed_routes=routes).spec("gateway")["allowedRoutes"] == written


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
            {"protocol": "http"},
            (
                "Listener web: protocol: 'http' is not a value of this field. Allowed: 'HTTP', 'HTTPS', 'TLS', 'TCP', "
                "'UDP'. Fix: write one of them."
            ),
        ),
        (
            {"protocol": "TCP", "hostname": "example.com"},
            (
                "Listener web: hostname: 'example.com' does not go with TCP, which carries no hostname. Allowed: a "
                "hostname with HTTP, HTTPS and TLS. Fix: leave it out."
            ),
        ),
        (
            {"protocol": "UDP", "hostname": "example.com"},
            (
                "Listener web: hostname: 'example.com' does not go with UDP, which carries no hostname. Allowed: a "
                "hostname with HTTP, HTTPS and TLS. Fix: leave it out."
            ),
        ),
        (
            {"protocol": "TLS", "allowed_routes": AllowedRoutes.all(kinds=["HTTPRoute"])},
            (
                "Listener web: allowed_routes.kinds: 'HTTPRoute' is not a value of this field. Allowed: 'TLSRoute'. "
                "Fix: write one of them."
            ),
        ),
        (
            {"protocol": "TLS", "options": {"example.com/a": "b"}},
            (
                "Listener web: options: {'example.com/a': 'b'} goes with HTTPS only. Allowed: options for a listener "
                "that terminates TLS. Fix: write Listener.https(...), or leave options out."
            ),
        ),
        (
            {"protocol": "HTTPS", "options": {"a b": "c"}},
            (
                "Listener web: options: 'a b' is not a key that Kubernetes accepts. Allowed: 1 to 63 of A-Z, a-z, 0-9, "
                "'-', '_' and '.', with a letter or digit at both ends, after an optional DNS prefix and '/'. Fix: "
                "write a key such as 'app' or 'example.com/app'."
            ),
        ),
        (
            {"protocol": "HTTPS", "options": {f"example.com/{number}": "a" for number in range(17)}},
            "Listener web: options: '17 items' are too many. Allowed: at most 16. Fix: split it into several objects.",
        ),
        (
            {"protocol": "HTTPS", "options": {"example.com/a": ""}},
            (
                "Listener web: options['example.com/a']: '' has the wrong length. Allowed: 1 to 4096 characters. Fix: "
                "shorten or fill it."
            ),
        ),
        (
            {"protocol": "HTTPS", "secret": {"name": "a"}},
            (
                "Listener web: secret: {'name': 'a'} is of type dict. Allowed: a Secret of cdk8s-plus, "
                "ExistingSecret(...), or its name as text. Fix: write the name of the Secret."
            ),
        ),
        (
            {"protocol": "HTTPS", "secret": "Certificate_1"},
            (
                "Listener web: secret: 'Certificate_1' is not a name that Kubernetes accepts. Allowed: "
                f"{SUBDOMAIN}. Fix: write 'certificate-1'."
            ),
        ),
        (
            {"protocol": "HTTP", "secret": "certificate"},
            (
                "Listener web: secret: 'certificate' goes with HTTPS only. Allowed: secret for a listener that "
                "terminates TLS. Fix: write Listener.https(...), or leave secret out."
            ),
        ),
    ],
)
def test_a_protocol_or_a_secret_that_a_listener_cannot_have_is_refused(
    arguments: dict[str, Any], expected: str
) -> None:
    given: dict[str, Any] = {"name": "web", "port": 80} | arguments
    assert refusal(lambda: Listener(**given)) == expected


@pytest.mark.parametrize("options", [None, [], "", 0, "a=b", [("example.com/a", "b")]])
def test_options_are_a_mapping(options: Any) -> None:
    assert refusal(lambda: Listener(name="web", protocol="HTTPS", port=443, options=options)) == (
        f"Listener web: options: {options!r} is of type {type(options).__name__}. Allowed: a mapping of text to text. "
        "Fix: write {'key': 'value'}."
    )
