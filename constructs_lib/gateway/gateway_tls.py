"""Client certificates: those that a Gateway asks its clients for, and the one that it shows to backends."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from constructs_lib.checks import instance, instances, keep, listed, one_of, port, refuse_repeated, refused
from constructs_lib.references import ObjectReference, Reference, reference_to

MODES = ("AllowValidOnly", "AllowInsecureFallback")
MAX_CA_CERTIFICATES = 16
MAX_PORTS = 64


@dataclass(frozen=True, kw_only=True)
class FrontendValidation:
    """Which client certificates HTTPS listeners take: those that one of these certificate authorities has issued.

    `ca_certificate_refs` are ConfigMaps, 1 to 16, with a certificate in the key `ca.crt`: of cdk8s-plus,
    ExistingConfigMap(...), which can be in another namespace, or names. With the mode `AllowInsecureFallback` clients
    without a valid certificate are let in too.
    """

    ca_certificate_refs: Sequence[ObjectReference]
    mode: str = "AllowValidOnly"

    def __post_init__(self) -> None:
        where = "FrontendValidation.ca_certificate_refs"
        certificates = listed(where, self.ca_certificate_refs, of="ConfigMaps", at_most=MAX_CA_CERTIFICATES)
        keep(self, ca_certificate_refs=certificates)
        if not self.ca_certificate_refs:
            raise refused(
                where, [], "trusts nobody", allowed="one ConfigMap or more", fix="write the ConfigMap with the CA"
            )
        one_of("FrontendValidation.mode", self.mode, MODES)
        self.references()

    def references(self) -> list[Reference]:
        """Return the references to the ConfigMaps; raises ValueError for anything else."""
        return [
            reference_to(f"FrontendValidation.ca_certificate_refs[{index}]", certificate, "ConfigMap")
            for index, certificate in enumerate(self.ca_certificate_refs)
        ]

    def spec(self) -> dict[str, Any]:
        """Return the validation in the API's form."""
        return {"caCertificateRefs": [reference.spec() for reference in self.references()], "mode": self.mode}


@dataclass(frozen=True)
class FrontendPort:
    """The client certificates that the HTTPS listeners on one port take; without `validation` they ask for none."""

    port: int
    validation: FrontendValidation | None = None

    def __post_init__(self) -> None:
        port("FrontendPort.port", self.port)
        if self.validation is not None:
            instance(f"FrontendPort {self.port}: validation", self.validation, FrontendValidation)


@dataclass(frozen=True, kw_only=True)
class GatewayTls:
    """What a Gateway does with client certificates.

    `frontend_default` is for its HTTPS listeners on every port, except those that `frontend_per_port` has its own
    entry for. `backend_client_certificate_ref` is the Secret with the certificate that the Gateway shows to backends it
    speaks TLS with: of cdk8s-plus, ExistingSecret(...), which can be in another namespace, or a name.

    Cilium 1.20 claims none of this yet: it asks clients for no certificate, and shows backends none. Do not keep
    anybody out by it.
    """

    frontend_default: FrontendValidation | None = None
    frontend_per_port: Sequence[FrontendPort] = ()
    backend_client_certificate_ref: ObjectReference | None = None

    def __post_init__(self) -> None:
        if self.frontend_default is not None:
            instance("GatewayTls.frontend_default", self.frontend_default, FrontendValidation)
        where = "GatewayTls.frontend_per_port"
        keep(self, frontend_per_port=instances(where, self.frontend_per_port, FrontendPort, at_most=MAX_PORTS))
        refuse_repeated(where, [entry.port for entry in self.frontend_per_port])
        if self.frontend_default is None and not self.frontend_per_port and self.backend_client_certificate_ref is None:
            raise refused(
                "GatewayTls",
                "GatewayTls()",
                "says nothing",
                allowed="frontend_default, frontend_per_port, backend_client_certificate_ref, or several of them",
                fix="leave it out, or write GatewayTls(frontend_default=FrontendValidation(ca_certificate_refs=[...]))",
            )
        self._client_certificate()

    def references(self) -> list[Reference]:
        """Return the references to the ConfigMaps and to the Secret."""
        validations = [self.frontend_default, *(entry.validation for entry in self.frontend_per_port)]
        certificates = [reference for entry in validations if entry is not None for reference in entry.references()]
        client = self._client_certificate()
        return certificates if client is None else [*certificates, client]

    def _client_certificate(self) -> Reference | None:
        """Return the reference to the certificate for backends; raises ValueError for anything but a Secret."""
        secret = self.backend_client_certificate_ref
        return None if secret is None else reference_to("GatewayTls.backend_client_certificate_ref", secret, "Secret")

    def spec(self) -> dict[str, Any]:
        """Return tls in the API's form."""
        client = self._client_certificate()
        return {
            "frontend": self._frontend() if self.frontend_default or self.frontend_per_port else None,
            "backend": client and {"clientCertificateRef": client.spec()},
        }

    def _frontend(self) -> dict[str, Any]:
        """Return tls.frontend in the API's form, which has a default, if an empty one, wherever a port is named."""
        ports = [
            {"port": entry.port, "tls": {"validation": entry.validation and entry.validation.spec()}}
            for entry in self.frontend_per_port
        ]
        return {
            "default": {"validation": self.frontend_default and self.frontend_default.spec()},
            "perPort": ports or None,
        }
