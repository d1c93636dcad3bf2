"""Namespace: the one of cdk8s-plus, with its name kept on the Python side."""

from collections.abc import Mapping

from constructs_lib.api_object import create
from constructs_lib.checks import annotations as checked_annotations
from constructs_lib.checks import dns_label
from constructs_lib.checks import labels as checked_labels
from constructs_lib.registry import Identity

import cdk8s_plus_27
from constructs import Construct


class Namespace(cdk8s_plus_27.Namespace):
    """A Namespace; whatever takes a namespace takes this, a cdk8s-plus Namespace or a name."""

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
        metadata = {
            "name": identity.name,
            "labels": checked_labels(f"{identity}: labels", labels) or None,
            "annotations": checked_annotations(f"{identity}: annotations", annotations) or None,
        }
        create(self, scope, id, identity, {"metadata": metadata})
        self.identity = identity
