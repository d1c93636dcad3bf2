"""What both kinds of network policy say and refuse."""

from typing import Any

from constructs_lib.policies.peers import FqdnSelector, PortProtocol
from constructs_lib.policies.policy_spec import policy_spec
from constructs_lib.policies.rules import EgressRule, IngressRule
from tests.conftest import refusal

import pytest

IN, OUT = IngressRule(from_entities=["world"]), EgressRule(to_entities=["world"])
ARGUMENTS: dict[str, Any] = {
    "ingress": (),
    "egress": (),
    "ingress_deny": (),
    "egress_deny": (),
    "default_deny_ingress": None,
    "default_deny_egress": None,
    "description": None,
    "rule_labels": None,
}


def spec(**arguments: Any) -> dict[str, Any]:
    """Return the fields that the spec has a value for."""
    written = policy_spec("here", **(ARGUMENTS | arguments))
    return {field: value for field, value in written.items() if value is not None}


def test_each_direction_has_its_field() -> None:
    assert spec(ingress=[IN]) == {"ingress": [IN.spec()]}
    assert spec(egress=(OUT,)) == {"egress": [OUT.spec()]}
    assert spec(ingress=[IN], ingress_deny=[IN]) == {"ingress": [IN.spec()], "ingressDeny": [IN.spec()]}
    assert spec(egress=[OUT], egress_deny=[OUT]) == {"egress": [OUT.spec()], "egressDeny": [OUT.spec()]}


def test_default_deny_is_written_where_it_is_said() -> None:
    assert spec(ingress=[IN], default_deny_ingress=False)["enableDefaultDeny"] == {"ingress": False, "egress": None}
    assert spec(ingress=[IN], default_deny_egress=True)["enableDefaultDeny"] == {"ingress": None, "egress": True}
    assert spec(egress_deny=[OUT], default_deny_egress=False)["enableDefaultDeny"] == {"ingress": None, "egress": False}


def test_text_is_written_as_it_is() -> None:
    assert spec(ingress=[IN], description="web", rule_labels={"team": "a"}) == {
        "description": "web",
        "ingress": [IN.spec()],
        "labels": [{"key": "team", "value": "a"}],
    }


ALONE = "Allowed: True or False, with deny rules alone. Fix: write"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {},
            (
                "here: 'no rules' says nothing. Allowed: one rule or more in ingress, egress, ingress_deny or "
                "egress_deny. Fix: write ingress=[IngressRule()] to deny by default."
            ),
        ),
        (
            {"ingress": [OUT]},
            f"here: ingress[0]: {OUT!r} is of type EgressRule. Allowed: IngressRule. Fix: write IngressRule(...).",
        ),
        (
            {"egress": OUT},
            (
                f"here: egress: {OUT!r} is of type EgressRule. Allowed: a list of EgressRule. "
                "Fix: put it in a list: [...]."
            ),
        ),
        (
            {"ingress_deny": [IN]},
            (
                "here: default_deny_ingress: None lets Cilium deny all ingress traffic by default, not only that of "
                f"ingress_deny. {ALONE} default_deny_ingress=False to deny that only."
            ),
        ),
        (
            {"ingress": [IN], "egress_deny": [OUT]},
            (
                "here: default_deny_egress: None lets Cilium deny all egress traffic by default, not only that of "
                f"egress_deny. {ALONE} default_deny_egress=False to deny that only."
            ),
        ),
        (
            {"ingress": [IN], "ingress_deny": [IN, IngressRule()]},
            (
                f"here: ingress_deny[1]: {IngressRule()!r} denies nothing. Allowed: rules with peers or ports. "
                "Fix: write IngressRule(from_entities=['all'])."
            ),
        ),
        (
            {"egress": [OUT], "egress_deny": [EgressRule()]},
            (
                f"here: egress_deny[0]: {EgressRule()!r} denies nothing. Allowed: rules with peers or ports. "
                "Fix: write EgressRule(to_entities=['all'])."
            ),
        ),
        (
            {"ingress": [IN], "default_deny_ingress": "no"},
            "here: default_deny_ingress: 'no' is of type str. Allowed: bool. Fix: write True or False.",
        ),
        (
            {"ingress": [IN], "description": 5},
            "here: description: 5 is of type int. Allowed: str. Fix: write it as text, in quotes.",
        ),
        (
            {"ingress": [IN], "rule_labels": ["a"]},
            (
                "here: rule_labels: ['a'] is of type list. Allowed: a mapping of text to text. "
                "Fix: write {'key': 'value'}."
            ),
        ),
        (
            {"ingress": [IN], "rule_labels": {"a": 1}},
            "here: rule_labels['a']: 1 is of type int. Allowed: str. Fix: write it as text, in quotes.",
        ),
        (
            {"ingress": [IN], "rule_labels": {1: "a"}},
            "here: rule_labels: 1 is of type int. Allowed: str. Fix: write it as text, in quotes.",
        ),
    ],
)
def test_a_policy_that_is_wrong_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: spec(**arguments)) == expected


@pytest.mark.parametrize(
    "rule",
    [
        EgressRule(to_fqdns=[FqdnSelector(match_name="example.com")]),
        EgressRule(to_ports=[PortProtocol(53, "ANY")], dns=[FqdnSelector(match_pattern="*")]),
    ],
)
def test_dns_names_are_not_denied(rule: EgressRule) -> None:
    assert refusal(lambda: spec(egress=[OUT], egress_deny=[rule])) == (
        f"here: egress_deny[0]: {rule!r} denies DNS names, which Cilium does not. Allowed: rules without to_fqdns and "
        "dns. Fix: write to_cidr=[...], or allow other names only."
    )
