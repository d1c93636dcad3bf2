"""The objects that the controller looks at, as text."""

from preflight.gateway_api.objects import ParentRef, Reference

import pytest


@pytest.mark.parametrize(
    ("kind", "section", "port", "expected"),
    [
        ("Gateway", None, None, "infra/web"),
        ("Gateway", "http", None, "infra/web/http"),
        ("Gateway", None, 80, "infra/web:80"),
        ("ListenerSet", "http", 80, "ListenerSet infra/web/http:80"),
    ],
)
def test_a_parent_is_named_with_what_the_route_asks_for(
    kind: str, section: str | None, port: int | None, expected: str
) -> None:
    target = Reference("gateway.networking.k8s.io", kind, "infra", "web")
    parent = ParentRef(target=target, section_name=section, port=port, written={}, path=())
    assert str(parent) == expected
