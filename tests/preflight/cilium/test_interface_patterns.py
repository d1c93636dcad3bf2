"""Interface patterns: what RE2 takes and finds, and which of them are likely not meant."""

from preflight.cilium.interface_patterns import compiles, is_anchored, looks_like_a_glob, matching

import pytest

DEVICES = ("eth0", "eth1", "eth10", "veth1", "ens18")


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        ([], DEVICES),
        (["eth1"], ("eth1", "eth10", "veth1")),
        (["^eth1$"], ("eth1",)),
        (["^ens", "^eth0"], ("eth0", "ens18")),
        (["("], ()),
        (["eth*"], ("eth0", "eth1", "eth10", "veth1")),
    ],
)
def test_patterns_are_found_anywhere_and_one_of_them_is_enough(patterns: list[str], expected: tuple[str, ...]) -> None:
    assert matching(patterns, DEVICES) == expected


@pytest.mark.parametrize("pattern", ["*", "eth(?=0)", r"(e)\1", "[", "(?<!v)eth", "a{1001}"])
def test_what_re2_does_not_take(pattern: str) -> None:
    assert not compiles(pattern)


@pytest.mark.parametrize("pattern", ["", "^eth[0-9]+$", "(?i)ETH", r"\Aeth\d\z", "(?P<name>e)"])
def test_what_re2_takes(pattern: str) -> None:
    assert compiles(pattern)


@pytest.mark.parametrize("pattern", ["*", "eth*", "en*0", "^eth*", "^eth*$", "br-*"])
def test_what_looks_like_a_pattern_for_a_shell(pattern: str) -> None:
    assert looks_like_a_glob(pattern)


@pytest.mark.parametrize("pattern", ["eth.*", "^eth[0-9]*$", "eth0", r"eth\d*", "(eth|ens)*", ""])
def test_what_does_not_look_like_one(pattern: str) -> None:
    assert not looks_like_a_glob(pattern)


@pytest.mark.parametrize("pattern", ["^eth0$", "^(eth0|eth1)$", "^eth[0|1]$", r"^eth\|0$", "^(?:a|(b|c))$"])
def test_what_is_held_at_both_ends(pattern: str) -> None:
    assert is_anchored(pattern)


@pytest.mark.parametrize("pattern", ["eth0", "^eth0", "eth0$", "^eth0|eth1$", "^(a)|b$", r"^eth0\$", ""])
def test_what_is_not(pattern: str) -> None:
    assert not is_anchored(pattern)
