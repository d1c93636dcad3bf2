"""What happens to a request, or its answer, on the way: the filters that every Gateway controller has.

The others: cors, external_auth and extension_ref.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from constructs_lib.checks import (
    instance,
    instances,
    integer,
    keep,
    mapping,
    one_of,
    port,
    refuse_repeated,
    refuse_too_many,
    refused,
)
from constructs_lib.hostnames import precise_hostname
from constructs_lib.references import Reference
from constructs_lib.routes.backends import BackendRef, backend_of_filter
from constructs_lib.routes.http_route_filter import HttpRouteFilter
from constructs_lib.routes.matches import absolute_path, header_name, header_value

REDIRECT_CODES = (301, 302, 303, 307, 308)
MAX_HEADERS = 16
MAX_INT32 = 2**31 - 1


@dataclass(frozen=True)
class HttpPathModifier:
    """A change of the path; make one with `replace_full_path` or `replace_prefix_match`."""

    type: str
    value: str

    how_to_write: ClassVar[str] = "HttpPathModifier.replace_prefix_match(...)"

    def __post_init__(self) -> None:
        one_of("HttpPathModifier.type", self.type, ("ReplaceFullPath", "ReplacePrefixMatch"))
        absolute_path("HttpPathModifier.value", self.value)

    @classmethod
    def replace_full_path(cls, value: str) -> "HttpPathModifier":
        """Put this path in the place of the request's."""
        return cls("ReplaceFullPath", value)

    @classmethod
    def replace_prefix_match(cls, value: str) -> "HttpPathModifier":
        """Put this path in the place of the prefix that matched; the rule has one PathPrefix match and no other."""
        return cls("ReplacePrefixMatch", value)

    def spec(self) -> dict[str, Any]:
        """Return the path modifier in the API's form."""
        key = "replaceFullPath" if self.type == "ReplaceFullPath" else "replacePrefixMatch"
        return {"type": self.type, key: self.value}


@dataclass(frozen=True, kw_only=True)
class _HeaderModifier(HttpRouteFilter):
    """Changes of headers; a name may be in one of the three only, and none of them can be Host.

    Source: Envoy, isModifiableHeader and isRemovableHeader: with a change of Host it refuses the routes of the Gateway.
    """

    set: Mapping[str, str] = field(default_factory=dict)
    add: Mapping[str, str] = field(default_factory=dict)
    remove: Sequence[str] = ()

    is_for_backends: ClassVar[bool] = True

    def __post_init__(self) -> None:
        where = type(self).__name__
        names = []
        for argument in ("set", "add"):
            headers = dict(mapping(f"{where}.{argument}", getattr(self, argument)))
            keep(self, **{argument: headers})
            refuse_too_many(f"{where}.{argument}", headers, MAX_HEADERS)
            for name, value in headers.items():
                names.append(header_name(f"{where}.{argument}", name))
                header_value(f"{where}.{argument}[{name!r}]", value)
        keep(self, remove=instances(f"{where}.remove", self.remove, str, at_most=MAX_HEADERS))
        names += [header_name(f"{where}.remove", name) for name in self.remove]
        refuse_repeated(where, [name.lower() for name in names])
        for name in names:
            if name.lower() == "host":
                raise refused(
                    where,
                    name,
                    "cannot be changed by this filter with Cilium",
                    allowed="every other header",
                    fix="leave it out; UrlRewrite(hostname=...) changes the Host of requests",
                )
        if not names:
            raise refused(
                where, "no header", "changes nothing", allowed="set, add or remove", fix="write set={'name': 'value'}"
            )

    def settings(self) -> dict[str, Any]:
        """Return the changes in the API's form."""
        return {
            "set": [{"name": name, "value": value} for name, value in self.set.items()] or None,
            "add": [{"name": name, "value": value} for name, value in self.add.items()] or None,
            "remove": list(self.remove) or None,
        }


@dataclass(frozen=True, kw_only=True)
class RequestHeaderModifier(_HeaderModifier):
    """Change headers of the request before it reaches the backend: `set` overwrites, `add` appends, `remove` drops.

    Envoy writes what it knows of a request in the place of commands such as `%REQ(X-ID)%`; `%%` is a percent sign.
    Raises ValueError for Host, which Cilium cannot change this way: use UrlRewrite.
    """

    type: ClassVar[str] = "RequestHeaderModifier"
    field: ClassVar[str] = "requestHeaderModifier"


@dataclass(frozen=True, kw_only=True)
class ResponseHeaderModifier(_HeaderModifier):
    """Change headers of the answer before it reaches the client: `set` overwrites, `add` appends, `remove` drops.

    Commands of Envoy, the percent sign and Host are as in RequestHeaderModifier.
    """

    type: ClassVar[str] = "ResponseHeaderModifier"
    field: ClassVar[str] = "responseHeaderModifier"


@dataclass(frozen=True, kw_only=True)
class RequestRedirect(HttpRouteFilter):
    """Answer with a redirect; a rule with it has no backends.

    What is left out stays as in the request; without `port`, the scheme's well-known port is used if `scheme` is given,
    else the listener's. `status_code` is 301, 302, 303, 307 or 308.
    """

    scheme: str | None = None
    hostname: str | None = None
    port: int | None = None
    path: HttpPathModifier | None = None
    status_code: int = 302

    type: ClassVar[str] = "RequestRedirect"
    field: ClassVar[str] = "requestRedirect"

    def __post_init__(self) -> None:
        if self.scheme is not None:
            one_of("RequestRedirect.scheme", self.scheme, ("http", "https"))
        if self.hostname is not None:
            precise_hostname("RequestRedirect.hostname", self.hostname)
        if self.port is not None:
            port("RequestRedirect.port", self.port)
        if self.path is not None:
            instance("RequestRedirect.path", self.path, HttpPathModifier)
        one_of("RequestRedirect.status_code", self.status_code, REDIRECT_CODES)
        if not any((self.scheme, self.hostname, self.port, self.path)):
            raise refused(
                "RequestRedirect",
                f"status_code={self.status_code}",
                "redirects a request to itself",
                allowed="scheme, hostname, port or path, one or more",
                fix="write what changes, such as scheme='https'",
            )

    def settings(self) -> dict[str, Any]:
        """Return the redirect in the API's form."""
        return {
            "scheme": self.scheme,
            "hostname": self.hostname,
            "port": self.port,
            "path": self.path and self.path.spec(),
            "statusCode": self.status_code,
        }


@dataclass(frozen=True, kw_only=True)
class UrlRewrite(HttpRouteFilter):
    """Change the Host header or the path of the request before it reaches the backend; one of the two is needed."""

    hostname: str | None = None
    path: HttpPathModifier | None = None

    type: ClassVar[str] = "URLRewrite"
    field: ClassVar[str] = "urlRewrite"

    def __post_init__(self) -> None:
        if self.hostname is None and self.path is None:
            raise refused(
                "UrlRewrite",
                "neither",
                "changes nothing",
                allowed="hostname, path or both",
                fix="write hostname=... or path=...",
            )
        if self.hostname is not None:
            precise_hostname("UrlRewrite.hostname", self.hostname)
        if self.path is not None:
            instance("UrlRewrite.path", self.path, HttpPathModifier)

    def settings(self) -> dict[str, Any]:
        """Return the rewrite in the API's form."""
        return {"hostname": self.hostname, "path": self.path and self.path.spec()}


@dataclass(frozen=True)
class Fraction:
    """A share of requests: `numerator` of every `denominator`, such as Fraction(1, 1000)."""

    numerator: int
    denominator: int = 100

    def __post_init__(self) -> None:
        integer("Fraction.denominator", self.denominator, 1, MAX_INT32)
        integer("Fraction.numerator", self.numerator, 0, self.denominator)

    def spec(self) -> dict[str, Any]:
        """Return the fraction in the API's form."""
        return {"numerator": self.numerator, "denominator": self.denominator}


@dataclass(frozen=True, kw_only=True)
class RequestMirror(HttpRouteFilter):
    """Send a copy of the request to a second backend too, and ignore its answer; a rule can have several.

    `percent`, 0 to 100, or `fraction` is the share of requests that is copied; all of them when both are left out. The
    backend's weight is not used.
    """

    backend_ref: BackendRef
    percent: int | None = None
    fraction: Fraction | None = None

    type: ClassVar[str] = "RequestMirror"
    field: ClassVar[str] = "requestMirror"
    is_repeatable: ClassVar[bool] = True

    def __post_init__(self) -> None:
        backend_of_filter("RequestMirror.backend_ref", self.backend_ref)
        if self.percent is not None:
            integer("RequestMirror.percent", self.percent, 0, 100)
        if self.fraction is not None:
            instance("RequestMirror.fraction", self.fraction, Fraction)
        if self.percent is not None and self.fraction is not None:
            raise refused(
                "RequestMirror.fraction",
                self.fraction,
                f"says the share again: percent is {self.percent}",
                allowed="percent or fraction",
                fix="leave one out",
            )

    def settings(self) -> dict[str, Any]:
        """Return the mirror in the API's form."""
        fraction = self.fraction and self.fraction.spec()
        return {"backendRef": self.backend_ref.object_reference(), "percent": self.percent, "fraction": fraction}

    def references(self) -> tuple[Reference, ...]:
        """Return the reference to the Service that gets the copies."""
        return (self.backend_ref.reference(),)
