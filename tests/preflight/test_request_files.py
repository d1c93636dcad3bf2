"""Files of requests: what each field means, and each refusal with its line."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

from preflight.finding import UnreadableError
from preflight.gateway_api.answers import Answer, Forwarded
from preflight.gateway_api.expectations import unmet
from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.request_parsing import request_to
from preflight.report.text import findings_text
from preflight.request_files import Asked, expectations_in, requests_in
from tests.preflight.gateway_api.answers import REJECTED, direct, redirect, to_backends

import pytest

Read = Callable[[str], tuple[Asked, ...]]


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)


def requests(text: str) -> tuple[Asked, ...]:
    """Read a file of requests with this text."""
    Path("requests.yaml").write_text(text, encoding="utf-8")
    return requests_in("requests.yaml")


def expectations(text: str) -> tuple[Asked, ...]:
    """Read a file of expectations with this text."""
    Path("routes.yaml").write_text(text, encoding="utf-8")
    return expectations_in("routes.yaml")


def refusal(read: Read, text: str) -> str:
    """Return what is said of a file with this text."""
    with pytest.raises(UnreadableError) as caught:
        read(text)
    return findings_text([caught.value.finding])


def test_a_request_has_the_fields_of_the_command_line() -> None:
    (first, second, third) = requests("""\
- url: https://sso.example.link/admin?x=1
- {url: "http://192.0.2.10/", method: POST, headers: {Host: shop.example.link, X-Team: web}, gateway: infra/gateway}
- {url: https://api.example.link, grpc: shop.v1.Orders/List, sni: other.example.link}
""")
    assert first.request == request_to("https://sso.example.link/admin?x=1")
    assert second.request == request_to(
        "http://192.0.2.10/",
        method="POST",
        headers={"Host": "shop.example.link", "X-Team": "web"},
        gateway="infra/gateway",
    )
    assert second.request.gateway == NamespacedName("infra", "gateway")
    assert third.request == request_to("https://api.example.link", grpc="shop.v1.Orders/List", sni="other.example.link")
    assert [str(asked.source) for asked in (first, second, third)] == [
        "requests.yaml:1:3",
        "requests.yaml:2:3",
        "requests.yaml:3:3",
    ]


def test_one_request_may_be_asked_twice() -> None:
    assert len(requests("- url: http://a.b\n- url: http://a.b\n")) == 2


def test_json_is_read_too_and_brackets_without_quotes() -> None:
    assert requests(json.dumps([{"url": "http://a.b"}]))[0].request == request_to("http://a.b")
    assert requests("[{url: http://a.b/c?d=e}]")[0].request == request_to("http://a.b/c?d=e")


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"- url: http://a.b\n")))
    assert requests_in("-")[0].request == request_to("http://a.b")


EXAMPLE = "Write '{url: 'https://sso.example.link/admin'}', for example."
FIELDS = "'gateway', 'url', 'method', 'headers', 'sni' and 'grpc'"


@pytest.mark.parametrize(
    ("text", "said", "fix"),
    [
        ("", "1:1: error GH002: The file is empty.", f"Write '- {EXAMPLE[7:]}"),
        ("{}", "1:1: error GH002: {} is not a list of requests.", "Write each after '- '."),
        ("[]", "1:1: error GH002: The list of requests is empty.", "Write at least one."),
        ("- a\n---\n- b\n", "3:1: error GH002: The file has more than one document.", "Write them as one."),
        ("- http://a.b", f"1:3: error GH002: [0]: 'http://a.b' is not a mapping of {FIELDS}.", EXAMPLE),
        (
            "- uurl: http://a.b",
            f"1:3: error GH002: [0].uurl: There is no field 'uurl' here, only {FIELDS}.",
            "Write 'url'.",
        ),
        (
            "- {url: http://a.b, expect: {status: 404}}",
            f"1:21: error GH002: [0].expect: There is no field 'expect' here, only {FIELDS}.",
            "Leave it out.",
        ),
        (
            "- method: GET",
            "1:3: error GH002: [0]: The field 'url' is missing.",
            "Write it, as in '{url: 'https://sso.example.link/admin'}'.",
        ),
        ("- url: 7", "1:3: error GH002: [0].url: 7 is not a string.", "Put it in quotes."),
        ("- url: a\n  url: b", "2:3: error GH002: [0].url: The key 'url' is there twice.", "Keep one of them."),
        (
            "- url: http://a.b\n  method: get",
            (
                "2:3: error GH002: [0].method: 'get' is not a method. "
                "Allowed: upper-case letters: methods are case-sensitive."
            ),
            "Write 'GET'.",
        ),
        (
            "- url: a.b",
            "1:3: error GH002: [0].url: 'a.b' has no scheme. Allowed: 'http', 'https', 'tls', 'tcp' and 'udp'.",
            "Write it as in 'https://sso.example.link/admin'.",
        ),
        (
            "- url: http://a.b\n  headers: [a]",
            "2:3: error GH002: [0].headers: ['a'] is not a mapping of headers.",
            "Write '{X-Team: web}', for example.",
        ),
        (
            "- url: http://a.b\n  headers: {X-Id: 1}",
            "2:13: error GH002: [0].headers[X-Id]: 1 is not a string, which the value of a header is.",
            "Put it in quotes.",
        ),
        (
            "- url: http://a.b\n  headers: {X-Id: null}",
            "2:13: error GH002: [0].headers[X-Id]: null is not a string, which the value of a header is.",
            "Put it in quotes.",
        ),
    ],
)
def test_what_is_no_request_is_refused_with_its_line(text: str, said: str, fix: str) -> None:
    assert refusal(requests, text) == f"requests.yaml:{said}\n  fix: {fix}"


def test_a_file_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        requests_in("nowhere.yaml")
    assert findings_text([caught.value.finding]) == (
        "nowhere.yaml:1:1: error GH002: There is no such file or folder.\n  fix: Mend the path."
    )


def test_a_folder_is_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        requests_in(".")
    assert caught.value.finding.reason == "It is a folder."


FORWARDED = Forwarded(host="shop.example.link", path="/", method="GET", headers={"x-team": "web"})


@pytest.mark.parametrize(
    ("expect", "met", "missed"),
    [
        ("backend: web/v1:80", to_backends(1, rule=1), direct(404)),
        ("{backend: web/v2:80, share: 0.1}", to_backends(0.9, 0.1, 0), to_backends(0.8, 0.2, 0)),
        ("{backend: web/v3:80, share: 0}", to_backends(0.9, 0.1, 0), to_backends(0, 0, 1)),
        (
            "{backend: web/v1:80, request: {host: shop.example.link, path: /, headers: {X-Team: web, Accept: null}}}",
            to_backends(1, rule=1, request=FORWARDED),
            to_backends(1, rule=1),
        ),
        (
            "{backend: web/v1:80, response_headers: {Server: null}}",
            to_backends(1, rule=1, response_headers={"server": None}),
            to_backends(1, rule=1),
        ),
        ("redirect: https://a.b/", redirect("https://a.b/", 302), redirect("https://a.b/x", 302)),
        ("{redirect: https://a.b/, status: 301}", redirect("https://a.b/"), redirect("https://a.b/", 302)),
        ("status: 404", direct(404), direct(500)),
        (
            "{status: 204, response_headers: {access-control-allow-origin: '*'}}",
            direct(204, response_headers={"Access-Control-Allow-Origin": "*"}),
            direct(204),
        ),
        ("rejected: true", REJECTED, direct(404)),
        ("exposed: false", direct(404), redirect("https://a.b/")),
    ],
)
def test_what_is_expected_is_met_or_not(expect: str, met: Answer, missed: Answer) -> None:
    (asked,) = expectations(f"- url: http://a.b\n  expect:\n    {expect}\n")
    assert unmet(asked.expectations, met) is None
    assert unmet(asked.expectations, missed) is not None


OUTCOMES = "'backend', 'redirect', 'status', 'rejected' and 'exposed'"


@pytest.mark.parametrize(
    ("expect", "said", "fix"),
    [
        (
            "{backnd: a/b:1}",
            (
                "12: error GH002: [0].expect.backnd: There is no field 'backnd' here, only 'backend', 'share', "
                "'request', 'redirect', 'status', 'rejected', 'exposed' and 'response_headers'."
            ),
            "Write 'backend'.",
        ),
        (
            "{}",
            f"3: error GH002: [0].expect: There is none of {OUTCOMES}, and an answer is one of them.",
            "Write one of them.",
        ),
        (
            "{backend: a/b:1, status: 404}",
            (
                f"3: error GH002: [0].expect: There are 'backend' and 'status' of {OUTCOMES}, "
                "and an answer is one of them."
            ),
            "Write one of them.",
        ),
        (
            "{status: 404, share: 1}",
            "25: error GH002: [0].expect.share: It says more of 'backend', and here is 'status'.",
            "Leave it out.",
        ),
        (
            "{rejected: true, response_headers: {}}",
            (
                "28: error GH002: [0].expect.response_headers: It says more of 'backend' or 'status', "
                "and here is 'rejected'."
            ),
            "Leave it out.",
        ),
        (
            "{backend: keycloak}",
            "12: error GH002: [0].expect.backend: 'keycloak' is not a Service and its port.",
            "Write namespace, name and port as in 'keycloak/keycloak:80'.",
        ),
        (
            "{backend: a/b:1, share: 90}",
            "28: error GH002: [0].expect.share: 90 is not a share of the requests, from 0 to 1.",
            "Write 0.9 for nine of ten requests, for example.",
        ),
        (
            "{status: '404'}",
            "12: error GH002: [0].expect.status: '404' is not a status of HTTP.",
            "Write 404, for example.",
        ),
        ("{status: 99}", "12: error GH002: [0].expect.status: 99 is not a status of HTTP.", "Write 404, for example."),
        (
            "{rejected: false}",
            "12: error GH002: [0].expect.rejected: false is not true, which is all that it may be.",
            "Leave it out, and say what the answer is.",
        ),
        (
            "{exposed: true}",
            "12: error GH002: [0].expect.exposed: true is not false, which is all that it may be.",
            "Leave it out, and say who answers.",
        ),
        (
            "{backend: a/b:1, request: {headers: {X-Id: 1}}}",
            "48: error GH002: [0].expect.request.headers[X-Id]: 1 is not a string, which the value of a header is.",
            "Put it in quotes.",
        ),
    ],
)
def test_what_is_no_expectation_is_refused_with_its_line(expect: str, said: str, fix: str) -> None:
    text = f"- url: http://a.b\n  expect: {expect}\n"
    assert refusal(expectations, text) == f"routes.yaml:2:{said}\n  fix: {fix}"


def test_an_expectation_is_not_left_out() -> None:
    assert refusal(expectations, "- url: http://a.b\n") == (
        "routes.yaml:1:3: error GH002: [0]: The field 'expect' is missing.\n"
        "  fix: Write it, as in '{url: 'https://sso.example.link/admin', expect: {status: 404}}'."
    )


def test_a_gateway_may_be_written_as_answers_have_it_and_null_is_not_given() -> None:
    (asked,) = requests("- {url: 'http://a.b/', gateway: {namespace: infra, name: public}, sni: null, grpc: null}")
    assert asked.request == request_to("http://a.b/", gateway="infra/public")
    assert refusal(requests, "- {url: 'http://a.b/', gateway: {namespace: infra}}") == (
        "requests.yaml:1:24: error GH002: [0].gateway: The field 'name' is missing.\n"
        "  fix: Write it, as in '{namespace: infra, name: gateway}'."
    )
    assert refusal(requests, "- {url: null}").startswith(
        "requests.yaml:1:3: error GH002: [0]: The field 'url' is missing"
    )


def test_true_is_no_share() -> None:
    said = refusal(expectations, "- url: http://a.b\n  expect: {backend: a/b:1, share: true}\n")
    assert said.startswith("routes.yaml:2:28: error GH002: [0].expect.share: true is not a share of the requests, from")
