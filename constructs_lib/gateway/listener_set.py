"""ListenerSet: listeners that a team adds to a Gateway from a namespace of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar
from weakref import WeakKeyDictionary

from constructs_lib.addresses import sharing_address
from constructs_lib.api_groups import GATEWAY_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.checks import dns_subdomain, instances, refused
from constructs_lib.gateway.conflicts import refuse_conflicts
from constructs_lib.gateway.gateway import ExistingGateway, Gateway
from constructs_lib.gateway.listener import MAX_LISTENERS, GatewayListener, Listener, OwnedListener
from constructs_lib.gateway.listener_lookup import ListenerLookup
from constructs_lib.gateway.static_addresses import service_ports
from constructs_lib.namespace_selection import record_selection
from constructs_lib.references import record_gateway
from constructs_lib.registry import Identity, NamedObject, app_of, name_of
from constructs_lib.sync_waves import GATEWAYS
from imports.io.k8s.networking.gateway import ListenerSet as L1ListenerSet

import cdk8s
from constructs import Construct

_merged_of_app: WeakKeyDictionary[cdk8s.App, dict[Identity, list[OwnedListener]]] = WeakKeyDictionary()
"""The listeners of each Gateway that has ListenerSets, however often the Gateway was described."""


class ListenerSet(ListenerLookup, Defined, L1ListenerSet):
    """Further listeners of a Gateway, which share its address and its ports."""

    sync_wave: ClassVar[int] = GATEWAYS

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        namespace: NamedObject,
        parent_ref: Gateway | ExistingGateway,
        listeners: Sequence[Listener],
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the ListenerSet.

        Routes attach to `listener_set.listener(NAME)`. A request goes to the most specific listener of all that the
        Gateway has on its port, so these take requests from the Gateway's own, wider ones. Routes that are defined
        before the ListenerSet are not checked for that.

        cert-manager issues no certificate for it unless its feature gate ListenerSets is on (alpha in 1.21, off by
        default), so there is no argument for an issuer: define a Certificate for the Secret of each HTTPS listener.
        Early releases of Cilium 1.20 overlook a Secret that is older than the ListenerSet (cilium#47622, #47823).

        :param scope: the chart.
        :param id: unique in the chart.
        :param namespace: a Namespace of constructs_lib or cdk8s-plus, or a name.
        :param parent_ref: the Gateway; its allowed_listeners must take ListenerSets of this namespace, and by default
            they take none.
        :param listeners: 1 to 64. Unless a listener says otherwise, routes of the ListenerSet's own namespace may
            attach; a Secret in another namespace needs a grant for ListenerSets, and gets one by itself.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for a Gateway that does not allow it, and for listeners that conflict, with each other, with
            the Gateway's own or with those of its other ListenerSets in the app.

        Source: Gateway API v1.6.1, ListenerSet; Cilium, operator/pkg/gateway-api.
        """
        namespace_name = name_of("ListenerSet.namespace", namespace, "Namespace")
        set_name = dns_subdomain("ListenerSet.metadata.name", id if name is None else name)
        identity = Identity(GATEWAY_GROUP, "ListenerSet", namespace_name, set_name)
        own = instances(f"{identity}: listeners", listeners, Listener, at_most=MAX_LISTENERS)
        if not own:
            raise refused(
                f"{identity}: listeners",
                [],
                "adds nothing to the Gateway",
                allowed=f"1 to {MAX_LISTENERS} listeners",
                fix="write listeners=[Listener.https(...)]",
            )
        _check_parent(identity, parent_ref)
        merged = _merged(scope, parent_ref)
        known = [*merged, *(entry for entry in parent_ref.merged if entry not in merged)]
        refuse_conflicts(str(identity), own, known)
        known += [OwnedListener(identity, listener) for listener in own]
        sharing = parent_ref.address_sharing if isinstance(parent_ref, Gateway) else None
        ports = service_ports(entry.listener for entry in known)
        with sharing_address(scope, parent_ref.identity, sharing, ports):
            define(
                self,
                scope,
                id,
                identity,
                spec={
                    "parentRef": {
                        "group": GATEWAY_GROUP,
                        "kind": "Gateway",
                        "namespace": parent_ref.identity.namespace,
                        "name": parent_ref.identity.name,
                    },
                    "listeners": [listener.spec(set_name) for listener in own],
                },
                labels=labels,
                annotations=annotations,
                references=[listener.certificate(set_name) for listener in own if listener.protocol == "HTTPS"],
                merge_patch=merge_patch,
            )
        record_gateway(scope, parent_ref.identity)
        merged[:] = known
        self.merged = merged
        if parent_ref.allowed_listeners.namespaces is not None:
            record_selection(scope, identity, parent_ref.allowed_listeners.namespaces, str(parent_ref.identity))


def _check_parent(identity: Identity, gateway: Gateway | ExistingGateway) -> None:
    """Raise ValueError for what is no Gateway, and for a Gateway that takes no ListenerSets of this namespace."""
    if not isinstance(gateway, Gateway | ExistingGateway):
        raise refused(
            f"{identity}: parent_ref",
            gateway,
            f"is of type {type(gateway).__name__}",
            allowed="a Gateway of constructs_lib, or Gateway.from_existing(...)",
            fix="pass the Gateway itself",
        )
    if not gateway.allowed_listeners.may_allow(identity.namespace, gateway.identity.namespace):
        raise refused(
            f"{identity}: parent_ref",
            str(gateway.identity),
            f"takes no ListenerSets of the namespace {identity.namespace!r}",
            allowed=f"those of its allowed_listeners, AllowedListeners.{gateway.allowed_listeners.from_.lower()}()",
            fix="write allowed_listeners=AllowedListeners.all() or AllowedListeners.selector(...) in the Gateway",
        )


def _merged(scope: Construct, gateway: Gateway | ExistingGateway) -> list[OwnedListener]:
    """Return where the listeners of a Gateway and its ListenerSets in the app are kept.

    A Gateway of the app keeps them itself. What stands for an existing one may stand for it in several apps, so what
    one app adds to it is kept with that app.
    """
    if isinstance(gateway, Gateway):
        return gateway.merged
    return _merged_of_app.setdefault(app_of(scope), {}).setdefault(gateway.identity, [])


def listener_in_app(scope: Construct, listener: GatewayListener) -> GatewayListener:
    """Return a listener with those beside it that ListenerSets of the app have added to an existing Gateway so far."""
    merged = _merged_of_app.get(app_of(scope), {}).get(listener.owner, ())
    added = [entry.listener for entry in merged if entry.owner != listener.owner]
    beside = [other for other in added if other.port == listener.listener.port and other not in listener.siblings]
    return replace(listener, siblings=(*listener.siblings, *beside)) if beside else listener
