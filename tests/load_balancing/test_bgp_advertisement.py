"""What BGP peers are told of, and the refusals of an advertisement."""

from typing import Any

from constructs_lib import LabelSelector
from constructs_lib.load_balancing.bgp_advertisement import (
    BgpAdvertisement,
    BgpInterfaceAdvertisement,
    BgpPodCidrAdvertisement,
    BgpPodIpPoolAdvertisement,
    BgpServiceAdvertisement,
)
from constructs_lib.load_balancing.bgp_communities import BgpCommunities
from tests.conftest import refusal

import pytest

WEB = LabelSelector(match_labels={"app": "web"})


def test_services_are_advertised_by_their_load_balancer_addresses() -> None:
    assert BgpServiceAdvertisement("a", service_selector=WEB).spec() == {
        "advertisementType": "Service",
        "attributes": None,
        "selector": WEB.spec(),
        "service": {"addresses": ["LoadBalancerIP"], "aggregationLengthIPv4": None, "aggregationLengthIPv6": None},
    }


def test_an_advertisement_writes_what_is_said() -> None:
    advertisement = BgpServiceAdvertisement(
        "a",
        service_selector=LabelSelector(),
        addresses=["ClusterIP", "ExternalIP"],
        aggregation_length_ipv4=0,
        aggregation_length_ipv6=127,
        communities=BgpCommunities(well_known=["no-export"]),
        local_preference=0,
    )
    assert advertisement.spec() == {
        "advertisementType": "Service",
        "attributes": {
            "communities": {"standard": None, "wellKnown": ["no-export"], "large": None},
            "localPreference": 0,
        },
        "selector": LabelSelector().spec(),
        "service": {"addresses": ["ClusterIP", "ExternalIP"], "aggregationLengthIPv4": 0, "aggregationLengthIPv6": 127},
    }


def test_the_other_kinds_have_what_the_crd_wants_of_them() -> None:
    """Oracle: the rules of the CRD: `service` and `interface` with their types only, no `selector` with PodCIDR."""
    assert BgpPodCidrAdvertisement("a").spec() == {"advertisementType": "PodCIDR", "attributes": None}
    assert BgpPodIpPoolAdvertisement("a", selector=WEB).spec() == {
        "advertisementType": "CiliumPodIPPool",
        "attributes": None,
        "selector": WEB.spec(),
    }
    assert BgpInterfaceAdvertisement("a", interface="lo").spec() == {
        "advertisementType": "Interface",
        "attributes": None,
        "interface": {"name": "lo"},
    }


SERVICES = "BgpServiceAdvertisement a"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"name": "A_b"},
            (
                "BgpServiceAdvertisement.name: 'A_b' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a "
                "letter or digit at both ends. Fix: write 'a-b'."
            ),
        ),
        (
            {"service_selector": None},
            (
                f"{SERVICES}: service_selector: None is of type NoneType. Allowed: one LabelSelector, "
                "LoadBalancerIpPool or Gateway. Fix: write LabelSelector(...)."
            ),
        ),
        (
            {"addresses": []},
            (
                f"{SERVICES}: addresses: [] advertises nothing. Allowed: one kind of address or more. Fix: write "
                "['LoadBalancerIP'], or leave it out."
            ),
        ),
        (
            {"addresses": "LoadBalancerIP"},
            (
                f"{SERVICES}: addresses: 'LoadBalancerIP' is of type str. Allowed: a list of str. Fix: put it in a "
                "list: [...]."
            ),
        ),
        (
            {"addresses": ["LoadBalancerIP", "ExternalIPs"]},
            (
                f"{SERVICES}: addresses[1]: 'ExternalIPs' is not a value of this field. Allowed: 'LoadBalancerIP', "
                "'ClusterIP', 'ExternalIP'. Fix: write one of them."
            ),
        ),
        (
            {"addresses": ["ClusterIP", "ClusterIP"]},
            (f"{SERVICES}: addresses: 'ClusterIP' is there twice. Allowed: each once. Fix: leave one out."),
        ),
        (
            {"aggregation_length_ipv4": 32},
            (
                f"{SERVICES}: aggregation_length_ipv4: 32 is not in range. Allowed: a whole number from 0 to 31. "
                "Fix: write a number in that range."
            ),
        ),
        (
            {"aggregation_length_ipv6": 128},
            (
                f"{SERVICES}: aggregation_length_ipv6: 128 is not in range. Allowed: a whole number from 0 to 127. "
                "Fix: write a number in that range."
            ),
        ),
        (
            {"communities": ["no-export"]},
            (
                f"{SERVICES}: communities: ['no-export'] is of type list. Allowed: BgpCommunities. "
                "Fix: write BgpCommunities(...)."
            ),
        ),
        (
            {"local_preference": -1},
            (
                f"{SERVICES}: local_preference: -1 is not in range. Allowed: a whole number from 0 to 4294967295. "
                "Fix: write a number in that range."
            ),
        ),
    ],
)
def test_an_advertisement_that_is_wrong_is_refused(arguments: dict[str, Any], expected: str) -> None:
    given: dict[str, Any] = {"name": "a", "service_selector": WEB} | arguments
    assert refusal(lambda: BgpServiceAdvertisement(**given)) == expected


def test_an_advertisement_is_of_a_kind() -> None:
    assert refusal(lambda: BgpAdvertisement("a")) == (
        "BgpAdvertisement: 'a' is an advertisement of nothing. Allowed: BgpServiceAdvertisement, "
        "BgpPodCidrAdvertisement, BgpPodIpPoolAdvertisement or BgpInterfaceAdvertisement. Fix: write "
        "BgpServiceAdvertisement(...)."
    )


def test_pod_ip_pools_are_selected_by_labels() -> None:
    selector: Any = {"app": "web"}
    assert refusal(lambda: BgpPodIpPoolAdvertisement("a", selector=selector)) == (
        "BgpPodIpPoolAdvertisement a: selector: {'app': 'web'} is of type dict. Allowed: LabelSelector. "
        "Fix: write LabelSelector(...)."
    )


@pytest.mark.parametrize("interface", ["", "a" * 16])
def test_a_name_that_no_interface_has_is_refused(interface: str) -> None:
    assert refusal(lambda: BgpInterfaceAdvertisement("a", interface=interface)) == (
        f"BgpInterfaceAdvertisement a: interface: {interface!r} has the wrong length. Allowed: 1 to 15 characters. "
        "Fix: shorten or fill it."
    )


@pytest.mark.parametrize(
    ("kind", "arguments"),
    [
        (BgpPodCidrAdvertisement, {}),
        (BgpPodIpPoolAdvertisement, {"selector": WEB}),
        (BgpInterfaceAdvertisement, {"interface": "lo"}),
    ],
)
def test_every_kind_checks_its_name_and_attributes(kind: type[BgpAdvertisement], arguments: dict[str, Any]) -> None:
    assert refusal(lambda: kind("a.b", **arguments)).startswith(f"{kind.__name__}.name: 'a.b' is not a DNS label. ")
    said = refusal(lambda: kind("a", local_preference=2**32, **arguments))
    assert said.startswith(f"{kind.__name__} a: local_preference: 4294967296 is not in range. ")
    written = kind("a", local_preference=2**32 - 1, **arguments).spec()["attributes"]
    assert written == {"communities": None, "localPreference": 4294967295}
