"""A few kinds, as a cluster may know them."""

from collections.abc import Iterable

from preflight.admission.schema import Kind, Schema, Version


def version(name: str, *, served: bool = True, deprecated: bool = False, warning: str = "") -> Version:
    """Return a version of a kind whose objects have any fields."""
    schema = Schema(type="object", preserve_unknown_fields=True)
    return Version(name=name, schema=schema, served=served, deprecated=deprecated, deprecation_warning=warning)


def kind(group: str, name: str, *versions: Version, namespaced: bool = True) -> Kind:
    """Return a kind with these versions."""
    return Kind(group=group, kind=name, namespaced=namespaced, versions={version.name: version for version in versions})


class Cluster:
    """A cluster that knows some kinds."""

    def __init__(self, *known: Kind) -> None:
        self._known = {(entry.group, entry.kind): entry for entry in known}

    def kind(self, group: str, kind: str) -> Kind | None:
        """Return a kind, if it is known."""
        return self._known.get((group, kind))

    def kinds(self) -> Iterable[tuple[str, str]]:
        """Return group and kind of each one."""
        return list(self._known)
