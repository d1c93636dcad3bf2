"""Helm values of Cilium: what follows from them."""

from preflight.cluster import GatewayApiValues

import pytest


@pytest.mark.parametrize(
    ("alpn", "app_protocol", "uses"),
    [
        (True, False, True),
        (None, True, True),
        (False, True, True),
        (False, False, False),
        (None, False, None),
        (False, None, None),
    ],
)
def test_alpn_switches_the_app_protocol_on(alpn: bool | None, app_protocol: bool | None, uses: bool | None) -> None:
    assert GatewayApiValues(enable_alpn=alpn, enable_app_protocol=app_protocol).uses_app_protocol is uses
