"""URLs, as Go's net/url package reads them."""

import re
from typing import NamedTuple
from urllib.parse import quote, unquote, unquote_plus, unquote_to_bytes

from preflight.admission.cel.library.function import Function, method
from preflight.admission.cel.library.opaque import TYPE, opaque, text_of
from preflight.admission.network_formats import is_uri

KIND = "url"
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
PORT = re.compile(r"(.*):([0-9]*)", re.DOTALL)
BROKEN_ESCAPE = re.compile(r"%(?![0-9a-fA-F]{2})")
PATH = re.compile(r"[A-Za-z0-9\-._~!$&'()*+,;=:@\[\]%/]*")
UNESCAPED = "$&+,/:;=@-._~"


class Url(NamedTuple):
    """The parts of a URL; empty where it has none."""

    scheme: str
    host: str
    path: str
    query: str


def url(text: str) -> bytes:
    """Return a URL: an absolute URI or an absolute path; raises ValueError for another text."""
    if not is_uri(text) or BROKEN_ESCAPE.search(text.partition("#")[2]):
        raise ValueError("URL parse error during conversion from string")
    return opaque(KIND, text)


def parts_of(value: bytes) -> Url:
    """Return the parts of a URL."""
    text = text_of(KIND, value).partition("#")[0]
    scheme = SCHEME.match(text)
    rest, _, query = (text[scheme.end() :] if scheme else text).partition("?")
    host = ""
    if rest.startswith("//") and (scheme or not rest.startswith("///")):
        authority, slash, rest = rest[2:].partition("/")
        rest = slash + rest
        host = unquote(authority.rpartition("@")[2])
    elif scheme and not rest.startswith("/"):
        rest = ""  # the URI is opaque, as in mailto:someone@example.com
    return Url(scheme[1].lower() if scheme else "", host, rest, query)


def scheme_of(value: bytes) -> str:
    """Return the scheme in lower case."""
    return parts_of(value).scheme


def host_of(value: bytes) -> str:
    """Return the host with its port, an IPv6 address in brackets."""
    return parts_of(value).host


def hostname_of(value: bytes) -> str:
    """Return the host without its port, an IPv6 address without brackets."""
    host = parts_of(value).host
    port = PORT.fullmatch(host)
    name = port[1] if port else host
    return name[1:-1] if name.startswith("[") and name.endswith("]") else name


def port_of(value: bytes) -> str:
    """Return the port."""
    port = PORT.fullmatch(parts_of(value).host)
    return port[2] if port else ""


def escaped_path_of(value: bytes) -> str:
    """Return the path, escaped where it is not."""
    path = parts_of(value).path
    return path if PATH.fullmatch(path) else quote(unquote_to_bytes(path), safe=UNESCAPED)


def query_of(value: bytes) -> dict[str, list[str]]:
    """Return the values of each key, both unescaped; a part with ';' or a broken escape is left out."""
    found: dict[str, list[str]] = {}
    for part in parts_of(value).query.split("&"):
        if part and ";" not in part and not BROKEN_ESCAPE.search(part):
            key, _, item = part.partition("=")
            found.setdefault(unquote_plus(key), []).append(unquote_plus(item))
    return found


URL = (
    Function("url", ("string",), TYPE, url),
    Function("isURL", ("string",), "bool", is_uri),
    method("getScheme", (TYPE,), "string", scheme_of),
    method("getHost", (TYPE,), "string", host_of),
    method("getHostname", (TYPE,), "string", hostname_of),
    method("getPort", (TYPE,), "string", port_of),
    method("getEscapedPath", (TYPE,), "string", escaped_path_of),
    method("getQuery", (TYPE,), "map<string, list<string>>", query_of),
)
