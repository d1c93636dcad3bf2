"""Whose routes may attach to a listener, and of which kinds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.api_groups import GATEWAY_GROUP
from constructs_lib.checks import instances, keep, one_of, refused
from constructs_lib.selectors import LabelSelector

ROUTE_KINDS = ("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute")
FROM = ("All", "Same", "Selector")
MAX_KINDS = 8


@dataclass(frozen=True, kw_only=True)
class AllowedRoutes:
    """The namespaces whose routes may attach; make one with `all`, `same` or `selector`.

    `kinds` are the kinds of route that may attach, such as `["HTTPRoute"]`; every kind that the listener's protocol
    takes when left out.
    """

    from_: str
    namespaces: LabelSelector | None = None
    kinds: Sequence[str] = ()

    how_to_write: ClassVar[str] = "AllowedRoutes.all()"

    def __post_init__(self) -> None:
        one_of("AllowedRoutes.from_", self.from_, FROM)
        refuse_misplaced_selector("AllowedRoutes", self.from_, self.namespaces)
        keep(self, kinds=instances("AllowedRoutes.kinds", self.kinds, str, at_most=MAX_KINDS))
        for index, kind in enumerate(self.kinds):
            one_of(f"AllowedRoutes.kinds[{index}]", kind, ROUTE_KINDS)

    @classmethod
    def all(cls, *, kinds: Sequence[str] = ()) -> "AllowedRoutes":
        """Routes of every namespace."""
        return cls(from_="All", kinds=kinds)

    @classmethod
    def same(cls, *, kinds: Sequence[str] = ()) -> "AllowedRoutes":
        """Routes of the listener's own namespace: what the API does when nothing is said."""
        return cls(from_="Same", kinds=kinds)

    @classmethod
    def selector(cls, namespaces: LabelSelector, *, kinds: Sequence[str] = ()) -> "AllowedRoutes":
        """Routes of the namespaces with these labels."""
        return cls(from_="Selector", namespaces=namespaces, kinds=kinds)

    def spec(self) -> dict[str, Any]:
        """Return allowedRoutes in the API's form."""
        return {
            "namespaces": {"from": self.from_, "selector": self.namespaces and self.namespaces.spec()},
            "kinds": [{"group": GATEWAY_GROUP, "kind": kind} for kind in self.kinds] or None,
        }


def refuse_misplaced_selector(where: str, from_: str, namespaces: object) -> None:
    """Raise ValueError unless there is a LabelSelector where namespaces are taken by their labels, and only there."""
    wanted = LabelSelector if from_ == "Selector" else type(None)
    if not isinstance(namespaces, wanted):
        raise refused(
            f"{where}.namespaces",
            namespaces,
            f"does not go with {from_}",
            allowed="a LabelSelector with Selector, and nothing otherwise",
            fix=f"write {where}.all(), {where}.same() or {where}.selector(LabelSelector(...))",
        )


def or_same(allowed_routes: AllowedRoutes | None) -> AllowedRoutes:
    """Return what the API takes for allowedRoutes that are left out."""
    return AllowedRoutes.same() if allowed_routes is None else allowed_routes
