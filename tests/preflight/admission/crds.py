"""CustomResourceDefinitions for the tests."""

from typing import Any


def crd(**properties: Any) -> dict[str, Any]:
    """Return a CRD of one version with these fields."""
    schema = {"type": "object", "description": "text", "properties": properties}
    return {
        "apiVersion": "apiextensions.k8s.io/v1",
        "kind": "CustomResourceDefinition",
        "metadata": {"name": "as.a.example"},
        "spec": {
            "group": "a.example",
            "names": {"kind": "A", "plural": "as"},
            "scope": "Namespaced",
            "versions": [{"name": "v1", "served": True, "storage": True, "schema": {"openAPIV3Schema": schema}}],
        },
    }


def changed(path: str, value: Any) -> dict[str, Any]:
    """Return a CRD with another value at a path such as `spec.versions.0.name`; `...` takes it away."""
    whole = crd(a={"type": "string"})
    *way, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    place: Any = whole
    for part in way:
        place = place[part]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return whole
