"""Addresses as tables have them."""

from preflight.cilium.situation import Outcome, Reason
from preflight.ip_ranges import Range
from preflight.report.address_texts import address_text, outcome_text
from tests.preflight.addressed import GATEWAY, POOL, SERVICE, addressed

import pytest

FULL = frozenset({Reason.OUT_OF_IPS})
ONE, FOUR, OTHER, SIX = Range(4, 1, 1), Range(4, 1, 4), Range(4, 9, 9), Range(6, 0, 2**80 - 1)


@pytest.mark.parametrize(
    ("ranges", "reasons", "text"),
    [
        ((), FULL, "none"),
        ((ONE,), frozenset(), "0.0.0.1"),
        ((ONE,), FULL, "0.0.0.1 or none"),
        ((FOUR,), frozenset(), "one of 4: 0.0.0.1-0.0.0.4"),
        ((FOUR, OTHER), FULL, "one of 5: 0.0.0.1-0.0.0.4 or 0.0.0.9 or none"),
        ((SIX,), frozenset(), "one of 1208925819614629174706176: ::-::ffff:ffff:ffff:ffff:ffff"),
        (
            (ONE, *(Range(4, number, number) for number in (3, 5, 7, 9))),
            frozenset(),
            "one of 5: 0.0.0.1, 0.0.0.3, 0.0.0.5 or 2 others",
        ),
    ],
)
def test_what_can_come_of_one_address(ranges: tuple[Range, ...], reasons: frozenset[Reason], text: str) -> None:
    assert outcome_text(Outcome(wanted=4, ranges=ranges, reasons=reasons)) == text


def test_what_a_service_gets() -> None:
    one, other = addressed(POOL, GATEWAY, SERVICE).allocation.services
    assert address_text(one) == address_text(other) == "one of 2: 192.0.2.1-192.0.2.2"


def test_what_others_gave_it() -> None:
    text = SERVICE.replace("type: LoadBalancer,", "type: LoadBalancer, loadBalancerClass: example.com/other,")
    (found,) = addressed(POOL, text + "status: {loadBalancer: {ingress: [{ip: 203.0.113.1}]}}\n").allocation.services
    assert address_text(found) == "203.0.113.1"


def test_nothing_is_an_empty_text() -> None:
    (found,) = addressed(SERVICE).allocation.services
    assert address_text(found) == ""
