"""Destination: the cluster and namespace that an Application is for."""

import re
from dataclasses import dataclass, field
from typing import Any

from constructs_lib.checks import refused, text_of
from constructs_lib.delivery.templates import is_template
from constructs_lib.registry import NamedObject, name_of

IN_CLUSTER = "https://kubernetes.default.svc"
"""The cluster that Argo CD runs in."""
SERVER = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+(?:/[A-Za-z0-9._~/-]*)?")
CLUSTER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._/@:-]*[A-Za-z0-9])?")
MAX_CLUSTER = 253
MAX_URL = 2048


@dataclass(frozen=True)
class Destination:
    """Where an Application's objects go: to one cluster, those without a namespace to `namespace`.

    `namespace` is a Namespace or a name. `name` or `server` says which cluster: the name that it is registered under in
    Argo CD, or the address of its API server; the cluster that Argo CD runs in when both are left out. In an
    ApplicationTemplate all of them can have placeholders.
    """

    namespace: NamedObject
    name: str | None = field(default=None, kw_only=True)
    server: str | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        if not is_template(self.namespace):
            namespace = name_of("Destination.namespace", self.namespace, "Namespace")
            object.__setattr__(self, "namespace", namespace)
        if self.name is not None and self.server is not None:
            raise refused(
                "Destination",
                f"name {self.name!r} and server {self.server!r}",
                "name the cluster twice",
                allowed="one of them",
                fix="leave one out",
            )
        if self.name is not None:
            allowed = "A-Z, a-z, 0-9, '.', '_', '/', '@', ':' and '-', with a letter or digit at both ends"
            _checked("Destination.name", self.name, CLUSTER, MAX_CLUSTER, allowed)
        if self.server is not None:
            _checked("Destination.server", self.server, SERVER, MAX_URL, f"an address such as {IN_CLUSTER!r}")

    def spec(self) -> dict[str, Any]:
        """Return the destination in the API's form."""
        server = IN_CLUSTER if self.name is None and self.server is None else self.server
        return {"name": self.name, "server": server, "namespace": self.namespace}


def _checked(where: str, value: object, form: re.Pattern[str], most: int, allowed: str) -> None:
    """Raise ValueError for text that is not of this form and no template."""
    text = text_of(where, value, most)
    if not is_template(text) and not form.fullmatch(text):
        raise refused(
            where, text, "is not that of a cluster", allowed=allowed, fix="write it as Argo CD has it registered"
        )
