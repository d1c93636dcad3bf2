"""The grants that references need, altogether: they allow these references and nothing else."""

from collections.abc import Iterable
from itertools import product
from typing import Any, NamedTuple

from constructs_lib.references import Reference, record
from constructs_lib.registry import Identity
from constructs_lib.routes.reference_grant import (
    ReferenceGrant,
    ReferenceGrantFrom,
    ReferenceGrantTo,
    define_missing_grants,
    grant_name,
)

import pytest
from cdk8s import App, Chart
from hypothesis import example, given, settings
from hypothesis import strategies as st

FROM_KINDS = ("HTTPRoute", "Gateway")
TO_KINDS = ("Service", "Secret")
NAMESPACES = ("a", "b", "c")
NAMES = ("x", "y")


class Pair(NamedTuple):
    """One referrer, by kind and namespace, and one object that it may refer to."""

    kind: str
    namespace: str
    to_namespace: str
    to_kind: str
    to_name: str


class OwnGrant(NamedTuple):
    """A grant that the user writes."""

    namespace: str
    from_: list[tuple[str, str]]
    to: list[tuple[str, str | None]]

    def allows(self, pair: Pair) -> bool:
        """Tell whether an object may be referred to, by the definition of a ReferenceGrant."""
        allowed = [(pair.to_kind, None), (pair.to_kind, pair.to_name)]
        return (
            self.namespace == pair.to_namespace
            and (pair.kind, pair.namespace) in self.from_
            and any(entry in self.to for entry in allowed)
        )


PAIRS = st.builds(
    Pair,
    st.sampled_from(FROM_KINDS),
    st.sampled_from(NAMESPACES),
    st.sampled_from(NAMESPACES),
    st.sampled_from(TO_KINDS),
    st.sampled_from(NAMES),
)
OWN_GRANTS = st.builds(
    OwnGrant,
    st.sampled_from(NAMESPACES),
    st.lists(st.tuples(st.sampled_from(FROM_KINDS), st.sampled_from(NAMESPACES)), min_size=1, max_size=3),
    st.lists(st.tuples(st.sampled_from(TO_KINDS), st.sampled_from([None, *NAMES])), min_size=1, max_size=3),
)


def chart_with(references: Iterable[tuple[Pair, bool]], own: Iterable[OwnGrant] = ()) -> Chart:
    """Return the chart of an app with these references, each granted elsewhere or not, and these grants."""
    chart = Chart(App(), "chart")
    for number, grant in enumerate(own):
        from_ = [ReferenceGrantFrom(*entry) for entry in grant.from_]
        to = [ReferenceGrantTo(*entry) for entry in grant.to]
        ReferenceGrant(chart, f"own-{number}", namespace=grant.namespace, from_=from_, to=to)
    for number, (pair, granted) in enumerate(references):
        referrer = Identity("gateway.networking.k8s.io", pair.kind, pair.namespace, f"referrer-{number}")
        target = Reference(pair.to_kind, pair.to_name, pair.to_namespace, defined=True, granted=granted)
        record(chart, referrer, [target])
    return chart


def missing_grants(chart: Chart) -> list[dict[str, Any]]:
    """Define the missing grants, and return their manifests."""
    define_missing_grants(App.of(chart))
    return [manifest for manifest in chart.to_json() if not manifest["metadata"]["name"].startswith("own-")]


def allowed(manifests: Iterable[dict[str, Any]]) -> set[Pair]:
    """Return what grants allow: everything of `from` may refer to everything of `to`."""
    return {
        Pair(referrer["kind"], referrer["namespace"], manifest["metadata"]["namespace"], target["kind"], target["name"])
        for manifest in manifests
        for referrer, target in product(manifest["spec"]["from"], manifest["spec"]["to"])
    }


@settings(deadline=None, max_examples=150)
@given(references=st.lists(st.tuples(PAIRS, st.booleans()), max_size=14), own=st.lists(OWN_GRANTS, max_size=2))
@example(
    references=[(Pair("HTTPRoute", namespace, "c", "Service", name), False) for namespace in "ab" for name in "xy"],
    own=[],
)
def test_the_grants_allow_the_references_that_need_one_and_nothing_else(
    references: list[tuple[Pair, bool]], own: list[OwnGrant]
) -> None:
    """Oracle: a reference needs a grant if it leaves its namespace, and no grant of the user or elsewhere allows it."""
    needed = {
        pair
        for pair, granted in references
        if pair.namespace != pair.to_namespace and not granted and not any(grant.allows(pair) for grant in own)
    }
    chart = chart_with(references, own)
    written = missing_grants(chart)
    assert allowed(written) == needed
    for to_namespace, kind in product(NAMESPACES, FROM_KINDS):
        group = {pair for pair in needed if (pair.to_namespace, pair.kind) == (to_namespace, kind)}
        grants = [
            manifest
            for manifest in written
            if manifest["metadata"]["namespace"] == to_namespace and manifest["spec"]["from"][0]["kind"] == kind
        ]
        assert len(grants) <= len({pair.namespace for pair in group})
        if group and len(grants) > 1:
            assert not is_product(group)
    assert missing_grants(chart) == written


def is_product(group: set[Pair]) -> bool:
    """Tell whether each referrer refers to each object that any of them refers to: one grant then says it all."""
    referrers = {pair.namespace for pair in group}
    targets = {(pair.to_kind, pair.to_name) for pair in group}
    return len(group) == len(referrers) * len(targets)


@pytest.mark.parametrize(
    ("referrers", "targets", "expected"), [(1, 1, 1), (16, 16, 1), (17, 1, 2), (1, 17, 2), (17, 33, 6)]
)
def test_a_grant_has_16_entries_of_a_kind_at_most(referrers: int, targets: int, expected: int) -> None:
    """Oracle: every pair of the two."""
    namespaces = [f"{'n' * 60}{number:02}" for number in range(referrers)]
    pairs = {
        Pair("HTTPRoute", namespace, "data", "Service", f"s{number}")
        for namespace in namespaces
        for number in range(targets)
    }
    written = missing_grants(chart_with((pair, False) for pair in sorted(pairs)))
    assert allowed(written) == pairs
    assert len(written) == expected
    assert len({manifest["metadata"]["name"] for manifest in written}) == expected
    assert all(len(manifest["spec"][part]) <= 16 for manifest in written for part in ("from", "to"))
    assert all(len(manifest["metadata"]["name"]) <= 253 for manifest in written)


@given(st.lists(st.lists(st.from_regex("[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?", fullmatch=True), min_size=1), min_size=2))
def test_the_name_of_a_grant_is_that_of_its_words_alone(lists: list[list[str]]) -> None:
    """Oracle: two names are equal where the words are."""
    names = {tuple(words): grant_name(words) for words in lists}
    assert len(set(names.values())) == len(names)
    assert all(len(name) <= 253 for name in names.values())
