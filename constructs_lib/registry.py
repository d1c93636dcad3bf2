"""What an app has defined so far, kept on the Python side: one question to Node per chart, none per object."""

from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from constructs_lib.checks import dns_label, instance, refused

import cdk8s
from constructs import Construct

NamedObject = str | Construct
"""An object that is referred to by name: the construct, of ours or of cdk8s-plus, or its name."""


class Identity(NamedTuple):
    """What two objects of one cluster must not share."""

    group: str
    kind: str
    namespace: str | None
    name: str

    def __str__(self) -> str:
        place = f"{self.namespace}/{self.name}" if self.namespace else self.name
        return f"{self.kind} {place}"


_apps: WeakKeyDictionary[Construct, cdk8s.App] = WeakKeyDictionary()
_identities: WeakKeyDictionary[cdk8s.App, dict[Identity, str]] = WeakKeyDictionary()
_ids: WeakKeyDictionary[Construct, dict[str, Identity]] = WeakKeyDictionary()
_names: WeakKeyDictionary[Construct, str] = WeakKeyDictionary()


def app_of(scope: Construct) -> cdk8s.App:
    """Return the app that a scope belongs to; asks Node once per scope."""
    instance("scope", scope, Construct)
    app = _apps.get(scope)
    if app is None:
        app = _apps[scope] = scope if isinstance(scope, cdk8s.App) else cdk8s.App.of(scope)
    return app


def claim(scope: Construct, construct_id: str, identity: Identity) -> None:
    """Record an object of the app.

    Raises ValueError for a second object of the same kind, namespace and name, and for an id used twice in a scope.
    """
    ids = _ids.setdefault(scope, {})
    if construct_id in ids:
        raise refused(
            f"{identity}: id",
            construct_id,
            f"is the id of {ids[construct_id]} already",
            allowed="an id that is unique in its chart",
            fix=f"write another id, and name={identity.name!r} to keep the name",
        )
    defined = _identities.setdefault(app_of(scope), {})
    if identity in defined:
        raise refused(
            str(identity),
            construct_id,
            f"would define this object again: {defined[identity]!r} has defined it",
            allowed="one object of a kind, namespace and name in an app",
            fix="give one of them another name=... or namespace=..., or leave one out",
        )
    defined[identity] = construct_id
    ids[construct_id] = identity


def claimed_in(app: cdk8s.App) -> int:
    """Return how many objects of the app have been claimed."""
    return len(_identities.get(app, {}))


def name_of(where: str, value: NamedObject, kind: str) -> str:
    """Return the name of an object of this kind, given as text, as a construct of ours or as one of cdk8s-plus.

    The name of a cdk8s-plus object is asked of Node, once per object.
    """
    if isinstance(value, str):
        return dns_label(where, value)
    identity: Any = getattr(value, "identity", None)
    if isinstance(identity, Identity) and identity.kind == kind:
        return identity.name
    if isinstance(value, Construct) and str(getattr(value, "__jsii_type__", "")).rpartition(".")[2] == kind:
        if value not in _names:
            _names[value] = value.name  # type: ignore[attr-defined]  # every resource of cdk8s-plus has it
        return _names[value]
    raise refused(
        where,
        value,
        f"is of type {type(value).__name__}",
        allowed=f"a {kind} of constructs_lib or cdk8s-plus, or its name as text",
        fix=f"write the name of the {kind}",
    )
