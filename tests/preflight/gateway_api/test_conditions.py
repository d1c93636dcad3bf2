"""Conditions: their form, and how the last one of a type counts."""

from preflight.gateway_api.conditions import Condition, false, holds, merged, true


def test_a_condition_has_the_form_of_the_api_without_times() -> None:
    assert true("Accepted", "Accepted", "It is.").to_json() == {
        "type": "Accepted",
        "status": "True",
        "reason": "Accepted",
        "message": "It is.",
    }
    assert false("Accepted", "Invalid", "It is not.") == Condition("Accepted", "False", "Invalid", "It is not.")


def test_the_last_condition_of_a_type_counts_in_the_place_of_the_first() -> None:
    first, second, third = true("A", "a", ""), true("B", "b", ""), false("A", "c", "")
    assert merged([first, second, third]) == (third, second)


def test_a_condition_holds_if_it_is_there_and_true() -> None:
    conditions = [true("A", "a", ""), false("B", "b", ""), Condition("C", "Unknown", "c", "")]
    assert [holds(conditions, type_) for type_ in "ABCD"] == [True, False, False, False]
