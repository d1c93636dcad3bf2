"""The names of a CRD: of itself, its group and its kind."""

from typing import Any

from tests.preflight.admission.crd.judged import judged
from tests.preflight.admission.crds import changed, crd

import pytest

LABEL = "lower-case letters, digits and '-', with a letter at the start and a letter or digit at the end."
KIND = "letters, digits and '-', with a letter at the start and a letter or digit at the end."
APPROVAL = "metadata.annotations[api-approved.kubernetes.io]"
APPROVE = "Write the URL of the approval, or a string that starts with 'unapproved'; or take another group."


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("spec.names.singular", "a"),
        ("spec.names.singular", ""),
        ("spec.names.singular", None),
        ("spec.names.listKind", "AList"),
        ("spec.names.listKind", ""),
        ("spec.names.shortNames", ["a", "b-1"]),
        ("spec.names.categories", ["all"]),
        ("spec.names.kind", "a"),
        ("spec.names.kind", "A-1"),
    ],
)
def test_nothing_is_said_of_a_name_that_is_one(path: str, value: Any) -> None:
    assert judged(changed(path, value)) == []


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (
            "metadata.name",
            "as.b.example",
            (
                "GH107 metadata.name 'as.b.example' is not the plural name and the group, 'as.a.example'."
                " Write 'as.a.example'."
            ),
        ),
        (
            "spec.names.singular",
            "A_b",
            f"GH107 spec.names.singular 'A_b' is not a DNS label with a letter at the start: {LABEL} Write 'a-b'.",
        ),
        (
            "spec.names.shortNames",
            ["b", "1"],
            (
                f"GH107 spec.names.shortNames[1] '1' is not a DNS label with a letter at the start: {LABEL}"
                " Write such a name."
            ),
        ),
        (
            "spec.names.categories",
            [""],
            (
                f"GH107 spec.names.categories[0] '' is not a DNS label with a letter at the start: {LABEL}"
                " Write such a name."
            ),
        ),
        (
            "spec.names.kind",
            "A b",
            f"GH107 spec.names.kind 'A b' is not the name of a kind: {KIND} Write such a name.",
        ),
        (
            "spec.names.listKind",
            "A",
            "GH107 spec.names.listKind 'A' is the kind already. Write 'AList'.",
        ),
    ],
)
def test_what_is_no_name_is_said(path: str, value: Any, said: str) -> None:
    assert judged(changed(path, value)) == [said]


def of_group(group: str, **metadata: Any) -> list[str]:
    """Return what is said of a CRD of another group."""
    whole = crd()
    whole["spec"]["group"] = group
    whole["metadata"] = {"name": f"as.{group}", **metadata}
    return judged(whole)


def test_the_group_is_a_domain() -> None:
    assert of_group("example") == [
        (
            "GH107 spec.group 'example' has no dot: groups without one are Kubernetes' own."
            " Write a domain of yours, such as 'example.com'."
        )
    ]
    assert of_group("A.example")[0].startswith("GH107 spec.group 'A.example' is not a DNS subdomain: ")


@pytest.mark.parametrize("approval", ["https://github.com/kubernetes/enhancements/pull/1", "unapproved, a trial"])
def test_a_group_of_kubernetes_is_approved(approval: str) -> None:
    assert of_group("a.k8s.io", annotations={"api-approved.kubernetes.io": approval}) == []


def test_a_group_of_kubernetes_without_approval_is_said() -> None:
    missing = f"GH107 {APPROVAL} It is missing, and the group 'a.k8s.io' is one of Kubernetes. {APPROVE}"
    assert of_group("a.k8s.io") == [missing]
    assert of_group("a.k8s.io", annotations={"api-approved.kubernetes.io": ""}) == [missing]
    assert of_group("kubernetes.io", annotations={"api-approved.kubernetes.io": "yes"}) == [
        f"GH107 {APPROVAL} 'yes' is no approval, which a group of Kubernetes asks for. {APPROVE}"
    ]


@pytest.mark.parametrize("metadata", [None, [], {}, {"name": None}])
def test_metadata_that_is_missing_or_wrong_is_a_matter_of_others(metadata: Any) -> None:
    assert judged(crd() | {"metadata": metadata}) == []
