"""Rules that get no requests, and routes of which neither comes first."""

from preflight.cluster import ClusterFacts
from tests.preflight.rules.judged import GATEWAY, HTTPS, SERVICE, listeners, routes, said

import pytest

BACKEND = "backendRefs: [{name: shop, port: 80}]"
FIX = "  fix: Remove it, or ask for more in it: for a longer path, a method, a header or a query parameter."
PATTERN_FIX = "  fix: Write the pattern as a path prefix, which comes after longer ones."


def rules(*matches: str) -> str:
    return "[" + ", ".join(f"{{matches: [{match}], {BACKEND}}}" for match in matches) + "]"


def unreachable(*matches: str) -> str:
    return said("GH405", GATEWAY, SERVICE, routes(rules(*matches)))


def test_the_same_match_again_in_the_same_rule() -> None:
    assert unreachable("{path: {value: /a}}, {path: {value: /a/}}") == (
        "warning GH405: spec.rules[0].matches[1]: No request gets to the path prefix /a: matches[0] asks for the "
        f"same and comes first.\n{FIX}"
    )


def test_the_same_match_in_a_later_rule() -> None:
    assert unreachable("{method: GET}", "{path: {value: /}, method: GET}") == (
        "warning GH405: spec.rules[1].matches[0]: No request gets to the path prefix / and the method GET: rules[0] "
        f"asks for the same and comes first.\n{FIX}"
    )


def test_a_rule_without_matches_asks_for_all_paths() -> None:
    text = routes(f"[{{{BACKEND}}}, {{{BACKEND}}}]")
    assert "spec.rules[1].matches[0]: No request gets to the path prefix /:" in said("GH405", GATEWAY, SERVICE, text)


@pytest.mark.parametrize(
    ("pattern", "prefix"),
    [(".*", "/a"), ("/.*", "/"), ("^/a.*$", "/a"), ("/a/.*", "/a/b"), (r"/v1\.0.*", "/v1.0"), ("/.*", "/a/b/")],
)
def test_a_pattern_takes_all_of_a_prefix(pattern: str, prefix: str) -> None:
    found = unreachable(
        f"{{path: {{type: RegularExpression, value: '{pattern}'}}}}", f"{{path: {{value: {prefix}}}, method: GET}}"
    )
    assert f"the path pattern {pattern} of rules[0] comes first, and takes all of them.\n{PATTERN_FIX}" in found


@pytest.mark.parametrize(
    ("pattern", "prefix"),
    [
        ("/a/.*", "/a"),
        ("/b.*", "/a"),
        ("/[a-z].*", "/a"),
        ("/a", "/a"),
        ("/a(/.*)?", "/a"),
        (r"/\d.*", "/1"),
        ("/.+", "/"),
    ],
)
def test_a_pattern_that_may_leave_something(pattern: str, prefix: str) -> None:
    match = f"{{path: {{type: RegularExpression, value: '{pattern}'}}}}"
    assert unreachable(match, f"{{path: {{value: {prefix}}}}}") == ""


@pytest.mark.parametrize(
    "more",
    ["method: POST", "headers: [{name: a, value: b}]", "queryParams: [{name: a, value: b}]"],
)
def test_a_pattern_that_asks_for_more(more: str) -> None:
    assert unreachable(f"{{path: {{type: RegularExpression, value: '/.*'}}, {more}}}", "{path: {value: /a}}") == ""
    assert unreachable(
        f"{{path: {{type: RegularExpression, value: '/.*'}}, {more}}}", f"{{path: {{value: /a}}, {more}}}"
    )


def test_what_is_hidden_for_one_hostname_only_is_reached() -> None:
    pattern = routes(
        rules("{path: {type: RegularExpression, value: '/.*'}}"),
        name="all",
        more="parentRefs: [{name: edge}]\n  hostnames: [a.example.com]",
    )
    hidden, reached = (
        f"parentRefs: [{{name: edge}}]\n  hostnames: [a.example.com{more}]" for more in ("", ", b.example.com")
    )
    found = said("GH405", GATEWAY, SERVICE, pattern, routes(rules("{path: {value: /x}}"), more=hidden))
    assert "the path pattern /.* of HTTPRoute web/all comes first, and takes all of them" in found
    assert said("GH405", GATEWAY, SERVICE, pattern, routes(rules("{path: {value: /x}}"), more=reached)) == ""


def test_two_routes_are_found_once_at_their_first_common_match() -> None:
    matches = rules("{path: {value: /a}}, {path: {value: /b}}")
    several = "parentRefs: [{name: edge}]\n  hostnames: [a.example.com, b.example.com]"
    found = said("GH406", GATEWAY, SERVICE, routes(matches, more=several), routes(matches, name="cart", more=several))
    assert found == (
        "warning GH406: spec.rules[0].matches[0]: HTTPRoute web/cart matches the same requests of a.example.com, the "
        "path prefix /a: Cilium makes one of both, with the backends of both and the filters of one.\n"
        "  fix: Leave the requests to one of them, or ask for more in the other."
    )


def test_different_hostnames_or_listeners_are_no_matter() -> None:
    one, other = (f"parentRefs: [{{name: edge}}]\n  hostnames: [{name}.example.com]" for name in "ab")
    route = rules("{path: {value: /a}}")
    assert said("GH406", GATEWAY, SERVICE, routes(route, more=one), routes(route, name="cart", more=other)) == ""
    two = listeners(
        "[{name: a, port: 80, protocol: HTTP, hostname: a.example.com},"
        " {name: b, port: 80, protocol: HTTP, hostname: b.example.com}]"
    )
    on = [routes(route, name=name, more=f"parentRefs: [{{name: edge, sectionName: {name}}}]") for name in "ab"]
    assert said("GH406", two, SERVICE, *on) == ""


def test_a_redirect_to_https_and_a_route_on_one_listener() -> None:
    redirect = routes("[{filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]}]", name="to-https")
    route = routes(f"[{{{BACKEND}}}]")
    for facts in (ClusterFacts(), ClusterFacts(cilium="1.19")):
        assert "the path prefix /: one of them answers, and nothing says which." in said(
            "GH406", GATEWAY, SERVICE, route, redirect, facts=facts
        )
    both = listeners(f"[{{name: http, port: 80, protocol: HTTP}}, {HTTPS}]")
    assert said("GH406", both, SERVICE, route, redirect) == ""


def test_the_rules_of_a_route_are_merged_before_1_20() -> None:
    old = ClusterFacts(cilium="1.19")
    twice = routes(rules("{path: {value: /a}}", "{path: {value: /a}}"))
    assert said("GH405", GATEWAY, SERVICE, twice, facts=old) == ""
    assert said("GH406", GATEWAY, SERVICE, twice, facts=old) == (
        "warning GH406: spec.rules[1].matches[0]: rules[0] matches the same requests of any hostname, the path prefix "
        "/a: "
        "Cilium makes one of both, with the backends of both and the filters of one.\n"
        "  fix: Leave the requests to one of them, or ask for more in the other."
    )
    in_one_rule = routes(rules("{path: {value: /a}}, {path: {value: /a}}"))
    assert "matches[0] asks for the same" in said("GH405", GATEWAY, SERVICE, in_one_rule, facts=old)
    assert said("GH406", GATEWAY, SERVICE, twice) == ""
