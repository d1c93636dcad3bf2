"""The conditions of listeners, in a Gateway and in a ListenerSet.

Source: cilium/cilium, operator/pkg/gateway-api/gateway_reconcile.go (setListenerStatus, setListenerSetStatuses).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from preflight.gateway_api.conditions import Condition, false, true
from preflight.gateway_api.conflicts import Conflict
from preflight.gateway_api.listeners import Validity
from preflight.gateway_api.objects import LAYER_4_PROTOCOLS, Listener, NamespacedName, Route
from preflight.gateway_api.prediction import ListenerKey, ListenerStatus
from preflight.gateway_api.semantics import Semantics

RESOLVED = true("ResolvedRefs", "ResolvedRefs", "All that it refers to is there.")
ACCEPTED = true("Accepted", "Accepted", "It is valid.")
PROGRAMMED = true("Programmed", "Programmed", "It is served.")
PENDING = false("Programmed", "Pending", "It waits for an address.")


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedListener:
    """A listener, with all that decides its conditions."""

    key: ListenerKey
    gateway: NamespacedName
    listener: Listener
    validity: Validity
    conflict: Conflict | None
    attached: Sequence[Route]
    created: str = ""
    """When its ListenerSet was."""

    @property
    def is_valid(self) -> bool:
        """Whether it is valid by itself and in no conflict."""
        return self.validity.reason is None and self.conflict is None


def in_gateway(judged: JudgedListener, semantics: Semantics, *, served: bool, has_address: bool) -> ListenerStatus:
    """Return what becomes of a listener of a Gateway; `served` says whether its Gateway is."""
    conflict, validity = judged.conflict, judged.validity
    conditions = [Condition("Conflicted", "True", *conflict)] if conflict is not None else []
    if validity.resolved_refs is not None:
        conditions.append(validity.resolved_refs)
    elif judged.is_valid:
        conditions.append(RESOLVED)
    if judged.is_valid:
        conditions += [ACCEPTED, _programmed(judged.listener, semantics) if has_address else PENDING]
    else:
        by_conflict = conflict is not None and validity.reason is None and not semantics.conflict_reason_is_invalid
        reason = conflict.reason if conflict is not None and by_conflict else validity.reason or "Invalid"
        messages = [*([conflict.message] if conflict is not None else []), *validity.messages]
        conditions += [
            false("Accepted", reason, " ".join(messages)),
            false("Programmed", "Pending", "It is not served until it is valid."),
        ]
    has_kinds = conflict is None or semantics.conflict_reason_is_invalid
    return _status(judged, conditions, semantics, served=served, has_kinds=has_kinds)


def in_listener_set(judged: JudgedListener, semantics: Semantics, *, served: bool) -> ListenerStatus:
    """Return what becomes of a listener of a ListenerSet; `served` says whether its Gateway is."""
    conflict, validity = judged.conflict, judged.validity
    if conflict is not None:
        conditions = [
            false("Accepted", *conflict),
            false("Programmed", *conflict),
            Condition("Conflicted", "True", *conflict),
            RESOLVED,
        ]
    elif validity.reason is not None:
        message = " ".join(validity.messages)
        refs = [validity.resolved_refs] if validity.resolved_refs is not None else []
        conditions = [
            *refs,
            false("Accepted", validity.reason, message),
            false("Programmed", validity.reason, message),
        ]
    else:
        conditions = [validity.resolved_refs or RESOLVED, ACCEPTED, PROGRAMMED]
    return _status(judged, conditions, semantics, served=served, has_kinds=conflict is None)


def _programmed(listener: Listener, semantics: Semantics) -> Condition:
    """Return the condition of a listener that is programmed, as the controller takes it."""
    if _has_protocol(listener, semantics):
        return PROGRAMMED
    message = f"{semantics.title} says so, but does not serve protocol {listener.protocol}."
    return true("Programmed", "Programmed", message)


def _has_protocol(listener: Listener, semantics: Semantics) -> bool:
    """Say whether requests of a listener's protocol are served."""
    return semantics.layer_4 or listener.protocol not in LAYER_4_PROTOCOLS


def _status(
    judged: JudgedListener,
    conditions: Sequence[Condition],
    semantics: Semantics,
    *,
    served: bool,
    has_kinds: bool = True,
) -> ListenerStatus:
    return ListenerStatus(
        key=judged.key,
        gateway=judged.gateway,
        listener=judged.listener,
        conditions=tuple(conditions),
        supported_kinds=judged.validity.kinds if has_kinds else (),
        served=served and judged.is_valid and _has_protocol(judged.listener, semantics),
        attached=tuple(judged.attached),
        created=judged.created,
    )
