"""The explanation of an answer: what is said first, and what follows."""

from dataclasses import replace
from typing import Any

from preflight.finding import Finding, ResourceKey
from preflight.gateway_api.answers import Answer, Forwarded
from preflight.gateway_api.request_parsing import request_to
from preflight.report.explanation import by_resource, explanation
from tests.preflight.gateway_api.answers import REJECTED, direct, redirect, to_backends

import pytest

SHOP = "https://shop.example.link/"
ONE = to_backends(1, rule=1, match=None)


def said(answer: Answer, url: str = SHOP, *findings: Finding, **parts: Any) -> list[str]:
    """Return the lines of the explanation of an answer to a request."""
    return explanation(request_to(url, **parts), answer, by_resource(findings)).splitlines()


@pytest.mark.parametrize(
    ("answer", "first"),
    [
        (ONE, "goes to Service web/v1 port 80 (100 %)."),
        (
            to_backends(0.1, 0.9, 0),
            "goes to Service web/v2 port 80 (90 %) and Service web/v1 port 80 (10 %).",
        ),
        (
            to_backends(1 / 3, 1 / 3, 1 / 3),
            (
                "goes to Service web/v1 port 80 (33.3 %), Service web/v2 port 80 (33.3 %) "
                "and Service web/v3 port 80 (33.3 %)."
            ),
        ),
        (replace(ONE, backends=2 * to_backends(0.5, rule=1).backends), "goes to Service web/v1 port 80 (100 %)."),
        (redirect("https://a.b/", 308), "is redirected with 308 to https://a.b/."),
        (direct(404), "is answered with 404 by Gateway infra/gateway: no route matches."),
        (
            replace(direct(404), listener=None),
            "is answered with 404 by Gateway infra/gateway: no listener takes it.",
        ),
        (direct(400), "is answered with 400 by Gateway infra/gateway: it terminates TLS and expects HTTP."),
        (
            direct(421),
            (
                "is answered with 421 by Gateway infra/gateway: its host is another listener's than that of the TLS "
                "connection."
            ),
        ),
        (direct(500), "is answered with 500 by Gateway infra/gateway: no backend works."),
        (direct(503), "is answered with 503 by Gateway infra/gateway: no backend works."),
        (direct(200), "is answered with 200 by Gateway infra/gateway: a CORS preflight goes no further."),
        (
            direct(404, grpc_status="UNIMPLEMENTED"),
            "is answered with UNIMPLEMENTED (404) by Gateway infra/gateway: no route matches.",
        ),
        (REJECTED, "is rejected: there is no connection."),
        (
            replace(REJECTED, gateway=direct(404).gateway),
            "is rejected by Gateway infra/gateway: there is no connection.",
        ),
    ],
)
def test_the_first_line_is_the_answer(answer: Answer, first: str) -> None:
    assert said(answer)[0] == f"GET https://shop.example.link/ {first}"


@pytest.mark.parametrize(
    ("url", "parts", "asked"),
    [
        ("https://a.b/c?d=e", {"method": "PUT"}, "PUT https://a.b/c?d=e"),
        ("https://a.b", {"sni": "c.d"}, "GET https://a.b/ (SNI c.d)"),
        ("https://192.0.2.1", {"headers": {"Host": "a.b"}}, "GET https://a.b/ (SNI none)"),
        ("http://a.b:81", {"grpc": "c.D/E"}, "gRPC http://a.b:81/c.D/E"),
        ("tls://a.b", {}, "tls://a.b:443"),
        ("udp://a.b:53", {}, "udp://a.b:53"),
    ],
)
def test_the_request_is_named(url: str, parts: dict[str, Any], asked: str) -> None:
    assert said(REJECTED, url, **parts) == [f"{asked} is rejected: there is no connection."]


def test_how_it_came_to_it_follows_and_then_what_is_not_sure() -> None:
    answer = replace(ONE, why=("A listener takes it.", "A rule matches."), ambiguous=("One of two.",))
    assert said(answer)[0].endswith(" possibly goes to Service web/v1 port 80 (100 %).")
    assert said(answer)[1:] == ["  A listener takes it.", "  A rule matches.", "  not sure: One of two."]


def test_changed_headers_and_timeouts_are_said() -> None:
    v1, v2, v3 = to_backends(0.9, 0.1, 0).backends
    answer = replace(
        to_backends(
            *(0.9, 0.1, 0),
            request=Forwarded(host="a", path="/", method="GET", headers={"x-team": "shop", "x-id": "1"}),
        ),
        backends=(v1, replace(v2, request_headers={"x-version": "2"}, response_headers={"x-canary": "yes"}), v3),
        response_headers={"Server": None, "X-Frame-Options": "DENY"},
        timeouts={"request": "10s", "backendRequest": "2s"},
    )
    assert said(answer, headers={"X-Team": "web", "Accept": "text/html"})[1:] == [
        "  The backend gets no header accept, the header x-id with '1' and the header x-team with 'shop'.",
        "  Service web/v2 port 80 gets the header x-version with '2'.",
        "  The answer has no header Server and the header X-Frame-Options with 'DENY'.",
        "  The answer of Service web/v2 port 80 has the header x-canary with 'yes'.",
        "  Its timeouts: backendRequest 2s and request 10s.",
    ]


def test_what_is_sent_as_it_is_needs_no_words() -> None:
    answer = replace(ONE, request=Forwarded(host="a", path="/", method="GET", headers={"x-team": "web"}))
    assert len(said(answer, headers={"X-Team": "web"})) == 1


GATEWAY_API = "gateway.networking.k8s.io"
HTTP_ROUTE, GATEWAY = (
    ResourceKey(GATEWAY_API, "HTTPRoute", "web", "shop"),
    ResourceKey(GATEWAY_API, "Gateway", "infra", "gateway"),
)
FINDINGS = [
    Finding(code=code, reason=reason, fix="Mend it.", path=path, resource=resource)
    for code, reason, path, resource in (
        ("GH120", "It is of the rule.", ("spec", "rules", 1, "backendRefs"), HTTP_ROUTE),
        ("GH120", "It is of another rule.", ("spec", "rules", 0), HTTP_ROUTE),
        ("GH112", "It is of the route.", (), HTTP_ROUTE),
        ("GH103", "It is worth knowing.", (), HTTP_ROUTE),
        ("GH120", "It is of another route.", (), HTTP_ROUTE._replace(name="other")),
        ("GH120", "It is of the Gateway.", ("spec",), GATEWAY),
    )
]


def test_what_keeps_a_rule_from_answering_is_said_with_its_remedy() -> None:
    assert said(direct(500, route=ONE.route, rule=1), SHOP, *FINDINGS)[1:] == [
        "  error GH120: HTTPRoute web/shop: spec.rules[1].backendRefs: It is of the rule.",
        "    fix: Mend it.",
        "  warning GH112: HTTPRoute web/shop: It is of the route.",
        "    fix: Mend it.",
    ]


def test_what_keeps_the_gateway_from_answering_is_said_where_no_rule_matches() -> None:
    assert said(direct(404), SHOP, *FINDINGS)[1:] == [
        "  error GH120: Gateway infra/gateway: spec: It is of the Gateway.",
        "    fix: Mend it.",
    ]
    assert len(said(REJECTED, SHOP, *FINDINGS)) == 1


def test_a_backend_that_answers_needs_no_remedy() -> None:
    assert len(said(ONE, SHOP, *FINDINGS)) == 1


def test_no_terminal_obeys_what_was_read() -> None:
    hostile = replace(redirect("https://a.b/\x1b[31m"), why=("\x1b[2J",), response_headers={"x": "\x1b"})
    text = "\n".join(said(hostile))
    assert "\x1b" not in text
    assert r"\x1b[31m" in text
