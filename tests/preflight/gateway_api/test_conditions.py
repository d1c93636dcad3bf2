"""Conditions: their form, and how the last one of a type counts."""

from preflight.gateway_api.conditions import Condition, condition_of, failed, false, holds, merged, true


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


def test_a_condition_has_failed_if_it_is_there_and_false() -> None:
    good, bad, unknown = true("A", "a", ""), false("B", "b", ""), Condition("C", "Unknown", "c", "")
    conditions = [good, bad, unknown]
    assert [condition_of(conditions, type_) for type_ in "ABCD"] == [good, bad, unknown, None]
    assert [failed(conditions, type_) for type_ in "ABCD"] == [None, bad, None, None]
