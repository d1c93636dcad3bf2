"""A filter of another Gateway controller than Cilium's."""

from typing import Any

from constructs_lib.routes.extension_ref import ExtensionRef
from tests.conftest import refusal

import pytest

GIVEN: dict[str, Any] = {
    "group": "example.com",
    "kind": "RateLimit",
    "name": "limit",
    "controller_name": "example.com/gateway-controller",
}


@pytest.mark.parametrize("group", ["example.com", ""])
def test_an_extension_is_referred_to_by_group_kind_and_name(group: str) -> None:
    assert ExtensionRef(**GIVEN | {"group": group}).spec() == {
        "type": "ExtensionRef",
        "extensionRef": {"group": group, "kind": "RateLimit", "name": "limit"},
    }


NAME = "1 to 253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends and around each '.'"
KIND = (
    "is not a kind. Allowed: 1 to 63 letters, digits and '-', with a letter at the start. Fix: write the kind as in "
    "the object's manifest."
)
CONTROLLER = (
    "is not the name of a Gateway controller. Allowed: a domain and a path, such as 'example.com/gateway-controller'. "
    "Fix: write controllerName of the GatewayClass."
)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"group": "Example"},
            f"group: 'Example' is not a name that Kubernetes accepts. Allowed: {NAME}. Fix: write 'example'.",
        ),
        ({"group": None}, "group: None is of type NoneType. Allowed: str. Fix: write it as text, in quotes."),
        ({"kind": ""}, f"kind: '' {KIND}"),
        ({"kind": "a b"}, f"kind: 'a b' {KIND}"),
        ({"kind": "a" * 64}, f"kind: {'a' * 64!r} {KIND}"),
        (
            {"name": ""},
            f"name: '' is not a name that Kubernetes accepts. Allowed: {NAME}. Fix: write a name in that form.",
        ),
        ({"controller_name": "other"}, f"controller_name: 'other' {CONTROLLER}"),
        (
            {"controller_name": "io.cilium/gateway-controller"},
            (
                "controller_name: 'io.cilium/gateway-controller' applies no such filter: requests would pass without "
                "it. Allowed: the name of a Gateway controller that applies it. Fix: use a filter that Cilium applies, "
                "such as ExternalAuth in an HTTPRoute."
            ),
        ),
    ],
)
def test_what_makes_no_extension_is_refused(arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: ExtensionRef(**GIVEN | arguments)) == f"ExtensionRef.{expected}"
