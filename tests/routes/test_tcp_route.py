"""TCPRoutes: one for a listener."""

from constructs_lib import Gateway, Listener
from constructs_lib.routes.backends import BackendRef
from constructs_lib.routes.tcp_route import TcpRoute
from tests.conftest import Manifests, refusal

from cdk8s import Chart

LISTENERS = [Listener.tcp("postgres", port=5432), Listener.tcp("mysql", port=3306), Listener.udp("dns", port=5432)]
GATEWAY = Gateway.from_existing(name="gateway", namespace="web", listeners=LISTENERS)
DB = BackendRef("db", port=5432)


def test_a_route_is_for_several_listeners_and_each_has_one(chart: Chart, manifests: Manifests) -> None:
    parents = [GATEWAY.listener("postgres"), GATEWAY.listener("mysql")]
    TcpRoute(chart, "a", namespace="web", parent_refs=parents, backend_refs=[DB])
    assert refusal(lambda: TcpRoute(chart, "b", namespace="web", parent_refs=[parents[1]], backend_refs=[DB])) == (
        "TCPRoute web/b: parent_refs: 'listener mysql of Gateway web/gateway' serves everything for TCPRoute web/a: "
        "the Gateway would use the older of the two routes only. Allowed: one TCPRoute for a listener. Fix: write the "
        "backends of both in one route, or attach this one to another listener."
    )
    (manifest,) = manifests()
    assert [parent["sectionName"] for parent in manifest["spec"]["parentRefs"]] == ["postgres", "mysql"]


def test_a_udp_listener_is_refused(chart: Chart) -> None:
    assert refusal(
        lambda: TcpRoute(chart, "a", namespace="web", parent_refs=[GATEWAY.listener("dns")], backend_refs=[DB])
    ) == (
        "TCPRoute web/a: parent_refs: 'listener dns of Gateway web/gateway' is for UDP and takes no TCPRoute. Allowed: "
        "routes of kind UDPRoute. Fix: attach the route to a listener for its protocol."
    )
