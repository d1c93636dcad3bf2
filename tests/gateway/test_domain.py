"""Domains, and which listener a request for one of their hosts reaches."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Any

from constructs_lib import Domain, ExistingGateway, Gateway
from tests.conftest import refusal

import pytest
from hypothesis import event, example, given, settings
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("domain", "http", "hostnames"),
    [
        (Domain("example.com", name="com"), "*.com", ("example.com", "*.example.com")),
        (Domain("example.com", name="com", apex=False), "*.example.com", ("*.example.com",)),
        (Domain("a.example.com", name="a"), "*.example.com", ("a.example.com", "*.a.example.com")),
    ],
)
def test_a_domain_is_served_over_http_with_or_without_its_apex(
    domain: Domain, http: str, hostnames: tuple[str, ...]
) -> None:
    assert domain.http_hostname == http
    assert domain.hostnames == hostnames
    assert domain.subdomains == f"*.{domain.hostname}"


HOSTNAME = "a DNS name in lower case such as 'app.example.com', or '*.' and a DNS name"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            ("*.example.com", "com"),
            (
                "Domain.hostname: '*.example.com' is a wildcard. Allowed: a DNS name without '*'. Fix: write "
                "'example.com'."
            ),
        ),
        (
            ("a.*.com", "com"),
            (
                f"Domain.hostname: 'a.*.com' has a wildcard that is not its whole first label. Allowed: {HOSTNAME}. "
                "Fix: a '*.' at the start stands for one or more labels; name any other host in full."
            ),
        ),
        (
            ("Example.com", "com"),
            f"Domain.hostname: 'Example.com' has capital letters. Allowed: {HOSTNAME}. Fix: write 'example.com'.",
        ),
        (
            ("https://example.com", "com"),
            (
                f"Domain.hostname: 'https://example.com' is not a hostname. Allowed: {HOSTNAME}. Fix: leave out the "
                "scheme and the path."
            ),
        ),
        (
            (None, "com"),
            f"Domain.hostname: None is of type NoneType. Allowed: {HOSTNAME}. Fix: write it as text.",
        ),
        (
            ("com", "com"),
            (
                "Domain.hostname: 'com' is a single label. Allowed: a domain of two labels or more. Fix: write the "
                "domain in full, such as 'com.example.com'."
            ),
        ),
        (
            ("example.com", "example.com"),
            (
                "Domain example.com: name: 'example.com' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', "
                "with a letter or digit at both ends. Fix: write 'example-com'."
            ),
        ),
        (
            ("example.com", "a" * 58),
            (
                f"Domain example.com: name: {'a' * 58!r} is too long for the listeners named after it. Allowed: at "
                "most 57 characters. Fix: shorten it."
            ),
        ),
        (
            ("example.com", "com", "no"),
            "Domain example.com: apex: 'no' is of type str. Allowed: bool. Fix: write True or False.",
        ),
    ],
)
def test_what_makes_no_domain_is_refused(arguments: tuple[str, str, bool], expected: str) -> None:
    assert refusal(lambda: Domain(*arguments)) == expected


@pytest.mark.parametrize(
    ("secret", "expected"),
    [
        (
            5,
            (
                "Domain example.com: secret: 5 is of type int. Allowed: a Secret of cdk8s-plus, ExistingSecret(...), "
                "or its name as text. Fix: write the name of the Secret."
            ),
        ),
        (
            "A",
            (
                "Domain example.com: secret: 'A' is not a name that Kubernetes accepts. Allowed: 1 to 253 of a-z, 0-9, "
                "'-' and '.', with a letter or digit at both ends and around each '.'. Fix: write 'a'."
            ),
        ),
    ],
)
def test_what_is_no_secret_is_refused(secret: Any, expected: str) -> None:
    assert refusal(lambda: Domain("example.com", name="com", secret=secret)) == expected


@pytest.mark.parametrize(
    ("longest", "listener", "arguments"),
    [
        (57, "https-{}", {}),
        (57, "https-{}", {"apex": False, "secret": "certificate"}),
        (52, "https-{}-apex", {"secret": "certificate"}),
    ],
)
def test_the_longest_name_gives_a_listener_name_of_63_characters(
    longest: int, listener: str, arguments: dict[str, Any]
) -> None:
    domain = Domain("example.com", name="a" * longest, **arguments)
    names = [entry.listener.name for entry in gateway([domain]).listeners]
    assert names[-1] == listener.format("a" * longest)
    assert len(names[-1]) == 63
    assert refusal(lambda: Domain("example.com", name="a" * (longest + 1), **arguments)) == (
        f"Domain example.com: name: {'a' * (longest + 1)!r} is too long for the listeners named after it. Allowed: at "
        f"most {longest} characters. Fix: shorten it."
    )


def gateway(domains: Sequence[Domain]) -> ExistingGateway:
    return Gateway.from_existing(name="a", namespace="common", domains=domains)


@pytest.mark.parametrize(
    ("domains", "capturing", "captured"),
    [
        ([Domain("a.com", name="a"), Domain("b.com", name="b")], 1, 0),
        ([Domain("b.com", name="b", apex=False), Domain("a.com", name="a")], None, None),
        ([Domain("example.com", name="com"), Domain("a.example.com", name="a")], 1, 0),
        ([Domain("a.example.com", name="a"), Domain("example.com", name="com")], 0, 1),
        ([Domain("example.com", name="com", apex=False), Domain("a.example.com", name="a")], 1, 0),
        ([Domain("a.example.com", name="a"), Domain("example.com", name="com", apex=False)], 0, 1),
        ([Domain("example.com", name="com"), Domain("a.example.com", name="a", apex=False)], None, None),
        ([Domain("example.com", name="com"), Domain("b.a.example.com", name="b")], 1, 0),
        ([Domain("example.com", name="com"), Domain("example.org", name="org")], None, None),
    ],
)
def test_a_domain_that_takes_the_requests_of_another_is_refused(
    domains: list[Domain], capturing: int | None, captured: int | None
) -> None:
    if capturing is None or captured is None:
        assert len(gateway(domains).listeners) == 2 * len(domains)
        return
    other, domain = domains[capturing], domains[captured]
    assert refusal(lambda: gateway(domains)) == (
        f"Gateway common/a: domains: {other.hostname!r} needs the HTTP listener hostname {other.http_hostname!r} to "
        f"serve its main domain, which takes requests from {domain.hostname!r} (listener hostname "
        f"{domain.http_hostname!r}). Allowed: domains whose HTTP listeners have hostnames of their own. Fix: write "
        f"Domain({other.hostname!r}, name={other.name!r}, apex=False), and add "
        f"Listener.http('http-{other.name}-apex', hostname={other.hostname!r}) to listeners if its main domain must "
        "be served."
    )


def test_a_domain_with_a_secret_that_takes_the_requests_of_another_is_told_how_to_keep_its_listeners() -> None:
    domains = [Domain("a.com", name="a"), Domain("b.com", name="b", secret="certificate")]
    assert refusal(lambda: gateway(domains)).endswith(
        "Fix: write Domain('b.com', name='b', apex=False, secret=...), and add Listener.http('http-b-apex', "
        "hostname='b.com') and Listener.https('https-b-apex', hostname='b.com', secret=...) to listeners if its main "
        "domain must be served."
    )


LABELS = "abc"
HOSTS = [".".join(labels) for depth in (1, 2, 3, 4, 5) for labels in product(LABELS, repeat=depth)]
"""The universe: two labels deeper than the domains, so that each has hosts below and beside the others."""


def below(host: str, domain: str) -> bool:
    """Tell by the labels whether a host is a subdomain of a domain."""
    own, of = host.split("."), domain.split(".")
    return len(own) > len(of) and own[-len(of) :] == of


def owner(host: str, domains: Sequence[Domain]) -> Domain | None:
    """Return the most specific domain that a host is a host of; the main domain is one only with its apex."""
    owners = [entry for entry in domains if below(host, entry.hostname) or (entry.apex and host == entry.hostname)]
    return max(owners, key=lambda entry: entry.hostname.count("."), default=None)


def best_listener(host: str, listeners: dict[str, str | None]) -> str | None:
    """Return the listener that a request reaches: exact, then the longest wildcard, then the one without hostname."""
    exact = [name for name, hostname in listeners.items() if hostname == host]
    wildcards = [
        (hostname.count("."), name)
        for name, hostname in listeners.items()
        if hostname and hostname.startswith("*.") and below(host, hostname.removeprefix("*."))
    ]
    anything = [name for name, hostname in listeners.items() if hostname is None]
    return next(iter([*exact, *(name for _, name in sorted(wildcards, reverse=True)), *anything]), None)


hostnames = st.lists(st.sampled_from(LABELS), min_size=2, max_size=3).map(".".join)
domain_sets = st.lists(
    st.tuples(hostnames, st.booleans()), min_size=1, max_size=3, unique_by=lambda entry: entry[0]
).map(lambda entries: [Domain(hostname, name=f"d{index}", apex=apex) for index, (hostname, apex) in enumerate(entries)])


@given(domain_sets)
@settings(max_examples=300)
@example([Domain("a.b", name="d0"), Domain("b.a.b", name="d1", apex=False), Domain("c.b.a.b", name="d2", apex=False)])
def test_each_host_of_a_domain_reaches_the_http_listener_of_that_domain_or_the_gateway_is_refused(
    domains: list[Domain],
) -> None:
    """Oracle: brute force over a small universe of hosts, in both directions."""
    http: dict[str, str | None] = {f"http-{domain.name}": domain.http_hostname for domain in domains}
    owned = {host: domain for host in HOSTS if (domain := owner(host, domains)) is not None}
    astray = [host for host, domain in owned.items() if best_listener(host, http) != f"http-{domain.name}"]
    conflicting = len(set(http.values())) < len(http)
    if astray or conflicting:
        event("refused")
        assert "which takes requests from" in refusal(lambda: gateway(domains))
        return
    event("accepted")
    written = {entry.listener.name: entry.listener.hostname for entry in gateway(domains).listeners}
    assert {name: hostname for name, hostname in written.items() if name.startswith("http-")} == http
    assert owned


@given(domain_sets)
def test_each_subdomain_reaches_the_https_listener_of_its_domain(domains: list[Domain]) -> None:
    """Oracle: brute force; the HTTPS listeners, all with a domain's own wildcard, never take each other's requests."""
    without_apex = [Domain(domain.hostname, name=domain.name, apex=False) for domain in domains]
    listeners = [entry.listener for entry in gateway(without_apex).listeners]
    https = {listener.name: listener.hostname for listener in listeners if listener.protocol == "HTTPS"}
    for host in HOSTS:
        owners = [domain for domain in domains if below(host, domain.hostname)]
        expected = max(owners, key=lambda domain: domain.hostname.count("."), default=None)
        assert best_listener(host, https) == (expected and f"https-{expected.name}")


@given(domain_sets)
def test_each_host_of_a_domain_with_a_secret_reaches_an_https_listener_of_that_domain(domains: list[Domain]) -> None:
    """Oracle: brute force; where the HTTP listeners take each other's requests, the Gateway is refused."""
    secret = [replace(domain, secret="certificate") for domain in domains]
    try:
        listeners = [entry.listener for entry in gateway(secret).listeners]
    except ValueError:
        event("refused")
        return
    https = {listener.name: listener.hostname for listener in listeners if listener.protocol == "HTTPS"}
    for host in HOSTS:
        domain = owner(host, secret)
        expected = None if domain is None else f"https-{domain.name}{'-apex' if host == domain.hostname else ''}"
        assert best_listener(host, https) == expected
