"""Formats of addresses, networks, names and URIs: the odd ends were tried out with Go and kube-openapi."""

from collections.abc import Callable

from preflight.admission.network_formats import is_cidr, is_email, is_hostname, is_ipv4, is_ipv6, is_mac, is_uri

import pytest
from hypothesis import given
from hypothesis import strategies as st

CASES: dict[Callable[[str], bool], tuple[list[str], list[str]]] = {
    is_ipv4: (
        ["1.2.3.4", "01.2.3.004", "::ffff:1.2.3.4"],
        ["", "1.2.3", "256.1.1.1", "1.2.3.4.5", "::1", "1.2.3.4/8", "\u0661.2.3.4"],
    ),
    is_ipv6: (["::1", "2001:DB8::", "::ffff:1.2.3.4"], ["", "1.2.3.4", "fe80::1%eth0", "1::2::3", "[::1]"]),
    is_cidr: (
        ["10.0.0.0/8", "10.1.2.3/08", "::/0", "::ffff:1.2.3.4/120", "010.0.0.0/8"],
        ["", "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "::/129", "10/8", "fe80::1%eth0/64", "10.0.0.0/-1"],
    ),
    is_mac: (
        ["00:00:5e:00:53:01", "00-00-5E-00-53-01", "0000.5e00.5301", "02:00:5e:10:00:00:00:01", "00005e005301"],
        ["", "00:00-5e:00:53:01", "00:00:5e", "00:00:5e:00:53:0g", "0000.5e00", "00:00:5e:00:53:01:02"],
    ),
    is_hostname: (
        ["a", "localhost", "a-b", "www.example.com", "-".join("ab") + ".example.com", "é.fr", "$.ab"],
        ["", "my-host", "a.b", "a.b1", "www.my-host", "a..bc", "a_b.cd", "-a.de", "a-.de", "x" * 64, "é" * 32],
    ),
    is_email: (
        ["a@b", "a.b@c.d", '"x y"@b.c', "Bob Smith <a@b.c>", '"Smith, Bob" <a@b.c>', "a@[192.0.2.1]", "é@é.fr"],
        ["", "a@", "@a", "a b@c", "a@b..c", "a@b.c, d@e.f", "a@b\n"],
    ),
    is_uri: (
        [
            "/",
            "/a/b",
            "*",
            "http://a",
            "http://u:p@h:80/b?c%zz",
            "http://[::1]:80",
            "mailto:x",
            "http:///x",
            "//a",
            "a:",
        ],
        [
            "",
            "a/b",
            ":a",
            "1:2",
            "http://a b",
            "http://a/%zz",
            "http://a:x",
            "http://::1",
            "http://a%20b",
            "http://a#b",
            "/\n",
        ],
    ),
}


@pytest.mark.parametrize(("accepts", "text"), [(test, text) for test, (texts, _) in CASES.items() for text in texts])
def test_a_format_takes(accepts: Callable[[str], bool], text: str) -> None:
    assert accepts(text)


@pytest.mark.parametrize(("accepts", "text"), [(test, text) for test, (_, texts) in CASES.items() for text in texts])
def test_a_format_refuses(accepts: Callable[[str], bool], text: str) -> None:
    assert not accepts(text)


@given(st.ip_addresses(v=4))
def test_python_and_go_agree_on_ipv4_addresses(address: object) -> None:
    assert is_ipv4(str(address))
    assert is_cidr(f"{address}/32")
    assert not is_ipv6(str(address))


@given(st.ip_addresses(v=6))
def test_python_and_go_agree_on_ipv6_addresses(address: object) -> None:
    assert is_ipv6(str(address))
    assert is_cidr(f"{address}/128")


@given(st.emails())
def test_hypothesis_and_go_agree_on_email_addresses(address: str) -> None:
    assert is_email(address)
