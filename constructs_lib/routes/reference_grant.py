"""ReferenceGrant: who may refer to the Services and Secrets of a namespace from another one.

References across namespaces get their grants by themselves: Platform.synth defines what `missing_grants` finds.
Source: Gateway API v1.6.1, ReferenceGrant.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar
from weakref import WeakKeyDictionary

from constructs_lib.api_groups import GATEWAY_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.checks import MAX_SUBDOMAIN, dns_subdomain, instances, keep, located, one_of, refused
from constructs_lib.gateway.allowed_routes import ROUTE_KINDS
from constructs_lib.references import RecordedReference, recorded_in
from constructs_lib.registry import Identity, NamedObject, app_of, claimed_namespaces, name_of
from constructs_lib.sync_waves import GATEWAYS
from imports.io.k8s.networking.gateway import ReferenceGrant as L1ReferenceGrant

import cdk8s
from constructs import Construct

FROM_KINDS = (*ROUTE_KINDS, "Gateway", "ListenerSet")
TO_KINDS = ("Service", "Secret", "ConfigMap")
MAX_ENTRIES = 16


@dataclass(frozen=True)
class ReferenceGrantFrom:
    """Who is allowed to refer: the routes, Gateways or ListenerSets (`kind`) of a namespace."""

    kind: str
    namespace: NamedObject

    def __post_init__(self) -> None:
        one_of("ReferenceGrantFrom.kind", self.kind, FROM_KINDS)
        keep(self, namespace=name_of("ReferenceGrantFrom.namespace", self.namespace, "Namespace"))

    def spec(self) -> dict[str, Any]:
        """Return the entry in the API's form."""
        return {"group": GATEWAY_GROUP, "kind": self.kind, "namespace": self.namespace}


@dataclass(frozen=True)
class ReferenceGrantTo:
    """What may be referred to: the Service, Secret or ConfigMap (`kind`) of this name; all of the kind without one."""

    kind: str
    name: str | None = None

    def __post_init__(self) -> None:
        one_of("ReferenceGrantTo.kind", self.kind, TO_KINDS)
        if self.name is not None:
            dns_subdomain("ReferenceGrantTo.name", self.name)

    def spec(self) -> dict[str, Any]:
        """Return the entry in the API's form."""
        return {"group": "", "kind": self.kind, "name": self.name}


@dataclass(frozen=True)
class Grant:
    """What a ReferenceGrant says: everything of `from_` may refer to everything of `to`, which is in `namespace`."""

    namespace: str
    from_: tuple[ReferenceGrantFrom, ...]
    to: tuple[ReferenceGrantTo, ...]

    def covers(self, entry: RecordedReference) -> bool:
        """Tell whether the grant allows a reference."""
        kind, target = entry.referrer.kind, entry.reference
        return (
            self.namespace == target.namespace
            and any(part.kind == kind and part.namespace == entry.referrer.namespace for part in self.from_)
            and any(part.kind == target.kind and part.name in (None, target.name) for part in self.to)
        )

    def spec(self) -> dict[str, Any]:
        """Return the spec of the ReferenceGrant in the API's form."""
        return {"from": [part.spec() for part in self.from_], "to": [part.spec() for part in self.to]}


_grants: WeakKeyDictionary[cdk8s.App, list[Grant]] = WeakKeyDictionary()


class ReferenceGrant(Defined, L1ReferenceGrant):
    """A ReferenceGrant, for references that this app does not make itself; its own get theirs from Platform.synth."""

    sync_wave: ClassVar[int] = GATEWAYS

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        namespace: NamedObject,
        from_: Sequence[ReferenceGrantFrom],
        to: Sequence[ReferenceGrantTo],
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the grant.

        :param scope: the chart.
        :param id: unique in the chart.
        :param namespace: a Namespace of constructs_lib or cdk8s-plus, or a name: where the objects of `to` are.
        :param from_: who may refer to them, 1 to 16.
        :param to: what they may refer to, 1 to 16; everything of `from_` may refer to everything of `to`.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for an empty list, and as Kubernetes would refuse.
        """
        namespace_name = name_of("ReferenceGrant.namespace", namespace, "Namespace")
        identity = Identity(GATEWAY_GROUP, "ReferenceGrant", namespace_name, id if name is None else name)
        grant = Grant(
            namespace_name,
            instances(f"{identity}: from_", from_, ReferenceGrantFrom, at_most=MAX_ENTRIES),
            instances(f"{identity}: to", to, ReferenceGrantTo, at_most=MAX_ENTRIES),
        )
        for argument, entries in (("from_", grant.from_), ("to", grant.to)):
            if not entries:
                raise refused(
                    f"{identity}: {argument}",
                    [],
                    "grants nothing",
                    allowed="one entry or more",
                    fix="write from_=[ReferenceGrantFrom('HTTPRoute', 'apps')], to=[ReferenceGrantTo('Service')]",
                )
        define(
            self,
            scope,
            id,
            identity,
            spec=grant.spec(),
            labels=labels,
            annotations=annotations,
            merge_patch=merge_patch,
        )
        if "spec" not in (merge_patch or {}):  # what a patch leaves of the grant is not asked
            _grants.setdefault(app_of(scope), []).append(grant)


def define_missing_grants(app: cdk8s.App) -> None:
    """Define the ReferenceGrants that the app's references need and the app does not have.

    They allow exactly the references that there are: one grant for the references of a kind to a namespace, and several
    where one would allow more than that. A grant is defined beside the first object that needs it, so that Argo CD
    applies both together. Raises ValueError, with the grants to ask for, where the namespace is not one that the app
    writes to and the reference is not marked as granted.
    """
    missing = [entry for entry in recorded_in(app) if not _is_granted(app, entry)]
    foreign = _foreign(app, missing)
    if foreign:
        raise _not_ours(foreign)
    for namespace, kind, entries in _by_namespace_and_kind(missing):
        for name, grant in merged_grants(namespace, kind, entries):
            scope = next(entry.scope for entry in entries if grant.covers(entry))
            id_ = grant_name([namespace, name])
            ReferenceGrant(scope, id_, namespace=namespace, from_=grant.from_, to=grant.to, name=name)


def _foreign(app: cdk8s.App, entries: Sequence[RecordedReference]) -> list[RecordedReference]:
    """Return the references to namespaces that the app writes nothing to."""
    ours = claimed_namespaces(app) | {str(entry.reference.namespace) for entry in entries if entry.reference.defined}
    foreign = [entry for entry in entries if entry.reference.namespace not in ours]
    if foreign:  # only now ask Node, which also knows the objects of cdk8s-plus
        manifests = [manifest for chart in app.charts for manifest in chart.to_json()]
        ours |= {manifest["metadata"].get("namespace") for manifest in manifests}
        ours |= {manifest["metadata"]["name"] for manifest in manifests if manifest["kind"] == "Namespace"}
    return [entry for entry in foreign if entry.reference.namespace not in ours]


def _by_namespace_and_kind(
    entries: Sequence[RecordedReference],
) -> Iterator[tuple[str, str, list[RecordedReference]]]:
    """Yield each target namespace and kind of referrer with its references."""
    groups: dict[tuple[str, str], list[RecordedReference]] = {}
    for entry in entries:
        groups.setdefault((str(entry.reference.namespace), entry.referrer.kind), []).append(entry)
    for (namespace, kind), group in groups.items():
        yield namespace, kind, group


def _is_granted(app: cdk8s.App, entry: RecordedReference) -> bool:
    """Tell whether a reference has a grant, in the app or elsewhere."""
    return entry.reference.granted or any(grant.covers(entry) for grant in _grants.get(app, ()))


def merged_grants(namespace: str, kind: str, entries: Sequence[RecordedReference]) -> Iterator[tuple[str, Grant]]:
    """Yield name and content of the grants that one kind of referrer needs in a namespace.

    Those namespaces share a grant that refer to the same objects, and no others: a grant allows everything of `from` to
    refer to everything of `to`.
    """
    targets: dict[str, set[tuple[str, str]]] = {}
    for entry in entries:
        target = (entry.reference.kind, entry.reference.name)
        targets.setdefault(str(entry.referrer.namespace), set()).add(target)
    sharing: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for referrer in sorted(targets):
        sharing.setdefault(tuple(sorted(targets[referrer])), []).append(referrer)
    for to, referrers in sharing.items():
        parts = [(some, few) for some in _parts(referrers) for few in _parts(to)]
        for number, (some, few) in enumerate(parts, start=1):
            name = grant_name([*([str(number)] if len(parts) > 1 else []), kind.lower(), *referrers])
            from_ = tuple(ReferenceGrantFrom(kind, referrer) for referrer in some)
            yield name, Grant(namespace, from_, tuple(ReferenceGrantTo(*target) for target in few))


def _parts(items: Sequence[Any]) -> Iterable[Sequence[Any]]:
    """Return the items in lists as long as a grant takes."""
    return [items[start : start + MAX_ENTRIES] for start in range(0, len(items), MAX_ENTRIES)]


def grant_name(words: Sequence[str]) -> str:
    """Return a name made of words, the same for the same words and for no others; dots in the last word only."""
    name = ".".join(words)
    if len(name) <= MAX_SUBDOMAIN:
        return name
    import hashlib  # only where it is needed: it costs start-up time

    digest = hashlib.sha256(name.encode()).hexdigest()[:16]
    return f"{name[: MAX_SUBDOMAIN - len(digest) - 1].rstrip('-.')}.{digest}"


def _not_ours(entries: Sequence[RecordedReference]) -> ValueError:
    """Say which grants the owners of the first of these references' namespace have to make."""
    import yaml  # only where it is needed: it costs start-up time

    first = entries[0]
    target, owner = first.reference, first.reference.namespace
    asked = [entry for entry in entries if entry.reference.namespace == owner]
    manifests = [
        {
            "apiVersion": f"{GATEWAY_GROUP}/v1",
            "kind": "ReferenceGrant",
            "metadata": {"name": name, "namespace": namespace},
            "spec": grant.spec(),
        }
        for namespace, kind, group in _by_namespace_and_kind(asked)
        for name, grant in merged_grants(namespace, kind, group)
    ]
    flagged = dict.fromkeys(f"Existing{entry.reference.kind}({entry.reference.name!r}, ...)" for entry in asked)
    error = ValueError(
        f"{first.referrer}: refers to {target.kind} {owner}/{target.name}, in a namespace that this app writes nothing "
        f"to. Allowed: objects of {first.referrer.namespace!r} and of namespaces of this app, or of others with a "
        f"ReferenceGrant. Fix: ask the owners of {owner!r} for the following, then write granted=True in "
        f"{' and '.join(flagged)}:\n{yaml.safe_dump_all(manifests, sort_keys=False)}"
    )
    return located(error, first.written_at)
