"""What is wrong or likely not meant with L2 announcement policies.

Facts: rows 14 and 15 of what can be configured wrongly.
"""

from collections.abc import Iterable, Iterator, Sequence

from preflight.cilium.announcing import Announcement, L2Announcer, Reason
from preflight.cilium.interface_patterns import compiles, is_anchored, looks_like_a_glob, matching
from preflight.cilium.l2_policies import PolicyState
from preflight.cilium.problems import Problem, Seen
from preflight.cluster import Node
from preflight.field_path import FieldPath

PATHS: dict[Reason, FieldPath] = {
    Reason.BAD_NODE_SELECTOR: ("spec", "nodeSelector"),
    Reason.BAD_INTERFACE_REGEX: ("spec", "interfaces"),
    Reason.BAD_SERVICE_SELECTOR: ("spec", "serviceSelector"),
}


def l2_problems(states: Sequence[PolicyState], services: Iterable[Announcement], nodes: Sequence[Node]) -> list[Seen]:
    """Return what is wrong with each policy."""
    used = {
        announcer.policy for each in services for announcer in each.announcers if isinstance(announcer, L2Announcer)
    }
    found: list[Seen] = []
    for state in states:
        found += _of_state(state)
        found += _of_patterns(state)
        found += _of_devices(state, nodes)
        if state.refusal is None and state.policy.name not in used:
            found.append(_seen(state, Problem.L2_UNUSED))
    return found


def _of_state(state: PolicyState) -> Iterator[Seen]:
    """Say why a policy announces nothing."""
    if state.refusal is not None and state.refusal[0] == Reason.FEATURE_OFF:
        yield _seen(state, Problem.FEATURE_OFF, (), "l2announcements.enabled")
    if state.condition is not None:
        path = PATHS[state.condition.type]
        yield _seen(state, Problem.L2_NOT_APPLIED, path, state.condition.type, state.condition.message)
    if not (state.policy.load_balancer_ips or state.policy.external_ips):
        yield _seen(state, Problem.L2_NO_IP_FLAG, ("spec",))


def _of_patterns(state: PolicyState) -> Iterator[Seen]:
    """Say which patterns take more or less than they seem to."""
    devices = sorted({name for node in state.nodes or () for name in node.interfaces or ()})
    for index, pattern in enumerate(state.policy.interfaces):
        path: FieldPath = ("spec", "interfaces", index)
        if looks_like_a_glob(pattern):
            yield _seen(state, Problem.L2_GLOB, path, pattern)
        elif compiles(pattern) and not is_anchored(pattern):
            yield _seen(state, Problem.L2_UNANCHORED, path, pattern, *matching((pattern,), devices))


def _of_devices(state: PolicyState, nodes: Sequence[Node]) -> Iterator[Seen]:
    """Say where a policy has no node, no device or more than one."""
    match state.refusal:
        case (Reason.NO_NODE, _):
            names = sorted(node.name for node in nodes)
            yield _seen(state, Problem.L2_NO_NODE, ("spec", "nodeSelector"), *names)
        case (Reason.NO_INTERFACE, _):
            yield _seen(state, Problem.L2_NO_INTERFACE, ("spec", "interfaces"), *state.policy.interfaces)
        case None:
            for node in state.nodes or ():
                if node.interfaces == ():
                    yield _seen(state, Problem.L2_NODE_WITHOUT_INTERFACE, ("spec", "interfaces"), node.name)
                elif not state.policy.interfaces and len(node.interfaces or ()) > 1:
                    yield _seen(state, Problem.L2_ALL_INTERFACES, ("spec",), node.name, *(node.interfaces or ()))


def _seen(state: PolicyState, problem: Problem, path: FieldPath = (), *seen: str) -> Seen:
    return Seen(problem=problem, manifest=state.policy.manifest, path=path, seen=seen)
