"""Pools of addresses, and the refusals of a pool."""

from typing import Any

from constructs_lib import LabelSelector, LoadBalancerIpPool
from constructs_lib.ip_block import IpBlock
from tests.conftest import Manifests, refusal

import pytest
from cdk8s import Chart

WAVE = {"argocd.argoproj.io/sync-wave": "-2"}
A, B = IpBlock.cidr("192.0.2.0/28"), IpBlock.range("192.0.2.16", "192.0.2.20")


def test_a_pool_writes_its_blocks_and_every_default(chart: Chart, manifests: Manifests) -> None:
    LoadBalancerIpPool(chart, "a", blocks=[A, B, IpBlock.address("2001:db8::1"), IpBlock.cidr("2001:db8::10/124")])
    assert manifests() == [
        {
            "apiVersion": "cilium.io/v2",
            "kind": "CiliumLoadBalancerIPPool",
            "metadata": {"annotations": WAVE, "name": "a"},
            "spec": {
                "allowFirstLastIPs": "Yes",
                "blocks": [
                    {"cidr": "192.0.2.0/28"},
                    {"start": "192.0.2.16", "stop": "192.0.2.20"},
                    {"start": "2001:db8::1", "stop": "2001:db8::1"},
                    {"cidr": "2001:db8::10/124"},
                ],
                "disabled": False,
            },
        }
    ]


def test_a_pool_writes_what_is_said(chart: Chart, manifests: Manifests) -> None:
    LoadBalancerIpPool(
        chart,
        "id",
        name="a",
        blocks=(A,),
        service_selector=LabelSelector(match_labels={"app": "web"}),
        allow_first_last_ips=False,
        disabled=True,
    )
    (manifest,) = manifests()
    assert manifest["metadata"] == {"annotations": WAVE, "name": "a"}
    assert manifest["spec"] == {
        "allowFirstLastIPs": "No",
        "blocks": [{"cidr": "192.0.2.0/28"}],
        "disabled": True,
        "serviceSelector": {"matchLabels": {"app": "web"}},
    }


POOL = "CiliumLoadBalancerIPPool a"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"blocks": []},
            f"{POOL}: blocks: [] has no address to give. Allowed: one block or more. Fix: write [IpBlock.cidr(...)].",
        ),
        (
            {"blocks": A},
            f"{POOL}: blocks: {A!r} is of type IpBlock. Allowed: a list of IpBlock. Fix: put it in a list: [...].",
        ),
        (
            {"blocks": [{"cidr": "192.0.2.0/28"}]},
            (
                f"{POOL}: blocks[0]: {{'cidr': '192.0.2.0/28'}} is of type dict. Allowed: IpBlock. "
                "Fix: write IpBlock.cidr(...)."
            ),
        ),
        (
            {"blocks": [A, "192.0.2.16/28"]},
            f"{POOL}: blocks[1]: '192.0.2.16/28' is of type str. Allowed: IpBlock. Fix: write IpBlock.cidr(...).",
        ),
        (
            {"blocks": [A], "service_selector": {"matchLabels": {"app": "web"}}},
            (
                f"{POOL}: service_selector: {{'matchLabels': {{'app': 'web'}}}} is of type dict. "
                "Allowed: LabelSelector. Fix: write LabelSelector(...)."
            ),
        ),
        (
            {"blocks": [A], "allow_first_last_ips": "No"},
            f"{POOL}: allow_first_last_ips: 'No' is of type str. Allowed: bool. Fix: write True or False.",
        ),
        (
            {"blocks": [A], "disabled": 1},
            f"{POOL}: disabled: 1 is of type int. Allowed: bool. Fix: write True or False.",
        ),
        (
            {"blocks": [A], "name": "A_b"},
            (
                "CiliumLoadBalancerIPPool.metadata.name: 'A_b' is not a name that Kubernetes accepts. Allowed: "
                "1 to 253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends and around each '.'. "
                "Fix: write 'a-b'."
            ),
        ),
        (
            {"blocks": [A] * 1001},
            f"{POOL}: blocks: '1001 items' are too many. Allowed: at most 1000. Fix: split it into several objects.",
        ),
    ],
)
def test_arguments_that_make_no_pool_are_refused(chart: Chart, arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: LoadBalancerIpPool(chart, "a", **arguments)) == expected


OVERLAP = (
    "Allowed: each address in one block of one pool. Fix: make the blocks disjoint: Cilium stops a pool whose "
    "addresses are in another one too."
)

overlapping = pytest.mark.parametrize(
    ("one", "other", "texts"),
    [
        (A, A, ("192.0.2.0/28", "192.0.2.0/28")),
        (A, IpBlock.cidr("192.0.2.8/29"), ("192.0.2.0/28", "192.0.2.8/29")),
        (IpBlock.cidr("192.0.2.8/29"), A, ("192.0.2.8/29", "192.0.2.0/28")),
        (A, IpBlock.range("192.0.2.15", "192.0.2.20"), ("192.0.2.0/28", "192.0.2.15 to 192.0.2.20")),
        (B, IpBlock.address("192.0.2.20"), ("192.0.2.16 to 192.0.2.20", "192.0.2.20")),
        (
            IpBlock.cidr("2001:db8::/120"),
            IpBlock.address("2001:db8::ff"),
            ("2001:db8::/120", "2001:db8::ff"),
        ),
    ],
)


@overlapping
def test_blocks_that_overlap_in_a_pool_are_refused(
    chart: Chart, one: IpBlock, other: IpBlock, texts: tuple[str, str]
) -> None:
    free = IpBlock.cidr("198.51.100.0/28")
    assert refusal(lambda: LoadBalancerIpPool(chart, "a", blocks=[free, one, other])) == (
        f"{POOL}: blocks: {texts[1]!r} overlaps {texts[0]!r} of {POOL}. {OVERLAP}"
    )


@overlapping
def test_blocks_that_overlap_in_two_pools_of_the_app_are_refused(
    app: Any, chart: Chart, one: IpBlock, other: IpBlock, texts: tuple[str, str]
) -> None:
    LoadBalancerIpPool(chart, "b", blocks=[one])
    expected = f"{POOL}: blocks: {texts[1]!r} overlaps {texts[0]!r} of CiliumLoadBalancerIPPool b. {OVERLAP}"
    assert refusal(lambda: LoadBalancerIpPool(Chart(app, "other"), "a", blocks=[other])) == expected


@pytest.mark.parametrize(
    "arguments",
    [
        {"disabled": True},
        {"service_selector": LabelSelector(match_labels={"app": "other"})},
        {"allow_first_last_ips": False},
    ],
)
def test_blocks_overlap_also_where_a_pool_is_disabled_or_has_another_selector(
    chart: Chart, arguments: dict[str, Any]
) -> None:
    LoadBalancerIpPool(chart, "b", blocks=[A], service_selector=LabelSelector(match_labels={"app": "web"}))
    expected = f"{POOL}: blocks: '192.0.2.0/28' overlaps '192.0.2.0/28' of CiliumLoadBalancerIPPool b. {OVERLAP}"
    assert refusal(lambda: LoadBalancerIpPool(chart, "a", blocks=[A], **arguments)) == expected
    LoadBalancerIpPool(chart, "c", blocks=[B], **arguments)
    assert refusal(lambda: LoadBalancerIpPool(chart, "a", blocks=[B])).startswith(f"{POOL}: blocks: ")


def test_pools_with_blocks_beside_each_other_are_pools(chart: Chart, manifests: Manifests) -> None:
    LoadBalancerIpPool(chart, "a", blocks=[A, IpBlock.cidr("2001:db8::/120")])
    LoadBalancerIpPool(chart, "b", blocks=[B, IpBlock.address("192.0.2.21"), IpBlock.address("2001:db8::100")])
    assert [len(manifest["spec"]["blocks"]) for manifest in manifests()] == [2, 3]


def test_a_pool_says_the_families_of_its_addresses_and_its_services(chart: Chart) -> None:
    web = LabelSelector(match_labels={"app": "web"})
    one, other = (
        LoadBalancerIpPool(chart, "a", blocks=[A]),
        LoadBalancerIpPool(chart, "b", blocks=[B, IpBlock.address("2001:db8::1")], service_selector=web),
    )
    assert (one.families, one.service_selector) == (frozenset(["ipv4"]), LabelSelector())
    assert (other.families, other.service_selector) == (frozenset(["ipv4", "ipv6"]), web)
