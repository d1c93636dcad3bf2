"""Which requests a rule of an HTTPRoute is for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.checks import instance, instances, keep, one_of, refuse_repeated, refused, text_of
from constructs_lib.regular_expressions import regular_expression

PATH_CHARACTERS = re.compile(r"(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+")
PATH_FORBIDDEN = re.compile(r"//|/\.\.?(?:/|$)|%2[fF]|#")
TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+\-.^_`|~]{1,256}")
COMMAND = re.compile(r"%%|%[A-Z][A-Z0-9_]*(?:\([^()]*\))?(?::[0-9]+)?%")
"""A percent sign as Envoy writes it, or one of its commands."""
PERCENT = re.compile(f"({COMMAND.pattern})|%")
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH")
PATH_TYPES = ("Exact", "PathPrefix", "RegularExpression")
VALUE_TYPES = ("Exact", "RegularExpression")
MAX_PATH = 1024
MAX_HEADER_VALUE = 4096
MAX_QUERY_VALUE = 1024
MAX_CONDITIONS = 16


def absolute_path(where: str, value: object) -> str:
    """Return `value` if it is a path that a route can match or write: absolute, normalised, at most 1024 characters."""
    allowed = "'/' and at most 1023 of A-Z a-z 0-9 / - . _ ~ ! $ & ' ( ) * + , ; = : @ %XX, without // /./ /../ %2F"
    path = instance(where, value, str)
    if not _is_absolute_path(path):
        problem = "is not a path that the Gateway API accepts" if path.startswith("/") else "is not an absolute path"
        near = "/" + path.partition("?")[0].lstrip("./")
        usable = "://" not in path and _is_absolute_path(near)
        fix = f"write {near!r}" if usable else "write the path as the request has it"
        raise refused(where, path, problem, allowed=allowed, fix=fix)
    return path


def _is_absolute_path(path: str) -> bool:
    """Tell whether the Gateway API accepts a path."""
    clean = PATH_CHARACTERS.fullmatch(path) and not PATH_FORBIDDEN.search(path)
    return path.startswith("/") and len(path) <= MAX_PATH and bool(clean)


def header_name(where: str, value: object) -> str:
    """Return `value` if it is the name of an HTTP header or query parameter as the Gateway API takes it."""
    if not TOKEN.fullmatch(instance(where, value, str)):
        raise refused(
            where,
            value,
            "is not the name of a header or query parameter",
            allowed="1 to 256 letters, digits and !#$%&'*+-.^_`|~",
            fix="write the name alone, without ':' and spaces",
        )
    return str(value)


def header_value(where: str, value: object) -> str:
    """Return `value` if it can be the value that a filter writes to an HTTP header: 1 to 4096 characters, in one line.

    Cilium hands it to Envoy as it is, for which a percent sign starts a command, such as `%REQ(X-ID)%`, unless it is
    doubled: with any other one Envoy refuses the routes of the Gateway (source/common/formatter).
    """
    text = text_of(where, value, MAX_HEADER_VALUE)
    if CONTROL.search(text):
        raise refused(
            where, text, "has a control character", allowed="text in one line", fix="leave line breaks and tabs out"
        )
    if "%" in COMMAND.sub("", text):
        raise refused(
            where,
            text,
            "has a '%' that Envoy takes for the start of a command",
            allowed="'%%' for a percent sign, and commands of Envoy such as '%REQ(X-ID)%'",
            fix=f"write {PERCENT.sub(lambda match: match[1] or '%%', text)!r}",
        )
    return text


@dataclass(frozen=True)
class HttpPathMatch:
    """A condition on the request's path; make one with `exact`, `prefix` or `regular_expression`."""

    type: str
    value: str

    how_to_write: ClassVar[str] = "HttpPathMatch.prefix(...)"

    def __post_init__(self) -> None:
        one_of("HttpPathMatch.type", self.type, PATH_TYPES)
        if self.type == "RegularExpression":
            regular_expression("HttpPathMatch.value", text_of("HttpPathMatch.value", self.value, MAX_PATH))
        else:
            absolute_path("HttpPathMatch.value", self.value)

    @classmethod
    def exact(cls, value: str) -> "HttpPathMatch":
        """This path and no other, case-sensitively: `/a` matches neither `/a/` nor `/A`."""
        return cls("Exact", value)

    @classmethod
    def prefix(cls, value: str) -> "HttpPathMatch":
        """This path and everything below it, by path elements: `/a` matches `/a`, `/a/` and `/a/b`, not `/ab`."""
        return cls("PathPrefix", value)

    @classmethod
    def regular_expression(cls, value: str) -> "HttpPathMatch":
        """Paths that match an RE2 expression as a whole; with Cilium it outranks every prefix."""
        return cls("RegularExpression", value)

    def spec(self) -> dict[str, Any]:
        """Return the path match in the API's form."""
        return {"type": self.type, "value": self.value}


@dataclass(frozen=True)
class HttpHeaderMatch:
    """A condition on a request header: its value is `value`, or matches it with `type` RegularExpression."""

    name: str
    value: str
    type: str = "Exact"

    def __post_init__(self) -> None:
        header_name("HttpHeaderMatch.name", self.name)
        check_value("HttpHeaderMatch", self.type, self.value, MAX_HEADER_VALUE)

    def spec(self) -> dict[str, Any]:
        """Return the header match in the API's form."""
        return {"type": self.type, "name": self.name, "value": self.value}


@dataclass(frozen=True)
class HttpQueryParamMatch:
    """A condition on a query parameter: its value is `value`, or matches it with `type` RegularExpression."""

    name: str
    value: str
    type: str = "Exact"

    def __post_init__(self) -> None:
        header_name("HttpQueryParamMatch.name", self.name)
        check_value("HttpQueryParamMatch", self.type, self.value, MAX_QUERY_VALUE)

    def spec(self) -> dict[str, Any]:
        """Return the query parameter match in the API's form."""
        return {"type": self.type, "name": self.name, "value": self.value}


@dataclass(frozen=True, kw_only=True)
class HttpRouteMatch:
    """Conditions that a request must all meet; a rule's matches are alternatives.

    Every path when `path` is left out, every method when `method` is. At most 16 headers and 16 query parameters, each
    name once.
    """

    path: HttpPathMatch = HttpPathMatch("PathPrefix", "/")
    headers: Sequence[HttpHeaderMatch] = ()
    query_params: Sequence[HttpQueryParamMatch] = ()
    method: str | None = None

    def __post_init__(self) -> None:
        instance("HttpRouteMatch.path", self.path, HttpPathMatch)
        query_params = "HttpRouteMatch.query_params"
        keep(
            self,
            headers=instances("HttpRouteMatch.headers", self.headers, HttpHeaderMatch, at_most=MAX_CONDITIONS),
            query_params=instances(query_params, self.query_params, HttpQueryParamMatch, at_most=MAX_CONDITIONS),
        )
        refuse_repeated("HttpRouteMatch.headers", [header.name.lower() for header in self.headers])
        refuse_repeated(query_params, [param.name for param in self.query_params])
        if self.method is not None:
            one_of("HttpRouteMatch.method", self.method, METHODS)

    def spec(self) -> dict[str, Any]:
        """Return the match in the API's form."""
        return {
            "path": self.path.spec(),
            "headers": [header.spec() for header in self.headers] or None,
            "queryParams": [param.spec() for param in self.query_params] or None,
            "method": self.method,
        }


def check_value(where: str, kind: str, value: object, most: int) -> None:
    """Raise ValueError for a wrong type or value of a header or query parameter match."""
    one_of(f"{where}.type", kind, VALUE_TYPES)
    text = text_of(f"{where}.value", value, most)
    if kind == "RegularExpression":
        regular_expression(f"{where}.value", text)
