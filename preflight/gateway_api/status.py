"""Status: what the Gateway controller makes of the objects."""

from collections.abc import Iterator, Mapping, Sequence

from preflight.gateway_api.addresses import NODE_PORT
from preflight.gateway_api.attachment import Parent, parent_of
from preflight.gateway_api.classes import class_status, classes_of_cilium, parameters_problem, service_type
from preflight.gateway_api.client_certificates import with_client_validation
from preflight.gateway_api.conditions import failed
from preflight.gateway_api.conflicts import conflicts
from preflight.gateway_api.gateways import (
    gateway_status,
    listener_set_status,
    not_allowed,
    parent_not_accepted,
    with_bad_parameters,
)
from preflight.gateway_api.listener_conditions import JudgedListener
from preflight.gateway_api.listener_sets import by_gateway, is_allowed
from preflight.gateway_api.listeners import validity
from preflight.gateway_api.objects import (
    Gateway,
    GatewayClass,
    Listener,
    ListenerSet,
    Objects,
    Route,
)
from preflight.gateway_api.policies import policy_statuses
from preflight.gateway_api.prediction import GatewayStatus, ListenerKey, Prediction
from preflight.gateway_api.routes import attach
from preflight.gateway_api.same_port import ListenerSource
from preflight.gateway_api.semantics import Semantics

AttachedRoutes = Mapping[ListenerKey, Sequence[Route]]


def predict(objects: Objects, semantics: Semantics) -> Prediction:
    """Return what becomes of all objects; those of other controllers are left alone.

    A Gateway that is not of a GatewayClass of Cilium has no status, nor has a ListenerSet of such a Gateway or, with
    Cilium, of one without a valid listener of its own.
    """
    classes = classes_of_cilium(objects)
    gateways = [gateway for _, gateway in sorted(objects.gateways.items()) if gateway.class_name in classes]
    sets = by_gateway(objects, semantics)
    problems = {
        gateway.key: problem
        for gateway in gateways
        if (problem := _parameters_problem(gateway, classes[gateway.class_name], objects, semantics)) is not None
    }
    parents = {
        parent.reference: parent
        for gateway in gateways
        for parent in _parents(gateway, sets.get(gateway.key, ()), objects, is_reconciled=gateway.key not in problems)
    }
    attached = attach(objects, parents, semantics)
    gateway_statuses: list[GatewayStatus] = []
    set_statuses: list[GatewayStatus] = []
    for gateway in gateways:
        of_sets = sets.get(gateway.key, ())
        if gateway.key in problems:
            gateway_statuses.append(with_bad_parameters(gateway, problems[gateway.key]))
            set_statuses += _of_refused(gateway, of_sets, objects, semantics)
        else:
            of_class = service_type(classes[gateway.class_name], objects)
            type_ = NODE_PORT if semantics.host_network else of_class
            status, *others = _with_sets(gateway, of_sets, type_, attached.by_listener, objects, semantics=semantics)
            gateway_statuses.append(status)
            set_statuses += others
    return Prediction(
        objects=objects,
        semantics=semantics,
        classes=tuple(class_status(each, objects, semantics) for each in classes.values()),
        gateways=tuple(gateway_statuses),
        listener_sets=tuple(sorted(set_statuses, key=lambda status: status.key)),
        routes=attached.statuses,
        policies=policy_statuses(objects, attached.statuses, parents, semantics),
    )


def _parameters_problem(
    gateway: Gateway, gateway_class: GatewayClass, objects: Objects, semantics: Semantics
) -> str | None:
    if gateway.infrastructure.get("parametersRef") and not semantics.infrastructure_parameters:
        return f"Gateway {gateway.key} has infrastructure.parametersRef, which Cilium does not support."
    if gateway.missing_parameters is not None and semantics.infrastructure_parameters_are_checked:
        missing = gateway.missing_parameters
        return f"{missing}, which infrastructure.parametersRef of Gateway {gateway.key} names, does not exist."
    return parameters_problem(gateway_class, objects)


def _parents(
    gateway: Gateway, sets: Sequence[ListenerSet], objects: Objects, *, is_reconciled: bool
) -> Iterator[Parent]:
    """Yield a Gateway and its ListenerSets, allowed or not, as routes see them."""
    yield parent_of(_source(gateway), gateway.key, is_reconciled=is_reconciled, is_allowed=True)
    for each in sets:
        allowed = is_allowed(each, gateway, objects)
        yield parent_of(_source(each), gateway.key, is_reconciled=is_reconciled, is_allowed=allowed)


def _source(owner: Gateway | ListenerSet) -> ListenerSource:
    created = owner.created if isinstance(owner, ListenerSet) else ""
    return ListenerSource(owner.manifest.key.kind, owner.key, owner.listeners, created)


def _with_sets(
    gateway: Gateway,
    sets: Sequence[ListenerSet],
    type_: str,
    attached: AttachedRoutes,
    objects: Objects,
    *,
    semantics: Semantics,
) -> list[GatewayStatus]:
    """Return what becomes of a Gateway with good parameters, then of its ListenerSets; `type_` is its Service's."""
    allowed = [each for each in sets if is_allowed(each, gateway, objects)]
    own, *others = _judged(gateway, allowed, attached, objects, semantics)
    by_set = {each.key: listeners for each, listeners in zip(allowed, others, strict=True)}
    status = gateway_status(
        gateway,
        own,
        listener_sets=sum(any(one.is_valid for one in listeners) for listeners in others),
        service_type=type_,
        objects=objects,
        semantics=semantics,
    )
    served = any(each.served for each in status.listeners)
    is_refused = semantics.parent_has_to_be_accepted and failed(status.conditions, "Accepted") is not None
    if is_refused or not any(each.is_valid for each in own):
        return [status, *_of_refused(gateway, sets, objects, semantics)]
    return [
        status,
        *(
            listener_set_status(each, by_set[each.key], semantics, served=served)
            if each.key in by_set
            else not_allowed(each)
            for each in sets
        ),
    ]


def _of_refused(
    gateway: Gateway, sets: Sequence[ListenerSet], objects: Objects, semantics: Semantics
) -> list[GatewayStatus]:
    """Return what becomes of the ListenerSets of a Gateway that is not accepted: Cilium gives them no status."""
    if not semantics.parent_has_to_be_accepted:
        return []
    return [parent_not_accepted(each) if is_allowed(each, gateway, objects) else not_allowed(each) for each in sets]


def _judged(
    gateway: Gateway, sets: Sequence[ListenerSet], attached: AttachedRoutes, objects: Objects, semantics: Semantics
) -> list[list[JudgedListener]]:
    """Return the listeners of a Gateway, then those of each of its ListenerSets."""
    sources = [_source(gateway), *(_source(each) for each in sets)]
    found = conflicts(sources, semantics)

    def judged(source: ListenerSource, listener: Listener) -> JudgedListener:
        key = ListenerKey(source.kind, source.key, listener.name)
        alone = validity(listener, source.kind, source.key, objects, semantics)
        return JudgedListener(
            key=key,
            gateway=gateway.key,
            listener=listener,
            validity=with_client_validation(alone, gateway, listener, objects, semantics),
            conflict=found.get(key),
            attached=attached.get(key, ()),
            created=source.created,
        )

    return [[judged(source, listener) for listener in source.listeners] for source in sources]
