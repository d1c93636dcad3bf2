"""Embedded: metadata within an object, that of pod templates and of embedded resources."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, reduce
from itertools import islice
from typing import Any

from preflight.admission.labels import check_annotations, check_labels
from preflight.admission.metadata import check_embedded_metadata
from preflight.admission.schema import Kind, Schema
from preflight.admission.structure.check import MAX_FINDINGS, PASSED, under
from preflight.field_path import Key
from preflight.finding import Finding

TEMPLATE = ("spec", "template", "metadata")
TEMPLATES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("", "PodTemplate"): ("template", "metadata"),
    ("", "ReplicationController"): TEMPLATE,
    ("apps", "DaemonSet"): TEMPLATE,
    ("apps", "Deployment"): TEMPLATE,
    ("apps", "ReplicaSet"): TEMPLATE,
    ("apps", "StatefulSet"): TEMPLATE,
    ("batch", "CronJob"): ("spec", "jobTemplate", *TEMPLATE),
    ("batch", "Job"): TEMPLATE,
}
"""Where the metadata of the pod template is, by group and kind."""
MAX_SCHEMAS = 1 << 16


def check_embedded(kind: Kind, schema: Schema, data: Mapping[str, Any]) -> Sequence[Finding]:
    """Say what is wrong with the labels and annotations of a pod template, and the metadata of embedded resources.

    The paths start at the object. Values of the wrong type in a pod template are a matter of its schema.
    """
    if kind.built_in:
        path = TEMPLATES.get((kind.group, kind.kind))
        return PASSED if path is None else _check_template(data, path)
    return list(islice(_resources(data, schema), MAX_FINDINGS)) if _embeds(schema) else PASSED


def _check_template(data: Mapping[str, Any], path: tuple[str, ...]) -> Sequence[Finding]:
    metadata: object = data
    for name in path:
        metadata = metadata.get(name) if isinstance(metadata, dict) else None
    if not isinstance(metadata, dict):
        return PASSED
    findings = [
        *under("labels", check_labels(metadata.get("labels") or {})),
        *under("annotations", check_annotations(metadata.get("annotations") or {})),
    ]
    named = [finding for finding in findings if finding.code != "GH121"]
    return reduce(lambda found, name: under(name, found), reversed(path), named)


@lru_cache(maxsize=MAX_SCHEMAS)
def _embeds(schema: Schema) -> bool:
    """Whether a value of the schema may have an embedded resource in it, or is one."""
    below = [*schema.properties.values(), schema.additional, schema.items]
    return schema.embedded_resource or any(entry is not None and _embeds(entry) for entry in below)


def _resources(value: object, schema: Schema) -> Iterator[Finding]:
    """Yield what is wrong with the metadata of a value that is an embedded resource, and of all within it."""
    if isinstance(value, dict) and schema.embedded_resource:
        yield from under("metadata", check_embedded_metadata(value.get("metadata")))
    for part, item, below in _within(value, schema):
        if below is not None and _embeds(below):
            for finding in _resources(item, below):
                yield from under(part, [finding])


def _within(value: object, schema: Schema) -> Iterator[tuple[str | int, object, Schema | None]]:
    """Yield each field, entry or item of a value, with what its path has for it and its schema.

    A key that is no string is a matter of check_json.
    """
    if isinstance(value, dict):
        for name, item in value.items():
            if name in schema.properties:
                yield name, item, schema.properties[name]
            elif isinstance(name, str):
                yield Key(name), item, schema.additional
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield index, item, schema.items
