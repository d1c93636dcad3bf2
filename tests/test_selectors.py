"""Label selectors, and the Services that they pick."""

import hashlib
from typing import Any

from constructs_lib import (
    Gateway,
    HttpBackendRef,
    HttpRoute,
    HttpRouteRule,
    LabelSelector,
    LabelSelectorRequirement,
    Listener,
    LoadBalancerIpPool,
    Namespace,
    services_of_gateway,
    services_of_namespace,
)
from constructs_lib.ip_block import IpBlock
from constructs_lib.registry import Identity
from constructs_lib.selectors import gateway_service_labels, gateway_service_name
from tests.conftest import Manifests, refusal

import pytest
from cdk8s import Chart
from hypothesis import example, given
from hypothesis import strategies as st


def test_a_selector_reaches_the_manifest(chart: Chart, manifests: Manifests) -> None:
    selector = LabelSelector(
        match_labels={"example.com/app": "Web", "empty": ""},
        match_expressions=[
            LabelSelectorRequirement(key="a", operator="In", values=["b", "c"]),
            LabelSelectorRequirement(key="a", operator="NotIn", values=("d",)),
            LabelSelectorRequirement(key="e", operator="Exists"),
            LabelSelectorRequirement(key="f", operator="DoesNotExist"),
        ],
    )
    LoadBalancerIpPool(chart, "a", blocks=[IpBlock.address("192.0.2.1")], service_selector=selector)
    (manifest,) = manifests()
    assert manifest["spec"]["serviceSelector"] == {
        "matchLabels": {"example.com/app": "Web", "empty": ""},
        "matchExpressions": [
            {"key": "a", "operator": "In", "values": ["b", "c"]},
            {"key": "a", "operator": "NotIn", "values": ["d"]},
            {"key": "e", "operator": "Exists"},
            {"key": "f", "operator": "DoesNotExist"},
        ],
    }


def test_a_selector_without_conditions_is_written_as_one(chart: Chart, manifests: Manifests) -> None:
    LoadBalancerIpPool(chart, "a", blocks=[IpBlock.address("192.0.2.1")], service_selector=LabelSelector())
    (manifest,) = manifests()
    assert manifest["spec"]["serviceSelector"] == {}


def test_the_services_of_a_namespace_have_the_label_that_cilium_adds(chart: Chart) -> None:
    expected = LabelSelector(match_labels={"io.kubernetes.service.namespace": "common"})
    assert services_of_namespace("common") == expected
    assert services_of_namespace(Namespace(chart, "common")) == expected


def test_the_service_of_a_gateway_has_the_labels_that_cilium_adds(chart: Chart) -> None:
    listeners = [Listener.http("web")]
    expected = LabelSelector(
        match_labels={"gateway.networking.k8s.io/gateway-name": "a", "io.kubernetes.service.namespace": "common"}
    )
    assert services_of_gateway(Gateway(chart, "a", namespace="common", listeners=listeners)) == expected
    assert services_of_gateway(Gateway.from_existing(name="a", namespace="common", listeners=listeners)) == expected


def test_the_labels_of_a_gateway_with_a_long_name_are_shortened_as_cilium_does() -> None:
    """A Gateway of the app has at most 63 characters; one that is defined elsewhere can have more."""
    digest = hashlib.sha256(b"a" * 64).hexdigest()[:10].translate(str.maketrans("013ae", "ghkmt"))
    shortened = f"{'a' * 52}-{digest}"
    existing = Gateway.from_existing(name="a" * 64, namespace="common", listeners=[Listener.http("web")])
    assert services_of_gateway(existing).match_labels == {
        "gateway.networking.k8s.io/gateway-name": shortened,
        "io.kubernetes.service.namespace": "common",
    }
    labels = existing.service_labels
    assert labels["io.cilium.gateway/owning-gateway"] == shortened
    assert services_of_gateway(existing).matches(labels)


@pytest.mark.parametrize("value", ["gateway", None, {"name": "a"}])
def test_the_services_of_what_is_no_gateway_are_refused(value: Any) -> None:
    assert refusal(lambda: services_of_gateway(value)) == (
        f"services_of_gateway.gateway: {value!r} is of type {type(value).__name__}. Allowed: a Gateway of "
        "constructs_lib, or Gateway.from_existing(...). Fix: pass the Gateway itself."
    )


def test_the_services_of_another_construct_are_refused(chart: Chart) -> None:
    pool = LoadBalancerIpPool(chart, "a", blocks=[IpBlock.address("192.0.2.1")])
    assert refusal(lambda: services_of_gateway(pool)).startswith(
        f"services_of_gateway.gateway: {pool.identity} is of type Load"
    )


def test_the_services_of_a_route_are_refused(chart: Chart) -> None:
    parents = Gateway.from_existing(name="a", namespace="common", listeners=[Listener.http("web")]).listeners
    rules = [HttpRouteRule(backend_refs=[HttpBackendRef("web", port=80)])]
    route = HttpRoute(chart, "a", namespace="common", parent_refs=parents, rules=rules)
    assert refusal(lambda: services_of_gateway(route)).startswith(
        f"services_of_gateway.gateway: {route.identity} is of type Http"
    )


VALUE = (
    "is not a label value that Kubernetes accepts. Allowed: text of at most 63 of A-Z, a-z, 0-9, '-', '_' and '.', "
    "with a letter or digit at both ends, or ''. Fix: shorten it, or put it in an annotation."
)
KEY = (
    "is not a key that Kubernetes accepts. Allowed: 1 to 63 of A-Z, a-z, 0-9, '-', '_' and '.', with a letter or digit "
    "at both ends, after an optional DNS prefix and '/'. Fix: write a key such as 'app' or 'example.com/app'."
)
MATCH = (
    "Allowed: values for In and NotIn, none for Exists and DoesNotExist. Fix: add the values, or change the operator."
)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"match_labels": {"app": "a b"}}, f"match_labels['app']: 'a b' {VALUE}"),
        ({"match_labels": {"app": 1}}, f"match_labels['app']: 1 {VALUE}"),
        ({"match_labels": {"a b": "c"}}, f"match_labels: 'a b' {KEY}"),
        (
            {"match_labels": ["app"]},
            "match_labels: ['app'] is of type list. Allowed: a mapping of text to text. Fix: write {'key': 'value'}.",
        ),
        (
            {"match_labels": None},
            "match_labels: None is of type NoneType. Allowed: a mapping of text to text. Fix: write {'key': 'value'}.",
        ),
        (
            {"match_expressions": [{"key": "a", "operator": "Exists"}]},
            (
                "match_expressions[0]: {'key': 'a', 'operator': 'Exists'} is of type dict. Allowed: "
                "LabelSelectorRequirement. Fix: write LabelSelectorRequirement(...)."
            ),
        ),
        (
            {"match_expressions": LabelSelectorRequirement(key="a", operator="Exists")},
            (
                "match_expressions: LabelSelectorRequirement(key='a', operator='Exists', values=()) is of type "
                "LabelSelectorRequirement. Allowed: a list of LabelSelectorRequirement. Fix: put it in a list: [...]."
            ),
        ),
    ],
)
def test_a_selector_that_kubernetes_refuses_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: LabelSelector(**arguments)) == f"LabelSelector.{expected}"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"key": "a b", "operator": "Exists"}, f"key: 'a b' {KEY}"),
        (
            {"key": "a", "operator": "Equals"},
            (
                "operator: 'Equals' is not a value of this field. Allowed: 'In', 'NotIn', 'Exists', 'DoesNotExist'. "
                "Fix: write one of them."
            ),
        ),
        ({"key": "a", "operator": "In"}, f"values: [] does not go with In. {MATCH}"),
        ({"key": "a", "operator": "NotIn", "values": ()}, f"values: [] does not go with NotIn. {MATCH}"),
        ({"key": "a", "operator": "Exists", "values": ["b"]}, f"values: ['b'] does not go with Exists. {MATCH}"),
        (
            {"key": "a", "operator": "DoesNotExist", "values": ["b"]},
            f"values: ['b'] does not go with DoesNotExist. {MATCH}",
        ),
        ({"key": "a", "operator": "In", "values": ["b c"]}, f"values: 'b c' {VALUE}"),
        (
            {"key": "a", "operator": "In", "values": [1]},
            "values[0]: 1 is of type int. Allowed: str. Fix: write it as text, in quotes.",
        ),
        (
            {"key": "a", "operator": "In", "values": "b"},
            "values: 'b' is of type str. Allowed: a list of str. Fix: put it in a list: [...].",
        ),
    ],
)
def test_a_requirement_that_kubernetes_refuses_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: LabelSelectorRequirement(**arguments)) == f"LabelSelectorRequirement.{expected}"


KEYS, VALUES = ["a", "b"], ["", "x", "y"]
label_sets = st.dictionaries(st.sampled_from(KEYS), st.sampled_from(VALUES))
requirements = st.one_of(
    st.builds(
        LabelSelectorRequirement,
        key=st.sampled_from(KEYS),
        operator=st.sampled_from(["In", "NotIn"]),
        values=st.lists(st.sampled_from(VALUES), min_size=1, max_size=2),
    ),
    st.builds(
        LabelSelectorRequirement, key=st.sampled_from(KEYS), operator=st.sampled_from(["Exists", "DoesNotExist"])
    ),
)
selectors = st.builds(LabelSelector, match_labels=label_sets, match_expressions=st.lists(requirements, max_size=2))


def meets(labels: dict[str, str], requirement: dict[str, Any]) -> bool:
    """Tell whether labels meet a requirement of a manifest, as Kubernetes defines the four operators."""
    key, values = requirement["key"], requirement["values"] or []
    return {
        "In": key in labels and labels[key] in values,
        "NotIn": key not in labels or labels[key] not in values,
        "Exists": key in labels,
        "DoesNotExist": key not in labels,
    }[requirement["operator"]]


@given(selectors, label_sets)
@example(LabelSelector(), {})
def test_a_selector_selects_what_meets_all_its_conditions(selector: LabelSelector, labels: dict[str, str]) -> None:
    """Oracle: the definition, for the selector as its manifest says it."""
    spec = selector.spec()
    conditions = [
        *({"key": key, "operator": "In", "values": [value]} for key, value in (spec["matchLabels"] or {}).items()),
        *(spec["matchExpressions"] or []),
    ]
    assert selector.matches(labels) == all(meets(labels, condition) for condition in conditions)


def test_the_service_of_a_gateway_has_these_labels() -> None:
    gateway = Identity("gateway.networking.k8s.io", "Gateway", "common", "web")
    labels = gateway_service_labels(gateway, {"team": "a", "io.kubernetes.service.name": "mine"})
    assert labels == {
        "gateway.networking.k8s.io/gateway-name": "web",
        "io.cilium.gateway/owning-gateway": "web",
        "io.kubernetes.service.name": "cilium-gateway-web",
        "io.kubernetes.service.namespace": "common",
        "team": "a",
    }


def test_the_service_of_a_gateway_is_selected_by_the_selector_for_it() -> None:
    gateway = Gateway.from_existing(name="web", namespace="common", listeners=[Listener.http("a")])
    selector = services_of_gateway(gateway)
    for name, namespace in (("web", "common"), ("web", "apps"), ("other", "common")):
        other = Identity("gateway.networking.k8s.io", "Gateway", namespace, name)
        assert selector.matches(gateway_service_labels(other, {})) == (other == gateway.identity)


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("web", "cilium-gateway-web"),
        ("w" * 48, "cilium-gateway-" + "w" * 48),
        # the SHA-256 of the whole name starts with f6488f98e6
        ("w" * 49, "cilium-gateway-" + "w" * 37 + "-f6488f98t6"),
    ],
)
def test_the_service_of_a_gateway_has_a_name_of_at_most_63_characters(name: str, service: str) -> None:
    assert gateway_service_name(name) == service
    assert len(service) <= 63
