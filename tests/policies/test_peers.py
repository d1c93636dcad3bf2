"""Ports, networks and DNS names of network policies, and their refusals."""

import ipaddress
import re
from collections.abc import Callable
from typing import Any

from constructs_lib.policies.peers import FQDN, FQDN_PATTERN, CidrRule, FqdnSelector, PortProtocol
from tests.conftest import Crds, refusal, schema_of

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

NETWORK = "Allowed: a network address, '/' and a prefix length, such as '192.0.2.0/24' or '2001:db8::/64'."


def test_a_port_is_written_as_text() -> None:
    assert PortProtocol(80, "TCP").spec() == {"port": "80", "protocol": "TCP", "endPort": None}
    assert PortProtocol("http-alt", "ANY").spec() == {"port": "http-alt", "protocol": "ANY", "endPort": None}
    assert PortProtocol(80, "UDP", end_port=80).spec() == {"port": "80", "protocol": "UDP", "endPort": 80}


NAME = "is not the name of a port. Allowed: 1 to 65535, or 1 to 15 letters, digits and single '-' with a letter among"


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (
            lambda: PortProtocol(0, "TCP"),
            "port: 0 is not in range. Allowed: a whole number from 1 to 65535. Fix: write a number in that range.",
        ),
        (
            lambda: PortProtocol(True, "TCP"),
            "port: True is not in range. Allowed: a whole number from 1 to 65535. Fix: write a number in that range.",
        ),
        (lambda: PortProtocol("80", "TCP"), f"port: '80' {NAME} them. Fix: write 80."),
        (
            lambda: PortProtocol("web--x", "TCP"),
            f"port: 'web--x' {NAME} them. Fix: write the name that the container gives it.",
        ),
        (
            lambda: PortProtocol("a" * 16, "TCP"),
            f"port: '{'a' * 16}' {NAME} them. Fix: write the name that the container gives it.",
        ),
        (
            lambda: PortProtocol(80, "tcp"),
            (
                "protocol: 'tcp' is not a value of this field. Allowed: 'TCP', 'UDP', 'SCTP', 'ANY'. "
                "Fix: write one of them."
            ),
        ),
        (
            lambda: PortProtocol(80, "TCP", end_port=79),
            (
                "end_port: 79 is not in range. Allowed: a whole number from 80 to 65535. "
                "Fix: write a number in that range."
            ),
        ),
        (
            lambda: PortProtocol("web", "TCP", end_port=80),
            (
                "end_port: 80 does not go with the name 'web'. Allowed: an end_port with a number. "
                "Fix: write the number of the first port."
            ),
        ),
    ],
)
def test_what_is_no_port_is_refused(make: Callable[[], object], expected: str) -> None:
    assert refusal(make) == f"PortProtocol.{expected}"


def test_a_cidr_rule_is_written_as_it_is() -> None:
    rule = CidrRule("192.0.2.0/24", except_=["192.0.2.0/28", "192.0.2.128/25"])
    assert rule.spec() == {"cidr": "192.0.2.0/24", "cidrGroupRef": None, "except": ["192.0.2.0/28", "192.0.2.128/25"]}
    assert CidrRule(cidr_group_ref="office", except_=["198.51.100.0/24"]).spec() == {
        "cidr": None,
        "cidrGroupRef": "office",
        "except": ["198.51.100.0/24"],
    }


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (
            CidrRule,
            (
                "CidrRule: 'cidr=None, cidr_group_ref=None' does not name one thing. Allowed: one of cidr and "
                "cidr_group_ref. Fix: write CidrRule('192.0.2.0/24'), or CidrRule(cidr_group_ref='office')."
            ),
        ),
        (
            lambda: CidrRule("192.0.2.0/24", cidr_group_ref="office"),
            (
                "CidrRule: \"cidr='192.0.2.0/24', cidr_group_ref='office'\" does not name one thing. Allowed: one of "
                "cidr and cidr_group_ref. Fix: write CidrRule('192.0.2.0/24'), or CidrRule(cidr_group_ref='office')."
            ),
        ),
        (
            lambda: CidrRule("192.0.2.0/33"),
            f"CidrRule.cidr: '192.0.2.0/33' is not a network. {NETWORK} Fix: correct it.",
        ),
        (
            lambda: CidrRule(cidr_group_ref="Office"),
            (
                "CidrRule.cidr_group_ref: 'Office' is not a name that Kubernetes accepts. Allowed: 1 to 253 of a-z, "
                "0-9, '-' and '.', with a letter or digit at both ends and around each '.'. Fix: write 'office'."
            ),
        ),
        (
            lambda: CidrRule("192.0.2.0/24", except_=["192.0.2.0/28", "192.0.0.0/16"]),
            (
                "CidrRule.except_[1]: '192.0.0.0/16' is no part of 192.0.2.0/24. Allowed: networks in 192.0.2.0/24. "
                "Fix: leave it out, or widen cidr."
            ),
        ),
        (
            lambda: CidrRule("192.0.2.0/24", except_=["2001:db8::/64"]),
            (
                "CidrRule.except_[0]: '2001:db8::/64' is no part of 192.0.2.0/24. Allowed: networks in 192.0.2.0/24. "
                "Fix: leave it out, or widen cidr."
            ),
        ),
        (
            lambda: CidrRule("192.0.2.0/24", except_="192.0.2.0/28"),
            ("CidrRule.except_: '192.0.2.0/28' is of type str. Allowed: a list of str. Fix: put it in a list: [...]."),
        ),
    ],
)
def test_a_cidr_rule_that_is_wrong_is_refused(make: Callable[[], object], expected: str) -> None:
    assert refusal(make) == expected


parts = st.builds(
    lambda address, bits: ipaddress.ip_network((f"192.0.2.{address}", 32 - bits), strict=False),
    st.integers(0, 31),
    st.integers(0, 5),
)


@given(parts, parts)
def test_an_exception_is_a_part_of_its_network(outside: ipaddress.IPv4Network, part: ipaddress.IPv4Network) -> None:
    """Oracle: the module ipaddress."""
    if part.subnet_of(outside):
        assert CidrRule(str(outside), except_=[str(part)]).spec()["except"] == [str(part)]
    else:
        assert "is no part of" in refusal(lambda: CidrRule(str(outside), except_=[str(part)]))


def test_dns_names_are_written_as_they_are() -> None:
    assert FqdnSelector(match_name="www.example.com").spec() == {"matchName": "www.example.com", "matchPattern": None}
    assert FqdnSelector(match_pattern="**.example.com").spec() == {"matchName": None, "matchPattern": "**.example.com"}


ONE = (
    "does not name one thing. Allowed: one of match_name and match_pattern. Fix: write "
    "FqdnSelector(match_name='example.com'), or FqdnSelector(match_pattern='*.example.com')."
)
FIX = "in labels joined by '.'. Fix: write a name such as 'www.example.com', without scheme, port or path."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, f": 'match_name=None, match_pattern=None' {ONE}"),
        ({"match_name": "a", "match_pattern": "*"}, f": \"match_name='a', match_pattern='*'\" {ONE}"),
        (
            {"match_name": "*.example.com"},
            (
                ".match_name: '*.example.com' is not a DNS name. Allowed: at most 255 of letters, digits, '-' and '_', "
                f"{FIX}"
            ),
        ),
        (
            {"match_pattern": "https://*.example.com"},
            (
                ".match_pattern: 'https://*.example.com' is not a DNS name. Allowed: at most 255 of letters, digits, "
                f"'-', '_' and '*', {FIX}"
            ),
        ),
        (
            {"match_name": "a." * 128},
            (
                f".match_name: '{'a.' * 128}' is not a DNS name. Allowed: at most 255 of letters, digits, '-' and "
                f"'_', {FIX}"
            ),
        ),
        (
            {"match_name": 5},
            ".match_name: 5 is of type int. Allowed: str. Fix: write it as text, in quotes.",
        ),
    ],
)
def test_what_is_no_dns_name_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: FqdnSelector(**arguments)) == f"FqdnSelector{expected}"


@given(st.text(alphabet="aA0-_*.:", max_size=8))
@example("a..b")
@example(".a")
@example("a.")
def test_a_dns_name_is_what_the_crd_takes(crds: Crds, text: str) -> None:
    """Oracle: the patterns of the CRD."""
    egress = schema_of(crds["CiliumNetworkPolicy"], "v2")["properties"]["spec"]["properties"]["egress"]["items"]
    fields = egress["properties"]["toFQDNs"]["items"]["properties"]
    for form, field in ((FQDN, "matchName"), (FQDN_PATTERN, "matchPattern")):
        assert bool(form.fullmatch(text)) == bool(re.fullmatch(fields[field]["pattern"], text)), (field, text)
