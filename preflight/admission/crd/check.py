"""check_crd: what the API server says of a CustomResourceDefinition, beyond the structure of the object."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from preflight.admission.crd.combinations import check_combinations
from preflight.admission.crd.conversion import check_conversion
from preflight.admission.crd.defaults import check_defaults
from preflight.admission.crd.facts import crd_facts
from preflight.admission.crd.lists import check_list
from preflight.admission.crd.names import check_names
from preflight.admission.crd.nodes import Node, nodes
from preflight.admission.crd.rules import check_expressions, check_texts
from preflight.admission.crd.structural import check_node, check_root
from preflight.admission.crd.versions import check_storage, check_version
from preflight.admission.structure.check import MAX_FINDINGS
from preflight.finding import Finding, UnreadableError


def check_crd(crd: Mapping[str, Any]) -> list[Finding]:
    """Return why the API server does not take a CustomResourceDefinition (GH107), or the first MAX_FINDINGS reasons.

    What keeps crd_facts from reading it is all that is said then. GH142 is for a rule of which it is not known.
    """
    try:
        facts = crd_facts(crd, whole=True)
    except UnreadableError as error:
        return [replace(error.finding, code="GH107")]
    return list(islice(_findings(crd, facts), MAX_FINDINGS))


def _findings(crd: Mapping[str, Any], facts: Mapping[str, Any]) -> Iterator[Finding]:
    yield from check_names(crd)
    yield from check_storage(crd["spec"])
    yield from check_conversion(crd["spec"])
    for index, version in enumerate(facts["versions"]):
        path = ("spec", "versions", index)
        yield from check_version(crd["spec"]["versions"][index], version["schema"], path)
        root = Node(version["schema"], (*path, "schema", "openAPIV3Schema"), root=True)
        yield from _of_schema(root, status=version.get("status", False))


def _of_schema(root: Node, *, status: bool) -> Iterator[Finding]:
    """Yield what is wrong with a schema; as in the API server, its defaults and rules count once it is structural."""
    structural = True
    for finding in _of_structure(root, status=status):
        structural = False
        yield finding
    if structural:
        valid = True
        for finding in check_defaults(root.facts, root.path):
            valid = False
            yield finding
        if valid:
            for node in nodes(root):
                yield from check_expressions(node)


def _of_structure(root: Node, *, status: bool) -> Iterator[Finding]:
    yield from check_root(root, status=status)
    for node in nodes(root):
        yield from check_node(node)
        yield from check_list(node)
        yield from check_combinations(node)
        yield from check_texts(node)
