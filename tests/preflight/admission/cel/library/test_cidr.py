from tests.preflight.admission.cel.evaluated import evaluated, fails

import pytest

CIDRS = {
    "192.168.0.0/16": True,
    "192.168.0.1/16": True,
    "::1/128": True,
    "0.0.0.0/0": True,
    "192.168.0.0/33": False,
    "192.168.0.0/016": False,
    "192.168.0.0/+8": False,
    "192.168.0.0/": False,
    "192.168.0.0": False,
    "192.168.0.0/255.255.0.0": False,
    "::1/129": False,
    "::ffff:1.2.3.4/24": False,
    "192.168.00.0/16": False,
    "": False,
}


@pytest.mark.parametrize("text", CIDRS)
def test_is_cidr(text: str) -> None:
    assert evaluated("isCIDR(self)", text) is CIDRS[text]


@pytest.mark.parametrize(
    "expression",
    [
        "cidr('192.168.0.0/24').containsIP(ip('192.168.0.1'))",
        "!cidr('192.168.0.0/24').containsIP(ip('192.168.1.1'))",
        "cidr('192.168.0.0/24').containsIP('192.168.0.1')",
        "!cidr('192.168.0.0/24').containsIP('192.168.1.1')",
        "!cidr('0.0.0.0/0').containsIP('::1')",
        "cidr('192.168.0.0/16').containsCIDR(cidr('192.168.10.0/24'))",
        "!cidr('192.168.1.0/24').containsCIDR(cidr('192.168.2.0/24'))",
        "cidr('192.168.0.0/16').containsCIDR('192.168.10.0/24')",
        "!cidr('192.168.10.0/24').containsCIDR('192.168.0.0/16')",
        "cidr('192.168.0.1/24').ip() == ip('192.168.0.1')",
        "cidr('::1/128').ip().family() == 6",
        "cidr('192.168.0.0/24').masked() == cidr('192.168.0.0/24')",
        "cidr('192.168.0.1/24').masked() == cidr('192.168.0.0/24')",
        "cidr('192.168.0.1/24') != cidr('192.168.0.1/24').masked()",
        "cidr('192.168.0.0/16').prefixLength() == 16",
        "cidr('::1/128').prefixLength() == 128",
        "string(cidr('2001:DB8::/32')) == '2001:db8::/32'",
    ],
)
def test_functions_of_cidrs(expression: str) -> None:
    assert evaluated(expression) is True


@pytest.mark.parametrize(
    "expression",
    [
        "cidr('192.168.0.0/33').prefixLength() == 33",
        "cidr('192.168.0.0/16').containsIP('x')",
        "cidr('192.168.0.0/16').containsCIDR('x')",
        "ip('192.168.0.0').prefixLength() == 16",
    ],
)
def test_what_is_no_cidr_is_an_error(expression: str) -> None:
    assert fails(expression)


def test_a_network_has_all_of_itself() -> None:
    assert evaluated("cidr('10.0.0.0/8').containsCIDR('10.0.0.0/8')") is True
    assert evaluated("cidr('10.0.0.0/8').containsCIDR('10.0.0.0/7')") is False
