"""UDPRoutes: one for a listener, to ports for UDP."""

from constructs_lib import Gateway, Listener
from constructs_lib.references import ExistingService
from constructs_lib.routes.backends import UdpBackendRef
from constructs_lib.routes.udp_route import UdpRoute
from tests.conftest import Manifests, refusal

from cdk8s import Chart

GATEWAY = Gateway.from_existing(name="gateway", namespace="web", listeners=[Listener.udp("dns", port=53)])
DNS = GATEWAY.listener("dns")


def test_a_route_leads_to_the_udp_port_of_a_service(chart: Chart, manifests: Manifests) -> None:
    service = ExistingService("dns", ports=[8080], udp_ports=[53])
    UdpRoute(chart, "a", namespace="web", parent_refs=[DNS], backend_refs=[UdpBackendRef(service)])
    (manifest,) = manifests()
    assert manifest["spec"]["rules"][0]["backendRefs"][0]["port"] == 53


def test_a_second_route_of_a_listener_is_refused(chart: Chart) -> None:
    backends = [UdpBackendRef("dns", port=53)]
    UdpRoute(chart, "a", namespace="web", parent_refs=[DNS], backend_refs=backends)
    assert refusal(lambda: UdpRoute(chart, "b", namespace="web", parent_refs=[DNS], backend_refs=backends)) == (
        "UDPRoute web/b: parent_refs: 'listener dns of Gateway web/gateway' serves everything for UDPRoute web/a: the "
        "Gateway would use the older of the two routes only. Allowed: one UDPRoute for a listener. Fix: write the "
        "backends of both in one route, or attach this one to another listener."
    )
