"""Networks as Kubernetes and Cilium take them."""

from typing import Any

from constructs_lib.networks import network
from tests.conftest import refusal

import pytest

NETWORK = "Allowed: a network address, '/' and a prefix length, such as '192.0.2.0/24' or '2001:db8::/64'."


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("192.0.2.1", f"'192.0.2.1' is not a network. {NETWORK} Fix: write '/32' or '/128' after a single address."),
        ("192.0.2.0/255.255.255.0", f"'192.0.2.0/255.255.255.0' is not a network. {NETWORK} Fix: correct it."),
        ("192.0.2.1/24", f"'192.0.2.1/24' has host bits set. {NETWORK} Fix: write '192.0.2.0/24'."),
        ("2001:db8::%1/64", f"'2001:db8::%1/64' is not a network. {NETWORK} Fix: correct it."),
        ("192.0.2.0/024", f"'192.0.2.0/024' is not a network. {NETWORK} Fix: correct it."),
        ("", f"'' is not a network. {NETWORK} Fix: write '/32' or '/128' after a single address."),
        (5, "5 is of type int. Allowed: str. Fix: write it as text, in quotes."),
    ],
)
def test_what_is_no_network_is_refused(value: Any, expected: str) -> None:
    assert refusal(lambda: network("here", value)) == f"here: {expected}"


@pytest.mark.parametrize("value", ["192.0.2.0/24", "192.0.2.1/32", "0.0.0.0/0", "2001:db8::/64", "2001:DB8::/64"])
def test_a_network_is_taken(value: str) -> None:
    assert str(network("here", value)) == value.lower()
