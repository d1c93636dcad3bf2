from tests.preflight.admission.cel.evaluated import evaluated, fails

import pytest

URLS = {
    "https://user:pass@example.com:80/path?query=val#fragment": True,
    "/absolute-path": True,
    "mailto:someone@example.com": True,
    "https://example.com/path with spaces/": True,
    "https://a:b:c/": False,
    "../relative-path": False,
    "example.com": False,
    "https://example.com/%zz": False,
    "": False,
}


@pytest.mark.parametrize("text", URLS)
def test_is_url(text: str) -> None:
    assert evaluated("isURL(self)", text) is URLS[text]


@pytest.mark.parametrize(
    "expression",
    [
        "url('/path').getScheme() == ''",
        "url('HTTPS://example.com/').getScheme() == 'https'",
        "url('https://example.com:80/').getHost() == 'example.com:80'",
        "url('https://user@example.com/').getHost() == 'example.com'",
        "url('https://[::1]:80/').getHost() == '[::1]:80'",
        "url('https://[::1]/').getHost() == '[::1]'",
        "url('/path').getHost() == ''",
        "url('https://example.com:80/').getHostname() == 'example.com'",
        "url('https://127.0.0.1:80/').getHostname() == '127.0.0.1'",
        "url('https://[::1]:80/').getHostname() == '::1'",
        "url('https://[::1]/').getHostname() == '::1'",
        "url('/path').getHostname() == ''",
        "url('https://example.com:80/').getPort() == '80'",
        "url('https://example.com/').getPort() == ''",
        "url('https://[::1]/').getPort() == ''",
        "url('/path').getPort() == ''",
        "url('https://example.com/path').getEscapedPath() == '/path'",
        "url('https://example.com/path with spaces/').getEscapedPath() == '/path%20with%20spaces/'",
        "url('https://example.com/a%2Fb').getEscapedPath() == '/a%2Fb'",
        "url('https://example.com/a%2Fb c').getEscapedPath() == '/a/b%20c'",
        "url('https://example.com/é').getEscapedPath() == '/%C3%A9'",
        "url('https://example.com').getEscapedPath() == ''",
        "url('mailto:someone@example.com').getEscapedPath() == ''",
        "url('https://example.com/path#fragment').getEscapedPath() == '/path'",
        "url('https://example.com/path?k1=a&k2=b&k2=c').getQuery() == {'k1': ['a'], 'k2': ['b', 'c']}",
        "url('https://example.com/path?a key=a value').getQuery() == {'a key': ['a value']}",
        "url('https://example.com/?a=%20+b&c&d;e=f&g=%zz').getQuery() == {'a': ['  b'], 'c': ['']}",
        "url('https://example.com/path?').getQuery() == {}",
        "url('https://example.com/path').getQuery() == {}",
        "url('https://example.com/a') == url('https://example.com/a')",
    ],
)
def test_functions_of_urls(expression: str) -> None:
    assert evaluated(expression) is True


@pytest.mark.parametrize("text", ["https://a:b:c/", "../relative-path", "https://example.com/#%zz"])
def test_what_is_no_url_is_an_error(text: str) -> None:
    assert fails("url(self).getPort() == ''", text) == "URL parse error during conversion from string"


def test_the_functions_are_for_urls_only() -> None:
    assert fails("ip('::1').getPort() == ''") == "no such overload: this is no url"
