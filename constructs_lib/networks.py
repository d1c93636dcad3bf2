"""Networks as Kubernetes and Cilium take them: CIDRs without host bits."""

import ipaddress
import re

from constructs_lib.checks import instance, refused

NETWORK = re.compile(r"[^%/]+/(0|[1-9][0-9]{0,2})")

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def network(where: str, value: object) -> Network:
    """Return a network, written as its first address, '/' and a prefix length."""
    text = instance(where, value, str)
    allowed = "a network address, '/' and a prefix length, such as '192.0.2.0/24' or '2001:db8::/64'"
    try:
        found = ipaddress.ip_network(text, strict=False) if NETWORK.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None:
        fix = "correct it" if "/" in text else "write '/32' or '/128' after a single address"
        raise refused(where, text, "is not a network", allowed=allowed, fix=fix)
    if found.network_address != ipaddress.ip_address(text.partition("/")[0]):
        raise refused(where, text, "has host bits set", allowed=allowed, fix=f"write {str(found)!r}")
    return found
