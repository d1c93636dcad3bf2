"""The addresses of LoadBalancer Services: which ones the app's pools have, and who asks for which and shares them.

Source: Cilium, operator/pkg/lbipam.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NamedTuple
from weakref import WeakKeyDictionary

from constructs_lib.checks import keep, listed, refused, text_of, users_line
from constructs_lib.ip_block import IpAddress, IpBlock, ip_address
from constructs_lib.registry import Identity, NamedObject, app_of, name_of
from constructs_lib.selectors import LabelSelector

import cdk8s
from constructs import Construct

SHARING_KEY_ANNOTATION = "lbipam.cilium.io/sharing-key"
SHARING_CROSS_NAMESPACE_ANNOTATION = "lbipam.cilium.io/sharing-cross-namespace"
EVERY = "*"
MAX_KEY = 256 * 1024
"""The size of all annotations of an object."""
MAX_NAMESPACES = 1000


@dataclass(frozen=True, kw_only=True)
class Pool:
    """What a pool of the app gives, to which Services."""

    identity: Identity
    blocks: tuple[IpBlock, ...]
    service_selector: LabelSelector
    allow_first_last_ips: bool
    disabled: bool


class AddressRequest(NamedTuple):
    """An address that is asked for by a Service with these labels, and where the user wrote it."""

    identity: Identity
    address: IpAddress
    labels: Mapping[str, str]
    written_at: str | None


@dataclass(frozen=True)
class AddressSharing:
    """Leave to share an address with the Services that have the same key.

    `namespaces` are those of the other Services, `["*"]` for every one; only the Service's own when left out. The
    Services of other namespaces must list this one too, and no two Services that share may have a port and protocol in
    common: two Gateways with a listener on one port never share. Over layer 2, each Service is announced by a node of
    its own choice: two nodes may answer for an address that is shared.
    """

    key: str
    namespaces: Sequence[NamedObject] = ()

    def __post_init__(self) -> None:
        text_of("AddressSharing.key", self.key, MAX_KEY)
        where = f"AddressSharing {self.key}: namespaces"
        names = [
            namespace if namespace == EVERY else name_of(f"{where}[{index}]", namespace, "Namespace")
            for index, namespace in enumerate(listed(where, self.namespaces, of="Namespaces", at_most=MAX_NAMESPACES))
        ]
        keep(self, namespaces=tuple(names))

    def permits(self, own: str | None, other: str | None) -> bool:
        """Tell whether a Service in the namespace `own` shares with one in the namespace `other`."""
        return own == other or EVERY in self.namespaces or other in self.namespaces

    def annotations(self) -> dict[str, str]:
        """Return the annotations of the Service; Cilium does not take a space after a comma."""
        listed = {SHARING_CROSS_NAMESPACE_ANNOTATION: ",".join(map(str, self.namespaces))} if self.namespaces else {}
        return {SHARING_KEY_ANNOTATION: self.key, **listed}


Ports = Collection[tuple[int, str]]
"""Port numbers with their protocols, TCP or UDP."""


class Sharer(NamedTuple):
    """An object whose Service, with these ports, shares an address."""

    identity: Identity
    sharing: AddressSharing
    ports: Ports


_pools: WeakKeyDictionary[cdk8s.App, dict[Identity, Pool]] = WeakKeyDictionary()
_requests: WeakKeyDictionary[cdk8s.App, list[AddressRequest]] = WeakKeyDictionary()
_sharing: WeakKeyDictionary[cdk8s.App, dict[Identity, Sharer]] = WeakKeyDictionary()


def record_pool(scope: Construct, pool: Pool) -> None:
    """Keep a pool of the app."""
    _pools.setdefault(app_of(scope), {})[pool.identity] = pool


def refuse_overlap(scope: Construct, identity: Identity, blocks: Sequence[IpBlock]) -> None:
    """Raise ValueError if blocks of a pool share an address, with each other or with those of the app's pools."""
    taken = [(pool.identity, block) for pool in _pools.get(app_of(scope), {}).values() for block in pool.blocks]
    for block in blocks:
        for owner, other in taken:
            if block.overlaps(other):
                raise refused(
                    f"{identity}: blocks",
                    str(block),
                    f"overlaps {str(other)!r} of {owner}",
                    allowed="each address in one block of one pool",
                    fix="make the blocks disjoint: Cilium stops a pool whose addresses are in another one too",
                )
        taken.append((identity, block))


def record_request(scope: Construct, identity: Identity, address: str, labels: Mapping[str, str]) -> None:
    """Keep that an object's Service, which has these labels, asks for an address; call it once the object is defined.

    The pools that it may come from can be defined later: Platform.synth asks `refuse_unassignable`. Raises ValueError
    for text that is no address.
    """
    checked = ip_address(f"{identity}: addresses", address)
    _requests.setdefault(app_of(scope), []).append(AddressRequest(identity, checked, dict(labels), users_line()))


@contextmanager
def sharing_address(
    scope: Construct, identity: Identity, sharing: AddressSharing | None, ports: Ports
) -> Iterator[None]:
    """Record that an object's Service, with these ports, shares an address, if it does, once its ports are defined.

    Raises ValueError if the app has a Service with the same key that Cilium would not let it share with: each of the
    two would get an address of its own.
    """
    if sharing is None:
        yield
        return
    sharer = Sharer(identity, sharing, ports)
    recorded = _sharing.setdefault(app_of(scope), {})
    for other in recorded.values():
        if other.sharing.key == sharing.key and other.identity != identity:
            _refuse_incompatible(sharer, other)
    yield
    recorded[identity] = sharer


def _refuse_incompatible(sharer: Sharer, other: Sharer) -> None:
    """Raise ValueError if Cilium would not let two Services with one key share."""
    where, key = f"{sharer.identity}: address_sharing", sharer.sharing.key
    for one, namespace in ((sharer, other.identity.namespace), (other, sharer.identity.namespace)):
        if not one.sharing.permits(one.identity.namespace, namespace):
            raise refused(
                where,
                key,
                f"is the key of {other.identity} too, and {one.identity} does not list the namespace {namespace!r}",
                allowed="one namespace, or on each side the namespace of the other",
                fix=f"write AddressSharing({key!r}, namespaces=[{namespace!r}]) for {one.identity}, or take another "
                "key",
            )
    if common := sorted(set(sharer.ports) & set(other.ports)):
        listed = ", ".join(f"{number} ({protocol})" for number, protocol in common)
        raise refused(
            where,
            key,
            f"is the key of {other.identity} too, which has {listed} as well",
            allowed="Services without a port and protocol in common",
            fix="take another key, or change the port of one of them",
        )


def refuse_unassignable(app: cdk8s.App) -> None:
    """Raise ValueError for an address that an object of the app asks for and Cilium would not give it.

    Where the app has no pool at all, the pools are taken to be elsewhere. Two objects get one address only if they
    share it.
    """
    pools = list(_pools.get(app, {}).values())
    sharing = _sharing.get(app, {})
    owners: dict[IpAddress, Identity] = {}
    for request in _requests.get(app, ()):
        owner = owners.setdefault(request.address, request.identity)
        if owner != request.identity and not _share(sharing.get(owner), sharing.get(request.identity)):
            raise _unassignable(
                request,
                f"is asked for by {owner} already (already_allocated)",
                allowed="an address for each of them, or one that they share",
                fix="write AddressSharing(...) with one key for both of them, or another address",
            )
        if pools:
            _refuse_unless_given(request, pools)


def _share(one: Sharer | None, other: Sharer | None) -> bool:
    """Tell whether objects share their addresses; with one key, they were checked when they were recorded."""
    return one is not None and other is not None and one.sharing.key == other.sharing.key


def _refuse_unless_given(request: AddressRequest, pools: Sequence[Pool]) -> None:
    """Raise ValueError unless a pool has the address and gives it to the Service; no two pools have it."""
    selecting = [pool for pool in pools if not pool.disabled and pool.service_selector.matches(request.labels)]
    listed = ", ".join(f"{block} of {pool.identity}" for pool in selecting for block in pool.blocks)
    allowed, other = listed or "an address of a pool", "write one of these" if listed else "add a pool for the Service"
    found = [(pool, block) for pool in pools for block in pool.blocks if block.has(request.address)]
    if not found:
        raise _unassignable(
            request,
            "is in no pool of the app (no_pool)",
            allowed=allowed,
            fix=f"{other}, or add IpBlock.address({str(request.address)!r}) to a pool",
        )
    pool, block = found[0]
    if not pool.service_selector.matches(request.labels):
        labels = ", ".join(f"{key}={value}" for key, value in sorted(request.labels.items()))
        raise _unassignable(
            request,
            f"is in {pool.identity}, whose service_selector does not select a Service with the labels {labels} "
            "(pool_selector_mismatch)",
            allowed=allowed,
            fix=f"{other}, or change the service_selector",
        )
    if pool.disabled:
        raise _unassignable(
            request,
            f"is in {pool.identity}, which is disabled",
            allowed=allowed,
            fix=f"{other}, or leave disabled=True out",
        )
    if not pool.allow_first_last_ips and block.keeps_back(request.address):
        raise _unassignable(
            request,
            f"is the first or last address of {block}, which {pool.identity} keeps back",
            allowed=f"{allowed}, but for what is kept back",
            fix=f"{other}, or leave allow_first_last_ips=False out",
        )


def _unassignable(request: AddressRequest, problem: str, *, allowed: str, fix: str) -> ValueError:
    """Say why an address is not given, where it was asked for."""
    where = f"{request.identity}: addresses"
    return refused(where, str(request.address), problem, allowed=allowed, fix=fix, written_at=request.written_at)
