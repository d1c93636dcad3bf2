"""The two kinds of network policy, and their refusals."""

from typing import Any

from constructs_lib import LabelSelector, Namespace
from constructs_lib.policies.network_policy import (
    CiliumClusterwideNetworkPolicy,
    CiliumNetworkPolicy,
    ReservedIdentity,
)
from constructs_lib.policies.peers import CidrRule, FqdnSelector, PortProtocol
from constructs_lib.policies.rules import EgressRule, IngressRule
from tests.conftest import Crds, Manifests, defaulted, refusal, schema_of

import pytest
from cdk8s import Chart

WAVE = {"argocd.argoproj.io/sync-wave": "-1"}
WEB = LabelSelector(match_labels={"app": "web"})
INGRESS = [IngressRule(from_entities=["ingress"], to_ports=[PortProtocol(8080, "TCP")])]
EGRESS = [
    EgressRule(
        to_endpoints=[LabelSelector(match_labels={"io.kubernetes.pod.namespace": "kube-system"})],
        to_ports=[PortProtocol(53, "ANY")],
        dns=[FqdnSelector(match_pattern="*")],
    ),
    EgressRule(to_fqdns=[FqdnSelector(match_name="example.com")]),
    EgressRule(to_cidr_set=[CidrRule("192.0.2.0/24", except_=["192.0.2.0/28"])]),
]
DENY: dict[str, Any] = {
    "ingress_deny": [IngressRule(from_cidr=["198.51.100.0/24"])],
    "egress_deny": [EgressRule(to_cidr_set=[CidrRule(cidr_group_ref="bad")], to_ports=[PortProtocol("web", "TCP")])],
    "default_deny_ingress": True,
    "default_deny_egress": False,
    "description": "web",
    "rule_labels": {"team": "a"},
}
WRITTEN = {
    "description": "web",
    "egress": [
        {
            "toEndpoints": [{"matchLabels": {"io.kubernetes.pod.namespace": "kube-system"}}],
            "toPorts": [{"ports": [{"port": "53", "protocol": "ANY"}], "rules": {"dns": [{"matchPattern": "*"}]}}],
        },
        {"toFQDNs": [{"matchName": "example.com"}]},
        {"toCIDRSet": [{"cidr": "192.0.2.0/24", "except": ["192.0.2.0/28"]}]},
    ],
    "egressDeny": [
        {"toCIDRSet": [{"cidrGroupRef": "bad"}], "toPorts": [{"ports": [{"port": "web", "protocol": "TCP"}]}]}
    ],
    "enableDefaultDeny": {"egress": False, "ingress": True},
    "ingress": [{"fromEntities": ["ingress"], "toPorts": [{"ports": [{"port": "8080", "protocol": "TCP"}]}]}],
    "ingressDeny": [{"fromCIDR": ["198.51.100.0/24"]}],
    "labels": [{"key": "team", "value": "a"}],
}


def test_a_policy_of_a_namespace_writes_what_is_said(chart: Chart, manifests: Manifests, crds: Crds) -> None:
    namespace = Namespace(chart, "apps")
    CiliumNetworkPolicy(
        chart, "id", name="web", namespace=namespace, endpoint_selector=WEB, ingress=INGRESS, egress=EGRESS, **DENY
    )
    written = manifests()[1]
    assert written == {
        "apiVersion": "cilium.io/v2",
        "kind": "CiliumNetworkPolicy",
        "metadata": {"annotations": WAVE, "name": "web", "namespace": "apps"},
        "spec": {"endpointSelector": {"matchLabels": {"app": "web"}}, **WRITTEN},
    }
    assert defaulted(written, schema_of(crds["CiliumNetworkPolicy"], "v2")) == written


def test_a_clusterwide_policy_writes_what_is_said(chart: Chart, manifests: Manifests, crds: Crds) -> None:
    CiliumClusterwideNetworkPolicy(chart, "web", endpoint_selector=WEB, ingress=INGRESS, egress=EGRESS, **DENY)
    (written,) = manifests()
    assert written == {
        "apiVersion": "cilium.io/v2",
        "kind": "CiliumClusterwideNetworkPolicy",
        "metadata": {"annotations": WAVE, "name": "web"},
        "spec": {"endpointSelector": {"matchLabels": {"app": "web"}}, **WRITTEN},
    }
    assert defaulted(written, schema_of(crds["CiliumClusterwideNetworkPolicy"], "v2")) == written


def test_the_first_step_of_the_gateway_path_is_a_clusterwide_policy(chart: Chart, manifests: Manifests) -> None:
    CiliumClusterwideNetworkPolicy(
        chart,
        "gateways",
        endpoint_selector=ReservedIdentity("ingress"),
        ingress=[IngressRule(from_entities=["world"])],
        egress=[EgressRule(to_entities=["cluster"])],
    )
    (written,) = manifests()
    assert written["spec"] == {
        "egress": [{"toEntities": ["cluster"]}],
        "endpointSelector": {"matchExpressions": [{"key": "reserved:ingress", "operator": "Exists"}]},
        "ingress": [{"fromEntities": ["world"]}],
    }


def test_a_policy_denies_by_default_with_a_rule_that_allows_nothing(chart: Chart, manifests: Manifests) -> None:
    every = LabelSelector()
    CiliumNetworkPolicy(chart, "a", namespace="apps", endpoint_selector=every, ingress=[IngressRule()])
    CiliumClusterwideNetworkPolicy(chart, "b", node_selector=every, egress=[EgressRule()])
    assert [manifest["spec"] for manifest in manifests()] == [
        {"endpointSelector": {}, "ingress": [{}]},
        {"egress": [{}], "nodeSelector": {}},
    ]


def network_policy(chart: Chart, **arguments: Any) -> CiliumNetworkPolicy:
    every: dict[str, Any] = {"namespace": "apps", "endpoint_selector": WEB, "ingress": INGRESS} | arguments
    return CiliumNetworkPolicy(chart, "web", **every)


POLICY = "CiliumNetworkPolicy apps/web"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"namespace": "Apps"},
            (
                "CiliumNetworkPolicy.namespace: 'Apps' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with "
                "a letter or digit at both ends. Fix: write 'apps'."
            ),
        ),
        (
            {"endpoint_selector": {"app": "web"}},
            (
                f"{POLICY}: endpoint_selector: {{'app': 'web'}} is of type dict. Allowed: LabelSelector. "
                "Fix: write LabelSelector(...)."
            ),
        ),
        (
            {"endpoint_selector": ReservedIdentity("ingress")},
            (
                f"{POLICY}: endpoint_selector: ReservedIdentity(name='ingress') is of type ReservedIdentity. Allowed: "
                "LabelSelector. Fix: write LabelSelector(...)."
            ),
        ),
        (
            {"ingress": []},
            (
                f"{POLICY}: 'no rules' says nothing. Allowed: one rule or more in ingress, egress, ingress_deny or "
                "egress_deny. Fix: write ingress=[IngressRule()] to deny by default."
            ),
        ),
    ],
)
def test_a_policy_of_a_namespace_that_is_wrong_is_refused(
    chart: Chart, arguments: dict[str, Any], expected: str
) -> None:
    assert refusal(lambda: network_policy(chart, **arguments)) == expected


CLUSTERWIDE = "CiliumClusterwideNetworkPolicy web"
PLACE = (
    "does not say in one way what the policy is for. Allowed: one of endpoint_selector and node_selector. Fix: write "
    "endpoint_selector=LabelSelector() for everything but nodes."
)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, f"{CLUSTERWIDE}: 'endpoint_selector=None, node_selector=None' {PLACE}"),
        (
            {"endpoint_selector": WEB, "node_selector": WEB},
            f"{CLUSTERWIDE}: {f'endpoint_selector={WEB!r}, node_selector={WEB!r}'!r} {PLACE}",
        ),
        (
            {"endpoint_selector": "ingress"},
            (
                f"{CLUSTERWIDE}: endpoint_selector: 'ingress' is of type str. Allowed: LabelSelector. "
                "Fix: write LabelSelector(...)."
            ),
        ),
        (
            {"node_selector": ReservedIdentity("ingress")},
            (
                f"{CLUSTERWIDE}: node_selector: ReservedIdentity(name='ingress') is of type ReservedIdentity. "
                "Allowed: LabelSelector. Fix: write LabelSelector(...)."
            ),
        ),
        (
            {"node_selector": WEB, "egress": EGRESS},
            (
                f"{CLUSTERWIDE}: egress: 'dns' does not go with node_selector, since Cilium filters no names for "
                "nodes. Allowed: dns in rules for endpoints. Fix: leave dns out of the rules."
            ),
        ),
    ],
)
def test_a_clusterwide_policy_that_is_wrong_is_refused(chart: Chart, arguments: dict[str, Any], expected: str) -> None:
    every: dict[str, Any] = {"ingress": INGRESS} | arguments
    assert refusal(lambda: CiliumClusterwideNetworkPolicy(chart, "web", **every)) == expected


def test_an_identity_that_no_policy_is_for_is_refused() -> None:
    assert refusal(lambda: ReservedIdentity("world")) == (
        "ReservedIdentity.name: 'world' is not a value of this field. Allowed: 'health', 'ingress', 'init'. "
        "Fix: write one of them."
    )
