"""From what people write to a Request: a URL, as they give it to curl, with a method, headers, SNI and a Gateway."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NoReturn

from preflight.gateway_api.objects import NamespacedName
from preflight.gateway_api.paths import with_query
from preflight.gateway_api.requests import Request
from preflight.gateway_api.urls import (
    EXAMPLE_URL,
    HOST,
    HTTP,
    PORTS,
    WITH_TLS,
    Target,
    host_of_header,
    is_address,
    refuse,
    target_of,
)
from preflight.suggestions import nearest
from preflight.values import listed, shown

TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""A name of a header, RFC 9110 section 5.6.2."""
METHOD = re.compile(r"[A-Z]+(-[A-Z]+)*")
NAMESPACED_NAME = re.compile(r"(?P<namespace>[a-z0-9-]+)/(?P<name>[a-z0-9.-]+)")
GRPC = re.compile(r"/?[A-Za-z_][A-Za-z0-9_.]*/[A-Za-z_][A-Za-z0-9_]*")

HEADER_EXAMPLE = "'X-Team: web'"
EXAMPLES = {
    "url": EXAMPLE_URL,
    "method": "GET",
    "sni": "sso.example.link",
    "grpc": "shop.v1.Orders/List",
    "gateway": "infra/gateway",
}
"""What an argument is like."""


def request_to(
    url: str,
    *,
    method: str | None = None,
    headers: Mapping[str, str] | None = None,
    sni: str | None = None,
    grpc: str | None = None,
    gateway: str | None = None,
) -> Request:
    """Return the request that a client sends to a URL: GET where no method is named.

    As with curl, a Host header replaces the URL's host in the request but not in the TLS handshake, and a fragment is
    not sent. `grpc` is `service/method` or, as it is in HTTP/2, `/service/method`; `gateway` is `namespace/name`.
    Raises RequestError.
    """
    _refuse_what_is_no_text(headers, url=url, method=method, sni=sni, grpc=grpc, gateway=gateway)
    target = target_of(url)
    _refuse_what_the_scheme_has_not(target, method=method, headers=headers, sni=sni, grpc=grpc)
    sent = _headers(headers or {})
    host_header = sent.pop("host", None)
    host, named = target.host, None if sni is None else _sni(sni)
    if host_header is not None:
        host = host_of_header(host_header)
        if named is None and target.scheme in WITH_TLS and host != target.host:
            # What a client says in the handshake comes from the URL, and it never is an address (RFC 6066, 3).
            named = "" if is_address(target.host) else target.host
    path, verb = target.path, _method(method)
    called = None if grpc is None else _grpc(grpc, target)
    if called is not None:
        path, verb = f"/{called}", "POST"
    return Request(
        scheme=target.scheme,
        host=host,
        port=target.port,
        path=path,
        query=target.query,
        method=verb,
        headers=sent,
        sni=named,
        grpc=called,
        gateway=None if gateway is None else _gateway(gateway),
        address=target.host.strip("[]") if is_address(target.host) else None,
    )


def headers_of(lines: Iterable[str]) -> Mapping[str, str]:
    """Return headers that are written as curl takes them, `Name: value`; those of one name are joined by a comma."""
    found: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon:
            refuse("headers", line, "has no ':'", allowed="a name and a value", fix=f"write it as in {HEADER_EXAMPLE}")
        key = next((known for known in found if known.lower() == name.lower()), name)
        found[key] = f"{found[key]},{value.strip()}" if key in found else value.strip()
    return found


def _gateway(text: str) -> NamespacedName:
    match = NAMESPACED_NAME.fullmatch(text)
    if match is None:
        refuse(
            "gateway",
            text,
            "is not a namespace and a name",
            allowed="lower-case letters, digits and '-', with one '/'",
            fix=f"write it as in '{EXAMPLES['gateway']}'",
        )
    return NamespacedName(match["namespace"], match["name"])


def refuse_unknown_gateway(request: Request, known: Collection[NamespacedName]) -> None:
    """Raise RequestError if a request names a Gateway that is none of those that there are.

    Nobody would answer it, and that a path is closed would be true of the wrong Gateway.
    """
    if request.gateway is None or request.gateway in known:
        return
    names = [str(each) for each in known]
    near = nearest(str(request.gateway), names)
    fix = f"write {shown(near)}" if near else "write one of these, or leave it out"
    allowed = listed(names) if names else "none: the manifests have no Gateway that is admitted"
    refuse("gateway", str(request.gateway), "is no Gateway of the manifests", allowed=allowed, fix=fix)


def url_of(request: Request) -> str:
    """Return the URL of a request, without a port that goes without saying."""
    if request.scheme not in HTTP:
        return f"{request.scheme}://{request.host}:{request.port}"
    port = "" if request.port == PORTS[request.scheme] else f":{request.port}"
    return f"{request.scheme}://{request.host}{port}{with_query(request.path, request)}"


def _sni(value: str) -> str:
    name = value.lower()
    if is_address(name) or not HOST.fullmatch(name):
        allowed = "a hostname: TLS has no addresses there"
        refuse("sni", value, "is not a hostname", allowed=allowed, fix=f"write it as in '{EXAMPLES['sni']}'")
    return name


def _method(method: str | None) -> str:
    if method is None:
        return "GET"
    if not METHOD.fullmatch(method):
        upper = method.upper()
        fix = f"write '{upper}'" if METHOD.fullmatch(upper) else "write 'GET', for example"
        refuse("method", method, "is not a method", allowed="upper-case letters: methods are case-sensitive", fix=fix)
    return method


def _headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return headers by name in lower case."""
    found: dict[str, str] = {}
    for name, value in headers.items():
        if not TOKEN.fullmatch(name):
            allowed = "letters, digits and '-'"
            refuse("headers", name, "is not a name", allowed=allowed, fix=f"write it as in {HEADER_EXAMPLE}")
        if not value.isprintable():
            fix = "leave that out"
            refuse("headers", value, "has a control character", allowed="printable characters", fix=fix)
        if name.lower() in found:
            refuse("headers", name, "is there twice", allowed="each name once", fix="join the values with a comma")
        found[name.lower()] = value.strip()
    return found


def _grpc(grpc: str, target: Target) -> str:
    """Return the method that is called, without a slash in front."""
    if not GRPC.fullmatch(grpc):
        allowed = "the full name of a service, '/' and a method"
        refuse("grpc", grpc, "names no method", allowed=allowed, fix=f"write it as in '{EXAMPLES['grpc']}'")
    if target.path != "/" or target.query:
        fix = "leave the path out of the URL"
        refuse("url", target.path, "is a path", allowed="a URL without one: gRPC makes it of the method", fix=fix)
    return grpc.removeprefix("/")


def _refuse_what_is_no_text(headers: object, **arguments: object) -> None:
    """Refuse values of another type; all but the URL may be None."""
    for argument, value in arguments.items():
        if not isinstance(value, str) and (value is not None or argument == "url"):
            fix = f"write it as in '{EXAMPLES[argument]}'"
            refuse(argument, value, "is no string", allowed="a string", fix=fix)
    if headers is None:
        return
    if not isinstance(headers, Mapping):
        fix = "write {'X-Team': 'web'}, for example"
        refuse("headers", headers, "is no mapping", allowed="names with their values", fix=fix)
    for each in (text for item in headers.items() for text in item):
        if not isinstance(each, str):
            fix = "write it as in {'X-Team': 'web'}"
            refuse("headers", each, "is no string", allowed="names and values that are strings", fix=fix)


def _refuse_what_the_scheme_has_not(
    target: Target,
    *,
    method: str | None,
    headers: Mapping[str, str] | None,
    sni: str | None,
    grpc: str | None,
) -> None:
    """Refuse parts of a request that no client of the scheme would send."""
    if sni is not None and target.scheme not in WITH_TLS:
        _misplaced("sni", sni, target.scheme, WITH_TLS)
    if target.scheme not in HTTP:
        for argument, value in (("method", method), ("headers", headers), ("grpc", grpc)):
            if value:
                _misplaced(argument, value, target.scheme, HTTP)
    if grpc is not None and method is not None:
        refuse("method", method, "is given for gRPC", allowed="POST, which goes without saying", fix="leave it out")


def _misplaced(argument: str, value: object, scheme: str, schemes: tuple[str, ...]) -> NoReturn:
    shown_value = dict(value) if isinstance(value, Mapping) else value
    allowed = f"URLs with {' or '.join(f'{each}://' for each in schemes)}"
    refuse(argument, shown_value, f"is given for a URL with {scheme}://", allowed=allowed, fix="leave it out")
