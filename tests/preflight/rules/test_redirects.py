"""Redirects that lead back, and routes that answer in the clear past them."""

from preflight.cluster import ClusterFacts
from tests.preflight.rules.judged import HTTPS, SERVICE, findings, listeners, routes, said

BOTH = listeners(f"[{{name: http, port: 80, protocol: HTTP}}, {HTTPS}]")
BACKEND = "[{backendRefs: [{name: shop, port: 80}]}]"
TO_HTTPS = "[{filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]}]"
ON_HTTP, ON_HTTPS = (f"parentRefs: [{{name: edge, sectionName: {name}}}]" for name in ("http", "https"))
SECRET = (("web", "edge-tls"),)
OLD = ClusterFacts(cilium="1.19", secrets=SECRET)
FIX = "  fix: Attach the redirect to the listeners that it redirects from, with sectionName, or change its target."


def redirect(target: str, host: str, name: str) -> str:
    rule = f"[{{filters: [{{type: RequestRedirect, requestRedirect: {target}}}]}}]"
    return routes(rule, name=name, more=f"parentRefs: [{{name: edge}}]\n  hostnames: [{host}]")


def test_a_redirect_to_https_on_all_listeners_goes_to_itself_before_1_20() -> None:
    everywhere = routes(TO_HTTPS, name="to-https")
    assert said("GH404", BOTH, everywhere, facts=OLD) == (
        "error GH404: spec.rules[0]: A request for https://gatehouse-sample.invalid/ is redirected to itself.\n" + FIX
    )
    assert said("GH404", BOTH, everywhere) == ""
    assert said("GH404", BOTH, routes(TO_HTTPS, name="to-https", more=ON_HTTP), facts=OLD) == ""


def test_two_routes_that_send_each_other_are_found_once() -> None:
    apex = redirect("{hostname: www.example.com}", "example.com", "apex")
    www = redirect("{hostname: example.com}", "www.example.com", "www")
    plain = listeners("[{name: http, port: 80, protocol: HTTP}]")
    assert said("GH404", plain, www, apex) == (
        "error GH404: spec.rules[0]: Redirects go in a circle, by this rule and HTTPRoute web/www: http://example.com/ "
        "to http://www.example.com/, http://www.example.com/ to http://example.com/.\n" + FIX
    )


def test_a_path_that_grows_for_ever_is_found() -> None:
    rule = (
        "[{matches: [{path: {value: /a}}], filters: [{type: RequestRedirect, requestRedirect: "
        "{path: {type: ReplacePrefixMatch, replacePrefixMatch: /a/a}}}]}]"
    )
    plain = listeners("[{name: http, port: 80, protocol: HTTP}]")
    assert "A request for http://gatehouse-sample.invalid/a is redirected over and over" in said(
        "GH404", plain, routes(rule)
    )


def test_a_redirect_out_of_the_cluster_or_to_a_backend_ends() -> None:
    plain = listeners("[{name: http, port: 80, protocol: HTTP}]")
    assert said("GH404", plain, redirect("{hostname: www.example.org}", "example.com", "apex")) == ""
    there = routes(BACKEND, name="www", more="parentRefs: [{name: edge}]\n  hostnames: [www.example.com]")
    assert said("GH404", plain, SERVICE, redirect("{hostname: www.example.com}", "example.com", "apex"), there) == ""


def test_a_route_on_all_listeners_answers_past_the_redirect() -> None:
    route = routes(BACKEND.replace("[{", "[{matches: [{path: {value: /cart}}], ", 1))
    assert said("GH311", BOTH, SERVICE, route, routes(TO_HTTPS, name="to-https", more=ON_HTTP)) == (
        "warning GH311: spec.parentRefs: It is attached to listener 'http' on port 80 as well as to one with HTTPS, so "
        "that requests for the path prefix /cart are forwarded in the clear, past the redirect of HTTPRoute "
        "web/to-https.\n"
        "  fix: Write the sectionName of the HTTPS listener in its parentRefs."
    )


def test_equal_matches_may_answer_past_the_redirect() -> None:
    found = said("GH311", BOTH, SERVICE, routes(BACKEND), routes(TO_HTTPS, name="to-https", more=ON_HTTP))
    assert "requests for the path prefix / may be forwarded in the clear" in found


def test_a_redirect_for_some_requests_is_none_for_others() -> None:
    login = routes(TO_HTTPS.replace("[{", "[{matches: [{path: {value: /login}}], ", 1), name="to-https", more=ON_HTTP)
    assert said("GH311", BOTH, SERVICE, routes(BACKEND), login) == ""
    form = routes(BACKEND.replace("[{", "[{matches: [{path: {value: /login/form}}], ", 1))
    assert said("GH311", BOTH, SERVICE, form, login) == (
        "warning GH311: spec.parentRefs: It is attached to listener 'http' on port 80 as well as to one with HTTPS, so "
        "that requests for the path prefix /login/form are forwarded in the clear, past the redirect of HTTPRoute "
        "web/to-https.\n"
        "  fix: Write the sectionName of the HTTPS listener in its parentRefs."
    )


def test_a_route_of_one_protocol_is_as_it_was_meant() -> None:
    to_https = routes(TO_HTTPS, name="to-https", more=ON_HTTP)
    for section in (ON_HTTP, ON_HTTPS):
        assert said("GH311", BOTH, SERVICE, routes(BACKEND, more=section), to_https) == ""
    assert said("GH311", BOTH, SERVICE, routes(BACKEND)) == ""


def test_patterns_are_not_followed() -> None:
    rule = (
        "[{matches: [{path: {type: RegularExpression, value: '/.*'}}], filters: [{type: RequestRedirect, "
        "requestRedirect: {scheme: https}}]}]"
    )
    codes = {each.code for each in findings(BOTH, routes(rule), facts=OLD)}
    assert "GH404" not in codes
    assert "GH001" not in codes


def test_a_host_that_no_hostname_matches_may_be_anywhere() -> None:
    plain = listeners("[{name: http, port: 80, protocol: HTTP}]")
    anywhere = routes("[{filters: [{type: RequestRedirect, requestRedirect: {hostname: www.example.com}}]}]")
    assert said("GH404", plain, anywhere) == ""
    ours = plain.replace("protocol: HTTP", 'protocol: HTTP, hostname: "*.example.com"')
    assert "is redirected to itself" in said("GH404", ours, anywhere)
