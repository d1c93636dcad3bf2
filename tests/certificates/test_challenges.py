"""What Let's Encrypt would not certify is refused, whether the issuer comes before or after what asks for it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from constructs_lib import AllowedRoutes, Domain, Gateway, LabelSelector, Listener, Platform
from constructs_lib.api_object import Defined
from constructs_lib.certificates.certificate import Certificate
from constructs_lib.certificates.dns_providers import Cloudflare
from constructs_lib.certificates.issuer import ExistingClusterIssuer, LetsEncryptClusterIssuer
from constructs_lib.certificates.secret_key import SecretKey
from constructs_lib.certificates.solvers import Dns01Solver, Http01Solver, Solver, SolverSelector
from constructs_lib.gateway.allowed_listeners import AllowedListeners
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.gateway.listener_set import ListenerSet
from tests.conftest import refusal

import pytest
from cdk8s import Chart

PROVIDER = Cloudflare(api_token=SecretKey("cloudflare", "api-token"))
DNS01 = Dns01Solver(PROVIDER)
SELECTED = AllowedRoutes.selector(LabelSelector(match_labels={"a": "b"}))

Ask = Callable[[Chart], Defined]
Charts = Callable[[], Chart]


@pytest.fixture
def charts(tmp_path: Path) -> Charts:
    """Return charts, each of an app of its own."""
    return lambda: Chart(Platform(root=tmp_path), "chart")


def issue(chart: Chart, *solvers: Solver) -> LetsEncryptClusterIssuer:
    return LetsEncryptClusterIssuer(chart, "letsencrypt", solvers=solvers)


def gateway(*listeners: Listener, **arguments: Any) -> Ask:
    """Return the definition of a Gateway with these listeners, whose certificates the issuer issues."""
    every = {"namespace": "common", "cluster_issuer": "letsencrypt", "listeners": listeners} | arguments
    return lambda chart: Gateway(chart, "a", **every)


def certificate(*dns_names: str, **arguments: Any) -> Ask:
    """Return the definition of a Certificate for these hostnames."""
    every = {"dns_names": dns_names, "secret_name": "s", "namespace": "common"} | arguments
    return lambda chart: Certificate(chart, "c", issuer=ExistingClusterIssuer("letsencrypt"), **every)


def https(hostname: str = "www.example.com", name: str = "secure") -> Listener:
    return Listener.https(name, hostname=hostname)


def web(hostname: str | None = None, **arguments: Any) -> GatewayListener:
    """Return the listener for HTTP of another Gateway."""
    listeners = [Listener.http("web", hostname=hostname, **arguments)]
    return Gateway.from_existing(name="other", namespace="common", listeners=listeners).listener("web")


ISSUABLE: list[tuple[Ask, list[Solver]]] = [
    (gateway(domains=[Domain("example.com", name="com", secret="com-tls")]), [DNS01]),
    (gateway(domains=[Domain("example.com", name="com", secret="com-tls")]), [Http01Solver(), DNS01]),
    (gateway(https(), Listener.http("web")), [Http01Solver()]),
    (gateway(https(), Listener.http("web", hostname="*.example.com")), [Http01Solver(parent_refs=[web("a.org")])]),
    (gateway(https(), Listener.http("web", allowed_routes=SELECTED)), [Http01Solver()]),
    (gateway(https()), [Http01Solver(parent_refs=[web()])]),
    (gateway(https(), labels={"a": "b"}), [Dns01Solver(PROVIDER, selector=SolverSelector(match_labels={"a": "b"}))]),
    (certificate("www.example.com", "example.com", "*.a.example.com"), [DNS01]),
    (certificate("a.example.com"), [Http01Solver(parent_refs=[web("a.org"), web("*.example.com")][1:])]),
    (certificate("a.example.com", namespace="b"), [Http01Solver(parent_refs=[web(allowed_routes=SELECTED)])]),
    (certificate("a.com", "b.org"), [Dns01Solver(PROVIDER, selector=SolverSelector(dns_zones=["a.com", "org"]))]),
    (certificate(*(f"a{number}.example.com" for number in range(100))), [DNS01]),
]


@pytest.mark.parametrize(("ask", "solvers"), ISSUABLE, ids=range(len(ISSUABLE)))
def test_what_lets_encrypt_certifies_is_taken(charts: Charts, ask: Ask, solvers: list[Solver]) -> None:
    first, second = charts(), charts()
    assert issue(first, *solvers).identity.name == "letsencrypt"
    ask(first)
    ask(second)
    assert issue(second, *solvers).identity.name == "letsencrypt"


WILDCARD = (
    "is a wildcard, and no Dns01Solver is for it: Let's Encrypt issues wildcards by DNS-01 only. Allowed: hostnames "
    "without '*', or a Dns01Solver that is for them. Fix: add a Dns01Solver to the issuer's solvers, or name the hosts "
    "one by one."
)
UNSELECTED = (
    "is a hostname that none of the issuer's solvers is for. Allowed: hostnames that the selector of a solver selects, "
    "and every one if a solver has no selector. Fix: add a solver, or add the hostname or its domain to a selector."
)
UNOWNED = (
    "is not below a domain that anybody can own. Allowed: hostnames of domains that are registered in the public DNS. "
    "Fix: use a domain of yours, or another issuer for names that only your network knows."
)
OVER_HTTP = "'www.example.com' is to be proved over HTTP on port 80, and"
OR_DNS01 = "or use a Dns01Solver for this hostname."
UNSERVED = (
    f"Allowed: hostnames that a listener for HTTP on port 80 serves. Fix: add Listener.http('NAME', "
    f"hostname='www.example.com') to a Gateway and to parent_refs, {OR_DNS01}"
)
DEADLOCK = (
    f"{OVER_HTTP} Gateway common/a has HTTPS listeners only: it gets no Service before its certificates exist, and "
    "they cannot be proved before it has one. Allowed: a listener for HTTP on port 80 beside the HTTPS listeners of "
    f"the Gateway itself. Fix: add Listener.http('NAME', hostname='www.example.com') to its listeners, {OR_DNS01}"
)
SELECTIVE = Dns01Solver(PROVIDER, selector=SolverSelector(dns_zones=["example.org"]))

UNISSUABLE: list[tuple[Ask, list[Solver], str]] = [
    (gateway(https("*.example.com"), Listener.http("web")), [Http01Solver()], f"'*.example.com' {WILDCARD}"),
    (certificate("*.example.com"), [Http01Solver(), SELECTIVE], f"'*.example.com' {WILDCARD}"),
    (certificate("*.example.com"), [SELECTIVE], f"'*.example.com' {UNSELECTED}"),
    (gateway(https(), Listener.http("web")), [SELECTIVE], f"'www.example.com' {UNSELECTED}"),
    (
        gateway(https()),
        [Dns01Solver(PROVIDER, selector=SolverSelector(match_labels={"a": "b"}))],
        f"'www.example.com' {UNSELECTED}",
    ),
    (gateway(https("argocd.home.internal")), [DNS01], f"'argocd.home.internal' {UNOWNED}"),
    (certificate("localhost"), [DNS01], f"'localhost' {UNOWNED}"),
    (certificate("*.com"), [DNS01], f"'*.com' {UNOWNED}"),
    (
        certificate("*.example.com", "www.example.com"),
        [DNS01],
        (
            "'www.example.com' is covered by '*.example.com' in the same certificate, which Let's Encrypt refuses. "
            "Allowed: a wildcard, or hostnames directly below its domain. Fix: leave one of the two out, or put them "
            "in certificates with Secrets of their own."
        ),
    ),
    (
        certificate(*(f"a{number}.example.com" for number in range(101))),
        [DNS01],
        (
            "'101 hostnames' are more than Let's Encrypt puts in one certificate. Allowed: at most 100. Fix: divide "
            "them between several Secrets, each with a certificate of its own."
        ),
    ),
    (gateway(https()), [Http01Solver()], DEADLOCK),
    (gateway(https(), https("b.example.com", "b")), [Http01Solver(), SELECTIVE], DEADLOCK),
    (
        gateway(https(), Listener.http("web", port=8080)),
        [Http01Solver()],
        (
            f"{OVER_HTTP} requests for it reach none of the listeners that the answer is attached to: there are none. "
            f"{UNSERVED}"
        ),
    ),
    (
        gateway(https(), Listener.http("web", allowed_routes=AllowedRoutes.same(kinds=["GRPCRoute"]))),
        [Http01Solver()],
        (
            f"{OVER_HTTP} requests for it reach none of the listeners that the answer is attached to: there are none. "
            f"{UNSERVED}"
        ),
    ),
    (
        gateway(https(), Listener.http("web", hostname="example.com")),
        [Http01Solver(parent_refs=[web("a.org")])],
        (
            f"{OVER_HTTP} requests for it reach none of the listeners that the answer is attached to: listener web of "
            f"Gateway common/other, listener web of Gateway common/a. {UNSERVED}"
        ),
    ),
    (
        gateway(https(), Listener.http("web"), Listener.http("redirected", hostname="www.example.com", port=80)),
        [Http01Solver(parent_refs=[web("*.org")], selector=SolverSelector(dns_names=["a.com"]))],
        f"'www.example.com' {UNSELECTED}",
    ),
    (
        certificate("www.example.com"),
        [Http01Solver()],
        (
            f"{OVER_HTTP} the Http01Solver names no listener to attach the answer to. Allowed: a solver with "
            f"parent_refs, where a Certificate asks. Fix: write "
            f"Http01Solver(parent_refs=[gateway.http('NAME')]), {OR_DNS01}"
        ),
    ),
    (
        certificate("www.example.com", namespace="b"),
        [Http01Solver(parent_refs=[web()])],
        (
            f"{OVER_HTTP} listener web of Gateway common/other takes no HTTPRoute of 'b', where the Certificate is. "
            "Allowed: listeners that take HTTPRoutes of 'b'. Fix: write allowed_routes=AllowedRoutes.all() or "
            f"AllowedRoutes.selector(...) for it, {OR_DNS01}"
        ),
    ),
]


@pytest.mark.parametrize(("ask", "solvers", "expected"), UNISSUABLE, ids=range(len(UNISSUABLE)))
def test_what_lets_encrypt_does_not_certify_is_refused_in_both_orders(
    charts: Charts, ask: Ask, solvers: list[Solver], expected: str
) -> None:
    first, second = charts(), charts()
    issue(first, *solvers)
    text = f"ClusterIssuer letsencrypt for {ask(second).identity}: {expected}"
    assert refusal(lambda: ask(first)) == text
    assert refusal(lambda: issue(second, *solvers)) == text


def test_listeners_of_a_listener_set_wait_with_the_gateway(charts: Charts) -> None:
    """The Gateway gets no Service for the sake of a ListenerSet."""
    listening: dict[str, Any] = {"namespace": "common", "listeners": [Listener.http("web")]}

    def issue_through_listener_set(*listeners: Listener) -> LetsEncryptClusterIssuer:
        chart = charts()
        allowed = AllowedListeners.same()
        parent: Any = gateway(*listeners, allowed_listeners=allowed)(chart)
        team = ListenerSet(chart, "team", parent_ref=parent, **listening)
        return issue(chart, Http01Solver(parent_refs=[team.listener("web")]))

    assert (
        refusal(lambda: issue_through_listener_set(https()))
        == f"ClusterIssuer letsencrypt for Gateway common/a: {DEADLOCK}"
    )
    assert issue_through_listener_set(https(), Listener.http("own", port=8080)).identity.name == "letsencrypt"


@pytest.mark.parametrize("issuer_first", [True, False])
def test_a_certificate_waits_with_the_gateway_that_has_nothing_but_its_secret(
    charts: Charts, issuer_first: bool
) -> None:
    def issue_for_certificate(*listeners: Listener, **arguments: Any) -> None:
        chart, allowed = charts(), AllowedListeners.same()
        parent: Any = gateway(*listeners, cluster_issuer=None, allowed_listeners=allowed)(chart)
        team = ListenerSet(chart, "team", namespace="common", parent_ref=parent, listeners=[Listener.http("web")])
        solver = Http01Solver(parent_refs=[team.listener("web")])
        ask = certificate("www.example.com", **{"secret_name": "a-secure-tls"} | arguments)
        if issuer_first:
            issue(chart, solver)
        ask(chart)
        if not issuer_first:
            issue(chart, solver)

    text = refusal(lambda: issue_for_certificate(https()))
    assert text == f"ClusterIssuer letsencrypt for Certificate common/c: {DEADLOCK}"
    issue_for_certificate(https(), secret_name="another")
    issue_for_certificate(https(), https("b.example.com", "b"))
    issue_for_certificate(https(), Listener.http("own", port=8080))
