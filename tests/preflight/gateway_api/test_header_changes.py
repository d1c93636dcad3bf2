from preflight.gateway_api.header_changes import NO_CHANGES, Changes, differences, modified, then

MODIFIER = {
    "set": [{"name": "X-Set", "value": "new"}],
    "add": [{"name": "X-Add", "value": "more"}, {"name": "X-New", "value": "first"}],
    "remove": ["X-Gone"],
}


def test_names_are_compared_without_regard_to_case_and_values_are_joined_by_a_comma() -> None:
    headers = {"x-set": "old", "x-add": "one", "x-gone": "1", "x-kept": "1"}
    assert modified(headers, MODIFIER) == {"x-set": "new", "x-add": "one,more", "x-new": "first", "x-kept": "1"}


def test_of_one_name_in_all_lists_the_value_that_is_set_counts() -> None:
    both = {"set": [{"name": "a", "value": "1"}], "add": [{"name": "A", "value": "2"}], "remove": ["a"]}
    assert modified({"a": "0"}, both) == {"a": "1"}


def test_differences_are_new_values_and_removals() -> None:
    before = {"a": "1", "b": "1", "c": "1"}
    assert differences(before, {"a": "1", "b": "2", "d": "1"}) == {"b": "2", "d": "1", "c": None}


def test_changes_of_an_answer_that_is_not_known_yet() -> None:
    changes = then(NO_CHANGES, MODIFIER)
    assert changes == Changes(
        {"x-set": "new", "x-add": "more", "x-new": "first", "x-gone": None}, frozenset({"x-add", "x-new"})
    )


def test_changes_after_changes() -> None:
    first = Changes({"a": "1", "b": None, "c": "1"}, frozenset({"a"}))
    second = {"add": [{"name": "a", "value": "2"}, {"name": "b", "value": "2"}], "remove": ["c"]}
    assert then(first, second) == Changes({"a": "1,2", "b": "2", "c": None}, frozenset({"a"}))
