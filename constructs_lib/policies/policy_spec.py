"""What both kinds of network policy have in common: rules, default deny and descriptions."""

from collections.abc import Mapping, Sequence
from typing import Any

from constructs_lib.checks import instance, instances, mapping, refused
from constructs_lib.policies.rules import EgressRule, IngressRule, is_empty

MAX_RULES = 1000


def policy_spec(
    where: str,
    *,
    ingress: Sequence[IngressRule],
    egress: Sequence[EgressRule],
    ingress_deny: Sequence[IngressRule],
    egress_deny: Sequence[EgressRule],
    default_deny_ingress: bool | None,
    default_deny_egress: bool | None,
    description: str | None,
    rule_labels: Mapping[str, str] | None,
) -> dict[str, Any]:
    """Return the spec of a policy without its selector, in the API's form; raises ValueError for wrong arguments."""
    rules: dict[str, tuple[IngressRule | EgressRule, ...]] = {
        "ingress": instances(f"{where}: ingress", ingress, IngressRule, at_most=MAX_RULES),
        "egress": instances(f"{where}: egress", egress, EgressRule, at_most=MAX_RULES),
        "ingressDeny": instances(f"{where}: ingress_deny", ingress_deny, IngressRule, at_most=MAX_RULES),
        "egressDeny": instances(f"{where}: egress_deny", egress_deny, EgressRule, at_most=MAX_RULES),
    }
    if not any(rules.values()):
        raise refused(
            where,
            "no rules",
            "says nothing",
            allowed="one rule or more in ingress, egress, ingress_deny or egress_deny",
            fix="write ingress=[IngressRule()] to deny by default",
        )
    _check_denied(f"{where}: ingress_deny", ingress_deny)
    _check_denied(f"{where}: egress_deny", egress_deny)
    default_deny = {
        "ingress": _default_deny(where, "ingress", default_deny_ingress, allowed=ingress, denied=ingress_deny),
        "egress": _default_deny(where, "egress", default_deny_egress, allowed=egress, denied=egress_deny),
    }
    if description is not None:
        instance(f"{where}: description", description, str)
    rule_labels = {} if rule_labels is None else mapping(f"{where}: rule_labels", rule_labels)
    for key, value in rule_labels.items():
        instance(f"{where}: rule_labels", key, str)
        instance(f"{where}: rule_labels[{key!r}]", value, str)
    return {
        **{field: [rule.spec() for rule in entries] or None for field, entries in rules.items()},
        "enableDefaultDeny": default_deny if set(default_deny.values()) != {None} else None,
        "description": description,
        "labels": [{"key": key, "value": value} for key, value in rule_labels.items()] or None,
    }


def _check_denied(where: str, rules: Sequence[IngressRule | EgressRule]) -> None:
    """Raise ValueError for a rule that says what cannot be denied."""
    for index, rule in enumerate(rules):
        if is_empty(rule):
            raise refused(
                f"{where}[{index}]",
                rule,
                "denies nothing",
                allowed="rules with peers or ports",
                fix=f"write {type(rule).__name__}({next(iter(rule.peers)).partition('_')[0]}_entities=['all'])",
            )
        if isinstance(rule, EgressRule) and (rule.to_fqdns is not None or rule.dns is not None):
            raise refused(
                f"{where}[{index}]",
                rule,
                "denies DNS names, which Cilium does not",
                allowed="rules without to_fqdns and dns",
                fix="write to_cidr=[...], or allow other names only",
            )


def _default_deny(
    where: str, direction: str, value: bool | None, *, allowed: Sequence[object], denied: Sequence[object]
) -> bool | None:
    """Return whether what no policy allows is denied; raises ValueError where that is likely not what is meant."""
    argument = f"default_deny_{direction}"
    if value is not None:
        return instance(f"{where}: {argument}", value, bool)
    if denied and not allowed:
        raise refused(
            f"{where}: {argument}",
            None,
            f"lets Cilium deny all {direction} traffic by default, not only that of {direction}_deny",
            allowed="True or False, with deny rules alone",
            fix=f"write {argument}=False to deny that only",
        )
    return None
