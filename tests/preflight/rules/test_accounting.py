"""Each known misconfiguration and mistake is found somewhere, or it is said why not."""

from preflight.catalogue import CATALOGUE
from preflight.rules.accounting import MISCONFIGURATIONS, MISTAKES, Row

import pytest

ROWS = (*MISCONFIGURATIONS, *MISTAKES)


def test_all_rows_of_both_lists_are_there() -> None:
    assert [row.number for row in MISCONFIGURATIONS] == [str(number) for number in range(1, 41)]
    numbered = [row.number for row in MISTAKES if row.number != "next"]
    assert numbered == [str(number) for number in range(1, 26)]
    assert len(MISTAKES) - len(numbered) == 9


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.number}-{row.what[:20]}")
def test_a_row_has_codes_of_the_catalogue_or_says_why_not(row: Row) -> None:
    assert row.codes or row.note
    assert set(row.codes) <= CATALOGUE.keys()
    assert not row.note or row.note.endswith(".")
    assert not row.what.endswith(".")
