"""How cert-manager proves whose a hostname is, and which solver it uses for which."""

from collections.abc import Mapping, Sequence
from typing import Any

from constructs_lib import Gateway, Listener
from constructs_lib.certificates.dns_providers import Cloudflare
from constructs_lib.certificates.secret_key import SecretKey
from constructs_lib.certificates.solvers import Dns01Solver, Http01Solver, Solver, SolverSelector, solver_for
from tests.conftest import refusal

import pytest
from hypothesis import given
from hypothesis import strategies as st

KEY = SecretKey("cloudflare", "api-token")
PROVIDER = Cloudflare(api_token=KEY)
GATEWAY = Gateway.from_existing(
    name="gateway",
    namespace="common",
    listeners=[
        Listener.http("web", hostname="*.example.com"),
        Listener.http("other", port=8080),
        Listener.https("secure", hostname="*.example.com"),
        Listener.tls_passthrough("tls", port=8443),
    ],
)
WEB = GATEWAY.listener("web")
WRONG: Any = {"a": "dict"}


def dns01(**conditions: Any) -> Dns01Solver:
    return Dns01Solver(PROVIDER, selector=SolverSelector(**conditions) if conditions else None)


def test_a_solver_for_dns01_is_written_with_every_default() -> None:
    solver = Dns01Solver(PROVIDER)
    assert solver.secret_keys() == [KEY]
    assert solver.spec() == {
        "selector": None,
        "waitInsteadOfSelfCheck": None,
        "dns01": {
            "cnameStrategy": "None",
            "cloudflare": {"apiTokenSecretRef": {"name": "cloudflare", "key": "api-token"}},
        },
    }
    assert Dns01Solver(PROVIDER, cname_strategy="Follow").spec()["dns01"]["cnameStrategy"] == "Follow"


def test_a_solver_for_http01_is_written_with_every_default() -> None:
    assert Http01Solver().secret_keys() == []
    assert Http01Solver().spec() == {
        "selector": None,
        "waitInsteadOfSelfCheck": None,
        "http01": {"gatewayHTTPRoute": {"parentRefs": None, "labels": None, "serviceType": "ClusterIP"}},
    }


def test_the_answer_is_attached_to_listeners() -> None:
    solver = Http01Solver(parent_refs=[WEB], labels={"app": "acme"}, service_type="NodePort")
    assert solver.spec()["http01"]["gatewayHTTPRoute"] == {
        "parentRefs": [
            {
                "group": "gateway.networking.k8s.io",
                "kind": "Gateway",
                "namespace": "common",
                "name": "gateway",
                "sectionName": "web",
            }
        ],
        "labels": {"app": "acme"},
        "serviceType": "NodePort",
    }


def test_a_selector_is_written() -> None:
    selector = SolverSelector(dns_names=["*.a.com"], dns_zones=["b.com"], match_labels={"a": "b"})
    expected = {"dnsNames": ["*.a.com"], "dnsZones": ["b.com"], "matchLabels": {"a": "b"}}
    assert selector.spec() == expected
    assert Http01Solver(selector=selector).spec()["selector"] == expected


def test_a_selector_leaves_out_what_it_does_not_ask_for() -> None:
    assert SolverSelector(dns_names=["a.com"]).spec() == {"dnsNames": ["a.com"], "dnsZones": None, "matchLabels": None}
    assert SolverSelector(match_labels={"a": "b"}).spec() == {
        "dnsNames": None,
        "dnsZones": None,
        "matchLabels": {"a": "b"},
    }


def test_the_self_check_may_be_replaced_by_waiting() -> None:
    assert Http01Solver(wait_instead_of_self_check="0s").spec()["waitInsteadOfSelfCheck"] == "0s"
    assert Dns01Solver(PROVIDER, wait_instead_of_self_check="1m30s").spec()["waitInsteadOfSelfCheck"] == "1m30s"
    assert refusal(lambda: Dns01Solver(PROVIDER, wait_instead_of_self_check="30")).startswith(
        "Dns01Solver.wait_instead_of_self_check: '30' is not a duration."
    )


UNASKED = (
    "Allowed: listeners for HTTP on port 80. Fix: give the Gateway such a listener and write gateway.http('NAME') "
    "here, or use a Dns01Solver."
)


def test_a_listener_for_https_is_refused_since_it_waits_for_the_certificate() -> None:
    assert refusal(lambda: Http01Solver(parent_refs=[GATEWAY.listener("secure")])) == (
        "Http01Solver.parent_refs: 'listener secure of Gateway common/gateway' is for HTTPS on port 443: Let's Encrypt "
        "asks over plain HTTP on port 80, and a Gateway serves an HTTPS listener only once its certificate exists; one "
        f"that has no other listeners gets no Service before. {UNASKED}"
    )


@pytest.mark.parametrize(("name", "protocol", "port"), [("other", "HTTP", 8080), ("tls", "TLS", 8443)])
def test_a_listener_that_lets_encrypt_does_not_ask_is_refused(name: str, protocol: str, port: int) -> None:
    assert refusal(lambda: Http01Solver(parent_refs=[GATEWAY.listener(name)])) == (
        f"Http01Solver.parent_refs: 'listener {name} of Gateway common/gateway' is for {protocol} on port {port}: "
        f"Let's Encrypt asks over plain HTTP on port 80. {UNASKED}"
    )


def test_a_listener_is_named_once() -> None:
    assert refusal(lambda: Http01Solver(parent_refs=[WEB, WEB])) == (
        "Http01Solver.parent_refs: 'listener web of Gateway common/gateway' is there twice. Allowed: each once. Fix: "
        "leave one out."
    )


def test_the_answer_is_attached_to_at_most_32_listeners() -> None:
    """As many as a route takes."""
    listeners = [Listener.http(f"web-{number}", hostname=f"w{number}.example.com") for number in range(33)]
    gateway = Gateway.from_existing(name="gateway", namespace="common", listeners=listeners)
    parents = Http01Solver(parent_refs=gateway.listeners[:32]).spec()["http01"]["gatewayHTTPRoute"]["parentRefs"]
    assert [entry["sectionName"] for entry in parents] == [f"web-{number}" for number in range(32)]
    assert refusal(lambda: Http01Solver(parent_refs=gateway.listeners)) == (
        "Http01Solver.parent_refs: '33 items' are too many. Allowed: at most 32. Fix: split it into several objects."
    )


SELECTOR = "is of type dict. Allowed: SolverSelector. Fix: write SolverSelector(...)."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"parent_refs": [5]},
            "parent_refs[0]: 5 is of type int. Allowed: GatewayListener. Fix: write gateway.http('NAME').",
        ),
        (
            {"parent_refs": 5},
            "parent_refs: 5 is of type int. Allowed: a list of GatewayListener. Fix: put it in a list",
        ),
        ({"labels": {"a": "b c"}}, "labels['a']: 'b c' is not a label value"),
        ({"service_type": "LoadBalancer"}, "service_type: 'LoadBalancer' is not a value of this field. Allowed: 'Clus"),
        ({"selector": WRONG}, f"selector: {{'a': 'dict'}} {SELECTOR}"),
    ],
)
def test_what_is_no_solver_for_http01_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: Http01Solver(**arguments)).startswith(f"Http01Solver.{expected}")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"provider": WRONG},
            (
                "provider: {'a': 'dict'} is of type dict. Allowed: Dns01Provider. Fix: write "
                "Cloudflare(api_token=SecretKey('cloudflare', 'api-token'))."
            ),
        ),
        (
            {"cname_strategy": None},
            ("cname_strategy: None is not a value of this field. Allowed: 'None', 'Follow'. Fix: write one of them."),
        ),
        ({"selector": WRONG}, f"selector: {{'a': 'dict'}} {SELECTOR}"),
    ],
)
def test_what_is_no_solver_for_dns01_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: Dns01Solver(**{"provider": PROVIDER} | arguments)) == f"Dns01Solver.{expected}"


def test_a_selector_without_condition_is_refused() -> None:
    assert refusal(SolverSelector) == (
        "SolverSelector: 'no condition' selects every hostname. Allowed: dns_names, dns_zones or match_labels. Fix: "
        "add one of them, or leave the selector out."
    )


def test_a_selector_has_hostnames_and_zones_without_wildcards() -> None:
    assert refusal(lambda: SolverSelector(dns_names=["a b"])).startswith("SolverSelector.dns_names[0]: 'a b' is not a")
    assert refusal(lambda: SolverSelector(dns_zones=["*.a.com"])) == (
        "SolverSelector.dns_zones[0]: '*.a.com' is a wildcard. Allowed: a DNS name without '*'. Fix: write 'a.com'."
    )
    assert refusal(lambda: SolverSelector(match_labels={"a": "b c"})).startswith("SolverSelector.match_labels['a']: ")


EVERY, NAMED = dns01(), dns01(dns_names=["www.example.com", "*.example.com"])
ZONE, DEEP = dns01(dns_zones=["org", "example.com"]), dns01(dns_zones=["www.example.com"])
LABELLED = dns01(match_labels={"a": "b"})
HTTP = Http01Solver()


@pytest.mark.parametrize(
    ("solvers", "name", "labels", "used"),
    [
        ([], "example.com", {}, None),
        ([EVERY, dns01()], "example.com", {}, EVERY),
        ([HTTP, EVERY], "example.com", {}, HTTP),
        ([HTTP, EVERY], "*.example.com", {}, EVERY),
        ([HTTP], "*.example.com", {}, None),
        ([EVERY, NAMED, DEEP], "www.example.com", {}, NAMED),
        ([EVERY, NAMED, ZONE], "*.example.com", {}, NAMED),
        ([EVERY, NAMED, ZONE], "a.example.com", {}, ZONE),
        ([ZONE, DEEP], "www.example.com", {}, DEEP),
        ([ZONE, DEEP], "a.www.example.com", {}, DEEP),
        ([ZONE], "example.com", {}, ZONE),
        ([ZONE], "anexample.com", {}, None),
        ([LABELLED], "example.com", {"a": "c"}, None),
        ([EVERY, LABELLED], "example.com", {"a": "b", "c": "d"}, LABELLED),
        ([LABELLED, ZONE], "example.com", {"a": "b"}, ZONE),
    ],
)
def test_the_closest_solver_is_used(
    solvers: Sequence[Solver], name: str, labels: Mapping[str, str], used: Solver | None
) -> None:
    assert solver_for(solvers, name, labels) is used


names = st.sampled_from(["a.com", "*.a.com", "b.a.com", "c.b.a.com", "*.b.a.com", "d.org"])
zones = st.sampled_from(["com", "a.com", "b.a.com", "org"])
some_labels = st.dictionaries(st.sampled_from("xyz"), st.sampled_from("12"), max_size=2)
selectors = st.builds(
    lambda names, zones, labels: (
        SolverSelector(dns_names=names, dns_zones=zones, match_labels=labels) if names or zones or labels else None
    ),
    *(st.lists(names, max_size=2), st.lists(zones, max_size=2), some_labels),
)
any_solver = st.builds(
    lambda selector, dns: Dns01Solver(PROVIDER, selector=selector) if dns else Http01Solver(selector=selector),
    *(selectors, st.booleans()),
)


@given(st.lists(any_solver, max_size=5), names, some_labels)
def test_the_solver_that_is_used_is_what_remains(solvers: list[Solver], name: str, labels: dict[str, str]) -> None:
    """Oracle: the words of the CRD, one sieve after the other."""
    below = name.removeprefix("*.").split(".")

    def longest_zone(selector: SolverSelector | None) -> int:
        zones = [zone.split(".") for zone in (selector.dns_zones if selector else ())]
        return max((len(zone) for zone in zones if below[-len(zone) :] == zone), default=0)

    left: list[Solver] = []
    for solver in solvers:
        selector = solver.selector
        if isinstance(solver, Http01Solver) and name.startswith("*."):
            continue
        if selector and selector.dns_names and name not in selector.dns_names:
            continue
        if selector and selector.dns_zones and not longest_zone(selector):
            continue
        if selector and not selector.match_labels.items() <= labels.items():
            continue
        left.append(solver)
    named = [solver for solver in left if solver.selector and solver.selector.dns_names]
    left = named or left
    zone = max((longest_zone(solver.selector) for solver in left), default=0)
    left = [solver for solver in left if longest_zone(solver.selector) == zone]
    most = max((len(solver.selector.match_labels) for solver in left if solver.selector), default=0)
    left = [solver for solver in left if len(solver.selector.match_labels if solver.selector else ()) == most]
    assert solver_for(solvers, name, labels) is (left[0] if left else None)
