"""BGP communities: marks on advertised routes that peers act on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from constructs_lib.checks import instances, keep, one_of, refused

WELL_KNOWN = (
    "internet",
    "planned-shut",
    "accept-own",
    "route-filter-translated-v4",
    "route-filter-v4",
    "route-filter-translated-v6",
    "route-filter-v6",
    "llgr-stale",
    "no-llgr",
    "blackhole",
    "no-export",
    "no-advertise",
    "no-export-subconfed",
    "no-peer",
)
NUMBER = re.compile(r"0|[1-9][0-9]{0,9}")
MAX_COMMUNITIES = 1000
MAX_32_BITS = 2**32 - 1
MAX_16_BITS = 2**16 - 1
LARGE_NUMBERS = 3


@dataclass(frozen=True, kw_only=True)
class BgpCommunities:
    """Communities of advertised routes.

    `standard` ones are two numbers up to 65535 such as `64512:100`, or one up to 4294967295; `large` ones are three
    numbers up to 4294967295 (RFC 8092); `well_known` ones have names, such as `no-export`.
    """

    standard: Sequence[str] = ()
    well_known: Sequence[str] = ()
    large: Sequence[str] = ()

    def __post_init__(self) -> None:
        for name in ("standard", "well_known", "large"):
            where = f"BgpCommunities.{name}"
            keep(self, **{name: instances(where, getattr(self, name), str, at_most=MAX_COMMUNITIES)})
        for index, community in enumerate(self.standard):
            if not is_standard(community):
                raise refused(
                    f"BgpCommunities.standard[{index}]",
                    community,
                    "is not a standard community",
                    allowed="two numbers up to 65535 such as '64512:100', or one up to 4294967295",
                    fix="write the numbers without leading zeros, or put three numbers in large=[...]",
                )
        for index, community in enumerate(self.well_known):
            one_of(f"BgpCommunities.well_known[{index}]", community, WELL_KNOWN)
        for index, community in enumerate(self.large):
            if not is_large(community):
                raise refused(
                    f"BgpCommunities.large[{index}]",
                    community,
                    "is not a large community",
                    allowed="three numbers up to 4294967295 such as '64512:100:50'",
                    fix="write the numbers without leading zeros, or put two numbers in standard=[...]",
                )

    def spec(self) -> dict[str, Any]:
        """Return the communities in the API's form."""
        return {
            "standard": list(self.standard) or None,
            "wellKnown": list(self.well_known) or None,
            "large": list(self.large) or None,
        }


def is_standard(community: str) -> bool:
    """Tell whether this is one number of 32 bits, or two of 16."""
    numbers = _numbers(community)
    most = MAX_32_BITS if len(numbers) == 1 else MAX_16_BITS
    return len(numbers) in (1, 2) and max(numbers) <= most


def is_large(community: str) -> bool:
    """Tell whether this is three numbers of 32 bits."""
    numbers = _numbers(community)
    return len(numbers) == LARGE_NUMBERS and max(numbers) <= MAX_32_BITS


def _numbers(community: str) -> list[int]:
    """Return the numbers of a community; none where a part of it is no number."""
    parts = community.split(":")
    return [int(part) for part in parts] if all(NUMBER.fullmatch(part) for part in parts) else []
