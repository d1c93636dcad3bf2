"""What else runs in the cluster; None for what nobody has said."""

from dataclasses import dataclass

from preflight.cluster.versions import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class CertManager:
    """cert-manager."""

    version: Version | None = None
    enable_gateway_api: bool | None = None
    """`config.enableGatewayAPI`: whether it makes Certificates for annotated Gateways."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgoCd:
    """Argo CD."""

    version: Version | None = None
    server_insecure: bool | None = None
    """`server.insecure` of argocd-cmd-params-cm: whether its server speaks HTTP instead of HTTPS."""
