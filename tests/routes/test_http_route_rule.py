"""Rules of a route: matches, filters and backends that go together."""

from fractions import Fraction as Share
from typing import Any

from constructs_lib import (
    HttpBackendRef,
    HttpPathMatch,
    HttpPathModifier,
    HttpRouteMatch,
    HttpRouteRule,
    RequestMirror,
    RequestRedirect,
    ResponseHeaderModifier,
    UrlRewrite,
)
from constructs_lib.references import ExistingService, Reference, ServicePort
from constructs_lib.routes.cors import Cors
from constructs_lib.routes.extension_ref import ExtensionRef
from constructs_lib.routes.timeouts import HttpRouteTimeouts
from tests.conftest import refusal

import pytest
from hypothesis import given
from hypothesis import strategies as st

WEB = HttpBackendRef("web", port=80)
PREFIX = HttpRouteMatch(path=HttpPathMatch.prefix("/a"))
EXACT_PATH = HttpRouteMatch(path=HttpPathMatch.exact("/a"))
REPLACE = HttpPathModifier.replace_prefix_match("/b")
REDIRECT = RequestRedirect(scheme="https")
OTHERS = ExtensionRef(group="example.com", kind="Filter", name="a", controller_name="example.com/controller")


@pytest.mark.parametrize(
    ("matches", "filters"),
    [
        ([PREFIX], [UrlRewrite(path=REPLACE)]),
        ([], [UrlRewrite(path=REPLACE)]),
        ([HttpRouteMatch(method="GET")], [UrlRewrite(path=REPLACE)]),
        ([PREFIX, EXACT_PATH], [UrlRewrite(path=HttpPathModifier.replace_full_path("/b"))]),
        ([], [RequestMirror(backend_ref=WEB), RequestMirror(backend_ref=WEB, percent=5)]),
        ([], [OTHERS, OTHERS, Cors(allow_origins=["*"])]),
    ],
)
def test_a_rule_has_filters_that_fit_its_matches(matches: list[HttpRouteMatch], filters: list[Any]) -> None:
    rule = HttpRouteRule(matches=matches, filters=filters, backend_refs=[WEB])
    assert len(rule.spec()["filters"]) == len(filters)
    assert len(rule.spec()["matches"]) == (len(matches) or 1)


def test_a_rule_is_written_as_it_is_said() -> None:
    timeouts = HttpRouteTimeouts(request="10s")
    rule = HttpRouteRule(name="web", backend_refs=[WEB], timeouts=timeouts)
    assert rule.spec() == {
        "name": "web",
        "matches": [HttpRouteMatch().spec()],
        "filters": None,
        "backendRefs": [WEB.spec()],
        "timeouts": timeouts.spec(),
    }


def test_a_rule_refers_to_the_services_of_its_backends_and_filters() -> None:
    copies = RequestMirror(backend_ref=HttpBackendRef(ExistingService("copy", namespace="other", ports=[80])))
    references = HttpRouteRule(filters=[copies], backend_refs=[WEB]).references()
    ports = (ServicePort(80, "TCP"),)
    assert references == [Reference("Service", "web", ports=ports), Reference("Service", "copy", "other", ports=ports)]


@given(st.lists(st.integers(0, 3) | st.integers(0, 1_000_000), min_size=1, max_size=16))
def test_the_backends_of_a_rule_share_all_its_requests_by_their_weights(weights: list[int]) -> None:
    """Oracle: a share is a weight's part of their sum; there are shares where the sum is not 0."""
    backends = [HttpBackendRef(f"web-{number}", port=80, weight=weight) for number, weight in enumerate(weights)]
    if sum(weights) == 0:
        assert "no backend gets any traffic" in refusal(lambda: HttpRouteRule(backend_refs=backends))
        return
    written = HttpRouteRule(backend_refs=backends).spec()["backendRefs"]
    shares = [Share(entry["weight"], sum(other["weight"] for other in written)) for entry in written]
    assert [entry["name"] for entry in written] == [f"web-{number}" for number in range(len(weights))]
    assert shares == [Share(weight, sum(weights)) for weight in weights]
    assert sum(shares) == 1


REDIRECTED = "filters: 'RequestRedirect' leaves nothing to do for"
OF_ITS_OWN = "Allowed: a RequestRedirect without what is for backends. Fix: move one of them to a rule of its own."
ONE_PREFIX = (
    "does not say which prefix to replace. Allowed: exactly one match, with HttpPathMatch.prefix(...), where a filter "
    "has replace_prefix_match. Fix: write a rule for each prefix."
)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {},
            (
                "backend_refs: [] answers every request with status 500. Allowed: one backend or more, or a "
                "RequestRedirect in filters. Fix: write backend_refs=[HttpBackendRef('name', port=80)]."
            ),
        ),
        (
            {"backend_refs": WEB},
            (
                f"backend_refs: {WEB!r} is of type HttpBackendRef. Allowed: a list of HttpBackendRef. Fix: put it in "
                "a list: [...]."
            ),
        ),
        (
            {"backend_refs": [{"name": "web", "port": 80}]},
            (
                "backend_refs[0]: {'name': 'web', 'port': 80} is of type dict. Allowed: HttpBackendRef. Fix: write "
                "HttpBackendRef(...)."
            ),
        ),
        (
            {"matches": [{"path": {"value": "/"}}]},
            (
                "matches[0]: {'path': {'value': '/'}} is of type dict. Allowed: HttpRouteMatch. Fix: write "
                "HttpRouteMatch(...)."
            ),
        ),
        (
            {"matches": ["/"]},
            "matches[0]: '/' is of type str. Allowed: HttpRouteMatch. Fix: write HttpRouteMatch(...).",
        ),
        (
            {"filters": [{"type": "URLRewrite"}]},
            (
                "filters[0]: {'type': 'URLRewrite'} is of type dict. Allowed: HttpRouteFilter. Fix: write "
                "RequestRedirect(...)."
            ),
        ),
        (
            {"matches": [PREFIX] * 65},
            "matches: '65 items' are too many. Allowed: at most 64. Fix: split it into several objects.",
        ),
        (
            {"filters": [RequestMirror(backend_ref=WEB)] * 17},
            "filters: '17 items' are too many. Allowed: at most 16. Fix: split it into several objects.",
        ),
        (
            {"backend_refs": [WEB] * 17},
            "backend_refs: '17 items' are too many. Allowed: at most 16. Fix: split it into several objects.",
        ),
        (
            {"filters": [ResponseHeaderModifier(remove=["a"]), ResponseHeaderModifier(remove=["b"])]},
            "filters: 'ResponseHeaderModifier' is there twice. Allowed: one filter of a kind. Fix: join the two.",
        ),
        (
            {"filters": [REDIRECT], "backend_refs": [WEB]},
            f"{REDIRECTED} backend_refs. {OF_ITS_OWN}",
        ),
        (
            {"filters": [REDIRECT, UrlRewrite(hostname="a.example"), RequestMirror(backend_ref=WEB)]},
            f"{REDIRECTED} UrlRewrite, RequestMirror. {OF_ITS_OWN}",
        ),
        (
            {"filters": [REDIRECT], "backend_refs": [WEB], "timeouts": HttpRouteTimeouts(request="1s")},
            f"{REDIRECTED} backend_refs, timeouts. {OF_ITS_OWN}",
        ),
        (
            {"backend_refs": [HttpBackendRef("web", port=80, weight=0), HttpBackendRef("api", port=80, weight=0)]},
            (
                "backend_refs: [0, 0] are the weights, with which no backend gets any traffic. Allowed: a weight of 1 "
                "or more for one backend at least. Fix: give a backend that answers another weight, or leave its "
                "weight out."
            ),
        ),
        (
            {"name": "Web_1", "backend_refs": [WEB]},
            (
                "name: 'Web_1' is not a name that Kubernetes accepts. Allowed: 1 to 253 of a-z, 0-9, '-' and '.', with "
                "a letter or digit at both ends and around each '.'. Fix: write 'web-1'."
            ),
        ),
        (
            {"timeouts": "10s", "backend_refs": [WEB]},
            "timeouts: '10s' is of type str. Allowed: HttpRouteTimeouts. Fix: write HttpRouteTimeouts(...).",
        ),
        (
            {"retry": 2, "backend_refs": [WEB]},
            "retry: 2 is of type int. Allowed: HttpRouteRetry. Fix: write HttpRouteRetry(...).",
        ),
        (
            {"session_persistence": "Cookie", "backend_refs": [WEB]},
            (
                "session_persistence: 'Cookie' is of type str. Allowed: SessionPersistence. Fix: write "
                "SessionPersistence.cookie(...)."
            ),
        ),
        (
            {"matches": [EXACT_PATH], "filters": [UrlRewrite(path=REPLACE)], "backend_refs": [WEB]},
            f"matches: ['Exact'] {ONE_PREFIX}",
        ),
        (
            {"matches": [PREFIX, PREFIX], "filters": [UrlRewrite(path=REPLACE)], "backend_refs": [WEB]},
            f"matches: ['PathPrefix', 'PathPrefix'] {ONE_PREFIX}",
        ),
        (
            {"matches": [EXACT_PATH], "filters": [RequestRedirect(path=REPLACE)]},
            f"matches: ['Exact'] {ONE_PREFIX}",
        ),
    ],
)
def test_what_makes_no_rule_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: HttpRouteRule(**arguments)) == f"HttpRouteRule.{expected}"
