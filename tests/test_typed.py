"""From the API's form to the generated classes: nothing is lost on the way, and what has no place is refused."""

from collections.abc import Mapping
from typing import Any

from constructs_lib.typed import converter, has_field, typed_props
from imports.io.cert_manager import Certificate
from imports.io.cilium import CiliumBgpClusterConfig, CiliumBgpPeerConfig, CiliumLoadBalancerIpPool
from imports.io.k8s.networking import gateway as api
from tests.conftest import refusal

import jsii
import pytest


def rendered(l1: type, spec: Mapping[str, Any]) -> Any:
    """Return the spec that reaches the manifest."""
    props = typed_props(l1, {"metadata": {"name": "name"}, "spec": spec})
    return jsii.sinvoke(l1, "manifest", [props])["spec"]


@pytest.mark.parametrize(
    ("l1", "spec"),
    [
        (api.HttpRoute, {"rules": [{"matches": [{"path": {"type": "PathPrefix", "value": "/"}}]}]}),
        (
            api.HttpRoute,
            {"rules": [{"filters": [{"type": "RequestRedirect", "requestRedirect": {"statusCode": 308}}]}]},
        ),
        (api.HttpRoute, {"rules": [{"filters": [{"type": "URLRewrite"}]}, {"filters": [{"type": "CORS"}]}]}),
        (
            api.BackendTlsPolicy,
            {
                "targetRefs": [{"group": "", "kind": "Service", "name": "web"}],
                "validation": {"hostname": "web.example", "wellKnownCACertificates": "System"},
            },
        ),
        (
            CiliumBgpClusterConfig,
            {"bgpInstances": [{"name": "a", "localASN": 64512, "peers": [{"name": "b", "peerASN": 1}]}]},
        ),
        (CiliumLoadBalancerIpPool, {"allowFirstLastIPs": "No", "serviceSelector": {"matchLabels": {"a.b/C_d": "e"}}}),
        (CiliumLoadBalancerIpPool, {"serviceSelector": {}, "blocks": [], "disabled": False}),
        (Certificate, {"secretName": "a", "issuerRef": {"name": "b"}, "usages": ["digital signature", "s/mime"]}),
    ],
)
def test_every_field_reaches_the_manifest_under_the_name_of_the_api(l1: type, spec: dict[str, Any]) -> None:
    assert rendered(l1, spec) == spec


def test_a_field_that_is_none_is_left_out() -> None:
    spec = {"blocks": [{"cidr": "192.0.2.0/28", "start": None}], "serviceSelector": None}
    assert rendered(CiliumLoadBalancerIpPool, spec) == {"blocks": [{"cidr": "192.0.2.0/28"}]}


def test_a_value_of_a_generated_type_is_refused_since_it_may_have_lost_fields_already() -> None:
    listener = api.GatewaySpecListeners(name="web", port=80, protocol="HTTP")
    spec = {"gatewayClassName": "cilium", "listeners": [listener]}
    assert refusal(lambda: typed_props(api.Gateway, {"spec": spec})) == (
        f"spec.listeners[0]: {listener!r} is of type GatewaySpecListeners, not a mapping"
    )


def test_a_tuple_is_a_list() -> None:
    assert rendered(CiliumLoadBalancerIpPool, {"blocks": ({"start": "192.0.2.1"},)}) == {
        "blocks": [{"start": "192.0.2.1"}]
    }


@pytest.mark.parametrize(
    ("manifest", "expected"),
    [
        (
            {"metadata": {"lables": {}}},
            (
                "metadata: the imported CRD has no field 'lables' here. Did you mean labels? "
                "Fields: annotations, finalizers, labels, name, namespace, ownerReferences"
            ),
        ),
        (
            {"spec": {"rule": []}},
            "spec: the imported CRD has no field 'rule' here. Did you mean rules? Fields: hostnames, parentRefs, rules",
        ),
        (
            {"spec": {"parentRefs": [{"name": "a"}, {"name": "b", "section_name": "web"}]}},
            (
                "spec.parentRefs[1]: the imported CRD has no field 'section_name' here. Did you mean sectionName? "
                "Fields: group, kind, name, namespace, port, sectionName"
            ),
        ),
        (
            {"spec": {"rules": [{"matches": [{}, {"path": {"typ": "Exact"}}]}]}},
            (
                "spec.rules[0].matches[1].path: the imported CRD has no field 'typ' here. Did you mean type? Fields: "
                "type, value"
            ),
        ),
        (
            {"spec": {"rules": [{"filters": [{"requestMirror": {"backendRef": {"weight": 1}}}]}]}},
            (
                "spec.rules[0].filters[0].requestMirror.backendRef: the imported CRD has no field 'weight' here. "
                "Fields: group, kind, name, namespace, port"
            ),
        ),
    ],
)
def test_an_unknown_field_is_refused_with_its_path_and_the_nearest_one(manifest: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: typed_props(api.HttpRoute, manifest)) == expected


@pytest.mark.parametrize(
    ("l1", "spec", "expected"),
    [
        (api.HttpRoute, {"hostnames": [5]}, "spec.hostnames[0]: 5 is of type int, not a str"),
        (api.HttpRoute, {"hostnames": "a.example"}, "spec.hostnames: 'a.example' is of type str, not a list"),
        (
            api.HttpRoute,
            {"hostnames": {"a.example": 1}},
            "spec.hostnames: {'a.example': 1} is of type dict, not a list",
        ),
        (api.HttpRoute, {"rules": {}}, "spec.rules: {} is of type dict, not a list"),
        (api.HttpRoute, {"rules": [None]}, "spec.rules[0]: None is of type NoneType, not a mapping"),
        (api.HttpRoute, {"rules": [[]]}, "spec.rules[0]: [] is of type list, not a mapping"),
        (api.HttpRoute, [], "spec: [] is of type list, not a mapping"),
        (api.HttpRoute, None, "spec: None is of type NoneType, not a mapping"),
        (
            api.HttpRoute,
            {"parentRefs": [{"port": "80"}]},
            "spec.parentRefs[0].port: '80' is of type str, not a int or float",
        ),
        (
            api.HttpRoute,
            {"parentRefs": [{"port": True}]},
            "spec.parentRefs[0].port: True is of type bool, not a int or float",
        ),
        (CiliumLoadBalancerIpPool, {"disabled": 0}, "spec.disabled: 0 is of type int, not a bool"),
        (CiliumLoadBalancerIpPool, {"disabled": "no"}, "spec.disabled: 'no' is of type str, not a bool"),
        (
            CiliumLoadBalancerIpPool,
            {"allowFirstLastIPs": True},
            "spec.allowFirstLastIPs: True is not one of the generated values YES, NO",
        ),
        (
            CiliumLoadBalancerIpPool,
            {"allowFirstLastIPs": "Maybe"},
            "spec.allowFirstLastIPs: 'Maybe' is not one of the generated values YES, NO",
        ),
        (
            CiliumLoadBalancerIpPool,
            {"serviceSelector": {"matchLabels": ["a"]}},
            "spec.serviceSelector.matchLabels: ['a'] is of type list, not a mapping",
        ),
        (
            CiliumLoadBalancerIpPool,
            {"serviceSelector": {"matchLabels": {"a.b/c": 1}}},
            "spec.serviceSelector.matchLabels[a.b/c]: 1 is of type int, not a str",
        ),
    ],
)
def test_a_value_of_another_type_is_refused_with_its_path(l1: type, spec: object, expected: str) -> None:
    assert refusal(lambda: typed_props(l1, {"spec": spec})) == expected


def test_an_enum_value_in_another_case_is_written_as_the_api_has_it() -> None:
    assert rendered(CiliumLoadBalancerIpPool, {"allowFirstLastIPs": "yes"}) == {"allowFirstLastIPs": "Yes"}


def test_a_field_is_written_as_the_api_has_it() -> None:
    text = refusal(lambda: typed_props(api.HttpRoute, {"spec": {"parentrefs": None}}))
    assert text.startswith("spec: the imported CRD has no field 'parentrefs' here. Did you mean parentRefs?")


def test_an_enum_value_with_an_underscore_reaches_the_manifest() -> None:
    spec = {"families": [{"afi": "ipv4", "safi": "mpls_label"}]}
    assert rendered(CiliumBgpPeerConfig, spec) == spec


def test_a_key_that_is_not_text_is_refused() -> None:
    assert refusal(lambda: typed_props(api.HttpRoute, {"spec": {1: "a"}})).startswith(
        "spec: the imported CRD has no field 1 here"
    )


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ({}, "spec: the CRD requires gatewayClassName, listeners here"),
        ({"gatewayClassName": None, "listeners": []}, "spec: the CRD requires gatewayClassName here"),
        (
            {"gatewayClassName": "cilium", "listeners": [{"name": "web", "port": 80}]},
            "spec.listeners[0]: the CRD requires protocol here",
        ),
    ],
)
def test_a_missing_field_that_the_crd_requires_is_refused(spec: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: typed_props(api.Gateway, {"spec": spec})) == expected


@pytest.mark.parametrize("value", [["Yes"], {"a": "Yes"}])
def test_what_cannot_be_an_enum_value_is_refused(value: object) -> None:
    text = refusal(lambda: typed_props(CiliumLoadBalancerIpPool, {"spec": {"blocks": [], "allowFirstLastIPs": value}}))
    assert text.startswith(f"spec.allowFirstLastIPs: {value!r} is not one of the generated values")


@pytest.mark.parametrize("value", [float("inf"), float("nan")])
def test_a_number_that_json_does_not_have_is_refused(value: float) -> None:
    spec = {"parentRefs": [{"name": "a", "port": value}]}
    assert refusal(lambda: typed_props(api.HttpRoute, {"spec": spec})) == (
        f"spec.parentRefs[0].port: {value!r} is not a number that JSON can have"
    )


def test_the_converter_of_a_type_is_made_once() -> None:
    assert converter(api.GatewaySpec) is converter(api.GatewaySpec)


@pytest.mark.parametrize(
    ("l1", "path", "is_there"),
    [
        (api.HttpRoute, "spec", True),
        (api.HttpRoute, "spec.rules.filters.cors.maxAge", True),
        (api.HttpRoute, "spec.rules.filters.cors.maxAge.seconds", False),
        (api.HttpRoute, "spec.rules.max_age", False),
        (api.HttpRoute, "spec.rule", False),
        (api.HttpRoute, "status", False),
        (api.Gateway, "spec.infrastructure.labels", True),
        (api.Gateway, "spec.infrastructure.labels.app", False),
        (CiliumBgpClusterConfig, "spec.bgpInstances.localASN", True),
    ],
)
def test_the_fields_of_a_crd_are_known(l1: type, path: str, is_there: bool) -> None:
    assert has_field(l1, path) is is_there
