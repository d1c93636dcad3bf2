from preflight.gateway_api.cors import answer_headers, is_preflight, preflight_headers

import pytest

CONFIG = {
    "allowOrigins": ["https://shop.test", "https://*.bar.test"],
    "allowMethods": ["GET", "PUT"],
    "allowHeaders": ["x-a", "x-b"],
    "exposeHeaders": ["x-c"],
    "allowCredentials": True,
    "maxAge": 60,
}


def preflight(origin: str, **asked: str) -> dict[str, str]:
    return {"origin": origin, "access-control-request-method": "PUT"} | asked


@pytest.mark.parametrize("missing", ["origin", "access-control-request-method"])
def test_a_preflight_has_an_origin_and_asks_for_a_method(missing: str) -> None:
    headers = preflight("https://shop.test")
    assert is_preflight("OPTIONS", headers)
    assert not is_preflight("GET", headers)
    assert not is_preflight("OPTIONS", {name: value for name, value in headers.items() if name != missing})


def test_the_answer_to_a_preflight() -> None:
    assert preflight_headers(CONFIG, preflight("https://shop.test")) == {
        "access-control-allow-origin": "https://shop.test",
        "access-control-allow-credentials": "true",
        "access-control-expose-headers": "x-c",
        "access-control-allow-methods": "GET, PUT",
        "access-control-allow-headers": "x-a, x-b",
        "access-control-max-age": "60",
    }


def test_what_is_asked_for_is_allowed_where_all_is() -> None:
    config = {"allowOrigins": ["*"], "allowMethods": ["*"], "allowHeaders": ["*"]}
    asked = preflight("https://any.test", **{"access-control-request-headers": "x-q"})
    assert preflight_headers(config, asked) == {
        "access-control-allow-origin": "https://any.test",
        "access-control-allow-methods": "PUT",
        "access-control-allow-headers": "x-q",
        "access-control-max-age": "5",
    }


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        ("https://shop.test", True),
        ("https://a.bar.test", True),
        ("https://a.b.bar.test", True),
        ("https://bar.test", False),
        ("http://shop.test", False),
        ("https://shop.test:444", False),
        ("https://a.bar.test.evil.test", False),
        ("https://evil.test/.bar.test", False),
        ("", False),
    ],
)
def test_origins(origin: str, allowed: bool) -> None:
    assert bool(answer_headers(CONFIG, {"origin": origin})) == allowed
    assert bool(preflight_headers(CONFIG, preflight(origin))) == allowed


def test_other_answers_name_the_origin_only_with_one() -> None:
    assert answer_headers(CONFIG, {}) == {}
    assert answer_headers({"allowOrigins": ["*"]}, {"origin": "https://a.test"}) == {
        "access-control-allow-origin": "https://a.test"
    }
