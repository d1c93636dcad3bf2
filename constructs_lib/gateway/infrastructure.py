"""What a Gateway says of the Service that Cilium makes for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from constructs_lib.addresses import AddressSharing
from constructs_lib.checks import MAX_SUBDOMAIN, annotations, instance, keep, labels, refuse_too_many, refused
from constructs_lib.selectors import (
    GATEWAY_NAME_LABEL,
    OWNING_GATEWAY_LABEL,
    SERVICE_NAME_LABEL,
    SERVICE_NAMESPACE_LABEL,
)

MAX_LABELS = 8
MAX_ANNOTATIONS = 16
MAX_VALUE = 4096
LABELS_OF_CILIUM = (OWNING_GATEWAY_LABEL, GATEWAY_NAME_LABEL, SERVICE_NAME_LABEL, SERVICE_NAMESPACE_LABEL)
ALLOCATOR_PREFIXES = ("lbipam.cilium.io/", "io.cilium/lb-ipam-")
"""What the annotations of Cilium's address allocator, LB IPAM, start with: each has two names."""
ALLOCATOR_ARGUMENTS = {
    "ips": "addresses=[...]",
    "sharing-key": "address_sharing=AddressSharing(...)",
    "sharing-cross-namespace": "address_sharing=AddressSharing(...)",
}
"""The annotations that it knows, without what they start with, and the argument of the Gateway that says the same."""


@dataclass(frozen=True, kw_only=True)
class Infrastructure:
    """The labels and annotations of the Service that Cilium makes for a Gateway.

    They are the only ones of a Gateway that reach its Service: pools and announcements that select it by a label need
    the label here. At most 8 labels and 16 annotations. Raises ValueError for labels that Cilium sets itself, and for
    annotations of its address allocator: the Gateway has arguments for what they say.

    Source: Cilium, operator/pkg/model/translation/gateway-api, operator/pkg/lbipam.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    annotations: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        own_labels = labels("Infrastructure.labels", self.labels)
        own_annotations = annotations("Infrastructure.annotations", self.annotations)
        keep(self, labels=own_labels, annotations=own_annotations)
        refuse_too_many("Infrastructure.labels", own_labels, MAX_LABELS)
        refuse_too_many("Infrastructure.annotations", own_annotations, MAX_ANNOTATIONS)
        for key in own_labels:
            _refuse_long_prefix("Infrastructure.labels", key)
            if key in LABELS_OF_CILIUM:
                raise refused(
                    "Infrastructure.labels",
                    key,
                    "is a label that Cilium sets, and finds the Service by",
                    allowed="labels of your own",
                    fix="leave it out",
                )
        refuse_allocator_annotations("Infrastructure.annotations", own_annotations)
        for key, value in own_annotations.items():
            _refuse_long_prefix("Infrastructure.annotations", key)
            if len(value) > MAX_VALUE:
                raise refused(
                    f"Infrastructure.annotations[{key!r}]",
                    f"{len(value)} characters",
                    "are too many",
                    allowed=f"at most {MAX_VALUE}",
                    fix="shorten it",
                )


def _refuse_long_prefix(where: str, key: str) -> None:
    """Raise ValueError for a key with the longest prefix that Kubernetes takes: the Gateway API takes one less."""
    if len(key.partition("/")[0]) >= MAX_SUBDOMAIN:
        allowed = f"a prefix of at most {MAX_SUBDOMAIN - 1} characters"
        raise refused(where, key, "has too long a prefix", allowed=allowed, fix="shorten it")


def refuse_allocator_annotations(where: str, annotations: Mapping[str, str]) -> None:
    """Raise ValueError for an annotation of LB IPAM: a known one has an argument, and any other one does nothing."""
    for key in annotations:
        prefix = next((prefix for prefix in ALLOCATOR_PREFIXES if key.startswith(prefix)), None)
        if prefix is None:
            continue
        argument = ALLOCATOR_ARGUMENTS.get(key.removeprefix(prefix))
        if argument is None:
            raise refused(
                where,
                key,
                "is not an annotation that Cilium's address allocator knows",
                allowed=f"{', '.join(f'{prefix}{known}' for known in ALLOCATOR_ARGUMENTS)}, by way of arguments",
                fix="write addresses=[...] or address_sharing=AddressSharing(...) in the Gateway",
            )
        raise refused(
            where,
            key,
            f"says what the argument {argument.partition('=')[0]} is for",
            allowed="other annotations",
            fix=f"write {argument} in the Gateway",
        )


def checked_infrastructure(where: str, infrastructure: Infrastructure | None) -> Infrastructure:
    """Return infrastructure, or one that says nothing where it is left out."""
    given = Infrastructure() if infrastructure is None else infrastructure
    return instance(f"{where}: infrastructure", given, Infrastructure)


def infrastructure_spec(
    where: str, infrastructure: Infrastructure, address_sharing: AddressSharing | None
) -> dict[str, Any] | None:
    """Return infrastructure in the API's form, with the annotations that share an address; None if it says nothing."""
    shared = {} if address_sharing is None else address_sharing.annotations()
    every = {**infrastructure.annotations, **shared}
    refuse_too_many(f"{where}: infrastructure.annotations", every, MAX_ANNOTATIONS)
    if not infrastructure.labels and not every:
        return None
    return {"labels": dict(infrastructure.labels) or None, "annotations": every or None}
