"""Names: the texts that Kubernetes takes, with its documentation as the oracle, and what is said of the others."""

import re
import string

from preflight.names import (
    CRON_JOB_NAME,
    DNS_LABEL,
    DNS_SUBDOMAIN,
    JOB_NAME,
    PATH_SEGMENT,
    SERVICE_NAME,
    NameRule,
    is_name,
    name_instead,
    name_rule,
    why_no_name,
)

import pytest
from hypothesis import given
from hypothesis import strategies as st

SMALL = string.ascii_lowercase + string.digits
TEXTS = st.text(alphabet="ab9-.AZ_/%é\n", max_size=8) | st.text(alphabet="a-.", min_size=50, max_size=260) | st.text()
SUBDOMAIN_ALLOWED = "lower-case letters, digits, '-' and '.', with a letter or digit at both ends and around each '.'"
LABEL_ALLOWED = "lower-case letters, digits and '-', with a letter or digit at both ends"


def is_label(text: str) -> bool:
    """Whether a text is a label by https://kubernetes.io/docs/concepts/overview/working-with-objects/names/."""
    return 1 <= len(text) <= 63 and set(text) <= {*SMALL, "-"} and text[0] in SMALL and text[-1] in SMALL


@given(TEXTS)
def test_a_dns_label_is_that_of_the_documentation(text: str) -> None:
    assert is_name(text, DNS_LABEL) == is_label(text)


@given(TEXTS)
def test_a_dns_subdomain_is_labels_of_any_length_with_dots_between(text: str) -> None:
    parts = text.split(".")
    assert is_name(text, DNS_SUBDOMAIN) == (len(text) <= 253 and all(is_label(part[:1] + part[-62:]) for part in parts))


@given(TEXTS)
def test_the_name_of_a_service_is_a_label_that_starts_with_a_letter(text: str) -> None:
    assert is_name(text, SERVICE_NAME) == (is_label(text) and text[0] in string.ascii_lowercase)


@given(TEXTS)
def test_a_path_segment_is_any_text_that_a_url_can_have_between_two_slashes(text: str) -> None:
    assert is_name(text, PATH_SEGMENT) == (text not in ("", ".", "..") and not set("/%") & set(text))


@given(TEXTS, st.sampled_from([DNS_LABEL, DNS_SUBDOMAIN, SERVICE_NAME, CRON_JOB_NAME]))
def test_a_name_that_is_suggested_is_one(text: str, rule: NameRule) -> None:
    suggested = re.fullmatch(r"Write '(.*)'\.", name_instead(text, rule))
    assert suggested is None or is_name(suggested[1], rule)


@pytest.mark.parametrize(
    ("group", "kind", "rule"),
    [
        ("gateway.networking.k8s.io", "HTTPRoute", DNS_SUBDOMAIN),
        ("example.com", "Service", DNS_SUBDOMAIN),
        ("", "ConfigMap", DNS_SUBDOMAIN),
        ("", "Pod", DNS_SUBDOMAIN),
        ("apps", "Deployment", DNS_SUBDOMAIN),
        ("apps", "StatefulSet", DNS_LABEL),
        ("", "Namespace", DNS_LABEL),
        ("", "Service", SERVICE_NAME),
        ("batch", "Job", JOB_NAME),
        ("batch", "CronJob", CRON_JOB_NAME),
        ("certificates.k8s.io", "CertificateSigningRequest", PATH_SEGMENT),
        ("certificates.k8s.io", "ClusterTrustBundle", PATH_SEGMENT),
        ("networking.k8s.io", "IPAddress", PATH_SEGMENT),
        ("policy", "PodDisruptionBudget", PATH_SEGMENT),
        ("rbac.authorization.k8s.io", "ClusterRole", PATH_SEGMENT),
    ],
)
def test_each_kind_has_its_rule(group: str, kind: str, rule: NameRule) -> None:
    assert name_rule(group, kind) is rule


@pytest.mark.parametrize(
    ("text", "rule", "why", "instead"),
    [
        ("My_App", DNS_SUBDOMAIN, f"'My_App' is not a DNS subdomain: {SUBDOMAIN_ALLOWED}.", "Write 'my-app'."),
        ("-a..b-", DNS_SUBDOMAIN, f"'-a..b-' is not a DNS subdomain: {SUBDOMAIN_ALLOWED}.", "Write 'a.b'."),
        ("__", DNS_SUBDOMAIN, f"'__' is not a DNS subdomain: {SUBDOMAIN_ALLOWED}.", "Write such a name."),
        ("a.b", DNS_LABEL, f"'a.b' is not a DNS label: {LABEL_ALLOWED}.", "Write 'a-b'."),
        (
            "1a",
            SERVICE_NAME,
            (
                "'1a' is not the name of a Service: lower-case letters, digits and '-', with a letter at the start"
                " and a "
                "letter or digit at the end; a digit at the start needs Kubernetes 1.36."
            ),
            "Write such a name.",
        ),
        (
            "a" * 53,
            CRON_JOB_NAME,
            f"'{'a' * 53}' has 53 characters, and the name of a CronJob has 52 at most.",
            "Write a shorter one.",
        ),
        (
            "a" * 64,
            JOB_NAME,
            f"'{'a' * 64}' has 64 characters, and the name of a Job has 63 at most.",
            "Write a shorter one.",
        ),
        (
            "A" * 254,
            DNS_SUBDOMAIN,
            f"'{'A' * 76}... has 254 characters, and a DNS subdomain has 253 at most.",
            "Write such a name.",
        ),
        (
            "a/b",
            PATH_SEGMENT,
            "'a/b' is not a path segment: any string but '.' and '..' that has no '/' and no '%'.",
            "Write such a name.",
        ),
    ],
)
def test_what_is_said_of_a_text_that_is_no_name(text: str, rule: NameRule, why: str, instead: str) -> None:
    assert not is_name(text, rule)
    assert (why_no_name(text, rule), name_instead(text, rule)) == (why, instead)


def test_a_name_of_a_million_characters_is_refused_as_any_other() -> None:
    text = "a." * 500_000 + "!"
    assert not is_name(text, DNS_SUBDOMAIN)
    assert name_instead(text, DNS_SUBDOMAIN) == "Write such a name."
