"""Hostnames: which text is one, and which hosts two of them share."""

from itertools import product

from constructs_lib.hostnames import hostname, intersect, intersection, names_all, precise_hostname
from tests.conftest import refusal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

ALLOWED = "a DNS name in lower case such as 'app.example.com', or '*.' and a DNS name"
LABEL_63 = "a" * 63
LONGEST = ".".join([LABEL_63, LABEL_63, LABEL_63, "a" * 61])
"""A DNS name of 253 characters."""

LABELS = "abc"
DEPTH = 4
HOSTS = frozenset(".".join(labels) for depth in range(1, DEPTH + 1) for labels in product(LABELS, repeat=depth))
"""The universe: every host of up to four labels."""

PATTERNS: list[str | None] = [
    None,
    *sorted(HOSTS),
    *sorted(f"*.{host}" for host in HOSTS if host.count(".") < DEPTH - 1),
]
"""Every hostname of which the universe holds all that a difference could show: each wildcard has hosts in it."""


def named(pattern: str | None) -> frozenset[str]:
    """Return the hosts that a hostname names, by the definition: label by label."""
    if pattern is None:
        return HOSTS
    first, *rest = pattern.split(".")
    if first != "*":
        return HOSTS & {pattern}
    return frozenset(host for host in HOSTS if _is_below(host.split("."), rest))


def _is_below(host: list[str], domain: list[str]) -> bool:
    return len(host) > len(domain) and host[-len(domain) :] == domain


NAMED = {pattern: named(pattern) for pattern in PATTERNS}


@pytest.mark.parametrize(
    "name",
    [
        "example.com",
        "*.example.com",
        "*.com",
        "localhost",
        "a",
        "1.example.com",
        "xn--bcher-kva.example",
        "a--b.example",
        f"{LABEL_63}.example",
        LONGEST,
    ],
)
def test_a_dns_name_with_or_without_wildcard_is_a_hostname(name: str) -> None:
    assert hostname("where", name) == name


@pytest.mark.parametrize(
    ("value", "problem", "fix"),
    [
        ("*", "has a wildcard that is not its whole first label", None),
        ("**.example.com", "has a wildcard that is not its whole first label", None),
        ("*a.example.com", "has a wildcard that is not its whole first label", None),
        ("a.*.example.com", "has a wildcard that is not its whole first label", None),
        ("*.*.example.com", "has a wildcard that is not its whole first label", None),
        ("example.*", "has a wildcard that is not its whole first label", None),
        ("App.Example.com", "has capital letters", "write 'app.example.com'"),
        ("*.Example.com", "has capital letters", "write '*.example.com'"),
        ("192.0.2.1", "is an IP address", "write a DNS name: a listener without one answers for every host"),
        ("*.192.0.2.1", "is an IP address", "write a DNS name: a listener without one answers for every host"),
        ("2001:db8::1", "is an IP address", "write a DNS name: a listener without one answers for every host"),
        ("[2001:db8::1]", "is an IP address", "write a DNS name: a listener without one answers for every host"),
        ("https://example.com/", "is not a hostname", "leave out the scheme and the path"),
        ("example.com/app", "is not a hostname", "leave out the path: it goes into the rule's matches"),
        ("example.com:443", "is not a hostname", "leave out the port: the listener has it"),
        ("example.com.", "is not a hostname", "write 'example.com', without the dot at the end"),
        ("", "is not a hostname", None),
        ("a..example.com", "is not a hostname", None),
        (".example.com", "is not a hostname", None),
        ("-a.example.com", "is not a hostname", None),
        ("a-.example.com", "is not a hostname", None),
        ("a_b.example.com", "is not a hostname", None),
        ("a b.example.com", "is not a hostname", None),
        ("bücher.example", "is not a hostname", None),
        ("example.com\n", "is not a hostname", None),
        (f"{LABEL_63}a.example", "is not a hostname", None),
        (f"{LONGEST}a", "is not a hostname", None),
    ],
)
def test_other_text_is_refused_with_the_usual_slip_named(value: str, problem: str, fix: str | None) -> None:
    if fix is None and "wildcard" in problem:
        fix = "a '*.' at the start stands for one or more labels; name any other host in full"
    fix = fix or "use labels of a-z, 0-9 and '-' joined by '.', each of at most 63 characters"
    assert refusal(lambda: hostname("where", value)) == f"where: {value!r} {problem}. Allowed: {ALLOWED}. Fix: {fix}."


@pytest.mark.parametrize("value", ["*.", ".", "*.."])
def test_what_has_nothing_but_a_dot_is_not_to_be_written_without_the_dot(value: str) -> None:
    fix = "use labels of a-z, 0-9 and '-' joined by '.', each of at most 63 characters"
    expected = f"where: {value!r} is not a hostname. Allowed: {ALLOWED}. Fix: {fix}."
    assert refusal(lambda: hostname("where", value)) == expected


def test_a_wildcard_counts_in_the_length() -> None:
    value = f"*.{LONGEST}"
    assert refusal(lambda: hostname("where", value)).startswith(f"where: {value!r} is not a hostname.")


@pytest.mark.parametrize(("value", "kind"), [(None, "NoneType"), (5, "int"), (["a.example"], "list")])
def test_a_hostname_that_is_not_text_is_refused(value: object, kind: str) -> None:
    expected = f"where: {value!r} is of type {kind}. Allowed: {ALLOWED}. Fix: write it as text."
    assert refusal(lambda: hostname("where", value)) == expected


def test_a_precise_hostname_has_no_wildcard() -> None:
    assert precise_hostname("where", "app.example.com") == "app.example.com"
    assert refusal(lambda: precise_hostname("where", "*.example.com")) == (
        "where: '*.example.com' is a wildcard. Allowed: a DNS name without '*'. Fix: write 'example.com'."
    )


def test_a_precise_hostname_is_a_hostname() -> None:
    assert refusal(lambda: precise_hostname("where", "a.*.example.com")).startswith("where: 'a.*.example.com' has a")


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("a.example.com", "a.example.com", "a.example.com"),
        ("*.example.com", "app.example.com", "app.example.com"),
        ("*.example.com", "a.b.example.com", "a.b.example.com"),
        ("*.example.com", "*.b.example.com", "*.b.example.com"),
        ("*.example.com", "example.com", None),
        ("*.example.com", "badexample.com", None),
        ("*.example.com", "*.badexample.com", None),
        ("*.com", "*.example.com", "*.example.com"),
        ("example.com", "example.org", None),
        (None, "example.com", "example.com"),
        ("*.example.com", None, "*.example.com"),
        (None, None, None),
    ],
)
def test_the_intersection_is_the_hostname_of_the_hosts_that_both_name(
    one: str | None, other: str | None, shared: str | None
) -> None:
    assert intersection(one, other) == shared
    assert intersection(other, one) == shared


def test_listener_hostnames_intersect_with_route_hostnames_exactly_where_a_host_has_both() -> None:
    """Oracle: brute force over every pair of hostnames of different lengths."""
    for one, other in product(PATTERNS, repeat=2):
        if one is None or other is None or len(one) != len(other):
            _check_against_the_hosts(one, other)


def test_hostnames_of_one_length_intersect_whichever_comes_first() -> None:
    """Oracle: brute force over every pair of hostnames of one length."""
    for one, other in product(PATTERNS, repeat=2):
        if one is not None and other is not None and len(one) == len(other):
            _check_against_the_hosts(one, other)


def _check_against_the_hosts(one: str | None, other: str | None) -> None:
    common = NAMED[one] & NAMED[other]
    shared = intersection(one, other)
    assert intersect(one, other) == bool(common), (one, other)
    if common:
        assert NAMED[shared] == common, (one, other)
    else:
        assert shared is None, (one, other)


def test_a_hostname_names_all_that_another_one_names_exactly_where_no_host_is_left() -> None:
    """Oracle: brute force over every pair of hostnames."""
    for wider, other in product(PATTERNS, repeat=2):
        assert names_all(wider, other) == (NAMED[wider] >= NAMED[other]), (wider, other)


label_names = st.sampled_from(["a", "bb", "app", "example"])
domains = st.lists(label_names, min_size=1, max_size=4).map(".".join)
hostnames = st.one_of(domains, domains.map("*.".__add__))


@given(hostnames, domains)
@example("*.example", "a.example")
def test_a_host_is_in_a_hostname_by_its_labels_not_by_its_length(pattern: str, host: str) -> None:
    """Oracle: the definition, label by label, for labels of different lengths."""
    first, *rest = pattern.split(".")
    expected = _is_below(host.split("."), rest) if first == "*" else host == pattern
    assert intersect(pattern, host) == expected
    assert intersection(pattern, host) == (host if expected else None)
