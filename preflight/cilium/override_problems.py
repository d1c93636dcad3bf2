"""Node config overrides that override nothing.

Source: cilium/cilium, operator/pkg/bgp/cluster.go (toNodeBGPInstance): what is honoured of them.
"""

from collections.abc import Iterator, Sequence

from preflight.cilium.bgp_objects import NodeOverride
from preflight.cilium.bgp_sessions import BgpObjects, ConfigState
from preflight.cilium.problems import Problem, Seen
from preflight.cluster import Node
from preflight.suggestions import nearest


def override_problems(objects: BgpObjects, states: Sequence[ConfigState], nodes: Sequence[Node]) -> list[Seen]:
    """Return what is without effect in each override."""
    return [seen for override in objects.overrides for seen in _of_override(override, states, nodes)]


def _of_override(override: NodeOverride, states: Sequence[ConfigState], nodes: Sequence[Node]) -> Iterator[Seen]:
    """Say whether its node, its instances and its peers are there; the configs are those that can take its node."""
    names = [node.name for node in nodes]
    if nodes and override.name not in names:
        yield _seen(override, Problem.BGP_UNKNOWN_NODE, ("metadata", "name"), override.name, names)
        return
    configs = [state.config for state in states if state.nodes is None or override.name in state.nodes]
    instances = [instance for config in configs for instance in config.instances]
    for index, written in enumerate(override.instances):
        path = ("spec", "bgpInstances", index)
        same = [instance for instance in instances if instance.name == written["name"]]
        if not same:
            known = [instance.name for instance in instances]
            yield _seen(override, Problem.BGP_UNKNOWN_INSTANCE, (*path, "name"), written["name"], known)
        peers = [peer.name for instance in same for peer in instance.peers]
        for number, peer in enumerate(written.get("peers") or ()):
            of_peer = (*path, "peers", number)
            if same and peer["name"] not in peers:
                yield _seen(override, Problem.BGP_UNKNOWN_PEER, (*of_peer, "name"), peer["name"], peers)
            if peer.get("localPort") is not None:
                yield _seen(override, Problem.BGP_PEER_LOCAL_PORT, (*of_peer, "localPort"), peer["name"])


def _seen(
    override: NodeOverride, problem: Problem, path: tuple[str | int, ...], name: str, known: Sequence[str] = ()
) -> Seen:
    suggested = nearest(name, known)
    seen = (name,) if suggested is None else (name, suggested)
    return Seen(problem=problem, manifest=override.manifest, path=path, seen=seen)
