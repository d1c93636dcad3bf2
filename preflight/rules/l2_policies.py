"""Announcement policies of layer 2: those that announce nothing, and interfaces and nodes that are not meant.

Source: cilium/cilium, pkg/l2announcer/l2announcer.go (upsertPolicy, desiredEntries).
"""

import re
from collections.abc import Iterator, Sequence

from preflight.cilium.interface_patterns import compiles, matching
from preflight.cilium.problems import Problem, Seen
from preflight.finding import Finding
from preflight.gateway_api.findings.located import found
from preflight.rules.input import Input
from preflight.values import listed, shown

NAME = re.compile(r"\^[\w-]+\$")
"""A pattern that matches one name only."""


def policies_without_addresses(given: Input) -> Iterator[Finding]:
    """Yield a finding for each policy that announces neither addresses of load balancers nor external ones."""
    for seen in given.seen(Problem.L2_NO_IP_FLAG):
        reason = "Both loadBalancerIPs and externalIPs are false, which is their default: the policy announces nothing."
        fix = "Write loadBalancerIPs: true for the addresses from pools."
        yield found(seen.manifest, "GH522", seen.path, reason, fix)


def refused_policies(given: Input) -> Iterator[Finding]:
    """Yield a finding for each policy that Cilium does not apply, and each selector of BGP that it refuses."""
    globs = {id(seen.manifest): seen.seen[0] for seen in given.seen(Problem.L2_GLOB) if not compiles(seen.seen[0])}
    for seen in given.seen(Problem.L2_NOT_APPLIED):
        condition, message = seen.seen
        reason = f"{message} Cilium sets the condition {condition}, and does not apply the policy."
        yield found(seen.manifest, "GH523", seen.path, reason, _remedy(condition, globs.get(id(seen.manifest))))
    for seen in given.seen(Problem.BGP_BAD_SELECTOR):
        reason = f"Cilium refuses the selector, and with it all that uses it: {seen.seen[0]}"
        yield found(seen.manifest, "GH523", seen.path, reason, "Correct the selector.")


def _remedy(condition: str, glob: str | None) -> str:
    if condition == "io.cilium/bad-interface-regex":
        if glob is not None:
            return f"Write '{_expression(glob)}'."
        return "Write a regular expression as Go has it: without lookahead, lookbehind and back references."
    return "Correct the selector."


def _expression(glob: str) -> str:
    """Return the regular expression for what a shell would take a pattern for."""
    return f"^{glob.strip('^$').partition('*')[0]}.*$"


def loose_patterns(given: Input) -> Iterator[Finding]:
    """Yield a finding for each pattern that is meant for a shell, or that declared devices show to take too much.

    Of one that is no regular expression at all, GH523 says it.
    """
    for seen in given.seen(Problem.L2_GLOB):
        (pattern,) = seen.seen
        if not compiles(pattern):
            continue
        reason = (
            f"{shown(pattern)} is a regular expression, in which * repeats the letter before it: it does not stand for "
            "any letters."
        )
        yield found(seen.manifest, "GH524", seen.path, reason, f"Write '{_expression(pattern)}'.")
    for seen in given.seen(Problem.L2_UNANCHORED):
        pattern, *devices = seen.seen
        whole = f"^({pattern.removeprefix('^').removesuffix('$')})$"
        meant = matching((whole,), devices)
        longer = [name for name in devices if name not in meant]
        if meant and longer:
            reason = f"{shown(pattern)} is found anywhere in a name, so that it takes {listed(longer)} as well."
            yield found(seen.manifest, "GH524", seen.path, reason, f"Write {shown(whole)}.")


def selectors_without_nodes(given: Input) -> Iterator[Finding]:
    """Yield a finding for each policy, and each configuration of BGP, that takes none of the declared nodes."""
    for problem in (Problem.L2_NO_NODE, Problem.BGP_NO_MATCHING_NODE):
        for seen in given.seen(problem):
            reason = f"The nodeSelector takes none of the declared nodes: {listed(seen.seen)}."
            fix = "Write labels that nodes have, or correct the nodes in cluster.yaml."
            yield found(seen.manifest, "GH525", seen.path, reason, fix)


def interfaces_without_devices(given: Input) -> Iterator[Finding]:
    """Yield a finding for each policy whose interfaces match on no node."""
    for seen in given.seen(Problem.L2_NO_INTERFACE):
        devices = sorted({name for node in given.facts.nodes for name in node.interfaces})
        reason = f"{listed(seen.seen)} {_matches(seen.seen)} no device of the nodes, which have {listed(devices)}."
        fix = "Write the names of devices, or correct the nodes in cluster.yaml."
        yield found(seen.manifest, "GH526", seen.path, reason, fix)
    selected = given.facts.cilium_values.devices or ()
    for state in given.addressing.announcements.announcers.policies if selected else ():
        patterns = state.policy.interfaces
        are_known = any(node.interfaces is not None for node in state.nodes or ())
        if state.refusal is None and patterns and not are_known and not _may_match(patterns, selected):
            reason = (
                f"{listed(patterns)} {_matches(patterns)} no device that Cilium selects: its value devices has "
                f"{listed(selected)} in cluster.yaml."
            )
            fix = "Write the names of these, or correct the value, in the cluster and in cluster.yaml."
            yield found(state.policy.manifest, "GH526", ("spec", "interfaces"), reason, fix)


def _may_match(patterns: Sequence[str], selected: Sequence[str]) -> bool:
    """Say whether patterns may match a device that Cilium selects: one of a name, or of a prefix with a `+` behind it.

    Of a prefix, only a pattern that is a name as a whole tells that it matches none.
    """
    names = [name for name in selected if not name.endswith("+")]
    prefixes = tuple(name.removesuffix("+") for name in selected if name.endswith("+"))
    if matching(patterns, names):
        return True
    return any(not NAME.fullmatch(each) or each.strip("^$").startswith(prefixes) for each in patterns if prefixes)


def nodes_without_devices(given: Input) -> Iterator[Finding]:
    """Yield a finding for each policy of which some nodes, though not all, have no device that its interfaces match."""
    for (seen, *_), nodes in _by_policy(given.seen(Problem.L2_NODE_WITHOUT_INTERFACE)):
        reason = (
            f"On {listed(nodes)} no device matches the interfaces. Such a node can hold the lease of a Service all the "
            "same, and then its address is not announced."
        )
        fix = "Leave these nodes out with a nodeSelector, or write a pattern for their devices."
        yield found(seen.manifest, "GH527", seen.path, reason, fix)


def policies_for_all_devices(given: Input) -> Iterator[Finding]:
    """Yield a finding for each policy without interfaces whose nodes have several devices."""
    for (seen, *_), nodes in _by_policy(given.seen(Problem.L2_ALL_INTERFACES)):
        _, *devices = seen.seen
        also = ", and other nodes do so, too" if len(nodes) > 1 else ""
        reason = f"Without interfaces, {shown(nodes[0])} announces on all its devices, {listed(devices)}{also}."
        yield found(
            seen.manifest, "GH528", seen.path, reason, "Write the interfaces of the network that clients are in."
        )


def _by_policy(found_: Sequence[Seen]) -> Iterator[tuple[list[Seen], list[str]]]:
    """Yield what was seen of each policy, with the nodes that it is about."""
    policies: dict[str, list[Seen]] = {}
    for seen in found_:
        policies.setdefault(seen.manifest.key.name, []).append(seen)
    for of_policy in policies.values():
        yield of_policy, [seen.seen[0] for seen in of_policy]


def _matches(patterns: Sequence[str]) -> str:
    return "matches" if len(patterns) == 1 else "match"
