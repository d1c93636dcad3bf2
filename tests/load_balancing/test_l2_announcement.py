"""Announcement on layer 2, and the refusals of a policy."""

from typing import Any

from constructs_lib import L2AnnouncementPolicy, LabelSelector, LabelSelectorRequirement
from tests.conftest import Manifests, refusal

import pytest
import re2
from cdk8s import Chart

WAVE = {"argocd.argoproj.io/sync-wave": "-2"}
POLICY = "CiliumL2AnnouncementPolicy a"


def test_a_policy_writes_what_is_announced(chart: Chart, manifests: Manifests) -> None:
    L2AnnouncementPolicy(chart, "a", load_balancer_ips=True)
    assert manifests() == [
        {
            "apiVersion": "cilium.io/v2alpha1",
            "kind": "CiliumL2AnnouncementPolicy",
            "metadata": {"annotations": WAVE, "name": "a"},
            "spec": {"externalIPs": False, "loadBalancerIPs": True},
        }
    ]


def test_a_policy_writes_what_is_said(chart: Chart, manifests: Manifests) -> None:
    requirement = LabelSelectorRequirement(key="node-role.kubernetes.io/control-plane", operator="DoesNotExist")
    L2AnnouncementPolicy(
        chart,
        "id",
        name="a",
        external_ips=True,
        service_selector=LabelSelector(match_labels={"app": "web"}),
        node_selector=LabelSelector(match_expressions=[requirement]),
        interfaces=("^eth[0-9]+$", "^ens1$"),
    )
    (manifest,) = manifests()
    assert manifest["metadata"] == {"annotations": WAVE, "name": "a"}
    assert manifest["spec"] == {
        "externalIPs": True,
        "interfaces": ["^eth[0-9]+$", "^ens1$"],
        "loadBalancerIPs": False,
        "nodeSelector": {
            "matchExpressions": [{"key": "node-role.kubernetes.io/control-plane", "operator": "DoesNotExist"}]
        },
        "serviceSelector": {"matchLabels": {"app": "web"}},
    }


@pytest.mark.parametrize(
    "arguments", [{}, {"load_balancer_ips": False, "external_ips": False}, {"interfaces": ["^a$"]}]
)
def test_a_policy_that_announces_nothing_is_refused(chart: Chart, arguments: dict[str, Any]) -> None:
    assert refusal(lambda: L2AnnouncementPolicy(chart, "a", **arguments)) == (
        f"{POLICY}: 'load_balancer_ips=False, external_ips=False' announces nothing. Allowed: load_balancer_ips=True, "
        "external_ips=True, or both. Fix: write load_balancer_ips=True to announce the addresses that LoadBalancer "
        "Services get."
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"load_balancer_ips": "yes"},
            "load_balancer_ips: 'yes' is of type str. Allowed: bool. Fix: write True or False.",
        ),
        ({"external_ips": 1}, "external_ips: 1 is of type int. Allowed: bool. Fix: write True or False."),
        (
            {"service_selector": {"app": "web"}},
            (
                "service_selector: {'app': 'web'} is of type dict. Allowed: one LabelSelector, LoadBalancerIpPool or "
                "Gateway. Fix: write LabelSelector(...)."
            ),
        ),
        (
            {"service_selector": {}},
            (
                "service_selector: {} is of type dict. Allowed: one LabelSelector, LoadBalancerIpPool or Gateway. "
                "Fix: write LabelSelector(...)."
            ),
        ),
        (
            {"node_selector": {"app": "web"}},
            "node_selector: {'app': 'web'} is of type dict. Allowed: LabelSelector. Fix: write LabelSelector(...).",
        ),
        (
            {"interfaces": "^eth0$"},
            "interfaces: '^eth0$' is of type str. Allowed: a list of str. Fix: put it in a list: [...].",
        ),
        (
            {"interfaces": ["^eth0$", 5]},
            "interfaces[1]: 5 is of type int. Allowed: str. Fix: write it as text, in quotes.",
        ),
    ],
)
def test_arguments_of_another_type_are_refused(chart: Chart, arguments: dict[str, Any], expected: str) -> None:
    given: dict[str, Any] = {"load_balancer_ips": True} | arguments
    assert refusal(lambda: L2AnnouncementPolicy(chart, "a", **given)) == f"{POLICY}: {expected}"


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("ens.*", ["ens1", "ens1f0np0"]),
        ("^en(p|s)[0-9]+$", ["enp0", "ens12"]),
        ("eth[0-9]?", ["eth", "eth1"]),
        ("eth0|eth1", ["eth0", "eth1"]),
        ("^a{2,3}$", ["aa", "aaa"]),
        (r"^eth\d+$", ["eth10"]),
        (r"^eth\d*$", ["eth", "eth10"]),
        (r"^eth[^!]$", ["eth0"]),
        (r"^br\-lan$", ["br-lan"]),
        ("^(?:eth|ens)[0-9]+$", ["eth1"]),
        ("(?i)^ETH0$", ["eth0"]),
        ("^bond0(\\.[0-9]+)?$", ["bond0", "bond0.10"]),
        ("^[[:alpha:]]+0$", ["eth0"]),
        ("^eth0*$", ["eth", "eth00"]),
        ("eth*|ens*", ["et", "ens1"]),
        (r"^\p{Greek}+$", ["αβ"]),
    ],
)
def test_a_regular_expression_is_written_as_it_is(
    chart: Chart, manifests: Manifests, pattern: str, names: list[str]
) -> None:
    L2AnnouncementPolicy(chart, "a", load_balancer_ips=True, interfaces=[pattern])
    (manifest,) = manifests()
    assert manifest["spec"]["interfaces"] == [pattern]
    assert all(re2.search(pattern, name) for name in names)


@pytest.mark.parametrize(
    ("pattern", "detail"),
    [
        ("eth(?!0)", "invalid perl operator: (?!"),
        ("eth(?=0)", "invalid perl operator: (?="),
        ("(?<=e)th0", "invalid perl operator: (?<="),
        (r"(e)th\1", r"invalid escape sequence: \1"),
        ("eth(0", "missing ): eth(0"),
        ("eth0)", "unexpected ): eth0)"),
        ("eth[0", "missing ]: [0"),
        ("a{3,2}", "invalid repetition size: {3,2}"),
        ("[z-a]", "invalid character class range: z-a"),
        ("eth\\", "trailing \\"),
    ],
)
def test_a_pattern_that_is_not_re2_is_refused(chart: Chart, pattern: str, detail: str) -> None:
    assert refusal(lambda: L2AnnouncementPolicy(chart, "a", load_balancer_ips=True, interfaces=["^a$", pattern])) == (
        f"{POLICY}: interfaces[1]: {pattern!r} is not a regular expression of RE2 ({detail}). Allowed: RE2 syntax: no "
        "look-ahead, look-behind or back-references. Fix: rewrite it without them, or escape a character that is meant "
        "literally with '\\'."
    )


@pytest.mark.parametrize(
    ("pattern", "stem"),
    [
        ("eth*", "eth"),
        ("eth?", "eth"),
        ("en[!x]", "en"),
        ("{eth0,eth1}", "eth"),
        ("en{p,s}0", "en"),
        ("*", "eth"),
        ("*0", "eth"),
        ("veth_*", "veth_"),
        ("br-*", "br-"),
        ("eth0*", "eth0"),
    ],
)
def test_a_shell_glob_is_refused_with_the_expression_meant(chart: Chart, pattern: str, stem: str) -> None:
    said = refusal(lambda: L2AnnouncementPolicy(chart, "a", load_balancer_ips=True, interfaces=[pattern]))
    assert said == (
        f"{POLICY}: interfaces[0]: {pattern!r} is a shell glob. Allowed: a regular expression (RE2). Fix: write "
        f"'^{stem}[0-9]+$' for a name and a number, or '^(eth0|eth1)$' for a list of names."
    )
    L2AnnouncementPolicy(chart, "b", load_balancer_ips=True, interfaces=[f"^{stem}[0-9]+$", "^(eth0|eth1)$"])


def test_an_empty_pattern_is_refused(chart: Chart) -> None:
    assert refusal(lambda: L2AnnouncementPolicy(chart, "a", load_balancer_ips=True, interfaces=[""])) == (
        f"{POLICY}: interfaces[0]: '' matches everything. Allowed: a pattern. Fix: write what it should match."
    )
