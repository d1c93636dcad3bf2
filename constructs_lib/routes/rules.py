"""The rules of the routes that have several: how many there can be, and what two of them cannot share.

Source: Gateway API v1.6.1, spec.rules of HTTPRoute and GRPCRoute.
"""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from constructs_lib.checks import instances, refused
from constructs_lib.registry import Identity
from constructs_lib.routes.backends import BackendRef, refuse_repeated_backends

MAX_RULES = 16
MAX_MATCHES = 64
MAX_MATCHES_OF_ROUTE = 128


class Rule(Protocol):
    """A rule of a route."""

    @property
    def name(self) -> str | None:
        """The rule's name."""

    @property
    def matches(self) -> Sequence[object]:
        """Which requests it is for."""

    @property
    def backend_refs(self) -> Sequence[BackendRef]:
        """Where they go."""


RuleT = TypeVar("RuleT", bound=Rule)


def checked_rules(
    identity: Identity, rules: Sequence[RuleT], wanted: type[RuleT], *, default_matches: int
) -> tuple[RuleT, ...]:
    """Return the rules; a route needs one, has at most 128 matches in all, and a backend or a name once.

    `default_matches` is how many matches the CRD gives to a rule without any.
    """
    checked = instances(f"{identity}: rules", rules, wanted, at_most=MAX_RULES)
    matches = sum(len(rule.matches) or default_matches for rule in checked)
    if not checked or matches > MAX_MATCHES_OF_ROUTE:
        raise refused(
            f"{identity}: rules",
            f"{len(checked)} rules with {matches} matches",
            "is not a number that a route can have",
            allowed=f"1 to {MAX_RULES} rules with at most {MAX_MATCHES_OF_ROUTE} matches together",
            fix=f"write rules=[{wanted.__name__}(backend_refs=[...])], and split a larger route in two",
        )
    for index, rule in enumerate(checked):
        refuse_repeated_backends(f"{identity}: rules[{index}].backend_refs", identity.namespace, rule.backend_refs)
        if rule.name is not None and rule.name in [other.name for other in checked[:index]]:
            raise refused(
                f"{identity}: rules[{index}].name",
                rule.name,
                "is the name of another rule",
                allowed="a name for each rule, or none",
                fix="rename one of them",
            )
    return checked
