"""Issuers of Let's Encrypt certificates, and what stands for issuers that are defined elsewhere."""

import re
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from constructs_lib.api_groups import CERT_MANAGER_GROUP
from constructs_lib.api_object import Defined, define
from constructs_lib.certificate_requests import issuing
from constructs_lib.certificates.challenges import refuse_unissuable
from constructs_lib.certificates.solvers import Dns01Solver, Solver
from constructs_lib.checks import dns_subdomain, instances, one_of, refused
from constructs_lib.hostnames import precise_hostname
from constructs_lib.registry import Identity, NamedObject, name_of
from constructs_lib.sync_waves import ISSUERS
from imports.io.cert_manager import ClusterIssuer, Issuer

from constructs import Construct

SERVERS = {
    "production": "https://acme-v02.api.letsencrypt.org/directory",
    "staging": "https://acme-staging-v02.api.letsencrypt.org/directory",
}
LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
MAX_EMAIL = 254
MAX_SOLVERS = 100


@dataclass(frozen=True)
class ExistingClusterIssuer:
    """A ClusterIssuer that this app does not define."""

    name: str

    def __post_init__(self) -> None:
        dns_subdomain("ExistingClusterIssuer.name", self.name)

    @property
    def identity(self) -> Identity:
        """Which object this is."""
        return Identity(CERT_MANAGER_GROUP, "ClusterIssuer", None, self.name)


@dataclass(frozen=True)
class ExistingIssuer:
    """An Issuer that this app does not define, in the namespace of the Certificate that names it."""

    name: str

    def __post_init__(self) -> None:
        dns_subdomain("ExistingIssuer.name", self.name)


class LetsEncryptClusterIssuer(Defined, ClusterIssuer):
    """A ClusterIssuer that gets certificates from Let's Encrypt, for Gateways and Certificates of every namespace."""

    sync_wave: ClassVar[int] = ISSUERS

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        solvers: Sequence[Solver],
        email: str | None = None,
        environment: str = "production",
        cluster_resource_namespace: NamedObject = "cert-manager",
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the issuer.

        :param scope: the chart.
        :param id: unique in the chart.
        :param solvers: how it is proved whose the hostnames are, one or more; wildcards need a Dns01Solver. Which one
            is used for a hostname is said in SolverSelector.
        :param email: the address that Let's Encrypt may write to about the account.
        :param environment: `production`, or `staging`, whose certificates no browser trusts and whose limits are wide:
            try solvers there first.
        :param cluster_resource_namespace: where cert-manager looks up the Secrets of ClusterIssuers: its flag
            --cluster-resource-namespace, else the namespace that it runs in. The account's key is written there, to the
            Secret `NAME-account-key`.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: for a Secret in another namespace, a solver that is never used, and hostnames that Gateways
            and Certificates of the app ask of it and that Let's Encrypt would not certify by these solvers.
        """
        identity = Identity(CERT_MANAGER_GROUP, "ClusterIssuer", None, id if name is None else name)
        where = f"{identity}: cluster_resource_namespace"
        namespace = name_of(where, cluster_resource_namespace, "Namespace")
        reason = "cert-manager looks up the Secrets of a ClusterIssuer in cluster_resource_namespace"
        checked = _checked_solvers(identity, solvers, namespace, reason)
        spec = _spec(identity, checked, email, environment)
        with _issuing(scope, identity, namespace, checked):
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


class LetsEncryptIssuer(Defined, Issuer):
    """An Issuer that gets certificates from Let's Encrypt, for the Certificates of its namespace."""

    sync_wave: ClassVar[int] = ISSUERS

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        namespace: NamedObject,
        solvers: Sequence[Solver],
        email: str | None = None,
        environment: str = "production",
        name: str | None = None,
        labels: Mapping[str, str] | None = None,
        annotations: Mapping[str, str] | None = None,
        merge_patch: Mapping[str, Any] | None = None,
    ) -> None:
        """Define the issuer.

        :param scope: the chart.
        :param id: unique in the chart.
        :param namespace: a Namespace of constructs_lib or cdk8s-plus, or a name: where the Secrets of the solvers are,
            and the Certificates. The account's key is written there, to the Secret `NAME-account-key`.
        :param solvers: as for LetsEncryptClusterIssuer.
        :param email: as for LetsEncryptClusterIssuer.
        :param environment: as for LetsEncryptClusterIssuer.
        :param name: metadata.name; the id when left out.
        :param labels: metadata.labels.
        :param annotations: metadata.annotations.
        :param merge_patch: escape hatch, see `constructs_lib.api_object.define`.
        :raises ValueError: as LetsEncryptClusterIssuer does.
        """
        namespace_name = name_of("Issuer.namespace", namespace, "Namespace")
        identity = Identity(CERT_MANAGER_GROUP, "Issuer", namespace_name, id if name is None else name)
        reason = "cert-manager looks up the Secrets of an Issuer in its own namespace"
        checked = _checked_solvers(identity, solvers, namespace_name, reason)
        spec = _spec(identity, checked, email, environment)
        with _issuing(scope, identity, namespace_name, checked):
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


def _account_key(identity: Identity) -> str:
    """Return the name of the Secret with the key of the issuer's account."""
    return f"{identity.name}-account-key"


def _issuing(
    scope: Construct, identity: Identity, namespace: str, solvers: Sequence[Solver]
) -> AbstractContextManager[None]:
    """Record the issuer once it is defined, and what it cannot issue."""
    key = Identity("", "Secret", namespace, _account_key(identity))
    return issuing(scope, identity, key, partial(refuse_unissuable, identity, solvers))


def _spec(identity: Identity, solvers: Sequence[Solver], email: str | None, environment: str) -> dict[str, Any]:
    """Return the spec in the API's form."""
    key = dns_subdomain(f"{identity}: Secret of the account's key", _account_key(identity))
    return {
        "acme": {
            "server": SERVERS[one_of(f"{identity}: environment", environment, tuple(SERVERS))],
            "email": None if email is None else _email(f"{identity}: email", email),
            "privateKeySecretRef": {"name": key},
            "solvers": [solver.spec() for solver in solvers],
        }
    }


def _email(where: str, value: object) -> str:
    """Return `value` if it is an e-mail address, without a display name."""
    local, _, domain = value.rpartition("@") if isinstance(value, str) else ("", "", "")
    if isinstance(value, str) and len(value) <= MAX_EMAIL and LOCAL_PART.fullmatch(local) and "." in domain:
        precise_hostname(where, domain.lower())
        return value
    raise refused(
        where,
        value,
        "is not an e-mail address",
        allowed="one address such as 'admin@example.com'",
        fix="write the address alone",
    )


def _checked_solvers(identity: Identity, solvers: Sequence[Solver], namespace: str, reason: str) -> tuple[Solver, ...]:
    """Return the solvers; their Secrets are in `namespace`, and none is behind one that is always used instead."""
    solver_class: type[Solver] = Solver  # type: ignore[type-abstract]  # for isinstance only
    checked = instances(f"{identity}: solvers", solvers, solver_class, at_most=MAX_SOLVERS)
    if not checked:
        raise refused(
            f"{identity}: solvers",
            [],
            "proves nothing to Let's Encrypt",
            allowed="one solver or more",
            fix="write solvers=[Dns01Solver(...)] or solvers=[Http01Solver()]",
        )
    for index, solver in enumerate(checked):
        for reference in (key.reference() for key in solver.secret_keys()):
            if reference.namespace not in (None, namespace):
                raise refused(
                    f"{identity}: solvers[{index}]",
                    f"{reference.namespace}/{reference.name}",
                    f"is a Secret that is not in {namespace!r}: {reason}",
                    allowed=f"Secrets of {namespace!r}",
                    fix="define the Secret there",
                )
        for earlier in checked[:index]:
            if earlier.selector == solver.selector and isinstance(earlier, Dns01Solver | type(solver)):
                raise refused(
                    f"{identity}: solvers[{index}]",
                    type(solver).__name__,
                    f"is never used: a {type(earlier).__name__} before it is for the same hostnames",
                    allowed="solvers whose selectors differ, and an Http01Solver before a Dns01Solver, for wildcards",
                    fix="give it a selector, or leave it out",
                )
    return checked
