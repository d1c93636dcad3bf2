"""Names of the Services of Gateways."""

import hashlib

from preflight.gateway_service_names import service_name, shortened_name

from hypothesis import given
from hypothesis import strategies as st

LETTERS = {"0": "g", "1": "h", "3": "k", "a": "m", "e": "t"}


def test_a_name_of_48_characters_is_kept() -> None:
    assert service_name("g" * 48) == "cilium-gateway-" + "g" * 48


def test_a_longer_one_is_cut_and_gets_characters_of_its_digest() -> None:
    assert service_name("g" * 49) == "cilium-gateway-ggggggggggggggggggggggggggggggggggggg-fkdb4gggbk"


@given(st.text(alphabet="ab-", max_size=90))
def test_a_shortened_name_is_what_the_facts_say(name: str) -> None:
    digest = "".join(LETTERS.get(digit, digit) for digit in hashlib.sha256(name.encode()).hexdigest()[:10])
    assert shortened_name(name) == (name if len(name) <= 63 else f"{name[:52]}-{digest}")
