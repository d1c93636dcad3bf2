"""Addresses that a Service asks for by annotation."""

from preflight.address_requests import IPS, annotation, requested, with_static_addresses

import pytest


@pytest.mark.parametrize(
    ("text", "addresses", "dropped"),
    [
        ("", [], []),
        ("10.0.0.1", ["10.0.0.1"], []),
        (" 10.0.0.1 ,fd00::1 ", ["10.0.0.1", "fd00::1"], []),
        ("192.168.200.241/32", [], ["192.168.200.241/32"]),
        ("10.0.0.1-10.0.0.5,lb.example.com,10.0.0.9", ["10.0.0.9"], ["10.0.0.1-10.0.0.5", "lb.example.com"]),
        ("10.0.0.1,", ["10.0.0.1"], [""]),
    ],
)
def test_only_bare_addresses_count(text: str, addresses: list[str], dropped: list[str]) -> None:
    found = requested(text)
    assert [str(each) for each in found.addresses] == addresses
    assert list(found.dropped) == dropped


@pytest.mark.parametrize(
    ("annotations", "value"),
    [
        ({}, ""),
        ({"io.cilium/lb-ipam-ips": "10.0.0.1"}, "10.0.0.1"),
        ({"io.cilium/lb-ipam-ips": "10.0.0.1", "lbipam.cilium.io/ips": "10.0.0.2"}, "10.0.0.2"),
        ({"io.cilium/lb-ipam-ips": "10.0.0.1", "lbipam.cilium.io/ips": ""}, ""),
    ],
)
def test_the_alias_counts_only_where_the_annotation_is_not_there(annotations: dict[str, str], value: str) -> None:
    assert annotation(annotations, IPS) == value


@pytest.mark.parametrize(
    ("values", "annotations", "expected"),
    [
        ([], {"a": "b"}, {"a": "b"}),
        (["10.0.0.1", "10.0.0.2"], {"a": "b"}, {"a": "b", "io.cilium/lb-ipam-ips": "10.0.0.1,10.0.0.2"}),
        (["10.0.0.1"], {"io.cilium/lb-ipam-ips": "10.0.0.9"}, {"io.cilium/lb-ipam-ips": "10.0.0.9"}),
    ],
)
def test_static_addresses_of_a_gateway_become_the_alias(
    values: list[str], annotations: dict[str, str], expected: dict[str, str]
) -> None:
    assert with_static_addresses(values, annotations) == expected
