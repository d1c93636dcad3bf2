"""ReferenceGrants: who may refer to an object of another namespace.

Source: Gateway API v1.6.1, the doc comments of ReferenceGrant.
"""

from collections.abc import Mapping, Sequence

from preflight.gateway_api.objects import GroupKind, Reference, ReferenceGrant


def permitted(
    referrer: GroupKind, namespace: str, target: Reference, grants: Mapping[str, Sequence[ReferenceGrant]]
) -> bool:
    """Say whether an object of kind `referrer` in `namespace` may refer to `target`; within one namespace it may."""
    if target.namespace == namespace:
        return True
    return any(
        (referrer.group, referrer.kind, namespace) in grant.from_
        and any(
            (group, kind) == (target.group, target.kind) and name in (None, target.name)
            for group, kind, name in grant.to
        )
        for grant in grants.get(target.namespace, ())
    )
