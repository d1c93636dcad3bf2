"""The DNS providers that cert-manager knows by name."""

from collections.abc import Callable
from typing import Any

from constructs_lib.certificates.dns_provider import Dns01Provider
from constructs_lib.certificates.dns_providers import (
    Akamai,
    AzureDns,
    AzureManagedIdentity,
    CloudDns,
    Cloudflare,
    DigitalOcean,
    Route53,
)
from constructs_lib.certificates.secret_key import SecretKey
from tests.conftest import refusal

import pytest

KEY = SecretKey("credentials", "key")
OTHER = SecretKey("credentials", "other")
REF = {"name": "credentials", "key": "key"}
OTHER_REF = {"name": "credentials", "key": "other"}
AZURE: dict[str, Any] = {"subscription_id": "subscription", "resource_group_name": "group"}


def written(provider: Dns01Provider) -> dict[str, Any]:
    """Return what is written of a provider."""
    return {name: value for name, value in provider.spec().items() if value is not None}


@pytest.mark.parametrize(
    ("provider", "field", "spec", "keys"),
    [
        (Cloudflare(api_token=KEY), "cloudflare", {"apiTokenSecretRef": REF}, [KEY]),
        (DigitalOcean(token=KEY), "digitalocean", {"tokenSecretRef": REF}, [KEY]),
        (
            Akamai(service_consumer_domain="a.example.com", client_token=KEY, client_secret=OTHER, access_token=KEY),
            "akamai",
            {
                "serviceConsumerDomain": "a.example.com",
                "clientTokenSecretRef": REF,
                "clientSecretSecretRef": OTHER_REF,
                "accessTokenSecretRef": REF,
            },
            [KEY, OTHER, KEY],
        ),
        (CloudDns(project="p"), "cloudDNS", {"project": "p"}, []),
        (
            CloudDns(project="p", service_account=KEY, hosted_zone_name="zone"),
            "cloudDNS",
            {"project": "p", "serviceAccountSecretRef": REF, "hostedZoneName": "zone"},
            [KEY],
        ),
        (Route53(), "route53", {}, []),
        (
            Route53(region="eu-central-1", hosted_zone_id="Z1", access_key_id="AK", secret_access_key=KEY, role="arn"),
            "route53",
            {
                "region": "eu-central-1",
                "hostedZoneID": "Z1",
                "role": "arn",
                "accessKeyID": "AK",
                "secretAccessKeySecretRef": REF,
            },
            [KEY],
        ),
        (
            Route53(access_key_id=OTHER, secret_access_key=KEY),
            "route53",
            {"accessKeyIDSecretRef": OTHER_REF, "secretAccessKeySecretRef": REF},
            [OTHER, KEY],
        ),
        (
            Route53(service_account="cert-manager", audiences=["a"], role="arn"),
            "route53",
            {
                "role": "arn",
                "auth": {"kubernetes": {"serviceAccountRef": {"name": "cert-manager", "audiences": ["a"]}}},
            },
            [],
        ),
        (
            AzureDns(**AZURE),
            "azureDNS",
            {
                "subscriptionID": "subscription",
                "resourceGroupName": "group",
                "environment": "AzurePublicCloud",
                "zoneType": "AzurePublicZone",
            },
            [],
        ),
        (
            AzureDns(
                **AZURE,
                hosted_zone_name="example.com",
                client_id="client",
                client_secret=KEY,
                tenant_id="tenant",
                environment="AzureChinaCloud",
                zone_type="AzurePrivateZone",
            ),
            "azureDNS",
            {
                "subscriptionID": "subscription",
                "resourceGroupName": "group",
                "hostedZoneName": "example.com",
                "clientID": "client",
                "clientSecretSecretRef": REF,
                "tenantID": "tenant",
                "environment": "AzureChinaCloud",
                "zoneType": "AzurePrivateZone",
            },
            [KEY],
        ),
        (
            AzureDns(**AZURE, managed_identity=AzureManagedIdentity(client_id="client", tenant_id="tenant")),
            "azureDNS",
            {
                "subscriptionID": "subscription",
                "resourceGroupName": "group",
                "managedIdentity": {"clientID": "client", "resourceID": None, "tenantID": "tenant"},
                "environment": "AzurePublicCloud",
                "zoneType": "AzurePublicZone",
            },
            [],
        ),
    ],
)
def test_a_provider_is_written_with_what_it_is_given(
    provider: Dns01Provider, field: str, spec: dict[str, Any], keys: list[SecretKey]
) -> None:
    assert (provider.field, written(provider), provider.secret_keys()) == (field, spec, keys)


def test_a_managed_identity_may_be_named_by_its_resource() -> None:
    expected = {"clientID": None, "resourceID": "identity", "tenantID": None}
    assert AzureManagedIdentity(resource_id="identity").spec() == expected


LENGTH = "has the wrong length. Allowed: 1 to 2048 characters. Fix: shorten or fill it."
KEY_IS_TEXT = "'token' is of type str. Allowed: SecretKey. Fix: write SecretKey(...)."
PARTS = (
    "is missing beside client_id and tenant_id. Allowed: client_id, client_secret, tenant_id together, or none of them."
)
TEXT: Any = "token"
NOTHING: Any = None


@pytest.mark.parametrize(
    ("define", "expected"),
    [
        (lambda: Cloudflare(api_token=TEXT), f"Cloudflare.api_token: {KEY_IS_TEXT}"),
        (
            lambda: Cloudflare(api_token=NOTHING),
            "Cloudflare.api_token: None is of type NoneType. Allowed: SecretKey. Fix: write SecretKey(...).",
        ),
        (lambda: DigitalOcean(token=TEXT), f"DigitalOcean.token: {KEY_IS_TEXT}"),
        (
            lambda: Akamai(service_consumer_domain="a", client_token=KEY, client_secret=TEXT, access_token=KEY),
            f"Akamai.client_secret: {KEY_IS_TEXT}",
        ),
        (
            lambda: Akamai(service_consumer_domain="", client_token=KEY, client_secret=KEY, access_token=KEY),
            f"Akamai.service_consumer_domain: '' {LENGTH}",
        ),
        (lambda: CloudDns(project=""), f"CloudDns.project: '' {LENGTH}"),
        (lambda: CloudDns(project="p", service_account=TEXT), f"CloudDns.service_account: {KEY_IS_TEXT}"),
        (lambda: Route53(region=""), f"Route53.region: '' {LENGTH}"),
        (lambda: Route53(access_key_id="", secret_access_key=KEY), f"Route53.access_key_id: '' {LENGTH}"),
        (
            lambda: Route53(access_key_id="AK"),
            (
                "Route53.secret_access_key: None is missing beside access_key_id. Allowed: access_key_id, "
                "secret_access_key together, or none of them. Fix: write secret_access_key=..., or leave access_key_id "
                "out."
            ),
        ),
        (
            lambda: Route53(access_key_id="AK", secret_access_key=KEY, service_account="a", role="arn"),
            (
                "Route53.service_account: 'a' is a second way to authenticate, beside access_key_id. Allowed: one of "
                "the two. Fix: leave access_key_id or service_account out."
            ),
        ),
        (
            lambda: Route53(service_account="a"),
            (
                "Route53.role: None is missing, and a token of a ServiceAccount is good for taking on a role only. "
                "Allowed: the ARN of a role, with service_account. Fix: write role='arn:aws:iam::...'."
            ),
        ),
        (
            lambda: Route53(audiences=["a"]),
            (
                "Route53.audiences: ['a'] are for a token that nothing asks for. Allowed: audiences with "
                "service_account. Fix: write service_account=..., or leave them out."
            ),
        ),
        (
            lambda: AzureDns(**AZURE, client_id="a", tenant_id="b"),
            f"AzureDns.client_secret: None {PARTS} Fix: write client_secret=..., or leave client_id and tenant_id out.",
        ),
        (
            lambda: AzureDns(**AZURE, tenant_id="b"),
            (
                "AzureDns.client_id: None is missing beside tenant_id. Allowed: client_id, client_secret, tenant_id "
                "together, or none of them. Fix: write client_id=..., or leave tenant_id out."
            ),
        ),
        (
            lambda: AzureDns(subscription_id=NOTHING, resource_group_name="group"),
            "AzureDns.subscription_id: None is of type NoneType. Allowed: str. Fix: write it as text, in quotes.",
        ),
        (
            lambda: AzureDns(subscription_id="subscription", resource_group_name=""),
            f"AzureDns.resource_group_name: '' {LENGTH}",
        ),
        (lambda: AzureDns(**AZURE, hosted_zone_name=""), f"AzureDns.hosted_zone_name: '' {LENGTH}"),
        (
            lambda: AzureDns(**AZURE, client_id="", client_secret=KEY, tenant_id="b"),
            f"AzureDns.client_id: '' {LENGTH}",
        ),
        (
            lambda: AzureDns(**AZURE, client_id="a", client_secret=TEXT, tenant_id="b"),
            f"AzureDns.client_secret: {KEY_IS_TEXT}",
        ),
        (
            lambda: AzureDns(**AZURE, client_id="a", client_secret=KEY, tenant_id=""),
            f"AzureDns.tenant_id: '' {LENGTH}",
        ),
        (
            lambda: AzureDns(
                **AZURE, client_id="a", client_secret=KEY, tenant_id="b", managed_identity=AzureManagedIdentity()
            ),
            (
                "AzureDns.managed_identity: AzureManagedIdentity(client_id=None, resource_id=None, tenant_id=None) is "
                "a second way to authenticate, beside client_id. Allowed: one of the two. Fix: leave client_id or "
                "managed_identity out."
            ),
        ),
        (
            lambda: AzureDns(**AZURE, managed_identity=TEXT),
            (
                "AzureDns.managed_identity: 'token' is of type str. Allowed: AzureManagedIdentity. Fix: write "
                "AzureManagedIdentity(...)."
            ),
        ),
        (
            lambda: AzureDns(**AZURE, environment="public"),
            (
                "AzureDns.environment: 'public' is not a value of this field. Allowed: 'AzurePublicCloud', "
                "'AzureChinaCloud', 'AzureGermanCloud', 'AzureUSGovernmentCloud'. Fix: write one of them."
            ),
        ),
        (
            lambda: AzureDns(**AZURE, zone_type="public"),
            (
                "AzureDns.zone_type: 'public' is not a value of this field. Allowed: 'AzurePublicZone', "
                "'AzurePrivateZone'. Fix: write one of them."
            ),
        ),
        (lambda: AzureManagedIdentity(client_id=""), f"AzureManagedIdentity.client_id: '' {LENGTH}"),
        (lambda: AzureManagedIdentity(resource_id=""), f"AzureManagedIdentity.resource_id: '' {LENGTH}"),
        (
            lambda: AzureManagedIdentity(client_id="a", tenant_id=""),
            f"AzureManagedIdentity.tenant_id: '' {LENGTH}",
        ),
        (
            lambda: AzureManagedIdentity(client_id="a", resource_id="b"),
            (
                "AzureManagedIdentity.resource_id: 'b' names an identity that client_id names already. Allowed: one of "
                "the two. Fix: leave client_id or resource_id out."
            ),
        ),
        (
            lambda: AzureManagedIdentity(tenant_id="a"),
            (
                "AzureManagedIdentity.tenant_id: 'a' goes with client_id only. Allowed: client_id and tenant_id "
                "together. Fix: write client_id=..., or leave tenant_id out."
            ),
        ),
    ],
)
def test_what_no_provider_is_reached_with_is_refused(define: Callable[[], object], expected: str) -> None:
    assert refusal(define) == expected
