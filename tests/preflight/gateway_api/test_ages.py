"""Which of several objects comes first, and what is said of it."""

from typing import NamedTuple

from preflight.gateway_api.ages import age_key, doubt, is_undecided, why_first, without_times
from preflight.gateway_api.objects import NamespacedName

import pytest

OLD, NEW = "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"


class Thing(NamedTuple):
    name: str
    created: str = ""

    @property
    def key(self) -> NamespacedName:
        return NamespacedName("infra", self.name)

    def __str__(self) -> str:
        return f"Thing {self.key}"


@pytest.mark.parametrize(
    ("winner", "loser", "why"),
    [
        (Thing("b", OLD), Thing("a", NEW), "is older"),
        (Thing("a", OLD), Thing("b", OLD), "comes first by name"),
        (Thing("a"), Thing("b"), "comes first by name"),
        (Thing("b", NEW), Thing("a"), "is taken for the older one"),
    ],
    ids=["older", "of one age", "neither", "one"],
)
def test_the_older_one_comes_first_and_one_without_a_time_is_the_newest(winner: Thing, loser: Thing, why: str) -> None:
    assert sorted([loser, winner], key=age_key) == [winner, loser]
    assert why_first(winner, loser) == why
    assert is_undecided(winner, loser) == (not loser.created)


def test_the_doubt_names_those_without_a_time() -> None:
    assert doubt(Thing("a", OLD), Thing("b", NEW)) == ()
    assert doubt(Thing("a", OLD), Thing("b")) == (
        "One of the two wins, the older one, and Thing infra/b has no creation time.",
    )
    assert doubt(Thing("a"), Thing("b")) == (
        "One of the two wins, the older one, and Thing infra/a and Thing infra/b have no creation time.",
    )


def test_no_more_than_ten_are_named() -> None:
    said = without_times([Thing(f"t{number:02}") for number in range(12)])
    assert said.startswith("Thing infra/t00, Thing infra/t01, ")
    assert said.endswith("Thing infra/t09 and 2 others have no creation time")
