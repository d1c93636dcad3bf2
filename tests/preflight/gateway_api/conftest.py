"""Agreement with the cases: how many facts were compared, and how many agree, by area."""

from collections import Counter

import pytest


class Agreement:
    """Counts facts, by area."""

    def __init__(self) -> None:
        self.compared: Counter[str] = Counter()
        self.agreed: Counter[str] = Counter()

    def count(self, area: str, *, agrees: bool) -> None:
        """Count one fact."""
        self.compared[area] += 1
        self.agreed[area] += agrees

    def lines(self) -> list[str]:
        """Return a line for each area, then one for all."""
        rows = [(area, self.agreed[area], self.compared[area]) for area in sorted(self.compared)]
        rows.append(("all", self.agreed.total(), self.compared.total()))
        return [f"{area:60} {agreed:5} of {compared:5} facts agree" for area, agreed, compared in rows]


AGREEMENT = pytest.StashKey[Agreement]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[AGREEMENT] = Agreement()


@pytest.fixture
def agreement(request: pytest.FixtureRequest) -> Agreement:
    """What the summary of the test run says of the cases."""
    return request.config.stash[AGREEMENT]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    found = config.stash[AGREEMENT]
    if found.compared:
        terminalreporter.section("agreement with ../shared/cases")
        for line in found.lines():
            terminalreporter.write_line(line)
