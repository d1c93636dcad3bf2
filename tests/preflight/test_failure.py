"""A mistake in preflight itself, as a finding."""

import re

from preflight.failure import failure

import pytest


def broken() -> None:
    raise KeyError("\x1b[31m" + "x" * 1000)


def test_a_failure_is_told_with_its_place_and_no_more_than_a_part_of_what_was_read() -> None:
    with pytest.raises(KeyError) as caught:
        broken()
    found = failure("The check of it", caught.value)
    assert found.code == "GH001"
    assert re.fullmatch(
        r"The check of it failed with KeyError at tests\.preflight\.test_failure:\d+: [ -~]{,80}\.", found.reason
    )
    assert found.fix == "Report this to the maintainers of Gatehouse, with the input if you can."


def test_an_error_that_was_never_raised_has_no_place() -> None:
    assert failure("It", ValueError("no")).reason == "It failed with ValueError: 'no'."
