"""Secrets that controllers make in the cluster: cert-manager, Sealed Secrets and the External Secrets Operator.

The last two have no schema here, so nothing is known of the shape of their objects.

Source: the guide on Gateways of cert-manager; bitnami-labs/sealed-secrets, SealedSecret.Unseal (the Secret has the name
of the SealedSecret); the documentation of the External Secrets Operator on creationPolicy.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from preflight.gateway_api.objects import Gateway, ListenerSet, NamespacedName
from preflight.gateway_api.referenced import CERT_MANAGER, ISSUERS, ByKind, annotations_of, issued, key_of, spec_of

SEALED_SECRET = ("bitnami.com", "SealedSecret")
EXTERNAL_SECRET = ("external-secrets.io", "ExternalSecret")
NOT_CREATING = ("Merge", "None")
"""Values of creationPolicy with which no Secret is made."""


def made_secrets(by_kind: ByKind, owners: Iterable[Gateway | ListenerSet]) -> Iterator[NamespacedName]:
    """Yield the Secrets of Certificates, annotated Gateways and ListenerSets, SealedSecrets and ExternalSecrets."""
    for certificate in by_kind.get((CERT_MANAGER, "Certificate"), ()):
        yield NamespacedName(key_of(certificate).namespace, spec_of(certificate)["secretName"])
    for owner in owners:
        if any(issuer in annotations_of(owner.manifest) for issuer in ISSUERS):
            yield from (
                reference.key
                for listener in issued(owner)
                for reference in listener.certificates
                if reference.namespace == owner.key.namespace
            )
    for sealed in by_kind.get(SEALED_SECRET, ()):
        yield key_of(sealed)
    for external in by_kind.get(EXTERNAL_SECRET, ()):
        target = _mapping(_mapping(external.data.get("spec")).get("target"))
        if target.get("creationPolicy") not in NOT_CREATING:
            yield NamespacedName(key_of(external).namespace, _text(target.get("name")) or external.key.name)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
