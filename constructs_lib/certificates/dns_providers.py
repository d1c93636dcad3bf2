"""The DNS providers that cert-manager knows by name.

Source: cert-manager v1.21.1, CRD ClusterIssuer, and the rules of its webhook in
internal/apis/certmanager/validation/issuer.go.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from constructs_lib.certificates.dns_provider import MAX_TEXT, Dns01Provider
from constructs_lib.certificates.secret_key import SecretKey
from constructs_lib.checks import instance, instances, keep, one_of, refused, text_of

AZURE_ENVIRONMENTS = ("AzurePublicCloud", "AzureChinaCloud", "AzureGermanCloud", "AzureUSGovernmentCloud")
AZURE_ZONE_TYPES = ("AzurePublicZone", "AzurePrivateZone")
MAX_AUDIENCES = 16


@dataclass(frozen=True, kw_only=True)
class Cloudflare(Dns01Provider):
    """Cloudflare, with an API token that may read zones and edit their DNS."""

    api_token: SecretKey

    field: ClassVar[str] = "cloudflare"

    def __post_init__(self) -> None:
        self._check(secret_keys=("api_token",))

    def spec(self) -> dict[str, Any]:
        """Return the provider in the API's form."""
        return {"apiTokenSecretRef": self.api_token.spec()}


@dataclass(frozen=True, kw_only=True)
class DigitalOcean(Dns01Provider):
    """DigitalOcean, with an access token that may write."""

    token: SecretKey

    field: ClassVar[str] = "digitalocean"

    def __post_init__(self) -> None:
        self._check(secret_keys=("token",))

    def spec(self) -> dict[str, Any]:
        """Return the provider in the API's form."""
        return {"tokenSecretRef": self.token.spec()}


@dataclass(frozen=True, kw_only=True)
class Akamai(Dns01Provider):
    """Akamai Edge DNS."""

    service_consumer_domain: str
    client_token: SecretKey
    client_secret: SecretKey
    access_token: SecretKey

    field: ClassVar[str] = "akamai"

    def __post_init__(self) -> None:
        keys = ("client_token", "client_secret", "access_token")
        self._check(texts=("service_consumer_domain",), secret_keys=keys)

    def spec(self) -> dict[str, Any]:
        """Return the provider in the API's form."""
        return {
            "serviceConsumerDomain": self.service_consumer_domain,
            "clientTokenSecretRef": self.client_token.spec(),
            "clientSecretSecretRef": self.client_secret.spec(),
            "accessTokenSecretRef": self.access_token.spec(),
        }


@dataclass(frozen=True, kw_only=True)
class CloudDns(Dns01Provider):
    """Google Cloud DNS.

    cert-manager authenticates with `service_account`, the JSON key of a Google service account, and without it as its
    own Pod does (ambient credentials, which an Issuer in a namespace has only where cert-manager is told so). The zone
    is looked up in `project` without `hosted_zone_name`.
    """

    project: str
    service_account: SecretKey | None = None
    hosted_zone_name: str | None = None

    field: ClassVar[str] = "cloudDNS"

    def __post_init__(self) -> None:
        self._check(texts=("project", "hosted_zone_name"), secret_keys=("service_account",))

    def spec(self) -> dict[str, Any]:
        """Return the provider in the API's form."""
        return {
            "project": self.project,
            "serviceAccountSecretRef": self.service_account and self.service_account.spec(),
            "hostedZoneName": self.hosted_zone_name,
        }


@dataclass(frozen=True, kw_only=True)
class Route53(Dns01Provider):
    """Amazon Route 53.

    cert-manager authenticates with an access key (`access_key_id`, the text itself or the entry of a Secret, and
    `secret_access_key`), or with a token of `service_account`, a ServiceAccount where the issuer's Secrets are, for
    `audiences` (`sts.amazonaws.com` when left out); with neither as its own Pod does (ambient credentials, which an
    Issuer in a namespace has only where cert-manager is told so). `role` is the ARN of a role that it takes on then,
    which a `service_account` needs. The zone is looked up without `hosted_zone_id`.
    """

    region: str | None = None
    hosted_zone_id: str | None = None
    role: str | None = None
    access_key_id: str | SecretKey | None = None
    secret_access_key: SecretKey | None = None
    service_account: str | None = None
    audiences: Sequence[str] = ()

    field: ClassVar[str] = "route53"

    def __post_init__(self) -> None:
        id_of_key = () if isinstance(self.access_key_id, SecretKey) else ("access_key_id",)
        texts = ("region", "hosted_zone_id", "role", "service_account", *id_of_key)
        self._check(texts=texts, secret_keys=("secret_access_key",))
        self._refuse_parts("access_key_id", "secret_access_key")
        self._refuse_both("access_key_id", "service_account")
        keep(self, audiences=instances("Route53.audiences", self.audiences, str, at_most=MAX_AUDIENCES))
        if self.service_account is not None and self.role is None:
            raise refused(
                "Route53.role",
                None,
                "is missing, and a token of a ServiceAccount is good for taking on a role only",
                allowed="the ARN of a role, with service_account",
                fix="write role='arn:aws:iam::...'",
            )
        if self.audiences and self.service_account is None:
            raise refused(
                "Route53.audiences",
                list(self.audiences),
                "are for a token that nothing asks for",
                allowed="audiences with service_account",
                fix="write service_account=..., or leave them out",
            )

    def spec(self) -> dict[str, Any]:
        """Return the provider in the API's form."""
        in_secret = isinstance(self.access_key_id, SecretKey)
        account = {"name": self.service_account, "audiences": list(self.audiences) or None}
        return {
            "region": self.region,
            "hostedZoneID": self.hosted_zone_id,
            "role": self.role,
            "accessKeyID": None if in_secret else self.access_key_id,
            "accessKeyIDSecretRef": self.access_key_id.spec() if isinstance(self.access_key_id, SecretKey) else None,
            "secretAccessKeySecretRef": self.secret_access_key and self.secret_access_key.spec(),
            "auth": {"kubernetes": {"serviceAccountRef": account}} if self.service_account else None,
        }


@dataclass(frozen=True, kw_only=True)
class AzureManagedIdentity:
    """The managed identity that cert-manager's Pod has: by its client ID, by its resource ID, or the only one."""

    client_id: str | None = None
    resource_id: str | None = None
    tenant_id: str | None = None

    def __post_init__(self) -> None:
        where = "AzureManagedIdentity"
        for argument in ("client_id", "resource_id", "tenant_id"):
            if getattr(self, argument) is not None:
                text_of(f"{where}.{argument}", getattr(self, argument), MAX_TEXT)
        if self.client_id is not None and self.resource_id is not None:
            raise refused(
                f"{where}.resource_id",
                self.resource_id,
                "names an identity that client_id names already",
                allowed="one of the two",
                fix="leave client_id or resource_id out",
            )
        if self.tenant_id is not None and self.client_id is None:
            raise refused(
                f"{where}.tenant_id",
                self.tenant_id,
                "goes with client_id only",
                allowed="client_id and tenant_id together",
                fix="write client_id=..., or leave tenant_id out",
            )

    def spec(self) -> dict[str, Any]:
        """Return the managed identity in the API's form."""
        return {"clientID": self.client_id, "resourceID": self.resource_id, "tenantID": self.tenant_id}


@dataclass(frozen=True, kw_only=True)
class AzureDns(Dns01Provider):
    """Azure DNS.

    cert-manager authenticates as a service principal (`client_id`, `client_secret` and `tenant_id` together), or with a
    managed identity of its Pod: the only one that the Pod has when `managed_identity` is left out.
    """

    subscription_id: str
    resource_group_name: str
    hosted_zone_name: str | None = None
    client_id: str | None = None
    client_secret: SecretKey | None = None
    tenant_id: str | None = None
    managed_identity: AzureManagedIdentity | None = None
    environment: str = "AzurePublicCloud"
    zone_type: str = "AzurePublicZone"

    field: ClassVar[str] = "azureDNS"

    def __post_init__(self) -> None:
        texts = ("subscription_id", "resource_group_name", "hosted_zone_name", "client_id", "tenant_id")
        self._check(texts=texts, secret_keys=("client_secret",))
        if self.managed_identity is not None:
            instance("AzureDns.managed_identity", self.managed_identity, AzureManagedIdentity)
        self._refuse_parts("client_id", "client_secret", "tenant_id")
        self._refuse_both("client_id", "managed_identity")
        one_of("AzureDns.environment", self.environment, AZURE_ENVIRONMENTS)
        one_of("AzureDns.zone_type", self.zone_type, AZURE_ZONE_TYPES)

    def spec(self) -> dict[str, Any]:
        """Return the provider in the API's form."""
        return {
            "subscriptionID": self.subscription_id,
            "resourceGroupName": self.resource_group_name,
            "hostedZoneName": self.hosted_zone_name,
            "clientID": self.client_id,
            "clientSecretSecretRef": self.client_secret and self.client_secret.spec(),
            "tenantID": self.tenant_id,
            "managedIdentity": self.managed_identity and self.managed_identity.spec(),
            "environment": self.environment,
            "zoneType": self.zone_type,
        }
