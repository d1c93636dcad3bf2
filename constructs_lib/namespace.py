"""Namespace: the one of cdk8s-plus, with its name kept on the Python side."""

from collections.abc import Mapping
from typing import ClassVar

from constructs_lib.api_object import Defined, create, metadata_of
from constructs_lib.checks import dns_label
from constructs_lib.namespace_selection import record_namespace
from constructs_lib.registry import Identity
from constructs_lib.sync_waves import NAMESPACES

import cdk8s_plus_27
from constructs import Construct


class Namespace(Defined, cdk8s_plus_27.Namespace):
    """A Namespace; whatever takes a namespace takes this, a cdk8s-plus Namespace or a name."""

    sync_wave: ClassVar[int] = NAMESPACES

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
    ) -> None:
        """Define the namespace.

        :param scope: the chart.
        :param id: unique in the chart.
        :param name: metadata.name, a DNS label; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :raises ValueError: for a name, label or annotation that Kubernetes would refuse.
        """
        identity = Identity("", "Namespace", None, dns_label("Namespace.metadata.name", id if name is None else name))
        create(self, scope, id, identity, {"metadata": metadata_of(self, identity, labels, annotations)})
        record_namespace(scope, identity.name, labels or {})
