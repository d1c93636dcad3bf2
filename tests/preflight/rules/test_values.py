"""HTTP/2, host networking and Argo CD's server, by what the cluster file says."""

from dataclasses import replace

from preflight.cluster import ArgoCd, CiliumValues, ClusterFacts, GatewayApiValues
from tests.preflight.rules.judged import HTTPS, SERVICE, listeners, routes, said

import pytest

SECRETS = (("web", "edge-tls"),)
BACKEND = "[{backendRefs: [{name: shop, port: 80}]}]"
SECURE = listeners(f"[{HTTPS}]")
GRPC = routes(BACKEND).replace("HTTPRoute", "GRPCRoute")


def with_values(**values: bool) -> ClusterFacts:
    gateway_api = replace(GatewayApiValues(), **values)  # type: ignore[arg-type]  # the names are those of the tests
    return ClusterFacts(secrets=SECRETS, cilium_values=CiliumValues(gateway_api=gateway_api))


@pytest.mark.parametrize(
    ("facts", "fires"),
    [
        (with_values(enable_alpn=False), True),
        (with_values(enable_alpn=True), False),
        (with_values(), False),
    ],
)
def test_grpc_over_tls_needs_alpn(facts: ClusterFacts, fires: bool) -> None:
    assert bool(said("GH411", SECURE, SERVICE, GRPC, facts=facts)) is fires
    assert said("GH411", SECURE, SERVICE, routes(BACKEND), facts=facts) == ""


@pytest.mark.parametrize(
    ("facts", "fires"),
    [
        (with_values(enable_app_protocol=False, enable_alpn=False), True),
        (with_values(enable_app_protocol=False, enable_alpn=True), False),
        (with_values(enable_app_protocol=False), False),
        (with_values(enable_app_protocol=True), False),
    ],
)
def test_the_protocol_of_a_backend(facts: ClusterFacts, fires: bool) -> None:
    h2c = SERVICE.replace("port: 80", "port: 80, appProtocol: kubernetes.io/h2c")
    assert bool(said("GH412", SECURE, h2c, routes(BACKEND), facts=facts)) is fires
    assert said("GH412", SECURE, h2c, GRPC, facts=facts) == ""
    assert said("GH412", SECURE, SERVICE, routes(BACKEND), facts=facts) == ""


def test_several_gateways_with_host_networking() -> None:
    facts = with_values(host_network=True)
    low = listeners("[{name: http, port: 80, protocol: HTTP}, {name: more, port: 81, protocol: HTTP}]")
    assert said("GH322", low, facts=facts).count("GH322") == 1
    assert said("GH321", low, facts=facts) == ""
    assert said("GH321", low, low.replace("edge", "inner"), facts=facts).count("GH321") == 2
    assert said("GH321", low, low.replace("edge", "inner"), facts=with_values()) == ""


PARAMETERS = """
apiVersion: v1
kind: ConfigMap
metadata: {name: argocd-cmd-params-cm, namespace: web}
data: {}
"""
DEPLOYMENT = """
apiVersion: apps/v1
kind: Deployment
metadata: {name: argocd-server, namespace: web}
spec:
  selector: {matchLabels: {app: argocd}}
  template:
    metadata: {labels: {app: argocd}}
    spec: {containers: [{name: server, image: argocd, args: [argocd-server, --insecure]}]}
"""
SERVER = SERVICE.replace("name: shop", "name: argocd-server")
TO_SERVER = routes(BACKEND.replace("shop", "argocd-server"))


def test_the_server_of_argo_cd_redirects_unless_it_is_told_not_to() -> None:
    facts = ClusterFacts(secrets=SECRETS)
    assert "does not set server.insecure" in said("GH410", SECURE, SERVER, TO_SERVER, PARAMETERS, facts=facts)
    assert said("GH410", SECURE, SERVER, TO_SERVER, facts=facts) == ""
    assert said("GH410", SECURE, SERVER, TO_SERVER, PARAMETERS, DEPLOYMENT, facts=facts) == ""
    told = ClusterFacts(secrets=SECRETS, argo_cd=ArgoCd(server_insecure=True))
    assert said("GH410", SECURE, SERVER, TO_SERVER, PARAMETERS, facts=told) == ""
    declared = ClusterFacts(secrets=SECRETS, argo_cd=ArgoCd(server_insecure=False))
    assert "does not set server.insecure" in said("GH410", SECURE, SERVER, TO_SERVER, facts=declared)
    plain = listeners("[{name: http, port: 80, protocol: HTTP}]")
    assert said("GH410", plain, SERVER, TO_SERVER, PARAMETERS, facts=facts) == ""
