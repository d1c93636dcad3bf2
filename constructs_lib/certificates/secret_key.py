"""Entries of Secrets that cert-manager reads: credentials for DNS providers."""

import re
from dataclasses import dataclass
from typing import Any

from constructs_lib.checks import MAX_SUBDOMAIN, refused
from constructs_lib.references import ObjectReference, Reference, reference_to

KEY = re.compile(r"[-._A-Za-z0-9]+")


@dataclass(frozen=True)
class SecretKey:
    """The entry `key` of a Secret: a Secret of cdk8s-plus, an ExistingSecret or a name.

    cert-manager looks it up in the namespace of the Issuer, and for a ClusterIssuer in its own namespace.
    """

    secret: ObjectReference
    key: str

    def __post_init__(self) -> None:
        self.reference()
        key = self.key if isinstance(self.key, str) else ""
        if len(key) > MAX_SUBDOMAIN or not KEY.fullmatch(key):
            raise refused(
                "SecretKey.key",
                self.key,
                "is not a key that a Secret can have",
                allowed="1 to 253 of A-Z, a-z, 0-9, '-', '_' and '.'",
                fix="write the key below `data` of the Secret, such as 'api-token'",
            )

    def reference(self) -> Reference:
        """Return the reference to the Secret."""
        return reference_to("SecretKey.secret", self.secret, "Secret")

    def spec(self) -> dict[str, Any]:
        """Return the selector of the entry in the API's form."""
        return {"name": self.reference().name, "key": self.key}
