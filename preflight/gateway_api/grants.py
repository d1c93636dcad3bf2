"""ReferenceGrants: who may refer to an object of another namespace.

Source: Gateway API v1.6.1, the doc comments of ReferenceGrant.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from preflight.gateway_api.objects import GroupKind, Permission, Reference, ReferenceGrant

Grants = Mapping[Permission, tuple[ReferenceGrant, ...]]


def by_permission(grants: Iterable[ReferenceGrant]) -> Grants:
    """Return ReferenceGrants by what they permit."""
    found: dict[Permission, list[ReferenceGrant]] = {}
    for grant in grants:
        for (group, kind, namespace), target in product(dict.fromkeys(grant.from_), dict.fromkeys(grant.to)):
            permission = Permission(GroupKind(group, kind), namespace, grant.key.namespace, target)
            found.setdefault(permission, []).append(grant)
    return {permission: tuple(each) for permission, each in found.items()}


def why_not_permitted(referrer: GroupKind, namespace: str, target: Reference, grants: Grants) -> str | None:
    """Say that no ReferenceGrant lets an object of kind `referrer` in `namespace` refer to `target`; None if it may."""
    if permitted(referrer, namespace, target, grants):
        return None
    users = f"the {referrer.kind}s of {namespace}"
    return f"{target} is in another namespace, and no ReferenceGrant there lets {users} use it."


def permitted(referrer: GroupKind, namespace: str, target: Reference, grants: Grants) -> bool:
    """Say whether an object of kind `referrer` in `namespace` may refer to `target`; within one namespace it may."""
    return target.namespace == namespace or bool(permitting(referrer, namespace, target, grants))


def permitting(referrer: GroupKind, namespace: str, target: Reference, grants: Grants) -> Sequence[ReferenceGrant]:
    """Return the ReferenceGrants that let an object of kind `referrer` in `namespace` refer to `target`."""
    return [
        grant
        for name in (None, target.name)
        for grant in grants.get(
            Permission(referrer, namespace, target.namespace, (target.group, target.kind, name)), ()
        )
    ]
