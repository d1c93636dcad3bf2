"""Labels and annotations: their keys, the values of labels, and the size of annotations.

Rules: Kubernetes, apimachinery, pkg/api/validate/content and pkg/api/validation/objectmeta.go. What is no string is a
matter of the schema.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from preflight.admission.structure.check import MAX_FINDINGS, PASSED
from preflight.field_path import Key
from preflight.finding import Finding
from preflight.names import LABEL_NAME, MAX_LABEL_NAME, is_label_value, why_no_qualified_name
from preflight.values import shown

MAX_ANNOTATIONS = 256 * 1024
"""Bytes of all keys and values of the annotations of an object."""


def check_labels(labels: object) -> Sequence[Finding]:
    """Say what is wrong with labels (GH114); the paths start at the labels."""
    if not isinstance(labels, dict):
        return PASSED
    return list(islice(_wrong_labels(labels), MAX_FINDINGS)) or PASSED


def check_annotations(annotations: object) -> Sequence[Finding]:
    """Say what is wrong with annotations (GH115); the paths start at the annotations."""
    if not isinstance(annotations, dict):
        return PASSED
    return list(islice(_wrong_annotations(annotations), MAX_FINDINGS)) or _too_large(annotations)


def _wrong_labels(labels: Mapping[Any, Any]) -> Iterator[Finding]:
    for key, value in labels.items():
        if not isinstance(key, str):
            continue
        if why := why_no_qualified_name(key):
            yield _wrong_key("GH114", key, why)
        elif isinstance(value, str) and not is_label_value(value):
            yield _wrong_value(key, value)


def _wrong_annotations(annotations: Mapping[Any, Any]) -> Iterator[Finding]:
    for key in annotations:
        # Capital letters may stand in the prefix of an annotation, too.
        if isinstance(key, str) and (why := why_no_qualified_name(key.lower())):
            yield _wrong_key("GH115", key, why)


def _wrong_key(code: str, key: str, why: str) -> Finding:
    return Finding(code=code, path=(Key(key),), reason=f"The key {shown(key)} {why}.", fix="Rename the key.")


def _wrong_value(key: str, value: str) -> Finding:
    if len(value) > MAX_LABEL_NAME:
        reason = f"{shown(value)} has {len(value)} characters, and the value of a label has {MAX_LABEL_NAME} at most."
        return Finding(code="GH114", path=(Key(key),), reason=reason, fix="Shorten it, or make it an annotation.")
    reason = f"{shown(value)} is not the value of a label: {LABEL_NAME.allowed}."
    return Finding(code="GH114", path=(Key(key),), reason=reason, fix="Write such a value, or make it an annotation.")


def _too_large(annotations: Mapping[Any, Any]) -> Sequence[Finding]:
    size = sum(_size(text) for entry in annotations.items() for text in entry if isinstance(text, str))
    if size <= MAX_ANNOTATIONS:
        return PASSED
    reason = f"The annotations have {size} bytes together, and an object takes {MAX_ANNOTATIONS}."
    return [Finding(code="GH115", reason=reason, fix="Move what is large into a ConfigMap.")]


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
