"""The names of a CustomResourceDefinition and its kind. A value of the wrong type is a matter of the structure.

Rules: apiextensions-apiserver, pkg/apis/apiextensions/validation/validation.go and pkg/apihelpers/helpers.go.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from preflight.admission.crd.refusals import refusal
from preflight.field_path import FieldPath, Key
from preflight.finding import Finding
from preflight.names import DNS_1035_LABEL, DNS_SUBDOMAIN, NameRule, is_name, name_instead, why_no_name
from preflight.values import shown

KIND = NameRule(
    called="the name of a kind",
    allowed="letters, digits and '-', with a letter at the start and a letter or digit at the end",
    pattern=re.compile(r"[A-Za-z](?:[-A-Za-z0-9]*[A-Za-z0-9])?"),
    max_length=63,
)
NAMES: Mapping[str, NameRule] = {
    "plural": DNS_1035_LABEL,
    "singular": DNS_1035_LABEL,
    "kind": KIND,
    "listKind": KIND,
}
LISTS = ("shortNames", "categories")
OF_KUBERNETES = ("k8s.io", "kubernetes.io")
APPROVAL = "api-approved.kubernetes.io"
UNAPPROVED = "unapproved"


def check_names(crd: Mapping[str, Any]) -> Iterator[Finding]:
    """Say what is wrong with the name, the group and the names of the kind."""
    spec: Mapping[str, Any] = crd["spec"]
    group, names = spec["group"], spec["names"]
    yield from _check_group(group)
    for field, rule in NAMES.items():
        yield from _check_name(names.get(field), rule, ("spec", "names", field))
    for field in LISTS:
        entries = names.get(field)
        for index, entry in enumerate(entries if isinstance(entries, list) else []):
            yield from _check_name(entry, DNS_1035_LABEL, ("spec", "names", field, index), empty=False)
    if names.get("listKind") == names["kind"]:
        reason = f"{shown(names['kind'])} is the kind already."
        yield refusal(("spec", "names", "listKind"), reason, f"Write {shown(names['kind'] + 'List')}.")
    metadata = crd.get("metadata")
    if isinstance(metadata, Mapping):
        yield from _check_metadata(metadata, f"{names['plural']}.{group}", group)


def _check_group(group: str) -> Iterator[Finding]:
    path = ("spec", "group")
    if not is_name(group, DNS_SUBDOMAIN):
        yield refusal(path, why_no_name(group, DNS_SUBDOMAIN), name_instead(group, DNS_SUBDOMAIN))
    elif "." not in group:
        reason = f"{shown(group)} has no dot: groups without one are Kubernetes' own."
        yield refusal(path, reason, "Write a domain of yours, such as 'example.com'.")


def _check_name(name: object, rule: NameRule, path: FieldPath, *, empty: bool = True) -> Iterator[Finding]:
    """Say what is wrong with a name; where it is optional, an `empty` one counts as absent."""
    if isinstance(name, str) and not is_name(name, rule) and (name or not empty):
        yield refusal(path, why_no_name(name, rule), name_instead(name, rule))


def _check_metadata(metadata: Mapping[str, Any], name: str, group: str) -> Iterator[Finding]:
    if metadata.get("name") not in (name, None, ""):  # that it is missing is said already
        reason = f"{shown(metadata['name'])} is not the plural name and the group, {shown(name)}."
        yield refusal(("metadata", "name"), reason, f"Write {shown(name)}.")
    if not any(group == own or group.endswith(f".{own}") for own in OF_KUBERNETES):
        return
    annotations = metadata.get("annotations")
    approval = annotations.get(APPROVAL) if isinstance(annotations, Mapping) else None
    if not approval or (isinstance(approval, str) and not _is_approval(approval)):
        reason = f"{shown(approval)} is no approval, which a group of Kubernetes asks for."
        if not approval:
            reason = f"It is missing, and the group {shown(group)} is one of Kubernetes."
        fix = "Write the URL of the approval, or a string that starts with 'unapproved'; or take another group."
        yield refusal(("metadata", "annotations", Key(APPROVAL)), reason, fix)


def _is_approval(text: str) -> bool:
    if text.startswith(UNAPPROVED):
        return True
    try:
        url = urlsplit(text)
    except ValueError:
        return False
    return bool(url.scheme and url.netloc)
