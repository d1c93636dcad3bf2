"""The certificates that cert-manager issues for the HTTPS listeners of a Gateway.

Source: cert-manager v1.21, pkg/controller/certificate-shim/sync.go.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from constructs_lib.api_groups import CERT_MANAGER_GROUP
from constructs_lib.certificate_requests import CHALLENGE_PORT, RequestedCertificate, record_waiting
from constructs_lib.checks import annotations as checked_annotations
from constructs_lib.checks import dns_subdomain, refused
from constructs_lib.checks import labels as checked_labels
from constructs_lib.gateway.listener import Listener
from constructs_lib.gateway.listener_lookup import GatewayLookup
from constructs_lib.registry import Identity
from constructs_lib.selectors import HasIdentity

from constructs import Construct

CLUSTER_ISSUER_ANNOTATION = f"{CERT_MANAGER_GROUP}/cluster-issuer"
IGNORED_LISTENERS_ANNOTATION = f"{CERT_MANAGER_GROUP}/ignore-tls-listeners"

ClusterIssuerReference = str | HasIdentity
"""A ClusterIssuer: a construct, what stands for one that is defined elsewhere, or a name."""


class IssuedCertificates(NamedTuple):
    """What a Gateway asks of cert-manager, and the annotations that say so, beside the user's."""

    requests: list[RequestedCertificate]
    annotations: dict[str, str]


def issued_certificates(
    gateway: GatewayLookup,
    cluster_issuer: ClusterIssuerReference | None,
    labels: Mapping[str, str] | None,
    annotations: Mapping[str, str] | None,
) -> IssuedCertificates:
    """Return the certificates of a Gateway: one for each Secret of its HTTPS listeners, for all their hostnames.

    A Secret that a listener has as an object, ExistingSecret or one of cdk8s-plus, comes from elsewhere: cert-manager
    is told to leave the listener out. Raises ValueError for another HTTPS listener without hostname, whose
    certificate's name cert-manager cannot know, and for annotations that the arguments are for.
    """
    identity = gateway.identity
    checked = checked_annotations(f"{identity}: annotations", annotations)
    _refuse_annotations(identity, checked)
    if cluster_issuer is None:
        return IssuedCertificates([], checked)
    issuer = Identity(CERT_MANAGER_GROUP, "ClusterIssuer", None, _name(f"{identity}: cluster_issuer", cluster_issuer))
    checked[CLUSTER_ISSUER_ANNOTATION] = issuer.name
    https = [entry.listener for entry in gateway.listeners if entry.listener.protocol == "HTTPS"]
    issued = [listener for listener in https if listener.secret is None or isinstance(listener.secret, str)]
    if ignored := [listener.name for listener in https if listener not in issued]:
        checked[IGNORED_LISTENERS_ANNOTATION] = ",".join(ignored)
    own = checked_labels(f"{identity}: labels", labels)
    return IssuedCertificates(_requests(gateway, issuer, issued, own), checked)


def record_waiting_gateway(scope: Construct, gateway: GatewayLookup) -> None:
    """Keep that a Gateway waits for a Secret, if it has HTTPS listeners with this one and no others.

    Cilium makes the Service of a Gateway once one of its own listeners is accepted; those of ListenerSets do not help.
    """
    secrets = set()
    for entry in gateway.listeners:
        if entry.listener.protocol != "HTTPS":
            return
        reference = entry.listener.certificate(gateway.identity.name)
        secrets.add((reference.namespace or entry.namespace, reference.name))
    if len(secrets) == 1:
        ((namespace, secret),) = secrets
        record_waiting(scope, namespace, secret, partial(_owners, gateway))


def _owners(gateway: GatewayLookup) -> set[Identity]:
    """Return the Gateway, and its ListenerSets that are defined by the time this is asked."""
    return {entry.owner for entry in gateway.merged}


def _refuse_annotations(identity: Identity, annotations: Mapping[str, str]) -> None:
    """Raise ValueError for annotations that say what arguments are for."""
    arguments = {
        CLUSTER_ISSUER_ANNOTATION: (
            "cluster_issuer",
            f"write cluster_issuer={annotations.get(CLUSTER_ISSUER_ANNOTATION)!r}",
        ),
        IGNORED_LISTENERS_ANNOTATION: (
            "secret of a listener",
            "write secret=ExistingSecret(...) in the listeners that it names",
        ),
    }
    for annotation, (argument, fix) in arguments.items():
        if annotation in annotations:
            raise refused(
                f"{identity}: annotations",
                annotation,
                f"says what the argument {argument} is for",
                allowed="other annotations",
                fix=fix,
            )


def _name(where: str, cluster_issuer: ClusterIssuerReference) -> str:
    """Return the name of a ClusterIssuer."""
    if isinstance(cluster_issuer, str):
        return dns_subdomain(where, cluster_issuer)
    identity = getattr(cluster_issuer, "identity", None)
    if isinstance(identity, Identity) and identity.kind == "ClusterIssuer":
        return identity.name
    raise refused(
        where,
        cluster_issuer,
        f"is of type {type(cluster_issuer).__name__}",
        allowed="a LetsEncryptClusterIssuer, or the name of a ClusterIssuer as text",
        fix="write the name of the ClusterIssuer",
    )


def _requests(
    gateway: GatewayLookup, issuer: Identity, issued: Sequence[Listener], labels: Mapping[str, str]
) -> list[RequestedCertificate]:
    """Return a certificate for each Secret, with the hostnames of its listeners."""
    hostnames: dict[str, list[str]] = {}
    for listener in issued:
        if listener.hostname is None:
            raise refused(
                f"{gateway.identity}: listeners",
                listener.name,
                "has no hostname, so cert-manager issues no certificate for it",
                allowed="HTTPS listeners with a hostname, where cluster_issuer is given",
                fix="write hostname=... in the listener",
            )
        hostnames.setdefault(listener.certificate(gateway.identity.name).name, []).append(listener.hostname)
    waits = len(issued) == len(gateway.listeners)
    return [
        RequestedCertificate(
            requester=gateway.identity,
            issuer=issuer,
            secret=secret,
            dns_names=tuple(dict.fromkeys(names)),
            labels=labels,
            listeners=tuple(
                entry
                for entry in gateway.listeners
                if entry.listener.port == CHALLENGE_PORT
                and entry.listener.protocol == "HTTP"
                and "HTTPRoute" in entry.listener.route_kinds
            ),
            waiting=partial(_owners, gateway) if waits else frozenset,
        )
        for secret, names in hostnames.items()
    ]
