"""What check_crd says of a CustomResourceDefinition, as one line a finding."""

from typing import Any

from preflight.admission.crd import check_crd
from tests.preflight.admission.crds import crd
from tests.preflight.admission.findings import said

ROOT = "spec.versions[0].schema.openAPIV3Schema"


def judged(whole: dict[str, Any]) -> list[str]:
    """Return what is said of a CRD; the path of a schema starts at that of its version."""
    return [line.replace(f"{ROOT}.", "", 1) for line in said(check_crd(whole))]


def of_fields(**properties: Any) -> list[str]:
    """Return what is said of a CRD with these fields."""
    return judged(crd(**properties))


def of_root(**keywords: Any) -> list[str]:
    """Return what is said of a CRD whose schema has further keywords."""
    whole = crd()
    whole["spec"]["versions"][0]["schema"]["openAPIV3Schema"] |= keywords
    return judged(whole)
