"""The answers that Envoy gives by the configurations which Cilium writes, in its golden fixtures."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from preflight.gateway_api.answers import Answer
from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.requests import Request
from preflight.gateway_api.routing import Router
from preflight.gateway_api.semantics import CILIUM_1_20
from preflight.gateway_api.status import predict
from tests.preflight.gateway_api.cases import GOLDEN, golden_objects, golden_statuses, needs_cases
from tests.preflight.gateway_api.conftest import Agreement
from tests.preflight.gateway_api.envoy import Call, Envoy, Json, Reply

import pytest
import yaml

LEFT_OUT = {
    "Gateways that are not accepted": "Cilium leaves what it has written for them before: Envoy's is no answer."
}
"""Configurations that are not compared, with the reason; nothing else is."""


UNSET_STATUSES = (301, 302)
"""What a redirect without a code stands for: 301, which is Envoy's default, or none, which the API server makes 302."""


class Golden(NamedTuple):
    """One configuration of a scenario."""

    scenario: str
    file: Path

    def __str__(self) -> str:
        return f"{self.scenario}: {self.file.stem}"


def _is_accepted(golden: Golden) -> bool:
    gateway = _gateway(_read(golden.file))
    for each in golden_statuses(golden.scenario):
        if each["kind"] == "Gateway" and each["metadata"]["name"].lower() == gateway.name:
            return any((one["type"], one["status"]) == ("Accepted", "True") for one in each["status"]["conditions"])
    return False


def _read(file: Path) -> Json:
    found: Json = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return found


def _gateway(config: Json) -> NamespacedName:
    metadata = config["metadata"]
    return NamespacedName(metadata["namespace"], metadata["ownerReferences"][0]["name"].lower())


def configurations() -> list[Golden]:
    """Return all that Cilium writes for Gateways which it accepts."""
    return [
        Golden(file.parent.parent.name, file)
        for file in sorted(GOLDEN.glob("*/expected/cec-*.yaml"))
        if _is_accepted(Golden(file.parent.parent.name, file))
    ]


def test_the_cases_are_there() -> None:
    needs_cases()
    assert len(configurations()) > 30


@pytest.mark.parametrize("golden", configurations(), ids=str)
def test_answers_are_those_of_envoy(golden: Golden, agreement: Agreement) -> None:
    config = _read(golden.file)
    envoy, gateway = Envoy(config), _gateway(config)
    router = Router(predict(golden_objects(golden.scenario), CILIUM_1_20))
    wrong, calls = [], list(_calls(envoy))
    assert len(calls) > 1
    for call in calls:
        reply, answer = envoy.reply(call), router.answer(_request(call, gateway))
        for field, expected, actual in _facts(reply, answer):
            agreement.count(f"Envoy: {field}", agrees=expected == actual)
            if expected != actual:
                wrong.append((field, expected, actual, call, answer.why))
    assert wrong == []


def _calls(envoy: Envoy) -> Iterator[Call]:
    """Yield requests around all that a configuration names: hosts, paths, methods, headers and parameters."""
    routes = [route for table in envoy.tables.values() for host in table for route in host["routes"]]
    hosts = sorted({name for table in envoy.tables.values() for host in table for name in _around(host["domains"])})
    chains = [chain for listener in envoy.listeners for chain in listener.get("filterChains") or ()]
    hosts += sorted(
        name for chain in chains for name in _around(chain["filterChainMatch"].get("serverNames") or ()) - set(hosts)
    )
    paths = sorted({path for route in routes for path in _paths(route["match"])} | {"/", "/other"})
    sent = [_sent(route["match"]) for route in routes]
    sent = [each for index, each in enumerate(sent) if each not in sent[:index]] or [("GET", {}, {})]
    for scheme, port, host, path in product(
        ("http", "https"), sorted(envoy.ports | {4321}), [*hosts, "none.test"], paths
    ):
        for method, headers, query in [("GET", {}, {}), *sent]:
            yield Call(scheme=scheme, host=host, port=port, path=path, query=query, method=method, headers=headers)


def _around(domains: Any) -> set[str]:
    names = {domain for domain in domains if not domain.endswith(":*") and domain != "*"}
    return {name.replace("*", label) for name in names for label in ("one", "two.one")} | {"any.test"}


def _paths(match: Json) -> Iterator[str]:
    path = match.get("path") or match.get("pathSeparatedPrefix")
    if path:
        yield from (path, f"{path}/", f"{path}/more", f"{path}more", path.upper())


def _sent(match: Json) -> tuple[str, dict[str, str], dict[str, str]]:
    headers = {each["name"].lower(): each["stringMatch"].get("exact", "x") for each in match.get("headers") or ()}
    query = {each["name"]: each["stringMatch"].get("exact", "x") for each in match.get("queryParameters") or ()}
    headers.pop("x-forwarded-proto", None)
    return headers.pop(":method", "GET"), headers, query


def _request(call: Call, gateway: NamespacedName) -> Request:
    return Request(
        scheme=call.scheme,
        host=call.host,
        port=call.port,
        path=call.path,
        query="&".join(f"{name}={value}" for name, value in call.query.items()),
        method=call.method,
        headers=call.headers,
        gateway=gateway,
    )


def _facts(reply: Reply, answer: Answer) -> Iterator[tuple[str, Any, Any]]:
    shares: dict[str, float] = {}
    for each in answer.backends:
        cluster = ":".join((*each.backend.target.key, str(each.backend.port)))
        shares[cluster] = shares.get(cluster, 0) + each.share
    yield "outcome", reply.kind, str(answer.outcome)
    statuses = UNSET_STATUSES if reply.status == UNSET_STATUSES[0] else (reply.status,)
    yield "status", True, answer.status in statuses
    yield "location", reply.location, answer.location
    yield "shares", reply.shares, {name: share for name, share in shares.items() if share}
    if reply.path is not None and answer.request is not None:
        yield "path", reply.path, answer.request.path.partition("?")[0]
        yield "host", reply.host, answer.request.host
        yield "headers", reply.headers, answer.request.headers


def test_what_is_left_out_is_listed() -> None:
    needs_cases()
    left_out = [
        str(file) for file in GOLDEN.glob("*/expected/cec-*.yaml") if not _is_accepted(Golden(file.parts[-3], file))
    ]
    assert len(left_out) > 0
    assert list(LEFT_OUT) == ["Gateways that are not accepted"]
