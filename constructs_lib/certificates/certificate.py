"""Certificate: a certificate that cert-manager has issued, and writes to a Secret."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from constructs_lib.api_groups import CERT_MANAGER_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.certificate_requests import RequestedCertificate, requested, waiting_for
from constructs_lib.certificates.go_duration import go_duration
from constructs_lib.certificates.issuer import (
    ExistingClusterIssuer,
    ExistingIssuer,
    LetsEncryptClusterIssuer,
    LetsEncryptIssuer,
)
from constructs_lib.certificates.private_key import PrivateKey
from constructs_lib.certificates.secret_template import SecretTemplate
from constructs_lib.certificates.target import target_of
from constructs_lib.checks import instance, instances, integer, one_of, refused
from constructs_lib.checks import labels as checked_labels
from constructs_lib.gateway.listener import GatewayListener
from constructs_lib.registry import Identity, NamedObject
from constructs_lib.sync_waves import GATEWAYS
from imports.io.cert_manager import Certificate as L1Certificate

from constructs import Construct

AnyIssuer = LetsEncryptClusterIssuer | LetsEncryptIssuer | ExistingClusterIssuer | ExistingIssuer

LEAST_DURATION = "1h"
LEAST_RENEW_BEFORE = "5m"
DEFAULT_DURATION = "2160h"
MAX_HISTORY = 2**31 - 1
USAGES = (
    *("signing", "digital signature", "content commitment", "key encipherment", "key agreement", "data encipherment"),
    *("cert sign", "crl sign", "encipher only", "decipher only", "any", "server auth", "client auth", "code signing"),
    *("email protection", "s/mime", "ipsec end system", "ipsec tunnel", "ipsec user", "timestamping", "ocsp signing"),
    *("microsoft sgc", "netscape sgc"),
)


class Certificate(Defined, L1Certificate):
    """A Certificate, for listeners or for hostnames."""

    sync_wave: ClassVar[int] = GATEWAYS

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        issuer: AnyIssuer,
        listeners: Sequence[GatewayListener] = (),
        dns_names: Sequence[str] = (),
        secret_name: str | None = None,
        namespace: NamedObject | None = None,
        duration: str | None = None,
        renew_before: str | None = None,
        private_key: PrivateKey | None = None,
        usages: Sequence[str] = ("digital signature", "key encipherment"),
        revision_history_limit: int = 1,
        secret_template: SecretTemplate | None = None,
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the certificate.

        :param scope: the chart.
        :param id: unique in the chart.
        :param issuer: a LetsEncryptClusterIssuer or LetsEncryptIssuer, or an issuer that is defined elsewhere:
            ExistingClusterIssuer or ExistingIssuer. An Issuer is in the namespace of the certificate.
        :param listeners: HTTPS listeners with one Secret, such as `[gateway.https("com"), gateway.https_apex("com")]`:
            the certificate is for their hostnames, and is written to their Secret, in its namespace.
        :param dns_names: without listeners: the hostnames that it is for.
        :param secret_name: without listeners: the Secret that it is written to.
        :param namespace: without listeners: a Namespace of constructs_lib or cdk8s-plus, or a name.
        :param duration: how long it is to be good for, such as `2160h`, at least an hour; 90 days when left out, and
            as long as Let's Encrypt likes.
        :param renew_before: how long before its end it is renewed, at least 5 minutes and less than the duration; a
            third of the duration when left out.
        :param private_key: PrivateKey.rsa() when left out: RSA, 2048 bits, new for every certificate.
        :param usages: what the key may be used for.
        :param revision_history_limit: how many CertificateRequests are kept, at least 1.
        :param secret_template: labels and annotations of the Secret.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for listeners without hostname or with several Secrets, for a Secret that is written by
            another Gateway or Certificate of the app, and for what the issuer, if it is of the app, cannot issue.

        Source: cert-manager v1.21.1, CRD Certificate, and internal/apis/certmanager/validation/certificate.go.
        """
        where = f"Certificate {id if name is None else name}"
        target = target_of(where, listeners, dns_names, secret_name, namespace)
        identity = Identity(CERT_MANAGER_GROUP, "Certificate", target.namespace, id if name is None else name)
        issuer_identity = _issuer(identity, issuer)
        key = PrivateKey.rsa() if private_key is None else private_key
        instance(f"{identity}: private_key", key, PrivateKey)
        _check_durations(identity, duration, renew_before)
        if isinstance(issuer, LetsEncryptClusterIssuer | LetsEncryptIssuer):
            key.refuse_for_lets_encrypt(f"{identity}: private_key")
            _refuse_duration(identity, duration)
        request = RequestedCertificate(
            requester=identity,
            issuer=issuer_identity,
            secret=target.secret,
            dns_names=target.dns_names,
            labels=checked_labels(f"{identity}: labels", labels),
            waiting=waiting_for(scope, target.namespace, target.secret),
        )
        if secret_template is not None:
            instance(f"{identity}: secret_template", secret_template, SecretTemplate)
        spec = {
            "issuerRef": {"group": CERT_MANAGER_GROUP, "kind": issuer_identity.kind, "name": issuer_identity.name},
            "secretName": target.secret,
            "dnsNames": list(target.dns_names),
            "duration": duration,
            "renewBefore": renew_before,
            "privateKey": key.spec(),
            "usages": _usages(identity, usages),
            "revisionHistoryLimit": integer(
                f"{identity}: revision_history_limit", revision_history_limit, 1, MAX_HISTORY
            ),
            "secretTemplate": secret_template and secret_template.spec(),
        }
        with requested(scope, [request]):
            define(
                self,
                scope,
                id,
                identity,
                spec=spec,
                labels=labels,
                annotations=annotations,
                merge_patch=merge_patch,
            )


def _issuer(identity: Identity, issuer: AnyIssuer) -> Identity:
    """Return which object the issuer of a certificate is."""
    where = f"{identity}: issuer"
    if isinstance(issuer, ExistingIssuer):
        return Identity(CERT_MANAGER_GROUP, "Issuer", identity.namespace, issuer.name)
    if not isinstance(issuer, AnyIssuer):
        raise refused(
            where,
            issuer,
            f"is of type {type(issuer).__name__}",
            allowed="a LetsEncryptClusterIssuer, a LetsEncryptIssuer, an ExistingClusterIssuer or an ExistingIssuer",
            fix=f"write ExistingClusterIssuer({issuer!r}) or the issuer itself"
            if isinstance(issuer, str)
            else "write one of them",
        )
    if issuer.identity.namespace not in (None, identity.namespace):
        raise refused(
            where,
            str(issuer.identity),
            f"is not in {identity.namespace!r}, the namespace of the certificate",
            allowed=f"an Issuer of {identity.namespace!r}, or a ClusterIssuer",
            fix="use a LetsEncryptClusterIssuer, or define an Issuer there",
        )
    return issuer.identity


def _check_durations(identity: Identity, duration: str | None, renew_before: str | None) -> None:
    """Raise ValueError for a certificate that is renewed before it is issued, or too short."""
    wanted = DEFAULT_DURATION if duration is None else duration
    total = go_duration(f"{identity}: duration", wanted, LEAST_DURATION)
    where = f"{identity}: renew_before"
    if renew_before is not None and go_duration(where, renew_before, LEAST_RENEW_BEFORE) >= total:
        raise refused(
            where,
            renew_before,
            "is not less than the duration",
            allowed=f"less than {wanted}",
            fix="write a shorter one, or a longer duration=...",
        )


def _refuse_duration(identity: Identity, duration: str | None) -> None:
    """Raise ValueError for a duration, which Let's Encrypt does not take."""
    if duration is not None:
        raise refused(
            f"{identity}: duration",
            duration,
            "is nothing that Let's Encrypt lets anyone choose",
            allowed="no duration, with an issuer of Let's Encrypt",
            fix="leave it out",
        )


def _usages(identity: Identity, usages: Sequence[str]) -> list[str]:
    """Return the usages, which are among those that certificates have."""
    where = f"{identity}: usages"
    checked = instances(where, usages, str, at_most=len(USAGES))
    return [one_of(f"{where}[{index}]", usage, USAGES) for index, usage in enumerate(checked)]
