"""Hostnames of listeners, routes and requests: in lower case, `*.` stands for one or more labels, empty for any name.

Source: Gateway API v1.6.1, the doc comments of Hostname, Listener.hostname and HTTPRoute.hostnames.
"""


def intersection(first: str, second: str) -> str | None:
    """Return the hostname that matches what both match; None where nothing matches both."""
    if not first or first == second:
        return second
    if not second:
        return first
    if covers(first, second):
        return second
    return first if covers(second, first) else None


def covers(wide: str, narrow: str) -> bool:
    """Say whether all names that `narrow` matches are matched by `wide` as well."""
    if not wide or wide == narrow:
        return True
    if not narrow or not wide.startswith("*."):
        return False
    suffix = wide[1:]
    name = narrow[1:] if narrow.startswith("*.") else narrow
    return name.endswith(suffix) and len(name) > len(suffix)


def suffixes(host: str) -> list[str]:
    """Return the hostnames that match a host, the most specific first: itself, its wildcards, and empty for any."""
    labels = host.split(".")
    return [host, *("*." + ".".join(labels[index:]) for index in range(1, len(labels))), ""]
