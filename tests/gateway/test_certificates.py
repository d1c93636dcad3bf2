"""The Secrets of HTTPS listeners, and the certificates that cert-manager writes to them."""

from typing import Any

from constructs_lib import Domain, Gateway, Listener
from tests.conftest import Manifests, refusal

from cdk8s import Chart

CERTIFIED: dict[str, Any] = {
    "namespace": "common",
    "domains": [Domain("example.com", name="com")],
    "cluster_issuer": "letsencrypt",
}


def certified(*secrets: str) -> list[Listener]:
    """Return HTTPS listeners, each with a Secret of this name."""
    return [
        Listener.https(f"l{number}", hostname=f"a{number}.example.org", secret_name=secret)
        for number, secret in enumerate(secrets)
    ]


def shared_secret(secret: str, listener: str, owner: str) -> str:
    return (
        f"Gateway common/a: listeners: {secret!r} is the Secret of listener {listener} and of {owner}: cert-manager "
        "would write to it twice. Allowed: a Secret for each HTTPS listener, where cluster_issuer is given. Fix: give "
        "one of them another secret_name=...."
    )


def test_cert_manager_does_not_write_two_certificates_to_a_secret(chart: Chart) -> None:
    assert refusal(lambda: Gateway(chart, "a", **CERTIFIED, listeners=certified("s", "s"))) == shared_secret(
        "s", "l1", "listener l0 of Gateway common/a"
    )
    own = "a-https-com-tls"
    assert refusal(lambda: Gateway(chart, "a", **CERTIFIED, listeners=certified(own))) == shared_secret(
        own, "l0", "listener https-com of Gateway common/a"
    )
    Gateway(chart, "b", **CERTIFIED, listeners=certified("s"))
    assert refusal(lambda: Gateway(chart, "a", **CERTIFIED, listeners=certified("s"))) == shared_secret(
        "s", "l0", "listener l0 of Gateway common/b"
    )


def test_a_secret_is_shared_where_cert_manager_does_not_write_it_or_in_another_namespace(
    chart: Chart, manifests: Manifests
) -> None:
    Gateway(chart, "a", **CERTIFIED, listeners=certified("s"))
    Gateway(chart, "b", namespace="common", listeners=certified("s", "s"))
    Gateway(chart, "c", **CERTIFIED | {"namespace": "web"}, listeners=certified("s"))
    assert len(manifests()) == 3


def test_a_listener_for_http_needs_no_hostname_for_certificates(chart: Chart, manifests: Manifests) -> None:
    Gateway(chart, "a", **CERTIFIED, listeners=[Listener.http("web", port=8080)])
    (manifest,) = manifests()
    assert manifest["metadata"]["annotations"] == {"cert-manager.io/cluster-issuer": "letsencrypt"}


def test_a_refused_gateway_leaves_its_secrets_free(chart: Chart) -> None:
    assert "has no field" in refusal(
        lambda: Gateway(chart, "a", **CERTIFIED, listeners=certified("s"), merge_patch={"spec": {"listener": 1}})
    )
    assert Gateway(chart, "b", **CERTIFIED, listeners=certified("s")).identity.name == "b"


def test_a_secret_name_that_gets_too_long_is_refused(chart: Chart) -> None:
    listener = Listener.https("l" * 250, hostname="example.com")
    text = refusal(lambda: Gateway(chart, "a", namespace="common", listeners=[listener]))
    assert text.startswith(f"Listener {'l' * 250}: secret_name: 'a-{'l' * 250}-tls' is not a name that Kubernetes")


def test_the_annotation_of_cert_manager_is_written_by_the_argument_for_it(chart: Chart) -> None:
    annotations = {"cert-manager.io/cluster-issuer": "other"}
    assert refusal(lambda: Gateway(chart, "a", **CERTIFIED, listeners=certified("s"), annotations=annotations)) == (
        "Gateway common/a: annotations: 'cert-manager.io/cluster-issuer' says what the argument cluster_issuer is for. "
        "Allowed: other annotations. Fix: write cluster_issuer='other'."
    )
