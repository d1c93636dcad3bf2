"""What a prediction means for the user: one cause, one finding, with what to change."""

from collections.abc import Callable, Iterator

from preflight.finding import Finding
from preflight.gateway_api.findings.backends import unresolved_backends
from preflight.gateway_api.findings.certificates import unusable_client_certificates
from preflight.gateway_api.findings.gateways import refused_listener_sets, unaddressed_gateways, unusable_parameters
from preflight.gateway_api.findings.host_headers import changed_hosts
from preflight.gateway_api.findings.listeners import refused_listeners, shared_listeners
from preflight.gateway_api.findings.namespaces import undeclared_namespaces
from preflight.gateway_api.findings.parents import (
    unknown_classes,
    unknown_gateways_of_listener_sets,
    unknown_parents,
    unserved_kinds,
)
from preflight.gateway_api.findings.policies import idle_policies, unaccepted_policies
from preflight.gateway_api.findings.routes import unaccepted_routes
from preflight.gateway_api.prediction import Prediction

CHECKS: tuple[Callable[[Prediction], Iterator[Finding]], ...] = (
    unresolved_backends,
    unusable_client_certificates,
    unknown_classes,
    undeclared_namespaces,
    unusable_parameters,
    refused_listeners,
    unaccepted_routes,
    unknown_parents,
    unknown_gateways_of_listener_sets,
    refused_listener_sets,
    unaddressed_gateways,
    shared_listeners,
    unserved_kinds,
    unaccepted_policies,
    idle_policies,
    changed_hosts,
)
"""Each asks one question of a prediction, in the order of the codes."""


def findings(prediction: Prediction) -> tuple[Finding, ...]:
    """Return the findings on the objects of a prediction, each with its object and where it was read."""
    return tuple(finding for check in CHECKS for finding in check(prediction))
