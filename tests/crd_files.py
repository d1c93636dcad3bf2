"""CustomResourceDefinitions as clusters have them, and what `make imports` says of those that it refuses."""

from collections.abc import Callable
from typing import Any

from tools.crd_sources import ImportsError

import pytest


def failure(call: Callable[[], object]) -> str:
    """Return the text of the ImportsError that a call raises."""
    with pytest.raises(ImportsError) as caught:
        call()
    return str(caught.value)


def crd(group: str, kind: str, *versions: str, **schema: Any) -> dict[str, Any]:
    """Return a CustomResourceDefinition as a cluster has it."""
    entries = [{"name": version, "schema": {"openAPIV3Schema": schema}, "served": False} for version in versions]
    names = {"kind": kind, "plural": f"{kind.lower()}s", "shortNames": ["x"]}
    spec = {"group": group, "names": names, "scope": "Cluster", "versions": entries, "conversion": {}}
    metadata = {"name": "x", "annotations": {"a": "b"}}
    api_version = "apiextensions.k8s.io/v1"
    return {"apiVersion": api_version, "kind": "CustomResourceDefinition", "metadata": metadata, "spec": spec}
