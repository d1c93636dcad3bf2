"""Names: what Kubernetes takes as one, by the kind of object.

Rules: Kubernetes, apimachinery, pkg/api/validate/content and pkg/util/validation, and for a kind pkg/apis/*/validation.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from preflight.values import shown

LABEL = r"[a-z0-9](?:[-a-z0-9]*[a-z0-9])?"
NOT_OF_A_LABEL = re.compile(r"[^a-z0-9]+")
NOT_OF_A_SUBDOMAIN = re.compile(r"[^a-z0-9.]+")
MAX_DNS_LABEL = 63
MAX_DNS_SUBDOMAIN = 253
MAX_CRON_JOB = 52
MAX_SUGGESTED = 1000
"""Characters of a name for which another is suggested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRule:
    """What a name must be."""

    called: str
    allowed: str
    pattern: re.Pattern[str]
    not_allowed: re.Pattern[str] | None = None
    """What a suggestion has a hyphen for; None where none is made."""
    max_length: int | None = None


DNS_LABEL = NameRule(
    called="a DNS label",
    allowed="lower-case letters, digits and '-', with a letter or digit at both ends",
    pattern=re.compile(LABEL),
    not_allowed=NOT_OF_A_LABEL,
    max_length=MAX_DNS_LABEL,
)
DNS_SUBDOMAIN = NameRule(
    called="a DNS subdomain",
    allowed="lower-case letters, digits, '-' and '.', with a letter or digit at both ends and around each '.'",
    pattern=re.compile(rf"{LABEL}(?:\.{LABEL})*"),
    not_allowed=NOT_OF_A_SUBDOMAIN,
    max_length=MAX_DNS_SUBDOMAIN,
)
SERVICE_NAME = NameRule(
    called="the name of a Service",
    allowed="lower-case letters, digits and '-', with a letter at the start and a letter or digit at the end; "
    "a digit at the start needs Kubernetes 1.36",
    pattern=re.compile(r"[a-z](?:[-a-z0-9]*[a-z0-9])?"),
    not_allowed=NOT_OF_A_LABEL,
    max_length=MAX_DNS_LABEL,
)
PATH_SEGMENT = NameRule(
    called="a path segment",
    allowed="any text but '.' and '..' that has no '/' and no '%'",
    pattern=re.compile(r"(?!\.{1,2}\Z)[^/%]+"),
)
JOB_NAME = NameRule(
    called="the name of a Job",
    allowed=DNS_SUBDOMAIN.allowed,
    pattern=DNS_SUBDOMAIN.pattern,
    not_allowed=NOT_OF_A_SUBDOMAIN,
    max_length=MAX_DNS_LABEL,
)
CRON_JOB_NAME = NameRule(
    called="the name of a CronJob",
    allowed=DNS_SUBDOMAIN.allowed,
    pattern=DNS_SUBDOMAIN.pattern,
    not_allowed=NOT_OF_A_SUBDOMAIN,
    max_length=MAX_CRON_JOB,
)

RBAC = "rbac.authorization.k8s.io"
RULES: Mapping[tuple[str, str], NameRule] = {
    ("", "Namespace"): DNS_LABEL,
    ("", "Service"): SERVICE_NAME,
    ("apps", "StatefulSet"): DNS_LABEL,
    ("batch", "CronJob"): CRON_JOB_NAME,
    # The name is also the value of a label of its Pods.
    ("batch", "Job"): JOB_NAME,
    ("policy", "PodDisruptionBudget"): PATH_SEGMENT,
    (RBAC, "ClusterRole"): PATH_SEGMENT,
    (RBAC, "ClusterRoleBinding"): PATH_SEGMENT,
    (RBAC, "Role"): PATH_SEGMENT,
    (RBAC, "RoleBinding"): PATH_SEGMENT,
}


def name_rule(group: str, kind: str) -> NameRule:
    """Return the rule for the names of a kind; every custom resource has that of a DNS subdomain."""
    return RULES.get((group, kind), DNS_SUBDOMAIN)


def is_name(text: str, rule: NameRule) -> bool:
    """Whether a text keeps a rule."""
    fits = rule.max_length is None or len(text) <= rule.max_length
    return fits and rule.pattern.fullmatch(text) is not None


def why_no_name(text: str, rule: NameRule) -> str:
    """Say what is wrong with a text that breaks a rule."""
    if rule.max_length is not None and len(text) > rule.max_length:
        return f"{shown(text)} has {len(text)} characters, and {rule.called} has {rule.max_length} at most."
    return f"{shown(text)} is not {rule.called}: {rule.allowed}."


def name_instead(text: str, rule: NameRule) -> str:
    """Say what to write instead of a text that breaks a rule: the nearest name that keeps it, if there is one."""
    if rule.max_length is not None and rule.max_length < len(text) <= MAX_SUGGESTED and rule.pattern.fullmatch(text):
        return "Write a shorter one."
    if rule.not_allowed is not None and len(text) <= MAX_SUGGESTED:
        parts = [part.strip("-") for part in rule.not_allowed.sub("-", text.lower()).split(".")]
        name = ".".join(part for part in parts if part)
        if is_name(name, rule):
            return f"Write {shown(name)}."
    return "Write such a name."
