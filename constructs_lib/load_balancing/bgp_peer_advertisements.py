"""What each peer of a BgpPeering is told of."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from constructs_lib.checks import refuse_repeated, refused
from constructs_lib.load_balancing.bgp_advertisement import BgpAdvertisement, BgpServiceAdvertisement
from constructs_lib.load_balancing.bgp_instance import RENAME, BgpInstance
from constructs_lib.load_balancing.bgp_peer import BgpPeer
from constructs_lib.load_balancing.ip_pool import LoadBalancerIpPool


class PeerAdvertisements(NamedTuple):
    """Every advertisement once, and the names of those that each peer is told of, by instance and peer."""

    advertisements: tuple[BgpAdvertisement, ...]
    names: Mapping[tuple[str, str], tuple[str, ...]]


def peer_advertisements(
    where: str, bgp_instances: Sequence[BgpInstance], shared: Sequence[BgpAdvertisement]
) -> PeerAdvertisements:
    """Return what the peers are told of: their own advertisements, or else the shared ones.

    Raises ValueError for a peer without any, for shared ones that no peer gets, for two different ones of one name, and
    for one that Cilium would not send to its peer.
    """
    peers = [(entry, peer) for entry in bgp_instances for peer in entry.peers]
    if shared and all(peer.advertisements is not None for _, peer in peers):
        raise refused(
            f"{where}: advertisements",
            [advertisement.name for advertisement in shared],
            "reaches no peer, since each has advertisements of its own",
            allowed="advertisements for the peers without their own",
            fix="leave the argument out, here or in a BgpPeer",
        )
    known: dict[str, BgpAdvertisement] = {}
    names: dict[tuple[str, str], tuple[str, ...]] = {}
    for entry, peer in peers:
        place = f"{where}: {entry.name}: {peer.name}"
        told = shared if peer.advertisements is None else peer.advertisements
        names[entry.name, peer.name] = tuple(advertisement.name for advertisement in told)
        if not told:
            raise refused(
                place,
                [],
                "has no advertisement, so the peer is told of nothing",
                allowed="advertisements of the BgpPeering, or of the BgpPeer",
                fix="write advertisements=[BgpServiceAdvertisement('services', service_selector=...)]",
            )
        refuse_repeated(f"{place}: advertisements", names[entry.name, peer.name], fix=RENAME)
        for advertisement in told:
            if known.setdefault(advertisement.name, advertisement) != advertisement:
                raise refused(
                    f"{place}: advertisements",
                    advertisement.name,
                    "is the name of another advertisement too",
                    allowed="a name for each",
                    fix="rename one",
                )
            _refuse_unsent(place, entry, peer, advertisement)
    return PeerAdvertisements(tuple(known.values()), names)


def _refuse_unsent(where: str, entry: BgpInstance, peer: BgpPeer, advertisement: BgpAdvertisement) -> None:
    """Raise ValueError for what Cilium leaves out when it tells a peer: preferences, and families not exchanged."""
    outside = sorted(entry.asns - {peer.asn}) if peer.asn else []
    if advertisement.local_preference is not None and outside:
        raise refused(
            f"{where}: {advertisement.name}: local_preference",
            advertisement.local_preference,
            f"is not sent to a peer of another AS: the peer has {peer.asn}, the nodes {outside[0]}",
            allowed="peers of the own AS",
            fix="leave it out for this peer, with an advertisement of its own",
        )
    if not isinstance(advertisement, BgpServiceAdvertisement) or set(advertisement.addresses) != {"LoadBalancerIP"}:
        return
    pool = advertisement.service_selector
    if isinstance(pool, LoadBalancerIpPool) and not pool.families & set(peer.families):
        raise refused(
            f"{where}: families",
            list(peer.families),
            f"has no family that {pool.identity} has addresses of",
            allowed=" or ".join(sorted(pool.families)),
            fix=f"write families=[{sorted(pool.families)[0]!r}], or leave it out",
        )
