"""IgnoreDifferences: what Argo CD does not compare, because something else in the cluster writes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from constructs_lib.checks import dns_subdomain, instances, keep, refused, text_of
from constructs_lib.registry import NamedObject, name_of

MAX_TEXT = 2048
MAX_ENTRIES = 1000
LISTS = ("json_pointers", "jq_path_expressions", "managed_fields_managers")


@dataclass(frozen=True, kw_only=True)
class IgnoreDifferences:
    """Fields of some objects that Argo CD leaves out of its comparison.

    The objects are those of `kind` and `group`, of one `name` or `namespace` if these are given. The fields are those
    at `json_pointers` such as `/spec/replicas`, at `jq_path_expressions`, and those that `managed_fields_managers` have
    written.
    """

    kind: str
    group: str = ""
    name: str | None = None
    namespace: NamedObject | None = None
    json_pointers: Sequence[str] = ()
    jq_path_expressions: Sequence[str] = ()
    managed_fields_managers: Sequence[str] = ()

    def __post_init__(self) -> None:
        where = "IgnoreDifferences"
        text_of(f"{where}.kind", self.kind, MAX_TEXT)
        if self.group not in ("", "*"):
            dns_subdomain(f"{where}.group", self.group)
        if self.name is not None:
            dns_subdomain(f"{where}.name", self.name)
        if self.namespace is not None:
            keep(self, namespace=name_of(f"{where}.namespace", self.namespace, "Namespace"))
        for argument in LISTS:
            entries = instances(f"{where}.{argument}", getattr(self, argument), str, at_most=MAX_ENTRIES)
            keep(self, **{argument: entries})
            for index, entry in enumerate(entries):
                text_of(f"{where}.{argument}[{index}]", entry, MAX_TEXT)
        for index, pointer in enumerate(self.json_pointers):
            if not pointer.startswith("/"):
                raise refused(
                    f"{where}.json_pointers[{index}]",
                    pointer,
                    "is not a JSON pointer",
                    allowed="a path such as '/spec/replicas'",
                    fix=f"write {'/' + pointer.strip('.').replace('.', '/')!r}",
                )
        if not any(getattr(self, argument) for argument in LISTS):
            raise refused(
                where,
                self.kind,
                "says of no field that it is to be ignored",
                allowed="one of json_pointers, jq_path_expressions and managed_fields_managers, or several",
                fix="write json_pointers=['/spec/replicas'] with the field that is meant",
            )

    def spec(self) -> dict[str, Any]:
        """Return the entry in the API's form."""
        return {
            "group": self.group or None,
            "kind": self.kind,
            "name": self.name,
            "namespace": self.namespace,
            "jsonPointers": list(self.json_pointers) or None,
            "jqPathExpressions": list(self.jq_path_expressions) or None,
            "managedFieldsManagers": list(self.managed_fields_managers) or None,
        }
