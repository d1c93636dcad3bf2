"""Issuers of Let's Encrypt certificates."""

from collections.abc import Callable
from typing import Any

from constructs_lib import Gateway, Listener, Namespace, Platform
from constructs_lib.certificates.dns_providers import Cloudflare, DigitalOcean, Route53
from constructs_lib.certificates.issuer import (
    ExistingClusterIssuer,
    ExistingIssuer,
    LetsEncryptClusterIssuer,
    LetsEncryptIssuer,
)
from constructs_lib.certificates.secret_key import SecretKey
from constructs_lib.certificates.solvers import Dns01Solver, Http01Solver, SolverSelector
from constructs_lib.references import ExistingSecret
from constructs_lib.registry import Identity
from tests.conftest import Manifests, refusal

import cdk8s_plus_27
import pytest
from cdk8s import ApiObjectMetadata, Chart

KEY = SecretKey("cloudflare", "api-token")
PROVIDER = Cloudflare(api_token=KEY)
DNS01 = Dns01Solver(PROVIDER)
HTTP01 = Http01Solver()
PRODUCTION = "https://acme-v02.api.letsencrypt.org/directory"
STAGING = "https://acme-staging-v02.api.letsencrypt.org/directory"


def cluster_issuer(chart: Chart, *solvers: Any, **arguments: Any) -> LetsEncryptClusterIssuer:
    return LetsEncryptClusterIssuer(chart, "letsencrypt", solvers=solvers or [DNS01], **arguments)


def issuer(chart: Chart, *solvers: Any, **arguments: Any) -> LetsEncryptIssuer:
    every = {"namespace": "common"} | arguments
    return LetsEncryptIssuer(chart, "letsencrypt", solvers=solvers or [DNS01], **every)


both = pytest.mark.parametrize(
    ("define", "identity", "namespace"),
    [(cluster_issuer, "ClusterIssuer letsencrypt", "cert-manager"), (issuer, "Issuer common/letsencrypt", "common")],
)


@both
def test_an_issuer_is_written_with_every_default(
    chart: Chart, manifests: Manifests, define: Callable[..., Any], identity: str, namespace: str
) -> None:
    assert str(define(chart).identity) == identity
    (manifest,) = manifests()
    assert manifest == {
        "apiVersion": "cert-manager.io/v1",
        "kind": identity.partition(" ")[0],
        "metadata": {
            "name": "letsencrypt",
            "annotations": {"argocd.argoproj.io/sync-wave": "-3"},
            **({} if namespace == "cert-manager" else {"namespace": "common"}),
        },
        "spec": {
            "acme": {
                "server": PRODUCTION,
                "privateKeySecretRef": {"name": "letsencrypt-account-key"},
                "solvers": [
                    {
                        "dns01": {
                            "cnameStrategy": "None",
                            "cloudflare": {"apiTokenSecretRef": {"name": "cloudflare", "key": "api-token"}},
                        }
                    }
                ],
            }
        },
    }


@both
def test_an_issuer_is_written_with_its_arguments(
    chart: Chart, manifests: Manifests, define: Callable[..., Any], identity: str, namespace: str
) -> None:
    define(chart, HTTP01, DNS01, email="Admin+tls@Example.com", environment="staging", name="staging")
    (manifest,) = manifests()
    acme = manifest["spec"]["acme"]
    assert manifest["metadata"]["name"] == "staging"
    assert (acme["server"], acme["email"]) == (STAGING, "Admin+tls@Example.com")
    assert acme["privateKeySecretRef"] == {"name": "staging-account-key"}
    assert [set(solver) for solver in acme["solvers"]] == [{"http01"}, {"dns01"}]


def test_namespaces_are_names_or_constructs(app: Platform, chart: Chart) -> None:
    namespace = Namespace(chart, "certificates")
    assert issuer(chart, namespace=namespace, name="other").identity.namespace == "certificates"
    secret = SecretKey(ExistingSecret("s", namespace=namespace), "key")
    solver = Dns01Solver(Cloudflare(api_token=secret))
    assert (
        cluster_issuer(Chart(app, "second"), solver, cluster_resource_namespace=namespace).identity.name
        == "letsencrypt"
    )


def test_a_gateway_takes_a_cluster_issuer(chart: Chart, manifests: Manifests) -> None:
    Gateway(chart, "a", namespace="common", listeners=[Listener.http("web")], cluster_issuer=cluster_issuer(chart))
    annotations = [manifest["metadata"]["annotations"] for manifest in manifests() if manifest["kind"] == "Gateway"]
    assert [each["cert-manager.io/cluster-issuer"] for each in annotations] == ["letsencrypt"]


def test_existing_issuers_are_names() -> None:
    assert ExistingClusterIssuer("a.b").identity == Identity("cert-manager.io", "ClusterIssuer", None, "a.b")
    assert ExistingIssuer("a.b").name == "a.b"
    for kind in (ExistingClusterIssuer, ExistingIssuer):
        assert refusal(lambda kind=kind: kind("A b")).startswith(  # type: ignore[misc]
            f"{kind.__name__}.name: 'A b' is not a name that Kubernetes accepts."
        )


WHERE_LOOKED_UP = {
    "ClusterIssuer letsencrypt": "cert-manager looks up the Secrets of a ClusterIssuer in cluster_resource_namespace",
    "Issuer common/letsencrypt": "cert-manager looks up the Secrets of an Issuer in its own namespace",
}


@both
def test_secrets_are_where_cert_manager_looks_them_up(
    chart: Chart, define: Callable[..., Any], identity: str, namespace: str
) -> None:
    own = cdk8s_plus_27.Secret(chart, "own", metadata=ApiObjectMetadata(name="own", namespace="web"))
    for secret, name in ((own, "own"), (ExistingSecret("s", namespace="web", granted=True), "s")):
        solver = Dns01Solver(Route53(access_key_id=KEY, secret_access_key=SecretKey(secret, "key")))
        assert refusal(lambda solver=solver: define(chart, HTTP01, solver)) == (  # type: ignore[misc]
            f"{identity}: solvers[1]: 'web/{name}' is a Secret that is not in {namespace!r}: "
            f"{WHERE_LOOKED_UP[identity]}. Allowed: Secrets of {namespace!r}. Fix: define the Secret there."
        )
    there = cdk8s_plus_27.Secret(chart, "there", metadata=ApiObjectMetadata(name="there", namespace=namespace))
    assert define(chart, Dns01Solver(DigitalOcean(token=SecretKey(there, "key")))).identity.name == "letsencrypt"


ZONE = SolverSelector(dns_zones=["example.com"])


@pytest.mark.parametrize(
    ("solvers", "late", "early"),
    [
        ([DNS01, Dns01Solver(PROVIDER, cname_strategy="Follow")], "Dns01Solver", "Dns01Solver"),
        ([DNS01, HTTP01], "Http01Solver", "Dns01Solver"),
        ([HTTP01, Http01Solver(service_type="NodePort")], "Http01Solver", "Http01Solver"),
    ],
)
def test_a_solver_that_is_never_used_is_refused(chart: Chart, solvers: list[Any], late: str, early: str) -> None:
    assert refusal(lambda: cluster_issuer(chart, *solvers)) == (
        f"ClusterIssuer letsencrypt: solvers[1]: {late!r} is never used: a {early} before it is for the same "
        "hostnames. Allowed: solvers whose selectors differ, and an Http01Solver before a Dns01Solver, for wildcards. "
        "Fix: give it a selector, or leave it out."
    )


def test_solvers_for_other_hostnames_are_used(chart: Chart) -> None:
    solvers = [DNS01, Dns01Solver(PROVIDER, selector=ZONE), Http01Solver(selector=SolverSelector(dns_names=["a.com"]))]
    assert cluster_issuer(chart, *solvers).identity.name == "letsencrypt"


def test_an_issuer_needs_a_solver(chart: Chart) -> None:
    assert refusal(lambda: LetsEncryptClusterIssuer(chart, "a", solvers=[])) == (
        "ClusterIssuer a: solvers: [] proves nothing to Let's Encrypt. Allowed: one solver or more. Fix: write "
        "solvers=[Dns01Solver(...)] or solvers=[Http01Solver()]."
    )
    assert refusal(lambda: cluster_issuer(chart, PROVIDER)) == (
        f"ClusterIssuer letsencrypt: solvers[0]: {PROVIDER!r} is of type Cloudflare. Allowed: Solver. Fix: write "
        "Dns01Solver(...) or Http01Solver(...)."
    )


@pytest.mark.parametrize(
    "email",
    [
        *("admin", "@a.com", "admin@", "admin@localhost", "Admin <a@a.com>", "a b@a.com", ".a@a.com", "a..b@a.com"),
        *("a" * 250 + "@a.com", 5),
    ],
)
def test_what_is_no_address_is_refused(chart: Chart, email: Any) -> None:
    assert refusal(lambda: cluster_issuer(chart, email=email)) == (
        f"ClusterIssuer letsencrypt: email: {email!r} is not an e-mail address. Allowed: one address such as "
        "'admin@example.com'. Fix: write the address alone."
    )


@pytest.mark.parametrize("host", ["a b.com", "*.a.com", "192.0.2.1"])
def test_an_address_has_a_hostname(chart: Chart, host: str) -> None:
    text = refusal(lambda: cluster_issuer(chart, email=f"admin@{host}"))
    assert text.startswith(f"ClusterIssuer letsencrypt: email: {host!r} is ")


def test_an_environment_is_one_of_two(chart: Chart) -> None:
    assert refusal(lambda: cluster_issuer(chart, environment="test")) == (
        "ClusterIssuer letsencrypt: environment: 'test' is not a value of this field. Allowed: 'production', "
        "'staging'. Fix: write one of them."
    )


def test_a_name_that_leaves_no_room_for_that_of_the_account_s_secret_is_refused(chart: Chart) -> None:
    name = "a" * 250
    assert refusal(lambda: cluster_issuer(chart, name=name)).startswith(
        f"ClusterIssuer {name}: Secret of the account's key: '{name}-account-key' is not a name that Kubernetes"
    )


def test_a_namespace_is_a_name_or_a_namespace(chart: Chart) -> None:
    assert refusal(lambda: issuer(chart, namespace=5)) == (
        "Issuer.namespace: 5 is of type int. Allowed: a Namespace of cdk8s-plus, or its name as text. Fix: write the "
        "name of the Namespace."
    )
    assert refusal(lambda: cluster_issuer(chart, cluster_resource_namespace="A")).startswith(
        "ClusterIssuer letsencrypt: cluster_resource_namespace: 'A' is not a DNS label."
    )


def test_issuers_that_write_one_account_key_are_refused(app: Platform, chart: Chart) -> None:
    cluster_issuer(chart)
    second = Chart(app, "second")
    assert refusal(lambda: issuer(second, namespace="cert-manager")) == (
        "Issuer cert-manager/letsencrypt: name: 'letsencrypt' names the account's key after a Secret that is written "
        "for ClusterIssuer letsencrypt already: Secret cert-manager/letsencrypt-account-key. Allowed: a name whose "
        "Secret is free. Fix: give the issuer another name=...."
    )
    assert issuer(second).identity.namespace == "common"
