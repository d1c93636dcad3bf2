"""The conditions of Gateways and ListenerSets, and of their listeners."""

from dataclasses import replace

from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.prediction import GatewayStatus, Prediction
from preflight.gateway_api.semantics import CILIUM_1_20, SEMANTICS, SPEC
from tests.preflight.gateway_api.states import (
    API,
    Json,
    an_object,
    config_map,
    gateway,
    grant,
    https,
    listener,
    listener_set,
    listeners_of,
    namespace_object,
    predicted,
    reasons,
    said,
    secret,
    web,
)

import pytest

ALL = {"namespaces": {"from": "All"}}
SERVICE = "Service infra/cilium-gateway-web"
NO_ADDRESS = f"{SERVICE} has no address: there is no CiliumLoadBalancerIPPool to take one from."


def the_set(prediction: Prediction, name: str = "more", namespace: str = "infra") -> GatewayStatus:
    key = NamespacedName(namespace, name)
    return next(each for each in prediction.listener_sets if each.key == key)


def test_a_gateway_with_an_address_is_programmed_and_so_are_its_listeners() -> None:
    found = web(predicted(gateway()))
    assert said(found.conditions) == [
        "Accepted=True Accepted: All listeners of infra/web are valid.",
        f"Programmed=True Programmed: {SERVICE} gets an address from a CiliumLoadBalancerIPPool.",
    ]
    (http,) = found.listeners
    assert said(http.conditions) == [
        "ResolvedRefs=True ResolvedRefs: All that it refers to is there.",
        "Accepted=True Accepted: It is valid.",
        "Programmed=True Programmed: It is served.",
    ]
    assert http.served


def test_without_an_address_listeners_are_pending() -> None:
    found = web(predicted(gateway(), pool=False))
    assert said(found.conditions)[1] == f"Programmed=False AddressNotAssigned: {NO_ADDRESS}"
    assert said(found.listeners[0].conditions)[2] == "Programmed=False Pending: It waits for an address."


def test_a_listener_that_is_not_valid_is_not_served() -> None:
    found = web(predicted(gateway(listener(), https())))
    assert said(found.conditions)[0] == "Accepted=True Accepted: Some listeners of infra/web are not valid: 'https'."
    invalid = listeners_of(found)["https"]
    assert said(invalid.conditions) == [
        "ResolvedRefs=False InvalidCertificateRef: Secret infra/cert does not exist.",
        "Accepted=False Invalid: Secret infra/cert does not exist.",
        "Programmed=False Pending: It is not served until it is valid.",
    ]
    assert not invalid.served
    assert len(invalid.supported_kinds) == 2


def test_the_specification_reports_listeners_that_are_not_valid() -> None:
    found = web(predicted(gateway(listener(), https()), semantics=SPEC))
    assert reasons(found.conditions)["Accepted"] == "True ListenersNotValid"


def test_cilium_reports_an_unsupported_protocol() -> None:
    found = web(predicted(gateway(listener(), listener("odd", "example.com/QUIC", 1))))
    assert said(found.conditions)[0] == (
        "Accepted=True ListenersNotValid: Some listeners of infra/web are not valid: 'odd'."
    )
    assert reasons(listeners_of(found)["odd"].conditions) == {
        "Accepted": "False UnsupportedProtocol",
        "Programmed": "False Pending",
    }


def test_a_gateway_without_a_valid_listener_is_not_accepted() -> None:
    found = predicted(gateway(https(), allowedListeners=ALL), listener_set(listener()))
    message = "Gateway infra/web has no valid listener, of 'https'."
    assert said(web(found).conditions) == [
        f"Accepted=False ListenersNotValid: {message}",
        f"Programmed=False ListenersNotValid: {message}",
    ]
    assert (web(found).addresses, web(found).attached_listener_sets, found.listener_sets) == ((), 0, ())


def test_listeners_in_conflict() -> None:
    written = gateway(listener("a"), listener("b", "TCP"), listener("c", port=8080))
    message = "It wants port 80 with protocol HTTP, listener 'b' of Gateway infra/web with TCP."
    found = listeners_of(web(predicted(written)))["a"]
    assert said(found.conditions) == [
        f"Conflicted=True ProtocolConflict: {message}",
        f"Accepted=False Invalid: {message}",
        "Programmed=False Pending: It is not served until it is valid.",
    ]
    assert (found.served, len(found.supported_kinds)) == (False, 2)
    by_specification = listeners_of(web(predicted(written, semantics=SPEC)))["a"]
    assert said(by_specification.conditions)[1] == f"Accepted=False ProtocolConflict: {message}"
    assert by_specification.supported_kinds == ()


def test_static_addresses_that_are_unsupported_come_before_the_service() -> None:
    found = web(predicted(gateway(addresses=[{"type": "Hostname", "value": "lb.example.com"}])))
    message = "The static address 'lb.example.com' is of type 'Hostname': only IPAddress is supported."
    assert said(found.conditions) == [
        f"Accepted=False UnsupportedAddress: {message}",
        f"Programmed=False ListenersNotReady: {message}",
    ]
    assert said(found.listeners[0].conditions)[1:] == [
        "Accepted=True Accepted: It is valid.",
        "Programmed=False Pending: It waits for an address.",
    ]
    assert not found.listeners[0].served


def test_parameters_of_a_gateway() -> None:
    reference = {"group": "", "kind": "ConfigMap", "name": "any"}
    written = gateway(infrastructure={"parametersRef": reference})
    found = web(predicted(written))
    assert said(found.conditions) == [
        (
            "Accepted=False InvalidParameters: Gateway infra/web has infrastructure.parametersRef, "
            "which Cilium does not support."
        ),
        "Programmed=Unknown Pending: It waits for good parameters.",
    ]
    assert (found.listeners, found.addresses) == ((), ())
    assert reasons(web(predicted(written, semantics=SEMANTICS["1.19"])).conditions)["Accepted"] == "True Accepted"


def test_the_specification_wants_the_parameters_to_be_there() -> None:
    reference = {"group": "", "kind": "ConfigMap", "name": "ca"}
    written = gateway(infrastructure={"parametersRef": reference})
    assert said(web(predicted(written, semantics=SPEC)).conditions)[0] == (
        "Accepted=False InvalidParameters: ConfigMap infra/ca, which infrastructure.parametersRef of Gateway infra/web "
        "names, does not exist."
    )
    there = predicted(written, config_map(), semantics=SPEC)
    assert reasons(web(there).conditions)["Accepted"] == "True Accepted"
    elsewhere = predicted(written, config_map(namespace="shop"), semantics=SPEC)
    assert reasons(web(elsewhere).conditions)["Accepted"] == "False InvalidParameters"


REFUSED: dict[str, Json] = {
    "parameters": {"infrastructure": {"parametersRef": {"group": "example.com", "kind": "Shape", "name": "none"}}},
    "listeners": {"listeners": [https(secret="gone")]},
    "addresses": {"addresses": [{"type": "Hostname", "value": "lb.example.com"}]},
}


@pytest.mark.parametrize("fields", REFUSED.values(), ids=REFUSED)
def test_the_specification_reports_listener_sets_of_a_gateway_that_is_not_accepted(fields: Json) -> None:
    more = listener_set(listener("extra", port=81))
    own = gateway(allowedListeners=ALL, **fields)
    found = predicted(own, more, semantics=SPEC)
    assert said(the_set(found).conditions) == [
        "Accepted=False ParentNotAccepted: Gateway infra/web is not accepted itself.",
        "Programmed=False ParentNotProgrammed: Gateway infra/web is not accepted itself.",
    ]
    assert (the_set(found).listeners, web(found).attached_listener_sets) == ((), 0)
    refused = predicted(gateway(**fields), more, semantics=SPEC)
    assert reasons(the_set(refused).conditions) == {"Accepted": "False NotAllowed", "Programmed": "False NotAllowed"}


@pytest.mark.parametrize("cause", ["parameters", "listeners"])
def test_cilium_gives_listener_sets_of_a_gateway_that_is_not_accepted_no_status(cause: str) -> None:
    own = gateway(allowedListeners=ALL, **REFUSED[cause])
    assert predicted(own, listener_set(listener("extra", port=81))).listener_sets == ()


def test_bad_parameters_of_the_class_are_bad_for_the_gateway() -> None:
    parameters = {"group": "cilium.io", "kind": "CiliumGatewayClassConfig", "namespace": "infra", "name": "none"}
    spec = {"controllerName": "io.cilium/gateway-controller", "parametersRef": parameters}
    mine = an_object(API, "GatewayClass", "mine", None, spec=spec)
    found = web(predicted(gateway(gatewayClassName="mine"), mine))
    assert reasons(found.conditions) == {"Accepted": "False InvalidParameters", "Programmed": "Unknown Pending"}


def test_gateways_of_other_controllers_have_no_status() -> None:
    other = an_object(API, "GatewayClass", "other", None, spec={"controllerName": "example.com/controller"})
    found = predicted(gateway(gatewayClassName="other"), gateway(name="none", gatewayClassName="absent"), other)
    assert (found.gateways, [each.gateway_class.name for each in found.classes]) == ((), ["cilium"])


def test_a_listener_set_that_is_allowed() -> None:
    found = predicted(gateway(allowedListeners=ALL), listener_set(listener("extra", port=81)), pool=False)
    assert said(the_set(found).conditions) == [
        "Accepted=True Accepted: Gateway infra/web takes its listeners.",
        "Programmed=True Programmed: Gateway infra/web serves its listeners.",
    ]
    (extra,) = the_set(found).listeners
    assert reasons(extra.conditions) == {
        "ResolvedRefs": "True ResolvedRefs",
        "Accepted": "True Accepted",
        "Programmed": "True Programmed",
    }
    assert (extra.served, extra.gateway, extra.key.kind) == (True, web(found).key, "ListenerSet")
    assert web(found).attached_listener_sets == 1


def test_a_listener_set_that_is_not_allowed() -> None:
    found = predicted(gateway(), listener_set(listener("extra", port=81)))
    message = "The allowedListeners of Gateway infra/web do not let ListenerSets of namespace 'infra' attach."
    assert said(the_set(found).conditions) == [
        f"Accepted=False NotAllowed: {message}",
        f"Programmed=False NotAllowed: {message}",
    ]
    assert (the_set(found).listeners, web(found).attached_listener_sets) == ((), 0)


def test_a_listener_set_loses_to_its_gateway() -> None:
    sets = listener_set(listener("extra"), listener("fine", port=81))
    found = predicted(gateway(allowedListeners=ALL), sets)
    extra, fine = the_set(found).listeners
    message = "It wants any hostname on port 80, as listener 'http' of Gateway infra/web does."
    assert said(extra.conditions) == [
        f"Accepted=False HostnameConflict: {message}",
        f"Programmed=False HostnameConflict: {message}",
        f"Conflicted=True HostnameConflict: {message}",
        "ResolvedRefs=True ResolvedRefs: All that it refers to is there.",
    ]
    assert (extra.supported_kinds, extra.served, fine.served) == ((), False, True)
    assert (web(found).listeners[0].served, web(found).attached_listener_sets) == (True, 1)


def test_of_two_listener_sets_the_older_one_wins() -> None:
    older = listener_set(listener(port=81), name="z", created="2026-01-01T00:00:00Z")
    younger = listener_set(listener(port=81), name="a", created="2026-01-02T00:00:00Z")
    found = predicted(gateway(allowedListeners=ALL), older, younger)
    assert reasons(the_set(found, "z").conditions)["Accepted"] == "True Accepted"
    assert said(the_set(found, "a").conditions)[0] == (
        "Accepted=False ListenersNotValid: ListenerSet infra/a has no valid listener, of 'http'."
    )
    assert web(found).attached_listener_sets == 1


def test_a_listener_set_needs_a_grant_of_its_own_for_certificates() -> None:
    sets = listener_set(https("extra", port=8443), namespace="shop")
    reference = {"mode": "Terminate", "certificateRefs": [{"name": "cert", "namespace": "infra"}]}
    sets["spec"]["listeners"][0]["tls"] = reference
    others = [gateway(allowedListeners=ALL), sets, secret(), namespace_object("shop")]
    found = the_set(predicted(*others, grant("Gateway", "shop", "Secret", in_="infra")), namespace="shop")
    assert reasons(found.listeners[0].conditions) == {
        "ResolvedRefs": "False RefNotPermitted",
        "Accepted": "False Invalid",
        "Programmed": "False Invalid",
    }
    allowed = the_set(predicted(*others, grant("ListenerSet", "shop", "Secret", in_="infra")), namespace="shop")
    assert reasons(allowed.listeners[0].conditions)["Accepted"] == "True Accepted"


@pytest.mark.parametrize(
    "written", [listener_set(listener()), listener_set(listener(), name="b")], ids=["one", "other"]
)
def test_a_listener_set_of_a_gateway_that_is_not_there_has_no_status(written: Json) -> None:
    assert predicted(written).listener_sets == ()


def test_cilium_1_19_accepts_listeners_of_layer_4_and_serves_none() -> None:
    found = web(predicted(gateway(listener("tcp", "TCP", 53)), semantics=SEMANTICS["1.19"]))
    assert reasons(found.listeners[0].conditions)["Accepted"] == "True Accepted"
    assert not found.listeners[0].served


def test_one_valid_listener_of_a_gateway_is_enough_for_its_listener_sets() -> None:
    own = gateway(listener(), https(secret="gone"), allowedListeners=ALL)
    found = the_set(predicted(own, listener_set(listener("extra", port=81))))
    assert reasons(found.conditions) == {"Accepted": "True Accepted", "Programmed": "True Programmed"}


def test_with_host_networking_a_gateway_has_the_addresses_of_nodes_whatever_its_class_says() -> None:
    found = web(predicted(gateway(), semantics=replace(CILIUM_1_20, host_network=True), pool=False))
    assert said(found.conditions)[1] == (
        "Programmed=True Programmed: Service infra/cilium-gateway-web is of type NodePort: the addresses are those of "
        "nodes."
    )
