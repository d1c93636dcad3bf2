"""DNS servers that cert-manager reaches by a protocol, and webhooks."""

from typing import Any

from constructs_lib.certificates.dns_servers import AcmeDns, Rfc2136, Webhook
from constructs_lib.certificates.issuer import LetsEncryptClusterIssuer
from constructs_lib.certificates.secret_key import SecretKey
from constructs_lib.certificates.solvers import Dns01Solver
from tests.conftest import Manifests, refusal

import pytest
from cdk8s import Chart

KEY = SecretKey("credentials", "key")
REF = {"name": "credentials", "key": "key"}
CONFIG: dict[str, Any] = {"zone": "example.com", "ttl": 60, "tokenRef": {"name": "s"}, "list": [None, True, 1.5]}


def test_acme_dns_is_written() -> None:
    server = AcmeDns(host="https://auth.example.com", account=KEY)
    assert (server.field, server.secret_keys()) == ("acmeDNS", [KEY])
    assert server.spec() == {"host": "https://auth.example.com", "accountSecretRef": REF}


def test_a_server_of_rfc_2136_is_written_with_every_default() -> None:
    server = Rfc2136(nameserver="ns1.example.com", tsig_key_name="cert-manager", tsig_secret=KEY)
    assert (server.field, server.secret_keys()) == ("rfc2136", [KEY])
    assert server.spec() == {
        "nameserver": "ns1.example.com",
        "protocol": "UDP",
        "tsigKeyName": "cert-manager",
        "tsigSecretSecretRef": REF,
        "tsigAlgorithm": "HMACSHA256",
    }


def test_updates_without_a_key_have_no_algorithm() -> None:
    assert Rfc2136(nameserver="192.0.2.53", protocol="TCP").spec() == {
        "nameserver": "192.0.2.53",
        "protocol": "TCP",
        "tsigKeyName": None,
        "tsigSecretSecretRef": None,
        "tsigAlgorithm": None,
    }


@pytest.mark.parametrize(
    "nameserver",
    ["ns", "ns1.example.com:53", "192.0.2.53", "192.0.2.53:5353", "[2001:db8::53]", "[2001:db8::53]:65535"],
)
def test_a_nameserver_is_an_address_or_a_name_with_a_port_or_none(nameserver: str) -> None:
    assert Rfc2136(nameserver=nameserver).nameserver == nameserver


@pytest.mark.parametrize(
    "nameserver",
    ["2001:db8::53", "ns:0", "ns:65536", "ns:", ":53", "a b", "[192.0.2.53]", "[ns]", "[]:53", "https://ns", "-ns"],
)
def test_what_is_no_nameserver_is_refused(nameserver: str) -> None:
    assert refusal(lambda: Rfc2136(nameserver=nameserver)) == (
        f"Rfc2136.nameserver: {nameserver!r} is not the address of a server. Allowed: an IPv4 address, an IPv6 address "
        "in brackets or a DNS name, and ':port' where it is not 53. Fix: write it as in 'ns1.example.com', "
        "'192.0.2.53:5353' or '[2001:db8::53]'."
    )


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"tsig_key_name": "a"},
            (
                "tsig_secret: None is missing beside tsig_key_name. Allowed: tsig_key_name, tsig_secret together, or "
                "none of them. Fix: write tsig_secret=..., or leave tsig_key_name out."
            ),
        ),
        (
            {"tsig_algorithm": "hmac-sha256"},
            (
                "tsig_algorithm: 'hmac-sha256' is not a value of this field. Allowed: 'HMACSHA256', 'HMACSHA512', "
                "'HMACSHA1', 'HMACMD5'. Fix: write one of them."
            ),
        ),
        (
            {"protocol": "udp"},
            "protocol: 'udp' is not a value of this field. Allowed: 'UDP', 'TCP'. Fix: write one of them.",
        ),
        (
            {"nameserver": ""},
            "nameserver: '' has the wrong length. Allowed: 1 to 2048 characters. Fix: shorten or fill it.",
        ),
    ],
)
def test_what_updates_nothing_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: Rfc2136(**{"nameserver": "ns"} | arguments)) == f"Rfc2136.{expected}"


def test_a_webhook_is_written_with_a_copy_of_its_config() -> None:
    config = CONFIG | {"tokenRef": {"name": "s"}}
    webhook = Webhook(group_name="acme.example.com", solver_name="example", config=config)
    config["tokenRef"]["name"] = "changed"
    assert (webhook.field, webhook.secret_keys()) == ("webhook", [])
    assert webhook.spec() == {"groupName": "acme.example.com", "solverName": "example", "config": CONFIG}
    assert Webhook(group_name="acme.example.com", solver_name="example").spec()["config"] is None


def test_what_is_no_webhook_is_refused() -> None:
    group: dict[str, Any] = {"group_name": "acme.example.com"}
    assert refusal(lambda: Webhook(group_name="Acme", solver_name="a")).startswith(
        "Webhook.group_name: 'Acme' is not a name that Kubernetes accepts."
    )
    assert refusal(lambda: Webhook(**group, solver_name="")) == (
        "Webhook.solver_name: '' has the wrong length. Allowed: 1 to 2048 characters. Fix: shorten or fill it."
    )
    assert refusal(lambda: Webhook(**group, solver_name="a", config=[])) == (  # type: ignore[arg-type]
        "Webhook.config: [] is of type list. Allowed: a mapping of text to text. Fix: write {'key': 'value'}."
    )
    assert refusal(lambda: Webhook(**group, solver_name="a", config={"a": None})).startswith(
        "Webhook.config['a']: None is not written to the manifest as it is. Allowed: text, True and False, "
    )


def test_a_config_is_in_the_manifest_as_it_is(chart: Chart, manifests: Manifests) -> None:
    config = CONFIG | {"empty": {}, "none": [], "most": 2**53, "text": ""}
    webhook = Webhook(group_name="acme.example.com", solver_name="a", config=config)
    LetsEncryptClusterIssuer(chart, "letsencrypt", solvers=[Dns01Solver(webhook)])
    (manifest,) = manifests()
    assert manifest["spec"]["acme"]["solvers"][0]["dns01"]["webhook"]["config"] == config
