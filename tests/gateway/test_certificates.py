"""The Secrets of HTTPS listeners, and the certificates that cert-manager writes to them."""

from datetime import UTC, datetime
from typing import Any

from constructs_lib import Domain, Gateway, Listener
from constructs_lib.certificates.issuer import ExistingClusterIssuer, ExistingIssuer
from constructs_lib.references import ExistingSecret
from tests.conftest import Manifests, refusal
from tests.preflight.made_certificates import certificate_pem, key, key_pem

import cdk8s_plus_27
import pytest
from cdk8s import ApiObjectMetadata, Chart

CERTIFIED: dict[str, Any] = {
    "namespace": "common",
    "domains": [Domain("example.com", name="com")],
    "cluster_issuer": "letsencrypt",
}
ISSUER = {"argocd.argoproj.io/sync-wave": "1", "cert-manager.io/cluster-issuer": "letsencrypt"}


def certified(*secrets: Any) -> list[Listener]:
    """Return HTTPS listeners, each with a Secret of this name."""
    return [
        Listener.https(f"l{number}", hostname=f"a{number}.example.org", secret=secret)
        for number, secret in enumerate(secrets)
    ]


def annotations(manifests: Manifests) -> Any:
    (manifest,) = [manifest for manifest in manifests() if manifest["kind"] == "Gateway"]
    return manifest["metadata"]["annotations"]


def test_listeners_of_a_gateway_may_share_a_secret(chart: Chart, manifests: Manifests) -> None:
    Gateway(chart, "a", **CERTIFIED, listeners=certified("s", "s"))
    assert annotations(manifests) == ISSUER


def test_gateways_do_not_share_a_secret_that_cert_manager_writes(chart: Chart) -> None:
    Gateway(chart, "b", **CERTIFIED, listeners=certified("s"))
    assert refusal(lambda: Gateway(chart, "a", **CERTIFIED, listeners=certified("s"))) == (
        "Gateway common/a: secret: 's' is the Secret of Gateway common/b too: cert-manager would write to it twice. "
        "Allowed: a Secret for each Certificate, and for each Gateway with cluster_issuer. Fix: give one of them "
        "another secret, or mark a listener's as existing: secret=ExistingSecret(...)."
    )


def test_a_secret_is_shared_where_cert_manager_does_not_write_it_or_in_another_namespace(
    chart: Chart, manifests: Manifests
) -> None:
    Gateway(chart, "a", **CERTIFIED, listeners=certified("s"))
    Gateway(chart, "b", namespace="common", listeners=certified("s", "s"))
    Gateway(chart, "c", **CERTIFIED | {"namespace": "web"}, listeners=certified("s"))
    Gateway(chart, "d", **CERTIFIED, listeners=certified(ExistingSecret("s")))
    assert len(manifests()) == 4


def test_cert_manager_leaves_listeners_alone_whose_secrets_come_from_elsewhere(
    chart: Chart, manifests: Manifests
) -> None:
    pem = certificate_pem(["a1.example.org"], key=key(), end=datetime(2999, 1, 1, tzinfo=UTC))
    own = cdk8s_plus_27.Secret(
        chart,
        "own",
        metadata=ApiObjectMetadata(name="own", namespace="common"),
        string_data={"tls.crt": pem, "tls.key": key_pem(key())},
    )
    imported = cdk8s_plus_27.Secret.from_secret_name(chart, "imported", "imported")
    elsewhere = ExistingSecret("s", namespace="certificates", granted=True)
    Gateway(chart, "a", **CERTIFIED, listeners=certified("name", own, imported, elsewhere, ExistingSecret("t")))
    assert annotations(manifests) == ISSUER | {"cert-manager.io/ignore-tls-listeners": "l1,l2,l3,l4"}


def test_without_an_issuer_no_listener_is_left_out(chart: Chart, manifests: Manifests) -> None:
    Gateway(chart, "a", namespace="common", listeners=certified(ExistingSecret("s")))
    assert annotations(manifests) == {"argocd.argoproj.io/sync-wave": "1"}


def test_a_listener_for_http_needs_no_hostname_for_certificates(chart: Chart, manifests: Manifests) -> None:
    Gateway(chart, "a", **CERTIFIED, listeners=[Listener.http("web", port=8080)])
    assert annotations(manifests) == ISSUER


def test_an_https_listener_without_hostname_gets_no_certificate(chart: Chart) -> None:
    assert refusal(lambda: Gateway(chart, "a", **CERTIFIED, listeners=[Listener.https("any", port=8443)])) == (
        "Gateway common/a: listeners: 'any' has no hostname, so cert-manager issues no certificate for it. Allowed: "
        "HTTPS listeners with a hostname, where cluster_issuer is given. Fix: write hostname=... in the listener."
    )


def test_an_https_listener_needs_no_hostname_where_its_secret_exists(chart: Chart, manifests: Manifests) -> None:
    Gateway(chart, "a", **CERTIFIED, listeners=[Listener.https("any", port=8443, secret=ExistingSecret("s"))])
    assert annotations(manifests) == ISSUER | {"cert-manager.io/ignore-tls-listeners": "any"}


def test_a_refused_gateway_leaves_its_secrets_free(chart: Chart) -> None:
    assert "has no field" in refusal(
        lambda: Gateway(chart, "a", **CERTIFIED, listeners=certified("s"), merge_patch={"spec": {"listener": 1}})
    )
    assert Gateway(chart, "b", **CERTIFIED, listeners=certified("s")).identity.name == "b"


def test_a_secret_that_gets_too_long_is_refused(chart: Chart) -> None:
    listener = Listener.https("l" * 250, hostname="example.com")
    text = refusal(lambda: Gateway(chart, "a", namespace="common", listeners=[listener]))
    assert text.startswith(f"Listener {'l' * 250}: secret: 'a-{'l' * 250}-tls' is not a name that Kubernetes")


@pytest.mark.parametrize(
    ("annotation", "argument", "fix"),
    [
        ("cluster-issuer", "cluster_issuer", "write cluster_issuer='other'"),
        (
            "ignore-tls-listeners",
            "secret of a listener",
            "write secret=ExistingSecret(...) in the listeners that it names",
        ),
    ],
)
def test_the_annotations_of_cert_manager_are_written_by_the_arguments_for_them(
    chart: Chart, annotation: str, argument: str, fix: str
) -> None:
    own = {f"cert-manager.io/{annotation}": "other"}
    assert refusal(lambda: Gateway(chart, "a", **CERTIFIED, annotations=own)) == (
        f"Gateway common/a: annotations: 'cert-manager.io/{annotation}' says what the argument {argument} is for. "
        f"Allowed: other annotations. Fix: {fix}."
    )


def test_the_issuer_is_a_name_or_stands_for_a_cluster_issuer(chart: Chart, manifests: Manifests) -> None:
    Gateway(chart, "a", **CERTIFIED | {"cluster_issuer": ExistingClusterIssuer("lets.encrypt")})
    assert annotations(manifests)["cert-manager.io/cluster-issuer"] == "lets.encrypt"


@pytest.mark.parametrize(
    ("issuer", "shown"),
    [(5, "5 is of type int"), (ExistingIssuer("a"), "ExistingIssuer(name='a') is of type Existing")],
)
def test_what_is_no_cluster_issuer_is_refused(chart: Chart, issuer: Any, shown: str) -> None:
    kind = "" if issuer == 5 else "Issuer"
    assert refusal(lambda: Gateway(chart, "a", **CERTIFIED | {"cluster_issuer": issuer})) == (
        f"Gateway common/a: cluster_issuer: {shown}{kind}. Allowed: a LetsEncryptClusterIssuer, or the name of a "
        "ClusterIssuer as text. Fix: write the name of the ClusterIssuer."
    )


def test_a_name_that_kubernetes_refuses_is_refused(chart: Chart) -> None:
    text = refusal(lambda: Gateway(chart, "a", **CERTIFIED | {"cluster_issuer": "Lets Encrypt"}))
    assert text.startswith("Gateway common/a: cluster_issuer: 'Lets Encrypt' is not a name that Kubernetes accepts.")
