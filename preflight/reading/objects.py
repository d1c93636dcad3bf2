"""From a document to the objects in it: kubectl takes a list apart, and applies its items."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from preflight.field_path import FieldPath, Key
from preflight.finding import Finding
from preflight.reading.documents import Document
from preflight.reading.positions import Place
from preflight.snapshot import Manifest
from preflight.values import listed, refused, shown

PROPERTY = re.compile(r"[A-Za-z_$][A-Za-z0-9_$-]*")
"""A key that is written after a dot in a path; others are written in brackets."""
WRITE_BOTH = "Write both, as in 'apiVersion: v1' and 'kind: Service'."
MAX_ITEMS = 100_000
"""Objects of one list that was made in Python: the lists in it may share their parts, and so stand for very many."""
NOTHING: Mapping[str, Any] = {}
"""The data of the manifest that stands for what is no mapping."""


def objects(document: Document) -> Iterator[Manifest]:
    """Return the objects of a document in their order; what is wrong is among the findings of its manifest.

    An object with `items`, of whatever kind, is a list, and its items may be lists in turn. An item with neither
    apiVersion nor kind has those of the list, without the ending `List` (k8s.io/apimachinery, unstructured/helpers.go).
    What stands where an object is to be and is none is a manifest too, and so is a list that has one of its own keys
    twice: the two have no name, and only their findings count.
    """
    values = dict(_values(document.data))
    duplicates = _by_object(document.duplicates, values)
    for above, value in values.items():
        repeated = (_repeated(document, path, above) for path in duplicates.get(above, ()))
        yield _manifest(value, Place(document.text, above), *repeated)
    if None in duplicates:
        repeated = (_repeated(document, path, ()) for path in duplicates[None])
        yield Manifest(data={"kind": document.data["kind"]}, origin=Place(document.text), findings=tuple(repeated))


def manifests(data: Mapping[str, Any]) -> Iterator[Manifest]:
    """Return the objects of data that was made in Python: the items of a list, as those of a document.

    Raises ValueError for a list of more than MAX_ITEMS.
    """
    for number, (_, value) in enumerate(_values(dict(data))):
        if number == MAX_ITEMS:
            problem, allowed = "it has more", f"a list of {MAX_ITEMS:,} items"
            raise refused(f"a {shown(data['kind'])}", problem, allowed=allowed, fix="pass the items instead")
        yield _manifest(value, None)


def _manifest(value: Any, origin: Place | None, *repeated: Finding) -> Manifest:
    if isinstance(value, dict):
        return Manifest(data=value, origin=origin, findings=(*incomplete(value), *repeated))
    reason, fix = f"{shown(value)} is not a Kubernetes object.", "Write an object, with apiVersion, kind and metadata."
    return Manifest(data=NOTHING, origin=origin, findings=(Finding(code="GH102", reason=reason, fix=fix),))


def _values(data: Any) -> Iterator[tuple[FieldPath, Any]]:
    """Return what stands where an object is to be, with where it is in the document."""
    remaining: list[tuple[FieldPath, Any]] = [((), data)]
    while remaining:
        above, value = remaining.pop()
        items = _items(value)
        if items is None:
            yield above, value
            continue
        inherited = {"apiVersion": _text(value, "apiVersion"), "kind": _text(value, "kind").removesuffix("List")}
        for index in reversed(range(len(items))):
            item = items[index]
            if not above and isinstance(item, dict) and not _text(item, "apiVersion") and not _text(item, "kind"):
                item = item | inherited
            remaining.append(((*above, "items", index), item))


def _items(value: Any) -> list[Any] | None:
    """Return the items of a list, and None for anything else."""
    if not isinstance(value, dict) or "items" not in value or not _text(value, "kind"):
        return None
    items = value["items"]
    if items is None:
        return []
    return items if isinstance(items, list) else None


def _text(value: Mapping[str, Any], name: str) -> str:
    """Return a field that is to be text; empty where it is not."""
    field = value.get(name)
    return field if isinstance(field, str) else ""


def incomplete(value: Mapping[str, Any]) -> Iterator[Finding]:
    """Say what keeps a mapping from being an object."""
    missing = [name for name in ("apiVersion", "kind") if not _text(value, name)]
    if len(missing) == 1 or any(name in value for name in missing):
        for name in missing:
            what = f"is {shown(value[name])}, which names none" if name in value else "is missing"
            yield Finding(code="GH102", path=(name,), reason=f"The {name} {what}.", fix=WRITE_BOTH)
    elif missing:
        yield Finding(code="GH102", reason="The document has neither apiVersion nor kind.", fix=WRITE_BOTH)
    elif "items" in value:
        reason = f"The object has 'items', as a list has, and they are {shown(value['items'])}."
        yield Finding(code="GH102", path=("items",), reason=reason, fix="Write the items as a list, or leave them out.")


def _by_object(
    duplicates: tuple[FieldPath, ...], values: Mapping[FieldPath, Any]
) -> Mapping[FieldPath | None, list[FieldPath]]:
    """Return the duplicate keys by the object that they are in; None where that is a list's own field."""
    found: dict[FieldPath | None, list[FieldPath]] = {}
    for path in duplicates:
        owner = next((path[:size] for size in range(len(path)) if path[:size] in values), None)
        found.setdefault(owner, []).append(path)
    return found


def _repeated(document: Document, path: FieldPath, above: FieldPath) -> Finding:
    lines = document.text.lines(path)
    where = f"lines {listed(lines)}" if len(lines) > 1 else f"line {lines[0]}"
    return Finding(
        code="GH101",
        path=tuple(_step(element) for element in path[len(above) :]),
        reason=f"The key {shown(path[-1])} is more than once in this mapping, in {where}.",
        fix="Keep one of them: kubectl would silently take the last.",
    )


def _step(element: str | int) -> str | int:
    return element if isinstance(element, int) or PROPERTY.fullmatch(element) else Key(element)
