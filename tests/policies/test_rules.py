"""Rules of network policies, and their refusals."""

from typing import Any

from constructs_lib import LabelSelector
from constructs_lib.policies.peers import CidrRule, FqdnSelector, PortProtocol
from constructs_lib.policies.rules import ENTITIES, EgressRule, IngressRule, is_empty
from tests.conftest import Crds, refusal, schema_of

import pytest

WEB = LabelSelector(match_labels={"app": "web"})
HTTP, DNS = PortProtocol(8080, "TCP"), PortProtocol(53, "ANY")
EXAMPLE = FqdnSelector(match_name="example.com")


def said(rule: IngressRule | EgressRule) -> dict[str, Any]:
    """Return the fields that a rule has a value for."""
    return {field: value for field, value in rule.spec().items() if value is not None}


def test_each_kind_of_peer_has_its_field() -> None:
    cidr = CidrRule("192.0.2.0/24")
    assert said(IngressRule(from_endpoints=[WEB])) == {"fromEndpoints": [WEB.spec()]}
    assert said(IngressRule(from_entities=("world", "cluster"))) == {"fromEntities": ["world", "cluster"]}
    assert said(IngressRule(from_cidr=["192.0.2.0/24"])) == {"fromCIDR": ["192.0.2.0/24"]}
    assert said(IngressRule(from_cidr_set=[cidr])) == {"fromCIDRSet": [cidr.spec()]}
    assert said(EgressRule(to_endpoints=[WEB])) == {"toEndpoints": [WEB.spec()]}
    assert said(EgressRule(to_entities=["world"])) == {"toEntities": ["world"]}
    assert said(EgressRule(to_cidr=["192.0.2.0/24"])) == {"toCIDR": ["192.0.2.0/24"]}
    assert said(EgressRule(to_cidr_set=[cidr])) == {"toCIDRSet": [cidr.spec()]}
    assert said(EgressRule(to_fqdns=[EXAMPLE])) == {"toFQDNs": [EXAMPLE.spec()]}


def test_ports_and_dns_names_are_in_one_entry() -> None:
    assert said(IngressRule(to_ports=[HTTP, DNS])) == {"toPorts": [{"ports": [HTTP.spec(), DNS.spec()]}]}
    assert said(EgressRule(to_ports=[HTTP])) == {"toPorts": [{"ports": [HTTP.spec()]}]}
    assert said(EgressRule(to_ports=[DNS], dns=[EXAMPLE])) == {
        "toPorts": [{"ports": [DNS.spec()], "rules": {"dns": [EXAMPLE.spec()]}}]
    }


def test_a_rule_that_says_nothing_is_empty() -> None:
    assert said(IngressRule()) == said(EgressRule()) == {}
    assert is_empty(IngressRule())
    assert is_empty(EgressRule())
    assert not is_empty(IngressRule(to_ports=[HTTP]))
    assert not is_empty(EgressRule(to_fqdns=[EXAMPLE]))


def test_the_entities_are_those_of_the_crd(crds: Crds) -> None:
    """Oracle: the CRD."""
    fields = schema_of(crds["CiliumNetworkPolicy"], "v2")["properties"]["spec"]["properties"]
    assert list(ENTITIES) == fields["ingress"]["items"]["properties"]["fromEntities"]["items"]["enum"]


NOTHING = "[] names nothing. Allowed: one or more. Fix: leave the rule out, or the argument to mean everything."
TOGETHER = "are together in one rule, which Cilium refuses. Allowed: one of them in a rule. Fix: write a rule for each."
NETWORK = "Allowed: a network address, '/' and a prefix length, such as '192.0.2.0/24' or '2001:db8::/64'."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"from_endpoints": []}, f".from_endpoints: {NOTHING}"),
        ({"from_entities": ()}, f".from_entities: {NOTHING}"),
        ({"from_cidr": []}, f".from_cidr: {NOTHING}"),
        ({"from_cidr_set": []}, f".from_cidr_set: {NOTHING}"),
        ({"to_ports": []}, f".to_ports: {NOTHING}"),
        (
            {"from_endpoints": WEB},
            (
                f".from_endpoints: {WEB!r} is of type LabelSelector. Allowed: a list of LabelSelector. "
                "Fix: put it in a list: [...]."
            ),
        ),
        (
            {"from_endpoints": [{"app": "web"}]},
            (
                ".from_endpoints[0]: {'app': 'web'} is of type dict. Allowed: LabelSelector. "
                "Fix: write LabelSelector(...)."
            ),
        ),
        (
            {"from_entities": ["world", "internet"]},
            (
                f".from_entities[1]: 'internet' is not a value of this field. Allowed: "
                f"{', '.join(map(repr, ENTITIES))}. Fix: write one of them."
            ),
        ),
        (
            {"from_cidr": ["192.0.2.1"]},
            (
                f".from_cidr[0]: '192.0.2.1' is not a network. {NETWORK} "
                "Fix: write '/32' or '/128' after a single address."
            ),
        ),
        (
            {"from_cidr_set": ["192.0.2.0/24"]},
            (
                ".from_cidr_set[0]: '192.0.2.0/24' is of type str. Allowed: CidrRule. "
                "Fix: write CidrRule('192.0.2.0/24')."
            ),
        ),
        (
            {"to_ports": [80]},
            ".to_ports[0]: 80 is of type int. Allowed: PortProtocol. Fix: write PortProtocol(...).",
        ),
        (
            {"to_ports": [HTTP] * 41},
            ".to_ports: '41 items' are too many. Allowed: at most 40. Fix: split it into several objects.",
        ),
        (
            {"from_endpoints": [WEB], "from_entities": ["world"], "to_ports": [HTTP]},
            f": 'from_endpoints, from_entities' {TOGETHER}",
        ),
    ],
)
def test_an_ingress_rule_that_is_wrong_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: IngressRule(**arguments)) == f"IngressRule{expected}"


PORTS = "does not go with these to_ports. Allowed: single ports for UDP, TCP or ANY. Fix: write "


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"to_endpoints": []}, f".to_endpoints: {NOTHING}"),
        ({"to_fqdns": []}, f".to_fqdns: {NOTHING}"),
        ({"to_ports": [DNS], "dns": []}, f".dns: {NOTHING}"),
        (
            {"to_fqdns": ["example.com"]},
            ".to_fqdns[0]: 'example.com' is of type str. Allowed: FqdnSelector. Fix: write FqdnSelector(...).",
        ),
        ({"to_fqdns": [EXAMPLE], "to_cidr": ["192.0.2.0/24"]}, f": 'to_cidr, to_fqdns' {TOGETHER}"),
        ({"dns": [EXAMPLE]}, f".dns: [{EXAMPLE!r}] {PORTS}to_ports=[PortProtocol(53, 'ANY')]."),
        (
            {"dns": [EXAMPLE], "to_ports": [DNS, PortProtocol(53, "UDP", end_port=54)]},
            f".dns: [{EXAMPLE!r}] {PORTS}to_ports=[PortProtocol(53, 'ANY')].",
        ),
        (
            {"dns": [EXAMPLE], "to_ports": [PortProtocol(53, "SCTP")]},
            f".dns: [{EXAMPLE!r}] {PORTS}to_ports=[PortProtocol(53, 'ANY')].",
        ),
    ],
)
def test_an_egress_rule_that_is_wrong_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: EgressRule(**arguments)) == f"EgressRule{expected}"
