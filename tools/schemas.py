"""Write imports/schemas/: the facts of each CRD and of Kubernetes' own kinds, from which preflight judges manifests.

One file a CRD in a folder for each version of its project, one file for all kinds of Kubernetes, since these share most
of their schemas, and index.json: which folders belong to which target, and which file has which kind.
"""

from collections.abc import Collection, Container, Iterable, Mapping
from pathlib import Path
from typing import Any

from preflight.admission.crd import crd_facts
from preflight.field_path import text as path_text
from preflight.finding import UnreadableError
from tools.crd_sources import Crd, ImportsError, Source
from tools.kubernetes_schemas import VERSION, built_in_kinds, installed_types
from tools.sharing import document, text, with_subschemas

KUBERNETES = f"kubernetes-{VERSION}"
KUBERNETES_FILE = "kinds.json"

GroupKind = tuple[str, str]
Files = Mapping[str, list[dict[str, Any]]]
"""File name -> the facts of the kinds in it."""


def without_prose(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts of a CRD without what is said to people: messages of rules, and deprecation warnings."""
    versions = [
        {name: value for name, value in version.items() if name != "deprecationWarning"}
        | {"schema": without_messages(version["schema"])}
        for version in facts["versions"]
    ]
    return {**facts, "versions": versions}


def without_messages(schema: Mapping[str, Any], name: str = "") -> dict[str, Any]:
    """Return a schema without the messages of its rules; their expressions stay."""
    result = with_subschemas(schema, name, without_messages)
    if rules := schema.get("x-kubernetes-validations"):
        result["x-kubernetes-validations"] = [
            {field: value for field, value in rule.items() if field != "message"} for rule in rules
        ]
    return result


def facts_of(crd: Crd) -> dict[str, Any]:
    """Return the facts of a CRD without prose; one that the API server would refuse raises ImportsError."""
    try:
        return without_prose(crd_facts(crd.content))
    except UnreadableError as error:
        raise ImportsError(f"{crd.origin}: {path_text(error.finding.path)}: {error.finding.reason}") from error


def by_file(crds: Iterable[Crd], kinds: Container[GroupKind]) -> dict[str, list[dict[str, Any]]]:
    """Return the facts of the CRDs of these kinds, by file; a kind that is there twice raises ImportsError."""
    files: dict[str, list[dict[str, Any]]] = {}
    for crd in crds:
        if crd.key in kinds:
            facts = facts_of(crd)
            name = f"{facts['group']}_{facts['plural']}.json"
            if name in files:
                raise ImportsError(
                    f"{crd.origin}: {facts['kind']} of {facts['group']} comes from two sources; leave one"
                )
            files[name] = [facts]
    return files


def index(targets: Mapping[str, Iterable[str]], folders: Mapping[str, Files]) -> dict[str, Any]:
    """Return what index.json says: the folders of each target, and group -> kind -> file of each folder."""
    return {
        "folders": {folder: kinds_of(files) for folder, files in folders.items()},
        "targets": {name: sorted(found) for name, found in targets.items()},
    }


def kinds_of(files: Files) -> dict[str, dict[str, str]]:
    """Return group -> kind -> file."""
    groups: dict[str, dict[str, str]] = {}
    for file, kinds in files.items():
        for facts in kinds:
            groups.setdefault(facts["group"], {})[facts["kind"]] = file
    return groups


def write_schemas(
    crds: Mapping[str, Iterable[Crd]],
    targets: Mapping[str, Iterable[Source]],
    kinds: Collection[GroupKind],
    output: Path,
) -> None:
    """Write the files of all folders, and the index, below `output`.

    `crds` are those of each version of a project, and `kinds` those that are taken of them; one that none of them has
    raises ImportsError.
    """
    folders: dict[str, Files] = {folder: by_file(found, kinds) for folder, found in crds.items()}
    found = {(facts["group"], facts["kind"]) for files in folders.values() for (facts,) in files.values()}
    if missing := sorted(set(kinds) - found):
        listed = ", ".join(f"{kind}.{group}" for group, kind in missing)
        raise ImportsError(f"tools/targets.py: no source has {listed}; add its URL there")
    folders[KUBERNETES] = {KUBERNETES_FILE: built_in_kinds(installed_types())}
    for folder, files in folders.items():
        (output / folder).mkdir(parents=True)
        for file, facts in files.items():
            (output / folder / file).write_text(f"{text(document(facts))}\n", encoding="utf-8")
    names = {target: {KUBERNETES, *(source.folder for source in sources)} for target, sources in targets.items()}
    (output / "index.json").write_text(f"{text(index(names, folders))}\n", encoding="utf-8")
