"""What all filters of an HTTPRoute have in common."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any, ClassVar

from constructs_lib.checks import instances, refused
from constructs_lib.references import Reference

MAX_FILTERS = 16


class HttpRouteFilter(ABC):
    """A filter of a rule: RequestHeaderModifier, ResponseHeaderModifier, RequestRedirect, UrlRewrite and others."""

    type: ClassVar[str]
    field: ClassVar[str]
    """The field of the filter that holds its settings."""
    is_repeatable: ClassVar[bool] = False
    """A rule can have several of them."""
    is_for_backends: ClassVar[bool] = False
    """Cilium applies it to a single backend too."""

    how_to_write: ClassVar[str] = "RequestRedirect(...)"

    def spec(self) -> dict[str, Any]:
        """Return the filter in the API's form."""
        return {"type": self.type, self.field: self.settings()}

    @abstractmethod
    def settings(self) -> dict[str, Any]:
        """Return what the filter says besides its type, in the API's form."""

    def references(self) -> tuple[Reference, ...]:
        """Return the references to the Services that the filter sends requests to."""
        return ()


def checked_filters(where: str, filters: Sequence[HttpRouteFilter]) -> tuple[HttpRouteFilter, ...]:
    """Return the filters of a rule or backend; raises ValueError for more than the API takes, in all or of a kind."""
    wanted: type[HttpRouteFilter] = HttpRouteFilter  # type: ignore[type-abstract]  # for isinstance only
    checked = instances(where, filters, wanted, at_most=MAX_FILTERS)
    types = [entry.type for entry in checked]
    for entry in checked:
        if not entry.is_repeatable and types.count(entry.type) > 1:
            raise refused(
                where,
                type(entry).__name__,
                "is there twice",
                allowed="one filter of a kind",
                fix="join the two",
            )
    return checked
