"""What the Secret of a certificate has besides the certificate."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from constructs_lib.api_groups import CERT_MANAGER_GROUP
from constructs_lib.checks import annotations, keep, labels, refused

OWN_ANNOTATION = f"{CERT_MANAGER_GROUP}/allow-direct-injection"
"""The only annotation of cert-manager that it takes from a template."""


@dataclass(frozen=True, kw_only=True)
class SecretTemplate:
    """Labels and annotations of the Secret that cert-manager writes."""

    labels: Mapping[str, str] = field(default_factory=dict)
    annotations: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        where = "SecretTemplate"
        keep(
            self,
            labels=labels(f"{where}.labels", self.labels),
            annotations=annotations(f"{where}.annotations", self.annotations),
        )
        for key in self.annotations:
            if key.startswith(f"{CERT_MANAGER_GROUP}/") and key != OWN_ANNOTATION:
                raise refused(
                    f"{where}.annotations",
                    key,
                    "is an annotation that cert-manager writes itself",
                    allowed="annotations without that prefix",
                    fix="leave it out",
                )

    def spec(self) -> dict[str, Any]:
        """Return the template in the API's form."""
        return {"labels": dict(self.labels) or None, "annotations": dict(self.annotations) or None}
