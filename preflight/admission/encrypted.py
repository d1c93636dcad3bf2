"""Objects encrypted by SOPS: what the API server gets is what they are once they have been decrypted.

They say so with `sops` at the top, and each encrypted value is a string that starts with ENC[ (getsops/sops, README).
"""

from collections.abc import Iterable, Mapping
from typing import Any

from preflight.field_path import FieldPath
from preflight.finding import Finding

METADATA = "sops"
"""The field that SOPS adds, and takes away again."""
ENCRYPTED = "ENC["


def without_encrypted(data: Mapping[str, Any], findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings on an encrypted object that are about what is not encrypted."""
    return [
        finding for finding in findings if finding.path[:1] != (METADATA,) and not _is_encrypted(data, finding.path)
    ]


def _is_encrypted(data: Mapping[str, Any], path: FieldPath) -> bool:
    value: Any = data
    for part in path:
        try:
            value = value[part]
        except (LookupError, TypeError):
            return False  # the finding is about a field that is missing
    return isinstance(value, str) and value.startswith(ENCRYPTED)
