"""Which codes are reported."""

from preflight.finding import Finding
from preflight.rules.selection import Selection

import pytest

CODES = ("GH001", "GH002", "GH104", "GH310", "GH404", "GH405")


@pytest.mark.parametrize(
    ("select", "ignore", "taken"),
    [
        ((), (), CODES),
        (("GH4",), (), ("GH001", "GH002", "GH404", "GH405")),
        (("GH4", "GH310"), (), ("GH001", "GH002", "GH310", "GH404", "GH405")),
        ((), ("GH4",), ("GH001", "GH002", "GH104", "GH310")),
        (("GH4",), ("GH405",), ("GH001", "GH002", "GH404")),
        (("GH405",), ("GH4",), ("GH001", "GH002")),
        ((), ("GH0",), CODES),
    ],
)
def test_codes_and_beginnings_of_codes_choose(
    select: tuple[str, ...], ignore: tuple[str, ...], taken: tuple[str, ...]
) -> None:
    found = [Finding(code=code, reason="So.", fix="No.") for code in CODES]
    assert tuple(finding.code for finding in Selection(select, ignore).of(found)) == taken


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (
            {"select": ("GH9",)},
            (
                "select: no code is 'GH9' or starts with it. Allowed: such as GH4, GH403. "
                "Fix: see `python -m preflight rules`."
            ),
        ),
        (
            {"ignore": ("GH4044",)},
            "ignore: no code is 'GH4044' or starts with it. Allowed: such as GH4, GH403. Fix: write GH404.",
        ),
        (
            {"select": ("gh5",)},
            "select: no code is 'gh5' or starts with it. Allowed: such as GH4, GH403. Fix: write GH5.",
        ),
    ],
)
def test_what_no_code_starts_with_is_refused(selection: dict[str, tuple[str, ...]], message: str) -> None:
    with pytest.raises(ValueError, match="no code") as refused:
        Selection(**selection)
    assert str(refused.value) == message
