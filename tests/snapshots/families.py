"""Whole charts, one for each family of constructs, which use every argument that there is."""

from collections.abc import Callable

from tests.snapshots.bgp import bgp
from tests.snapshots.certificates import certificates
from tests.snapshots.delivery import delivery
from tests.snapshots.gateway import gateway
from tests.snapshots.http_routes import http_routes
from tests.snapshots.load_balancing import load_balancing
from tests.snapshots.policies import policies
from tests.snapshots.routes import routes

from cdk8s import Chart

FAMILIES: dict[str, Callable[[Chart], None]] = {
    "load_balancing": load_balancing,
    "bgp": bgp,
    "policies": policies,
    "gateway": gateway,
    "http_routes": http_routes,
    "routes": routes,
    "certificates": certificates,
    "delivery": delivery,
}
