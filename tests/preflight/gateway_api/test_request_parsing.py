"""From a URL and options to a Request: what a client sends, and each refusal."""

from typing import Any

from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.request_parsing import headers_of, request_to, url_of
from preflight.gateway_api.requests import Request
from preflight.gateway_api.urls import RequestError

import pytest
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "https://sso.example.link/admin?x=1&y&z=",
            Request(
                scheme="https",
                host="sso.example.link",
                port=443,
                path="/admin",
                query="x=1&y&z=",
            ),
        ),
        ("http://192.0.2.10:8080/", Request(scheme="http", host="192.0.2.10", port=8080, address="192.0.2.10")),
        ("HTTP://Example.LINK", Request(scheme="http", host="example.link", port=80)),
        ("http://example.link:/a/../b//#top", Request(scheme="http", host="example.link", port=80, path="/b//")),
        ("http://[2001:DB8::1]:81/", Request(scheme="http", host="[2001:db8::1]", port=81, address="2001:db8::1")),
        ("http://a.b/caf\u00e9%20x", Request(scheme="http", host="a.b", port=80, path="/caf%C3%A9%20x")),
        (
            "http://a.b/?a=b%20c&&d=e=f",
            Request(scheme="http", host="a.b", port=80, query="a=b%20c&&d=e=f"),
        ),
        ("tcp://db.example.link:5432", Request(scheme="tcp", host="db.example.link", port=5432)),
        ("udp://192.0.2.53:53/", Request(scheme="udp", host="192.0.2.53", port=53, address="192.0.2.53")),
        ("tls://vault.example.link", Request(scheme="tls", host="vault.example.link", port=443)),
    ],
)
def test_a_url_says_what_is_sent(url: str, expected: Request) -> None:
    assert request_to(url) == expected


def test_the_other_parts_of_a_request() -> None:
    request = request_to(
        "https://192.0.2.10/a", method="PUT", headers={"X-Team": " web "}, sni="A.example.link", gateway="infra/gateway"
    )
    assert (request.method, request.headers, request.sni) == ("PUT", {"x-team": "web"}, "a.example.link")
    assert request.gateway == NamespacedName("infra", "gateway")


@pytest.mark.parametrize("grpc", ["shop.v1.Orders/List", "/shop.v1.Orders/List"])
def test_grpc_is_a_post_to_the_path_of_its_method(grpc: str) -> None:
    request = request_to("http://api.example.link", grpc=grpc)
    assert (request.method, request.path, request.grpc) == ("POST", "/shop.v1.Orders/List", "shop.v1.Orders/List")


@pytest.mark.parametrize(
    ("url", "host", "expected", "sni"),
    [
        ("http://a.example/", "B.example:8080", "b.example", None),
        ("https://a.example/", "b.example", "b.example", "a.example"),
        ("https://a.example/", "A.example", "a.example", None),
        ("https://192.0.2.10/", "b.example", "b.example", ""),
        ("https://[::1]/", "b.example", "b.example", ""),
    ],
)
def test_a_host_header_replaces_the_host_but_not_in_the_handshake(
    url: str, host: str, expected: str, sni: str | None
) -> None:
    request = request_to(url, headers={"Host": host})
    assert (request.host, request.sni, dict(request.headers)) == (expected, sni, {})


def test_sni_can_be_named_beside_a_host_header() -> None:
    request = request_to("https://192.0.2.10/", headers={"host": "b.example"}, sni="c.example")
    assert (request.host, request.sni) == ("b.example", "c.example")


URLS = "Allowed: 'http', 'https', 'tls', 'tcp' and 'udp'. Fix: write it as in 'https://sso.example.link/admin'."
HOSTS = "Allowed: a hostname such as sso.example.link, or an IP address. Fix: write 'https://sso.example.link/admin'."
REFUSALS: list[tuple[str, dict[str, Any], str]] = [
    ("sso.example.link/admin", {}, f"url: 'sso.example.link/admin' has no scheme. {URLS}"),
    ("ftp://a.b", {}, f"url: 'ftp://a.b' has the scheme 'ftp'. {URLS}"),
    ("a.b:80/x", {}, f"url: 'a.b:80/x' has the scheme 'a.b'. {URLS}"),
    ("http://", {}, f"url: 'http://' has no host that can be asked. {HOSTS}"),
    ("http://-a.b/", {}, f"url: 'http://-a.b/' has no host that can be asked. {HOSTS}"),
    ("http://caf\u00e9.example/", {}, f"url: 'http://caf\u00e9.example/' has no host that can be asked. {HOSTS}"),
    ("http://*.a.b/", {}, f"url: 'http://*.a.b/' has no host that can be asked. {HOSTS}"),
    (
        "http://[::1/",
        {},
        "url: 'http://[::1/' cannot be read. Allowed: a URL. Fix: write it as in 'https://sso.example.link/admin'.",
    ),
    (
        "http://a b/",
        {},
        (
            "url: 'http://a b/' has a space or a control character. Allowed: printable characters. "
            "Fix: write a space as '%20'."
        ),
    ),
    (
        "http://a.b/" + "x" * 8192,
        {},
        "url: 'http://a.b/" + "x" * 65 + "... has more than 8192 characters. Allowed: what a server takes. "
        "Fix: write a shorter one.",
    ),
    (
        "http://me@a.b/",
        {},
        (
            "url: 'http://me@a.b/' has a user name. Allowed: a host, and a port. "
            "Fix: leave it out, and send an Authorization header if one matters."
        ),
    ),
    (
        "http://a.b:0/",
        {},
        "url: 'http://a.b:0/' has the port '0'. Allowed: 1 to 65535. Fix: write the port of the listener.",
    ),
    (
        "http://a.b:99999999/",
        {},
        (
            "url: 'http://a.b:99999999/' has the port '99999999'. Allowed: 1 to 65535. "
            "Fix: write the port of the listener."
        ),
    ),
    (
        "tcp://a.b",
        {},
        (
            "url: 'tcp://a.b' has no port. Allowed: a URL with a port: tcp has no usual one. "
            "Fix: write it as in 'tcp://a.b:5432'."
        ),
    ),
    (
        "udp://a.b:53/x",
        {},
        "url: 'udp://a.b:53/x' has a path. Allowed: a host and a port: udp has no paths. Fix: write 'udp://a.b:53'.",
    ),
    (
        "http://a.b",
        {"method": "post"},
        "method: 'post' is not a method. Allowed: upper-case letters: methods are case-sensitive. Fix: write 'POST'.",
    ),
    (
        "http://a.b",
        {"method": "GET /"},
        (
            "method: 'GET /' is not a method. Allowed: upper-case letters: methods are case-sensitive. "
            "Fix: write 'GET', for example."
        ),
    ),
    (
        "http://a.b",
        {"headers": {"X Team": "web"}},
        "headers: 'X Team' is not a name. Allowed: letters, digits and '-'. Fix: write it as in 'X-Team: web'.",
    ),
    (
        "http://a.b",
        {"headers": {"X-Team": "a\nb"}},
        "headers: 'a\\nb' has a control character. Allowed: printable characters. Fix: leave that out.",
    ),
    (
        "http://a.b",
        {"headers": {"X-Team": "a", "x-team": "b"}},
        "headers: 'x-team' is there twice. Allowed: each name once. Fix: join the values with a comma.",
    ),
    (
        "http://a.b",
        {"headers": {"Host": "http://c.d"}},
        (
            "headers: 'http://c.d' is no host for Host. "
            "Allowed: a hostname such as sso.example.link, or an IP address. Fix: write the host, without a scheme."
        ),
    ),
    (
        "http://a.b",
        {"sni": "a.b"},
        "sni: 'a.b' is given for a URL with http://. Allowed: URLs with https:// or tls://. Fix: leave it out.",
    ),
    (
        "https://a.b",
        {"sni": "192.0.2.1"},
        (
            "sni: '192.0.2.1' is not a hostname. Allowed: a hostname: TLS has no addresses there. "
            "Fix: write it as in 'sso.example.link'."
        ),
    ),
    (
        "tls://a.b",
        {"headers": {"X-Team": "web"}},
        (
            "headers: {'X-Team': 'web'} is given for a URL with tls://. Allowed: URLs with http:// or https://. "
            "Fix: leave it out."
        ),
    ),
    (
        "tcp://a.b:1",
        {"method": "GET"},
        "method: 'GET' is given for a URL with tcp://. Allowed: URLs with http:// or https://. Fix: leave it out.",
    ),
    (
        "http://a.b",
        {"grpc": "Orders"},
        (
            "grpc: 'Orders' names no method. Allowed: the full name of a service, '/' and a method. "
            "Fix: write it as in 'shop.v1.Orders/List'."
        ),
    ),
    (
        "http://a.b/x",
        {"grpc": "shop.v1.Orders/List"},
        (
            "url: '/x' is a path. Allowed: a URL without one: gRPC makes it of the method. "
            "Fix: leave the path out of the URL."
        ),
    ),
    (
        "http://a.b",
        {"grpc": "shop.v1.Orders/List", "method": "POST"},
        "method: 'POST' is given for gRPC. Allowed: POST, which goes without saying. Fix: leave it out.",
    ),
    *(
        (
            "http://a.b",
            {"gateway": text},
            (
                f"gateway: '{text}' is not a namespace and a name. Allowed: lower-case letters, digits and '-', "
                "with one '/'. Fix: write it as in 'infra/gateway'."
            ),
        )
        for text in ("gateway", "a/b/c", "/b", "")
    ),
]


@pytest.mark.parametrize(("url", "arguments", "said"), REFUSALS)
def test_what_cannot_be_sent_is_refused(url: str, arguments: dict[str, Any], said: str) -> None:
    with pytest.raises(RequestError) as caught:
        request_to(url, **arguments)
    assert str(caught.value) == said


def test_header_lines_are_read_as_curl_does() -> None:
    assert headers_of(["X-Team: web", "x-team:shop", "Accept:"]) == {"X-Team": "web,shop", "Accept": ""}


def test_a_header_line_without_a_colon_is_refused() -> None:
    with pytest.raises(RequestError) as caught:
        headers_of(["X-Team"])
    assert str(caught.value) == (
        "headers: 'X-Team' has no ':'. Allowed: a name and a value. Fix: write it as in 'X-Team: web'."
    )


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.b:443", "https://a.b/"),
        ("http://a.b:443/x?y=1&z", "http://a.b:443/x?y=1&z"),
        ("http://a.b/?a=&b&&c=1", "http://a.b/?a=&b&&c=1"),
        ("tls://a.b", "tls://a.b:443"),
    ],
)
def test_a_request_has_its_url(url: str, shown: str) -> None:
    assert url_of(request_to(url)) == shown


NAME = st.from_regex(r"[a-z0-9]{1,6}(\.[a-z0-9]{1,6}){0,2}", fullmatch=True)
PATH = st.from_regex(r"(/[a-z0-9%~.]{0,5}){1,4}", fullmatch=True)
QUERY = st.from_regex(r"([a-z]{0,3}=?[a-z%]{0,3}(&[a-z]{0,3}=?[a-z%]{0,3}){0,3})?", fullmatch=True)


@given(st.sampled_from(["http", "https"]), NAME, st.integers(1, 65535), PATH, QUERY)
def test_the_url_of_a_request_is_the_same_request(scheme: str, host: str, port: int, path: str, query: str) -> None:
    """Oracle: the other direction."""
    request = request_to(f"{scheme}://{host}:{port}{path}?{query}")
    assert request_to(url_of(request)) == request
    assert request.query == query


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Oracle: the only error is RequestError."""
    for url in (text, f"http://{text}", f"http://a.b/{text}"):
        refused = ""
        try:
            assert request_to(url).port > 0
        except RequestError as error:
            refused = error.argument
        assert refused in ("", "url")
