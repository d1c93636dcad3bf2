from itertools import combinations

from tests.preflight.admission.cel.evaluated import evaluated, fails

import pytest

VERSIONS = {
    "1.0.0": True,
    "0.1.0-alpha.1": True,
    "1.2.3-rc-1+build.5": True,
    "1.2.3+001": True,
    "200K": False,
    "Three": False,
    "1.0": False,
    "v1.0.0": False,
    "01.0.0": False,
    "1.0.0-": False,
    "1.0.0-01": False,
    "1.0.0+": False,
    "1.0.0.0": False,
    "": False,
}
NORMALIZED = {
    "v1.0.0": "1.0.0",
    "1.0": "1.0.0",
    "v1": "1.0.0",
    "01.01.01": "1.1.1",
    "00.1.0": "0.1.0",
    "1.2.3-rc.1": "1.2.3-rc.1",
}
PRECEDENCE = [
    "1.0.0-alpha",
    "1.0.0-alpha.1",
    "1.0.0-alpha.beta",
    "1.0.0-beta",
    "1.0.0-beta.2",
    "1.0.0-beta.11",
    "1.0.0-rc.1",
    "1.0.0",
    "1.0.1",
    "1.2.0",
    "2.0.0",
]
"""As semver.org lists them."""


@pytest.mark.parametrize("text", VERSIONS)
def test_is_semver(text: str) -> None:
    assert evaluated("isSemver(self)", text) is VERSIONS[text]
    assert evaluated("isSemver(self, false)", text) is VERSIONS[text]


@pytest.mark.parametrize("text", NORMALIZED)
def test_normalizing(text: str) -> None:
    assert evaluated("isSemver(self[0], true) && semver(self[0], true) == semver(self[1])", [text, NORMALIZED[text]])


@pytest.mark.parametrize("text", ["1.0-rc.1", "1+build", "vv1.0.0", ""])
def test_what_normalizing_does_not_mend(text: str) -> None:
    assert evaluated("isSemver(self, true)", text) is False


@pytest.mark.parametrize(("older", "newer"), list(combinations(PRECEDENCE, 2)))
def test_precedence(older: str, newer: str) -> None:
    value = [older, newer]
    assert evaluated("semver(self[0]).isLessThan(semver(self[1]))", value) is True
    assert evaluated("semver(self[1]).isGreaterThan(semver(self[0]))", value) is True
    assert evaluated("semver(self[0]).compareTo(semver(self[1])) == -1", value) is True
    assert evaluated("semver(self[0]) == semver(self[1])", value) is False


@pytest.mark.parametrize(
    "expression",
    [
        "semver('1.2.3').major() == 1",
        "semver('1.2.3').minor() == 2",
        "semver('1.2.3-rc.1').patch() == 3",
        "semver('1.2.3+a') == semver('1.2.3+b')",
        "semver('1.2.3').compareTo(semver('1.2.3+a')) == 0",
    ],
)
def test_functions_of_versions(expression: str) -> None:
    assert evaluated(expression) is True


def test_what_is_no_version_is_an_error() -> None:
    assert fails("semver('1.0').major() == 1") == "no semantic version"
