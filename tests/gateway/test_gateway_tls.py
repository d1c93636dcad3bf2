"""Client certificates of a Gateway's clients, and of the Gateway itself."""

from typing import Any

from constructs_lib import Domain, ExistingConfigMap, ExistingSecret, Gateway
from constructs_lib.gateway.gateway_tls import FrontendPort, FrontendValidation, GatewayTls
from constructs_lib.references import Reference
from tests.conftest import Crds, Manifests, defaulted, refusal, schema_of

import pytest
from cdk8s import Chart
from cdk8s_plus_27 import ConfigMap

COM = Domain("example.com", name="com")
CA = FrontendValidation(ca_certificate_refs=["ca"])
CA_SPEC = {"caCertificateRefs": [{"group": "", "kind": "ConfigMap", "name": "ca"}], "mode": "AllowValidOnly"}


def test_every_field_of_tls_is_written(chart: Chart, manifests: Manifests, crds: Crds) -> None:
    fallback = FrontendValidation(
        ca_certificate_refs=[ExistingConfigMap("ca", namespace="ca", granted=True)], mode="AllowInsecureFallback"
    )
    tls = GatewayTls(
        frontend_default=CA,
        frontend_per_port=[FrontendPort(8443, fallback), FrontendPort(9443)],
        backend_client_certificate_ref=ExistingSecret("client", namespace="certificates", granted=True),
    )
    Gateway(chart, "a", namespace="common", domains=[COM], tls=tls)
    (manifest,) = manifests()
    assert manifest["spec"]["tls"] == {
        "frontend": {
            "default": {"validation": CA_SPEC},
            "perPort": [
                {
                    "port": 8443,
                    "tls": {
                        "validation": {
                            "caCertificateRefs": [{"group": "", "kind": "ConfigMap", "namespace": "ca", "name": "ca"}],
                            "mode": "AllowInsecureFallback",
                        }
                    },
                },
                {"port": 9443, "tls": {}},
            ],
        },
        "backend": {
            "clientCertificateRef": {"group": "", "kind": "Secret", "namespace": "certificates", "name": "client"}
        },
    }
    schema = schema_of(crds["Gateway"], "v1")["properties"]["spec"]
    assert defaulted(manifest["spec"], schema) == manifest["spec"]


@pytest.mark.parametrize(
    ("tls", "expected"),
    [
        (GatewayTls(frontend_default=CA), {"frontend": {"default": {"validation": CA_SPEC}}}),
        (
            GatewayTls(frontend_per_port=[FrontendPort(8443, CA)]),
            {"frontend": {"default": {}, "perPort": [{"port": 8443, "tls": {"validation": CA_SPEC}}]}},
        ),
        (
            GatewayTls(backend_client_certificate_ref="client"),
            {"backend": {"clientCertificateRef": {"group": "", "kind": "Secret", "name": "client"}}},
        ),
    ],
)
def test_what_is_left_out_is_not_written(
    chart: Chart, manifests: Manifests, tls: GatewayTls, expected: dict[str, Any]
) -> None:
    Gateway(chart, "a", namespace="common", domains=[COM], tls=tls)
    (manifest,) = manifests()
    assert manifest["spec"]["tls"] == expected


def test_config_maps_and_the_secret_are_referred_to_from_the_gateway(chart: Chart) -> None:
    own = ConfigMap(chart, "ca", metadata={"name": "own", "namespace": "ca"})
    tls = GatewayTls(
        frontend_default=FrontendValidation(ca_certificate_refs=[own]),
        frontend_per_port=[FrontendPort(8443, CA), FrontendPort(9443)],
        backend_client_certificate_ref=ExistingSecret("client", namespace="certificates"),
    )
    assert tls.references() == [
        Reference("ConfigMap", "own", "ca", defined=True),
        Reference("ConfigMap", "ca"),
        Reference("Secret", "client", "certificates"),
    ]


def test_references_to_other_namespaces_get_their_grant(chart: Chart, manifests: Manifests) -> None:
    own = ConfigMap(chart, "ca", metadata={"name": "own", "namespace": "ca"})
    tls = GatewayTls(frontend_default=FrontendValidation(ca_certificate_refs=[own]))
    Gateway(chart, "a", namespace="common", domains=[COM], tls=tls)
    (grant,) = [manifest for manifest in manifests() if manifest["kind"] == "ReferenceGrant"]
    assert grant["metadata"]["namespace"] == "ca"
    assert grant["spec"] == {
        "from": [{"group": "gateway.networking.k8s.io", "kind": "Gateway", "namespace": "common"}],
        "to": [{"group": "", "kind": "ConfigMap", "name": "own"}],
    }


WRONG: Any = {"a": "dict"}
LIST: Any = "ca"


@pytest.mark.parametrize(
    ("define", "expected"),
    [
        (
            lambda: FrontendValidation(ca_certificate_refs=[]),
            (
                "FrontendValidation.ca_certificate_refs: [] trusts nobody. Allowed: one ConfigMap or more. Fix: write "
                "the ConfigMap with the CA."
            ),
        ),
        (
            lambda: FrontendValidation(ca_certificate_refs=LIST),
            (
                "FrontendValidation.ca_certificate_refs: 'ca' is of type str. Allowed: a list of ConfigMaps. Fix: put "
                "it in a list: [...]."
            ),
        ),
        (
            lambda: FrontendValidation(ca_certificate_refs=["ca"] * 17),
            (
                "FrontendValidation.ca_certificate_refs: '17 items' are too many. Allowed: at most 16. Fix: split it "
                "into several objects."
            ),
        ),
        (
            lambda: FrontendValidation(ca_certificate_refs=["ca", ExistingSecret("ca")]),
            (
                "FrontendValidation.ca_certificate_refs[1]: ExistingSecret(name='ca', namespace=None, granted=False) "
                "is of type ExistingSecret. Allowed: a ConfigMap of cdk8s-plus, ExistingConfigMap(...), or its name as "
                "text. Fix: write the name of the ConfigMap."
            ),
        ),
        (
            lambda: FrontendValidation(ca_certificate_refs=["ca"], mode="Off"),
            (
                "FrontendValidation.mode: 'Off' is not a value of this field. Allowed: 'AllowValidOnly', "
                "'AllowInsecureFallback'. Fix: write one of them."
            ),
        ),
        (
            lambda: FrontendPort(0),
            (
                "FrontendPort.port: 0 is not in range. Allowed: a whole number from 1 to 65535. Fix: write a number in "
                "that range."
            ),
        ),
        (
            lambda: FrontendPort(8443, WRONG),
            (
                "FrontendPort 8443: validation: {'a': 'dict'} is of type dict. Allowed: FrontendValidation. Fix: write "
                "FrontendValidation(...)."
            ),
        ),
        (
            GatewayTls,
            (
                "GatewayTls: 'GatewayTls()' says nothing. Allowed: frontend_default, frontend_per_port, "
                "backend_client_certificate_ref, or several of them. Fix: leave it out, or write "
                "GatewayTls(frontend_default=FrontendValidation(ca_certificate_refs=[...]))."
            ),
        ),
        (
            lambda: GatewayTls(frontend_default=WRONG),
            (
                "GatewayTls.frontend_default: {'a': 'dict'} is of type dict. Allowed: FrontendValidation. Fix: write "
                "FrontendValidation(...)."
            ),
        ),
        (
            lambda: GatewayTls(frontend_per_port=[WRONG]),
            (
                "GatewayTls.frontend_per_port[0]: {'a': 'dict'} is of type dict. Allowed: FrontendPort. Fix: write "
                "FrontendPort(...)."
            ),
        ),
        (
            lambda: GatewayTls(frontend_per_port=[FrontendPort(8443), FrontendPort(8443, CA)]),
            "GatewayTls.frontend_per_port: 8443 is there twice. Allowed: each once. Fix: leave one out.",
        ),
        (
            lambda: GatewayTls(backend_client_certificate_ref="A"),
            (
                "GatewayTls.backend_client_certificate_ref: 'A' is not a name that Kubernetes accepts. Allowed: 1 to "
                "253 of a-z, 0-9, '-' and '.', with a letter or digit at both ends and around each '.'. Fix: write 'a'."
            ),
        ),
    ],
)
def test_what_makes_no_tls_is_refused(define: Any, expected: str) -> None:
    assert refusal(define) == expected


def test_a_gateway_takes_no_dict_for_tls(chart: Chart) -> None:
    assert refusal(lambda: Gateway(chart, "a", namespace="common", domains=[COM], tls=WRONG)) == (
        "Gateway common/a: tls: {'a': 'dict'} is of type dict. Allowed: GatewayTls. Fix: write GatewayTls(...)."
    )
