"""TCPRoute: which Services get the connections to a TCP listener."""

from typing import ClassVar

from constructs_lib.routes.backends import BackendRef
from constructs_lib.routes.single_rule import TransportRoute
from imports.io.k8s.networking.gateway import TcpRoute as L1TcpRoute


class TcpRoute(TransportRoute[BackendRef], L1TcpRoute):
    """A TCPRoute, attached to TCP listeners: each connection goes to one of the backends.

    With Cilium, only the oldest TCPRoute of a listener gets connections while the others look healthy, so a second one
    is refused; and TCP listeners do not work in host network mode.
    """

    route_kind: ClassVar[str] = "TCPRoute"
    backend_class: ClassVar[type[BackendRef]] = BackendRef
