"""Network policies that keep Gateways out: only what is certain is found."""

import re
from collections.abc import Mapping
from typing import Any

from preflight.rules.policy_peers import cilium_rule_admits, kubernetes_rule_admits
from preflight.rules.policy_selectors import Selected, selected
from tests.preflight.rules.judged import GATEWAY, ROUTE, SERVICE, said

import pytest

PODS = SERVICE.replace("spec: {", "spec: {selector: {app: shop}, ")
LABELS = {"app": "shop", "io.kubernetes.pod.namespace": "web"}


def policy(selector: str, ingress: str, *, kind: str = "CiliumNetworkPolicy", more: str = "") -> str:
    place = "" if "Clusterwide" in kind else ", namespace: web"
    return f"""
apiVersion: cilium.io/v2
kind: {kind}
metadata: {{name: p{len(selector + ingress)}{place}}}
spec: {{endpointSelector: {selector}, ingress: {ingress}{more}}}
"""


CLOSED = policy("{}", "[{fromEndpoints: [{}]}]")


def found(*policies: str) -> str:
    return said("GH409", GATEWAY, PODS, ROUTE, *policies)


def test_a_policy_that_admits_pods_only() -> None:
    assert "selects the pods of Service web/shop, and no policy lets in the identity reserved:ingress" in found(CLOSED)


@pytest.mark.parametrize(
    "opening",
    [
        policy("{matchLabels: {app: shop}}", "[{fromEntities: [ingress]}]"),
        policy("{matchLabels: {tier: web}}", "[{fromEntities: [cluster]}]"),
        policy("{}", "[{fromEndpoints: [{matchLabels: {'reserved:ingress': ''}}]}]"),
        policy("{}", "[{toPorts: [{ports: [{port: '80'}]}]}]"),
        policy("{}", "[{fromEndpoints: [{}]}]", kind="CiliumClusterwideNetworkPolicy"),
    ],
)
def test_another_policy_may_let_gateways_in(opening: str) -> None:
    assert found(CLOSED, opening) == ""


@pytest.mark.parametrize(
    "closed",
    [
        policy("{matchLabels: {app: shop}}", "[{fromEntities: [world]}]"),
        policy("{}", "[{fromCIDR: [0.0.0.0/0]}]"),
        policy("{matchLabels: {'k8s:app': shop}}", "[{}]"),
        policy("{}", "[{fromEndpoints: [{matchLabels: {app: web}}]}]"),
        policy(
            "{matchExpressions: [{key: io.kubernetes.pod.namespace, operator: NotIn, values: [argocd]}]}",
            "[{}]",
            kind="CiliumClusterwideNetworkPolicy",
        ),
    ],
)
def test_what_is_certainly_closed(closed: str) -> None:
    assert found(closed) != ""


@pytest.mark.parametrize(
    "unsure",
    [
        policy("{matchLabels: {tier: web}}", "[{}]"),
        policy("{matchLabels: {app: blog}}", "[{}]"),
        policy("{}", "[]"),
        policy("{}", "[{}]", more=", enableDefaultDeny: {ingress: false}"),
        policy(
            "{matchExpressions: [{key: 'reserved:ingress', operator: Exists}]}",
            "[{}]",
            kind="CiliumClusterwideNetworkPolicy",
        ),
    ],
)
def test_what_may_be_about_other_pods(unsure: str) -> None:
    assert found(unsure) == ""


def test_without_a_selector_the_pods_are_not_known() -> None:
    assert said("GH409", GATEWAY, SERVICE, ROUTE, CLOSED) == ""


@pytest.mark.parametrize(
    ("selector", "answer"),
    [
        ({}, Selected.YES),
        ({"matchLabels": {"app": "shop"}}, Selected.YES),
        ({"matchLabels": {"any:app": "shop"}}, Selected.YES),
        ({"matchLabels": {"k8s.app": "shop"}}, Selected.YES),
        ({"matchLabels": {"app": "blog", "tier": "x"}}, Selected.NO),
        ({"matchLabels": {"tier": "x"}}, Selected.MAYBE),
        ({"matchLabels": {"reserved:ingress": ""}}, Selected.NO),
        ({"matchLabels": {"reserved.ingress": ""}}, Selected.NO),
        ({"matchExpressions": [{"key": "app", "operator": "In", "values": ["shop"]}]}, Selected.YES),
        ({"matchExpressions": [{"key": "app", "operator": "NotIn", "values": ["shop"]}]}, Selected.NO),
        ({"matchExpressions": [{"key": "app", "operator": "Exists"}]}, Selected.YES),
        ({"matchExpressions": [{"key": "app", "operator": "DoesNotExist"}]}, Selected.NO),
        ({"matchExpressions": [{"key": "tier", "operator": "DoesNotExist"}]}, Selected.MAYBE),
        ({"matchExpressions": [{"key": "reserved:host", "operator": "DoesNotExist"}]}, Selected.YES),
        ({"matchExpressions": [{"key": "reserved:host", "operator": "Exists"}]}, Selected.NO),
    ],
)
def test_which_pods_are_selected(selector: Mapping[str, Any], answer: Selected) -> None:
    assert selected(selector, LABELS) == answer


OTHER_PORT = (
    "error GH409: spec.rules[0].backendRefs[0]: CiliumNetworkPolicy web/shop selects the pods of Service web/shop, and "
    "no policy lets in the identity reserved:ingress, with which the requests of Gateways arrive, at port 8080: they "
    "are dropped.\n"
    "  fix: Write a CiliumNetworkPolicy for these pods with ingress: "
    '[{fromEntities: [ingress], toPorts: [{ports: [{port: "8080"}]}]}].'
)
NUMBERED = PODS.replace("{port: 80}", "{port: 80, targetPort: 8080}")
NAMED = PODS.replace("{port: 80}", "{port: 80, targetPort: web}")


def to_port(number: str) -> str:
    text = policy("{}", f"[{{fromEntities: [ingress], toPorts: [{{ports: [{{port: '{number}'}}]}}]}}]")
    return re.sub(r"name: p\d+", "name: shop", text)


def test_a_policy_that_lets_gateways_in_at_another_port() -> None:
    assert said("GH409", GATEWAY, NUMBERED, ROUTE, to_port("80")) == OTHER_PORT
    assert said("GH409", GATEWAY, NUMBERED, ROUTE, to_port("80"), policy("{}", "[{fromEntities: [all]}]")) == ""
    assert said("GH409", GATEWAY, NUMBERED, ROUTE, to_port("8080")) == ""
    assert said("GH409", GATEWAY, NUMBERED, ROUTE, to_port("web")) == "", "which port it stands for is not known"
    assert said("GH409", GATEWAY, NAMED, ROUTE, to_port("80")) == "", "which port it stands for is not known"


def test_addresses_do_not_select_gateways() -> None:
    anybody = """
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: anybody, namespace: web}
spec: {podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]}
"""
    assert found(anybody) == (
        "error GH409: spec.rules[0].backendRefs[0]: NetworkPolicy web/anybody selects the pods of Service web/shop, "
        "and no policy lets in the identity reserved:ingress, with which the requests of Gateways arrive: they are "
        "dropped.\n"
        "  fix: Write a CiliumNetworkPolicy for these pods with ingress: [{fromEntities: [ingress]}]."
    )
    assert found(anybody.replace("from: [{ipBlock: {cidr: 0.0.0.0/0}}]", "ports: [{port: 80}]")) == ""


@pytest.mark.parametrize(
    ("rule", "admits"),
    [
        ({}, True),
        ({"from": []}, True),
        ({"from": [{"podSelector": {}}]}, False),
        ({"from": [{"namespaceSelector": {}}]}, False),
        ({"from": [{"ipBlock": {"cidr": "0.0.0.0/0"}}]}, False),
        ({"ports": [{"port": 8080}]}, True),
        ({"ports": [{"port": 80}]}, False),
        ({"ports": [{"port": 80}, {"port": "web"}]}, True),
        ({"ports": [{"port": 8000, "endPort": 8100}]}, True),
        ({"ports": [{"port": 8000, "endPort": 8010}]}, False),
        ({"ports": [{"protocol": "TCP"}]}, True),
        ({"ports": [{"protocol": "UDP"}]}, False),
        ({"ports": [{"port": 8080, "protocol": "UDP"}]}, False),
    ],
)
def test_rules_of_kubernetes(rule: Mapping[str, Any], admits: bool) -> None:
    assert kubernetes_rule_admits(rule, 8080) is admits


@pytest.mark.parametrize(
    ("rule", "clusterwide", "admits"),
    [
        ({}, False, False),
        ({"toPorts": [{}]}, False, True),
        ({"toPorts": [{"ports": [{"port": "8080"}]}]}, False, True),
        ({"toPorts": [{"ports": [{"port": "8080", "protocol": "ANY"}]}]}, False, True),
        ({"toPorts": [{"ports": [{"port": "8080", "protocol": "UDP"}]}]}, False, False),
        ({"toPorts": [{"ports": [{"port": "80"}]}, {"ports": [{"port": "0"}]}]}, False, True),
        ({"toPorts": [{"ports": [{"port": "80"}]}]}, False, False),
        ({"fromEntities": ["all"], "toPorts": [{"ports": [{"port": "8000", "endPort": 9000}]}]}, False, True),
        ({"fromEntities": ["ingress"], "toPorts": [{"ports": [{"port": "80"}]}]}, False, False),
        ({"fromEntities": ["ingress"], "icmps": [{}]}, False, False),
        ({"fromEntities": ["world", "host"]}, False, False),
        ({"fromEntities": ["all"]}, False, True),
        ({"fromEndpoints": [{}]}, False, False),
        ({"fromEndpoints": [{}]}, True, True),
        ({"fromEndpoints": [{"matchLabels": {"app": "a"}}]}, True, False),
        ({"fromEndpoints": [{"matchExpressions": [{"key": "app", "operator": "DoesNotExist"}]}]}, True, True),
        ({"fromNodes": [{}]}, False, False),
        ({"fromCIDR": ["0.0.0.0/0"]}, False, False),
        ({"fromCIDRSet": [{}]}, False, False),
        ({"fromCIDR": ["0.0.0.0/0"], "fromEntities": ["ingress"]}, False, True),
    ],
)
def test_rules_of_cilium(rule: Mapping[str, Any], clusterwide: bool, admits: bool) -> None:
    assert cilium_rule_admits(rule, 8080, clusterwide=clusterwide) is admits
