"""The rules, in the order of their codes: one module a subject."""

from preflight.rules.model import Rule
from preflight.rules.registry.addresses import ADDRESSES
from preflight.rules.registry.announcements import ANNOUNCEMENTS
from preflight.rules.registry.certificates import CERTIFICATES
from preflight.rules.registry.delivery import DELIVERY
from preflight.rules.registry.gateways import GATEWAYS
from preflight.rules.registry.pools import POOLS
from preflight.rules.registry.routes import ROUTES

RULES: tuple[Rule, ...] = (*GATEWAYS, *ROUTES, *POOLS, *ANNOUNCEMENTS, *ADDRESSES, *CERTIFICATES, *DELIVERY)
"""Each is asked of all manifests at once."""
