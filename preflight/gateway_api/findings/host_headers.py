"""The header Host, which Envoy lets no modifier change: it refuses the configuration of the whole Gateway.

Source: envoyproxy/envoy, source/common/router/header_parser.cc.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from preflight.field_path import FieldPath
from preflight.finding import Finding
from preflight.gateway_api.conditions import holds
from preflight.gateway_api.findings.located import found
from preflight.gateway_api.objects import Route
from preflight.gateway_api.prediction import Prediction

MODIFIERS = ("requestHeaderModifier", "responseHeaderModifier")
HOST = "host"


def changed_hosts(prediction: Prediction) -> Iterator[Finding]:
    """Yield a finding for each route that a parent accepts and that changes the header Host, at the first place."""
    if not prediction.semantics.host_header_is_refused:
        return
    for status in prediction.routes:
        if any(holds(entry.conditions, "Accepted") for entry in status.parents):
            for path in _places(status.route, in_backends=status.route.kind in prediction.semantics.backend_filters):
                reason = (
                    "It changes the header Host, and Cilium accepts the route all the same; but Envoy then refuses all "
                    "routes of the Gateway."
                )
                fix = "Use the filter URLRewrite for the host of requests, and leave Host out."
                yield found(status.route.manifest, "GH403", path, reason, fix)
                break


def _places(route: Route, *, in_backends: bool) -> Iterator[FieldPath]:
    """Yield where a route changes the header; the filters of backends count where they are applied."""
    for rule in route.rules:
        yield from _in_filters(rule.filters, ("spec", "rules", rule.index))
        for backend in rule.backends if in_backends else ():
            yield from _in_filters(backend.filters, backend.path)


def _in_filters(filters: Iterable[Mapping[str, Any]], path: FieldPath) -> Iterator[FieldPath]:
    for number, each in enumerate(filters):
        for field in MODIFIERS:
            modifier = each.get(field) or {}
            names = {
                "set": [header["name"] for header in modifier.get("set") or ()],
                "add": [header["name"] for header in modifier.get("add") or ()],
                "remove": modifier.get("remove") or (),
            }
            for action, changed in names.items():
                for index, name in enumerate(changed):
                    if name.lower() == HOST:
                        yield (*path, "filters", number, field, action, index)
