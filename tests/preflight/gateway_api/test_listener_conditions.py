"""The conditions of a listener that is in a conflict and not valid by itself: both are said."""

from dataclasses import replace

from preflight.gateway_api.conditions import false
from preflight.gateway_api.conflicts import Conflict
from preflight.gateway_api.listener_conditions import JudgedListener, in_gateway, in_listener_set
from preflight.gateway_api.listeners import Validity
from preflight.gateway_api.prediction import ListenerKey, ListenerStatus
from preflight.gateway_api.semantics import CILIUM_1_20, SEMANTICS, SPEC, Semantics
from tests.preflight.gateway_api.states import WEB, gateway, https, said, the_gateway

import pytest

CONFLICT = Conflict("HostnameConflict", "Another one has its hostname.")
MISSING = false("ResolvedRefs", "InvalidCertificateRef", "No Secret.")


def judged(reason: str | None, conflict: Conflict | None) -> JudgedListener:
    found, _ = the_gateway(gateway(https()))
    messages = ("No Secret.",) if reason else ()
    refs = MISSING if reason else None
    return JudgedListener(
        key=ListenerKey("Gateway", WEB, "https"),
        gateway=WEB,
        listener=found.listeners[0],
        validity=Validity(reason=reason, messages=messages, resolved_refs=refs, kinds=()),
        conflict=conflict,
        attached=(),
    )


@pytest.mark.parametrize("semantics", [CILIUM_1_20, SPEC], ids=["cilium", "spec"])
def test_in_a_gateway(semantics: Semantics) -> None:
    found = in_gateway(judged("Invalid", CONFLICT), semantics, served=True, has_address=True)
    assert said(found.conditions) == [
        "Conflicted=True HostnameConflict: Another one has its hostname.",
        "ResolvedRefs=False InvalidCertificateRef: No Secret.",
        "Accepted=False Invalid: Another one has its hostname. No Secret.",
        "Programmed=False Pending: It is not served until it is valid.",
    ]


def test_in_a_listener_set_the_conflict_comes_first() -> None:
    found = in_listener_set(judged("Invalid", CONFLICT), CILIUM_1_20, served=True)
    assert said(found.conditions) == [
        "Accepted=False HostnameConflict: Another one has its hostname.",
        "Programmed=False HostnameConflict: Another one has its hostname.",
        "Conflicted=True HostnameConflict: Another one has its hostname.",
        "ResolvedRefs=True ResolvedRefs: All that it refers to is there.",
    ]


@pytest.mark.parametrize(("served", "has_address"), [(True, True), (True, False), (False, False)])
def test_a_valid_listener_is_served_as_its_gateway_is(*, served: bool, has_address: bool) -> None:
    found = in_gateway(judged(None, None), CILIUM_1_20, served=served, has_address=has_address)
    assert found.served == served
    assert found.conditions[-1].status == str(has_address)


@pytest.mark.parametrize(("protocol", "version"), [("TCP", "1.20"), ("HTTP", "1.19")])
def test_a_listener_with_an_address_is_served(protocol: str, version: str) -> None:
    found = programmed(protocol, SEMANTICS[version])
    assert (said(found.conditions)[-1], found.served) == ("Programmed=True Programmed: It is served.", True)


@pytest.mark.parametrize("protocol", ["TCP", "UDP"])
def test_one_of_layer_4_is_programmed_by_cilium_1_19_and_not_served(protocol: str) -> None:
    found = programmed(protocol, SEMANTICS["1.19"])
    message = f"Cilium 1.19 says so, but does not serve protocol {protocol}."
    assert (said(found.conditions)[-1], found.served) == (f"Programmed=True Programmed: {message}", False)


def programmed(protocol: str, semantics: Semantics) -> ListenerStatus:
    """What becomes of a valid listener of a Gateway with an address."""
    valid = judged(None, None)
    of_protocol = replace(valid, listener=replace(valid.listener, protocol=protocol))
    return in_gateway(of_protocol, semantics, served=True, has_address=True)
