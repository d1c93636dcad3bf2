"""All that rules have to say of announcers, as data."""

from collections.abc import Sequence

from preflight.cilium.announcement_problems import announcement_problems
from preflight.cilium.announcements import Announcements, AnnouncerObjects
from preflight.cilium.announcing import AnnouncerFacts
from preflight.cilium.bgp_problems import bgp_problems
from preflight.cilium.bgp_sessions import Secrets
from preflight.cilium.l2_problems import l2_problems
from preflight.cilium.override_problems import override_problems
from preflight.cilium.problems import Seen
from preflight.cluster import Node


def announcer_problems(
    found: Announcements, objects: AnnouncerObjects, *, nodes: Sequence[Node], facts: AnnouncerFacts, secrets: Secrets
) -> list[Seen]:
    """Return what is wrong with policies, then with the objects of BGP, then with the announcement of each Service."""
    configs = found.announcers.configs
    return [
        *l2_problems(found.announcers.policies, found.services, nodes),
        *bgp_problems(objects.bgp, configs, found.services, nodes=nodes, secrets=secrets, facts=facts),
        *override_problems(objects.bgp, configs, nodes),
        *(seen for announcement in found.services for seen in announcement_problems(announcement, facts)),
    ]
