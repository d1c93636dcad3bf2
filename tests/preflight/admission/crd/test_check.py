"""check_crd: what is judged, in which order, and that nothing is said of what the API server takes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from preflight.admission.crd import check_crd
from preflight.admission.structure import MAX_FINDINGS
from tests.conftest import CRDS
from tests.preflight.admission.crd.judged import judged, of_fields
from tests.preflight.admission.crds import changed, crd

import pytest
import yaml


def upstream() -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield each CRD of the shared folder with its file."""
    for file in sorted(CRDS.glob("*/*.yaml")):
        for data in yaml.load_all(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            if data and data["kind"] == "CustomResourceDefinition":
                yield file, data


@pytest.mark.skipif(not CRDS.is_dir(), reason=f"needs the CRDs in {CRDS}, and there is no such folder")
def test_nothing_is_said_of_the_crds_that_clusters_have() -> None:
    found = [(file.name, check_crd(data)) for file, data in upstream()]
    assert len(found) > 40
    assert [(name, findings) for name, findings in found if findings] == []


def test_nothing_is_said_of_a_plain_crd() -> None:
    assert judged(crd()) == []


def test_what_keeps_it_from_being_read_is_all_that_is_said() -> None:
    whole = changed("spec.scope", "cluster")
    whole["metadata"]["name"] = "other"
    assert judged(whole) == [
        "GH107 spec.scope 'cluster' is not 'Cluster' or 'Namespaced'. Write 'Cluster' or 'Namespaced'."
    ]


def test_defaults_and_rules_count_once_the_schema_is_structural() -> None:
    rule, default = [{"rule": "self =="}], {"type": "string", "default": 1}
    assert len(of_fields(a={"x-kubernetes-validations": rule}, b=default)) == 1
    assert len(of_fields(a={"type": "string", "x-kubernetes-validations": rule}, b=default)) == 1
    assert len(of_fields(a={"type": "string", "x-kubernetes-validations": rule})) == 1


def test_each_version_is_judged() -> None:
    whole = crd(a={})
    whole["spec"]["versions"].append({**whole["spec"]["versions"][0], "name": "v2", "storage": False})
    assert [line.split()[1] for line in judged(whole)] == [
        "properties[a].type",
        "spec.versions[1].schema.openAPIV3Schema.properties[a].type",
    ]


def test_the_findings_have_a_limit() -> None:
    assert len(of_fields(**{f"a{number}": {} for number in range(MAX_FINDINGS + 1)})) == MAX_FINDINGS
