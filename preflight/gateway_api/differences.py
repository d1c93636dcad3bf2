"""Where two implementations would write different conditions for the same objects."""

from collections.abc import Iterator, Mapping, Sequence

from preflight.gateway_api.conditions import Condition
from preflight.gateway_api.prediction import GatewayStatus, Prediction

Place = str
"""Of which object, listener, parent or ancestor a condition is."""
Conditions = Mapping[tuple[Place, str], Condition]
"""By place and type."""


def differences(prediction: Prediction, other: Prediction) -> tuple[str, ...]:
    """Return a sentence for each condition that has another status or reason in the other prediction."""
    ours, theirs = _conditions(prediction), _conditions(other)
    names = prediction.semantics.title, other.semantics.title
    return tuple(
        f"{place}: {type_} is {_said(ours.get((place, type_)))} with {names[0]}, "
        f"and {_said(theirs.get((place, type_)))} with {names[1]}."
        for place, type_ in dict.fromkeys((*ours, *theirs))
        if _key(ours.get((place, type_))) != _key(theirs.get((place, type_)))
    )


def _key(condition: Condition | None) -> tuple[str, str] | None:
    return None if condition is None else (condition.status, condition.reason)


def _said(condition: Condition | None) -> str:
    return "not there" if condition is None else f"{condition.status} ({condition.reason})"


def _conditions(prediction: Prediction) -> Conditions:
    return {(place, each.type): each for place, conditions in _places(prediction) for each in conditions}


def _places(prediction: Prediction) -> Iterator[tuple[Place, Sequence[Condition]]]:
    """Yield each place that has conditions."""
    for of_class in prediction.classes:
        yield f"GatewayClass {of_class.gateway_class.name}", of_class.conditions
    for status in (*prediction.gateways, *prediction.listener_sets):
        yield from _of_gateway(status)
    for route in prediction.routes:
        for entry in route.parents:
            yield f"{route.route}, parent {entry.parent}", entry.conditions
    for policy in prediction.policies:
        for gateway, conditions in policy.ancestors.items():
            yield f"BackendTLSPolicy {policy.policy.key}, Gateway {gateway}", conditions


def _of_gateway(status: GatewayStatus) -> Iterator[tuple[Place, Sequence[Condition]]]:
    yield f"{status.kind} {status.key}", status.conditions
    for listener in status.listeners:
        yield f"{status.kind} {status.key}, listener {listener.key.name}", listener.conditions
