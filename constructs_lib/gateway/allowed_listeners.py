"""Whose ListenerSets may add listeners to a Gateway."""

from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.checks import instance, one_of
from constructs_lib.gateway.allowed_routes import refuse_misplaced_selector
from constructs_lib.selectors import LabelSelector

FROM = ("All", "Same", "Selector", "None")


@dataclass(frozen=True, kw_only=True)
class AllowedListeners:
    """The namespaces whose ListenerSets a Gateway takes; make one with `none`, `all`, `same` or `selector`."""

    from_: str
    namespaces: LabelSelector | None = None

    how_to_write: ClassVar[str] = "AllowedListeners.all()"

    def __post_init__(self) -> None:
        one_of("AllowedListeners.from_", self.from_, FROM)
        refuse_misplaced_selector("AllowedListeners", self.from_, self.namespaces)

    @classmethod
    def none(cls) -> "AllowedListeners":
        """No ListenerSets: what the API does when nothing is said."""
        return cls(from_="None")

    @classmethod
    def all(cls) -> "AllowedListeners":
        """ListenerSets of every namespace."""
        return cls(from_="All")

    @classmethod
    def same(cls) -> "AllowedListeners":
        """ListenerSets of the Gateway's own namespace."""
        return cls(from_="Same")

    @classmethod
    def selector(cls, namespaces: LabelSelector) -> "AllowedListeners":
        """ListenerSets of the namespaces with these labels."""
        return cls(from_="Selector", namespaces=namespaces)

    def may_allow(self, namespace: str | None, gateway_namespace: str | None) -> bool:
        """Tell whether ListenerSets of a namespace can be allowed; a selector may match, whatever labels there are."""
        return self.from_ in ("All", "Selector") or (self.from_ == "Same" and namespace == gateway_namespace)

    def spec(self) -> dict[str, Any]:
        """Return allowedListeners in the API's form."""
        return {"namespaces": {"from": self.from_, "selector": self.namespaces and self.namespaces.spec()}}


def checked_allowed_listeners(where: str, allowed_listeners: AllowedListeners | None) -> AllowedListeners:
    """Return allowed_listeners, or what the API takes for it where it is left out."""
    given = AllowedListeners.none() if allowed_listeners is None else allowed_listeners
    return instance(f"{where}: allowed_listeners", given, AllowedListeners)
