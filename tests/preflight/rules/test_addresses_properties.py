"""What rules say of addresses, against the allocator and the announcers: nobody is left without a word."""

from preflight.addressing import Addressing, addressing, predicted
from preflight.admission.judge import admission
from preflight.cluster import ClusterFacts
from preflight.rules.judge import judge
from preflight.snapshot import Manifest, Snapshot
from tests.preflight.rules.addressed import LAN, asking, gateway, policy, pool, selecting, service, sharing

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

EDGE = "pool: edge"
UNADDRESSED = {"GH307", "GH500", "GH501", "GH510", "GH511", "GH513", "GH516"}
UNANNOUNCED = {"GH518", "GH520", "GH522"}
BLOCKS = ("[{cidr: 192.0.2.8/31}]", "[{start: 192.0.2.9}]", "[{stop: 192.0.2.9}]", "[{cidr: '2001:db8::/126'}]")
FIELDS = ("", selecting(EDGE), "disabled: true", "allowFirstLastIPs: 'No'")
POLICIES = (LAN, f"{LAN}, {selecting(EDGE)}", "externalIPs: true", "interfaces: [^eth0$]")
STATUSES = ("", "loadBalancer: {ingress: [{ip: 192.0.2.9}]}")
ANNOTATIONS = ("", asking("192.0.2.9"), f"{asking('192.0.2.9')}, {sharing('key')}", sharing("key"))
CLASSES = ("", "loadBalancerClass: io.cilium/l2-announcer", "loadBalancerClass: io.cilium/bgp-control-plane")

pools = st.builds(pool, st.sampled_from("xy"), st.sampled_from(BLOCKS), st.sampled_from(FIELDS))
services = st.builds(
    service,
    st.sampled_from("abc"),
    labels=st.sampled_from(("", EDGE)),
    annotations=st.sampled_from(ANNOTATIONS),
    more=st.sampled_from(CLASSES),
    status=st.sampled_from(STATUSES),
)
gateways = st.builds(
    gateway,
    labels=st.sampled_from(("", EDGE)),
    infrastructure=st.sampled_from(("", f"labels: {{{EDGE}}}")),
    addresses=st.sampled_from(("", "192.0.2.9")),
)
policies = st.builds(policy, st.sampled_from("lm"), st.sampled_from(POLICIES))
worlds = st.lists(st.one_of(pools, services, gateways, policies), max_size=6)


def known(documents: list[str]) -> tuple[Addressing, set[str]]:
    """Return what becomes of the last document of each name, and the codes of what is found."""
    manifests = [Manifest(data=yaml.safe_load(text)) for text in documents]
    last = {manifest.key: manifest for manifest in manifests}
    judged, facts = admission(Snapshot(tuple(last.values())), ClusterFacts()), ClusterFacts()
    prediction, _, allocation = predicted(judged.snapshot, facts)
    assert prediction is not None
    found = {finding.code for finding in judge(judged, facts).findings}
    return addressing(judged.snapshot, facts, prediction, allocation), found


@given(worlds)
@settings(max_examples=150, deadline=None)
def test_a_service_that_gets_no_address_is_found(documents: list[str]) -> None:
    """Oracle: the allocator, which says for each Service what it can get."""
    found, codes = known(documents)
    lacking = [
        each
        for each in found.allocation.services
        if each.unhandled is None and not any(outcome.ranges for outcome in each.outcomes)
    ]
    assert bool(lacking) <= bool(codes & UNADDRESSED)
    assert "GH001" not in codes


@given(worlds)
@settings(max_examples=150, deadline=None)
def test_a_service_that_nobody_announces_is_found_where_there_are_announcers(documents: list[str]) -> None:
    """Oracle: the announcers, which say of each address who announces it."""
    found, codes = known(documents)
    silent = [each for each in found.announcements.services if each.unannounced]
    if found.objects.policies:
        assert bool(silent) <= bool(codes & UNANNOUNCED)
