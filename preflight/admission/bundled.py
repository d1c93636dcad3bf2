"""The schemas that come with Gatehouse: which files there are, and for which kinds."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

SCHEMAS = Path(__file__).parents[2] / "imports" / "schemas"
BUILT_IN = "kubernetes-"
"""The beginning of the folders with kinds that are built in, of which only some are there."""


@cache
def files(cilium: str) -> Mapping[tuple[str, str], Path]:
    """Return the file of each kind, by group and kind, of a target."""
    index = _index()
    return {
        (group, kind): SCHEMAS / folder / file
        for folder in index["targets"][cilium]
        for group, kinds in index["folders"][folder].items()
        for kind, file in kinds.items()
    }


@cache
def crd_kinds() -> frozenset[tuple[str, str]]:
    """Return the kinds that have a CRD in some target, by group and kind: without a schema, the target lacks them."""
    folders: Mapping[str, Mapping[str, Iterable[str]]] = _index()["folders"]
    return frozenset(
        (group, kind)
        for folder, groups in folders.items()
        if not folder.startswith(BUILT_IN)
        for group, kinds in groups.items()
        for kind in kinds
    )


@cache
def _index() -> Mapping[str, Any]:
    """Return which folders each target has, and which file in them each kind."""
    index: Mapping[str, Any] = json.loads((SCHEMAS / "index.json").read_bytes())
    return index
