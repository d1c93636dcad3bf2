"""Prediction: what the controller makes of the objects, for the status and for the routing of requests."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from preflight.gateway_api.conditions import Condition
from preflight.gateway_api.objects import (
    BackendRef,
    BackendTlsPolicy,
    GatewayClass,
    GroupKind,
    Listener,
    NamespacedName,
    Objects,
    ParentRef,
    Route,
)
from preflight.gateway_api.semantics import Semantics


class ListenerKey(NamedTuple):
    """Which listener: kind and name of the Gateway or ListenerSet that it is in, and its own name."""

    kind: str
    parent: NamespacedName
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListenerStatus:
    """What becomes of a listener."""

    key: ListenerKey
    gateway: NamespacedName
    """The Gateway that serves it."""
    listener: Listener
    conditions: tuple[Condition, ...]
    supported_kinds: tuple[GroupKind, ...]
    served: bool
    """Whether requests reach it: it is valid, without conflict, and so is its Gateway."""
    attached: tuple[Route, ...]
    """The routes that attachedRoutes counts."""
    created: str = ""
    """When its ListenerSet was; empty where the manifest does not say. A Gateway comes first whatever its age."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GatewayStatus:
    """What becomes of a Gateway, or of a ListenerSet."""

    kind: str
    key: NamespacedName
    conditions: tuple[Condition, ...]
    listeners: tuple[ListenerStatus, ...]
    addresses: tuple[Mapping[str, str], ...]
    attached_listener_sets: int
    """0 for a ListenerSet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentStatus:
    """What a parent of a route makes of it."""

    parent: ParentRef
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BackendProblem:
    """Why a backend gets no requests: the reason is that of ResolvedRefs."""

    backend: BackendRef
    reason: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteStatus:
    """What becomes of a route: an entry for each parent of ours."""

    route: Route
    parents: tuple[ParentStatus, ...]
    problems: tuple[BackendProblem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassStatus:
    """What becomes of a GatewayClass."""

    gateway_class: GatewayClass
    conditions: tuple[Condition, ...]
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyStatus:
    """What becomes of a BackendTLSPolicy: the conditions for each Gateway that its target is reached through."""

    policy: BackendTlsPolicy
    ancestors: Mapping[NamespacedName, tuple[Condition, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """What the controller makes of the objects."""

    objects: Objects
    semantics: Semantics
    classes: tuple[ClassStatus, ...]
    gateways: tuple[GatewayStatus, ...]
    listener_sets: tuple[GatewayStatus, ...]
    routes: tuple[RouteStatus, ...]
    policies: tuple[PolicyStatus, ...]
