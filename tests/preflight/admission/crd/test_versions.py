"""The versions of a CRD, but for their schemas."""

from typing import Any

from tests.preflight.admission.crd.judged import judged
from tests.preflight.admission.crds import crd

import pytest

COLUMN = {"name": "Age", "type": "date", "format": "date-time", "jsonPath": ".metadata.creationTimestamp"}
SCALE = {"specReplicasPath": ".spec.a", "statusReplicasPath": ".status.a", "labelSelectorPath": ""}
SPEC = {
    "type": "object",
    "properties": {
        "a": {"type": "string"},
        "n": {"type": "number"},
        "map": {"type": "object", "additionalProperties": {"type": "string"}},
    },
}


def of_version(**fields: Any) -> list[str]:
    """Return what is said of a CRD whose version has further fields; the path starts there."""
    whole = crd(spec=SPEC)
    whole["spec"]["versions"][0] |= fields
    return [line.replace("spec.versions[0].", "", 1) for line in judged(whole)]


@pytest.mark.parametrize(
    "fields",
    [
        {"additionalPrinterColumns": [COLUMN, {"name": "A", "type": "string", "format": "", "jsonPath": "."}]},
        {"additionalPrinterColumns": [{}, 1, {"name": 1, "type": 1, "jsonPath": 1}]},
        {"subresources": {"scale": SCALE}},
        {"subresources": {"scale": {"specReplicasPath": 1}}},
        {"subresources": {"scale": 1}},
        {"selectableFields": [{"jsonPath": ".spec.a"}, {"jsonPath": ".spec.map.k"}, {}, 1]},
        {"deprecated": True, "deprecationWarning": "Use v2."},
        {"additionalPrinterColumns": 1, "selectableFields": "a"},
    ],
)
def test_nothing_is_said_of_what_is_right_or_a_matter_of_the_structure(fields: Any) -> None:
    assert of_version(**fields) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"name": "v1.1"},
            (
                "name 'v1.1' is not a DNS label with a letter at the start: lower-case letters, digits and '-', with a"
                " letter at the start and a letter or digit at the end. Write 'v1-1'."
            ),
        ),
        (
            {"deprecationWarning": "Use v2."},
            "deprecationWarning It is for a deprecated version only. Remove it, or write deprecated: true.",
        ),
        (
            {"deprecated": True, "deprecationWarning": "é" * 129},
            "deprecationWarning It has 258 bytes. Write a string of 1 to 256 bytes.",
        ),
        (
            {"deprecated": True, "deprecationWarning": "a\nb"},
            (
                "deprecationWarning It has a character that cannot be printed, such as a line break."
                " Write it in one line of printable characters."
            ),
        ),
        (
            {"subresources": {"scale": SCALE | {"specReplicasPath": ".replicas"}}},
            (
                "subresources.scale.specReplicasPath '.replicas' does not start with '.spec.'."
                " Write the path of the field from the object down."
            ),
        ),
        (
            {"subresources": {"scale": SCALE | {"labelSelectorPath": "a"}}},
            (
                "subresources.scale.labelSelectorPath 'a' does not start with '.spec.' or '.status.'."
                " Write the path of the field from the object down."
            ),
        ),
        (
            {"additionalPrinterColumns": [COLUMN | {"name": ""}]},
            "additionalPrinterColumns[0].name It is empty. Write the heading of the column.",
        ),
        (
            {"additionalPrinterColumns": [COLUMN | {"type": "object"}]},
            (
                "additionalPrinterColumns[0].type 'object' is not one of 'boolean', 'date', 'integer', 'number' and"
                " 'string'. Write one of these."
            ),
        ),
        (
            {"additionalPrinterColumns": [COLUMN | {"format": "ipv4"}]},
            (
                "additionalPrinterColumns[0].format 'ipv4' is not one of 'byte', 'date', 'date-time', 'double',"
                " 'float', 'int32', 'int64' and 'password'. Write one of these."
            ),
        ),
        (
            {"additionalPrinterColumns": [COLUMN | {"jsonPath": "{.spec.a}"}]},
            (
                "additionalPrinterColumns[0].jsonPath '{.spec.a}' does not start with '.'."
                " Write '.' before the first field."
            ),
        ),
        (
            {"selectableFields": [{"jsonPath": ".spec.b"}]},
            "selectableFields[0].jsonPath '.spec.b' is no field of the schema. Name such a field, as in '.spec.color'.",
        ),
        (
            {"selectableFields": [{"jsonPath": "spec.a"}]},
            "selectableFields[0].jsonPath 'spec.a' is no field of the schema. Name such a field, as in '.spec.color'.",
        ),
        (
            {"selectableFields": [{"jsonPath": ".spec.n"}]},
            (
                "selectableFields[0].jsonPath '.spec.n' is not of type 'boolean', 'integer' or 'string'."
                " Name such a field, as in '.spec.color'."
            ),
        ),
        (
            {"selectableFields": [{"jsonPath": ".metadata.name"}]},
            (
                "selectableFields[0].jsonPath '.metadata.name' is in the metadata, which can be selected by already or"
                " not at all. Name such a field, as in '.spec.color'."
            ),
        ),
        (
            {"selectableFields": [{"jsonPath": ".spec.a"}, {"jsonPath": ".spec.a"}]},
            "selectableFields[1].jsonPath Items 0 and 1 are the same. Remove one of the two.",
        ),
        (
            {"selectableFields": [{"jsonPath": f".spec.map.{name}"} for name in "abcdefghi"]},
            "selectableFields There are 9 fields, and 8 are allowed. Remove some of them.",
        ),
    ],
)
def test_what_is_wrong_with_a_version_is_said(fields: Any, said: str) -> None:
    assert of_version(**fields) == [f"GH107 {said}"]


def test_exactly_one_version_is_stored() -> None:
    assert of_version(storage=False) == [
        "GH107 spec.versions No version has storage: true. Write it in exactly one version."
    ]
    whole = crd()
    whole["spec"]["versions"].append({**whole["spec"]["versions"][0], "name": "v2"})
    assert judged(whole) == [
        "GH107 spec.versions[1].storage 'v2' has storage: true, and so has 'v1'. Write it in exactly one version."
    ]


def test_unknown_fields_are_preserved_in_the_schema_only() -> None:
    whole = crd()
    whole["spec"]["preserveUnknownFields"] = True
    assert judged(whole) == [
        (
            "GH107 spec.preserveUnknownFields true is not allowed in apiextensions.k8s.io/v1."
            " Remove it, and write x-kubernetes-preserve-unknown-fields: true in the schema instead."
        )
    ]
