"""What an app has defined so far, kept on the Python side: one question to Node per chart, none per object."""

from collections.abc import Iterator
from contextlib import contextmanager
from inspect import isabstract
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from constructs_lib.checks import dns_label, refused, text_of

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


MAX_ID = 255

_apps: WeakKeyDictionary[Construct, cdk8s.App] = WeakKeyDictionary()
_identities: WeakKeyDictionary[cdk8s.App, dict[Identity, str]] = WeakKeyDictionary()
_ids: WeakKeyDictionary[Construct, dict[str, Identity]] = WeakKeyDictionary()
_names: WeakKeyDictionary[Construct, str] = WeakKeyDictionary()


def app_of(scope: Construct) -> cdk8s.App:
    """Return the app that a scope belongs to; asks Node once per scope."""
    if not isinstance(scope, Construct) or isinstance(scope, cdk8s.App):
        raise refused(
            "scope",
            scope,
            f"is of type {type(scope).__name__}",
            allowed="a Chart, or a construct in one",
            fix="write Chart(app, 'name') and pass it",
        )
    if scope not in _apps:
        _apps[scope] = cdk8s.App.of(scope)
    return _apps[scope]


@contextmanager
def claim(scope: Construct, construct_id: str, identity: Identity) -> Iterator[None]:
    """Record an object of the app while it is created; if that fails, its name and id are free again.

    Raises ValueError for a second object of the same kind, namespace and name, and for an id used twice in a scope.
    """
    defined = _identities.setdefault(app_of(scope), {})
    text_of(f"{identity}: id", construct_id, MAX_ID)
    ids = _ids.setdefault(scope, {})
    if construct_id in ids:
        again = ids[construct_id] == identity
        raise refused(
            f"{identity}: id",
            construct_id,
            f"is the id of {ids[construct_id]} already",
            allowed="an id that is unique in its chart",
            fix="leave one of the two out, or give it another id or name=..."
            if again
            else f"write another id, and name={identity.name!r} to keep the name",
        )
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
    try:
        yield
    except BaseException:
        del defined[identity], ids[construct_id]
        raise


def claimed_in(app: cdk8s.App) -> int:
    """Return how many objects of the app have been claimed."""
    return len(_identities.get(app, {}))


def claimed_namespaces(app: cdk8s.App) -> set[str]:
    """Return the namespaces that the app writes to: those it defines, and those it defines an object in."""
    identities = _identities.get(app, {})
    defined = {identity.name for identity in identities if identity.group == "" and identity.kind == "Namespace"}
    return defined | {identity.namespace for identity in identities if identity.namespace is not None}


def kind_of(value: object) -> str:
    """Return the kind that a class of cdk8s-plus is for, Secret for a TlsSecret; empty for anything else."""
    kinds = [
        base.__name__
        for base in type(value).__mro__
        if str(base.__dict__.get("__jsii_type__")).startswith("cdk8s-plus-") and not isabstract(base)
    ]
    return kinds[-1] if kinds else ""


def name_of(where: str, value: NamedObject, kind: str) -> str:
    """Return the name of an object of this kind, given as text, as a construct of ours or as one of cdk8s-plus.

    The name of a cdk8s-plus object is asked of Node, once per object.
    """
    if isinstance(value, str):
        return dns_label(where, value)
    identity: Any = getattr(value, "identity", None)
    if isinstance(identity, Identity) and identity.kind == kind:
        return identity.name
    if isinstance(value, Construct) and kind_of(value) == kind:
        if value not in _names:
            _names[value] = value.name  # type: ignore[attr-defined]  # every resource of cdk8s-plus has it
        return _names[value]
    raise refused(
        where,
        value,
        f"is of type {type(value).__name__}",
        allowed=f"a {kind} of cdk8s-plus, or its name as text",
        fix=f"write the name of the {kind}",
    )
