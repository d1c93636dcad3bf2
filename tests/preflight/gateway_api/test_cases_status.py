"""The status that others expect: Cilium's golden fixtures, and the conformance suite of the Gateway API."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from preflight.gateway_api.semantics import SEMANTICS
from preflight.gateway_api.status import predict
from preflight.gateway_api.status_objects import statuses
from tests.preflight.gateway_api.cases import (
    Json,
    Phase,
    conformance_phases,
    golden_objects,
    golden_scenarios,
    golden_statuses,
    loaded,
    needs_cases,
)
from tests.preflight.gateway_api.conftest import Agreement

import pytest

KINDS = {
    "GatewayClass",
    "Gateway",
    "ListenerSet",
    "HTTPRoute",
    "GRPCRoute",
    "TLSRoute",
    "TCPRoute",
    "UDPRoute",
    "BackendTLSPolicy",
}
NOTHING_TO_PREDICT = {
    "has_address": "Which address a Gateway gets is decided by Cilium's address allocator, at run time.",
    "latest_observed_generation": "Manifests have no generation, and a prediction is always of the newest one.",
}
"""The checks of the conformance suite that are left out, with the reason; nothing else is."""


class Fact(NamedTuple):
    """One thing that a status says: of which object, of what in it, which field."""

    kind: str
    object: str
    part: str
    field: str


Facts = Mapping[Fact, Any]


def test_the_cases_are_there() -> None:
    needs_cases()
    assert len(golden_scenarios()) > 30
    assert len(conformance_phases()) > 60


@pytest.mark.parametrize("scenario", golden_scenarios())
def test_status_is_what_cilium_writes(scenario: str, agreement: Agreement) -> None:
    predicted = _by_identity(statuses(predict(golden_objects(scenario), SEMANTICS["1.20"])))
    wrong = []
    for expected in golden_statuses(scenario):
        if expected["kind"] in KINDS:
            identity = _identity(expected)
            wanted, found = dict(_facts(expected)), dict(_facts(predicted.get(identity, {"status": {}}), identity))
            for fact in sorted(wanted | found):
                agrees = wanted.get(fact) == found.get(fact)
                agreement.count(f"Cilium: {fact.kind} {fact.field}", agrees=agrees)
                if not agrees:
                    wrong.append((fact, wanted.get(fact), found.get(fact)))
    assert wrong == []


@pytest.mark.parametrize("phase", conformance_phases(), ids=str)
def test_status_is_what_the_conformance_suite_expects(phase: Phase, agreement: Agreement) -> None:
    predicted = _by_identity(statuses(predict(loaded(phase.objects), phase.semantics)))
    wrong = []
    for entry in phase.statuses:
        found = predicted.get((entry["kind"], entry.get("namespace", ""), entry["name"]), {"status": {}})["status"]
        for field, agrees in _checked(entry, found):
            agreement.count(f"conformance: {entry['kind']} {field}", agrees=agrees)
            if not agrees:
                wrong.append((field, entry, found))
    assert wrong == []


def _by_identity(objects: list[Json]) -> dict[tuple[str, str, str], Json]:
    return {_identity(each): each for each in objects}


def _identity(each: Json) -> tuple[str, str, str]:
    metadata = each["metadata"]
    return each["kind"], metadata.get("namespace", ""), metadata["name"].lower().strip()


def _facts(each: Json, identity: tuple[str, str, str] | None = None) -> Iterator[tuple[Fact, Any]]:
    """Yield all that a status says, apart from times, generations and messages."""
    kind, namespace, name = identity or _identity(each)
    status, place = each["status"], f"{namespace}/{name}"
    yield from _conditions(status, kind, place, "")
    if kind == "Gateway":
        yield Fact(kind, place, "", "attachedListenerSets"), status.get("attachedListenerSets") or 0
        yield Fact(kind, place, "", "addresses"), [address["value"] for address in status.get("addresses") or ()]
    for listener in status.get("listeners") or ():
        part = listener["name"]
        yield from _conditions(listener, f"{kind} listener", place, part)
        yield Fact(f"{kind} listener", place, part, "attachedRoutes"), listener["attachedRoutes"]
        yield Fact(f"{kind} listener", place, part, "supportedKinds"), _kinds(listener)
    for parent in status.get("parents") or ():
        yield from _conditions(parent, kind, place, str(sorted(_reference(parent["parentRef"], namespace).items())))
    for ancestor in status.get("ancestors") or ():
        yield from _conditions(ancestor, kind, place, str(sorted(_reference(ancestor["ancestorRef"], "").items())))


def _conditions(holder: Json, kind: str, place: str, part: str) -> Iterator[tuple[Fact, Any]]:
    for condition in holder.get("conditions") or ():
        yield Fact(kind, place, part, condition["type"]), (condition["status"], condition["reason"])


def _kinds(listener: Json) -> list[tuple[str, str]]:
    return sorted((kind["group"], kind["kind"]) for kind in listener.get("supportedKinds") or ())


def _reference(written: Json, namespace: str) -> Json:
    """Return a reference with its defaults; field names are compared without regard to case, as Go reads them."""
    defaults = {"group": "gateway.networking.k8s.io", "kind": "Gateway", "namespace": namespace}
    given = {name[0].lower() + name[1:]: value for name, value in written.items()}
    return defaults | given | {"name": written["name"].lower()}


def _checked(entry: Json, status: Json) -> Iterator[tuple[str, bool]]:
    """Yield each fact of an entry: what it is about, and whether the predicted status has it."""
    if "check" in entry:
        if entry["check"] not in NOTHING_TO_PREDICT:
            yield entry["check"], CHECKS[entry["check"]](entry, status)
        return
    holders = _holders(entry, status)
    for wanted in entry.get("conditions", ()):
        yield wanted["type"], any(_has(holder, wanted) for holder in holders)
    if "attachedRoutes" in entry:
        yield "attachedRoutes", [holder["attachedRoutes"] for holder in holders] == [entry["attachedRoutes"]]
    if "attachedListenerSets" in entry:
        yield "attachedListenerSets", status.get("attachedListenerSets", 0) == entry["attachedListenerSets"]
    if "supportedKinds" in entry:
        wanted_kinds = _kinds(entry)
        found = [_kinds(holder) for holder in holders]
        yield (
            "supportedKinds",
            any(set(wanted_kinds) <= set(each) and bool(each) == bool(wanted_kinds) for each in found),
        )


def _holders(entry: Json, status: Json) -> list[Json]:
    """Return what an entry is about: listeners, parents, ancestors, or the object itself."""
    if "listener" in entry:
        return [each for each in status.get("listeners", ()) if each["name"] == entry["listener"]]
    for field, list_, name in (("parentRef", "parents", "parentRef"), ("ancestorRef", "ancestors", "ancestorRef")):
        if field in entry:
            return [each for each in status.get(list_, ()) if _is(each[name], entry[field], entry)]
    return [status]


def _is(reference: Json, wanted: Json, entry: Json) -> bool:
    found = _reference(reference, entry["namespace"])
    return all(found.get(name) == value for name, value in wanted.items())


def _has(holder: Json, wanted: Json) -> bool:
    return any(
        all(wanted[field] is None or condition[field] == wanted[field] for field in ("type", "status", "reason"))
        for condition in holder.get("conditions", ())
    )


def _listener_names(entry: Json, status: Json) -> bool:
    return sorted(each["name"] for each in status.get("listeners", ())) == sorted(entry["listenerNames"])


def _zero_attached_routes(_: Json, status: Json) -> bool:
    return [each["attachedRoutes"] for each in status.get("listeners", ())] in ([], [0])


def _no_accepted_parents(_: Json, status: Json) -> bool:
    parents = status.get("parents", ())
    refused = {"type": "Accepted", "status": "False", "reason": None}
    return not parents or (len(parents) == 1 and _has(parents[0], refused))


CHECKS = {
    "listener_names": _listener_names,
    "zero_attached_routes": _zero_attached_routes,
    "no_accepted_parents": _no_accepted_parents,
}
