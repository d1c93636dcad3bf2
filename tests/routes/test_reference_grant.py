"""Who may refer to the objects of a namespace from another one."""

from typing import Any

from constructs_lib import Namespace
from constructs_lib.routes.reference_grant import ReferenceGrant, ReferenceGrantFrom, ReferenceGrantTo
from tests.conftest import Manifests, refusal

import pytest
from cdk8s import Chart

WEB = ReferenceGrantFrom("HTTPRoute", "shop")
SERVICE = ReferenceGrantTo("Service")


def test_a_grant_is_written_as_it_is_said(chart: Chart, manifests: Manifests) -> None:
    ReferenceGrant(
        chart,
        "a",
        namespace=Namespace(chart, "data"),
        from_=[WEB, ReferenceGrantFrom("Gateway", "common")],
        to=(ReferenceGrantTo("Service", "db"), ReferenceGrantTo("Secret")),
    )
    assert manifests()[1:] == [
        {
            "apiVersion": "gateway.networking.k8s.io/v1",
            "kind": "ReferenceGrant",
            "metadata": {
                "name": "a",
                "namespace": "data",
                "annotations": {"argocd.argoproj.io/sync-wave": "1"},
            },
            "spec": {
                "from": [
                    {"group": "gateway.networking.k8s.io", "kind": "HTTPRoute", "namespace": "shop"},
                    {"group": "gateway.networking.k8s.io", "kind": "Gateway", "namespace": "common"},
                ],
                "to": [{"group": "", "kind": "Service", "name": "db"}, {"group": "", "kind": "Secret"}],
            },
        }
    ]


NOTHING = (
    "[] grants nothing. Allowed: one entry or more. Fix: write from_=[ReferenceGrantFrom('HTTPRoute', 'apps')], "
    "to=[ReferenceGrantTo('Service')]."
)
MANY = "'17 items' are too many. Allowed: at most 16. Fix: split it into several objects."


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"from_": []}, f"ReferenceGrant data/a: from_: {NOTHING}"),
        ({"to": []}, f"ReferenceGrant data/a: to: {NOTHING}"),
        ({"from_": [WEB] * 17}, f"ReferenceGrant data/a: from_: {MANY}"),
        ({"to": [SERVICE] * 17}, f"ReferenceGrant data/a: to: {MANY}"),
        (
            {"to": [{"kind": "Service"}]},
            (
                "ReferenceGrant data/a: to[0]: {'kind': 'Service'} is of type dict. Allowed: ReferenceGrantTo. Fix: "
                "write ReferenceGrantTo(...)."
            ),
        ),
        (
            {"namespace": "a.b"},
            (
                "ReferenceGrant.namespace: 'a.b' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a "
                "letter or digit at both ends. Fix: write 'a-b'."
            ),
        ),
    ],
)
def test_what_makes_no_grant_is_refused(chart: Chart, arguments: dict[str, Any], expected: str) -> None:
    given: dict[str, Any] = {"namespace": "data", "from_": [WEB], "to": [SERVICE]} | arguments
    assert refusal(lambda: ReferenceGrant(chart, "a", **given)) == expected


def test_what_makes_no_entry_of_a_grant_is_refused() -> None:
    assert refusal(lambda: ReferenceGrantFrom("Ingress", "shop")) == (
        "ReferenceGrantFrom.kind: 'Ingress' is not a value of this field. Allowed: 'HTTPRoute', 'GRPCRoute', "
        "'TLSRoute', 'TCPRoute', 'UDPRoute', 'Gateway', 'ListenerSet'. Fix: write one of them."
    )
    assert refusal(lambda: ReferenceGrantFrom("HTTPRoute", "Shop")) == (
        "ReferenceGrantFrom.namespace: 'Shop' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a letter "
        "or digit at both ends. Fix: write 'shop'."
    )
    assert refusal(lambda: ReferenceGrantTo("Pod")) == (
        "ReferenceGrantTo.kind: 'Pod' is not a value of this field. Allowed: 'Service', 'Secret', 'ConfigMap'. Fix: "
        "write one of them."
    )
    assert refusal(lambda: ReferenceGrantTo("Service", "DB")) == (
        "ReferenceGrantTo.name: 'DB' is not a name that Kubernetes accepts. Allowed: 1 to 253 of a-z, 0-9, '-' and "
        "'.', with a letter or digit at both ends and around each '.'. Fix: write 'db'."
    )
