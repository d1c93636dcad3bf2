"""What is said of a CustomResourceDefinition that the API server does not take."""

from preflight.field_path import FieldPath
from preflight.finding import Finding


def refusal(path: FieldPath, reason: str, fix: str) -> Finding:
    """Return the finding on a field of a CustomResourceDefinition."""
    return Finding(code="GH107", path=path, reason=reason, fix=fix)
