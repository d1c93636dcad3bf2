"""Who comes first of several rules that match, and what is said of the others."""

from typing import Any

from preflight.gateway_api.semantics import CILIUM_1_20, SEMANTICS, SPEC, Semantics
from tests.preflight.gateway_api.asking import asked, header, path_match, rule, services
from tests.preflight.gateway_api.states import Json, gateway, listener, route, service

import pytest

BOTH = [SPEC, CILIUM_1_20]
OLD, NEW = "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"
CLUSTER = (gateway(), service(), service("other"))
SENT: dict[str, Any] = {"path": "/a/b", "headers": {"x-a": "1", "x-b": "1"}, "query": "p=1"}


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
@pytest.mark.parametrize(
    ("winner", "loser", "reason"),
    [
        (path_match("/a/b", "Exact"), path_match("/a/b"), "its path prefix /a/b comes after an exact path"),
        (path_match("/a/b"), path_match("/a"), "its path prefix /a is shorter than /a/b"),
        (path_match("/a"), path_match("/", method="GET"), "its path prefix / is shorter than /a"),
        (
            path_match("/", method="GET"),
            path_match("/", headers=[header("x-a", "1"), header("x-b", "1")]),
            "it names no method, and the other one does: GET",
        ),
        (
            path_match("/", headers=[header("x-a", "1"), header("x-b", "1")]),
            path_match("/", headers=[header("x-a", "1")], queryParams=[header("p", "1")]),
            "it matches 1 header, and the other one 2",
        ),
        (
            path_match("/", queryParams=[header("p", "1")]),
            path_match("/"),
            "it matches 0 query parameters, and the other one 1",
        ),
    ],
)
def test_the_more_specific_match_comes_first(semantics: Semantics, winner: Json, loser: Json, reason: str) -> None:
    routes = route("a", rules=[rule(loser, to="other")]), route("b", rules=[rule(winner)])
    answer = asked(*CLUSTER, *routes, semantics=semantics, **SENT)
    assert services(answer) == {"app": 1}
    assert answer.why[-1] == f"HTTPRoute infra/a, rules[0], would match too, but {reason}."
    assert answer.ambiguous == ()


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
@pytest.mark.parametrize(
    ("own", "other", "reason"),
    [
        ("shop.test", "*.test", "its hostname *.test is less specific than shop.test"),
        ("*.test", "", "it has no hostname, which is less specific than *.test"),
    ],
)
def test_the_more_specific_hostname_comes_first(semantics: Semantics, own: str, other: str, reason: str) -> None:
    named: dict[str, Any] = {"hostnames": [other]} if other else {}
    wide = route("a", rules=[rule(path_match("/a/b", "Exact"), to="other")], **named)
    answer = asked(*CLUSTER, wide, route("b", hostnames=[own]), semantics=semantics, **SENT)
    assert services(answer) == {"app": 1}
    if semantics is SPEC:
        assert answer.why[-1] == f"HTTPRoute infra/a, rules[0], would match too, but {reason}."


def test_only_the_specification_falls_back_to_a_wider_hostname() -> None:
    routes = (
        route("a", hostnames=["*.test"], rules=[rule(to="other")]),
        route("b", hostnames=["shop.test"], rules=[rule(path_match("/x"))]),
    )
    spec = asked(*CLUSTER, *routes, semantics=SPEC)
    assert (services(spec), spec.ambiguous) == ({"other": 1}, ())
    assert spec.why[2] == (
        "No rule for shop.test takes the request. The specification leaves open whether it goes on to the rules for "
        "*.test, as here, or is answered with 404, as by proxies with virtual hosts."
    )
    answer = asked(*CLUSTER, *routes)
    assert (answer.status, services(answer)) == (404, {})
    assert answer.why[-2] == (
        "HTTPRoute infra/a, rules[0], would match too, but it is there for *.test: "
        "as shop.test has routes of its own, Cilium tries no others."
    )
    assert answer.why[-1] == "HTTPRoute infra/b, rules[0], does not match: its path prefix /x is another."


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
def test_of_one_route_the_first_rule_comes_first(semantics: Semantics) -> None:
    answer = asked(
        *CLUSTER, route(rules=[rule(path_match("/"), path_match("/")), rule(to="other")]), semantics=semantics
    )
    assert services(answer) == {"app": 1}
    assert answer.ambiguous == ()
    end = "would match too, but an earlier rule of the same route comes first."
    assert answer.why[-1] == f"HTTPRoute infra/shop, rules[1], {end}"


def test_the_older_route_comes_first_whatever_its_name() -> None:
    routes = route("a", created=NEW, rules=[rule(to="other")]), route("b", created=OLD)
    answer = asked(*CLUSTER, *routes, semantics=SPEC)
    assert (services(answer), answer.ambiguous) == ({"app": 1}, ())
    assert answer.why[-1] == "HTTPRoute infra/a, rules[0], would match too, but HTTPRoute infra/b is older."


def test_of_routes_with_one_age_the_first_name_comes_first() -> None:
    routes = route("b", created=OLD, rules=[rule(to="other")]), route("a", created=OLD)
    answer = asked(*CLUSTER, *routes, semantics=SPEC)
    assert (services(answer), answer.ambiguous) == ({"app": 1}, ())
    end = "would match too, but HTTPRoute infra/a comes first by name."
    assert answer.why[-1] == f"HTTPRoute infra/b, rules[0], {end}"


@pytest.mark.parametrize(
    ("created", "why", "without"),
    [
        ({}, "comes first by name", "HTTPRoute infra/a and HTTPRoute infra/b have"),
        ({"created": OLD}, "is taken for the older one", "HTTPRoute infra/b has"),
    ],
    ids=["neither", "one"],
)
def test_without_creation_times_it_is_one_of_the_two(created: dict[str, Any], why: str, without: str) -> None:
    answer = asked(*CLUSTER, route("b", rules=[rule(to="other")]), route("a", **created), semantics=SPEC)
    assert services(answer) == {"app": 1}
    assert "".join(answer.ambiguous) == (
        "One of HTTPRoute infra/a, rules[0] and HTTPRoute infra/b, rules[0]: the older route comes first, "
        f"and {without} no creation time. "
        "A hostname or a match of its own for each settles it, or metadata.creationTimestamp of both."
    )
    assert answer.why[-1] == f"HTTPRoute infra/b, rules[0], would match too, but HTTPRoute infra/a {why}."


def test_cilium_makes_one_of_equal_matches() -> None:
    weighted = [{"name": "other", "port": 80, "weight": 3}]
    routes = route("a", created=OLD), route("b", created=NEW, rules=[{"backendRefs": weighted}])
    answer = asked(*CLUSTER, *routes)
    assert services(answer) == {"app": 0.25, "other": 0.75}
    assert "".join(answer.ambiguous) == (
        "HTTPRoute infra/a and HTTPRoute infra/b have the same match: Cilium makes one of them, sends requests to the "
        "backends of all, and applies the filters of whichever it lists first. A hostname or a match of its own for "
        "each settles it."
    )


def test_cilium_has_no_order_for_equally_specific_matches() -> None:
    one, two = (
        rule(path_match("/", headers=[header(name, "1")]), to=to) for name, to in (("x-a", "app"), ("x-b", "other"))
    )
    answer = asked(*CLUSTER, route("a", created=OLD, rules=[one]), route("b", created=NEW, rules=[two]), **SENT)
    assert services(answer) == {"app": 1}
    assert "".join(answer.ambiguous) == (
        "One of HTTPRoute infra/a, rules[0] and HTTPRoute infra/b, rules[0]: both match, and Cilium has no order for "
        "routes that are equally specific. A hostname or a match of its own for each settles it."
    )


def test_rules_of_one_route_were_merged_by_cilium_1_19() -> None:
    same = route(rules=[rule(path_match("/")), rule(path_match("/"), to="other")])
    assert services(asked(*CLUSTER, same)) == {"app": 1}
    assert services(asked(*CLUSTER, same, semantics=SEMANTICS["1.19"])) == {"app": 0.5, "other": 0.5}


def test_a_pattern_comes_before_prefixes_in_cilium_and_is_open_in_the_specification() -> None:
    rules = rule(path_match("/a/.*", "RegularExpression")), rule(path_match("/a/b"), to="other")
    routes = route("a", rules=[rules[0]]), route("b", rules=[rules[1]])
    cilium, spec = asked(*CLUSTER, *routes, **SENT), asked(*CLUSTER, *routes, semantics=SPEC, **SENT)
    assert (services(cilium), cilium.ambiguous) == ({"app": 1}, ())
    assert services(spec) == {"other": 1}
    assert "".join(spec.ambiguous) == (
        "One of HTTPRoute infra/b, rules[0] and HTTPRoute infra/a, rules[0]: the specification leaves open whether a "
        "path pattern or a path prefix comes first. An exact path, or paths that do not overlap, settle it."
    )


@pytest.mark.parametrize("as_one", [True, False])
def test_the_specification_leaves_open_whether_a_slash_at_the_end_counts(as_one: bool) -> None:
    rules = rule(path_match("/a", method="GET")), rule(path_match("/a/"), to="other")
    routes = (
        [route("a", rules=list(rules))]
        if as_one
        else [route(name, rules=[each]) for name, each in zip("ab", rules, strict=True)]
    )
    cilium, spec = asked(*CLUSTER, *routes, **SENT), asked(*CLUSTER, *routes, semantics=SPEC, **SENT)
    assert (services(cilium), cilium.ambiguous) == ({"app": 1}, ())
    assert services(spec) == {"app": 1}
    second = "HTTPRoute infra/a, rules[1]" if as_one else "HTTPRoute infra/b, rules[0]"
    assert "".join(spec.ambiguous) == (
        f"One of HTTPRoute infra/a, rules[0] and {second}: the specification leaves open whether the slash at the end "
        "of a path prefix makes it the longer one. Leaving it out settles it."
    )


def test_a_slash_at_the_end_is_no_doubt_where_it_changes_nothing() -> None:
    rules = [
        rule(path_match("/a/", method="GET")),
        rule(path_match("/a"), to="other"),
        rule(path_match("/"), to="other"),
    ]
    answer = asked(*CLUSTER, route("a", rules=rules), semantics=SPEC, **SENT)
    assert (services(answer), answer.ambiguous) == ({"app": 1}, ())


def test_a_longer_pattern_comes_first_and_matches_in_full() -> None:
    rules = [rule(path_match("/a.*", "RegularExpression"), to="other"), rule(path_match("/a/b.*", "RegularExpression"))]
    assert services(asked(*CLUSTER, route(rules=rules), **SENT)) == {"app": 1}
    assert services(asked(*CLUSTER, route(rules=rules), path="/a/")) == {"other": 1}
    assert asked(*CLUSTER, route(rules=rules), path="/x/a/b").status == 404


def test_of_patterns_of_grpc_cilium_compares_the_whole_and_the_specification_the_service_first() -> None:
    def method(service_: str, name: str, to: str) -> Json:
        match = {"method": {"type": "RegularExpression", "service": service_, "method": name}}
        return {"matches": [match], "backendRefs": [{"name": to, "port": 80}]}

    rules = [method("shop[.].*", ".*", "other"), method(".*", "CreateOrderOf.*", "app")]
    grpc = route(kind="GRPCRoute", rules=rules)
    sent = {"grpc": "shop.Orders/CreateOrderOfGoods"}
    assert services(asked(*CLUSTER, grpc, semantics=SPEC, **sent)) == {"other": 1}
    assert services(asked(*CLUSTER, grpc, semantics=CILIUM_1_20, **sent)) == {"app": 1}


def test_near_misses_are_bounded() -> None:
    rules = [rule(path_match("/", headers=[header("x-a", str(number))])) for number in range(14)]
    answer = asked(*CLUSTER, route("a", rules=rules), route("b", rules=[rule(to="other")]))
    assert services(answer) == {"other": 1}
    misses = [sentence for sentence in answer.why if "does not match" in sentence]
    assert misses[0] == "HTTPRoute infra/a, rules[0], does not match: the header x-a is missing."
    assert (len(misses), answer.why[-1]) == (10, "And 4 more.")


def test_a_rule_of_a_listener_with_another_port_answers_in_cilium() -> None:
    two = gateway(listener(), listener("alt", port=8080))
    own = route(parents=[{"name": "web", "sectionName": "http"}])
    assert asked(two, service(), own, port=8080, semantics=SPEC).status == 404
    answer = asked(two, service(), own, port=8080)
    assert services(answer) == {"app": 1}
    assert answer.why[1] == (
        "Listener http of Gateway infra/web, to which HTTPRoute infra/shop is attached, has port 80: "
        "Cilium has one table for the HTTP listeners of a Gateway, whatever their port."
    )


def test_cilium_has_an_order_of_its_own_for_what_is_as_specific() -> None:
    routes = [route(name, rules=[rule(path_match("/", headers=[header(f"x-{name}", "1")]))]) for name in ("a", "b")]
    assert asked(*CLUSTER, *routes, **SENT).why[-1] == (
        "HTTPRoute infra/b, rules[0], would match too, but it comes after HTTPRoute infra/a, rules[0], in the order in "
        "which Cilium has them."
    )
