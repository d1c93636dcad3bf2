"""The ConfigMaps that are named for CA certificates."""

from preflight.gateway_api.ca_certificates import why_no_certificate, why_no_config_map
from preflight.gateway_api.objects import Reference
from tests.preflight.gateway_api.states import PEM, config_map, state

import pytest

CA = Reference("", "ConfigMap", "infra", "ca")


def test_a_config_map_is_what_is_needed() -> None:
    assert why_no_config_map(CA) is None


@pytest.mark.parametrize("other", [CA._replace(kind="Secret"), CA._replace(group="example.com")], ids=str)
def test_another_kind_is_not(other: Reference) -> None:
    assert why_no_config_map(other) == f"{other.kind} infra/ca, which it names for its CA certificate, is no ConfigMap."


def test_a_config_map_has_its_certificates_under_one_key() -> None:
    assert why_no_certificate(CA, state(config_map(**{"ca.crt": PEM}))) is None
    assert why_no_certificate(CA, state(config_map(**{"tls.crt": PEM}))) == "ConfigMap infra/ca has no ca.crt."
    assert why_no_certificate(CA, state(config_map("other"))) == "ConfigMap infra/ca does not exist."
