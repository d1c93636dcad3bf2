"""Which calls a rule of a GRPCRoute is for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.checks import instance, instances, keep, one_of, refuse_repeated, refused, text_of
from constructs_lib.regular_expressions import regular_expression
from constructs_lib.routes.matches import (
    MAX_CONDITIONS,
    MAX_HEADER_VALUE,
    VALUE_TYPES,
    check_value,
    header_name,
)

METHOD = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
SERVICE = re.compile(rf"{METHOD.pattern}(\.{METHOD.pattern})*")
"""The CRD takes a dot at the start as well, with which Cilium would match no call."""
LITERAL_OR_CLASS = re.compile(r"\\.|\[\^?\]?[^\]]*\]")
GROUP = re.compile(r"\([^()]*\)")
MAX_NAME = 1024


@dataclass(frozen=True, kw_only=True)
class GrpcMethodMatch:
    """A condition on what is called; make one with `exact` or `regular_expression`.

    `service` is the name with its package, such as `helloworld.Greeter`; every service when left out. `method` is the
    name alone, such as `SayHello`; every method when left out. One of the two is needed.
    """

    type: str
    service: str | None = None
    method: str | None = None

    how_to_write: ClassVar[str] = "GrpcMethodMatch.exact(...)"

    def __post_init__(self) -> None:
        one_of("GrpcMethodMatch.type", self.type, VALUE_TYPES)
        if self.service is None and self.method is None:
            raise refused(
                "GrpcMethodMatch",
                "neither service nor method",
                "matches every call",
                allowed="service, method or both",
                fix="write service='package.Service', or leave the match out for every call",
            )
        self._check("service", SERVICE, "helloworld.Greeter")
        self._check("method", METHOD, "SayHello")

    def _check(self, argument: str, names: re.Pattern[str], example: str) -> None:
        """A name is one that a call can have, and an expression one that can be a part of another."""
        value = getattr(self, argument)
        if value is None:
            return
        where = f"GrpcMethodMatch.{argument}"
        text = text_of(where, value, MAX_NAME)
        if self.type == "RegularExpression":
            _refuse_alternatives(where, regular_expression(where, text))
        elif not names.fullmatch(text):
            raise refused(
                where,
                text,
                f"is not the name of a gRPC {argument}",
                allowed=f"letters, digits and '_' as in {example!r}, with no digit at the start",
                fix="write the name alone, without '/', and service and method apart",
            )

    @classmethod
    def exact(cls, *, service: str | None = None, method: str | None = None) -> "GrpcMethodMatch":
        """Calls of exactly this service, this method, or this method of this service; case-sensitive."""
        return cls(type="Exact", service=service, method=method)

    @classmethod
    def regular_expression(cls, *, service: str | None = None, method: str | None = None) -> "GrpcMethodMatch":
        """Calls whose service and method match RE2 expressions as a whole.

        Alternatives stand in parentheses, as in `(A|B)`: Cilium joins the two expressions to one for the whole path,
        which outranks an exact service without a method.
        """
        return cls(type="RegularExpression", service=service, method=method)

    def spec(self) -> dict[str, Any]:
        """Return the method match in the API's form."""
        return {"type": self.type, "service": self.service, "method": self.method}


@dataclass(frozen=True)
class GrpcHeaderMatch:
    """A condition on a header (metadata) of the call: it is `value`, or matches it with `type` RegularExpression."""

    name: str
    value: str
    type: str = "Exact"

    def __post_init__(self) -> None:
        header_name("GrpcHeaderMatch.name", self.name)
        check_value("GrpcHeaderMatch", self.type, self.value, MAX_HEADER_VALUE)

    def spec(self) -> dict[str, Any]:
        """Return the header match in the API's form."""
        return {"type": self.type, "name": self.name, "value": self.value}


@dataclass(frozen=True, kw_only=True)
class GrpcRouteMatch:
    """Conditions that a call must all meet; a rule's matches are alternatives.

    Every call when `method` is left out; at most 16 headers, each name once. One condition is needed.
    """

    method: GrpcMethodMatch | None = None
    headers: Sequence[GrpcHeaderMatch] = ()

    def __post_init__(self) -> None:
        where = "GrpcRouteMatch"
        if self.method is not None:
            instance(f"{where}.method", self.method, GrpcMethodMatch)
        keep(self, headers=instances(f"{where}.headers", self.headers, GrpcHeaderMatch, at_most=MAX_CONDITIONS))
        refuse_repeated(f"{where}.headers", [header.name.lower() for header in self.headers])
        if self.method is None and not self.headers:
            raise refused(
                where,
                "no condition",
                "matches every call",
                allowed="method, headers or both",
                fix="leave the match out",
            )

    def spec(self) -> dict[str, Any]:
        """Return the match in the API's form."""
        return {
            "method": self.method and self.method.spec(),
            "headers": [header.spec() for header in self.headers] or None,
        }


def _refuse_alternatives(where: str, pattern: str) -> None:
    """Raise ValueError for alternatives outside of parentheses, which would end where another expression begins."""
    rest = LITERAL_OR_CLASS.sub("", pattern)
    while GROUP.search(rest):
        rest = GROUP.sub("", rest)
    if "|" in rest:
        raise refused(
            where,
            pattern,
            "has alternatives that Cilium does not keep apart from the rest of the path",
            allowed="alternatives in parentheses",
            fix=f"write {f'({pattern})'!r}",
        )
