"""DNS servers that cert-manager reaches by a protocol instead of a provider's API, and webhooks for all others.

Source: cert-manager v1.21.1, CRD ClusterIssuer, and the rules of its webhook in
internal/apis/certmanager/validation.
"""

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.certificates.dns_provider import Dns01Provider
from constructs_lib.certificates.secret_key import SecretKey
from constructs_lib.checks import DNS_LABEL, MAX_PORT, dns_subdomain, keep, mapping, one_of, refused
from constructs_lib.json_values import json_value

NAMESERVER = re.compile(r"(?:\[(?P<address>[^\]]*)\]|(?P<host>[^:\[\]]+))(?::(?P<port>[0-9]{1,5}))?")
TSIG_ALGORITHMS = ("HMACSHA256", "HMACSHA512", "HMACSHA1", "HMACMD5")


@dataclass(frozen=True, kw_only=True)
class AcmeDns(Dns01Provider):
    """A server of acme-dns, at the URL `host`; `account` is the JSON that registering at it gave."""

    host: str
    account: SecretKey

    field: ClassVar[str] = "acmeDNS"

    def __post_init__(self) -> None:
        self._check(texts=("host",), secret_keys=("account",))

    def spec(self) -> dict[str, Any]:
        """Return the provider in the API's form."""
        return {"host": self.host, "accountSecretRef": self.account.spec()}


@dataclass(frozen=True, kw_only=True)
class Rfc2136(Dns01Provider):
    """An authoritative DNS server that takes dynamic updates (RFC 2136).

    `nameserver` is its address or name, with `:port` unless that is 53; an IPv6 address in brackets. `tsig_key_name`
    and `tsig_secret` are the name and the value of the TSIG key that updates are signed with; without them they are not
    signed.
    """

    nameserver: str
    tsig_key_name: str | None = None
    tsig_secret: SecretKey | None = None
    tsig_algorithm: str = "HMACSHA256"
    protocol: str = "UDP"

    field: ClassVar[str] = "rfc2136"

    def __post_init__(self) -> None:
        self._check(texts=("nameserver", "tsig_key_name"), secret_keys=("tsig_secret",))
        self._refuse_parts("tsig_key_name", "tsig_secret")
        one_of("Rfc2136.tsig_algorithm", self.tsig_algorithm, TSIG_ALGORITHMS)
        one_of("Rfc2136.protocol", self.protocol, ("UDP", "TCP"))
        if not _is_nameserver(self.nameserver):
            raise refused(
                "Rfc2136.nameserver",
                self.nameserver,
                "is not the address of a server",
                allowed="an IPv4 address, an IPv6 address in brackets or a DNS name, and ':port' where it is not 53",
                fix="write it as in 'ns1.example.com', '192.0.2.53:5353' or '[2001:db8::53]'",
            )

    def spec(self) -> dict[str, Any]:
        """Return the provider in the API's form."""
        return {
            "nameserver": self.nameserver,
            "protocol": self.protocol,
            "tsigKeyName": self.tsig_key_name,
            "tsigSecretSecretRef": self.tsig_secret and self.tsig_secret.spec(),
            "tsigAlgorithm": self.tsig_algorithm if self.tsig_key_name else None,
        }


@dataclass(frozen=True, kw_only=True)
class Webhook(Dns01Provider):
    """Any other DNS provider, through a webhook that is installed beside cert-manager.

    `group_name` and `solver_name` are those that the webhook has. `config` is what it wants to be told, in its own
    form: text, numbers, True, False, and lists and mappings of them, with names of Secrets instead of secret values.
    """

    group_name: str
    solver_name: str
    config: Mapping[str, Any] | None = None

    field: ClassVar[str] = "webhook"

    def __post_init__(self) -> None:
        self._check(texts=("solver_name",))
        dns_subdomain("Webhook.group_name", self.group_name)
        if self.config is not None:
            keep(self, config=json_value("Webhook.config", mapping("Webhook.config", self.config)))

    def spec(self) -> dict[str, Any]:
        """Return the provider in the API's form."""
        return {"groupName": self.group_name, "solverName": self.solver_name, "config": self.config}


def _is_nameserver(text: str) -> bool:
    """Tell whether text is a host, and a port or none."""
    match = NAMESERVER.fullmatch(text)
    if match is None or not 1 <= int(match["port"] or 1) <= MAX_PORT:
        return False
    if match["address"] is None:
        return all(DNS_LABEL.fullmatch(label) for label in match["host"].split("."))
    try:
        return bool(ipaddress.IPv6Address(match["address"]))
    except ValueError:
        return False
