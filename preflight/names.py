"""Names: what Kubernetes takes as one, by the kind of object, and as the key and the value of a label.

Rules: Kubernetes, apimachinery, pkg/api/validate/content and pkg/util/validation, and for a kind pkg/apis/*/validation.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from preflight.values import shown

LABEL = r"[a-z0-9](?:[-a-z0-9]*[a-z0-9])?"
NOT_OF_A_LABEL = re.compile(r"[^a-z0-9]+")
NOT_OF_A_SUBDOMAIN = re.compile(r"[^a-z0-9.]+")
MAX_DNS_LABEL = 63
MAX_DNS_SUBDOMAIN = 253
MAX_CRON_JOB = 52
MAX_LABEL_NAME = 63
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
DNS_1035_LABEL = NameRule(
    called="a DNS label with a letter at the start",
    allowed="lower-case letters, digits and '-', with a letter at the start and a letter or digit at the end",
    pattern=re.compile(rf"(?![0-9]){LABEL}"),
    not_allowed=NOT_OF_A_LABEL,
    max_length=MAX_DNS_LABEL,
)
SERVICE_NAME = replace(
    DNS_1035_LABEL,
    called="the name of a Service",
    allowed=f"{DNS_1035_LABEL.allowed}; a digit at the start needs Kubernetes 1.36",
)
PATH_SEGMENT = NameRule(
    called="a path segment",
    allowed="any string but '.' and '..' that has no '/' and no '%'",
    pattern=re.compile(r"(?!\.{1,2}\Z)[^/%]+"),
)
JOB_NAME = replace(DNS_SUBDOMAIN, called="the name of a Job", max_length=MAX_DNS_LABEL)
CRON_JOB_NAME = replace(DNS_SUBDOMAIN, called="the name of a CronJob", max_length=MAX_CRON_JOB)
LABEL_NAME = NameRule(
    called="a name",
    allowed="letters, digits, '-', '_' and '.', with a letter or digit at both ends",
    pattern=re.compile(r"[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?"),
    max_length=MAX_LABEL_NAME,
)
"""What the key of a label has after its '/', or is; the value of a label is one too, or empty."""

RBAC = "rbac.authorization.k8s.io"
RULES: Mapping[tuple[str, str], NameRule] = {
    ("", "Namespace"): DNS_LABEL,
    ("", "Service"): SERVICE_NAME,
    ("apps", "StatefulSet"): DNS_LABEL,
    ("batch", "CronJob"): CRON_JOB_NAME,
    # The name is also the value of a label of its Pods.
    ("batch", "Job"): JOB_NAME,
    ("certificates.k8s.io", "CertificateSigningRequest"): PATH_SEGMENT,
    # One of a signer has its name and ':' at the start.
    ("certificates.k8s.io", "ClusterTrustBundle"): PATH_SEGMENT,
    # The name is the address.
    ("networking.k8s.io", "IPAddress"): PATH_SEGMENT,
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


def is_prefix(text: str, rule: NameRule) -> bool:
    """Whether a text can be the beginning of a name, which goes on after a hyphen at the end (generateName)."""
    return is_name(f"{text[:-2]}a" if len(text) > 1 and text.endswith("-") else text, rule)


def is_label_value(text: str) -> bool:
    """Whether a text can be the value of a label."""
    return not text or is_name(text, LABEL_NAME)


def why_no_qualified_name(text: str) -> str:
    """Say why a text is no qualified name such as `app` or `example.com/app`; empty where it is one.

    Keys of labels, and finalizers, are qualified names. The sentence goes on after the text.
    """
    prefix, slash, name = text.rpartition("/")
    if slash and not is_name(prefix, DNS_SUBDOMAIN):
        return f"has {shown(prefix)} before the '/', where a DNS subdomain stands"
    if is_name(name, LABEL_NAME):
        return ""
    if len(name) > MAX_LABEL_NAME:
        where = " after the '/'" if slash else ""
        return f"has {len(name)} characters{where}, and a name has {MAX_LABEL_NAME} at most"
    what = f"has {shown(name)} after the '/', where a name stands" if slash else "is not a name"
    return f"{what}: {LABEL_NAME.allowed}"


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
