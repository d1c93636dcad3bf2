"""Whom and what the rules of a network policy name: networks, DNS names and ports.

Source: Cilium, pkg/policy/api, Documentation/security/policy.
"""

import re
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Any, ClassVar

from constructs_lib.checks import MAX_PORT, dns_subdomain, instance, instances, integer, keep, one_of, port, refused
from constructs_lib.networks import Network, network

PROTOCOLS = ("TCP", "UDP", "SCTP", "ANY")
PORT_NAME = re.compile(r"(?=.*[A-Za-z])[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
MAX_PORT_NAME = 15
FQDN = re.compile(r"([-A-Za-z0-9_]+\.)*[-A-Za-z0-9_]+\.?")
FQDN_PATTERN = re.compile(r"([-A-Za-z0-9_*]+\.)*[-A-Za-z0-9_*]+\.?")
MAX_FQDN = 255
MAX_CIDRS = 1000


@dataclass(frozen=True)
class PortProtocol:
    """A port of a Pod, by number or by the name that its container gives it, with its protocol.

    `protocol` is `TCP`, `UDP`, `SCTP`, or `ANY` for all three. `end_port` makes it a range, both ends included.
    """

    port: int | str
    protocol: str
    _: KW_ONLY
    end_port: int | None = None

    def __post_init__(self) -> None:
        where = "PortProtocol.port"
        if isinstance(self.port, str):
            if len(self.port) > MAX_PORT_NAME or not PORT_NAME.fullmatch(self.port):
                raise refused(
                    where,
                    self.port,
                    "is not the name of a port",
                    allowed="1 to 65535, or 1 to 15 letters, digits and single '-' with a letter among them",
                    fix=f"write {self.port}" if self.port.isdecimal() else "write the name that the container gives it",
                )
        else:
            port(where, self.port)
        one_of("PortProtocol.protocol", self.protocol, PROTOCOLS)
        if self.end_port is not None:
            if isinstance(self.port, str):
                raise refused(
                    "PortProtocol.end_port",
                    self.end_port,
                    f"does not go with the name {self.port!r}",
                    allowed="an end_port with a number",
                    fix="write the number of the first port",
                )
            integer("PortProtocol.end_port", self.end_port, self.port, MAX_PORT)

    def spec(self) -> dict[str, Any]:
        """Return the port in the API's form."""
        return {"port": str(self.port), "protocol": self.protocol, "endPort": self.end_port}


@dataclass(frozen=True)
class CidrRule:
    """A network outside the cluster without some of its parts, or the networks of a CiliumCIDRGroup.

    One of `cidr` and `cidr_group_ref`, the name of the group. `except_` are networks that are left out; those of a
    `cidr` are parts of it.
    """

    cidr: str | None = None
    _: KW_ONLY
    cidr_group_ref: str | None = None
    except_: Sequence[str] = ()

    how_to_write: ClassVar[str] = "CidrRule('192.0.2.0/24')"

    def __post_init__(self) -> None:
        if (self.cidr is None) == (self.cidr_group_ref is None):
            raise refused(
                "CidrRule",
                f"cidr={self.cidr!r}, cidr_group_ref={self.cidr_group_ref!r}",
                "does not name one thing",
                allowed="one of cidr and cidr_group_ref",
                fix="write CidrRule('192.0.2.0/24'), or CidrRule(cidr_group_ref='office')",
            )
        outside = None if self.cidr is None else network("CidrRule.cidr", self.cidr)
        if self.cidr_group_ref is not None:
            dns_subdomain("CidrRule.cidr_group_ref", self.cidr_group_ref)
        keep(self, except_=instances("CidrRule.except_", self.except_, str, at_most=MAX_CIDRS))
        for index, text in enumerate(self.except_):
            part = network(f"CidrRule.except_[{index}]", text)
            if outside is not None and not _is_part(part, outside):
                raise refused(
                    f"CidrRule.except_[{index}]",
                    text,
                    f"is no part of {self.cidr}",
                    allowed=f"networks in {self.cidr}",
                    fix="leave it out, or widen cidr",
                )

    def spec(self) -> dict[str, Any]:
        """Return the rule in the API's form."""
        return {"cidr": self.cidr, "cidrGroupRef": self.cidr_group_ref, "except": list(self.except_) or None}


def _is_part(part: Network, outside: Network) -> bool:
    """Tell whether every address of one network is in another."""
    return part.version == outside.version and part[0] in outside and part[-1] in outside


@dataclass(frozen=True, kw_only=True)
class FqdnSelector:
    """DNS names: one by `match_name`, or several by `match_pattern`.

    In a pattern `*` stands for any characters but dots, `**.` at the start for one label or more, and `*` alone for
    every name.
    """

    match_name: str | None = None
    match_pattern: str | None = None

    def __post_init__(self) -> None:
        if (self.match_name is None) == (self.match_pattern is None):
            raise refused(
                "FqdnSelector",
                f"match_name={self.match_name!r}, match_pattern={self.match_pattern!r}",
                "does not name one thing",
                allowed="one of match_name and match_pattern",
                fix="write FqdnSelector(match_name='example.com'), or FqdnSelector(match_pattern='*.example.com')",
            )
        if self.match_name is not None:
            _dns_name("FqdnSelector.match_name", self.match_name, FQDN, "letters, digits, '-' and '_'")
        if self.match_pattern is not None:
            _dns_name(
                "FqdnSelector.match_pattern", self.match_pattern, FQDN_PATTERN, "letters, digits, '-', '_' and '*'"
            )

    def spec(self) -> dict[str, Any]:
        """Return the selector in the API's form."""
        return {"matchName": self.match_name, "matchPattern": self.match_pattern}


def _dns_name(where: str, value: object, form: re.Pattern[str], characters: str) -> None:
    """Raise ValueError unless this is labels of these characters, joined by dots."""
    text = instance(where, value, str)
    if len(text) > MAX_FQDN or not form.fullmatch(text):
        raise refused(
            where,
            text,
            "is not a DNS name",
            allowed=f"at most {MAX_FQDN} of {characters}, in labels joined by '.'",
            fix="write a name such as 'www.example.com', without scheme, port or path",
        )
