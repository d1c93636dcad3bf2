"""preflight.testing: arguments of another type are refused, each with what is allowed."""

from collections.abc import Callable
from typing import Any

from preflight.testing import RouteAnswer, Routes, routes
from tests.conftest import refusal

import pytest

URL = "http://shop.example.link/"
GATEWAY: dict[str, Any] = {
    "apiVersion": "gateway.networking.k8s.io/v1",
    "kind": "Gateway",
    "metadata": {"name": "gateway", "namespace": "web"},
    "spec": {"gatewayClassName": "cilium", "listeners": [{"name": "http", "port": 80, "protocol": "HTTP"}]},
}
STATUS = "is not a status of HTTP. Allowed: 100 to 599. Fix: write 404, for example."
HEADERS = (
    "is no mapping of headers. Allowed: names, each with a string or None. Fix: write {'x-team': 'web'}, for example."
)
SHARE = "is not a share of the requests. Allowed: 0 to 1. Fix: write 0.9 for nine of ten, for example."


def text(example: str) -> str:
    return f"is no string. Allowed: a string. Fix: write it as in '{example}'."


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda web: web.get(None), f"url: null {text('https://sso.example.link/admin')}"),
        (lambda web: web.request(1, URL), f"method: 1 {text('GET')}"),
        (lambda web: web.get(URL, sni=b"a"), f"sni: <bytes> {text('sso.example.link')}"),
        (lambda web: web.get(URL, gateway=["web"]), f"gateway: ['web'] {text('infra/gateway')}"),
        (
            lambda web: web.get(URL, headers=["X: 1"]),
            (
                "headers: ['X: 1'] is no mapping. Allowed: names with their values. "
                "Fix: write {'X-Team': 'web'}, for example."
            ),
        ),
        (
            lambda web: web.get(URL, headers={"X": 1}),
            (
                "headers: 1 is no string. Allowed: names and values that are strings. "
                "Fix: write it as in {'X-Team': 'web'}."
            ),
        ),
        (lambda web: web.grpc(URL, None), f"grpc: method: null {text('shop.v1.Orders/List')}"),
        (lambda web: web.tls(None), f"tls: sni: null {text('sso.example.link')}"),
        (lambda web: web.tcp(1, 5432), f"tcp: host: 1 {text('sso.example.link')}"),
        (lambda web: web.udp(None, 53), f"udp: host: null {text('sso.example.link')}"),
    ],
)
def test_what_is_asked(ask: Callable[[Routes], RouteAnswer], said: str) -> None:
    assert refusal(lambda: ask(routes([GATEWAY]))) == said


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        (lambda answer: answer.reaches("web/shop:80", share="x"), f"reaches: share: 'x' {SHARE}"),
        (lambda answer: answer.reaches("web/shop:80", share=float("nan")), f"reaches: share: nan {SHARE}"),
        (
            lambda answer: answer.reaches(None),
            (
                "reaches: backend: null is not a Service and its port. Allowed: a namespace, '/', a name, ':' and "
                "the number of the port. Fix: write it as in 'keycloak/keycloak:80'."
            ),
        ),
        (lambda answer: answer.redirects_to(None), f"redirects_to: location: null {text('https://sso.example.link/')}"),
        (lambda answer: answer.redirects_to(URL, status="301"), f"redirects_to: status: '301' {STATUS}"),
        (lambda answer: answer.answers("404"), f"answers: status: '404' {STATUS}"),
        (lambda answer: answer.answers(True), f"answers: status: true {STATUS}"),
        (lambda answer: answer.forwards(headers=["x"]), f"forwards: headers: ['x'] {HEADERS}"),
        (lambda answer: answer.sends(None), f"sends: headers: null {HEADERS}"),
        (lambda answer: answer.sends({"x": 1}), f"sends: headers: {{'x': 1}} {HEADERS}"),
    ],
)
def test_what_is_claimed(claim: Callable[[RouteAnswer], RouteAnswer], said: str) -> None:
    assert refusal(lambda: claim(routes([GATEWAY]).get(URL))) == said
