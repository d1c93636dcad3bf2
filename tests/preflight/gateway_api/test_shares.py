"""Which part of the requests each backend gets, and what happens to the part of backends that do not work."""

from typing import Any

from preflight.gateway_api.answers import Answer, Outcome
from preflight.gateway_api.semantics import CILIUM_1_20, SEMANTICS, SPEC, Semantics
from tests.preflight.gateway_api.asking import asked, services
from tests.preflight.gateway_api.states import API, Json, an_object, config_map, gateway, grant, route, service

import pytest

BOTH = [SPEC, CILIUM_1_20]
FORBIDDEN = "Service other/b is in another namespace, and no ReferenceGrant there lets the HTTPRoutes of infra use it."


def divided(semantics: Semantics, *backends: Json, others: tuple[Json, ...] = (), **fields: Any) -> Answer:
    cluster = gateway(), service("a"), service("b"), route(backends=backends, **fields), *others
    return asked(*cluster, semantics=semantics)


def to(name: str, weight: int = 1, port: int = 80, **fields: Any) -> Json:
    return {"name": name, "port": port, "weight": weight} | fields


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
def test_weights_divide_the_requests(semantics: Semantics) -> None:
    answer = divided(semantics, to("a", 9), to("b", 1))
    assert services(answer) == {"a": 0.9, "b": 0.1}
    sentence = "90 % of the requests go to Service infra/a port 80, 10 % to Service infra/b port 80."
    assert sentence in answer.why


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
def test_a_backend_that_is_named_twice_gets_both_parts(semantics: Semantics) -> None:
    answer = divided(semantics, to("a", 2), to("b"), to("a"), to("a", 0))
    assert [each.share for each in answer.backends] == [0.5, 0.25, 0.25, 0]
    assert "75 % of the requests go to Service infra/a port 80, 25 % to Service infra/b port 80." in answer.why
    assert "gets nothing" not in " ".join(answer.why)
    assert "It goes to Service infra/a port 80." in divided(semantics, to("a"), to("a", 2), to("a", 4)).why


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
def test_weight_0_gets_nothing(semantics: Semantics) -> None:
    answer = divided(semantics, to("a", 0), to("b", 2))
    assert [each.share for each in answer.backends] == [0, 1]
    assert "Service infra/a gets nothing: its weight is 0." in answer.why
    assert "It goes to Service infra/b port 80." in answer.why


def test_a_lone_backend_with_weight_0_gets_all_in_cilium_only() -> None:
    assert divided(SPEC, to("a", 0)).status == 500
    answer = divided(CILIUM_1_20, to("a", 0))
    assert services(answer) == {"a": 1}
    assert "Service infra/a has weight 0, but Cilium sends all to a lone backend." in answer.why


def test_weights_that_are_all_0_give_500() -> None:
    answer = divided(SPEC, to("a", 0), to("b", 0))
    assert (answer.outcome, answer.status, answer.backends) == (Outcome.DIRECT, 500, ())
    assert "No backend that works has a weight above 0." in answer.why


def test_the_part_of_an_invalid_backend_gets_500_and_cilium_leaves_it_out() -> None:
    spec, cilium = (divided(semantics, to("a", 3), to("gone", 1)) for semantics in BOTH)
    assert services(spec) == {"a": 0.75}
    sentence = "Service infra/gone does not exist. Its part of the requests, 25 %, is answered with 500."
    assert sentence in spec.why
    assert services(cilium) == {"a": 1}
    assert "Service infra/gone does not exist. It is left out." in cilium.why


@pytest.mark.parametrize("semantics", BOTH, ids=lambda each: each.name)
@pytest.mark.parametrize(
    ("backends", "reasons"),
    [
        ([], ["It has no backends."]),
        ([to("gone")], ["Service infra/gone does not exist."]),
        (
            [to("gone"), to("b", namespace="other"), to("a", kind="Bucket", group="x.io")],
            [
                "Service infra/gone does not exist.",
                FORBIDDEN,
                "Bucket infra/a of group x.io is no Service.",
            ],
        ),
    ],
    ids=["none", "one", "several"],
)
def test_without_a_valid_backend_the_gateway_answers_500(
    semantics: Semantics, backends: list[Json], reasons: list[str]
) -> None:
    answer = divided(semantics, *backends)
    assert (answer.outcome, answer.status, answer.route is None) == (Outcome.DIRECT, 500, False)
    assert [*answer.why[2:]] == [*reasons, "So the Gateway itself answers, with 500."]


def test_a_grant_makes_a_backend_of_another_namespace_valid() -> None:
    others = service("b", "other"), grant("HTTPRoute", "infra", "Service", in_="other")
    assert services(divided(CILIUM_1_20, to("b", namespace="other"), others=others)) == {"b": 1}


def test_a_service_without_the_port_gives_500_in_the_specification_and_503_in_cilium() -> None:
    assert divided(SPEC, to("a", port=81)).status == 500
    answer = divided(CILIUM_1_20, to("a", port=81))
    assert (answer.status, answer.why[2]) == (503, "Service infra/a has no port 81; it has 80.")
    half = divided(CILIUM_1_20, to("a", port=81), to("b"))
    assert services(half) == {"b": 0.5}


def policy(ca: str, *, section: str | None = None, name: str = "policy", **fields: Any) -> Json:
    target = {"group": "", "kind": "Service", "name": "a"} | ({"sectionName": section} if section else {})
    ref = {"group": "", "kind": "ConfigMap", "name": ca}
    spec = {"targetRefs": [target], "validation": {"hostname": "a.test", "caCertificateRefs": [ref]}}
    return an_object(API, "BackendTLSPolicy", name, "infra", spec=spec, **fields)


@pytest.mark.parametrize(
    ("found", "status"),
    [
        (policy("ca"), None),
        (policy("gone"), 500),
        (policy("gone", section="port-80"), 500),
        (policy("gone", section="port-81"), None),
    ],
    ids=["valid", "invalid", "of the port", "of another port"],
)
def test_an_invalid_policy_makes_a_backend_invalid(found: Json, status: int | None) -> None:
    others = found, config_map(**{"ca.crt": "x"}), service("a", ports=(80, 81))
    answer = asked(gateway(), route(backends=[to("a")]), *others)
    assert answer.status == status
    if status:
        assert answer.why[2] == (
            "BackendTLSPolicy infra/policy is not valid for Service infra/a: ConfigMap infra/gone does not exist."
        )


@pytest.mark.parametrize(
    ("semantics", "code"), [(SPEC, "UNAVAILABLE"), (CILIUM_1_20, "UNKNOWN")], ids=["spec", "cilium"]
)
def test_a_grpc_client_gets_a_status_of_its_own(semantics: Semantics, code: str) -> None:
    cluster = gateway(), route(kind="GRPCRoute", backends=[to("gone")])
    answer = asked(*cluster, semantics=semantics, grpc="a.B/C")
    assert (answer.status, answer.grpc_status, answer.why[-1]) == (500, code, f"A gRPC client gets {code}.")


def test_a_valid_policy_of_a_port_outweighs_an_invalid_one_of_all() -> None:
    others = policy("gone", name="all"), policy("ca", section="port-80", name="one"), config_map(**{"ca.crt": "x"})
    assert services(asked(gateway(), service("a"), route(backends=[to("a")]), *others)) == {"a": 1}


def test_a_policy_in_conflict_with_an_older_one_is_nothing() -> None:
    old, new = "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"
    others = policy("gone", name="b", created=old), policy("ca", name="c", created=new), config_map(**{"ca.crt": "x"})
    answer = asked(gateway(), service("a"), route(backends=[to("a")]), *others)
    assert answer.status == 500
    assert answer.why[2].startswith("BackendTLSPolicy infra/b is not valid for Service infra/a: ")


def test_a_port_that_the_status_does_not_check_is_missed_by_the_request() -> None:
    answer = divided(SEMANTICS["1.19"], to("a", port=81))
    assert (answer.status, answer.why[2:]) == (
        503,
        ("Service infra/a has no port 81.", "So the Gateway itself answers, with 503."),
    )


def test_a_policy_for_a_service_that_does_not_exist_changes_no_answer() -> None:
    answer = asked(gateway(), service("b"), route(backends=[to("a"), to("b")]), policy("ca"))
    assert services(answer) == {"b": 1}
    assert answer.why[2:] == (
        "Service infra/a does not exist. It is left out.",
        "It goes to Service infra/b port 80.",
    )


def test_a_grpc_client_of_a_backend_without_endpoints_gets_unavailable() -> None:
    cluster = gateway(), service("a"), route(kind="GRPCRoute", backends=[to("a", port=81)])
    answer = asked(*cluster, grpc="a.B/C")
    assert (answer.status, answer.grpc_status) == (503, "UNAVAILABLE")
