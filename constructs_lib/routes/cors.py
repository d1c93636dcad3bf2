"""Cors: which pages of other origins a browser lets read the answers.

Source: Gateway API v1.6.1, HTTPCORSFilter.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.checks import (
    MAX_PORT,
    MAX_SUBDOMAIN,
    instance,
    instances,
    integer,
    keep,
    one_of,
    refuse_repeated,
    refused,
)
from constructs_lib.routes.filters import MAX_INT32
from constructs_lib.routes.http_route_filter import HttpRouteFilter
from constructs_lib.routes.matches import METHODS, header_name

EVERY = "*"
ORIGIN = re.compile(r"https?://(?:(?:\*\.)?(?:[a-zA-Z0-9-]+\.)*[a-zA-Z0-9-]+|\*)(?::(?P<port>[0-9]{1,5}))?")
MAX_ENTRIES = 64


@dataclass(frozen=True, kw_only=True)
class Cors(HttpRouteFilter):
    """Answer the preflight requests of browsers, and let pages of `allow_origins` read the answers.

    An origin is a scheme and a host, with a port if it is not the scheme's own: `https://app.example.com`. A host that
    starts with `*.` stands for every subdomain at any depth. `*` alone is every origin, method or header; with
    `allow_credentials`, which lets pages send cookies, the Gateway answers with the one that was asked for instead.
    Browsers may keep the answer to a preflight request for `max_age` seconds. GET, HEAD and POST are always allowed.
    Cilium applies the filter since 1.20.
    """

    allow_origins: Sequence[str]
    allow_methods: Sequence[str] = ()
    allow_headers: Sequence[str] = ()
    expose_headers: Sequence[str] = ()
    allow_credentials: bool = False
    max_age: int = 5

    type: ClassVar[str] = "CORS"
    field: ClassVar[str] = "cors"

    def __post_init__(self) -> None:
        self._check_list("allow_origins", _origin, MAX_ENTRIES)
        self._check_list("allow_methods", _method, len(METHODS))
        self._check_list("allow_headers", header_name, MAX_ENTRIES)
        self._check_list("expose_headers", header_name, MAX_ENTRIES)
        if not self.allow_origins:
            raise refused(
                "Cors.allow_origins",
                [],
                "allows no origin",
                allowed="one origin or more, or '*' alone",
                fix="write allow_origins=['https://app.example.com']",
            )
        instance("Cors.allow_credentials", self.allow_credentials, bool)
        integer("Cors.max_age", self.max_age, 1, MAX_INT32)
        if EVERY in self.expose_headers and self.allow_credentials:
            raise refused(
                "Cors.expose_headers",
                EVERY,
                "stands for no header where allow_credentials is True",
                allowed="the headers by name",
                fix="name them, or leave allow_credentials out",
            )

    def _check_list(self, argument: str, check: Callable[[str, str], str], at_most: int) -> None:
        """Keep a list of distinct values; every value at once (`*`) is there alone."""
        where = f"Cors.{argument}"
        values = instances(where, getattr(self, argument), str, at_most=at_most)
        keep(self, **{argument: values})
        for index, value in enumerate(values):
            check(f"{where}[{index}]", value)
        refuse_repeated(where, [value.lower() if "headers" in argument else value for value in values])
        if EVERY in values and len(values) > 1:
            raise refused(
                where,
                list(values),
                "has more than '*', which stands for all of them",
                allowed="'*' alone, or each by its name",
                fix="write ['*'], or leave '*' out",
            )

    def settings(self) -> dict[str, Any]:
        """Return the filter's settings in the API's form."""
        return {
            "allowOrigins": list(self.allow_origins),
            "allowMethods": list(self.allow_methods) or None,
            "allowHeaders": list(self.allow_headers) or None,
            "exposeHeaders": list(self.expose_headers) or None,
            "allowCredentials": self.allow_credentials,
            "maxAge": self.max_age,
        }


def _method(where: str, value: str) -> str:
    """Return `value` if it is a method, or all of them."""
    return one_of(where, value, (*METHODS, EVERY))


def _origin(where: str, value: str) -> str:
    """Return `value` if it is an origin, or all of them."""
    match = ORIGIN.fullmatch(value)
    port_is_one = match is not None and (match["port"] is None or 1 <= int(match["port"]) <= MAX_PORT)
    if value == EVERY or (port_is_one and len(value) <= MAX_SUBDOMAIN):
        return value
    raise refused(
        where,
        value,
        "is not an origin",
        allowed="'*', or scheme and host such as 'https://app.example.com', 'https://*.example.com' or "
        "'http://localhost:3000', at most 253 characters",
        fix=_origin_like(value),
    )


def _origin_like(value: str) -> str:
    """Suggest the origin of a URL, or of a host without scheme."""
    scheme, separator, rest = value.rpartition("://")
    near = f"{scheme if separator else 'https'}://{re.split('[/?#]', rest)[0]}"
    usable = near != value and ORIGIN.fullmatch(near) and len(near) <= MAX_SUBDOMAIN
    return f"write {near!r}" if usable else "write the origin as the browser sends it, without a path"
