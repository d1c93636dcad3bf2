"""Conflicts of listeners: which pairs conflict, and who wins."""

from collections.abc import Callable
from dataclasses import replace

from preflight.gateway_api.conflicts import conflicts, reason_of
from preflight.gateway_api.hostnames import intersection
from preflight.gateway_api.objects import Listener, NamespacedName
from preflight.gateway_api.prediction import ListenerKey
from preflight.gateway_api.same_port import ListenerSource
from preflight.gateway_api.semantics import CILIUM_1_20, SEMANTICS, SPEC, Semantics
from tests.preflight.gateway_api.states import WEB, Json, gateway, https, listener, passthrough, the_gateway

import pytest
from hypothesis import given
from hypothesis import strategies as st

MORE, LAST = NamespacedName("infra", "more"), NamespacedName("shop", "last")


def read(*written: Json) -> tuple[Listener, ...]:
    found, _ = the_gateway(gateway(*written))
    return found.listeners


HOSTS = list(enumerate(["", "a.example.com", "*.example.com", "a.example.org"]))
MAKERS: dict[str, Callable[..., Json]] = {"HTTP": listener, "HTTPS": https, "TLS": passthrough}
KINDS = {
    protocol: read(
        *(make(f"{protocol.lower()}-{index}", port=80, **({"hostname": host} if host else {})) for index, host in HOSTS)
    )
    for protocol, make in MAKERS.items()
} | {"TCP": read(listener("tcp", "TCP")), "UDP": read(listener("udp", "UDP"))}
UNMIXED = replace(SPEC, features=SPEC.features - {"TLSRouteModeMixed"})
LISTENERS = [each for listeners in KINDS.values() for each in listeners]


@given(st.sampled_from(LISTENERS), st.sampled_from(LISTENERS))
def test_a_pair_conflicts_in_the_way_that_cilium_says(first: Listener, second: Listener) -> None:
    protocols, hosts = sorted((first.protocol, second.protocol)), (first.hostname, second.hostname)
    if "TCP" in protocols or "UDP" in protocols:
        wanted = None if protocols == ["TCP", "UDP"] else "ProtocolConflict"
    elif protocols == ["HTTPS", "TLS"]:
        wanted = "ProtocolConflict" if intersection(*hosts) is not None else None
    else:
        wanted = "HostnameConflict" if protocols[0] == protocols[1] and hosts[0] == hosts[1] else None
    assert reason_of(first, second, CILIUM_1_20) == wanted
    assert reason_of(second, first, CILIUM_1_20) == wanted


def test_the_specification_tells_https_and_tls_apart_by_hostname() -> None:
    (any_https, one_https, *_), (any_tls, one_tls, *_) = KINDS["HTTPS"], KINDS["TLS"]
    assert reason_of(any_https, one_tls, SPEC) is None
    assert reason_of(one_https, one_tls, SPEC) == "ProtocolConflict"
    assert reason_of(any_https, any_tls, SPEC) == "ProtocolConflict"


def test_cilium_1_19_finds_conflicts_with_passthrough_only() -> None:
    semantics = SEMANTICS["1.19"]
    assert reason_of(KINDS["HTTP"][0], KINDS["HTTP"][0], semantics) is None
    assert reason_of(KINDS["TCP"][0], KINDS["HTTP"][0], semantics) is None
    assert reason_of(KINDS["HTTPS"][0], KINDS["TLS"][1], semantics) == "ProtocolConflict"


def test_two_modes_of_tls_on_a_port_conflict_where_the_feature_is_not_there() -> None:
    terminating, passing = read(https("a", port=1, hostname="a.example.com") | {"protocol": "TLS"}, passthrough("b", 1))
    assert reason_of(terminating, passing, SPEC) is None
    assert reason_of(terminating, passing, UNMIXED) == "ProtocolConflict"


def test_within_one_source_all_that_conflict_lose() -> None:
    listeners = read(listener("a", port=1), listener("b", "TCP", 1), listener("c", port=2))
    found = conflicts([ListenerSource("Gateway", WEB, listeners)], CILIUM_1_20)
    assert {key.name: (each.reason, each.message) for key, each in found.items()} == {
        "a": (
            "ProtocolConflict",
            "It wants port 1 with protocol HTTP, listener 'b' of Gateway infra/web with TCP.",
        ),
        "b": (
            "ProtocolConflict",
            "It wants port 1 with protocol TCP, listener 'a' of Gateway infra/web with HTTP.",
        ),
    }


def test_of_two_sources_the_earlier_one_wins() -> None:
    one, other = read(listener("a", hostname="a.example.com")), read(listener("b", hostname="a.example.com"))
    sources = [ListenerSource("Gateway", WEB, one), ListenerSource("ListenerSet", MORE, other)]
    found = conflicts(sources, CILIUM_1_20)
    assert found == {
        ListenerKey("ListenerSet", MORE, "b"): (
            "HostnameConflict",
            "It wants hostname 'a.example.com' on port 80, as listener 'a' of Gateway infra/web does.",
        )
    }
    assert list(conflicts(sources[::-1], CILIUM_1_20)) == [ListenerKey("Gateway", WEB, "a")]


def test_who_loses_within_a_source_wins_over_nobody() -> None:
    both = read(listener("a"), listener("b", "TCP"))
    sources = [ListenerSource("Gateway", WEB, both), ListenerSource("ListenerSet", LAST, read(listener("c")))]
    assert {key.name for key in conflicts(sources, CILIUM_1_20)} == {"a", "b"}


def test_any_hostname_conflicts_with_any_hostname() -> None:
    sources = [
        ListenerSource("Gateway", WEB, read(listener("a"))),
        ListenerSource("ListenerSet", MORE, read(listener("b"))),
    ]
    (found,) = conflicts(sources, CILIUM_1_20).values()
    assert found.message == "It wants any hostname on port 80, as listener 'a' of Gateway infra/web does."


@given(st.lists(st.sampled_from(LISTENERS), unique_by=lambda each: each.name), st.data())
def test_the_order_of_listeners_within_a_source_does_not_matter(listeners: list[Listener], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(listeners))
    found, other = (conflicts([ListenerSource("Gateway", WEB, each)], CILIUM_1_20) for each in (listeners, shuffled))
    assert found.keys() == other.keys()


@pytest.mark.parametrize("ports", [(80, 81), (1, 2)])
def test_listeners_on_different_ports_never_conflict(ports: tuple[int, int]) -> None:
    found = read(*(listener(f"l-{port}", port=port) for port in ports))
    assert conflicts([ListenerSource("Gateway", WEB, found)], CILIUM_1_20) == {}


def test_of_listener_sets_without_creation_times_either_may_win() -> None:
    one, other = (read(listener(name, hostname="a.example.com")) for name in "ab")
    sources = [ListenerSource("ListenerSet", LAST, one), ListenerSource("ListenerSet", MORE, other, "2026")]
    (found,) = conflicts(sources, CILIUM_1_20).values()
    assert found.message == (
        "It wants hostname 'a.example.com' on port 80, as listener 'a' of ListenerSet shop/last does. "
        "One of the two wins, the older one, and ListenerSet shop/last has no creation time."
    )
    timed = [each._replace(created="2026") for each in sources]
    (found,) = conflicts(timed, CILIUM_1_20).values()
    assert found.message.endswith("as listener 'a' of ListenerSet shop/last does.")


ANY = [*LISTENERS, *read(listener("tcp-2", "TCP")), *read(https("terminated", port=80) | {"protocol": "TLS"})]
SOURCES = st.lists(
    st.lists(st.sampled_from(ANY).map(replace), max_size=6, unique_by=lambda each: each.name), min_size=1, max_size=4
)


def of_all_pairs(
    sources: list[ListenerSource], semantics: Semantics
) -> dict[ListenerKey, tuple[str, NamespacedName, str]]:
    """Who loses, why and to whom, by comparing each listener with all others in their order."""
    found: dict[ListenerKey, tuple[str, NamespacedName, str]] = {}
    accepted: list[tuple[ListenerSource, Listener]] = []
    for source in sources:
        own = [(source, each) for each in source.listeners]
        for among in (accepted, own):
            left = [each for _, each in own if ListenerKey(source.kind, source.key, each.name) not in found]
            for each in left:
                others = [
                    (of, other) for of, other in among if other is not each and (among is accepted or other in left)
                ]
                for of, other in others:
                    reason = reason_of(each, other, semantics) if other.port == each.port else None
                    if reason is not None:
                        found.setdefault(ListenerKey(source.kind, source.key, each.name), (reason, of.key, other.name))
        accepted += [pair for pair in own if ListenerKey(source.kind, source.key, pair[1].name) not in found]
    return found


@given(SOURCES, st.sampled_from([SPEC, CILIUM_1_20, SEMANTICS["1.19"], UNMIXED]))
def test_conflicts_are_those_of_comparing_all_pairs(listeners: list[list[Listener]], semantics: Semantics) -> None:
    sources = [
        ListenerSource("ListenerSet", NamespacedName("infra", str(number)), each)
        for number, each in enumerate(listeners)
    ]
    found = conflicts(sources, semantics)
    wanted = of_all_pairs(sources, semantics)
    assert {key: each.reason for key, each in found.items()} == {key: reason for key, (reason, _, _) in wanted.items()}
    for key, (_, other, name) in wanted.items():
        assert f"listener '{name}' of ListenerSet {other} " in found[key].message


def test_listeners_are_not_compared_in_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    def counting(first: Listener, second: Listener, semantics: Semantics) -> str | None:
        compared.append((first, second))
        return reason_of(first, second, semantics)

    monkeypatch.setattr("preflight.gateway_api.conflicts.reason_of", counting)
    sources = [
        ListenerSource(
            "ListenerSet",
            NamespacedName("infra", str(number)),
            [replace(each, name=f"{each.name}-{index}", hostname=f"h{index}.s{number}.test") for index in range(10)],
        )
        for number in range(40)
        for each in KINDS["HTTP"][:1]
    ]
    assert conflicts(sources, CILIUM_1_20) == {}
    assert len(compared) <= len(sources) * 10
