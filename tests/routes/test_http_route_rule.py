"""Rules of a route: matches, filters and backends that go together."""

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
from tests.conftest import refusal

import pytest

WEB = HttpBackendRef("web", port=80)
PREFIX = HttpRouteMatch(path=HttpPathMatch.prefix("/a"))
EXACT_PATH = HttpRouteMatch(path=HttpPathMatch.exact("/a"))
REPLACE = HttpPathModifier.replace_prefix_match("/b")


@pytest.mark.parametrize(
    ("matches", "filters"),
    [
        ([PREFIX], [UrlRewrite(path=REPLACE)]),
        ([], [UrlRewrite(path=REPLACE)]),
        ([HttpRouteMatch(method="GET")], [UrlRewrite(path=REPLACE)]),
        ([PREFIX, EXACT_PATH], [UrlRewrite(path=HttpPathModifier.replace_full_path("/b"))]),
        ([], [RequestMirror(backend_ref=WEB), RequestMirror(backend_ref=WEB, percent=5)]),
    ],
)
def test_a_rule_has_filters_that_fit_its_matches(matches: list[HttpRouteMatch], filters: list[Any]) -> None:
    rule = HttpRouteRule(matches=matches, filters=filters, backend_refs=[WEB])
    assert len(rule.spec()["filters"]) == len(filters)
    assert len(rule.spec()["matches"]) == (len(matches) or 1)


REDIRECTED = (
    "filters: 'RequestRedirect' leaves nothing for a backend or a UrlRewrite to do. Allowed: a RequestRedirect without "
    "backend_refs and without UrlRewrite. Fix: move one of them to a rule of its own."
)
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
        ({"filters": [RequestRedirect(scheme="https")], "backend_refs": [WEB]}, REDIRECTED),
        ({"filters": [RequestRedirect(scheme="https"), UrlRewrite(hostname="a.example")]}, REDIRECTED),
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
