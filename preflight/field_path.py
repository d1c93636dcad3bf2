"""Paths of fields, written as the API server writes them."""

FieldPath = tuple[str | int, ...]
"""From the object down: a property by its name, an item by its index, an entry of a map as a Key."""


class Key(str):
    """The key of a map's entry, such as that of a label: written in brackets, since it may contain dots."""

    __slots__ = ()


def text(path: FieldPath) -> str:
    """Write a path as in `spec.rules[0].matches[1].path.value` and `metadata.labels[app.kubernetes.io/name]`."""
    parts: list[str] = []
    for element in path:
        if isinstance(element, int | Key):
            parts.append(f"[{element}]")
        else:
            parts.append(f".{element}" if parts else element)
    return "".join(parts)
