"""BackendTLSPolicies: on which Gateways they count, and which one wins."""

from preflight.gateway_api.prediction import Prediction
from preflight.gateway_api.semantics import SEMANTICS, SPEC
from tests.preflight.gateway_api.states import (
    API,
    PEM,
    WEB,
    Json,
    an_object,
    config_map,
    gateway,
    listener,
    listener_set,
    predicted,
    reasons,
    route,
    said,
    service,
)

import pytest

CA = config_map(**{"ca.crt": PEM})
GOOD = [
    "Accepted=True Accepted: It holds for its Services.",
    "ResolvedRefs=True ResolvedRefs: All that it refers to is there.",
]


def policy(
    *targets: str | tuple[str, str], name: str = "tls", created: str = "", validation: Json | None = None
) -> Json:
    """A policy for Services, or for ports of them: `(service, port)`."""
    pairs = [(target, None) if isinstance(target, str) else target for target in targets or ("app",)]
    refs: list[Json] = [
        {"group": "", "kind": "Service", "name": each} | ({"sectionName": port} if port else {}) for each, port in pairs
    ]
    refs_to_ca = {"caCertificateRefs": [{"group": "", "kind": "ConfigMap", "name": "ca"}]}
    spec = {"targetRefs": refs, "validation": {"hostname": "app.example.com"} | (validation or refs_to_ca)}
    metadata = {"created": created} if created else {}
    return an_object(API, "BackendTLSPolicy", name, "infra", spec=spec, **metadata)


def conditions(prediction: Prediction, name: str = "tls") -> list[str]:
    """What is said of a policy for the Gateway infra/web."""
    (found,) = (each for each in prediction.policies if each.policy.key.name == name)
    return said(found.ancestors.get(WEB, ()))


def seen(*documents: Json) -> Prediction:
    return predicted(gateway(), route(), service(), CA, *documents)


def test_a_policy_counts_where_an_http_route_reaches_its_service() -> None:
    assert conditions(seen(policy())) == GOOD


def test_cilium_says_that_it_ignores_subject_alt_names() -> None:
    refs = {"caCertificateRefs": [{"group": "", "kind": "ConfigMap", "name": "ca"}]}
    written = policy(validation=refs | {"subjectAltNames": [{"type": "Hostname", "hostname": "other.example.com"}]})
    ignored = "Cilium 1.20 ignores its subjectAltNames: the certificate has to be for app.example.com."
    assert conditions(seen(written)) == [f"{GOOD[0]} {ignored}", GOOD[1]]
    assert conditions(predicted(gateway(), route(), service(), CA, written, semantics=SPEC)) == GOOD


@pytest.mark.parametrize(
    "documents",
    [
        [],
        [route(parents=[{"name": "web", "sectionName": "none"}])],
        [route(kind="GRPCRoute")],
        [route(backends=[{"name": "other", "port": 80}])],
    ],
    ids=["no route", "a route that is not accepted", "another kind", "another Service"],
)
def test_a_policy_counts_nowhere_else(documents: list[Json]) -> None:
    (found,) = predicted(gateway(), service(), CA, policy(), *documents).policies
    assert found.ancestors == {}


def test_a_listener_set_stands_for_its_gateway_if_it_is_allowed() -> None:
    sets = listener_set(listener("extra", port=81))
    to_set = route(parents=[{"name": "more", "kind": "ListenerSet"}])
    allowed = gateway(allowedListeners={"namespaces": {"from": "All"}})
    assert conditions(predicted(allowed, sets, to_set, service(), CA, policy())) == GOOD
    assert conditions(predicted(gateway(), sets, to_set, service(), CA, policy())) == []


def test_a_gateway_with_bad_parameters_does_not_count() -> None:
    reference = {"group": "", "kind": "ConfigMap", "name": "any"}
    bad = gateway(name="bad", infrastructure={"parametersRef": reference})
    both = route(parents=[{"name": "web"}, {"name": "bad"}])
    (found,) = predicted(gateway(), bad, both, service(), CA, policy()).policies
    assert list(found.ancestors) == [WEB]


def test_of_two_policies_for_a_service_the_older_one_wins() -> None:
    found = seen(policy(name="a", created="2026-01-02T00:00:00Z"), policy(name="b", created="2026-01-01T00:00:00Z"))
    assert conditions(found, "b") == GOOD
    assert conditions(found, "a") == [
        "Accepted=False Conflicted: BackendTLSPolicy infra/b has Service infra/app already: it is older."
    ]


def test_of_two_policies_of_one_age_the_first_by_name_wins() -> None:
    found = seen(policy(("app", "port-80"), name="b"), policy(("app", "port-80"), name="a"))
    assert conditions(found, "a") == GOOD
    assert conditions(found, "b") == [
        (
            "Accepted=False Conflicted: BackendTLSPolicy infra/a has port 'port-80' of Service infra/app already: "
            "it comes first by name. One of the two wins, the older one, and BackendTLSPolicy infra/a and "
            "BackendTLSPolicy infra/b have no creation time."
        )
    ]


def test_a_policy_for_a_port_and_one_for_all_ports_do_not_conflict() -> None:
    found = seen(policy(("app", "port-80"), name="b"), policy(name="a"))
    assert conditions(found, "a") == conditions(found, "b") == GOOD


def test_a_service_that_does_not_exist() -> None:
    message = "Service infra/app, which it targets, does not exist."
    assert conditions(predicted(gateway(), route(), CA, policy())) == [
        f"Accepted=False Invalid: {message}",
        f"ResolvedRefs=False BackendNotFound: {message}",
    ]


def test_one_service_that_is_there_outweighs_one_that_is_not() -> None:
    both = route(backends=[{"name": "app", "port": 80}, {"name": "gone", "port": 80}])
    assert conditions(predicted(gateway(), both, service(), CA, policy("app", "gone"))) == GOOD


@pytest.mark.parametrize(
    ("validation", "accepted", "resolved", "message"),
    [
        (
            {"caCertificateRefs": [{"group": "", "kind": "ConfigMap", "name": each} for each in ("ca", "other")]},
            "Invalid",
            "Invalid",
            "It has 2 caCertificateRefs, of which one is allowed.",
        ),
        (
            {"caCertificateRefs": [{"group": "", "kind": "Secret", "name": "ca"}]},
            "NoValidCACertificate",
            "InvalidKind",
            "Secret infra/ca, which it names for its CA certificate, is no ConfigMap.",
        ),
        (
            {"caCertificateRefs": [{"group": "", "kind": "ConfigMap", "name": "none"}]},
            "NoValidCACertificate",
            "InvalidCACertificateRef",
            "ConfigMap infra/none does not exist.",
        ),
        (
            {"caCertificateRefs": [{"group": "", "kind": "ConfigMap", "name": "empty"}]},
            "NoValidCACertificate",
            "InvalidCACertificateRef",
            "ConfigMap infra/empty has no ca.crt.",
        ),
    ],
    ids=["two", "kind", "missing", "empty"],
)
def test_ca_certificates_that_can_not_be_used(validation: Json, accepted: str, resolved: str, message: str) -> None:
    assert conditions(seen(policy(validation=validation), config_map("empty", other=""))) == [
        f"Accepted=False {accepted}: {message}",
        f"ResolvedRefs=False {resolved}: {message}",
    ]


def test_well_known_ca_certificates_need_no_config_map() -> None:
    assert conditions(seen(policy(validation={"wellKnownCACertificates": "System"}))) == GOOD


def test_what_is_no_service_is_no_target() -> None:
    written = policy()
    written["spec"]["targetRefs"] = [{"group": "example.com", "kind": "Bucket", "name": "app"}]
    assert conditions(seen(written)) == []


def test_cilium_1_19_has_no_policies() -> None:
    found = predicted(gateway(), route(), service(), CA, policy(), semantics=SEMANTICS["1.19"])
    assert found.policies == ()


def test_a_policy_may_win_one_port_and_lose_another() -> None:
    first = policy(("app", "port-80"), name="a")
    found = seen(first, policy(("app", "port-80"), ("app", "port-443"), name="b"))
    (status,) = (each for each in found.policies if each.policy.key.name == "b")
    assert reasons(status.ancestors[WEB]) == {"Accepted": "False Conflicted", "ResolvedRefs": "True ResolvedRefs"}


def test_of_several_ports_that_are_lost_the_first_by_name_is_told() -> None:
    ports = [("app", f"port-{number}") for number in range(7)]
    created = "2026-01-01T00:00:00Z"
    found = seen(policy(*ports, name="a", created=created), policy(*reversed(ports), name="b", created=created))
    assert conditions(found, "b") == [
        (
            "Accepted=False Conflicted: BackendTLSPolicy infra/a has port 'port-0' of Service infra/app already: "
            "it comes first by name."
        )
    ]


def test_gateways_are_in_order() -> None:
    names = ["e", "b", "d", "a", "c"]
    both = route(parents=[{"name": name} for name in names])
    (found,) = predicted(*(gateway(name=name) for name in names), both, service(), CA, policy()).policies
    assert [gateway.name for gateway in found.ancestors] == ["a", "b", "c", "d", "e"]


def test_a_policy_without_a_creation_time_counts_as_the_newest() -> None:
    found = seen(policy(name="a"), policy(name="b", created="2026-01-01T00:00:00Z"))
    assert conditions(found, "b") == GOOD
    assert conditions(found, "a") == [
        (
            "Accepted=False Conflicted: BackendTLSPolicy infra/b has Service infra/app already: it is taken for the "
            "older one. One of the two wins, the older one, and BackendTLSPolicy infra/a has no creation time."
        )
    ]
