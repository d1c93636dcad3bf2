"""Labels and annotations of the Secret of a certificate."""

from constructs_lib.certificates.secret_template import SecretTemplate
from tests.conftest import refusal


def test_a_template_has_labels_and_annotations() -> None:
    template = SecretTemplate(labels={"app": "web"}, annotations={"cert-manager.io/allow-direct-injection": "true"})
    assert template.spec() == {
        "labels": {"app": "web"},
        "annotations": {"cert-manager.io/allow-direct-injection": "true"},
    }
    assert SecretTemplate().spec() == {"labels": None, "annotations": None}


def test_annotations_of_others_are_written() -> None:
    annotations = {"example.com/copied": "true", "cert-manager.io.example.com/a": "b", "plain": "c"}
    assert SecretTemplate(annotations=annotations).spec()["annotations"] == annotations


def test_labels_and_annotations_are_those_that_kubernetes_takes() -> None:
    assert refusal(lambda: SecretTemplate(labels={"app": "a b"})).startswith(
        "SecretTemplate.labels['app']: 'a b' is not a label value that Kubernetes accepts."
    )
    assert refusal(lambda: SecretTemplate(annotations={"a b": "c"})).startswith(
        "SecretTemplate.annotations: 'a b' is not a key that Kubernetes accepts."
    )


def test_annotations_that_cert_manager_writes_are_refused() -> None:
    assert refusal(lambda: SecretTemplate(annotations={"cert-manager.io/issuer-name": "a"})) == (
        "SecretTemplate.annotations: 'cert-manager.io/issuer-name' is an annotation that cert-manager writes itself. "
        "Allowed: annotations without that prefix. Fix: leave it out."
    )
