"""From manifests to objects: defaults, namespaces, order."""

from preflight.cluster import ClusterFacts
from preflight.gateway_api.loading import objects_in
from preflight.gateway_api.objects import GroupKind, NamespacedName, Reference
from preflight.snapshot import Manifest, Snapshot
from tests.preflight.gateway_api.cases import POOL
from tests.preflight.gateway_api.states import (
    API,
    WEB,
    an_object,
    gateway,
    grant,
    https,
    listener,
    listener_set,
    passthrough,
    route,
    state,
    the_gateway,
)


def test_a_listener_is_read_with_its_defaults() -> None:
    selector = {"matchExpressions": [{"key": "team", "operator": "Exists"}]}
    allowed = {"namespaces": {"from": "Selector", "selector": selector}, "kinds": [{"kind": "GRPCRoute"}]}
    objects = state(gateway(listener(), https("tls", hostname="*.example.com", allowedRoutes=allowed)))
    plain, tls = objects.gateways[WEB].listeners
    assert (plain.hostname, plain.tls_mode, plain.certificates, plain.kinds) == ("", None, (), ())
    assert (plain.namespaces.from_, plain.namespaces.selector, plain.path) == ("Same", None, ("spec", "listeners", 0))
    assert (tls.hostname, tls.tls_mode, tls.path) == ("*.example.com", "Terminate", ("spec", "listeners", 1))
    assert tls.certificates == (Reference("", "Secret", "infra", "cert"),)
    assert tls.kinds == (GroupKind("gateway.networking.k8s.io", "GRPCRoute"),)
    assert tls.namespaces.selector is not None
    assert tls.namespaces.selector.match_expressions == selector["matchExpressions"]


def test_tls_without_a_mode_terminates_and_other_modes_stay() -> None:
    objects = state(gateway(https(tls={"certificateRefs": [{"name": "cert"}]}), passthrough(port=8443)))
    assert [each.tls_mode for each in objects.gateways[WEB].listeners] == ["Terminate", "Passthrough"]


def test_a_gateway_allows_no_listener_sets_unless_it_says_so() -> None:
    assert state(gateway()).gateways[WEB].allowed_listeners.from_ == "None"
    allowed = {"namespaces": {"from": "All"}}
    assert state(gateway(allowedListeners=allowed)).gateways[WEB].allowed_listeners.from_ == "All"


def test_a_listener_set_names_a_gateway_of_its_own_namespace_or_another() -> None:
    own = an_object(API, "ListenerSet", "own", "shop", spec={"parentRef": {"name": "web"}, "listeners": [listener()]})
    objects = state(own, listener_set(listener(), namespace="shop", created="2026-01-01T00:00:00Z"))
    assert objects.listener_sets[NamespacedName("shop", "own")].gateway == NamespacedName("shop", "web")
    more = objects.listener_sets[NamespacedName("shop", "more")]
    assert (more.gateway, more.created) == (WEB, "2026-01-01T00:00:00Z")


def test_a_route_is_read_with_its_defaults() -> None:
    mirror = {"type": "RequestMirror", "requestMirror": {"backendRef": {"name": "copy", "port": 81}}}
    rule = {"name": "first", "filters": [mirror], "backendRefs": [{"name": "app", "port": 80, "weight": 3}]}
    written = route(namespace="shop", hostnames=["shop.example.com"], rules=[rule], parents=[{"name": "web"}])
    (found,) = state(written).routes
    (one,) = found.rules
    assert (str(found), found.hostnames, found.created) == ("HTTPRoute shop/shop", ("shop.example.com",), "")
    assert found.parents[0].target == Reference("gateway.networking.k8s.io", "Gateway", "infra", "web")
    assert (found.parents[0].section_name, found.parents[0].port) == (None, None)
    assert found.parents[0].path == ("spec", "parentRefs", 0)
    assert (one.index, one.name, one.timeouts) == (0, "first", {})
    assert one.matches == ({"path": {"type": "PathPrefix", "value": "/"}},)
    (backend,), (copy,) = one.backends, one.filter_backends.values()
    assert backend.target == Reference("", "Service", "shop", "app")
    assert (backend.port, backend.weight, backend.path) == (80, 3, ("spec", "rules", 0, "backendRefs", 0))
    assert (copy.target.name, copy.port, copy.weight) == ("copy", 81, 1)
    assert copy.path == ("spec", "rules", 0, "filters", 0, "requestMirror", "backendRef")


def test_routes_are_sorted_by_kind_then_by_namespace_and_name() -> None:
    names = [("TLSRoute", "a", "z"), ("GRPCRoute", "b", "a"), ("HTTPRoute", "b", "b"), ("HTTPRoute", "a", "c")]
    written = [route(name, kind=kind, namespace=space, hostnames=["x.example.com"]) for kind, space, name in names]
    assert [str(each) for each in state(*written).routes] == [
        "HTTPRoute a/c",
        "HTTPRoute b/b",
        "GRPCRoute b/a",
        "TLSRoute a/z",
    ]


def test_grants_are_found_by_what_they_permit() -> None:
    objects = state(grant("Gateway", "infra", "Secret", in_="certs", name="cert"))
    ((permission, (found,)),) = objects.grants.items()
    assert permission == (("gateway.networking.k8s.io", "Gateway"), "infra", "certs", ("", "Secret", "cert"))
    assert found.from_ == (("gateway.networking.k8s.io", "Gateway", "infra"),)
    assert found.to == (("", "Secret", "cert"),)


def test_gateway_classes_are_those_of_manifests_and_those_that_are_declared() -> None:
    other = an_object(API, "GatewayClass", "other", None, spec={"controllerName": "example.com/controller"})
    classes = state(other).gateway_classes
    assert {name: each.controller for name, each in classes.items()} == {
        "cilium": "io.cilium/gateway-controller",
        "other": "example.com/controller",
    }
    assert classes["cilium"].manifest is None
    facts = ClusterFacts(gateway_classes=("mine",))
    assert list(objects_in(Snapshot((Manifest(data=other),)), facts).gateway_classes) == ["mine", "other"]


def test_pools_that_are_disabled_are_left_out() -> None:
    disabled = POOL | {"metadata": {"name": "off"}, "spec": {"disabled": True, "blocks": [{"cidr": "10.0.0.0/8"}]}}
    objects = state(POOL, disabled)
    assert [pool["blocks"] for pool in objects.pools] == [[{"cidr": "192.0.2.0/24"}]]
    assert state(disabled).pools == ()


def test_what_a_gateway_says_of_client_certificates() -> None:
    ref = {"group": "", "kind": "ConfigMap", "name": "ca", "namespace": "certs"}
    validation = {"validation": {"caCertificateRefs": [ref]}}
    tls = {
        "backend": {"clientCertificateRef": {"name": "cert"}},
        "frontend": {"default": validation, "perPort": [{"port": 8443, "tls": {}}, {"port": 9443, "tls": validation}]},
    }
    one, _ = the_gateway(gateway(tls=tls))
    assert one.client_certificate == Reference("", "Secret", "infra", "cert")
    ca, path = Reference("", "ConfigMap", "certs", "ca"), ("spec", "tls", "frontend")
    assert [(each.port, each.certificates, each.path[:-2]) for each in one.client_validations] == [
        (8443, (), (*path, "perPort", 0, "tls")),
        (9443, (ca,), (*path, "perPort", 1, "tls")),
        (None, (ca,), (*path, "default")),
    ]
    plain, _ = the_gateway(gateway())
    assert plain.client_certificate is None
    assert [each.certificates for each in plain.client_validations] == [()]


def test_the_backends_of_filters_have_the_index_of_their_filter_also_in_the_experimental_channel() -> None:
    filters = [
        {"type": "RequestHeaderModifier", "requestHeaderModifier": {"remove": ["a"]}},
        {"type": "RequestMirror", "requestMirror": {"backendRef": {"name": "copy", "port": 80}}},
        {
            "type": "ExternalAuth",
            "externalAuth": {"protocol": "HTTP", "backendRef": {"name": "auth", "port": 80}},
        },
    ]
    written = Manifest(data=route(rules=[{"filters": filters}]))
    (one,) = objects_in(Snapshot((written,)), ClusterFacts()).routes
    assert {index: each.target.name for index, each in one.rules[0].filter_backends.items()} == {1: "copy", 2: "auth"}


def test_class_configs_have_their_spec() -> None:
    config = an_object("cilium.io/v2alpha1", "CiliumGatewayClassConfig", "node-port", "infra")
    config["spec"] = {"service": {"type": "NodePort"}}
    found = state(config).class_configs[NamespacedName("infra", "node-port")]
    assert found["service"]["type"] == "NodePort"


def test_a_policy_is_read_with_its_targets() -> None:
    targets = [{"group": "", "kind": "Service", "name": "app", "sectionName": "https"}]
    validation = {"hostname": "app.example.com", "wellKnownCACertificates": "System"}
    written = an_object(API, "BackendTLSPolicy", "tls", "shop", spec={"targetRefs": targets, "validation": validation})
    (found,) = state(written).policies
    assert (found.key, found.targets) == (
        NamespacedName("shop", "tls"),
        ((Reference("", "Service", "shop", "app"), "https"),),
    )
    assert found.validation["hostname"] == "app.example.com"
