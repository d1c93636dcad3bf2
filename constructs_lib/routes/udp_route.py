"""UDPRoute: which Services get the datagrams to a UDP listener."""

from typing import ClassVar

from constructs_lib.routes.backends import UdpBackendRef
from constructs_lib.routes.single_rule import TransportRoute
from imports.io.k8s.networking.gateway import UdpRoute as L1UdpRoute


class UdpRoute(TransportRoute[UdpBackendRef], L1UdpRoute):
    """A UDPRoute, attached to UDP listeners: each client's datagrams go to one of the backends.

    With Cilium, only the oldest UDPRoute of a listener gets datagrams while the others look healthy, so a second one is
    refused; and UDP listeners do not work in host network mode.
    """

    route_kind: ClassVar[str] = "UDPRoute"
    backend_class: ClassVar[type[UdpBackendRef]] = UdpBackendRef
