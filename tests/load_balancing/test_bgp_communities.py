"""BGP communities against the patterns of the CRD."""

import re
from typing import Any

from constructs_lib.load_balancing.bgp_communities import WELL_KNOWN, BgpCommunities, is_large, is_standard
from tests.conftest import Crds, refusal, schema_of

import pytest
from hypothesis import example, given
from hypothesis import strategies as st


@pytest.fixture(scope="session")
def schema(crds: Crds) -> dict[str, Any]:
    """The schema of communities in the CRD."""
    fields = schema_of(crds["CiliumBGPAdvertisement"], "v2")["properties"]["spec"]["properties"]
    attributes = fields["advertisements"]["items"]["properties"]["attributes"]["properties"]
    communities: dict[str, Any] = attributes["communities"]["properties"]
    return communities


numbers = st.one_of(
    st.integers(0, 2**33).map(str),
    st.sampled_from(
        ["0", "65535", "65536", "4294967295", "4294967296", "00", "01", "", " 1", "-1", "+1", "\u0661", "a"]
    ),
)
texts = st.lists(numbers, min_size=1, max_size=4).map(":".join)


@given(texts)
@example("65535:65535")
@example("65535:65536")
@example("65536:0")
@example("4294967295")
@example("4294967296")
@example("4294967295:0:4294967295")
@example("4294967295:0:4294967296")
@example("1:2\n")
def test_a_community_is_what_the_crd_takes(schema: dict[str, Any], text: str) -> None:
    """Oracle: the patterns of the CRD."""
    for is_one, field in ((is_standard, "standard"), (is_large, "large")):
        pattern = schema[field]["items"]["pattern"]
        # RE2, which the API server has, takes `$` for the very end only.
        assert is_one(text) == bool(re.fullmatch(pattern.replace("$", r"\Z"), text)), (field, text)


def test_the_names_are_those_of_the_crd(schema: dict[str, Any]) -> None:
    """Oracle: the CRD."""
    assert list(WELL_KNOWN) == schema["wellKnown"]["items"]["enum"]


def test_communities_are_written_as_they_are() -> None:
    communities = BgpCommunities(standard=["64512:100"], well_known=("no-export",), large=["64512:1:2"])
    assert communities.spec() == {"standard": ["64512:100"], "wellKnown": ["no-export"], "large": ["64512:1:2"]}
    assert BgpCommunities().spec() == {"standard": None, "wellKnown": None, "large": None}


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"standard": ["64512:100", "64512:100:50"]},
            (
                "standard[1]: '64512:100:50' is not a standard community. Allowed: two numbers up to 65535 such as "
                "'64512:100', or one up to 4294967295. Fix: write the numbers without leading zeros, or put three "
                "numbers in large=[...]."
            ),
        ),
        (
            {"large": ["64512:100"]},
            (
                "large[0]: '64512:100' is not a large community. Allowed: three numbers up to 4294967295 such as "
                "'64512:100:50'. Fix: write the numbers without leading zeros, or put two numbers in standard=[...]."
            ),
        ),
        (
            {"well_known": ["no-export", "65535:65281"]},
            (
                f"well_known[1]: '65535:65281' is not a value of this field. Allowed: "
                f"{', '.join(map(repr, WELL_KNOWN))}. Fix: write one of them."
            ),
        ),
        (
            {"standard": "64512:100"},
            "standard: '64512:100' is of type str. Allowed: a list of str. Fix: put it in a list: [...].",
        ),
        ({"large": [1]}, "large[0]: 1 is of type int. Allowed: str. Fix: write it as text, in quotes."),
    ],
)
def test_what_is_no_community_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: BgpCommunities(**arguments)) == f"BgpCommunities.{expected}"
