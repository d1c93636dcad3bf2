from tests.preflight.admission.cel.evaluated import evaluated, fails

import pytest

IPS = {
    "127.0.0.1": True,
    "::1": True,
    "2001:db8::0:0:0:abcd": True,
    "127.0.0.256": False,
    "127.0.0": False,
    "127.0.0.01": False,
    "10.0.0.1/8": False,
    ":::1": False,
    "::ffff:1.2.3.4": False,
    "fe80::1%eth0": False,
    " 10.0.0.1": False,
    "": False,
}


@pytest.mark.parametrize("text", IPS)
def test_is_ip(text: str) -> None:
    assert evaluated("isIP(self)", text) is IPS[text]


@pytest.mark.parametrize(
    "expression",
    [
        "ip('127.0.0.1').family() == 4",
        "ip('::1').family() == 6",
        "ip('0.0.0.0').isUnspecified()",
        "!ip('127.0.0.1').isUnspecified()",
        "ip('::').isUnspecified()",
        "!ip('::1').isUnspecified()",
        "ip('127.0.0.1').isLoopback()",
        "ip('127.1.2.3').isLoopback()",
        "!ip('192.168.0.1').isLoopback()",
        "ip('::1').isLoopback()",
        "!ip('2001:db8::abcd').isLoopback()",
        "ip('224.0.0.1').isLinkLocalMulticast()",
        "!ip('224.0.1.1').isLinkLocalMulticast()",
        "ip('ff02::1').isLinkLocalMulticast()",
        "!ip('ff05::1').isLinkLocalMulticast()",
        "!ip('fd00::1').isLinkLocalMulticast()",
        "ip('169.254.169.254').isLinkLocalUnicast()",
        "!ip('192.168.0.1').isLinkLocalUnicast()",
        "ip('fe80::1').isLinkLocalUnicast()",
        "!ip('fd80::1').isLinkLocalUnicast()",
        "ip('192.168.0.1').isGlobalUnicast()",
        "!ip('255.255.255.255').isGlobalUnicast()",
        "!ip('0.0.0.0').isGlobalUnicast()",
        "!ip('224.0.1.1').isGlobalUnicast()",
        "ip('2001:db8::abcd').isGlobalUnicast()",
        "!ip('ff00::1').isGlobalUnicast()",
        "!ip('fe80::1').isGlobalUnicast()",
        "ip.isCanonical('127.0.0.1')",
        "ip.isCanonical('2001:db8::abcd')",
        "!ip.isCanonical('2001:DB8::ABCD')",
        "!ip.isCanonical('2001:db8::0:0:0:abcd')",
        "ip('2001:db8::0:1') == ip('2001:DB8::1')",
        "ip('10.0.0.1') != ip('10.0.0.2')",
        "string(ip('2001:DB8:0::1')) == '2001:db8::1'",
    ],
)
def test_functions_of_ips(expression: str) -> None:
    assert evaluated(expression) is True


@pytest.mark.parametrize(
    ("expression", "error"),
    [
        ("ip('10.0.0.256').family() == 4", "'10.0.0.256' does not appear to be an IPv4 or IPv6 address"),
        ("ip('fe80::1%eth0').family() == 6", "neither a zone nor an IPv4 address within an IPv6 address is allowed"),
        ("ip.isCanonical('x')", "'x' does not appear to be an IPv4 or IPv6 address"),
        ("quantity('1').family() == 4", "'quantity 1000000000' does not appear to be an IPv4 or IPv6 address"),
    ],
)
def test_what_is_no_ip_is_an_error(expression: str, error: str) -> None:
    assert fails(expression) == error
