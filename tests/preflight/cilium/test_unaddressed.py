"""Why a Service gets no address, and what to change."""

from preflight.cilium.unaddressed import remedy, why_unaddressed
from tests.preflight.addressed import POOL, SERVICE, addressed

import pytest

SELECTING = POOL.replace("{blocks", "{serviceSelector: {matchLabels: {team: other}}, blocks")
DISABLED = POOL.replace("{blocks", "{disabled: true, blocks")
ASK = SERVICE.replace("name: dns,", "name: dns, annotations: {lbipam.cilium.io/ips: 192.0.2.1},")
FULL = POOL.replace("192.0.2.4", "192.0.2.1")
HAVING = ASK.replace("name: dns", "name: first") + "status: {loadBalancer: {ingress: [{ip: 192.0.2.1}]}}\n"
ADD = "Add a pool that selects its Service and has an address for it, or change one of these."
ANOTHER = "Ask for another address, or for none."
SHARING = "annotations: {lbipam.cilium.io/sharing-key: a, "


def told(*documents: str) -> tuple[str, str]:
    """Return why the Service web/dns gets no address, and what to change."""
    found = addressed(*documents).allocation
    states = [use.state for use in found.pools]
    (service,) = [each for each in found.services if each.service.name == "dns"]
    return why_unaddressed(service, states), remedy(service)


def named(pool: str, name: str) -> str:
    return pool.replace("name: common", f"name: {name}").replace("192.0.2.", f"198.51.{ord(name[0])}.")


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        ((POOL, SERVICE), ("", "")),
        ((DISABLED, SERVICE), ("no pool gives it one. Pool 'common': It is disabled.", ADD)),
        (
            (DISABLED, named(SELECTING, "a"), SERVICE),
            (
                (
                    "no pool gives it one. Pool 'a': Its serviceSelector does not select the labels of the Service. "
                    "Pool 'common': It is disabled."
                ),
                ADD,
            ),
        ),
        (
            (DISABLED, *(named(DISABLED, name) for name in "abc"), SERVICE),
            (
                (
                    "no pool gives it one. Pool 'a': It is disabled. Pool 'b': It is disabled. 2 other pools do not "
                    "either."
                ),
                ADD,
            ),
        ),
        (
            (*(named(DISABLED, name) for name in "abc"), SERVICE),
            (
                (
                    "no pool gives it one. Pool 'a': It is disabled. Pool 'b': It is disabled. 1 other pool does not "
                    "either."
                ),
                ADD,
            ),
        ),
        (
            (SELECTING, ASK),
            (
                "the pool with the address that it asks for does not select it",
                "Ask for an address of a pool that selects its Service, or for none.",
            ),
        ),
        (
            (POOL, ASK, HAVING),
            ("the address that it asks for is reserved, or another Service has it", ANOTHER),
        ),
        (
            (POOL, ASK.replace("annotations: {", SHARING), HAVING),
            ("another Service has the address that it asks for, and the two may not share it", ANOTHER),
        ),
        (
            (FULL, SERVICE, HAVING),
            ("all pools that select it are full", "Add a block to a pool that selects its Service."),
        ),
    ],
)
def test_why_a_service_gets_no_address(documents: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert told(*documents) == expected


def test_a_service_that_may_get_one_is_told_of_what_may_be_in_its_way() -> None:
    found = addressed(POOL, named(SELECTING, "other").replace("198.51.111.", "192.0.2."), SERVICE).allocation
    (service,) = found.services
    assert why_unaddressed(service, [use.state for use in found.pools]) == "no pool gives it one"
