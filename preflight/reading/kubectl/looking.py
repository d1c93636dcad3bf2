"""Looking into what kubectl has saved: any of it may be missing, or of another type."""

from collections.abc import Iterator, Mapping
from typing import Any

from preflight.names import DNS_SUBDOMAIN, is_name
from preflight.snapshot import Manifest

NOTHING: Mapping[str, Any] = {}


def below(data: object, *path: str) -> Any:
    """Return what is at a path of a mapping; None where nothing is."""
    for name in path:
        if not isinstance(data, Mapping):
            return None
        data = data.get(name)
    return data


def mapping_at(data: object, *path: str) -> Mapping[str, Any]:
    """Return the mapping at a path; an empty one for anything else."""
    found = below(data, *path)
    return found if isinstance(found, Mapping) else NOTHING


def items_at(data: object, *path: str) -> Iterator[Mapping[str, Any]]:
    """Return those items of the list at a path that are mappings."""
    found = below(data, *path)
    yield from (item for item in found if isinstance(item, Mapping)) if isinstance(found, list) else ()


def text_at(data: object, *path: str) -> str:
    """Return the text at a path; an empty one for anything else."""
    found = below(data, *path)
    return found if isinstance(found, str) else ""


def texts_at(data: object, *path: str) -> Iterator[str]:
    """Return those items of the list at a path that are texts."""
    found = below(data, *path)
    yield from (item for item in found if isinstance(item, str)) if isinstance(found, list) else ()


def called(manifest: Manifest) -> str:
    """Return the kind of an object with its name, to stand in a comment: a name is left out where it is none."""
    key = manifest.key
    names = [name for name in (key.namespace, key.name) if name is not None]
    return " ".join([key.kind, "/".join(names)] if all(is_name(name, DNS_SUBDOMAIN) for name in names) else [key.kind])
