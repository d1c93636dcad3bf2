"""GatewayClasses: those of Cilium, and their parameters."""

from preflight.gateway_api.classes import class_status, classes_of_cilium, parameters_problem, service_type
from preflight.gateway_api.semantics import CILIUM_1_20, SEMANTICS
from tests.preflight.gateway_api.states import API, Json, an_object, said, state

import pytest

PARAMETERS = {"group": "cilium.io", "kind": "CiliumGatewayClassConfig", "namespace": "infra", "name": "config"}


def a_class(**parameters: str) -> Json:
    spec: Json = {"controllerName": "io.cilium/gateway-controller"}
    if parameters:
        spec["parametersRef"] = parameters
    return an_object(API, "GatewayClass", "mine", None, spec=spec)


def config(**spec: object) -> Json:
    return an_object("cilium.io/v2alpha1", "CiliumGatewayClassConfig", "config", "infra", spec=spec)


def test_the_classes_of_other_controllers_are_left_alone() -> None:
    other = an_object(API, "GatewayClass", "other", None, spec={"controllerName": "example.com/controller"})
    assert list(classes_of_cilium(state(other, a_class()))) == ["cilium", "mine"]


def test_a_class_is_accepted_and_lists_features() -> None:
    objects = state(a_class())
    found = class_status(objects.gateway_classes["mine"], objects, CILIUM_1_20)
    assert said(found.conditions) == ["Accepted=True Accepted: GatewayClass mine is Cilium's."]
    assert found.features == tuple(sorted(CILIUM_1_20.features))
    assert class_status(found.gateway_class, objects, SEMANTICS["1.19"]).features != found.features


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        (
            {"group": "", "kind": "Service", "namespace": "infra", "name": "config"},
            "The parametersRef of GatewayClass mine names the kind '/Service', not cilium.io/CiliumGatewayClassConfig.",
        ),
        (
            PARAMETERS | {"group": "example.com"},
            (
                "The parametersRef of GatewayClass mine names the kind "
                "'example.com/CiliumGatewayClassConfig', not cilium.io/CiliumGatewayClassConfig."
            ),
        ),
        (
            {key: value for key, value in PARAMETERS.items() if key != "namespace"},
            "The parametersRef of GatewayClass mine needs a name and a namespace.",
        ),
        (
            PARAMETERS | {"name": "none"},
            "CiliumGatewayClassConfig infra/none, which GatewayClass mine names, does not exist.",
        ),
    ],
    ids=["kind", "group", "namespace", "missing"],
)
def test_bad_parameters(parameters: dict[str, str], expected: str) -> None:
    objects = state(a_class(**parameters), config())
    found = class_status(objects.gateway_classes["mine"], objects, CILIUM_1_20)
    assert said(found.conditions) == [f"Accepted=False InvalidParameters: {expected}"]


def test_good_parameters() -> None:
    objects = state(a_class(**PARAMETERS), config(service={"type": "NodePort"}))
    mine = objects.gateway_classes["mine"]
    assert parameters_problem(mine, objects) is None
    assert service_type(mine, objects) == "NodePort"


def test_services_are_load_balancers_unless_the_parameters_say_otherwise() -> None:
    objects = state(a_class(**PARAMETERS), config())
    assert [service_type(objects.gateway_classes[name], objects) for name in ("mine", "cilium")] == ["LoadBalancer"] * 2
