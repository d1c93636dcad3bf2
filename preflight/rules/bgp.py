"""BGP: configurations that exclude each other, references to nothing, and sessions that advertise nothing.

Source: cilium/cilium, operator/pkg/bgp and pkg/bgp/manager, and Documentation/network/bgp-control-plane.
"""

from collections.abc import Callable, Iterator, Sequence

from preflight.cilium.problems import Problem, Seen
from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.rules.explained import by_manifest, is_in_part
from preflight.rules.input import Input
from preflight.values import counted, flow, listed, shown

PASSWORD = "password"  # noqa: S105  # the key
Text = tuple[str, str]
"""Reason and fix."""


def conflicting_configs(given: Input) -> Iterator[Finding]:
    """Yield a finding for each two cluster configs that take a node, at the one whose name comes later.

    Where no nodes are declared, only if one takes all of them, or both have the same selector.
    """
    selectors = {each.name: each.node_selector or {} for each in given.addressing.objects.bgp.cluster_configs}
    for seen in given.seen(Problem.BGP_CONFLICTING_CONFIG):
        rival, *nodes = seen.seen
        own, other = selectors[seen.manifest.key.name], selectors[rival]
        is_certain = nodes or not own or not other or own == other
        if is_certain and rival < seen.manifest.key.name:
            where = f"take {listed(nodes)}" if nodes else "take the same nodes"
            reason = (
                f"This one and CiliumBGPClusterConfig {shown(rival)} {where}: there only one of them counts, and the "
                "other gets the condition cilium.io/ConflictingClusterConfig."
            )
            yield found(seen.manifest, "GH536", seen.path, reason, "Let their nodeSelectors exclude each other.")


def incomplete_peers(given: Input) -> Iterator[Finding]:
    """Yield a finding for each instance and peer that is not run for want of a number or an address."""
    yield from _told(given, "GH537", INCOMPLETE)


def missing_peer_configs(given: Input) -> Iterator[Finding]:
    """Yield a finding for each peer with a reference to a peer config that is not there, where others are."""
    if not given.addressing.objects.bgp.peer_configs:
        return
    for seen in _without_peer_config(given):
        peer, name, *near = seen.seen
        reason = f"There is no CiliumBGPPeerConfig {shown(name)} among the manifests: Cilium skips peer {shown(peer)}."
        fix = f"Write {shown(near[0])}." if near else "Add it, or refer to one that is there."
        yield found(seen.manifest, "GH538", seen.path, reason, fix)


def _without_peer_config(given: Input) -> list[Seen]:
    """Return the peers with a reference to a peer config that is not there, not even as a rejected one."""
    rejected = given.snapshot.rejected
    return [
        seen
        for seen in given.seen(Problem.BGP_MISSING_PEER_CONFIG)
        if not rejected.has("cilium.io", "CiliumBGPPeerConfig", "", seen.seen[1])
    ]


def missing_passwords(given: Input) -> Iterator[Finding]:
    """Yield a finding for each peer config whose password is not where Cilium looks for it, and is elsewhere.

    That a Secret is neither among the manifests nor declared says nothing: passwords are seldom in files.
    """
    for seen in given.seen(Problem.BGP_MISSING_SECRET):
        name, namespace, *elsewhere = seen.seen
        if elsewhere:
            reason = (
                f"Cilium looks for Secret {shown(name)} in namespace {shown(namespace)}, and it is in "
                f"{listed(elsewhere)}: the password is empty."
            )
            fix = f"Put it into namespace {shown(namespace)}, or set bgpControlPlane.secretsNamespace.name."
            yield found(seen.manifest, "GH539", seen.path, reason, fix)
    for seen in given.seen(Problem.BGP_NO_PASSWORD):
        name, namespace, *keys = seen.seen
        has = f"only {listed(keys)}" if keys else "no keys at all"
        reason = (
            f"Secret {shown(name)} in namespace {shown(namespace)} has {has}, and not {shown(PASSWORD)}: no peer of "
            "the instance comes up."
        )
        yield found(seen.manifest, "GH539", seen.path, reason, f"Write the password into the key {PASSWORD}.")


def silent_sessions(given: Input) -> Iterator[Finding]:
    """Yield a finding for each peer and family that is told of nothing, for want of a reference or a selector.

    A family that selects no advertisement is not told of where an advertisement is that no family selects: GH542. One
    that admission has rejected may be the one that it selects. Where there are no peer configs at all, it is not known
    what peers are told of.
    """
    elsewhere = [] if given.addressing.objects.bgp.peer_configs else _without_peer_config(given)
    if elsewhere:
        (peer, name, *_), more = elsewhere[0].seen, len(elsewhere) - 1
        others = f", nor {counted(more, 'other')}" if more else ""
        reason = (
            "There is no CiliumBGPPeerConfig among the manifests, so that it is not known what peer "
            f"{shown(peer)} is told of{others}."
        )
        fix = f"Name the file with CiliumBGPPeerConfig {shown(name)} as well, or add it."
        yield found(elsewhere[0].manifest, "GH540", elsewhere[0].path, reason, fix)
    is_open = given.snapshot.rejected.some("cilium.io", "CiliumBGPAdvertisement")
    unmet = () if is_open or _unchosen(given) else UNMET
    yield from _told(given, "GH540", (*SILENT, *unmet))


def advertisements_without_selector(given: Input) -> Iterator[Finding]:
    """Yield a finding for each advertisement of Services that has no selector."""
    for seen in given.seen(Problem.BGP_NO_SERVICE_SELECTOR):
        reason = "Without a selector, an advertisement of Services takes none of them."
        fix = "Write a selector; for all Services, {matchExpressions: [{key: x, operator: NotIn, values: [x]}]}."
        yield found(seen.manifest, "GH541", seen.path, reason, fix)


def unchosen_advertisements(given: Input) -> Iterator[Finding]:
    """Yield a finding for each advertisement that no family of a peer config selects, where there are peer configs."""
    families = [
        family.advertisements
        for config in given.addressing.objects.bgp.peer_configs
        for family in config.families
        if family.advertisements is not None
    ]
    reason = "No family of a CiliumBGPPeerConfig among the manifests selects its labels."
    fix = "Write labels that the advertisements of a family select."
    if len({repr(each) for each in families}) == 1:
        reason += f" They select by {flow(families[0])}."
    for seen in _unchosen(given):
        yield found(seen.manifest, "GH542", seen.path, reason, fix)


def idle_overrides(given: Input) -> Iterator[Finding]:
    """Yield a finding for each part of a node config override that overrides nothing.

    Without a cluster config, or with a rejected one, the names of instances and peers are not known.
    """
    yield from _told(given, "GH543", OVERRIDES)
    is_open = given.snapshot.rejected.some("cilium.io", "CiliumBGPClusterConfig")
    if given.addressing.objects.bgp.cluster_configs and not is_open:
        yield from _told(given, "GH543", OVERRIDES_OF_CONFIGS)


def unadvertised_families(given: Input) -> Iterator[Finding]:
    """Yield a finding for each peer config that leaves out the IP version of addresses, at the first such Service.

    Where another peer is told of the address, or a layer 2 policy announces it, nothing is missing.
    """
    found_at, known = set(), by_manifest(given)
    for seen in given.seen(Problem.NO_FAMILY):
        if known[id(seen.manifest)].unannounced and seen.seen not in found_at:
            found_at.add(seen.seen)
            by, text = seen.seen
            fix = "Add the family to the peer config, with advertisements."
            yield found(seen.manifest, "GH544", seen.path, f"{by}: {text}", fix)


def ignored_aggregations(given: Input) -> Iterator[Finding]:
    """Yield a finding for each advertisement with aggregation that policy Local sets aside, at the first Service."""
    names = set()
    for seen in given.seen(Problem.AGGREGATION_IGNORED):
        (name,) = seen.seen
        if name not in names:
            names.add(name)
            reason = f"Its externalTrafficPolicy is Local, for which the aggregation of {shown(name)} is ignored."
            fix = "Write externalTrafficPolicy: Cluster if the addresses are to be advertised as one prefix."
            yield found(seen.manifest, "GH545", seen.path, reason, fix)


def _unchosen(given: Input) -> Sequence[Seen]:
    """Return the advertisements that no family selects, where all peer configs are known.

    Where some kinds of objects of BGP are elsewhere, so may peer configs be; one that is missing or rejected is a
    finding of its own: GH537, GH538 or GH540.
    """
    has_rejected = given.snapshot.rejected.some("cilium.io", "CiliumBGPPeerConfig")
    is_open = has_rejected or is_in_part(given.addressing.objects.bgp)
    return () if is_open or given.seen(Problem.BGP_MISSING_PEER_CONFIG) else given.seen(Problem.BGP_NOT_CHOSEN)


def _told(
    given: Input, code: str, texts: Sequence[tuple[Problem, Callable[[Sequence[str]], Text]]]
) -> Iterator[Finding]:
    """Yield a finding for each place where one of some problems was seen."""
    for problem, text in texts:
        for seen in given.seen(problem):
            reason, fix = text(seen.seen)
            yield found(seen.manifest, code, seen.path, reason, fix)


def _missing_asn(seen: Sequence[str]) -> Text:
    name, *nodes = seen
    but = f" but on {listed(nodes)}, by a CiliumBGPNodeConfigOverride" if nodes else ""
    return f"Instance {shown(name)} has no localASN, and Cilium does not run it{but}.", "Write localASN."


def _no_peers(seen: Sequence[str]) -> Text:
    return f"Instance {shown(seen[0])} has no peers: nobody is told of anything.", "Add peers."


def _no_address(seen: Sequence[str]) -> Text:
    reason = f"Peer {shown(seen[0])} has neither peerAddress nor autoDiscovery, and Cilium skips it."
    return reason, "Write peerAddress."


def _no_reference(seen: Sequence[str]) -> Text:
    reason = f"Peer {shown(seen[0])} has no peerConfigRef: there is a session, and nothing is advertised."
    return reason, "Refer to a CiliumBGPPeerConfig with families."


def _no_families(_: Sequence[str]) -> Text:
    return "Without families there is a session, and nothing is advertised.", "Add families with advertisements."


def _no_advertisements(seen: Sequence[str]) -> Text:
    reason = f"Family {seen[0]} has no advertisements, and without a selector it selects none."
    return reason, "Write advertisements with the labels of a CiliumBGPAdvertisement."


def _repeated(seen: Sequence[str]) -> Text:
    return f"Family {seen[0]} is there again further down, and only the last one counts.", "Leave one of them out."


def _no_advertisement(seen: Sequence[str]) -> Text:
    reason = f"The advertisements of family {seen[0]} select no CiliumBGPAdvertisement among the manifests."
    return reason, "Write the labels of one, or add one with these labels."


def _unknown_node(seen: Sequence[str]) -> Text:
    such = f", such as {shown(seen[1])}," if len(seen) > 1 else ""
    reason = f"No declared node has the name {shown(seen[0])}: an override is named after its node."
    return reason, f"Write the name of a node{such} or declare the node in cluster.yaml."


def _unknown_instance(seen: Sequence[str]) -> Text:
    reason = f"No CiliumBGPClusterConfig of the node has an instance {shown(seen[0])}: nothing is overridden."
    return reason, _near(seen, "instance")


def _unknown_peer(seen: Sequence[str]) -> Text:
    return f"The instance has no peer {shown(seen[0])}: nothing is overridden.", _near(seen, "peer")


def _local_port(seen: Sequence[str]) -> Text:
    return f"The localPort of peer {shown(seen[0])} is never used.", "Leave it out; that of the instance counts."


def _near(seen: Sequence[str], what: str) -> str:
    return (
        f"Write {shown(seen[1])}."
        if len(seen) > 1
        else f"Write the name of {'an' if what[0] in 'aeiou' else 'a'} {what}."
    )


INCOMPLETE = (
    (Problem.BGP_MISSING_ASN, _missing_asn),
    (Problem.BGP_NO_PEERS, _no_peers),
    (Problem.BGP_NO_PEER_ADDRESS, _no_address),
)
SILENT = (
    (Problem.BGP_NO_PEER_CONFIG_REF, _no_reference),
    (Problem.BGP_NO_FAMILIES, _no_families),
    (Problem.BGP_NO_FAMILY_ADVERTISEMENTS, _no_advertisements),
    (Problem.BGP_REPEATED_FAMILY, _repeated),
)
UNMET = ((Problem.BGP_NO_ADVERTISEMENT, _no_advertisement),)
OVERRIDES = ((Problem.BGP_UNKNOWN_NODE, _unknown_node), (Problem.BGP_PEER_LOCAL_PORT, _local_port))
OVERRIDES_OF_CONFIGS = ((Problem.BGP_UNKNOWN_INSTANCE, _unknown_instance), (Problem.BGP_UNKNOWN_PEER, _unknown_peer))
