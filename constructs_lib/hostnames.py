"""Hostnames as the Gateway API reads them: what is one, and which requests two of them share.

Source: Gateway API v1.6.1, types Hostname and PreciseHostname, and the rules for listener and route hostnames.
"""

import ipaddress

from constructs_lib.checks import DNS_LABEL, MAX_LABEL, MAX_SUBDOMAIN, refused

WILDCARD = "*."


def hostname(where: str, value: object) -> str:
    """Return `value` if it is a DNS name, or `*.` and a DNS name, in lower case and without a port."""
    allowed = "a DNS name in lower case such as 'app.example.com', or '*.' and a DNS name"
    if not isinstance(value, str):
        raise refused(where, value, f"is of type {type(value).__name__}", allowed=allowed, fix="write it as text")
    name = value.removeprefix(WILDCARD)
    if "*" in name:
        raise refused(
            where,
            value,
            "has a wildcard that is not its whole first label",
            allowed=allowed,
            fix="a '*.' at the start stands for one or more labels; name any other host in full",
        )
    if name != name.lower():
        raise refused(where, value, "has capital letters", allowed=allowed, fix=f"write {value.lower()!r}")
    if _is_address(name):
        raise refused(
            where,
            value,
            "is an IP address",
            allowed=allowed,
            fix="write a DNS name: a listener without one answers for every host",
        )
    labels = name.split(".")
    well_formed = all(len(label) <= MAX_LABEL and DNS_LABEL.fullmatch(label) for label in labels)
    if len(value) > MAX_SUBDOMAIN or not well_formed:
        raise refused(where, value, "is not a hostname", allowed=allowed, fix=_suggestion(value))
    return value


def precise_hostname(where: str, value: object) -> str:
    """Return `value` if it is a DNS name without a wildcard."""
    name = hostname(where, value)
    if name.startswith(WILDCARD):
        raise refused(
            where,
            value,
            "is a wildcard",
            allowed="a DNS name without '*'",
            fix=f"write {name.removeprefix(WILDCARD)!r}",
        )
    return name


def _is_address(name: str) -> bool:
    """Tell whether a name would be taken for an IP address."""
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _suggestion(value: str) -> str:
    """Name the usual slip, where it is one."""
    if "://" in value:
        return "leave out the scheme and the path"
    if "/" in value:
        return "leave out the path: it goes into the rule's matches"
    if ":" in value:
        return "leave out the port: the listener has it"
    if value.endswith(".") and value.strip("*."):
        return f"write {value.rstrip('.')!r}, without the dot at the end"
    return "use labels of a-z, 0-9 and '-' joined by '.', each of at most 63 characters"


def intersection(one: str | None, other: str | None) -> str | None:
    """Return the hostname of the requests that both name; None where there are none.

    A missing hostname (None) names every host, so the result is None as well if both are missing: ask `intersect` for
    a yes or no. `*.example.com` names every host below example.com, at any depth, and never example.com itself.
    """
    if one is None or other is None:
        return one if other is None else other
    if one == other or _covers(other, one):
        return one
    return other if _covers(one, other) else None


def names_all(wider: str | None, hostname: str | None) -> bool:
    """Tell whether one hostname names every host that another one names; None names all hosts."""
    return wider is None or (hostname is not None and (wider == hostname or _covers(wider, hostname)))


def _covers(wildcard: str, name: str) -> bool:
    """Tell whether a wildcard names every host that another hostname names."""
    return wildcard.startswith(WILDCARD) and name.removeprefix(WILDCARD).endswith(wildcard[1:])


def intersect(one: str | None, other: str | None) -> bool:
    """Tell whether any request's host is named by both."""
    return one is None or other is None or intersection(one, other) is not None
