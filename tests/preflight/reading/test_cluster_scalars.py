"""Scalars of the cluster file: what each reader takes."""

import ipaddress
from typing import Any

from preflight.finding import UnreadableError
from preflight.names import is_name
from preflight.reading.cluster_scalars import INTERFACE, address_range, boolean, network, switch
from preflight.reading.fields import Value
from preflight.snapshot import Manifest

import pytest
from hypothesis import given
from hypothesis import strategies as st


def value(data: Any) -> Value:
    return Value(Manifest(data={}), (), data)


@pytest.mark.parametrize("name", ["eth0", "bond0.100", "enp3s0f1", "br-0a1b2c3d4e5f", "eth+", "wlp2s0@x", "..."])
def test_what_linux_takes_as_the_name_of_an_interface(name: str) -> None:
    assert is_name(name, INTERFACE)


@pytest.mark.parametrize("name", [".", "..", "a/b", "eth0:1", "a b", "", "a" * 16, "a\n", "é"])
def test_what_is_no_name_of_an_interface(name: str) -> None:
    assert not is_name(name, INTERFACE)


def test_a_switch_may_be_in_quotes_and_a_boolean_may_not() -> None:
    assert [switch(value(each)) for each in (True, False, "true", "false")] == [True, False, True, False]
    with pytest.raises(UnreadableError):
        boolean(value("true"))


@pytest.mark.parametrize("written", [0, 1, None, "yes", "True", [], "on"])
def test_what_is_neither_true_nor_false_is_refused(written: object) -> None:
    with pytest.raises(UnreadableError):
        switch(value(written))


@given(st.ip_addresses(), st.ip_addresses())
def test_a_range_is_what_its_text_says(first: Any, last: Any) -> None:
    """Oracle: ipaddress."""
    if first.version == last.version and first <= last:
        found = address_range(value(f"{first}-{last}"))
        assert (found.version, found.first, found.last) == (first.version, int(first), int(last))
    else:
        with pytest.raises(UnreadableError):
            address_range(value(f"{first} - {last}"))


@given(st.ip_addresses(), st.integers(0, 128))
def test_a_network_has_no_bits_behind_its_prefix(address: Any, length: int) -> None:
    """Oracle: ipaddress, strictly."""
    text = f"{address}/{length}"
    try:
        expected = str(ipaddress.ip_network(text))
    except ValueError:
        with pytest.raises(UnreadableError):
            network(value(text))
    else:
        assert network(value(text)) == expected
