"""The scenarios of ../shared/cases as objects, with the status that is expected of them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from preflight import admit
from preflight.cluster import ClusterFacts
from preflight.gateway_api import features
from preflight.gateway_api.loading import objects_in
from preflight.gateway_api.objects import Objects
from preflight.gateway_api.referenced import NAME_LABEL
from preflight.gateway_api.semantics import SEMANTICS, SPEC, Semantics

import pytest
import yaml

CASES = Path(__file__).resolve().parents[4] / "shared" / "cases"
GOLDEN = CASES / "cilium-gateway"
CONFORMANCE = CASES / "gateway-api-conformance"

Json = dict[str, Any]

POOL: Json = {
    "apiVersion": "cilium.io/v2",
    "kind": "CiliumLoadBalancerIPPool",
    "metadata": {"name": "usable"},
    "spec": {"blocks": [{"cidr": "192.0.2.0/24"}]},
}
"""So that Gateways get an address: it has the one that the suite calls usable, not the other one."""
TIMES = "2026-01-01T00:{:02}:00Z"
"""When objects are created: minute by minute, phase by phase."""
NOT_CLAIMED = {"TLSRouteModeMixed", "GatewayFrontendClientCertificateValidationInsecureFallback"}
"""What Cilium's GatewayClass lists, and its conformance report does not."""
CLAIMED = features.CILIUM_1_20 - NOT_CLAIMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """One phase of a conformance case: the state, and what must hold then."""

    case: str
    index: int
    objects: tuple[Json, ...]
    statuses: tuple[Json, ...]
    semantics: Semantics
    """Cilium's; the specification's where the case needs a feature that Cilium does not claim."""

    def __str__(self) -> str:
        return f"{self.case}-{self.index}"


def needs_cases() -> None:
    """Skip the test that calls it where the cases are absent."""
    if not CASES.is_dir():
        pytest.skip(f"needs the cases in {CASES}, and there is no such folder")


def golden_scenarios() -> list[str]:
    """Return the names of Cilium's scenarios, none where they are absent."""
    return sorted(folder.parent.name for folder in GOLDEN.glob("*/expected"))


def golden_objects(scenario: str) -> Objects:
    """Return the objects of a scenario as Cilium's tests have them: their fake client puts no label on Namespaces."""
    found = loaded([*_documents(GOLDEN / "base" / "input"), *_documents(GOLDEN / scenario / "input")])
    labels = {
        name: {label: value for label, value in each.items() if label != NAME_LABEL or value != name}
        for name, each in found.namespaces.items()
    }
    return replace(found, namespaces=labels)


def golden_statuses(scenario: str) -> list[Json]:
    """Return the objects of a scenario with the status that Cilium's controller has written."""
    return [each for each in _documents(GOLDEN / scenario / "expected") if "status" in each]


def conformance_phases() -> list[Phase]:
    """Return the phases of all conformance cases, none where they are absent."""
    files = sorted(CONFORMANCE.glob("*.json"))
    base = json.loads((CONFORMANCE / "_base.json").read_text(encoding="utf-8")) if files else {}
    return [phase for file in files for phase in _phases(file, base)]


def loaded(documents: Iterable[Json]) -> Objects:
    """Return objects as the controller sees them: admitted, with their defaults."""
    facts = ClusterFacts()
    admission = admit([_servable(document) for document in documents], cluster=facts)
    refused = [finding for verdict in admission.verdicts if not verdict.admitted for finding in verdict.findings]
    assert refused == []
    return objects_in(admission.snapshot, facts)


def _servable(document: Json) -> Json:
    """Return an object as an API server takes it: some are only ever given to a fake client, which takes all.

    TLSRoutes are of a version that is served, names have lower-case letters only, and there is no field `retry` (it is
    in the experimental channel).
    """
    if document["kind"] == "TLSRoute":
        document = document | {"apiVersion": "gateway.networking.k8s.io/v1"}
    name = document["metadata"]["name"]
    if name != name.lower().strip():
        document = document | {"metadata": document["metadata"] | {"name": name.lower().strip()}}
    spec = document.get("spec") or {}
    if "parentRefs" in spec:
        parents = [parent | {"name": parent["name"].lower()} for parent in spec["parentRefs"]]
        rules = [{key: value for key, value in rule.items() if key != "retry"} for rule in spec.get("rules") or ()]
        document = document | {"spec": spec | {"parentRefs": parents, "rules": rules}}
    return document


def _documents(folder: Path) -> Iterator[Json]:
    for file in sorted(folder.glob("*.yaml")):
        for document in yaml.load_all(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            if document:
                yield document


def _phases(file: Path, base: Mapping[str, Any]) -> Iterator[Phase]:
    case = base if file.stem == "_base" else json.loads(file.read_text(encoding="utf-8"))
    needed = set(case.get("features", ())) | set(case.get("requires", {}).get("features_present", ()))
    absent = set(case.get("requires", {}).get("features_absent", ()))
    state: dict[tuple[str, str, str], Json] = {}
    _apply(state, [*base["manifests"], *(case["manifests"] if case is not base else ())], TIMES.format(0))
    for phase in case.get("phases", [{"index": 0, "mutations": []}]):
        index = phase["index"]
        for mutation in phase["mutations"]:
            if mutation["op"] == "delete":
                del state[_identity(mutation["object"])]
            else:
                _apply(state, [mutation["object"]], TIMES.format(index))
        yield Phase(
            case=file.stem,
            index=index,
            objects=(*state.values(), POOL),
            statuses=tuple(status for status in case["statuses"] if status["phase"] == index),
            semantics=SEMANTICS["1.20"] if needed <= CLAIMED else replace(SPEC, features=SPEC.features - absent),
        )


def _apply(state: dict[tuple[str, str, str], Json], objects: Iterable[Json], time: str) -> None:
    """Create or update objects; one that is there keeps its time of creation."""
    for each in objects:
        known = state.get(_identity(each))
        created = known["metadata"]["creationTimestamp"] if known else time
        state[_identity(each)] = each | {"metadata": each["metadata"] | {"creationTimestamp": created}}


def _identity(each: Json) -> tuple[str, str, str]:
    return each["kind"], each["metadata"].get("namespace", ""), each["metadata"]["name"]
