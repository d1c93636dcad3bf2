"""Which listeners of Cilium are apart."""

from preflight.gateway_api.hostnames import intersection
from preflight.gateway_api.listening import GatewayListeners
from preflight.gateway_api.objects import AllowedNamespaces, Listener
from preflight.gateway_api.prediction import ListenerKey, ListenerStatus
from preflight.gateway_api.semantics import CILIUM_1_20, SEMANTICS
from tests.preflight.gateway_api.states import WEB

from hypothesis import given
from hypothesis import strategies as st

HOSTNAMES = st.sampled_from(["", "a.test", "b.test", "*.test", "*.b.test", "x.b.test"])


def served(name: str, protocol: str, port: int, hostname: str) -> ListenerStatus:
    """A listener that is served, without routes."""
    listener = Listener(
        name=name,
        port=port,
        protocol=protocol,
        hostname=hostname,
        tls_mode=None,
        certificates=(),
        kinds=(),
        namespaces=AllowedNamespaces(from_="All", selector=None),
        path=(),
    )
    return ListenerStatus(
        key=ListenerKey("Gateway", WEB, name),
        gateway=WEB,
        listener=listener,
        conditions=(),
        supported_kinds=(),
        served=True,
        attached=(),
    )


@given(st.lists(HOSTNAMES, max_size=3), st.lists(HOSTNAMES, max_size=3))
def test_https_is_apart_where_one_of_its_names_is_passed_through_too(secure: list[str], passed: list[str]) -> None:
    """Oracle: comparing all pairs."""
    listeners = [served(f"s{number}", "HTTPS", 443, each) for number, each in enumerate(secure)]
    listeners += [served(f"p{number}", "TLS", 8443, each) for number, each in enumerate(passed)]
    meets = any(intersection(one, other) is not None for one in secure for other in passed)
    assert GatewayListeners(WEB, listeners, CILIUM_1_20).is_apart == meets
    assert not GatewayListeners(WEB, listeners, SEMANTICS["1.19"]).is_apart


def test_two_ports_are_apart() -> None:
    listeners = [served("a", "HTTPS", 443, "a.test"), served("b", "HTTPS", 8443, "b.test")]
    assert GatewayListeners(WEB, listeners, CILIUM_1_20).is_apart
    assert not GatewayListeners(WEB, listeners[:1], CILIUM_1_20).is_apart
