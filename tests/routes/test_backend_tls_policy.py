"""TLS from a Gateway to Services."""

from typing import Any

from constructs_lib.references import ExistingConfigMap, ExistingService
from constructs_lib.routes.backend_tls_policy import BackendTlsPolicy, BackendTlsPolicyTargetRef
from tests.conftest import Crds, Manifests, defaulted, refusal, schema_of

import cdk8s_plus_27
import pytest
from cdk8s import ApiObjectMetadata, Chart

Target = BackendTlsPolicyTargetRef
WEB = Target("web")


def define(chart: Chart, id: str = "a", **arguments: Any) -> None:
    """Define a policy for the Service `web`, or as the arguments say."""
    given: dict[str, Any] = {"namespace": "web", "target_refs": [WEB], "hostname": "web.internal"}
    if not {"ca_certificate_ref", "well_known_ca_certificates"} & set(arguments):
        given["ca_certificate_ref"] = "authorities"
    BackendTlsPolicy(chart, id, **given | arguments)


def service(chart: Chart, *ports: str | None, namespace: str | None = "web") -> cdk8s_plus_27.Service:
    """Define a Service with ports of these names."""
    entries = [cdk8s_plus_27.ServicePort(port=443 + index, name=name) for index, name in enumerate(ports)]
    metadata = ApiObjectMetadata(name="web", namespace=namespace)
    return cdk8s_plus_27.Service(chart, "service", metadata=metadata, ports=entries)


def config_map(chart: Chart, data: dict[str, str], namespace: str | None = "web") -> cdk8s_plus_27.ConfigMap:
    """Define a ConfigMap with this data."""
    metadata = ApiObjectMetadata(name="authorities", namespace=namespace)
    return cdk8s_plus_27.ConfigMap(chart, "config-map", metadata=metadata, data=data)


def test_a_policy_is_in_the_form_of_the_api(crds: Crds, chart: Chart, manifests: Manifests) -> None:
    """Oracle: the defaults of the CRD."""
    define(chart)
    (manifest,) = manifests()
    assert manifest == {
        "apiVersion": "gateway.networking.k8s.io/v1",
        "kind": "BackendTLSPolicy",
        "metadata": {"name": "a", "namespace": "web", "annotations": {"argocd.argoproj.io/sync-wave": "3"}},
        "spec": {
            "targetRefs": [{"group": "", "kind": "Service", "name": "web"}],
            "validation": {
                "hostname": "web.internal",
                "caCertificateRefs": [{"group": "", "kind": "ConfigMap", "name": "authorities"}],
            },
        },
    }
    schema = schema_of(crds["BackendTLSPolicy"], "v1")["properties"]["spec"]
    assert defaulted(manifest["spec"], schema) == manifest["spec"]


def test_a_policy_writes_what_is_said(chart: Chart, manifests: Manifests) -> None:
    define(
        chart,
        id="id",
        name="a",
        target_refs=(Target("web", section_name="https"), Target("web", section_name="admin"), Target("api")),
        well_known_ca_certificates="System",
        options={"example.com/min-version": "1.3"},
        labels={"a": "b"},
        annotations={"c": "d"},
        merge_patch={"spec": {"validation": {"subjectAltNames": [{"type": "Hostname", "hostname": "a.b"}]}}},
    )
    (manifest,) = manifests()
    assert manifest["metadata"]["name"] == "a"
    assert manifest["metadata"]["labels"] == {"a": "b"}
    assert manifest["spec"] == {
        "options": {"example.com/min-version": "1.3"},
        "targetRefs": [
            {"group": "", "kind": "Service", "name": "web", "sectionName": "https"},
            {"group": "", "kind": "Service", "name": "web", "sectionName": "admin"},
            {"group": "", "kind": "Service", "name": "api"},
        ],
        "validation": {
            "hostname": "web.internal",
            "wellKnownCACertificates": "System",
            "subjectAltNames": [{"type": "Hostname", "hostname": "a.b"}],
        },
    }


def test_objects_of_cdk8s_plus_are_referred_to(chart: Chart, manifests: Manifests) -> None:
    authorities = config_map(chart, {"ca.crt": "PEM"})
    target = Target(service(chart, "https", None), section_name="https")
    define(chart, target_refs=[target], ca_certificate_ref=authorities)
    (spec,) = [manifest["spec"] for manifest in manifests() if manifest["kind"] == "BackendTLSPolicy"]
    assert spec["targetRefs"] == [{"group": "", "kind": "Service", "name": "web", "sectionName": "https"}]
    assert [entry["name"] for entry in spec["validation"]["caCertificateRefs"]] == ["authorities"]


def test_objects_of_others_in_the_namespace_are_referred_to(chart: Chart, manifests: Manifests) -> None:
    targets = [Target(ExistingService("web", namespace="web"), section_name="https"), Target(ExistingService("api"))]
    define(chart, target_refs=targets, ca_certificate_ref=ExistingConfigMap("authorities", namespace="web"))
    (manifest,) = manifests()
    assert [entry["name"] for entry in manifest["spec"]["targetRefs"]] == ["web", "api"]


def test_policies_have_different_targets(chart: Chart, manifests: Manifests) -> None:
    define(chart, target_refs=[WEB])
    define(chart, id="b", target_refs=[Target("web", section_name="https")])
    define(chart, id="c", target_refs=[Target("web", section_name="admin"), Target("api")])
    define(chart, id="d", namespace="other", target_refs=[WEB])
    assert len(manifests()) == 4


@pytest.mark.parametrize(("target", "shown"), [(WEB, "web"), (Target("web", section_name="https"), "web:https")])
def test_a_target_of_another_policy_is_refused(chart: Chart, target: Target, shown: str) -> None:
    define(chart, target_refs=[Target("api"), target])
    assert refusal(lambda: define(chart, id="b", target_refs=[target])) == (
        f"BackendTLSPolicy web/b: target_refs: {shown!r} is a target of BackendTLSPolicy web/a: the Gateway would use "
        "the older of the two policies only. Allowed: one policy for a Service as a whole, and one for each of its "
        "ports. Fix: leave the target out of one of them."
    )


def test_a_policy_that_is_refused_has_no_targets(chart: Chart, manifests: Manifests) -> None:
    assert "is not a name" in refusal(lambda: define(chart, name="A"))
    define(chart, id="b")
    assert len(manifests()) == 1


ONCE = (
    "is a Service or port that another entry is for. Allowed: each Service once, or each of its ports once. Fix: leave "
    "one out, or write section_name=... in both."
)
AUTHORITIES = (
    "does not say which certificate authorities to trust. Allowed: ca_certificate_ref or well_known_ca_certificates. "
    "Fix: write ca_certificate_ref='NAME' with the name of a ConfigMap, or well_known_ca_certificates='System'."
)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            {"target_refs": []},
            (
                ": target_refs: [] are for no Service. Allowed: one target or more. Fix: write "
                "target_refs=[BackendTlsPolicyTargetRef('NAME')]."
            ),
        ),
        (
            {"target_refs": ["web"]},
            (
                ": target_refs[0]: 'web' is of type str. Allowed: BackendTlsPolicyTargetRef. Fix: write "
                "BackendTlsPolicyTargetRef(...)."
            ),
        ),
        (
            {"target_refs": [Target(f"web-{number}") for number in range(17)]},
            ": target_refs: '17 items' are too many. Allowed: at most 16. Fix: split it into several objects.",
        ),
        ({"target_refs": [WEB, Target("api"), WEB]}, f": target_refs: 'web' {ONCE}"),
        ({"target_refs": [WEB, Target("web", section_name="https")]}, f": target_refs: 'web:https' {ONCE}"),
        ({"target_refs": [Target("web", section_name="https"), WEB]}, f": target_refs: 'web' {ONCE}"),
        ({"target_refs": [Target("web", section_name="https")] * 2}, f": target_refs: 'web:https' {ONCE}"),
        (
            {"target_refs": [Target(ExistingService("web", namespace="other"))]},
            (
                ": target_refs: 'other/web' is a Service of another namespace. Allowed: a Service of the policy's "
                "namespace, 'web'. Fix: define a policy in the namespace of the Service."
            ),
        ),
        (
            {"ca_certificate_ref": ExistingConfigMap("authorities", namespace="other", granted=True)},
            (
                ": ca_certificate_ref: 'other/authorities' is a ConfigMap of another namespace. Allowed: a ConfigMap "
                "of the policy's namespace, 'web'. Fix: copy the certificates to a ConfigMap of that namespace."
            ),
        ),
        (
            {"hostname": "*.internal"},
            ": hostname: '*.internal' is a wildcard. Allowed: a DNS name without '*'. Fix: write 'internal'.",
        ),
        ({"ca_certificate_ref": None}, f": 'neither' {AUTHORITIES}"),
        ({"ca_certificate_ref": "a", "well_known_ca_certificates": "System"}, f": 'both' {AUTHORITIES}"),
        (
            {"well_known_ca_certificates": "system"},
            (
                ": well_known_ca_certificates: 'system' is not a value of this field. Allowed: 'System'. Fix: write "
                "one of them."
            ),
        ),
        (
            {"ca_certificate_ref": ExistingService("authorities")},
            (
                f": ca_certificate_ref: {ExistingService('authorities')!r} is of type ExistingService. Allowed: a "
                "ConfigMap of cdk8s-plus, ExistingConfigMap(...), or its name as text. Fix: write the name of the "
                "ConfigMap."
            ),
        ),
        (
            {"options": {f"example.com/{number}": "a" for number in range(17)}},
            ": options: '17 items' are too many. Allowed: at most 16. Fix: split it into several objects.",
        ),
        (
            {"options": {"example.com/a": ""}},
            (
                ": options['example.com/a']: '' has the wrong length. Allowed: 1 to 4096 characters. Fix: shorten or "
                "fill it."
            ),
        ),
        (
            {"options": {"a b": "c"}},
            (
                ": options: 'a b' is not a key that Kubernetes accepts. Allowed: 1 to 63 of A-Z, a-z, 0-9, '-', '_' "
                "and '.', with a letter or digit at both ends, after an optional DNS prefix and '/'. Fix: write a key "
                "such as 'app' or 'example.com/app'."
            ),
        ),
    ],
)
def test_arguments_that_make_no_policy_are_refused(chart: Chart, arguments: dict[str, Any], expected: str) -> None:
    assert refusal(lambda: define(chart, **arguments)) == f"BackendTLSPolicy web/a{expected}"


def test_a_config_map_without_the_key_is_refused(chart: Chart) -> None:
    authorities = config_map(chart, {"bundle.pem": "PEM"})
    assert refusal(lambda: define(chart, ca_certificate_ref=authorities)) == (
        "BackendTLSPolicy web/a: ca_certificate_ref: 'authorities' has no key 'ca.crt', so Cilium would answer every "
        "request with status 500. Allowed: a ConfigMap with the certificates, as PEM, under 'ca.crt'. Fix: add the "
        "certificates with add_data('ca.crt', ...) before the policy is defined."
    )


def test_objects_of_cdk8s_plus_in_another_namespace_are_refused(chart: Chart) -> None:
    target = Target(service(chart, "https", namespace="other"))
    assert "'other/web' is a Service of another namespace" in refusal(lambda: define(chart, target_refs=[target]))
    authorities = config_map(chart, {"ca.crt": "PEM"}, namespace="other")
    assert "'other/authorities' is a ConfigMap of another namespace" in refusal(
        lambda: define(chart, ca_certificate_ref=authorities)
    )


PLACE = "BackendTlsPolicyTargetRef web: section_name"
WRITE = "Fix: write the name that the port has in the Service, or leave it out for all ports."


@pytest.mark.parametrize(
    ("ports", "allowed"),
    [
        (["https", "admin"], "'https' or 'admin'"),
        ([None], "no name: the ports of the Service have none"),
    ],
)
def test_a_port_that_the_service_does_not_have_is_refused(chart: Chart, ports: list[str | None], allowed: str) -> None:
    web = service(chart, *ports)
    assert refusal(lambda: Target(web, section_name="http")) == (
        f"{PLACE}: 'http' is not the name of a port of the Service. Allowed: {allowed}. {WRITE}"
    )


def test_what_makes_no_target_is_refused() -> None:
    assert refusal(lambda: Target("web", section_name="443/tcp")) == (
        f"{PLACE}: '443/tcp' is not a DNS label. Allowed: 1 to 63 of a-z, 0-9 and '-', with a letter or digit at both "
        "ends. Fix: write '443-tcp'."
    )
    wrong: Any = {"name": "web"}
    assert refusal(lambda: Target(wrong)) == (
        "BackendTlsPolicyTargetRef.service: {'name': 'web'} is of type dict. Allowed: a Service of cdk8s-plus, "
        "ExistingService(...), or its name as text. Fix: write the name of the Service."
    )
