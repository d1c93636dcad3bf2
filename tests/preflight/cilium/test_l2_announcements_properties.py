"""Many Services at once: what is said of each is what is said of it alone."""

from itertools import product
from random import Random

from preflight.cilium.announcing import AnnouncerFacts
from tests.preflight.cilium.announcers import FOUR, NODES, announced, announced_all, policy, refused, service

from hypothesis import given, settings
from hypothesis import strategies as st

OTHER = "io.cilium/bgp-control-plane"
EXTERNAL = {"spec": {"externalIPs": ["198.51.100.7"]}}
SERVICES = [
    (service(labels=labels, traffic_policy=local, load_balancer_class=class_, gateway=gateway, data=data), addresses)
    for labels, local, class_, gateway, data, addresses in product(
        [{"team": "a"}, {"team": "b"}], ["Cluster", "Local"], [None, OTHER], [None, "edge"], [{}, EXTERNAL], [(), FOUR]
    )
]
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


@settings(max_examples=30, deadline=None)
@given(POLICIES, VERSIONS, st.randoms())
def test_a_service_among_others_is_announced_as_if_it_were_alone(
    specs: list[dict[str, object]], version: tuple[int, int | None], random: Random
) -> None:
    services = random.sample(SERVICES, len(SERVICES))
    objects = [policy(f"p{at}", **spec) for at, spec in enumerate(specs)]
    facts = AnnouncerFacts(version=version)
    together = announced_all(*objects, services=services, nodes=NODES, facts=facts)
    for found, (one, addresses) in zip(together.services, services, strict=True):
        alone = announced(*objects, to=one, addresses=addresses, nodes=NODES, facts=facts)
        assert (found.announcers, refused(found)) == (alone.announcers, refused(alone))
