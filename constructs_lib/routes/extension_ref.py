"""ExtensionRef: a filter of a Gateway controller other than Cilium's.

Source: Gateway API v1.6.1, filters.extensionRef; that Cilium reads none of them: its operator/pkg/gateway-api.
"""

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.checks import dns_subdomain, instance, refused
from constructs_lib.gateway.gateway_class import CONTROLLER_NAME
from constructs_lib.routes.http_route_filter import HttpRouteFilter

KIND = re.compile(r"[a-zA-Z]([-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?")
DOMAIN_AND_PATH = re.compile(r"[a-z0-9.-]+/[A-Za-z0-9/\-._~%!$&'()*+,;=:]+")


@dataclass(frozen=True, kw_only=True)
class ExtensionRef(HttpRouteFilter):
    """What an object of the route's namespace describes, for Gateways that are not Cilium's; a rule can have several.

    Cilium applies none of them and says nothing: with a filter that is meant to authenticate, every request would pass.
    So `controller_name` has to say which Gateway controller applies it, as in the GatewayClass; it is not written to
    the manifest. Raises ValueError for Cilium's: use ExternalAuth, or another filter, there. `group` is the API group
    of the object, empty for the core one.
    """

    group: str
    kind: str
    name: str
    controller_name: str

    type: ClassVar[str] = "ExtensionRef"
    field: ClassVar[str] = "extensionRef"
    is_repeatable: ClassVar[bool] = True

    def __post_init__(self) -> None:
        if instance("ExtensionRef.group", self.group, str):
            dns_subdomain("ExtensionRef.group", self.group)
        if not KIND.fullmatch(instance("ExtensionRef.kind", self.kind, str)):
            raise refused(
                "ExtensionRef.kind",
                self.kind,
                "is not a kind",
                allowed="1 to 63 letters, digits and '-', with a letter at the start",
                fix="write the kind as in the object's manifest",
            )
        dns_subdomain("ExtensionRef.name", self.name)
        if not DOMAIN_AND_PATH.fullmatch(instance("ExtensionRef.controller_name", self.controller_name, str)):
            raise refused(
                "ExtensionRef.controller_name",
                self.controller_name,
                "is not the name of a Gateway controller",
                allowed="a domain and a path, such as 'example.com/gateway-controller'",
                fix="write controllerName of the GatewayClass",
            )
        if self.controller_name == CONTROLLER_NAME:
            raise refused(
                "ExtensionRef.controller_name",
                self.controller_name,
                "applies no such filter: requests would pass without it",
                allowed="the name of a Gateway controller that applies it",
                fix="use a filter that Cilium applies, such as ExternalAuth in an HTTPRoute",
            )

    def settings(self) -> dict[str, Any]:
        """Return the reference in the API's form."""
        return {"group": self.group, "kind": self.kind, "name": self.name}
