"""What Cilium's controller and its Envoy do otherwise than the specification says: all of it, by version.

Facts: cilium/cilium, operator/pkg/gateway-api and operator/pkg/model; Gateway API v1.6.1.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from preflight.cluster import ClusterFacts
from preflight.gateway_api import features

CILIUM_CONTROLLER = "io.cilium/gateway-controller"


@dataclass(frozen=True, slots=True, kw_only=True)
class Semantics:
    """How an implementation reads the objects: each field is one point where Cilium and the specification differ."""

    name: str
    """`spec`, or `cilium` with its version."""
    title: str
    """The implementation as a sentence names it."""
    layer_4: bool
    """Whether TCP and UDP listeners and routes are served."""
    host_network: bool
    """Whether Envoy listens on the nodes themselves, so that Services have the addresses of nodes; that is a fact of
    the cluster, and Cilium refuses TCP and UDP then."""
    listener_sets: bool
    tls_terminate: bool
    """Whether a TLS listener may terminate TLS."""
    infrastructure_parameters: bool
    """Whether `infrastructure.parametersRef` of a Gateway is taken."""
    infrastructure_parameters_are_checked: bool
    """Whether what it names has to be there."""
    parent_has_to_be_accepted: bool
    """Whether the status of a ListenerSet says that its Gateway is not accepted, where it is not."""
    hostnames_of_all_listeners: bool
    """Whether a route's hostnames may match any listener of its parent, and not only those that it names."""
    kinds_before_sections: bool
    """Whether protocol and kind are checked over all listeners of the parent, before sectionName and port."""
    some_invalid_is_accepted: bool
    """Whether a Gateway with some invalid listeners has the reason Accepted instead of ListenersNotValid."""
    conflict_reason_is_invalid: bool
    """Whether a listener in conflict with another of its Gateway is not accepted as Invalid, not by the conflict."""
    passthrough_conflicts_with_https: bool
    """Whether HTTPS and TLS passthrough on one port conflict where a name may match both, not with equal names only."""
    all_conflicts: bool
    """Whether conflicts other than HTTPS with TLS passthrough are found."""
    grpc_clash: bool
    """Whether of an HTTPRoute and a GRPCRoute with a hostname in common on a listener only the older is accepted."""
    host_header_is_refused: bool
    """Whether a route that sets the header Host is refused."""
    regular_expressions_are_checked: bool
    """Whether a route with a regular expression that RE2 does not take is refused."""
    empty_addresses: bool
    """Whether a static address without a value asks for any address."""
    addresses_as_text: bool
    """Whether a static address is there only as the Service has it, letter by letter."""
    backend_port_is_checked: bool
    """Whether a Service without the port of the backendRef is not found."""
    first_problem_is_open: bool
    """Whether of several problems with backends any may give the reason of ResolvedRefs."""
    shared_http_table: bool
    """Whether the HTTP listeners of a Gateway share their routes, whatever their port."""
    paths_are_normalized: bool
    """Whether `/%61` is read as `/a` before routes are looked for."""
    paths_of_envoy: bool
    """Whether rewrites and redirects make of a path what Envoy makes of it where a slash ends or nothing is put in."""
    virtual_hosts: bool
    """Whether a request that no rule of its most specific hostname matches is not tried with a wider hostname."""
    regex_before_prefix: bool
    """Whether a regular expression comes before every path prefix."""
    trailing_slash_is_nothing: bool
    """Whether a slash at the end of a path prefix certainly does not count for its length."""
    whole_pattern_length: bool
    """Whether the length of a gRPC path pattern is that of the whole, and not those of service and method apart."""
    age_before_name: bool
    """Whether the older of two routes with equal matches comes first."""
    equal_matches_are_merged: bool
    """Whether the rules of several routes with equal matches become one, with the backends of all."""
    misdirected_requests: bool
    """Whether HTTPS requests for a host of another listener are answered with 421."""
    extension_filters: frozenset[str]
    """Filters of rules that are applied beyond those of every implementation."""
    https_ports_apart: bool
    """Whether each HTTPS port has routes of its own where there are several, or its names are passed through too."""
    one_rule_of_a_route: bool
    """Whether of the rules of a route with equal matches only the first is merged with those of other routes."""
    redirects_guarded: bool
    """Whether a redirect to a scheme leaves out requests that have this scheme already."""
    invalid_backends_are_dropped: bool
    """Whether the other backends get the requests of an invalid one, instead of an error."""
    missing_port_is_invalid: bool
    """Whether a backend whose Service has not its port is invalid (500), instead of one without endpoints (503)."""
    lone_backend_gets_all: bool
    """Whether the only valid backend of a rule gets all requests whatever its weight, even 0."""
    backend_filters: frozenset[str]
    """The kinds of routes whose backendRefs may modify headers."""
    last_filter_of_a_backend: bool
    """Whether of the filters of a backend only the last counts where a rule has several backends."""
    mirrors_whole_percents: bool
    """Whether of the part of the requests that is mirrored only the whole percents count."""
    grpc_status_without_backend: str
    """What a gRPC client gets where no backend is valid."""
    features: frozenset[str]
    """What a GatewayClass says that its controller supports."""


SPEC = Semantics(
    name="spec",
    title="the specification",
    layer_4=True,
    host_network=False,
    listener_sets=True,
    tls_terminate=True,
    infrastructure_parameters=True,
    infrastructure_parameters_are_checked=True,
    parent_has_to_be_accepted=True,
    hostnames_of_all_listeners=False,
    kinds_before_sections=False,
    some_invalid_is_accepted=False,
    conflict_reason_is_invalid=False,
    passthrough_conflicts_with_https=False,
    all_conflicts=True,
    grpc_clash=True,
    host_header_is_refused=False,
    regular_expressions_are_checked=False,
    empty_addresses=True,
    addresses_as_text=False,
    backend_port_is_checked=True,
    first_problem_is_open=True,
    shared_http_table=False,
    paths_are_normalized=False,
    paths_of_envoy=False,
    virtual_hosts=False,
    regex_before_prefix=False,
    trailing_slash_is_nothing=False,
    whole_pattern_length=False,
    age_before_name=True,
    equal_matches_are_merged=False,
    misdirected_requests=True,
    extension_filters=frozenset({"CORS"}),
    https_ports_apart=True,
    one_rule_of_a_route=True,
    redirects_guarded=False,
    invalid_backends_are_dropped=False,
    missing_port_is_invalid=True,
    lone_backend_gets_all=False,
    backend_filters=frozenset({"HTTPRoute", "GRPCRoute"}),
    last_filter_of_a_backend=False,
    mirrors_whole_percents=False,
    grpc_status_without_backend="UNAVAILABLE",
    features=features.GATEWAY_API_1_6,
)
"""The specification of Gateway API v1.6.1."""

CILIUM_1_20 = Semantics(
    name="cilium 1.20",
    title="Cilium 1.20",
    layer_4=True,
    host_network=False,
    listener_sets=True,
    tls_terminate=False,
    infrastructure_parameters=False,
    infrastructure_parameters_are_checked=False,
    parent_has_to_be_accepted=False,
    hostnames_of_all_listeners=True,
    kinds_before_sections=True,
    some_invalid_is_accepted=True,
    conflict_reason_is_invalid=True,
    passthrough_conflicts_with_https=True,
    all_conflicts=True,
    grpc_clash=False,
    host_header_is_refused=True,
    regular_expressions_are_checked=True,
    empty_addresses=False,
    addresses_as_text=True,
    backend_port_is_checked=True,
    first_problem_is_open=False,
    shared_http_table=True,
    paths_are_normalized=True,
    paths_of_envoy=True,
    virtual_hosts=True,
    regex_before_prefix=True,
    trailing_slash_is_nothing=True,
    whole_pattern_length=True,
    age_before_name=False,
    equal_matches_are_merged=True,
    misdirected_requests=False,
    extension_filters=frozenset({"CORS", "ExternalAuth"}),
    https_ports_apart=True,
    one_rule_of_a_route=True,
    redirects_guarded=True,
    invalid_backends_are_dropped=True,
    missing_port_is_invalid=False,
    lone_backend_gets_all=True,
    backend_filters=frozenset({"HTTPRoute"}),
    last_filter_of_a_backend=True,
    mirrors_whole_percents=True,
    grpc_status_without_backend="UNKNOWN",
    features=features.CILIUM_1_20,
)

SEMANTICS: Mapping[str, Semantics] = {
    "1.20": CILIUM_1_20,
    "1.19": replace(
        CILIUM_1_20,
        name="cilium 1.19",
        title="Cilium 1.19",
        layer_4=False,
        listener_sets=False,
        infrastructure_parameters=True,
        all_conflicts=False,
        backend_port_is_checked=False,
        regular_expressions_are_checked=False,
        extension_filters=frozenset(),
        https_ports_apart=False,
        one_rule_of_a_route=False,
        redirects_guarded=False,
        features=features.CILIUM_1_19,
    ),
}
"""Those of Cilium, by ClusterFacts.cilium."""


def semantics_for(implementation: str, facts: ClusterFacts) -> Semantics:
    """Return those of the specification for `spec`, and those of the cluster's Cilium for `cilium`."""
    if implementation == SPEC.name:
        return SPEC
    return replace(SEMANTICS[facts.cilium], host_network=facts.cilium_values.gateway_api.host_network is True)
