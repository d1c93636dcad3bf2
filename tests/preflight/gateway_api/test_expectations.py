"""Expectations: each with what meets it, and with what is said where nothing does."""

from dataclasses import replace

from preflight.gateway_api.answers import Answer, Forwarded
from preflight.gateway_api.expectations import (
    BackendName,
    Expectation,
    answers,
    backend_name,
    forwards,
    not_exposed,
    reaches,
    redirects,
    rejected,
    response,
    unmet,
)
from tests.conftest import refusal
from tests.preflight.gateway_api.answers import REJECTED, direct, redirect, to_backends

import pytest

V1, V2, V3 = (BackendName("web", name, 80) for name in ("v1", "v2", "v3"))
CANARY = to_backends(0.9, 0.1, 0)
ONE = to_backends(1, rule=1, match=None)
URL = "https://shop.example.link/"
FORWARDED = to_backends(
    1,
    rule=1,
    match=None,
    request=Forwarded(host="v1.web", path="/a?b=c", method="GET", headers={"x-team": "web"}),
    response_headers={"X-Frame-Options": "DENY", "Server": None},
)


@pytest.mark.parametrize(
    ("expectation", "answer"),
    [
        (reaches(V1), ONE),
        (reaches(V1, 0.9), CANARY),
        (reaches(V2, 0.1), CANARY),
        (reaches(V3, 0), CANARY),
        (reaches(V1, 1 / 3), to_backends(0.3333, 0.3333, 0.3334)),
        (redirects(URL), redirect(URL)),
        (redirects(URL, 301), redirect(URL)),
        (answers(404), direct(404)),
        (answers(500), direct(500)),
        (rejected, REJECTED),
        (not_exposed, REJECTED),
        (not_exposed, direct(404)),
        (not_exposed, direct(421)),
        (forwards(), ONE),
        (forwards(host="v1.web", path="/a?b=c", headers={"X-Team": "web", "Accept": None}), FORWARDED),
        (response({"x-frame-options": "DENY", "server": None}), FORWARDED),
    ],
)
def test_what_is_expected_is_met(expectation: Expectation, answer: Answer) -> None:
    assert unmet([expectation], answer) is None


NOT_EXPOSED = "Expected: it is not exposed, so that the Gateway answers 404 or there is no connection."


@pytest.mark.parametrize(
    ("expectation", "answer", "said"),
    [
        (reaches(V1), CANARY, "Expected: it goes to Service web/v1 port 80 only."),
        (reaches(V3), CANARY, "Expected: it goes to Service web/v3 port 80."),
        (reaches(V1), direct(404), "Expected: it goes to Service web/v1 port 80."),
        (reaches(BackendName("web", "v1", 81)), ONE, "Expected: it goes to Service web/v1 port 81."),
        (reaches(BackendName("other", "v1", 80)), ONE, "Expected: it goes to Service other/v1 port 80."),
        (
            reaches(V1, 0.5),
            CANARY,
            "Expected: Service web/v1 port 80 gets 50 % of the requests, and it gets 90 %.",
        ),
        (reaches(V1, 0), direct(404), "Expected: Service web/v1 port 80 gets 0 % of the requests."),
        (redirects(URL), redirect("http://shop.example.link/"), f"Expected: it is redirected to {URL}."),
        (redirects(URL, 302), redirect(URL), f"Expected: it is redirected with 302 to {URL}."),
        (redirects(URL), ONE, f"Expected: it is redirected to {URL}."),
        (answers(404), direct(500), "Expected: the Gateway itself answers, with 404."),
        (answers(301), redirect(URL), "Expected: the Gateway itself answers, with 301."),
        (answers(404), REJECTED, "Expected: the Gateway itself answers, with 404."),
        (rejected, direct(404), "Expected: the connection is rejected."),
        (not_exposed, ONE, NOT_EXPOSED),
        (not_exposed, redirect(URL), NOT_EXPOSED),
        (not_exposed, direct(500), NOT_EXPOSED),
        (not_exposed, direct(200), NOT_EXPOSED),
        (forwards(), direct(404), "Expected: a backend gets the request."),
        (forwards(host="a"), FORWARDED, "Expected: the backend gets the host 'a', and it gets 'v1.web'."),
        (forwards(path="/a"), FORWARDED, "Expected: the backend gets the path '/a', and it gets '/a?b=c'."),
        (
            forwards(headers={"X-Team": "shop"}),
            FORWARDED,
            "Expected: the backend gets the header X-Team with 'shop', and it gets the header X-Team with 'web'.",
        ),
        (
            forwards(headers={"X-Team": None}),
            FORWARDED,
            "Expected: the backend gets no header X-Team, and it gets the header X-Team with 'web'.",
        ),
        (
            forwards(headers={"X-Id": "1"}),
            FORWARDED,
            "Expected: the backend gets the header X-Id with '1', and it gets no header X-Id.",
        ),
        (
            response({"X-Other": "a"}),
            FORWARDED,
            "Expected: the answer has the header X-Other with 'a', and no filter changes that header.",
        ),
        (
            response({"Server": "a"}),
            FORWARDED,
            "Expected: the answer has the header Server with 'a', and it has no header Server.",
        ),
    ],
)
def test_what_is_not_met_is_said(expectation: Expectation, answer: Answer, said: str) -> None:
    assert unmet([expectation], answer) == said


def test_headers_of_each_backend_count_that_gets_requests() -> None:
    shares = CANARY.backends
    changed = replace(
        CANARY,
        backends=(
            replace(shares[0], request_headers={"X-Version": "1"}),
            replace(shares[1], request_headers={"x-version": "1"}),
            shares[2],
        ),
    )
    assert unmet([forwards(headers={"x-version": "1"})], changed) is None
    assert unmet([forwards(headers={"x-version": "1"})], CANARY) is not None


def test_the_first_expectation_that_is_not_met_is_said() -> None:
    assert unmet([reaches(V1), answers(404), rejected], ONE) == "Expected: the Gateway itself answers, with 404."


def test_what_manifests_do_not_tell_meets_nothing() -> None:
    sure = direct(404)
    unsure = replace(sure, ambiguous=("HTTPRoute web/shop may answer too.",))
    assert unmet([not_exposed], sure) is None
    assert unmet([not_exposed], unsure) == (
        "Manifests do not tell what the answer is: HTTPRoute web/shop may answer too."
    )


def test_a_backend_is_named_by_namespace_name_and_port() -> None:
    assert backend_name("backend", "web/v1:80") == V1


@pytest.mark.parametrize("text", ["web/v1", "v1:80", "web/v1:http", "a/b/c:1", "", 80])
def test_what_names_no_backend_is_refused(text: object) -> None:
    shown = f"'{text}'" if isinstance(text, str) else text
    assert refusal(lambda: backend_name("backend", text)) == (
        f"backend: {shown} is not a Service and its port. Allowed: a namespace, '/', a name, ':' and the number of "
        "the port. Fix: write it as in 'keycloak/keycloak:80'."
    )
