"""Metadata: names, namespaces, and all else that every object has, by Kubernetes' own rules."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from preflight.admission.object_meta import check_object_meta
from preflight.admission.structure.check import PASSED, under
from preflight.finding import Finding
from preflight.names import (
    DNS_LABEL,
    PATH_SEGMENT,
    NameRule,
    is_name,
    is_prefix,
    name_instead,
    name_rule,
    why_no_name,
)


def check_metadata(metadata: object, group: str, kind: str, *, namespaced: bool) -> Sequence[Finding]:
    """Say what is wrong with the metadata of an object that `kubectl apply --server-side` sends.

    The paths start at the object. The namespace of an object that is not namespaced is not checked: it is dropped.
    """
    if metadata is None:
        return under("metadata", [_nameless({})])
    findings = check_object_meta(metadata, applied=True)
    if isinstance(metadata, dict):
        findings += _names(metadata, name_rule(group, kind))
        if namespaced:
            findings += _namespace(metadata)
    return under("metadata", findings) if findings else PASSED


def check_embedded_metadata(metadata: object) -> Sequence[Finding]:
    """Say what is wrong with the metadata of an embedded resource (x-kubernetes-embedded-resource).

    The paths start at the metadata. It need not have a name, and a name may be any path segment.
    """
    if metadata is None:
        return PASSED
    findings = check_object_meta(metadata, applied=False)
    if not isinstance(metadata, dict):
        return findings
    named = metadata if metadata.get("name") else {**metadata, "name": "any"}
    return [*findings, *_names(named, PATH_SEGMENT), *_namespace(metadata)]


def _names(metadata: Mapping[str, Any], rule: NameRule) -> Iterator[Finding]:
    """Yield what is wrong with name and generateName; one that is no string has a finding already."""
    name, prefix = metadata.get("name"), metadata.get("generateName")
    if name is None or name == "":
        yield _nameless(metadata)
    elif isinstance(name, str) and not is_name(name, rule):
        yield Finding(code="GH110", path=("name",), reason=why_no_name(name, rule), fix=name_instead(name, rule))
    if isinstance(prefix, str) and prefix and not is_prefix(prefix, rule):
        fix = "Remove it: an object that is applied has a name."
        yield Finding(code="GH110", path=("generateName",), reason=why_no_name(prefix, rule), fix=fix)


def _nameless(metadata: Mapping[str, Any]) -> Finding:
    reason = "It has no name."
    if metadata.get("generateName"):
        reason = "It has a generateName and no name: so it can be created, but not applied."
    return Finding(code="GH110", path=("name",), reason=reason, fix="Write metadata.name.")


def _namespace(metadata: Mapping[str, Any]) -> Iterator[Finding]:
    namespace = metadata.get("namespace")
    if isinstance(namespace, str) and namespace and not is_name(namespace, DNS_LABEL):
        yield Finding(
            code="GH111",
            path=("namespace",),
            reason=why_no_name(namespace, DNS_LABEL),
            fix=name_instead(namespace, DNS_LABEL),
        )
