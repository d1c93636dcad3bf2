"""Why one of two objects wins."""

from preflight.gateway_api.ages import why_first


def test_the_older_one_wins_and_names_decide_between_equals() -> None:
    assert why_first("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z") == "is older"
    assert why_first("", "") == why_first("2026", "2026") == "comes first by name"
