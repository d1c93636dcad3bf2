"""Many Services at once: what is said of each is what is said of it alone."""

from preflight.cilium.announcing import AnnouncerFacts
from preflight.cilium.objects import LoadBalancer
from tests.preflight.cilium.announcers import FOUR, NODES, announced, announced_all, policy, refused, service

from hypothesis import given
from hypothesis import strategies as st

OTHER = "io.cilium/bgp-control-plane"
EXTERNAL = {"spec": {"externalIPs": ["198.51.100.7"]}}
SERVICES = st.builds(
    service,
    labels=st.sampled_from([{}, {"team": "a"}, {"team": "b"}]),
    traffic_policy=st.sampled_from(["Cluster", "Local"]),
    load_balancer_class=st.sampled_from([None, None, OTHER]),
    gateway=st.sampled_from([None, "edge"]),
    data=st.sampled_from([{}, EXTERNAL]),
)
POLICIES = st.lists(
    st.fixed_dictionaries(
        {"loadBalancerIPs": st.booleans(), "externalIPs": st.booleans()},
        optional={
            "interfaces": st.sampled_from([["^eth"], ["^wlan"]]),
            "serviceSelector": st.sampled_from(
                [
                    {"matchLabels": {"team": "a"}},
                    {"matchExpressions": [{"key": "team", "operator": "NotIn", "values": ["a"]}]},
                    {"matchExpressions": [{"key": "team", "operator": "In", "values": []}]},
                ]
            ),
        },
    ),
    max_size=3,
)
VERSIONS = st.sampled_from([(19, 6), (20, 1), (20, 2), (20, None)])


@given(POLICIES, st.lists(st.tuples(SERVICES, st.sampled_from([(), FOUR])), min_size=2, max_size=5), VERSIONS)
def test_a_service_among_others_is_announced_as_if_it_were_alone(
    specs: list[dict[str, object]],
    services: list[tuple[LoadBalancer, tuple[()]]],
    version: tuple[int, int | None],
) -> None:
    objects = [policy(f"p{at}", **spec) for at, spec in enumerate(specs)]
    facts = AnnouncerFacts(version=version)
    together = announced_all(*objects, services=services, nodes=NODES, facts=facts)
    for found, (one, addresses) in zip(together.services, services, strict=True):
        alone = announced(*objects, to=one, addresses=addresses, nodes=NODES, facts=facts)
        assert (found.announcers, refused(found)) == (alone.announcers, refused(alone))
