"""From a URL as people write it to what a client sends: where to, and which path and query."""

import ipaddress
import re
from collections.abc import Mapping
from typing import NamedTuple, NoReturn
from urllib.parse import SplitResult, quote, urlsplit

from preflight.values import MAX_PORT, listed, refused, shown

PORTS: Mapping[str, int | None] = {"http": 80, "https": 443, "tls": 443, "tcp": None, "udp": None}
"""The port of each scheme where the URL names none; None where it has to."""
HTTP = ("http", "https")
WITH_TLS = ("https", "tls")
MAX_URL = 8192
"""Characters; no server takes much more."""

HOST = re.compile(r"[a-z0-9_]([-a-z0-9_]*[a-z0-9_])?(\.[a-z0-9_]([-a-z0-9_]*[a-z0-9_])?)*\.?")
HOST_WITH_PORT = re.compile(r"(?P<host>\[[^\[\]]*\]|[^:\[\]]*)(:(?P<port>[0-9]+))?")
DOT = re.compile(r"\.|%2e", re.IGNORECASE)

EXAMPLE_URL = "https://sso.example.link/admin"
HOST_ALLOWED = "a hostname such as sso.example.link, or an IP address"


class RequestError(ValueError):
    """A request that cannot be sent: which argument, what is wrong, what is allowed and what to write instead."""

    def __init__(self, argument: str, problem: str, *, allowed: str, fix: str) -> None:
        super().__init__(str(refused(argument, problem, allowed=allowed, fix=fix)))
        self.argument = argument
        self.problem = problem
        self.allowed = allowed
        self.fix = fix


class Target(NamedTuple):
    """What a URL says."""

    scheme: str
    host: str
    port: int
    path: str
    query: str


def target_of(url: str) -> Target:
    """Read a URL; raises RequestError for one that no client can ask for."""
    parts = _split(url)
    if parts.scheme not in PORTS:
        problem = f"has the scheme {shown(parts.scheme)}" if parts.scheme else "has no scheme"
        refuse("url", url, problem, allowed=listed(list(PORTS)), fix=f"write it as in '{EXAMPLE_URL}'")
    if "@" in parts.netloc:
        fix = "leave it out, and send an Authorization header if one matters"
        refuse("url", url, "has a user name", allowed="a host, and a port", fix=fix)
    match = HOST_WITH_PORT.fullmatch(parts.netloc.removesuffix(":"))
    host = match["host"].lower() if match is not None else ""
    if match is None or not _is_host(host):
        refuse("url", url, "has no host that can be asked", allowed=HOST_ALLOWED, fix=f"write '{EXAMPLE_URL}'")
    if parts.scheme not in HTTP and (parts.path.strip("/") or parts.query):
        fix = f"write '{parts.scheme}://{parts.netloc}'"
        refuse("url", url, "has a path", allowed=f"a host and a port: {parts.scheme} has no paths", fix=fix)
    return Target(
        scheme=parts.scheme,
        host=host,
        port=_port(url, parts, match["port"]),
        path=_sent(resolved(parts.path)),
        query=_sent(parts.query),
    )


def _split(url: str) -> SplitResult:
    if len(url) > MAX_URL:
        problem = f"has more than {MAX_URL} characters"
        refuse("url", url, problem, allowed="what a server takes", fix="write a shorter one")
    if not url.isprintable() or " " in url:
        fix = "write a space as '%20'"
        refuse("url", url, "has a space or a control character", allowed="printable characters", fix=fix)
    try:
        return urlsplit(url)
    except ValueError:
        refuse("url", url, "cannot be read", allowed="a URL", fix=f"write it as in '{EXAMPLE_URL}'")


def _port(url: str, parts: SplitResult, written: str | None) -> int:
    port = int(written) if written and len(written) <= len(str(MAX_PORT)) else None
    if written is None:
        port = PORTS[parts.scheme]
        if port is None:
            fix = f"write it as in '{parts.scheme}://{parts.netloc}:5432'"
            refuse("url", url, "has no port", allowed=f"a URL with a port: {parts.scheme} has no usual one", fix=fix)
    if port is None or not 0 < port <= MAX_PORT:
        fix = "write the port of the listener"
        refuse("url", url, f"has the port {shown(written)}", allowed=f"1 to {MAX_PORT}", fix=fix)
    return port


def _sent(text: str) -> str:
    """Return a part of a URL as a client sends it: what is not ASCII is written as UTF-8 with `%`."""
    return "".join(character if character.isascii() else quote(character) for character in text)


def resolved(path: str) -> str:
    """Return a path without the segments `.` and `..`, and with `/` for a backslash, as browsers send it.

    Cilium's Envoy does the same with what it gets, so that no path is reached in a roundabout way.
    """
    found: list[str] = []
    segments = path.replace("\\", "/").split("/")[1:]
    for segment in segments:
        plain = DOT.sub(".", segment)
        if plain == "..":
            found = found[:-1]
        elif plain != ".":
            found.append(segment)
    if segments and DOT.sub(".", segments[-1]) in (".", ".."):
        found.append("")
    return f"/{'/'.join(found)}"


def _is_host(host: str) -> bool:
    return is_address(host) or HOST.fullmatch(host) is not None


def host_of_header(value: str) -> str:
    """Return the host of a Host header, without its port; raises RequestError for what is none."""
    match = HOST_WITH_PORT.fullmatch(value)
    host = match["host"].lower() if match is not None else ""
    if not _is_host(host):
        refuse("headers", value, "is no host for Host", allowed=HOST_ALLOWED, fix="write the host, without a scheme")
    return host


def is_address(host: str) -> bool:
    """Say whether a host is an IP address; one of IPv6 is in brackets, as in a URL."""
    try:
        ipaddress.ip_address(host[1:-1] if host.startswith("[") and host.endswith("]") else host)
    except ValueError:
        return False
    return True


def refuse(argument: str, value: object, problem: str, *, allowed: str, fix: str) -> NoReturn:
    """Raise RequestError for the value of an argument."""
    raise RequestError(argument, f"{shown(value)} {problem}", allowed=allowed, fix=fix)
