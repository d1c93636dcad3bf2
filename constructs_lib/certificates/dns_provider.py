"""What every DNS provider at which cert-manager answers DNS-01 challenges has."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import MISSING, fields
from typing import Any, ClassVar

from constructs_lib.certificates.secret_key import SecretKey
from constructs_lib.checks import instance, refused, text_of

MAX_TEXT = 2048


class Dns01Provider(ABC):
    """A DNS provider: a frozen dataclass such as Cloudflare, Route53 or Rfc2136."""

    how_to_write: ClassVar[str] = "Cloudflare(api_token=SecretKey('cloudflare', 'api-token'))"

    field: ClassVar[str]
    """The field of `dns01` that it is written to."""

    @abstractmethod
    def spec(self) -> dict[str, Any]:
        """Return the provider in the API's form."""

    def secret_keys(self) -> list[SecretKey]:
        """Return the entries of Secrets that it needs."""
        return [value for value in self._values().values() if isinstance(value, SecretKey)]

    def _values(self) -> dict[str, Any]:
        """Return its fields and their values; those without a default are required."""
        return {entry.name: getattr(self, entry.name) for entry in fields(self)}  # type: ignore[arg-type]  # a dataclass

    def _check(self, texts: Sequence[str] = (), secret_keys: Sequence[str] = ()) -> None:
        """Raise ValueError for fields that are not text, or not entries of Secrets; what has a default may be None."""
        required = {entry.name for entry in fields(self) if entry.default is MISSING}  # type: ignore[arg-type]  # as above
        for name, value in self._values().items():
            where = f"{type(self).__name__}.{name}"
            if value is None and name not in required:
                continue
            if name in texts:
                text_of(where, value, MAX_TEXT)
            if name in secret_keys:
                instance(where, value, SecretKey)

    def _refuse_parts(self, *names: str) -> None:
        """Raise ValueError if some of these fields are given and some are not."""
        given = [name for name in names if getattr(self, name) is not None]
        missing = [name for name in names if name not in given]
        if given and missing:
            raise refused(
                f"{type(self).__name__}.{missing[0]}",
                None,
                f"is missing beside {' and '.join(given)}",
                allowed=f"{', '.join(names)} together, or none of them",
                fix=f"write {missing[0]}=..., or leave {' and '.join(given)} out",
            )

    def _refuse_both(self, one: str, other: str) -> None:
        """Raise ValueError if two fields are given that say two ways to authenticate."""
        if getattr(self, one) is not None and getattr(self, other) is not None:
            raise refused(
                f"{type(self).__name__}.{other}",
                getattr(self, other),
                f"is a second way to authenticate, beside {one}",
                allowed="one of the two",
                fix=f"leave {one} or {other} out",
            )
