"""Labels and annotations: their keys, their values and their size.

Rules: Kubernetes, apimachinery, pkg/api/validate/content and pkg/api/validation/objectmeta.go.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from preflight.admission.names import DNS_SUBDOMAIN, is_name
from preflight.admission.structure.check import MAX_FINDINGS, PASSED, Check, under
from preflight.admission.structure.json_values import check_json
from preflight.admission.structure.types import wrong_type
from preflight.field_path import Key
from preflight.finding import Finding
from preflight.values import shown

NAME = re.compile(r"[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?")
NAME_ALLOWED = "letters, digits, '-', '_' and '.', with a letter or digit at both ends"
MAX_NAME = 63
MAX_ANNOTATIONS = 256 * 1024
"""Bytes of all keys and values of the annotations of an object."""


def check_labels(labels: object) -> Sequence[Finding]:
    """Say what is wrong with labels (GH114, GH121); the paths start at the labels."""
    if not isinstance(labels, dict):
        return not_of_type(labels, "object")
    if all(_is_label(key, value) for key, value in labels.items()):
        return PASSED
    return list(islice(_entries(labels, "GH114", why_no_qualified_name, _label_value), MAX_FINDINGS))


def check_annotations(annotations: object) -> Sequence[Finding]:
    """Say what is wrong with annotations (GH115, GH121); the paths start at the annotations."""
    if not isinstance(annotations, dict):
        return not_of_type(annotations, "object")
    findings = list(islice(_entries(annotations, "GH115", _why_no_annotation, _annotation_value), MAX_FINDINGS))
    return findings or _too_large(annotations)


def why_no_qualified_name(text: str) -> str:
    """Say why a text is no qualified name such as `app` or `example.com/app`; empty where it is one.

    The sentence goes on after the text.
    """
    prefix, slash, name = text.rpartition("/")
    if slash and not is_name(prefix, DNS_SUBDOMAIN):
        return f"has {shown(prefix)} before the '/', where a DNS subdomain stands"
    if len(name) > MAX_NAME:
        where = " after the '/'" if slash else ""
        return f"has {len(name)} characters{where}, and a name has {MAX_NAME} at most"
    if not NAME.fullmatch(name):
        what = f"has {shown(name)} after the '/', where a name stands" if slash else "is not a name"
        return f"{what}: {NAME_ALLOWED}"
    return ""


def not_of_type(value: object, wanted: str) -> list[Finding]:
    """Return the finding on a value of another type than `wanted`, whatever Python object it is (GH121)."""
    return list(check_json(value)) or wrong_type(value, wanted)


def _is_label(key: object, value: object) -> bool:
    """Whether all is right, as it mostly is; says the same as _entries, without looking for the reason."""
    return isinstance(key, str) and not why_no_qualified_name(key) and (value is None or _is_label_value(value))


def _is_label_value(value: object) -> bool:
    return isinstance(value, str) and (not value or (len(value) <= MAX_NAME and bool(NAME.fullmatch(value))))


def _entries(
    entries: Mapping[Any, Any], code: str, why_no_key: Callable[[str], str], check_value: Check
) -> Iterator[Finding]:
    for key, value in entries.items():
        if not isinstance(key, str):
            yield Finding(code="GH121", reason=f"The key {shown(key)} is not text.", fix="Write it in quotes.")
        elif why := why_no_key(key):
            yield Finding(code=code, path=(Key(key),), reason=f"The key {shown(key)} {why}.", fix="Rename the key.")
        elif value is not None:
            # A null counts as an empty text.
            yield from under(Key(key), check_value(value))


def _label_value(value: object) -> Sequence[Finding]:
    if not isinstance(value, str):
        return not_of_type(value, "string")
    if _is_label_value(value):
        return PASSED
    if len(value) > MAX_NAME:
        reason = f"{shown(value)} has {len(value)} characters, and the value of a label has {MAX_NAME} at most."
        return [Finding(code="GH114", reason=reason, fix="Shorten it, or make it an annotation.")]
    reason = f"{shown(value)} is not the value of a label: {NAME_ALLOWED}."
    return [Finding(code="GH114", reason=reason, fix="Write such a value, or make it an annotation.")]


def _annotation_value(value: object) -> Sequence[Finding]:
    return PASSED if isinstance(value, str) else not_of_type(value, "string")


def _why_no_annotation(key: str) -> str:
    """Say why a key is none of an annotation; capital letters may stand in its prefix too."""
    return why_no_qualified_name(key.lower())


def _too_large(annotations: Mapping[str, str | None]) -> Sequence[Finding]:
    size = sum(_size(key) + _size(value or "") for key, value in annotations.items())
    if size <= MAX_ANNOTATIONS:
        return PASSED
    reason = f"The annotations have {size} bytes together, and an object takes {MAX_ANNOTATIONS}."
    return [Finding(code="GH115", reason=reason, fix="Move what is large into a ConfigMap.")]


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
